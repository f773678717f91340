"""The plan in the making: goals, initiatives and the citizens' words behind them, by theme."""

import streamlit as st

from storage import open_store
from views.common import consultation, link_to, plain, theme_names
from views.coverage_strip import coverage_strip
from views.plan_digest import digest_section
from views.plan_draft import offer_draft
from views.plan_goals import goals_section
from views.plan_initiatives import initiatives_section
from views.plan_proposals import proposals_section
from views.plan_reading import counted, read_plan
from views.plan_step import told, undo_button
from views.translate import _
from views.work import show_work

current = consultation()
st.title(_("Plan"))
with open_store() as store:
    themes = store.themes(current.id)
    analysed = store.count_analysed(current.id)
    drafted = bool(store.digests(current.id))
names = theme_names(themes)
show_work(current.id)
told()
strip = st.container(horizontal=True, vertical_alignment="center")
if not themes:
    st.info(_("Undersøgelsen har ingen temaer endnu."))
    link_to("setup", _("Gå til opsætning"))
    st.stop()
if not analysed:
    st.info(_("Udsagnene er ikke læst endnu. Gør det først; så kan maskinen foreslå initiativer."))
    link_to("review", _("Gå til gennemgang"))
elif not drafted:
    offer_draft(current.id, is_first=True)

theme_key = st.segmented_control(
    _("Tema"),
    [t.key for t in themes],
    default=themes[0].key,
    required=True,
    format_func=lambda key: plain(names[key]),
    key=f"plan_theme_{current.id}",
)
with open_store() as store:
    plan = read_plan(store, current.id, theme_key or themes[0].key)
st.caption(counted(plan))
parts = {  # the open tab is remembered by its label, so no label may count
    _("Initiativer"): initiatives_section,
    _("Maskinens forslag"): proposals_section,
    _("Mål"): goals_section,
    _("Det siger borgerne"): digest_section,
}
for tab, show in zip(
    st.tabs(list(parts), key=f"plan_tab_{current.id}", on_change="rerun"),
    parts.values(),
    strict=True,
):
    if tab.open:
        with tab:
            show(plan)
if drafted:
    offer_draft(current.id, is_first=False)
with strip:  # last, so that a click that draws the page anew does not count twice
    coverage_strip(current.id)
    undo_button(current.id)
