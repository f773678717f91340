"""A municipality's own file: its letterhead is printed, and nothing else of it but its style."""

import io
from dataclasses import replace

import pytest
from carriers import (
    LETTERHEAD,
    PERSON,
    letterhead,
    parts,
    saved,
    shown,
    two_sections,
    well_used,
    with_part,
)
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from openxml_audit import OpenXmlValidator
from plans import DAY, small_base, with_text

from exports import words
from exports.check import PrintStopped
from exports.gate import Printed, publish
from exports.outline import draw
from exports.word import WordRenderer
from exports.word.carrier import own_words
from exports.word.read import read

NAMED = "Kontakt: Jens Hansen, 99 99 99 99"


def printed(carrier, base=None, renderer=WordRenderer, **options):
    """The small plan in the style of `carrier`, through the gate."""
    base = base or small_base()
    return publish(draw(base, DAY, **options), base, renderer(carrier, count_pages=False))


def footers(content):
    """The visible text of each footer of the last section's kinds."""
    return [shown(text) for name, text in parts(content).items() if "/footer" in name]


def test_an_ordinary_letterhead_is_printed_on_every_page():
    content = printed(saved(letterhead()))
    section = Document(io.BytesIO(content)).sections[0]
    assert [p.text for p in section.footer.paragraphs][:3] == list(LETTERHEAD)


def test_a_colophon_that_names_a_person_is_printed():
    content = printed(saved(letterhead([NAMED, "[[INDHOLD]]"])))
    assert Document(io.BytesIO(content)).paragraphs[0].text == NAMED


def test_what_the_template_says_itself_can_be_shown():
    own = own_words(saved(letterhead([NAMED, "[[INDHOLD]]", "Bagside"])))
    assert set(own.every_page) == {"  Solby Kommune", *LETTERHEAD}
    assert own.around == (NAMED, "Bagside")
    assert own_words(None).every_page == ()


def test_a_body_that_the_plan_replaces_is_neither_shown_nor_allowed():
    assert own_words(saved(letterhead([NAMED]))).around == ()


def test_the_letterhead_is_no_leave_for_a_citizens_words():
    base = with_text(small_base(), "u115", LETTERHEAD[1])
    with pytest.raises(PrintStopped, match="U-115: identifier PHONE"):
        printed(saved(letterhead()), base)


def test_the_letterhead_is_no_leave_for_the_plans_own_words():
    first, *rest = small_base().initiatives
    base = replace(small_base(), initiatives=(replace(first, indicator=LETTERHEAD[1]), *rest))
    with pytest.raises(PrintStopped, match="I-01: identifier PHONE"):
        printed(saved(letterhead()), base)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("word/header1.xml", None, words.HEADER),
        ("docProps/custom.xml", "<a><b>Ring til 20 30 40 50</b></a>", words.PROPERTIES),
        ("docProps/app.xml", "<a><Manager>Jens Hansen</Manager></a>", words.PROPERTIES),
        ("word/endnotes.xml", None, words.NOTES),
        ("word/footnotes.xml", None, words.NOTES),
        ("word/comments.xml", None, words.COMMENTS),
    ],
)
def test_what_nobody_was_shown_stops_the_print_and_the_place_is_told(name, text, place):
    """The file itself is at fault, in any part: a renderer that puts in a telephone number."""
    planted = text or (
        '<w:a xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:p><w:r><w:t>Ring til 20 30 40 50</w:t></w:r></w:p></w:a>"
    )

    class Careless(WordRenderer):
        def render(self, cleared):
            return with_part(super().render(cleared), name, lambda _: planted)

    with pytest.raises(PrintStopped) as error:
        printed(None, renderer=Careless)
    assert {fault.label for fault in error.value.faults} == {place}


def test_a_fault_without_a_number_is_told_by_its_heading():
    first, *rest = small_base().themes
    base = replace(small_base(), themes=(replace(first, description="Ring til 20 30 40 50"), *rest))
    with pytest.raises(PrintStopped, match="Boliger: identifier PHONE"):
        printed(None, base)
    assert Printed("", "x").where == words.OWN_WORDS


def test_nothing_of_what_many_hands_left_in_a_template_is_printed(tmp_path):
    content = printed(well_used())
    found = parts(content)
    assert [name for name, text in found.items() if PERSON in text] == []
    assert not any(
        word in name
        for name in found
        for word in ("comments", "app.xml", "custom", "vba", "people", "endnotes")
    )
    assert "Kolofon ny" in shown(found["word/document.xml"])
    assert "skriv" in shown(found["word/document.xml"])
    for gone in ("attachedTemplate", "documentProtection", "docVar", "Users"):
        assert gone not in " ".join(found.values())
    path = tmp_path / "plan.docx"
    path.write_bytes(content)
    assert [str(e) for e in OpenXmlValidator().validate(str(path)).errors] == []


def test_the_carrier_of_the_test_above_has_all_of_it():
    found = parts(well_used())
    where = {name for name, text in found.items() if PERSON in text}
    assert where >= {
        *("word/comments.xml", "docProps/app.xml", "docProps/custom.xml", "docProps/core.xml"),
        *("customXml/item1.xml", "word/settings.xml", "word/vbaProject.bin", "word/people.xml"),
        *("word/endnotes.xml", "word/document.xml", "word/_rels/settings.xml.rels"),
    }
    assert 'w:lang w:val="en-US"' in found["word/styles.xml"]


