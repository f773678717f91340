"""The parts of a goal or an initiative that open one at a time, and the voices behind it."""

from collections.abc import Callable, Mapping

import streamlit as st

from interviews.model import Statement
from strategy.editing.model import Action
from strategy.evidence import link_evidence
from strategy.model import EvidenceLink, Goal, Initiative, Stance
from views.common import plain, role, today
from views.plan_evidence import link_section, stance_name
from views.plan_reading import ThemePlan
from views.plan_step import plan_step
from views.translate import _, ngettext

Row = Goal | Initiative
Part = tuple[str, str, Callable[[], None]]  # name, words on the button, what it opens


def voice_parts(plan: ThemePlan, row: Row, said: Mapping[str, Statement]) -> list[Part]:
    """The voices behind a row, where there are any, and finding more."""
    links = [link for link in plan.links[row.id] if link.statement_id in said]
    parts: list[Part] = []
    if links:
        words = ngettext("{n} udsagn bag", "{n} udsagn bag", len(links)).format(n=len(links))
        parts.append(("behind", words, lambda: _behind(plan, row, links, said)))
    parts.append(("find", _("Knyt udsagn"), lambda: link_section(plan, row)))
    return parts


def show_parts(row: Row, parts: list[Part]) -> None:
    """A button for each part, and the one that is open."""
    key = f"part_{row.id}"
    chosen = st.session_state.get(key)
    with st.container(horizontal=True):
        for name, words, _show in parts:
            is_open = chosen == name
            st.button(
                words,
                key=f"{name}_{row.id}",
                icon=":material/expand_less:" if is_open else ":material/expand_more:",
                on_click=_switch,
                args=(key, None if is_open else name),
            )
    for name, _words, show in parts:
        if name == chosen:
            show()


def close(row: Row) -> None:
    """Shut the part of the row that is open."""
    st.session_state.pop(f"part_{row.id}", None)


def _switch(key: str, name: str | None) -> None:
    st.session_state[key] = name


def _behind(
    plan: ThemePlan, row: Row, links: list[EvidenceLink], said: Mapping[str, Statement]
) -> None:
    for link in links:
        one = said[link.statement_id]
        text, change, away = st.columns([7, 1, 1], vertical_alignment="center")
        reason = f": {link.reason}" if link.reason else ""
        words = (
            f"**{one.label}** · {plain(one.text)}  \n*{plain(stance_name(link.stance) + reason)}*"
        )
        also = [label for label in plan.answers.get(one.id, ()) if label != row.label]
        if also:
            words += " · " + plain(_("også {labels}").format(labels=", ".join(also)))
        text.markdown(words)
        key = f"relink_{link.id}"
        change.button(_("Ret"), key=f"open_{key}", type="tertiary", on_click=_toggle, args=(key,))
        if away.button(_("Fjern"), key=f"unlink_{link.id}", type="tertiary"):
            with plan_step(plan.consultation_id, Action.UNLINKED, row.label) as store:
                store.delete_link(link.id)
            st.rerun()
        if st.session_state.get(key):
            _change_link(plan, row, link, key)


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key)


def _change_link(plan: ThemePlan, row: Row, link: EvidenceLink, key: str) -> None:
    """Another stance or another reason for a statement that is tied already."""
    stances = [s.value for s in Stance]
    stance, reason, button = st.columns([2, 4, 1], vertical_alignment="bottom")
    chosen = stance.selectbox(
        _("Udsagnet"),
        stances,
        stances.index(link.stance),
        format_func=stance_name,
        key=f"stance_{key}",
    )
    why = reason.text_input(_("Begrundelse (kan udelades)"), link.reason, key=f"reason_{key}")
    if button.button(_("Gem"), key=f"save_{key}", type="primary"):
        with plan_step(plan.consultation_id, Action.LINKED, row.label) as store:
            link_evidence(
                store,
                link.statement_id,
                link.target_kind,
                link.target_id,
                Stance(chosen),
                role(),
                today(),
                why,
            )
        st.session_state.pop(key, None)
        st.rerun()
