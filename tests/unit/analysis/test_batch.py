"""Many statements read piece by piece, here or elsewhere, give what they give at once."""

import pickle
from dataclasses import replace

import pytest
from readers import HashingEmbedder, MemoryStore, shared_themes, statement

from analysis import batch
from analysis.batch import suggest_all
from analysis.engine import build_engine, read
from analysis.suggest import suggest
from analysis.vectors import statement_vectors
from language.vectors import default_embedder

TEXTS = ("Jeg mangler en bolig", "Tandlægen er for dyr", "Der er altid en ny sagsbehandler")


@pytest.fixture(scope="module")
def engine():
    return build_engine(shared_themes(), (), HashingEmbedder())


@pytest.fixture
def said():
    return [statement(i, TEXTS[i % 3]) for i in range(7)]


def whole(engine, said, **how):
    return suggest(engine, read(said, engine.embedder.embed([s.text for s in said]), {}), **how)


def in_pieces(engine, said, run=map):
    vectors = engine.embedder.embed([s.text for s in said])
    return list(suggest_all(engine, {}, said, vectors, run))


def test_pieces_hold_every_statement_once_and_say_what_the_whole_says(engine, said, monkeypatch):
    monkeypatch.setattr(batch, "PIECE", 3)
    pieces = in_pieces(engine, said)
    assert [len(piece.themes) for piece in pieces] == [3, 3, 1]
    assert sum((piece.themes for piece in pieces), ()) == whole(engine, said).themes
    assert sum((piece.kinds for piece in pieces), ()) == whole(engine, said).kinds


def test_work_sent_to_another_process_comes_back_the_same(engine, said):
    def far(work, pieces):
        return [pickle.loads(pickle.dumps(work))(piece) for piece in pieces]

    assert in_pieces(engine, said, far) == in_pieces(engine, said)


def test_the_sentence_model_travels_by_name_not_by_weight():
    assert pickle.loads(pickle.dumps(default_embedder())) is default_embedder()


def test_of_very_many_the_reasons_are_left_for_whoever_looks(engine, said, monkeypatch):
    monkeypatch.setattr(batch, "EXPLAINED", 6)
    (found,) = in_pieces(engine, said)
    told = whole(engine, said)
    assert any(one.reasons for one in told.themes)
    assert found.themes == tuple(replace(one, reasons=()) for one in told.themes)


def test_a_text_said_twice_is_read_once(said):
    read_texts = []

    class Counting(HashingEmbedder):
        def embed(self, texts):
            read_texts.extend(texts)
            return super().embed(texts)

    vectors = statement_vectors(MemoryStore(said), said, Counting())
    assert sorted(read_texts) == sorted(TEXTS)
    assert (vectors[0] == vectors[3]).all()
    assert not (vectors[0] == vectors[1]).all()
