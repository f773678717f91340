"""The one rule for characters that no document can hold.

A citizen's words are printed as they were saved. Characters that a Word file or a spreadsheet
cannot hold (control characters, half surrogates, non-characters), and the invisible ones that turn
the direction of a line (they can make a printed text read otherwise than the saved one), are
replaced one for one by "�" so that a reader sees that something stood there.
"""

import re

REPLACEMENT = "\ufffd"
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_WORD = re.compile(r"\w+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+")


def printable(text: str) -> str:
    """`text` with line ends as "\\n" and each character that cannot be printed as "�"."""
    return _UNPRINTABLE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def lines(text: str) -> list[str]:
    """The lines of a text that say something, each a paragraph of its own."""
    return [line.strip() for line in printable(text).split("\n") if line.strip()]


def by_direction(text: str) -> list[tuple[str, bool]]:
    """`text` cut into pieces that are written one way: (piece, is it right to left)."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in _RIGHT_TO_LEFT.finditer(text):
        if match.start() > at:
            pieces.append((text[at : match.start()], False))
        pieces.append((match.group(), True))
        at = match.end()
    if at < len(text) or not pieces:
        pieces.append((text[at:], False))
    return pieces


def repeats(text: str, said: str, run: int = 5) -> bool:
    """Whether `text` has `run` words in a row from `said` (or all of a shorter one), any case."""
    words, source = _WORD.findall(text.lower()), _WORD.findall(said.lower())
    length = min(run, len(source))
    if not length:
        return False
    runs = {tuple(source[at : at + length]) for at in range(len(source) - length + 1)}
    return any(tuple(words[at : at + length]) in runs for at in range(len(words) - length + 1))
