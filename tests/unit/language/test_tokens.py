"""The light reading of texts."""

from language.reader import read_words, terms

STATEMENT = "Jeg har haft otte sagsbehandlere, og gadesygeplejersken kom paa VÆRESTEDET."


def test_each_word_stands_where_the_text_has_it():
    for token in read_words(STATEMENT):
        assert STATEMENT[token.start : token.end] == token.text


def test_lemmas_parts_and_stop_words():
    by_text = {token.text: token for token in read_words(STATEMENT)}
    assert by_text["sagsbehandlere"].lemma == "sagsbehandler"
    assert by_text["gadesygeplejersken"].parts == ("gade", "sygeplejerske")
    assert by_text["VÆRESTEDET"].lemma == "værested"
    assert by_text["paa"].lemma == "på"
    assert by_text["paa"].is_stop
    assert by_text["paa"].parts == ()


def test_terms_are_lemmas_with_their_parts_and_no_stop_words():
    found = terms(STATEMENT)
    assert {"sagsbehandler", "gadesygeplejerske", "gade", "sygeplejerske", "otte"} <= set(found)
    assert not {"jeg", "og", "på", "have"} & set(found)


def test_numbers_stay_whole_and_are_no_terms():
    assert [token.text for token in read_words("1.250,50 kr. kl. 14:30")] == [
        "1.250,50",
        "kr",
        "kl",
        "14:30",
    ]
    assert "14:30" not in terms("Kom kl. 14:30")


def test_letters_that_grow_in_lower_case_do_not_shift_the_offsets():
    text = "İSTANBUL og huset"
    assert [text[token.start : token.end] for token in read_words(text)] == [
        "İSTANBUL",
        "og",
        "huset",
    ]
