"""Changing a guide: always a new version, with the difference in plain words."""

from collections.abc import Iterable

import streamlit as st

from guides.model import Change, Difference, Guide
from guides.versions import GuideUnchanged, QuestionReworded
from interviews.own_guides import QuestionsMissing, Wording, begin_guide, publish_guide
from storage import open_store
from views.common import plain, theme_name
from views.translate import _


def edit_guide(consultation_id: str, guide: Guide) -> None:
    """Fields for every question and for the words to read aloud, and one button to publish."""
    st.caption(_("Samtaler, der er holdt, beholder den udgave, de fulgte."))
    read_aloud = st.text_area(
        _("Læs højt"), guide.read_aloud.da, height=200, key=f"aloud_{guide.id}_{guide.version}"
    )
    wordings = [_fields(guide, n) for n in range(len(guide.questions) + 2)]
    order = sorted(range(len(wordings)), key=lambda n: (wordings[n][0], n))
    same = {}
    for key in st.session_state.get(f"reworded_{guide.id}", ()):
        question = next((q for q in guide.questions if q.key == key), None)
        if question:
            same[key] = _ask(guide, key, question.text.da)
    if st.button(_("Udgiv ny udgave"), type="primary", key=f"publish_{guide.id}"):
        _publish(consultation_id, guide, read_aloud, [wordings[n][1] for n in order], same)


def _fields(guide: Guide, number: int) -> tuple[int, Wording]:
    """One question's fields; the two after the last are for new ones."""
    there = guide.questions[number] if number < len(guide.questions) else None
    mark = f"{guide.id}_{guide.version}_{number}"
    title = f"{number + 1}. {there.text.da}" if there else _("Nyt spørgsmål")
    with st.expander(title):
        text = st.text_area(
            _("Spørgsmål (tomt fjerner det)"), there.text.da if there else "", key=f"text_{mark}"
        )
        probes = st.text_area(
            _("Stikord, ét pr. linje"),
            "\n".join(p.da for p in there.probes) if there else "",
            key=f"probes_{mark}",
        )
        place = st.number_input(_("Plads"), 1, 40, number + 1, key=f"place_{mark}")
    return int(place), Wording(there.key if there else None, text, tuple(probes.splitlines()))


def _ask(guide: Guide, key: str, before: str) -> bool:
    """Whether a changed question still asks for the same."""
    return st.radio(
        _("Spørgsmålet »{text}« er ændret. Er det").format(text=plain(before)),
        [True, False],
        format_func=lambda same: (
            _("en rettelse, der betyder det samme") if same else _("et nyt spørgsmål")
        ),
        key=f"same_{guide.id}_{key}",
    )


def _publish(
    consultation_id: str,
    guide: Guide,
    read_aloud: str,
    wordings: list[Wording],
    same: dict[str, bool],
) -> None:
    try:
        with open_store() as store:
            new, found = publish_guide(store, consultation_id, guide, read_aloud, wordings, same)
    except QuestionReworded as error:
        st.session_state[f"reworded_{guide.id}"] = error.keys
        st.rerun()
    except GuideUnchanged:
        st.error(_("Der er ikke ændret noget."))
    except QuestionsMissing:
        st.error(_("En guide skal have mindst ét spørgsmål."))
    else:
        st.session_state.pop(f"reworded_{guide.id}", None)
        st.success(_("Udgave {n} er udgivet.").format(n=new.version))
        show_differences(found)


def show_differences(found: Iterable[Difference]) -> None:
    """What changed, a line each."""
    words = {
        Change.ADDED: _("Nyt: {after}"),
        Change.REMOVED: _("Fjernet: {before}"),
        Change.MOVED: _("Flyttet: {after}"),
        Change.REWORDED: _("Rettet: »{before}« til »{after}«"),
        Change.TRANSLATED: _("Ny engelsk tekst: {after}"),
        Change.PROBES: _("Andre stikord til: {where}"),
        Change.WORDS: _("Ændret tekst: {where}"),
        Change.CONSENT: _("Ændrede ord om samtykke"),
    }
    for one in found:
        line = words[one.change].format(before=one.before, after=one.after, where=one.where)
        st.markdown(f"- {plain(line)}")


def new_guide(consultation_id: str, taken: set[str]) -> None:
    """A first guide for a theme that has none."""
    with open_store() as store:
        themes = [t for t in store.themes(consultation_id) if t.key not in taken]
    if not themes:
        return
    with st.expander(_("Ny guide til et tema uden guide")), st.form("new_guide", border=False):
        theme = st.selectbox(_("Tema"), themes, format_func=theme_name)
        purpose = st.text_area(_("Hvad vil I vide?"))
        questions = st.text_area(_("Spørgsmål, ét pr. linje"), height=160)
        if st.form_submit_button(_("Opret guiden")):
            try:
                with open_store() as store:
                    begin_guide(store, consultation_id, theme, purpose, questions.splitlines())
                st.rerun()
            except QuestionsMissing:
                st.error(_("Skriv mindst ét spørgsmål."))
