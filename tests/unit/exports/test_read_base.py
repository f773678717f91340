"""The base as it is read from a real store."""

from dataclasses import replace

import pytest
from plans import CID, DAY, SITES, THEMES, small_base

from analysis.model import Aspect, Decision, KindSuggestion, Tag, ThemeSuggestion
from exports.base import read_base
from exports.check import PrintStopped
from exports.documents import print_plan
from exports.gate import publish
from exports.model import Base
from exports.outline import outline_plan
from exports.sheets import CsvRenderer, ExcelRenderer
from exports.word import WordRenderer
from interviews.model import Kind, Role
from storage import open_store


@pytest.fixture
def stored(database) -> Base:
    """The made-up plan, put into a store piece by piece."""
    base = small_base()
    with open_store() as store:
        store.add_consultation(base.consultation)
        for theme in THEMES:
            store.save_theme(theme)
        for site in SITES:
            store.save_site(site)
        for talk in base.interviews:
            own = [s for s in base.statements if s.interview_id == talk.id]
            store.add_interview(talk, own)
        for goal in base.goals:
            store.save_goal(goal)
        for initiative in base.initiatives:
            store.save_initiative(initiative)
        for link in base.links:
            store.add_link(link)
        for digest in base.digests:
            store.save_digest(digest)
        for quote in base.quotes:
            store.add_quote(quote)
        for answer in base.not_answered:
            store.add_not_answered(answer)
        store.save_initiative_proposals(CID, base.proposals)
        store.save_clusters(CID, base.clusters)
        store.add_harmless(base.harmless)
    return base


def test_what_is_stored_comes_back_in_order(stored):
    with open_store() as store:
        found = read_base(store, CID)
    assert [s.number for s in found.statements] == sorted(s.number for s in stored.statements)
    assert found.goals == stored.goals
    assert found.initiatives == stored.initiatives
    assert {q.id for q in found.quotes} == {q.id for q in stored.quotes}
    assert found.coverage.excused == ("u031",)
    assert found.coverage.unasked_initiatives == ("a4",)


def test_a_persons_decision_counts_before_the_machines_guess(stored):
    with open_store() as store:
        store.save_theme_suggestions([ThemeSuggestion("u045", "health", 0.9, None, 0.0, (), "m")])
        store.save_kind_suggestions([KindSuggestion("u045", Kind.PRAISE, 0.9, False, 0.1, (), "m")])
        store.save_tag(Tag("tag", CID, "economy", "Økonomi"))
        store.add_decisions(
            [
                Decision("u007", Aspect.THEME, "health", True, Role.CONSULTANT, DAY),
                Decision("u007", Aspect.KIND, "praise", True, Role.CONSULTANT, DAY),
                Decision("u007", Aspect.TAG, "economy", True, Role.CONSULTANT, DAY),
            ]
        )
    with open_store() as store:
        found = read_base(store, CID)
    assert (found.theme_of["u007"], found.kind_of["u007"]) == ("health", Kind.PRAISE)
    assert (found.theme_of["u045"], found.kind_of["u045"]) == ("housing", Kind.WISH)
    assert found.tags_of == {"u007": ("Økonomi",)}
    assert found.machine_themed == found.machine_kinded == frozenset()


@pytest.mark.parametrize(
    "renderer", [WordRenderer(count_pages=False), CsvRenderer(), ExcelRenderer()]
)
def test_a_stored_plan_is_printed(stored, renderer):
    with open_store() as store:
        assert print_plan(store, CID, renderer, DAY)


def test_a_plan_drawn_before_a_correction_is_not_printed(stored):
    """The outline on the table, the store a letter further: the gate reads the store again."""
    with open_store() as store:
        outline = outline_plan(store, CID, DAY)
        said = store.statement("u088")
        corrected = replace(said, id="u088b", text=said.text + " Ja.", version=2, replaces=said.id)
        store.add_statement_version(corrected)
        base = read_base(store, CID)
    with pytest.raises(PrintStopped) as error:
        publish(outline, base, CsvRenderer())
    assert "U-088" in {fault.label for fault in error.value.faults}
