"""The initiatives as rows of a spreadsheet, beside the statements."""

from collections.abc import Iterator

from exports import words
from exports.model import InitiativeItem, Outline
from exports.text import printable
from strategy.round_trip.milestones import written

TITLE = "Initiativer"
HEAD = (
    *("Nr.", "Tema", "Initiativ", "Mål", "Ansvarlig", "Samarbejdspartnere", "Opstart", "Slut"),
    *("Milepæle", "Måles på", "Økonomi", "Status", "Udsagn"),
)
WIDTHS = (8, 24, 60, 8, 24, 24, 16, 16, 40, 30, 18, 12, 30)


def initiative_rows(outline: Outline) -> Iterator[tuple[str, ...]]:
    """Each initiative that is printed, as texts in the order of HEAD."""
    for chapter in outline.themes:
        for item in chapter.initiatives:
            yield tuple(printable(text) for text in _row(chapter.name, item))


def _row(theme: str, item: InitiativeItem) -> tuple[str, ...]:
    plan = item.initiative
    behind = (
        " ".join(word for word in (words.STANCE[r.stance].lower(), r.label) if word)
        for r in item.references
    )
    return (
        plan.label,
        theme,
        plan.text,
        item.goal_label,
        plan.responsible,
        plan.partners,
        plan.start,
        plan.end,
        written(plan.milestones),
        plan.indicator,
        plan.cost,
        words.STATUS[plan.status],
        ", ".join(behind),
    )
