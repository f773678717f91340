"""The rules that put a citizen's proposal into the form of an initiative.

Each rule looks at one sentence and gives a wording it is sure of, or None. Danish verbs do not
bend by person, so that "jeg" may become "borgerne" without touching the verb.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from language.reader import sentences

PEOPLE = r"(?:jeg|man|vi|han|hun|de|borgeren|beboeren|gruppen|nogen|nogle|flere|folk)"
ASKS = (
    r"(?:foreslår|ønsker(?: sig)?|(?:ville )?ønske[r]?(?: sig)?|håber(?: på)?|mener|synes|"
    r"vil (?:gerne )?have|(?:vil|ville) gerne (?:have|ha)|mangler|savner|efterlyser|"
    r"har brug for|kunne (?:godt )?tænke sig|spørger(?: efter)?|foretrækker)"
)
OWN = re.compile(
    r"\b(?:jeg|mig|min|mit|mine|vi|os|vores|du|dig|din|dit|dine|I|jer|jeres|han|ham|hans|hun|hende|"
    r"hendes)\b"
)
DETERMINERS = r"(?:en|et|én|ét|flere|nogle|noget|nogen|to|tre|fire|mere|gratis|billige|små)"


@dataclass(frozen=True)
class Wording:
    """An initiative and how sure the rule is of its grammar, in [0, 1]."""

    text: str
    confidence: float


@dataclass(frozen=True)
class _Verbs:
    passive_of_imperative: dict[str, str]
    passive_of_infinitive: dict[str, str]
    present_of_infinitive: dict[str, str]


@cache
def _lists() -> dict[str, str]:
    with Path(__file__).with_name("wording.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _verbs() -> _Verbs:
    rows = [line.split() for line in _lists()["verbs"].strip().splitlines()]
    return _Verbs(
        {row[0]: row[3] for row in rows if row[3] != "-"},
        {row[1]: row[3] for row in rows if row[3] != "-"},
        {row[1]: row[2] for row in rows},
    )


def rule_wordings(text: str) -> Iterator[Wording]:
    """The wordings that the rules find in a text, sentence by sentence."""
    for start, end in sentences(text):
        sentence = " ".join(text[start:end].split()).rstrip(" .!?…")
        for rule in (_clause, _object, _imperative):
            wording = rule(sentence)
            if wording:
                yield wording
                break


def _clause(sentence: str) -> Wording | None:
    """'Hun foreslår, at alle anbragte får et kursus' -> 'at alle anbragte får et kursus'."""
    found = re.match(rf"{PEOPLE}\b.{{0,40}}?\b{ASKS},? at (.+)$", sentence, re.IGNORECASE)
    if not found or not _speaks_for_all(found[1]):
        return None
    return Wording(f"at {_lower(found[1])}", 0.9)


def _object(sentence: str) -> Wording | None:
    """'Der mangler et værested' and 'jeg vil gerne have en fast kontaktperson'."""
    found = re.match(
        rf"(?:(?:{PEOPLE}|der)\b (?:{ASKS}|(?:skal|bør|burde|skulle) (?:være|etableres|laves)) )?"
        rf"({DETERMINERS} .+)$",
        sentence,
        re.IGNORECASE,
    )
    if not found or not _speaks_for_all(found[1]) or not _is_phrase(found[1]):
        return None
    phrase = _lower(found[1])
    return Wording(f"at der {_what_is_done(phrase)} {phrase}", 0.8)


def _imperative(sentence: str) -> Wording | None:
    """'Lav et sted, man kan komme' -> 'at der laves et sted, man kan komme'."""
    verb, _, rest = sentence.partition(" ")
    passive = _verbs().passive_of_imperative.get(verb.lower())
    if not passive or not re.match(rf"{DETERMINERS} ", rest) or not _speaks_for_all(rest):
        return None
    return Wording(f"at der {passive} {rest}", 0.8)


def _is_phrase(text: str) -> bool:
    """Whether a text that begins like a noun phrase has its verbs only in clauses of its own."""
    head = re.split(r",| (?:som|der|hvor|man|til at|for at)\b", text, maxsplit=1)[0]
    words = head.lower().split()
    verbs = {"er", "skal", "kan", "vil", "må", "har", "bør", "burde", "kunne", "skulle", "var"}
    present = set(_verbs().present_of_infinitive.values())
    return len(words) >= 2 and not set(words) & (verbs | present)


def _what_is_done(phrase: str) -> str:
    head = re.split(r",| (?:som|der|hvor|til|på|i|med|om|kun|af|uden)\b", phrase, maxsplit=1)[0]
    last = head.split()[-1].lower()
    if any(last.endswith(word) for word in _lists()["people"].split()):
        return "tilknyttes"
    if any(last.endswith(word) for word in _lists()["places"].split()):
        return "etableres"
    return "sikres"


def _speaks_for_all(text: str) -> bool:
    """No word that only makes sense in the mouth of the one who said it."""
    return not OWN.search(text)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
