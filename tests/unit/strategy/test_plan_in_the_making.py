"""Goals, initiatives, evidence and coverage on a real base."""

import dataclasses

import pytest

from analysis.model import KindSuggestion
from interviews.model import Interview, Kind, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import Unknown, open_store
from strategy.coverage import coverage
from strategy.editing.order import move_initiative
from strategy.evidence import (
    NotForPrint,
    ReasonMissing,
    leave_unanswered,
    link_evidence,
    release_quote,
    take_over,
)
from strategy.goals import (
    TextMissing,
    add_goal,
    add_initiative,
    change_goal,
    change_initiative,
    dismiss_proposal,
)
from strategy.model import InitiativeProposal, InitiativeStatus, Origin, Stance, TargetKind

DAY = "2024-06-01"


@pytest.fixture
def base(home):
    """Two sites, three conversations, ten statements; U-1 to U-9 about housing."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        sites = [add_site(store, made.id, name) for name in ("A", "B")]
        for n, site in enumerate((sites[0], sites[0], sites[1])):
            talk = Interview(f"talk{n}", made.id, site.id, "2024-05", 1)
            store.add_interview(
                talk,
                [
                    Statement(f"u{i}", i, made.id, talk.id, f"Ønske nummer {i}", "housing")
                    for i in range(1 + 4 * n, min(5 + 4 * n, 11))
                ],
            )
        store.save_kind_suggestions([KindSuggestion("u2", Kind.WISH, 0.9, True, 0.9, (), "m")])
    return made


def link(store, statement, target, stance=Stance.SUPPORTS, kind=TargetKind.INITIATIVE):
    return link_evidence(store, statement, kind, target, stance, Role.STEERING, DAY)


def test_numbers_count_on_and_are_not_used_twice(base):
    with open_store() as store:
        first = add_initiative(store, base.id, "housing", "at der bygges")
        second = add_initiative(store, base.id, "housing", "at der lyttes")
        store.delete_initiative(first.id)
        third = add_initiative(store, base.id, "housing", "at der ryddes op")
    assert (first.label, second.label, third.label) == ("I-01", "I-02", "I-03")


def test_words_are_needed_and_kept_tidy(base):
    with open_store() as store:
        with pytest.raises(TextMissing):
            add_goal(store, base.id, "housing", "  \n ")
        goal = add_goal(store, base.id, "housing", "at  alle\nbor godt", year=2027)
        changed = change_goal(store, goal, target="25 % færre")
        assert store.goals(base.id) == (changed,)
    assert (goal.text, changed.target, changed.year) == ("at alle bor godt", "25 % færre", 2027)


def test_moving_changes_the_order_and_stops_at_the_ends(base):
    with open_store() as store:
        made = [add_initiative(store, base.id, "housing", f"at {n}") for n in range(3)]
        add_initiative(store, base.id, "health", "at andet")
        move_initiative(store, made[2], -1)
        order = [i.text for i in store.initiatives(base.id) if i.theme_key == "housing"]
        assert order == ["at 0", "at 2", "at 1"]
        move_initiative(store, made[0], -1)
        assert next(i.text for i in store.initiatives(base.id)) == "at 0"


def test_an_initiative_a_person_touches_is_a_persons(base):
    with open_store() as store:
        made = add_initiative(store, base.id, "housing", "at", origin=Origin.MACHINE)
        assert change_initiative(store, made, text="at der").origin is Origin.PERSON


def test_taking_a_proposal_over_brings_its_statements_as_evidence(base):
    proposal = InitiativeProposal("p", base.id, "housing", "at x", ("u1", "u5"), None, "m", DAY)
    with open_store() as store:
        store.save_initiative_proposals(base.id, [proposal])
        made = take_over(store, proposal, "at der bygges", Role.STEERING, DAY)
        assert {k.statement_id for k in store.links(base.id)} == {"u1", "u5"}
        (kept,) = store.initiative_proposals(base.id)
        assert (kept.taken_over_by, kept.text) == (made.id, "at x")
        store.save_initiative_proposals(base.id, [])
        assert store.initiative_proposals(base.id) == (kept,)


def test_a_proposal_put_aside_stays_on_record(base):
    proposal = InitiativeProposal("p", base.id, "housing", "at x", ("u1",), None, "m", DAY)
    with open_store() as store:
        store.save_initiative_proposals(base.id, [proposal])
        dismiss_proposal(store, proposal)
        store.save_initiative_proposals(base.id, [])
        (kept,) = store.initiative_proposals(base.id)
        assert kept.dismissed


def test_a_second_link_between_the_same_two_replaces_the_first(base):
    with open_store() as store:
        made = add_initiative(store, base.id, "housing", "at")
        link(store, "u1", made.id)
        link(store, "u1", made.id, Stance.CONTRADICTS)
        (kept,) = store.links(base.id)
    assert kept.stance is Stance.CONTRADICTS


def test_linking_a_statement_that_is_not_there_is_refused(base):
    with open_store() as store, pytest.raises(Unknown):
        link(store, "nobody", "x")


def test_coverage_tells_both_ways(base):
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at")
        asked = add_initiative(store, base.id, "housing", "at a", goal_id=goal.id)
        alone = add_initiative(store, base.id, "housing", "at b")
        link(store, "u1", asked.id)
        link(store, "u10", asked.id, Stance.CONTRADICTS)
        leave_unanswered(store, "u3", "det er regionens opgave", Role.STEERING, DAY)
        found = coverage(store, base.id)
    assert found.statements == 10
    assert found.answered == ("u1",)
    assert found.contradicting == ("u10",)
    assert found.excused == ("u3",)
    assert len(found.unanswered) == 7
    assert found.unanswered_proposals == ("u2",)
    assert found.unasked_initiatives == (alone.id,)
    assert found.weak_goals == (goal.id,)
    assert found.hidden_contradictions == ("u10",)
    assert found.one_sided_themes == ("housing",)


def test_what_only_speaks_against_is_no_answer_and_a_reason_stays_beside_it(base):
    with open_store() as store:
        made = add_initiative(store, base.id, "housing", "at")
        leave_unanswered(store, "u3", "ikke nu", Role.STEERING, DAY)
        link(store, "u3", made.id, Stance.CONTRADICTS)
        link(store, "u2", made.id, Stance.CONTRADICTS)
        found = coverage(store, base.id)
        assert (found.answered, found.contradicting, found.excused) == ((), ("u2",), ("u3",))
        assert len(found.unanswered) == found.statements - 2
        link(store, "u2", made.id, Stance.NUANCES)
        assert coverage(store, base.id).answered == ("u2",)


def test_a_dropped_initiative_answers_nobody_and_is_not_looked_at(base):
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at")
        made = add_initiative(store, base.id, "housing", "at", goal_id=goal.id)
        link(store, "u1", made.id)
        link(store, "u2", made.id)
        link(store, "u10", made.id)
        link(store, "u9", made.id, Stance.CONTRADICTS)
        assert coverage(store, base.id).weak_goals == ()
        change_initiative(store, made, status=InitiativeStatus.DROPPED)
        found = coverage(store, base.id)
        assert store.unanswered_ids(base.id) == found.unanswered_proposals
        assert store.count_unlinked_initiatives(base.id) == 0
    assert (found.answered, found.contradicting, found.hidden_contradictions) == ((), (), ())
    assert (found.unasked_initiatives, found.weak_goals) == ((), (goal.id,))


def test_a_goal_needs_two_conversations_at_two_sites(base):
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at")
        made = add_initiative(store, base.id, "housing", "at", goal_id=goal.id)
        link(store, "u1", made.id)
        link(store, "u5", goal.id, kind=TargetKind.GOAL)
        assert coverage(store, base.id).weak_goals == (goal.id,)
        link(store, "u10", goal.id, kind=TargetKind.GOAL)
        assert coverage(store, base.id).weak_goals == ()


def test_an_answer_takes_the_excuse_away(base):
    with open_store() as store:
        with pytest.raises(ReasonMissing):
            leave_unanswered(store, "u3", " ", Role.STEERING, DAY)
        leave_unanswered(store, "u3", "ikke nu", Role.STEERING, DAY)
        made = add_initiative(store, base.id, "housing", "at")
        link(store, "u3", made.id)
        assert store.not_answered(base.id) == ()


def test_a_quote_is_the_words_as_they_stand_and_only_with_leave(base):
    with open_store() as store:
        said = store.statement("u1")
        quote = release_quote(store, "u1", Role.STEERING, DAY, 0, 5)
        assert quote.text == said.text[:5] == "Ønske"
        talk = Interview("talk9", base.id, None, None, 1)
        silent = dataclasses.replace(said, id="s", number=99, interview_id="talk9", quotable=False)
        store.add_interview(talk, [silent])
        with pytest.raises(NotForPrint):
            release_quote(store, "s", Role.STEERING, DAY)
        with pytest.raises(ValueError, match="empty"):
            release_quote(store, "u1", Role.STEERING, DAY, 5, 5)
