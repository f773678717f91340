"""Between the draft field in the browser and the draft in the store."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from interviews import drafts
from interviews.model import Draft, DraftEntry, Typed
from interviews.practice import PRACTICE
from storage import Store, open_store
from views.capture_gone import UNHEARD
from views.capture_store import open_capture

LONGEST_TEXT = 200_000  # characters in one entry; far more than anybody types
T = TypeVar("T")
_one_writer = threading.Lock()


def in_draft(change: Callable[[Store], T]) -> T:
    """The outcome of one change to a draft, alone: two tabs must not read the same old draft."""
    with _one_writer, open_capture() as store:
        return change(store)


def read_draft(draft_id: str) -> Draft | None:
    """The draft, or None when it was handed in, deleted or never was."""
    with open_capture() as store:
        try:
            return store.draft(draft_id)
        except KeyError:
            return None


def parse_sent(sent: object) -> tuple[Typed, ...]:
    """What the browser sent, as far as it has the right shape; anything else is left out."""
    items = sent.get("items") if isinstance(sent, dict) else None
    found = (_typed(item) for item in items) if isinstance(items, list) else ()
    return tuple(typed for typed in found if typed is not None)


def keep_typed(draft_id: str, sent: object, today: str) -> int:
    """How many texts were taken into the draft; one transaction, on disk when this returns.

    A text for an entry or a draft that is gone is passed by; where the draft is gone, it is kept
    in the session's memory, for whoever typed it to see.
    """
    typed = parse_sent(sent)
    if not typed:
        return 0

    def keep(store: Store) -> int:
        kept = 0
        for one in typed:
            try:
                drafts.save_entry(store, draft_id, one, today)
                kept += 1
            except KeyError:
                continue
        return kept

    count = in_draft(keep)
    here = draft_id != PRACTICE and not st.session_state.get("capture_done")
    if count == 0 and here and read_draft(draft_id) is None:  # gone, and not by this window
        st.session_state[UNHEARD] = tuple(one.text for one in typed if one.text.strip())
    return count


def field_data(
    draft: Draft,
    entry: DraftEntry | None,
    words: dict[str, str],
    findings: list[dict[str, str]] | None = None,
    *,
    label: str = "",
    hint: str = "",
    focus: bool = False,
) -> dict[str, Any]:
    """What the field in the browser is told; without `entry` it only carries what is left over.

    `findings` is None as long as the guard is being loaded: the field then asks again.
    """
    return {
        "mode": "field" if entry else "carrier",
        "draft": draft.id,
        "key": draft.journal_key,
        "entry": entry.id if entry else None,
        "entries": {e.id: entry_state(e, with_text=e is entry) for e in draft.entries},
        "words": words,
        "findings": findings,
        "label": label,
        "hint": hint,
        "focus": focus,
    }


def waker_data(draft: Draft) -> dict[str, Any]:
    """For the component that makes a server started anew draw the page, beside the field's own."""
    return {"mode": "waker", "draft": draft.id, "key": draft.journal_key}


def sweep_data() -> dict[str, Any]:
    """Tells the browser which drafts are still open; it forgets all others."""
    with open_store() as store:
        alive = [d.id for c in store.consultations() for d in store.drafts(c.id)]
    return {"mode": "sweep", "alive": alive}


def entry_state(entry: DraftEntry, *, with_text: bool) -> dict[str, Any]:
    """How far the server has heard of one entry, as the field in the browser is told."""
    state: dict[str, Any] = {
        "revision": entry.revision,
        "last": entry.marks[-1].writer if entry.marks else "",
        "marks": {mark.writer: mark.sequence for mark in entry.marks},
    }
    return state | ({"text": entry.text} if with_text else {})


def _typed(item: object) -> Typed | None:
    if not isinstance(item, dict):
        return None
    texts = [item.get(name) for name in ("entry", "text", "writer")]
    numbers = [item.get(name) for name in ("sequence", "base")]
    if not all(isinstance(text, str) for text in texts):
        return None
    if not all(isinstance(n, int | float) and float(n).is_integer() for n in numbers):
        return None
    entry, text, writer = texts
    if not entry or not 0 < len(writer) <= 64 or len(text) > LONGEST_TEXT:
        return None
    return Typed(entry, text, writer, *map(int, numbers), late=bool(item.get("late")))
