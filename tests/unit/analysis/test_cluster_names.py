from analysis.cluster_names import name_groups
from language.words import compound_parts, lemma
from tests.unit.analysis.sample import HOMES, TEETH, WORKERS


def test_names_tell_what_a_group_is_about():
    teeth, workers, homes = name_groups([TEETH, WORKERS, HOMES])
    assert any("tand" in term or "tænder" in term for term in teeth)
    assert any("sagsbehandler" in term for term in workers)
    assert any("bolig" in term for term in homes)


def test_no_name_repeats_a_word_in_another_form():
    for terms in name_groups([TEETH, WORKERS, HOMES]):
        lemmas = [
            part
            for term in terms
            for word in term.split()
            for part in {lemma(word), *compound_parts(word)}
        ]
        assert len(lemmas) == len(set(lemmas))


def test_a_group_without_words_has_no_name():
    assert name_groups([["", "123"], TEETH])[0] == ()


def test_a_name_is_spelt_as_it_was_meant():
    said = ["Jeg har ingen tanlæge", "en tanlæge koster for meget", "min tandlaege er dyr"]
    (names,) = name_groups([said])
    assert "tandlæge" in names
    assert not {"tanlæge", "tandlaege"} & set(names)
