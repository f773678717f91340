"""Goals of one theme: see, change, add, remove."""

import streamlit as st

from storage import open_store
from strategy.goals import TextMissing, add_goal, change_goal
from strategy.model import Goal
from views.common import blank, emptied, plain
from views.plan_reading import ThemePlan
from views.translate import _


def goals_section(plan: ThemePlan) -> None:
    """All goals of the theme, and a form for a new one."""
    if not plan.goals:
        st.info(_("Temaet har ingen mål endnu."))
    for goal in plan.goals:
        with st.container(border=True, key=f"goal_{goal.id}"):
            st.markdown(f"**{goal.label}** · {plain(goal.text)}")
            if goal.indicator:
                st.caption(plain(_measure(goal)))
            with st.expander(_("Ret målet"), key=f"edit_{goal.id}", on_change="rerun") as one:
                if one.open:
                    _change(goal)
    field = f"new_goal_{plan.theme_key}"
    with st.form(f"{field}_form"):
        text = st.text_area(_("Nyt mål"), placeholder=_("at …"), key=blank(field))
        if st.form_submit_button(_("Tilføj mål")):
            try:
                with open_store() as store:
                    add_goal(store, plan.consultation_id, plan.theme_key, text)
                emptied(field)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv målet først."))


def _measure(goal: Goal) -> str:
    parts = [goal.indicator]
    if goal.baseline:
        parts.append(_("nu {value}").format(value=goal.baseline))
    if goal.target:
        parts.append(_("mål {value}").format(value=goal.target))
    return ", ".join(parts) + (f" ({goal.year})" if goal.year else "")


def _change(goal: Goal) -> None:
    with st.form(f"goal_form_{goal.id}", border=False):
        text = st.text_area(_("Målets ordlyd"), goal.text)
        left, right = st.columns(2)
        indicator = left.text_input(_("Måles på"), goal.indicator)
        baseline = right.text_input(_("Udgangspunkt"), goal.baseline)
        target = left.text_input(_("Ønsket resultat"), goal.target)
        year = right.number_input(_("År"), 2000, 2100, goal.year, step=1, format="%d")
        if st.form_submit_button(_("Gem")):
            try:
                with open_store() as store:
                    change_goal(
                        store,
                        goal,
                        text=text,
                        indicator=indicator.strip(),
                        baseline=baseline.strip(),
                        target=target.strip(),
                        year=int(year) if year else None,
                    )
                st.session_state.pop(f"edit_{goal.id}", None)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv målet først."))
    with st.popover(_("Slet målet")):
        st.write(_("Initiativerne under målet bliver stående uden mål."))
        if st.button(_("Ja, slet målet"), key=f"delete_{goal.id}"):
            with open_store() as store:
                store.delete_goal(goal.id)
            st.rerun()
