"""Who is heard about which version, when, and who has answered."""

import datetime
from zlib import crc32

import streamlit as st

from interviews.model import Consultation
from storage import open_store
from strategy.goals import TextMissing
from strategy.hearing import (
    PartiesMissing,
    PeriodWrong,
    add_party,
    days_open,
    has_answered,
    note_received,
    open_hearing,
)
from strategy.model import Hearing, HearingParty, HearingPoint, PlanVersion
from strategy.party_names import PartyIdentifies
from views.common import blank, emptied, plain, today
from views.hearing_edit import edit_hearing, edit_party
from views.hearing_words import day_words, hearing_name, identifying
from views.translate import _, ngettext

WEEKS = 4  # a first offer for how long a hearing is open
DAYS = "DD.MM.YYYY"


def parties_section(current: Consultation) -> None:
    """Every hearing with its parties, and a form for a new one."""
    with open_store() as store:
        versions, hearings = store.plan_versions(current.id), store.hearings(current.id)
    if not versions:
        st.info(_("Gem først en version af planen; det er den, der sendes i høring."))
        return
    for hearing in reversed(hearings):
        _parties(hearing)
    with st.expander(_("Send en version i høring"), expanded=not hearings):
        _open(current.id, versions)


def chosen(hearings: tuple[Hearing, ...]) -> Hearing:
    """The hearing a section is about; asked only where there are several."""
    if len(hearings) == 1:
        return hearings[0]
    by_id = {h.id: h for h in reversed(hearings)}
    key = st.selectbox(_("Høring"), list(by_id), format_func=lambda k: hearing_name(by_id[k]))
    return by_id[key]


def _open(consultation_id: str, versions: tuple[PlanVersion, ...]) -> None:
    first = datetime.date.fromisoformat(today())
    with st.form("hearing_form", border=False):
        number = st.selectbox(
            _("Version"), [v.number for v in reversed(versions)], key="hearing_version"
        )
        left, right = st.columns(2)
        opens = left.date_input(_("Åbner"), first, format=DAYS, key="hearing_opens")
        last = first + datetime.timedelta(weeks=WEEKS)
        closes = right.date_input(_("Lukker"), last, format=DAYS, key="hearing_closes")
        names = st.text_area(_("Hvem sendes den til? Én på hver linje"), key=blank("parties"))
        if not st.form_submit_button(_("Åbn høringen"), type="primary"):
            return
    try:
        with open_store() as store:
            open_hearing(
                store, consultation_id, number, str(opens), str(closes), names.splitlines()
            )
    except PeriodWrong:
        st.error(_("Høringen skal lukke efter den dag, den åbner."))
    except PartiesMissing:
        st.error(_("Skriv mindst én, der skal høres."))
    except PartyIdentifies as error:
        st.error(identifying(error))
    else:
        emptied("parties")
        st.rerun()


def _parties(hearing: Hearing) -> None:
    """One hearing: its days, and for each party when it was asked and when it answered."""
    days = ngettext("åben i {n} dag", "åben i {n} dage", days_open(hearing)).format(
        n=days_open(hearing)
    )
    st.subheader(plain(hearing_name(hearing)))
    with open_store() as store:
        points = store.hearing_points(hearing.id)
    answered = sum(has_answered(p, points) for p in hearing.parties)
    st.caption(
        days + " · " + _("{n} af {all} har svaret").format(n=answered, all=len(hearing.parties))
    )
    for party in hearing.parties:
        _party(hearing, party, points)
    _more(hearing)
    edit_hearing(hearing)


def _party(hearing: Hearing, party: HearingParty, points: tuple[HearingPoint, ...]) -> None:
    """When one party was asked and when it answered, and the way to mend it."""
    own = f"{hearing.id}_{crc32(party.name.encode())}"  # its place changes as others are taken out
    left, right, edit = st.columns([4, 2, 1], vertical_alignment="center")
    told = _("sendt {day}").format(day=day_words(party.sent_on))
    told = told if party.sent_on else _("ikke sendt direkte")
    if not party.received_on and has_answered(party, points):
        told += " · " + _("har svaret; dagen er ikke noteret")
    left.markdown(f"**{plain(party.name)}**  \n{plain(told)}")
    there = datetime.date.fromisoformat(party.received_on) if party.received_on else None
    day = right.date_input(_("Svar modtaget"), there, format=DAYS, key=f"received_{own}")
    if day != there:
        with open_store() as store:
            note_received(store, hearing, party.name, str(day) if day else "")
        st.rerun()
    with edit, st.popover(_("Ret"), key=f"edit_{own}"):
        edit_party(hearing, party, own)


def _more(hearing: Hearing) -> None:
    field = f"party_{hearing.id}"
    with st.form(f"{field}_form", border=False):
        name = st.text_input(_("Endnu en part"), key=blank(field))
        asked = st.checkbox(_("Sendt i dag"), key=f"{field}_sent")
        if st.form_submit_button(_("Tilføj part")):
            try:
                with open_store() as store:
                    add_party(store, hearing, name, today() if asked else "")
                emptied(field)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv navnet først."))
            except PartyIdentifies as error:
                st.error(identifying(error))
