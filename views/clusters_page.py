"""Clusters: statements that say similar things, as a map and as a list to put right."""

import streamlit as st

from analysis.arrange import arrange
from analysis.edit_clusters import undo_clusters
from storage import open_store
from views.cluster_list import cluster_editor, cluster_list
from views.cluster_map import cluster_map
from views.common import consultation, theme_names
from views.translate import _

ACROSS = ""

current = consultation()
st.title(_("Klynger"))
with open_store() as store:
    names = theme_names(store.themes(current.id))
    clusters = store.clusters(current.id)
    analysed = store.count_analysed(current.id)
if not analysed:
    st.info(_("Udsagnene er ikke læst endnu. Gør det først."))
    st.page_link("views/review_page.py", label=_("Gå til gennemgang"))
    st.stop()

fewer, more, again, undo = st.columns(4)
finer = 0
if clusters:
    finer = -1 if fewer.button(_("Færre klynger"), width="stretch") else 0
    finer = 1 if more.button(_("Flere klynger"), width="stretch") else finer
    if undo.button(_("Fortryd"), width="stretch"):
        with open_store() as store:
            if not undo_clusters(store, current.id):
                st.toast(_("Der er ikke mere at fortryde."))
        st.rerun()
words = _("Lav klynger igen") if clusters else _("Lav klynger")
asked = again.button(words, width="stretch", type="secondary" if clusters else "primary")
if asked or finer:
    with st.spinner(_("Samler udsagn, der ligner hinanden …")), open_store() as store:
        arrange(store, current.id, st.session_state.get("finer", 0) + finer)
    st.session_state["finer"] = st.session_state.get("finer", 0) + finer
    st.rerun()
if not clusters:
    st.info(_("Klyngerne viser, hvad mange siger, og hvad få siger. Det tager få sekunder."))
    st.stop()

theme = st.selectbox(
    _("Vis"),
    [ACROSS, *[key for key in names if key]],
    format_func=lambda key: names[key] if key else _("Alle temaer"),
    key="cluster_theme",
)
shown = [c for c in clusters if c.theme_key == (theme or None)]
with open_store() as store:
    said = store.statements_by_id(i for c in shown for i in c.statement_ids)
    points = store.points(current.id)
    people = {i.id: i.site_id for i in store.interviews(current.id)}

tab_list, tab_map = st.tabs([_("Liste"), _("Kort")])
with tab_list:
    cluster_list(shown, said, people)
with tab_map:
    cluster_map(shown, said, points)
with st.expander(_("Ret klyngerne")):
    cluster_editor(current.id, shown, said)
