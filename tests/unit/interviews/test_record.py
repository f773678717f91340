"""Handing in: what may identify someone is answered, and the raw text is gone."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from guides.loader import load_shared
from interviews import drafts, record
from interviews.model import Certainty, Draft, Judgement, Kind, Settings, Typed, Wording
from storage import Store
from storage.errors import Unknown

CPR = "Mit nummer er 251248-9996, det kan de da slå op."
NAME = "Jeg talte med Kirsten om det hele, men det hjalp ikke noget."
CALM = "Varmestuen lukker alt for tidligt om aftenen."


def say(store: Store, draft: Draft, *texts: str) -> list[str]:
    """Consent and one entry for each text; their ids."""
    drafts.give_consent(store, draft.id)
    ids = [draft.entries[0].id]
    ids += [drafts.add_entry(store, draft.id, "housing", "q2").id for _text in texts[1:]]
    for entry_id, text in zip(ids, texts, strict=True):
        drafts.save_entry(store, draft.id, Typed(entry_id, text, "a", 1, 0))
    return ids


def answer(entry_id: str, text: str, words: str, replacement: str | None) -> Judgement:
    start = text.index(words)
    reason = "" if replacement else "not_a_person"
    return Judgement(entry_id, start, start + len(words), replacement, reason)


def test_a_conversation_becomes_an_interview_with_statements(store: Store, draft: Draft) -> None:
    first, second = say(store, draft, f"  {CALM}\n", "Jeg vil have et værelse.")
    wish = replace(draft.entries[0], id=second, kind=Kind.WISH, wording=Wording.PARAPHRASED)
    drafts.describe_entry(store, draft.id, wish)
    done = record.hand_in(store, draft.id)
    assert [s.text for s in done.statements] == [CALM, "Jeg vil have et værelse."]
    assert (done.interview.month, done.interview.participants) == ("2026-03", 3)
    assert [g.guide_id for g in done.interview.guides] == [g.id for g in load_shared()[:2]]
    said = {s.text: s for s in store.statements(draft.consultation_id)}
    assert said[CALM].wording is Wording.VERBATIM
    assert (
        said["Jeg vil have et værelse."].kind,
        said["Jeg vil have et værelse."].question_key,
    ) == (
        Kind.WISH,
        "q2",
    )
    assert first != said[CALM].id


def test_the_draft_is_gone_once_it_is_handed_in(store: Store, draft: Draft) -> None:
    say(store, draft, CALM)
    record.hand_in(store, draft.id)
    assert store.drafts(draft.consultation_id) == ()
    with pytest.raises(Unknown):
        record.hand_in(store, draft.id)


def test_what_is_certain_must_be_replaced(store: Store, draft: Draft) -> None:
    (entry,) = say(store, draft, CPR)
    harmless = answer(entry, CPR, "251248-9996", None)
    for judgements in ((), (harmless,)):
        with pytest.raises(record.FindingsOpen) as refused:
            record.hand_in(store, draft.id, judgements)
        assert refused.value.findings[entry][0].certainty is Certainty.CERTAIN
    assert store.statements(draft.consultation_id) == ()
    done = record.hand_in(store, draft.id, [replace(harmless, replacement="[cpr]", reason="")])
    assert done.statements[0].text == "Mit nummer er [cpr], det kan de da slå op."


def test_what_is_likely_must_be_answered_either_way(store: Store, draft: Draft) -> None:
    (entry,) = say(store, draft, NAME)
    assert [f.certainty for f in record.check_draft(store, draft.id)[entry]] == [Certainty.LIKELY]
    with pytest.raises(record.FindingsOpen):
        record.hand_in(store, draft.id)
    no_reason = replace(answer(entry, NAME, "Kirsten", None), reason=" ")
    with pytest.raises(record.FindingsOpen):
        record.hand_in(store, draft.id, [no_reason])
    drafts.judge(store, draft.id, answer(entry, NAME, "Kirsten", None))
    assert record.hand_in(store, draft.id).statements[0].text == NAME


def test_the_newest_answer_counts_and_may_be_taken_back(store: Store, draft: Draft) -> None:
    (entry,) = say(store, draft, NAME)
    name = answer(entry, NAME, "Kirsten", "[navn]")
    drafts.judge(store, draft.id, answer(entry, NAME, "Kirsten", None))
    drafts.judge(store, draft.id, name)
    drafts.judge(store, draft.id, name, undo=True)
    assert store.draft(draft.id).judgements == ()
    drafts.judge(store, draft.id, name)
    assert "[navn]" in record.hand_in(store, draft.id).statements[0].text


def test_names_the_interviewer_remembers_are_replaced_everywhere(
    store: Store, draft: Draft
) -> None:
    say(store, draft, "tage lånte tages nøgle, og det var Tage's idé", "jeg kan tagebue")
    for judgement in drafts.find_words(store.draft(draft.id), [" Tage ", ""], "[navn]"):
        drafts.judge(store, draft.id, judgement)
    texts = [
        s.text for s in record.hand_in(store, draft.id, allowed=frozenset({"tagebue"})).statements
    ]
    assert texts[0].lower().count("tage") == 0
    assert texts[0].count("[navn]") == 3
    assert texts[1] == "jeg kan tagebue"


def test_allowed_words_are_not_asked_about(store: Store, draft: Draft) -> None:
    say(store, draft, "Der er rart på Kanten om vinteren.")
    assert record.check_draft(store, draft.id, frozenset({"kanten"})) == {}


def test_without_a_yes_or_without_words_nothing_is_handed_in(store: Store, draft: Draft) -> None:
    with pytest.raises(record.ConsentMissing):
        record.hand_in(store, draft.id)
    drafts.give_consent(store, draft.id)
    with pytest.raises(record.NothingSaid):
        record.hand_in(store, draft.id)


def test_a_second_text_must_be_settled_first(store: Store, draft: Draft) -> None:
    (entry,) = say(store, draft, CALM)
    drafts.save_entry(store, draft.id, Typed(entry, "Noget helt andet.", "b", 1, 0))
    with pytest.raises(record.OfferOpen) as refused:
        record.hand_in(store, draft.id)
    assert refused.value.entry_ids == (entry,)


def test_a_failure_on_the_way_leaves_draft_and_store_as_they_were(
    store: Store, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(store, draft, CALM)
    before = store.draft(draft.id)
    monkeypatch.setattr(store, "used_numbers", lambda _cid: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        record.hand_in(store, draft.id)
    assert store.draft(draft.id) == before
    assert store.interviews(draft.consultation_id) == ()


def test_numbers_do_not_show_what_was_said_together(store: Store, draft: Draft) -> None:
    say(store, draft, *[f"{CALM} {n}" for n in range(8)])
    done = record.hand_in(store, draft.id, rng=random.Random(3))
    numbers = [s.number for s in done.statements]
    assert len(set(numbers)) == 8
    assert numbers != sorted(numbers)
    assert all(abs(a - b) > 1 for a, b in pairwise(numbers))


def test_a_correction_is_a_new_version_and_passes_the_guard(store: Store, draft: Draft) -> None:
    say(store, draft, CALM)
    old = record.hand_in(store, draft.id).statements[0]
    with pytest.raises(record.FindingsOpen) as refused:
        record.correct_statement(store, old.id, f"{CALM} {NAME}")
    assert [f.reason for f in refused.value.findings[old.id]] == ["names:capital"]
    with pytest.raises(record.NothingSaid):
        record.correct_statement(store, old.id, "  ")
    assert record.correct_statement(store, old.id, f"{CALM} ") == old
    new = record.correct_statement(store, old.id, "Varmestuen lukker for tidligt.")
    assert (new.number, new.version, new.replaces) == (old.number, 2, old.id)
    assert store.statement(old.id).text == ""
    assert [s.text for s in store.statements(draft.consultation_id)] == [new.text]


def test_a_word_once_judged_harmless_does_not_block_the_correction(
    store: Store, draft: Draft
) -> None:
    (entry,) = say(store, draft, NAME)
    old = record.hand_in(store, draft.id, [answer(entry, NAME, "Kirsten", None)]).statements[0]
    new = record.correct_statement(store, old.id, NAME.replace("noget.", "en pind."))
    assert new.version == 2


@pytest.mark.parametrize(("today", "gone"), [("2026-03-07", 0), ("2026-03-08", 1)])
def test_drafts_live_as_long_as_the_consultation_says(
    store: Store, draft: Draft, today: str, gone: int
) -> None:
    store.save_settings(Settings(draft.consultation_id, draft_days=3))
    assert draft.updated_on == "2026-03-04"
    assert record.purge_expired(store, draft.consultation_id, today) == gone
    assert len(store.drafts(draft.consultation_id)) == 1 - gone
