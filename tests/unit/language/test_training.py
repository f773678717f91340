"""Reading treebanks, bringing them to one convention, wearing them, and training on them."""

import random
from dataclasses import replace

import pytest

from language import augment, conventions, corpus, train
from language.augment import NameLists
from language.conventions import Word
from language.evaluate import entity_spans

CONLLU = """\
# sent_id = 1
# ner = annotated
1\tHan\than\tPRON\t_\tCase=Nom\t_\t_\t_\t_
2\thar\thave\tAUX\t_\tMood=Ind|Tense=Pres|VerbForm=Fin\t_\t_\t_\t_
3-4\tetto\t_\t_\t_\t_\t_\t_\t_\t_
3\ten\ten\tDET\t_\t_\t_\t_\t_\t_
4\tbolig\tbolig\tNOUN\t_\tNumber=Sing\t_\t_\t_\t_
5\ti\ti\tADP\t_\t_\t_\t_\t_\t_
6\tNye\tNye\tPROPN\t_\t_\t_\t_\t_\tNE=B-LOC
7\tBy\tBy\tPROPN\t_\t_\t_\t_\t_\tNE=I-LOC|SpaceAfter=No
8\t,\t,\tPUNCT\t_\t_\t_\t_\t_\t_
9\tsagde\tsige\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t_\t_\t_\t_
10\tJens\tJens\tPROPN\t_\t_\t_\t_\t_\tNE=B-PER
11\tHolm\tHolm\tPROPN\t_\t_\t_\t_\t_\tNE=I-PER
12\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_

# sent_id = 2
1\tLangt\tlang\tADV\t_\t_\t_\t_\t_\t_
2\tvæk\tvæk\tADV\t_\t_\t_\t_\t_\t_
"""
LISTS = NameLists(("Ida",), ("Kjær",), {"LOC": [("Ry",)], "ORG": [("Fonden",)]})


@pytest.fixture
def sentences(tmp_path):
    path = tmp_path / "train.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return list(corpus.read_sentences(path))


def forms(sentence):
    return [word.form for word in sentence.words]


def test_columns_entities_and_what_is_unknown(sentences):
    first, second = sentences
    assert len(first.words) == 12
    assert entity_spans(first) == [(5, 7, "LOC"), (9, 11, "PER")]
    assert first.entities_known
    assert not second.entities_known
    assert not first.words[6].space_after


def test_a_file_that_is_no_treebank_names_the_line(tmp_path):
    path = tmp_path / "wrong.conllu"
    path.write_text("# text\n1\tHan\n", encoding="utf-8")
    with pytest.raises(corpus.NotATreebank, match=r"wrong\.conllu \[2\]: 2 columns"):
        list(corpus.read_sentences(path))


def test_folders_give_the_files_of_a_part_and_files_themselves(tmp_path):
    for name in ("da_ddt-ud-train.conllu", "dev.conllu"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [p.name for p in corpus.files([tmp_path], "train")] == ["da_ddt-ud-train.conllu"]
    assert corpus.files([tmp_path / "dev.conllu"], "train") == [tmp_path / "dev.conllu"]


def tagged(*pairs):
    morphs = {"Fin": "VerbForm=Fin", "Past": "Tense=Past|VerbForm=Part", "": ""}
    words = []
    for form, tag in pairs:
        pos, _, form_of = tag.partition("/")
        words.append(Word(form, form, pos, morphs[form_of], "", True))
    return conventions.harmonise(words)


def test_have_is_a_verb_unless_a_participle_follows():
    assert tagged(("jeg", "PRON"), ("har", "AUX/Fin"), ("penge", "NOUN"))[1].pos == "VERB"
    assert tagged(("jeg", "PRON"), ("har", "AUX/Fin"), ("spist", "VERB/Past"))[1].pos == "AUX"


def test_som_after_a_comma_with_a_verb_to_come_is_a_pronoun():
    clause = tagged((",", "PUNCT"), ("som", "ADP"), ("bor", "VERB/Fin"), ("her", "ADV"))
    assert (clause[1].pos, clause[1].morph) == ("PRON", "PartType=Inf")
    assert tagged(("hvid", "ADJ"), ("som", "ADP"), ("sne", "NOUN"))[1].pos == "ADP"


def test_nouns_in_fixed_phrases_are_nouns_and_adverbs_their_own_lemma(sentences):
    assert tagged(("i", "ADP"), ("dag", "ADV"))[1].pos == "NOUN"
    assert conventions.harmonise(sentences[1].words)[0].lemma == "langt"


def test_what_follows_the_convention_already_is_left_alone():
    good = [
        Word("Hun", "hun", "PRON", "Case=Nom", "", True),
        Word("bor", "bo", "VERB", "", "", True),
    ]
    assert conventions.harmonise(good) == good


def test_wear_takes_capitals_marks_and_danish_letters(sentences):
    worn = augment.ascii_letters(augment.lowered(sentences[0]))
    assert "," not in forms(worn)
    assert forms(worn)[:2] == ["han", "har"]
    assert forms(augment.ascii_letters(sentences[1])) == ["Langt", "vaek"]


def test_slips_change_one_letter_and_never_a_short_word(sentences):
    slipped = augment.slipped(sentences[0], random.Random(1), rate=1.0)
    for before, after in zip(sentences[0].words, slipped.words, strict=True):
        assert len(after.form) - len(before.form) in {-1, 0, 1}
        assert len(before.form) >= augment.SHORTEST or after.form == before.form


def test_new_names_keep_tags_and_spans(sentences):
    swapped = augment.renamed(sentences[0], LISTS, random.Random(1))
    assert forms(swapped)[9:11] == ["Ida", "Kjær"]
    assert entity_spans(swapped) == entity_spans(sentences[0])


def test_without_name_lists_nobody_is_renamed(sentences):
    assert augment.renamed(sentences[0], NameLists((), (), {}), random.Random(1)) == sentences[0]


def test_notes_are_made_from_templates():
    note = augment.note("{F} {L} fra {O} i {P}.", LISTS, random.Random(1))
    assert forms(note) == ["Ida", "Kjær", "fra", "Fonden", "i", "Ry", "."]
    assert entity_spans(note) == [(0, 2, "PER"), (3, 4, "ORG"), (5, 6, "LOC")]


def test_the_same_seed_wears_the_same_way(sentences):
    once, again = (augment.notes(sentences[0], random.Random(3)) for _ in range(2))
    assert once == again


def test_a_pipeline_learns_keeps_no_words_and_is_read_again(sentences, tmp_path):
    from language import fitting

    known = replace(sentences[0], words=tuple(conventions.harmonise(sentences[0].words)))
    nlp = fitting.fit([known] * 8, [known], NameLists((), (), {}), rounds=2, seed=1)
    train.save(nlp, tmp_path / "out")
    strings = (tmp_path / "out" / "vocab" / "strings.json").read_text(encoding="utf-8")
    assert "NOUN" in strings
    assert "Holm" not in strings

    import spacy

    doc = spacy.load(tmp_path / "out")("Han har en bolig.")
    assert all(token.pos_ and token.lemma_ for token in doc)
