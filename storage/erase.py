"""Deleting for real: not a byte of what was said is left in a file of ours."""

from dataclasses import dataclass
from uuid import uuid4

from interviews.model import AuditEntry, Role
from storage.home import database_url, home
from storage.scrubbing import remove_copies, scrub_engine, shred
from storage.secrets import KEY_FILE
from storage.store import Store, close_engines, connect, open_store

PATIENT = 10.0  # seconds: whoever deletes everything can wait for the others


@dataclass(frozen=True)
class Erased:
    """How many consultations went, which files, and whether the database file is rewritten.

    It is not while somebody is at work; it then happens when the database is next left alone.
    """

    consultations: int
    files: tuple[str, ...]
    rewritten: bool


def scrub(url: str | None = None) -> bool:
    """Rewrite the database file without its deleted pages, and empty the write-ahead log.

    False when somebody was at work; it is then done at the next chance.
    """
    return scrub_engine(connect(url or database_url()))


def erase_everything(day: str, url: str | None = None) -> Erased:
    """Delete all consultations, drafts and the copies made by the program, with a receipt each.

    The key of drafts goes too: a draft left on some disk can never be read again. The trail stays;
    it holds no text. Backups that people put elsewhere are theirs to delete.
    """
    engine = connect(url or database_url())
    copies = remove_copies(engine)
    with open_store(url) as store:
        there = store.consultations()
        for one in there:
            _erase(store, one.id, day)
    rewritten = scrub_engine(engine, PATIENT)
    close_engines()
    rest = (path for pattern in ("*.part", KEY_FILE) for path in sorted(home().glob(pattern)))
    return Erased(len(there), (*copies, *(shred(path) for path in rest)), rewritten)


def _erase(store: Store, consultation_id: str, day: str) -> None:
    said = store.count_statements(consultation_id)
    drafts = store.purge_drafts("9999", consultation_id)
    codes = store.forget_withdrawals(consultation_id)
    store.delete_consultation(consultation_id)
    detail = f"{drafts} {codes} 1 {said}"  # the form of interviews.retention
    entry = AuditEntry(uuid4().hex, consultation_id, day, Role.ADMINISTRATOR, "erased", detail)
    store.add_audit([entry])
