"""Coverage: voices without an answer, and answers nobody asked for."""

import streamlit as st

from interviews.model import Statement
from storage import open_store
from strategy.coverage import coverage
from strategy.evidence import ReasonMissing, leave_unanswered
from views.common import consultation, plain, role, theme_names, today
from views.translate import _, ngettext

SHOWN = 20


@st.fragment
def voice(said: Statement) -> None:
    """One voice without an answer, and room for the reason."""
    with st.container(border=True):
        if st.session_state.get(f"excused_{said.id}"):
            st.markdown(f"✓ **{said.label}**")
            return
        st.markdown(f"**{said.label}** {plain(said.text)}")
        field, button = st.columns([4, 1], vertical_alignment="bottom")
        reason = field.text_input(_("Ikke medtaget, fordi …"), key=f"why_{said.id}")
        if button.button(_("Gem grund"), key=f"save_{said.id}"):
            try:
                with open_store() as store:
                    leave_unanswered(store, said.id, reason, role(), today())
                st.session_state[f"excused_{said.id}"] = True
                st.rerun(scope="fragment")
            except ReasonMissing:
                st.error(_("Skriv grunden først."))


current = consultation()
st.title(_("Dækning"))
with open_store() as store:
    found = coverage(store, current.id)
    said = {s.id: s for s in store.statements(current.id)}
    initiatives = {i.id: i for i in store.initiatives(current.id)}
    goals = {g.id: g for g in store.goals(current.id)}
    names = theme_names(store.themes(current.id))
if not found.statements:
    st.info(_("Der er ingen udsagn endnu."))
    st.stop()

answered, open_, excused, unasked = st.columns(4)
answered.metric(_("Udsagn med svar"), len(found.answered))
open_.metric(_("Ønsker uden svar"), len(found.unanswered_proposals))
excused.metric(_("Ikke medtaget, med grund"), len(found.excused))
unasked.metric(_("Initiativer, ingen bad om"), len(found.unasked_initiatives))

for title, keys, labels in (
    (_("Initiativer, ingen bad om"), found.unasked_initiatives, initiatives),
    (_("Mål uden belæg fra to samtaler to steder"), found.weak_goals, goals),
):
    if keys:
        st.header(title)
        for key in keys:
            st.markdown(f"- **{labels[key].label}** {plain(labels[key].text)}")
if found.one_sided_themes:
    st.header(_("Temaer, hvor over halvdelen af udsagnene kommer fra ét sted"))
    for key in found.one_sided_themes:
        st.markdown(f"- {names.get(key, key)}")
if found.hidden_contradictions:
    st.header(_("Modsatte stemmer, der ikke vises i planen"))
    for key in found.hidden_contradictions:
        st.markdown(f"- **{said[key].label}** {plain(said[key].text)}")

st.header(_("Ønsker uden svar"))
waiting = found.unanswered_proposals
pages = max(1, -(-len(waiting) // SHOWN))
page = st.pagination(pages, key="coverage_page") if pages > 1 else 1
if not waiting:
    st.success(_("Alle ønsker har et svar eller en grund."))
for key in waiting[(page - 1) * SHOWN : page * SHOWN]:
    voice(said[key])
st.caption(
    ngettext("{n} ønske", "{n} ønsker i alt", len(waiting)).format(n=len(waiting))
    + " · "
    + _("Knyt udsagn til initiativer på siden Plan.")
)
