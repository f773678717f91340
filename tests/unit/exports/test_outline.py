"""What the outline holds, and what it leaves out."""

from dataclasses import replace

import pytest
from plans import CID, DAY, small_base

from exports.model import Base, Excerpt, Passage, Use
from exports.outline import draw
from exports.walk import each
from interviews.model import Role
from interviews.small_cells import TooSmallK
from strategy.model import EvidenceLink, Initiative, Origin, Quote, Stance, TargetKind


@pytest.fixture
def base() -> Base:
    return small_base()


def chapter(outline, key):
    return next(c for c in outline.themes if c.key == key)


def approved(base):
    """The base with every digest taken over by a person."""
    digests = tuple(replace(d, origin=Origin.PERSON) for d in base.digests)
    return replace(base, digests=digests)


def test_a_statement_that_may_not_be_quoted_is_printed_nowhere(base):
    outline = draw(base, DAY)
    assert "u102" not in {e.statement_id for e in each(outline, Excerpt)}
    entries = {e.number: e for theme in outline.annex for e in theme.entries}
    assert entries[102].excerpt is None
    assert next(row for row in outline.rows if row.number == 102).excerpt is None


def test_what_is_left_out_is_told(base):
    assert [(x.label, x.reason) for x in draw(base, DAY).left_out] == [("U-102", "not_quotable")]


def test_a_draft_shows_the_machines_digest_and_a_plan_does_not(base):
    assert chapter(draw(base, DAY), "housing").voices
    final = draw(base, DAY, is_draft=False)
    assert not chapter(final, "housing").voices
    assert {x.reason for x in final.left_out} == {"not_approved", "not_quotable", "not_released"}


def test_a_digest_a_person_approved_is_in_the_plan(base):
    voices = chapter(draw(approved(base), DAY, is_draft=False), "housing").voices
    assert [len(v.lines) for v in voices] == [2, 2, 2, 1]


def test_only_released_quotes_are_printed_as_quotes(base):
    numbers = [e.number for e in each(draw(base, DAY), Excerpt) if e.use is Use.QUOTE]
    assert sorted(numbers) == [39, 70, 88]


def test_quotes_that_answer_nothing_stand_by_themselves_and_only_there(base):
    outline = draw(base, DAY)
    assert [e.number for e in outline.reflections] == [70]
    assert [e.number for e in chapter(outline, "encounter").quotes] == [39]


def test_chosen_quotes_stand_by_themselves(base):
    outline = draw(base, DAY, chosen_quotes=["q88"])
    assert [e.number for e in outline.reflections] == [88]
    assert [e.number for e in chapter(outline, "encounter").quotes] == [39, 70]


def test_a_quote_of_a_corrected_statement_waits_for_a_new_release(base):
    old = Quote("q-old", "u-gone", 0, 3, "Jeg", Role.STEERING, DAY)
    outline = draw(replace(base, quotes=(*base.quotes, old)), DAY, chosen_quotes=["q-old"])
    assert outline.reflections == ()
    assert ("q-old", "outdated") in {(x.label, x.reason) for x in outline.left_out}


def test_evidence_stands_in_order_supporting_first(base):
    items = chapter(draw(base, DAY), "housing").initiatives
    found = [(r.label, r.stance) for r in items[0].references]
    assert found == [
        ("U-012", Stance.SUPPORTS),
        ("U-019", Stance.SUPPORTS),
        ("U-045", Stance.SUPPORTS),
        ("U-102", Stance.CONTRADICTS),
    ]


def test_a_link_to_an_old_version_is_left_out_and_told(base):
    link = EvidenceLink(
        "l-old", "u-gone", TargetKind.INITIATIVE, "a1", Stance.SUPPORTS, "", Role.STEERING, DAY
    )
    outline = draw(replace(base, links=(*base.links, link)), DAY)
    assert ("l-old", "outdated") in {(x.label, x.reason) for x in outline.left_out}


def test_proposals_are_numbered_and_those_taken_over_or_dismissed_are_gone(base):
    first, second = base.proposals
    labels = [p.label for p in chapter(draw(base, DAY), "health").proposals]
    assert labels == ["F-01", "F-02"]
    gone = replace(base, proposals=(replace(first, taken_over_by="a1"), second))
    assert [p.text for p in chapter(draw(gone, DAY), "health").proposals] == [second.text]
    gone = replace(base, proposals=(first, replace(second, dismissed=True)))
    assert [p.text for p in chapter(draw(gone, DAY), "health").proposals] == [first.text]


def test_a_proposal_worded_as_what_may_not_be_quoted_is_left_out_and_told(base):
    first, second = base.proposals
    worded = replace(
        first, text="at lade være med at samle os alle sammen", statement_ids=("u102", "u076")
    )
    outline = draw(replace(base, proposals=(worded, second)), DAY)
    assert [p.text for p in chapter(outline, "health").proposals] == [second.text]
    assert (first.id, "not_quotable") in {(x.label, x.reason) for x in outline.left_out}


def test_the_annex_holds_what_the_plan_points_at_in_number_order(base):
    for theme in draw(base, DAY).annex:
        numbers = [entry.number for entry in theme.entries]
        assert numbers == sorted(numbers)


def test_the_annex_says_where_a_statement_is_used(base):
    entries = {e.number: e for t in draw(base, DAY).annex for e in t.entries}
    assert entries[12].used_in == ("M-01", "I-01")
    assert entries[76].used_in == ("F-01",)


def test_small_places_are_merged_in_the_plan(base):
    rows = draw(base, DAY).method.places
    assert [(r.name, r.participants) for r in rows][-1] == ("Øvrige steder", 5)
    with pytest.raises(TooSmallK):
        draw(base, DAY, k=1)


def test_a_sheet_has_every_statement_and_no_place(base):
    outline = draw(base, DAY)
    assert [row.number for row in outline.rows] == [s.number for s in base.statements]
    fields = set(vars(outline.rows[0]))
    assert not fields & {"site", "interview_id", "site_id", "statement_id"}
    tagged = next(row for row in outline.rows if row.number == 45)
    assert tagged.tags == ("Aktivitet", "Ældre", "Økonomi", "Ågade")


def test_no_matrix_is_wider_than_twelve(base):
    many = tuple(
        Initiative(f"n{n}", CID, 10 + n, "housing", f"at der gøres noget {n}") for n in range(23)
    )
    matrices = chapter(draw(replace(base, initiatives=many), DAY), "housing").matrices
    assert [len(m.columns) for m in matrices] == [12, 11]
    assert all(len(row.cells) == len(m.columns) for m in matrices for row in m.rows)


def test_the_first_draft_without_any_persons_work_is_complete(base):
    bare = replace(
        base, goals=(), initiatives=(), links=(), quotes=(), not_answered=(), clusters=()
    )
    outline = draw(bare, DAY)
    assert chapter(outline, "housing").voices
    assert chapter(outline, "health").proposals
    assert outline.annex


def test_an_empty_consultation_has_an_outline_too(base):
    empty = Base(
        base.consultation, base.themes, (), (), (), (), (), (), (), (), (), (), (),
        replace(base.coverage, statements=0, answered=(), unanswered=(), excused=(),
                unasked_initiatives=(), weak_goals=(), hidden_contradictions=(),
                unanswered_proposals=()),
        {}, {},
    )  # fmt: skip
    texts = [p.text for p in each(draw(empty, DAY), Passage)]
    assert "Ingen udsagn er endnu lagt under temaet." in texts


def test_digest_lines_of_one_group_stand_together(base):
    sizes = [v.size for v in chapter(draw(base, DAY), "housing").voices]
    assert sizes == [2, 2, 2, 2]
