"""The typing: a field a question, a line a statement, Tab to the next."""

import streamlit as st

from interviews import drafts, record
from interviews.model import Draft, DraftEntry
from interviews.paper import lines_to_statements
from views.capture_guard import findings_now
from views.capture_offer import show_offer
from views.capture_steps import Step, guides_of, steps_of
from views.capture_sync import field_data, in_draft, keep_typed, read_draft
from views.capture_words import allowed_words, field_words, quiet_findings
from views.common import today
from views.components.draft_field import draft_field
from views.translate import _, language


@st.fragment
def show_fields(draft_id: str) -> None:
    """All questions under one another; typing draws only this part of the page again."""
    draft = read_draft(draft_id)
    if draft is None:
        st.rerun()
    st.write(
        _(
            "Ét udsagn pr. linje. Tryk Enter efter hvert, og Tab for at komme til næste spørgsmål. "
            "Sæt citationstegn om det, der er skrevet ord for ord."
        )
    )
    steps = steps_of(guides_of(draft))
    allowed = allowed_words(draft.consultation_id)
    for entry in draft.entries:
        _show_field(draft, entry, _label(entry, steps), allowed)
    with st.container(horizontal=True):
        if st.button(_("Se noterne igennem, og aflever"), type="primary", key="paper_check"):
            _go_to_check(draft, steps)
        if st.button(_("Gem og luk"), key="paper_close"):
            st.query_params.pop("papir", None)
            st.rerun()


def _show_field(draft: Draft, entry: DraftEntry, label: str, allowed: frozenset[str]) -> None:
    findings = findings_now(entry.text, allowed)
    first = entry is draft.entries[0] and not record.said(draft)
    data = field_data(
        draft,
        entry,
        field_words(),
        None if findings is None else quiet_findings(entry.text, findings),
        label=label,
        focus=first,
    )
    draft_field(f"field_{entry.id}", data, lambda sent: keep_typed(draft.id, sent, today()))
    if entry.other:
        show_offer(draft.id, entry)


def _label(entry: DraftEntry, steps: tuple[Step, ...]) -> str:
    for step in steps:
        if step.question.key == entry.question_key:
            return f"{step.number + 1}. {step.question.text.text(language())}"
    return _("Andet, der blev sagt")


def _go_to_check(draft: Draft, steps: tuple[Step, ...]) -> None:
    """The same way out as for every conversation: the guard, the names, the summary, the code."""

    def part(store):
        lines_to_statements(store, draft.id)
        drafts.move_to(store, draft.id, len(steps))

    if not record.said(draft):
        st.warning(_("Der er ikke skrevet noget endnu."))
        return
    in_draft(part)
    st.switch_page("views/capture_page.py", query_params={"kladde": draft.id})
