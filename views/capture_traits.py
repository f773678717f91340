"""Age and gender, coarse, and only where the consultation asks for them."""

import streamlit as st

from interviews.model import AgeBand, Gender
from storage import open_store
from views.translate import _


def ask_traits(consultation_id: str) -> dict[str, AgeBand | Gender]:
    """What was answered; nothing where nothing is asked. Not answering is an answer."""
    with open_store() as store:
        settings = store.settings(consultation_id)
    answers: dict[str, AgeBand | Gender] = {}
    if settings.ask_age:
        band = st.selectbox(
            _("Alder"),
            [b.value for b in AgeBand],
            index=len(AgeBand) - 1,
            format_func=age_name,
            key="capture_age",
        )
        answers["age_band"] = AgeBand(band)
    if settings.ask_gender:
        gender = st.selectbox(
            _("Køn"),
            [g.value for g in Gender],
            index=len(Gender) - 1,
            format_func=gender_name,
            key="capture_gender",
        )
        answers["gender"] = Gender(gender)
    return answers


def age_name(code: str) -> str:
    """An age band in words."""
    return {
        "under_30": _("18–29 år"),
        "from_30": _("30–49 år"),
        "from_50": _("50–66 år"),
        "from_67": _("67 år og derover"),
        "no_answer": _("Ønsker ikke at svare"),
    }[code]


def gender_name(code: str) -> str:
    """A gender in words."""
    return {
        "woman": _("Kvinde"),
        "man": _("Mand"),
        "other": _("Andet"),
        "no_answer": _("Ønsker ikke at svare"),
    }[code]
