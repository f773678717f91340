"""Quotes: a second person reads each statement again and releases it for print."""

import streamlit as st

from analysis.current import current_themes
from interviews.cleared import all_open, judge_harmless
from interviews.model import Certainty, Finding, FindingKind, Statement
from storage import open_store
from strategy.evidence import FindingsLeft, NotForPrint, SecondPersonNeeded, release_quote
from views.capture_words import kind_words
from views.common import consultation, plain, role, theme_names, today
from views.translate import _, ngettext

SHOWN = 15


@st.fragment
def candidate(said: Statement) -> None:
    """One statement that may be quoted: read, then release it whole or a part of it."""
    with st.container(border=True, key=f"quote_{said.id}"):
        if st.session_state.get(f"released_{said.id}"):
            st.markdown(f"✓ **{said.label}** · " + _("frigivet"))
            return
        st.markdown(f"**{said.label}** {plain(said.text)}")
        part = st.text_input(
            _("Kun en del (skriv den præcis, som den står)"), key=f"part_{said.id}"
        )
        if not st.button(_("Frigiv til tryk"), key=f"release_{said.id}"):
            return
        start = said.text.find(part) if part else 0
        if start < 0:
            st.error(_("Den del står ikke i udsagnet. Kopiér den herfra, bogstav for bogstav."))
            return
        try:
            with open_store() as store:
                end = start + len(part) if part else None
                release_quote(store, said.id, role(), today(), start, end)
            st.session_state[f"released_{said.id}"] = True
            st.rerun(scope="fragment")
        except FindingsLeft as error:
            kinds = ", ".join(kind_words(FindingKind(kind)) for kind in error.kinds)
            st.error(_("Her kan være noget, der peger på en person: {kinds}.").format(kinds=kinds))
        except NotForPrint:
            st.error(_("Borgeren har ikke sagt ja til at blive citeret."))
        except SecondPersonNeeded:
            st.error(_("En anden end intervieweren skal frigive citater."))


@st.fragment
def question(said: Statement, finding: Finding) -> None:
    """One thing the guard asks about in a stored statement."""
    key = f"{said.id}_{finding.start}"
    with st.container(border=True):
        if st.session_state.get(f"answered_{key}"):
            st.markdown(f"✓ **{said.label}**")
            return
        before, word = said.text[: finding.start], said.text[finding.start : finding.end]
        after = said.text[finding.end :]
        st.markdown(f"**{said.label}** {plain(before)}**{plain(word)}**{plain(after)}")
        st.caption(kind_words(finding.kind))
        if finding.certainty is Certainty.CERTAIN:
            st.error(_("Det er sikkert. Kald udsagnet tilbage på siden Beskyttelse."))
            return
        reason = st.text_input(_("Peger ikke på en person, fordi …"), key=f"reason_{key}")
        if st.button(_("Gem svar"), key=f"answer_{key}"):
            if not reason.strip():
                st.error(_("Skriv grunden først."))
                return
            with open_store() as store:
                judge_harmless(store, said.id, finding, reason, role(), today())
            st.session_state[f"answered_{key}"] = True
            st.rerun(scope="fragment")


current = consultation()
st.title(_("Citater"))
st.write(_("Kun frigivne citater trykkes i den færdige plan. Læs hvert udsagn med nye øjne."))
with open_store() as store:
    names = theme_names(store.themes(current.id))
    themes = {k: t.theme_key for k, t in current_themes(store, current.id).items()}
    statements = store.statements(current.id)
    released = {q.statement_id for q in store.quotes(current.id)}
    linked = {link.statement_id for link in store.links(current.id)}
waiting = [s for s in statements if s.quotable and s.id not in released]
st.caption(
    ngettext("{n} citat er frigivet", "{n} citater er frigivet", len(released)).format(
        n=len(released)
    )
)
ready, guard = st.tabs([_("Frigiv"), _("Spørgsmål fra værnet")])
with ready:
    theme = st.selectbox(
        _("Tema"),
        ["", *[k for k in names if k]],
        format_func=lambda key: names[key] if key else _("Alle"),
    )
    only_linked = st.toggle(_("Kun udsagn, som planen bruger"), True)
    shown = [
        s
        for s in waiting
        if (not theme or themes[s.id] == theme) and (not only_linked or s.id in linked)
    ]
    pages = max(1, -(-len(shown) // SHOWN))
    page = st.pagination(pages, key="quotes_page") if pages > 1 else 1
    for one in shown[(page - 1) * SHOWN : page * SHOWN]:
        candidate(one)
    if not shown:
        st.info(_("Her er ikke flere udsagn at frigive."))
with guard:
    if st.button(_("Efterse alle udsagn for navne og steder")):
        with st.spinner(_("Læser alle udsagn …")), open_store() as store:
            found = all_open(store, current.id)
        st.session_state["open_findings"] = [(s.id, f) for s, fs in found for f in fs]
        if not found:
            st.success(_("Intet i udsagnene mangler et svar."))
    by_id = {s.id: s for s in statements}
    for statement_id, finding in st.session_state.get("open_findings", [])[:30]:
        if statement_id in by_id:
            question(by_id[statement_id], finding)
