"""Names for groups that people would write: "skæve boliger", not a bag of words."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from math import log
from pathlib import Path

from language.model import Reading
from language.reader import noun_phrases, read_many
from language.stopwords import is_stop
from language.words import compound_parts, intended, lemma

SAMPLE = 40  # statements read in each group
TERMS = 5
ENOUGH = 2  # phrases that several statements share: then no other is needed
SHORTEST = 3  # letters of a word that may stand in a name
PHRASE_BONUS = 1.5
WEAK = 0.1  # weight of nouns that name no matter of their own ("gang", "dag")

Key = tuple[str, ...]
Phrases = dict[Key, str]  # the candidates of one text: key -> as written (lower case)


def name_groups(
    groups: Sequence[Sequence[str]], count: int = TERMS, known: dict[str, Phrases] | None = None
) -> list[tuple[str, ...]]:
    """For each group of texts up to `count` phrases, the most telling first.

    A phrase is keyed by its lemmas and shown in its most frequent form, spelt as it was meant;
    phrases that share a word are not repeated. Texts should come most typical first: 40 of a group
    are read. The weight is how many statements use it, times how much commoner it is here than
    elsewhere.
    `known` remembers the phrases of texts between calls; texts are what costs time here.
    """
    known = {} if known is None else known
    _read_into(known, [text for texts in groups for text in texts[:SAMPLE]])
    read = [[known[text] for text in texts[:SAMPLE]] for texts in groups]
    uses = [Counter(key for found in texts for key in found) for texts in read]
    everywhere: Counter[Key] = Counter()
    for here in uses:
        everywhere.update(here)
    total = sum(len(texts) for texts in read)
    names = []
    for texts, here in zip(read, uses, strict=True):
        told = {key: n for key, n in here.items() if n > 1 and not set(key) <= _weak()}
        weights = {
            key: _weight(key, n, everywhere[key], len(texts), total)
            for key, n in (told if len(told) >= ENOUGH else here).items()
        }
        names.append(_choose(weights, _written_forms(texts), count))
    return names


def _read_into(known: dict[str, Phrases], texts: Iterable[str]) -> None:
    new = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(zip(new, map(_phrases, read_many(new)), strict=True))


def _phrases(reading: Reading) -> Phrases:
    found: Phrases = {}
    for written in noun_phrases(reading) or _single_words(reading):
        words = [intended(word) for word in written.split()]
        key = tuple(lemma(word) for word in words if not is_stop(word))
        if not key or any(len(word) < SHORTEST for word in words if not is_stop(word)):
            continue
        found.setdefault(key, " ".join(words))
        if len(words) > 1 and not is_stop(words[-1]):
            found.setdefault((key[-1],), words[-1])
    return found


def _single_words(reading: Reading) -> list[str]:
    # Where no parts of speech are known there are no phrases: fall back on the words themselves.
    if any(token.pos for token in reading.tokens):
        return []
    return [t.text.lower() for t in reading.tokens if not t.is_stop and t.text.isalpha()]


@cache
def _weak() -> frozenset[str]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return frozenset(tomllib.load(file)["weak"].split())


def _weight(key: Key, here: int, everywhere: int, size: int, total: int) -> float:
    elsewhere = (everywhere - here + 0.5) / (total - size + 1)
    telling = log(1.0 + (here / max(size, 1)) / elsewhere)
    bonus = PHRASE_BONUS if len(key) > 1 and here > 1 else 1.0
    return here * telling * bonus * (WEAK if set(key) <= _weak() else 1.0)


def _written_forms(texts: Iterable[Phrases]) -> dict[Key, str]:
    counts: dict[Key, Counter[str]] = {}
    for found in texts:
        for key, written in found.items():
            counts.setdefault(key, Counter())[written] += 1
    # Ties go to the shorter form, then by alphabet, so that two runs agree.
    return {
        key: min(forms, key=lambda form: (-forms[form], len(form), form))
        for key, forms in counts.items()
    }


def _choose(weights: dict[Key, float], written: dict[Key, str], count: int) -> tuple[str, ...]:
    chosen: list[str] = []
    taken: set[str] = set()
    # Of equal weight, what the more typical statement says comes first (dicts keep their order).
    for key in sorted(weights, key=lambda key: -weights[key]):
        words = {part for word in key for part in (word, *compound_parts(word))}
        if words & taken or any(_same_stem(written[key], other) for other in chosen):
            continue
        chosen.append(written[key])
        taken |= words
        if len(chosen) == count:
            break
    return tuple(chosen)


def _same_stem(one: str, other: str) -> bool:
    # "dør" may also be a verb, whose lemma differs from that of "døren".
    short, long = sorted((one, other), key=len)
    return " " not in long and len(short) >= SHORTEST and long.startswith(short)
