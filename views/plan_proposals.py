"""The machine's proposals for initiatives: take over in one's own words, or put aside."""

import streamlit as st

from interviews.model import Statement
from storage import open_store
from strategy.editing.model import Action
from strategy.evidence import take_over
from strategy.goals import TextMissing, dismiss_proposal
from strategy.model import InitiativeProposal
from views.common import role, say, today
from views.plan_precedents import precedents_section
from views.plan_reading import ThemePlan
from views.plan_step import plan_step
from views.translate import _, ngettext

SHOWN = 3


def proposals_section(plan: ThemePlan) -> None:
    """Every open proposal of the theme with the statements that asked for it."""
    if not plan.proposals:
        st.info(_("Der er ingen åbne forslag til dette tema."))
    with open_store() as store:
        said = store.statements_by_id(i for p in plan.proposals for i in p.statement_ids)
    for proposal in plan.proposals:
        with st.container(border=True, key=f"proposal_{proposal.id}"):
            _proposal(proposal, said)


def _proposal(proposal: InitiativeProposal, said: dict[str, Statement]) -> None:
    behind = [said[key] for key in proposal.statement_ids if key in said]
    st.caption(
        ngettext(
            "Maskinens forslag · {n} udsagn beder om det",
            "Maskinens forslag · {n} udsagn beder om det",
            len(behind),
        ).format(n=len(behind))
    )
    text = st.text_area(
        _("Forslag"), proposal.text, key=f"text_{proposal.id}", label_visibility="collapsed"
    )
    for one in behind[:SHOWN]:
        say(one)
    if len(behind) > SHOWN:
        words = _("{n} til").format(n=len(behind) - SHOWN)
        with st.expander(words, key=f"rest_{proposal.id}", on_change="rerun") as rest:
            if rest.open:
                for one in behind[SHOWN:]:
                    say(one)
    key, ids = proposal.id, proposal.statement_ids
    precedents_section(proposal.consultation_id, key, ids, proposal.theme_key, proposal)
    with st.container(horizontal=True):
        if st.button(_("Tag over"), type="primary", key=f"take_{proposal.id}"):
            try:
                with plan_step(proposal.consultation_id, Action.TAKEN_OVER) as store:
                    take_over(store, proposal, text, role(), today())
                st.rerun()
            except TextMissing:
                st.error(_("Skriv initiativet først."))
        if st.button(_("Læg til side"), key=f"dismiss_{proposal.id}"):
            with plan_step(proposal.consultation_id, Action.PUT_ASIDE) as store:
                dismiss_proposal(store, proposal)
            st.rerun()
