"""Versions of the plan: save one, and read what changed between two."""

import streamlit as st

from interviews.model import Consultation
from storage import open_store
from strategy.model import PlanVersion
from strategy.versions import (
    NothingChanged,
    PlanEmpty,
    changes_between,
    plan_now,
    same_content,
    save_version,
)
from views.common import blank, emptied, plain, role, role_name, theme_names, today
from views.hearing_beside import beside_section
from views.hearing_words import change_words, day_words
from views.translate import _

NOW = 0  # stands for the plan as it is, among the numbers of versions


def versions_section(current: Consultation) -> None:
    """A form for the next version, those there are, and two of them side by side."""
    with st.form("version_form"):
        note = st.text_input(_("Hvorfor gemmes den?"), key=blank("version_note"))
        if st.form_submit_button(_("Gem planen som en ny version"), type="primary"):
            _save(current.id, note)
    with open_store() as store:
        versions = store.plan_versions(current.id)
    if not versions:
        st.info(_("Der er ingen versioner endnu. En version er planen, som den står i dag."))
        return
    for version in reversed(versions):
        st.markdown(_line(version))
    st.header(_("Hvad er ændret?"))
    _compare(current, versions)


def _save(consultation_id: str, note: str) -> None:
    try:
        with open_store() as store:
            save_version(store, consultation_id, role(), today(), note)
    except PlanEmpty:
        st.error(_("Planen har hverken mål eller initiativer at gemme."))
    except NothingChanged as error:
        st.info(_("Planen er uændret siden version {n}.").format(n=error.number))
    else:
        emptied("version_note")
        st.rerun()


def _line(version: PlanVersion) -> str:
    words = _("**Version {n}** · {day} · {role} · mål: {goals}, initiativer: {initiatives}").format(
        n=version.number,
        day=plain(day_words(version.day)),
        role=plain(role_name(version.role)),
        goals=len(version.goals),
        initiatives=len(version.initiatives),
    )
    return words + (f"  \n{plain(version.note)}" if version.note else "")


def _compare(current: Consultation, versions: tuple[PlanVersion, ...]) -> None:
    consultation_id = current.id
    numbers = [v.number for v in versions]
    with open_store() as store:
        there = {v.number: v for v in versions}
        there[NOW] = plan_now(store, consultation_id, role(), today())
    # where nothing is new, the last two versions are what there is to compare
    last = len(numbers) - (len(numbers) > 1 and same_content(versions[-1], there[NOW]))
    left, right = st.columns(2)
    old = left.selectbox(
        _("Fra"), numbers, last - 1, format_func=_name, key=f"from_{consultation_id}"
    )
    new = right.selectbox(
        _("Til"), [*numbers, NOW], last, format_func=_name, key=f"to_{consultation_id}"
    )
    with open_store() as store:
        names = theme_names(store.themes(consultation_id))
        changes = changes_between(there[old], there[new])
        said = store.statements_by_id(c.statement_id for c in changes if c.statement_id)
    labels = {key: one.label for key, one in said.items()}
    if not changes:
        st.info(_("Der er ingen forskel."))
    for change in changes:
        st.markdown(f"- **{change.label}** · {change_words(change, names, labels)}")
    if changes:
        st.header(_("Side om side"))
        beside_section(current, there[old], there[new], (_name(old), _name(new)), new != NOW)


def _name(number: int) -> str:
    return _("Version {n}").format(n=number) if number else _("Planen, som den står nu")
