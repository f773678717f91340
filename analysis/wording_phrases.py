"""Whether a cut text is a phrase or a clause of Danish that an initiative may be made of."""

import itertools
import re
from collections.abc import Sequence
from functools import cache

from analysis.wording_words import DETERMINERS, lists, verbs
from language import words
from language.model import Token
from language.reader import read

CLAUSE = re.compile(
    r",| (?:som|der|hvor|når|hvis|mens|inden|indtil|til at|for at|at|man|jeg|vi|borgeren|"
    r"borgerne)\b"
)
FINITE = frozenset(
    ("er", "skal", "kan", "vil", "må", "har", "bør", "burde", "kunne", "skulle", "var", "får")
) | {"bliver", "blev", "kommer", "går", "står"}
LEFT = re.compile(
    r"\b(?:peger|peges|efterlys\w+|(?:giver|gives) udtryk|understreger|påpeger|jeg|mig|mi[nt]|mine|"
    r"vi|os|vores)\b|\b(?:og|eller|som|at|samt|men|fx|så|end|af|for)$"
    r"|^at (?:(?!,| (?:som|der|hvor|man|at) ).)+(?<! der)(?: (?:til|på|med|om|ved))$",
    re.IGNORECASE,
)


def is_phrase(text: str) -> bool:
    """Whether a text is one noun phrase: verbs only in clauses of its own ("som …", "hvor …")."""
    head = CLAUSE.split(text, maxsplit=1)[0]
    tokens = read(head).tokens
    if len(tokens) == 1:
        word = tokens[0].text.lower()
        is_plural = tokens[0].pos == "NOUN" and words.lemma(word) != word and word.endswith("er")
        return head != text and (is_plural or word in bare_nouns())
    if not tokens or any(_breaks(tokens, place) for place in range(1, len(tokens))):
        return False
    present = set(verbs().present.values())
    for before, token in itertools.pairwise(tokens):
        is_noun = token.pos == "NOUN" and before.pos in {"ADJ", "DET", "NUM"}  # "færre møder"
        if token.text.lower() in FINITE or (token.text.lower() in present and not is_noun):
            return False
    return tokens[0].text.lower() not in FINITE | present


def _breaks(tokens: Sequence[Token], place: int) -> bool:
    """A verb or pronoun that is no part of the phrase; "en styrket indsats" has none."""
    token = tokens[place]
    if token.pos == "VERB" and re.search(r"(?:ende|et|ede|t|te)$", token.text.lower()):
        after = next((t.pos for t in tokens[place + 1 :] if t.pos != "PUNCT"), "")
        return after not in {"NOUN", "ADJ"}
    return token.pos in {"VERB", "AUX", "PRON"}


def is_clause(text: str) -> bool:
    """Whether a text is a clause as it stands after "at": a subject, then a finite verb."""
    tokens = read(text).tokens
    if len(tokens) < 3 or tokens[0].pos not in {"DET", "NOUN", "ADJ", "PRON"}:
        return False
    if tokens[0].text.lower() in {"hvad", "hvem", "hvor", "hvordan", "det", "som", "denne"}:
        return False
    known = FINITE | set(verbs().present.values()) | set(verbs().passive.values())
    return any(
        t.text.lower() in known or (t.pos == "VERB" and t.text.endswith("r")) for t in tokens[1:9]
    )


def head_of(phrase: str) -> str:
    """A noun phrase up to its first preposition, clause or "og": 'en gratis tandlæge'."""
    return re.split(
        r",| (?:som|der|hvor|til|på|i|med|om|for|kun|af|uden|ved|mod|mellem|fra|hos|under|efter|"
        r"man|når|lige|så|og|eller|samt|at)\b",
        phrase,
        maxsplit=1,
    )[0]


def starts_a_phrase(text: str) -> bool:
    """Whether a text begins like something indefinite: an article, a comparative or a noun."""
    if re.match(rf'{DETERMINERS} "?\w+|(?:færre|mindre|bedre|større) \w+', text):
        return True
    kinds = [token.pos for token in read(text).tokens if token.pos != "PUNCT"][:3]
    first = re.match(r'"?(\w+)', text)
    if first and first[1] in bare_nouns():
        return True
    if not first or re.search(r"(?:erne|ene)$", first[1]) or is_definite(first[1]):
        return False
    if first[1].endswith(("ende", "ede", "et")) and kinds[:2] == ["VERB", "NOUN"]:
        return True
    return kinds[:1] == ["NOUN"] or kinds[:2] == ["ADJ", "NOUN"] or kinds == ["ADJ", "ADJ", "NOUN"]


def has_noun(text: str) -> bool:
    """Whether a text names a thing: "et sted", but not "noget småt"."""
    return any(token.pos in {"NOUN", "PROPN"} for token in read(text).tokens)


def is_general(phrase: str) -> bool:
    """Whether a phrase is no more than a noun that says nothing alone: "et hold", "tilbud"."""
    tokens = [t for t in read(phrase).tokens if t.pos in {"NOUN", "ADJ", "VERB", "PROPN"}]
    telling = [t for t in tokens if t.text.lower() not in {"flere", "nogle", "mere", "noget"}]
    if any(t.pos != "NOUN" for t in telling):
        return False
    general = set(lists()["general"].split())
    return all({t.text.lower(), words.lemma(t.text)} & general for t in telling)


def is_definite(word: str) -> bool:
    """Whether a word is a noun in the definite form ("huslejen", "børnene")."""
    token = read(word).tokens[0] if word else None
    low = word.lower()
    if token is None or token.is_stop or not re.search(r"(?:en|et|ne)$", low):
        return False
    return token.lemma.lower() != low and token.pos in {"NOUN", ""}


def is_clean(wording: str) -> bool:
    """Whether nothing of a report, of the speaker's own mouth or of a cut is left in a wording."""
    if wording.count('"') % 2 or re.search(r"[\[\]()]", wording) or LEFT.search(wording):
        return False
    return wording.count("“") + wording.count("„") == wording.count("”") + wording.count("‟")


@cache
def bare_nouns() -> frozenset[str]:
    """Nouns that stand without an article, whatever else they may be: "hjælp", "støtte"."""
    kinds = ("der ydes", "der gives", "der skabes", "borgerne mødes med")
    known = (noun for kind in kinds for noun in lists()["done"][kind].split())
    return frozenset(known) | {"adgang", "fokus", "kontakt", "omtanke", "plads"}
