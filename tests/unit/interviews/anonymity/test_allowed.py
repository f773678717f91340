"""The allowed list: a reason per group, and what a consultation adds."""

import pytest
from guard_tables import found

from interviews.anonymity import check
from interviews.anonymity.allowed import groups


def test_each_group_says_why_its_words_identify_nobody():
    assert len(groups()) > 9
    for name, (reason, words) in groups().items():
        assert len(reason.split()) > 2, name
        assert words, name
        assert all(word == word.lower() for word in words), name


@pytest.mark.parametrize(
    "text",
    [
        "Jeg fik metadon, så Suboxone og Ritalin.",
        "Vi har brug for Housing First.",
        "Ankestyrelsen gav mig medhold.",
        "Ankestyrelsens svar kom sent",
        "Røde Kors kom med tæpper",
        "ligesom på Sankt Hans Aften",
        "Min NemKonto og MitID virker ikke.",
        "FN-dagen og EU-borgere",
    ],
)
def test_what_is_allowed_is_not_found(text):
    assert found(text) == []


def test_a_consultation_adds_its_own_names():
    text = "Det er godt at Zimbano kommer."
    assert found(text)
    assert check(text, allowed=frozenset({"zimbano"})) == ()


def test_an_allowed_name_of_two_words_must_stand_whole():
    allowed = frozenset({"bo bedre"})
    assert check("vi kender Bo Bedre herfra", allowed=allowed) == ()
    assert check("vi kender Bo herfra", allowed=allowed)


def test_a_person_who_shares_an_allowed_word_is_found():
    assert found("Jeg talte med Lars Sand om det.") == ["Lars Sand"]
