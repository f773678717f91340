"""Thirty things hands do to a draft in Word: each is found or told, and none is taken for another.

Every edit says all that is offered (what, field) and all that is told (where, why).
"""

from copy import deepcopy

import pytest
from lxml import etree
from test_returned import back, printed
from test_returned_by_hand import heading, text_of

from benchmarks.word_edits import Edited, w
from exports.word.beside import read_notes
from exports.word.returned import read_returned

__all__ = ["printed"]  # the fixture
EDITS = []


def edit(offers=(), told=()):
    """An edit with all it may offer and all it may tell."""

    def keep(function):
        EDITS.append(pytest.param(function, set(offers), set(told), id=function.__name__))
        return function

    return keep


def paragraph(text):
    made = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(made, w("r")), w("t")).text = text
    return made


def find(file, text):
    return next(p for p in file.root.iter(w("p")) if text in text_of(p))


def cells(file, label):
    return file.row(label).findall(w("tc"))


def table(file, label):
    return next(file.row(label).iterancestors(w("tbl")))


def set_in(cell, tag, value):
    etree.SubElement(cell.find(w("tcPr")), w(tag)).set(w("val"), value)


@edit(told={("I-01", "unread")})
def cells_merged_across(file):
    left, right = cells(file, "I-01")[2:4]
    set_in(left, "gridSpan", "2")
    left.extend(right.findall(w("p")))
    right.getparent().remove(right)


@edit(told={("I-01", "unread"), ("I-01", "evidence")})
def a_row_merged_to_one_cell(file):
    first, *rest = cells(file, "I-01")[1:]
    set_in(first, "gridSpan", "6")
    for cell in rest:
        first.extend(cell.findall(w("p")))
        cell.getparent().remove(cell)


@edit(offers={("I-02", "responsible"), ("I-02", "partners")})
def cells_merged_down(file):
    for label, value in (("I-01", "restart"), ("I-02", "continue")):
        set_in(cells(file, label)[2], "vMerge", value)


@edit(offers={("I-01", "")}, told={("I-01", "evidence")})
def a_row_copied(file):
    file.row("I-02").addnext(deepcopy(file.row("I-01")))


@edit(offers={("M-01", "")})
def a_goal_copied_above_itself(file):
    goal = file.paragraph("M-01")
    goal.addprevious(deepcopy(goal))


@edit(offers={("M-01", "")})
def a_goal_copied_with_its_bookmark(file):
    a_goal_copied_above_itself(file)
    *_, mark = (b for b in file.root.iter(w("bookmarkStart")) if b.get(w("name")) == "M_01")
    mark.getparent().remove(mark)


@edit(offers={("M-02", "")})
def a_goal_deleted_so_that_the_next_heading_takes_its_style(file):
    """As LibreOffice saves a goal deleted with tracking: the paragraphs are one."""
    style = file.paragraph("M-02").find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))
    following = file.paragraph("M-02").getnext()
    file.tracked = True
    file.remove_goal("M-02")
    following.find(f"{w('pPr')}/{w('pStyle')}").set(w("val"), style)


@edit(told={("Initiativer", "unread")})
def a_table_cut_in_two(file):
    first = table(file, "I-01")
    second = deepcopy(first)
    for row in second.findall(w("tr")):
        second.remove(row)
    second.append(file.row("I-02"))
    first.addnext(second)
    first.addnext(paragraph("Det haster mest."))


@edit(told={("I-02", "heading")})
def a_table_cut_in_two_by_a_new_theme(file):
    first = table(file, "I-01")
    second = deepcopy(first)
    for row in second.findall(w("tr"))[1:]:
        second.remove(row)
    second.append(file.row("I-02"))
    new = deepcopy(heading(file, "Boliger"))
    for text in new.iter(w("t")):
        text.text = "Et helt nyt tema"
    first.addnext(second)
    first.addnext(new)


@edit(
    offers={("I-03", "text")},
    told={("I-03", "unread"), ("I-03", "evidence")},
)
def a_table_made_text(file):
    old = table(file, "I-03")
    for row in old.findall(w("tr"))[1:]:
        texts = (" ".join(map(text_of, c.findall(w("p")))) for c in row.findall(w("tc")))
        old.addprevious(paragraph("\t".join(texts).replace("I03", "I-03")))
    old.getparent().remove(old)


