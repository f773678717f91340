"""Setting up: a consultation with its sites and themes, and statements from a file."""

import streamlit as st

from guides.loader import load_shared
from interviews.importing import import_statements
from interviews.model import SiteKind
from interviews.reading_files import FileUnreadable
from interviews.setup import (
    NameMissing,
    NameTaken,
    add_site,
    add_theme,
    create_consultation,
    shared_themes,
)
from storage import open_store
from views.common import consultation, site_kind_name, theme_name
from views.messages import file_message, report_lines
from views.setup_themes import edit_theme
from views.translate import _, ngettext

st.title(_("Opsætning"))

with st.expander(_("Ny undersøgelse")), st.form("new_consultation", border=False):
    name = st.text_input(_("Navn"), placeholder=_("for eksempel Udsattepolitik 2027"))
    municipality = st.text_input(_("Kommune"))
    if st.form_submit_button(_("Opret"), type="primary"):
        try:
            with open_store() as store:
                made = create_consultation(
                    store, name, municipality, shared_themes(), load_shared()
                )
            st.session_state["consultation_made"] = made.id
            st.success(_("»{name}« er oprettet. Vælg den i menuen.").format(name=made.name))
        except NameMissing:
            st.error(_("Skriv et navn til undersøgelsen."))
        except NameTaken:
            st.error(_("Der er allerede en undersøgelse med det navn. Vælg et andet."))

current = consultation()
st.header(current.name)
with open_store() as store:
    sites, themes = store.sites(current.id), store.themes(current.id)

tab_sites, tab_themes, tab_import = st.tabs(
    [_("Kontaktsteder"), _("Temaer"), _("Hent udsagn fra en fil")]
)

with tab_sites:
    for site in sites:
        planned = (
            ngettext("{n} deltager planlagt", "{n} deltagere planlagt", site.planned).format(
                n=site.planned
            )
            if site.planned
            else ""
        )
        st.markdown(f"**{site.name}** · {site_kind_name(site.kind)} · {planned}".rstrip(" ·"))
    with st.form("new_site", clear_on_submit=True):
        place = st.text_input(_("Nyt kontaktsted"))
        kind = st.selectbox(_("Slags"), [k.value for k in SiteKind], format_func=site_kind_name)
        planned_count = st.number_input(_("Planlagte deltagere"), 0, 500, 0)
        if st.form_submit_button(_("Tilføj kontaktsted")):
            try:
                with open_store() as store:
                    add_site(store, current.id, place, SiteKind(kind), planned_count or None)
                st.rerun()
            except NameMissing:
                st.error(_("Skriv stedets navn."))

with tab_themes:
    for theme in themes:
        with st.expander(theme_name(theme)):
            edit_theme(theme)
    with st.form("new_theme", clear_on_submit=True):
        title = st.text_input(_("Nyt tema"))
        about = st.text_area(_("Hvad handler temaet om?"))
        if st.form_submit_button(_("Tilføj tema")):
            try:
                with open_store() as store:
                    add_theme(store, current.id, title, about)
                st.rerun()
            except NameMissing:
                st.error(_("Skriv temaets navn."))

with tab_import:
    st.write(
        _(
            "Filen skal have en kolonne med navnet »tekst«. Kolonnerne tema, sted, måned, art og "
            "ordlyd bruges, hvis de er der."
        )
    )
    upload = st.file_uploader(_("Fil med udsagn"), type=["csv", "xlsx", "jsonl"])
    if upload and st.button(_("Hent udsagn"), type="primary"):
        try:
            with open_store() as store:
                report = import_statements(store, current.id, upload.name, upload.getvalue())
            first, *rest = report_lines(report, _)
            st.success(first)
            for line in rest:
                st.text(line)
        except FileUnreadable as error:
            st.error(file_message(error, _))
