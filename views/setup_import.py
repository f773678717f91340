"""Statements from a file: what was taken, what was not, and why."""

import streamlit as st

from interviews.importing import import_statements
from interviews.reading_files import FileUnreadable
from storage import open_store
from views.common import link_to
from views.messages import file_message, report_lines
from views.translate import _


def import_tab(consultation_id: str) -> None:
    """Choose a file, read it in, and see the account of every row."""
    st.write(
        _(
            "Filen skal have en kolonne med navnet »tekst«. Kolonnerne tema, sted, måned, art og "
            "ordlyd bruges, hvis de er der."
        )
    )
    upload = st.file_uploader(_("Fil med udsagn"), type=["csv", "xlsx", "jsonl"])
    if not upload or not st.button(_("Hent udsagn"), type="primary"):
        return
    try:
        with st.spinner(_("Læser filen …")), open_store() as store:
            report = import_statements(store, consultation_id, upload.name, upload.getvalue())
    except FileUnreadable as error:
        st.error(file_message(error, _))
        return
    first, *rest = report_lines(report, _)
    (st.success if report.taken else st.warning)(first)
    for line in rest:
        st.text(line)
    if report.taken:
        link_to("review", _("Gå til gennemgang"))
