"""Typing a wall in: many lines at once; what may point at a person is answered before."""

from zlib import crc32

import streamlit as st

from interviews.anonymity import replace as put_instead
from interviews.model import Certainty, Theme
from interviews.workshop.board import headings, open_findings, put_up
from interviews.workshop.model import Contribution, Level, Line
from interviews.workshop.reading import read_wall
from storage import open_store
from views.capture_words import finding_words
from views.common import blank, emptied, plain
from views.translate import _, ngettext
from views.workshop_words import level_name


def show_add(
    consultation_id: str,
    notes: tuple[Contribution, ...],
    themes: tuple[Theme, ...],
    allowed: frozenset[str],
) -> None:
    """The form, what was just kept, and the lines the guard holds back."""
    if told := st.session_state.pop("workshop_told", None):
        st.success(told)
    _show_held(consultation_id, allowed)
    names = dict.fromkeys([*(theme.name for theme in themes), *headings(notes)])
    with st.form("workshop_add", border=False):
        heading = st.selectbox(
            _("Tema"),
            list(names),
            accept_new_options=True,
            placeholder=_("Vælg et tema, eller skriv et nyt"),
            index=None,
            key="workshop_heading",
        )
        level = st.segmented_control(
            _("Niveau"),
            [one.value for one in Level],
            default=Level.CHALLENGE.value,
            required=True,
            format_func=level_name,
            key="workshop_level",
        )
        text = st.text_area(
            _("Én seddel pr. linje"),
            height=260,
            placeholder=_("Flere bænke i parken, 3 prikker"),
            key=blank("workshop_text"),
        )
        st.caption(
            _(
                "Prikker kan stå sidst på linjen: »3 prikker«, »(3)« eller »●●●«. En linje, der "
                "slutter med kolon, skifter: »Mål:« til et niveau, alt andet til et tema."
            )
        )
        wanted = st.form_submit_button(_("Sæt op på væggen"), type="primary")
    if wanted:
        _put_up(consultation_id, read_wall(text, heading or "", Level(level)), allowed)


def _put_up(consultation_id: str, lines: tuple[Line, ...], allowed: frozenset[str]) -> None:
    if not lines:
        st.warning(_("Skriv mindst én linje."))
        return
    if not all(line.heading for line in lines):
        st.warning(_("Vælg et tema, eller skriv et nyt."))
        return
    with open_store() as store:
        done = put_up(store, consultation_id, lines, allowed)
    st.session_state["workshop_held"] = [*_held(), *done.held]
    n = len(done.kept)
    told = ngettext("{n} seddel er sat op.", "{n} sedler er sat op.", n).format(n=n)
    if done.there:
        n = len(done.there)
        told += " " + ngettext("{n} hang der allerede.", "{n} hang der allerede.", n).format(n=n)
    st.session_state["workshop_told"] = told
    emptied("workshop_text")
    st.rerun()


def _held() -> list[Line]:
    """Lines the guard holds back: in this session only, never in the database."""
    return st.session_state.setdefault("workshop_held", [])


def _show_held(consultation_id: str, allowed: frozenset[str]) -> None:
    if not _held():
        return
    st.warning(_("Noget kan pege på en person. De her sedler er ikke gemt endnu."))
    for line in list(_held()):
        _show_line(consultation_id, line, allowed)


def _show_line(consultation_id: str, line: Line, allowed: frozenset[str]) -> None:
    mark = f"{crc32(repr(line).encode()):x}"
    found = (*open_findings(line.text, allowed), *open_findings(line.heading, allowed))
    with st.container(border=True):
        st.caption(f"{plain(line.heading)} · {level_name(line.level)}")
        shown = open_findings(line.text, allowed)
        proposal = put_instead(line.text, [(f.start, f.end, f.replacement) for f in shown])
        for finding in shown:
            quote = plain(line.text[finding.start : finding.end])
            st.markdown(f"**»{quote}«** {finding_words(finding)}")
        for finding in open_findings(line.heading, allowed):
            quote = plain(line.heading[finding.start : finding.end])
            st.markdown(f"**»{quote}«** {finding_words(finding)}")
        text = st.text_input(_("Gem den sådan"), proposal, key=f"held_text_{mark}")
        heading = st.text_input(_("Tema"), line.heading, key=f"held_heading_{mark}")
        with st.container(horizontal=True):
            keep = st.button(_("Gem"), type="primary", key=f"held_keep_{mark}")
            harmless = all(f.certainty is not Certainty.CERTAIN for f in found) and st.button(
                _("Peger ikke på nogen"), key=f"held_harmless_{mark}"
            )
            drop = st.button(_("Drop den"), key=f"held_drop_{mark}")
        if keep or harmless or drop:
            changed = Line(heading, line.level, text, line.dots)
            _settle(consultation_id, line, None if drop else line if harmless else changed, allowed)


def _settle(consultation_id: str, line: Line, wanted: Line | None, allowed: frozenset[str]) -> None:
    """Keeps the line as a person wants it; what still points at somebody stays held."""
    left = [one for one in _held() if one != line]
    if wanted is not None and wanted.text.strip() and wanted.heading.strip():
        with open_store() as store:
            done = put_up(store, consultation_id, [wanted], allowed, harmless=wanted is line)
        left += done.held
    st.session_state["workshop_held"] = left
    st.rerun()
