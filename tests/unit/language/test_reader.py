"""The full reading with the trained pipeline."""

import pytest

from language.reader import noun_phrases, read, read_many, read_words, terms

NOTE = "min sagsbehandler Mette Hansen fra Horsens lytter ikke. Jeg har boet på herberget i to år"


def test_tokens_stand_where_the_text_has_them_and_carry_tag_and_lemma():
    reading = read(NOTE)
    assert all(NOTE[token.start : token.end] == token.text for token in reading.tokens)
    tags = {token.text: (token.pos, token.lemma) for token in reading.tokens}
    assert tags["sagsbehandler"] == ("NOUN", "sagsbehandler")
    assert tags["lytter"] == ("VERB", "lytte")
    assert tags["herberget"] == ("NOUN", "herberg")
    assert tags["boet"] == ("VERB", "bo")
    assert tags["Mette"] == ("PROPN", "Mette")


def test_the_tag_decides_between_two_words_of_one_form():
    verb = {token.text: token.lemma for token in read("Hun går en tur.").tokens}
    noun = {token.text: token.lemma for token in read("Det var i går.").tokens}
    assert verb["går"] == "gå"
    assert noun["går"] == "går"


def test_people_and_places_are_found():
    found = {(NOTE[entity.start : entity.end], entity.label) for entity in read(NOTE).entities}
    assert ("Mette Hansen", "PER") in found
    assert ("Horsens", "LOC") in found


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("jeg talte med karsten om min bolig", "karsten"),
        ("Fru Rasmussen hjalp mig", "Rasmussen"),
        ("det var Fatima der ringede", "Fatima"),
    ],
)
def test_a_name_is_found_in_a_note_without_its_title(note, name):
    people = [note[e.start : e.end] for e in read(note).entities if e.label == "PER"]
    assert people == [name]


def test_texts_read_together_are_read_as_one_by_one():
    texts = [NOTE, "", "😀", "Der mangler skæve boliger.", NOTE]
    assert read_many(texts) == [read(text) for text in texts]


def test_sentences_start_where_the_splitter_says():
    reading = read(NOTE)
    starts = [token.start for token in reading.tokens if token.is_sent_start]
    assert starts == [start for start, _ in reading.sentences] == [0, 56]


def test_slips_and_ascii_letters_keep_their_written_form_and_get_the_meant_lemma():
    by_text = {token.text: token.lemma for token in read("jeg faar ingen behandlign her").tokens}
    assert by_text["faar"] == "få"
    assert by_text["behandlign"] == "behandling"


def test_noun_phrases_read_as_a_person_would_name_them():
    phrases = noun_phrases(read("Der mangler skæve boliger, og vi har skiftende sagsbehandlere."))
    assert "skæve boliger" in phrases
    assert any(phrase.endswith("sagsbehandlere") for phrase in phrases)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "😀",
        "😀😀 hej",
        "مرحبا بالعالم",
        "12345 67",
        "a\0b c",
        "\n\n",
        "...",
        "ord " * 5000,
    ],
)
def test_any_text_is_read(text):
    reading = read(text)
    assert all(text[token.start : token.end] == token.text for token in reading.tokens)
    assert all(0 <= start < end <= len(text) for start, end in reading.sentences)
    assert all(text[token.start : token.end] == token.text for token in read_words(text))
    assert all(isinstance(term, str) for term in terms(text))


def test_a_reading_of_nothing_is_empty():
    assert read("") == read(" \n")
    assert read("").tokens == read("").sentences == read("").entities == ()


def test_a_long_note_without_full_stops_loses_no_word():
    note = "jeg venter på en bolig og har ventet længe " * 12
    reading = read(note)
    covered = [note[start:end] for start, end in reading.sentences]
    assert " ".join(covered).split() == note.split()
