"""Coverage: voices without an answer, and answers nobody asked for."""

import streamlit as st

from storage import open_store
from strategy.coverage import coverage_now
from views.common import consultation, plain, say, theme_names
from views.coverage_voice import voice
from views.translate import _, ngettext

SHOWN = 15

current = consultation()
st.title(_("Dækning"))
with open_store() as store:
    found = coverage_now(store, current.id)
    initiatives = {i.id: i for i in store.initiatives(current.id)}
    goals = {g.id: g for g in store.goals(current.id)}
    names = theme_names(store.themes(current.id))
if not found.statements:
    st.info(_("Der er ingen udsagn endnu."))
    st.stop()
waiting, unasked = found.unanswered_proposals, found.unasked_initiatives

answered, open_, excused, without = st.columns(4)
answered.metric(_("Udsagn med svar"), len(found.answered))
open_.metric(_("Ønsker uden svar"), len(waiting))
excused.metric(_("Ikke medtaget"), len(found.excused))
without.metric(_("Initiativer uden belæg"), len(unasked))

st.header(_("Ønsker uden svar"))
if not waiting:
    st.success(_("Alle ønsker har et svar eller en grund."))
pages = max(1, -(-len(waiting) // SHOWN))
page = min(st.pagination(pages, key="coverage_page"), pages) if pages > 1 else 1
shown = waiting[(page - 1) * SHOWN : page * SHOWN]
with open_store() as store:
    said = store.statements_by_id([*shown, *found.hidden_contradictions])
for key in shown:
    voice(said[key], initiatives)
if waiting:
    words = ngettext("{n} ønske i alt", "{n} ønsker i alt", len(waiting))
    st.caption(words.format(n=len(waiting)))

for title, keys, labels in (
    (_("Initiativer, ingen har bedt om"), unasked, initiatives),
    (_("Mål uden belæg fra to samtaler to steder"), found.weak_goals, goals),
):
    if keys:
        st.header(title)
        st.markdown("\n".join(f"- **{labels[k].label}** · {plain(labels[k].text)}" for k in keys))
if found.one_sided_themes:
    st.header(_("Temaer, hvor over halvdelen af udsagnene kommer fra ét sted"))
    st.markdown("\n".join(f"- {plain(names.get(k, k))}" for k in found.one_sided_themes))
if found.hidden_contradictions:
    st.header(_("Modsatte stemmer, der ikke vises i planen"))
    for key in found.hidden_contradictions[:SHOWN]:
        if key in said:
            say(said[key])
