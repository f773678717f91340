"""What crosses the borders of the interviews room: consultations, sites, interviews, statements.

Ids are random 32-digit hexadecimal strings and carry no time or order. A month is "YYYY-MM".
No dataclass here has room for a name, an exact time or an interviewer, on purpose.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """Where a consultation stands."""

    COLLECTING = "collecting"
    ANALYSING = "analysing"
    DRAFTING = "drafting"
    HEARING = "hearing"
    ADOPTED = "adopted"


class Role(StrEnum):
    """Who acts. A decision records the role, never the person."""

    INTERVIEWER = "interviewer"
    CONSULTANT = "consultant"
    STEERING = "steering"
    ADMINISTRATOR = "administrator"


class Kind(StrEnum):
    """What a statement is."""

    EXPERIENCE = "experience"
    CHALLENGE = "challenge"
    WISH = "wish"
    PRAISE = "praise"


class Wording(StrEnum):
    """Whether a statement is the citizen's own words or retold by the interviewer."""

    VERBATIM = "verbatim"
    PARAPHRASED = "paraphrased"


class SiteKind(StrEnum):
    """What sort of place citizens were met at."""

    DROP_IN = "drop_in"
    SHELTER = "shelter"
    TREATMENT = "treatment"
    HOUSING = "housing"
    ACTIVITY = "activity"
    OUTREACH = "outreach"
    RELATIVES = "relatives"
    OTHER = "other"


class AgeBand(StrEnum):
    """Age kept coarse, and only where a consultation asks for it."""

    UNDER_30 = "under_30"
    FROM_30 = "from_30"
    FROM_50 = "from_50"
    FROM_67 = "from_67"
    NO_ANSWER = "no_answer"


