"""REFI-QDA: other programs can open it, and it says no more than the base lets it."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from plans import DAY, small_base, with_text

from analysis.model import Tag
from exports.base import code_rows
from exports.gate import publish
from exports.model import CodeRow
from exports.outline import draw
from exports.qda import CODEBOOK, PROJECT, CodebookRenderer, QdaRenderer

SCHEMA = etree.XMLSchema(
    etree.parse(Path(__file__).parent / "assets" / "refi-qda-project-1.0.xsd")
)  # by REFI, under the MIT licence that stands in it
NS = {"q": PROJECT}
CODES = (
    CodeRow("money", "Økonomi", None, "Penge i det daglige.\nUden: gæld"),
    CodeRow("debt", "Gæld & rykkere", "money"),
)


def opened(base):
    """The project element and the texts of a finished file."""
    with zipfile.ZipFile(io.BytesIO(publish(draw(base, DAY), base, QdaRenderer()))) as file:
        root = etree.fromstring(file.read("project.qde"))
        texts = {n: file.read(n) for n in file.namelist() if n != "project.qde"}
    return root, texts


def selections(root, texts):
    """Each selection's name and words, cut out of its text as another program would."""
    for source in root.iterfind(".//q:TextSource", NS):
        text = texts[source.get("plainTextPath").replace("internal://", "sources/")].decode()
        for one in source.iterfind("q:PlainTextSelection", NS):
            yield one, text[int(one.get("startPosition")) : int(one.get("endPosition"))]


@pytest.fixture
def base():
    return replace(small_base(), codes=CODES)


def test_a_project_is_valid(base):
    root, _ = opened(base)
    SCHEMA.assertValid(root)


def test_a_codebook_is_valid_and_keeps_its_tree(base):
    root = etree.fromstring(publish(draw(base, DAY), base, CodebookRenderer()))
    assert root.tag == f"{{{CODEBOOK}}}CodeBook"
    wrapped = etree.fromstring(
        b'<Project xmlns="%b" name="x"><CodeBook>%b</CodeBook></Project>'
        % (PROJECT.encode(), etree.tostring(root[0]).replace(CODEBOOK.encode(), PROJECT.encode()))
    )  # the codebook's schema has the same type for codes
    SCHEMA.assertValid(wrapped)
    child = next(c for c in root.iter() if c.get("name") == "Gæld & rykkere")
    assert child.getparent().get("name") == "Økonomi"
    assert "Uden: gæld" in child.getparent()[0].text


def test_every_selection_is_the_statement_and_every_statement_is_there(base):
    root, texts = opened(base)
    found = {one.get("name"): said for one, said in selections(root, texts)}
    assert found == {
        s.label: s.text if s.quotable else "(gengives ikke af hensyn til borgeren)"
        for s in base.statements
    }
    assert not any(s.text in str(texts) for s in base.statements if not s.quotable)


def test_codes_lie_on_the_statements_that_carry_them(base):
    root, texts = opened(base)
    names = {code.get("guid"): code.get("name") for code in root.iterfind(".//q:Code", NS)}
    coded = {
        one.get("name"): {names[r.get("targetGUID")] for r in one.iterfind(".//q:CodeRef", NS)}
        for one, _ in selections(root, texts)
    }
    assert coded["U-045"] >= {"Økonomi", "Ældre", "Aktivitet", "Ågade"}
    assert all("Art: " in " ".join(codes) for codes in coded.values())


def test_no_byte_order_mark_no_carriage_return_no_character_that_programs_count_otherwise(base):
    said = "Så kom hun 😀 med\r\nkaffe – og så æblekage."
    _, texts = opened(with_text(base, "u045", said))
    everything = b"".join(texts.values())
    assert not everything.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in everything
    assert "Så kom hun � med\nkaffe – og så æblekage." in everything.decode()


def test_nothing_tells_who_when_where_or_what_was_said_in_one_conversation(base):
    root, texts = opened(base)
    assert {a for one in root.iter() for a in one.attrib} & {
        "basePath",
        "creatingUser",
        "creatingUserGUID",
        "modifyingUserGUID",
    } == set()
    assert root.find("q:Users", NS) is None
    assert root.find("q:Cases", NS) is None
    assert len(texts) == len(base.themes)
    whole = etree.tostring(root).decode() + str(texts)
    assert not any(site.name in whole for site in base.sites[3:])
    assert not any(held.id in whole for held in base.interviews)
    moved = replace(base, statements=tuple(replace(s, interview_id="i0") for s in base.statements))
    assert opened(moved)[1] == texts


def test_the_same_base_gives_the_same_bytes_and_no_clock_time(base):
    outline = draw(base, DAY)
    content = publish(outline, base, QdaRenderer())
    assert content == publish(outline, base, QdaRenderer())
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_chain_from_statement_to_initiative_stays(base):
    root, texts = opened(base)
    notes = {n.get("guid"): n.get("name") for n in root.iterfind(".//q:Note", NS)}
    labels = {one.get("guid"): one.get("name") for one, _ in selections(root, texts)}
    tied = {
        (notes[link.get("originGUID")], labels[link.get("targetGUID")])
        for link in root.iterfind(".//q:Link", NS)
        if link.get("originGUID") in notes
    }
    by_id = {i.id: i.label for i in base.initiatives}
    said = {s.id: s.label for s in base.statements}
    assert tied == {
        (by_id[k.target_id], said[k.statement_id])
        for k in base.links
        if k.target_id in by_id and k.statement_id in said
    }


def test_two_tags_of_one_name_stay_two():
    rows = code_rows(
        (
            Tag("1", "c", "a", "Hjem"),
            Tag("2", "c", "b", "Støtte"),
            Tag("3", "c", "c", "Pris", "a"),
            Tag("4", "c", "d", "Pris", "b"),
        )
    )
    assert [row.name for row in rows] == ["Hjem", "Støtte", "Pris (Hjem)", "Pris (Støtte)"]
