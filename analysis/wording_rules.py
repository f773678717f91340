"""The rules that put a citizen's proposal into the form of an initiative.

Each rule looks at one sentence and gives a wording whose grammar it is sure of, or None.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from analysis.wording_objects import wished
from analysis.wording_phrases import has_noun, is_clean, is_definite, is_phrase
from analysis.wording_rules_retold import retold
from analysis.wording_words import DETERMINERS, PAST, cut, for_all, mend, present_of, verbs
from language.reader import sentences

PEOPLE = r"(?:jeg|man|vi|han|hun|de|borgeren|beboeren|gruppen|nogen|nogle|flere|folk|ungdommen)"
WANTS = (
    r"(?:foreslår|ønsker(?: sig)?|efterlyser|mangler|savner|har brug for|vil (?:gerne )?have|"
    r"(?:vil|ville) gerne (?:have|ha)|kunne (?:godt )?tænke (?:sig|mig|os))"
)
SAYS = (
    r"(?:foreslår|ønsker(?: sig)?|ville ønske|håber(?: på)?|mener|synes|vil have|"
    r"kunne (?:godt )?tænke (?:sig|mig|os))"
)
SHOULD = r"(?:skal|skulle|bør|burde|sku)"
NO_SUBJECT = re.compile(
    r"(?:der|det|den|de|her|nu|så|hvis|når|hvad|hvem|hvor|hvordan|hvorfor|jeg|vi|du|han|hun|i|og|men|"
    r"at|ikke|også|bare|ellers|derfor|dem|sådan|hvilken|ingen|intet|noget)$",
    re.IGNORECASE,
)
Rule = Callable[[str], str | None]


@dataclass(frozen=True)
class Wording:
    """An initiative and how well its rule reads, in [0, 1]."""

    text: str
    fitness: float


def rule_wordings(text: str) -> Iterator[Wording]:
    """The wordings that the rules find in a text, at most one for each sentence."""
    for start, end in sentences(text):
        sentence = " ".join(text[start:end].split()).rstrip(" .!?…")
        for rule, fitness in RULES:
            found = rule(sentence)
            spoken = for_all(mend(cut(found))) if found else None
            if spoken and len(spoken.split()) > 3 and is_clean(spoken):
                yield Wording(spoken, fitness)
                break


def _clause(sentence: str) -> str | None:
    """'Hun foreslår, at alle anbragte får et kursus' -> 'at alle anbragte får et kursus'."""
    found = re.match(rf"{PEOPLE}\b.{{0,40}}?\b({SAYS}),? at (.+)$", sentence, re.IGNORECASE)
    if not found:
        return None
    clause = found[2]
    if re.match(r"mener|synes", found[1], re.IGNORECASE) and not re.search(SHOULD, clause):
        return None  # an opinion, not a wish
    if re.match(r"ville|kunne", found[1], re.IGNORECASE):
        words = [PAST.get(word, word) for word in clause.split()]
        if words == clause.split():  # a past tense that is not known
            return None
        clause = " ".join(words)
    return f"at {clause}"


def _question(sentence: str) -> str | None:
    """'Kunne man ikke få et lille rum' and 'de har spurgt, om …' -> 'at det undersøges, om …'."""
    asked = re.match(r"(?:kunne|kan) (\w+)(?: ikke)? (.+)$", sentence, re.IGNORECASE)
    if asked and asked[1].lower() in {"man", "i", "vi", "de", "kommunen"}:
        return f"at det undersøges, om {asked[1]} kan {asked[2]}"
    told = re.search(r"\b(?:spørger|spurgt|spørge), om (.+)$", sentence)
    if told and re.search(r"\b(?:kunne|kan|må)\b", told[1]):
        clause = re.sub(r"\b(?:ikke )?kunne\b", "kan", told[1], count=1)
        return f"at det undersøges, om {clause}"
    return None


def _refrain(sentence: str) -> str | None:
    """'Lad være med at skifte ud på folk' -> 'at kommunen undlader at skifte ud på folk'."""
    found = re.match(r"lad være(?: med)? at (.+)$", sentence, re.IGNORECASE)
    return f"at kommunen undlader at {found[1]}" if found else None


def _let(sentence: str) -> str | None:
    """'Lad os få vores egen mappe' and 'Lad huslejen gå direkte fra kontoen'."""
    found = re.match(r"lad (\w+) (\w+)( .+)?$", sentence, re.IGNORECASE)
    if not found or found[2].lower() == "være":
        return None
    who, infinitive, rest = found[1], found[2].lower(), found[3] or ""
    if who.lower() in {"mig", "os"} and present_of(infinitive):
        one = "borgeren" if who.lower() == "mig" else "borgerne"
        return f"at {one} får mulighed for at {infinitive}{rest}"
    present = present_of(infinitive)
    return f"at {who.lower()} {present}{rest}" if present and is_definite(who) else None


def _give(sentence: str) -> str | None:
    """'Giv folk en nøgle til deres eget skab' -> 'at borgerne tilbydes en nøgle …'."""
    found = re.match(
        rf"giv (?:folk|os|mig|dem|alle|borgerne) ({DETERMINERS} .+)$", sentence, re.IGNORECASE
    )
    return f"at borgerne tilbydes {found[1]}" if found and is_phrase(found[1]) else None


def _imperative(sentence: str) -> str | None:
    """'Lav et sted, man kan komme' and 'Hold sengen åben' -> 'at der laves …', 'at sengen …'."""
    verb, _, rest = sentence.partition(" ")
    passive = verbs().passive.get(verb.lower())
    if not passive or not rest or not has_noun(cut(rest)):
        return None
    if re.match(rf"{DETERMINERS} \w+", rest, re.IGNORECASE):
        return f"at der {passive} {_lower(rest)}"
    thing = re.match(r"((?:den|det|de) \w+e \w+|\w+)\b(.*)$", rest)
    if thing and (" " in thing[1] or is_definite(thing[1])):
        return f"at {thing[1]} {passive}{thing[2]}"
    return None


def _there_should(sentence: str) -> str | None:
    """'Der skal ligge naloxon alle steder' -> 'at der ligger naloxon alle steder'."""
    found = re.match(rf"der (?:{SHOULD}|må) (\w+) (.+)$", sentence, re.IGNORECASE)
    if not found or re.match(r"ikke\b", found[2]):
        return None
    if found[1].lower() in {"være", "etableres", "laves", "oprettes"}:
        return wished(found[2]) or f"at der er {found[2]}"
    present = present_of(found[1])
    return f"at der {present} {found[2]}" if present else None


def _should(sentence: str) -> str | None:
    """'Sygehuset burde ringe til herberget' -> 'at sygehuset ringer til herberget'."""
    found = re.match(rf"(.{{2,60}}?) {SHOULD} (ikke )?(\w+)(.*)$", sentence, re.IGNORECASE)
    present = present_of(found[3]) if found else None
    if not found or not present:
        return None
    if found[3].lower() == "have" and not re.match(rf" {DETERMINERS}\b", found[4]):
        return None  # "skulle have taget": too late
    subject = found[1].split()
    if NO_SUBJECT.match(subject[0]) or len(subject) > 5 or "," in found[1]:
        return None
    if len(subject) > 1 and not is_phrase(found[1]):
        return None
    who = "borgeren" if found[1].lower() == "man" else _lower(found[1])
    return f"at {who} {found[2] or ''}{present}{found[4]}"


def _object(sentence: str) -> str | None:
    """'Der mangler et værested', 'jeg vil gerne have en fast ven', 'En stoffri opgang'."""
    wanted = re.match(rf"(?:{PEOPLE}|der)\b (?:\w+ )?{WANTS} (.+)$", sentence, re.IGNORECASE)
    if wanted and re.search(r"\bikke\b", wanted[0][: wanted.start(1)], re.IGNORECASE):
        return None
    if wanted:
        return wished(wanted[1])
    is_thing = re.match(
        rf"{DETERMINERS}\b|(?:hjælp|støtte|adgang) (?:til|fra)\b", sentence, re.IGNORECASE
    )
    return wished(sentence) if is_thing else None


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


RULES: tuple[tuple[Rule, float], ...] = (
    (retold, 0.9),
    (_clause, 0.9),
    (_question, 0.7),
    (_refrain, 0.5),
    (_let, 0.6),
    (_give, 0.9),
    (_imperative, 0.8),
    (_there_should, 0.9),
    (_should, 0.7),
    (_object, 0.9),
)
