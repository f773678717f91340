"""The map: statements near each other say similar things."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
import streamlit as st

from analysis.model import Cluster, MapPoint
from interviews.model import Statement
from views.common import plain
from views.translate import _

# Okabe and Ito's colours, told apart by most colour-blind people; shapes tell the rest apart.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#5d5d5d")
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross")


def cluster_map(
    clusters: Sequence[Cluster], said: Mapping[str, Statement], points: Sequence[MapPoint]
) -> None:
    """The points of the clusters, and the statements of those somebody marks."""
    where = {p.statement_id: p for p in points}
    figure = go.Figure()
    for number, cluster in enumerate(clusters):
        ids = [i for i in cluster.statement_ids if i in where and i in said]
        figure.add_scatter(
            x=[where[i].x for i in ids],
            y=[where[i].y for i in ids],
            mode="markers",
            name=_("Hører ingen steder til") if cluster.is_rest else cluster.label,
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
        height=520,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis=axis,
        yaxis=axis,
        legend={"orientation": "h", "y": -0.02},
        dragmode="lasso",
        plot_bgcolor="#f7f9f9",
    )
    st.caption(_("Hold over en prik for at læse. Træk rundt om flere for at se dem samlet."))
    marked = st.plotly_chart(
        figure,
        key="cluster_map",
        on_select="rerun",
        config={"displaylogo": False, "locale": "da"},
    )
    chosen = [p.get("customdata") for p in marked.selection.points] if marked else []
    for key in chosen[:30]:
        if key in said:
            st.markdown(f"**{said[key].label}** {plain(said[key].text)}")
    if not chosen:
        st.caption(_("Listen viser det samme som kortet, klynge for klynge."))


def _hover(statement: Statement) -> str:
    """The statement in lines short enough for the small box; signs that would be HTML are not."""
    words, lines, line = statement.text.split(), [], ""
    for word in words[:60]:
        if len(line) + len(word) > 60:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    text = "\n".join([*lines, line]).replace("&", "&amp;").replace("<", "&lt;")
    return f"<b>{statement.label}</b><br>" + text.replace("\n", "<br>")
