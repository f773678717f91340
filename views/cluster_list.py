"""Clusters as a list: what many say, what few say, and the tools to put them right."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.edit_clusters import (
    ClustersDiffer,
    NotInCluster,
    merge_clusters,
    move_statement,
    rename_cluster,
    split_cluster,
)
from analysis.model import Cluster
from interviews.model import Statement
from storage import open_store
from views.common import plain
from views.translate import _, ngettext

SHOWN = 12


def title(cluster: Cluster) -> str:
    """A cluster's name, with how many statements it has."""
    name = _("Hører ingen steder til") if cluster.is_rest else cluster.label
    return f"{name} ({len(cluster.statement_ids)})"


def cluster_list(
    clusters: Sequence[Cluster], said: Mapping[str, Statement], sites: Mapping[str, str | None]
) -> None:
    """Each cluster with its typical and its dissenting statements."""
    for cluster in clusters:
        with st.expander(title(cluster)):
            members = [said[i] for i in cluster.statement_ids if i in said]
            talks = {s.interview_id for s in members}
            places = {sites.get(t) for t in talks} - {None}
            st.caption(
                ngettext("{n} samtale", "{n} samtaler", len(talks)).format(n=len(talks))
                + " · "
                + ngettext("{n} sted", "{n} steder", len(places)).format(n=len(places))
                + (" · " + plain(", ".join(cluster.key_terms)) if cluster.key_terms else "")
            )
            _lines(_("Typiske udsagn"), cluster.typical_ids, said)
            _lines(_("Siger noget andet"), cluster.dissenting_ids, said)
            shown = {*cluster.typical_ids, *cluster.dissenting_ids}
            rest = [i for i in cluster.statement_ids if i not in shown]
            _lines(_("Resten"), rest[:SHOWN], said)
            if len(rest) > SHOWN and st.toggle(_("Vis alle"), key=f"all_{cluster.id}"):
                _lines("", rest[SHOWN:], said)


def _lines(heading: str, ids: Sequence[str], said: Mapping[str, Statement]) -> None:
    there = [said[i] for i in ids if i in said]
    if there and heading:
        st.markdown(f"**{heading}**")
    for one in there:
        st.markdown(f"{one.label} · {plain(one.text)}")


def cluster_editor(
    consultation_id: str, clusters: Sequence[Cluster], said: Mapping[str, Statement]
) -> None:
    """Rename, merge, split and move; every step can be undone with the button above."""
    by_id = {c.id: c for c in clusters}
    names = {c.id: title(c) for c in clusters}
    one = st.selectbox(_("Klynge"), list(by_id), format_func=names.get, key="edit_cluster")
    if not one:
        return
    with st.form("rename_cluster", border=False):
        name = st.text_input(_("Nyt navn"), by_id[one].name or "")
        if st.form_submit_button(_("Giv navn")):
            _do(lambda store: rename_cluster(store, consultation_id, one, name))
    others = [c for c in by_id if c != one]
    with st.form("merge_clusters", border=False):
        joined = st.multiselect(
            _("Læg sammen med"), others, format_func=names.get, placeholder=_("Vælg klynger")
        )
        if st.form_submit_button(_("Læg sammen")):
            _do(lambda store: merge_clusters(store, consultation_id, [one, *joined]))
    with st.form("split_cluster", border=False):
        members = [i for i in by_id[one].statement_ids if i in said]
        marked = st.multiselect(
            _("Udsagn"),
            members,
            format_func=lambda i: f"{said[i].label} {said[i].text[:80]}",
            placeholder=_("Vælg udsagn"),
        )
        target = st.selectbox(
            _("Flyt til"),
            ["", *others],
            format_func=lambda c: names[c] if c else _("En ny klynge"),
        )
        if st.form_submit_button(_("Flyt udsagn")) and marked:
            if target:
                _do(lambda s: [move_statement(s, consultation_id, i, target) for i in marked])
            else:
                _do(lambda store: split_cluster(store, consultation_id, one, marked))


def _do(step) -> None:
    try:
        with open_store() as store:
            step(store)
        st.rerun()
    except ClustersDiffer:
        st.error(_("Vælg mindst to klynger fra samme tema."))
    except NotInCluster:
        st.error(_("Vælg nogle af klyngens udsagn, men ikke dem alle."))
