"""Mending a hearing: the name of a party, its dates, and one that was opened by mistake."""

import datetime

import streamlit as st

from storage import open_store
from strategy.goals import TextMissing
from strategy.hearing import PartiesMissing, PeriodWrong
from strategy.hearing_editing import (
    HearingAnswered,
    PartyAnswered,
    PartyTaken,
    change_dates,
    remove_party,
    rename_party,
    withdraw_hearing,
)
from strategy.model import Hearing, HearingParty
from strategy.party_names import PartyIdentifies
from views.common import role, today
from views.hearing_words import identifying
from views.translate import _

DAYS = "DD.MM.YYYY"


def edit_party(hearing: Hearing, party: HearingParty, own: str) -> None:
    """Another name for a party, or the party taken out; `own` tells its widgets apart."""
    with st.form(f"party_form_{own}", border=False):
        name = st.text_input(_("Partens navn"), party.name, key=f"party_name_{own}")
        if st.form_submit_button(_("Gem navnet"), type="primary"):
            _rename(hearing, party, name)
    if st.button(_("Fjern parten"), key=f"remove_{own}", type="tertiary"):
        _remove(hearing, party)


def _rename(hearing: Hearing, party: HearingParty, name: str) -> None:
    try:
        with open_store() as store:
            rename_party(store, hearing, party.name, name)
    except TextMissing:
        st.error(_("Skriv navnet først."))
    except PartyTaken:
        st.error(_("Der er allerede en part, der hedder det."))
    except PartyIdentifies as error:
        st.error(identifying(error))
    else:
        st.rerun()


def _remove(hearing: Hearing, party: HearingParty) -> None:
    try:
        with open_store() as store:
            remove_party(store, hearing, party.name)
    except PartyAnswered:
        st.error(_("Parten har svaret og kan ikke fjernes."))
    except PartiesMissing:
        st.error(_("Det er den eneste part. Træk høringen tilbage i stedet."))
    else:
        st.rerun()


def edit_hearing(hearing: Hearing) -> None:
    """Other dates, and taking the hearing back while nobody has answered."""
    with st.expander(_("Ret datoerne, eller træk høringen tilbage"), key=f"mend_{hearing.id}"):
        with st.form(f"dates_form_{hearing.id}", border=False):
            left, right = st.columns(2)
            opens = _day(left, _("Åbner"), hearing.opens, f"opens_{hearing.id}")
            closes = _day(right, _("Lukker"), hearing.closes, f"closes_{hearing.id}")
            if st.form_submit_button(_("Gem datoerne"), type="primary"):
                _move(hearing, opens, closes)
        if st.button(_("Træk høringen tilbage"), key=f"withdraw_{hearing.id}", type="tertiary"):
            _withdraw(hearing)


def _day(place, label: str, day: str, key: str) -> str:
    return str(place.date_input(label, datetime.date.fromisoformat(day), format=DAYS, key=key))


def _move(hearing: Hearing, opens: str, closes: str) -> None:
    try:
        with open_store() as store:
            change_dates(store, hearing, opens, closes)
    except PeriodWrong:
        st.error(_("Høringen skal lukke efter den dag, den åbner."))
    else:
        st.rerun()


def _withdraw(hearing: Hearing) -> None:
    try:
        with open_store() as store:
            withdraw_hearing(store, hearing, role(), today())
    except HearingAnswered:
        st.error(_("Der er kommet svar. En høring, som nogen har svaret på, trækkes ikke tilbage."))
    else:
        st.rerun()
