"""What the rules of wording know of Danish: verb forms, whose mouth a word is in, where to cut.

Danish verbs do not bend by person, so "jeg" may become "borgeren" without touching the verb.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DETERMINERS = (
    r"(?:en|et|én|ét|flere|nogle|nogen|noget|to|tre|fire|mere|gratis|billige|små|enkelte|ny|nye)"
)
MOST_REPLACED = 2  # words; a wording with more of them reads like a form
REPLACED = {
    "jeg": "borgeren", "han": "borgeren", "hun": "borgeren", "mig": "borgeren", "ham": "borgeren",
    "hende": "borgeren", "min": "borgerens", "mit": "borgerens", "mine": "borgerens",
    "hans": "borgerens", "hendes": "borgerens", "vi": "borgerne", "os": "borgerne",
    "vores": "borgernes", "i": "kommunen", "jer": "kommunen", "jeres": "kommunens",
}  # fmt: skip
OBJECTS = {"mig", "os", "ham", "hende", "jer"}
SUBJECTS = {"jeg", "vi", "han", "hun"}
PAST = {
    "var": "er", "fandtes": "findes", "kunne": "kan", "skulle": "skal", "blev": "bliver",
    "havde": "har", "fik": "får", "kom": "kommer", "ville": "vil", "burde": "bør",
}  # fmt: skip


@dataclass(frozen=True)
class Verbs:
    """The forms of the verbs that are known: what is made of an imperative or an infinitive."""

    imperatives: frozenset[str]
    passive: dict[str, str]
    present: dict[str, str]


@cache
def lists() -> dict[str, Any]:
    """The word lists of `wording.toml`."""
    with Path(__file__).with_name("wording.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def verbs() -> Verbs:
    """Imperative -> present passive; infinitive -> present."""
    rows = [line.split() for line in lists()["verbs"].strip().splitlines()]
    passive = {row[0]: row[3] for row in rows if row[3] != "-"}
    return Verbs(frozenset(row[0] for row in rows), passive, {row[1]: row[2] for row in rows})


def present_of(infinitive: str) -> str | None:
    """The present tense of a known verb; a passive infinitive ("fredes") is its own present."""
    low = infinitive.lower()
    if low == "have":
        return "får"  # "man skal have et øveår"
    if low in verbs().present:
        return verbs().present[low]
    if low in passives():
        return low
    return low if len(low) > 5 and low.endswith("es") else None


def for_all(text: str) -> str | None:
    """The text with words of the speaker's own mouth put as the citizen's, or None if it will not.

    None where it speaks to somebody ("du"), where too many words would have to change, or where
    the speaker is both subject and object ("jeg … mig": it would have to be "sig").
    """
    words = re.findall(r"[^\W\d_]+", text)
    own = [w for w in words if w.lower() in REPLACED and (w.lower() != "i" or w == "I")]
    low = {w.lower() for w in own}
    if re.search(r"\b(?:du|dig|din|dit|dine|hinanden|sig)\b", text, re.IGNORECASE) and own:
        return None
    if re.search(r"\b(?:du|dig|din|dit|dine)\b", text, re.IGNORECASE):
        return None
    if len(own) > MOST_REPLACED or (low & SUBJECTS and low & OBJECTS):
        return None
    for word in own:
        text = re.sub(rf"\b{word}\b", REPLACED[word.lower()], text, count=1)
    return text.replace("borgernes egen", "deres egen").replace("borgerens egen", "sin egen")


def cut(text: str) -> str:
    """The text up to where a new main clause begins, without marks and loose words at its end."""
    whole = len(text)
    text = re.split(
        r"[;:()»«!?]|\.\s| [–-] |,? (?:men|altså)\b"
        r"|(?<! dem), (?:så|for|det|de|den|vi|jeg|og så|siger|synes|tak|ligesom|mere|ikke)\b",
        text,
        maxsplit=1,
    )[0]
    for found in re.finditer(r"(?:,? og|,) (\w+)", text):
        if found[1].lower() in verbs().imperatives:  # "og hold det": a second demand
            text = text[: found.start()]
            break
    loose = r"(?:[\s,.]+(?:og|eller|som|der|at|en|et))*" if len(text) < whole else ""
    return re.sub(rf"{loose}[\s,.…]*$", "", text)


def passive_of(infinitive: str) -> str | None:
    """The present passive of a known infinitive: "etablere" -> "etableres"."""
    found = verbs().present.get(infinitive.lower())
    return f"{infinitive.lower()}s" if found and f"{infinitive.lower()}s" in passives() else None


@cache
def passives() -> frozenset[str]:
    """The present passives that are known."""
    return frozenset(verbs().passive.values())


def mend(text: str) -> str:
    """The text with the commonest slip put right: "en plan, der sikre" -> "der sikrer"."""

    def with_r(found: re.Match[str]) -> str:
        word = found[2]
        return f"{found[1]} {verbs().present[word]}" if word in verbs().present else found[0]

    return re.sub(r"\b(der|som) (\w+re)\b", with_r, text)
