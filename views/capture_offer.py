"""A text typed in another window at the same time: shown beside, never thrown away unasked."""

import html

import streamlit as st

from interviews import drafts
from interviews.drafts import Offer
from interviews.model import DraftEntry
from views.capture_sync import in_draft
from views.translate import _


def show_offer(draft_id: str, entry: DraftEntry) -> None:
    """The other text, and what may be done with it."""
    with st.container(border=True):
        st.markdown(f"**{_('Der er også skrevet her fra et andet vindue:')}**")
        st.html(f'<p class="said">{html.escape(entry.other)}</p>')
        with st.container(horizontal=True):
            for choice, words in (
                (Offer.BOTH, _("Sæt den efter min")),
                (Offer.OTHER, _("Brug den i stedet")),
                (Offer.MINE, _("Behold kun min")),
            ):
                st.button(
                    words,
                    key=f"offer_{choice}_{entry.id}",
                    on_click=_settle,
                    args=(draft_id, entry.id, choice),
                )


def _settle(draft_id: str, entry_id: str, choice: Offer) -> None:
    in_draft(lambda store: drafts.settle_offer(store, draft_id, entry_id, choice))
