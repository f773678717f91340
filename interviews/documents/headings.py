"""Which paragraphs are headings, where nothing in the file says so."""

import re
from collections.abc import Iterable
from dataclasses import replace

from interviews.documents.model import Form, Paragraph

NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÆØÅ]")
PLAN_WORD = re.compile(  # alone on a line, it heads a part of a plan under whatever theme
    r"(?:(?:del)?mål(?:sætning(?:er)?)?|indsatser|initiativer|forslag|handlinger|tiltag|"
    r"anbefalinger):?",
    re.IGNORECASE,
)
HEADING = 90  # characters at most
SHORT, SHORT_WORDS = 60, 6  # characters and words of a heading that nothing marks
LONG = 80  # characters of the text that follows it
SPOKEN = re.compile(
    r"\b(?:jeg|vi|man|du|de|han|hun|der|det|er|har|kan|skal|vil|var)\b", re.IGNORECASE
)


def with_headings(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs; a body text that looks like a heading is one.

    All capitals, a number before it, or a few words without a verb and without a mark at the end
    that a longer text or a list follows.
    """
    every = tuple(paragraphs)
    ending = (Paragraph(""),)
    return tuple(map(_judged, every, (*every[1:], *ending)))


def _judged(one: Paragraph, after: Paragraph) -> Paragraph:
    if one.kind is not Form.BODY or "\t" in one.text:
        return one
    lonely = len(one.text) <= SHORT and len(one.text.split()) <= SHORT_WORDS
    opens = after.kind is Form.BULLET or (after.kind is Form.BODY and len(after.text) > LONG)
    plain = one.text[:1].isupper() and one.text[-1].isalpha() and ":" not in one.text
    plain = plain and not SPOKEN.search(one.text)
    if is_heading_like(one.text) or (lonely and opens and plain):
        return replace(one, kind=Form.HEADING, level=depth(one.text, marked=False))
    return one


def is_heading_like(text: str) -> bool:
    """Whether a line on its own is a heading: short, no mark at its end, capitals or a number."""
    words = text.split()
    if not words or len(text) > HEADING or text[-1] in ".,;!-":
        return False
    if is_plan_word(text):
        return True
    if text.isupper() and len(text) > 3 and has_words(text):
        return True
    return NUMBERED.match(text) is not None and len(words) <= 10 and text[-1] not in ":?"


def is_plan_word(text: str) -> bool:
    """Whether a line is "Mål", "Indsatser" or the like and nothing else."""
    return text[:1].isupper() and PLAN_WORD.fullmatch(text) is not None


def has_words(text: str) -> bool:
    """Whether there is at least one word of three letters."""
    return re.search(r"[^\W\d_]{3}", text) is not None


def depth(text: str, marked: bool) -> int:
    """The level of a heading as it looks: capitals 1, big or bold 2, 0 where nobody knows."""
    return 1 if text.isupper() and len(text) > 3 else 2 if marked else 0
