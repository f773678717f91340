"""One voice without an answer: give it one, or say why there is none."""

from collections.abc import Mapping

import streamlit as st

from interviews.model import Statement
from strategy.editing.model import Action
from strategy.evidence import ReasonMissing, leave_unanswered, link_evidence
from strategy.model import Initiative, NotAnswered, Stance, TargetKind
from views.common import plain, role, role_name, say, today
from views.plan_step import plan_step
from views.translate import _


def voice(said: Statement, initiatives: Mapping[str, Initiative]) -> None:
    """The statement, and what can be done with it once somebody opens it."""
    opened = st.session_state.get("voice_open") == said.id
    with st.container(border=True, key=f"voice_{said.id}"):
        say(said)
        if not opened:
            st.button(_("Giv svar"), key=f"answer_{said.id}", on_click=_open, args=(said.id,))
            return
        if initiatives:
            _link(said, initiatives)
        _excuse(said)
        st.button(_("Luk"), key=f"close_{said.id}", on_click=_open, args=(None,), type="tertiary")


def _open(key: str | None) -> None:
    st.session_state["voice_open"] = key


def _link(said: Statement, initiatives: Mapping[str, Initiative]) -> None:
    near = sorted(initiatives.values(), key=lambda i: (i.theme_key != said.theme_key, i.number))
    field, button = st.columns([4, 1], vertical_alignment="bottom")
    chosen = field.selectbox(
        _("Initiativ, der svarer på det"),
        [i.id for i in near],
        index=None,
        format_func=lambda key: f"{initiatives[key].label} {initiatives[key].text}",
        placeholder=_("Vælg initiativ"),
        key=f"initiative_{said.id}",
    )
    if button.button(_("Knyt"), key=f"link_{said.id}", type="primary"):
        if not chosen:
            st.error(_("Vælg et initiativ først."))
            return
        with plan_step(said.consultation_id, Action.LINKED, initiatives[chosen].label) as store:
            link_evidence(
                store, said.id, TargetKind.INITIATIVE, chosen, Stance.SUPPORTS, role(), today()
            )
        _open(None)
        st.rerun()


def _excuse(said: Statement) -> None:
    field, button = st.columns([4, 1], vertical_alignment="bottom")
    reason = field.text_input(_("Ikke medtaget, fordi …"), key=f"why_{said.id}")
    if button.button(_("Gem grund"), key=f"save_{said.id}"):
        try:
            with plan_step(said.consultation_id, Action.EXCUSED, said.label) as store:
                leave_unanswered(store, said.id, reason, role(), today())
        except ReasonMissing:
            st.error(_("Skriv grunden først."))
            return
        _open(None)
        st.rerun()


def excused(said: Statement, answer: NotAnswered) -> None:
    """A voice that was left out, with the reason and who gave it; it can be taken in again."""
    text, button = st.columns([5, 1], vertical_alignment="center")
    with text:
        reason = _("ikke medtaget, fordi {reason} ({role})").format(
            reason=answer.reason, role=role_name(answer.role)
        )
        say(said, f"  \n*{plain(reason)}*")
    if button.button(_("Tag med igen"), key=f"again_{said.id}", type="tertiary"):
        with plan_step(said.consultation_id, Action.EXCUSED, said.label) as store:
            store.delete_not_answered(said.id)
        st.rerun()
