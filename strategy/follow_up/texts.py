"""What people write into a file instead of what the program would put there."""

import uuid
from typing import Protocol

from interviews.model import Role
from strategy.follow_up.model import OwnText


class WrittenStore(Protocol):
    """What reading such texts needs of the store."""

    def own_texts(self, consultation_id: str, form: str) -> tuple[OwnText, ...]: ...


class TextStore(WrittenStore, Protocol):
    """What writing them needs."""

    def save_own_text(self, text: OwnText) -> None: ...
    def delete_own_text(self, key: str) -> None: ...


def write_text(
    store: TextStore,
    consultation_id: str,
    form: str,
    section: str,
    text: str,
    role: Role,
    day: str,
    prefilled: str = "",
) -> None:
    """Keep `text` in a section of a form.

    A text that is empty or the same as `prefilled` is not kept: the section follows the plan again.
    """
    text = text.strip()
    mine = (t.id for t in store.own_texts(consultation_id, form) if t.section == section)
    there = next(mine, None)
    if text and text != prefilled.strip():
        key = there or uuid.uuid4().hex
        store.save_own_text(OwnText(key, consultation_id, form, section, text, role, day))
    elif there:
        store.delete_own_text(there)


def written(store: WrittenStore, consultation_id: str, form: str) -> dict[str, str]:
    """The texts people have written into a form, by section."""
    return {t.section: t.text for t in store.own_texts(consultation_id, form)}
