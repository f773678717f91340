"""Correcting a statement that is handed in: a new version, read by the guard like the first."""

import streamlit as st

from interviews import record
from interviews.model import Certainty, Finding, Judgement, Statement
from views.capture_sync import in_draft
from views.capture_words import allowed_words, finding_words
from views.common import plain, role
from views.translate import _


def fix(said: Statement) -> None:
    """The way to correct one statement, with an answer to each thing the guard asks about."""
    with st.popover(_("Ret teksten"), key=f"fix_{said.number}"):
        text = st.text_area(
            _("Udsagnet bliver låst igen som en ny udgave."),
            value=said.text,
            key=f"fix_{said.id}",
        )
        asked = [f for f in _asked(said) if f.end <= len(text)]
        answers = [_answer(said, text, finding) for finding in asked]
        if st.button(_("Gem ny udgave"), key=f"save_fix_{said.id}"):
            _save(said, text, [one for one in answers if one is not None])


def _asked(said: Statement) -> tuple[Finding, ...]:
    """What the guard asked about the text as it stands now; another text is asked about anew."""
    text, found = st.session_state.get(f"asked_{said.id}", ("", ()))
    return found if text == st.session_state.get(f"fix_{said.id}") else ()


def _answer(said: Statement, text: str, finding: Finding) -> Judgement | None:
    """One finding: replaced, or said to point at nobody for a reason; None until then."""
    key = f"{said.id}_{finding.start}"
    quote = plain(text[finding.start : finding.end])
    replaced = _("Erstat med {words}").format(words=finding.replacement)
    choices = {"replace": replaced, "harmless": _("Peger ikke på en person, fordi …")}
    if finding.certainty is Certainty.CERTAIN:
        choices.pop("harmless")
    choice = st.radio(
        f"»{quote}« {finding_words(finding)}",
        list(choices),
        index=None,
        format_func=choices.get,
        key=f"choice_{key}",
    )
    if choice == "replace":
        return Judgement(said.id, finding.start, finding.end, finding.replacement)
    if choice == "harmless":
        reason = st.text_input(_("Grund"), key=f"why_{key}").strip()
        return Judgement(said.id, finding.start, finding.end, None, reason) if reason else None
    return None


def _save(said: Statement, text: str, answers: list[Judgement]) -> None:
    allowed = allowed_words(said.consultation_id)
    try:
        in_draft(
            lambda store: record.correct_statement(
                store, said.id, text, answers, allowed=allowed, role=role()
            )
        )
    except record.FindingsOpen as error:
        st.session_state[f"asked_{said.id}"] = (text, error.findings[said.id])
        st.rerun()
    except record.NothingSaid:
        st.error(_("Udsagnet kan ikke være tomt."))
    else:
        st.session_state.pop(f"asked_{said.id}", None)
        st.rerun()
