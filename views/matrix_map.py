"""The matrix as a heat map: one square a cell, the darker the more statements."""

from collections.abc import Sequence
from textwrap import wrap

import plotly.graph_objects as go
import streamlit as st

from analysis.model import Cluster
from strategy.matrix import Cell, Matrix
from strategy.model import Initiative
from views.cluster_list import title
from views.translate import _, ngettext

WIDEST = 12  # initiatives side by side; more would leave no room for the names of clusters
_SHADES = ((6, "#1b5e6b"), (3, "#5b9aa5"), (1, "#c6dde1"), (0, "#f4f7f7"))  # from so many
_AGAINST = "#b3261e"
_SQUARE, _ROW = 34, 44  # pixels


def matrix_map(matrix: Matrix, shown: Sequence[Initiative]) -> Cell | None:
    """The cell somebody pointed at, if any."""
    st.caption(
        _(
            "Tallet er udsagn, der er knyttet. En rød kant: nogen taler imod. "
            "Tryk på et felt for at læse dem. Listen viser det samme."
        )
    )
    marked = st.plotly_chart(
        _figure(matrix, shown),
        key="matrix_map",
        on_select="rerun",
        selection_mode="points",
        config={"displaylogo": False, "displayModeBar": False},
    )
    for point in marked.selection.points if marked else []:
        cluster_id, initiative_id = point["customdata"][:2]
        return cluster_id, initiative_id
    return None


def _figure(matrix: Matrix, shown: Sequence[Initiative]) -> go.Figure:
    cells = [(c, i) for c in matrix.clusters for i in shown]
    counts = [len(matrix.cells.get((c.id, i.id), ())) for c, i in cells]
    against = [matrix.contradicts((c.id, i.id)) for c, i in cells]
    names = {c.id: _wrapped(_row(matrix, c)) for c in matrix.clusters}
    places = {c.id: n for n, c in enumerate(matrix.clusters)}  # two may have the same name
    figure = go.Figure(
        go.Scatter(
            x=[i.label for _c, i in cells],
            y=[places[c.id] for c, _i in cells],
            mode="markers+text",
            text=[str(n) if n else "" for n in counts],
            textfont={"color": ["white" if n >= 3 else "#1a1a1a" for n in counts], "size": 14},
            customdata=[[c.id, i.id] for c, i in cells],
            hovertext=[
                f"<b>{i.label}</b> {_wrapped(i.text, 60)}<br>{names[c.id]}<br>{_counted(n)}"
                for (c, i), n in zip(cells, counts, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "symbol": "square",
                "size": _SQUARE,
                "color": [next(shade for least, shade in _SHADES if n >= least) for n in counts],
                "line": {
                    "width": [3 if a else 1 for a in against],
                    "color": [_AGAINST if a else "#c9d3d5" for a in against],
                },
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 0.75}},
        )
    )
    axis = {"showgrid": False, "fixedrange": True, "tickfont": {"size": 13, "color": "#1a1a1a"}}
    figure.update_layout(
        height=90 + sum(max(_ROW, 20 * (names[c.id].count("<br>") + 1)) for c in matrix.clusters),
        margin={"l": 0, "r": 10, "t": 30, "b": 0},
        xaxis={**axis, "side": "top", "type": "category"},
        yaxis={
            **axis,
            "autorange": "reversed",
            "automargin": True,
            "zeroline": False,
            "tickvals": list(places.values()),
            "ticktext": list(names.values()),
        },
        plot_bgcolor="white",
        dragmode=False,
        hoverlabel={"align": "left"},
    )
    return figure


def _row(matrix: Matrix, cluster: Cluster) -> str:
    """The name of a row, with how much of it has no answer."""
    open_ = len(matrix.open[cluster.id])
    words = ngettext("{n} uden svar", "{n} uden svar", open_).format(n=open_)
    return f"{title(cluster)}: {words}" if open_ else title(cluster)


def _counted(n: int) -> str:
    return ngettext("{n} udsagn", "{n} udsagn", n).format(n=n)


def _wrapped(text: str, width: int = 30) -> str:
    """Text for the chart in short lines; signs of HTML are shown, not obeyed."""
    lines = wrap(text, width) or [""]
    return "<br>".join(line.replace("&", "&amp;").replace("<", "&lt;") for line in lines[:4])
