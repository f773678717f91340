"""Planted identities are in no file of ours after the whole way, from typing to printing."""

import dataclasses
import importlib
import inspect
import logging
import pkgutil
import tempfile
import zipfile
from pathlib import Path

import pytest

import exports
from exports.documents import print_plan
from exports.word import WordRenderer
from guides.loader import load_shared
from interviews import drafts, record
from interviews.model import Judgement, Role, Typed
from interviews.setup import create_consultation, shared_themes
from storage import open_store
from storage.backup import back_up
from storage.erase import scrub

PLANTED = ("251248-9996", "Torkild", "Brandstrup", "22 33 44 55", "torkild@post.example")
SAID = (
    "Min nabo Torkild Brandstrup hjalp mig. Hans nummer er 22 33 44 55, mit er 251248-9996, "
    "og han skriver fra torkild@post.example."
)


@pytest.fixture
def logged(tmp_path):
    """Everything that is logged, in a file."""
    handler = logging.FileHandler(tmp_path / "everything.log")
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield
    root.removeHandler(handler)
    root.setLevel(before)
    handler.close()


def every_renderer():
    """One of each class of the room of exports that can render, found and not listed."""
    modules = [
        importlib.import_module(m.name) for m in pkgutil.walk_packages(exports.__path__, "exports.")
    ]
    kinds = {
        value
        for module in modules
        for value in vars(module).values()
        if inspect.isclass(value) and hasattr(value, "render") and hasattr(value, "suffix")
    }
    return [WordRenderer(count_pages=False) if kind is WordRenderer else kind() for kind in kinds]


def whole_way(folder):
    """A conversation typed, answered, handed in, printed in every form and backed up."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes(), load_shared())
        guide = next(g for g in load_shared() if g.id == "housing")
        draft = drafts.start_draft(store, made.id, [guide], "2024-05-07")
        drafts.give_consent(store, draft.id)
        entry = drafts.add_entry(store, draft.id, "housing", guide.questions[0].key)
    for length in range(10, len(SAID) + 10, 10):  # as it arrives while somebody types
        with open_store() as store:
            typed = Typed(entry.id, SAID[:length], "tablet", length, 0)
            drafts.save_entry(store, draft.id, typed)
    with open_store() as store:
        found = record.check_draft(store, draft.id)[entry.id]
        answers = [Judgement(entry.id, f.start, f.end, f.replacement) for f in found]
        handed = record.hand_in(store, draft.id, answers)
    for renderer in every_renderer():
        with open_store() as store:
            data = print_plan(store, made.id, renderer, Role.STEERING)
        (folder / f"out{renderer.suffix}").write_bytes(data)
    back_up(folder / "base.taleroer", "fire danske ord her")
    return handed


def contents(path):
    """The bytes of a file, and those of everything packed inside it."""
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def test_after_the_whole_way_no_file_holds_a_planted_identity(home, tmp_path, logged, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    (said,) = whole_way(tmp_path).statements
    assert "[navn]" in said.text
    scrub()
    searched = [path for path in Path(tmp_path).rglob("*") if path.is_file()]
    assert {p.suffix for p in searched} >= {".docx", ".xlsx", ".csv", ".qdpx", ".qdc", ".db"}
    for path in searched:
        for content in contents(path):
            for word in PLANTED:
                assert word.lower().encode() not in content.lower(), (path.name, word)


def test_the_search_would_find_what_is_there(home, tmp_path):
    """The same search over a base that does hold it: the check can fail."""
    handed = whole_way(tmp_path)
    with open_store() as store:
        (said,) = handed.statements
        careless = dataclasses.replace(
            said, id="c" * 32, version=2, replaces=said.id, text=f"Det var {PLANTED[1]}"
        )
        store.add_statement_version(careless)
    scrub()
    held = [p for p in home.rglob("*") if p.is_file() and PLANTED[1].encode() in p.read_bytes()]
    assert [p.name for p in held] == ["taleroer.db"]
