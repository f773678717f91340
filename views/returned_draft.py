"""The draft that goes out, and the file that comes back, read once."""

import streamlit as st

from exports.check import PrintStopped
from exports.documents import note_stop
from exports.round_trip import print_for_editing, read_file
from exports.word.carrier import NotACarrier
from interviews.model import Consultation
from interviews.reading_files import FileUnreadable
from storage import open_store
from strategy.round_trip.model import Returned
from strategy.versions import PlanEmpty
from views.common import role, today
from views.export_words import MIME, file_name, stopped
from views.messages import file_message
from views.returned_offers import CHOSEN
from views.translate import _


def draft_section(current: Consultation) -> None:
    """A button that prints the draft and keeps the version it shows."""
    st.header(_("Send udkastet ud"))
    st.caption(
        _("Planen gemmes som en version, så filen kan kendes igen. Lad numrene I-01 og M-01 stå.")
    )
    with st.expander(_("Brug kommunens egen Word-skabelon")):
        carrier = st.file_uploader(_("Word-skabelon"), type=["docx", "dotx"])
    if st.button(_("Lav filen til rettelse"), key="make_draft"):
        _make(current, carrier.getvalue() if carrier else None)


def _make(current: Consultation, carrier: bytes | None) -> None:
    try:
        with st.spinner(_("Skriver …")), open_store() as store:
            data, number = print_for_editing(store, current.id, role(), today(), carrier)
    except NotACarrier:
        st.error(_("Skabelonen kan ikke læses. Vælg en .docx- eller .dotx-fil fra Word."))
    except PlanEmpty:
        st.error(_("Planen har hverken mål eller initiativer at gemme."))
    except PrintStopped as error:
        with open_store() as store:
            note_stop(store, current.id, error, role(), today())
        stopped(error)
    else:
        st.success(_("Filen er klar. Den viser version {n}.").format(n=number))
        name = file_name("docx", current.name).replace(".docx", f"-version-{number}.docx")
        st.download_button(
            _("Gem filen"), data, file_name=name, mime=MIME["docx"], type="primary",
            icon=":material/download:", on_click="ignore", key="save_draft",
        )  # fmt: skip


def read_upload(consultation_id: str, upload) -> Returned | None:
    """What stands in the upload, read once for each file; None while there is none."""
    kept = st.session_state.get("returned_read")
    if upload is None:
        for key in ("returned_read", "returned_outcome", CHOSEN):
            st.session_state.pop(key, None)
        return None
    if kept and kept[0] == (upload.file_id, consultation_id):
        return kept[1]
    for key in ("returned_read", "returned_outcome", CHOSEN):
        st.session_state.pop(key, None)
    try:
        with st.spinner(_("Læser filen …")), open_store() as store:
            returned = read_file(store, consultation_id, upload.getvalue())
    except FileUnreadable as error:
        st.error(file_message(error, _))
        return None
    st.session_state["returned_read"] = ((upload.file_id, consultation_id), returned)
    return returned
