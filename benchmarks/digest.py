"""How much a digest of few sentences covers: `python -m benchmarks.digest`.

Reads the demonstration consultation (or --gold FILE of JSON lines {"text", "theme", "interview"}),
groups each theme and chooses 6, 10 and 15 sentences. Prints the share of groups and of people
covered, beside as many sentences drawn at random, then one line of JSON for 10 sentences.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from analysis.clusters import group
from analysis.digest import DigestSpan, choose_digest, digest_coverage
from language.vectors import default_embedder

DEMO = Path(__file__).parent.parent / "demo" / "statements.jsonl"
LENGTHS = (6, 10, 15)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=DEMO)
    path = parser.parse_args(arguments).gold
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    texts = [row["text"] for row in rows]
    ids = [str(place) for place in range(len(rows))]
    themes = [row.get("theme") for row in rows]
    people = {i: str(row.get("interview", i)) for i, row in zip(ids, rows, strict=True)}
    vectors = default_embedder().embed(texts)
    clusters = group(ids, texts, vectors, themes)
    found: dict[int, list[tuple[float, float, float, float]]] = {length: [] for length in LENGTHS}
    for theme in sorted({c.theme_key for c in clusters if c.theme_key}):
        mine = [c for c in clusters if c.theme_key == theme]
        chosen = [i for c in mine for i in c.statement_ids]
        for length in LENGTHS:
            spans = choose_digest(ids, texts, vectors, mine, people, length)
            ours = digest_coverage(spans, mine, people)
            draw = np.random.default_rng(7).choice(chosen, min(length, len(chosen)), replace=False)
            chance = digest_coverage([DigestSpan(i, 0, 0, 0, 0) for i in draw], mine, people)
            found[length].append((ours.groups, ours.people, chance.groups, chance.people))
    print("sentences   groups   people   (drawn at random: groups, people)")
    for length, figures in found.items():
        a, b, c, d = np.mean(figures, axis=0)
        print(f"{length:9d}   {a:.3f}    {b:.3f}    {c:.3f}   {d:.3f}")
    groups, voices = np.mean(found[10], axis=0)[:2]
    print(json.dumps({"n": len(rows), "groups": round(groups, 3), "people": round(voices, 3)}))


if __name__ == "__main__":
    main()
