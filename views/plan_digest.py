"""What citizens say on one theme: real sentences with their numbers, approved by a person."""

import dataclasses

import streamlit as st

from interviews.model import Statement
from storage import open_store
from strategy.editing.model import Action
from strategy.model import Digest, DigestLine, Origin
from views.common import link_to, plain, today
from views.plan_evidence import answered_by
from views.plan_reading import ThemePlan
from views.plan_step import plan_step
from views.translate import _


def digest_section(plan: ThemePlan) -> None:
    """The sentences; each can be left out, and the whole be approved."""
    digest = plan.digest
    if digest is None or not digest.lines:
        st.info(_("Opsamlingen kommer med udkastet."))
        return
    with open_store() as store:
        said = store.statements_by_id(line.statement_id for line in digest.lines)
    if digest.origin is Origin.MACHINE:
        st.info(_("Maskinen har valgt sætningerne. Godkend dem, før planen skrives endeligt ud."))
        if st.button(_("Godkend opsamlingen"), type="primary", key="approve_digest"):
            _save(digest, digest.lines)
    else:
        st.caption(_("Opsamlingen er godkendt."))
    for number, line in enumerate(digest.lines):
        if line.statement_id in said:
            _line(plan, digest, number, said[line.statement_id])
    link_to("quotes", _("Frigiv citater til den færdige plan"))


def _line(plan: ThemePlan, digest: Digest, number: int, said: Statement) -> None:
    line = digest.lines[number]
    text, away = st.columns([7, 1], vertical_alignment="center")
    after = answered_by(plan.answers.get(said.id, ()))
    text.markdown(f"**{said.label}** · {plain(said.text[line.start : line.end])}{after}")
    key = f"away_{digest.theme_key}_{number}_{said.id}"
    if away.button(_("Fjern"), key=key, type="tertiary"):
        _save(digest, tuple(one for n, one in enumerate(digest.lines) if n != number))


def _save(digest: Digest, lines: tuple[DigestLine, ...]) -> None:
    changed = dataclasses.replace(digest, lines=lines, origin=Origin.PERSON, day=today())
    with plan_step(digest.consultation_id, Action.DIGEST) as store:
        store.save_digest(changed)
    st.rerun()
