"""The columns of a table of initiatives: by their heads, or by their usual places."""

import re

from exports.word.blocks import Cell

HEADS = {
    "nr": "label", "nummer": "label",
    "initiativ": "text", "forslag": "text", "ansvarlig": "responsible",
    "start": "start", "opstart": "start",
    "slut": "end", "afslutning": "end",
    "indikator": "indicator", "måles på": "indicator",
    "udsagn": "evidence",
    "samarbejd": "partners", "partner": "partners", "økonomi": "cost", "pris": "cost",
    "status": "status", "milepæl": "milestones", "mål": "goal",
}  # fmt: skip
_USUAL = ("label", "text", "responsible", "start", "end", "indicator", "evidence")
_ALWAYS = 3  # of them, and the last, are printed whether filled or not
_LONGEST_HEAD, _ENOUGH_HEADS = 40, 3  # letters of a head; heads by which a row is known


def usual(width: int) -> dict[int, str]:
    """The fields of so many columns whose heads are gone.

    Columns that nobody filled were not printed, and which they were cannot be seen.
    """
    if width >= len(_USUAL):
        return dict(enumerate(_USUAL))
    return dict(enumerate(_USUAL[:_ALWAYS])) | {width - 1: _USUAL[-1]}


def heads(cells: list[Cell]) -> dict[int, str]:
    """The fields of the columns, where the row is their heads; others by their usual place."""
    found: dict[int, str] = {}
    if anchor(cells) or is_ours(cells):
        return found  # a row of the plan, whatever its cells begin with
    for cell in cells:
        said = cell.text.lower()
        name = next((name for name in HEADS if said.startswith(name)), "")
        if name and len(said) <= _LONGEST_HEAD and HEADS[name] not in found.values():
            found[cell.column] = HEADS[name]
    if len(found) < _ENOUGH_HEADS or "text" not in found.values():
        return {}
    if len(cells) >= len(_USUAL):
        for at, name in enumerate(_USUAL):
            if at not in found and name not in found.values():
                found[at] = name
    return found


def is_ours(cells: list[Cell]) -> bool:
    """Whether the row begins with the number of an initiative."""
    return bool(cells) and bool(re.fullmatch(r"I[-‐‑–]\d+", cells[0].text))


def anchor(cells: list[Cell]) -> str:
    """The initiative that a bookmark in the row stands for, or ""."""
    found = (a for c in cells for p in c.paragraphs for a in p.anchors if a.startswith("I"))
    return next(found, "")
