"""What crosses the borders of the round trip: a plan read back from Word, and what it offers.

Nothing here is stored: a returned file is read, looked at and forgotten. Names of those who wrote
comments or tracked changes are never read.
"""

from dataclasses import dataclass
from enum import StrEnum

from interviews.model import Role
from strategy.model import TargetKind


@dataclass(frozen=True)
class PaperRow:
    """A goal or an initiative as it stands on paper.

    `label` is its visible number, "" where none is typed; `anchor` the number its bookmark says,
    "" without one; `theme_key` None where the heading above is no theme of the consultation.
    `values` are (field, text) of the fields that were found, empty ones too. `following` are
    paragraphs without a number that stand right after a goal: the rest of it, or goals typed by
    hand. `evidence` are the visible numbers of statements beside it; `unread` is text in it that
    belongs to no field. `otherwise` is the same row read by its words where that is another than
    read by the places of its texts; `misleads` tells of a printed row that its words are no guide.
    """

    kind: TargetKind
    label: str
    theme_key: str | None
    values: tuple[tuple[str, str], ...]
    anchor: str = ""
    following: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    otherwise: "PaperRow | None" = None
    misleads: bool = False

    def value(self, field: str) -> str:
        """What stands in `field`, "" where nothing was found."""
        return dict(self.values).get(field, "")


@dataclass(frozen=True)
class PaperComment:
    """A comment in the margin: what it is about (a visible number, or a heading), and its text.

    `role` is who said it where the name in the file is that of a role, else None: the names of
    people stay in the file.
    """

    place: str
    text: str
    role: Role | None = None


@dataclass(frozen=True)
class PaperVoice:
    """A citizen's words as they stand on paper, with their visible number; "" for words gone."""

    label: str
    text: str


@dataclass(frozen=True)
class PaperAside:
    """Words in a chapter of a theme that belong to no row, or hang on one: in a box, in a note.

    `struck` tells that they stand in a row and are struck through by hand.
    """

    place: str
    text: str
    struck: bool = False


@dataclass(frozen=True)
class Stamp:
    """Which version of the plan a file was printed from: its number and a mark of its content."""

    number: int
    mark: str


@dataclass(frozen=True)
class Returned:
    """A plan read back from Word, all tracked changes taken as made.

    `tracked` tells whether there were any; `stamp` is None where the file does not say which
    version it is. `themes` are the keys of those whose heading or rows stand in it.
    """

    stamp: Stamp | None
    rows: tuple[PaperRow, ...]
    comments: tuple[PaperComment, ...]
    voices: tuple[PaperVoice, ...]
    tracked: bool = False
    themes: frozenset[str] = frozenset()
    asides: tuple[PaperAside, ...] = ()


class OfferKind(StrEnum):
    """What became of one thing between the printed version, the file and the tool."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    CONFLICT = "conflict"
    DONE = "done"
    GONE = "gone"


@dataclass(frozen=True)
class Offer:
    """One difference that a person may take over, or leave.

    CHANGED and REMOVED: only the file is otherwise. CONFLICT: the tool was changed too, to
    something else. DONE: the tool says the same already. GONE: the row is no longer in the tool.
    `field` is "" for a whole row; `printed`, `returned` and `now` are its three texts (for a row
    its words), a theme as its key, a status as its code, a goal as its label. An offer of the field
    "order" is about the rows of one theme: `target_id` is its key, the texts their numbers in
    order. `row` is the row in the file, None for one that was removed and for an order. `flags`:
    "copied" (its number stands twice), "numbered" (its number was changed by hand), "no_theme".
    """

    key: str
    kind: OfferKind
    target: TargetKind
    target_id: str
    label: str
    field: str
    printed: str
    returned: str
    now: str
    row: PaperRow | None = None
    flags: tuple[str, ...] = ()


class Refusal(StrEnum):
    """Why something in the file is not taken over, whatever anybody says."""

    QUOTE = "quote"
    QUOTE_UNKNOWN = "quote_unknown"
    EVIDENCE = "evidence"
    UNREAD = "unread"
    STRUCK = "struck"
    HEADING = "heading"


@dataclass(frozen=True)
class Refused:
    """Something in the file that is only told: its place and what stands there instead."""

    label: str
    why: Refusal
    printed: str = ""
    returned: str = ""


@dataclass(frozen=True)
class Comparison:
    """A returned file against the version it came from and the plan as it stands.

    `read` rows were found in the file, `printed` stood in the version; `same` of them are as they
    were printed.
    """

    number: int
    offers: tuple[Offer, ...]
    refused: tuple[Refused, ...]
    comments: tuple[PaperComment, ...]
    printed: int
    read: int
    same: int
    tracked: bool = False


@dataclass(frozen=True)
class Left:
    """An offer that was chosen and not taken over, and why.

    Reasons: "identifier" (`detail` the kind of finding), "changed_since", "no_theme",
    "unknown_goal", "not_a_year", "no_words", "gone".
    """

    offer: Offer
    reason: str
    detail: str = ""


@dataclass(frozen=True)
class TakenOver:
    """What was taken over, by key, and what was left; `version` is the one saved afterwards."""

    taken: tuple[str, ...]
    left: tuple[Left, ...]
    version: int | None
