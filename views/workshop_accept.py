"""What the wall becomes: themes, first goals, words. Each is seen first, and a person says yes."""

import streamlit as st

from interviews.model import Theme
from interviews.workshop.model import Contribution
from interviews.workshop.themes import (
    accept_seed_words,
    accept_themes,
    seed_words_to_come,
    theme_of,
    themes_to_come,
)
from storage import open_store
from strategy.workshop import accept_goals, goals_to_come
from views.common import link_to, plain, role, theme_name, today
from views.translate import _, ngettext
from views.workshop_words import note_words

Notes = tuple[Contribution, ...]


def show_accept(consultation_id: str, notes: Notes, themes: tuple[Theme, ...]) -> None:
    """Three steps, in the order they build on each other."""
    if told := st.session_state.pop("workshop_accepted", None):
        st.success(told)
    st.header(_("1. Temaer"))
    _themes(consultation_id, notes, themes)
    st.header(_("2. Mål"))
    _goals(consultation_id, notes, themes)
    st.header(_("3. Ord, der peger på temaerne"))
    _words(notes, themes)


def _themes(consultation_id: str, notes: Notes, themes: tuple[Theme, ...]) -> None:
    names = themes_to_come(notes, themes)
    if not names:
        st.write(_("Alle temaer på væggen er med i undersøgelsen."))
        return
    with st.form("accept_themes", border=False):
        st.write(_("De valgte bliver nye temaer i undersøgelsen."))
        chosen = [n for i, n in enumerate(names) if st.checkbox(plain(n), True, key=f"th_{i}_{n}")]
        if st.form_submit_button(_("Gør dem til temaer"), type="primary"):
            with open_store() as store:
                n = len(accept_themes(store, consultation_id, chosen))
            _told(ngettext("{n} nyt tema.", "{n} nye temaer.", n).format(n=n))


def _goals(consultation_id: str, notes: Notes, themes: tuple[Theme, ...]) -> None:
    ready = goals_to_come(notes, themes)
    if not ready:
        st.write(_("Der er ingen nye mål under undersøgelsens temaer."))
        return
    with st.form("accept_goals", border=False):
        st.write(_("De valgte bliver mål i planen, med de ord, der står på sedlen."))
        chosen = [
            note
            for note in ready
            if st.checkbox(
                f"**{plain(_of(note, themes))}** · {note_words(note)}", key=f"goal_{note.id}"
            )
        ]
        if st.form_submit_button(_("Gør dem til mål"), type="primary"):
            with open_store() as store:
                made = accept_goals(store, consultation_id, chosen, role(), today())
            n = len(made)
            _told(ngettext("{n} nyt mål i planen.", "{n} nye mål i planen.", n).format(n=n))
    link_to("plan", _("Se målene i planen"))


def _of(note: Contribution, themes: tuple[Theme, ...]) -> str:
    return theme_name(theme_of(note.heading, themes))


def _words(notes: Notes, themes: tuple[Theme, ...]) -> None:
    found = seed_words_to_come(notes, themes)
    if not found:
        st.write(_("Der er ingen nye ord."))
        return
    by_key = {theme.key: theme for theme in themes}
    with st.form("accept_words", border=False):
        st.write(_("Ordene hjælper, når udsagn får foreslået et tema. Tag dem væk, der er gale."))
        chosen = {
            key: st.multiselect(theme_name(by_key[key]), words, list(words), key=f"seed_{key}")
            for key, words in found.items()
        }
        if st.form_submit_button(_("Tilføj ordene"), type="primary"):
            with open_store() as store:
                for key, words in chosen.items():
                    accept_seed_words(store, by_key[key], words)
            n = sum(map(len, chosen.values()))
            _told(ngettext("{n} nyt ord.", "{n} nye ord.", n).format(n=n))


def _told(words: str) -> None:
    st.session_state["workshop_accepted"] = words
    st.rerun()
