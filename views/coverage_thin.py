"""Goals that too few conversations or places speak for, with how many do."""

from collections.abc import Collection

import streamlit as st

from storage import open_store
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
        under = {i.id: i.goal_id for i in store.initiatives(consultation_id)}
        links = [k for k in store.links(consultation_id) if k.stance is not Stance.CONTRADICTS]
        for goal in store.goals(consultation_id):
            if goal.id not in weak:
                continue
            behind = {
                k.statement_id for k in links if goal.id in (k.target_id, under.get(k.target_id))
            }
            talks, places = store.sites_behind(behind)
            lines.append(f"- **{goal.label}** · {plain(goal.text)} · *{_few(talks, places)}*")
    st.markdown("\n".join(lines))
    link_to("plan", _("Knyt flere udsagn i planen"))


def _few(talks: int, places: int) -> str:
    return ", ".join(
        (
            ngettext("{n} samtale", "{n} samtaler", talks).format(n=talks),
            ngettext("{n} sted", "{n} steder", places).format(n=places),
        )
    )
