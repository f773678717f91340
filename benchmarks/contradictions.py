"""Whether opposite statements are found: `python -m benchmarks.contradictions`.

60 pairs on one matter, 36 of which contradict. Prints what was missed and wrongly found, then one
line of JSON: n, precision, recall and f1. The words of praise and blame were chosen after the
pairs were written and read, so that the figure is a hopeful one.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from analysis.contradiction import LEAST, opposition
from analysis.polarity import read_polarity
from analysis.space import place
from language.vectors import default_embedder

PAIRS = Path(__file__).parent / "data" / "contradictions.jsonl"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the pairs of one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=PAIRS)
    path = parser.parse_args(arguments).gold
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    texts = [text for row in rows for text in (row["first"], row["second"])]
    space = place(texts, default_embedder().embed(texts))
    found, right, wanted = 0, 0, 0
    for number, row in enumerate(rows):
        one, other = (read_polarity(row[key]) for key in ("first", "second"))
        score = opposition(one, other, float(space[2 * number] @ space[2 * number + 1]))
        said = score >= LEAST
        found, wanted = found + said, wanted + row["contradicts"]
        right += said and row["contradicts"] == 1
        if said != (row["contradicts"] == 1):
            fault = "wrongly found" if said else "missed"
            print(f"{fault:13s} {score:.2f}  {row['first']} | {row['second']}")
    precision, recall = right / max(1, found), right / max(1, wanted)
    figures = {
        "n": len(rows),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
