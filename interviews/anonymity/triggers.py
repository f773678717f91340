"""The words around a name: "hedder", "min sagsbehandler", "sagde" (lists/triggers.toml)."""

import tomllib
from functools import cache
from importlib import resources

from interviews.anonymity.text import Text

_PROFESSIONS = (
    "mester",
    "chef",
    "chefen",
    "leder",
    "lederen",
    "direktør",
    "direktøren",
    "minister",
    "formand",
    "formanden",
    "læge",
    "lægen",
    "pædagog",
    "pædagogen",
    "assistent",
    "konsulent",
    "konsulenten",
    "rådgiver",
    "rådgiveren",
    "vejleder",
    "vejlederen",
    "behandler",
    "behandleren",
    "plejer",
    "plejerske",
    "plejersken",
    "terapeut",
    "terapeuten",
    "sekretær",
    "redaktør",
    "prins",
    "prinsesse",
    "dronning",
    "politiker",
    "advokat",
    "ejer",
    "træner",
    "inspektør",
    "ordfører",
    "forfatter",
    "manden",
    "kvinden",
    "fyren",
    "pigen",
    "drengen",
)
_DOUBTS = ("vist", "nok", "altså", "da", "jo", "bare", "måske", "egentlig", "åbenbart", "også")


@cache
def phrases(group: str) -> frozenset[str]:
    """The trigger phrases of one group (sure, roles, kin, before, after), in lower case."""
    file = resources.files("interviews.anonymity").joinpath("lists", "triggers.toml")
    read: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return frozenset(phrase.strip() for phrase in read[group].split(";") if phrase.strip())


@cache
def _last_words() -> frozenset[str]:
    """The last word of every phrase: most words are none, and need no closer look."""
    groups = ("sure", "roles", "kin", "before", "after")
    return frozenset(phrase.split()[-1] for group in groups for phrase in phrases(group))


def follows(text: Text, index: int, group: str) -> bool:
    """True where the one or two words before word `index` are a phrase of `group`.

    Only blanks, commas, colons, quotation marks and abbreviation points may stand between, and
    one word of doubt after a sure phrase ("hedder vist nok ...").
    """
    if group == "sure" and text.word(index - 1) in _DOUBTS and not text.tokens[index].initial:
        return index > 1 and follows(text, index - 1, group)
    one = text.word(index - 1)
    if index == 0 or not (one in _last_words() or one.endswith(_PROFESSIONS)):
        return False
    if text.gap(index - 1).strip(" ,:.\"“”»«'()\n") or "\n" in text.gap(index - 1):
        return False
    if text.tokens[index].initial and ":" not in text.gap(index - 1):
        return False
    two = f"{text.word(index - 2)} {one}"
    known = phrases(group)
    return one in known or two in known or (group == "roles" and one.endswith(_PROFESSIONS))


def precedes(text: Text, index: int) -> bool:
    """True where the word after word `index` is what people do ("siger", "har", "kom")."""
    if text.gap(index).strip(' ,"“”»«'):
        return False
    one = text.word(index + 1)
    return one in phrases("after") or f"{one} {text.word(index + 2)}" in phrases("after")
