"""One statement on the page of quotes: released for print, or a question of the guard answered."""

import streamlit as st

from interviews.cleared import judge_harmless
from interviews.model import Certainty, Finding, FindingKind, Statement
from storage import open_store
from strategy.evidence import FindingsLeft, NotForPrint, SecondPersonNeeded, release_quote
from views.capture_words import kind_words
from views.common import piece, role, say, today
from views.translate import _


@st.fragment
def candidate(said: Statement) -> None:
    """One statement that may be quoted: read, then release it whole or a part of it."""
    with st.container(border=True, key=f"quote_{said.id}"):
        if st.session_state.get(f"released_{said.id}"):
            st.markdown(f"✓ **{said.label}** · " + _("frigivet"))
            return
        say(said)
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
        text, start, end = said.text, finding.start, finding.end
        marked = f"{piece(text[:start])}**{piece(text[start:end])}**{piece(text[end:])}"
        st.markdown(f"**{said.label}** · {marked}")
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
