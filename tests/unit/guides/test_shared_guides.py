"""The guides that come with the program are complete, bilingual and easy to hear."""

import re

import pytest

from guides.loader import load_shared, load_themes, parse_guide, to_toml
from guides.model import Guide, Local

GUIDES = load_shared()
EACH = pytest.mark.parametrize("guide", GUIDES, ids=[guide.id for guide in GUIDES])


def lix(text: str) -> float:
    """Läsbarhetsindex (Björnsson 1968): words per sentence + per cent of words over six letters."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = re.findall(r"[.!?:]+(?=\s|$)", text)
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


def every_text(guide: Guide) -> list[Local]:
    told = guide.instruction
    return [
        *(guide.title, guide.purpose, guide.read_aloud, guide.ending),
        *(told.begin, told.anonymity, told.stopping, told.bad_news, told.danger, told.never_write),
        *(question.text for question in guide.questions),
        *(probe for question in guide.questions for probe in question.probes),
    ]


def test_lix_counts_words_a_sentence_and_long_words():
    assert lix("Jeg bor her. Det er godt.") == 3.0
    assert lix("Sagsbehandleren kom.") == 2 + 50


def test_the_five_shared_themes_each_have_a_guide():
    assert [guide.theme_key for guide in GUIDES] == [theme.key for theme in load_themes()]


@EACH
def test_what_is_read_aloud_is_easy_danish(guide):
    questions = [question.text.da for question in guide.questions]
    probes = [probe.da for question in guide.questions for probe in question.probes]
    for spoken in (guide.read_aloud.da, guide.ending.da, " ".join(questions + probes)):
        assert lix(spoken) < 30


@EACH
def test_six_to_nine_open_questions_with_two_to_four_probes(guide):
    assert 6 <= len(guide.questions) <= 9
    assert all(2 <= len(question.probes) <= 4 for question in guide.questions)


@EACH
def test_every_text_stands_in_both_languages(guide):
    for text in every_text(guide):
        assert text.da
        assert text.en
        assert text.da != text.en


@EACH
def test_the_interviewer_is_told_what_must_never_be_missing(guide):
    assert "112" in guide.instruction.danger.da
    assert "underrette kommunen" in guide.instruction.danger.da
    for word in ("navne", "CPR", "adresse", "telefon", "datoer", "arbejdsplads"):
        assert word in guide.instruction.never_write.da
    for word in ("frivilligt", "stoppe", "anonym", "barn", "trykt"):
        assert word in guide.read_aloud.da
    assert "kode" in guide.ending.da
    assert guide.ending.da.count("Tak") >= 1


@EACH
def test_a_guide_survives_the_way_to_toml_and_back(guide):
    assert parse_guide(to_toml(guide), "again.toml") == guide


def test_no_question_is_asked_in_two_guides():
    asked = [question.text.da for guide in GUIDES for question in guide.questions]
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("theme", load_themes(), ids=lambda theme: theme.key)
def test_a_theme_has_what_suggestions_need(theme):
    assert len(theme.examples) == 5
    assert 15 <= len(theme.seed_words) <= 40
    assert len(set(theme.seed_words)) == len(theme.seed_words)
    assert 2 <= len(re.findall(r"\.", theme.description)) <= 4
    assert theme.name.en
