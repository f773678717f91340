"""Merging, splitting, moving and taking back steps of work on the plan."""

import dataclasses

import pytest

from interviews.model import Interview, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from strategy.editing.merging import SameRow, merge_goals, merge_initiatives
from strategy.editing.milestones import add_milestone, reach_milestone
from strategy.editing.model import Action
from strategy.editing.order import move_goal_to, move_initiative, move_to
from strategy.editing.splitting import split_initiative
from strategy.editing.steps import ChangedSince, NothingToUndo, one_step, undo
from strategy.evidence import leave_unanswered, link_evidence, take_over
from strategy.goals import TextMissing, add_goal, add_initiative, change_initiative
from strategy.model import InitiativeProposal, InitiativeStatus, Milestone, Stance, TargetKind

DAY = "2026-03-01"


@pytest.fixture
def base(database):
    """Five statements, no plan yet; on each database there is."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        site = add_site(store, made.id, "A")
        said = [Statement(f"u{n}", n, made.id, "talk", f"Ønske {n}", "housing") for n in range(5)]
        store.add_interview(Interview("talk", made.id, site.id, "2026-01", 1), said)
    return made


def link(store, statement, target, stance=Stance.SUPPORTS, why="", kind=TargetKind.INITIATIVE):
    return link_evidence(store, statement, kind, target.id, stance, Role.STEERING, DAY, why)


def step(store, base, action=Action.CHANGED, label=""):
    return one_step(store, base.id, action, Role.STEERING, DAY, label)


def everything(store, base):
    """All that a plan holds, for comparing before and after."""
    return (
        store.goals(base.id),
        store.initiatives(base.id),
        set(store.links(base.id)),
        store.not_answered(base.id),
        store.initiative_proposals(base.id),
    )


def behind(store, base, target):
    return {
        link.statement_id: (link.stance, link.reason)
        for link in store.links(base.id)
        if link.target_id == target.id
    }


def test_merging_keeps_the_evidence_of_both_and_says_so(base):
    with open_store() as store:
        kept = add_initiative(store, base.id, "housing", "at der bygges", responsible="Teknik")
        other = add_initiative(
            store, base.id, "housing", "at der bygges småt", responsible="Social", partners="Havn"
        )
        other = add_milestone(store, other, "grund købt")
        for one in ("u1", "u2"):
            link(store, one, kept, why="bad om det")
        link(store, "u2", other, Stance.CONTRADICTS, "men ikke i centrum")
        link(store, "u3", other, Stance.NUANCES)
        told = merge_initiatives(store, kept, other, "at der bygges småt")
        (left,) = store.initiatives(base.id)
        found = behind(store, base, left)
    assert (told.label, told.gone, told.kept, told.taken, told.shared) == ("I-01", "I-02", 2, 2, 1)
    assert told.sharpened == ("u2",)
    assert told.left_out == (("responsible", "Social"),)
    assert found == {
        "u1": (Stance.SUPPORTS, "bad om det"),
        "u2": (Stance.CONTRADICTS, "bad om det; men ikke i centrum"),
        "u3": (Stance.NUANCES, ""),
    }
    assert (left.label, left.came_from, left.partners) == ("I-01", ("I-02",), "Havn")
    assert left.milestones == (Milestone("grund købt"),)


def test_merged_goals_keep_initiatives_and_evidence(base):
    with open_store() as store:
        kept = add_goal(store, base.id, "housing", "at alle bor")
        other = add_goal(store, base.id, "housing", "at alle bor godt", target="25 % færre")
        under = add_initiative(store, base.id, "housing", "at der bygges", goal_id=other.id)
        link(store, "u1", other, kind=TargetKind.GOAL)
        merge_goals(store, kept, other, "at alle bor godt")
        (left,) = store.goals(base.id)
        assert (left.id, left.target, left.came_from) == (kept.id, "25 % færre", ("M-02",))
        assert store.initiatives(base.id)[0].goal_id == kept.id == left.id
        assert list(behind(store, base, left)) == ["u1"]
    assert under.goal_id == other.id


def test_nothing_is_merged_with_itself_or_without_words(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        other = add_initiative(store, base.id, "housing", "at der lyttes")
        with pytest.raises(SameRow):
            merge_initiatives(store, one, one, "at")
        with pytest.raises(TextMissing):
            merge_initiatives(store, one, other, "  ")
        assert len(store.initiatives(base.id)) == 2


def test_splitting_sends_each_statement_where_a_person_says(base):
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at alle bor")
        old = add_initiative(store, base.id, "housing", "at der bygges", goal_id=goal.id)
        last = add_initiative(store, base.id, "housing", "at der lyttes")
        for n in range(4):
            link(store, f"u{n}", old, Stance.NUANCES if n == 2 else Stance.SUPPORTS, f"grund {n}")
        new = split_initiative(
            store, old, "at der sættes i stand", moved=["u1", "u2"], shared=["u3"]
        )
        order = [i.label for i in store.initiatives(base.id)]
        assert behind(store, base, old).keys() == {"u0", "u3"}
        assert behind(store, base, new) == {
            "u1": (Stance.SUPPORTS, "grund 1"),
            "u2": (Stance.NUANCES, "grund 2"),
            "u3": (Stance.SUPPORTS, "grund 3"),
        }
    assert (new.goal_id, new.came_from) == (goal.id, ("I-01",))
    assert order == ["I-01", new.label, last.label]


def test_rows_of_equal_position_can_be_moved_apart(base):
    with open_store() as store:
        made = [add_initiative(store, base.id, "housing", f"at {n}") for n in range(3)]
        for one in made:
            store.save_initiative(dataclasses.replace(one, position=7))
        move_initiative(store, made[2], -1)
        assert [i.text for i in store.initiatives(base.id)] == ["at 0", "at 2", "at 1"]


def test_a_theme_changes_with_what_belongs_to_it(base):
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at alle bor")
        under = add_initiative(store, base.id, "housing", "at der bygges", goal_id=goal.id)
        free = move_to(store, under, "health", goal.id)
        assert (free.theme_key, free.goal_id) == ("health", None)
        back = move_to(store, free, "housing", goal.id)
        move_goal_to(store, goal, "encounter")
        (moved,) = store.initiatives(base.id)
        assert (
            (moved.theme_key, moved.goal_id)
            == ("encounter", goal.id)
            == (
                store.goals(base.id)[0].theme_key,
                back.goal_id,
            )
        )


def test_steps_are_taken_back_one_after_the_other_also_over_merge_and_split(base):
    seen = []
    with open_store() as store:
        kept = add_initiative(store, base.id, "housing", "at der bygges")
        other = add_initiative(store, base.id, "housing", "at der lyttes")
        link(store, "u1", kept)
        link(store, "u1", other, Stance.CONTRADICTS, "ikke her")
        link(store, "u2", other)
    for action, work in (
        (Action.MERGED, lambda s: merge_initiatives(s, kept, other, "at alt sker")),
        (
            Action.SPLIT,
            lambda s: split_initiative(
                s, s.initiatives(base.id)[0], "at mere sker", ["u2"], ["u1"]
            ),
        ),
        (Action.MOVED, lambda s: move_initiative(s, s.initiatives(base.id)[0], 1)),
        (Action.DELETED, lambda s: s.delete_initiative(kept.id)),
        (Action.EXCUSED, lambda s: leave_unanswered(s, "u4", "for dyrt", Role.STEERING, DAY)),
    ):
        with open_store() as store, step(store, base, action, "I-01"):
            seen.append((action, everything(store, base)))
            work(store)
    for action, before in reversed(seen):
        with open_store() as store:
            taken = undo(store, base.id)
            assert (taken.action, taken.label, taken.role) == (action, "I-01", Role.STEERING)
            assert everything(store, base) == before
    with open_store() as store, pytest.raises(NothingToUndo):
        undo(store, base.id)


def test_a_proposal_taken_over_waits_again_and_its_number_stays_used(base):
    proposal = InitiativeProposal("p", base.id, "housing", "at x", ("u1", "u3"), None, "m", DAY)
    with open_store() as store:
        store.save_initiative_proposals(base.id, [proposal])
        leave_unanswered(store, "u1", "for dyrt", Role.STEERING, DAY)
        before = everything(store, base)
        with step(store, base, Action.TAKEN_OVER):
            take_over(store, proposal, "at der bygges", Role.STEERING, DAY)
        undo(store, base.id)
        assert everything(store, base) == before
        assert add_initiative(store, base.id, "housing", "at").label == "I-02"


def test_a_step_in_which_nothing_happened_is_none(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        with step(store, base):
            change_initiative(store, one, text=one.text)
        assert store.last_plan_step(base.id) is None


def test_what_was_done_since_is_never_lost_by_taking_back(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        with step(store, base):
            one = change_initiative(store, one, cost="2 mio. kr.")
        change_initiative(store, one, status=InitiativeStatus.STARTED)
    with open_store() as store:
        with pytest.raises(ChangedSince):
            undo(store, base.id)
        assert store.initiatives(base.id)[0].status is InitiativeStatus.STARTED


def test_a_withdrawn_statement_leaves_the_steps_and_a_corrected_one_is_followed(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        for key in ("u1", "u2"):
            link(store, key, one, why=f"grund fra {key}")
        with step(store, base, Action.DELETED):
            store.delete_initiative(one.id)
        store.add_statement_version(
            dataclasses.replace(store.statement("u1"), id="u1b", version=2, replaces="u1")
        )
        store.delete_statement("u2")
        kept = store.last_plan_step(base.id)
        assert kept is not None
        assert "u2" not in repr(kept)
        undo(store, base.id)
        assert behind(store, base, one) == {"u1b": (Stance.SUPPORTS, "grund fra u1")}


def test_fifty_steps_are_kept_and_go_with_their_consultation(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at 0")
        for n in range(52):
            with step(store, base):
                one = change_initiative(store, one, text=f"at {n}")
        for _ in range(50):
            undo(store, base.id)
        assert store.initiatives(base.id)[0].text == "at 1"
        with pytest.raises(NothingToUndo):
            undo(store, base.id)
        with step(store, base):
            reach_milestone(store, add_milestone(store, one, "grund"), 0, True)
        store.delete_consultation(base.id)
        assert store.last_plan_step(base.id) is None
