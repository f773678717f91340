"""The whole base in one file and back."""

import dataclasses

import pytest

from guides.loader import load_shared
from interviews.model import Draft, DraftEntry, Interview, Statement
from interviews.setup import create_consultation, shared_themes
from storage import open_store
from storage.backup import back_up, home_passphrase, restore
from storage.errors import DatabaseNewer, NotABackup, WrongPassphrase

pytestmark = pytest.mark.usefixtures("database")
WORDS = "fire danske ord her"
SAID = "Jeg fik hjælp æøå 😀"


@pytest.fixture
def base(database):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes(), load_shared())
        talk = Interview("i" * 32, made.id, None, "2024-05", 2)
        store.add_interview(talk, [Statement("u" * 32, 5, made.id, talk.id, SAID)])
        entry = DraftEntry("e", "housing", None, "raw")
        store.save_draft(Draft("d" * 32, made.id, "2024-05-01", entries=(entry,)))
    return made


def everything(made):
    with open_store() as store:
        return (
            store.consultations(),
            store.themes(made.id),
            store.guides(made.id),
            store.interviews(made.id),
            store.statements(made.id),
        )


def test_restoring_brings_everything_back_but_drafts(base, tmp_path):
    before = everything(base)
    file = tmp_path / "base.taleroer"
    written = back_up(file, WORDS)
    with open_store() as store:
        store.delete_consultation(base.id)
        store.add_consultation(dataclasses.replace(base, id="x" * 32, name="En anden"))
    assert restore(file, WORDS) == written
    assert everything(base) == before
    with open_store() as store:
        assert store.drafts(base.id) == ()
        store.save_guide(base.id, dataclasses.replace(load_shared()[0], version=9))


def test_the_file_shows_nothing_of_what_was_said(base, tmp_path):
    file = tmp_path / "base.taleroer"
    back_up(file, WORDS)
    assert b"hj" not in file.read_bytes()[:20]
    assert SAID.encode() not in file.read_bytes()


def test_a_wrong_passphrase_changes_nothing(base, tmp_path):
    file = tmp_path / "base.taleroer"
    back_up(file, WORDS)
    with pytest.raises(WrongPassphrase):
        restore(file, "et andet ord")
    assert everything(base)[4][0].text == SAID


def test_another_file_is_not_a_backup(base, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("mine noter", encoding="utf-8")
    with pytest.raises(NotABackup):
        restore(file, WORDS)


def test_a_backup_from_a_newer_version_is_refused(base, tmp_path, monkeypatch):
    file = tmp_path / "base.taleroer"
    monkeypatch.setattr("storage.backup.current_revision", lambda engine: "9999")
    back_up(file, WORDS)
    with pytest.raises(DatabaseNewer):
        restore(file, WORDS)


def test_the_passphrase_kept_at_home_stays_the_same(home):
    assert home_passphrase() == home_passphrase()
    assert len(home_passphrase()) >= 40


def test_a_backup_from_an_older_version_takes_the_way_through_the_migrations(
    base, tmp_path, monkeypatch
):
    from storage.tables import metadata

    file = tmp_path / "old.taleroer"
    old = metadata.tables["settings"], metadata.tables["audit"]
    monkeypatch.setattr("storage.backup.current_revision", lambda engine: "0001")
    monkeypatch.setattr(
        "storage.backup.LEFT_OUT",
        {"drafts", "vectors", "withdrawals", "documents"} | {table.name for table in old},
    )
    back_up(file, WORDS)
    before = everything(base)
    with open_store() as store:
        store.delete_consultation(base.id)
    restore(file, WORDS)
    assert everything(base) == before
    with open_store() as store:
        assert store.settings(base.id).k == 5
