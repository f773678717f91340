"""Time and memory of each stage as statements grow: `python -m benchmarks.scale --statements N`.

Runs 1,000, 10,000, … up to N statements (default 10,000), each in a process of its own, and
prints seconds and peak memory for each stage, then the exponent of growth: what power of the
number the seconds grow with, between the two largest runs. Statements are made by joining halves
of the demonstration consultation's sentences (or of the lines of --corpus FILE), so that nearly
all differ. The last line is JSON.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analysis.clusters import group
from analysis.map import lay_out
from analysis.student import embed_many
from language.reader import terms
from language.vectors import default_embedder

DEMO = Path(__file__).parent.parent / "demo" / "statements.jsonl"


def sentences(corpus: Path) -> list[str]:
    """The texts of a file: JSON lines with "text", or plain lines."""
    lines = [line for line in corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [json.loads(x)["text"] for x in lines] if lines[0].startswith("{") else lines


def recombine(found: Sequence[str], count: int) -> list[str]:
    """`count` statements: the first half of one sentence, a word of a third, the end of another."""
    rng = np.random.default_rng(7)
    words = [text.split() for text in found if len(text.split()) > 3]
    everything = [word for text in words for word in text]
    made = []
    for first, second, between in rng.integers(0, 2**31, (count, 3)):
        one, other = words[first % len(words)], words[second % len(words)]
        middle = everything[between % len(everything)]
        made.append(" ".join([*one[: len(one) // 2 + 1], middle, *other[len(other) // 2 :]]))
    return made


def run(count: int, corpus: Path, sample: int = 0) -> dict[str, Any]:
    """Seconds, processor seconds and peak memory (MB, so far) of each stage for `count` statements.

    With a `sample`, only so many are read by the sentence model, whatever the count.
    """
    texts = recombine(sentences(corpus), count)
    ids = [str(place) for place in range(count)]
    embedder = default_embedder()
    terms(texts[0])
    embedder.embed(texts[:1])
    stages: dict[str, Any] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begun, worked = time.perf_counter(), time.process_time()
        result = work()
        stages[name] = {
            "seconds": round(time.perf_counter() - begun, 2),
            "cpu": round(time.process_time() - worked, 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
        return result

    taught = {"sample": sample, "above": sample} if sample else {}
    vectors = timed("vectors", lambda: embed_many(texts, embedder.embed, **taught))
    timed("words", lambda: [terms(text) for text in texts])
    timed("groups", lambda: group(ids, texts, vectors))
    timed("map", lambda: lay_out(ids, vectors))
    return {"statements": count, "distinct": len(set(texts)), "stages": stages}


def exponents(runs: Sequence[dict[str, Any]]) -> dict[str, float]:
    """For each stage log(ratio of processor seconds) / log(ratio of statements), largest two."""
    small, large = runs[-2], runs[-1]
    growth = math.log(large["statements"] / small["statements"])
    found = {}
    for name, stage in large["stages"].items():
        before = max(small["stages"][name]["cpu"], 0.01)
        found[name] = round(math.log(max(stage["cpu"], 0.01) / before) / growth, 2)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure sizes up to the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path, default=DEMO)
    parser.add_argument("--one", action="store_true", help="only this size, in this process")
    parser.add_argument("--sample", type=int, default=0, help="read only so many by the model")
    chosen = parser.parse_args(arguments)
    if chosen.one:
        print(json.dumps(run(chosen.statements, chosen.corpus, chosen.sample)))
        return
    sizes = [10**power for power in range(3, 7) if 10**power < chosen.statements]
    runs = []
    for size in [*sizes, chosen.statements]:
        command = [sys.executable, "-m", "benchmarks.scale", "--one", "--statements", str(size)]
        command += ["--corpus", str(chosen.corpus), "--sample", str(chosen.sample)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
        for name, stage in runs[-1]["stages"].items():
            took = f"{stage['seconds']:8.2f} s  {stage['cpu']:8.2f} s of processor"
            print(f"{size:9d}  {name:8s} {took}  {stage['peak_mb']:5d} MB", flush=True)
    growth = exponents(runs) if len(runs) > 1 else {}
    print(f"exponents of growth: {growth}")
    print(json.dumps({"runs": runs, "exponents": growth}))


if __name__ == "__main__":
    main()
