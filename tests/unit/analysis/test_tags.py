import numpy as np
import pytest
from readers import CODEBOOK, HashingEmbedder, shared_themes, statement

from analysis import tags
from analysis.engine import build_engine, read
from analysis.suggest import suggest_tags


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


def test_a_tag_learns_from_statements_it_was_given(embedder):
    text, other = "Duerne på taget holder mig vågen.", "Der sidder duer på taget hver morgen."
    lesson = tags.Lesson("drink", text, embedder.embed([text])[0], accepted=True)
    from language.reader import read_words

    def share(lessons):
        model = tags.build_model(CODEBOOK, ("housing", "health"), embedder, lessons)
        flat = np.log(np.full((1, 3), 1 / 3))
        log_p = model.log_posterior(embedder.embed([other]), [read_words(other)], flat, [""])
        return dict(zip((t.key for t in model.tags), np.exp(log_p[0]), strict=True))["drink"]

    assert share([lesson]) > share([]) + 0.2


def test_a_tag_learns_from_statements_it_was_refused(embedder):
    from language.reader import read_words

    text = "Huslejen på herberget er høj."
    lesson = tags.Lesson("shelter", text, embedder.embed([text])[0], accepted=False)

    def share(lessons):
        model = tags.build_model(CODEBOOK, ("housing", "health"), embedder, lessons)
        flat = np.log(np.full((1, 3), 1 / 3))
        log_p = model.log_posterior(embedder.embed([text]), [read_words(text)], flat, [""])
        return dict(zip((t.key for t in model.tags), np.exp(log_p[0]), strict=True))["shelter"]

    assert share([lesson]) < share([])
