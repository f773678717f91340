"""One statement on the page of quotes: released for print, or a question of the guard answered."""

from collections.abc import Sequence

import streamlit as st

from interviews.cleared import judge_harmless
from interviews.model import Certainty, Finding, FindingKind, Statement
from interviews.rare_traits import rare_traits
from interviews.small_sites import is_small_site, points_at_small_site
from interviews.telling_words import Tie
from storage import open_store
from strategy.evidence import FindingsLeft, NotForPrint, SecondPersonNeeded, release_quote
from views.capture_words import kind_words
from views.common import piece, plain, role, say, today
from views.translate import _


def _release(said: Statement, annex_only: bool) -> None:
    """Release what the person marked, or keep in words why not."""
    part = st.session_state.get(f"part_{said.id}", "")
    start = said.text.find(part) if part else 0
    st.session_state[f"note_{said.id}"] = _why_not(said, part, start, annex_only)


def _why_not(said: Statement, part: str, start: int, annex_only: bool) -> str:
    if start < 0:
        return _("Den del står ikke i udsagnet. Kopiér den herfra, bogstav for bogstav.")
    try:
        with open_store() as store:
            end = start + len(part) if part else None
            release_quote(store, said.id, role(), today(), start, end, annex_only)
    except FindingsLeft as error:
        kinds = ", ".join(kind_words(FindingKind(kind)) for kind in error.kinds)
        return _("Her kan være noget, der peger på en person: {kinds}.").format(kinds=kinds)
    except NotForPrint:
        return _("Borgeren har ikke sagt ja til at blive citeret.")
    except SecondPersonNeeded:
        return _("En anden rolle skal frigive det: din har skrevet det eller svaret på et ord.")
    st.session_state[f"released_{said.id}"] = True
    return ""


def warn(said: Statement, tags: Sequence[str], tied: Sequence[Tie] = ()) -> None:
    """What in the statement others may know the person by; whoever releases it decides."""
    with open_store() as store:
        traits = rare_traits(store, said.consultation_id, said.text)
        talk = store.interview(said.interview_id)
        k = store.settings(said.consultation_id).k
        held = store.interviews(said.consultation_id)
        sites = [s for s in store.sites(said.consultation_id) if s.id == talk.site_id]
    if points_at_small_site([said], held, sites, k):
        st.warning(_("Nævner det lille sted, hvor det er sagt. Ordene trykkes ikke."))
    elif is_small_site(talk, held, k):
        st.caption(
            _("Sagt på et lille sted. Frigiv det kun, hvis det kunne være sagt mange steder.")
        )
    if len({trait.kind for trait in traits}) > 1:
        st.warning(_("To sjældne oplysninger i samme udsagn kan pege på en person."))
    rare = ", ".join(plain(word) for word in [*(trait.word for trait in traits), *tags])
    if rare:
        st.caption(_("Kun én samtale har: {words}").format(words=rare))
    for tie in tied:
        words = ", ".join(f"»{plain(word)}«" for word in tie.words)
        line = _("Samme borger siger også {number} i planen: {words} binder dem sammen.")
        st.caption(line.format(number=tie.label, words=words))


@st.fragment
def candidate(said: Statement, tags: Sequence[str] = (), tied: Sequence[Tie] = ()) -> None:
    """One statement that may be quoted: read, then release it whole or a part of it.

    `tags` are names of its tags that no other conversation carries, `tied` the statements of the
    plan that the same conversation can be known by.
    """
    with st.container(border=True, key=f"quote_{said.id}"):
        if st.session_state.get(f"released_{said.id}"):
            st.markdown(f"✓ **{said.label}** · " + _("frigivet"))
            return
        say(said)
        warn(said, tags, tied)
        st.text_input(_("Kun en del (skriv den præcis, som den står)"), key=f"part_{said.id}")
        with st.container(horizontal=True):
            for key, words, annex_only in (
                ("release", _("Frigiv som citat"), False),
                ("annex", _("Frigiv kun til bilaget"), True),
            ):
                st.button(words, key=f"{key}_{said.id}", on_click=_release, args=(said, annex_only))
        if note := st.session_state.get(f"note_{said.id}"):
            st.error(note)


def _answer(said: Statement, finding: Finding, key: str) -> None:
    """Keep why a finding identifies nobody."""
    reason = st.session_state.get(f"reason_{key}", "")
    if not reason.strip():
        st.session_state[f"note_{key}"] = _("Skriv grunden først.")
        return
    with open_store() as store:
        judge_harmless(store, said.id, finding, reason, role(), today())
    st.session_state[f"answered_{key}"] = True


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
        st.text_input(_("Peger ikke på en person, fordi …"), key=f"reason_{key}")
        st.button(_("Gem svar"), key=f"answer_{key}", on_click=_answer, args=(said, finding, key))
        if note := st.session_state.get(f"note_{key}"):
            st.error(note)
