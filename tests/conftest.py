"""Every test has a home of its own; the store tests run on each database there is."""

import os

import pytest
from sqlalchemy import create_engine

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
        _empty(SERVER)
        monkeypatch.setenv("TALEROER_DATABASE_URL", SERVER)
    return request.param


def _empty(url):
    engine = create_engine(url)
    with engine.begin() as conn:
        conn.exec_driver_sql("drop schema public cascade")
        conn.exec_driver_sql("create schema public")
    engine.dispose()
