"""Time and memory of each stage as statements grow: `python -m benchmarks.scale --statements N`.

Runs 1,000, 10,000, … up to N statements (default 10,000), each in a process of its own, and
prints seconds and peak memory for each stage, then the exponent of growth: what power of the
number the seconds grow with, between the two largest runs. Statements are made by joining halves
of the demonstration consultation's sentences (or of the lines of --corpus FILE), so that nearly
all differ. With --dask what goes piece by piece is read by a local Dask cluster of two workers,
and held against what one process gives (`pip install -r requirements-scale.txt`). The last line
is JSON.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analysis.batch import suggest_all
from analysis.clusters import group
from analysis.engine import Engine, build_engine
from analysis.map import lay_out
from analysis.student import Run, embed_many
from benchmarks.demonstration import demonstration
from interviews.model import Statement
from language.reader import terms
from language.vectors import default_embedder
from storage import open_store

SAME = 4_000  # statements read both ways to be compared
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


def engine() -> Engine:
    """The engine with the demonstration consultation's themes and codebook."""
    with demonstration() as (url, consultation_id), open_store(url) as store:
        themes, tags = store.themes(consultation_id), store.tags(consultation_id)
    return build_engine(themes, tags, default_embedder())


def read_all(
    texts: Sequence[str], sample: int, chosen: Engine, run: Run = map
) -> Iterator[tuple[str, Any]]:
    """The stages that go piece by piece, each when it is done: vectors, then suggestions."""
    taught = {"sample": sample, "above": sample} if sample else {}
    vectors = embed_many(texts, default_embedder().embed, run=run, **taught)
    yield "vectors", vectors
    statements = [Statement(str(i), i, "c", "t", text, None) for i, text in enumerate(texts)]
    yield "suggestions", list(suggest_all(chosen, {}, statements, vectors, run))


def run(count: int, corpus: Path, sample: int = 0, map_: Run = map) -> dict[str, Any]:
    """Seconds, processor seconds and peak memory (MB, so far) of each stage for `count` statements.

    With a `sample`, only so many are read by the sentence model, whatever the count. Processor
    seconds are this process's own, not those of other machines' workers.
    """
    texts = recombine(sentences(corpus), count)
    ids = [str(place) for place in range(count)]
    chosen = engine()
    terms(texts[0])
    default_embedder().embed(texts[:1])
    stages: dict[str, Any] = {}
    clock = [time.perf_counter(), time.process_time()]

    def done(name: str) -> None:
        now = [time.perf_counter(), time.process_time()]
        stages[name] = {
            "seconds": round(now[0] - clock[0], 2),
            "cpu": round(now[1] - clock[1], 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
        clock[:] = [time.perf_counter(), time.process_time()]

    vectors: Any = None
    for name, result in read_all(texts, sample, chosen, map_):
        vectors = result if name == "vectors" else vectors
        done(name)
    group(ids, texts, vectors)
    done("groups")
    lay_out(ids, vectors)
    done("map")
    return {"statements": count, "distinct": len(set(texts)), "stages": stages}


def run_on_dask(count: int, corpus: Path, sample: int) -> dict[str, Any]:
    """The stages of `run` on two workers, and whether pieces read there are the same as here."""
    from dask.distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):

        def far(work: Callable[[Any], Any], pieces: Iterable[Any]) -> Iterable[Any]:
            shared = client.scatter(work, broadcast=True)
            futures = [client.submit(_apply, shared, client.scatter(piece)) for piece in pieces]
            return (future.result() for future in futures)

        found = run(count, corpus, sample, far)
        texts, chosen = recombine(sentences(corpus), min(count, SAME)), engine()
        there, here = (dict(read_all(texts, SAME // 4, chosen, one)) for one in (far, map))
    found["identical"] = bool(
        np.array_equal(there["vectors"], here["vectors"])
        and there["suggestions"] == here["suggestions"]
    )
    return found


def _apply(work: Callable[[Any], Any], piece: Any) -> Any:
    return work(piece)


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
    parser.add_argument("--dask", action="store_true", help="two workers read the pieces")
    chosen = parser.parse_args(arguments)
    if chosen.one:
        measure = run_on_dask if chosen.dask else run
        print(json.dumps(measure(chosen.statements, chosen.corpus, chosen.sample)))
        return
    sizes = [10**power for power in range(3, 7) if 10**power < chosen.statements]
    runs = []
    for size in [*sizes, chosen.statements]:
        command = [sys.executable, "-m", "benchmarks.scale", "--one", "--statements", str(size)]
        command += ["--corpus", str(chosen.corpus), "--sample", str(chosen.sample)]
        command += ["--dask"] if chosen.dask else []
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
        for name, stage in runs[-1]["stages"].items():
            took = f"{stage['seconds']:8.2f} s  {stage['cpu']:8.2f} s of processor"
            print(f"{size:9d}  {name:11s} {took}  {stage['peak_mb']:5d} MB", flush=True)
    growth = exponents(runs) if len(runs) > 1 else {}
    print(f"exponents of growth: {growth}")
    print(json.dumps({"runs": runs, "exponents": growth}))


if __name__ == "__main__":
    main()
