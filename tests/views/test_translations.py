"""Every word on screen has its English, none is left over, and no placeholder is lost."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from interviews.model import Role
from storage import open_store
from tests.views.conftest import words
from views.common import PAGES

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locale" / "en" / "LC_MESSAGES" / "taleroer.po"
FILES = [ROOT / "app.py", *sorted((ROOT / "views").rglob("*.py"))]
PLACE = re.compile(r"{\w*}")
DANISH = re.compile(r"\w*[æøåÆØÅ]\w*")


def extracted(path):
    """The messages of one file: those Babel sees, and those it misses inside f-strings."""
    found = {
        message if isinstance(message, str) else tuple(message)
        for _line, message, _comments, _context in extract_from_file(
            "python", path, keywords={"_": None, "ngettext": (1, 2)}
        )
    }
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = isinstance(node, ast.Call) and getattr(node.func, "id", "")
        texts = [a.value for a in node.args if isinstance(a, ast.Constant)] if called else []
        if called == "_" and texts:
            found.add(texts[0])
        elif called == "ngettext":
            found.add(tuple(texts[:2]))
    return found


@pytest.fixture(scope="module")
def used():
    return set().union(*(extracted(path) for path in FILES))


@pytest.fixture(scope="module")
def english():
    with CATALOGUE.open("rb") as file:
        return {message.id: message.string for message in read_po(file, locale="en") if message.id}


def forms(message):
    return (message,) if isinstance(message, str) else tuple(message)


def test_every_text_on_screen_has_its_english(used, english):
    missing = [message for message in used if not all(forms(english.get(message, "")))]
    assert missing == []


def test_no_english_is_left_over(used, english):
    assert [message for message in english if message not in used] == []


def test_each_translation_fills_in_the_same_things(english):
    differ = [
        message
        for message, translated in english.items()
        for one, other in zip(forms(message), forms(translated), strict=True)
        if sorted(PLACE.findall(one)) != sorted(PLACE.findall(other))
    ]
    assert differ == []


def test_the_search_would_see_a_text_nobody_translated(tmp_path):
    page = tmp_path / "page.py"
    page.write_text(
        'st.write(_("Hej"))\nst.write(f"**{_(\'Dav\')}**")\nngettext("{n} ko", "{n} køer", 2)\n',
        encoding="utf-8",
    )
    assert extracted(page) == {"Hej", "Dav", ("{n} ko", "{n} køer")}


@pytest.mark.parametrize("role", ["interviewer", "consultant", "steering", "administrator"])
def test_english_pages_hold_no_danish_letters(planned, visit, role, monkeypatch):
    monkeypatch.setattr("views.translate.language", lambda: "en")
    with open_store() as store:
        kept = [s.text for s in store.statements(planned.id)]
        kept += [one.text for one in (*store.goals(planned.id), *store.initiatives(planned.id))]
        kept += [one.text for one in store.initiative_proposals(planned.id)]
        kept += [one.name for one in (*store.themes(planned.id), *store.tags(planned.id))]
    names = {"Talerør", "Prøve", "BørneTelefonen", "dlægen"}  # the last: half of it is in bold
    own = set(DANISH.findall(" ".join(kept))) | names
    danish = {"guides", "answers"}  # where Danish guides are edited and Danish sheets shown
    for page in set(PAGES[Role(role)]) - danish:
        said = words(visit(page, role=role, language="en"))
        left = set(DANISH.findall(said)) - own
        assert left == set(), (page, left)
