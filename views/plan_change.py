"""Changing one initiative: its words, who, when, and its place."""

import streamlit as st

from storage import open_store
from strategy.editing.order import move_initiative
from strategy.goals import TextMissing, change_initiative
from strategy.model import Initiative, InitiativeStatus
from views.plan_reading import ThemePlan
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
    """The form, and the buttons that move or delete."""
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
        status = st.selectbox(
            _("Status"), statuses, index=statuses.index(initiative.status), format_func=status_name
        )
        if st.form_submit_button(_("Gem"), type="primary"):
            words = {name: " ".join(value.split()) for name, value in changes.items()}
            try:
                with open_store() as store:
                    change_initiative(
                        store,
                        initiative,
                        text=text,
                        goal_id=goal or None,
                        status=InitiativeStatus(status),
                        **words,
                    )
                st.session_state.pop(f"part_{initiative.id}", None)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv initiativet først."))
    _place(initiative)


def _place(initiative: Initiative) -> None:
    with st.container(horizontal=True):
        for by, words in ((-1, _("Flyt op")), (1, _("Flyt ned"))):
            if st.button(words, key=f"move{by}_{initiative.id}"):
                with open_store() as store:
                    move_initiative(store, initiative, by)
                st.rerun()
        with st.popover(_("Slet initiativet")):
            st.write(_("Initiativet og dets belæg slettes. Udsagnene bliver."))
            if st.button(_("Ja, slet initiativet"), key=f"delete_{initiative.id}"):
                with open_store() as store:
                    store.delete_initiative(initiative.id)
                st.rerun()
