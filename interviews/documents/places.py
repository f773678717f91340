"""The places where citizens were met according to an older plan, and how many took part there."""

import re

from interviews.documents.model import Document, Place

PEOPLE = re.compile(  # a PDF may have lost the gap before the number: "Herberget (nat)5 deltagere"
    r"(?P<name>.*[^\s:,–-])[\s:,–-]*(?<!\d)(?<!\d[.,])(?P<n>\d{1,4})\s+"
    r"(?:deltage|person|borger|intervie|bruger|beboer)\w*\.?"
)
WHERE = re.compile(r"sted|tilbud|hvor|navn|gruppe|organisation|forening|institution", re.I)
HOW_MANY = r"(?:antal (?:deltage|person|borger|intervie)\w*|antal|deltagere)"
HEAD = re.compile(rf"(?P<others>[^\d.:]*?)\s*\b{HOW_MANY}", re.I)
TOTAL = re.compile(r".*\bi ?alt\b.*|(?:total\w*|sum|samlet|sammenlagt|tilsammen)(?: antal)?", re.I)
NAME_WORDS = 12
LONGEST_ROW = 200  # characters
LONGEST_HEAD = 80


def find_places(document: Document) -> tuple[Place, ...]:
    """Lines that are a name and a number of people, and the rows of a table of them.

    "Varmestuen    5 deltagere", or "Varmestuen    5" under "Sted    Antal deltagere". A line of
    totals is no place.
    """
    found = []
    column: int | None = None
    for number, paragraph in enumerate(document.paragraphs):
        text = paragraph.text.strip()
        row = _in_words(text) or (_in_figures(text, column) if column else None)
        column = _people_column(text) or (column if row else None)
        if row and not TOTAL.fullmatch(row[0]) and len(row[0].split()) <= NAME_WORDS:
            found.append(Place(*row, number))
    return tuple(found)


def _people_column(text: str) -> int | None:
    """Where the number of people stands in the rows under this one: -1 is the last cell.

    None where the text is no head of such a table. In a PDF the cells have blanks between them.
    """
    if len(text) > LONGEST_HEAD or not WHERE.search(text):
        return None
    cells = text.split("\t")
    if len(cells) == 1:
        return -1 if HEAD.fullmatch(text) else None
    fit = (n for n, cell in enumerate(cells) if re.fullmatch(HOW_MANY, cell.strip(), re.I))
    return next((n - len(cells) for n in fit), None)


def _in_words(text: str) -> tuple[str, int] | None:
    row = PEOPLE.fullmatch(text) if len(text) <= LONGEST_ROW else None
    return (" ".join(row["name"].split()), int(row["n"])) if row else None


def _in_figures(text: str, column: int) -> tuple[str, int] | None:
    cells = text.split("\t") if "\t" in text else text.rsplit(maxsplit=1)
    if len(cells) < max(2, -column) or not re.fullmatch(r"\d{1,4}", cells[column].strip()):
        return None
    name = next((cell for cell in cells if re.search(r"[^\W\d_]{2}", cell)), "")
    return (" ".join(name.split()), int(cells[column])) if name else None
