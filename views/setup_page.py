"""Setting up: a consultation with its sites, themes and codebook, and statements from a file."""

import streamlit as st

from guides.loader import load_shared
from interviews.setup import NameMissing, NameTaken, create_consultation, shared_themes
from storage import open_store
from views.common import blank, consultation, emptied
from views.setup_import import import_tab
from views.setup_sites import sites_tab
from views.setup_tags import tags_tab
from views.setup_themes import themes_tab
from views.translate import _

st.title(_("Opsætning"))
with open_store() as store:
    first = not store.consultations()

with st.expander(_("Ny undersøgelse"), expanded=first), st.form("new_consultation", border=False):
    name = st.text_input(
        _("Navn"), placeholder=_("for eksempel Udsattepolitik 2027"), key=blank("consultation_name")
    )
    municipality = st.text_input(_("Kommune"), key=blank("consultation_place"))
    st.caption(_("De fem fælles temaer og deres spørgeguider følger med."))
    if st.form_submit_button(_("Opret"), type="primary"):
        try:
            with open_store() as store:
                made = create_consultation(
                    store, name, municipality, shared_themes(), load_shared()
                )
            emptied("consultation_name")
            emptied("consultation_place")
            st.session_state["consultation_made"] = made.id
            st.rerun()
        except NameMissing:
            st.error(_("Skriv et navn til undersøgelsen."))
        except NameTaken:
            st.error(_("Der er allerede en undersøgelse med det navn. Vælg et andet."))

current = consultation()
st.header(current.name)
tabs = st.tabs(
    [_("Kontaktsteder"), _("Temaer"), _("Kodebog"), _("Hent udsagn fra en fil")],
    key="setup_tab",
    on_change="rerun",
)
for tab, show in zip(tabs, (sites_tab, themes_tab, tags_tab, import_tab), strict=True):
    if tab.open:
        with tab:
            show(current.id)
