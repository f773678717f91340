"""One cell of the matrix: the statements in it with their stance, and those without an answer."""

import streamlit as st

from interviews.model import Statement
from storage import open_store
from strategy.editing.model import Action
from strategy.evidence import link_evidence
from strategy.matrix import Cell, Matrix
from strategy.model import Initiative, Stance, TargetKind
from views.cluster_list import title
from views.common import plain, role, say, today
from views.more import more_of, shown_of
from views.plan_evidence import stance_name
from views.plan_step import plan_step
from views.translate import _, ngettext

OFFERED = 5


def matrix_cell(consultation_id: str, matrix: Matrix, cell: Cell) -> None:
    """What is said, what it is tied with, and more that could be tied."""
    cluster = next((c for c in matrix.clusters if c.id == cell[0]), None)
    initiative = next((i for i in matrix.initiatives if i.id == cell[1]), None)
    if cluster is None or initiative is None:
        return
    links = matrix.cells.get(cell, ())
    open_ = matrix.open[cluster.id]
    key_of_list = f"open_{cluster.id}"
    offered = open_[: shown_of(key_of_list, OFFERED)]
    with open_store() as store:
        said = store.statements_by_id([*(k.statement_id for k in links), *offered])
    with st.container(border=True, key="matrix_cell_box"):
        st.markdown(f"**{initiative.label}** · {plain(initiative.text)}")
        st.caption(plain(title(cluster)))
        for link in links:
            if link.statement_id in said:
                why = f": {link.reason}" if link.reason else ""
                stance = plain(stance_name(link.stance) + why)
                say(said[link.statement_id], f"  \n*{stance}*")
        if not links:
            st.write(_("Ingen udsagn om emnet er knyttet til initiativet."))
        if open_:
            words = ngettext(
                "{n} udsagn om emnet har intet svar endnu:",
                "{n} udsagn om emnet har intet svar endnu:",
                len(open_),
            )
            st.markdown(f"**{words.format(n=len(open_))}**")
        for key in offered:
            if key in said:
                _offer(consultation_id, initiative, said[key])
        more_of(key_of_list, OFFERED, len(open_))


def _offer(consultation_id: str, initiative: Initiative, said: Statement) -> None:
    text, choice, button = st.columns([5, 2, 1], vertical_alignment="center")
    with text:
        say(said)
    key = f"matrix_{initiative.id}_{said.id}"
    stance = choice.selectbox(
        _("Udsagnet"),
        [s.value for s in Stance],
        format_func=stance_name,
        key=f"stance_{key}",
        label_visibility="collapsed",
    )
    if button.button(_("Knyt"), key=f"link_{key}"):
        with plan_step(consultation_id, Action.LINKED, initiative.label) as store:
            link_evidence(
                store,
                said.id,
                TargetKind.INITIATIVE,
                initiative.id,
                Stance(stance),
                role(),
                today(),
            )
        st.rerun()
