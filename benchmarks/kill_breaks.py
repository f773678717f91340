"""The ways things break while somebody types, each with the way back.

Each takes the bench, the typist, the page, the draft and the outcome, and gives the moment of the
break (monotonic seconds) and the page on which the typing goes on.
"""

import threading
import time
from collections.abc import Callable

from playwright.sync_api import Error, Page

from benchmarks.kill_bench import OLD_SECONDS, Bench, Outcome, Typist, compare, open_field


def _at_random(bench: Bench, longest: float, strike: Callable[[], None]) -> threading.Timer:
    """Strikes from another thread, so that it may hit the middle of anything."""
    timer = threading.Timer(bench.dice.uniform(0.0, longest), strike)
    timer.start()
    return timer


def _kill_server(bench: Bench, typist: Typist, page: Page, draft_id: str, out: Outcome) -> float:
    """SIGKILL while the typing goes on; when that was, with what the draft lacked then."""
    struck: list[float] = []

    def strike() -> None:
        bench.server.kill()
        struck.append(time.monotonic())

    timer = _at_random(bench, 1.5, strike)
    while not struck:
        typist.type(page, 0.1)
    timer.join()
    there = bench.entry(draft_id).text
    out.behind_old = max(0, typist.older_than(struck[0] - OLD_SECONDS) - len(there))
    bench.server.start()
    return struck[0]


def _server(
    bench: Bench, typist: Typist, page: Page, draft_id: str, out: Outcome
) -> tuple[float, Page]:
    """The server dies and comes back; the page stays open and is typed in all the while."""
    at = _kill_server(bench, typist, page, draft_id, out)
    typist.type(page, bench.dice.uniform(0.5, 2.5))
    bench.server.wait()
    return at, page


def _server_reload(
    bench: Bench, typist: Typist, page: Page, draft_id: str, out: Outcome
) -> tuple[float, Page]:
    """The server dies, the typing goes on, and the page is loaded anew when it is back."""
    at = _kill_server(bench, typist, page, draft_id, out)
    typist.type(page, bench.dice.uniform(0.2, 1.5))
    bench.server.wait()
    _reload(bench, typist, page, draft_id, out)
    return at, page


def _reload(
    bench: Bench, _typist: Typist, page: Page, draft_id: str, _out: Outcome
) -> tuple[float, Page]:
    at = time.monotonic()
    open_field(page, bench.address(draft_id))
    return at, page


def _close(
    bench: Bench, typist: Typist, page: Page, draft_id: str, out: Outcome
) -> tuple[float, Page]:
    """The tab is closed in the middle of a word and the draft opened in a new one."""
    at = time.monotonic()
    page.close()
    return _come_back(bench, typist, draft_id, out, at)


def _network(
    bench: Bench, typist: Typist, page: Page, _draft_id: str, _out: Outcome
) -> tuple[float, Page]:
    timer = _at_random(bench, 1.0, bench.line.cut)
    while not bench.line.is_cut:
        typist.type(page, 0.1)
    timer.join()
    at = time.monotonic()
    typist.type(page, bench.dice.uniform(1.0, 4.0))
    if bench.away:
        time.sleep(bench.away)
        typist.type(page, bench.dice.uniform(1.0, 4.0))
    bench.line.mend()
    return at, page


def _network_close(
    bench: Bench, typist: Typist, page: Page, draft_id: str, out: Outcome
) -> tuple[float, Page]:
    """No network, typing goes on, the tab is closed; the network comes back; a new tab."""
    bench.line.cut()
    typist.type(page, bench.dice.uniform(0.5, 3.0))
    at = time.monotonic()
    page.close()
    bench.line.mend()
    return _come_back(bench, typist, draft_id, out, at)


def _battery(
    bench: Bench, typist: Typist, page: Page, draft_id: str, out: Outcome
) -> tuple[float, Page]:
    """The whole browser dies at once."""
    timer = _at_random(bench, 1.5, bench.tablet.kill)
    try:
        while timer.is_alive():
            typist.type(page, 0.1)
    except Error:
        pass  # the page is gone, as it should be
    timer.join()
    at = time.monotonic()
    bench.tablet.start()
    return _come_back(bench, typist, draft_id, out, at)


def _come_back(
    bench: Bench, typist: Typist, draft_id: str, out: Outcome, at: float
) -> tuple[float, Page]:
    """A new tab; what died with the old one is counted and typed no more."""
    page = bench.tablet.page()
    area = open_field(page, bench.address(draft_id))
    page.locator('.df-status[data-state="saved"]').wait_for()
    shown = area.input_value()
    compare(typist, shown, at - OLD_SECONDS, out)
    typist.text, typist.times = shown, [at - 60.0] * len(shown)
    page.keyboard.press("Control+End")
    return at, page


BREAKS = {
    "server": _server,
    "server+reload": _server_reload,
    "reload": _reload,
    "close": _close,
    "network": _network,
    "network+close": _network_close,
    "battery": _battery,
}
