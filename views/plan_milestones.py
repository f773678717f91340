"""The milestones of an initiative: a short list to tick, add to and take from."""

import streamlit as st

from strategy.editing.milestones import add_milestone, reach_milestone, remove_milestone
from strategy.editing.model import Action
from strategy.goals import TextMissing
from strategy.model import Initiative
from views.common import blank, emptied, plain
from views.plan_reading import ThemePlan
from views.plan_step import plan_step
from views.translate import _


def milestones_words(initiative: Initiative) -> str:
    """How many there are and how many are reached, for the button."""
    made = initiative.milestones
    if not made:
        return _("Milepæle")
    done = sum(one.done for one in made)
    return _("Milepæle ({done} af {n})").format(done=done, n=len(made))


def milestones_section(plan: ThemePlan, initiative: Initiative) -> None:
    """Each milestone with a tick, and a form for one more."""
    for place, one in enumerate(initiative.milestones):
        tick, away = st.columns([7, 1], vertical_alignment="center")
        due = f" · {one.due}" if one.due else ""
        key = f"{initiative.id}_{place}"
        done = tick.checkbox(plain(one.text + due), one.done, key=f"reached_{key}_{one.done}")
        if done != one.done:
            with plan_step(plan.consultation_id, Action.CHANGED, initiative.label) as store:
                reach_milestone(store, initiative, place, done)
            st.rerun()
        if away.button(_("Fjern"), key=f"no_milestone_{key}", type="tertiary"):
            with plan_step(plan.consultation_id, Action.CHANGED, initiative.label) as store:
                remove_milestone(store, initiative, place)
            st.rerun()
    field = f"new_milestone_{initiative.id}"
    with st.form(f"{field}_form", border=False):
        left, right, button = st.columns([4, 2, 1], vertical_alignment="bottom")
        text = left.text_input(_("Ny milepæl"), key=blank(field))
        due = right.text_input(_("Hvornår"), key=blank(f"{field}_due"))
        if button.form_submit_button(_("Tilføj")):
            try:
                with plan_step(plan.consultation_id, Action.CHANGED, initiative.label) as store:
                    add_milestone(store, initiative, text, due)
            except TextMissing:
                st.error(_("Skriv milepælen først."))
            else:
                emptied(field)
                emptied(f"{field}_due")
                st.rerun()
