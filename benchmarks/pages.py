"""How long one interaction keeps the server busy: `python -m benchmarks.pages`.

Makes a base with 5,000 statements in a folder of its own and presses, types and chooses on every
page through Streamlit's AppTest. Prints the median of `--rounds` interactions a page, in
milliseconds of clock and of processor time (on a machine that does other things too, the second
is the fairer one), and one line of JSON. Ends with 1 when a median is over LIMIT.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.big_base import build
from storage import open_store

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 150  # milliseconds of processor time, median
Interact = Callable[[AppTest, int], object]


def press(start: str) -> Interact:
    """Presses the first button whose key begins so and that concerns one thing only."""

    def do(app: AppTest, _turn: int) -> object:
        keys = (str(b.key) for b in app.button)
        key = next(k for k in keys if k.startswith(start) and k != "approve_sure")
        return app.button(key=key).click().run()

    return do


def choose(key: str) -> Interact:
    """Takes the choices of a list in turn."""

    def do(app: AppTest, turn: int) -> object:
        box = app.selectbox(key=key)
        return box.select_index(turn % len(box.options)).run()

    return do


def toggle(keys: list[str]) -> Interact:
    """Opens one part after the other, as tapping an expander or a tab does."""

    def do(app: AppTest, turn: int) -> object:
        app.session_state[keys[turn % len(keys)]] = True
        return app.run()

    return do


def again(app: AppTest, _turn: int) -> object:
    """Draws the page once more."""
    return app.run()


def pages(key: str) -> list[tuple[str, str, dict[str, object], Interact]]:
    """What is measured: a name, the page, how it stands before, and what is done."""
    with open_store() as store:
        clusters = [f"cluster_{c.id}" for c in store.clusters(key) if c.theme_key == "housing"]
    return [
        ("start", "start", {}, again),
        ("capture", "capture", {}, again),
        ("review, nod", "review", {}, press("approve_")),
        ("review, correct", "review", {}, press("correct_")),
        ("review, theme", "review", {}, choose("review_theme")),
        ("clusters, open", "clusters", {}, toggle(clusters)),
        ("clusters, theme", "clusters", {}, choose("cluster_theme")),
        ("map", "clusters", {"cluster_tab": "Kort"}, again),
        ("plan, initiatives", "plan", {}, press("behind_")),
        ("plan, proposals", "plan", {f"plan_tab_{key}": "Maskinens forslag"}, press("dismiss_")),
        ("plan, digest", "plan", {f"plan_tab_{key}": "Det siger borgerne"}, again),
        ("plan, milestones", "plan", {}, press("milestones_")),
        ("plan, arrange", "plan", {}, press("arrange_")),
        ("matrix", "matrix", {}, choose(f"matrix_theme_{key}")),
        ("matrix, list", "matrix", {"matrix_form": "list"}, press("cell_")),
        ("coverage, answer", "coverage", {}, press("answer_")),
        ("quotes", "quotes", {}, again),
        ("export", "export", {}, again),
        ("guides", "guides", {}, again),
        ("setup, sites", "setup", {}, again),
        ("setup, themes", "setup", {"setup_tab": "Temaer"}, again),
        ("protection", "privacy", {}, again),
    ]


def measure(page: str, state: dict[str, object], do: Interact, rounds: int) -> tuple[float, float]:
    """Medians of clock and processor time of one interaction, in milliseconds."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=120)
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    if page != "start":
        app.switch_page(f"views/{page}_page.py").run()
    clock, work = [], []
    for turn in range(rounds + 1):
        before, busy = time.perf_counter(), time.process_time()
        do(app, turn)
        if app.exception:
            raise SystemExit(f"{page}: {app.exception[0].value}")
        if turn:  # the first one fills caches
            clock.append((time.perf_counter() - before) * 1000)
            work.append((time.process_time() - busy) * 1000)
    return statistics.median(clock), statistics.median(work)


def main(argv: list[str] | None = None) -> int:
    """Builds, measures, prints; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages")
    parser.add_argument("--statements", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=9)
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="taleroer-") as folder:
        os.environ["TALEROER_HOME"] = folder
        with open_store() as store:
            made = build(store, args.statements)
        found = {
            name: measure(page, state, do, args.rounds) for name, page, state, do in pages(made.id)
        }
    for name, (clock, work) in found.items():
        print(f"{name:20} {clock:7.0f} ms  processor {work:7.0f} ms")
    slow = [name for name, (_clock, work) in found.items() if work > LIMIT]
    medians = {name: {"ms": round(c), "cpu_ms": round(w)} for name, (c, w) in found.items()}
    print(json.dumps({"statements": args.statements, "limit_ms": LIMIT, "median": medians}))
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
