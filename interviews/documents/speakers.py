"""The marks that say who speaks where an interview is written down: "IP:", "Kvinde, 45 år:"."""

import re
from collections.abc import Iterable

NUMBER = r"(?:\s*(?:nr\.?\s*)?\d{1,2})?"
PEOPLE = "borger|deltager|bruger|beboer|interviewperson|informant|respondent"
ROLE = rf"(?:en\s+)?(?:(?:{PEOPLE})(?:en)?|ip)"
PERSON = r"(?:(?:en|ung|yngre|ældre)\s+)*(?:\d{1,3}-?årig\s+)?(?:kvinde|mand|pige|dreng)"
TRAITS = (  # "(kvinde, 45)", ", 52 år, hjemløs", " 45", " i 40'erne"
    r"(?:\s*\([^()]{1,40}\)|(?:,(?!\s*(?:som|der)\b)[^:.!?,]{1,30}){1,2}"
    r"|\s+(?:(?:på|i)\s+)?\d{1,3}(?:\s*år|['’]?erne)?)?"
)
ASKS = re.compile(rf"(?:interviewer(?:en)?|spørger|int|i|sp|q){NUMBER}\s*:\s*", re.IGNORECASE)
NAMED = re.compile(rf"(?:{ROLE}|{PERSON}){NUMBER}{TRAITS}\s*:\s*", re.IGNORECASE)
SHORT = re.compile(rf"(?:svar|[bdsakmr]){NUMBER}\s*:\s+", re.IGNORECASE)


def asks(text: str) -> bool:
    """Whether the interviewer speaks."""
    return ASKS.match(text) is not None


def answer(text: str, conversation: bool) -> str | None:
    """What a citizen says after the mark, None where no mark says that a citizen speaks.

    "B:" and "Svar:" may be anything and count in a conversation only.
    """
    mark = NAMED.match(text) or (SHORT.match(text) if conversation else None)
    return text[mark.end() :].strip() if mark else None


def is_conversation(texts: Iterable[str]) -> bool:
    """Whether somebody answers, and somebody asks or answers once more."""
    every = tuple(texts)
    answers = sum(answer(text, conversation=True) is not None for text in every)
    return answers > 0 and answers + sum(map(asks, every)) > 1


def begins_speech(text: str) -> bool:
    """Whether a line begins with a mark; a small letter is rather the rest of a sentence."""
    marked = asks(text) or answer(text, conversation=True) is not None
    return marked and text[:1].isupper()


def is_mark(text: str) -> bool:
    """Whether a line is a mark and nothing else: what is said stands under it."""
    return any(mark.fullmatch(text) for mark in (ASKS, NAMED))
