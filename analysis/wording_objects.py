"""A thing that is wished for, put into the form of a plan: "at der ydes hjælp til breve"."""

import re

from analysis.wording_phrases import head_of, is_general, is_phrase, starts_a_phrase
from analysis.wording_words import cut, lists
from language import words
from language.model import Token
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
    head = head_of(phrase)
    if not starts_a_phrase(phrase) or not is_phrase(phrase) or is_general(phrase):
        return None
    if TROUBLE.search(head) and not SMALLER.match(head):
        return None
    noun = _last_noun(head)
    if noun is None or (not re.match(r"\w+ ", head) and not _may_be_bare(noun)):
        return None
    return _framed(phrase, head, noun)


def _framed(phrase: str, head: str, noun: Token) -> str:
    strong = lists()["strengthened"].get(phrase.split()[0])
    rest = phrase.partition(" ")[2]
    if strong and rest and "," not in rest and not re.search(rf" og {SECOND}\b", rest):
        return f"at {strong} {rest} styrkes"
    if SMALLER.match(head):
        return f"at der bliver {phrase}"
    if re.search(rf" (?:og|samt|eller) (?:generelt )?{SECOND}\b", phrase):
        return f"at der sikres {phrase}"  # two things: one verb that goes with both
    done = what_is_done(noun)
    if done == "der tilknyttes" and re.match(r"flere\b", head):
        done = "der ansættes" if words.lemma(noun.text) != "frivillig" else done
    return f"at {done} {phrase}"


def what_is_done(noun: Token) -> str:
    """Subject and verb that go with a noun: "der tilknyttes" with a person, "der sikres" else."""
    low = noun.text.lower()
    forms = {low, words.lemma(low), *words.compound_parts(low)[-1:]}
    for done, known in lists()["done"].items():
        if any(f in forms or (len(f) > 4 and low.endswith(f)) for f in known.split()):
            return str(done)
    return "der sikres"


def _may_be_bare(noun: Token) -> bool:
    """Whether a noun may stand without an article: "hjælp", "boliger", but not "bil"."""
    low = noun.text.lower()
    is_plural = words.lemma(low) != low and bool(re.search(r"(?:er|e|r)$", low))
    return is_plural or what_is_done(noun) in {
        "der ydes", "der gives", "der skabes", "der er", "borgerne mødes med",
    } or low.startswith(("adgang", "kontakt", "omtanke", "plads"))  # fmt: skip


def _last_noun(head: str) -> Token | None:
    nouns = [token for token in read(head).tokens if token.pos in {"NOUN", "PROPN"}]
    return nouns[-1] if nouns and nouns[-1].pos == "NOUN" else None


def _fitting(text: str) -> str:
    """The text without its last clauses where it is too long."""
    while len(text.split()) > LONGEST and ", " in text:
        text = text.rpartition(", ")[0]
    return text
