"""The form for one theme: what it is about, in words the machine can use too."""

import dataclasses

import streamlit as st

from interviews.model import Theme
from storage import open_store
from views.translate import _


def edit_theme(theme: Theme) -> None:
    """Name, description, examples and seed words; one line each for the lists."""
    with st.form(f"theme_{theme.id}", border=False):
        name = st.text_input(_("Navn"), theme.name)
        about = st.text_area(_("Hvad handler temaet om?"), theme.description)
        examples = st.text_area(
            _("Eksempler på udsagn, ét pr. linje"), "\n".join(theme.examples), height=140
        )
        words = st.text_area(
            _("Ord, der peger på temaet, adskilt af komma"), ", ".join(theme.seed_words)
        )
        if st.form_submit_button(_("Gem tema")) and name.strip():
            changed = dataclasses.replace(
                theme,
                name=name.strip(),
                description=about.strip(),
                examples=_parts(examples, "\n"),
                seed_words=_parts(words, ","),
            )
            with open_store() as store:
                store.save_theme(changed)
            st.success(_("Temaet er gemt. Det virker, næste gang der læses."))


def _parts(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())
