"""The withdrawal code: four Danish words by which a citizen takes a conversation back.

The code is shown once. Only a slow hash of it is kept, beside the conversation, with no list of
who has which; at the freeze date the hashes go, and nobody can take anything back or be found.
"""

import dataclasses
import functools
import hashlib
import random
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from interviews.audit import AuditStore, note
from interviews.echoes import EchoStore, Planned, echoes
from interviews.model import Interview, PrintedDocument, Role, Settings, Statement

WORDS = 4
FILE = Path(__file__).parent / "data" / "code-words.txt"
_SYSTEM = secrets.SystemRandom()


class CodeUnknown(ValueError):
    """No conversation of this consultation has that code."""

    code = "code_unknown"


class CodesFrozen(ValueError):
    """The freeze date has passed; `day` says which it was."""

    code = "codes_frozen"

    def __init__(self, day: str) -> None:
        super().__init__(day)
        self.day = day


class WithdrawalStore(AuditStore, EchoStore, Protocol):
    """What codes need of the store."""

    def interview(self, key: str) -> Interview: ...
    def delete_interview(self, key: str) -> None: ...
    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...
    def settings(self, consultation_id: str) -> Settings: ...
    def save_settings(self, settings: Settings) -> None: ...
    def add_withdrawal(self, interview_id: str, code_hash: bytes) -> None: ...
    def withdrawal(self, consultation_id: str, code_hash: bytes) -> str | None: ...
    def forget_withdrawals(self, consultation_id: str) -> int: ...
    def documents(self, consultation_id: str) -> tuple[PrintedDocument, ...]: ...
    def withdraw_documents(self, keys: tuple[str, ...]) -> None: ...


@dataclass(frozen=True)
class Withdrawn:
    """What was deleted, and the documents it already stood in, which cannot be called back.

    `echoes` are goals and initiatives that may still hold its words: somebody must read them.
    """

    statements: int
    documents: tuple[PrintedDocument, ...]
    echoes: tuple[Planned, ...] = ()


@functools.cache
def code_words() -> tuple[str, ...]:
    """The words codes are made of: everyday nouns, none of them unkind."""
    return tuple(FILE.read_text(encoding="utf-8").split())


def give_code(store: WithdrawalStore, interview_id: str, rng: random.Random = _SYSTEM) -> str:
    """A fresh code for a conversation, to be shown once; any older code stops working.

    Four of about 560 words, 36 bits; trying them all takes centuries with the hash below.
    """
    held = store.interview(interview_id)
    code = " ".join(rng.sample(code_words(), WORDS))
    store.add_withdrawal(interview_id, code_hash(code, held.consultation_id))
    return code


def code_hash(code: str, consultation_id: str) -> bytes:
    """Scrypt (RFC 7914) with N=2^16, r=8, p=1: 64 MB and some tenths of a second a try.

    Capitals, commas and the order in which blanks stand do not matter; the order of words does.
    """
    plain = " ".join(re.findall(r"[a-zæøå]+", code.casefold()))
    return hashlib.scrypt(
        plain.encode(),
        salt=consultation_id.encode(),
        n=2**16,
        r=8,
        p=1,
        maxmem=2**27,
        dklen=32,
    )


def withdraw(
    store: WithdrawalStore, consultation_id: str, code: str, role: Role, day: str
) -> Withdrawn:
    """Delete the conversation the code belongs to and all that hangs on it, for good.

    Raises CodesFrozen, CodeUnknown.
    """
    settings = store.settings(consultation_id)
    if settings.frozen_on and settings.frozen_on <= day:
        raise CodesFrozen(settings.frozen_on)
    interview_id = store.withdrawal(consultation_id, code_hash(code, consultation_id))
    if interview_id is None:
        raise CodeUnknown
    gone = [s for s in store.statements(consultation_id) if s.interview_id == interview_id]
    stood_in = standing_in(store.documents(consultation_id), {s.number for s in gone})
    heard = echoes(store, consultation_id, gone)
    store.withdraw_documents(tuple(d.id for d in stood_in))
    store.delete_interview(interview_id)
    note(store, consultation_id, day, role, "withdrawn", str(len(gone)))
    return Withdrawn(len(gone), stood_in, heard)


def standing_in(
    documents: tuple[PrintedDocument, ...], numbers: set[int]
) -> tuple[PrintedDocument, ...]:
    """The documents in which one of these statement numbers stands."""
    return tuple(d for d in documents if numbers & set(d.numbers))


def freeze(store: WithdrawalStore, consultation_id: str, role: Role, day: str) -> int:
    """Destroy all hashes: from now on nothing can be taken back. How many there were."""
    store.save_settings(dataclasses.replace(store.settings(consultation_id), frozen_on=day))
    gone = store.forget_withdrawals(consultation_id)
    note(store, consultation_id, day, role, "frozen", str(gone))
    return gone
