"""Where a person's name ends, and which words of a sentence with capitals are no people."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from language.edges import trim_people


def _people(words: str, marked: tuple[int, int], proper: tuple[int, ...] = ()) -> list[str]:
    """What is left of the one person marked in the words; `proper` are tagged as names."""
    nlp = spacy.blank("da")
    forms = words.split()
    tags = ["PROPN" if place in proper else "NOUN" for place in range(len(forms))]
    doc = Doc(nlp.vocab, words=forms, pos=tags)
    doc.ents = [Span(doc, *marked, label="PER")]
    return [span.text for span in trim_people(doc).ents]


def test_a_title_is_no_part_of_the_name() -> None:
    assert _people("Lektor dr.phil. Mette Frandsen sagde", (1, 4), (1, 2, 3)) == ["Mette Frandsen"]


def test_an_initial_is_part_of_the_name() -> None:
    assert _people("jeg kender h. frandsen godt", (2, 4), (2, 3)) == ["h. frandsen"]


@pytest.mark.parametrize("words", ["Man kan ane det", "» Man kan rose det"])
def test_a_common_word_in_small_letters_is_nobody_where_capitals_are_used(words: str) -> None:
    place = len(words.split()) - 2

    assert _people(words, (place, place + 1), (place,)) == []


def test_in_notes_without_capitals_the_same_word_stays() -> None:
    assert _people("jeg boede hos ane dengang", (3, 4), (3,)) == ["ane"]


def test_a_short_form_is_nobody_but_a_shouted_name_is() -> None:
    assert _people("Vi ringede til SKAT dengang", (3, 4), (3,)) == []
    assert _people("Vi ringede til FRANDSEN dengang", (3, 4), (3,)) == ["FRANDSEN"]
