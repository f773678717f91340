"""Initiatives out of the tables of a returned plan, by the heads of their columns."""

import re
from collections.abc import Iterator, Mapping

from exports import words
from exports.word.accepted import Cell, Table
from exports.word.returned_goals import number_in
from strategy.model import InitiativeStatus, TargetKind
from strategy.round_trip.model import PaperRow

_HEADS = {
    "nr": "label", "nummer": "label",
    "initiativ": "text", "forslag": "text", "ansvarlig": "responsible",
    "start": "start", "opstart": "start",
    "slut": "end", "afslutning": "end",
    "indikator": "indicator", "måles på": "indicator",
    "udsagn": "evidence",
    "samarbejd": "partners", "partner": "partners", "økonomi": "cost", "pris": "cost",
    "status": "status", "milepæl": "milestones", "mål": "goal",
}  # fmt: skip
_ADDED = ("partners", "cost", "status", "milestones", "goal")  # columns that people put in
_USUAL = ("label", "text", "responsible", "start", "end", "indicator", "evidence")
_ALWAYS = 3  # of them, and the last, are printed whether filled or not
_LONGEST_HEAD, _ENOUGH_HEADS = 40, 3  # letters of a head; heads by which a row is known
_PLAIN = ("start", "end", "indicator")  # columns that hold one field and nothing else
_DASH = re.compile(r"^\s*[-–]\s|\s[-–]\s*$")  # printed where a field is empty
_DETAIL = re.compile(r"(Mål:?\s+(?=[Mm][- ]?\d)|Status:\s*|Økonomi:\s*|Milepæle?:\s*)")
_WRITTEN = re.compile(r"(Opstart|Start|Slut|Indikator):\s*(.*)")  # where there is no column
_NEW = re.compile(r"(?:nyt|ny)\s+initiativ\b[\s:.–-]*", re.IGNORECASE)
_TOGETHER = re.compile(
    r"(?:Sammen med|I samarbejde med|Samarbejde med|Partnere?:) ?", re.IGNORECASE
)
_NOBODY = "Ingen udsagn"
_STATEMENT = re.compile(r"U-\d+")
_STATUS = {name: status for status, name in words.STATUS.items()}


def table_rows(table: Table, theme_key: str | None) -> Iterator[tuple[list[Cell], PaperRow | None]]:
    """Every row of a table, and the initiative in it; None for heads, empty rows and others'."""
    columns: Mapping[int, str] = {}
    if any(_anchor(cells) or _is_ours(cells) for cells in table.rows):
        columns = _usual(max(len(cells) for cells in table.rows))
    for cells in table.rows:
        heads = _heads(cells)
        if heads:
            columns = heads
        yield cells, _row(cells, columns, theme_key) if columns and not heads else None


def _usual(width: int) -> dict[int, str]:
    """The fields of so many columns whose heads are gone.

    Columns that nobody filled were not printed, and which they were cannot be seen.
    """
    if width >= len(_USUAL):
        return dict(enumerate(_USUAL))
    return dict(enumerate(_USUAL[:_ALWAYS])) | {width - 1: _USUAL[-1]}


def _heads(cells: list[Cell]) -> dict[int, str]:
    """The fields of the columns, where the row is their heads; others by their usual place."""
    found: dict[int, str] = {}
    for cell in cells:
        said = _joined(cell).lower()
        name = next((name for name in _HEADS if said.startswith(name)), "")
        if name and len(said) <= _LONGEST_HEAD and _HEADS[name] not in found.values():
            found[cell.column] = _HEADS[name]
    if len(found) < _ENOUGH_HEADS or "text" not in found.values():
        return {}
    if len(cells) >= len(_USUAL):
        for at, name in enumerate(_USUAL):
            if at not in found and name not in found.values():
                found[at] = name
    return found


def _is_ours(cells: list[Cell]) -> bool:
    """Whether the row begins with the number of an initiative."""
    return bool(cells) and bool(re.fullmatch(r"I[-‐‑–]\d+", _joined(cells[0])))


def _row(cells: list[Cell], columns: Mapping[int, str], theme_key: str | None) -> PaperRow | None:
    at = {columns[c.column]: c for c in cells if c.column in columns}
    typed = _joined(at["label"]) if "label" in at else ""
    label, rest = number_in(typed)
    others = [c for c in cells if c is not at.get("label")]
    if re.match(r"[FU]-\d+", typed) or not any(_joined(cell) for cell in others):
        return None
    lines = at["text"].lines if "text" in at else []
    written, lines = _written(lines, [name for name in _PLAIN if name not in at])
    values, unread = _about(lines) if "text" in at else ([], [])
    if rest and not _NEW.match(rest):
        unread.append(rest)
    if "responsible" in at:
        values += _who(at["responsible"].lines)
    values += written
    for name in _PLAIN:
        if name in at:
            values.append((name, _value(_joined(at[name]))))
    for name in _ADDED:
        if name in at and (value := _value(_joined(at[name]))):
            unread += _put(values, name, value)
    unread += [_joined(c) for c in cells if c.column not in columns and _joined(c)]
    evidence: list[str] = []
    if "evidence" in at:
        evidence = _STATEMENT.findall(_joined(at["evidence"]))
        reasons = [x for x in at["evidence"].lines if not _STATEMENT.search(x) and x != _NOBODY]
        values.append(("no_evidence_reason", _value(" ".join(reasons))))
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
    values = [
        ("text", _NEW.sub("", " ".join(said), count=1)),
        ("goal", ""),
        ("status", str(InitiativeStatus.PROPOSED)),
        ("cost", found["cost"]),
        ("milestones", found["milestones"]),
    ]
    for name in ("goal", "status"):
        if found[name]:
            unread += _put(values, name, found[name])
    return values, unread


def _written(lines: list[str], missing: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Fields that have no column and were written as lines of their own, and the other lines."""
    found, rest = [], []
    for line in lines:
        match = _WRITTEN.fullmatch(line)
        name = _HEADS[match[1].lower()] if match else ""
        if match and name in missing:
            found.append((name, match[2].strip()))
        else:
            rest.append(line)
    return found, rest


def _put(values: list[tuple[str, str]], name: str, said: str) -> list[str]:
    """Set a field to what is said of it, in its own form; what could not be read."""
    left: list[str] = []
    value = said
    if name == "goal":
        value, rest = number_in(said)
        left = [rest] if rest else []
    elif name == "status":
        status = _STATUS.get(said.lower().rstrip("."))
        left = [] if status else [said]
        value = str(status) if status else ""
    kept = [pair for pair in values if pair[0] != name]
    if value or name != "status":
        kept.append((name, value))
    values[:] = kept
    return left


def _who(lines: list[str]) -> list[tuple[str, str]]:
    """Who is responsible, and with whom."""
    with_whom = [line for line in lines if _TOGETHER.match(line)]
    alone = [line for line in lines if not _TOGETHER.match(line)]
    partners = ", ".join(_TOGETHER.sub("", line, count=1) for line in with_whom)
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
