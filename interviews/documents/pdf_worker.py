"""Reads one PDF from standard input in a process of its own, and writes its lines as JSON.

Run as a script by pdf_files.py. It has little memory and little time, so that a file made to
harm harms nobody; it imports nothing of ours. Arguments: most pages, most characters, megabytes
of memory, seconds. Writes {"error": code} or {"pages": [[[text, height on the page, size], …], …]}.
"""

import contextlib
import io
import json
import logging
import sys
import warnings
from typing import Any


def limit(megabytes: int, seconds: int) -> None:
    """Takes memory and time away from this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def read(data: bytes, most_pages: int, most_text: int) -> dict[str, Any]:
    """The lines of every page in reading order, or an error code."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            return {"error": "locked"}
        if len(reader.pages) > most_pages:
            return {"error": "too_many_pages"}
        pages, length = [], 0
        for page in reader.pages:
            pages.append(lines(page))
            length += sum(len(line[0]) for line in pages[-1])
            if length > most_text:
                return {"error": "too_much_text"}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
        return {"error": "not_document"}
    return {"pages": pages}


def lines(page: Any) -> list[list[Any]]:
    """[text, height in points from the foot of the page, letter size] for every line."""
    found: list[list[Any]] = []
    now: list[Any] = ["", 0.0, 0.0]

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        nonlocal now
        for number, piece in enumerate(text.split("\n")):
            if number:
                found.append(now)
                now = ["", 0.0, 0.0]
            if piece.strip() and not now[0].strip():
                height = tm[5] * cm[3] + cm[5]
                now[1:] = [round(height, 1), round(size * abs(tm[3] * cm[3] or 1), 1)]
            now[0] += piece

    page.extract_text(visitor_text=visit)
    return [line for line in (*found, now) if line[0].strip()]


def main() -> None:
    """Reads standard input, writes standard output; never ends with a trace."""
    most_pages, most_text, megabytes, seconds = (int(word) for word in sys.argv[1:5])
    limit(megabytes, seconds)
    logging.disable()
    warnings.simplefilter("ignore")
    try:
        answer = read(sys.stdin.buffer.read(), most_pages, most_text)
    except (MemoryError, RecursionError):
        answer = {"error": "too_slow"}
    except Exception:  # whatever a broken file makes of a reader
        answer = {"error": "not_document"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
