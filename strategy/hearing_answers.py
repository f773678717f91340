"""Hearing answers from files: split into points that a person looks at, changes and accepts.

What a party writes never meets the statements: it becomes points of the hearing and nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from analysis.like_texts import nearest_texts
from interviews import anonymity
from interviews.documents.model import Document, Form, Paragraph
from interviews.model import Certainty, Settings
from strategy.hearing import HearingStore, add_point, note_received
from strategy.model import Hearing, HearingPoint, PlanVersion

WHOLE = "Planen som helhed"  # the subject of what is about nothing in particular
SHORTEST = 25  # characters; less is a greeting, a name or a line of an address
TITLE = 80  # characters; a shorter line that ends no sentence is a title
SUBJECT = 80  # characters of a heading that may be a subject
_NUMBER = re.compile(
    r"\b(?:(?P<kind>[MI])[-–]\s?|(?P<word>[Mm]ål|[Ii]nitiativ)\s+(?:nr\.?\s*)?)0*(?P<n>\d{1,3})\b"
)
_COURTESY = re.compile(
    r"(?:kære\b|hej\b|til\s|att\.|vedr|med\s+(?:venlig|de\s+bedste)|(?:venlig|mange)\s+hilsen"
    r"|mvh\b|på\s+vegne\s+af|underskrevet|side\s+\d|den\s+\d{1,2}\.|\d{1,2}[./-]\d{1,2})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class AnswerPart:
    """One paragraph of an answer; `section` and `subject` are guesses a person confirms.

    `section` is a visible number ("I-07"), the name of a theme, or "" for the whole plan;
    `is_point` tells what most likely says something about the plan, in contrast to headings,
    lead-ins and greetings.
    """

    paragraph: int
    text: str
    section: str = ""
    subject: str = WHOLE
    is_point: bool = True


class AnswerIdentifies(ValueError):
    """Something in the answer is certain to identify a person; nothing was taken.

    `where` holds for each such part its paragraph and the kinds found, never the words.
    """

    code = "answer_identifies"

    def __init__(self, where: tuple[tuple[int, tuple[str, ...]], ...]) -> None:
        super().__init__(", ".join(f"{n}: {' '.join(kinds)}" for n, kinds in where))
        self.where = where


class AnswersStore(HearingStore, Protocol):
    """What taking answers needs of the store."""

    def settings(self, consultation_id: str) -> Settings: ...


def split_answer(
    document: Document, version: PlanVersion, themes: Iterable[str] = ()
) -> tuple[AnswerPart, ...]:
    """Every paragraph of the document in order, with what it is likely to be about.

    A number of the plan in the text or the heading above decides ("I-07", "mål 2"), else the row
    it is likest, else the theme (of the names `themes`) that the heading above is called; the
    subject is the heading above, else the row.
    """
    named = {name.casefold(): name for name in themes}
    rows = {g.label: g.text for g in version.goals} | {i.label: i.text for i in version.initiatives}
    paragraphs = document.paragraphs
    likest = nearest_texts([p.text for p in paragraphs], list(rows.values()))
    labels = list(rows)
    found = []
    heading = ""
    # a single heading names the whole letter, not what a part of it is about
    parted = sum(p.kind is Form.HEADING for p in paragraphs) > 1
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind is Form.HEADING:
            heading = paragraph.text.strip()
        said = _named(paragraph.text, labels) or _named(heading, labels)
        near = labels[likest[number]] if likest[number] >= 0 else ""
        section = said or near or named.get(heading.casefold(), "")
        is_point = _is_point(paragraph)
        section = section if is_point else ""
        own = parted and 0 < len(heading) <= SUBJECT
        subject = heading if own else _subject(section, labels)
        found.append(AnswerPart(number, paragraph.text.strip(), section, subject, is_point))
    return tuple(found)


def _subject(section: str, labels: Sequence[str]) -> str:
    """What a point is grouped under where no heading says it: the row or the theme it is about."""
    if not section:
        return WHOLE
    if section not in labels:
        return section
    return f"{'Mål' if section.startswith('M') else 'Initiativ'} {section}"


def _named(text: str, labels: Sequence[str]) -> str:
    """The first visible number in `text` that the plan has, or ""."""
    for match in _NUMBER.finditer(text):
        kind = match["kind"] or ("M" if match["word"].lower() == "mål" else "I")
        label = f"{kind}-{int(match['n']):02d}"
        if label in labels:
            return label
    return ""


def _is_point(paragraph: Paragraph) -> bool:
    """Whether the paragraph says something: no heading, lead-in, greeting or signature."""
    text = paragraph.text.strip()
    if paragraph.kind is Form.HEADING or len(text) < SHORTEST or text.endswith(":"):
        return False
    if paragraph.kind is Form.BULLET:
        return True
    is_title = len(text) < TITLE and not text.endswith((".", "!", ")"))
    return not is_title and not _COURTESY.match(text)


def take_answer(
    store: AnswersStore, hearing: Hearing, party: str, parts: Iterable[AnswerPart], day: str
) -> tuple[HearingPoint, ...]:
    """The parts as points of `party`, in their order; `party` has answered by `day` at the latest.

    Raises AnswerIdentifies, PartyUnknown, TextMissing; nothing is kept then (one transaction).
    """
    chosen = tuple(parts)
    allowed = frozenset(store.settings(hearing.consultation_id).allowed_words)
    if where := tuple(_certain(chosen, allowed)):
        raise AnswerIdentifies(where)
    points = tuple(
        add_point(store, hearing, party, part.section, part.subject, part.text) for part in chosen
    )
    known = next((p for p in store.hearing(hearing.id).parties if p.name == party), None)
    if points and known and not known.received_on:
        note_received(store, hearing, party, day)
    return points


def _certain(
    parts: Iterable[AnswerPart], allowed: frozenset[str]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    for part in parts:
        kinds = {
            finding.kind.value
            for text in (part.text, part.subject)
            for finding in anonymity.check(text, allowed)
            if finding.certainty is Certainty.CERTAIN
        }
        if kinds:
            yield part.paragraph, tuple(sorted(kinds))
