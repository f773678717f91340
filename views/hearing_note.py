"""The commented note as a file, and the adoption of the plan."""

import streamlit as st

from exports.check import PrintStopped
from exports.hearing_documents import print_hearing_note
from exports.word.carrier import NotACarrier
from interviews.model import Consultation
from interviews.setup import slug
from storage import open_store
from strategy.adoption import (
    Adoption,
    HearingRunning,
    PointsUndecided,
    UnsavedChanges,
    adopt_plan,
    last_adoption,
)
from strategy.hearing import VersionUnknown
from views.common import plain, role, today
from views.export_words import answer_names, ask_names, offer, stopped
from views.hearing_parties import chosen
from views.hearing_words import day_words
from views.translate import _


def note_section(current: Consultation) -> None:
    """The note of a hearing, when there is one; and the last step."""
    with open_store() as store:
        hearings = store.hearings(current.id)
    if hearings:
        hearing = chosen(hearings)
        st.write(_("Notatet viser, hvem der er hørt, hvad de har sagt, og hvad der blev af det."))
        with st.expander(_("Brug kommunens egen Word-skabelon")):
            carrier = st.file_uploader(_("Word-skabelon"), type=["docx", "dotx"])
        if st.button(_("Lav høringsnotatet"), type="primary", key="make_note"):
            _make(current, hearing.id, carrier.getvalue() if carrier else None)
        answer_names(current.id)
    else:
        st.info(_("Der er ingen høring endnu. Send en version i høring under Parter og frister."))
    st.subheader(_("Vedtagelse"))
    with open_store() as store:
        adoption = last_adoption(store, current.id, today())
    if adoption:
        _adopted(adoption)
    stands = adoption is not None and adoption.stands
    if not stands and st.button(_("Markér planen som vedtaget"), key="adopt"):
        _adopt(current.id)


def _adopted(adoption: Adoption) -> None:
    """Which version was adopted, and what has come since."""
    words = _("Version {n} blev vedtaget {day}.")
    version = words.format(n=adoption.number, day=day_words(adoption.day))
    if adoption.stands:
        st.success(_("Planen er vedtaget.") + " " + version)
        return
    told = [version]
    if adoption.has_changes:
        told.append(_("Planen er ændret siden."))
    if adoption.undecided:
        labels = plain(", ".join(adoption.undecided))
        told.append(_("Der mangler en beslutning om {labels}.").format(labels=labels))
    st.warning(" ".join(told))


def _make(current: Consultation, hearing_id: str, carrier: bytes | None) -> None:
    try:
        with st.spinner(_("Skriver …")), open_store() as store:
            data = print_hearing_note(store, hearing_id, role(), today(), carrier)
    except NotACarrier:
        st.error(_("Skabelonen kan ikke læses. Vælg en .docx- eller .dotx-fil fra Word."))
        return
    except PrintStopped as error:
        stopped(error)
        ask_names(current.id, error)
        return
    ask_names(current.id, None)
    name = slug(current.name).replace("_", "-")
    offer(data, f"hoeringsnotat-{name}.docx", "docx", "note")


def _adopt(consultation_id: str) -> None:
    try:
        with open_store() as store:
            adopt_plan(store, consultation_id, role(), today())
    except PointsUndecided as error:
        labels = plain(", ".join(error.labels))
        st.error(_("Der mangler en beslutning om {labels}.").format(labels=labels))
    except HearingRunning as error:
        day = day_words(error.closes)
        st.error(_("Høringen er åben til og med {day}.").format(day=day))
    except VersionUnknown:
        st.error(_("Gem først en version af planen; det er den, der vedtages."))
    except UnsavedChanges as error:
        words = _("Planen er ændret siden version {n}. Gem den som en ny version først.")
        st.error(words.format(n=error.number))
    else:
        st.rerun()
