"""Statements from a file into a consultation: all of it or nothing, every row accounted for."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from interviews.anonymity import check
from interviews.anonymity import replace as put_instead
from interviews.audit import AuditStore, note
from interviews.columns import (
    column_map,
    folded,
    kind_of,
    long_texts,
    month_of,
    quotable_of,
    wording_of,
)
from interviews.model import (
    Certainty,
    Interview,
    Kind,
    Origin,
    Role,
    Site,
    Statement,
    Theme,
    Wording,
)
from interviews.numbers import draw_numbers
from interviews.reading_files import FileUnreadable, Table, read_table
from interviews.reports import ImportReport, RejectedRow
from interviews.setup import NameTelling, new_id, site_name

MAX_LENGTH = 40_000  # characters: about 6,000 words


class ImportStore(AuditStore, Protocol):
    """What an import needs of the store."""

    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def sites(self, consultation_id: str) -> tuple[Site, ...]: ...
    def save_site(self, site: Site) -> None: ...
    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...
    def used_numbers(self, consultation_id: str) -> frozenset[int]: ...
    def add_interview(self, interview: Interview, statements: Iterable[Statement]) -> None: ...


@dataclass(frozen=True)
class _Row:
    """One row that is taken, before it has an interview and a number."""

    text: str
    theme_key: str | None
    site: str
    month: str | None
    kind: Kind | None
    wording: Wording
    quotable: bool
    talk: str


def import_statements(
    store: ImportStore, consultation_id: str, name: str, data: bytes
) -> ImportReport:
    """What was taken from the file `name` and what was not, with the row and the reason.

    Columns: text, else the only one with long texts; if there: theme, site, month, kind, wording,
    quotable, interview. A row with a certain identifier is not taken; what may be a name is
    replaced by its kind in brackets. Raises FileUnreadable; nothing is stored then.
    """
    table = read_table(name, data)
    columns, guessed = _columns(table)
    taken, rejected, warnings = _sift(
        table,
        columns,
        {_same(s.text): 0 for s in store.statements(consultation_id)},
        _theme_names(store.themes(consultation_id)),
    )
    _save(store, consultation_id, taken)
    today = date.today().isoformat()
    note(store, consultation_id, today, Role.ADMINISTRATOR, "imported", str(len(taken)))
    unknown = tuple(c for c in table.columns if c and c not in columns.values())
    return ImportReport(
        read=len(table.rows),
        taken=len(taken),
        rejected=tuple(rejected),
        unknown_columns=unknown,
        warnings=(*table.notes, *guessed, *dict.fromkeys(warnings)),
    )


def _columns(table: Table) -> tuple[dict[str, str], tuple[str, ...]]:
    """Which column holds which field, and a note where that of the texts was guessed."""
    columns = column_map(table.columns)
    guessed: tuple[str, ...] = ()
    if "text" not in columns:
        text = long_texts(table.columns, (row for _, row in table.rows))
        if text is None:
            raise FileUnreadable("no_text_column", ", ".join(c for c in table.columns if c))
        columns, guessed = columns | {"text": text}, (f"text_column:{text[:80]}",)
    twice = [c for c in columns.values() if table.columns.count(c) > 1]
    if twice:
        raise FileUnreadable("two_columns", ", ".join(twice))
    return columns, guessed


def _sift(
    table: Table, columns: dict[str, str], seen: dict[str, int], themes: dict[str, str]
) -> tuple[list[_Row], list[RejectedRow], list[str]]:
    """Rows to take, rows not to take, and codes of what was changed or not understood."""
    taken: list[_Row] = []
    rejected: list[RejectedRow] = []
    warnings: list[str] = []
    for number, cells in table.rows:
        row = {field: cells.get(column) for field, column in columns.items()}
        text = clean(row["text"])
        reason, detail = _fault(text, seen)
        if not reason:
            seen[_same(text)] = number
            findings = check(text)
            sure = [f for f in findings if f.certainty is Certainty.CERTAIN]
            if sure:
                reason, detail = "identifier", ", ".join(sorted({f.kind.value for f in sure}))
            elif maybe := [f for f in findings if f.certainty is Certainty.LIKELY]:
                text = put_instead(text, [(f.start, f.end, f.replacement) for f in maybe])
                warnings.append(f"replaced:{number}")
        if reason:
            rejected.append(RejectedRow(number, reason, detail))
            continue
        taken.append(_row(text, row, themes, number, warnings))
    return taken, rejected, warnings


def clean(value: Any) -> str:
    """A cell as text: one form of letters, no control characters, no outer blanks."""
    text = unicodedata.normalize("NFC", "" if value is None else str(value))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00ad", "")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


def _fault(text: str, seen: dict[str, int]) -> tuple[str, str]:
    if not text:
        return "empty", ""
    if text.startswith("="):
        return "formula", ""
    if not re.search(r"[^\W\d_]", text):
        return "no_words", ""
    if len(text) > MAX_LENGTH:
        return "too_long", str(MAX_LENGTH)
    if _same(text) in seen:
        return "duplicate", str(seen[_same(text)] or "")
    return "", ""


def _same(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _theme_names(themes: Iterable[Theme]) -> dict[str, str]:
    return {name.casefold(): t.key for t in themes for name in (t.key, t.name)}


def _row(
    text: str, row: dict[str, Any], themes: dict[str, str], number: int, warnings: list[str]
) -> _Row:
    theme = clean(row.get("theme")).casefold()
    month, kind = clean(row.get("month")), clean(row.get("kind"))
    if theme and theme not in themes and theme not in ("other", "andet"):
        warnings.append(f"unknown_theme:{theme[:40]}")
    if month and month_of(row.get("month")) is None:
        warnings.append(f"unknown_month:{number}")
    if kind and kind_of(kind) is None:
        warnings.append(f"unknown_kind:{kind[:40]}")
    return _Row(
        text,
        themes.get(theme),
        _site(clean(row.get("site")), number, warnings),
        month_of(row.get("month")),
        kind_of(kind),
        wording_of(clean(row.get("wording"))),
        quotable_of(clean(row.get("quotable"))),
        clean(row.get("interview")),
    )


def _site(typed: str, number: int, warnings: list[str]) -> str:
    """A site's name; "" where it holds a number or a mail address: it would be printed."""
    try:
        return site_name(typed) if typed else ""
    except NameTelling:
        warnings.append(f"telling_site:{number}")
        return ""


def _save(store: ImportStore, consultation_id: str, taken: list[_Row]) -> None:
    """One interview for each conversation named, else for each site and month."""
    sites = {folded(s.name): s for s in store.sites(consultation_id)}
    for name in dict.fromkeys(r.site for r in taken if r.site):
        if folded(name) not in sites:
            sites[folded(name)] = Site(new_id(), consultation_id, name)
            store.save_site(sites[folded(name)])
    numbers = iter(draw_numbers(store.used_numbers(consultation_id), len(taken)))
    talks: dict[tuple[str, str, str | None], list[_Row]] = {}
    for row in taken:
        talks.setdefault((row.talk, folded(row.site), row.month), []).append(row)
    for (_, site, month), said in talks.items():
        site_id = sites[site].id if site else None
        held = Interview(new_id(), consultation_id, site_id, month, None, Origin.IMPORT)
        store.add_interview(held, [_statement(held, row, next(numbers)) for row in said])


def _statement(held: Interview, row: _Row, number: int) -> Statement:
    blank = Statement(new_id(), number, held.consultation_id, held.id, row.text)
    return replace(
        blank,
        theme_key=row.theme_key,
        kind=row.kind,
        wording=row.wording,
        quotable=row.quotable,
    )
