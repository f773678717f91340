"""How well a pipeline reads a treebank, gold tokens fed in."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from language.arithmetic import on_one_core
from language.corpus import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Span = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean; zeros where there is nothing to count."""

    p: float
    r: float
    f: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of tokens with the right tag, features and lemma, and the names found by label.

    `pos_and_morph` counts tokens with both right; "ALL" in `ents` is over the three labels that
    every annotation has (PER, LOC, ORG).
    """

    pos: float
    morph: float
    lemma: float
    pos_and_morph: float
    ents: dict[str, Score]
    sentences_per_second: float

    def as_json(self) -> dict[str, object]:
        """Plain values, four decimals."""
        return {key: _rounded(value) for key, value in asdict(self).items()}


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return value


def evaluate(nlp: "Language", sentences: Sequence[Sentence]) -> Figures:
    """Read the sentences one by one and compare; the clock covers reading alone."""
    from spacy.tokens import Doc

    docs = [_doc(Doc, nlp, sentence) for sentence in sentences]
    warm = [_doc(Doc, nlp, sentence) for sentence in sentences[:50]]
    # A slip loads the index of misspellings, once a process; the memory of the words to be
    # measured stays cold.
    for doc in nlp.pipe([*warm, nlp.make_doc("Sagsbehandlern lytede til gadesygeplejersekn.")]):
        assert len(doc)
    start = time.perf_counter()
    with on_one_core():
        read = list(nlp.pipe(docs, batch_size=256))
    seconds = time.perf_counter() - start
    pos, morph, both, lemma = _token_shares(read, sentences)
    return Figures(pos, morph, lemma, both, _entities(read, sentences), len(read) / seconds)


def _doc(kind: type["Doc"], nlp: "Language", sentence: Sentence) -> "Doc":
    words = [word.form for word in sentence.words]
    return kind(nlp.vocab, words=words, spaces=[word.space_after for word in sentence.words])


def _token_shares(
    docs: Sequence["Doc"], sentences: Sequence[Sentence]
) -> tuple[float, float, float, float]:
    hits: Counter[str] = Counter()
    for doc, sentence in zip(docs, sentences, strict=True):
        for token, word in zip(doc, sentence.words, strict=True):
            same_pos, same_morph = token.pos_ == word.pos, str(token.morph) == word.morph
            hits["pos"] += same_pos
            hits["morph"] += same_morph
            hits["both"] += same_pos and same_morph
            hits["lemma"] += token.lemma_ == word.lemma
            hits["all"] += 1
    total = max(1, hits["all"])
    return hits["pos"] / total, hits["morph"] / total, hits["both"] / total, hits["lemma"] / total


def _entities(docs: Sequence["Doc"], sentences: Sequence[Sentence]) -> dict[str, Score]:
    gold: set[Span] = set()
    found: set[Span] = set()
    for number, (doc, sentence) in enumerate(zip(docs, sentences, strict=True)):
        if sentence.entities_known:
            gold |= {(number, *span) for span in entity_spans(sentence)}
            found |= {(number, ent.start, ent.end, ent.label_) for ent in doc.ents}
    labels = sorted({span[3] for span in gold | found})
    scores = {label: _score(_of(gold, {label}), _of(found, {label})) for label in labels}
    shared = {"PER", "LOC", "ORG"}
    return scores | {"ALL": _score(_of(gold, shared), _of(found, shared))}


def entity_spans(sentence: Sentence) -> list[tuple[int, int, str]]:
    """The entities of a sentence as (first word, one past the last word, label)."""
    spans: list[tuple[int, int, str]] = []
    for place, word in enumerate(sentence.words):
        kind, _, label = word.entity.partition("-")
        if kind == "I" and spans and spans[-1][1] == place and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], place + 1, label)
        elif label:
            spans.append((place, place + 1, label))
    return spans


def _of(spans: set[Span], labels: set[str]) -> set[Span]:
    return {span for span in spans if span[3] in labels}


def _score(gold: set[Span], found: set[Span]) -> Score:
    right = len(gold & found)
    p, r = right / max(1, len(found)), right / max(1, len(gold))
    return Score(p, r, 2 * p * r / (p + r) if right else 0.0)
