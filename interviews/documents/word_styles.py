"""What the paragraph styles of a Word file say: which are headings and which are lists."""

import re
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
TITLE = re.compile(r"title|titel", re.IGNORECASE)
LIST = re.compile(r"list (?:bullet|number)|opstilling", re.IGNORECASE)
DEEPEST = 12  # styles based on styles; a longer chain is a circle


@dataclass(frozen=True)
class Look:
    """A paragraph style: `level` 1 to 9 for headings and 0 else; `listed` for lists."""

    level: int = 0
    listed: bool = False


def read_looks(styles: "etree._Element | None") -> dict[str, Look]:
    """The looks by style id. A style without a say of its own has that of the one it is based on.

    Names are English in the file whatever language Word speaks; Danish ones are people's own.
    """
    if styles is None:
        return {}
    there = {s.get(f"{W}styleId", ""): s for s in styles.iter(f"{W}style")}
    return {key: _look(there, key) for key in there}


def _look(there: dict[str, "etree._Element"], key: str) -> Look:
    for _step in range(DEEPEST):
        style = there.get(key)
        if style is None:
            break
        name = _value(style, "name") or key
        outline = _value(style, "pPr", "outlineLvl")
        if found := HEADING.fullmatch(name):
            return Look(int(found[1]))
        if outline.isdigit() and int(outline) < 9:
            return Look(int(outline) + 1)
        if TITLE.fullmatch(name):
            return Look(1)
        if LIST.match(name) or _value(style, "pPr", "numPr", "numId") not in ("", "0"):
            return Look(0, listed=True)
        key = _value(style, "basedOn")
    return Look()


def _value(element: "etree._Element", *path: str) -> str:
    found = element.find("/".join(f"{W}{tag}" for tag in path))
    return "" if found is None else str(found.get(f"{W}val", ""))
