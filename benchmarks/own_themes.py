"""How well themes of a municipality's own are suggested: `python -m benchmarks.own_themes`.

Eight themes known by name, description, two examples and seed words, and statements labelled with
them or with none (benchmarks/data/own-themes.toml). Prints macro-F1 over the eight themes (rows of
none left out, "none" not allowed), macro-F1 with "none", and the share with the right theme among
the first two; the same on the rest after 10, 25 and 50 decisions, and on a third of the rows after
all the others, mean of seven seeds. Beside it, TF-IDF likeness to the themes' texts. `--ablate`
takes each part away. Last line: JSON with n, macro_f1_8, macro_f1_9, top2, ece and the curve.
"""

import argparse
import json
import tomllib
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score

from analysis import themes
from analysis.classifier import Table
from benchmarks import gold
from benchmarks.learning import SEEDS, taught
from interviews.model import Theme
from language.reader import read_words
from language.vectors import default_embedder

FILE = Path(__file__).parent / "data" / "own-themes.toml"
DECISIONS = (10, 25, 50)
Truth = NDArray[np.intp]


def load() -> tuple[tuple[Theme, ...], gold.Labelled, Truth]:
    """The themes, the statements and the column each belongs to, none last."""
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    chosen = tuple(_theme(row, i) for i, row in enumerate(found["theme"]))
    groups = [*(row["statements"] for row in found["theme"]), found["none"]["statements"]]
    texts = [text for group in groups for text in group]
    truth = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    vectors = default_embedder().embed(texts)
    labels = [str(column) for column in truth]
    return chosen, gold.Labelled(texts, labels, vectors, [read_words(t) for t in texts]), truth


def _theme(row: dict[str, Any], place: int) -> Theme:
    return Theme(
        row["key"],
        "",
        row["key"],
        row["name"],
        row["description"],
        tuple(row["examples"]),
        tuple(row["seed_words"]),
        place,
    )


def measures(log_p: Table, truth: Truth) -> dict[str, float]:
    """macro_f1_8, macro_f1_9, top2 and ece."""
    named = truth < log_p.shape[1] - 1
    own = log_p[named, :-1]
    top = np.argsort(-own, axis=1)[:, :2]
    return {
        "macro_f1_8": _macro(truth[named], own.argmax(axis=1)),
        "macro_f1_9": _macro(truth, log_p.argmax(axis=1)),
        "top2": float((top == truth[named][:, None]).any(axis=1).mean()),
        "ece": gold.calibration_error(np.exp(log_p), truth),
    }


def _macro(truth: Truth, guess: Truth) -> float:
    labels = np.unique(truth)
    return float(f1_score(truth, guess, labels=labels, average="macro", zero_division=0))


def after(data: gold.Labelled, truth: Truth, prior: Table, n: int, seed: int) -> dict[str, float]:
    """The measures on what is left when n statements were decided."""
    _, rest, found = taught(data, truth, prior, n, seed)
    return measures(found, truth[rest])


def curve(data: gold.Labelled, truth: Truth, prior: Table) -> dict[int, dict[str, float]]:
    """Number of decisions -> mean measures of seven draws."""
    found = {}
    for n in (*DECISIONS, len(truth) * 2 // 3):
        rows = [after(data, truth, prior, n, seed) for seed in SEEDS]
        found[n] = {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}
    return found


def tf_idf(chosen: Sequence[Theme], data: gold.Labelled, truth: Truth) -> float:
    """Macro-F1 over the eight themes by TF-IDF likeness to their texts alone."""
    texts = [" ".join((t.name, t.description, *t.examples, *t.seed_words)) for t in chosen]
    index = TfidfVectorizer(sublinear_tf=True).fit([*texts, *data.texts])
    likeness = (index.transform(data.texts) @ index.transform(texts).T).toarray()
    named = truth < len(chosen)
    return _macro(truth[named], likeness[named].argmax(axis=1))


def without_parts(chosen: tuple[Theme, ...], data: gold.Labelled, truth: Truth) -> None:
    """Print what is left when each part is taken away."""
    parts: dict[str, tuple[tuple[Theme, ...], dict[str, Any]]] = {
        "everything": (chosen, {}),
        "no seed words": (tuple(replace(t, seed_words=()) for t in chosen), {}),
        "no examples": (tuple(replace(t, examples=()) for t in chosen), {}),
        "no description": (tuple(replace(t, description="") for t in chosen), {}),
        "no words at all": (chosen, {"WORD_WEIGHT": 0.0}),
        "no shared themes": (chosen, {"_with_field": lambda model, _: model}),
    }
    for name, (these, settings) in parts.items():
        with mock.patch.multiple(themes, **settings) if settings else nullcontext():
            model = themes.build_model(these, default_embedder())
            log_p = model.log_posterior(data.vectors, data.tokens)
        print(f"  {name:16} {gold.line(measures(log_p, truth))}")


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ablate", action="store_true")
    ablate = parser.parse_args().ablate
    chosen, data, truth = load()
    model = themes.build_model(chosen, default_embedder())
    prior = model.log_posterior(data.vectors, data.tokens)
    found = measures(prior, truth)
    print(f"{len(truth)} statements, {len(chosen)} themes from their texts: {gold.line(found)}")
    print(f"TF-IDF likeness to the themes' texts: macro_f1_8 {tf_idf(chosen, data, truth):.3f}")
    learnt = curve(data, truth, prior)
    for n, row in learnt.items():
        print(f"after {n:2} decisions: {gold.line(row)}")
    if ablate:
        without_parts(chosen, data, truth)
    figures = {key: round(value, 4) for key, value in found.items()}
    after_each = {str(n): round(row["macro_f1_8"], 4) for n, row in learnt.items()}
    print(json.dumps({"n": len(truth), **figures, "macro_f1_8_after": after_each}))


if __name__ == "__main__":
    main()
