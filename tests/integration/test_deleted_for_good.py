"""What a citizen or a date deletes is gone from every file of ours, and stays gone."""

import dataclasses
import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from interviews.model import Harmless, Interview, PrintedDocument, Role, Settings, Statement
from interviews.recall import recall_statement
from interviews.retention import keep_promises
from interviews.setup import create_consultation, shared_themes
from interviews.withdrawal import freeze, give_code, withdraw
from storage import database_url, open_store
from storage.backup import back_up, restore
from storage.daily import DAILY
from storage.erase import scrub
from storage.store import close_engines, connect
from strategy.evidence import link_evidence, take_over
from strategy.goals import add_goal, add_initiative
from strategy.model import InitiativeProposal, Quote, Stance, TargetKind

DAY = "2024-06-01"
MARK = "hemmeligheden-om-kanariefuglen"
WORDS = "fire danske ord her"
SAID = f"jeg vil så gerne have en gul kanariefugl {MARK}"
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def base(database):
    """Two conversations; the first has one statement that bears the mark, and one without."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        store.add_interview(
            Interview("talk0", made.id, None, "2024-05", 1),
            [
                Statement("u1", 1, made.id, "talk0", SAID, "housing"),
                Statement("u2", 2, made.id, "talk0", "noget andet", "housing"),
            ],
        )
        other = Interview("talk1", made.id, None, "2024-05", 1)
        store.add_interview(other, [Statement("u3", 3, made.id, "talk1", "helt stille")])
    return made


def files_with_mark(home):
    return sorted(p.name for p in home.iterdir() if p.is_file() and MARK.encode() in p.read_bytes())


def recall(made):
    with open_store() as store:
        return recall_statement(store, made.id, 1, Role.CONSULTANT, DAY)


def take_conversation_back(made):
    with open_store() as store:
        code = give_code(store, "talk0")
    with open_store() as store:
        return withdraw(store, made.id, code, Role.CONSULTANT, DAY)


def reach_deletion_date(made):
    with open_store() as store:
        store.save_settings(Settings(made.id, delete_on=DAY))
        keep_promises(store, DAY)


@pytest.mark.parametrize("delete", [recall, take_conversation_back, reach_deletion_date])
def test_right_after_a_deletion_no_file_holds_the_text(base, database, home, delete):
    if database == "sqlite":
        (home / "taleroer.before-0001.db").write_bytes(MARK.encode())
        (home / "before-restore.taleroer").write_bytes(MARK.encode())
        assert {"taleroer.before-0001.db", "before-restore.taleroer"} < set(files_with_mark(home))
    delete(base)
    with open_store() as store:
        assert all(MARK not in s.text for s in store.statements(base.id))
    if database == "sqlite":
        assert files_with_mark(home) == []
        assert not (home / "taleroer.db-unscrubbed").exists()
        assert not list(home.glob("*.before-*"))


def test_frozen_codes_leave_the_files_too(base, database, home):
    with open_store() as store:
        give_code(store, "talk0")
        (kept,) = store.conn.execute(text("select hash from withdrawals")).scalars()
    with open_store() as store:
        freeze(store, base.id, Role.ADMINISTRATOR, DAY)
    if database == "sqlite":
        assert not [p for p in home.iterdir() if bytes(kept) in p.read_bytes()]


@pytest.mark.parametrize("at_work", ["select text from statements", "begin immediate"])
def test_while_another_is_at_work_nothing_breaks_and_it_is_done_at_the_next_chance(
    base, database, home, at_work
):
    if database != "sqlite":
        pytest.skip("a server cleans up by itself")
    other = sqlite3.connect(home / "taleroer.db", isolation_level=None)
    if at_work.startswith("select"):  # a read that is not over keeps the old pages
        other.execute("begin").execute("select count(*) from statements").fetchone()
        recall(base)
    else:
        with open_store() as store:
            recall_statement(store, base.id, 1, Role.CONSULTANT, DAY)
            store.conn.commit()  # the other begins in the moment before the scrubbing
            other.execute("begin immediate")
    assert (home / "taleroer.db-unscrubbed").exists()
    assert not scrub()
    other.execute("rollback")
    other.close()
    with open_store() as store:
        assert store.count_statements(base.id) == 2
    assert files_with_mark(home) == []
    assert not (home / "taleroer.db-unscrubbed").exists()


def test_a_program_that_died_before_it_could_scrub_does_so_when_it_starts(base, database, home):
    if database != "sqlite":
        pytest.skip("a server cleans up by itself")
    (home / "taleroer.db-unscrubbed").touch()
    close_engines()
    with open_store():
        pass
    assert not (home / "taleroer.db-unscrubbed").exists()


def test_a_large_sort_uses_no_temporary_file(base, database):
    if database != "sqlite":
        pytest.skip("a server has files of its own")
    with open_store() as store:
        assert store.conn.execute(text("pragma temp_store")).scalar() == 2


def test_an_older_backup_does_not_bring_back_what_was_taken_back(base, home, tmp_path):
    backup = tmp_path / "old.taleroer"
    back_up(backup, WORDS)
    recall(base)
    restore(backup, WORDS)
    with open_store() as store:
        assert [s.id for s in store.statements(base.id)] == ["u2", "u3"]
    back_up(tmp_path / "between.taleroer", WORDS)
    take_conversation_back(base)
    for older in (backup, tmp_path / "between.taleroer"):
        restore(older, WORDS)
        with open_store() as store:
            assert [s.id for s in store.statements(base.id)] == ["u3"]
            assert [i.id for i in store.interviews(base.id)] == ["talk1"]
    assert set((home / "taken-back.txt").read_text().split()) == {"u1", "talk0"}
    assert files_with_mark(home) == []


def test_of_a_corrected_statement_every_version_stays_away(base, tmp_path):
    with open_store() as store:
        old = store.statement("u1")
        store.add_statement_version(dataclasses.replace(old, id="u1b", version=2, replaces="u1"))
    back_up(tmp_path / "old.taleroer", WORDS)
    recall(base)
    restore(tmp_path / "old.taleroer", WORDS)
    with open_store() as store:
        assert store.statements_by_id(["u1", "u1b"]) == {}


def test_what_is_rolled_back_is_not_remembered_as_taken_back(base, home):
    def half_done():
        with open_store() as store:
            recall_statement(store, base.id, 1, Role.CONSULTANT, DAY)
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError):
        half_done()
    assert not (home / "taken-back.txt").exists()


def correct(made):
    with open_store() as store:
        old = store.statement("u1")
        store.add_harmless([Harmless("u1", 0, 3, "en grund", Role.INTERVIEWER, DAY)])
        new = dataclasses.replace(old, id="u1b", text="rettet", version=2, replaces="u1")
        store.add_statement_version(new)
    with open_store() as store:
        return store.statement("u1"), store.harmless(made.id)


def test_a_correction_empties_the_old_text(base, database, home):
    old, answers = correct(base)
    assert (old.text, old.number, old.version, answers) == ("", 1, 1, ())
    with open_store() as store:
        assert [s.text for s in store.statements(base.id)] == [
            "rettet",
            "noget andet",
            "helt stille",
        ]
    if database == "sqlite":
        assert files_with_mark(home) == []


def test_an_old_text_that_was_released_or_printed_stays_until_it_is_recalled(base):
    with open_store() as store:
        store.add_quote(Quote("q", "u1", 0, 3, "jeg", Role.STEERING, DAY))
    assert correct(base)[0].text == SAID
    recall(base)
    with open_store() as store:
        assert store.statements_by_id(["u1", "u1b"]) == {}


def test_an_old_text_that_was_printed_stays(base):
    with open_store() as store:
        store.add_document(PrintedDocument("d", base.id, DAY, "docx", True, (1,)))
    assert correct(base)[0].text == SAID


def test_a_recall_names_what_in_the_plan_repeats_it_and_drops_the_machines_words(base):
    asks = InitiativeProposal(
        "p", base.id, "housing", "at han får en gul kanariefugl", ("u1", "u3"), None, "m", DAY
    )
    apart = dataclasses.replace(asks, id="p2", text="noget andet", statement_ids=("u3",))
    with open_store() as store:
        goal = add_goal(store, base.id, "housing", "at alle kan have en fugl")
        free = add_initiative(store, base.id, "housing", "Vil så gerne have det, og ingen knytter")
        link_evidence(store, "u1", TargetKind.GOAL, goal.id, Stance.SUPPORTS, Role.STEERING, DAY)
        store.save_initiative_proposals(base.id, [asks, apart])
        taken = take_over(store, asks, "at man får HAVE EN GUL, kanariefugl", Role.STEERING, DAY)
    found = recall(base)
    assert [one.label for one in found.echoes] == [taken.label]
    assert free.label != taken.label
    with open_store() as store:
        assert [p.id for p in store.initiative_proposals(base.id)] == ["p2"]


def test_a_withdrawal_names_what_in_the_plan_repeats_it(base):
    with open_store() as store:
        act = add_initiative(store, base.id, "housing", "at have en gul kanariefugl er en ret")
        for said in ("u1", "u2"):
            link_evidence(
                store, said, TargetKind.INITIATIVE, act.id, Stance.SUPPORTS, Role.STEERING, DAY
            )
    assert [one.id for one in take_conversation_back(base).echoes] == [act.id]


def test_no_error_of_the_database_shows_what_was_said(base):
    def failing():
        with open_store() as store:
            row = {"id": "u9", "said": SAID, "number": 1, "c": base.id}
            store.conn.execute(
                text(
                    "insert into statements (id, number, consultation_id, interview_id, text, "
                    "wording, quotable, version) "
                    "values (:id, :number, :c, null, :said, '', true, 1)"
                ),
                row,
            )

    with pytest.raises(Exception, match=r"(?i)null") as failed:
        failing()
    shown = [failed.value, failed.value.__cause__, failed.value.__context__]
    assert all(MARK not in str(error) and MARK not in repr(error) for error in shown)


def test_a_server_that_quotes_the_value_in_its_message_is_not_quoted(base, database):
    if database == "sqlite":
        pytest.skip("its messages name columns only")

    def failing():
        with open_store() as store:
            store.conn.execute(text("select cast(cast(:said as text) as integer)"), {"said": SAID})

    with pytest.raises(Exception, match="22P02") as failed:
        failing()
    assert MARK not in repr(failed.value) + repr(failed.value.__cause__)


def test_a_copy_from_before_a_migration_goes_at_the_next_start(base, database, home):
    if database != "sqlite":
        pytest.skip("no copy is made of a server database")
    copy = home / "taleroer.before-0001.db"
    copy.write_bytes(MARK.encode())
    connect(database_url())
    assert copy.exists()
    close_engines()
    with open_store():
        pass
    assert not copy.exists()


def test_a_day_that_met_a_busy_database_is_tried_again(base, monkeypatch):
    monkeypatch.setattr(DAILY, "_task", None)  # afterwards it is as before
    monkeypatch.setattr(DAILY, "_done_on", None)
    tries = []

    def task():
        tries.append(1)
        if len(tries) == 1:
            raise OperationalError("", {}, Exception("database is locked"))

    DAILY.each_day(task)
    for _ in range(3):
        with open_store():
            pass
    assert len(tries) == 2
