"""Following up on the plan: how it stands on a day, figures by year, what is recommended next."""

import datetime

import streamlit as st

from interviews.model import Consultation
from storage import open_store
from strategy.follow_up.model import FollowUp
from strategy.follow_up.rounds import open_round
from views.common import blank, consultation, emptied, link_to, plain, role, role_name, today
from views.followup_figures import figures_section
from views.followup_report import recommendations_section, report_section
from views.followup_status import status_section, watch_section
from views.hearing_words import day_words
from views.translate import _

DAYS = "DD.MM.YYYY"


def new_round(current: Consultation, is_first: bool) -> None:
    """A form for the next round."""
    with st.expander(_("Begynd en ny opfølgning"), expanded=is_first):
        with st.form("follow_up_form", border=False):
            first = datetime.date.fromisoformat(today())
            day = st.date_input(_("Status pr."), first, format=DAYS, key="follow_up_day")
            note = st.text_area(_("Indledning til rapporten (kan udelades)"), key=blank("round"))
            if not st.form_submit_button(_("Begynd opfølgningen"), type="primary"):
                return
        with open_store() as store:
            made = open_round(store, current.id, role(), str(day), note)
        emptied("round")
        st.session_state[f"round_{current.id}"] = made.id
        st.rerun()


def chosen_round(current: Consultation, rounds: tuple[FollowUp, ...]) -> FollowUp:
    """The round a person looks at: the newest, unless another is chosen."""
    by_id = {r.id: r for r in reversed(rounds)}
    if len(rounds) == 1:
        return rounds[0]
    key = st.selectbox(
        _("Opfølgning"),
        list(by_id),
        format_func=lambda k: round_name(by_id[k]),
        key=f"round_{current.id}",
    )
    return by_id[key]


def round_name(one: FollowUp) -> str:
    """A round by its number, its day and who began it."""
    return _("Nr. {n}, status pr. {day} ({role})").format(
        n=one.number, day=day_words(one.day), role=role_name(one.role)
    )


current = consultation()
st.title(_("Opfølgning"))
with open_store() as store:
    is_empty = not (store.goals(current.id) or store.initiatives(current.id))
    rounds = store.follow_ups(current.id)
if is_empty and not rounds:
    st.info(_("Planen har hverken mål eller initiativer endnu."))
    link_to("plan", _("Gå til planen"))
    st.stop()
st.write(_("Hvor står planen nu? Hver opfølgning gemmes og holdes op mod den forrige."))
watch_section(current)
new_round(current, not rounds)
if not rounds:
    st.stop()
chosen = chosen_round(current, rounds)
if len(rounds) == 1:
    st.subheader(plain(round_name(chosen)))
parts = {
    _("Status"): status_section,
    _("Tal år for år"): figures_section,
    _("Anbefalinger"): recommendations_section,
    _("Rapport"): report_section,
}
for tab, show in zip(
    st.tabs(list(parts), key=f"follow_up_tab_{current.id}", on_change="rerun"),
    parts.values(),
    strict=True,
):
    if tab.open:
        with tab:
            show(current, chosen)
