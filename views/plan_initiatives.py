"""Initiatives of one theme with the statements behind them."""

import streamlit as st

from interviews.model import Statement
from storage import open_store
from strategy.editing.model import Action
from strategy.goals import TextMissing, add_initiative
from strategy.model import Initiative
from views.common import blank, emptied, plain
from views.plan_arrange import arrange_section
from views.plan_change import change_section, status_name
from views.plan_milestones import milestones_section, milestones_words
from views.plan_parts import show_parts, voice_parts
from views.plan_reading import ThemePlan
from views.plan_step import plan_step
from views.translate import _

PAGE = 8


def initiatives_section(plan: ThemePlan) -> None:
    """A page of the theme's initiatives, and a form for a new one."""
    if not plan.initiatives:
        st.info(_("Temaet har ingen initiativer endnu. Se maskinens forslag, eller skriv et."))
    pages = max(1, -(-len(plan.initiatives) // PAGE))
    page = 1
    if pages > 1:
        page = min(st.pagination(pages, key=f"initiatives_{plan.theme_key}"), pages)
    shown = plan.initiatives[(page - 1) * PAGE : page * PAGE]
    with open_store() as store:
        said = store.statements_by_id(link.statement_id for i in shown for link in plan.links[i.id])
    for initiative in shown:
        with st.container(border=True, key=f"initiative_{initiative.id}"):
            _initiative(plan, initiative, said)
    field = f"new_initiative_{plan.theme_key}"
    with st.form(f"{field}_form"):
        text = st.text_area(_("Nyt initiativ"), placeholder=_("at der …"), key=blank(field))
        if st.form_submit_button(_("Tilføj initiativ")):
            try:
                with plan_step(plan.consultation_id, Action.ADDED) as store:
                    add_initiative(store, plan.consultation_id, plan.theme_key, text)
                emptied(field)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv initiativet først."))


def _initiative(plan: ThemePlan, initiative: Initiative, said: dict[str, Statement]) -> None:
    st.markdown(f"**{initiative.label}** · {plain(initiative.text)}")
    goals = {g.id: g.label for g in plan.goals}
    facts = [
        f"{name}: {value}"
        for name, value in (
            (_("Mål"), goals.get(initiative.goal_id or "", "")),
            (_("Ansvarlig"), initiative.responsible),
            (_("Sammen med"), initiative.partners),
            (_("Opstart"), initiative.start),
            (_("Slut"), initiative.end),
            (_("Måles på"), initiative.indicator),
            (_("Økonomi"), initiative.cost),
            (_("Status"), status_name(initiative.status)),
        )
        if value
    ]
    st.caption(plain(" · ".join(facts)))
    if not any(link.statement_id in said for link in plan.links[initiative.id]):
        why = initiative.no_evidence_reason
        words = plain(_("Uden udsagn: {reason}").format(reason=why)) if why else ""
        missing = _("Ingen borger er knyttet til initiativet endnu")
        st.markdown(words or f":orange-badge[{missing}]")
    show_parts(
        initiative,
        [
            *voice_parts(plan, initiative, said),
            ("change", _("Ret"), lambda: change_section(plan, initiative)),
            (
                "milestones",
                milestones_words(initiative),
                lambda: milestones_section(plan, initiative),
            ),
            ("arrange", _("Flyt og saml"), lambda: arrange_section(plan, initiative, said)),
        ],
    )
