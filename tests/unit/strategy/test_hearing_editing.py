"""A hearing is mended: parties renamed and taken out, dates moved, a mistake taken back."""

import pytest

from interviews.model import Role, Status
from interviews.setup import create_consultation, shared_themes
from storage import Unknown, open_store
from strategy.adoption import HearingRunning, adopt_plan
from strategy.goals import TextMissing, add_initiative
from strategy.hearing import (
    PartiesMissing,
    PartyUnknown,
    PeriodWrong,
    add_party,
    add_point,
    note_received,
    open_hearing,
)
from strategy.hearing_editing import (
    HearingAnswered,
    PartyAnswered,
    PartyTaken,
    change_dates,
    remove_party,
    rename_party,
    withdraw_hearing,
)
from strategy.model import HearingParty
from strategy.party_names import PartyIdentifies
from strategy.versions import save_version

DAY, OPENS, CLOSES = "2026-03-01", "2026-03-02", "2026-03-16"
COUNCIL, UNION = "Rådet for Socialt Udsatte", "Lejerforeningen"
ADDRESS = "Værestedet, Storegade 5"


@pytest.fixture
def held(home):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        add_initiative(store, made.id, "housing", "at der bygges")
        save_version(store, made.id, Role.CONSULTANT, DAY)
        return open_hearing(store, made.id, 1, OPENS, CLOSES, [COUNCIL, UNION])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (ADDRESS, "ADDRESS"),
        ("Lejernes Hus, tlf. 20 30 40 50", "PHONE"),
        ("KFUM post@kfum.example", "EMAIL"),
    ],
)
def test_a_name_that_could_not_be_printed_is_told_when_it_is_typed(held, name, kind):
    cid = held.consultation_id
    with open_store() as store:
        for typed in (
            lambda: open_hearing(store, cid, 1, OPENS, CLOSES, [COUNCIL, "", name]),
            lambda: add_party(store, held, name),
            lambda: rename_party(store, held, UNION, name),
        ):
            with pytest.raises(PartyIdentifies) as error:
                typed()
            assert [kinds for _place, kinds in error.value.where] == [(kind,)]
            assert name not in str(error.value)
        assert store.hearings(cid) == (held,)
        with pytest.raises(PartyIdentifies) as error:
            open_hearing(store, cid, 1, OPENS, CLOSES, [COUNCIL, "", name])
    assert error.value.where[0][0] == 3


def test_organisations_are_no_persons(held):
    with open_store() as store:
        there = [party.name for party in held.parties]
        names = ["Kirkens Korshær", "KFUM", "SAND – De hjemløse", "INSP!"]
        for name in names:
            held = add_party(store, held, name)
        assert [party.name for party in held.parties] == there + names
        assert store.hearing(held.id) == held


def test_a_party_is_renamed_in_its_points_too(held):
    with open_store() as store:
        held = note_received(store, held, UNION, "2026-03-10")
        add_point(store, held, UNION, "", "Tid", "Skriv hvornår")
        made = rename_party(store, held, UNION, "  Lejernes  LO ")
        (point,) = store.hearing_points(held.id)
        assert store.hearing(held.id) == made
        with pytest.raises(PartyTaken):
            rename_party(store, made, "Lejernes LO", COUNCIL)
        with pytest.raises(PartyUnknown):
            rename_party(store, made, UNION, "En anden")
        with pytest.raises(TextMissing):
            rename_party(store, made, COUNCIL, " ")
    assert point.party == "Lejernes LO"
    assert made.parties[1] == HearingParty("Lejernes LO", OPENS, "2026-03-10")


def test_a_party_is_taken_out_only_while_it_has_not_answered(held):
    with open_store() as store:
        add_point(store, held, COUNCIL, "", "Tid", "Skriv hvornår")
        with pytest.raises(PartyAnswered):
            remove_party(store, held, COUNCIL)
        note_received(store, held, UNION, "2026-03-10")
        with pytest.raises(PartyAnswered):
            remove_party(store, held, UNION)
        note_received(store, held, UNION, "")
        made = remove_party(store, held, UNION)
        assert [p.name for p in made.parties] == [COUNCIL]
        store.delete_hearing_point(store.hearing_points(held.id)[0].id)
        with pytest.raises(PartiesMissing):
            remove_party(store, made, COUNCIL)


def test_dates_are_moved_and_a_wrong_one_no_longer_blocks_the_adoption(held):
    cid = held.consultation_id
    with open_store() as store:
        late = add_party(store, held, "Kirken", "2026-03-05")
        late = change_dates(store, late, OPENS, "2062-03-16")
        with pytest.raises(HearingRunning):
            adopt_plan(store, cid, Role.STEERING, "2026-04-01")
        with pytest.raises(PeriodWrong):
            change_dates(store, late, "2026-03-16", OPENS)
        made = change_dates(store, late, "2026-03-03", CLOSES)
        assert store.hearing(held.id) == made
        adopt_plan(store, cid, Role.STEERING, "2026-04-01")
    assert [p.sent_on for p in made.parties] == ["2026-03-03", "2026-03-03", "2026-03-05"]


def test_a_hearing_opened_by_mistake_is_taken_back(held):
    cid = held.consultation_id
    with open_store() as store:
        withdraw_hearing(store, held, Role.STEERING, DAY)
        assert store.consultation(cid).status is Status.DRAFTING
        entry = next(e for e in store.audit(cid) if e.action == "hearing_withdrawn")
        assert (entry.detail, entry.role) == ("1", Role.STEERING)
        with pytest.raises(Unknown):
            store.hearing(held.id)
        adopt_plan(store, cid, Role.STEERING, DAY)
        again = open_hearing(store, cid, 1, OPENS, CLOSES, [COUNCIL])
        withdraw_hearing(store, again, Role.STEERING, DAY)
        assert store.consultation(cid).status is Status.ADOPTED


def test_a_hearing_that_somebody_answered_is_not_taken_back(held):
    with open_store() as store:
        add_point(store, held, COUNCIL, "", "Tid", "Skriv hvornår")
        with pytest.raises(HearingAnswered):
            withdraw_hearing(store, held, Role.STEERING, DAY)
        store.delete_hearing_point(store.hearing_points(held.id)[0].id)
        note_received(store, held, COUNCIL, "2026-03-10")
        with pytest.raises(HearingAnswered):
            withdraw_hearing(store, held, Role.STEERING, DAY)
        assert store.hearing(held.id).parties[0].received_on
