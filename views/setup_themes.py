"""The themes of a consultation: what they are about, in words the machine can use too."""

import dataclasses

import streamlit as st

from interviews.model import Theme
from interviews.setup import NameMissing, add_theme
from storage import open_store
from views.common import blank, emptied, plain, theme_name
from views.translate import _


def themes_tab(consultation_id: str) -> None:
    """Every theme, and a form for a new one."""
    with open_store() as store:
        themes = store.themes(consultation_id)
    if not themes:
        st.info(_("Undersøgelsen har ingen temaer endnu. Tilføj det første."))
    for theme in themes:
        label = f"**{plain(theme_name(theme))}**"
        with st.expander(label, key=f"theme_{theme.id}", on_change="rerun") as one:
            if one.open:
                _change(theme)
    with st.form("new_theme"):
        title = st.text_input(_("Nyt tema"), key=blank("theme_title"))
        about = st.text_area(_("Hvad handler temaet om?"), key=blank("theme_about"))
        if st.form_submit_button(_("Tilføj tema"), type="primary"):
            try:
                with open_store() as store:
                    add_theme(store, consultation_id, title, about)
                emptied("theme_title")
                emptied("theme_about")
                st.rerun()
            except NameMissing:
                st.error(_("Skriv temaets navn."))


def _change(theme: Theme) -> None:
    """Name, description, examples and seed words; one line each for the examples."""
    with st.form(f"theme_form_{theme.id}", border=False):
        name = st.text_input(_("Navn"), theme.name)
        about = st.text_area(_("Hvad handler temaet om?"), theme.description)
        examples = st.text_area(
            _("Eksempler på udsagn, ét pr. linje"), "\n".join(theme.examples), height=140
        )
        words = st.text_area(
            _("Ord, der peger på temaet, adskilt af komma"), ", ".join(theme.seed_words)
        )
        if not st.form_submit_button(_("Gem tema")):
            return
        if not name.strip():
            st.error(_("Skriv temaets navn."))
            return
        changed = dataclasses.replace(
            theme,
            name=" ".join(name.split()),
            description=about.strip(),
            examples=_parts(examples, "\n"),
            seed_words=_parts(words, ","),
        )
        with open_store() as store:
            store.save_theme(changed)
        st.success(_("Temaet er gemt. Det virker, næste gang der læses."))


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())
