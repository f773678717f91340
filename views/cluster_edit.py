"""The tools that put clusters right: more or fewer, rename, join, move, undo."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from analysis.arrange import arrange
from analysis.edit_clusters import (
    ClustersDiffer,
    ClusterUnknown,
    NotInCluster,
    merge_clusters,
    move_statement,
    rename_cluster,
    split_cluster,
    undo_clusters,
)
from analysis.model import Cluster
from interviews.model import Statement
from storage import Store, open_store
from views.cluster_list import title
from views.translate import _
from views.work import begin

Names = dict[str, str]


def arrange_again(consultation_id: str, finer: int) -> None:
    """Group anew, with more (1) or fewer (-1) clusters than the last time."""
    asked = st.session_state.get(f"finer_{consultation_id}", 0) + finer
    st.session_state[f"finer_{consultation_id}"] = asked
    begin(
        consultation_id,
        _("Samler udsagn, der ligner hinanden …"),
        lambda store, _tell: arrange(store, consultation_id, asked),
    )
    st.rerun()


def undo_button(consultation_id: str) -> None:
    """The steps that concern all clusters; each can be taken back."""
    with st.container(horizontal=True):
        if st.button(_("Færre klynger"), key="fewer"):
            arrange_again(consultation_id, -1)
        if st.button(_("Flere klynger"), key="more"):
            arrange_again(consultation_id, 1)
        if st.button(_("Lav klynger igen"), key="again"):
            arrange_again(consultation_id, 0)
        if st.button(_("Fortryd sidste ændring"), key="undo", icon=":material/undo:"):
            with open_store() as store:
                done = undo_clusters(store, consultation_id)
            if done:
                st.rerun()
            st.toast(_("Der er ikke mere at fortryde."))
    st.caption(_("Klynger, som nogen har rettet, bliver stående."))


def cluster_editor(consultation_id: str, clusters: Sequence[Cluster]) -> None:
    """Rename, join, split and move, one cluster at a time."""
    by_id = {c.id: c for c in clusters}
    names = {c.id: title(c) for c in clusters}
    one = st.selectbox(_("Klynge"), list(by_id), format_func=names.get, key="edit_cluster")
    if not one:
        return
    others = [c for c in by_id if c != one]
    _rename(consultation_id, by_id[one])
    if others:
        _join(consultation_id, one, others, names)
    _move(consultation_id, by_id[one], others, names)


def _rename(consultation_id: str, cluster: Cluster) -> None:
    with st.form(f"rename_{cluster.id}"):
        name = st.text_input(_("Klyngens navn"), cluster.name or "")
        if st.form_submit_button(_("Giv navn")):
            _do(lambda store: rename_cluster(store, consultation_id, cluster.id, name))


def _join(consultation_id: str, one: str, others: Sequence[str], names: Names) -> None:
    with st.form(f"join_{one}"):
        joined = st.multiselect(
            _("Læg sammen med"), others, format_func=names.get, placeholder=_("Vælg klynger")
        )
        if st.form_submit_button(_("Læg sammen")):
            _do(lambda store: merge_clusters(store, consultation_id, [one, *joined]))


def _move(consultation_id: str, cluster: Cluster, others: Sequence[str], names: Names) -> None:
    with open_store() as store:
        said = store.statements_by_id(cluster.statement_ids)
    with st.form(f"move_{cluster.id}"):
        marked = st.multiselect(
            _("Udsagn, der ikke hører til her"),
            [i for i in cluster.statement_ids if i in said],
            format_func=lambda i: _short(said[i]),
            placeholder=_("Vælg udsagn"),
        )
        target = st.selectbox(
            _("Flyt dem til"),
            ["", *others],
            format_func=lambda c: names[c] if c else _("En ny klynge"),
        )
        if not st.form_submit_button(_("Flyt udsagn")):
            return
    if not marked:
        st.error(_("Vælg mindst ét udsagn."))
    elif target:
        _do(lambda store: [move_statement(store, consultation_id, i, target) for i in marked])
    else:
        _do(lambda store: split_cluster(store, consultation_id, cluster.id, marked))


def _short(said: Statement) -> str:
    return f"{said.label} {' '.join(said.text.split())[:80]}"


def _do(step: Callable[[Store], Any]) -> None:
    try:
        with open_store() as store:
            step(store)
    except ClustersDiffer:
        st.error(_("Vælg mindst én anden klynge."))
    except NotInCluster:
        st.error(_("Vælg nogle af klyngens udsagn, men ikke dem alle."))
    except ClusterUnknown:
        st.error(_("En anden har ændret klyngerne imens. Hent siden igen."))
    else:
        st.rerun()
