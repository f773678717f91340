"""Initiatives of one theme with the statements behind them."""

import streamlit as st

from analysis.nearest_statements import nearest_statements
from storage import open_store
from strategy.evidence import link_evidence
from strategy.goals import TextMissing, add_initiative, change_initiative, move
from strategy.model import EvidenceLink, Initiative, InitiativeStatus, Stance, TargetKind
from views.common import plain, role, today
from views.plan_reading import ThemePlan
from views.translate import _


def stance_name(code: str) -> str:
    """How a statement bears on an initiative, in words."""
    return {
        "supports": _("støtter"),
        "nuances": _("nuancerer"),
        "contradicts": _("modsiger"),
    }[code]


def status_name(code: str) -> str:
    """Where an initiative stands, in words."""
    return {
        "proposed": _("Foreslået"),
        "planned": _("Planlagt"),
        "started": _("I gang"),
        "done": _("Gennemført"),
        "dropped": _("Opgivet"),
    }[code]


def initiatives_section(plan: ThemePlan) -> None:
    """All initiatives of the theme, and a form for a new one."""
    if not plan.initiatives:
        st.info(_("Temaet har ingen initiativer endnu. Se maskinens forslag, eller skriv et."))
    for initiative in plan.initiatives:
        with st.container(border=True, key=f"initiative_{initiative.id}"):
            _initiative(plan, initiative)
    with st.form(f"new_initiative_{plan.theme_key}", clear_on_submit=True):
        text = st.text_area(_("Nyt initiativ"), placeholder=_("at der …"))
        if st.form_submit_button(_("Tilføj initiativ")):
            try:
                with open_store() as store:
                    add_initiative(store, plan.consultation_id, plan.theme_key, text)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv initiativet først."))


def _initiative(plan: ThemePlan, initiative: Initiative) -> None:
    st.markdown(f"**{initiative.label}** {plain(initiative.text)}")
    facts = [
        f"{name}: {value}"
        for name, value in (
            (_("Ansvarlig"), initiative.responsible),
            (_("Opstart"), initiative.start),
            (_("Slut"), initiative.end),
            (_("Status"), status_name(initiative.status)),
        )
        if value
    ]
    st.caption(plain(" · ".join(facts)))
    links = plan.links[initiative.id]
    if not links:
        st.warning(_("Ingen borger er knyttet til dette initiativ endnu."))
    for link in links:
        _linked(plan, link)
    _offers(plan, initiative, {link.statement_id for link in links})
    with st.expander(_("Ret initiativet")):
        _change(plan, initiative)


def _linked(plan: ThemePlan, link: EvidenceLink) -> None:
    said = plan.said.get(link.statement_id)
    if not said:
        return
    text, button = st.columns([6, 1], vertical_alignment="center")
    reason = f" · {link.reason}" if link.reason else ""
    text.markdown(
        f"**{said.label}** {plain(said.text)}  \n_{plain(stance_name(link.stance) + reason)}_"
    )
    if button.button(_("Fjern"), key=f"unlink_{link.id}"):
        with open_store() as store:
            store.delete_link(link.id)
        st.rerun()


def _offers(plan: ThemePlan, initiative: Initiative, linked: set[str]) -> None:
    """The three nearest statements that are not linked yet, found when somebody asks."""
    kept = f"offers_{initiative.id}"
    if st.button(_("Find udsagn, der beder om det"), key=f"find_{initiative.id}"):
        with open_store() as store:
            everyone = [
                (i.id, i.text, i.theme_key) for i in store.initiatives(plan.consultation_id)
            ]
            found = nearest_statements(store, plan.consultation_id, everyone, initiative.id)
        st.session_state[kept] = [one.statement_id for one in found]
    offers = [k for k in st.session_state.get(kept, ()) if k not in linked and k in plan.said]
    for key in offers[:3]:
        _offer(plan, initiative, key)


def _offer(plan: ThemePlan, initiative: Initiative, statement_id: str) -> None:
    said = plan.said[statement_id]
    key = f"{initiative.id}_{said.id}"
    st.markdown(f"**{said.label}** {plain(said.text)}")
    stance, reason, button = st.columns([2, 3, 1], vertical_alignment="bottom")
    chosen = stance.selectbox(
        _("Udsagnet"), [s.value for s in Stance], format_func=stance_name, key=f"stance_{key}"
    )
    why = reason.text_input(_("Begrundelse (kan udelades)"), key=f"reason_{key}")
    if button.button(_("Knyt"), key=f"link_{key}"):
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


def _change(plan: ThemePlan, initiative: Initiative) -> None:
    goals = {None: _("Intet mål")} | {g.id: f"{g.label} {g.text}" for g in plan.goals}
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
        }
        status = st.selectbox(
            _("Status"),
            [s.value for s in InitiativeStatus],
            index=list(InitiativeStatus).index(initiative.status),
            format_func=status_name,
        )
        if st.form_submit_button(_("Gem")):
            words = {name: value.strip() for name, value in changes.items()}
            try:
                with open_store() as store:
                    change_initiative(
                        store,
                        initiative,
                        text=text,
                        goal_id=goal,
                        status=InitiativeStatus(status),
                        **words,
                    )
                st.rerun()
            except TextMissing:
                st.error(_("Skriv initiativet først."))
    up, down, delete = st.columns(3)
    for place, by, words in ((up, -1, _("Flyt op")), (down, 1, _("Flyt ned"))):
        if place.button(words, key=f"move{by}_{initiative.id}"):
            with open_store() as store:
                move(store, initiative, by)
            st.rerun()
    if delete.button(_("Slet initiativet"), key=f"delete_{initiative.id}"):
        with open_store() as store:
            store.delete_initiative(initiative.id)
        st.rerun()
