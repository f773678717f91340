"""The lemma of a word in its sentence: what the treebank saw, else the best of list and endings.

The form list knows half a million forms but one lemma for each; the tag decides between the
words a form can be ("går": gå or går). Endings learnt by tag propose, the form list votes.
"""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from language import places, words
from language.conventions import Word
from language.lexicon import lexicon

FILE = "lemmas.json.gz"
LONGEST = 5  # letters of an ending
AS_WRITTEN = frozenset({"PUNCT", "NUM", "SYM", "X", "INTJ", "ADP", "CCONJ", "SCONJ", "PART", "ADV"})

Rule = tuple[int, str]
# Endings: "tag|morph|last letters" -> rules with the number of words seen
Endings = dict[str, list[tuple[int, str, int]]]


class Lemmatizer:
    """Picks a lemma from form, tag and morphology; `seen` and `endings` come from `learn`."""

    def __init__(self, seen: dict[str, str], endings: Endings) -> None:
        self._seen = seen
        self._endings = endings
        self.lemma = lru_cache(words.MEMORY)(self._lemma)

    def _lemma(self, form: str, pos: str, morph: str) -> str:
        key = form if pos == "PROPN" or _has_inner_capital(form) else form.lower()
        found = self._from_treebank(key, pos, morph)
        if found is None and pos != "PROPN" and key.isalpha():
            key = words.intended(key)
            found = self._from_treebank(key, pos, morph)
        if found is not None:
            return found
        return key if pos in AS_WRITTEN else self._guess(key, pos, morph)

    def _from_treebank(self, key: str, pos: str, morph: str) -> str | None:
        asked = (f"{key}|{pos}|{morph}", f"{key}|{pos}", f"{key}|{_other(pos)}")
        return next((self._seen[one] for one in asked if one in self._seen), None)

    def _guess(self, key: str, pos: str, morph: str) -> str:
        listed = None if pos == "PROPN" else lexicon().lemma(key.lower())
        scores = self._candidates(key, pos, morph)
        if not scores:
            return words.lemma(key) if pos != "PROPN" else key
        if pos == "PROPN":
            return max(scores, key=lambda word: (scores[word], word))
        return max(scores, key=lambda word: (scores[word] * _trust(word, listed), word))

    def _candidates(self, key: str, pos: str, morph: str) -> dict[str, float]:
        scores: dict[str, float] = defaultdict(float)
        for size in range(LONGEST, -1, -1):
            rules = self._endings.get(f"{pos}|{morph}|{key[len(key) - size :]}", [])
            total = sum(count for _, _, count in rules) + 2
            for drop, ending, count in rules:
                if drop < len(key):
                    scores[key[: len(key) - drop] + ending] += count / total * 2**size
        return scores


def _has_inner_capital(form: str) -> bool:
    """ "FN-operationen", "P-pille": capitals that are part of the word."""
    return "-" in form and form[:1].isupper() and not form.isupper()


def _other(pos: str) -> str:
    """The tag under which the same verb may have been seen."""
    return {"AUX": "VERB", "VERB": "AUX"}.get(pos, "")


def _trust(word: str, listed: str | None) -> float:
    """How much the form list speaks for a candidate: its own lemma most, a mere form least."""
    if word == listed:
        return 8.0
    own = lexicon().lemma(word)
    if own is None:
        return 0.7
    return 3.0 if own == word else 1.0


def learn(sentences: Iterable[list[Word]], path: Path) -> None:
    """Count lemmas and endings in harmonised sentences and write them to `path`."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    exact: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            key = word.form if word.pos == "PROPN" else word.form.lower()
            exact[key, word.pos, word.morph][word.lemma] += 1
            seen[f"{key}|{word.pos}"][word.lemma] += 1
    best = {key: counts.most_common(1)[0][0] for key, counts in seen.items()}
    endings = _count_endings(exact)
    for (key, pos, morph), counts in exact.items():
        lemma = counts.most_common(1)[0][0]
        if lemma != best[f"{key}|{pos}"]:
            best[f"{key}|{pos}|{morph}"] = lemma
    text = json.dumps({"seen": best, "endings": endings}, ensure_ascii=False, sort_keys=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def _count_endings(exact: dict[tuple[str, str, str], Counter[str]]) -> Endings:
    counts: dict[str, Counter[Rule]] = defaultdict(Counter)
    for (key, pos, morph), lemmas in exact.items():
        lemma = lemmas.most_common(1)[0][0]
        if pos in AS_WRITTEN or (pos != "PROPN" and lemma != lemma.lower()):
            continue
        for size in range(LONGEST + 1):
            if size <= len(key):
                counts[f"{pos}|{morph}|{key[len(key) - size :]}"][_rule(key, lemma)] += 1
    return {
        key: [(drop, ending, count) for (drop, ending), count in rules.most_common(6)]
        for key, rules in counts.items()
    }


def _rule(form: str, lemma: str) -> Rule:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def read(path: Path) -> Lemmatizer:
    """The lemmatizer written by `learn`."""
    learnt = json.loads(gzip.decompress(path.read_bytes()))
    return Lemmatizer(learnt["seen"], learnt["endings"])


class _Component:
    def __init__(self) -> None:
        self._lemmatizer = read(places.pipeline() / FILE)

    def __call__(self, doc: Doc) -> Doc:
        lemma = self._lemmatizer.lemma
        for token in doc:
            token.lemma_ = lemma(token.text, token.pos_, str(token.morph))
        return doc


def make(nlp: Language, name: str) -> _Component:  # noqa: ARG001 (spaCy's signature)
    """The spaCy component; it stands after the morphologizer."""
    return _Component()


Language.factory("taleroer_lemmas", func=make)
