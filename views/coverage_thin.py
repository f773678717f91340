"""Goals that too few conversations or places speak for, with how many do."""

from collections.abc import Collection

import streamlit as st

from interviews.small_cells import at_least
from storage import open_store
from strategy.coverage import standing_links
from strategy.model import Stance
from views.common import link_to, plain
from views.translate import _, ngettext


def thin_goals(consultation_id: str, weak: Collection[str]) -> None:
    """Each of the goals (ids) with the conversations and places behind it; nothing for none."""
    if not weak:
        return
    st.header(_("Mål uden belæg fra to samtaler to steder"))
    lines = []
    with open_store() as store:
        smallest = store.settings(consultation_id).k
        initiatives = store.initiatives(consultation_id)
        under = {i.id: i.goal_id for i in initiatives}
        there = standing_links(store.links(consultation_id), initiatives)
        links = [k for k in there if k.stance is not Stance.CONTRADICTS]
        for goal in store.goals(consultation_id):
            if goal.id not in weak:
                continue
            behind = {
                k.statement_id for k in links if goal.id in (k.target_id, under.get(k.target_id))
            }
            talks, places = store.sites_behind(behind)
            few = _few(talks, places, smallest)
            lines.append(f"- **{goal.label}** · {plain(goal.text)} · *{few}*")
    st.markdown("\n".join(lines))
    link_to("plan", _("Knyt flere udsagn i planen"))


def _few(talks: int, places: int, k: int) -> str:
    """How many, unless so few that the statements are known to be one person's."""
    if at_least(talks, k) is None:
        return _("færre end {k} samtaler").format(k=k)
    return ", ".join(
        (
            ngettext("{n} samtale", "{n} samtaler", talks).format(n=talks),
            ngettext("{n} sted", "{n} steder", places).format(n=places),
        )
    )
