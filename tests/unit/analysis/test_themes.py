import numpy as np
import pytest
from readers import OWN_THEMES, HashingEmbedder, shared_themes, statement

from analysis import explain, practice, themes
from analysis.engine import build_engine, read
from analysis.suggest import suggest_themes
from language.reader import read_words
from language.vectors import default_embedder


@pytest.fixture(scope="module")
def embedder():
    return HashingEmbedder()


@pytest.fixture(scope="module")
def engine(embedder):
    return build_engine(shared_themes(), (), embedder)


def suggestions(engine, *texts, **more):
    statements = [statement(i, text, **more) for i, text in enumerate(texts)]
    found = read(statements, engine.embedder.embed(texts), {})
    return suggest_themes(engine, found, engine.guess(found).themes)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Huslejen er steget, og jeg er bange for at miste min lejlighed.", "housing"),
        ("De sætter boligkøen først, når man er hjemløs.", "housing"),
        ("Min søn blev mobbet i skolen, og ingen lærere greb ind.", "prevention"),
        ("Gadesygeplejersken så på mine sår og gav mig medicin.", "health"),
        ("Jeg har haft otte sagsbehandlere og ventet et år på en afgørelse.", "casework"),
        ("De lytter ikke, og jeg bliver ikke mødt med respekt.", "encounter"),
    ],
)
def test_a_plain_statement_gets_its_theme(engine, text, key):
    (found,) = suggestions(engine, text)
    assert found.theme_key == key
    assert found.confidence > found.second_confidence > 0
    assert found.second_key != key


def test_what_belongs_to_no_theme_is_said_to_belong_to_none(engine):
    (found,) = suggestions(engine, "Byrådet vedtog budgettet, og der deltog 40 personer i mødet.")
    assert found.theme_key is None
    assert found.reasons == ()


def test_reasons_are_words_of_the_statement(engine):
    text = "Jeg bor på et herberg, og huslejen æder alt."
    (found,) = suggestions(engine, text)
    assert {reason.word for reason in found.reasons} <= {"bor", "herberg", "huslejen", "æder"}
    assert all(text[reason.start : reason.end] == reason.word for reason in found.reasons)
    weights = [reason.weight for reason in found.reasons]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] > 0


SPOKEN = [s for s in practice.sentences() if s.register == "spoken"][::7]


def test_reasons_are_the_words_whose_removal_changes_the_score_most(engine, embedder):
    """Every sentence is read anew without each of its words, vector and all."""
    right = given = 0
    for sentence in SPOKEN:
        (found,) = suggestions(engine, sentence.text)
        if not found.reasons:
            continue
        column = engine.theme_model.keys.index(found.theme_key)

        def odds(text, column=column):
            log_p = engine.theme_model.log_posterior(embedder.embed([text]), [read_words(text)])
            return explain.log_odds(log_p)[0, column]

        words = [t for t in read_words(sentence.text) if not t.is_stop]
        drop = {t.start: -odds(explain.leave_out(sentence.text, t)) for t in words}
        best = max(drop.values())
        given += 1
        right += drop[found.reasons[0].start] >= best - 0.25
    assert given >= 25
    assert right / given >= 0.9


def test_a_word_left_out_leaves_no_gap():
    tokens = read_words("Jeg har ingen bolig.")
    assert explain.leave_out("Jeg har ingen bolig.", tokens[3]) == "Jeg har ingen ."
    assert explain.leave_out("Jeg har ingen bolig.", tokens[0]) == "har ingen bolig."


def test_a_consultations_own_themes_work_from_their_texts_alone(embedder):
    engine = build_engine(OWN_THEMES, (), embedder)
    found = suggestions(
        engine, "Computeren er for svær, jeg har ikke internet.", "En frivillig tager mig med ud."
    )
    assert [f.theme_key for f in found] == ["technology", "volunteers"]
    assert engine.theme_model.practised is None


def test_a_seed_word_that_was_added_counts(embedder):
    from dataclasses import replace

    text = ["Vi sad under broen og så på bølgerne."]
    odds = []
    for words in ((), ("bølgerne",)):
        chosen = (replace(OWN_THEMES[0], seed_words=words), OWN_THEMES[1])
        model = themes.build_model(chosen, embedder)
        log_p = model.log_posterior(embedder.embed(text), [read_words(text[0])])
        odds.append(log_p[0, 0])
    assert odds[1] > odds[0] + 0.5


def test_the_theme_it_was_said_under_counts(engine):
    text = "Det er bare ikke godt nok."
    column = engine.theme_model.keys.index("health")

    def share(**more):
        one = read([statement(1, text, **more)], engine.embedder.embed([text]), {})
        return np.exp(engine.guess(one).themes[0, column])

    assert share(theme_key="health") > 5 * share()
    assert share(theme_key="a theme that was deleted") == share()


def test_without_themes_everything_belongs_to_none(embedder):
    engine = build_engine((), (), embedder)
    (found,) = suggestions(engine, "Jeg mangler en bolig.")
    assert (found.theme_key, found.second_key, found.confidence) == (None, None, 1.0)


def test_the_same_text_always_gets_the_same_answer(embedder):
    texts = [s.text for s in SPOKEN[:10]]
    one = suggestions(build_engine(shared_themes(), (), embedder), *texts)
    other = suggestions(build_engine(shared_themes(), (), embedder), *texts)
    assert one == other


@pytest.mark.parametrize(
    "text", ["bolig", "ord " * 5000, "we need a home", "أحتاج بيتا", "🙂", "7 8 9"]
)
def test_any_text_gets_an_answer(engine, text):
    (found,) = suggestions(engine, text)
    assert 0 <= found.second_confidence <= found.confidence <= 1


def test_with_the_real_embedder_probabilities_sum_to_one():
    model = themes.build_model(shared_themes(), default_embedder())
    texts = ["Der mangler billige boliger til unge.", "Tandlægen er for dyr."]
    log_p = model.log_posterior(default_embedder().embed(texts), [read_words(t) for t in texts])
    assert np.exp(log_p).sum(axis=1) == pytest.approx(1.0)
    assert [model.keys[i] for i in log_p[:, :-1].argmax(axis=1)] == ["housing", "health"]
