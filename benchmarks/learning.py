"""How the themes get better with decisions: `python -m benchmarks.learning --gold FILE`.

FILE holds JSON lines {"text", "theme"}. For seven seeds, n of the rows are decided as labelled
(n = 0, 10, 25, 50, 100, 200 or what leaves a third to measure) and the rest is measured:
macro-F1 over six classes of the engine alone, of the engine that learnt, and of a plain
classifier fitted to the same decisions. Beside them, the seconds to learn 2,000 decisions.
The same follows for a municipality that draws its lines otherwise: the meeting with it counts as
casework there.
Last line: JSON with n and, for each number of decisions, the mean F1.
"""

import argparse
import json
import time
import warnings
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from analysis import learning, themes
from analysis.classifier import Table
from analysis.ground import ground
from analysis.vectors import Matrix
from benchmarks import gold
from interviews.setup import shared_themes
from language.vectors import default_embedder

SEEDS = range(7)
DECISIONS = (0, 10, 25, 50, 100, 200)


def curve(data: gold.Labelled, truth: np.ndarray, prior: Table) -> dict[int, Table]:
    """Number of decisions -> (seeds, 3): F1 of the engine, after learning, of a classifier."""
    found = {}
    for n in DECISIONS:
        if n <= len(truth) * 2 / 3:
            found[n] = np.array([_one(data, truth, prior, n, seed) for seed in SEEDS])
    return found


def taught(
    data: gold.Labelled, truth: np.ndarray, prior: Table, n: int, seed: int
) -> tuple[np.ndarray, np.ndarray, Table]:
    """The n rows that were decided, the others, and these others' log probabilities after it."""
    order = np.random.default_rng(seed).permutation(len(truth))
    decided, rest = order[:n], order[n:]
    vectors = ground(default_embedder()).remove(data.vectors)
    learnt = learning.learn(
        np.eye(prior.shape[1])[truth[decided]],
        prior[decided],
        vectors[decided],
        [data.tokens[i] for i in decided],
    )
    after = learnt.apply(prior[rest], vectors[rest], [data.tokens[i] for i in rest])
    return decided, rest, after


def _one(
    data: gold.Labelled, truth: np.ndarray, prior: Table, n: int, seed: int
) -> tuple[float, ...]:
    decided, rest, after = taught(data, truth, prior, n, seed)
    plain = _classifier(data.vectors, truth, decided, rest)
    found = (prior[rest].argmax(axis=1), after.argmax(axis=1), plain)
    return tuple(float(f1_score(truth[rest], guess, average="macro")) for guess in found)


def _classifier(
    vectors: Matrix, truth: np.ndarray, decided: np.ndarray, rest: np.ndarray
) -> np.ndarray:
    if len(set(truth[decided])) < 2:
        return np.zeros(len(rest), dtype=int)
    model = LogisticRegression(C=10.0, max_iter=1000)
    return np.asarray(model.fit(vectors[decided], truth[decided]).predict(vectors[rest]))


def seconds_to_learn(data: gold.Labelled, truth: np.ndarray, prior: Table, n: int = 2000) -> float:
    """Seconds to learn n decisions (the rows of the file, repeated with a little noise)."""
    rng = np.random.default_rng(0)
    chosen = rng.integers(0, len(truth), n)
    vectors = ground(default_embedder()).remove(data.vectors[chosen])
    vectors = vectors + rng.normal(0, 0.01, vectors.shape).astype(np.float32)
    start = time.perf_counter()
    tokens = [data.tokens[i] for i in chosen]
    learning.learn(np.eye(prior.shape[1])[truth[chosen]], prior[chosen], vectors, tokens)
    return time.perf_counter() - start


def _show(found: dict[int, Table]) -> None:
    print("decisions | engine | learnt (worst to best seed) | classifier alone")
    for n, row in found.items():
        mean, low, high = row.mean(axis=0), row[:, 1].min(), row[:, 1].max()
        print(f"{n:9} | {mean[0]:.3f}  | {mean[1]:.3f} ({low:.3f} to {high:.3f}) | {mean[2]:.3f}")


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    data = gold.labelled(parser.parse_args().gold, "theme")
    warnings.simplefilter("ignore")
    model = themes.build_model(shared_themes(), default_embedder())
    keys = (*model.keys, gold.OTHER)
    truth = np.array([keys.index(label) for label in data.labels])
    prior = model.log_posterior(data.vectors, data.tokens)
    found = curve(data, truth, prior)
    _show(found)
    print("the meeting counts as casework:")
    meeting, casework = keys.index("encounter"), keys.index("casework")
    _show(curve(data, np.where(truth == meeting, casework, truth), prior))
    seconds = seconds_to_learn(data, truth, prior)
    print(f"learning 2,000 decisions: {seconds:.2f} s")
    curve_means = {str(n): round(float(row[:, 1].mean()), 4) for n, row in found.items()}
    print(json.dumps({"n": len(truth), "macro_f1_6": curve_means, "seconds": round(seconds, 3)}))


if __name__ == "__main__":
    main()
