"""Goals of one chapter of a returned plan, and initiatives typed as lines of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from exports.printed_rows import read_measured
from exports.word.blocks import Para
from strategy.model import TargetKind
from strategy.round_trip.model import PaperRow

_NUMBER = re.compile(r"([MI]) ?[-‐‑–]? ?0*(\d{1,4})(?!\d)[\s:.)–-]*", re.IGNORECASE)
_IN_A_LINE = re.compile(r"[MI][-‐‑–]?\d{1,3}(?![\d/])")  # not "I 2027 skal der …"
_NEW = re.compile(r"(?:nyt|nye|ny)\s+(mål|initiativ)\b[\s:.–-]*", re.IGNORECASE)
_LEADS = ("Målet for ", "Målene for ", "Der er endnu ikke sat mål")
_NO_GOAL = ("plan mark", "plan note", "plan voice")  # styles of lines that are ours
_DETAILS = re.compile(
    r"(?:Måles på|Udgangspunkt:|Målet er|Skal være nået|Bygger på|Nuanceres af|Modsiges af)\s"
)
_STATEMENT = re.compile(r"U-\d+")


def number_in(text: str) -> tuple[str, str]:
    """The visible number a text begins with ("M-07", "I-12" or ""), and the text after it."""
    text = text.strip()
    found = _NUMBER.match(text)
    if not found:
        return "", text
    return f"{found[1].upper()}-{int(found[2]):02d}", text[found.end() :].strip()


@dataclass
class _Line:
    """A goal or an initiative while its paragraphs are read."""

    kind: TargetKind
    label: str
    anchor: str
    text: str
    following: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    details: str | None = None


class Goals:
    """Reads the paragraphs of one chapter; what is no goal and no initiative passes by.

    Lines without a number count only between the heading of the goals and the next one; lines
    with a number only in a chapter that is a theme, or has a row with a bookmark of ours.
    """

    def __init__(self, theme_key: str | None) -> None:
        self.theme_key = theme_key
        self._sure = theme_key is not None
        self._in_goals = False
        self._lines: list[_Line | PaperRow] = []
        self._last: _Line | None = None

    def step(self, block: Para) -> str | None:
        """Read one paragraph; the visible number of the row it belongs to, "" for one without.

        None where it belongs to no row.
        """
        if block.is_heading:
            self._in_goals = block.text.strip().lower().startswith("mål")
            self._last = None
            return None
        text = " ".join(block.text.split())
        if not text:
            return None
        label, rest = number_in(text) if _IN_A_LINE.match(text) else ("", text)
        anchor = next(iter(block.anchors), "")
        if anchor:
            self._sure = True
        if label or anchor:
            cells = [" ".join(cell.split()) for cell in block.text.split("\t") if cell.strip()]
            if len(cells) > 2:  # a row of a table that was made text
                rest = number_in(" ".join(cells[:2]))[1]
            said = self._begin((label or anchor)[0], label, anchor, rest)
            if self._last:
                self._last.unread = [cell for cell in cells[2:] if cell.strip("-–")]
            return said
        if new := _NEW.match(text):
            return self._begin("M" if new[1].lower() == "mål" else "I", "", "", text[new.end() :])
        is_lead = block.style == "plan lead" and text.endswith(":")
        if self._in_goals and not (is_lead or block.style in _NO_GOAL or text.startswith(_LEADS)):
            return self._go_on(text, block.style)
        return None

    def add_initiative(self, row: PaperRow) -> None:
        """Take a row of a table, in its place among the lines."""
        self._sure = self._sure or bool(row.anchor)
        self._lines.append(row)
        self._last = None

    def found(self) -> Iterator[PaperRow]:
        """All rows of the chapter, none where it turns out to be no theme's."""
        for line in self._lines if self._sure else []:
            if isinstance(line, PaperRow):
                yield line
            elif line.text or line.following:
                yield self._row(line)

    def _begin(self, letter: str, label: str, anchor: str, text: str) -> str:
        kind = TargetKind.GOAL if letter == "M" else TargetKind.INITIATIVE
        self._last = _Line(kind, label, anchor, text)
        self._lines.append(self._last)
        return label or anchor

    def _go_on(self, text: str, style: str) -> str | None:
        """Details of the goal above, the rest of it, or one typed by hand."""
        is_details = style == "plan indicator" or bool(_DETAILS.match(text))
        if self._last is None:
            return None if is_details else self._begin("M", "", "", text)
        if is_details:
            self._last.details = f"{self._last.details or ''} {text}".strip()
        elif self._last.details is None:
            self._last.following.append(text)
        else:
            self._begin("M", "", "", text)
        return self._last.label or self._last.anchor

    def _row(self, line: _Line) -> PaperRow:
        if line.kind is TargetKind.INITIATIVE:
            values: tuple[tuple[str, str], ...] = (
                ("text", " ".join([line.text, *line.following])),
            )
            row = PaperRow(line.kind, line.label, self.theme_key, values, line.anchor)
            return replace(row, unread=tuple(line.unread))
        details, before, evidence = read_measured(line.details or "")
        return PaperRow(
            line.kind,
            line.label,
            self.theme_key,
            (("text", line.text), *details),
            line.anchor,
            tuple(line.following),
            tuple(sorted(set(_STATEMENT.findall(evidence)))),
            (*((before,) if before else ()), *line.unread),
        )
