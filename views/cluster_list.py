"""Clusters as a list: what many say and what few say; a cluster is read when it is opened."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.model import Cluster
from interviews.model import Statement
from interviews.small_cells import at_least
from storage import open_store
from views.common import plain, say
from views.plan_precedents import precedents_section
from views.translate import _, ngettext

SHOWN = 10


def title(cluster: Cluster) -> str:
    """A cluster's name, with how many statements it has."""
    name = _("Hører ingen steder til") if cluster.is_rest else cluster.label or _("Uden navn")
    return f"{name} ({len(cluster.statement_ids)})"


def cluster_list(clusters: Sequence[Cluster]) -> None:
    """Each cluster; the rest, which is no cluster, comes last."""
    for cluster in sorted(clusters, key=lambda c: c.is_rest):
        label = plain(title(cluster))
        with st.expander(label, key=f"cluster_{cluster.id}", on_change="rerun") as one:
            if one.open:
                _members(cluster)


def _members(cluster: Cluster) -> None:
    shown = {*cluster.typical_ids, *cluster.dissenting_ids}
    rest = [i for i in cluster.statement_ids if i not in shown]
    everybody = st.session_state.get(f"all_{cluster.id}", False)
    visible = [
        *cluster.typical_ids,
        *cluster.dissenting_ids,
        *(rest if everybody else rest[:SHOWN]),
    ]
    with open_store() as store:
        talks, places = store.sites_behind(cluster.statement_ids)
        said = store.statements_by_id(visible)
        k = store.settings(cluster.consultation_id).k
    st.caption(
        _behind(talks, places, k)
        + (" · " + plain(", ".join(cluster.key_terms)) if cluster.key_terms else "")
    )
    if not cluster.is_rest:
        ids = [*cluster.typical_ids, *rest]
        precedents_section(cluster.consultation_id, cluster.id, ids, cluster.theme_key)
    _lines(_("Typiske udsagn"), cluster.typical_ids, said)
    _lines(_("Siger noget andet"), cluster.dissenting_ids, said)
    _lines(_("De andre"), rest, said)
    if len(rest) > SHOWN:
        words = _("Vis alle {n}").format(n=len(cluster.statement_ids))
        st.toggle(words, key=f"all_{cluster.id}")


def _behind(talks: int, places: int, k: int) -> str:
    """How many conversations and sites, unless so few that statements can be put together."""
    if at_least(talks, k) is None:
        return _("færre end {k} samtaler").format(k=k)
    return (
        ngettext("{n} samtale", "{n} samtaler", talks).format(n=talks)
        + " · "
        + ngettext("{n} sted", "{n} steder", places).format(n=places)
    )


def _lines(heading: str, ids: Sequence[str], said: Mapping[str, Statement]) -> None:
    there = [said[i] for i in ids if i in said]
    if there:
        st.markdown(f"**{heading}**")
    for one in there:
        say(one)