@edit(
    offers={("I-02", ""), *(("I-01", name) for name in (
        "text", "responsible", "start", "end", "indicator"))},
    told={("I-01", "unread"), ("I-01", "evidence")},
)  # fmt: skip
def two_rows_joined(file):
    row = file.row("I-02")
    for cell, other in zip(cells(file, "I-01"), row.findall(w("tc")), strict=True):
        cell.extend(other.findall(w("p")))
    row.getparent().remove(row)


@edit()
def a_label_deleted(file):
    file.clear(file.cell("I-01", 0))


@edit(told={("I-01", "unread")})
def a_label_typed_over(file):
    cell = file.cell("I-01", 0)
    file.clear(cell)
    file.append(cell, "Udgår")


@edit(offers={("I-01", "text")})
def a_line_break_for_a_paragraph(file):
    run = etree.SubElement(file.cell("I-01", 1), w("r"))
    etree.SubElement(run, w("br"))
    etree.SubElement(run, w("t")).text = "og med have"


@edit(offers={("I-01", "status")})
def a_status_after_a_line_break(file):
    run = etree.SubElement(file.cell("I-01", 1), w("r"))
    etree.SubElement(run, w("br"))
    etree.SubElement(run, w("t")).text = "Status: i gang"


@edit(offers={("I-01", "text")})
def words_put_in_smart_quotes(file):
    file.replace(file.cell("I-01", 1), "små boliger", "“små” boliger")


@edit(told={("I-02", "struck")})
def words_struck_through(file):
    for run in file.cell("I-02", 1).iter(w("r")):
        props = run.find(w("rPr"))
        if props is None:
            props = etree.Element(w("rPr"))
            run.insert(0, props)
        etree.SubElement(props, w("strike"))


@edit(told={("U-088", "quote")})
def a_quote_edited(file):
    file.replace(find(file, "»Da jeg fik nøglen"), "nøglen", "nøglerne")


@edit(told={("U-088", "quote")})
def a_quote_deleted_and_its_number_left(file):
    quote = find(file, "»Da jeg fik nøglen")
    quote.getparent().remove(quote)


@edit(told={("U-088", "quote")})
def a_quote_blanked(file):
    file.clear(find(file, "»Da jeg fik nøglen"))


@edit()
def a_quote_split(file):
    file.split(find(file, "»Da jeg fik nøglen"), "sad jeg")


@edit(told={("U-012", "quote")})
def a_quote_given_another_number(file):
    number = find(file, "»Da jeg fik nøglen").getnext()
    next(t for t in number.iter(w("t")) if t.text == "088").text = "012"


@edit(told={("U-088", "quote")})
def a_statement_deleted_from_the_annex(file):
    line = file.bookmark("U-088").getparent()
    line.getparent().remove(line)


@edit(told={("U-012", "quote")})
def what_citizens_say_edited(file):
    line = next(p for p in file.root.iter(w("p")) if text_of(p).startswith("Jeg har stået"))
    file.replace(line, "tre år", "fire år")


def boxed(text):
    run = etree.Element(w("r"))
    box = etree.SubElement(etree.SubElement(run, w("pict")), w("txbxContent"))
    box.append(paragraph(text))
    return run


@edit(told={("I-01", "unread")})
def a_text_box_in_a_row(file):
    file.cell("I-01", 1).append(boxed("Ny idé: at der åbnes en natcafé"))


@edit(told={("Sundhed", "unread")})
def a_text_box_between_paragraphs(file):
    line = paragraph("")
    line.append(boxed("Nyt initiativ: at der åbnes en natcafé"))
    heading(file, "Sundhed").addnext(line)


@edit(told={("I-01", "unread")})
def a_table_in_a_cell(file):
    inside = etree.Element(w("tbl"))
    cell = etree.SubElement(etree.SubElement(inside, w("tr")), w("tc"))
    cell.append(paragraph("heraf ti i nord"))
    cells(file, "I-01")[1].insert(1, inside)


@edit(told={("Initiativer", "unread")})
def a_sentence_under_a_table(file):
    table(file, "I-01").addnext(paragraph("at der også åbnes en natcafé"))


@edit(offers={("", "")})
def a_sentence_under_a_goal(file):
    file.paragraph("M-01").getnext().addnext(paragraph("Det skal ske hurtigt."))


