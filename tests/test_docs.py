"""What the documents say can be done can be done, and what they point at is there."""

import importlib.util
import re
import shlex
from importlib.metadata import files, metadata
from pathlib import Path

import pytest

from launcher.cli import build_parser
from launcher.installing import pinned_names
from launcher.places import ROOT
from tests.house_rules import sources

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
IDS = [page.relative_to(ROOT).as_posix() for page in PAGES]
SHELL = {"", "sh", "bash", "console"}
OTHER_TOOLS = {"uv"}
OUR_VARIABLE = re.compile(r"\b(?:TALEROER|TEST)_[A-Z_]+\b")


def _blocks(text: str) -> list[tuple[str, str]]:
    """The fenced blocks of a page as (language, content)."""
    return re.findall(r"^```(\w*)\n(.*?)^```", text, re.M | re.S)


def _spoken(text: str) -> list[str]:
    """Every command a page gives: lines of shell blocks, and code within the text."""
    lines = [
        line
        for language, content in _blocks(text)
        if language in SHELL
        for line in content.splitlines()
        if line.strip()
    ]
    return lines + re.findall(r"`((?:\.venv/bin/)?python3? [^`]+)`", text)


def _fault(command: str) -> str | None:
    """Why a command cannot be run here, or None."""
    words = shlex.split(command, comments=True)
    while words and re.match(r"[A-Z_]+=", words[0]):
        words.pop(0)
    tool, rest = (words or [""])[0], words[1:]
    if tool in OTHER_TOOLS:
        return None
    if not re.fullmatch(r"(\.venv/bin/)?python3?", tool):
        return f"unknown tool {tool!r}"
    if rest[:1] == ["-m"]:
        return None if importlib.util.find_spec(rest[1]) else f"no module {rest[1]}"
    if rest[:1] != ["start.py"]:
        return "neither start.py nor a module"
    return _start_fault(rest[1:])


def _start_fault(words: list[str]) -> str | None:
    if words[:1] == ["test"]:
        missing = [w for w in words[1:] if "/" in w and not (ROOT / w.split("::")[0]).exists()]
        return f"no such tests: {missing}" if missing else None
    if words[:1] == ["--help"]:
        return None
    try:
        build_parser().parse_args(words)
    except Exception as problem:
        return str(problem)
    return None


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_command_can_be_run(page: Path) -> None:
    spoken = _spoken(page.read_text(encoding="utf-8"))

    assert {command: _fault(command) for command in spoken if _fault(command)} == {}


def test_the_readme_gives_the_commands() -> None:
    spoken = _spoken((ROOT / "README.md").read_text(encoding="utf-8"))

    for command in ("python3 start.py", "python3 start.py test"):
        assert command in spoken


@pytest.mark.parametrize(
    "command",
    [
        "python3 start.py inport x.csv",
        "python3 start.py plan",
        "python3 start.py test tests/unit/attic",
        "python3 -m benchmarks.never",
        "python3 other.py",
        "npm start",
    ],
)
def test_a_command_that_is_not_there_is_seen(command: str) -> None:
    assert _fault(command)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_link_leads_to_a_file(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_file_it_names_is_there(page: Path) -> None:
    named = re.findall(r"`((?:\w+/)+\w+\.(?:py|md|toml|txt))`", page.read_text(encoding="utf-8"))

    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", ["architecture", "vocabulary", "privacy", "deployment"])
def test_the_pages_of_the_architecture_are_there(name: str) -> None:
    assert (ROOT / "docs" / f"{name}.md").is_file()


def test_decisions_are_numbered_in_a_row() -> None:
    numbers = [int(page.name[:4]) for page in sorted((ROOT / "docs" / "decisions").glob("*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_every_room_stands_in_the_drawing() -> None:
    drawing = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in ROOT.glob("[a-z]*/*.py")} | {"tests", "locale"}

    assert [room for room in sorted(rooms) if f"`{room}/`" not in drawing] == []


def test_every_variable_the_code_reads_is_explained() -> None:
    code = [source.text for source in sources(ROOT) if source.room != "tests"]
    read = {name for text in code for name in OUR_VARIABLE.findall(text)}
    explained = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")

    assert [name for name in sorted(read) if f"`{name}`" not in explained] == []
    assert "TALEROER_HOME" in read


def _table_of_dependencies() -> dict[str, str]:
    """Package to licence, as docs/dependencies.md says."""
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \| [^|]+ \| [^|]+ \|$", text, re.M))


def _asked_for() -> set[str]:
    """Packages the requirement files name themselves, without what comes along."""
    names = set()
    for file in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            found = re.match(r"([A-Za-z0-9._-]+)(?:\[\w+\])?==", line)
            if found:
                names.add(found[1].lower())
    return names


def test_every_dependency_is_accounted_for() -> None:
    listed = set(_table_of_dependencies()) - {"package"}

    assert listed == _asked_for()


@pytest.mark.parametrize("name", sorted(_asked_for()))
def test_its_licence_is_the_one_it_states(name: str) -> None:
    stated = metadata(name)
    words = stated.get("License-Expression") or stated.get("License") or ""
    words += " ".join(stated.get_all("Classifier") or [])
    words = words.replace("BSD License", "BSD-3-Clause") or _enclosed_licence(name)

    assert _table_of_dependencies()[name] in words


def _enclosed_licence(name: str) -> str:
    """The licence by the words of the file a package brings, for one that does not name it."""
    texts = [file.read_text() for file in files(name) or [] if file.name.startswith("LICEN")]
    text = " ".join(" ".join(texts).split())
    if "Redistribution and use in source and binary forms" not in text:
        return text
    return "BSD-3-Clause" if "Neither the name" in text else "BSD-2-Clause"


def test_every_dependency_is_pinned_exactly() -> None:
    for file in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            assert re.match(r"(#|-[rc] |[\w.-]+(\[\w+\])?==[\w.]+$|$)", line), line
    assert _asked_for() <= pinned_names(ROOT / "requirements-dev.txt")
    assert len(pinned_names(ROOT / "constraints.txt")) > len(_asked_for())
