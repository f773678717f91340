"""Tying statements to a goal or an initiative: the nearest ones, or those one searches for."""

from collections.abc import Collection

import streamlit as st

from analysis.nearest_statements import nearest_statements
from interviews.model import Statement
from storage import open_store
from strategy.editing.model import Action
from strategy.evidence import link_evidence
from strategy.model import Goal, Initiative, Stance, TargetKind
from views.common import plain, role, say, today
from views.more import more_of, shown_of
from views.plan_reading import ThemePlan
from views.plan_step import plan_step
from views.translate import _

Row = Goal | Initiative
OFFERED, FOUND = 3, 8  # suggested by the machine, and found by a search


def stance_name(code: str) -> str:
    """How a statement bears on an initiative, in words."""
    return {
        "supports": _("støtter"),
        "nuances": _("nuancerer"),
        "contradicts": _("modsiger"),
    }[code]


def answered_by(labels: Collection[str]) -> str:
    """What answers a statement, as a line of markdown under it; "" for nothing."""
    if not labels:
        return ""
    return f"  \n*{plain(_('besvares af {labels}').format(labels=', '.join(labels)))}*"


def link_section(plan: ThemePlan, row: Row) -> None:
    """The nearest statements that are not tied yet; a search replaces the machine's choice."""
    linked = {link.statement_id for link in plan.links[row.id]}
    search = st.text_input(
        _("Søg i udsagn, eller se dem, der ligger nærmest"), key=f"search_{row.id}"
    )
    with open_store() as store:
        if search.strip():
            found = store.statements_page(plan.consultation_id, 0, 30, search=search.strip())
            offers = [one for one in found if one.id not in linked]
        else:
            ids = [key for key in _nearest(plan, row) if key not in linked]
            said = store.statements_by_id(ids)
            offers = [said[key] for key in ids if key in said]
    if not offers:
        st.caption(_("Ingen udsagn passer."))
    step = FOUND if search.strip() else OFFERED
    key = f"offers_{row.id}_{search.strip()}"
    for one in offers[: shown_of(key, step)]:
        _offer(plan, row, one)
    more_of(key, step, len(offers))


def _nearest(plan: ThemePlan, row: Row) -> list[str]:
    """Ids of statements near the row's words; kept while the words stand."""
    kept = st.session_state.setdefault("nearest", {})
    key = (row.id, row.text)
    if key not in kept:
        with st.spinner(_("Leder efter udsagn …")), open_store() as store:
            rows = store.goals if isinstance(row, Goal) else store.initiatives
            everyone = [(r.id, r.text, r.theme_key) for r in rows(plan.consultation_id)]
            found = nearest_statements(store, plan.consultation_id, everyone, row.id, count=30)
        kept[key] = [one.statement_id for one in found]
    return kept[key]


def _offer(plan: ThemePlan, row: Row, said: Statement) -> None:
    key = f"{row.id}_{said.id}"
    with st.container(border=True):
        say(said, answered_by(plan.answers.get(said.id, ())))
        stance, reason, button = st.columns([2, 4, 1], vertical_alignment="bottom")
        chosen = stance.selectbox(
            _("Udsagnet"), [s.value for s in Stance], format_func=stance_name, key=f"stance_{key}"
        )
        why = reason.text_input(_("Begrundelse (kan udelades)"), key=f"reason_{key}")
        if button.button(_("Knyt"), type="primary", key=f"link_{key}"):
            with plan_step(plan.consultation_id, Action.LINKED, row.label) as store:
                link_evidence(
                    store,
                    said.id,
                    TargetKind.GOAL if isinstance(row, Goal) else TargetKind.INITIATIVE,
                    row.id,
                    Stance(chosen),
                    role(),
                    today(),
                    why,
                )
            st.rerun()