@edit(told={("M-02", "heading"), ("Initiativer", "unread")})
def a_heading_deleted(file):
    old = heading(file, "Sundhed")
    old.getparent().remove(old)


@edit(offers={("", "order")})
def a_row_moved_with_tracking(file):
    old = file.row("I-01")
    new = deepcopy(old)
    for tag, row in (("moveFrom", old), ("moveTo", new)):
        for run in [r for r in row.iter(w("r")) if r.getparent().tag == w("p")]:
            mark = file._mark(tag)
            run.addprevious(mark)
            mark.append(run)
    for mark in list(new.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    file._row_mark(new, "ins")
    file._row_mark(old, "del")
    file.row("I-02").addnext(new)


@edit()
def a_row_added_and_deleted_again_with_tracking(file):
    file.tracked = True
    file.add_row("I-01", ["", "at der åbnes en natcafé", "", "", "", "", ""])
    file._row_mark(file.row("I-01").getnext(), "del")


@edit()
def a_row_in_a_content_control(file):
    control = etree.Element(w("sdt"))
    inside = etree.SubElement(control, w("sdtContent"))
    row = file.row("I-01")
    row.addprevious(control)
    inside.append(row)


@edit()
def columns_swapped(file):
    for row in table(file, "I-01").findall(w("tr")):
        start, end = row.findall(w("tc"))[3:5]
        start.addprevious(end)


@edit(told={("I-03", "evidence")})
def a_number_of_a_statement_deleted(file):
    cell = file.cell("I-03", 6)
    cell.remove(cell.find(w("hyperlink")))


@edit(offers={("", "")}, told={("", "evidence")})
def a_machines_proposal_put_among_the_initiatives(file):
    text = "at der tilbydes psykologhjælp uden krav om ophør"
    file.add_row("I-04", ["F-02", text, "Center", "", "", "", "U-053"])


@pytest.mark.parametrize(("make", "offers", "told"), EDITS)
def test_what_a_hand_does_is_found_or_told(printed, make, offers, told):
    file = Edited(printed)
    make(file)
    found = back(file.saved())
    assert {(o.label, o.field) for o in found.offers} == offers
    assert {(r.label, str(r.why)) for r in found.refused} == told


def test_at_least_thirty_edits_are_tried():
    assert len(EDITS) >= 30


@pytest.mark.parametrize("accept", [True, False], ids=["accepted", "rejected"])
def test_tracked_changes_accepted_are_changes_and_rejected_are_none(printed, accept):
    file = Edited(printed, tracked=True)
    file.replace(file.cell("I-01", 3), "1. kvartal 2027", "2028")
    keep, lose = ("ins", "del") if accept else ("del", "ins")
    for mark in list(file.root.iter(w(lose))):
        mark.getparent().remove(mark)
    for mark in list(file.root.iter(w(keep))):
        for text in mark.iter(w("delText")):
            text.tag = w("t")
        for run in list(mark):
            mark.addprevious(run)
        mark.getparent().remove(mark)
    found = back(file.saved())
    assert [(o.field, o.returned) for o in found.offers] == ([("start", "2028")] if accept else [])
    assert not found.tracked


def test_a_note_at_the_foot_of_the_page_is_told_where_it_belongs(printed):
    file = Edited(printed)
    run = etree.SubElement(file.cell("I-02", 1), w("r"))
    etree.SubElement(run, w("footnoteReference")).set(w("id"), "2")
    notes = etree.Element(w("footnotes"))
    note = etree.SubElement(notes, w("footnote"))
    note.set(w("id"), "2")
    note.append(paragraph("Kun hvis der er penge."))
    file._parts["word/footnotes.xml"] = etree.tostring(notes)
    told = back(file.saved()).refused
    assert [(r.label, str(r.why), r.returned) for r in told] == [
        ("I-02", "unread", "Kun hvis der er penge.")
    ]
    assert read_notes(None, notes) == {("footnote", "2"): "Kun hvis der er penge."}


def test_a_box_of_the_municipalitys_own_pages_is_not_told(printed):
    file = Edited(printed)
    first = next(file.root.iter(w("p")))
    first.append(boxed("Egeby Kommune"))
    assert back(file.saved()).refused == ()
    assert read_returned(file.saved(), ()).asides == ()
