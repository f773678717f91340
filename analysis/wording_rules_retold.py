"""The rules for what was retold: the report is taken off, the wish put into the form of a plan.

"Flere peger på, at der mangler X" and "Det har stor betydning, at …": what an interviewer or a
minute-taker writes. As with the other rules, a wording or None.
"""

import re

from analysis.wording_objects import wished
from analysis.wording_phrases import is_clause, is_phrase
from analysis.wording_report import ADVERB, LACK, without_report
from analysis.wording_words import PAST, cut, passive_of, passives, present_of

MATTERS = re.compile(
    rf"(?:det|her) (?:er|har|ville være|vil være|kunne være|betyder)(?: {ADVERB})* (?:af )?"
    r"(?:(?:stor|afgørende|særlig|meget|helt|rigtig) )*"
    r"(?:vigtigt|betydning|afgørende|nødvendigt|væsentligt|på tide|en fordel|ønskeligt|oplagt|"
    r"en god idé|en (?:stor|god) hjælp|godt|gavnligt|meget)"
    r"(?: for (?P<whom>[^,]{2,40}?))?,? (?P<joint>at|med|hvis(?: der)?) (?P<what>.+)$",
    re.IGNORECASE,
)
OUGHT = re.compile(
    rf"(?P<who>.+?),?(?P<not> ikke)? (?P<modal>bør|burde|skal|skulle)(?P<no> ikke)?(?: {ADVERB})* "
    r"(?P<verb>\w+)(?:/\w+)?(?P<rest>.*)$",
    re.IGNORECASE,
)
THERE_OUGHT = re.compile(
    r"der(?P<place> (?:i|ved|for|på|til) [^,]{2,60}?)? (?:bør|burde|skal|skulle)"
    rf"(?P<after> (?:i|ved|for|på|til) [^,]{{2,60}}?)?(?: {ADVERB})* "
    r"(?P<verb>\w+s|være|komme)(?:/\w+)? (?P<what>.+)$",
    re.IGNORECASE,
)
USEFUL = re.compile(
    rf"(?P<what>.+?),? (?:kunne|ville|vil|kan)(?: {ADVERB})* (?:kunne )?"
    r"(?:være|blive|gøre) (?:til )?"
    r"(?:(?:en|et|stor|stort|god|rigtig) )*"
    r"(?:hjælp|gavn|nytte|støtte|forskel|fordel|løsning|lettelse|godt|gavnlig\w*|nyttig\w*)\b",
    re.IGNORECASE,
)
WOULD = re.compile(
    rf"(?P<what>.+?),? (?:kunne|ville|vil|kan)(?: {ADVERB})* (?:kunne )?(?:sikre|hjælpe|give|gøre|"
    r"skabe|styrke|forebygge|betyde|lette|medvirke|bidrage|mindske|afhjælpe)\b",
    re.IGNORECASE,
)
ANSWERS_TO = r"^de (?=(?:\w+r|kan|skal|må|vil|ikke) )"  # "de" of a sentence that is left out
OF_BORGERNE = {"få": "får", "have": "har", "kunne": "kan", "blive": "bliver"}

OF_KOMMUNEN = r"(?:sørger for|sikrer|tilbyder|etablerer|opretter|ansætter|giver|støtter|styrker)"


def retold(sentence: str) -> str | None:
    """'Der peges på, at der mangler en natcafé' -> 'at der etableres en natcafé'."""
    rest, kind = without_report(sentence)
    if not kind and not re.match(r"at ", rest, re.IGNORECASE):
        return _lack(rest) or _matters(rest) or _there_ought(rest) or _useful(rest)
    is_clause_of_it = re.match(r"at ", rest, re.IGNORECASE)
    if not is_clause_of_it:
        return wished(rest) if kind in {"wants", "points"} else _lack(rest)
    rest = rest[3:]
    found = _lack(rest) or _matters(rest) or _there_ought(rest) or _ought(rest, kind == "wants")
    found = found or _useful(rest)
    if found or kind == "tells":
        return found
    if kind == "points":
        would = WOULD.match(rest)
        return wished(would["what"]) if would else None
    return _goal(rest) if kind else _as_plans_say(rest)


