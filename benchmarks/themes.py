"""How well themes are suggested without decisions: `python -m benchmarks.themes --gold FILE`.

FILE holds JSON lines {"text", "theme"}, theme one of the five shared keys or "other".
Prints macro-F1 over the five themes (rows that are not "other", "none of these" not allowed)
and over six classes, the share with the right theme among the first two, the expected
calibration error, F1 by class, and what TF-IDF with LinearSVC does on the same file (five folds: it
needs labels). `--ablate` takes each part away. `--reasons N` reads N statements anew without each
word: how often is the first reason the word whose removal changes the score most?
Last line: JSON with n, macro_f1_5, macro_f1_6, ece, top2.
"""

import argparse
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from analysis import explain, themes
from analysis.classifier import Table
from analysis.themes import ThemeModel
from benchmarks import gold
from interviews.model import Theme
from interviews.setup import shared_themes
from language.vectors import default_embedder

Truth = NDArray[np.intp]


def measures(log_p: Table, truth: Truth) -> dict[str, float]:
    """macro_f1_5, macro_f1_6, top2 and ece."""
    named = truth < log_p.shape[1] - 1
    five = log_p[named, :-1]
    top = np.argsort(-five, axis=1)[:, :2]
    return {
        "macro_f1_5": float(f1_score(truth[named], five.argmax(axis=1), average="macro")),
        "macro_f1_6": float(f1_score(truth, log_p.argmax(axis=1), average="macro")),
        "top2": float((top == truth[named][:, None]).any(axis=1).mean()),
        "ece": gold.calibration_error(np.exp(log_p), truth),
    }


def spread(log_p: Table, truth: Truth, draws: int = 500) -> tuple[float, float]:
    """The middle 95 % of macro_f1_5 when the rows are drawn anew with replacement."""
    rng = np.random.default_rng(0)
    found = []
    for _ in range(draws):
        rows = rng.integers(0, len(truth), len(truth))
        found.append(measures(log_p[rows], truth[rows])["macro_f1_5"])
    return float(np.quantile(found, 0.025)), float(np.quantile(found, 0.975))


def tf_idf_svc(data: gold.Labelled, truth: Truth) -> dict[str, float]:
    """F1 of TF-IDF with LinearSVC in five folds on the file's own labels."""
    pipe = make_pipeline(TfidfVectorizer(sublinear_tf=True), LinearSVC())
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    guess = cross_val_predict(pipe, data.texts, truth, cv=folds)
    named = truth < truth.max()
    return {
        "macro_f1_5": float(f1_score(truth[named], guess[named], labels=range(5), average="macro")),
        "macro_f1_6": float(f1_score(truth, guess, average="macro")),
    }


def true_reasons(model: ThemeModel, data: gold.Labelled, most: int) -> tuple[int, int]:
    """(statements with reasons, those whose first reason moves the score most when reread)."""

    def score(_: Any, vectors: Any, tokens: Any, __: Any) -> Table:
        return model.log_posterior(vectors, tokens)

    moved = explain.effects(score, data.texts, data.vectors, data.tokens)
    log_p = model.log_posterior(data.vectors, data.tokens)
    given = right = 0
    for i, text in enumerate(data.texts):
        if given == most:
            break
        column = int(log_p[i].argmax())
        found = explain.reasons(data.tokens[i], moved[i][:, column])
        if column == len(model.keys) or not found or found[0].weight < explain.CLEAR:
            continue
        exact = explain.exact_effects(
            score, text, data.vectors[i], data.tokens[i], default_embedder()
        )[:, column]
        silent = [token.is_stop for token in data.tokens[i][: len(exact)]]
        best = data.tokens[i][int(np.where(silent, -9.0, exact).argmax())]
        given += 1
        right += best.text.lower() == found[0].word.lower()
    return given, right


def without_parts(shared: tuple[Theme, ...], data: gold.Labelled, truth: Truth) -> None:
    """Print what is left when each part is taken away."""
    bare = tuple(replace(theme, seed_words=()) for theme in shared)
    named = tuple(replace(t, seed_words=(), description="", examples=()) for t in shared)
    parts: Mapping[str, tuple[tuple[Theme, ...], dict[str, Any]]] = {
        "everything": (shared, {"ENOUGH": themes.ENOUGH}),
        "no practice sentences": (shared, {"ENOUGH": 10**6}),
        "no vectors in the classifier": (shared, {"VECTOR_SCALE": 0.0}),
        "no words in the classifier": (shared, {"TERM_SCALE": 0.0}),
        "no words": (bare, {"WORD_WEIGHT": 0.0, "PRACTICE_SHARE": 0.0}),
        "no seed words": (bare, {"ENOUGH": themes.ENOUGH}),
        "practice sentences only": (shared, {"PRACTICE_SHARE": 1.0}),
        "no description, examples, seed words": (named, {"ENOUGH": themes.ENOUGH}),
    }
    for name, (chosen, settings) in parts.items():
        with mock.patch.multiple(themes, **settings):
            model = themes.build_model(chosen, default_embedder())
            found = measures(model.log_posterior(data.vectors, data.tokens), truth)
        print(f"  {name:38} {gold.line(found)}")


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--reasons", type=int, default=0, metavar="N", help="check N reasons")
    chosen = parser.parse_args()
    data, shared = gold.labelled(chosen.gold, "theme"), shared_themes()
    model = themes.build_model(shared, default_embedder())
    keys = (*model.keys, gold.OTHER)
    truth = np.array([keys.index(label) for label in data.labels])
    log_p = model.log_posterior(data.vectors, data.tokens)
    found = measures(log_p, truth)
    low, high = spread(log_p, truth)
    print(f"{len(truth)} statements: {gold.line(found)}")
    p = np.exp(log_p)
    print(
        f"sure {p.max(axis=1).mean():.3f}, right {(p.argmax(axis=1) == truth).mean():.3f}; "
        f"an ece of {gold.least_error(p):.3f} is expected of exact probabilities on so few rows"
    )
    print(f"macro_f1_5 between {low:.3f} and {high:.3f} (95 % of 500 draws of the rows)")
    by_class = f1_score(truth, log_p.argmax(axis=1), average=None, labels=range(len(keys)))
    print("F1: " + "  ".join(f"{k} {v:.2f}" for k, v in zip(keys, by_class, strict=True)))
    print(f"TF-IDF + LinearSVC, five folds: {gold.line(tf_idf_svc(data, truth))}")
    if chosen.reasons:
        given, right = true_reasons(model, data, chosen.reasons)
        print(f"reasons given for {given}; the first is also first when read anew for {right}")
    if chosen.ablate:
        without_parts(shared, data, truth)
    print(json.dumps({"n": len(truth), **{key: round(value, 4) for key, value in found.items()}}))


if __name__ == "__main__":
    main()
