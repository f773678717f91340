"""Every test has a home of its own; the store tests run on each database there is."""

import os

import pytest
from sqlalchemy import create_engine, make_url

import storage.store

SERVER = os.environ.get("TEST_DATABASE_URL")
DATABASES = ["sqlite", *(["server"] if SERVER else [])]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A fresh folder for data; nothing of the machine's own is read or written."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TALEROER_HOME", str(folder))
    monkeypatch.delenv("TALEROER_DATABASE_URL", raising=False)
    monkeypatch.delenv("TALEROER_PASSPHRASE", raising=False)
    yield folder
    storage.store.close_engines()


@pytest.fixture(params=DATABASES)
def database(request, home, monkeypatch):
    """An empty database: a SQLite file, and a server's when TEST_DATABASE_URL names one."""
    if request.param == "server":
        monkeypatch.setenv("TALEROER_DATABASE_URL", _empty_schema(SERVER))
    return request.param


def _empty_schema(server):
    """The address of an emptied schema of the server's, one for each process that runs tests."""
    schema = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    engine = create_engine(server)
    with engine.begin() as conn:
        conn.exec_driver_sql(f"drop schema if exists {schema} cascade")
        conn.exec_driver_sql(f"create schema {schema}")
    engine.dispose()
    return (
        make_url(server)
        .update_query_dict({"options": f"-csearch_path={schema}"})
        .render_as_string(hide_password=False)
    )
