"""A text cut into words, with what the layers ask about each of them."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from unicodedata import normalize

from interviews.anonymity.allowed import allowed_places
from interviews.anonymity.lexicon import word_list

_WORD = re.compile(r"[^\W\d_]+(?:['’´\-‐‑][^\W\d_]+)*['’´]?")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_LETTERS = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"  # slower, so only where an accent is a mark
_ACCENTED_WORD = re.compile(rf"{_LETTERS}(?:['’´\-‐‑]{_LETTERS})*['’´]?")
_STARTS = re.compile(r"[.!?…:;][\"'”’»)\]]*\s+[\"'“”„»«(\[\-–—]*$|[\n\r•*]\s*[\"“”„»«(\-–—]*$")
_LIST_MARK = re.compile(r"(?:^|\s)(?:\d{1,2}[.)]|[-–—•*])\s+[\"“”„»«(]*$")
_OPENING = re.compile(r"(?:^|[:,\s])[\"“„»]$")
_DECADES = ("er", "erne", "ernes")  # "1980erne", "50'erne": endings, no words
_ENDS_IN_DIGIT = re.compile(r"\d['’´]?\Z")
_ONLY_MARKS = re.compile(r"^[\W\d_]*$")


class Look(Enum):
    """How a word looks without its capital."""

    NAME = "name"  # in a dictionary, but nobody says it as a word ("jens")
    WORD = "word"  # an ordinary word and no name
    BOTH = "both"  # a word that people are also called ("storm")
    JOINED = "joined"  # not in the lexicon, but two words that are
    UNKNOWN = "unknown"  # in no list


@dataclass(frozen=True, slots=True)
class Token:
    """One word: text[start:end] == form. `initial` is True where a sentence may begin."""

    start: int
    end: int
    form: str
    lower: str
    initial: bool

    @property
    def capital(self) -> bool:
        return self.form[0].isupper()


@dataclass(frozen=True)
class Text:
    """What every layer gets: the text as typed and the words people have allowed (lower case)."""

    raw: str
    allowed: frozenset[str] = frozenset()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the text in order; hyphens and apostrophes inside a word stay in it."""
        found: list[Token] = []
        before = 0
        pattern = _ACCENTED_WORD if _ACCENT.search(self.raw) else _WORD
        for match in pattern.finditer(self.raw):
            form = match.group().rstrip("'’´")
            if not form:
                continue
            start = match.start()
            if form.lower() in _DECADES and _ENDS_IN_DIGIT.search(self.raw, 0, start):
                continue
            plain = found and self.raw[found[-1].end : start] == " "
            initial = not plain and _begins_sentence(self.raw, before, start)
            end = start + len(form)
            lower = form.lower() if form.isascii() else normalize("NFC", form.lower())
            found.append(Token(start, end, form, lower, initial))
            before = start
        return tuple(found)

    @cached_property
    def allowed_words(self) -> frozenset[int]:
        """The places (in tokens) of words that are, or are part of, an allowed name."""
        spans = [(token.start, token.end) for token in self.tokens]
        return allowed_places(self.raw, spans, self.allowed)

    @cached_property
    def has_digit(self) -> bool:
        """True where a digit stands in the text; most statements have none."""
        return any(character.isdigit() for character in self.raw)

    @cached_property
    def lowered(self) -> str:
        """The text in lower case."""
        return self.raw.lower()

    @cached_property
    def looks(self) -> dict[str, Look]:
        """What words of this text were found to be; kept no longer than the text."""
        return {}

    @cached_property
    def shouted(self) -> bool:
        """True where most of the letters are capitals, so that a capital says nothing."""
        letters = [c for c in self.raw if c.isalpha()]
        return len(letters) > 7 and sum(c.isupper() for c in letters) > 0.6 * len(letters)

    def gap(self, index: int) -> str:
        """The characters between word `index` and the next one ("" after the last word)."""
        if not 0 <= index < len(self.tokens) - 1:
            return ""
        return self.raw[self.tokens[index].end : self.tokens[index + 1].start]

    def word(self, index: int) -> str:
        """Word `index` in lower case, "" outside the text."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""


def _begins_sentence(raw: str, previous_word: int, start: int) -> bool:
    """True where the word at `start` opens a sentence, a quotation or a list item."""
    between = raw[previous_word:start]
    if previous_word == 0 and _ONLY_MARKS.match(between):
        return True
    if _STARTS.search(between):
        word = _WORD.match(between)
        ends_short = word is not None and between[word.end() : word.end() + 1] == "."
        return not (ends_short and word is not None and _is_short(word.group()))
    return bool(_LIST_MARK.search(between) or _OPENING.search(between))


def _is_short(word: str) -> bool:
    return word.lower() in word_list("abbreviations") or (len(word) == 1 and word.isupper())
