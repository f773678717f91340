"""Initiatives out of the tables of a returned plan, by the heads of their columns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from exports import words
from exports.row_leads import (
    DETAIL,
    FREE,
    NEW,
    NOBODY,
    POINT,
    STATEMENT,
    TOGETHER,
    without_dash,
)
from exports.word.blocks import Cell, Table
from exports.word.returned_goals import number_in
from exports.word.returned_heads import HEADS, anchor, heads, is_ours, usual
from strategy.model import InitiativeStatus, TargetKind
from strategy.round_trip.model import PaperRow

_ADDED = ("partners", "cost", "status", "milestones", "goal")  # columns that people put in
_PLAIN = ("start", "end", "indicator")  # columns that hold one field and nothing else
_WRITTEN = re.compile(r"(Opstart|Start|Slut|Indikator):\s*(.*)")  # where there is no column
_STATUS = {name: status for status, name in words.STATUS.items()}


def table_rows(table: Table, theme_key: str | None) -> Iterator[tuple[list[Cell], PaperRow | None]]:
    """Every row of a table, and the initiative in it; None for heads, empty rows and others'."""
    columns: Mapping[int, str] = {}
    if any(anchor(cells) or is_ours(cells) for cells in table.rows):
        columns = usual(max(len(cells) for cells in table.rows))
    for cells in table.rows:
        found = heads(cells)
        columns = found or columns
        yield cells, _row(cells, columns, theme_key) if columns and not found else None


def _row(cells: list[Cell], columns: Mapping[int, str], theme_key: str | None) -> PaperRow | None:
    """The initiative in a row, read by place; read by words it may be another (`otherwise`)."""
    merged = [c for c in cells if len(_covered(c, columns)) > 1]
    at = {columns[c.column]: c for c in cells if c.column in columns and c not in merged}
    typed = at["label"].text if "label" in at else ""
    others = [c for c in cells if c is not at.get("label")]
    is_proposal = bool(re.match(r"F-\d+", typed))
    if re.match(r"U-\d+", typed) or (is_proposal and "responsible" not in at):
        return None  # a machine's proposal is an initiative where a hand put it among them
    if not any(cell.text for cell in others):
        return None
    label, rest = number_in(typed)
    beside = [rest] if rest.strip("-‐‑–") and not (NEW.match(rest) or is_proposal) else []
    beside += [c.text for c in cells if (c.column not in columns or c in merged) and c.text]
    row = PaperRow(TargetKind.INITIATIVE, label, theme_key, (), anchor(cells))
    placed, worded = (_filled(row, at, beside, by_place) for by_place in (True, False))
    return placed if placed == worded else replace(placed, otherwise=worded)


def _covered(cell: Cell, columns: Mapping[int, str]) -> list[str]:
    """The fields over which a cell stretches; one merged of several says none of them surely."""
    return [columns[n] for n in range(cell.column, cell.column + cell.width) if n in columns]


def _filled(row: PaperRow, at: Mapping[str, Cell], beside: list[str], by_place: bool) -> PaperRow:
    """The row with what its cells hold.

    Read by place, the first line of a cell is its main text whatever it begins with, as it was
    printed; read by words, a line is what it says it is, as people type.
    """
    values: list[tuple[str, str]] = []
    unread = list(beside)
    plain = {name: at[name] for name in _PLAIN if name in at}
    if "text" in at:
        first, lines = _first(at["text"], by_place)
        written, lines = _written(lines, [name for name in _PLAIN if name not in at])
        values, left = _about(first, lines, by_place)
        unread += left
    if "responsible" in at:
        values += _who(*_first(at["responsible"], by_place))
    values += written if "text" in at else []
    values += [(name, without_dash(cell.text)) for name, cell in plain.items()]
    for name in _ADDED:
        if name in at and (value := without_dash(at[name].text)):
            unread += _put(values, name, value)
    evidence: list[str] = []
    if "evidence" in at:
        evidence, reason = _behind(at["evidence"], by_place)
        values.append(("no_evidence_reason", reason))
    return replace(
        row, values=tuple(values), evidence=tuple(sorted(set(evidence))), unread=tuple(unread)
    )


def _first(cell: Cell, by_place: bool) -> tuple[list[str], list[str]]:
    """The main line of a cell where it is known by its place, and the other lines."""
    lines = cell.lines
    if not by_place or not lines or not cell.paragraphs[0].lines:
        return [], lines
    return lines[:1], lines[1:]


def _behind(cell: Cell, by_place: bool) -> tuple[list[str], str]:
    """The statements beside an initiative, and why there are none."""
    said = []
    evidence: list[str] = []
    for paragraph in cell.paragraphs:
        for line in paragraph.lines:
            numbers = STATEMENT.findall(line)
            if numbers and (paragraph.leads or not by_place):
                evidence += numbers
            else:
                said.append(line)
    return evidence, without_dash(" ".join(line for line in said if line != NOBODY))


def _about(
    first: list[str], lines: list[str], by_place: bool
) -> tuple[list[tuple[str, str]], list[str]]:
    """The fields in the cell of an initiative, its words first, and what belongs to none."""
    said = " ".join([*first, *(line for line in lines if not DETAIL.match(line))])
    names = {"Mål": "goal", "Sta": "status", "Øko": "cost", "Mil": "milestones"}
    found, unread = dict.fromkeys(names.values(), ""), []
    for line in (line for line in lines if DETAIL.match(line)):
        for lead, value in _details(line, by_place):
            found[names[lead[:3]]] = value
    values = [
        ("text", said if by_place else NEW.sub("", said, count=1)),
        ("goal", ""),
        ("status", str(InitiativeStatus.PROPOSED)),
        ("cost", found["cost"]),
        ("milestones", found["milestones"]),
    ]
    for name in ("goal", "status"):
        if found[name]:
            unread += _put(values, name, found[name])
    return values, unread


def _details(line: str, by_place: bool) -> Iterator[tuple[str, str]]:
    """Leads and what follows them.

    By place, words of any sort go to the end of the line; by words, to a point in the middle.
    """
    for part in _points(line, by_place):
        pieces = DETAIL.split(part, maxsplit=1 if part.startswith(FREE) else 0)
        for lead, value in zip(pieces[1::2], pieces[2::2], strict=True):
            yield lead, value.strip(" ·").strip()


def _points(line: str, by_place: bool) -> Iterator[str]:
    """The parts of a line between points in the middle that have a lead after them."""
    while line:
        point = None if by_place and line.startswith(FREE) else POINT.search(line)
        yield line[: point.start()] if point else line
        line = line[point.end() :] if point else ""


def _written(lines: list[str], missing: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Fields that have no column and were written as lines of their own, and the other lines."""
    found, rest = [], []
    for line in lines:
        match = _WRITTEN.fullmatch(line)
        name = HEADS[match[1].lower()] if match else ""
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


def _who(first: list[str], lines: list[str]) -> list[tuple[str, str]]:
    """Who is responsible, and with whom."""
    with_whom = [line for line in lines if TOGETHER.match(line)]
    alone = [*first, *(line for line in lines if not TOGETHER.match(line))]
    partners = ", ".join(TOGETHER.sub("", line, count=1) for line in with_whom)
    return [("responsible", without_dash(" ".join(alone))), ("partners", partners)]
