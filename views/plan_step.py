"""Work on the plan that can be taken back, and what is told about it once the page is drawn."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from storage import Store, open_store
from strategy.editing.model import Action, PlanStep
from strategy.editing.steps import ChangedSince, NothingToUndo, one_step, undo
from views.common import role, role_name, today
from views.coverage_strip import count_again
from views.translate import _

_TOLD = "plan_told"


@contextmanager
def plan_step(consultation_id: str, action: Action, label: str = "") -> Iterator[Store]:
    """A store; what is done to the plan with it is one step that can be taken back."""
    with open_store() as store, one_step(store, consultation_id, action, role(), today(), label):
        yield store
    if action not in (Action.PUT_ASIDE, Action.DIGEST):
        count_again()


def tell(words: str) -> None:
    """Words that stand at the top of the page the next time it is drawn."""
    st.session_state[_TOLD] = words


def told() -> None:
    """Show what was to be told, once."""
    if words := st.session_state.pop(_TOLD, None):
        st.success(words)


def undo_button(consultation_id: str) -> None:
    """The newest step, to be taken back; nothing where there is none."""
    with open_store() as store:
        step = store.last_plan_step(consultation_id)
    if step is None:
        return
    words = _("Fortryd: {what}").format(what=_what(step))
    who = _("Gjort af {role}. Flere trin kan fortrydes ét ad gangen.")
    if st.button(
        words,
        key="plan_undo",
        icon=":material/undo:",
        type="tertiary",
        help=who.format(role=role_name(step.role)),
    ):
        _take_back(consultation_id)
        count_again()
        st.rerun()


def _take_back(consultation_id: str) -> None:
    try:
        with open_store() as store:
            step = undo(store, consultation_id)
    except NothingToUndo:
        tell(_("Der er ikke mere at fortryde."))
    except ChangedSince:
        with open_store() as store:  # the step that cannot be taken back is in the way of others
            if step := store.last_plan_step(consultation_id):
                store.delete_plan_step(step.id)
        tell(_("Det kan ikke fortrydes: Det er ændret igen siden. Intet er rørt."))
    else:
        tell(_("Fortrudt: {what}").format(what=_what(step)))


def _what(step: PlanStep) -> str:
    """What was done, in words, with the number of what it was done to."""
    words = {
        Action.ADDED: _("tilføjet"),
        Action.CHANGED: _("rettet"),
        Action.DELETED: _("slettet"),
        Action.MOVED: _("flyttet"),
        Action.MERGED: _("lagt sammen"),
        Action.SPLIT: _("delt i to"),
        Action.LINKED: _("udsagn knyttet"),
        Action.UNLINKED: _("udsagn fjernet"),
        Action.EXCUSED: _("ikke medtaget"),
        Action.TAKEN_OVER: _("forslag taget over"),
        Action.PUT_ASIDE: _("forslag lagt til side"),
        Action.DIGEST: _("opsamling rettet"),
        Action.RETURNED: _("rettelser overtaget fra Word"),
    }[step.action]
    return f"{step.label or _new_label(step)} {words}".strip()


def _new_label(step: PlanStep) -> str:
    """The number of the one row that a step brought; "" where it brought none or several."""
    there = {row.id for row in (*step.before.goals, *step.before.initiatives)}
    rows = (*step.after.goals, *step.after.initiatives)
    new = [row.label for row in rows if row.id not in there]
    return new[0] if len(new) == 1 else ""
