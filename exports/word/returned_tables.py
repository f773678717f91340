"""Initiatives out of the tables of a returned plan, by the heads of their columns."""

import re
from collections.abc import Iterator, Mapping

from exports import words
from exports.word.accepted import Cell, Table
from exports.word.returned_goals import number_in
from strategy.model import InitiativeStatus, TargetKind
from strategy.round_trip.model import PaperRow

_HEADS = {
    "nr": "label", "nr.": "label", "nummer": "label",
    "initiativ": "text", "initiativer": "text", "forslag": "text",
    "ansvarlig": "responsible", "ansvarlige": "responsible",
    "start": "start", "opstart": "start",
    "slut": "end", "afslutning": "end",
    "indikator": "indicator", "måles på": "indicator",
    "udsagn": "evidence",
}  # fmt: skip
_USUAL = ("label", "text", "responsible", "start", "end", "indicator", "evidence")
_PLAIN = ("start", "end", "indicator")  # columns that hold one field and nothing else
_DASH = re.compile(r"^\s*[-–]\s|\s[-–]\s*$")  # printed where a field is empty
_DETAIL = re.compile(r"(Mål\s+(?=[Mm][- ]?\d)|Status:\s*|Økonomi:\s*|Milepæle?:\s*)")
_NEW = re.compile(r"(?:nyt|ny)\s+initiativ\b[\s:.–-]*", re.IGNORECASE)
_TOGETHER = "Sammen med "
_STATEMENT = re.compile(r"U-\d+")
_STATUS = {name: status for status, name in words.STATUS.items()}


def table_rows(table: Table, theme_key: str | None) -> Iterator[tuple[list[Cell], PaperRow | None]]:
    """Every row of a table, and the initiative in it; None for heads, empty rows and others'."""
    columns: Mapping[int, str] = {}
    for at, cells in enumerate(table.rows):
        heads = {c.column: _HEADS[name] for c in cells if (name := _joined(c).lower()) in _HEADS}
        if "text" in heads.values() and "label" in heads.values() and (at == 0 or not columns):
            columns = heads
            yield cells, None
            continue
        ours = columns or (_by_place(cells) if _anchor(cells) else {})
        yield cells, _row(cells, ours, theme_key) if ours else None


def _by_place(cells: list[Cell]) -> Mapping[int, str]:
    """The columns as they are printed, for a table that has lost its heads."""
    return dict(enumerate(_USUAL)) if len(cells) == len(_USUAL) else {0: "label", 1: "text"}


def _row(cells: list[Cell], columns: Mapping[int, str], theme_key: str | None) -> PaperRow | None:
    at = {columns[c.column]: c for c in cells if c.column in columns}
    typed = _joined(at["label"]) if "label" in at else ""
    label, rest = number_in(typed)
    others = [c for c in cells if c is not at.get("label")]
    if re.match(r"[FU]-\d+", typed) or not any(_joined(cell) for cell in others):
        return None
    values, unread = _about(at["text"].lines) if "text" in at else ([], [])
    if rest and not _NEW.match(rest):
        unread.append(rest)
    if "responsible" in at:
        values += _who(at["responsible"].lines)
    for name in _PLAIN:
        if name in at:
            values.append((name, _value(_joined(at[name]))))
    evidence = _STATEMENT.findall(_joined(at["evidence"])) if "evidence" in at else []
    return PaperRow(
        TargetKind.INITIATIVE,
        label,
        theme_key,
        tuple(values),
        _anchor(cells),
        (),
        tuple(sorted(set(evidence))),
        tuple(unread),
    )


def _about(lines: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The fields in the cell of an initiative, its words first, and what belongs to none."""
    said = [line for line in lines if not _DETAIL.match(line)]
    names = {"Mål": "goal", "Sta": "status", "Øko": "cost", "Mil": "milestones"}
    found, unread = dict.fromkeys(names.values(), ""), []
    for line in (line for line in lines if _DETAIL.match(line)):
        pieces = _DETAIL.split(line)
        for lead, value in zip(pieces[1::2], pieces[2::2], strict=True):
            found[names[lead[:3]]] = value.strip(" ·").strip()
    goal, rest = number_in(found["goal"])
    if rest:
        unread.append(rest)
    status = _STATUS.get(found["status"].lower().rstrip("."))
    if found["status"] and status is None:
        unread.append(found["status"])
    values = [("text", _NEW.sub("", " ".join(said), count=1)), ("goal", goal)]
    if not found["status"] or status:
        values.append(("status", status or InitiativeStatus.PROPOSED))
    return [*values, ("cost", found["cost"]), ("milestones", found["milestones"])], unread


def _who(lines: list[str]) -> list[tuple[str, str]]:
    """Who is responsible, and with whom."""
    with_whom = [line for line in lines if line.startswith(_TOGETHER)]
    alone = [line for line in lines if not line.startswith(_TOGETHER)]
    partners = ", ".join(line.removeprefix(_TOGETHER) for line in with_whom)
    return [("responsible", _value(" ".join(alone))), ("partners", partners)]


def _joined(cell: Cell) -> str:
    return " ".join(cell.lines)


def _value(text: str) -> str:
    """`text` without the dash that stands for nothing, which people write beside."""
    return _DASH.sub("", f" {text} ").strip()


def _anchor(cells: list[Cell]) -> str:
    """The initiative that a bookmark in the row stands for, or ""."""
    found = (a for c in cells for p in c.paragraphs for a in p.anchors if a.startswith("I"))
    return next(found, "")
