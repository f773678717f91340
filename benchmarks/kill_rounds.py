"""One round of the kill test: somebody types, something breaks, somebody types on."""

import contextlib
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from playwright.sync_api import Error, Locator, Page

from benchmarks.kill_rig import Line, Server, Tablet, wait_for
from guides.loader import load_shared
from interviews import drafts
from interviews.model import Consultation, DraftEntry, Site, SiteKind
from storage import open_store

KINDS = ("server", "server+reload", "reload", "close", "network", "network+close", "battery")
OLD_SECONDS = 2.0
CONSULTATION = "c" * 32
PIECES = (
    "jeg har ventet på en bolig i to år, og der sker ingenting. ",
    "de ringer aldrig tilbage, når de siger, de gør det. ",
    "varmestuen er god nok, men den lukker alt for tidligt om aftenen\n",
    "det værste er at stå på gaden og fryse, mens alle andre går hjem. ",
    "der var én, der lyttede – det glemmer jeg ikke! ",
    "man skal sige det samme til fem forskellige, hver eneste gang\n",
    "jeg vil gerne have et værelse med en dør, jeg kan låse. ",
    "på gaden er der ro i kroppen, inde er der støj og råben hele natten. ",
)


@dataclass
class Outcome:
    """What one round gave; counts are characters, `saved_after` seconds from the last key."""

    kind: str
    typed: int = 0
    lost: int = 0
    lost_old: int = 0
    duplicated: int = 0
    behind_old: int = 0
    offers: int = 0
    left_in_browser: int = 0
    saved_after: float = 0.0
    wrong: list[str] = field(default_factory=list)


@dataclass
class Bench:
    """Everything one run of rounds works on."""

    home: Path
    server: Server
    line: Line
    tablet: Tablet
    dice: random.Random

    @property
    def url(self) -> str:
        return f"sqlite:///{self.home / 'taleroer.db'}"

    def entry(self, draft_id: str) -> DraftEntry:
        """The one entry of the round's draft, as it is on disk."""
        with open_store(self.url) as store:
            return store.draft(draft_id).entries[0]

    def address(self, draft_id: str) -> str:
        return f"http://127.0.0.1:{self.line.port}/capture_page?kladde={draft_id}"


def set_up(url: str) -> None:
    """A consultation with one site and the shared guides."""
    with open_store(url) as store:
        store.add_consultation(Consultation(CONSULTATION, "Prøveby 2026", "Prøveby"))
        store.save_site(Site("5" * 32, CONSULTATION, "Varmestuen", SiteKind.DROP_IN))
        for guide in load_shared():
            store.save_guide(None, guide)


def new_draft(url: str) -> str:
    """A draft with consent and one empty entry under the first question."""
    guide = load_shared()[0]
    with open_store(url) as store:
        draft = drafts.start_draft(store, CONSULTATION, [guide], time.strftime("%Y-%m-%d"))
        drafts.give_consent(store, draft.id)
        drafts.add_entry(store, draft.id, guide.theme_key, guide.questions[0].key)
    return draft.id


class Typist:
    """Types like a person, and remembers what and when."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.text = ""
        self.times: list[float] = []
        self._ahead = ""

    def type(self, page: Page, seconds: float) -> None:
        """Goes on typing for so long; stops earlier only where the page is gone."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._ahead = self._ahead or self.dice.choice(PIECES)
            letter = self._ahead[0]
            page.keyboard.press("Enter") if letter == "\n" else page.keyboard.type(letter)
            self.text += letter
            self.times.append(time.monotonic())
            self._ahead = self._ahead[1:]
            time.sleep(self.dice.uniform(0.005, 0.09))

    def older_than(self, moment: float) -> int:
        """How many characters had been typed by then."""
        return sum(at <= moment for at in self.times)


def open_field(page: Page, address: str) -> Locator:
    """The page with the caret at the end of its text field."""
    page.goto(address)
    area = page.locator("textarea.df-area").first
    area.wait_for()
    area.click()
    page.keyboard.press("Control+End")
    return area


def play(bench: Bench, kind: str) -> tuple[Outcome, str, Page]:
    """One round; also the draft and the page as they stand afterwards."""
    draft_id = new_draft(bench.url)
    typist, outcome = Typist(bench.dice), Outcome(kind)
    page = bench.tablet.page()
    open_field(page, bench.address(draft_id))
    typist.type(page, bench.dice.uniform(0.3, 4.0))
    broken_at, page = _BREAKS[kind](bench, typist, page, draft_id, outcome)
    typist.type(page, bench.dice.uniform(0.2, 2.0))
    _judge(bench, typist, draft_id, broken_at, outcome)
    with contextlib.suppress(TimeoutError):
        wait_for(lambda: not _kept(page), 10, "the browser's forgetting")
    outcome.left_in_browser = len(_kept(page))
    return outcome, draft_id, page


def _judge(bench: Bench, typist: Typist, draft_id: str, broken_at: float, outcome: Outcome) -> None:
    last_key = time.monotonic()
    try:
        wait_for(lambda: bench.entry(draft_id).text == typist.text, 20, "the saving")
    except TimeoutError as error:
        outcome.wrong.append(str(error))
    entry = bench.entry(draft_id)
    outcome.saved_after = time.monotonic() - last_key
    outcome.typed, outcome.offers = len(typist.text), int(bool(entry.other))
    compare(typist, entry.text, broken_at - OLD_SECONDS, outcome)


def compare(typist: Typist, kept: str, old: float, outcome: Outcome) -> None:
    """Counts what of the typed text is missing in `kept`, and what `kept` has too much."""
    matcher = SequenceMatcher(None, typist.text, kept, autojunk=False)
    for what, start, end, kept_start, kept_end in matcher.get_opcodes():
        if what in ("delete", "replace"):
            outcome.lost += end - start
            outcome.lost_old += sum(at <= old for at in typist.times[start:end])
        if what in ("insert", "replace"):
            outcome.duplicated += kept_end - kept_start


def _kept(page: Page) -> list[str]:
    """What the browser holds on to: our own entries in every sort of storage."""
    script = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(base => base.name)]"""
    return [name for name in page.evaluate(script) if "taleroer" in name]


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


_BREAKS = {
    "server": _server,
    "server+reload": _server_reload,
    "reload": _reload,
    "close": _close,
    "network": _network,
    "network+close": _network_close,
    "battery": _battery,
}
