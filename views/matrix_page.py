"""What citizens talk about against the initiatives: where there are answers, and where not."""

import streamlit as st

from storage import open_store
from strategy.matrix import plan_matrix
from views.common import consultation, link_to, plain, theme_names
from views.matrix_cell import matrix_cell
from views.matrix_list import matrix_list
from views.matrix_map import WIDEST, matrix_map
from views.plan_step import told, undo_button
from views.translate import _

ACROSS = ""

current = consultation()
st.title(_("Emner og initiativer"))
with open_store() as store:
    names = theme_names(store.themes(current.id))
    keys = [key for key in names if key]
    has_clusters = bool(store.clusters(current.id))
if not has_clusters:
    st.info(_("Udsagnene er ikke samlet i klynger endnu. Gør det først."))
    link_to("clusters", _("Gå til klynger"))
    st.stop()
told()
theme = st.selectbox(
    _("Vis"),
    [*keys, ACROSS],
    format_func=lambda key: names[key] if key else _("På tværs af temaer"),
    key=f"matrix_theme_{current.id}",
)
with open_store() as store:
    matrix = plan_matrix(store, current.id, theme or None)
undo_button(current.id)
if not matrix.clusters:
    st.info(_("Temaet har ingen klynger endnu."))
    link_to("clusters", _("Gå til klynger"))
    st.stop()
if not matrix.initiatives:
    st.info(_("Temaet har ingen initiativer endnu. Se maskinens forslag, eller skriv et."))
    link_to("plan", _("Gå til planen"))
    st.stop()
first = 0
if len(matrix.initiatives) > WIDEST:
    pages = -(-len(matrix.initiatives) // WIDEST)
    first = (min(st.pagination(pages, key="matrix_columns"), pages) - 1) * WIDEST
shown = matrix.initiatives[first : first + WIDEST]
forms = {"map": _("Kort"), "list": _("Liste")}
form = st.segmented_control(
    _("Visning"),
    list(forms),
    default="map",
    required=True,
    format_func=forms.get,
    key="matrix_form",
    label_visibility="collapsed",
)
cell = (matrix_list if form == "list" else matrix_map)(matrix, shown)
if cell:
    matrix_cell(current.id, matrix, cell)
with st.expander(_("Initiativerne")):
    st.markdown("\n".join(f"- **{one.label}** · {plain(one.text)}" for one in shown))
link_to("coverage", _("Videre til dækningen"))
