"""Changing a guide: always a new version, with the difference in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from guides.model import Change, Difference, Guide
from guides.versions import GuideUnchanged, QuestionReworded, differences
from interviews.own_guides import (
    GuideOutdated,
    QuestionsMissing,
    Wording,
    begin_guide,
    compose_guide,
    publish_guide,
)
from storage import open_store
from views.common import plain, theme_name
from views.translate import _


@dataclass(frozen=True)
class Typed:
    """What stands in the fields: the words to read aloud, the questions in order, the promise."""

    read_aloud: str
    wordings: list[Wording]
    consent: dict[str, str]


def edit_guide(consultation_id: str, guide: Guide) -> None:
    """Fields for every question and for the words to read aloud, and one button to publish."""
    st.caption(_("Samtaler, der er holdt, beholder den udgave, de fulgte."))
    read_aloud = st.text_area(
        _("Læs højt"), guide.read_aloud.da, height=200, key=f"aloud_{guide.id}_{guide.version}"
    )
    consent = _consent(guide)
    wordings = [_fields(guide, n) for n in range(len(guide.questions) + 2)]
    order = sorted(range(len(wordings)), key=lambda n: (wordings[n][0], n))
    typed = Typed(read_aloud, [wordings[n][1] for n in order], consent)
    same = {}
    for key in st.session_state.get(f"reworded_{guide.id}", ()):
        question = next((q for q in guide.questions if q.key == key), None)
        answer = _ask(guide, key, question.text.da) if question else None
        if answer is not None:
            same[key] = answer
    if st.button(_("Udgiv ny udgave"), type="primary", key=f"publish_{guide.id}"):
        _publish(consultation_id, guide, typed, same)
    if st.toggle(_("Vis, hvad intervieweren ser"), key=f"preview_{guide.id}"):
        _preview(guide, typed, same)


def _consent(guide: Guide) -> dict[str, str]:
    """The words about anonymity, stopping and the end: the promise to the citizen."""
    there = {
        "anonymity": (_("Fortæl om anonymitet"), guide.instruction.anonymity),
        "stopping": (_("Man må stoppe"), guide.instruction.stopping),
        "ending": (_("Sig til slut"), guide.ending),
    }
    with st.expander(_("Ord om samtykke")):
        return {
            name: st.text_area(
                title, words.da, height=160, key=f"consent_{name}_{guide.id}_{guide.version}"
            )
            for name, (title, words) in there.items()
        }


def _preview(guide: Guide, typed: Typed, same: dict[str, bool]) -> None:
    """The guide as typed, question by question, and what would change."""
    try:
        seen = compose_guide(guide, typed.read_aloud, typed.wordings, same, typed.consent)
    except QuestionsMissing:
        st.error(_("En guide skal have mindst ét spørgsmål."))
        return
    if found := differences(guide, seen):
        st.markdown(f"**{_('Det bliver ændret:')}**")
        show_differences(found)
    with st.container(border=True):
        st.caption(_("Læs højt"))
        st.markdown(plain(seen.read_aloud.da))
    for number, question in enumerate(seen.questions, 1):
        with st.container(border=True):
            place = _("Spørgsmål {n} af {all}").format(n=number, all=len(seen.questions))
            st.caption(place)
            st.markdown(f"### {plain(question.text.da)}")
            st.markdown("\n".join(f"- {plain(probe.da)}" for probe in question.probes))
    with st.container(border=True):
        st.caption(_("Sig til slut"))
        st.markdown(plain(seen.ending.da))


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


def _ask(guide: Guide, key: str, before: str) -> bool | None:
    """Whether a changed question still asks for the same; None until a person has said so."""
    return st.radio(
        _("Spørgsmålet »{text}« er ændret. Er det").format(text=plain(before)),
        [True, False],
        index=None,
        format_func=lambda same: (
            _("en rettelse, der betyder det samme") if same else _("et nyt spørgsmål")
        ),
        key=f"same_{guide.id}_{key}",
    )


def _publish(
    consultation_id: str,
    guide: Guide,
    typed: Typed,
    same: dict[str, bool],
) -> None:
    try:
        with open_store() as store:
            new, found = publish_guide(
                store, consultation_id, guide, typed.read_aloud, typed.wordings, same, typed.consent
            )
    except QuestionReworded as error:
        st.session_state[f"reworded_{guide.id}"] = error.keys
        st.rerun()
    except GuideUnchanged:
        st.error(_("Der er ikke ændret noget."))
    except QuestionsMissing:
        st.error(_("En guide skal have mindst ét spørgsmål."))
    except GuideOutdated:
        st.error(
            _(
                "En anden har udgivet en nyere udgave imens. Kopiér det, du har skrevet, og "
                "genindlæs siden."
            )
        )
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
