"""The questions in the browser's pocket, so that a conversation goes on while the line is down."""

import streamlit as st

from interviews import drafts
from interviews.model import Draft
from views.capture_steps import Step, entries_of
from views.capture_sync import entry_state, in_draft, keep_typed
from views.capture_words import field_words
from views.common import today
from views.components.draft_field import draft_field
from views.translate import _, language


def show_pocket(draft: Draft, steps: tuple[Step, ...]) -> None:
    """Gives the browser every question with the entry its answer belongs to."""
    draft = _with_entries(draft, steps)
    first = {step.number: entries_of(draft, step)[0] for step in steps}
    data = {
        "mode": "pocket",
        "draft": draft.id,
        "key": draft.journal_key,
        "entries": {e.id: entry_state(e, with_text=True) for e in first.values()},
        "at": draft.position,
        "words": _words(),
        "steps": [
            {
                "entry": first[step.number].id,
                "place": _("Spørgsmål {n} af {all}").format(n=step.number + 1, all=len(steps)),
                "title": step.question.text.text(language()),
                "probes": [probe.text(language()) for probe in step.question.probes],
            }
            for step in steps
        ],
    }
    draft_field("capture_pocket", data, lambda sent: _follow(draft.id, sent, len(steps)))


def _with_entries(draft: Draft, steps: tuple[Step, ...]) -> Draft:
    """The draft with an entry under each question: the browser cannot ask for one later."""
    if all(entries_of(draft, step) for step in steps):
        return draft

    def add(store):
        for step in steps:
            if not entries_of(store.draft(draft.id), step):
                drafts.add_entry(store, draft.id, step.guide.theme_key, step.question.key)
        return store.draft(draft.id)

    return in_draft(add)


def _follow(draft_id: str, sent: object, count: int) -> None:
    """Keeps what was typed in the pocket, and goes on where the person had come to."""
    keep_typed(draft_id, sent, today())
    at = sent.get("at") if isinstance(sent, dict) else None
    if isinstance(at, int | float) and 0 <= at < count:
        st.session_state.pop("capture_focus", None)
        in_draft(lambda store: drafts.move_to(store, draft_id, int(at)))


def _words() -> dict[str, object]:
    return {
        "cut": _("Ingen forbindelse. Det, du skriver, bliver her, til den er tilbage."),
        "isBack": _("Forbindelsen er tilbage."),
        "goOn": _("Næste spørgsmål uden forbindelse"),
        "back": _("Tilbage"),
        "next": _("Næste spørgsmål"),
        "close": _("Luk, og vent på forbindelsen"),
        "resume": _("Fortsæt på siden"),
        "label": _("Svar"),
        "hint": _("Skriv flere udsagn under hinanden; de kan deles op bagefter. Ingen navne."),
        "states": field_words(),
    }
