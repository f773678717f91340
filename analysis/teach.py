"""An engine with the decisions of its consultation learnt."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis import kinds, learning
from analysis.classifier import Table
from analysis.engine import Engine, Texts
from analysis.ground import ground
from analysis.model import Aspect, Decision

NONE = ""  # how a decision writes "none of these themes"
YES_NO = ("no", "yes")


def decided_ids(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """The statements that anybody decided anything about, in the order of first decisions."""
    return tuple(dict.fromkeys(decision.statement_id for decision in decisions))


def teach(engine: Engine, texts: Texts, decisions: Sequence[Decision]) -> Engine:
    """The engine after `decisions` (oldest first) about `texts`; 2,000 of them: under 2 s."""
    if not texts.statements or not decisions:
        return engine
    engine = replace(engine, learnt={})
    guess = engine.guess(texts)
    columns = {
        Aspect.THEME: ((*engine.theme_model.keys, NONE), guess.themes),
        Aspect.KIND: (tuple(kind.value for kind in kinds.KINDS), guess.kinds),
        Aspect.PROPOSAL: (YES_NO, guess.proposals),
    }
    learnt = {
        aspect: _learn(engine, texts, decisions, aspect, values, prior)
        for aspect, (values, prior) in columns.items()
    }
    tags = _learn_tags(engine, texts, decisions, guess.themes)
    if tags is not None:
        learnt[Aspect.TAG] = tags
    return replace(engine, learnt=learnt)


def _learn(
    engine: Engine,
    texts: Texts,
    decisions: Sequence[Decision],
    aspect: Aspect,
    values: Sequence[str],
    prior: Table,
) -> learning.Learnt:
    place = {statement.id: i for i, statement in enumerate(texts.statements)}
    seen = {id_: np.exp(prior[i]) for id_, i in place.items()}
    wanted = learning.targets(decisions, aspect, values, seen)
    rows = [place[id_] for id_ in wanted]
    return learning.learn(
        np.array(list(wanted.values())).reshape(len(rows), len(values)),
        prior[rows],
        ground(engine.embedder).remove(texts.vectors[rows]),
        [texts.tokens[i] for i in rows],
    )


def _learn_tags(
    engine: Engine, texts: Texts, decisions: Sequence[Decision], log_themes: Table
) -> learning.Learnt | None:
    """Tags that were given share a statement; where all were refused, the others share it."""
    if engine.tag_model is None:
        return None
    rows = range(len(texts.statements))
    prior = engine.tag_score(texts, log_themes, texts.words, texts.vectors, texts.tokens, rows)
    columns = {tag.key: i for i, tag in enumerate(engine.tag_model.tags)}
    wanted = _tag_targets(texts, decisions, columns, np.exp(prior))
    chosen = sorted(wanted)
    vectors = engine.with_questions(texts.vectors, texts.asked)
    return learning.learn(
        np.array([wanted[i] for i in chosen]).reshape(len(chosen), len(columns)),
        prior[chosen],
        vectors[chosen],
        [texts.tokens[i] for i in chosen],
    )


def _tag_targets(
    texts: Texts, decisions: Sequence[Decision], columns: dict[str, int], prior: Table
) -> dict[int, learning.Row]:
    place = {statement.id: i for i, statement in enumerate(texts.statements)}
    newest: dict[int, dict[int, bool]] = {}
    for decision in decisions:
        row, column = place.get(decision.statement_id), columns.get(decision.value)
        if decision.aspect is Aspect.TAG and row is not None and column is not None:
            newest.setdefault(row, {})[column] = decision.accepted
    found = {}
    for row, answers in newest.items():
        given = [column for column, yes in answers.items() if yes]
        target = np.zeros(len(columns)) if given else prior[row].copy()
        target[given or list(answers)] = 1.0 if given else 0.0
        weight = 1.0 if given else learning.REJECTED_WEIGHT
        found[row] = weight * target / max(float(target.sum()), 1e-9)
    return found
