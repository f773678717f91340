"""What the database says of statements now is what the rules of the house say, on each database."""

import random

import pytest

from analysis.current import current_kinds, current_themes
from analysis.model import AnalysisRun, Aspect, Decision, KindSuggestion, ThemeSuggestion
from interviews.model import Interview, Kind, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from strategy.coverage import coverage, coverage_now
from strategy.evidence import leave_unanswered, link_evidence
from strategy.goals import add_goal, add_initiative
from strategy.model import Quote, Stance, TargetKind

pytestmark = pytest.mark.usefixtures("database")
DAY = "2024-06-01"
THEMES = ("housing", "health", "")
COUNT = 120


@pytest.fixture
def made(database):
    """A base of guesses and decisions drawn at random, every combination often enough."""
    draw = random.Random(7)
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        sites = [add_site(store, made.id, name).id for name in "AB"]
        talks = [
            Interview(f"talk{n}", made.id, draw.choice([*sites, None]), "2024-05", 1)
            for n in range(9)
        ]
        for n, talk in enumerate(talks):
            store.add_interview(
                talk,
                [
                    Statement(
                        f"u{i}", i, made.id, talk.id, f"Udsagn {i}",
                        draw.choice(THEMES) or None, quotable=draw.random() < 0.8,
                    )
                    for i in range(1, COUNT + 1)
                    if i % 9 == n
                ],
            )  # fmt: skip
        ids = [f"u{i}" for i in range(1, COUNT + 1)]
        store.save_theme_suggestions(
            ThemeSuggestion(
                i, draw.choice(THEMES) or None, 0.6, draw.choice(THEMES) or None, 0.2, (), "m"
            )
            for i in draw.sample(ids, 100)
        )
        store.save_kind_suggestions(
            KindSuggestion(i, Kind.WISH, 0.6, draw.random() < 0.5, 0.6, (), "m")
            for i in draw.sample(ids, 100)
        )
        store.add_decisions(
            Decision(
                draw.choice(ids), aspect, draw.choice(values), draw.random() < 0.6,
                Role.CONSULTANT, DAY,
            )
            for aspect, values in [(Aspect.THEME, THEMES), (Aspect.PROPOSAL, ("yes", "no"))] * 90
        )  # fmt: skip
        goal = add_goal(store, made.id, "housing", "at alle bor godt")
        act = add_initiative(store, made.id, "housing", "at der bygges", goal_id=goal.id)
        for i in draw.sample(ids, 20):
            kind, target = draw.choice(
                [(TargetKind.GOAL, goal.id), (TargetKind.INITIATIVE, act.id)]
            )
            stance = draw.choice(list(Stance))
            link_evidence(store, i, kind, target, stance, Role.STEERING, DAY)
        for i in draw.sample(ids, 15):
            leave_unanswered(store, i, "andetsteds", Role.STEERING, DAY)
    return made


def test_theme_and_wish_of_every_statement_agree_with_the_rules(made):
    with open_store() as store:
        voices = store.voices(made.id)
        themes = current_themes(store, made.id)
        kinds = current_kinds(store, made.id)
    assert len(voices) == COUNT
    assert {v.id: v.theme_key for v in voices} == {k: t.theme_key for k, t in themes.items()}
    assert {v.id: v.is_proposal for v in voices} == {k: n.is_proposal for k, n in kinds.items()}
    assert {v.theme_key for v in voices} == {"housing", "health", None}


def test_coverage_is_the_same_from_texts_and_from_voices(made):
    with open_store() as store:
        found = coverage_now(store, made.id)
        assert found == coverage(store, made.id)
        assert found.unanswered_proposals
        assert store.unanswered_ids(made.id) == found.unanswered_proposals
        assert store.count_unanswered(made.id) == len(found.unanswered_proposals)
        some = store.unanswered_ids(made.id, "housing", offset=1, limit=2)
        assert some == store.unanswered_ids(made.id, "housing")[1:3]
        assert sum(store.count_by_theme(made.id).values()) == COUNT


def test_what_may_still_be_released_is_quotable_unreleased_and_of_the_theme(made):
    with open_store() as store:
        quotable = [s for s in store.statements(made.id) if s.quotable]
        first = quotable[0]
        store.add_quote(Quote("q", first.id, 0, 6, first.text[:6], Role.STEERING, DAY))
        assert store.unreleased_ids(made.id) == tuple(s.id for s in quotable[1:])
        linked = {link.statement_id for link in store.links(made.id)}
        wanted = tuple(s.id for s in quotable[1:] if s.id in linked)
        assert store.unreleased_ids(made.id, only_linked=True) == wanted
        assert store.count_unreleased(made.id, only_linked=True) == len(wanted)
        themes = {v.id: v.theme_key for v in store.voices(made.id)}
        health = tuple(s.id for s in quotable[1:] if themes[s.id] == "health")
        assert store.unreleased_ids(made.id, "health") == health
        assert store.unreleased_ids(made.id, "health", offset=1, limit=1) == health[1:2]


def test_conversations_and_sites_behind_are_counted_once(made):
    with open_store() as store:
        voices = store.voices(made.id)
        talks = {v.interview_id for v in voices}
        sites = {v.site_id for v in voices} - {None}
        assert store.sites_behind(v.id for v in voices) == (len(talks), len(sites))
        assert store.sites_behind([]) == (0, 0)


def test_a_statement_the_machine_gave_up_on_counts_as_read(made):
    with open_store() as store:
        before = store.count_analysed(made.id)
        unread = [
            i
            for i in (f"u{n}" for n in range(1, COUNT + 1))
            if not store.theme_suggestions(made.id, [i])
        ]
        pairs = ((unread[0], "no_words"), ("gone", "empty"))
        store.add_run(AnalysisRun("r", made.id, "m", "v", DAY, 0, pairs))
        store.add_run(AnalysisRun("r2", made.id, "m", "v", DAY, 0, pairs))
        assert store.count_analysed(made.id) == before + 1
