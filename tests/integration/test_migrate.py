"""A database is brought up to date, or left alone when that is not ours to do."""

import sqlite3

import pytest
from sqlalchemy import create_engine, inspect, text

from storage import database_url, open_store
from storage.errors import DatabaseNewer, MigrationNeeded
from storage.migrate import bring_up_to_date, current_revision, known_revisions, upgrade
from storage.store import close_engines, raw_engine
from storage.tables import metadata


def test_the_migrations_make_the_tables_the_code_knows(database):
    with open_store() as store:
        there = inspect(store.conn)
        assert set(there.get_table_names()) == {*metadata.tables, "alembic_version"}
        for table in metadata.sorted_tables:
            columns = {c["name"] for c in there.get_columns(table.name)}
            assert columns == set(table.c.keys()), table.name


def test_a_second_look_changes_nothing(database):
    with open_store():
        pass
    engine = raw_engine(database_url())
    assert not bring_up_to_date(engine)
    engine.dispose()


def test_a_newer_database_is_left_untouched(database):
    with open_store() as store:
        store.conn.execute(text("update alembic_version set version_num = '9999'"))
    close_engines()
    with pytest.raises(DatabaseNewer), open_store():
        pass


def make_old(url):
    """A database as the first version of the program left it, with something in it."""
    engine = raw_engine(url)
    upgrade(engine, known_revisions()[0])
    with engine.begin() as conn:
        conn.execute(
            text("insert into consultations values (:id, 'Gammel', 'Egeby', 'collecting', false)"),
            {"id": "c" * 32},
        )
    return engine


def test_a_sqlite_file_is_copied_beside_before_it_is_migrated(home):
    home.mkdir()
    make_old(database_url()).dispose()
    with open_store() as store:
        assert store.consultation("c" * 32).name == "Gammel"
        assert current_revision(store.conn.engine) == known_revisions()[-1]
    copy = home / f"taleroer.before-{known_revisions()[0]}.db"
    with sqlite3.connect(copy) as conn:
        assert conn.execute("select name from consultations").fetchall() == [("Gammel",)]
        tables = {row[0] for row in conn.execute("select name from sqlite_master")}
    conn.close()
    assert "audit" not in tables


def test_a_server_database_is_never_migrated_unasked(home, monkeypatch):
    home.mkdir()
    engine = make_old(database_url())
    monkeypatch.setattr(engine.dialect, "name", "postgresql")
    with pytest.raises(MigrationNeeded):
        bring_up_to_date(engine)
    assert current_revision(engine) == known_revisions()[0]
    monkeypatch.setattr(engine.dialect, "name", "sqlite")
    assert bring_up_to_date(engine, asked=True)
    engine.dispose()


def test_foreign_keys_and_real_deletion_are_on(home):
    with open_store() as store:
        pragmas = ("foreign_keys", "secure_delete", "journal_mode")
        values = [store.conn.execute(text(f"pragma {p}")).scalar() for p in pragmas]
    assert values == [1, 1, "wal"]


def test_a_server_that_does_not_answer_is_an_error_not_a_hang():
    engine = create_engine(
        "postgresql+psycopg://nobody@127.0.0.1:1/none", connect_args={"connect_timeout": 2}
    )
    with pytest.raises(Exception, match="refused"):
        current_revision(engine)
    engine.dispose()
