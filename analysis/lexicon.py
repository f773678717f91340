"""Words that point at themes: a consultation's own seed words, and the field's words shipped.

A term of five letters or more matches every word that begins with it, and the parts of
compounds ("bolig": boligkø, ungdomsboliger); a shorter one only whole words, lemmas and parts.
A term of several words matches them in a row, the last as a beginning.
"""

import shlex
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from analysis.practice import DATA, OTHER
from interviews.model import Theme
from language import words
from language.model import Token
from language.reader import read_words

Scores = NDArray[np.float64]
PREFIX = 5  # letters from which a term matches as a beginning
CORE, SURE, LIKELY, MENTIONED, PHRASE = 2.0, 1.0, 0.4, 0.3, 1.3
# What these do is in their names ("sundhedsudvalget"), what a sentence about them says is not
BODIES = frozenset(("udvalg", "forvaltning", "ministerium", "minister", "styrelse", "direktør"))


@dataclass
class Lexicon:
    """The terms of K themes with their weights; remembers each word it has seen."""

    terms: list[dict[str, float]]
    phrases: dict[str, list[tuple[tuple[str, ...], int, float]]]
    _seen: dict[str, Scores] = field(default_factory=dict)

    def score(self, tokens: Sequence[Token]) -> Scores:
        """Shape (K,): the summed weights of all terms found in these words."""
        if not tokens:
            return np.zeros(len(self.terms))
        total = np.sum([self.word_score(token) for token in tokens], axis=0)
        lows = [token.text.lower() for token in tokens]
        for position, low in enumerate(lows):
            for written, theme, weight in self.phrases.get(low, ()):
                if _continues(written, lows, position):
                    total[theme] += weight
        return np.asarray(total)

    def word_score(self, token: Token) -> Scores:
        """Shape (K,): the heaviest term of each theme that matches this one word."""
        low = token.text.lower()
        if low not in self._seen:
            forms = _forms(token, low)
            self._seen[low] = np.array([_heaviest(terms, forms) for terms in self.terms])
        return self._seen[low]


def build(themes: Sequence[Theme], with_other: bool) -> Lexicon:
    """The lexicon of these themes in their order; `with_other` adds a last column for none.

    Besides seed words and shipped terms, a word that only one theme's name, description and
    examples mention points weakly at that theme.
    """
    shipped = _shipped()
    keys = [theme.key for theme in themes] + ([OTHER] if with_other else [])
    terms: list[dict[str, float]] = []
    mentioned = _mentioned(themes)
    for column, key in enumerate(keys):
        found = dict(shipped.get(key, {}))
        if column < len(themes):
            for word in themes[column].seed_words:
                found.setdefault(word.lower(), SURE)  # the field's own weight stands
            found = {**mentioned[column], **found}
        terms.append(found)
    return from_terms(terms)


def from_terms(terms: list[dict[str, float]]) -> Lexicon:
    """A lexicon of the given terms with their weights, one dictionary for each column."""
    return Lexicon([_single(found) for found in terms], _indexed(terms))


@cache
def _shipped() -> dict[str, dict[str, float]]:
    """The field's words for each shared theme, term to weight."""
    with (DATA / "lexicon.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {
        key: {
            **dict.fromkeys(shlex.split(table["likely"]), LIKELY),
            **dict.fromkeys(shlex.split(table["sure"]), SURE),
            **dict.fromkeys(shlex.split(table["core"]), CORE),
        }
        for key, table in tables.items()
    }


def _mentioned(themes: Sequence[Theme]) -> list[dict[str, float]]:
    lemmas = [
        {
            token.lemma
            for text in (theme.name, theme.description, *theme.examples)
            for token in read_words(text)
            if not token.is_stop and token.lemma.isalpha()
        }
        for theme in themes
    ]
    return [
        dict.fromkeys(
            own - set().union(*(other for other in lemmas if other is not own)), MENTIONED
        )
        for own in lemmas
    ]


def _single(terms: dict[str, float]) -> dict[str, float]:
    return {term: weight for term, weight in terms.items() if " " not in term}


def _indexed(terms: list[dict[str, float]]) -> dict[str, list[tuple[tuple[str, ...], int, float]]]:
    index: dict[str, list[tuple[tuple[str, ...], int, float]]] = {}
    for theme, found in enumerate(terms):
        for term, weight in sorted(found.items()):
            written = tuple(token.text.lower() for token in read_words(term))
            if " " in term and len(written) > 1:
                index.setdefault(written[0], []).append((written, theme, weight * PHRASE))
    return index


def _continues(written: tuple[str, ...], lows: Sequence[str], position: int) -> bool:
    """Whether the words of a phrase stand here; its last one may go on ("social støtte" + "n")."""
    end = position + len(written)
    if end > len(lows) or not lows[end - 1].startswith(written[-1]):
        return False
    return list(written[:-1]) == lows[position : end - 1]


def _forms(token: Token, low: str) -> tuple[str, ...]:
    if token.parts and token.parts[-1] in BODIES:
        return (token.parts[-1],)
    repaired = words.repair(low) if low.isalpha() and not token.parts else low
    return tuple(dict.fromkeys((low, token.lemma, *token.parts, repaired)))


def _heaviest(terms: dict[str, float], forms: tuple[str, ...]) -> float:
    best = 0.0
    for form in forms:
        best = max(best, terms.get(form, 0.0))
        for size in range(PREFIX, len(form)):
            best = max(best, terms.get(form[:size], 0.0))
    return best
