"""How well proposals are recognised: `python -m benchmarks.proposals --gold FILE`.

FILE holds JSON lines {"text", "proposal"} with 1 for a text that asks for something. Prints
precision, recall and F1 of the shipped engine, which has not seen the file; the same after
learning four fifths of it as decisions and measuring the fifth (five folds); and TF-IDF with
LinearSVC in the same folds. `--ablate` takes cues, words and vectors away in turn.
Last line: JSON with n, f1 and f1_cross_validated.
"""

import argparse
import json
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score, precision_score, recall_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from analysis import cues, kinds, learning
from analysis.classifier import Table
from analysis.ground import ground
from benchmarks import gold
from language.vectors import default_embedder

Truth = NDArray[np.intp]
FOLDS = StratifiedKFold(5, shuffle=True, random_state=0)


def shipped(data: gold.Labelled) -> Table:
    """Log probabilities (n, 2) of the engine as it is shipped."""
    model = kinds.build_model(default_embedder())
    return model.log_both(data.texts, data.vectors, data.tokens)[1]


def cross_validated(data: gold.Labelled, truth: Truth, prior: Table) -> Truth:
    """Each fifth guessed by the engine after the other four were decided."""
    vectors = ground(default_embedder()).remove(data.vectors)
    guess = np.zeros(len(truth), dtype=np.intp)
    for decided, rest in FOLDS.split(data.texts, truth):
        learnt = learning.learn(
            np.eye(2)[truth[decided]],
            prior[decided],
            vectors[decided],
            [data.tokens[i] for i in decided],
        )
        found = learnt.apply(prior[rest], vectors[rest], [data.tokens[i] for i in rest])
        guess[rest] = found.argmax(axis=1)
    return guess


def without_parts(data: gold.Labelled, truth: Truth) -> None:
    """Print what is left when each part is taken away."""
    nothing = mock.Mock(return_value=[0.0] * len(cues.CUES))
    parts: dict[str, Any] = {
        "no cues": mock.patch.object(cues, "found", nothing),
        "no vectors": mock.patch.object(kinds, "VECTOR_SCALE", 0.0),
    }
    for name, patch in parts.items():
        with patch:
            print(f"  {name:12} {_line(truth, shipped(data).argmax(axis=1))}")


def _line(truth: Truth, guess: Truth) -> str:
    return (
        f"F1 {f1_score(truth, guess):.3f}  precision {precision_score(truth, guess):.3f}"
        f"  recall {recall_score(truth, guess):.3f}"
    )


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--ablate", action="store_true")
    chosen = parser.parse_args()
    data = gold.labelled(chosen.gold, "proposal")
    truth = np.array([int(label) for label in data.labels])
    prior = shipped(data)
    folded = cross_validated(data, truth, prior)
    pipe = make_pipeline(TfidfVectorizer(sublinear_tf=True), LinearSVC())
    plain = cross_val_predict(pipe, data.texts, truth, cv=FOLDS)
    print(f"{len(truth)} texts, {truth.sum()} ask for something")
    print(f"as shipped:                {_line(truth, prior.argmax(axis=1))}")
    print(f"five folds, decisions:     {_line(truth, folded)}")
    print(f"TF-IDF + LinearSVC, folds: {_line(truth, plain)}")
    if chosen.ablate:
        without_parts(data, truth)
    found = {
        "f1": f1_score(truth, prior.argmax(axis=1)),
        "f1_cross_validated": f1_score(truth, folded),
    }
    print(json.dumps({"n": len(truth), **{key: round(float(v), 4) for key, v in found.items()}}))


if __name__ == "__main__":
    main()
