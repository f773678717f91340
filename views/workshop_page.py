"""The workshop: a wall of notes typed in, sorted, and made into themes, goals and words."""

import streamlit as st

from interviews.model import Role
from storage import open_store
from views.capture_words import allowed_words
from views.common import consultation, role
from views.translate import _
from views.workshop_accept import show_accept
from views.workshop_add import show_add
from views.workshop_board import show_board
from views.workshop_words import CSS

current = consultation()
with open_store() as store:
    notes = store.contributions(current.id)
    themes = store.themes(current.id)
allowed = allowed_words(current.id) | {theme.name.casefold() for theme in themes}

st.html(CSS)
with st.container(key="workshop"):
    st.title(_("Fremtidsværksted"))
    may_accept = role() in (Role.CONSULTANT, Role.STEERING)
    names = [_("Skriv væggen ind"), _("Væggen"), _("Brug den")]
    tabs = st.tabs(
        names if may_accept else names[:2],
        key="workshop_tab",
        on_change="rerun",
    )
    shows = (
        lambda: show_add(current.id, notes, themes, allowed),
        lambda: show_board(notes, themes, allowed),
        lambda: show_accept(current.id, notes, themes),
    )
    for tab, show in zip(tabs, shows, strict=False):
        if tab.open:
            with tab:
                show()
