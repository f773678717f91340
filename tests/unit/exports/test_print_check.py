"""The one check: what is not exactly as the base has it stops the print and is named."""

from dataclasses import replace

import pytest
from plans import DAY, small_base, with_text

from exports.check import PrintStopped, check_outline
from exports.model import (
    Count,
    Excerpt,
    Measure,
    Passage,
    PlaceRow,
    Reference,
    Use,
)
from exports.outline import draw
from strategy.model import Stance


@pytest.fixture
def base():
    return small_base()


@pytest.fixture
def outline(base):
    return draw(base, DAY)


def stopped(outline, base):
    """(label, reason) of every fault."""
    with pytest.raises(PrintStopped) as error:
        check_outline(outline, base)
    return {(fault.label, fault.reason) for fault in error.value.faults}


def in_chapter(outline, at, **changes):
    """The outline with one chapter changed."""
    themes = list(outline.themes)
    themes[at] = replace(themes[at], **changes)
    return replace(outline, themes=tuple(themes))


def test_an_outline_of_its_own_base_passes(outline, base):
    check_outline(outline, base)


def test_a_plan_that_is_no_draft_passes_too(base):
    check_outline(draw(base, DAY, is_draft=False), base)


def test_one_letter_changed_in_any_printed_excerpt_is_stopped(outline, base):
    """Every statement in turn: the base says one letter otherwise than the outline."""
    tried = 0
    for entry in (e for theme in outline.annex for e in theme.entries if e.excerpt):
        text = entry.excerpt.text
        changed = with_text(base, entry.statement_id, "X" + text[1:])
        assert (entry.label, "altered") in stopped(outline, changed)
        tried += 1
    assert tried > 10


def test_a_released_quote_whose_statement_was_corrected_is_stopped(base):
    changed = with_text(base, "u088", "Da jeg fik nøglen, sad jeg på gulvet i tre dage.")
    assert ("U-088", "altered") in stopped(draw(changed, DAY), changed)


def test_a_quote_nobody_released_is_stopped(outline, base):
    assert ("U-070", "not_released") in stopped(outline, replace(base, quotes=()))


def test_words_that_may_not_be_quoted_are_stopped(outline, base):
    statements = tuple(replace(s, quotable=False) if s.number == 88 else s for s in base.statements)
    assert ("U-088", "not_quotable") in stopped(outline, replace(base, statements=statements))


def test_a_digest_nobody_approved_is_stopped_in_a_plan(outline, base):
    found = stopped(replace(outline, is_draft=False), base)
    assert ("U-012", "not_approved") in found


def test_a_statement_recalled_since_is_stopped(outline, base):
    statements = tuple(s for s in base.statements if s.number != 12)
    assert ("U-012", "outdated") in stopped(outline, replace(base, statements=statements))


def test_half_a_statement_is_no_annex(outline, base):
    said = base.statements[3]
    half = Excerpt(said.id, said.number, 0, 5, said.text[:5], Use.ANNEX)
    assert (said.label, "altered") in stopped(replace(outline, reflections=(half,)), base)


def test_a_number_that_is_another_statements_is_stopped(outline, base):
    wrong = Reference("u012", 45, Stance.SUPPORTS)
    items = outline.themes[0].goals
    changed = in_chapter(outline, 0, goals=(replace(items[0], references=(wrong,)),))
    assert ("U-045", "wrong_number") in stopped(changed, base)


def test_evidence_that_the_base_does_not_have_is_stopped(outline, base):
    items = outline.themes[0].initiatives
    other = replace(items[0], references=items[1].references)
    changed = in_chapter(outline, 0, initiatives=(other, *items[1:]))
    assert ("I-01", "wrong_reference") in stopped(changed, base)


def test_a_stance_turned_round_is_stopped(outline, base):
    links = tuple(replace(link, stance=Stance.SUPPORTS) for link in base.links)
    assert ("I-01", "wrong_reference") in stopped(outline, replace(base, links=links))


def test_an_initiative_worded_otherwise_is_stopped(outline, base):
    first, *rest = base.initiatives
    changed = replace(base, initiatives=(replace(first, text="at der intet gøres"), *rest))
    assert ("I-01", "altered_text") in stopped(outline, changed)


def test_a_proposal_with_other_words_is_stopped(outline, base):
    first, *rest = base.proposals
    changed = replace(base, proposals=(replace(first, text="at der ventes"), *rest))
    assert ("F-01", "wrong_reference") in stopped(outline, changed)


def test_a_proposal_in_words_that_may_not_be_quoted_is_stopped(outline, base):
    statements = tuple(
        replace(s, quotable=False, text="at det undersøges, om en sygeplejerske kan være her")
        if s.number == 76
        else s
        for s in base.statements
    )
    found = stopped(outline, replace(base, statements=statements))
    assert ("F-01", "not_quotable") in found


def test_a_reference_without_a_place_in_the_annex_is_stopped(outline, base):
    assert ("U-012", "missing_in_annex") in stopped(replace(outline, annex=()), base)


@pytest.mark.parametrize("measure", [Measure.STATEMENTS, Measure.INTERVIEWS, Measure.PLACES])
def test_a_number_the_base_does_not_have_is_stopped(outline, base, measure):
    wrong = Passage("Der er 4711 i alt.", (Count(measure, 4711),))
    assert (outline.title, "wrong_count") in stopped(replace(outline, foreword=(wrong,)), base)


def test_a_sentence_that_says_another_number_than_it_carries_is_stopped(outline, base):
    right = Count(Measure.STATEMENTS, len(base.statements))
    wrong = Passage("Planen bygger på 30 udsagn.", (right,))
    assert ("Planen bygger på 30 udsagn.", "wrong_count") in stopped(
        replace(outline, foreword=(wrong,)), base
    )


def test_a_number_of_people_that_is_wrong_or_too_small_is_stopped(outline, base):
    rows = (PlaceRow("Værestedet Broen", "", 12), PlaceRow("Gadeteamet", "", 2))
    method = replace(outline.method, places=rows)
    found = stopped(replace(outline, method=method), base)
    assert ("Værestedet Broen", "wrong_count") in found
    assert ("Gadeteamet", "too_small") in found


def test_faults_name_the_statement_and_never_its_words(outline, base):
    changed = with_text(base, "u012", "Noget ganske andet")
    with pytest.raises(PrintStopped) as error:
        check_outline(outline, changed)
    assert "U-012" in str(error.value)
    assert "venteliste" not in str(error.value)
    assert "andet" not in str(error.value)
