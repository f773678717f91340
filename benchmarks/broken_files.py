"""A hundred files that none of the doors may take, with what each should be told.

A door is "table" (statements from Excel, CSV, JSON lines), "forms" (ODK, KoboToolbox) or
"document". `code` is that of `FileUnreadable`; `REFUSED` where the file can be read but every row
is refused with its reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from benchmarks.broken_documents import DOCUMENTS
from benchmarks.broken_forms import FORM, FORMS, ROOT
from benchmarks.broken_parts import replaced, sheet, table
from benchmarks.broken_tables import SHEET, TABLES


@dataclass(frozen=True)
class Broken:
    """One file: its name, what is wrong with it, its bytes when asked for, and the code."""

    door: str
    name: str
    fault: str
    make: Callable[[], bytes]
    code: str


def _rows(count: int) -> bytes:
    return b"tekst\n" + b"Jeg mangler en bolig\n" * count


def _many_forms(count: int) -> bytes:
    return table([(*ROOT, "tekst"), *([(*FORM[:3], f"k{n}", "Ord") for n in range(count)])])


def _wide_book(count: int) -> bytes:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>ord {n}</t></is></c></row>'
        for n in range(1, count + 1)
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    whole = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return replaced(sheet(), SHEET, whole)


SLOW = (
    Broken("table", "y.csv", "1,000,000 rows", partial(_rows, 1_000_000), "too_many_rows"),
    Broken("table", "y.xlsx", "1,000,000 rows", partial(_wide_book, 1_000_000), ""),
    Broken("table", "z.csv", "101 MB", lambda: _rows(4_900_000), "too_large"),
    Broken("forms", "y.csv", "1,000,000 rows", partial(_many_forms, 1_000_000), ""),
)
DOORS = {"table": TABLES, "forms": FORMS, "document": DOCUMENTS}
FILES = tuple(Broken(door, *one) for door, every in DOORS.items() for one in every)
