"""Whether the right initiatives come first: `python -m benchmarks.links [--gold FILE] [--half H]`.

Without FILE: benchmarks/data/links.jsonl, made up for this; the weights were chosen on its half
"tune", the half "kept" tells how they do on others.

FILE holds JSON lines of type "initiative", "statement" and "pair" (statement_id, initiative_id,
strength). For each statement with a pair of strength "full", all initiatives of the file are
ranked. Prints a table, then one line of JSON: n, mrr and hit_at_3.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis import links
from analysis.background import Floats
from analysis.bm25 import bm25
from analysis.ground import Ground, ground
from analysis.links import likeness
from benchmarks.link_themes import chances
from language.reader import terms
from language.vectors import default_embedder

OWN = Path(__file__).with_name("data") / "links.jsonl"

Rows = list[dict[str, str]]


def read(path: Path) -> tuple[Rows, Rows, dict[str, set[str]]]:
    """Statements with a full pair, all initiatives, and the related initiatives of each."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    related: dict[str, set[str]] = {}
    full = set()
    for row in rows:
        if row["type"] == "pair":
            related.setdefault(row["statement_id"], set()).add(row["initiative_id"])
            if row.get("strength") == "full":
                full.add(row["statement_id"])
    statements = [r for r in rows if r["type"] == "statement" and r["id"] in full]
    return statements, [r for r in rows if r["type"] == "initiative"], related


def measure(
    matrix: Floats, statements: Rows, initiatives: Rows, related: Mapping[str, set[str]]
) -> tuple[float, float]:
    """Mean reciprocal rank of the first related initiative; share with one among three."""
    ranks = []
    for row, statement in enumerate(statements):
        order = np.argsort(-matrix[row], kind="stable")
        hits = [initiatives[place]["id"] in related[statement["id"]] for place in order]
        ranks.append(hits.index(True) + 1)
    found = np.array(ranks)
    return float((1 / found).mean()), float((found <= 3).mean())


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=OWN)
    parser.add_argument("--half", choices=("tune", "kept"), help="of our own file")
    asked = parser.parse_args(arguments)
    statements, initiatives, related = read(asked.gold)
    if asked.half:
        statements = [row for row in statements if row["half"] == asked.half]
    texts, others = [r["text"] for r in statements], [r["text"] for r in initiatives]
    embed = default_embedder().embed
    vectors, other_vectors = embed(texts), embed(others)
    ids, other_ids = [r["id"] for r in statements], [r["id"] for r in initiatives]

    def engine(themes: bool, shared: Ground | None) -> Floats:
        ours = chances(texts, vectors) if themes else [None] * len(texts)
        theirs = chances(others, other_vectors) if themes else [None] * len(others)
        return likeness(
            ids, texts, vectors, ours, other_ids, others, other_vectors, theirs,
            ground=shared,
        )[0]  # fmt: skip

    with patch.object(links, "MATTER_WEIGHT", 0.0):
        without_matters = engine(True, ground(default_embedder()))
    words = TfidfVectorizer().fit([*texts, *others])
    methods = {
        "TF-IDF of words": (words.transform(texts) @ words.transform(others).T).toarray(),
        "BM25, lemmas and parts": bm25([terms(t) for t in texts], [terms(t) for t in others]),
        "engine without themes": engine(False, ground(default_embedder())),
        "engine without the ground": engine(True, None),
        "engine without matters": without_matters,
        "engine": engine(True, ground(default_embedder())),
    }
    print(f"{len(texts)} statements, {len(others)} initiatives      MRR   first three")
    figures = (0.0, 0.0)
    for name, matrix in methods.items():
        figures = measure(matrix, statements, initiatives, related)
        print(f"{name:36s} {figures[0]:.3f}   {figures[1]:.3f}")
    summary = {"n": len(texts), "mrr": round(figures[0], 4), "hit_at_3": round(figures[1], 4)}
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
