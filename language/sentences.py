"""Cutting notes into sentences: full stops where there are any, line breaks and bullets always."""

import re

from language import lists

BREAK = re.compile(
    r"""
    (?:(?<=[.!?…])|(?<=[.!?…]["”«»'’)\]])) [^\S\n]+   # a mark that ends, and a blank
    (?=["“”«»'‘(\[]?[^\W_a-zæøå]|[-–•*]\s)            # then a capital, a digit or a bullet
    | \s*\n\s*                                        # a line of its own
    """,
    re.VERBOSE,
)
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
BULLET = re.compile(r"(?:[-–•*·>]+|\d{1,2}[.)])\s+")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text as (start, end) in characters, without blanks and bullets around.

    Notes are cut at line breaks too, so a list of half sentences gives one each. Every character
    that is not blank or a bullet lies in exactly one sentence.
    """
    spans = []
    start = 0
    for found in BREAK.finditer(text):
        goes_on = _is_abbreviated(text[start : found.start()], text[found.end() :][:12])
        if "\n" not in found.group() and goes_on:
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return tuple(span for span in (_trim(text, *span) for span in spans) if span[0] < span[1])


def _is_abbreviated(before: str, after: str) -> bool:
    """Whether the full stop at the end of `before` belongs to its last word: "kl.", "3. maj"."""
    words = before[:-1].split()
    if not before.endswith(".") or not words:
        return False
    last = words[-1].lstrip("(\"'“”«»").lower()
    if last.isdigit() and len(words) == 1:
        return True  # the number of a line in a list
    if last.isdigit():
        return after[:1].isdigit() or after.lower().startswith(MONTHS)
    return last in lists.abbreviations() or (len(last) == 1 and last.isalpha())


def bullet_at(text: str, start: int = 0) -> int | None:
    """Where the words after a bullet or a list's number begin; None where `start` has no such.

    "1. maj" is a day, no list.
    """
    found = BULLET.match(text, start)
    if found is None or text[found.end() :].lower().startswith(MONTHS):
        return None
    return found.end()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    if (bullet := bullet_at(text, start)) is not None and bullet < end:
        start = bullet
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
