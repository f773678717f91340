import numpy as np
import pytest
from readers import HashingEmbedder, statement

from analysis import cues, kinds
from analysis.engine import build_engine, read
from analysis.suggest import suggest_kinds
from interviews.model import Kind
from language.reader import read_words


@pytest.fixture(scope="module")
def engine():
    return build_engine((), (), HashingEmbedder())


def suggestion(engine, text, question=""):
    one = statement(1, text, theme_key="housing", question_key="q")
    found = read([one], engine.embedder.embed([text]), {("housing", "q"): question})
    return suggest_kinds(engine, found, engine.guess(found))[0]


ASKS = [
    "Der burde være en sygeplejerske på herberget.",
    "Kommunen skal bygge flere billige boliger.",
    "Jeg kunne godt tænke mig en fast kontaktperson.",
    "Hvad med at holde åbent om søndagen?",
    "Lad os få lov at have hunden med.",
    "Der mangler et sted at sove om vinteren.",
    "at der etableres et rådgivningstilbud til unge",
    "Flere mentorer til unge, der er ved at falde fra.",
    "Borgerne efterlyser et værested med åbent om aftenen.",
]
ASKS_NOT = [
    "Jeg blev smidt ud af min lejlighed i januar.",
    "Jeg skal til lægen i morgen.",
    "Min sagsbehandler var sygemeldt i et halvt år.",
    "Jeg er glad for mit værelse.",
    "Mange borgere har oplevet at miste deres bolig.",
    "Undersøgelsen viser, at antallet af hjemløse er steget.",
]


@pytest.mark.parametrize("text", ASKS)
def test_what_asks_for_something_is_a_proposal(engine, text):
    found = suggestion(engine, text)
    assert found.is_proposal
    assert found.proposal_confidence > 0.5
    assert found.reasons


@pytest.mark.parametrize("text", ASKS_NOT)
def test_what_only_tells_is_no_proposal(engine, text):
    assert not suggestion(engine, text).is_proposal


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jeg boede på gaden i to år, og så fik jeg et værelse.", Kind.EXPERIENCE),
        ("Det er umuligt at få en bolig, og der er ingen, der hjælper.", Kind.CHALLENGE),
        ("Der skulle være flere små boliger.", Kind.WISH),
        ("Hun hjalp mig, og det er jeg så glad for. Tak.", Kind.PRAISE),
    ],
)
def test_each_kind_is_recognised(engine, text, kind):
    assert suggestion(engine, text).kind is kind


def test_an_answer_to_what_would_you_do_is_more_likely_a_proposal(engine):
    text = "Et hus med plads til seks."
    asked = suggestion(engine, text, "Hvis du måtte bestemme, hvad blev det så?")
    assert asked.proposal_confidence > suggestion(engine, text).proposal_confidence


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ought", "Det burde de vide."),
        ("what_about", "Hvorfor kan man ikke få en nøgle?"),
        ("would_like", "Jeg ku godt tænke mig ro."),
        ("imperative", "Spørg os først."),
        ("goal", "at der ansættes en koordinator"),
        ("lack", "Her mangler der en læge."),
    ],
)
def test_a_cue_is_found(name, text):
    assert cues.found(text)[[cue.name for cue in cues.CUES].index(name)] == 1.0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("goal", "Jeg ved, at der ansættes flere."),
        ("imperative", "Jeg tog en kop kaffe."),
        ("ought", "Vi går over broen."),
    ],
)
def test_a_cue_is_not_found_where_it_is_not(name, text):
    assert cues.found(text)[[cue.name for cue in cues.CUES].index(name)] == 0.0


def test_every_cue_has_a_name_of_its_own():
    assert len({cue.name for cue in cues.CUES}) == len(cues.CUES)


def test_the_kinds_are_those_of_the_interviews():
    assert tuple(Kind) == kinds.KINDS


def test_a_wish_asks_for_something_and_what_asks_is_a_wish(engine):
    for text in (*ASKS, *ASKS_NOT):
        found = suggestion(engine, text)
        assert (found.kind is Kind.WISH) == found.is_proposal


def test_chances_of_the_kinds_sum_to_one_and_hold_the_chance_of_asking(engine):
    vectors = engine.embedder.embed(ASKS)
    kind, asking = engine.kind_model.log_both(ASKS, vectors, [read_words(t) for t in ASKS])
    assert np.exp(kind).sum(axis=1) == pytest.approx(1.0)
    assert kind[:, kinds.KINDS.index(Kind.WISH)] == pytest.approx(asking[:, 1])
