"""Many lines at once: notes with their dots, and headings and levels that stand among them."""

import re

from interviews.workshop.model import Level, Line

MOST_DOTS = 999
_WORDS = "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"én": 1, "et": 1, "ét": 1}
_VOTES = r"(?:prik(?:ker)?|stemmer?|points?|kryds(?:er)?|streger?|dots?|votes?)"
_SAID = re.compile(
    rf"[\s,;:–-]*[(\[]?\s*\b(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+{_VOTES}\s*[)\]]?\s*[.]?$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[](?P<n>\d{1,2})[)\]]\s*$")
_TIMES = re.compile(r"\s+[x×*]\s?(?P<n>\d{1,3})\s*$", re.IGNORECASE)
_MARKS = re.compile(r"\s*(?P<marks>[•●⬤🔴🔵🟢🟡*|]{1,60}(?:\s*[•●⬤🔴🔵🟢🟡])*)\s*$")
_BULLET = re.compile(r"^\s*(?:[-–•*●·]|\d{1,2}[.)])\s+")
_LEVELS = (
    (Level.CHALLENGE, re.compile(r"udfordring(?:er(?:ne)?)?|problem(?:er)?|kritik|challenges?")),
    (Level.GOAL, re.compile(r"mål(?:ene)?|visioner|drømme|ønsker|goals?")),
    (
        Level.INITIATIVE,
        re.compile(r"(?:mulige )?(?:initiativer|forslag|idéer|ideer|løsninger|initiatives?)"),
    ),
)


def read_wall(text: str, heading: str, level: Level) -> tuple[Line, ...]:
    """One line a note, with its dots; blank lines are passed over.

    A line that ends with ":" changes what follows: to a level ("Mål:"), or to another heading.
    """
    lines = []
    for raw in text.splitlines():
        line = " ".join(_BULLET.sub("", raw).split())
        if not line:
            continue
        if line.endswith(":"):
            named = level_named(line[:-1])
            if named:
                level = named
            else:
                heading = line[:-1].strip() or heading
            continue
        words, dots = read_dots(line)
        lines.append(Line(heading, level, words, dots))
    return tuple(lines)


def level_named(words: str) -> Level | None:
    """The level that a heading names, if it names one."""
    low = words.strip().casefold()
    return next((level for level, pattern in _LEVELS if pattern.fullmatch(low)), None)


def read_dots(line: str) -> tuple[str, int]:
    """A note without its dots, and how many it had: "Flere bænke, 3 prikker" gives 3.

    Understood are "3 prikker", "tre stemmer", "(3)", "x3" and dots themselves ("•••"). A line that
    is nothing but dots stays as it is, without any.
    """
    for pattern in (_SAID, _BRACKETS, _TIMES, _MARKS):
        found = pattern.search(line)
        words = line[: found.start()].rstrip(" ,;–-") if found else ""
        if found and words:
            return words, min(_count(found), MOST_DOTS)
    return line, 0


def _count(found: "re.Match[str]") -> int:
    groups = found.groupdict()
    if marks := groups.get("marks"):
        return len(re.sub(r"\s", "", marks))
    number = groups["n"].casefold()
    return int(number) if number.isdigit() else _NUMBERS[number]
