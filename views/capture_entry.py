"""One statement being typed, on the question it belongs to or put right before the handing in."""

from dataclasses import replace

import streamlit as st

from interviews import drafts
from interviews.model import Draft, DraftEntry, Kind, Wording
from views.capture_guard import findings_now
from views.capture_offer import show_offer
from views.capture_sync import field_data, in_draft, keep_typed
from views.capture_words import field_words, quiet_findings
from views.common import kind_name, today, wording_name
from views.components.draft_field import draft_field
from views.translate import _


def show_entry(
    draft: Draft,
    entry: DraftEntry,
    label: str,
    allowed: frozenset[str],
    *,
    focus: bool = False,
) -> None:
    """The field with what the guard sees, the offer of another window, and the three choices."""
    findings = findings_now(entry.text, allowed)
    data = field_data(
        draft,
        entry,
        field_words(),
        None if findings is None else quiet_findings(entry.text, findings),
        label=label,
        hint=_("Skriv det, som det bliver sagt. Ingen navne."),
        focus=focus,
    )
    with st.container(key=f"entry_{entry.id}"):
        draft_field(f"field_{entry.id}", data, lambda sent: keep_typed(draft.id, sent, today()))
        if entry.other:
            show_offer(draft.id, entry)
        _show_choices(draft.id, entry)


def _show_choices(draft_id: str, entry: DraftEntry) -> None:
    """Wording, kind, may it be quoted: each tap is kept at once."""
    keys = {name: f"{name}_{entry.id}" for name in ("wording", "kind", "quotable")}

    def keep() -> None:
        kind = st.session_state[keys["kind"]]
        said = replace(
            entry,
            wording=Wording(st.session_state[keys["wording"]]),
            kind=Kind(kind) if kind else None,
            quotable=st.session_state[keys["quotable"]],
        )
        in_draft(lambda store: drafts.describe_entry(store, draft_id, said))

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            _("Ordlyd"),
            [word.value for word in Wording],
            default=entry.wording.value,
            required=True,
            format_func=wording_name,
            key=keys["wording"],
            on_change=keep,
        )
        st.segmented_control(
            _("Hvad er det?"),
            [kind.value for kind in Kind],
            default=entry.kind.value if entry.kind else None,
            format_func=kind_name,
            key=keys["kind"],
            on_change=keep,
        )
        st.toggle(_("Må citeres"), value=entry.quotable, key=keys["quotable"], on_change=keep)
