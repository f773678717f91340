import time

import numpy as np
import pytest
from readers import HashingEmbedder, shared_themes

from analysis import learning, practice, themes
from analysis.ground import ground
from analysis.model import Aspect, Decision
from interviews.model import Role
from language.reader import read_words

COLUMNS = ("housing", "health", "")
PRIOR = {"s1": np.array([0.5, 0.3, 0.2]), "s2": np.array([0.1, 0.1, 0.8])}


def decision(id_, value, accepted=True, aspect=Aspect.THEME):
    return Decision(id_, aspect, value, accepted, Role.CONSULTANT, "2026-01-01")


def test_an_accepted_value_is_learnt_as_itself():
    found = learning.targets([decision("s1", "health")], Aspect.THEME, COLUMNS, PRIOR)
    assert found["s1"].tolist() == [0, 1, 0]


def test_none_of_these_is_a_value_too():
    found = learning.targets([decision("s1", "")], Aspect.THEME, COLUMNS, PRIOR)
    assert found["s1"].tolist() == [0, 0, 1]


def test_a_rejected_value_is_learnt_as_any_of_the_others_at_half_weight():
    found = learning.targets([decision("s1", "housing", False)], Aspect.THEME, COLUMNS, PRIOR)
    assert found["s1"] == pytest.approx([0, 0.3, 0.2])


def test_two_rejections_leave_the_third():
    both = [decision("s1", "housing", False), decision("s1", "health", False)]
    found = learning.targets(both, Aspect.THEME, COLUMNS, PRIOR)
    assert found["s1"] == pytest.approx([0, 0, 0.5])


def test_the_newest_decision_counts():
    changed = [decision("s1", "housing"), decision("s1", "health")]
    assert learning.targets(changed, Aspect.THEME, COLUMNS, PRIOR)["s1"].tolist() == [0, 1, 0]
    taken_back = [decision("s1", "housing"), decision("s1", "housing", False)]
    found = learning.targets(taken_back, Aspect.THEME, COLUMNS, PRIOR)
    assert found["s1"] == pytest.approx([0, 0.3, 0.2])


def test_deleted_themes_unknown_statements_and_other_aspects_teach_nothing():
    others = [
        decision("s1", "gone"),
        decision("s9", "housing"),
        decision("s1", "wish", aspect=Aspect.KIND),
    ]
    assert learning.targets(others, Aspect.THEME, COLUMNS, PRIOR) == {}


@pytest.fixture(scope="module")
def material():
    """Spoken practice sentences with a theme model that has not learnt from practice."""
    embedder = HashingEmbedder()
    sentences = [s for s in practice.sentences() if s.register == "spoken"]
    keys = tuple(theme.key for theme in shared_themes())
    bare = themes.build_model(shared_themes(), embedder)
    model = themes.ThemeModel(
        keys, bare.prototypes, bare.mean, bare.spread, bare.words, embedder, None
    )
    texts = [s.text for s in sentences]
    tokens = [read_words(text) for text in texts]
    vectors = embedder.embed(texts)
    truth = np.array([(*keys, "other").index(s.theme_key) for s in sentences])
    return (
        model.log_posterior(vectors, tokens),
        ground(embedder).remove(vectors),
        tokens,
        truth,
    )


def after(material, n, seed):
    """How much oftener the other rows are right once n rows were decided."""
    prior, vectors, tokens, truth = material
    order = np.random.default_rng(seed).permutation(len(truth))
    decided, rest = order[:n], order[n:]
    learnt = learning.learn(
        np.eye(prior.shape[1])[truth[decided]],
        prior[decided],
        vectors[decided],
        [tokens[i] for i in decided],
    )
    found = learnt.apply(prior[rest], vectors[rest], [tokens[i] for i in rest])
    right = found.argmax(axis=1) == truth[rest]
    before = prior[rest].argmax(axis=1) == truth[rest]
    return right.mean() - before.mean()


@pytest.mark.parametrize("n", [0, 5, 10, 25, 50, 100])
def test_the_engine_is_never_worse_than_before_by_more_than_noise(material, n):
    assert np.mean([after(material, n, seed) for seed in range(7)]) > -0.01


def test_many_decisions_make_it_better(material):
    assert np.mean([after(material, 200, seed) for seed in range(5)]) > 0.005


def test_lines_that_are_drawn_otherwise_are_followed_after_a_hundred_decisions(material):
    _, vectors, tokens, truth = material
    sure = np.where(np.eye(6)[truth] > 0, -0.1, -4.0)  # an engine that is right about other lines
    redrawn = (sure, vectors, tokens, np.where(truth == 4, 3, truth))
    share = np.mean(truth == 4)
    assert np.mean([after(redrawn, 100, seed) for seed in range(5)]) > 0.9 * share


def test_without_decisions_the_engines_own_answer_stands(material):
    prior, vectors, tokens, _ = material
    learnt = learning.learn(np.zeros((0, 6)), prior[:0], vectors[:0], [])
    assert learnt.apply(prior, vectors, tokens) is prior


def test_statements_without_words_can_be_learnt_from(material):
    prior, vectors, _, truth = material
    learnt = learning.learn(np.eye(6)[truth[:8]], prior[:8], vectors[:8], [()] * 8)
    found = learnt.apply(prior[:8], vectors[:8], [()] * 8)
    assert np.exp(found).sum(axis=1) == pytest.approx(1.0)


def test_two_thousand_decisions_are_learnt_quickly(material):
    prior, vectors, tokens, truth = material
    chosen = np.arange(2000) % len(truth)
    start = time.process_time()
    learning.learn(
        np.eye(6)[truth[chosen]], prior[chosen], vectors[chosen], [tokens[i] for i in chosen]
    )
    assert time.process_time() - start < 2
