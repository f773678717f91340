"""The name model: its file, its training and what it tells."""

import pytest

from interviews.anonymity import name_model, train_names
from interviews.anonymity.names.misspelt import slip_of_name, slip_of_word


def test_names_score_above_words():
    names = ["preben", "zbigniew", "abdullahi", "nukannguaq", "mehmet", "oksana", "fadumo"]
    words = [
        "behanling",
        "opholdstilladelse",
        "støtekontakt",
        "kommunens",
        "uværdit",
        "sygeplejske",
    ]
    assert min(name_model.score(name, False) for name in names) > 0.8
    assert max(name_model.score(word, False) for word in words) < 0.3


def test_words_that_are_also_names_are_known():
    assert name_model.is_also_name("storm")
    assert not name_model.is_also_name("kommune")


def test_another_file_is_refused():
    with pytest.raises(ValueError, match="not a name model"):
        name_model.parse(b"x" * 64)


def test_training_twice_gives_the_same_bytes(tmp_path, monkeypatch):
    for file, names in {
        "first-names-women.txt": "METTE\nFATIMA\nNUKANNGUAQ\nSTORM\n",
        "first-names-men.txt": "PREBEN\nABDULLAHI\n000\nPOUL-ERIK\n",
        "surnames.txt": "JENSEN\nAL-KHATIB\n",
    }.items():
        (tmp_path / file).write_text(names, encoding="utf-8")
    monkeypatch.setattr(train_names, "words", lambda _: iter([("bolig", 0, 1.0), ("gade", 0, 1.0)]))
    written = []
    for name in ("a.bin", "b.bin"):
        train_names.train(tmp_path, tmp_path / name, 0)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
    model = name_model.parse(written[0])
    assert len(model.weights) == 1 << train_names.BITS


def test_numbers_in_the_lists_are_no_names(tmp_path):
    (tmp_path / "names.txt").write_text("000\nMETTE\nPOUL-ERIK\nLA COUR\n", encoding="utf-8")
    ranks = train_names.read_names(tmp_path, ("names.txt",))
    assert ranks == {"mette": 1, "poul-erik": 2, "la": 3, "cour": 3}


def test_held_out_names_are_left_out():
    chosen = [name for name in map(str, range(1000)) if train_names.held_out(name, 10)]
    assert 60 < len(chosen) < 140
    assert not train_names.held_out("mette", 0)


@pytest.mark.parametrize("form", ["kirsetn", "sørne", "chirstina", "mohamet", "susane", "torbenn"])
def test_a_slip_of_a_known_name_is_seen(form):
    assert slip_of_name(form)


@pytest.mark.parametrize("form", ["kommnue", "bolgi", "sagsbehander"])
def test_a_slip_of_a_word_is_no_slip_of_a_name(form):
    assert slip_of_word(form)
    assert not slip_of_name(form)
