"""A thing that is wished for, put into the form of a plan: "at der ydes hjælp til breve"."""

import re

from analysis.wording_phrases import bare_nouns, head_of, is_general, is_phrase, starts_a_phrase
from analysis.wording_words import cut, lists
from language import words
from language.reader import read

LONGEST = 28  # words of the thing
SMALLER = re.compile(r"(?:færre|mindre|kortere|lavere|billigere)\b")
TROUBLE = re.compile(
    r"\b(?:dårlig\w*|manglende|mangel\w*|alt for|for (?:lidt|få|mange|lang\w*|høj\w*)|lange?|"
    r"svære?|"
    r"ensomhed\w*|problem\w*|udfordring\w*|barriere\w*|fordom\w*|stigma\w*|frygt\w*|mistillid\w*|"
    r"mistro\w*|isolation|utryghed\w*|ventetid\w*|gæld|misbrug|hjemløshed|vold|krav|skam|angst|"
    r"sygdom\w*|forskelle?|følelsen?)\b"
)
BEFORE = re.compile(
    r"(?:(?:især|generelt|blandt andet|fx|også|simpelthen|bare|et|en) )*"
    r"(?:(?:stort|større|stigende|særligt) )?(?:behov(?:et)?|brug|ønsker?) (?:for|om) "
)
SECOND = r"(?:en|et|flere|mere|bedre|færre|mindre|større|tættere|nye|at|adgang|hjælp|mulighed)"


def wished(text: str) -> str | None:
    """The initiative that answers a wish for a thing, or None if it is not safely one phrase.

    None too for a trouble ("manglende hjælp"): it is pointed at, not wished for.
    """
    phrase = BEFORE.sub("", _fitting(cut(text[:1].lower() + text[1:])))
    phrase = re.sub(r"^(?:(?:især|generelt|fx|også|bare|simpelthen|altså) )+", "", phrase)
    phrase = re.sub(r"^muligheden for\b", "mulighed for", phrase)
    head = head_of(phrase)
    if not starts_a_phrase(phrase) or not is_phrase(phrase) or is_general(phrase):
        return None
    if TROUBLE.search(head) and not SMALLER.match(head):
        return None
    noun = last_noun(head)
    if noun is None or (not re.match(r"\w+ ", head) and not may_be_bare(noun)):
        return None
    return _framed(phrase, head, noun)


def _framed(phrase: str, head: str, noun: str) -> str:
    strong = lists()["strengthened"].get(phrase.split()[0])
    rest = phrase.partition(" ")[2]
    if strong and rest and "," not in rest and not re.search(rf" og {SECOND}\b", rest):
        return f"at {strong} {rest} styrkes"
    if SMALLER.match(head):
        return f"at der bliver {phrase}"
    done = what_is_done(noun)
    second = re.search(rf" (?:og|samt|eller) (?:generelt )?({SECOND})\b", phrase)
    if second and not (done == "der etableres" and second[1] in {"en", "et", "nye"}):
        return f"at der sikres {phrase}"  # two things: one verb that goes with both
    if done == "der tilknyttes" and re.match(r"flere\b", head):
        done = "der ansættes" if words.lemma(noun) != "frivillig" else done
    return f"at {done} {phrase}"


def what_is_done(noun: str) -> str:
    """Subject and verb that go with a noun: "der tilknyttes" with a person, "der sikres" else."""
    low = noun.lower()
    forms = {low, words.lemma(low), *words.compound_parts(low)[-1:]}
    for done, known in lists()["done"].items():
        if any(f in forms or (len(f) > 4 and low.endswith(f)) for f in known.split()):
            return str(done)
    return "der sikres"


def may_be_bare(noun: str) -> bool:
    """Whether a noun may stand without an article: "hjælp", "boliger", but not "bil"."""
    low = noun.lower()
    is_plural = words.lemma(low) != low and bool(re.search(r"(?:er|e|r)$", low))
    known = {low, words.lemma(low), *words.compound_parts(low)[-1:]}
    return is_plural or bool(known & bare_nouns())


def last_noun(head: str) -> str | None:
    """The noun that a phrase without its prepositions and clauses ends in; None for a name."""
    last = head.split()[-1:]
    if last and last[0] in bare_nouns():
        return last[0]  # "hjælp" and "støtte" look like verbs
    nouns = [token for token in read(head).tokens if token.pos in {"NOUN", "PROPN"}]
    if not nouns and re.match(r"(?:en|et) \w+", head):
        return last[0]  # "et kort", "en knap" look like adverbs
    return nouns[-1].text if nouns and nouns[-1].pos == "NOUN" else None


def _fitting(text: str) -> str:
    """The text without its last clauses where it is too long."""
    while len(text.split()) > LONGEST and ", " in text:
        text = text.rpartition(", ")[0]
    return text
