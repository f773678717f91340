"""The entrance sets up once, hands over its words, and says what is wrong in a line."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from launcher import environment
from launcher.environment import fingerprint
from launcher.places import ROOT, venv_python
from launcher.problems import StartProblem
from tests.unit.launcher.made_up_tree import Tree


def _handed_over(said: str) -> dict[str, object]:
    handed: dict[str, object] = json.loads(said.splitlines()[-1])
    return handed


def _one_line(problem: "subprocess.CompletedProcess[str]") -> str:
    lines = problem.stderr.strip().splitlines()
    assert len(lines) == 1, problem.stderr
    return lines[0]


def test_the_first_start_fills_an_environment_and_shows_how_far_it_is(new: Tree) -> None:
    first = new.run("import", "udsagn.csv", "--into", "Prøveby Kommune")

    assert first.returncode == 0, first.stderr
    assert "Lægger på plads: 1 af 1 pakker" in first.stdout
    assert _handed_over(first.stdout) == {
        "words": ["import", str(new.home.parent / "udsagn.csv"), "--into", "Prøveby Kommune"],
        "home": str(new.home),
    }
    assert _version_in(new) == "1.0"


def test_a_later_start_leaves_the_environment_alone(built: Tree) -> None:
    log = built.home / "pip.log"
    written = log.stat().st_mtime_ns

    later = built.run("plan", "ud.docx", "--of", "Prøveby")

    assert later.returncode == 0
    assert len(later.stdout.splitlines()) == 1
    assert log.stat().st_mtime_ns == written


def test_a_changed_pin_is_installed(new: Tree) -> None:
    new.run("backup", "x.db")
    new.pin("2.0")

    assert new.run("backup", "x.db").returncode == 0
    assert _version_in(new) == "2.0"


def test_a_half_made_environment_is_repaired(new: Tree) -> None:
    half = new.root / ".venv"
    venv_python(half).parent.mkdir(parents=True)
    venv_python(half).write_text("#!/bin/false\n")

    assert new.run("backup", "x.db").returncode == 0
    assert _version_in(new) == "1.0"


def test_two_first_starts_at_once_both_succeed(new: Tree) -> None:
    starts = [
        subprocess.Popen(
            new.call("backup", f"{number}.db"), env=new.environment(), cwd=new.home.parent,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        )
        for number in range(2)
    ]  # fmt: skip
    said = [start.communicate(timeout=120) for start in starts]

    assert [start.returncode for start in starts] == [0, 0], said
    assert sum("Henter de pakker" in out for out, _ in said) == 1
    assert sum("En anden start" in out for out, _ in said) == 1


def test_without_a_network_the_first_start_says_so(new: Tree) -> None:
    (new.root / "requirements.txt").write_text("--index-url http://127.0.0.1:9/simple\ntiny==1.0\n")

    failed = new.run("backup", "x.db", PIP_NO_INDEX="0", PIP_FIND_LINKS="", PIP_RETRIES="0")

    assert failed.returncode == 1
    assert "ingen forbindelse til pypi.org" in _one_line(failed)
    assert str(new.home / "pip.log") in _one_line(failed)
    new.pin("1.0")
    assert new.run("backup", "x.db").returncode == 0


def test_a_data_folder_that_cannot_be_written_is_named(built: Tree, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    failed = built.run("backup", "x.db", TALEROER_HOME=str(tmp_path / "file" / "data"))

    assert failed.returncode == 1
    assert f"Der kan ikke skrives i mappen {tmp_path / 'file' / 'data'}" in _one_line(failed)
    assert "TALEROER_HOME" in _one_line(failed)


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(
        environment.importlib.util, "find_spec", lambda name: None if name == missing else name
    )

    with pytest.raises(StartProblem, match=r"sudo apt install python3\.\d+-venv"):
        environment._make_venv(tmp_path / "pip.log")


def test_a_command_that_fails_passes_its_words_and_its_code_on(built: Tree) -> None:
    failed = built.run("restore", "x.db", STAND_IN_ENDS="3")

    assert failed.returncode == 3
    assert _one_line(failed) == "Databasen er lavet af en nyere version."


@pytest.mark.parametrize(
    "words", [["imprt", "x.csv"], ["import"], ["--port", "x"], ["--port", "0"], ["plan", "a", "b"]]
)
def test_a_call_that_is_not_understood_is_answered_in_a_line(built: Tree, words: list[str]) -> None:
    failed = built.run(*words)

    assert failed.returncode == 2
    assert _one_line(failed).startswith("Fejl: ")


def test_help_names_every_command_in_danish_then_english(built: Tree) -> None:
    said = built.run("--help").stdout

    for word in (
        "import FIL",
        "plan UD.docx",
        "backup FIL",
        "restore FIL",
        "migrate",
        "test",
        "--port",
    ):
        assert word in said
    assert said.index("åbn Talerør") < said.index("In English")


def test_test_runs_ruff_then_pytest_and_ends_with_its_closing_line(built: Tree) -> None:
    (built.root / "test_it.py").write_text("def test_a(): pass\ndef test_b(): pass\n")

    tested = built.run("test", "-k", "test_a", "-p", "no:cacheprovider")

    assert tested.returncode == 0, tested.stdout + tested.stderr
    lines = tested.stdout.splitlines()
    assert any(line.startswith("ruff check") for line in lines)
    assert "1 passed in" in lines[-1]


@pytest.mark.parametrize(("ruff", "body"), [("1", "pass"), ("0", "assert False")])
def test_test_fails_when_ruff_or_pytest_does(built: Tree, ruff: str, body: str) -> None:
    (built.root / "test_it.py").write_text(f"def test_a(): {body}\n")

    tested = built.run("test", "-p", "no:cacheprovider", STAND_IN_RUFF=ruff)

    assert tested.returncode == 1
    assert "1 passed" in tested.stdout or "1 failed" in tested.stdout


def test_an_old_python_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    source = (ROOT / "start.py").read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))

    with pytest.raises(SystemExit, match=r"Python 3\.9 er for gammel\. Hent Python 3\.11"):
        exec(compile(source, "start.py", "exec"), {"__name__": "__main__"})


def test_start_is_written_so_that_any_python_can_read_it() -> None:
    source = (ROOT / "start.py").read_text(encoding="utf-8")
    newer = (ast.FunctionDef, ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Match)

    assert "coding: utf-8" in source.splitlines()[0]
    assert not [node for node in ast.walk(ast.parse(source)) if isinstance(node, newer)]


def test_the_fingerprint_follows_the_pins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    (tmp_path / "requirements.txt").write_text("a==1\n")
    before = fingerprint("requirements.txt")
    (tmp_path / "constraints.txt").write_text("b==1\n")

    assert fingerprint("requirements.txt") != before
    assert fingerprint("requirements.txt") == fingerprint("requirements.txt")


def _version_in(tree: Tree) -> str:
    said = subprocess.run(
        [str(venv_python(tree.root / ".venv")), "-c", "import tiny; print(tiny.VERSION)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return said.stdout.strip()
