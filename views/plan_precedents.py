"""What other plans have on the same matter: beside a proposal, and beside a cluster of wishes."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from storage import open_store
from strategy.model import InitiativeProposal, TargetKind
from strategy.precedents.keep import start_from
from strategy.precedents.model import Nearest, Precedent
from strategy.precedents.nearest import nearest_precedents
from views.common import PAGES, plain, role, today
from views.coverage_strip import count_again
from views.precedent_words import part_name, where_it_stands
from views.translate import _

SHOWN = 3


def precedents_section(
    consultation_id: str,
    key: str,
    statement_ids: Sequence[str],
    theme_key: str | None,
    proposal: InitiativeProposal | None = None,
) -> None:
    """The nearest precedents of a group of statements, when somebody asks for them.

    Nothing where the catalogue is empty. `key` tells the group from others on the page; with
    `proposal` what is begun takes its place and its evidence.
    """
    with open_store() as store:
        size = store.count_precedents(consultation_id)
    if not size:
        return
    with st.expander(_("Se, hvad andre planer har"), key=f"near_{key}", on_change="rerun") as one:
        if one.open:
            for near in _nearest(consultation_id, key, statement_ids, theme_key, size):
                _precedent(near, key, theme_key, proposal)


def _nearest(
    consultation_id: str, key: str, statement_ids: Sequence[str], theme_key: str | None, size: int
) -> tuple[Nearest, ...]:
    """Kept while the group and the size of the catalogue stand."""
    kept = st.session_state.setdefault("near", {})
    group = (key, tuple(statement_ids), size)
    if group not in kept:
        with st.spinner(_("Leder i kataloget …")), open_store() as store:
            found = nearest_precedents(store, consultation_id, statement_ids, theme_key, SHOWN)
        kept[group] = found
    return kept[group]


def _precedent(
    near: Nearest, key: str, theme_key: str | None, proposal: InitiativeProposal | None
) -> None:
    one = near.precedent
    theme = theme_key or one.theme_key
    with st.container(border=True):
        st.markdown(plain(one.text))
        both = _("fælles ord: {words}").format(words=", ".join(near.reasons))
        facts = [part_name(one.kind), where_it_stands(one), both if near.reasons else ""]
        st.caption(plain(" · ".join(fact for fact in facts if fact)))
        if theme and "plan" in PAGES[role()]:
            goal = one.kind is TargetKind.GOAL
            st.button(
                _("Begynd et mål med de ord") if goal else _("Begynd et initiativ med de ord"),
                key=f"begin_{key}_{one.id}",
                on_click=partial(_begin, one, theme, proposal),
            )


def _begin(one: Precedent, theme: str, proposal: InitiativeProposal | None) -> None:
    note = _("Forbillede: {place}").format(place=where_it_stands(one))
    with open_store() as store:
        begun = start_from(store, one, theme, note, role(), today(), proposal)
    count_again()
    st.session_state[f"part_{begun.id}"] = "change"  # its form is open when one gets there
    words = _("{label} er lagt i planen. Ret ordene til jeres.").format(label=begun.label)
    st.toast(words, duration="long")
