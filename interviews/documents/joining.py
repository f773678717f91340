"""Putting together what lines and pages cut: words at hyphens, paragraphs at page ends."""

import re
from collections.abc import Iterable
from dataclasses import replace

from interviews.documents.model import Form, Paragraph
from interviews.documents.speakers import is_mark
from language import lists

SOFT = "\u00ad\u0002"
CUT = re.compile(rf"(?<=[^\W\d_])[-{SOFT}\u2010]$")
KEPT_BEFORE = re.compile(r"(?:og|eller|samt)\b")
ENDED = re.compile(r"[.!?:;…][\"”«»'’)\]]*$|[\"”«]$")


def join_lines(lines: Iterable[str]) -> str:
    """The lines as one text. A word cut by a hyphen is made whole.

    The hyphen stays before a capital or a digit ("Nord-" "Sjælland") and before "og", "eller" and
    "samt" ("bolig-" "og husleje"), where a blank follows it too.
    """
    text = ""
    for line in lines:
        following = line.strip()
        if not text or not following:
            text = text or following
        elif not CUT.search(text) or (KEPT_BEFORE.match(following) and text[-1] not in SOFT):
            text = f"{text} {following}"
        elif following[:1].islower():
            text = text[:-1] + following
        else:
            text = (text.rstrip(SOFT)) + following
    return re.sub(rf"[{SOFT}]", "", re.sub(r"[^\S\t]+", " ", text)).strip()


def rejoin(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with those made whole that a page or an empty line cut in two.

    The next one goes on where it begins in lower case and the one before has not ended; an
    abbreviation at its end ("bl.a.") is no end. What stands under "Interviewer:" belongs to it.
    """
    done: list[Paragraph] = []
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        if done and is_mark(done[-1].text) and paragraph.kind is Form.BODY:
            joined = join_lines((done[-1].text, paragraph.text))
            done[-1] = replace(done[-1], text=joined, kind=Form.BODY, level=0)
        elif done and _goes_on(done[-1], paragraph):
            joined = join_lines((done[-1].text, paragraph.text))
            done[-1] = replace(done[-1], text=joined)
        else:
            done.append(replace(paragraph, text=join_lines(paragraph.text.splitlines())))
    return tuple(done)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    if before.kind is Form.HEADING or after.kind is not Form.BODY or "\t" in before.text:
        return False
    if not after.text[:1].islower() or "\t" in after.text:
        return False
    if CUT.search(before.text) or not ENDED.search(before.text):
        return True
    return before.text.endswith(".") and _last_word(before.text) in lists.abbreviations()


def _last_word(text: str) -> str:
    return text[:-1].split()[-1].lstrip("(\"'“”«»").lower() if text[:-1].split() else ""
