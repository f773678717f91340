"""The map: statements near each other say similar things."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
import streamlit as st

from analysis.model import Cluster, MapPoint
from interviews.model import Statement
from storage import open_store
from views.cluster_list import title
from views.common import say
from views.translate import _

# Okabe and Ito's colours, told apart by most colour-blind people; shapes tell the rest apart.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#5d5d5d")
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross")
SHOWN = 30  # statements under the map


def cluster_map(consultation_id: str, clusters: Sequence[Cluster]) -> None:
    """The points of the clusters, and the statements of those somebody marks."""
    with open_store() as store:
        said = store.statements_by_id(i for c in clusters for i in c.statement_ids)
        where = {p.statement_id: p for p in store.points(consultation_id)}
    st.caption(_("Hold over en prik for at læse. Træk rundt om flere for at se dem samlet."))
    marked = st.plotly_chart(
        _figure(clusters, said, where),
        key="cluster_map",
        on_select="rerun",
        config={"displaylogo": False, "displayModeBar": False},
    )
    chosen = [p.get("customdata") for p in marked.selection.points] if marked else []
    for key in chosen[:SHOWN]:
        if key in said:
            say(said[key])
    if len(chosen) > SHOWN:
        st.caption(_("og {n} til").format(n=len(chosen) - SHOWN))
    if not chosen:
        st.caption(_("Listen viser det samme som kortet, klynge for klynge."))


def _figure(
    clusters: Sequence[Cluster], said: Mapping[str, Statement], where: Mapping[str, MapPoint]
) -> go.Figure:
    figure = go.Figure()
    for number, cluster in enumerate(clusters):
        ids = [i for i in cluster.statement_ids if i in where and i in said]
        figure.add_scatter(
            x=[where[i].x for i in ids],
            y=[where[i].y for i in ids],
            mode="markers",
            name=_hyper(title(cluster)),
            customdata=ids,
            text=[_hover(said[i]) for i in ids],
            hovertemplate="%{text}<extra></extra>",
            marker={
                "size": 10,
                "color": "#b0b0b0" if cluster.is_rest else COLOURS[number % len(COLOURS)],
                "symbol": SHAPES[(number // len(COLOURS)) % len(SHAPES)],
                "line": {"width": 1, "color": "white"},
            },
        )
    axis = {"visible": False, "range": [-1.08, 1.08]}
    figure.update_layout(
        height=460 + 24 * len(clusters),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis=axis,
        yaxis=axis,
        legend={"orientation": "h", "y": -0.02, "entrywidth": 1, "entrywidthmode": "fraction"},
        dragmode="lasso",
        plot_bgcolor="#f7f9f9",
        hoverlabel={"align": "left"},
    )
    return figure


def _hyper(text: str) -> str:
    """Text for the chart, where signs of HTML would be taken for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _hover(statement: Statement) -> str:
    """The statement in lines short enough for the small box; an excerpt where it is long."""
    words, lines, line = statement.text.split(), [], ""
    for word in words[:45]:
        if len(line) + len(word) > 60:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    text = _hyper("\n".join([*lines, line]))
    return f"<b>{statement.label}</b><br>" + text.replace("\n", "<br>")
