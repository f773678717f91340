"""Words and looks that the parts of the workshop page share."""

from interviews.workshop.model import Contribution, Level
from views.common import plain
from views.translate import _

MOST_SHOWN = 12  # dots drawn; more are told as a number
CSS = """<style>
.st-key-workshop button, .st-key-workshop input, .st-key-workshop summary,
.st-key-workshop [data-testid="stPageLink-NavLink"],
.st-key-workshop [data-baseweb="select"] > div, .st-key-workshop [role="tab"] {
  min-height: 2.75rem; }
.st-key-workshop label:has(input[type="checkbox"]) { min-height: 2.75rem; align-items: center; }
.st-key-workshop [class*="st-key-note_"] button { justify-content: flex-start; text-align: left; }
.st-key-workshop [class*="st-key-note_"] button * { white-space: normal; overflow: visible; }
</style>"""


def level_name(code: str) -> str:
    """A level in words."""
    return {
        Level.CHALLENGE: _("Udfordringer"),
        Level.GOAL: _("Mål"),
        Level.INITIATIVE: _("Mulige initiativer"),
    }[Level(code)]


def dots(number: int) -> str:
    """Dots as they hung on the wall."""
    return "●" * number if number <= MOST_SHOWN else f"● × {number}"


def note_words(note: Contribution) -> str:
    """A note and its dots."""
    return f"{plain(note.text)} {dots(note.dots)}".strip()
