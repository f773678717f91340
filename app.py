"""Talerør's entrance: who is looking, in which language, and the pages that follow from it."""

from pathlib import Path

import streamlit as st

from storage import open_store
from storage.errors import DatabaseNewer, MigrationNeeded, StorageError
from views.built_in import translate_built_in
from views.capture_store import end_practice
from views.common import PAGES, ROLES, role, role_name
from views.look import CSS
from views.role_lock import ask_for_code
from views.translate import LANGUAGES, _, language
from views.uploads import keep_in_memory

st.set_page_config(
    page_title="Talerør",
    page_icon=str(
        Path(__file__).with_name("views") / "icon.png"
    ),  # a named icon is fetched from afar
    layout="wide",
    initial_sidebar_state=270,
)
keep_in_memory()
KEPT = {"bind": "query-params", "persist_state": "session"}  # a reload changes nothing


def pages() -> dict[str, list[st.Page]]:
    """The pages of the role under the stages of the work, in the order it is done."""
    looks = {
        "start": (_("Start"), "home"),
        "capture": (_("Samtale"), "chat"),
        "guides": (_("Spørgeguider"), "list_alt"),
        "review": (_("Gennemgang"), "fact_check"),
        "clusters": (_("Klynger"), "bubble_chart"),
        "plan": (_("Plan"), "edit_note"),
        "matrix": (_("Emner og initiativer"), "grid_on"),
        "coverage": (_("Dækning"), "balance"),
        "quotes": (_("Citater"), "format_quote"),
        "hearing": (_("Versioner og høring"), "forum"),
        "export": (_("Udskriv"), "print"),
        "returned": (_("Word tilbage"), "assignment_return"),
        "followup": (_("Opfølgning"), "track_changes"),
        "answers": (_("Svar til stederne"), "campaign"),
        "privacy": (_("Beskyttelse"), "shield_person"),
        "precedents": (_("Andre planer"), "library_books"),
        "documents": (_("Gamle dokumenter"), "description"),
        "paper": (_("Papirnoter"), "edit_document"),
        "workshop": (_("Fremtidsværksted"), "groups"),
        "round": (_("Runden"), "flag"),
        "phones": (_("Telefoner uden net"), "smartphone"),
        "setup": (_("Opsætning"), "settings"),
    }
    stages = {
        "": ("start",),
        _("Lyt"): ("capture", "paper", "workshop", "round", "guides", "phones"),
        _("Forstå"): ("review", "clusters", "documents"),
        _("Plan"): (
            *(
                "plan",
                "precedents",
                "matrix",
                "coverage",
                "quotes",
                "hearing",
                "export",
                "returned",
            ),
        ),
        _("Følg op"): ("followup", "answers"),
        _("Rammer"): ("setup", "privacy"),
    }
    mine = PAGES[role()]
    return {
        stage: [
            st.Page(
                f"views/{page}_page.py",
                title=looks[page][0],
                icon=f":material/{looks[page][1]}:",
                default=page == "start",
            )
            for page in inside
            if page in mine
        ]
        for stage, inside in stages.items()
        if set(inside) & set(mine)
    }


def chooser() -> None:
    """Consultation, role and language."""
    with open_store() as store:
        names = {c.id: c.name for c in store.consultations()}
    if made := st.session_state.pop("consultation_made", None):
        st.session_state["consultation"] = made
    with st.sidebar:
        if names:
            st.selectbox(
                _("Undersøgelse"),
                list(names),
                format_func=lambda key: names.get(key, ""),
                key="consultation",
                **KEPT,
            )
        st.selectbox(
            _("Jeg er"),
            [r.value for r in ROLES],
            index=ROLES.index(role()),
            format_func=role_name,
            key="role",
            **KEPT,
        )
        st.segmented_control(
            _("Sprog"),
            list(LANGUAGES),
            default=language(),
            format_func=LANGUAGES.get,
            key="language",
            required=True,
            **KEPT,
        )
        translate_built_in()


def stop(words: str) -> None:
    """Tell why nothing can be shown, and what to do."""
    st.error(words)
    st.stop()


st.html(CSS)
try:
    chooser()
except DatabaseNewer:
    stop(_("Databasen er fra en nyere udgave af Talerør. Opdatér programmet, og start det igen."))
except MigrationNeeded:
    stop(_("Databasen skal opdateres. Kør `python3 start.py migrate` på serveren, og start igen."))
except StorageError as error:
    stop(_("Databasen kan ikke åbnes: {reason}").format(reason=error))

ask_for_code()
page = st.navigation(pages(), position="sidebar", expanded=True)
if page.url_path != "capture_page":
    end_practice()  # what is done on any other page is real
page.run()
