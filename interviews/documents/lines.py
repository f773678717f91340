"""Lines of a page become paragraphs, headings and bullets."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from interviews.documents.headings import (
    HEADING,
    NUMBERED,
    depth,
    has_words,
    is_heading_like,
    is_plan_word,
)
from interviews.documents.joining import join_lines
from interviews.documents.model import Form, Paragraph
from interviews.documents.speakers import begins_speech

DOTS = "•·●▪■◦‣⁃➢➤✓✔❖"
BULLET = re.compile(  # "o" is Word's second level, "e" what scanners make of a dot
    rf"\s*(?:[-{DOTS}*–—¢]|o|e(?=\s+[A-ZÆØÅ])|\(?\d{{1,2}}\)|[a-h]\))\s+(?=\S)"
)
MARKUP = re.compile(r"</?[a-z]{1,6}/?>|\*\*|__|(?<!\S)[*_](?=\S)|(?<=\S)[*_](?!\S)")
HASHES = re.compile(r"(#{1,6})\s+")
PAGE_NUMBER = re.compile(r"(?:side|s\.)?\s*[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:af|/)\s*\d{1,3})?", re.I)
LABEL = re.compile(r"[A-ZÆØÅ]\w{2,20}:\s+\S")  # "Ansvarlig: …" begins a line of its own
ROW_END = re.compile(r"[\s)]\d{1,4}(?: \w+)?$")  # "… 8 deltagere": the end of a table's row
OFTEN = 5  # times a line stands in a document before it is a running header
RUNNING = 90  # characters at most
SENTENCE = (".", "!", "?", ":")  # what a header does not end with
EDGE = 3  # lines at the head and foot of a page
WIDE = 140  # characters; longer lines are whole paragraphs
BROKEN = 0.1  # share of lines that begin in lower case in a text broken to a width
FULL = 0.72  # of the usual width; a shorter line ends its paragraph


@dataclass(frozen=True)
class Line:
    """One line. `parted` from the one above by a gap; `big` letters; `level` of a marked heading.

    `bold` says that the whole line was marked as strong.
    """

    text: str
    page: int | None = None
    parted: bool = False
    big: bool = False
    level: int = 0
    bold: bool = False


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text file; form feeds turn pages, light markup (# and **) is read and taken
    out. Pages are None where there is no form feed."""
    found = []
    parted = False
    pages = text.replace("\x0b", "\n").split("\f")
    for number, page in enumerate(pages, 1):
        for raw in page.splitlines():
            line, level = raw.strip(), 0
            if marked := HASHES.match(line):
                line, level = line[marked.end() :], len(marked[1])
            bold = line.startswith("**") and line.endswith("**") and len(line) > 4
            line = MARKUP.sub("", line) if not BULLET.match(line) else _unmarked(line)
            if line.strip():
                place = number if len(pages) > 1 else None
                found.append(Line(line.strip(), place, parted, False, level, bold))
            parted = not line.strip()
        parted = False
    return tuple(found)


def _unmarked(line: str) -> str:
    mark = BULLET.match(line)
    end = mark.end() if mark else 0
    return line[:end] + MARKUP.sub("", line[end:])


def with_marks(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; a bullet that some writers put on a line of its own stands before its text."""
    alone = False
    for line in lines:
        if line.text.strip() in {*DOTS}:
            alone = True
        else:
            yield replace(line, text=f"• {line.text}") if alone and line.text.strip() else line
            alone = False


def without_running(lines: Iterable[Line]) -> tuple[tuple[Line, ...], tuple[str, ...], int]:
    """The lines without running headers, footers and page numbers; each dropped line once; how
    many were dropped.

    A line is running when it stands at least five times: at the edges of pages where there are
    pages (numbers in it may change), else anywhere, letter by letter.
    """
    every = tuple(lines)
    edges = _edges(every)
    paged = any(line.page for line in every)
    keys = [re.sub(r"\d+", "#", line.text.strip()) if paged else line.text for line in every]
    count = Counter(
        key for n, key in enumerate(keys) if (n in edges or not paged) and len(key) <= RUNNING
    )
    kept: list[Line] = []
    dropped: list[Line] = []
    for n, line in enumerate(every):
        at_edge = n in edges or not paged
        listed = BULLET.match(line.text) is not None or line.text.rstrip().endswith(SENTENCE)
        running = at_edge and not listed and count[keys[n]] >= OFTEN and has_words(line.text)
        number = n in edges and PAGE_NUMBER.fullmatch(line.text.strip()) is not None
        (dropped if running or number else kept).append(line)
    return tuple(kept), tuple(dict.fromkeys(x.text.strip() for x in dropped)), len(dropped)


def _edges(lines: tuple[Line, ...]) -> set[int]:
    """The numbers of the lines at the head and foot of their pages."""
    by_page: dict[int, list[int]] = {}
    for n, line in enumerate(lines):
        if line.page is not None:
            by_page.setdefault(line.page, []).append(n)
    return {n for page in by_page.values() for n in (*page[:EDGE], *page[-EDGE:])}


def paragraphs(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """The paragraphs the lines make up; a paragraph cut by a page is still in two."""
    every = tuple(lines)
    width = _width(every)
    block: list[Line] = []
    for line in every:
        if block and not _goes_on(block, line, width):
            yield _paragraph(block)
            block = []
        block.append(line)
    if block:
        yield _paragraph(block)


def _width(lines: tuple[Line, ...]) -> int:
    """The usual length of a full line; 0 where each line is a thought of its own.

    Text that was broken to a width has lines that begin in the middle of a sentence.
    """
    plain = [line.text.lstrip() for line in lines if not BULLET.match(line.text)]
    lengths = sorted(len(text) for text in plain)
    broken = sum(text[:1].islower() for text in plain)
    return lengths[len(lengths) * 9 // 10] if broken > BROKEN * len(plain) else 0


def _goes_on(block: list[Line], line: Line, width: int) -> bool:
    """Whether `line` belongs to the paragraph begun in `block`."""
    last = block[-1]
    above, text = last.text.rstrip(), line.text.lstrip()
    if line.parted or BULLET.match(line.text) or line.level or last.level:
        return False
    if is_plan_word(above) or is_plan_word(text) or begins_speech(text):
        return False
    if line.page != last.page:
        unfinished = 0 < FULL * width <= len(above) and not above.endswith(SENTENCE)
        return unfinished and not (line.big or line.bold or is_heading_like(text))
    if (line.big, line.bold) != (last.big, last.bold) or NUMBERED.match(text) or LABEL.match(text):
        return False
    if "\t" in line.text or "\t" in last.text:
        return False
    if ROW_END.search(above) and not text[:1].islower():
        return False
    if text[:1].islower() or line.big or line.bold:
        return not above.endswith(":") or text[:1].islower()
    if len(above) >= WIDE or above.endswith(":"):
        return False
    return 0 < FULL * width <= len(above) and not (is_heading_like(above) and len(block) == 1)


def _paragraph(block: list[Line]) -> Paragraph:
    first = block[0]
    text = join_lines(line.text.strip() for line in block)
    mark = BULLET.match(text + " ")
    if first.level:
        return Paragraph(text, Form.HEADING, first.page, first.level)
    if mark and len(text) > mark.end():
        return Paragraph(text[mark.end() :], Form.BULLET, first.page)
    big = first.big or first.bold
    if len(text) <= HEADING * (2 if big else 1) and (big or is_heading_like(text)):
        return Paragraph(text, Form.HEADING, first.page, depth(text, first.big or first.bold))
    return Paragraph(text, Form.BODY, first.page)
