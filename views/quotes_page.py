"""Quotes: a second person reads each statement again and releases it for print."""

import streamlit as st

from analysis.current import current_tags
from interviews.cleared import all_open
from interviews.rare_traits import lone_tags
from interviews.telling_words import ties
from storage import Store, open_store
from views.common import consultation, theme_names
from views.quotes_parts import candidate, question
from views.translate import _, ngettext

SHOWN = 15


def release(consultation_id: str) -> None:
    """A page of the statements that may be quoted."""
    with open_store() as store:
        names = theme_names(store.themes(consultation_id))
    theme = st.selectbox(
        _("Tema"),
        ["", *[k for k in names if k]],
        format_func=lambda key: names[key] if key else _("Alle"),
        key="quotes_theme",
    )
    linked = st.toggle(_("Kun udsagn, som planen bruger"), True, key="quotes_linked")
    with open_store() as store:
        found = store.count_unreleased(consultation_id, theme or None, only_linked=linked)
    if not found:
        st.info(_("Her er ikke flere udsagn at frigive."))
        return
    pages = -(-found // SHOWN)
    page = min(st.pagination(pages, key="quotes_page"), pages) if pages > 1 else 1
    with open_store() as store:
        ids = store.unreleased_ids(
            consultation_id,
            theme or None,
            only_linked=linked,
            offset=(page - 1) * SHOWN,
            limit=SHOWN,
        )
        said = store.statements_by_id(ids)
        talks = {voice.id: voice.interview_id for voice in store.voices(consultation_id)}
        lone = lone_tags(current_tags(store, consultation_id), talks)
        tags = {tag.key: tag.name for tag in store.tags(consultation_id)}
        printed = store.statements_by_id(printed_ids(store, consultation_id)).values()
        tied = {key: ties(store, said[key], printed) for key in ids}
    for key in ids:
        candidate(said[key], [tags[one] for one in lone.get(key, ()) if one in tags], tied[key])


def printed_ids(store: Store, consultation_id: str) -> set[str]:
    """Statements that stand in the plan: released, or pointed at by it."""
    return {q.statement_id for q in store.quotes(consultation_id)} | {
        link.statement_id for link in store.links(consultation_id)
    }


def ask(consultation_id: str) -> None:
    """The guard reads everything again, when somebody wants it to."""
    if st.button(_("Efterse alle udsagn for navne og steder"), key="check_all"):
        with st.spinner(_("Læser alle udsagn …")), open_store() as store:
            found = all_open(store, consultation_id)
        st.session_state["open_findings"] = [(s.id, f) for s, fs in found for f in fs]
        if not found:
            st.success(_("Intet i udsagnene mangler et svar."))
    waiting = st.session_state.get("open_findings", [])[:30]
    with open_store() as store:
        said = store.statements_by_id(key for key, _finding in waiting)
    for key, finding in waiting:
        if key in said and said[key].consultation_id == consultation_id:
            question(said[key], finding)


current = consultation()
st.title(_("Citater"))
st.write(
    _(
        "I den færdige plan står kun det, en anden har frigivet: som citat under temaet, eller kun "
        "i bilaget bagest. Læs hvert udsagn med nye øjne."
    )
)
with open_store() as store:
    number = len({q.statement_id for q in store.quotes(current.id)})
words = ngettext("{n} citat er frigivet", "{n} citater er frigivet", number)
st.caption(words.format(n=number))
tabs = st.tabs([_("Frigiv"), _("Spørgsmål fra værnet")], key="quotes_tab", on_change="rerun")
for tab, show in zip(tabs, (release, ask), strict=True):
    if tab.open:
        with tab:
            show(current.id)
