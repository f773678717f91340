"""The anonymity guard while somebody types: quiet, and never in the way of the saving."""

import threading

import streamlit as st

from interviews.anonymity import check
from interviews.model import Finding


@st.cache_resource(show_spinner=False)
def _warming() -> threading.Thread:
    """Loads the guard beside the page: its lists take seconds the first time."""
    thread = threading.Thread(target=check, args=("Jeg bor her.",), daemon=True)
    thread.start()
    return thread


def guard_is_warm() -> bool:
    """Whether the guard is loaded; the first call begins the loading and waits for nothing."""
    return not _warming().is_alive()


def findings_now(text: str, allowed: frozenset[str]) -> tuple[Finding, ...] | None:
    """What the guard sees while typing; None as long as it is being loaded."""
    if not text.strip():
        return ()
    return check(text, allowed) if guard_is_warm() else None
