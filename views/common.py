"""What every page needs: who is looking, at which consultation, and how errors are told."""

import datetime
import re

import streamlit as st

from interviews.model import Consultation, Role, Theme
from storage import open_store
from views.translate import _

ROLES = tuple(Role)


def role() -> Role:
    """The role chosen at the top of the page."""
    chosen = st.session_state.get("role") or st.query_params.get("role")
    return Role(chosen) if chosen in {r.value for r in ROLES} else Role.CONSULTANT


def role_name(code: str) -> str:
    """A role in words."""
    return {
        Role.INTERVIEWER: _("Interviewer"),
        Role.CONSULTANT: _("Udviklingskonsulent"),
        Role.STEERING: _("Styregruppe"),
        Role.ADMINISTRATOR: _("Administrator"),
    }[Role(code)]


def consultation() -> Consultation:
    """The consultation chosen at the top; the page stops with a way on when there is none."""
    with open_store() as store:
        there = {c.id: c for c in store.consultations()}
    chosen = st.session_state.get("consultation") or st.query_params.get("consultation")
    if chosen in there:
        return there[chosen]
    if there:
        return next(iter(there.values()))
    st.info(_("Der er ingen undersøgelse endnu."))
    st.page_link("views/setup_page.py", label=_("Opret en undersøgelse"))
    st.stop()


def today() -> str:
    """The day as decisions record it, never the time."""
    return datetime.date.today().isoformat()


def theme_name(theme: Theme | None) -> str:
    """A theme's name; the five shared ones also in English."""
    return _(theme.name) if theme else _("Intet tema")


def theme_names(themes: tuple[Theme, ...]) -> dict[str | None, str]:
    """Names by theme key, "no theme" under None."""
    return {None: theme_name(None)} | {t.key: theme_name(t) for t in themes}


def plain(text: str) -> str:
    """A citizen's text as it stands, safe inside markdown: no links, no images, no styles."""
    return re.sub(r"([\\`*_{}\[\]()#+!|<>~$:\-])", r"\\\1", text).replace("\n", "  \n")


def kind_name(code: str | None) -> str:
    """What a statement is, in words."""
    return {
        "experience": _("Oplevelse"),
        "challenge": _("Udfordring"),
        "wish": _("Ønske"),
        "praise": _("Ros"),
    }.get(code or "", _("Ikke angivet"))


def wording_name(code: str) -> str:
    """How a statement was written down, in words."""
    return _("Ordret") if code == "verbatim" else _("Gengivet")


def site_kind_name(code: str) -> str:
    """What sort of place a site is, in words."""
    return {
        "drop_in": _("Varmestue eller værested"),
        "shelter": _("Forsorgshjem eller herberg"),
        "treatment": _("Behandlingssted"),
        "housing": _("Botilbud eller boligområde"),
        "activity": _("Aktivitets- eller beskæftigelsestilbud"),
        "outreach": _("Opsøgende indsats"),
        "relatives": _("Pårørendeorganisation"),
        "other": _("Andet sted"),
    }[code]
