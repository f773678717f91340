"""The machine's draft: asked for once at first, and again when there is more to draft from."""

import streamlit as st

from strategy.draft_plan import draft_plan
from views.translate import _
from views.work import begin


def offer_draft(consultation_id: str, *, is_first: bool) -> None:
    """The button that makes the draft; at first it is the page's next step."""
    if is_first:
        st.info(_("Maskinen kan skrive en første opsamling og foreslå initiativer. Du retter til."))
    words = _("Lav et udkast") if is_first else _("Lav nye forslag")
    if st.button(
        words,
        type="primary" if is_first else "secondary",
        key="draft",
        help=None if is_first else _("Det, nogen har taget stilling til, bliver stående."),
    ):
        begin(
            consultation_id,
            _("Skriver et udkast …"),
            lambda store, _tell: draft_plan(store, consultation_id),
        )
        st.rerun()
