"""The sentences of a document as cards: theme, kind and a tick; the chosen ones become a draft."""

from dataclasses import replace
from zlib import crc32

import streamlit as st

from interviews.columns import month_of
from interviews.documents.accepting import (
    MOST_PEOPLE,
    Source,
    accept_statements,
    not_yet_taken,
)
from interviews.documents.model import Candidate, Document
from interviews.documents.statements import suggest_statements
from interviews.model import Draft, Kind, Site
from storage import open_store
from views.capture_sync import in_draft
from views.common import kind_name, plain, today, wording_name
from views.translate import _, ngettext

AT_ONCE = 25  # cards on the screen

Names = dict[str | None, str]


def ask_source(sites: tuple[Site, ...]) -> Source:
    """Where the words come from, and what the people said yes to."""
    places = {site.id: site.name for site in sites}
    left, middle, right = st.columns(3)
    site = left.selectbox(
        _("Hvor blev det sagt?"),
        list(places),
        index=None,
        format_func=places.get,
        placeholder=_("Flere steder, eller ved ikke"),
        key="document_site",
    )
    typed = middle.text_input(
        _("Måned (kan udelades)"), placeholder=_("åååå-mm"), key="document_month"
    )
    people = right.number_input(_("Hvor mange borgere?"), 1, MOST_PEOPLE, 1, key="document_people")
    month = month_of(typed) if typed.strip() else None
    if typed.strip() and month is None:
        st.warning(_("Måneden kan ikke læses. Skriv den som 2026-03."))
    consented = st.checkbox(
        _("Borgerne har sagt ja til, at det, de sagde, må bruges"), key="document_consent"
    )
    quotable = st.checkbox(_("De har også sagt ja til at blive citeret"), key="document_quotable")
    return Source(consented, quotable, site, month, int(people))


def show_candidates(
    consultation_id: str, document: Document, themes: dict[str, str], names: Names, source: Source
) -> None:
    """The cards of one part of the document, and the way on to the draft."""
    _show_way_on(consultation_id)
    every = suggest_statements(document, themes)
    told = tuple(candidate for candidate in every if candidate.told)
    rest = not told
    if told and len(told) < len(every):
        rest = st.toggle(
            _("Vis også sætninger, der ikke er sat frem som borgernes ord"), key="document_rest"
        )
    passed_by = st.session_state.get("document_passed", set())
    wanted = (one for one in (every if rest else told) if one not in passed_by)
    with open_store() as store:
        left = not_yet_taken(store, consultation_id, wanted)
    st.write(
        ngettext("{n} sætning at se på.", "{n} sætninger at se på.", len(left)).format(n=len(left))
    )
    if not left:
        return
    with st.form("document_candidates", border=False):
        chosen = [card for one in left[:AT_ONCE] if (card := _card(one, document, names))]
        if len(left) > AT_ONCE:
            st.caption(_("De næste kommer, når disse er lagt i kladden eller sprunget over."))
        with st.container(horizontal=True):
            taken = st.form_submit_button(_("Læg de valgte i en kladde"), type="primary")
            passed = st.form_submit_button(_("Spring disse over"))
    if taken:
        _take(consultation_id, chosen, source)
    elif passed:
        st.session_state["document_passed"] = passed_by | set(left[:AT_ONCE])
        st.rerun()


def _show_way_on(consultation_id: str) -> None:
    """What lies in the draft by now, and the page where the guard asks its questions."""
    with open_store() as store:
        mine = st.session_state.get("document_draft")
        draft: Draft | None = next((d for d in store.drafts(consultation_id) if d.id == mine), None)
    if draft is None:
        return
    n = len(draft.entries)
    st.success(
        ngettext("{n} udsagn ligger i kladden.", "{n} udsagn ligger i kladden.", n).format(n=n)
    )
    if st.button(_("Svar på værnets spørgsmål, og aflever"), key="document_way_on"):
        st.switch_page("views/capture_page.py", query_params={"kladde": draft.id})


def _card(one: Candidate, document: Document, names: Names) -> Candidate | None:
    """One sentence; the candidate as the person wants it where it is ticked."""
    key = f"{one.paragraph}_{crc32(one.text.encode()):x}"
    keys = ["", *(theme for theme in names if theme)]
    with st.container(border=True):
        st.markdown(plain(one.text))
        page = document.paragraphs[one.paragraph].page
        where = [wording_name(one.wording)] + ([_("side {n}").format(n=page)] if page else [])
        st.caption(" · ".join(where))
        left, middle, right = st.columns([2, 2, 1], vertical_alignment="bottom")
        theme = left.selectbox(
            _("Tema"),
            keys,
            index=keys.index(one.theme_hint) if one.theme_hint in keys else 0,
            format_func=lambda theme: names[theme or None],
            key=f"theme_{key}",
        )
        kinds = ["", *(kind.value for kind in Kind)]
        kind = middle.selectbox(
            _("Art"),
            kinds,
            index=kinds.index(one.kind_hint.value if one.kind_hint else ""),
            format_func=kind_name,
            key=f"kind_{key}",
        )
        wanted = right.checkbox(_("Tag med"), key=f"take_{key}")
    return (
        replace(one, theme_hint=theme or None, kind_hint=Kind(kind) if kind else None)
        if wanted
        else None
    )


def _take(consultation_id: str, chosen: list[Candidate], source: Source) -> None:
    if not chosen:
        st.warning(_("Sæt først flueben ved de sætninger, der skal med."))
        return
    if not source.consented:
        st.warning(_("Svar først på, om borgerne har sagt ja."))
        return
    earlier = st.session_state.get("document_draft")
    draft = in_draft(
        lambda store: accept_statements(store, consultation_id, chosen, source, today(), earlier)
    )
    st.session_state["document_draft"] = draft.id
    st.rerun()
