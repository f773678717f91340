"""The goals and initiatives an older plan holds, and the places where its citizens were met."""

import re
from collections.abc import Mapping

from interviews.documents.model import Document, Form, Part, Place, PlanPart
from interviews.documents.sections import AT, Lead, Spot, lead_of, spots

PARTS = {Lead.GOALS: Part.GOAL, Lead.INITIATIVES: Part.INITIATIVE}
PEOPLE = re.compile(
    r"(?P<name>.*?\S)[\s:,–-]+(?P<n>\d{1,4})\s+(?:deltage|person|borger|intervie|bruger|beboer)\w*"
    r"\.?"
)
NAME_WORDS = 12
LONGEST_ROW = 200  # characters


def find_plan_parts(document: Document, themes: Mapping[str, str]) -> tuple[PlanPart, ...]:
    """Goals and initiatives in reading order, each once in its theme.

    They are what is listed after a lead-in such as "mål:" or "følgende initiativer:"; without a
    list the paragraphs that begin with "at". `themes` are theme names by key.
    """
    found: dict[tuple[Part, str | None, str], PlanPart] = {}
    for spot in spots(document, themes):
        part = PARTS.get(spot.lead) if spot.lead and _is_item(spot) else None
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


def _same(text: str) -> str:
    return re.sub(r"\W+", " ", AT.sub("", text, count=1).casefold()).strip()


def find_places(document: Document) -> tuple[Place, ...]:
    """Lines that are a name and a number of people: "Varmestuen    5 deltagere"."""
    found = []
    for number, paragraph in enumerate(document.paragraphs):
        text = paragraph.text.strip()
        row = PEOPLE.fullmatch(text) if len(text) <= LONGEST_ROW else None
        if row and len(row["name"].split()) <= NAME_WORDS:
            found.append(Place(" ".join(row["name"].split()), int(row["n"]), number))
    return tuple(found)


def section_above(document: Document, number: int) -> str:
    """The text of the last heading above a paragraph that is no lead-in, "" where there is none."""
    above = reversed(document.paragraphs[:number])
    return next((p.text for p in above if p.kind is Form.HEADING and not lead_of(p)), "")
