"""Long notes become several statements by tapping where one thought ends."""

import streamlit as st

from interviews import splitting
from interviews.model import Draft, DraftEntry
from views.capture_sync import in_draft
from views.common import plain
from views.translate import _

MOST = 300  # words to choose among; more would fill the screen


def show_splitting(draft: Draft, entry: DraftEntry) -> None:
    """The places where the text may be cut, and the way back."""
    words = dict(splitting.words_of(entry.text)[:MOST])
    if words:
        with st.popover(_("Del op"), key=f"split_{entry.id}"):
            _show_places(draft, entry)
            if st.toggle(_("Vælg selv ordet"), key=f"free_{entry.id}"):
                at = st.pills(
                    _("Tryk på det ord, et nyt udsagn begynder med."),
                    list(words),
                    format_func=lambda at: plain(words[at]),
                    key=f"word_{entry.id}",
                )
                if at is not None:
                    _split(draft.id, entry, at)
                    st.rerun()
    following = splitting.next_entry(draft, entry)
    if following is not None and following.text.strip():
        st.button(
            _("Saml med det næste"),
            key=f"join_{entry.id}",
            on_click=lambda: in_draft(
                lambda store: splitting.join_entries(store, draft.id, entry.id)
            ),
        )


def _show_places(draft: Draft, entry: DraftEntry) -> None:
    """Where one thought seems to end."""
    places = splitting.suggest_splits(entry.text)
    if not places:
        return
    st.write(_("Tryk der, hvor et nyt udsagn begynder."))
    st.write(plain(entry.text[: places[0]]))
    for at, end in zip(places, (*places[1:], len(entry.text)), strict=True):
        st.button(
            f"✂ {plain(entry.text[at:end].strip())}",
            key=f"cut_{entry.id}_{at}",
            on_click=_split,
            args=(draft.id, entry, at),
        )


def _split(draft_id: str, entry: DraftEntry, at: int) -> None:
    def split(store):
        now = store.draft(draft_id)
        if any(e.id == entry.id and e.text == entry.text for e in now.entries):
            splitting.split_entry(store, draft_id, entry.id, at)

    in_draft(split)
