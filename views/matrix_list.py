"""The matrix as a list, for those who cannot see or point at the map: each cell is a button."""

from collections.abc import Sequence

import streamlit as st

from strategy.matrix import Cell, Matrix
from strategy.model import Initiative
from views.cluster_list import title
from views.common import plain
from views.translate import _, ngettext

_CLUSTER, _INITIATIVE = "matrix_cluster", "matrix_initiative"


def matrix_list(matrix: Matrix, shown: Sequence[Initiative]) -> Cell | None:
    """The cell somebody chose, also one that is empty so far."""
    for cluster in matrix.clusters:
        open_ = len(matrix.open[cluster.id])
        words = ngettext("{n} uden svar", "{n} uden svar", open_).format(n=open_)
        st.markdown(f"**{plain(title(cluster))}**" + (f" · {words}" if open_ else ""))
        with st.container(horizontal=True):
            for initiative in shown:
                _cell(matrix, (cluster.id, initiative.id), initiative)
    clusters = {c.id: title(c) for c in matrix.clusters}
    initiatives = {i.id: f"{i.label} {i.text}" for i in shown}
    left, right = st.columns(2)
    cluster_id = _choice(left, _("Emne"), clusters, _CLUSTER)
    initiative_id = _choice(right, _("Initiativ"), initiatives, _INITIATIVE)
    return (cluster_id, initiative_id) if cluster_id and initiative_id else None


def _choice(
    place: st.delta_generator.DeltaGenerator, words: str, names: dict[str, str], key: str
) -> str | None:
    if st.session_state.get(key) not in names:  # of another theme
        st.session_state[key] = None
    chosen: str | None = place.selectbox(
        words, list(names), index=None, format_func=names.get, placeholder=_("Vælg"), key=key
    )
    return chosen


def _cell(matrix: Matrix, cell: Cell, initiative: Initiative) -> None:
    links = matrix.cells.get(cell, ())
    if not links:
        return
    words = _("{label}: {n} udsagn").format(label=initiative.label, n=len(links))
    if matrix.contradicts(cell):
        words += ", " + _("nogen taler imod")
    st.button(words, key=f"cell_{cell[0]}_{cell[1]}", on_click=_choose, args=(cell,))


def _choose(cell: Cell) -> None:
    st.session_state[_CLUSTER], st.session_state[_INITIATIVE] = cell
