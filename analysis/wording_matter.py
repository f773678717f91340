"""What a wish is about, where no rule can word the wish itself."""

import re
from collections.abc import Iterator, Sequence

from analysis.cues import CUES
from analysis.wording_objects import last_noun, may_be_bare
from analysis.wording_phrases import FINITE, head_of, is_definite, is_general
from analysis.wording_words import verbs
from language import words
from language.reader import noun_phrases, read, sentences

ASKING = frozenset(
    ("ought", "actor_must", "there_should", "lack", "need", "call", "point", "wish", "would_like")
)
NEGATED = re.compile(r"\b(?:ikke|ingen|intet|aldrig|hverken)\b", re.IGNORECASE)
EMPTY = re.compile(
    r"\b(?:betydning|stor hjælp|brugen|"
    r"vigtighed\w*|problem\w*|brug|ønsker?|behov\w*|udtryk|forbindelse|peger|mangel|manglende|"
    r"gang|mulighed\w*|beboerne|borgerne|brugerne|eksempel|forhold|grad|for meget|for lidt|"
    r"forskellige|andre|samme|hele|største|næste|sidste|første)\b",
    re.IGNORECASE,
)
SHORTEST = 4  # letters


def name_matter(texts: Sequence[str], key_terms: Sequence[str]) -> str | None:
    """A noun phrase for the matter of the texts, or None where all are too general or misspelt.

    First a key term that one of the texts says, then a phrase of a sentence that asks, after the
    words that ask; longer ones and compounds say more. Negated sentences name nothing: "ingen
    hjælp at bo på et herberg" is no wish for a herberg.
    """
    said = " ".join(texts).lower()
    asserted = " ".join(_asserted(texts)).lower()
    terms = [term for term in key_terms if term.lower() in asserted]
    terms = terms if said.strip() else list(key_terms)
    found = [term for term in terms if _tells(term)]
    near = [phrase for phrase in _asked(texts) if _tells(phrase)]
    several = [p for p in (*found, *near) if " " in p or words.compound_parts(p)]
    return next(iter((*several, *found, *near)), None)


def _asserted(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for start, end in sentences(text):
            if not NEGATED.search(text[start:end]):
                yield text[start:end]


def _asked(texts: Sequence[str]) -> Iterator[str]:
    for sentence in _asserted(texts):
        cues = [c.pattern.search(sentence.lower()) for c in CUES if c.name in ASKING]
        places = [cue.end() for cue in cues if cue]
        if places:
            yield from noun_phrases(read(sentence[min(places) :]))


def _tells(phrase: str) -> bool:
    parts = [part for part in phrase.lower().split() if len(part) > 2]
    if (
        not parts
        or is_general(phrase)
        or set(parts) & (FINITE | set(verbs().present))
        or EMPTY.search(phrase)
    ):
        return False
    if not _stands_alone(phrase):
        return False
    known = all(words.is_word(part) or words.compound_parts(part) for part in parts)
    return known and max(len(part) for part in parts) >= SHORTEST


def _stands_alone(phrase: str) -> bool:
    """Whether "når det gælder …" may be said of it: "ventetiden", "rene sokker", not "præst"."""
    noun = last_noun(head_of(phrase))
    if noun is None:
        return False
    abstract = re.search(r"(?:ning|else|hed|skab|dom)$", noun.lower())
    return bool(abstract) or is_definite(noun) or may_be_bare(noun)
