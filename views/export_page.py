"""Print: the plan in Word, the statements in Excel or CSV."""

import streamlit as st

from exports.check import PrintStopped
from exports.documents import print_plan
from exports.sheets import CsvRenderer, ExcelRenderer
from exports.word import WordRenderer
from exports.word.carrier import NotACarrier
from storage import open_store
from views.common import consultation, role
from views.export_words import stopped
from views.translate import _

FORMS = {"docx": "word", "xlsx": "excel", "csv": "csv"}
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}

current = consultation()
st.title(_("Udskriv"))
with open_store() as store:
    total = store.count_statements(current.id)
if not total:
    st.info(_("Der er ingen udsagn at skrive ud endnu."))
    st.stop()

form = st.segmented_control(
    _("Hvad vil du have?"),
    list(FORMS),
    default="docx",
    required=True,
    format_func=lambda key: {
        "docx": _("Strategiplanen i Word"),
        "xlsx": _("Udsagnene i Excel"),
        "csv": _("Udsagnene som CSV"),
    }[key],
)
draft, carrier = True, None
if form == "docx":
    draft = st.toggle(
        _("Udkast"),
        True,
        help=_("Et udkast viser også maskinens forslag og citater, der ikke er frigivet."),
    )
    carrier = st.file_uploader(
        _("Kommunens egen Word-skabelon (kan udelades)"), type=["docx", "dotx"]
    )
st.caption(_("Alt, der trykkes, bliver efterset: hvert citat bogstav for bogstav, og for navne."))
if st.button(_("Lav filen"), type="primary"):
    renderer = {
        "docx": lambda: WordRenderer(carrier.getvalue() if carrier else None),
        "xlsx": ExcelRenderer,
        "csv": CsvRenderer,
    }[form]()
    try:
        with st.spinner(_("Skriver …")), open_store() as store:
            data = print_plan(store, current.id, renderer, role(), is_draft=draft)
        st.download_button(
            _("Gem filen"),
            data,
            file_name=f"{'strategiplan' if form == 'docx' else 'udsagn'}.{form}",
            mime=MIME[form],
            type="primary",
            on_click="ignore",
        )
    except NotACarrier:
        st.error(_("Skabelonen kan ikke læses. Vælg en .docx- eller .dotx-fil fra Word."))
    except PrintStopped as error:
        stopped(error)
