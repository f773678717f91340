"""The commands behind start.py, from a file to a plan and back."""

import datetime
import io
import runpy
import zipfile

import pytest

import commands
from interviews.model import Settings
from storage import open_store
from storage.daily import DAILY

LINES = [
    "tekst;tema",
    "Der mangler billige boliger til unge;Boliger",
    "Jeg vil gerne have en fast kontaktperson;casework",
    "Tandlægen er alt for dyr for mig;health",
    "De hilste på mig og lyttede, det var godt;encounter",
]


@pytest.fixture(autouse=True)
def nothing_daily(monkeypatch):
    """What one test prepares is not done on a later day in another."""
    monkeypatch.setattr(DAILY, "_task", None)
    monkeypatch.setattr(DAILY, "_done_on", None)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "udsagn.csv"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def test_importing_tells_what_was_taken(file, capsys):
    assert commands.main(["import", str(file), "--into", "Prøve"]) == 0
    out = capsys.readouterr().out
    assert "4 rækker læst, 4 taget, 0 ikke taget." in out
    with open_store() as store:
        (made,) = store.consultations()
        assert (made.name, store.count_statements(made.id)) == ("Prøve", 4)
        assert len(store.guides(made.id)) == 5


def test_a_file_that_is_not_there_or_not_readable_ends_with_one_line(tmp_path, capsys):
    assert commands.main(["import", str(tmp_path / "nej.csv")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"navn\nJens\n")
    assert commands.main(["import", str(bad), "--into", "Prøve"]) == 2
    assert "tekst" in capsys.readouterr().err
    with open_store() as store:
        assert store.consultations() == ()


def test_preparing_lays_the_demonstration_in_once(capsys):
    assert commands.main(["prepare"]) == 0
    assert commands.main(["prepare"]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    with open_store() as store:
        assert [c.is_demo for c in store.consultations()] == [True]


def test_preparing_deletes_what_is_due(file, home):
    commands.main(["import", str(file), "--into", "Prøve"])
    with open_store() as store:
        (made,) = store.consultations()
        store.save_settings(Settings(made.id, delete_on="2024-01-01"))
    assert commands.main(["prepare"]) == 0
    with open_store() as store:
        assert store.consultations() == ()
        assert [e.action for e in store.audit(made.id)] == ["retention", "imported"]
    for path in home.iterdir():
        if path.is_file():
            assert "Tandlægen er alt".encode() not in path.read_bytes()


def test_erasing_asks_for_the_words_and_leaves_nothing(file, home, capsys, monkeypatch):
    commands.main(["import", str(file), "--into", "Prøve"])
    monkeypatch.setattr("sys.stdin", io.StringIO("ja\n"))
    assert commands.main(["erase"]) == 2
    said = capsys.readouterr()
    assert "Prøve" in said.out
    assert "Det kan ikke fortrydes" in said.out
    assert said.err == "Intet er slettet: ordene var ikke dem, der blev bedt om.\n"
    with open_store() as store:
        assert len(store.consultations()) == 1
    monkeypatch.setattr("sys.stdin", io.StringIO("SLET ALT\n"))
    assert commands.main(["erase"]) == 0
    assert "Alt er slettet: 1" in capsys.readouterr().out
    with open_store() as store:
        assert store.consultations() == ()
    for path in home.iterdir():
        assert "Tandlægen er alt".encode() not in path.read_bytes(), path.name


def test_while_the_app_runs_on_what_is_due_is_deleted_on_its_day(file, monkeypatch):
    """As launcher.serve runs it: prepared once, then one process for months."""
    commands.main(["import", str(file), "--into", "Prøve"])
    with open_store() as store:
        (made,) = store.consultations()
        store.save_settings(Settings(made.id, delete_on="2099-01-02"))
    monkeypatch.setattr("sys.argv", ["commands", "prepare"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("commands", run_name="__main__")
    assert ended.value.code == 0

    class LaterDay(datetime.date):
        @classmethod
        def today(cls):
            return cls(2099, 1, 2)

    with open_store() as store:
        assert len(store.consultations()) == 1
    monkeypatch.setattr("datetime.date", LaterDay)
    with open_store() as store:
        assert store.consultations() == ()
        assert store.receipts()[0].day == "2099-01-02"


def test_backing_up_and_restoring_through_the_commands(file, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("TALEROER_PASSPHRASE", "fire danske ord her")
    copy = tmp_path / "kopi.taleroer"
    commands.main(["import", str(file), "--into", "Prøve"])
    assert commands.main(["backup", str(copy)]) == 0
    with open_store() as store:
        store.delete_consultation(store.consultations()[0].id)
    assert commands.main(["restore", str(copy)]) == 0
    with open_store() as store:
        assert [c.name for c in store.consultations()] == ["Prøve"]
    monkeypatch.setenv("TALEROER_PASSPHRASE", "noget andet")
    assert commands.main(["restore", str(copy)]) == 2
    assert "Kodeordet passer ikke" in capsys.readouterr().err
    assert commands.main(["restore", str(file)]) == 2
    assert "ikke en sikkerhedskopi" in capsys.readouterr().err


def test_a_database_from_a_newer_version_ends_with_status_three(capsys):
    from sqlalchemy import text

    from storage.store import close_engines

    with open_store() as store:
        store.conn.execute(text("update alembic_version set version_num = '9999'"))
    close_engines()
    assert commands.main(["prepare"]) == 3
    assert "nyere udgave" in capsys.readouterr().err


def test_a_plan_is_written_from_imported_statements(file, tmp_path, capsys):
    out = tmp_path / "plan.docx"
    commands.main(["import", str(file), "--into", "Prøve"])
    assert commands.main(["plan", str(out), "--of", "Prøve"]) == 0
    with zipfile.ZipFile(out) as archive:
        text = archive.read("word/document.xml").decode()
    assert "Tandlægen er alt for dyr for mig" in text
    assert commands.main(["plan", str(out), "--of", "Findes ikke"]) == 2
    assert "Prøve" in capsys.readouterr().err
    assert commands.main(["plan", str(tmp_path / "no" / "plan.docx"), "--of", "Prøve"]) == 2
