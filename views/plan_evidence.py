"""Tying statements to an initiative: the nearest the machine finds, or those one searches for."""

import streamlit as st

from analysis.nearest_statements import nearest_statements
from interviews.model import Statement
from storage import open_store
from strategy.evidence import link_evidence
from strategy.model import Initiative, Stance, TargetKind
from views.common import role, say, today
from views.plan_reading import ThemePlan
from views.translate import _

OFFERED = 5


def stance_name(code: str) -> str:
    """How a statement bears on an initiative, in words."""
    return {
        "supports": _("støtter"),
        "nuances": _("nuancerer"),
        "contradicts": _("modsiger"),
    }[code]


def link_section(plan: ThemePlan, initiative: Initiative) -> None:
    """The nearest statements that are not tied yet; a search replaces the machine's choice."""
    linked = {link.statement_id for link in plan.links[initiative.id]}
    search = st.text_input(
        _("Søg i udsagn, eller se dem, der ligger nærmest"), key=f"search_{initiative.id}"
    )
    with open_store() as store:
        if search.strip():
            found = store.statements_page(plan.consultation_id, 0, 30, search=search.strip())
            offers = [one for one in found if one.id not in linked]
        else:
            ids = [key for key in _nearest(plan, initiative) if key not in linked]
            said = store.statements_by_id(ids)
            offers = [said[key] for key in ids if key in said]
    if not offers:
        st.caption(_("Ingen udsagn passer."))
    for one in offers[:OFFERED]:
        _offer(initiative, one)


def _nearest(plan: ThemePlan, initiative: Initiative) -> list[str]:
    """Ids of statements near the initiative's words; kept while the words stand."""
    kept = st.session_state.setdefault("nearest", {})
    key = (initiative.id, initiative.text)
    if key not in kept:
        with st.spinner(_("Leder efter udsagn …")), open_store() as store:
            everyone = [
                (i.id, i.text, i.theme_key) for i in store.initiatives(plan.consultation_id)
            ]
            found = nearest_statements(
                store, plan.consultation_id, everyone, initiative.id, count=30
            )
        kept[key] = [one.statement_id for one in found]
    return kept[key]


def _offer(initiative: Initiative, said: Statement) -> None:
    key = f"{initiative.id}_{said.id}"
    with st.container(border=True):
        say(said)
        stance, reason, button = st.columns([2, 4, 1], vertical_alignment="bottom")
        chosen = stance.selectbox(
            _("Udsagnet"), [s.value for s in Stance], format_func=stance_name, key=f"stance_{key}"
        )
        why = reason.text_input(_("Begrundelse (kan udelades)"), key=f"reason_{key}")
        if button.button(_("Knyt"), type="primary", key=f"link_{key}"):
            with open_store() as store:
                link_evidence(
                    store,
                    said.id,
                    TargetKind.INITIATIVE,
                    initiative.id,
                    Stance(chosen),
                    role(),
                    today(),
                    why,
                )
            st.rerun()
