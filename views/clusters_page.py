"""Clusters: statements that say similar things, as a list, as a map, and to put right."""

import streamlit as st

from storage import open_store
from views.cluster_edit import arrange_again, cluster_editor, undo_button
from views.cluster_list import cluster_list
from views.cluster_map import cluster_map
from views.common import consultation, link_to, theme_names
from views.translate import _
from views.work import show_work

ACROSS = ""

current = consultation()
st.title(_("Klynger"))
with open_store() as store:
    names = theme_names(store.themes(current.id))
    clusters = store.clusters(current.id)
    analysed = store.count_analysed(current.id)
show_work(current.id)
if not analysed:
    st.info(_("Udsagnene er ikke læst endnu. Gør det først."))
    link_to("review", _("Gå til gennemgang"))
    st.stop()
st.caption(_("En klynge er udsagn, der siger omtrent det samme. Den viser, hvad mange siger."))
if not clusters:
    if st.button(_("Lav klynger"), type="primary", key="arrange"):
        arrange_again(current.id, 0)
    st.stop()

used = [key for key in names if key and any(c.theme_key == key for c in clusters)]
theme = st.selectbox(
    _("Vis"),
    [*used, ACROSS],
    format_func=lambda key: names[key] if key else _("På tværs af temaer"),
    key="cluster_theme",
)
shown = [c for c in clusters if c.theme_key == (theme or None)]
tabs = st.tabs([_("Liste"), _("Kort"), _("Ret klyngerne")], key="cluster_tab", on_change="rerun")
if tabs[0].open:
    with tabs[0]:
        cluster_list(shown)
if tabs[1].open:
    with tabs[1]:
        cluster_map(current.id, shown)
if tabs[2].open:
    with tabs[2]:
        undo_button(current.id)
        cluster_editor(current.id, shown)
link_to("plan", _("Videre til planen"))
