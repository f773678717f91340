import numpy as np
import pytest
from readers import OWN_THEMES, HashingEmbedder

from analysis import field, themes
from interviews.model import Theme
from interviews.setup import shared_themes
from language.reader import read_words

HOME = Theme("1", "c", "home", "Bolig", "At have et sted at bo", (), ("bolig",))
BODY = Theme("2", "c", "body", "Krop", "Helbred og læge", (), ("læge", "sygdom"))


@pytest.fixture(scope="module")
def embedder():
    return HashingEmbedder()


def scores(model, embedder, *texts):
    tokens = [read_words(text) for text in texts]
    return model.field.scores(embedder.embed(texts), tokens)


def test_the_fields_words_point_at_own_themes_that_never_named_them(embedder):
    model = themes.build_model((HOME, BODY), embedder)
    found = scores(model, embedder, "Fogeden kom, og huslejen var ikke betalt.", "Metadon og sår.")
    assert found[0, 0] > found[0, 1] + 1
    assert found[1, 1] > found[1, 0] + 1


def test_profiles_are_shares_that_rule_nothing_out(embedder):
    model = themes.build_model(OWN_THEMES, embedder)
    assert model.field.profiles.shape == (2, 6)
    assert model.field.profiles.sum(axis=1) == pytest.approx(1.0)
    assert model.field.profiles.min() >= field.EVEN / 6 - 1e-12


def test_one_theme_alone_gains_nothing(embedder):
    model = themes.build_model((HOME,), embedder)
    assert scores(model, embedder, "Huslejen er steget.") == pytest.approx(np.zeros((1, 1)))


def test_a_theme_with_nothing_but_a_name_can_be_read(embedder):
    bare = Theme("3", "c", "bare", "Ensomhed")
    assert np.isfinite(scores(themes.build_model((bare, HOME), embedder), embedder, "ja")).all()


def test_the_shared_themes_need_no_help(embedder):
    assert themes.build_model(shared_themes(), embedder).field is None
