"""What citizens say on one theme: real sentences with their numbers, approved by a person."""

import dataclasses

import streamlit as st

from interviews.model import Statement
from storage import open_store
from strategy.evidence import NotForPrint, release_quote
from strategy.model import Digest, DigestLine, Origin, Quote
from views.common import plain, role, today
from views.plan_reading import ThemePlan
from views.translate import _


def digest_section(plan: ThemePlan) -> None:
    """The sentences; each can be left out or released as a quote, the whole be approved."""
    digest = plan.digest
    if digest is None or not digest.lines:
        st.info(_("Opsamlingen kommer med udkastet."))
        return
    with open_store() as store:
        said = store.statements_by_id(line.statement_id for line in digest.lines)
        quotes = [q for q in store.quotes(plan.consultation_id) if q.statement_id in said]
    if digest.origin is Origin.MACHINE:
        st.info(_("Maskinen har valgt sætningerne. Godkend dem, før planen skrives endeligt ud."))
        if st.button(_("Godkend opsamlingen"), type="primary", key="approve_digest"):
            _save(digest, digest.lines)
    else:
        st.caption(_("Opsamlingen er godkendt."))
    for number, line in enumerate(digest.lines):
        if line.statement_id in said:
            _line(digest, number, said[line.statement_id], quotes)


def _line(digest: Digest, number: int, said: Statement, quotes: list[Quote]) -> None:
    line = digest.lines[number]
    key = f"{digest.theme_key}_{number}_{said.id}"
    released = [
        q for q in quotes if (q.statement_id, q.start, q.end) == (said.id, line.start, line.end)
    ]
    text, quote, away = st.columns([6, 2, 1], vertical_alignment="center")
    text.markdown(f"**{said.label}** · {plain(said.text[line.start : line.end])}")
    words = _("Frigivet") if released else _("Frigiv citat")
    if quote.button(
        words,
        key=f"quote_{key}",
        disabled=not said.quotable,
        icon=":material/check:" if released else None,
        help=_("Et frigivet citat kan trykkes ordret i planen."),
    ):
        _toggle(said, line, released)
    if away.button(_("Fjern"), key=f"away_{key}", type="tertiary"):
        _save(digest, tuple(one for n, one in enumerate(digest.lines) if n != number))


def _toggle(said: Statement, line: DigestLine, released: list[Quote]) -> None:
    try:
        with open_store() as store:
            for one in released:
                store.delete_quote(one.id)
            if not released:
                release_quote(store, said.id, role(), today(), line.start, line.end)
    except NotForPrint:
        st.error(_("Borgeren har ikke sagt ja til at blive citeret."))
    else:
        st.rerun()


def _save(digest: Digest, lines: tuple[DigestLine, ...]) -> None:
    changed = dataclasses.replace(digest, lines=lines, origin=Origin.PERSON, day=today())
    with open_store() as store:
        store.save_digest(changed)
    st.rerun()
