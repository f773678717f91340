"""A plan edited by rough hands: heads renamed, headings lost, styles gone, numbers at will."""

from copy import deepcopy
from dataclasses import replace

import pytest
from lxml import etree
from test_returned import BASE, LABELS, VERSION, back, offered, printed, printed_of, rows

from benchmarks.word_edits import Edited, w
from exports.printed_rows import stamp_of
from exports.word.returned_goals import number_in
from strategy.round_trip.model import OfferKind, Refusal

__all__ = ["printed"]  # the fixture
CHANGED, ADDED = OfferKind.CHANGED, OfferKind.ADDED


def text_of(paragraph):
    return "".join(t.text or "" for t in paragraph.iter(w("t")))


def heads(file, label):
    """The cells of the first row of the table in which an initiative stands."""
    return next(file.row(label).iterancestors(w("tbl"))).find(w("tr")).findall(w("tc"))


def heading(file, text):
    """The heading of a theme's chapter."""
    return next(
        p
        for p in file.root.iter(w("p"))
        if text_of(p) == text and "Heading1" in (p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")))
    )


def test_renamed_and_added_columns_are_known(printed):
    file = Edited(printed)
    for at, name in ((2, "Ansvarlig enhed"), (3, "Opstart (kvartal)"), (5, "Sådan ses det")):
        next(heads(file, "I-01")[at].iter(w("t"))).text = name
    file.replace(file.cell("I-01", 3), "1. kvartal 2027", "2028")
    file.replace(file.cell("I-01", 5), "antal boliger taget i brug", "antal nøgler")
    for row in next(file.row("I-01").iterancestors(w("tbl"))).findall(w("tr")):
        cell = deepcopy(row.findall(w("tc"))[-1])
        for paragraph in cell.findall(w("p"))[1:]:
            cell.remove(paragraph)
        file.clear(cell.find(w("p")))
        row.append(cell)
        file.append(cell.find(w("p")), "Økonomi" if row is not file.row("I-02") else "2 mio. kr.")
    next(file.row("I-01").findall(w("tc"))[-1].iter(w("t"))).text = ""
    assert offered(back(file.saved())) == {
        ("I-01", CHANGED, "start", "2028"),
        ("I-01", CHANGED, "indicator", "antal nøgler"),
        ("I-02", CHANGED, "cost", "2 mio. kr."),
    }


def test_a_table_that_lost_its_heads_is_read_by_place_with_its_new_row(printed):
    file = Edited(printed)
    first = heads(file, "I-01")[0].getparent()
    first.getparent().remove(first)
    file.add_row("I-02", ["I-12", "at der åbnes en natcafé", "Kultur", "2027", "", "", ""])
    assert offered(back(file.saved())) == {("I-12", ADDED, "", "at der åbnes en natcafé")}


def test_columns_nobody_filled_are_not_printed_and_can_be_written_as_lines():
    bare = tuple(replace(i, start="", end="", indicator="") for i in BASE.initiatives)
    base = replace(BASE, initiatives=bare)
    file = Edited(printed_of(base))
    titles = ["".join(text_of(p) for p in cell.iter(w("p"))) for cell in heads(file, "I-02")]
    assert titles == ["Nr.", "Initiativ", "Ansvarlig", "Udsagn"]
    assert len(heads(Edited(printed_of(base, stamp_of(VERSION))), "I-02")) == 7  # to be filled
    cell = file.cell("I-02", 1).getparent()
    for line in ("Start: 2028", "Indikator: antal nøgler"):
        cell.append(deepcopy(file.cell("I-02", 1)))
        file.clear(cell[-1])
        file.append(cell[-1], line)
    first = heads(file, "I-03")[0].getparent()
    first.getparent().remove(first)  # without heads the columns are known by their place
    assert offered(back(file.saved(), base, base)) == {
        ("I-02", CHANGED, "start", "2028"),
        ("I-02", CHANGED, "indicator", "antal nøgler"),
    }


def test_a_renamed_heading_moves_nothing_and_new_rows_take_their_neighbours_theme(printed):
    file = Edited(printed)
    file.replace(heading(file, "Boliger"), "Boliger", "Et hjem til alle")
    file.add_row("I-02", ["", "at der åbnes en natcafé", "", "", "", "", ""])
    found = back(file.saved())
    assert offered(found) == {("", ADDED, "", "at der åbnes en natcafé")}
    assert found.offers[0].row.theme_key == "housing"


def test_a_heading_without_its_style_is_still_a_chapter(printed):
    file = Edited(printed)
    for name in ("Sundhed", "Boliger"):
        props = heading(file, name).find(w("pPr"))
        props.remove(props.find(w("pStyle")))
    assert offered(back(file.saved())) == set()


def test_a_sentence_that_begins_with_the_word_i_is_no_initiative(printed):
    file = Edited(printed)
    for text in ("I 2027 gøres der status over temaet.", "I 10 af sagerne lykkedes det.",
                 "M 3 er en motorvej", "Mål nås kun sammen."):  # fmt: skip
        paragraph = etree.Element(w("p"))
        file.append(paragraph, text)
        heading(file, "Sundhed").addnext(paragraph)
    assert offered(back(file.saved())) == set()


def test_an_initiative_typed_as_a_line_under_the_table_is_new(printed):
    file = Edited(printed)
    paragraph = etree.Element(w("p"))
    file.append(paragraph, "Nyt initiativ: at der åbnes en natcafé")
    next(file.row("I-01").iterancestors(w("tbl"))).addnext(paragraph)
    found = back(file.saved())
    assert offered(found) == {("", ADDED, "", "at der åbnes en natcafé")}
    assert found.offers[0].row.theme_key == "housing"


def test_words_deleted_and_the_number_left_is_a_goal_taken_out(printed):
    file = Edited(printed, tracked=True)
    file.replace(file.paragraph("M-02"), text_of(file.paragraph("M-02"))[3:], "")
    assert offered(back(file.saved())) == {("M-02", OfferKind.REMOVED, "", "")}


def test_a_goal_typed_anew_without_number_and_bookmark_is_the_same_goal(printed):
    file = Edited(printed)
    goal = file.paragraph("M-03")
    words = text_of(goal).partition("  ")[2]
    file.clear(goal)
    file.append(goal, words)
    assert offered(back(file.saved())) == set()


def test_a_row_cut_and_pasted_with_tracking_is_one_row(printed):
    file = Edited(printed)
    copy = deepcopy(file.row("I-01"))
    for mark in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    for run in list(copy.iter(w("r"))):
        if run.getparent().tag == w("p"):
            mark = file._mark("ins")
            run.addprevious(mark)
            mark.append(run)
    file._row_mark(copy, "ins")
    file.row("I-02").addnext(copy)
    file.tracked = True
    file.remove_row("I-01")
    assert offered(back(file.saved())) == {("", CHANGED, "order", "I-02, I-01")}


def test_without_styles_citizens_words_are_still_known(printed):
    """As another program may save it: every style of ours is gone."""
    file = Edited(printed)
    for style in list(file.root.iter(w("pStyle"))):
        if style.get(w("val")) in ("Quote", "PlanVoice", "PlanStatement", "PlanIndicator"):
            style.getparent().remove(style)
    for paragraph in list(file.root.iter(w("p"))):
        if "sad jeg på gulvet" in text_of(paragraph):
            file.replace(paragraph, "sad jeg på gulvet", "lå jeg på gulvet")
    found = back(file.saved())
    assert found.offers == ()
    assert [(r.label, r.why) for r in found.refused] == [("U-088", Refusal.QUOTE)]


def test_a_quote_made_up_in_word_is_told_and_not_offered(printed):
    file = Edited(printed)
    source = next(p for p in file.root.iter(w("p")) if text_of(p).startswith("»Da jeg fik nøglen"))
    new = deepcopy(source)
    file.clear(new)
    file.append(new, "»Det har aldrig nogen sagt«")
    source.addprevious(new)
    found = back(file.saved())
    assert found.offers == ()
    assert found.refused
    assert all(r.why in (Refusal.QUOTE, Refusal.QUOTE_UNKNOWN) for r in found.refused)


def test_partners_in_other_words_and_why_nobody_asked_are_fields(printed):
    file = Edited(printed)
    file.replace(file.cell("I-01", 2, 1), "Sammen med ", "I samarbejde med ")
    file.replace(file.cell("I-04", 6), "Følger af sundhedsaftalen", "Regionen beder om det")
    assert offered(back(file.saved())) == {
        ("I-04", CHANGED, "no_evidence_reason", "Regionen beder om det")
    }


def test_what_belongs_to_no_field_is_told(printed):
    file = Edited(printed)
    file.append(file.cell("I-01", 1, 1), " · Status: på vej måske")
    file.replace(file.paragraph("M-01").getnext(), "Måles på", "Vi ved ikke helt. Måles på")
    found = back(file.saved())
    assert found.offers == ()
    assert {(r.label, r.why, r.returned) for r in found.refused} == {
        ("I-01", Refusal.UNREAD, "på vej måske"),
        ("M-01", Refusal.UNREAD, "Vi ved ikke helt."),
    }


@pytest.mark.parametrize(
    ("typed", "label"),
    [("I-07", "I-07"), ("i-7", "I-07"), ("I 7", "I-07"), ("I‑07", "I-07"), ("I07", "I-07"),
     ("I – 7.", "I-07"), ("7", ""), ("ny", ""), ("I-12345", ""), ("", "")],
)  # fmt: skip
def test_a_number_is_known_however_it_is_typed(typed, label):
    assert number_in(typed)[0] == label


def test_every_row_of_file_and_version_is_accounted_for(printed):
    file = Edited(printed)
    file.remove_row("I-04")
    file.add_row("I-02", ["", "at der åbnes en natcafé", "", "", "", "", ""])
    file.replace(file.cell("I-01", 4), "4. kvartal 2028", "2029")
    found = back(file.saved())
    assert (found.printed, found.read) == (len(rows()), len(rows()))
    assert found.same == len(rows()) - 2
    assert set(LABELS) == {s.id for s in BASE.statements}
