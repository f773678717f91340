import numpy as np
import pytest
from readers import CODEBOOK, HashingEmbedder, shared_themes, statement

from analysis.engine import build_engine, read
from analysis.model import Aspect, Decision
from analysis.suggest import suggest_tags
from analysis.teach import teach
from interviews.model import Role


@pytest.fixture(scope="module")
def embedder():
    return HashingEmbedder()


@pytest.fixture(scope="module")
def engine(embedder):
    return build_engine(shared_themes(), CODEBOOK, embedder)


def suggestions(engine, text, question=""):
    asked = {("housing", "q"): question}
    one = statement(1, text, theme_key="housing" if question else None, question_key="q")
    found = read([one], engine.embedder.embed([text]), asked)
    return suggest_tags(engine, found, engine.guess(found).themes)


def test_three_ranked_tags_with_falling_confidence(engine):
    found = suggestions(engine, "Indskuddet og huslejen er alt for høje.")
    assert [f.rank for f in found] == [1, 2, 3]
    assert found[0].tag_key == "rent"
    assert found[0].confidence >= found[1].confidence >= found[2].confidence >= 0


def test_only_leaves_of_the_codebook_are_suggested(engine):
    found = suggestions(engine, "Et sted at bo, krop og sind")
    assert {f.tag_key for f in found} <= {"rent", "shelter", "teeth", "drink"}


def test_compounds_and_inflections_are_seen_through(engine):
    assert suggestions(engine, "Tandlægeregningen kan jeg ikke betale.")[0].tag_key == "teeth"


def test_reasons_point_at_the_words_they_share(engine):
    text = "Der er larm på herberget om natten."
    found = suggestions(engine, text)[0]
    assert found.tag_key == "shelter"
    assert found.reasons[0].word == "herberget"
    assert text[found.reasons[0].start : found.reasons[0].end] == "herberget"


def test_the_question_helps_where_the_answer_says_little(engine):
    question = "Hvordan er livet på herberget, med larm og regler?"

    def share(found):
        return {f.tag_key: f.confidence for f in found}.get("shelter", 0.0)

    text = "Det går vel an."
    assert share(suggestions(engine, text, question)) > share(suggestions(engine, text))
    assert suggestions(engine, text, question)[0].tag_key == "shelter"


def test_an_empty_codebook_suggests_nothing(embedder):
    engine = build_engine(shared_themes(), (), embedder)
    assert suggestions(engine, "Huslejen er for høj.") == ()


def taught_shares(engine, tag_key, accepted, key="drink"):
    """The share of `tag_key` for a last statement, before and after decisions on ten like it."""
    places = ("taget", "muren", "træet", "broen", "tårnet")
    texts = [f"Duerne sidder på {place}." for place in places]
    statements = [statement(i, text) for i, text in enumerate([*texts, *texts, "Duer på et tag."])]
    found = read(statements, engine.embedder.embed([s.text for s in statements]), {})
    decisions = [
        Decision(s.id, Aspect.TAG, key, accepted, Role.CONSULTANT, "2026-01-01")
        for s in statements[:-1]
    ]

    def share(chosen):
        rows = range(len(statements))
        themes = chosen.guess(found).themes
        log_p = chosen.tag_score(found, themes, found.words, found.vectors, found.tokens, rows)
        column = [tag.key for tag in chosen.tag_model.tags].index(tag_key)
        return np.exp(log_p[-1, column])

    return share(engine), share(teach(engine, found, decisions))


def test_a_tag_learns_from_statements_it_was_given(engine):
    before, after = taught_shares(engine, "drink", accepted=True)
    assert after > 1.3 * before


def test_a_tag_learns_from_statements_it_was_refused(engine):
    before, after = taught_shares(engine, "drink", accepted=False)
    assert after < before
