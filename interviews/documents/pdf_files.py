"""Lines out of a PDF, read by a process of its own that may take little time and memory."""

import json
import statistics
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from interviews.documents.gate import MAX_TEXT
from interviews.documents.lines import Line
from interviews.reading_files import FileUnreadable

MAX_PAGES = 500
MEGABYTES = 1_500
SECONDS = 60
Page = list[tuple[str, float, float]]  # text, height on the page, letter size
WORKER = Path(__file__).with_name("pdf_worker.py")
GAP = 1.35  # of the closer distances between lines; a wider one parts paragraphs
BIGGER = 1.12  # of the usual letter; a bigger one is a heading's


def read_pdf(data: bytes) -> tuple[Line, ...]:
    """The lines with their pages. Raises FileUnreadable.

    Codes: not_document, locked, too_many_pages, too_large, too_slow, no_text (pages that are
    pictures, for example).
    """
    if b"%PDF-" not in data[:1024]:
        raise FileUnreadable("not_document")
    answer = _ask(data)
    if error := answer.get("error"):
        details = {"too_many_pages": str(MAX_PAGES), "too_much_text": str(MAX_TEXT // 1_000_000)}
        code = "too_large" if error == "too_much_text" else error
        raise FileUnreadable(code, details.get(error, ""))
    pages = answer["pages"]
    if not any(pages):
        raise FileUnreadable("no_text")
    return _lines(pages)


def _ask(data: bytes) -> dict[str, Any]:
    limits = [str(n) for n in (MAX_PAGES, MAX_TEXT, MEGABYTES, SECONDS)]
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(WORKER), *limits],
            input=data,
            capture_output=True,
            timeout=2 * SECONDS,
            check=True,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise FileUnreadable("too_slow") from error
    return answer


def _lines(pages: list[Page]) -> tuple[Line, ...]:
    sizes = [size for page in pages for text, _height, size in page for _letter in text]
    usual = statistics.median(sizes) or 1.0
    steps = [one[1] - two[1] for page in pages for one, two in pairwise(page) if one[1] > two[1]]
    step = sorted(steps)[len(steps) // 4] if steps else 0.0
    found = []
    for number, page in enumerate(pages, 1):
        above: float | None = None
        for text, height, size in page:
            parted = above is not None and above - height > GAP * max(step, size)
            big = round(size / usual, 2) >= BIGGER
            found.append(Line(text, number, parted, big))
            above = height
    return tuple(found)
