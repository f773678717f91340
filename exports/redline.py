"""Use case: two versions of the plan as one Word file with tracked changes, noted in the trail."""

from dataclasses import replace

from exports import danish, words
from exports.base import read_base
from exports.documents import PrintStore
from exports.model import Base
from exports.redline_rows import RedlineOutline, red_themes
from exports.word.redline import write_redline
from interviews.audit import note
from interviews.model import Role
from strategy.model import PlanVersion


def print_redline(
    store: PrintStore,
    old: PlanVersion,
    new: PlanVersion,
    role: Role,
    day: str,
    is_saved: bool = True,
    carrier: bytes | None = None,
) -> bytes:
    """The .docx bytes: what `new` says otherwise than `old`, as insertions and deletions.

    `is_saved` False says that `new` is the plan as it stands, which is no version yet. No words of
    citizens are in it. What is taken out is held to the anonymity guard like all else. Raises
    PrintStopped, NotACarrier; nothing is kept then.
    """
    base = read_base(store, old.consultation_id)
    initiatives = (*base.initiatives, *old.initiatives, *new.initiatives)
    outline = _outline(base, old, new, day, is_saved)
    content = write_redline(outline, replace(base, initiatives=initiatives), carrier)
    numbers = f"{old.number}–{new.number}"
    note(store, old.consultation_id, day, role, "redline_printed", numbers)
    return content


def _outline(
    base: Base, old: PlanVersion, new: PlanVersion, day: str, is_saved: bool
) -> RedlineOutline:
    name = words.of_municipality(base.consultation.municipality)
    known = bool(base.consultation.municipality.strip())
    last = f"version {new.number} fra {danish.long_date(new.day)}" if is_saved else "planen nu"
    return RedlineOutline(
        name if known else base.consultation.name,
        "Ændringer i strategiplanen",
        f"Fra version {old.number} fra {danish.long_date(old.day)} til {last}",
        day,
        red_themes(
            old,
            new,
            {theme.key: theme.name for theme in base.themes},
            {said.id: said.label for said in base.statements},
        ),
    )
