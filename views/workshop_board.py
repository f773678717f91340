"""The wall as it hangs: one theme at a time on three levels; a tap on a note opens it."""

import streamlit as st

from interviews.model import Theme
from interviews.refusals import FindingsOpen, NothingSaid
from interviews.workshop.board import headings, merge_notes, move_note, reword_note
from interviews.workshop.model import Contribution, Level
from storage import open_store
from views.capture_words import finding_words
from views.common import plain
from views.translate import _
from views.workshop_words import dots, level_name, note_words

Notes = tuple[Contribution, ...]


def show_board(notes: Notes, themes: tuple[Theme, ...], allowed: frozenset[str]) -> None:
    """The notes of one theme; the chosen one open above them."""
    if not notes:
        st.info(_("Væggen er tom. Skriv sedlerne ind først."))
        return
    there = headings(notes)
    heading = st.selectbox(
        _("Tema"),
        there,
        format_func=lambda one: f"{one} ({sum(n.heading == one for n in notes)})",
        key="workshop_shown",
    )
    chosen = next((n for n in notes if n.id == st.session_state.get("workshop_note")), None)
    if chosen and chosen.heading == heading:
        _show_note(chosen, notes, themes, allowed)
    for column, level in zip(st.columns(3), Level, strict=True):
        mine = [n for n in notes if n.heading == heading and n.level is level]
        with column:
            st.subheader(level_name(level))
            for note in sorted(mine, key=lambda n: (-n.dots, n.position)):
                st.button(
                    note_words(note),
                    key=f"note_{note.id}",
                    width="stretch",
                    type="primary" if note is chosen else "secondary",
                    on_click=_choose,
                    args=(note.id,),
                )


def _choose(key: str | None) -> None:
    st.session_state["workshop_note"] = key


def _show_note(
    note: Contribution, notes: Notes, themes: tuple[Theme, ...], allowed: frozenset[str]
) -> None:
    with st.container(border=True, key="workshop_open"):
        with st.form(f"note_form_{note.id}", border=False):
            text = st.text_input(_("Seddel"), note.text)
            left, middle, right = st.columns(3)
            names = dict.fromkeys(
                [note.heading, *(theme.name for theme in themes), *headings(notes)]
            )
            heading = left.selectbox(_("Tema"), list(names), accept_new_options=True)
            levels = [one.value for one in Level]
            level = middle.selectbox(
                _("Niveau"), levels, index=levels.index(note.level), format_func=level_name
            )
            number = right.number_input(_("Prikker"), 0, 999, note.dots)
            if st.form_submit_button(_("Gem"), type="primary"):
                _save(note, text, int(number), heading, Level(level), allowed)
        others = [n for n in notes if n.heading == note.heading and n.id != note.id]
        with st.container(horizontal=True, vertical_alignment="bottom"):
            if others:
                other = st.selectbox(
                    _("Læg sammen med"),
                    others,
                    index=None,
                    format_func=lambda n: f"{n.text} {dots(n.dots)}".strip(),
                    placeholder=_("Vælg en seddel, der siger det samme"),
                    key=f"merge_{note.id}",
                )
                if st.button(_("Læg sammen"), key=f"do_merge_{note.id}") and other:
                    with open_store() as store:
                        merge_notes(store, note, other)
                    st.rerun()
            if st.button(_("Tag den ned"), key=f"drop_{note.id}"):
                with open_store() as store:
                    store.delete_contribution(note.id)
                st.rerun()
            st.button(_("Luk"), key=f"close_{note.id}", on_click=_choose, args=(None,))


def _save(
    note: Contribution,
    text: str,
    number: int,
    heading: str,
    level: Level,
    allowed: frozenset[str],
) -> None:
    try:
        with open_store() as store:
            changed = reword_note(store, note, text, number, allowed)
            move_note(store, changed, heading or "", level, allowed)
    except NothingSaid:
        st.error(_("En seddel kan ikke være tom."))
    except FindingsOpen as error:
        for finding in error.findings[note.id]:
            words = text if finding.end <= len(text) else heading
            quote = plain(words[finding.start : finding.end])
            st.error(f"»{quote}« {finding_words(finding)}. {_('Skriv en rolle i stedet.')}")
    else:
        st.rerun()
