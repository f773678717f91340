"""Two versions as one tracked file: all accepted it is the new one, all rejected the old."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from plans import CID, DAY, small_base
from word_rules import Opened, faults, w

from exports import office
from exports.redline_rows import RedlineOutline, red_themes
from exports.word.redline import AUTHOR, write_redline
from interviews.model import Role
from strategy.model import InitiativeStatus, Milestone, PlanVersion

BASE = small_base()
NAMES = {theme.key: theme.name for theme in BASE.themes}
LABELS = {s.id: s.label for s in BASE.statements}
FIRST, SECOND, THIRD, FOURTH = BASE.initiatives
OLD = PlanVersion("o", CID, 1, DAY, Role.STEERING, "", BASE.goals, BASE.initiatives, BASE.links)
GOAL = replace(BASE.goals[0], text="at ingen borgere lever på gaden", target="halvt så mange")
NEW = replace(
    OLD,
    number=2,
    goals=(GOAL, BASE.goals[1], replace(BASE.goals[2], id="g9", number=4, text="at <alle> & én")),
    initiatives=(
        replace(SECOND, position=1),
        replace(
            FIRST,
            text="at der bygges mindst 30 små boliger, som kan betales af en kontanthjælp",
            responsible="Boligenheden",
            status=InitiativeStatus.PLANNED,
            milestones=(Milestone("grunden er købt", "2027"),),
            position=2,
        ),
        replace(THIRD, theme_key="housing", position=3),
        replace(FOURTH, id="a9", number=5, text="at der åbnes en natcafé 😀"),
    ),
    links=BASE.links[2:],
)
EMPTY = replace(OLD, goals=(), initiatives=(), links=())


def redline(old, new):
    themes = red_themes(old, new, NAMES, LABELS)
    return write_redline(RedlineOutline("Solby Kommune", "Ændringer", "1 til 2", DAY, themes), BASE)


def settled(content, accepted):
    """The body with all changes accepted, or all rejected, as Word does it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    gone = "del" if accepted else "ins"
    for row in list(root.iter(w("tr"))):
        if row.find(f"{w('trPr')}/{w(gone)}") is not None:
            row.getparent().remove(row)
    for table in list(root.iter(w("tbl"))):
        if table.find(w("tr")) is None:
            table.getparent().remove(table)
    for paragraph in list(root.iter(w("p"))):
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(gone)}") is not None:
            content_left = [r for r in paragraph if r.tag not in (w("pPr"), w(gone))]
            assert content_left == []
            paragraph.getparent().remove(paragraph)
    for mark in list(root.iter(w(gone))):
        mark.getparent().remove(mark)
    for mark in list(root.iter(w("ins"), w("del"))):
        for text in mark.iter(w("delText")):
            text.tag = w("t")
        place = mark.getparent().index(mark)
        mark.getparent()[place : place + 1] = list(mark)
    return root


def lines(root):
    """Every paragraph and the number of each row's cells, in reading order."""
    found = []
    for paragraph in root.iter(w("p")):
        pieces = [
            {w("noBreakHyphen"): "-", w("br"): "\n"}.get(node.tag, node.text or "")
            for node in paragraph.iter(w("t"), w("delText"), w("noBreakHyphen"), w("br"))
        ]
        found.append("".join(pieces))
    return found


PAIRS = {"changed": (OLD, NEW), "back": (NEW, OLD), "from nothing": (EMPTY, NEW),
         "to nothing": (OLD, EMPTY)}  # fmt: skip
each = pytest.mark.parametrize(("old", "new"), PAIRS.values(), ids=PAIRS)


@each
def test_all_accepted_is_the_new_version_and_all_rejected_the_old(old, new):
    content = redline(old, new)
    plain = {id(v): lines(settled(redline(v, v), True)) for v in (old, new)}
    if EMPTY not in (old, new):
        assert lines(settled(content, True)) == plain[id(new)]
        assert lines(settled(content, False)) == plain[id(old)]
    else:  # a plan without anything says so instead
        full, left = (True, False) if old is EMPTY else (False, True)
        assert lines(settled(content, full)) == plain[id(new if old is EMPTY else old)]
        assert "I-" not in "".join(lines(settled(content, left)))


@each
def test_the_file_is_valid(old, new, tmp_path):
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(old, new))
    assert [str(e) for e in OpenXmlValidator().validate(str(path)).errors] == []


@pytest.mark.parametrize("accepted", [True, False], ids=["accepted", "rejected"])
def test_the_file_is_accessible_once_its_changes_are_settled(accepted):
    content = redline(OLD, NEW)
    assert "changes tracked" in faults(content)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(target, "w") as out:
        for name in package.namelist():
            whole = name == "word/document.xml"
            part = etree.tostring(settled(content, accepted)) if whole else package.read(name)
            out.writestr(name, part)
    assert faults(target.getvalue()) == []


def test_only_insertions_and_deletions_signed_by_the_program_with_a_day():
    file = Opened(redline(OLD, NEW))
    marks = file.all("//w:ins|//w:del")
    assert len(marks) > 20
    assert {m.get(w("author")) for m in marks} == {AUTHOR}
    assert {m.get(w("date")) for m in marks} == {f"{DAY}T00:00:00Z"}
    numbers = [m.get(w("id")) for m in marks]
    assert len(set(numbers)) == len(numbers)
    assert not file.all("//w:moveFrom|//w:moveTo|//w:rPrChange|//w:pPrChange")


def test_a_changed_sentence_keeps_the_words_that_stayed():
    file = Opened(redline(OLD, NEW))
    gone = {"".join(m.itertext()) for m in file.all("//w:del")}
    come = {"".join(m.itertext()) for m in file.all("//w:ins")}
    assert "etableres" in gone
    assert {"bygges", "30"} <= come
    assert not any("kontanthjælp" in text for text in come)


def test_the_same_version_twice_has_no_change():
    assert not Opened(redline(OLD, OLD)).all("//w:ins|//w:del")


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it():
    assert office.to_pdf(redline(OLD, NEW), accessible=False).startswith(b"%PDF")
