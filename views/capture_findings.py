"""What may point at a person, one line each: replaced with one tap, or let stand with one tap."""

import streamlit as st

from interviews import drafts
from interviews.model import Certainty, Draft, DraftEntry, Finding, FindingKind, Judgement
from storage import Store
from views.capture_sync import in_draft
from views.capture_words import finding_words
from views.common import plain
from views.translate import _


def open_findings(
    draft: Draft, entry: DraftEntry, found: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Those that keep the draft from being handed in."""
    must = [f for f in found if f.certainty is not Certainty.HINT]
    return tuple(f for f in must if _answer(draft, entry, f) is None)


def show_findings(draft: Draft, entry: DraftEntry, found: tuple[Finding, ...]) -> None:
    """One line for each finding; hints are only marked in the text."""
    for finding in found:
        if finding.certainty is Certainty.HINT:
            continue
        answer = _answer(draft, entry, finding)
        with st.container(horizontal=True, vertical_alignment="center"):
            quote = plain(entry.text[finding.start : finding.end])
            st.markdown(f"**»{quote}«** {finding_words(finding)}", width="content")
            if answer is None:
                _show_choice(draft, entry, finding)
            else:
                _show_answer(draft, entry, finding, answer)


def _show_choice(draft: Draft, entry: DraftEntry, finding: Finding) -> None:
    spot = f"{entry.id}_{finding.start}_{finding.end}"
    st.button(
        _("Erstat med {words}").format(words=plain(finding.replacement)),
        key=f"replace_{spot}",
        on_click=_judge,
        args=(draft.id, entry, finding, finding.replacement),
    )
    if finding.certainty is Certainty.LIKELY:
        person = finding.kind is FindingKind.PERSON
        st.button(
            _("Ikke en person") if person else _("Peger ikke på nogen"),
            key=f"harmless_{spot}",
            on_click=_judge,
            args=(draft.id, entry, finding, None),
        )


def _show_answer(draft: Draft, entry: DraftEntry, finding: Finding, answer: Judgement) -> None:
    done = _("bliver til {words}").format(words=plain(answer.replacement or ""))
    st.markdown(f"✓ {done if answer.replacement else _('bliver stående')}", width="content")
    st.button(
        _("Fortryd"),
        key=f"undo_{entry.id}_{finding.start}_{finding.end}",
        type="tertiary",
        on_click=_undo,
        args=(draft.id, answer),
    )


def _answer(draft: Draft, entry: DraftEntry, finding: Finding) -> Judgement | None:
    """The answer that holds for a finding: its own, or a replacement that covers all of it."""
    for judgement in draft.judgements:
        if judgement.entry_id != entry.id:
            continue
        same = (judgement.start, judgement.end) == (finding.start, finding.end)
        covers = judgement.start <= finding.start and finding.end <= judgement.end
        if same or (covers and judgement.replacement is not None):
            return judgement
    return None


def _judge(draft_id: str, entry: DraftEntry, finding: Finding, replacement: str | None) -> None:
    """Answers this finding. The text may have changed in another window: then nothing happens."""
    reason = "" if replacement else f"not_{finding.kind.value.lower()}"
    judgement = Judgement(entry.id, finding.start, finding.end, replacement, reason)

    def judge(store: Store) -> None:
        if drafts.find_entry(store.draft(draft_id), entry.id).text == entry.text:
            drafts.judge(store, draft_id, judgement)

    in_draft(judge)


def _undo(draft_id: str, judgement: Judgement) -> None:
    in_draft(lambda store: drafts.judge(store, draft_id, judgement, undo=True))
