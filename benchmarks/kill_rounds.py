"""One round of the kill test: somebody types, something breaks, somebody types on."""

import contextlib
import time

from playwright.sync_api import Page

from benchmarks.kill_bench import (
    OLD_SECONDS,
    Bench,
    Outcome,
    Typist,
    compare,
    new_draft,
    open_field,
)
from benchmarks.kill_breaks import BREAKS
from benchmarks.kill_rig import wait_for

KINDS = tuple(BREAKS)


def play(bench: Bench, kind: str) -> tuple[Outcome, str, Page]:
    """One round; also the draft and the page as they stand afterwards."""
    draft_id = new_draft(bench.url)
    typist, outcome = Typist(bench.dice), Outcome(kind)
    page = bench.tablet.page()
    open_field(page, bench.address(draft_id))
    typist.type(page, bench.dice.uniform(0.3, 4.0))
    broken_at, page = BREAKS[kind](bench, typist, page, draft_id, outcome)
    typist.type(page, bench.dice.uniform(0.2, 2.0))
    _judge(bench, typist, draft_id, broken_at, outcome)
    with contextlib.suppress(TimeoutError):
        wait_for(lambda: not kept(page, draft_id), 10, "the browser's forgetting")
    outcome.left_in_browser = len(kept(page, draft_id))
    return outcome, draft_id, page


def _judge(bench: Bench, typist: Typist, draft_id: str, broken_at: float, outcome: Outcome) -> None:
    last_key = time.monotonic()
    try:
        wait_for(lambda: bench.entry(draft_id).text == typist.text, 60, "the saving")
    except TimeoutError as error:
        outcome.wrong.append(str(error))
    entry = bench.entry(draft_id)
    outcome.saved_after = time.monotonic() - last_key
    outcome.typed, outcome.offers = len(typist.text), int(bool(entry.other))
    compare(typist, entry.text, broken_at - OLD_SECONDS, outcome)


def kept(page: Page, draft_id: str) -> list[str]:
    """What the browser holds on to of one draft ("" for any), in every sort of storage.

    A browser that dies may forget a deletion of the last seconds, so that a sealed entry of an
    earlier draft comes back; it goes when that draft is opened, handed in or deleted.
    """
    script = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(base => base.name)]"""
    return [name for name in page.evaluate(script) if "taleroer" in name and draft_id in name]
