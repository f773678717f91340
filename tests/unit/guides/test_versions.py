"""A guide in use stands; a change is a new version whose keys keep their meaning."""

from dataclasses import replace

import pytest

from guides.loader import load_shared
from guides.model import Change, Guide, Local, Question
from guides.versions import (
    GuideMismatch,
    GuideUnchanged,
    QuestionKeyRetired,
    QuestionReworded,
    differences,
    next_version,
)

OLD = load_shared()[0]
NEW_QUESTION = Question("the-dog", Local("Hvad med hunden?", "What about the dog?"))


def with_questions(*questions: Question) -> Guide:
    return replace(OLD, questions=questions)


def reworded(text: str) -> Guide:
    first = replace(OLD.questions[0], text=replace(OLD.questions[0].text, da=text))
    return with_questions(first, *OLD.questions[1:])


def kinds(new: Guide) -> list[tuple[Change, str]]:
    return [(difference.change, difference.where) for difference in differences(OLD, new)]


def test_a_new_question_makes_the_next_version_and_leaves_the_old_one():
    new = next_version(OLD, with_questions(*OLD.questions, NEW_QUESTION))
    assert (OLD.version, new.version) == (1, 2)
    assert len(new.questions) == len(OLD.questions) + 1


def test_a_question_put_in_front_does_not_count_as_moving_the_rest():
    assert kinds(with_questions(NEW_QUESTION, *OLD.questions)) == [(Change.ADDED, "the-dog")]


def test_only_the_question_that_was_lifted_counts_as_moved():
    new = with_questions(*OLD.questions[1:], OLD.questions[0])
    (difference,) = differences(OLD, new)
    assert (difference.change, difference.where) == (Change.MOVED, "where-now")
    assert (difference.before, difference.after) == ("1", "8")


def test_removed_question_probes_and_translation_are_each_told():
    first = replace(OLD.questions[0], probes=OLD.questions[0].probes[:1])
    second = replace(OLD.questions[1], text=replace(OLD.questions[1].text, en="And a home?"))
    assert kinds(with_questions(first, second, *OLD.questions[2:-1])) == [
        (Change.REMOVED, "your-plan"),
        (Change.PROBES, "where-now"),
        (Change.TRANSLATED, "a-home"),
    ]


def test_a_change_in_the_words_about_consent_is_told_apart():
    new = replace(OLD, read_aloud=Local("Må jeg?", OLD.read_aloud.en), purpose=Local("Andet."))
    assert kinds(new) == [
        (Change.WORDS, "purpose"),
        (Change.TRANSLATED, "purpose"),
        (Change.CONSENT, "read_aloud"),
    ]


def test_another_wording_under_the_same_key_is_refused():
    with pytest.raises(QuestionReworded) as caught:
        next_version(OLD, reworded("Hvad tjener du?"))
    assert caught.value.keys == ("where-now",)


def test_a_declared_correction_is_let_through():
    new = next_version(OLD, reworded("Hvordan bor du nu, og hvordan går det?"), {"where-now"})
    assert new.version == 2


def test_blanks_are_no_rewording():
    with pytest.raises(GuideUnchanged):
        next_version(OLD, reworded("Hvordan bor du nu,  og hvordan er det? "))


def test_the_key_of_a_removed_question_is_never_used_again():
    changed = with_questions(*OLD.questions, NEW_QUESTION)
    with pytest.raises(QuestionKeyRetired):
        next_version(OLD, changed, retired={"the-dog"})


def test_two_different_guides_are_not_versions_of_each_other():
    with pytest.raises(GuideMismatch):
        next_version(OLD, load_shared()[1])
