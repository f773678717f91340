"""The machine's proposals for initiatives: take over in one's own words, or put aside."""

import streamlit as st

from storage import open_store
from strategy.evidence import take_over
from strategy.goals import TextMissing, dismiss_proposal
from strategy.model import InitiativeProposal
from views.common import plain, role, today
from views.plan_reading import ThemePlan
from views.translate import _, ngettext


def proposals_section(plan: ThemePlan) -> None:
    """Every open proposal of the theme with the statements that asked for it."""
    if not plan.proposals:
        st.info(_("Der er ingen åbne forslag til dette tema."))
    for proposal in plan.proposals:
        with st.container(border=True):
            _proposal(plan, proposal)


def _proposal(plan: ThemePlan, proposal: InitiativeProposal) -> None:
    text = st.text_area(
        _("Forslag"), proposal.text, key=f"proposal_{proposal.id}", label_visibility="collapsed"
    )
    behind = [plan.said[key] for key in proposal.statement_ids if key in plan.said]
    st.caption(
        ngettext(
            "Maskinens forslag · {n} borger har bedt om det",
            "Maskinens forslag · {n} udsagn beder om det",
            len(behind),
        ).format(n=len(behind))
    )
    for said in behind:
        st.markdown(f"**{said.label}** {plain(said.text)}")
    accept, dismiss = st.columns([1, 3])
    if accept.button(_("Tag over"), type="primary", key=f"take_{proposal.id}"):
        try:
            with open_store() as store:
                take_over(store, proposal, text, role(), today())
            st.rerun()
        except TextMissing:
            st.error(_("Skriv initiativet først."))
    if dismiss.button(_("Læg til side"), key=f"dismiss_{proposal.id}"):
        with open_store() as store:
            dismiss_proposal(store, proposal)
        st.rerun()
