"""Codes, recalls, deletion dates and the trail, on each database there is."""

import random

import pytest

from interviews.model import (
    AuditEntry,
    Draft,
    Interview,
    PrintedDocument,
    Role,
    Settings,
    Statement,
)
from interviews.recall import NumberUnknown, recall_statement
from interviews.retention import due, keep_promises
from interviews.setup import create_consultation, shared_themes
from interviews.withdrawal import (
    CodesFrozen,
    CodeUnknown,
    code_hash,
    code_words,
    freeze,
    give_code,
    withdraw,
)
from storage import Unknown, database_url, open_store
from storage.backup import back_up, home_passphrase
from storage.erase import erase_everything

DAY = "2024-06-01"
MARK = "hemmeligheden-om-kanariefuglen"
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def base(database):
    """Two conversations of two statements each, and a document that prints U-1."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        for n in (0, 1):
            talk = Interview(f"talk{n}", made.id, None, "2024-05", 1)
            said = [
                Statement(f"u{i}", i, made.id, talk.id, f"{MARK} {i}")
                for i in (2 * n + 1, 2 * n + 2)
            ]
            store.add_interview(talk, said)
        store.add_document(PrintedDocument("d", made.id, DAY, "docx", True, (1, 3)))
        store.add_document(PrintedDocument("e", made.id, DAY, "csv", True, (4,)))
    return made


def test_a_code_deletes_its_own_conversation_only(base):
    with open_store() as store:
        code = give_code(store, "talk0")
        other = give_code(store, "talk1")
    assert code != other
    assert len(code.split()) == 4
    with open_store() as store:
        gone = withdraw(store, base.id, code.upper().replace(" ", ", "), Role.CONSULTANT, DAY)
        assert (gone.statements, [d.id for d in gone.documents]) == (2, ["d"])
        assert [s.id for s in store.statements(base.id)] == ["u3", "u4"]
        assert {d.id: d.withdrawn for d in store.documents(base.id)} == {"d": True, "e": False}
        with pytest.raises(CodeUnknown):
            withdraw(store, base.id, code, Role.CONSULTANT, DAY)
        (entry,) = store.audit(base.id)
        assert (entry.action, entry.detail, entry.role) == ("withdrawn", "2", Role.CONSULTANT)


def test_a_code_is_not_kept_anywhere_in_words(base):
    with open_store() as store:
        code = give_code(store, "talk0", random.Random(3))
        kept = store.withdrawal(base.id, code_hash(code, base.id))
        assert kept == "talk0"
        assert store.withdrawal("x", code_hash(code, "x")) is None
    assert code_hash(code, base.id) != code_hash(code, "x")


def test_the_words_of_codes_are_many_plain_and_different():
    words = code_words()
    assert len(words) == len(set(words)) >= 500
    assert all(3 <= len(w) <= 11 and w.isalpha() and w == w.lower() for w in words)


def test_from_the_freeze_date_nothing_can_be_taken_back(base):
    with open_store() as store:
        code = give_code(store, "talk0")
        assert freeze(store, base.id, Role.ADMINISTRATOR, DAY) == 1
        with pytest.raises(CodesFrozen):
            withdraw(store, base.id, code, Role.CONSULTANT, DAY)
        assert store.withdrawal(base.id, code_hash(code, base.id)) is None
        assert store.count_statements(base.id) == 4


def test_recalling_deletes_the_statement_and_names_its_documents(base):
    with open_store() as store:
        found = recall_statement(store, base.id, 3, Role.STEERING, DAY)
        assert (found.label, [d.id for d in found.documents]) == ("U-003", ["d"])
        with pytest.raises(Unknown):
            store.statement("u3")
        with pytest.raises(NumberUnknown):
            recall_statement(store, base.id, 3, Role.STEERING, DAY)


def test_promises_are_kept_on_their_day_and_leave_a_receipt_without_content(base):
    with open_store() as store:
        store.save_draft(Draft("dr", base.id, "2024-05-20"))
        store.save_settings(Settings(base.id, draft_days=3, delete_on="2024-07-01"))
        assert keep_promises(store, "2024-05-22") == ()
        (receipt,) = keep_promises(store, DAY)
        assert (receipt.drafts, receipt.deleted) == (1, False)
        assert due([store.settings(base.id)], DAY) == ((base.id, 30),)
        (receipt,) = keep_promises(store, "2024-07-01")
        assert (receipt.deleted, receipt.statements) == (True, 4)
        assert store.consultations() == ()
        assert [e.detail for e in store.receipts()] == ["0 0 1 4", "1 0 0 0"]
        assert [e.action for e in store.audit(base.id)] == ["retention", "retention"]
        assert all(isinstance(e, AuditEntry) and MARK not in e.detail for e in store.audit(base.id))


def test_erasing_everything_leaves_no_byte_of_what_was_said(base, database, home):
    with open_store() as store:
        store.save_draft(Draft("dr", base.id, DAY))
    if database == "sqlite":
        back_up(home / "before-restore.taleroer", home_passphrase())
        (home / "taleroer.before-0001.db").write_bytes(MARK.encode() * 10)
        assert any(MARK.encode() in path.read_bytes() for path in home.iterdir())
    done = erase_everything(DAY)
    assert (done.consultations, done.rewritten) == (1, True)
    with open_store() as store:
        assert store.consultations() == ()
        (entry,) = store.receipts()
    assert (entry.action, entry.detail, entry.day) == ("erased", "1 0 1 4", DAY)
    if database == "sqlite":
        held = {"before-restore.taleroer", "taleroer.before-0001.db", "draft.key"}
        assert held <= set(done.files)
        for path in home.iterdir():
            assert MARK.encode() not in path.read_bytes(), path.name
        assert database_url().startswith("sqlite")
