"""Initiatives of one theme with the statements behind them."""

import streamlit as st

from interviews.model import Statement
from storage import open_store
from strategy.goals import TextMissing, add_initiative
from strategy.model import EvidenceLink, Initiative
from views.common import blank, emptied, plain
from views.plan_change import change_section, status_name
from views.plan_evidence import link_section, stance_name
from views.plan_reading import ThemePlan
from views.translate import _, ngettext

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
                with open_store() as store:
                    add_initiative(store, plan.consultation_id, plan.theme_key, text)
                emptied(field)
                st.rerun()
            except TextMissing:
                st.error(_("Skriv initiativet først."))


def _initiative(plan: ThemePlan, initiative: Initiative, said: dict[str, Statement]) -> None:
    st.markdown(f"**{initiative.label}** · {plain(initiative.text)}")
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
    links = [link for link in plan.links[initiative.id] if link.statement_id in said]
    if not links:
        st.markdown(":orange-badge[" + _("Ingen borger er knyttet til initiativet endnu") + "]")
    behind = ngettext("{n} udsagn bag", "{n} udsagn bag", len(links)).format(n=len(links))
    with st.container(horizontal=True):
        if links:
            _part_button(initiative, "behind", behind)
        _part_button(initiative, "find", _("Knyt udsagn"))
        _part_button(initiative, "change", _("Ret"))
    chosen = st.session_state.get(f"part_{initiative.id}")
    if chosen == "behind" and links:
        _behind(links, said)
    elif chosen == "find":
        link_section(plan, initiative)
    elif chosen == "change":
        change_section(plan, initiative)


def _part_button(initiative: Initiative, name: str, words: str) -> None:
    key = f"part_{initiative.id}"
    is_open = st.session_state.get(key) == name
    st.button(
        words,
        key=f"{name}_{initiative.id}",
        icon=":material/expand_less:" if is_open else ":material/expand_more:",
        on_click=_switch,
        args=(key, None if is_open else name),
    )


def _switch(key: str, name: str | None) -> None:
    st.session_state[key] = name


def _behind(links: list[EvidenceLink], said: dict[str, Statement]) -> None:
    for link in links:
        one = said[link.statement_id]
        text, button = st.columns([6, 1], vertical_alignment="center")
        reason = f": {link.reason}" if link.reason else ""
        text.markdown(
            f"**{one.label}** · {plain(one.text)}  \n*{plain(stance_name(link.stance) + reason)}*"
        )
        if button.button(_("Fjern"), key=f"unlink_{link.id}", type="tertiary"):
            with open_store() as store:
                store.delete_link(link.id)
            st.rerun()
