"""How well tags are suggested for the demonstration: `python -m benchmarks.tags`.

The labels in demo/labels.jsonl were given before the engine saw the statements. Prints how often
a right tag is first and among the three, without decisions; the same on the statements left after
50, 100 and 200 were tagged as labelled (mean of three draws); theme, kind and proposal of the
same statements with the question known; and what TF-IDF likeness to the tag's texts finds.
Last line: JSON with n, first, among_three, and among_three after each number of decisions.
"""

import json
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score

from analysis import kinds, tags
from analysis.analyse import asked
from analysis.classifier import Table
from analysis.engine import Engine, Guess, Texts, build_engine, read
from analysis.model import Aspect, Decision, Tag
from analysis.teach import teach
from analysis.vectors import statement_vectors
from benchmarks.demonstration import demonstration
from demo.files import read_labels, read_statements
from interviews.model import Role
from language.vectors import default_embedder
from storage import open_store

SEEDS = range(3)
DECISIONS = (50, 100, 200)


@dataclass(frozen=True)
class Labels:
    """The labels of the statements of `Texts`, in their order."""

    tags: list[set[str]]
    themes: list[str]
    proposals: list[int]
    kinds: list[str]


def load() -> tuple[Engine, tuple[Tag, ...], Texts, Labels]:
    """The engine, the codebook, the statements and their labels, matched by text."""
    labels = {row["id"]: row for row in read_labels()}
    known = {row["text"]: {**labels[row["id"]], "kind": row["kind"]} for row in read_statements()}
    with demonstration() as (url, id_), open_store(url) as store:
        engine = build_engine(store.themes(id_), store.tags(id_), default_embedder())
        statements = [s for s in store.statements(id_) if s.text in known]
        vectors = statement_vectors(store, statements, default_embedder())
        texts = read(statements, vectors, asked(store, id_))
        codebook = store.tags(id_)
    rows = [known[s.text] for s in statements]
    return (
        engine,
        codebook,
        texts,
        Labels(
            [set(row["tags"]) for row in rows],
            [row["theme"] for row in rows],
            [int(row["proposal"]) for row in rows],
            [row["kind"] for row in rows],
        ),
    )


def hits(
    engine: Engine, texts: Texts, truth: list[set[str]], rows: list[int]
) -> tuple[float, float]:
    """Share of these statements with a right tag first, and among the first three."""
    guess = engine.guess(texts)
    log_p = _tags(engine, texts, guess)
    keys = [tag.key for tag in tags.leaves(engine.tag_model.tags)] if engine.tag_model else []
    top = np.argsort(-log_p, axis=1)[:, :3]
    first = np.mean([keys[top[i, 0]] in truth[i] for i in rows])
    three = np.mean([bool({keys[j] for j in top[i]} & truth[i]) for i in rows])
    return float(first), float(three)


def _tags(engine: Engine, texts: Texts, guess: Guess) -> Table:
    rows = range(len(texts.statements))
    return engine.tag_score(texts, guess.themes, texts.words, texts.vectors, texts.tokens, rows)


def after(engine: Engine, texts: Texts, truth: list[set[str]], n: int) -> tuple[float, float]:
    """`hits` on the rest after n statements were tagged as labelled; mean of three draws."""
    found = []
    for seed in SEEDS:
        order = np.random.default_rng(seed).permutation(len(truth)).tolist()
        decisions = [
            Decision(texts.statements[i].id, Aspect.TAG, key, True, Role.CONSULTANT, "2026-01-01")
            for i in order[:n]
            for key in sorted(truth[i])
        ]
        taught = teach(engine, texts, decisions)
        found.append(hits(taught, texts, truth, order[n:]))
    first, three = np.mean(found, axis=0)
    return float(first), float(three)


def tf_idf(codebook: tuple[Tag, ...], texts: Texts, truth: list[set[str]]) -> float:
    """Share with a right tag among three by TF-IDF likeness to the tags' texts alone."""
    chosen = tags.leaves(codebook)
    named = {tag.key: tag for tag in codebook}
    documents = [" ".join([tags.describe(tag, named), *tag.examples]) for tag in chosen]
    index = TfidfVectorizer(sublinear_tf=True).fit([*documents, *texts.words])
    likeness = (index.transform(texts.words) @ index.transform(documents).T).toarray()
    top = np.argsort(-likeness, axis=1)[:, :3]
    found = [
        bool({chosen[j].key for j in row} & right) for row, right in zip(top, truth, strict=True)
    ]
    return float(np.mean(found))


def main() -> None:
    """Print the report."""
    engine, codebook, texts, labels = load()
    guess = engine.guess(texts)
    every = list(range(len(labels.tags)))
    first, three = hits(engine, texts, labels.tags, every)
    words = tf_idf(codebook, texts, labels.tags)
    print(f"{len(every)} statements: first {first:.3f}, among three {three:.3f}")
    print(f"TF-IDF likeness to the tags' texts: among three {words:.3f}")
    learnt = {n: after(engine, texts, labels.tags, n) for n in DECISIONS}
    for n, (one, of_three) in learnt.items():
        print(f"after {n} decisions: first {one:.3f}, among three {of_three:.3f}")
    keys = [*engine.theme_model.keys, "other"]
    theme = [keys[i] for i in guess.themes.argmax(axis=1)]
    kind = [kinds.KINDS[i].value for i in guess.kinds.argmax(axis=1)]
    print(f"theme, question known: right {np.mean(np.array(theme) == labels.themes):.3f}")
    print(f"kind: right {np.mean(np.array(kind) == labels.kinds):.3f}")
    print(f"proposal: F1 {f1_score(labels.proposals, guess.proposals.argmax(axis=1)):.3f}")
    figures = {f"among_three_after_{n}": round(found[1], 4) for n, found in learnt.items()}
    print(
        json.dumps(
            {"n": len(every), "first": round(first, 4), "among_three": round(three, 4), **figures}
        )
    )


if __name__ == "__main__":
    main()