class Gender(StrEnum):
    """Gender, only where a consultation asks for it."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"
    NO_ANSWER = "no_answer"


class Origin(StrEnum):
    """How statements reached us."""

    CAPTURE = "capture"
    PAPER = "paper"
    IMPORT = "import"
    DOCUMENT = "document"
    PHONE = "phone"


@dataclass(frozen=True)
class Consultation:
    """One round of interviews with its themes, sites, guides and plan."""

    id: str
    name: str
    municipality: str
    status: Status = Status.COLLECTING
    is_demo: bool = False


@dataclass(frozen=True)
class Theme:
    """A topic people chose for a consultation; never what an algorithm finds.

    `key` is unique in its consultation (ASCII slug); `examples` are example sentences, `seed_words`
    words that point at the theme; both are editable and feed the suggestions.
    """

    id: str
    consultation_id: str
    key: str
    name: str
    description: str = ""
    examples: tuple[str, ...] = ()
    seed_words: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True)
class Site:
    """A place where citizens were met. `planned` is how many participants are aimed at, if said."""

    id: str
    consultation_id: str
    name: str
    kind: SiteKind = SiteKind.OTHER
    planned: int | None = None


@dataclass(frozen=True)
class GuideRef:
    """Which version of which guide an interview followed."""

    guide_id: str
    version: int


@dataclass(frozen=True)
class Interview:
    """One anonymous conversation with one or several citizens.

    `participants` is None where nobody counted (statements imported from a file). `consented`
    records a yes to the words of the guide version used, None where nobody asked here. Age band
    and gender are there only where the consultation asks for them; "no_answer" is an answer.
    `handed_in_by` is the role that typed it in: another one releases its words.
    """

    id: str
    consultation_id: str
    site_id: str | None
    month: str | None
    participants: int | None
    origin: Origin = Origin.CAPTURE
    guides: tuple[GuideRef, ...] = ()
    consented: bool | None = None
    age_band: AgeBand | None = None
    gender: Gender | None = None
    handed_in_by: Role | None = None


@dataclass(frozen=True)
class Statement:
    """The smallest stored piece of what a citizen said, anonymised; immutable once saved.

    `number` is drawn at random within the consultation, so that neighbours in the printed plan do
    not come from the same conversation. `version` counts from 1; a correction is a new row with
    the same `number`, `version + 1` and `replaces` = the id of the row it corrects.
    `theme_key` is the theme it was said under (the guide's), None where nobody said.
    """

    id: str
    number: int
    consultation_id: str
    interview_id: str
    text: str
    theme_key: str | None = None
    question_key: str | None = None
    kind: Kind | None = None
    wording: Wording = Wording.PARAPHRASED
    quotable: bool = True
    version: int = 1
    replaces: str | None = None

    @property
    def label(self) -> str:
        """The visible number, for example "U-012"."""
        return f"U-{self.number:03d}"


@dataclass(frozen=True)
class Mark:
    """How far one writer (an open tab) has come in one entry: its last sequence number seen."""

    writer: str
    sequence: int


@dataclass(frozen=True)
class DraftEntry:
    """One statement being typed: raw text, exactly as typed.

    `revision` counts every change of the text. `marks` are the writers last heard of; the last of
    them wrote the text that stands ("" is the program itself). `other` is a text typed elsewhere
    at the same time that was passed over and is offered to the person.
    """

    id: str
    theme_key: str
    question_key: str | None
    text: str = ""
    kind: Kind | None = None
    wording: Wording = Wording.VERBATIM
    quotable: bool = True
    revision: int = 0
    marks: tuple[Mark, ...] = ()
    other: str = ""


@dataclass(frozen=True)
class Typed:
    """What one writer had typed in one entry, as the browser sends it.

    `sequence` counts the writer's own changes; `base` is the revision the text was built on.
    `late` says that it was typed a while ago (without a connection, or found after a restart).
    """

    entry_id: str
    text: str
    writer: str
    sequence: int
    base: int
    late: bool = False


@dataclass(frozen=True)
class Judgement:
    """A person's answer to one finding in one draft entry.

    `replacement` is the text to put instead; None means "this identifies nobody", with a reason.
    """

    entry_id: str
    start: int
    end: int
    replacement: str | None
    reason: str = ""


@dataclass(frozen=True)
class Draft:
    """An interview being typed. Raw text; stored encrypted only; gone at hand-in or expiry.

    `skipped` holds question keys ("theme/question") that were passed over on purpose.
    `updated_on` is a day ("YYYY-MM-DD"), never a clock time. `journal_key` (hexadecimal, 256 bits)
    seals what a browser keeps until the server has it; it dies with the draft.
    """

    id: str
    consultation_id: str
    updated_on: str
    site_id: str | None = None
    month: str | None = None
    participants: int = 1
    guides: tuple[GuideRef, ...] = ()
    theme_keys: tuple[str, ...] = ()
    position: int = 0
    skipped: tuple[str, ...] = ()
    consent_given: bool = False
    entries: tuple[DraftEntry, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    journal_key: str = ""
    age_band: AgeBand | None = None
    gender: Gender | None = None
    origin: Origin = Origin.CAPTURE


class FindingKind(StrEnum):
    """What sort of identity a finding may give away."""

    PERSON = "PERSON"
    CPR = "CPR"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    WEB = "WEB"
    ADDRESS = "ADDRESS"
    PLACE = "PLACE"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    DATE = "DATE"
    AGE = "AGE"
    ORG_SMALL = "ORG_SMALL"
    PLATE = "PLATE"
    ACCOUNT = "ACCOUNT"
    CASE_NUMBER = "CASE_NUMBER"


class Certainty(StrEnum):
    """CERTAIN blocks, LIKELY must be answered ("a name?"), HINT is only shown."""

    CERTAIN = "certain"
    LIKELY = "likely"
    HINT = "hint"


@dataclass(frozen=True, order=True)
class Finding:
    """Something in a text that may identify a person: text[start:end], in characters.

    `reason` is a short machine-readable code of the layer and rule that found it (for example
    "rule:cpr", "names:capital"); views translate it. `replacement` is what to put instead,
    a role or kind in brackets such as "[navn]".
    """

    start: int
    end: int
    kind: FindingKind = field(compare=False)
    certainty: Certainty = field(compare=False)
    reason: str = field(compare=False, default="")
    replacement: str = field(compare=False, default="[fjernet]")


@dataclass(frozen=True)
class SiteCount:
    """How many conversations and people one site has given. `participants` counts people."""

    site: Site
    interviews: int
    participants: int
    statements: int


@dataclass(frozen=True)
class Settings:
    """What an administrator decides for one consultation.

    `k` is the smallest number of people a table may show (at least 3); `draft_days` how long an
    untouched draft is kept; `frozen_on` the day withdrawal codes stop working ("" while they do);
    `delete_on` the day everything of the consultation is deleted ("" for never). `allowed_words`
    are names that identify nobody here, in lower case, on top of the guard's own list.
    """

    id: str  # the consultation's
    k: int = 5
    draft_days: int = 7
    frozen_on: str = ""
    delete_on: str = ""
    ask_age: bool = False
    ask_gender: bool = False
    allowed_words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Harmless:
    """A person's word that text[start:end] of a statement version identifies nobody."""

    statement_id: str
    start: int
    end: int
    reason: str
    role: Role
    day: str


@dataclass(frozen=True)
class AuditEntry:
    """What was done, by which role, on which day; never a text, never a clock time.

    `action` is a code; `detail` holds numbers and labels only ("U-012", "3 udsagn").
    """

    id: str
    consultation_id: str
    day: str
    role: Role
    action: str
    detail: str = ""


@dataclass(frozen=True)
class PrintedDocument:
    """A file that left the house: which statements stood in it, and whether it was recalled."""

    id: str
    consultation_id: str
    day: str
    form: str
    is_draft: bool
    numbers: tuple[int, ...]
    withdrawn: bool = False

    @property
    def label(self) -> str:
        """How people call it: its form and the day it was made."""
        return f"{self.form} {self.day}"
