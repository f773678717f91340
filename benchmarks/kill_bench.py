"""What a round of the kill test works on: a draft, somebody who types, and the count of losses."""

import random
import time
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from playwright.sync_api import CDPSession, Locator, Page

from benchmarks.kill_rig import Line, Server, Tablet
from guides.loader import load_shared
from interviews import drafts
from interviews.model import Consultation, DraftEntry, Site, SiteKind
from storage import open_store

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
    away: float = 0.0  # seconds the line stays cut on top of the typing

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
        self._wire: tuple[Page, CDPSession] | None = None

    def type(self, page: Page, seconds: float) -> None:
        """Goes on typing for so long; stops earlier only where the page is gone."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._ahead = self._ahead or self.dice.choice(PIECES)
            letter = self._ahead[0]
            self.text += letter  # first: a browser that dies now may have had the key or not
            self.times.append(time.monotonic())
            self._ahead = self._ahead[1:]
            self._press(page, letter)
            time.sleep(self.dice.uniform(0.005, 0.09))

    def _press(self, page: Page, letter: str) -> None:
        if letter.isascii():
            page.keyboard.press("Enter" if letter == "\n" else letter)
            return
        if self._wire is None or self._wire[0] is not page:  # a Danish keyboard has keys for these
            self._wire = page, page.context.new_cdp_session(page)
        for what in ({"type": "keyDown", "text": letter}, {"type": "keyUp"}):
            self._wire[1].send("Input.dispatchKeyEvent", {**what, "key": letter})

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


def compare(typist: Typist, kept: str, old: float, outcome: Outcome) -> None:
    """Counts what of the typed text is missing in `kept`, and what `kept` has too much."""
    matcher = SequenceMatcher(None, typist.text, kept, autojunk=False)
    for what, start, end, kept_start, kept_end in matcher.get_opcodes():
        if what in ("delete", "replace"):
            outcome.lost += end - start
            outcome.lost_old += sum(at <= old for at in typist.times[start:end])
        if what in ("insert", "replace"):
            outcome.duplicated += kept_end - kept_start
