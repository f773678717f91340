"""The goals and initiatives an older plan holds; its places are found in places.py."""

import re
from collections.abc import Iterable, Mapping

from interviews.documents.model import Document, Form, Part, PlanPart
from interviews.documents.places import find_places as find_places
from interviews.documents.sections import AT, DETAIL, Lead, Spot, is_generic, lead_of, spots
from language.sentences import sentences

PARTS = {Lead.GOALS: Part.GOAL, Lead.INITIATIVES: Part.INITIATIVE}
LONGEST_GOAL = 250  # characters of a goal that is a plain paragraph
ABOUT_GOALS = re.compile(r"\b(?:mål(?:ene|sætningerne)|følgende)\b", re.I)


def find_plan_parts(document: Document, themes: Mapping[str, str]) -> tuple[PlanPart, ...]:
    """Goals and initiatives in reading order, each once in its theme.

    They are what is listed after a lead-in such as "mål:" or "følgende initiativer:"; without a
    list the paragraphs that begin with "at", and under a heading that says only "Mål" each
    paragraph of one sentence, where there are no longer ones. `themes` are theme names by key.
    """
    places = spots(document, themes)
    unlisted = _unlisted_goals(places)
    found: dict[tuple[Part, str | None, str], PlanPart] = {}
    for spot in places:
        item = _is_item(spot) or (spot.section in unlisted and _is_plain_goal(spot))
        part = PARTS.get(spot.lead) if spot.lead and item else None
        if part:
            text = spot.paragraph.text.strip().rstrip(";,")
            key = (part, spot.theme, _same(text))
            found.setdefault(key, PlanPart(part, text, spot.theme, spot.number))
    return tuple(found.values())


def _is_item(spot: Spot) -> bool:
    paragraph = spot.paragraph
    if spot.leads or paragraph.kind is Form.HEADING:
        return False
    return paragraph.kind is Form.BULLET or AT.match(paragraph.text) is not None


def _unlisted_goals(places: Iterable[Spot]) -> set[int]:
    """The sections under "Mål" that are a goal a paragraph: neither a list nor prose."""
    headed: set[int] = set()
    other: set[int] = set()
    for spot in places:
        if spot.leads and spot.lead is Lead.GOALS and is_generic(spot.paragraph.text):
            headed.add(spot.section)
        elif _is_item(spot) or len(sentences(spot.paragraph.text)) > 1:
            other.add(spot.section)
    return headed - other


def _is_plain_goal(spot: Spot) -> bool:
    text = spot.paragraph.text
    plain = not spot.leads and len(text) <= LONGEST_GOAL and "\t" not in text
    if not plain or text.endswith((":", "?")) or DETAIL.match(text):
        return False
    return len(text.split()) > 2 and not ABOUT_GOALS.search(text)


def _same(text: str) -> str:
    return re.sub(r"\W+", " ", AT.sub("", text, count=1).casefold()).strip()


def section_above(document: Document, number: int) -> str:
    """The text of the last heading above a paragraph that is no lead-in, "" where there is none."""
    above = reversed(document.paragraphs[:number])
    return next((p.text for p in above if p.kind is Form.HEADING and not lead_of(p)), "")
