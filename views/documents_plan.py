"""Goals and initiatives found in a document: kept in the catalogue, or taken into the plan."""

from zlib import crc32

import streamlit as st

from interviews.documents.model import Document, Part, PlanPart
from interviews.documents.plan_parts import find_places, find_plan_parts, section_above
from storage import open_store
from strategy.model import TargetKind
from strategy.precedents.keep import (
    Found,
    SourceMissing,
    TakenIn,
    keep_precedents,
    take_into_plan,
)
from views.common import link_to, plain, role, today
from views.precedent_words import part_name
from views.translate import _, ngettext

KINDS = {Part.GOAL: TargetKind.GOAL, Part.INITIATIVE: TargetKind.INITIATIVE}
Names = dict[str | None, str]


def show_plan(
    consultation_id: str, document: Document, themes: dict[str, str], names: Names
) -> None:
    """What the document holds of a plan; nothing is kept before somebody says so."""
    parts, places = find_plan_parts(document, themes), find_places(document)
    if not parts and not places:
        return
    goals = sum(part.part is Part.GOAL for part in parts)
    there = (
        ngettext("{n} mål", "{n} mål", goals).format(n=goals),
        ngettext("{n} initiativ", "{n} initiativer", len(parts) - goals).format(
            n=len(parts) - goals
        ),
        ngettext("{n} sted", "{n} steder", len(places)).format(n=len(places)),
    )
    st.header(_("Plan i dokumentet: {parts}").format(parts=", ".join(there)))
    if parts:
        with st.expander(_("Vælg mål og initiativer"), key="document_plan", on_change="rerun") as x:
            if x.open:
                _choose(consultation_id, document, parts, names)
    if places:
        people = sum(place.participants for place in places)
        with st.expander(_("Steder med i alt {n} deltagere").format(n=people)):
            for place in places:
                st.markdown(f"- {plain(place.name)}: {place.participants}")


def _choose(
    consultation_id: str, document: Document, parts: tuple[PlanPart, ...], names: Names
) -> None:
    with st.form("document_parts", border=False):
        left, right = st.columns([3, 1])
        source = left.text_input(
            _("Hvilken plan er det?"), placeholder=_("fx Egeby Kommunes udsattepolitik")
        )
        year = right.number_input(_("Fra år"), 1990, 2100, None, step=1, format="%d")
        chosen: list[Found] = []
        for theme in dict.fromkeys(part.theme_hint for part in parts):
            here = [part for part in parts if part.theme_hint == theme]
            chosen += _theme(document, theme, here, names)
        st.caption(
            _(
                "Kataloget er til at hente idéer fra. Tag kun det fundne ind i planen, hvis "
                "undersøgelsen går videre med netop den plan."
            )
        )
        with st.container(horizontal=True):
            keep = st.form_submit_button(_("Læg de valgte i kataloget"), type="primary")
            take = st.form_submit_button(_("Tag de valgte ind i planen"))
    if keep or take:
        _take(consultation_id, chosen, source, int(year) if year else None, into_plan=take)


def _theme(
    document: Document, theme: str | None, parts: list[PlanPart], names: Names
) -> list[Found]:
    """The parts of one theme that are ticked, under the theme a person chose for them."""
    keys = list(names)
    spot = theme or "none"
    st.subheader(plain(names.get(theme) or names[None]))
    chosen = st.selectbox(
        _("Tema for dem alle"),
        keys,
        index=keys.index(theme) if theme in keys else 0,
        format_func=names.get,
        key=f"parts_theme_{spot}",
    )
    found = []
    for part in parts:
        page = document.paragraphs[part.paragraph].page
        label = f"**{part_name(KINDS[part.part])}**: {plain(part.text)}"
        mark = f"part_{part.paragraph}_{crc32(part.text.encode()):x}"
        if st.checkbox(label, value=True, key=mark):
            section = section_above(document, part.paragraph)
            found.append(Found(KINDS[part.part], part.text, chosen, page, section))
    return found


def _take(
    consultation_id: str, chosen: list[Found], source: str, year: int | None, *, into_plan: bool
) -> None:
    try:
        with open_store() as store:
            done = (
                take_into_plan(store, consultation_id, chosen, role(), today())
                if into_plan
                else keep_precedents(store, consultation_id, chosen, source, year)
            )
    except SourceMissing:
        st.error(_("Skriv først, hvilken plan det er fra."))
        return
    st.success(_account(done, into_plan=into_plan))
    link_to(*(("plan", _("Gå til planen")) if into_plan else ("precedents", _("Se kataloget"))))


def _account(done: TakenIn, *, into_plan: bool) -> str:
    words = (
        ngettext("{n} er taget ind i planen.", "{n} er taget ind i planen.", done.taken)
        if into_plan
        else ngettext("{n} er lagt i kataloget.", "{n} er lagt i kataloget.", done.taken)
    )
    lines = [words.format(n=done.taken)]
    if done.there_before:
        lines.append(_("{n} stod der i forvejen.").format(n=done.there_before))
    if done.without_theme:
        lines.append(_("{n} mangler et tema og er ikke taget.").format(n=done.without_theme))
    return " ".join(lines)
