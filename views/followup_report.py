"""New recommendations with Opstart and Ansvarlig, and the report as a file."""

import streamlit as st

from exports.check import PrintStopped
from exports.follow_up_documents import print_follow_up
from exports.sheets import CellTooLong
from exports.word.carrier import NotACarrier
from interviews.model import Consultation
from interviews.setup import slug
from storage import open_store
from strategy.follow_up.model import FollowUp
from strategy.follow_up.rounds import recommend
from strategy.goals import TextMissing
from views.common import blank, emptied, plain, role, today
from views.export_words import answer_names, ask_names, offer, stopped
from views.translate import _


def recommendations_section(_current: Consultation, chosen: FollowUp) -> None:
    """What the round recommends, and a form for the next."""
    with open_store() as store:
        there = store.recommendations(chosen.id)
    for one in there:
        with st.container(border=True, key=f"recommendation_{one.id}"):
            st.markdown(f"**{one.label}** · {plain(one.text)}")
            facts = [
                f"{name}: {value}"
                for name, value in ((_("Opstart"), one.start), (_("Ansvarlig"), one.responsible))
                if value
            ]
            st.caption(plain(" · ".join(facts)) or _("uden opstart og ansvarlig"))
            if st.button(_("Slet anbefalingen"), key=f"drop_{one.id}", type="tertiary"):
                with open_store() as store:
                    store.delete_recommendation(one.id)
                st.rerun()
    fields = ("recommended", "recommended_start", "recommended_by")
    with st.form("recommendation_form"):
        text = st.text_area(_("Ny anbefaling"), key=blank(fields[0]))
        left, right = st.columns(2)
        start = left.text_input(_("Opstart"), key=blank(fields[1]))
        responsible = right.text_input(_("Ansvarlig"), key=blank(fields[2]))
        if not st.form_submit_button(_("Tilføj anbefaling"), type="primary"):
            return
    try:
        with open_store() as store:
            recommend(store, chosen, text, start, responsible)
    except TextMissing:
        st.error(_("Skriv anbefalingen først."))
    else:
        for field in fields:
            emptied(field)
        st.rerun()


def report_section(current: Consultation, chosen: FollowUp) -> None:
    """The status report as a file."""
    st.write(_("Rapporten har status, tal med indeks, det, der er over tiden, og anbefalinger."))
    form = st.segmented_control(
        _("Hvad vil du have?"),
        ["docx", "xlsx"],
        default="docx",
        required=True,
        format_func={"docx": "Word", "xlsx": "Excel"}.get,
        key="report_form",
    )
    carrier = None
    if form == "docx":
        with st.expander(_("Brug kommunens egen Word-skabelon")):
            carrier = st.file_uploader(_("Word-skabelon"), type=["docx", "dotx"])
    if st.button(_("Lav rapporten"), type="primary", key="make_report"):
        _make(current, chosen, form, carrier.getvalue() if carrier else None)
    answer_names(current.id)


def _make(current: Consultation, chosen: FollowUp, form: str, carrier: bytes | None) -> None:
    try:
        with st.spinner(_("Skriver …")), open_store() as store:
            data = print_follow_up(store, chosen.id, role(), today(), form, carrier)
    except NotACarrier:
        st.error(_("Skabelonen kan ikke læses. Vælg en .docx- eller .dotx-fil fra Word."))
    except CellTooLong as error:
        st.error(_("{label} er for langt til en celle i Excel. Vælg Word.").format(label=error))
    except PrintStopped as error:
        stopped(error)
        ask_names(current.id, error)
    else:
        ask_names(current.id, None)
        name = slug(current.name).replace("_", "-")
        offer(data, f"opfoelgning-{chosen.number}-{name}.{form}", form, "report")
