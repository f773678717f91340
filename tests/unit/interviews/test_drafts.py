"""What is typed arrives once, in order, whoever types it."""

from dataclasses import replace
from pathlib import Path

import pytest

from guides.loader import load_shared
from interviews import drafts, splitting
from interviews.model import Consultation, Draft, Judgement, Kind, Typed
from storage import Store, open_store


def typed(draft: Draft, text: str, sequence: int, base: int = 0, writer: str = "a") -> Typed:
    return Typed(draft.entries[0].id, text, writer, sequence, base)


def test_a_new_draft_keeps_guides_month_and_a_key_of_its_own(store: Store, draft: Draft) -> None:
    assert [guide.guide_id for guide in draft.guides] == [g.id for g in load_shared()[:2]]
    assert (draft.month, draft.participants, draft.consent_given) == ("2026-03", 3, False)
    other = drafts.start_draft(store, "c" * 32, load_shared()[:1], "2026-03-04")
    assert len(draft.journal_key) == 64
    assert draft.journal_key != other.journal_key


def test_the_text_is_kept_exactly_as_typed(store: Store, draft: Draft) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "  to linjer\n\n og blanke ", 1), "2026-03-05")
    kept = store.draft(draft.id)
    assert kept.entries[0].text == "  to linjer\n\n og blanke "
    assert kept.updated_on == "2026-03-05"


def test_what_comes_twice_or_late_from_one_writer_changes_nothing(
    store: Store, draft: Draft
) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "Jeg bor", 1))
    drafts.save_entry(store, draft.id, typed(draft, "Jeg bor på gaden", 3))
    before = store.draft(draft.id)
    drafts.save_entry(store, draft.id, typed(draft, "Jeg bor", 1))
    drafts.save_entry(store, draft.id, typed(draft, "Jeg bor på", 2))
    assert store.draft(draft.id) == before
    assert before.entries[0].text == "Jeg bor på gaden"
    assert before.entries[0].other == ""


def test_a_second_tab_that_has_seen_the_newest_text_writes_on(store: Store, draft: Draft) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "Først", 1))
    drafts.save_entry(store, draft.id, typed(draft, "Først og så", 1, base=1, writer="b"))
    entry = store.draft(draft.id).entries[0]
    assert (entry.text, entry.other) == ("Først og så", "")


def test_of_two_tabs_the_newer_wins_and_the_other_text_is_offered(
    store: Store, draft: Draft
) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "Fra tabletten", 5))
    drafts.save_entry(store, draft.id, typed(draft, "Fra telefonen", 1, writer="b"))
    entry = store.draft(draft.id).entries[0]
    assert (entry.text, entry.other) == ("Fra telefonen", "Fra tabletten")


def test_what_was_typed_without_a_connection_does_not_overwrite_newer_text(
    store: Store, draft: Draft
) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "Nyt", 1, writer="b"))
    late = replace(typed(draft, "Gammelt", 9), late=True)
    drafts.save_entry(store, draft.id, late)
    drafts.save_entry(store, draft.id, late)
    entry = store.draft(draft.id).entries[0]
    assert (entry.text, entry.other) == ("Nyt", "Gammelt")
    drafts.save_entry(store, draft.id, typed(draft, "Nyt her", 2, writer="b"))
    entry = store.draft(draft.id).entries[0]
    assert (entry.text, entry.other) == ("Nyt her", "Gammelt")


def test_two_tabs_writing_against_each_other_offer_each_text_once(
    store: Store, draft: Draft
) -> None:
    for sequence in range(1, 5):
        for writer, word in (("a", "rød"), ("b", "blå")):
            text = f"{word} " * sequence
            drafts.save_entry(store, draft.id, typed(draft, text, sequence, writer=writer))
    entry = store.draft(draft.id).entries[0]
    assert entry.text == "blå " * 4
    assert entry.other.count("rød") == 4
    assert "blå" not in entry.other


@pytest.mark.parametrize(("choice", "text"), [("both", "B\nA"), ("other", "A"), ("mine", "B")])
def test_an_offered_text_goes_when_it_was_settled(
    store: Store, draft: Draft, choice: str, text: str
) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "A", 1))
    drafts.save_entry(store, draft.id, typed(draft, "B", 1, writer="b"))
    drafts.settle_offer(store, draft.id, draft.entries[0].id, drafts.Offer(choice))
    entry = store.draft(draft.id).entries[0]
    assert (entry.text, entry.other) == (text, "")
    assert drafts.settle_offer(store, draft.id, entry.id, drafts.Offer.OTHER).entries[0] == entry


def test_text_still_under_way_when_the_program_rewrote_the_field_is_not_lost(
    store: Store, draft: Draft
) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "Første. Anden.", 1))
    splitting.split_entry(store, draft.id, draft.entries[0].id, 8)
    drafts.save_entry(store, draft.id, typed(draft, "Første. Anden. Tredje.", 2, base=1))
    entry = store.draft(draft.id).entries[0]
    assert "Tredje." in entry.text + entry.other
    assert "Første." in entry.text


def test_an_unknown_entry_is_named(store: Store, draft: Draft) -> None:
    with pytest.raises(drafts.EntryUnknown, match="nowhere"):
        drafts.save_entry(store, draft.id, Typed("nowhere", "x", "a", 1, 0))


def test_an_answer_to_a_finding_goes_when_the_text_changes(store: Store, draft: Draft) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "Hos Lone i Viborg", 1))
    drafts.judge(store, draft.id, Judgement(draft.entries[0].id, 4, 8, "[navn]"))
    assert len(store.draft(draft.id).judgements) == 1
    drafts.describe_entry(store, draft.id, replace(draft.entries[0], kind=Kind.WISH))
    assert len(store.draft(draft.id).judgements) == 1
    drafts.save_entry(store, draft.id, typed(draft, "Hos Lone i Viborg.", 2))
    assert store.draft(draft.id).judgements == ()


def test_kind_and_wording_never_touch_the_text(store: Store, draft: Draft) -> None:
    drafts.save_entry(store, draft.id, typed(draft, "Teksten", 1))
    drafts.describe_entry(store, draft.id, replace(draft.entries[0], kind=Kind.PRAISE))
    entry = store.draft(draft.id).entries[0]
    assert (entry.text, entry.kind, entry.revision) == ("Teksten", Kind.PRAISE, 1)


def test_position_and_passed_over_questions_come_back(store: Store, draft: Draft) -> None:
    drafts.move_to(store, draft.id, 4)
    drafts.pass_over(store, draft.id, "housing/q1", skipped=True)
    drafts.pass_over(store, draft.id, "housing/q2", skipped=True)
    drafts.pass_over(store, draft.id, "housing/q1", skipped=False)
    assert (store.draft(draft.id).position, store.draft(draft.id).skipped) == (4, ("housing/q2",))


def test_raw_text_and_key_are_unreadable_in_the_database_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALEROER_HOME", str(tmp_path))
    url = f"sqlite:///{tmp_path / 'sealed.db'}"
    with open_store(url) as store:
        store.add_consultation(Consultation("c" * 32, "Prøveby 2026", "Prøveby"))
        draft = drafts.start_draft(store, "c" * 32, load_shared()[:1], "2026-03-04")
        entry = drafts.add_entry(store, draft.id, "housing", None)
        drafts.save_entry(store, draft.id, Typed(entry.id, "Hemmelighed nummer syv", "a", 1, 0))
    for file in tmp_path.glob("sealed.db*"):
        content = file.read_bytes()
        assert b"Hemmelighed" not in content
        assert draft.journal_key.encode() not in content
