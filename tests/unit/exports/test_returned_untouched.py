"""A draft nobody touched offers nothing, whatever its texts begin with; edits in it are found."""

from dataclasses import replace

import pytest
from plans import CID, small_base
from test_returned import BASE, back, offered, printed_of

from benchmarks.word_edits import Edited
from strategy.model import Goal, Initiative, InitiativeStatus, Milestone
from strategy.round_trip.model import OfferKind

CHANGED = OfferKind.CHANGED
BEGINNINGS = (
    "Status: planlagt for alle borgere", "Status: i gang", "Milepæle: der sættes mål",
    "Milepæl: ét om året", "Nyt initiativ: at der bygges", "Nyt initiativ", "Ny initiativpulje",
    "Sammen med borgerne", "I samarbejde med KFUM", "Partnere: KFUM", "Mål: at alle har en seng",
    "Mål M-01 gælder", "Mål M-02 · Status: opgivet", "Økonomi: 5 mio. kr.", "Ansvarlig: Bolig",
    "Initiativ", "Start: 2027", "Slut: 2028", "Indikator: antal", "Nr. 7", "I-03 og I-04 samles",
    "M-02", "U-012 siger det", "Måles på antal", "Målet er 5", "Udgangspunkt: 3", "Bygger på",
    "Ingen udsagn", "Følger af U-012 og lov § 85", "1. at der bygges", "20 boliger", "3. kvartal",
    "2027", "»Et citat«", "\"Citat\" og 'citat'", "“Citat”", "- en streg", "– en streg –",
    "(i parentes)", ": et kolon", "a · b", "a · Status: planlagt", "25 % af 18-25 år", "§ 110",
    "<b>&amp;</b>", "[[INDHOLD]]", "\tindrykket", "Boliger", "Det siger borgerne", "Forslag",
    "ordet (U-012)", "😀 שלום", "bind\u2011e\u00adstreg…", "a; b (2027), nået", "x" * 5000,
    " ".join(["at der bygges boliger til 25 % af borgerne"] * 116),
)  # fmt: skip


def base_with(initiatives, goals=BASE.goals):
    return replace(small_base(), initiatives=initiatives, goals=goals)


def untouched(base):
    return back(printed_of(base), base, base)


def told(found):
    return found.offers, found.refused, found.comments


@pytest.mark.parametrize("text", BEGINNINGS, ids=lambda text: text[:20])
def test_texts_that_look_like_something_else_come_back_as_they_were(text):
    one, _, three, four = BASE.initiatives
    everywhere = replace(
        one, text=text, responsible=text, partners=text, start=text, end=text, indicator=text,
        cost=text, status=InitiativeStatus.PLANNED, milestones=(Milestone(text, "2027", True),),
    )  # fmt: skip
    alone = Initiative("a2", CID, 2, "housing", text)
    unasked = replace(four, text="at der lyttes", no_evidence_reason=text)
    bare = replace(three, responsible=text, partners="", cost="", goal_id=None)
    goals = (
        Goal("g1", CID, 1, "housing", text, text, text, text, 2030),
        Goal("g2", CID, 2, "health", text),
        *BASE.goals[2:],
    )
    found = untouched(base_with((everywhere, alone, bare, unasked), goals))
    assert told(found) == ((), (), ())
    assert (found.printed, found.read, found.same) == (7, 7, 7)


def test_a_plan_with_nothing_but_words_comes_back_as_it_was():
    bare = tuple(Initiative(i.id, CID, i.number, i.theme_key, i.text) for i in BASE.initiatives)
    assert told(untouched(base_with(bare))) == ((), (), ())


def edited(change, **fields):
    """What is offered when `change` is made to a draft whose I-03 has these fields."""
    one, two, three, four = BASE.initiatives
    base = base_with((one, two, replace(three, **fields), four))
    file = Edited(printed_of(base))
    change(file)
    return offered(back(file.saved(), base, base))


@pytest.mark.parametrize("lead", ["Status: ", "Milepæle: ", "Nyt initiativ: ", "Økonomi: "])
def test_words_changed_behind_such_a_beginning_are_a_change_of_the_words(lead):
    def change(file):
        file.replace(file.cell("I-03", 1), "lyttes", "spørges")

    found = edited(change, text=f"{lead}at der lyttes hver uge")
    assert found == {("I-03", CHANGED, "text", f"{lead}at der spørges hver uge")}


def test_a_detail_written_under_such_a_beginning_is_that_detail():
    def change(file):
        file.append(file.cell("I-03", 1, 1), " · Status: i gang")

    found = edited(change, text="Status: at der lyttes", goal_id="g3")
    assert found == {("I-03", CHANGED, "status", "started")}


def test_a_line_of_the_responsible_deleted_leaves_the_partners():
    def change(file):
        cell = file.cell("I-03", 2)
        cell.getparent().remove(cell)

    found = edited(change, responsible="Jobcentret", partners="KFUM")
    assert found == {("I-03", CHANGED, "responsible", "")}


def test_the_words_deleted_leave_the_details_what_they_are():
    def change(file):
        cell = file.cell("I-03", 1)
        cell.getparent().remove(cell)

    found = edited(change, cost="5 mio. kr.", status=InitiativeStatus.PLANNED)
    assert found == {("I-03", CHANGED, "text", "")}


def test_a_row_typed_by_hand_is_what_its_words_say():
    def change(file):
        file.add_row(
            "I-03", ["", "Nyt initiativ: at der sejles", "Sammen med KFUM", "", "", "", ""]
        )

    assert edited(change) == {("", OfferKind.ADDED, "", "at der sejles")}


def test_words_put_in_front_that_name_a_field_are_words():
    def change(file):
        file.replace(file.cell("I-03", 1), "at der lyttes", "Status: der lyttes")

    assert edited(change, text="at der lyttes") == {("I-03", CHANGED, "text", "Status: der lyttes")}
