"""How well groups match people's labels: `python -m benchmarks.clusters --gold FILE`.

FILE holds JSON lines {"text", "label"} (or "theme"). Prints a table, then one line of JSON:
n, nmi and ari with as many groups as labels, nmi_auto and k_auto with the number found by the
data, and seconds of one grouping without the vectors. All are means of five seeds.
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score

from analysis.background import Floats
from analysis.clusters import group, partition_space
from analysis.space import place
from benchmarks.bertopic_aside import run_bertopic
from benchmarks.cluster_ablation import ablation
from benchmarks.cluster_scores import SEEDS, Partition, scores, seed_stability
from language.vectors import default_embedder


def read(path: Path) -> tuple[list[str], list[str]]:
    """Texts and labels of a file of JSON lines."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [row["text"] for row in rows], [str(row.get("label", row.get("theme"))) for row in rows]


def growth_stability(texts: Sequence[str], vectors: Floats, finer: int | None = None) -> float:
    """Adjusted Rand index on the old statements when a tenth new ones arrive; five draws.

    The groups are carried on; with `finer` 0 they are cut anew.
    """
    found = []
    ids = [str(i) for i in range(len(texts))]
    for seed in SEEDS:
        new = set(np.random.default_rng(seed).choice(len(ids), len(ids) // 10, replace=False))
        old = [i for i in range(len(ids)) if i not in new]
        before = group([ids[i] for i in old], [texts[i] for i in old], vectors[old])
        after = group(ids, texts, vectors, previous=before, finer=finer)
        one, other = (
            {i: c.id for c in clusters for i in c.statement_ids} for clusters in (before, after)
        )
        found.append(adjusted_rand_score([one[ids[i]] for i in old], [other[ids[i]] for i in old]))
    return float(np.mean(found))


def tfidf(texts: Sequence[str], number: int) -> Partition:
    """What a tutorial does: TF-IDF of the words as written, KMeans."""
    matrix = TfidfVectorizer().fit_transform(texts)
    return lambda seed: list(KMeans(number, n_init=10, random_state=seed).fit_predict(matrix))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--bertopic", action="store_true", help="install BERTopic aside and run it")
    parser.add_argument("--ablation", action="store_true", help="take each part away and measure")
    chosen = parser.parse_args(arguments)
    texts, labels = read(chosen.gold)
    number = len(set(labels))
    vectors = default_embedder().embed(texts)
    place(texts[:50], vectors[:50])  # word lists are loaded before the clock starts
    begun = time.perf_counter()
    space = place(texts, vectors, across=True)
    given = scores(
        labels, lambda seed: list(partition_space(space, number, seed=seed, rest=False).labels)
    )
    seconds = (time.perf_counter() - begun) / len(SEEDS)
    auto = scores(labels, lambda seed: list(partition_space(space, seed=seed).labels))
    stable = seed_stability(lambda seed: list(partition_space(space, seed=seed).labels))
    growth = growth_stability(texts, vectors)
    plain = scores(labels, tfidf(texts, number))
    print(f"{len(texts)} texts, {number} labels         NMI   ARI   groups")
    print(f"engine, number given         {given[0]:.3f} {given[1]:.3f}  {given[2]:.0f}")
    print(f"engine, number found         {auto[0]:.3f} {auto[1]:.3f}  {auto[2]:.1f}")
    print(f"TF-IDF + KMeans              {plain[0]:.3f} {plain[1]:.3f}  {plain[2]:.0f}")
    if chosen.bertopic:
        run_bertopic(texts, labels, vectors)
    if chosen.ablation:
        ablation(texts, labels, vectors)
    anew = growth_stability(texts, vectors, finer=0)
    print(f"adjusted Rand between seeds {stable:.3f}, when a tenth new arrive {growth:.3f}")
    print(f"the same where the groups are cut anew {anew:.3f}")
    print(
        json.dumps(
            {
                "n": len(texts),
                "nmi": round(given[0], 4),
                "ari": round(given[1], 4),
                "nmi_auto": round(auto[0], 4),
                "k_auto": round(auto[2], 1),
                "seconds": round(seconds, 3),
                "stability_seeds": round(stable, 3),
                "stability_growth": round(growth, 3),
            }
        )
    )


if __name__ == "__main__":
    main()
