"""How well groups within a theme match people's tags: `python -m benchmarks.cluster_tags`.

The demonstration's statements have tags that were given before the engine saw them. Within each
theme they are cut into as many groups as it has (first) tags; mean of five seeds and of the themes.
Beside it the same with what the sentence model was taught counted as it is across themes.
Last line: JSON with n, nmi, nmi_across, stability_seeds.
"""

import json
from collections import defaultdict

import numpy as np

from analysis.background import Floats
from analysis.clusters import partition_space
from analysis.space import place
from benchmarks.cluster_scores import scores, seed_stability
from demo.files import read_labels, read_statements
from language.vectors import default_embedder

FEWEST = 30  # statements of a theme


def main() -> None:
    """Print a line for each theme, then the means."""
    labels = {row["id"]: row for row in read_labels()}
    themes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_statements():
        label = labels.get(row["id"])
        if label and label["tags"]:
            themes[label["theme"]].append((row["text"], label["tags"][0]))
    rows, size = [], 0
    for theme, tagged in themes.items():
        if len(tagged) >= FEWEST:
            rows.append(_measure([text for text, _ in tagged], [tag for _, tag in tagged]))
            size += len(tagged)
            print(
                f"{theme:12s} {len(tagged):4d}  NMI {rows[-1][0]:.3f}  as across {rows[-1][1]:.3f}"
            )
    nmi, across, stable = (round(float(value), 4) for value in np.mean(rows, axis=0))
    print(json.dumps({"n": size, "nmi": nmi, "nmi_across": across, "stability_seeds": stable}))


def _measure(texts: list[str], tags: list[str]) -> tuple[float, float, float]:
    """NMI as the app groups within a theme, as it groups across, and agreement between seeds."""
    vectors = default_embedder().embed(texts)
    inside, across = place(texts, vectors), place(texts, vectors, across=True)

    def found(seed: int) -> list[int]:
        return list(partition_space(inside, seed=seed).labels)

    return _agreement(inside, tags), _agreement(across, tags), seed_stability(found)


def _agreement(space: Floats, tags: list[str]) -> float:
    """NMI with as many groups as tags."""

    def given(seed: int) -> list[int]:
        return list(partition_space(space, len(set(tags)), seed=seed, rest=False).labels)

    return scores(tags, given)[0]


if __name__ == "__main__":
    main()
