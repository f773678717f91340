"""What every page needs: who is looking, at which consultation, and citizens' words made safe."""

import datetime
import functools
import re

import streamlit as st

from guides.loader import load_themes
from interviews.model import Consultation, Role, Statement, Theme
from storage import open_store
from views.translate import _, language

ROLES = tuple(Role)
PAGES = {  # in the order the work is done
    Role.INTERVIEWER: ("start", "capture", "paper", "workshop", "round", "guides"),
    Role.CONSULTANT: (
        *("start", "capture", "review", "clusters", "plan", "coverage", "quotes", "hearing"),
        *("matrix", "paper", "workshop", "round"),
        *("precedents", "export", "returned", "guides", "phones", "documents", "setup"),
        *("privacy", "followup", "answers"),
    ),
    Role.STEERING: (
        *("start", "clusters", "plan", "coverage", "quotes", "hearing", "export", "returned"),
        *("matrix", "workshop", "round", "followup", "answers"),
    ),
    Role.ADMINISTRATOR: ("start", "setup", "round", "guides", "phones", "export", "privacy"),
}
LONG = 1500  # characters; a longer text gets a box of its own that scrolls


def role() -> Role:
    """The role chosen in the menu."""
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


def link_to(page: str, label: str) -> None:
    """A link to another page, for roles that have that page."""
    if page in PAGES[role()]:
        st.page_link(f"views/{page}_page.py", label=label, icon=":material/arrow_forward:")


def consultation() -> Consultation:
    """The consultation chosen in the menu; the page stops with a way on when there is none."""
    with open_store() as store:
        there = {c.id: c for c in store.consultations()}
    chosen = st.session_state.get("consultation") or st.query_params.get("consultation")
    if chosen in there:
        return there[chosen]
    if there:
        return next(iter(there.values()))
    st.info(_("Der er ingen undersøgelse endnu."))
    if "setup" in PAGES[role()]:
        link_to("setup", _("Opret en undersøgelse"))
    else:
        st.write(_("En udviklingskonsulent eller administrator kan oprette en."))
    st.stop()


def today() -> str:
    """The day as decisions record it, never the time."""
    return datetime.date.today().isoformat()


def theme_name(theme: Theme | None) -> str:
    """A theme's name; the five shared ones also in English."""
    if theme is None:
        return _("Intet tema")
    return _shared().get((theme.key, theme.name), {}).get(language(), theme.name)


@functools.cache
def _shared() -> dict[tuple[str, str], dict[str, str]]:
    return {(t.key, t.name.da): {"da": t.name.da, "en": t.name.en} for t in load_themes()}


def theme_names(themes: tuple[Theme, ...]) -> dict[str | None, str]:
    """Names by theme key, "no theme" under None."""
    return {None: theme_name(None)} | {t.key: theme_name(t) for t in themes}


def plain(text: str) -> str:
    """Somebody's text, safe inside markdown: it cannot load an image or change the page."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "  \n".join(
        re.sub(r"([\\`*_{}\[\]()#+!|<>~$:&=.\-])", r"\\\1", line) for line in lines if line
    )


def piece(text: str) -> str:
    """`plain` for a piece of a text: a blank at its start or end is kept."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return before + plain(text) + after


def say(said: Statement, after: str = "") -> None:
    """One statement with its number; a very long one in a box that scrolls."""
    words = f"**{said.label}** · {plain(said.text)}{after}"
    if len(said.text) <= LONG:
        st.markdown(words)
        return
    with st.container(height=260, border=True):
        st.markdown(words)


def blank(name: str) -> str:
    """The key of a field that is empty again after `emptied`, and keeps its text until then."""
    return f"{name}_{st.session_state.setdefault('blank', {}).get(name, 0)}"


def emptied(name: str) -> None:
    """What stood in the field is kept in the store: begin with an empty one."""
    turns = st.session_state.setdefault("blank", {})
    turns[name] = turns.get(name, 0) + 1


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
