"""Changing one initiative: its words, who, when and where it stands."""

import streamlit as st

from strategy.editing.model import Action
from strategy.goals import TextMissing, change_initiative
from strategy.model import Initiative, InitiativeStatus
from views.plan_parts import close
from views.plan_reading import ThemePlan
from views.plan_step import plan_step
from views.translate import _


def status_name(code: str) -> str:
    """Where an initiative stands, in words."""
    return {
        "proposed": _("Foreslået"),
        "planned": _("Planlagt"),
        "started": _("I gang"),
        "done": _("Gennemført"),
        "dropped": _("Opgivet"),
    }[code]


def change_section(plan: ThemePlan, initiative: Initiative) -> None:
    """The form with all that an initiative holds."""
    goals = {"": _("Intet mål")} | {g.id: f"{g.label} {g.text}" for g in plan.goals}
    statuses = [s.value for s in InitiativeStatus]
    with st.form(f"initiative_form_{initiative.id}", border=False):
        text = st.text_area(_("Initiativ"), initiative.text)
        goal = st.selectbox(
            _("Under målet"),
            list(goals),
            index=list(goals).index(initiative.goal_id) if initiative.goal_id in goals else 0,
            format_func=goals.get,
        )
        left, right = st.columns(2)
        changes = {
            "responsible": left.text_input(_("Ansvarlig"), initiative.responsible),
            "partners": right.text_input(_("Samarbejdspartnere"), initiative.partners),
            "start": left.text_input(_("Opstart"), initiative.start),
            "end": right.text_input(_("Slut"), initiative.end),
            "indicator": left.text_input(_("Måles på"), initiative.indicator),
            "cost": right.text_input(_("Økonomi"), initiative.cost),
            "no_evidence_reason": left.text_input(
                _("Forbillede, eller grund til at stå uden udsagn"), initiative.no_evidence_reason
            ),
        }
        status = left.selectbox(
            _("Status"), statuses, index=statuses.index(initiative.status), format_func=status_name
        )
        if not plan.links[initiative.id]:
            changes["no_evidence_reason"] = right.text_input(
                _("Hvorfor uden udsagn?"),
                initiative.no_evidence_reason,
                placeholder=_("for eksempel: loven kræver det"),
            )
        if st.form_submit_button(_("Gem"), type="primary"):
            words = {name: " ".join(value.split()) for name, value in changes.items()}
            try:
                with plan_step(plan.consultation_id, Action.CHANGED, initiative.label) as store:
                    change_initiative(
                        store,
                        initiative,
                        text=text,
                        goal_id=goal or None,
                        status=InitiativeStatus(status),
                        **words,
                    )
                close(initiative)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv initiativet først."))