def test_the_language_is_danish_whatever_the_makers_word_was_set_to():
    styles = parts(printed(well_used()))["word/styles.xml"]
    assert 'w:lang w:val="da-DK"' in styles
    assert "en-US" not in styles.replace("w:latentStyles", "").replace('w:eastAsia="en-US"', "")


def test_properties_of_the_carrier_do_not_come_along():
    props = Document(io.BytesIO(printed(well_used()))).core_properties
    assert (props.category, props.content_status, props.identifier, props.version) == ("",) * 4


def test_a_footer_of_the_carriers_own_gets_the_mark_and_the_page_number():
    draft, final = printed(saved(letterhead())), printed(saved(letterhead()), is_draft=False)
    usual = Document(io.BytesIO(draft)).sections[0].footer
    assert usual.paragraphs[-1].text == f"{words.DRAFT_MARK}  ·  Side 1 af 1"
    assert Document(io.BytesIO(final)).sections[0].footer.paragraphs[-1].text == "Side 1 af 1"
    assert all(words.DRAFT_MARK in text for text in footers(draft))
    assert not any(words.DRAFT_MARK in text for text in footers(final))


def test_a_footer_that_counts_pages_itself_is_not_counted_twice():
    document = letterhead()
    field = document.sections[0].footer.add_paragraph()._p
    field.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "/>'))
    last = Document(io.BytesIO(printed(saved(document)))).sections[0].footer.paragraphs[-1]
    assert last.text == words.DRAFT_MARK


def test_even_and_first_pages_of_a_draft_say_so_too():
    document = letterhead()
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_footer.paragraphs[0].text = "Forside"
    section.even_page_footer.paragraphs[0].text = "Lige sider"
    found = footers(printed(saved(document)))
    assert len(found) == 3
    assert all(words.DRAFT_MARK in text for text in found)


def test_a_cover_of_the_municipalitys_own_says_that_the_plan_is_a_draft():
    document = Document()
    document.add_paragraph("Forside")
    document.add_paragraph("[[INDHOLD]]")
    section = Document(io.BytesIO(printed(saved(document)))).sections[0]
    assert section.first_page_footer.paragraphs[0].text == words.DRAFT_MARK


def test_the_title_page_has_the_letterhead_too():
    content = printed(saved(letterhead()))
    section = Document(io.BytesIO(content)).sections[0]
    assert section.different_first_page_header_footer
    first = section.first_page_header
    assert first.paragraphs[0].text.endswith("Solby Kommune")
    picture = first.part.rels[first._element.xpath(".//a:blip/@r:embed")[0]]
    assert picture.target_part.blob.startswith(b"\x89PNG")


def test_only_the_first_section_has_a_first_page_and_counts_anew():
    document = letterhead()
    document.sections[0]._sectPr.insert(
        2, document.sections[0]._sectPr.makeelement(_w("pgNumType"), {_w("start"): "1"})
    )
    sections = Document(io.BytesIO(printed(saved(document)))).sections
    assert [s.different_first_page_header_footer for s in sections] == [True, False, False]
    starts = [s._sectPr.xpath("w:pgNumType/@w:start") for s in sections]
    assert starts == [["1"], [], []]


def _w(name):
    return qn(f"w:{name}")


def test_a_last_section_that_takes_its_letterhead_from_the_one_before_keeps_it():
    for section in Document(io.BytesIO(printed(saved(two_sections())))).sections:
        assert section.header.paragraphs[0].text.endswith("Solby Kommune")
        assert section.footer.paragraphs[0].text == LETTERHEAD[0]


def test_a_letterhead_nobody_sees_any_more_does_not_hide_in_the_file():
    document = two_sections()
    last = document.sections[-1]
    last.footer.is_linked_to_previous = False
    last.footer.paragraphs[0].text = "Ny sidefod"
    content = printed(saved(document))
    assert LETTERHEAD[0] not in " ".join(parts(content).values())


def test_a_draft_of_ours_that_carries_the_next_plan_does_not_call_it_a_draft():
    again = printed(printed(None), is_draft=False)
    assert "Udkast" not in " ".join(shown(text) for text in parts(again).values())


def test_pieces_that_a_carrier_says_are_marked_only_where_it_says_them():
    carrier = saved(letterhead())
    marked = [p for p in read(printed(carrier), own_words(carrier)) if p.is_letterhead]
    assert {p.place for p in marked} == {words.HEADER, words.FOOTER}


def test_visible_numbers_have_room_in_a_narrow_table():
    document = letterhead()
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(4)
    tables = Document(io.BytesIO(printed(saved(document)))).element.body.iter(_w("tbl"))
    widths = {
        int(table.find(f".//{_w('gridCol')}").get(_w("w")))
        for table in tables
        if "".join(table.find(_w("tr")).itertext()).startswith("Nr.")
    }
    assert min(widths) >= 700
