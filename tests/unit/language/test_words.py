"""Forms, lemmas, ae/oe/aa and slips of single words."""

import pytest

from language import words
from language.lexicon import ENDINGS, STEM_ENDINGS, lexicon


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("borgerne", "borger"),
        ("Borgerne", "borger"),
        ("borger", "borger"),
        ("udsatte", "udsat"),
        ("med", "med"),
        ("mænd", "mand"),
        ("gik", "gå"),
        ("forældrene", "forælder"),
        ("sagsbehandlere", "sagsbehandler"),
        ("sagsbehandler", "sagsbehandler"),
        ("gadesygeplejersken", "gadesygeplejerske"),
        ("kommunens", "kommune"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_the_lemma_does_not_depend_on_capitals_and_reaches_into_compounds(form, lemma):
    assert words.lemma(form) == lemma


@pytest.mark.parametrize("form", ["bolig", "Boligerne", "på", "værested", "i"])
def test_danish_words_are_words(form):
    assert words.is_word(form)


@pytest.mark.parametrize("form", ["blorg", "", "12", "؟", "kommnunen"])
def test_anything_else_is_not(form):
    assert not words.is_word(form)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("foraeldre", "forældre"),
        ("oekonomi", "økonomi"),
        ("oekonomiraadgivning", "økonomirådgivning"),
        ("paa", "på"),
        ("faar", "får"),
        ("kanoer", "kanoer"),
        ("poesi", "poesi"),
        ("Aabenraa", "aabenraa"),
        ("maaxyz", "maaxyz"),
    ],
)
def test_letters_are_folded_only_where_that_makes_the_likelier_word(typed, meant):
    assert words.fold(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kommnunen", "kommunen"),
        ("sagsbehanlder", "sagsbehandler"),
        ("pyskiatri", "psykiatri"),
        ("boilg", "bolig"),
        ("hjlæp", "hjælp"),
        ("regnigner", "regninger"),
        ("tanlæge", "tandlæge"),
        ("metadon", "metadon"),
        ("gadesygeplejerske", "gadesygeplejerske"),
    ],
)
def test_one_slip_is_repaired_and_words_are_left_alone(typed, meant):
    assert words.repair(typed) == meant


def test_short_words_and_numbers_are_never_repaired():
    assert [words.repair(form) for form in ("xq", "112", "", "a\0b")] == ["xq", "112", "", "a\0b"]


def test_the_careful_repair_leaves_unknown_names_alone():
    assert words.intended("Xanax") == "xanax"
    assert words.intended("Nuuk") == "nuuk"
    assert words.intended("behandlign") == "behandling"


def test_every_form_of_the_list_is_found_again():
    forms = lexicon().forms()
    assert len(forms) == len(lexicon()) > 500_000
    assert forms == sorted(forms, key=str.encode)
    assert all(form in lexicon() for form in forms[::997])


def test_the_list_knows_which_forms_are_names_only():
    assert lexicon().is_name("odense")
    assert not lexicon().is_name("bolig")
    assert not lexicon().is_name("xyzzy")


@pytest.mark.parametrize("lemma", ["hus", "vaske", "udsat", "bolig", "e-mail", "xyzzy"])
def test_the_kept_inflections_are_those_of_the_list(lemma):
    stem = lemma.removesuffix("e")
    asked = [lemma + end for end in ENDINGS] + [stem + end for end in STEM_ENDINGS]
    shown = "".join("01"[lexicon().lemma(form) == lemma] for form in asked)
    assert lexicon().inflection(lemma) == shown


def test_inflections_tell_verbs_from_nouns():
    assert lexicon().inflection("vaske") != lexicon().inflection("hus")
    assert "1" in lexicon().inflection("hus")
