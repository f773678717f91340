"""In a final annex and sheet a citizen's words stand only as a second person released them."""

from dataclasses import replace

import pytest

from exports.check import PrintStopped, check_outline
from exports.model import Excerpt, LeftOut, Use
from exports.outline import draw
from exports.sheets import ExcelRenderer
from exports.walk import each
from interviews.model import Role
from strategy.model import Quote
from tests.unit.exports.plans import DAY, small_base


def annexed(base, *, numbers):
    """The base with these statements released, whole, for the annex only."""
    more = tuple(
        Quote(f"x{s.number}", s.id, 0, len(s.text), s.text, Role.STEERING, DAY, annex_only=True)
        for s in base.statements
        if s.number in numbers
    )
    return replace(base, quotes=(*base.quotes, *more))


def printed(outline):
    return {e.number for theme in outline.annex for e in theme.entries if e.excerpt}


def test_the_annex_of_a_draft_has_all_and_that_of_the_final_plan_what_is_released():
    base = small_base()
    draft, final = draw(base, DAY), draw(base, DAY, is_draft=False)
    released = {s.number for s in base.statements for q in base.quotes if q.statement_id == s.id}
    assert printed(draft) > printed(final)
    assert printed(final) <= released
    asked = {s.number for s in base.statements if s.quotable}
    missing = (e for theme in final.annex for e in theme.entries if not e.excerpt)
    kept_back = {e.label for e in missing if e.number in asked}
    assert kept_back
    assert {LeftOut(label, "not_released") for label in kept_back} <= set(final.left_out)
    check_outline(final, base)


def test_what_is_released_for_the_annex_stands_there_and_among_no_quotes():
    base = small_base()
    final = draw(base, DAY, is_draft=False)
    listed = {e.number for theme in final.annex for e in theme.entries}
    number = min((listed & printed(draw(base, DAY))) - printed(final))
    outline = draw(annexed(base, numbers={number}), DAY, is_draft=False)
    assert number in printed(outline)
    assert number not in {e.number for c in outline.themes for e in c.quotes}
    assert number not in {e.number for e in outline.reflections}


def test_no_final_file_holds_other_words_and_the_check_stops_one_that_does():
    base = small_base()
    final = draw(base, DAY, is_draft=False)
    assert all(e.use is Use.QUOTE for e in each((final.annex, final.rows), Excerpt))
    assert {e.number for e in ExcelRenderer().voices(final)} <= printed(draw(base, DAY))
    smuggled = replace(final, annex=draw(base, DAY).annex)
    with pytest.raises(PrintStopped) as stopped:
        check_outline(smuggled, base)
    assert {fault.reason for fault in stopped.value.faults} == {"not_released"}
