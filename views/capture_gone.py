"""A draft that somebody else handed in or deleted, and what was typed here meanwhile."""

import streamlit as st

from views.translate import _

UNHEARD = "capture_unheard"  # texts that came too late; in the memory of this session only


def show_gone() -> None:
    """Says that the draft is gone."""
    st.info(_("Kladden er afleveret eller slettet fra et andet vindue."))


def show_unheard() -> None:
    """Shows what was typed in a draft that was gone already, until it is put away."""
    texts: tuple[str, ...] = st.session_state.get(UNHEARD, ())
    if not texts:
        return
    st.warning(
        _(
            "Det her blev skrevet, efter at kladden var væk. Det er ikke gemt: kopiér det over i "
            "en ny samtale, hvis det skal med."
        )
    )
    for text in texts:
        st.code(text, language=None, wrap_lines=True)
    if st.button(_("Læg det væk")):
        del st.session_state[UNHEARD]
        st.rerun()
