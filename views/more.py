"""Long lists, shown a piece at a time."""

import streamlit as st

from views.translate import ngettext


def shown_of(key: str, step: int) -> int:
    """How many of the list called `key` to show: `step`, and `step` more each time one asks."""
    return int(st.session_state.get(_name(key), step))


def more_of(key: str, step: int, total: int) -> None:
    """A button that shows the next ones; nothing when all `total` are shown."""
    shown = shown_of(key, step)
    if shown >= total:
        return
    left = min(step, total - shown)
    words = ngettext("Vis {n} mere", "Vis {n} flere", left).format(n=left)
    st.button(words, key=f"more_{key}", type="tertiary", on_click=_show, args=(key, shown + step))


def _show(key: str, count: int) -> None:
    st.session_state[_name(key)] = count


def _name(key: str) -> str:
    return f"shown_{key}"
