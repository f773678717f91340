import numpy as np
import pytest

from analysis.bm25 import bm25
from analysis.ground import Ground
from analysis.links import likeness, rank_initiatives, rank_statements, same_theme, shared_words
from analysis.matters import same_matter, words_of_same_matter
from tests.unit.analysis.sample import vectors

STATEMENTS = (
    "Tandlægen er for dyr, så tænderne rådner",
    "Der er altid en ny sagsbehandler",
    "Vi mangler skæve boliger til folk med hund",
)
INITIATIVES = (
    "at der etableres skæve boliger, hvor husdyr er tilladt",
    "at det undersøges, om der kan etableres gratis tandlægehjælp",
    "at der udpeges faste sagsbehandlere i komplekse sager",
    "at der uddeles varm mad",
)
IDS, OTHER_IDS = ("s1", "s2", "s3"), ("i1", "i2", "i3", "i4")


def match(themes=(None,) * 3, others=(None,) * 4, ground=None):
    return likeness(
        IDS, STATEMENTS, vectors(STATEMENTS), themes,
        OTHER_IDS, INITIATIVES, vectors(INITIATIVES), others, ground=ground,
    )  # fmt: skip


def test_what_every_sentence_shares_moves_the_scores_less_when_it_is_known():
    direction = np.full_like(vectors(STATEMENTS)[0], 1.0)
    known = Ground(np.zeros_like(direction), direction / np.linalg.norm(direction))

    def moved(ground):
        pushed, _ = likeness(
            IDS, STATEMENTS, vectors(STATEMENTS) + 0.3 * direction, (None,) * 3,
            OTHER_IDS, INITIATIVES, vectors(INITIATIVES), (None,) * 4, ground=ground,
        )  # fmt: skip
        return float(np.abs(pushed - match(ground=ground)[0]).max())

    assert moved(known) < moved(None) / 2


def test_the_initiative_that_answers_comes_first():
    _, found = match()
    best = [rank_initiatives(id_, found)[0].initiative_id for id_ in IDS]
    assert best == ["i2", "i3", "i1"]


def test_three_are_suggested_for_each_best_first_with_words_both_use():
    _, found = match()
    mine = rank_initiatives("s3", found)
    assert len(mine) == 3
    assert mine[0].score >= mine[1].score >= mine[2].score
    assert mine[0].reasons == ("skæve", "boliger", "hund")  # "husdyr" is the same matter


def test_a_compound_counts_as_sharing_its_part():
    assert shared_words("Tandlægen er for dyr", "gratis tandlægehjælp") == ("Tandlægen",)


def test_for_an_initiative_the_statements_that_ask_for_it_come_first():
    scores, _ = match()
    found = rank_statements("i2", scores, IDS, STATEMENTS, OTHER_IDS, INITIATIVES, count=1)
    assert [one.statement_id for one in found] == ["s1"]


def test_an_unknown_initiative_is_an_error():
    with pytest.raises(ValueError, match="i9"):
        rank_statements("i9", match()[0], IDS, STATEMENTS, OTHER_IDS, INITIATIVES)


def test_a_shared_theme_counts_and_an_unknown_one_does_not():
    both = same_theme(["health", None, {"health": 0.5}], ["health", "housing"])
    assert both.tolist() == [[1, 0], [0, 0], [0.5, 0]]


def test_a_shared_theme_lifts_an_initiative():
    plain = match()[0]
    lifted = match(("housing",) * 3, ("health", "health", "health", "housing"))[0]
    assert (lifted[:, 3] > plain[:, 3]).all()


def test_nothing_to_compare_gives_nothing():
    none = np.zeros((0, 384), dtype=np.float32)
    scores, found = likeness((), (), none, (), OTHER_IDS, INITIATIVES, vectors(INITIATIVES), ())
    assert scores.shape == (0, 4)
    assert found == ()


def test_empty_texts_are_alike_to_nothing_but_do_no_harm():
    texts = ("", "12", "😀")
    scores, _ = likeness(
        IDS, texts, vectors(texts), (None,) * 3,
        OTHER_IDS, INITIATIVES, vectors(INITIATIVES), (None,) * 4,
    )  # fmt: skip
    assert np.isfinite(scores).all()


def test_bm25_prefers_the_document_with_the_rarer_word():
    scores = bm25([["tand", "hjælp"]], [["hjælp", "bolig"], ["tand", "bolig"], ["hjælp", "mad"]])
    assert scores.argmax() == 1
    assert scores.min() > 0


def test_other_words_for_the_same_matter_tie_a_statement_to_an_initiative():
    found = same_matter(
        ("Det dunker i kindtanden om natten",), ("vederlagsfri tandpleje", "bisiddere")
    )
    assert found[0, 0] > 0
    assert found[0, 1] == 0
    assert words_of_same_matter("Mine tænder gør ondt", "vederlagsfri tandpleje") == ("tænder",)


def test_texts_without_a_matter_are_near_to_nothing():
    assert same_matter(("", "12", "😀"), ("", "tandpleje")).tolist() == [[0, 0]] * 3
    assert same_matter((), ("tandpleje",)).shape == (0, 1)
