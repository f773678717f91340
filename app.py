"""Talerør's entrance: who is looking, in which language, and the pages that follow from it."""

import streamlit as st

from storage import open_store
from storage.errors import DatabaseNewer, MigrationNeeded, StorageError
from views.common import ROLES, role, role_name
from views.translate import LANGUAGES, _, language

st.set_page_config(page_title="Talerør", page_icon=":material/record_voice_over:", layout="wide")


def pages() -> list[st.Page]:
    """The pages of the role, in the order the work is done."""
    start = st.Page("views/start_page.py", title=_("Start"), icon=":material/home:", default=True)
    capture = st.Page("views/capture_page.py", title=_("Samtale"), icon=":material/chat:")
    guides = st.Page("views/guides_page.py", title=_("Spørgeguider"), icon=":material/list_alt:")
    review = st.Page("views/review_page.py", title=_("Gennemgang"), icon=":material/fact_check:")
    groups = st.Page("views/clusters_page.py", title=_("Klynger"), icon=":material/bubble_chart:")
    plan = st.Page("views/plan_page.py", title=_("Plan"), icon=":material/edit_note:")
    covered = st.Page("views/coverage_page.py", title=_("Dækning"), icon=":material/balance:")
    export = st.Page("views/export_page.py", title=_("Udskriv"), icon=":material/print:")
    setup = st.Page("views/setup_page.py", title=_("Opsætning"), icon=":material/settings:")
    return {
        "interviewer": [start, capture, guides],
        "consultant": [start, capture, review, groups, plan, covered, export, guides, setup],
        "steering": [start, groups, plan, covered, export],
        "administrator": [start, setup, guides, export],
    }[role().value]


def chooser() -> None:
    """Consultation, role and language: kept in the address, so that a reload changes nothing."""
    with open_store() as store:
        names = {c.id: c.name for c in store.consultations()}
    with st.sidebar:
        st.markdown("### Talerør")
        if names:
            st.selectbox(
                _("Undersøgelse"),
                list(names),
                format_func=lambda key: names.get(key, ""),
                key="consultation",
                bind="query-params",
                persist_state="session",
            )
        st.selectbox(
            _("Jeg er"),
            [r.value for r in ROLES],
            index=1,
            format_func=role_name,
            key="role",
            bind="query-params",
            persist_state="session",
        )
        st.segmented_control(
            _("Sprog"),
            list(LANGUAGES),
            default=language(),
            format_func=LANGUAGES.get,
            key="language",
            required=True,
            bind="query-params",
            persist_state="session",
        )


try:
    chooser()
except DatabaseNewer:
    st.error(
        _("Databasen er fra en nyere udgave af Talerør. Opdatér programmet, og start det igen.")
    )
    st.stop()
except MigrationNeeded:
    st.error(
        _("Databasen skal opdateres. Kør `python3 start.py migrate` på serveren, og start igen.")
    )
    st.stop()
except StorageError as error:
    st.error(_("Databasen kan ikke åbnes: {reason}").format(reason=error))
    st.stop()

st.navigation(pages(), position="sidebar").run()
