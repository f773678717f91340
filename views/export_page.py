"""Print: the plan in Word or PDF, the statements in Excel or CSV."""

import streamlit as st

from exports.check import PrintStopped
from exports.documents import note_stop, print_plan
from exports.gate import Renderer
from exports.office import OfficeFailed
from exports.qda import CodebookRenderer, QdaRenderer
from exports.sheets import CellTooLong, CsvRenderer, ExcelRenderer
from exports.word import WordRenderer
from exports.word.carrier import NotACarrier
from storage import open_store
from views.common import consultation, role, today
from views.export_choices import PlanChoices, plan_choices
from views.export_words import (
    MIME,
    answer_names,
    ask_names,
    file_name,
    form_name,
    forms,
    stopped,
    tell_unreleased,
)
from views.translate import _

current = consultation()
st.title(_("Udskriv"))
with open_store() as store:
    total = store.count_statements(current.id)
if not total:
    st.info(_("Der er ingen udsagn at skrive ud endnu."))
    st.stop()

form = st.segmented_control(
    _("Hvad vil du have?"),
    forms(),
    default="docx",
    required=True,
    format_func=form_name,
    key="export_form",
)
choices = plan_choices(current.id) if form in ("docx", "pdf") else PlanChoices()


def renderer() -> Renderer:
    """What makes the chosen form. Raises NotACarrier."""
    if form in ("docx", "pdf"):
        return WordRenderer(choices.carrier)
    others = {
        "xlsx": ExcelRenderer,
        "csv": CsvRenderer,
        "qdpx": QdaRenderer,
        "qdc": CodebookRenderer,
    }
    return others[form]()


if form in ("docx", "pdf") and not choices.is_draft:
    tell_unreleased(current.id)
if form in ("xlsx", "csv", "qdpx"):
    st.caption(_("En arbejdsfil med alle udsagn, også dem, ingen har frigivet: til jer selv."))
st.caption(_("Alt, der trykkes, bliver efterset: hvert citat bogstav for bogstav, og for navne."))
if st.button(_("Lav filen"), type="primary", key="make_file"):
    try:
        with st.spinner(_("Skriver …")), open_store() as store:
            data = print_plan(
                store,
                current.id,
                renderer(),
                role(),
                is_draft=choices.is_draft,
                as_pdf=form == "pdf",
            )
    except NotACarrier:
        st.error(_("Skabelonen kan ikke læses. Vælg en .docx- eller .dotx-fil fra Word."))
    except OfficeFailed:
        st.error(_("LibreOffice kunne ikke lave PDF-filen. Lav Word-filen, og gem den som PDF."))
    except CellTooLong as error:
        st.error(_("{label} er for langt til en celle i Excel. Vælg CSV.").format(label=error))
    except PrintStopped as error:
        with open_store() as store:
            note_stop(store, current.id, error, role(), today())
        stopped(error)
        ask_names(current.id, error)
    else:
        ask_names(current.id, None)
        st.success(_("Filen er klar."))
        st.download_button(
            _("Gem filen"),
            data,
            file_name=file_name(form, current.name),
            mime=MIME[form],
            type="primary",
            icon=":material/download:",
            on_click="ignore",
            key="save_file",
        )
answer_names(current.id)
