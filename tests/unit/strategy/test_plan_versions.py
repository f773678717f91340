"""Versions of the plan: kept as they were, and compared row by row."""

import dataclasses

import pytest

from interviews.model import Interview, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from strategy.editing.merging import merge_initiatives
from strategy.editing.milestones import add_milestone, reach_milestone, remove_milestone
from strategy.editing.order import move_goal, move_initiative
from strategy.editing.splitting import split_initiative
from strategy.evidence import link_evidence
from strategy.goals import add_goal, add_initiative, change_goal, change_initiative
from strategy.model import Change, ChangeKind, InitiativeStatus, Stance, TargetKind
from strategy.versions import NothingChanged, PlanEmpty, changes_between, plan_now, save_version

DAY = "2026-03-01"


@pytest.fixture
def base(database):
    """Three statements, no plan yet; on each database there is."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        site = add_site(store, made.id, "A")
        said = [Statement(f"u{n}", n, made.id, "talk", f"Ønske {n}", "housing") for n in (1, 2, 3)]
        store.add_interview(Interview("talk", made.id, site.id, "2026-01", 1), said)
    return made


def save(store, base, note=""):
    return save_version(store, base.id, Role.STEERING, DAY, note)


def link(store, statement, target, stance=Stance.SUPPORTS, kind=TargetKind.INITIATIVE):
    return link_evidence(store, statement, kind, target.id, stance, Role.STEERING, DAY)


def test_a_version_holds_the_plan_as_it_was(base):
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at alle bor godt", year=2027)
        built = add_initiative(store, base.id, "housing", "at der bygges", goal_id=goal.id)
        tied = link(store, "u1", built)
        kept = save(store, base, "  Til   høring ")
    with open_store() as store:
        change_initiative(store, built, text="at der rives ned")
        assert store.plan_versions(base.id) == (kept,)
    assert (kept.number, kept.role, kept.day, kept.note) == (1, Role.STEERING, DAY, "Til høring")
    assert (kept.goals, kept.initiatives, kept.links) == ((goal,), (built,), (tied,))


def test_numbers_count_on_and_an_empty_or_unchanged_plan_makes_no_version(base):
    with open_store() as store:
        with pytest.raises(PlanEmpty):
            save(store, base)
        one = add_initiative(store, base.id, "housing", "at der bygges")
        assert save(store, base).number == 1
        with pytest.raises(NothingChanged) as error:
            save(store, base)
        assert error.value.number == 1
        link(store, "u1", one)
        assert save(store, base).number == 2


def test_two_equal_versions_differ_in_nothing(base):
    with open_store() as store:
        first = add_initiative(store, base.id, "housing", "at der bygges")
        add_initiative(store, base.id, "housing", "at der lyttes")
        link(store, "u1", first)
        old = save(store, base)
        new = plan_now(store, base.id, Role.STEERING, DAY)
    assert changes_between(old, old) == ()
    assert changes_between(old, new) == ()


def test_of_rows_in_another_order_the_fewest_are_told(base):
    with open_store() as store:
        goals = [add_goal(store, base.id, "housing", f"at {n}") for n in range(2)]
        made = [add_initiative(store, base.id, "housing", f"at {n}") for n in range(4)]
        add_initiative(store, base.id, "health", "at andet")
        old = save(store, base)
        move_initiative(store, made[3], -3)
        move_goal(store, goals[0], 1)
        new = save(store, base)
    told = [(c.label, c.kind, c.before, c.after) for c in changes_between(old, new)]
    assert told == [
        ("M-02", ChangeKind.REORDERED, "2", "1"),
        ("I-04", ChangeKind.REORDERED, "4", "1"),
    ]


def test_milestones_are_told_one_by_one(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        one = add_milestone(store, one, "grunden er købt", "marts 2027")
        one = add_milestone(store, one, "lokalplan")
        old = save(store, base)
        one = reach_milestone(store, one, 0, True)
        one = remove_milestone(store, one, 1)
        add_milestone(store, one, " første  spadestik ", "2028")
        new = save(store, base)
    assert changes_between(old, new) == (
        Change("I-01", ChangeKind.MILESTONE_DONE, "milestone", "", "grunden er købt"),
        Change("I-01", ChangeKind.CHANGED, "milestone", "lokalplan", ""),
        Change("I-01", ChangeKind.CHANGED, "milestone", "", "første spadestik (2028)"),
    )


def test_merged_and_split_rows_say_where_they_went(base):
    with open_store() as store:
        kept = add_initiative(store, base.id, "housing", "at der bygges")
        other = add_initiative(store, base.id, "housing", "at der bygges småt")
        link(store, "u1", kept)
        link(store, "u2", other)
        old = save(store, base)
        merge_initiatives(store, kept, other, "at der bygges småt og billigt")
        middle = save(store, base)
        (kept,) = store.initiatives(base.id)
        split_initiative(store, kept, "at der bygges billigt", moved=["u2"])
        new = save(store, base)
    assert changes_between(old, middle) == (
        Change("I-01", ChangeKind.REWORDED, "text", "at der bygges", kept.text),
        Change("I-01", ChangeKind.EVIDENCE_ADDED, "", "", "supports", "u2"),
        Change("I-02", ChangeKind.MERGED, "text", "at der bygges småt", "I-01"),
    )
    assert changes_between(middle, new) == (
        Change("I-01", ChangeKind.EVIDENCE_REMOVED, "", "supports", "", "u2"),
        Change("I-03", ChangeKind.SPLIT, "text", "I-01", "at der bygges billigt"),
        Change("I-03", ChangeKind.EVIDENCE_ADDED, "", "", "supports", "u2"),
    )


def test_rows_added_removed_reworded_and_moved(base):
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at alle bor godt")
        first = add_initiative(store, base.id, "housing", "at der bygges")
        second = add_initiative(store, base.id, "housing", "at der lyttes")
        old = save(store, base)
        change_goal(store, goal, text="at alle bor trygt")
        store.delete_initiative(first.id)
        change_initiative(store, second, theme_key="encounter")
        add_initiative(store, base.id, "health", "at tandlægen kommer ud")
        new = save(store, base)
    assert changes_between(old, new) == (
        Change("M-01", ChangeKind.REWORDED, "text", "at alle bor godt", "at alle bor trygt"),
        Change("I-01", ChangeKind.REMOVED, "text", "at der bygges"),
        Change("I-02", ChangeKind.MOVED, "theme_key", "housing", "encounter"),
        Change("I-03", ChangeKind.ADDED, "text", "", "at tandlægen kommer ud"),
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("responsible", "Teknik og Miljø"),
        ("start", "3. kvartal 2026"),
        ("end", "2028"),
        ("indicator", "antal boliger"),
        ("status", InitiativeStatus.STARTED),
        ("partners", "boligselskabet"),
        ("cost", "2 mio. kr."),
    ],
)
def test_each_detail_of_an_initiative_is_told_apart(base, field, value):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        old = save(store, base)
        change_initiative(store, one, **{field: value})
        new = save(store, base)
    (change,) = changes_between(old, new)
    assert (change.kind, change.field, change.after) == (ChangeKind.CHANGED, field, value)
    assert change.before == str(getattr(one, field))


def test_what_measures_a_goal_and_the_goal_of_an_initiative(base):
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at alle bor godt")
        one = add_initiative(store, base.id, "housing", "at der bygges")
        old = save(store, base)
        change_goal(store, goal, target="25 % færre", year=2027)
        change_initiative(store, one, goal_id=goal.id)
        new = save(store, base)
    assert changes_between(old, new) == (
        Change("M-01", ChangeKind.CHANGED, "target", "", "25 % færre"),
        Change("M-01", ChangeKind.CHANGED, "year", "", "2027"),
        Change("I-01", ChangeKind.CHANGED, "goal", "", "M-01"),
    )


def test_evidence_added_removed_and_seen_otherwise(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        gone = link(store, "u1", one)
        link(store, "u2", one)
        old = save(store, base)
        store.delete_link(gone.id)
        link(store, "u2", one, Stance.NUANCES)
        link(store, "u3", one, Stance.CONTRADICTS)
        new = save(store, base)
    assert changes_between(old, new) == (
        Change("I-01", ChangeKind.EVIDENCE_REMOVED, "", "supports", "", "u1"),
        Change("I-01", ChangeKind.EVIDENCE_CHANGED, "", "supports", "nuances", "u2"),
        Change("I-01", ChangeKind.EVIDENCE_ADDED, "", "", "contradicts", "u3"),
    )


def test_a_corrected_statement_is_no_change_and_a_withdrawn_one_leaves_every_version(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        link(store, "u1", one)
        link(store, "u2", one)
        save(store, base)
        said = store.statement("u1")
        store.add_statement_version(
            dataclasses.replace(said, id="u1b", text="Rettet", version=2, replaces="u1")
        )
        store.delete_statement("u2")
    with open_store() as store:
        (kept,) = store.plan_versions(base.id)
        assert [e.statement_id for e in kept.links] == ["u1b"]
        assert changes_between(kept, plan_now(store, base.id, Role.STEERING, DAY)) == ()


def test_a_number_is_never_given_to_another_row(base):
    with open_store() as store:
        one = add_initiative(store, base.id, "housing", "at der bygges")
        old = save(store, base)
        store.delete_initiative(one.id)
        add_initiative(store, base.id, "housing", "at der lyttes")
        new = save(store, base)
    assert [(c.label, c.kind) for c in changes_between(old, new)] == [
        ("I-01", ChangeKind.REMOVED),
        ("I-02", ChangeKind.ADDED),
    ]


def test_versions_go_with_their_consultation(base):
    with open_store() as store:
        add_initiative(store, base.id, "housing", "at der bygges")
        save(store, base)
        store.delete_consultation(base.id)
        assert store.plan_versions(base.id) == ()
