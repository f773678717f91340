"""Where a conversation stands: its questions in order, and what each of them holds."""

from dataclasses import dataclass

from guides.model import Guide, Question
from interviews import drafts
from interviews.model import Draft, DraftEntry
from storage import Store
from views.capture_store import open_capture
from views.capture_sync import in_draft


@dataclass(frozen=True)
class Step:
    """One question of the conversation; `number` counts from 0 over all themes."""

    number: int
    guide: Guide
    question: Question

    @property
    def key(self) -> str:
        """The question as a draft notes it when it is passed over: "theme/question"."""
        return f"{self.guide.theme_key}/{self.question.key}"


def guides_of(draft: Draft) -> tuple[Guide, ...]:
    """The guides of the draft, in the versions it began with."""
    with open_capture() as store:
        cid = draft.consultation_id
        return tuple(store.guide(cid, ref.guide_id, ref.version) for ref in draft.guides)


def steps_of(guides: tuple[Guide, ...]) -> tuple[Step, ...]:
    """Every question of every guide, in order."""
    pairs = [(guide, question) for guide in guides for question in guide.questions]
    return tuple(Step(number, *pair) for number, pair in enumerate(pairs))


def entries_of(draft: Draft, step: Step) -> tuple[DraftEntry, ...]:
    """The entries of one question."""
    place = (step.guide.theme_key, step.question.key)
    return tuple(e for e in draft.entries if (e.theme_key, e.question_key) == place)


def shown_entries(draft: Draft, step: Step, opened: set[str]) -> tuple[DraftEntry, ...]:
    """The entries to show: those with text, those just opened, and always at least one."""
    entries = entries_of(draft, step)
    shown = tuple(e for e in entries if e.text or e.other or e.id in opened)
    return shown or entries[:1]


def ensure_entry(draft: Draft, step: Step) -> Draft:
    """The draft with at least one entry for the question."""
    if entries_of(draft, step):
        return draft

    def add(store: Store) -> Draft:
        if not entries_of(store.draft(draft.id), step):
            drafts.add_entry(store, draft.id, step.guide.theme_key, step.question.key)
        return store.draft(draft.id)

    return in_draft(add)


def mark_of(draft: Draft, step: Step) -> str:
    """ "answered", "skipped" or "open"."""
    if any(entry.text.strip() for entry in entries_of(draft, step)):
        return "answered"
    return "skipped" if step.key in draft.skipped else "open"
