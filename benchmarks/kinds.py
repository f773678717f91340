"""How well kinds are told apart: `python -m benchmarks.kinds --gold FILE`.

FILE holds JSON lines {"text", "kind", "proposal"}, kind one of experience, challenge, wish, praise.
Prints macro-F1 and the share right of the shipped engine, F1 by kind, how often "wish" and "asks"
agree, and what TF-IDF with LinearSVC does in five folds of the same file. `--ablate` takes cues,
words and vectors away in turn.
Last line: JSON with n, macro_f1, right and agree.
"""

import argparse
import json
import warnings
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

from analysis import cues, kinds
from benchmarks import gold
from interviews.model import Kind
from language.vectors import default_embedder

Truth = NDArray[np.intp]
WISH = kinds.KINDS.index(Kind.WISH)


def measures(data: gold.Labelled, truth: Truth) -> tuple[dict[str, float], NDArray[np.float64]]:
    """macro_f1, right and agree of the engine as it is now, and F1 by kind."""
    model = kinds.build_model(default_embedder())
    kind, asking = model.log_both(data.texts, data.vectors, data.tokens)
    guess = kind.argmax(axis=1)
    asks = asking.argmax(axis=1) == 1
    found = {
        "macro_f1": _macro(truth, guess),
        "right": float((guess == truth).mean()),
        "agree": float(((guess == WISH) == asks).mean()),
    }
    return found, f1_score(truth, guess, average=None, labels=range(len(kinds.KINDS)))


def _macro(truth: Truth, guess: Truth) -> float:
    return float(f1_score(truth, guess, average="macro"))


def without_parts(data: gold.Labelled, truth: Truth) -> None:
    """Print what is left when each part is taken away."""
    nothing = mock.Mock(return_value=[0.0] * len(cues.CUES))
    parts: dict[str, Any] = {
        "no cues": mock.patch.object(cues, "found", nothing),
        "no words": mock.patch.object(kinds, "PHRASE_SCALE", 0.0),
        "no vectors": mock.patch.object(kinds, "VECTOR_SCALE", 0.0),
    }
    for name, patch in parts.items():
        with patch:
            print(f"  {name:12} {gold.line(measures(data, truth)[0])}")


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--ablate", action="store_true")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    data = gold.labelled(chosen.gold, "kind")
    truth = np.array([kinds.KINDS.index(Kind(label)) for label in data.labels])
    found, by_kind = measures(data, truth)
    pipe = make_pipeline(TfidfVectorizer(sublinear_tf=True), LinearSVC())
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    plain = cross_val_predict(pipe, data.texts, truth, cv=folds)
    print(f"{len(truth)} statements: {gold.line(found)}")
    named = zip(kinds.KINDS, by_kind, strict=True)
    print("F1: " + "  ".join(f"{kind.value} {value:.2f}" for kind, value in named))
    print(f"TF-IDF + LinearSVC, five folds: macro_f1 {_macro(truth, plain):.3f}")
    if chosen.ablate:
        without_parts(data, truth)
    print(json.dumps({"n": len(truth), **{key: round(value, 4) for key, value in found.items()}}))


if __name__ == "__main__":
    main()
