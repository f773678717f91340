"""Figures: tables of numbers with bars, which anybody can read aloud and edit.

A bar is a picture of one single colour, stretched to its length, with the number as its
alternative text; each colour is stored once in the file.
"""

import struct
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from exports import danish
from exports.model import Bar, Figure
from exports.word.ink import TEXT_WIDTH, Ink, run

COLOURS = ("1B4B5A", "C9822B", "6BA5A8", "A8482E", "8A8A8A")
RULE = COLOURS[0]
_EMU = 635  # English metric units in a twentieth of a point
_LABEL, _TOTAL, _LETTER, _MARGINS = 2400, 620, 103, 240  # widths, twentieths of a point
_HEIGHT = 170  # of a bar, twentieths of a point


@cache
def png(colour: str) -> bytes:
    """A picture of one pixel in `colour` ("RRGGBB")."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\x00" + bytes.fromhex(colour))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    )


class Pictures:
    """Writes bars; `relate` stores a picture in the file and gives its relationship id."""

    def __init__(self, relate: Callable[[bytes], str]) -> None:
        self._relate = relate
        self._numbers = count(1)
        self._ids: dict[str, str] = {}

    def bar(self, colour: str, width: int, height: int, alternative: str) -> str:
        """A run with a bar of `width` × `height` (twentieths of a point)."""
        if colour not in self._ids:
            self._ids[colour] = self._relate(png(colour))
        number = next(self._numbers)
        alt = escape(alternative, {'"': "&quot;"})
        size = f'cx="{max(width, 1) * _EMU}" cy="{height * _EMU}"'
        return _DRAWING.format(number=number, alt=alt, size=size, rel=self._ids[colour])


_DRAWING = (
    f"<w:r><w:drawing {nsdecls('wp', 'a', 'pic', 'r')}>"
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
    '<wp:docPr id="{number}" name="Søjle {number}" descr="{alt}"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Søjle {number}"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


def figure(ink: Ink, pictures: Pictures, content: Figure) -> str:
    """A caption, a table with a row and a bar for each `Bar`, and what the colours mean."""
    if not content.bars:
        return ""
    head = ["Tema", *content.columns, "I alt", "Fordeling"]
    widths = [_LABEL, *(_LETTER * len(name) + _MARGINS for name in content.columns), _TOTAL]
    widths.append(TEXT_WIDTH - sum(widths))
    longest = max(bar.total.value for bar in content.bars) or 1
    rows = [
        _row(pictures, content, bar, ink.fitted(widths[-1]) - 190, longest) for bar in content.bars
    ]
    numbers = frozenset(range(1, len(content.columns) + 2))
    return (
        ink.text("caption", content.title)
        + ink.table(content.title, widths, head, rows, numbers)
        + ink.p("Plan Note", _legend(pictures, content.columns))
    )


def _row(pictures: Pictures, content: Figure, bar: Bar, widest: int, longest: int) -> list[str]:
    pieces = [
        pictures.bar(
            COLOURS[at],
            round(widest * part.value / longest),
            _HEIGHT,
            f"{content.columns[at]}: {danish.number(part.value)}",
        )
        for at, part in enumerate(bar.parts)
        if part.value
    ]
    values = [run(danish.number(part.value)) for part in (*bar.parts, bar.total)]
    return [run(bar.label), *values, "".join(pieces) or run("–")]


def _legend(pictures: Pictures, columns: Sequence[str]) -> str:
    """Each colour with its name."""
    return run("  ·  ").join(
        pictures.bar(COLOURS[at], _HEIGHT, _HEIGHT, f"Farve for {name}") + run(f" {name}")
        for at, name in enumerate(columns)
    )
