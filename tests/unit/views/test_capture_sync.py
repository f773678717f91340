"""What comes from the browser is taken in whole or left out, never half."""

from pathlib import Path

import pytest

from guides.loader import load_shared
from interviews import drafts
from interviews.model import Consultation, Draft, Typed
from storage import open_store
from views import capture_steps as steps
from views import capture_sync as sync

ITEM = {"entry": "e", "text": "ord", "writer": "w", "sequence": 2, "base": 1.0, "late": True}


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draft:
    monkeypatch.setenv("TALEROER_HOME", str(tmp_path))
    monkeypatch.delenv("TALEROER_DATABASE_URL", raising=False)
    with open_store() as store:
        store.add_consultation(Consultation("c" * 32, "Prøveby 2026", "Prøveby"))
        for guide in load_shared()[:2]:
            store.save_guide(None, guide)
        return drafts.start_draft(store, "c" * 32, load_shared()[:2], "2026-03-04")


def test_a_message_is_read() -> None:
    assert sync.parse_sent({"count": 4, "items": [ITEM]}) == (Typed("e", "ord", "w", 2, 1, True),)


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "x",
        {},
        {"items": None},
        {"items": [None, 3]},
        {"items": [ITEM | {"text": 7}]},
        {"items": [ITEM | {"entry": ""}]},
        {"items": [ITEM | {"writer": "w" * 65}]},
        {"items": [ITEM | {"sequence": 1.5}]},
        {"items": [ITEM | {"base": float("inf")}]},
        {"items": [ITEM | {"text": "x" * (sync.LONGEST_TEXT + 1)}]},
        {"items": [{key: ITEM[key] for key in ("entry", "text")}]},
    ],
)
def test_anything_else_is_left_out(sent: object) -> None:
    assert sync.parse_sent(sent) == ()


def test_what_is_kept_is_on_disk_and_told_back(draft: Draft) -> None:
    step = steps.steps_of(steps.guides_of(draft))[0]
    draft = steps.ensure_entry(draft, step)
    entry = draft.entries[0]
    items = [ITEM | {"entry": entry.id, "base": 0}, ITEM | {"entry": "gone"}]
    assert sync.keep_typed(draft.id, {"items": items}, "2026-03-05") == 1
    draft = sync.read_draft(draft.id) or draft
    told = sync.field_data(draft, draft.entries[0], {})
    assert told["entries"][entry.id] == {
        "revision": 1,
        "last": "w",
        "marks": {"w": 2},
        "text": "ord",
    }
    assert told["key"] == draft.journal_key


def test_a_carrier_is_told_no_text(draft: Draft) -> None:
    step = steps.steps_of(steps.guides_of(draft))[0]
    draft = steps.ensure_entry(draft, step)
    told = sync.field_data(draft, None, {})
    assert told["mode"] == "carrier"
    assert all("text" not in entry for entry in told["entries"].values())


def test_a_draft_that_is_gone_takes_nothing_and_is_not_among_the_living(draft: Draft) -> None:
    assert sync.sweep_data()["alive"] == [draft.id]
    sync.in_draft(lambda store: store.delete_draft(draft.id))
    assert sync.read_draft(draft.id) is None
    assert sync.keep_typed(draft.id, {"items": [ITEM]}, "2026-03-05") == 0
    assert sync.st.session_state[sync.UNHEARD] == (ITEM["text"],)  # whoever typed it sees it
    assert sync.sweep_data()["alive"] == []


def test_questions_of_all_themes_stand_in_one_row_and_know_their_state(draft: Draft) -> None:
    row = steps.steps_of(steps.guides_of(draft))
    assert len(row) == sum(len(guide.questions) for guide in load_shared()[:2])
    assert [step.number for step in row] == list(range(len(row)))
    draft = steps.ensure_entry(draft, row[1])
    assert steps.ensure_entry(draft, row[1]) == draft
    entry = draft.entries[0]
    sync.keep_typed(draft.id, {"items": [ITEM | {"entry": entry.id, "base": 0}]}, "2026-03-04")
    sync.in_draft(lambda store: drafts.pass_over(store, draft.id, row[2].key, skipped=True))
    draft = sync.read_draft(draft.id) or draft
    assert [steps.mark_of(draft, step) for step in row[:3]] == ["open", "answered", "skipped"]


def test_empty_fields_are_shown_only_where_they_were_opened(draft: Draft) -> None:
    step = steps.steps_of(steps.guides_of(draft))[0]
    draft = steps.ensure_entry(draft, step)

    def add(text: str) -> str:
        def change(store):  # type: ignore[no-untyped-def]
            entry = drafts.add_entry(store, draft.id, step.guide.theme_key, step.question.key)
            if text:
                drafts.save_entry(store, draft.id, Typed(entry.id, text, "a", 1, 0))
            return entry.id

        return sync.in_draft(change)

    said, empty = add("Her er noget"), add("")
    draft = sync.read_draft(draft.id) or draft
    assert [e.id for e in steps.shown_entries(draft, step, set())] == [said]
    assert [e.id for e in steps.shown_entries(draft, step, {empty})] == [said, empty]