def _lack(text: str) -> str | None:
    found = LACK.match(text)
    if not found:
        return None
    what = found["what"]
    return _goal(what[3:]) if re.match(r"at ", what, re.IGNORECASE) else wished(what)


def _matters(text: str) -> str | None:
    found = MATTERS.match(text)
    if not found:
        return None
    if found["joint"].lower() == "med":
        return wished(found["what"])
    if found["joint"].lower() == "hvis der":
        there = re.match(r"(?:var|er|fandtes|kom) (.+)$", found["what"])
        return wished(there[1]) if there else None
    whom = found["whom"]
    return _goal(re.sub(ANSWERS_TO, f"{whom} " if whom else "de ", found["what"]))


def _useful(text: str) -> str | None:
    found = USEFUL.match(text)
    return wished(re.sub(r"^at ", "", found["what"], flags=re.I)) if found else None


def _there_ought(text: str) -> str | None:
    found = THERE_OUGHT.match(text)
    if not found:
        return None
    verb, what = found["verb"].lower(), found["what"]
    if verb in {"være", "findes", "komme"}:
        return wished(what)
    present = present_of(verb)
    if not present or not verb.endswith("s") or not is_phrase(cut(what)):
        return None
    place = found["place"] or found["after"] or ""
    return f"at der{'' if '[' in place else place} {present} {what}"


def _ought(text: str, wanted: bool) -> str | None:
    """'hjælp bør ydes straks' -> 'at hjælp ydes straks'; a "skal" that is told may be a burden."""
    found = OUGHT.match(text)
    if not found or (found["modal"].lower() in {"skal", "skulle"} and not wanted):
        return None
    who, present = found["who"], present_of(found["verb"])
    is_one = re.fullmatch(r"(?!ikke|hvilke|noget|intet|denne)(?:man|børn|\w+(?:e|er|en|et))", who)
    if not present or not (is_one or is_phrase(who)) or re.search(r",| (?:som|der|hvor) ", who):
        return None
    who = "borgeren" if who.lower() == "man" else who
    no = found["no"] or found["not"] or ""
    return f"at {who[:1].lower()}{who[1:]}{no} {present}{found['rest']}"


def _goal(clause: str) -> str | None:
    """What stands after "vigtigt, at" or "ønsker, at": 'etablere tilbud', 'de unge bliver hørt'."""
    first, _, rest = clause.partition(" ")
    low = first.lower()
    if low in OF_BORGERNE and rest:
        return f"at borgerne {OF_BORGERNE[low]} {rest}"
    passive = passive_of(low)
    if passive and rest:
        found = re.match(r"\w+", rest)
        if is_phrase(cut(rest)) and found and present_of(found[0]) is None:
            return f"at der {passive} {rest}" if wished(rest) else None
        return None
    return _ought(clause, True) or _as_it_is(clause)


def _as_it_is(clause: str) -> str | None:
    words = [PAST.get(word, word) for word in clause.split()]
    text = re.sub(ANSWERS_TO, "borgerne ", " ".join(words))
    return f"at {text}" if is_clause(cut(text)) else None


def _as_plans_say(clause: str) -> str | None:
    """'At der etableres flere boliger' is an initiative already."""
    if re.match(rf"kommunen {OF_KOMMUNEN}\b", clause):
        return f"at {clause}"
    found = re.match(
        r"(?:der|det(?= (?:undersøg|overvej|drøft|sikr))|\w+(?:erne|en|et|ene)) (\w+es),? (.+)$",
        clause,
        re.IGNORECASE,
    )
    if not found:  # "børn af misbrugere tilbydes samtaler"
        found = re.match(r"((?:\w+ ){2,5}?)(?=(\w+es)\b)", clause)
        is_goal = found and is_phrase(found[1].strip()) and found[2] in passives()
        return f"at {clause[:1].lower()}{clause[1:]}" if is_goal else None
    return f"at {clause[:1].lower()}{clause[1:]}" if present_of(found[1]) else None
