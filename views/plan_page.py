"""The plan in the making: goals, initiatives and the citizens' words behind them, by theme."""

import streamlit as st

from storage import open_store
from strategy.draft_plan import draft_plan
from views.common import consultation, theme_names
from views.plan_goals import goals_section
from views.plan_initiatives import initiatives_section
from views.plan_proposals import proposals_section
from views.plan_reading import read_plan
from views.translate import _, ngettext

current = consultation()
st.title(_("Plan"))
with open_store() as store:
    themes = store.themes(current.id)
    analysed = store.count_analysed(current.id)
names = theme_names(themes)
if not analysed:
    st.info(_("Maskinen har ikke læst udsagnene endnu. Gør det først; så kan den foreslå."))
    st.page_link("views/review_page.py", label=_("Gå til gennemgang"))
    st.stop()

chosen = st.segmented_control(
    _("Tema"),
    [t.key for t in themes],
    default=themes[0].key,
    required=True,
    format_func=lambda key: names[key],
    key="plan_theme",
)
theme_key = chosen or themes[0].key
with open_store() as store:
    plan = read_plan(store, current.id, theme_key)

st.header(names[theme_key])
st.caption(
    ngettext("{n} udsagn", "{n} udsagn", plan.statements).format(n=plan.statements)
    + " · "
    + ngettext("{n} initiativ", "{n} initiativer", len(plan.initiatives)).format(
        n=len(plan.initiatives)
    )
    + " · "
    + _("{n} ønsker uden svar").format(n=len(plan.unanswered))
)
if not plan.proposals and not plan.digest:
    if st.button(_("Lav et udkast"), type="primary"):
        with st.spinner(_("Skriver et udkast …")), open_store() as store:
            draft_plan(store, current.id)
        st.rerun()
elif st.button(_("Lav nye forslag"), help=_("Forslag, som nogen har taget stilling til, bliver.")):
    with st.spinner(_("Skriver et udkast …")), open_store() as store:
        draft_plan(store, current.id)
    st.rerun()

initiatives, proposals, goals, digest = st.tabs(
    [
        _("Initiativer ({n})").format(n=len(plan.initiatives)),
        _("Maskinens forslag ({n})").format(n=len(plan.proposals)),
        _("Mål ({n})").format(n=len(plan.goals)),
        _("Det siger borgerne"),
    ]
)
with initiatives:
    initiatives_section(plan)
with proposals:
    proposals_section(plan)
with goals:
    goals_section(plan)
with digest:
    for line in plan.digest:
        st.markdown(line)
    if not plan.digest:
        st.info(_("Opsamlingen kommer med udkastet."))
