"""What only one conversation mentions is shown to whoever releases a quote."""

import pytest

from interviews.model import Interview, Statement
from interviews.rare_traits import lone_tags, rare_traits
from interviews.setup import create_consultation, shared_themes
from storage import open_store

SAID = {
    "a": ["Jeg var fisker, til branden tog båden", "Nu bor jeg i en campingvogn", "Ærlig talt"],
    "b": ["Min nabo har også en campingvogn", "Der mangler ro"],
}


@pytest.fixture
def made(home):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        number = 0
        for talk, texts in SAID.items():
            said = []
            for text in texts:
                number += 1
                said.append(Statement(f"u{number}", number, made.id, talk, text, "housing"))
            store.add_interview(Interview(talk, made.id, None, "2024-05", 1), said)
    return made


def words_of(made, text):
    with open_store() as store:
        return [(t.kind, t.word) for t in rare_traits(store, made.id, text)]


def test_a_trait_of_one_conversation_is_rare_and_one_of_two_is_not(made):
    assert words_of(made, SAID["a"][0]) == [("work", "fisker"), ("event", "branden")]
    assert words_of(made, SAID["a"][1]) == []


def test_parts_of_other_words_are_no_traits(made):
    assert words_of(made, "Orkestret spillede, og kokkene lavede brandsår") == []


def test_capitals_and_danish_letters_do_not_hide_a_word(made):
    with open_store() as store:
        assert store.talks_saying(made.id, "ærlig") == 1
        assert store.talks_saying(made.id, "CAMPINGVOGN") == 2
        assert store.talks_saying(made.id, "%") == 0


def test_a_tag_of_one_conversation_is_lone_however_often_it_is_given_there():
    tags = {"u1": ("a", "b"), "u2": ("a",), "u3": ("b",)}
    assert lone_tags(tags, {"u1": "x", "u2": "x", "u3": "y"}) == {
        "u1": ("a",),
        "u2": ("a",),
        "u3": (),
    }
