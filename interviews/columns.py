"""What columns and cells of a table mean, in Danish or English."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from statistics import mean
from typing import Any

from interviews.model import Kind, Wording

COLUMNS = {
    "text": ("text", "tekst", "udsagn", "statement", "citat", "quote", "svar"),
    "theme": ("theme", "tema", "emne"),
    "site": ("site", "sted", "kontaktsted", "place"),
    "month": ("month", "måned", "maaned", "dato", "date"),
    "kind": ("kind", "art", "type", "slags"),
    "wording": ("wording", "ordlyd", "form"),
    "quotable": ("quotable", "må citeres", "maa citeres", "citeres"),
    "interview": ("interview", "samtale", "conversation", "interview id", "interview_id"),
}
KINDS = {
    "oplevelse": Kind.EXPERIENCE,
    "erfaring": Kind.EXPERIENCE,
    "udfordring": Kind.CHALLENGE,
    "problem": Kind.CHALLENGE,
    "ønske": Kind.WISH,
    "forslag": Kind.WISH,
    "ros": Kind.PRAISE,
} | {k.value: k for k in Kind}
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
NO = {"nej", "no", "false", "falsk", "0", "n"}
LONG, BLANKS = 25, 3  # characters and blanks on average: more than a name, a date or a key has


def column_map(columns: Iterable[str]) -> dict[str, str]:
    """Which column of the file holds which field; the first that fits."""
    listed = list(columns)
    plain = {c.casefold().strip(" :*"): c for c in reversed(listed)}
    found = {}
    for field, names in COLUMNS.items():
        hit = next((plain[n] for n in names if n in plain), None)
        if hit is not None:
            found[field] = hit
    return found


def known_columns(row: Iterable[Any]) -> int:
    """How much a row looks like a header: the fields its cells name, that of the texts before all
    others; 0 beside what somebody said."""
    cells = [str(cell).strip() for cell in row if cell is not None]
    said = any(_long([cell]) and not cell.endswith(("?", ":")) for cell in cells)
    named = {} if said else column_map(cells)
    return len(named) + ("text" in named) * len(COLUMNS)


def long_texts(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str | None:
    """The only column that holds long texts and has a header; None where none or several do.

    Columns that hold another field are passed over.
    """
    cells = list(rows)
    others = set(column_map(columns).values())
    alone = sum(map(bool, columns)) == 1
    found = [c for c in columns if c and c not in others and _long(row.get(c) for row in cells)]
    return found[0] if len(found) == 1 and _is_header(found[0], alone) else None


def _long(cells: Iterable[Any]) -> bool:
    said = [cell.strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    return bool(said) and mean(map(len, said)) > LONG and mean(s.count(" ") for s in said) >= BLANKS


def _is_header(label: str, alone: bool) -> bool:
    """Whether this is a question or a name, not the first text of a table without a header."""
    if label.endswith(("?", ":")) or len(label.split()) <= 3:
        return True
    return not alone and not label.endswith((".", "!"))


def folded(name: str) -> str:
    """A name to compare by: capitals and blanks do not count."""
    return " ".join(name.casefold().split())


def kind_of(text: str) -> Kind | None:
    """The kind a cell names, None when it names none."""
    return KINDS.get(text.casefold())


def wording_of(text: str) -> Wording:
    """Verbatim only where the file says so: a quote that is not one does harm."""
    said = text.casefold()
    return Wording.VERBATIM if said in ("verbatim", "ordret", "citat") else Wording.PARAPHRASED


def quotable_of(text: str) -> bool:
    """Whether it may be quoted; yes unless the file says no."""
    return text.casefold() not in NO


def month_of(value: Any) -> str | None:
    """ "YYYY-MM" from a date, "2024-05", "05-2024", "3.5.2024" or "maj 2024"; else None."""
    if isinstance(value, datetime.date):
        return f"{value.year:04d}-{value.month:02d}"
    text = "" if value is None else str(value).strip().casefold()
    if hit := re.match(r"(\d{4})[-/.](\d{1,2})(?:\D|$)", text):
        return _month(hit[1], int(hit[2]))
    if hit := re.fullmatch(r"(?:\d{1,2}[-/. ]+)?(\d{1,2})[-/. ]+(\d{4})", text):
        return _month(hit[2], int(hit[1]))
    if hit := re.fullmatch(r"(?:\d{1,2}\.? )?([a-zæøå]{3})[a-zæøå]*\.? (\d{4})", text):
        return _month(hit[2], MONTHS.index(hit[1]) + 1) if hit[1] in MONTHS else None
    return None


def _month(year: str, month: int) -> str | None:
    return f"{year}-{month:02d}" if 1 <= month <= 12 and "1900" < year < "2200" else None
