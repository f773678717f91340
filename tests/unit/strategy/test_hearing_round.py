"""A hearing: opened on a version, answered, decided point by point, and only then adopted."""

import pytest

from interviews.model import Interview, Role, Statement, Status
from interviews.setup import add_site, create_consultation, shared_themes
from storage import Unknown, open_store
from strategy.adoption import (
    HearingRunning,
    PointsUndecided,
    UnsavedChanges,
    adopt_plan,
    last_adoption,
)
from strategy.coverage import coverage
from strategy.evidence import ReasonMissing
from strategy.goals import TextMissing, add_initiative, change_initiative
from strategy.hearing import (
    PartiesMissing,
    PartyUnknown,
    PeriodWrong,
    VersionUnknown,
    add_party,
    add_point,
    days_open,
    decide_point,
    note_received,
    open_hearing,
    reword_point,
    undecided,
)
from strategy.model import HearingDecision, HearingParty, InitiativeStatus
from strategy.versions import save_version

DAY, AFTER = "2026-03-01", "2026-04-01"
COUNCIL, UNION = "Rådet for Socialt Udsatte", "Lejerforeningen"


@pytest.fixture
def base(database):
    """One statement, one initiative and version 1 of the plan; on each database there is."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        site = add_site(store, made.id, "A")
        said = Statement("u1", 1, made.id, "talk", "Et ønske", "housing")
        store.add_interview(Interview("talk", made.id, site.id, "2026-01", 1), [said])
        add_initiative(store, made.id, "housing", "at der bygges")
        save_version(store, made.id, Role.CONSULTANT, DAY)
    return made


def opened(store, base, parties=(COUNCIL, UNION)):
    return open_hearing(store, base.id, 1, "2026-03-02", "2026-03-16", parties)


def point(store, hearing, text="Skriv hvornår"):
    return add_point(store, hearing, COUNCIL, "I-01", "Tidsplan", text)


def test_a_hearing_is_opened_and_the_consultation_is_in_hearing(base):
    with open_store() as store:
        made = opened(store, base, (f" {COUNCIL} ", UNION, "", UNION))
    with open_store() as store:
        assert store.hearings(base.id) == (made,)
        assert store.hearing(made.id) == made
        assert store.consultation(base.id).status is Status.HEARING
    assert made.parties == (
        HearingParty(COUNCIL, "2026-03-02"),
        HearingParty(UNION, "2026-03-02"),
    )
    assert days_open(made) == 15


def test_a_hearing_needs_a_version_a_period_and_somebody_to_hear(base):
    with open_store() as store:
        with pytest.raises(VersionUnknown):
            open_hearing(store, base.id, 2, "2026-03-02", "2026-03-16", [COUNCIL])
        for opens, closes in (("2026-03-16", "2026-03-02"), ("i morgen", "2026-03-02")):
            with pytest.raises(PeriodWrong):
                open_hearing(store, base.id, 1, opens, closes, [COUNCIL])
        with pytest.raises(PartiesMissing):
            open_hearing(store, base.id, 1, "2026-03-02", "2026-03-16", ["  "])
        assert store.hearings(base.id) == ()
        assert store.consultation(base.id).status is Status.COLLECTING
        with pytest.raises(Unknown):
            store.hearing("nobody")


def test_answers_are_noted_also_of_those_nobody_asked(base):
    with open_store() as store:
        made = note_received(store, opened(store, base), COUNCIL, "2026-03-10")
        made = add_party(store, made, "En nabo")
        made = add_party(store, made, COUNCIL, "2026-03-20")
        assert store.hearings(base.id) == (made,)
        with pytest.raises(PartyUnknown):
            note_received(store, made, "Ingen", "2026-03-10")
    assert made.parties == (
        HearingParty(COUNCIL, "2026-03-02", "2026-03-10"),
        HearingParty(UNION, "2026-03-02"),
        HearingParty("En nabo"),
    )


def test_points_have_numbers_and_need_a_party_a_subject_and_words(base):
    with open_store() as store:
        made = opened(store, base)
        first, second = point(store, made), point(store, made, "  To\nlinjer ")
        assert store.hearing_points(made.id) == (first, second)
        assert [p.label for p in (first, second)] == ["H-01", "H-02"]
        assert second.text == "To\nlinjer"
        with pytest.raises(PartyUnknown):
            add_point(store, made, "Ingen", "I-01", "Tidsplan", "Noget")
        for subject, text in (("", "Noget"), ("Tidsplan", " ")):
            with pytest.raises(TextMissing):
                add_point(store, made, COUNCIL, "I-01", subject, text)


def test_a_point_is_reworded_and_its_decision_stays(base):
    with open_store() as store:
        one = point(store, opened(store, base), "Ring til Jens")
        decided = decide_point(store, one, HearingDecision.NOTED, Role.STEERING, AFTER)
        changed = reword_point(store, decided, " Andet ", "Ring til formanden")
        assert store.hearing_points(one.hearing_id) == (changed,)
        with pytest.raises(TextMissing):
            reword_point(store, changed, "Andet", " ")
    assert (changed.subject, changed.text) == ("Andet", "Ring til formanden")
    assert (changed.decision, changed.label) == (HearingDecision.NOTED, "H-01")


def test_a_decision_records_who_and_when_and_can_be_taken_back(base):
    with open_store() as store:
        one = point(store, opened(store, base))
        decided = decide_point(
            store, one, HearingDecision.FOLLOWED, Role.STEERING, AFTER, "Enig", "Opstart tilføjet"
        )
        assert undecided(store, base.id) == ()
        assert store.hearing_points(one.hearing_id) == (decided,)
        again = decide_point(store, decided, HearingDecision.OPEN, Role.STEERING, AFTER, "Enig")
        assert undecided(store, base.id) == (again,)
    assert (decided.decided_by, decided.decided_on) == (Role.STEERING, AFTER)
    assert (decided.remark, decided.change) == ("Enig", "Opstart tilføjet")
    assert (again.decided_by, again.decided_on, again.remark) == (None, "", "Enig")


@pytest.mark.parametrize("decision", [HearingDecision.PARTLY, HearingDecision.NOT_FOLLOWED])
def test_what_is_not_followed_needs_a_reason(base, decision):
    with open_store() as store:
        one = point(store, opened(store, base))
        with pytest.raises(ReasonMissing):
            decide_point(store, one, decision, Role.STEERING, AFTER, "  ")
        assert undecided(store, base.id) == (one,)


def test_a_plan_is_adopted_only_when_every_point_has_a_decision(base):
    with open_store() as store:
        made = opened(store, base)
        first, second = point(store, made), point(store, made, "Og med hvem")
        decide_point(store, first, HearingDecision.NOTED, Role.STEERING, AFTER)
        with pytest.raises(PointsUndecided) as error:
            adopt_plan(store, base.id, Role.STEERING, AFTER)
        assert error.value.labels == ("H-02",)
        assert store.consultation(base.id).status is Status.HEARING
        decide_point(store, second, HearingDecision.FOLLOWED, Role.STEERING, AFTER)
        assert adopt_plan(store, base.id, Role.STEERING, AFTER).status is Status.ADOPTED
    with open_store() as store:
        assert store.consultation(base.id).status is Status.ADOPTED
        (entry,) = store.audit(base.id)
        assert (entry.action, entry.role, entry.detail) == ("adopted", Role.STEERING, "1")


def test_a_plan_is_not_adopted_while_people_may_still_answer(base):
    with open_store() as store:
        opened(store, base)
        with pytest.raises(HearingRunning) as error:
            adopt_plan(store, base.id, Role.STEERING, "2026-03-16")
        assert error.value.closes == "2026-03-16"


def test_what_is_adopted_is_the_newest_version(base):
    with open_store() as store:
        add_initiative(store, base.id, "housing", "at der lyttes")
        with pytest.raises(UnsavedChanges) as error:
            adopt_plan(store, base.id, Role.STEERING, AFTER)
        assert error.value.number == 1
        save_version(store, base.id, Role.STEERING, AFTER)
        assert adopt_plan(store, base.id, Role.STEERING, AFTER).status is Status.ADOPTED


def test_what_comes_after_the_adoption_is_told(base):
    with open_store() as store:
        assert last_adoption(store, base.id, AFTER) is None
        made = opened(store, base)
        adopt_plan(store, base.id, Role.STEERING, AFTER)
        found = last_adoption(store, base.id, AFTER)
        assert (found.number, found.day, found.stands) == (1, AFTER, True)
        one = point(store, made)
        assert last_adoption(store, base.id, AFTER).undecided == ("H-01",)
        decide_point(store, one, HearingDecision.NOTED, Role.STEERING, AFTER)
        assert last_adoption(store, base.id, AFTER).stands
        add_initiative(store, base.id, "housing", "at der lyttes")
        found = last_adoption(store, base.id, AFTER)
        assert (found.number, found.has_changes, found.stands) == (1, True, False)
        save_version(store, base.id, Role.STEERING, AFTER)
        assert last_adoption(store, base.id, AFTER).has_changes
        adopt_plan(store, base.id, Role.STEERING, "2026-05-01")
        found = last_adoption(store, base.id, AFTER)
    assert (found.number, found.day, found.stands) == (2, "2026-05-01", True)


def test_following_up_is_no_change_of_the_plan_but_giving_up_is(base):
    with open_store() as store:
        adopt_plan(store, base.id, Role.STEERING, AFTER)
        (one,) = store.initiatives(base.id)
        one = change_initiative(store, one, status=InitiativeStatus.DONE)
        assert last_adoption(store, base.id, AFTER).stands
        change_initiative(store, one, status=InitiativeStatus.DROPPED)
        assert last_adoption(store, base.id, AFTER).has_changes


def test_two_people_noting_answers_do_not_undo_each_other(base):
    with open_store() as store:
        old = opened(store, base)
        note_received(store, old, COUNCIL, "2026-03-10")
        note_received(store, old, UNION, "2026-03-11")
        (kept,) = store.hearings(base.id)
    assert [p.received_on for p in kept.parties] == ["2026-03-10", "2026-03-11"]


def test_a_plan_without_a_version_is_not_adopted(database):
    with open_store() as store:
        made = create_consultation(store, "Uden", "Egeby", shared_themes())
        with pytest.raises(VersionUnknown):
            adopt_plan(store, made.id, Role.STEERING, AFTER)


def test_what_parties_say_is_never_among_the_statements(base):
    with open_store() as store:
        before = (store.statements(base.id), coverage(store, base.id), store.voices(base.id))
        one = point(store, opened(store, base))
        after = (store.statements(base.id), coverage(store, base.id), store.voices(base.id))
        assert before == after
        with pytest.raises(Unknown):
            store.statement(one.id)


def test_everything_of_a_hearing_goes_with_its_consultation(base):
    with open_store() as store:
        made = opened(store, base)
        point(store, made)
        store.delete_consultation(base.id)
        assert store.hearings(base.id) == ()
        assert store.hearing_points(made.id) == ()
