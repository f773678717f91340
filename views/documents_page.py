"""Old documents: their text is taken out, read through, and accepted sentence by sentence."""

import streamlit as st

from interviews.documents.model import Document
from interviews.documents.reading import read_document
from interviews.documents.scan_faults import repaired, suggest_repairs
from interviews.reading_files import FileUnreadable
from storage import open_store
from views.common import consultation, theme_names
from views.documents_accept import ask_source, show_candidates
from views.documents_plan import show_plan
from views.documents_text import show_account, show_repairs, show_text
from views.messages import file_message
from views.translate import _

ENDINGS = ["docx", "odt", "pdf", "txt", "doc", "rtf", "docm"]  # the last three: to be told why not


def read_upload(upload) -> Document | None:
    """The document of the upload, read once for each file; None while there is none."""
    kept = st.session_state.get("document_read")
    if upload is None:
        st.session_state.pop("document_read", None)
        return None
    if kept and kept[0] == upload.file_id:
        return kept[1]
    try:
        with st.spinner(_("Læser dokumentet …")):
            document = read_document(upload.name, upload.getvalue())
            found = suggest_repairs(document)
    except FileUnreadable as error:
        st.session_state.pop("document_read", None)
        st.error(file_message(error, _))
        return None
    for key in ("document_draft", "document_repairs", "document_passed"):
        st.session_state.pop(key, None)
    st.session_state["document_read"] = (upload.file_id, document, found)
    return document


current = consultation()
st.title(_("Gamle dokumenter"))
st.write(
    _(
        "Referater, gamle interview og planer: teksten tages ud, og du vælger selv, hvilke "
        "sætninger der er udsagn. Intet gemmes, før du vælger det, og værnet har set det."
    )
)
document = read_upload(st.file_uploader(_("Dokument (.docx, .odt, .pdf eller .txt)"), type=ENDINGS))
if document is None:
    st.stop()

with open_store() as store:
    themes = {theme.key: theme.name for theme in store.themes(current.id)}
    names = theme_names(store.themes(current.id))
    sites = store.sites(current.id)

show_account(document)
accepted = show_repairs(st.session_state["document_read"][2])
document = repaired(document, accepted)
show_text(document)
show_plan(current.id, document, themes, names)

st.header(_("Udsagn i dokumentet"))
source = ask_source(sites)
show_candidates(current.id, document, themes, names, source)
