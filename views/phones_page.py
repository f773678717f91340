"""Phones without a network: guides go out as XLSForms, filled-in forms come in as drafts."""

import streamlit as st

from exports.xlsform import form_id, write_xlsform
from interviews.model import Origin
from interviews.reading_files import FileUnreadable
from interviews.take_in import hand_in_clean, take_in_forms
from storage import open_store
from views.common import consultation, role, today
from views.messages import file_message, report_lines
from views.translate import _, language, ngettext

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

current = consultation()
st.title(_("Telefoner uden net"))
st.write(
    _(
        "Brug ODK eller KoboToolbox, hvor der ikke er net. Hent skemaet her, læg det på "
        "telefonen, og hent svarene ind bagefter."
    )
)
with open_store() as store:
    guides, sites = store.guides(current.id), store.sites(current.id)

st.header(_("1. Hent et skema"))
with st.container(horizontal=True):
    for guide in guides:
        st.download_button(
            guide.title.text(language()),
            lambda guide=guide: write_xlsform(guide, sites),
            file_name=f"{form_id(guide)}_v{guide.version}.xlsx",
            mime=XLSX,
            icon=":material/download:",
            key=f"xlsform_{guide.id}",
            on_click="ignore",
        )

st.header(_("2. Hent svar ind"))
st.caption(
    _("ODK Central: hele zip-filen. Kobo: Excel-filen; Kobos CSV har ikke de enkelte udsagn med.")
)
upload = st.file_uploader(_("Fil med svar"), type=["zip", "xlsx", "csv"])
if upload and st.button(_("Hent svar"), type="primary"):
    try:
        with open_store() as store:
            report = take_in_forms(store, current.id, upload.name, upload.getvalue(), today())
        first, *rest = report_lines(report, _)
        st.success(first)
        for line in rest:
            st.text(line)
    except FileUnreadable as error:
        st.error(file_message(error, _))

st.header(_("3. Aflever"))
with open_store() as store:
    came_in = [d for d in store.drafts(current.id) if d.origin is Origin.PHONE]
    drafts = [d for d in came_in if d.consent_given and any(e.text.strip() for e in d.entries)]
st.write(
    ngettext(
        "{n} kladde venter på at blive set igennem.",
        "{n} kladder venter på at blive set igennem.",
        len(drafts),
    ).format(n=len(drafts))
)
if drafts and st.button(_("Aflever dem, værnet ikke har spørgsmål til")):
    with open_store() as store:
        allowed = frozenset(store.settings(current.id).allowed_words)
        done, left = hand_in_clean(store, drafts, allowed, role())
    st.success(
        _("{done} er afleveret. {left} skal ses igennem på siden Samtale.").format(
            done=done, left=left
        )
    )
