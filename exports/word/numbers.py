"""The numbers of a plan as a Word file prints them, for holding the finished file against.

What must stand in it is put together here from the outline alone, a second time: a wrong cell of
the renderer's own would else agree with itself.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from exports import danish, words
from exports.model import CoverageList, Figure, GoalItem, InitiativeItem, Matrix, Outline, Passage
from exports.text import printable
from exports.walk import each
from exports.word.read import text_of
from strategy.model import Stance

Piece = tuple[str, ...]


def numbers(outline: Outline) -> Iterator[Piece]:
    """Sentences with numbers and rows of numbers; goals, and cells of initiatives by label."""
    told = chain(
        _sentences(outline),
        chain.from_iterable(_figure(f) for f in each(outline, Figure)),
        _places(outline),
        chain.from_iterable(_matrix(m) for m in each(outline, Matrix)),
        chain.from_iterable(_goal(g) for g in each(outline.themes, GoalItem)),
        chain.from_iterable(_initiative(i) for i in each(outline.themes, InitiativeItem)),
    )
    yield from (tuple(printable(text).strip() for text in piece) for piece in told)


def _sentences(outline: Outline) -> Iterator[Piece]:
    """Our own sentences that say a number; in lists with what they are about after them."""
    alone = (outline.foreword, outline.method, outline.themes, outline.coverage.passages)
    yield from ((passage.text,) for passage in each(alone, Passage) if passage.counts)
    for item in each(outline.coverage.lists, CoverageList):
        if item.passage.counts:
            labels = [r.label for r in item.references] or item.labels
            yield (f"{item.passage.text} {', '.join(labels)}",)


def _figure(figure: Figure) -> Iterator[Piece]:
    """The cells of each row, and what each bar says to those who do not see it."""
    for bar in figure.bars:
        values = [danish.number(part.value) for part in (*bar.parts, bar.total)]
        has_bars = any(part.value for part in bar.parts)
        yield (bar.label, *values, "" if has_bars else "–")
        for name, part in zip(figure.columns, bar.parts, strict=True):
            if part.value:
                yield (f"{name}: {danish.number(part.value)}",)


def _places(outline: Outline) -> Iterator[Piece]:
    for row in outline.method.places:
        hidden = row.participants is None
        people = words.NOT_SHOWN if hidden else danish.number(row.participants or 0)
        yield (row.name, row.kind, people)


def _matrix(matrix: Matrix) -> Iterator[Piece]:
    for row in matrix.rows:
        yield (row.label, *(str(c.value) if c.value else "–" for c in row.cells))


def _goal(item: GoalItem) -> Iterator[Piece]:
    """Its text, and the line with its indicator and the statements behind it."""
    yield (f"{item.goal.label}  {danish.tidy(item.goal.text)}",)
    details = [item.measured] if item.measured else []
    for stance, lead in {**words.STANCE, Stance.SUPPORTS: "Bygger på"}.items():
        labels = [r.label for r in item.references if r.stance is stance]
        if labels:
            details.append(f"{lead} {', '.join(labels)}.")
    if details:
        yield (" ".join(details),)


def _initiative(item: InitiativeItem) -> Iterator[Piece]:
    """Cells with words of the plan, each beside the label of its row."""
    plan = item.initiative
    for text in (plan.text, plan.responsible, plan.start, plan.end, plan.indicator):
        if text.strip():
            yield (plan.label, danish.tidy(text))


def read_numbers(content: bytes) -> Iterator[Piece]:
    """Every paragraph, row, paragraph of a row beside its first cell, and alternative text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for row in root.iter(qn("w:tr")):
        cells = [_lines(cell) for cell in row.iter(qn("w:tc"))]
        yield tuple(" ".join(lines) for lines in cells)
        first = " ".join(cells[0]) if cells else ""
        yield from ((first, line) for line in chain.from_iterable(cells[1:]))
    yield from ((line,) for line in _texts(root.iter(qn("w:p"))))
    yield from ((node.get("descr", "").strip(),) for node in root.iter("{*}docPr"))


def _lines(cell: Any) -> list[str]:
    return list(_texts(cell.iter(qn("w:p"))))


def _texts(paragraphs: Iterable[Any]) -> Iterator[str]:
    return (text_of(p).strip() for p in paragraphs)
