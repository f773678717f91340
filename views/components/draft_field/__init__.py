"""A growing text field that never loses what is typed; it sends by itself and says so.

Streamlit's own text area sends its text only when it is left, is locked while the connection is
down, and never sends again what was lost on the way. This one journals every change in the browser
(sealed with the draft's own key), sends it after a third of a second, and again until the server
answers with the sequence number it has. How it is used: `views/capture_sync.py`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_NAME = "draft_field"


def _source() -> str:
    """One module out of four files: components are given to the browser as one text."""
    names = ("journal.js", "sending.js", "field.js", "pocket.js")
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)


_component = st.components.v2.component(
    _NAME,
    js=_source(),
    css=(_HERE / "field.css").read_text(encoding="utf-8"),
    isolate_styles=False,  # in a shadow root Streamlit takes letters typed for keyboard shortcuts
)


def draft_field(
    key: str, data: Mapping[str, Any], on_typed: Callable[[Any], None] = lambda _sent: None
) -> None:
    """Shows the field; `on_typed` gets what the browser sent, before the page is drawn again.

    `data["mode"]` is "field", "carrier" (no text area: sends what a browser still has), "waker"
    (not to be seen; stands outside of fragments, so that its messages draw the whole page),
    "pocket" (the questions to go on with while the line is down, see `views/capture_pocket.py`) or
    "sweep" (forgets what the browser keeps of drafts that are not in `data["alive"]`).
    """

    heard = f"{key}_heard"

    def changed() -> None:
        if key not in st.session_state:
            return  # a message that came after the page moved on; what it held is sent again
        sent = st.session_state[key].get("typed")
        st.session_state[heard] = sent.get("count") if isinstance(sent, dict) else None
        on_typed(sent)

    # The browser is only called when something differs: every message must make a difference.
    _component(
        key=key, data={**data, "heard": st.session_state.get(heard)}, on_typed_change=changed
    )
