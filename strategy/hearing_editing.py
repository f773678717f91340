"""Mending a hearing: its parties, its dates, and taking back one that was opened by mistake."""

import dataclasses

from interviews.audit import note
from interviews.model import Role, Status
from strategy.adoption import AdoptionStore, was_adopted
from strategy.goals import TextMissing
from strategy.hearing import (
    HearingStore,
    PartiesMissing,
    PartyUnknown,
    check_period,
    has_answered,
    keep_parties,
    set_status,
    tidy,
)
from strategy.model import Hearing, HearingParty
from strategy.party_names import check_names


class PartyTaken(ValueError):
    """The hearing has another party of that name already."""

    code = "party_taken"


class PartyAnswered(ValueError):
    """The party has answered; what it said must not lose its sender."""

    code = "party_answered"


class HearingAnswered(ValueError):
    """Somebody has answered; a hearing that was held is not taken back."""

    code = "hearing_answered"


def rename_party(store: HearingStore, hearing: Hearing, old: str, new: str) -> Hearing:
    """The hearing with the party `old` called `new`, in its points too.

    Raises PartyUnknown, TextMissing, PartyTaken, PartyIdentifies.
    """
    hearing, party = _found(store, hearing, old)
    name = tidy(new)
    if not name:
        raise TextMissing
    if name == old:
        return hearing
    if any(one.name == name for one in hearing.parties):
        raise PartyTaken
    check_names([name], store.settings(hearing.consultation_id))
    for point in store.hearing_points(hearing.id):
        if point.party == old:
            store.save_hearing_point(dataclasses.replace(point, party=name))
    renamed = dataclasses.replace(party, name=name)
    parties = (renamed if one == party else one for one in hearing.parties)
    return keep_parties(store, hearing, tuple(parties))


def remove_party(store: HearingStore, hearing: Hearing, name: str) -> Hearing:
    """The hearing without a party that has not answered.

    Raises PartyUnknown, PartyAnswered, and PartiesMissing for the only one.
    """
    hearing, party = _found(store, hearing, name)
    if has_answered(party, store.hearing_points(hearing.id)):
        raise PartyAnswered
    left = tuple(one for one in hearing.parties if one != party)
    if not left:
        raise PartiesMissing
    return keep_parties(store, hearing, left)


def change_dates(store: HearingStore, hearing: Hearing, opens: str, closes: str) -> Hearing:
    """The hearing from `opens` to `closes`. Raises PeriodWrong.

    A party that it was sent to on the day it opened follows that day.
    """
    check_period(opens, closes)
    hearing = store.hearing(hearing.id)
    parties = tuple(
        dataclasses.replace(one, sent_on=opens) if one.sent_on == hearing.opens else one
        for one in hearing.parties
    )
    moved = dataclasses.replace(hearing, opens=opens, closes=closes)
    return keep_parties(store, moved, parties)


def withdraw_hearing(store: AdoptionStore, hearing: Hearing, role: Role, day: str) -> None:
    """Take back a hearing that nobody has answered; the consultation then stands as before it.

    Raises HearingAnswered.
    """
    hearing, cid = store.hearing(hearing.id), hearing.consultation_id
    points = store.hearing_points(hearing.id)
    if points or any(has_answered(party, points) for party in hearing.parties):
        raise HearingAnswered
    store.delete_hearing(hearing.id)
    note(store, cid, day, role, "hearing_withdrawn", str(hearing.version_number))
    if not store.hearings(cid):
        adopted = was_adopted(store, cid)
        set_status(store, cid, Status.ADOPTED if adopted else Status.DRAFTING)


def _found(store: HearingStore, hearing: Hearing, name: str) -> tuple[Hearing, HearingParty]:
    """The hearing as it is now (somebody else may have changed it), and its party `name`."""
    hearing = store.hearing(hearing.id)
    for party in hearing.parties:
        if party.name == name:
            return hearing, party
    raise PartyUnknown(name)
