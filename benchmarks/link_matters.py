"""What the list of matters adds to links: `python -m benchmarks.link_matters`.

Two tasks from the demonstration, whose words had no part in writing the list: for a linked
statement the initiative of the plan that people tied it to, and for every statement the code that
people gave it, known by name and definition alone (the parent codes left out). Our own pairs in
`data/links.jsonl` are shown too, but they and the list have one author, so that they flatter it.
Prints mean reciprocal rank and the share with a right one among three, with and without.
"""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from unittest.mock import patch

from analysis import links
from analysis.ground import ground
from benchmarks.gold import rows
from benchmarks.link_themes import chances
from benchmarks.links import OWN, measure, read
from language.vectors import default_embedder

DEMO = Path(__file__).parent.parent / "demo"

Task = tuple[list[dict[str, str]], list[dict[str, str]], Mapping[str, Collection[str]]]


def main() -> None:
    """Measure the three tasks."""
    print("                     n  targets   without     with")
    for name, task in (("plan", _plan()), ("codes", _codes()), ("own pairs", read(OWN))):
        with patch.object(links, "MATTER_WEIGHT", 0.0):
            before = _score(task)
        after = _score(task)
        figures = "   ".join(f"{mrr:.3f}/{three:.3f}" for mrr, three in (before, after))
        print(f"{name:18s} {len(task[0]):4d} {len(task[1]):6d}    {figures}")


def _score(task: Task) -> tuple[float, float]:
    some, others, related = task
    embedder = default_embedder()
    texts, wordings = [row["text"] for row in some], [row["text"] for row in others]
    vectors, other_vectors = embedder.embed(texts), embedder.embed(wordings)
    scores, _ = links.likeness(
        [row["id"] for row in some], texts, vectors, chances(texts, vectors),
        [row["id"] for row in others], wordings, other_vectors, chances(wordings, other_vectors),
        ground=ground(embedder),
    )  # fmt: skip
    return measure(scores, some, others, {key: set(value) for key, value in related.items()})


def _plan() -> Task:
    told = tomllib.loads((DEMO / "plan.toml").read_text(encoding="utf-8"))
    initiatives = [{"id": row["key"], "text": row["text"]} for row in told["initiative"]]
    keys = {row["id"] for row in initiatives}
    related: dict[str, set[str]] = {}
    for row in told["link"]:
        if row["target"] in keys:
            related.setdefault(row["statement"], set()).add(row["target"])
    return _statements(related), initiatives, related


def _codes() -> Task:
    told = tomllib.loads((DEMO / "codebook.toml").read_text(encoding="utf-8"))["tag"]
    parents = {row.get("parent") for row in told}
    codes = [
        {"id": row["key"], "text": f"{row['name']}: {row['definition']}"}
        for row in told
        if row["key"] not in parents
    ]
    known = {row["id"] for row in codes}
    related = {row["id"]: known & set(row["tags"]) for row in rows(DEMO / "labels.jsonl")}
    related = {key: value for key, value in related.items() if value}
    return _statements(related), codes, related


def _statements(wanted: Collection[str]) -> list[dict[str, str]]:
    return [row for row in rows(DEMO / "statements.jsonl") if row["id"] in wanted]


if __name__ == "__main__":
    main()
