"""The page »Det sagde I – det gør vi« as a value, and how much there is room for on it."""

from dataclasses import dataclass, replace

from exports.model import Excerpt

LINES, WIDE, HALF = 38, 74, 35  # lines of the page; letters a line across it and in a column
_LEAST_REASONS = 2  # that stay while a theme has more than one answer


@dataclass(frozen=True)
class AnswerRow:
    """One theme: what was said (a quote, or a sentence where none may be shown), what is done."""

    theme: str
    whose: str
    quote: Excerpt | None
    said: str
    done: tuple[str, ...]


@dataclass(frozen=True)
class AnswerSheet:
    """The page of one site. `lix` measures our own words; `left_out` counts initiatives of the
    plan that the page has no room for; `doing` is the head over what is done."""

    municipality: str
    title: str
    subtitle: str
    day: str
    lead: str
    doing: str
    rows: tuple[AnswerRow, ...]
    reasons: tuple[str, ...]
    more: str
    left_out: int
    lix: float = 0.0


def head(row: AnswerRow) -> str:
    """The theme, and whose words stand under it where that may be told."""
    return f"{row.theme} – {row.whose}" if row.whose else row.theme


def words(sheet: AnswerSheet) -> str:
    """All the page says in our own words, a sentence each; quotes and headings left out."""
    parts = [sheet.lead, *(r.said for r in sheet.rows), *(d for r in sheet.rows for d in r.done)]
    return " ".join(p.rstrip() for p in (*parts, *sheet.reasons, sheet.more) if p.strip())


def fitted(sheet: AnswerSheet) -> AnswerSheet:
    """The sheet without what one page has no room for: reasons, second initiatives, themes."""
    while _lines(sheet) > LINES:
        full = [at for at, row in enumerate(sheet.rows) if len(row.done) > 1 and _leans(row)]
        if len(sheet.reasons) > _LEAST_REASONS:
            sheet = replace(sheet, reasons=sheet.reasons[:-1])
        elif full:
            rows = list(sheet.rows)
            longest = max(full, key=lambda at: _height(rows[at]))
            rows[longest] = replace(rows[longest], done=rows[longest].done[:1])
            sheet = replace(sheet, rows=tuple(rows))
        elif len(sheet.rows) > 1:
            sheet = replace(sheet, rows=sheet.rows[:-1])
        else:
            return sheet
    return sheet


def _lines(sheet: AnswerSheet) -> int:
    wide = (sheet.lead, *sheet.reasons, sheet.more)
    heads = 2 + (2 if sheet.reasons else 0) + 2
    return heads + sum(_wrapped(t, WIDE) for t in wide) + sum(_height(row) for row in sheet.rows)


def _height(row: AnswerRow) -> int:
    return max(_left(row), _right(row))


def _leans(row: AnswerRow) -> bool:
    """Whether what is done takes more room than what was said."""
    return _right(row) > _left(row)


def _left(row: AnswerRow) -> int:
    left = [head(row), row.quote.text if row.quote else "", row.said]
    return sum(_wrapped(text, HALF) for text in left) + bool(row.quote)


def _right(row: AnswerRow) -> int:
    return sum(_wrapped(text, HALF) for text in row.done)


def _wrapped(text: str, width: int) -> int:
    return -(-len(text) // width)
