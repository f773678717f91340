"""Types in the real app in a real browser while things break, and counts what is lost.

`python -m benchmarks.kills --rounds 200` prints a table and one line of JSON. Each round types
Danish at a person's pace into a new draft and breaks one thing at a random moment: the server
(SIGKILL; page left open or loaded anew), the page (reload, closed tab), the network (cut, with the
typing going on; cut and closed) or the whole browser (SIGKILL). Then it types on, and compares the
draft on disk with what was typed. Exit code 1 if a character older than two seconds was lost, any
was doubled, or anything was left in the browser. With `--away 600` only the network is cut, for ten
minutes, with typing at both ends.
"""

import argparse
import json
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright

from benchmarks.kill_bench import PIECES, Bench, Outcome, set_up
from benchmarks.kill_rig import CHROMIUM, Line, Server, Tablet
from benchmarks.kill_rounds import KINDS, kept, play
from storage import open_store

COLUMNS = ("typed", "lost", "lost_old", "duplicated", "behind_old", "offers", "left_in_browser")
HAND_IN_EVERY = 10


def run(
    rounds: int, seed: int, *, quiet: bool = False, away: float = 0.0
) -> tuple[list[Outcome], dict[str, int]]:
    """The outcome of each round, and what was found in the browser after hand-ins.

    With `away` (seconds) every round cuts the network for that long.
    """
    dice = random.Random(seed)
    order = ["network" if away else KINDS[number % len(KINDS)] for number in range(rounds)]
    dice.shuffle(order)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home, profile = Path(folder) / "home", Path(folder) / "profile"
        home.mkdir()
        profile.mkdir()
        os.environ["TALEROER_HOME"] = str(home)
        server = Server(home)
        bench = Bench(home, server, Line(server.port), Tablet(playwright, profile), dice, away)
        set_up(bench.url)
        server.start()
        server.wait()
        bench.tablet.start()
        try:
            outcomes, left = _rounds(bench, order, quiet)
        finally:
            bench.tablet.kill()
            server.kill()
            bench.line.close()
        left["text on the tablet's disk"] = text_on_disk(profile)
    return outcomes, left


def _rounds(bench: Bench, order: list[str], quiet: bool) -> tuple[list[Outcome], dict[str, int]]:
    outcomes: list[Outcome] = []
    left: Counter[str] = Counter({"hand-ins": 0})
    for number, kind in enumerate(order, start=1):
        outcome, draft_id, page = play(bench, kind)
        outcomes.append(outcome)
        if number % HAND_IN_EVERY == 0 or number == len(order):
            left["hand-ins"] += 1
            left.update(hand_in(bench, draft_id, page))
        page.close()
        if not quiet:
            print(f"{number:4} {outcome}", file=sys.stderr, flush=True)
    left["entries when no draft is left"] = _forget_all(bench)
    return outcomes, dict(left)


def _forget_all(bench: Bench) -> int:
    """What the browser still holds once every draft is deleted and the first page was opened."""
    with open_store(bench.url) as store:
        for consultation in store.consultations():
            for draft in store.drafts(consultation.id):
                store.delete_draft(draft.id)
    page = bench.tablet.page()
    page.goto(f"http://127.0.0.1:{bench.line.port}/capture_page")
    page.get_by_role("button", name="Begynd samtalen").wait_for()
    time.sleep(1)
    return len(kept(page, ""))


def hand_in(bench: Bench, draft_id: str, page: Page) -> dict[str, int]:
    """Hands the draft in as a person would; what is left of it anywhere."""
    page.get_by_role("button", name="Alle spørgsmål").click()
    page.get_by_role("button", name="Afslut samtalen").click()
    page.get_by_role("radio", name="Nej").click(timeout=120_000)  # the guard may be loading still
    page.get_by_role("radio", name="Nej", checked=True).wait_for()
    half_words = page.locator('[class*="st-key-replace_"] button')  # they may look like names
    while half_words.count():
        half_words.first.click()
        time.sleep(0.5)
    page.get_by_role("button", name="Aflever samtalen").click()
    page.get_by_role("heading", name="Samtalen er afleveret").wait_for()
    time.sleep(0.5)  # the sweeping component comes with the page
    with open_store(bench.url) as store:
        drafts = sum(draft.id == draft_id for c in store.consultations() for draft in
                     store.drafts(c.id))  # fmt: skip
    return {"entries in the browser": len(kept(page, draft_id)), "drafts in the store": drafts}


def text_on_disk(profile: Path) -> int:
    """How many files of the browser's profile hold readable text that was typed."""
    words = [piece.strip()[:24] for piece in PIECES]
    signs = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "latin-1",)
             if _fits(word, code)]  # fmt: skip
    files = [path for path in profile.rglob("*") if path.is_file()]
    return sum(any(sign in path.read_bytes() for sign in signs) for path in files)


def _fits(word: str, code: str) -> bool:
    try:
        word.encode(code)
    except UnicodeEncodeError:
        return False
    return True


def report(outcomes: list[Outcome], left: dict[str, int], seconds: float) -> dict[str, object]:
    """Prints the table; the figures as one value."""
    print(f"{'what broke':<15}{'rounds':>7}" + "".join(f"{name:>16}" for name in COLUMNS))
    for kind in (*KINDS, "all"):
        mine = [o for o in outcomes if kind in (o.kind, "all")]
        sums = [sum(getattr(o, name) for o in mine) for name in COLUMNS]
        print(f"{kind:<15}{len(mine):>7}" + "".join(f"{value:>16}" for value in sums))
    after = sorted(o.saved_after for o in outcomes)
    figures = {"rounds": len(outcomes), "seconds": round(seconds)}
    figures |= {name: sum(getattr(o, name) for o in outcomes) for name in COLUMNS}
    figures["wrong"] = sum(len(o.wrong) for o in outcomes)
    saved = {"saved_median_s": statistics.median(after), "saved_worst_s": after[-1]}
    return {**figures, **{key: round(value, 2) for key, value in saved.items()}, **left}


def passed(figures: dict[str, object]) -> bool:
    """Whether nothing was lost that was older than two seconds, doubled, or left behind."""
    names = ("lost_old", "duplicated", "behind_old", "offers", "left_in_browser", "wrong")
    found = ("entries in the browser", "entries when no draft is left", "drafts in the store")
    return not any(figures[name] for name in (*names, *found, "text on the tablet's disk"))


def main() -> int:
    """0 if the run passed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--away", type=float, default=0.0, help="seconds without a network")
    options = parser.parse_args()
    if CHROMIUM is None:
        print("chromium is not installed", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is ended
    begin = time.monotonic()
    try:
        outcomes, left = run(options.rounds, options.seed, away=options.away)
    except Error as error:
        print(f"the browser gave up: {error}", file=sys.stderr)
        return 2
    figures = report(outcomes, left, time.monotonic() - begin)
    print(json.dumps(figures, ensure_ascii=False))
    return 0 if passed(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
