"""Goals of one theme: see, change, add, remove."""

from functools import partial

import streamlit as st

from storage import open_store
from strategy.editing.model import Action
from strategy.goals import TextMissing, add_goal, change_goal
from strategy.model import Goal
from views.common import blank, emptied, plain
from views.plan_arrange import arrange_section
from views.plan_parts import close, show_parts, voice_parts
from views.plan_reading import ThemePlan
from views.plan_step import plan_step
from views.translate import _


def goals_section(plan: ThemePlan) -> None:
    """All goals of the theme, and a form for a new one."""
    if not plan.goals:
        st.info(_("Temaet har ingen mål endnu."))
    with open_store() as store:
        said = store.statements_by_id(
            link.statement_id for g in plan.goals for link in plan.links[g.id]
        )
    for goal in plan.goals:
        with st.container(border=True, key=f"goal_{goal.id}"):
            st.markdown(f"**{goal.label}** · {plain(goal.text)}")
            under = [i.label for i in plan.initiatives if i.goal_id == goal.id]
            measure = [_measure(goal)] if goal.indicator or goal.target else []
            if measure or under:
                st.caption(plain(" · ".join([*measure, ", ".join(under)]).strip(" ·")))
            show_parts(
                goal,
                [
                    *voice_parts(plan, goal, said),
                    ("change", _("Ret"), partial(_change, plan, goal)),
                    ("arrange", _("Flyt og saml"), partial(arrange_section, plan, goal, said)),
                ],
            )
    field = f"new_goal_{plan.theme_key}"
    with st.form(f"{field}_form"):
        text = st.text_area(_("Nyt mål"), placeholder=_("at …"), key=blank(field))
        if st.form_submit_button(_("Tilføj mål")):
            try:
                with plan_step(plan.consultation_id, Action.ADDED) as store:
                    add_goal(store, plan.consultation_id, plan.theme_key, text)
                emptied(field)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv målet først."))


def _measure(goal: Goal) -> str:
    parts = [goal.indicator] if goal.indicator else []
    if goal.baseline:
        parts.append(_("nu {value}").format(value=goal.baseline))
    if goal.target:
        parts.append(_("mål {value}").format(value=goal.target))
    return ", ".join(parts) + (f" ({goal.year})" if goal.year else "")


def _change(plan: ThemePlan, goal: Goal) -> None:
    with st.form(f"goal_form_{goal.id}", border=False):
        text = st.text_area(_("Målets ordlyd"), goal.text)
        left, right = st.columns(2)
        indicator = left.text_input(_("Måles på"), goal.indicator)
        baseline = right.text_input(_("Udgangspunkt"), goal.baseline)
        target = left.text_input(_("Ønsket resultat"), goal.target)
        year = right.number_input(_("År"), 2000, 2100, goal.year, step=1, format="%d")
        if st.form_submit_button(_("Gem")):
            try:
                with plan_step(plan.consultation_id, Action.CHANGED, goal.label) as store:
                    change_goal(
                        store,
                        goal,
                        text=text,
                        indicator=indicator.strip(),
                        baseline=baseline.strip(),
                        target=target.strip(),
                        year=int(year) if year else None,
                    )
                close(goal)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv målet først."))
