"""From what the engine thinks to suggestions that a person can nod at."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from analysis import explain, kinds
from analysis.classifier import Table
from analysis.engine import Engine, Guess, Texts
from analysis.model import KindSuggestion, Reason, TagSuggestion, ThemeSuggestion

TAGS_SHOWN = 3


@dataclass(frozen=True)
class Suggestions:
    """All suggestions for some statements; tags only where the codebook has any."""

    themes: tuple[ThemeSuggestion, ...]
    tags: tuple[TagSuggestion, ...]
    kinds: tuple[KindSuggestion, ...]


Effects = Callable[[explain.Score, Texts], list[Table]]


def suggest(engine: Engine, texts: Texts, with_reasons: bool = True) -> Suggestions:
    """Suggestions for every one of these texts, in their order, each with its reasons.

    Reasons cost twenty times what the suggestions do; without them there are none.
    """
    if not texts.statements:
        return Suggestions((), (), ())
    guess = engine.guess(texts)
    effects = _left_out if with_reasons else _not_tried
    return Suggestions(
        suggest_themes(engine, texts, guess.themes, effects),
        suggest_tags(engine, texts, guess.themes, effects),
        suggest_kinds(engine, texts, guess, effects),
    )


def _left_out(score: explain.Score, texts: Texts) -> list[Table]:
    return explain.effects(score, texts.words, texts.vectors, texts.tokens)


def _not_tried(_: explain.Score, texts: Texts) -> list[Table]:
    return [np.zeros((0, 1))] * len(texts.statements)


def suggest_themes(
    engine: Engine, texts: Texts, log_p: Table, effects: Effects = _left_out
) -> tuple[ThemeSuggestion, ...]:
    """The likeliest theme and the second, with the words that decided."""
    keys = (*engine.theme_model.keys, None)
    moved = effects(partial(engine.theme_score, texts), texts)
    found = []
    for i, statement in enumerate(texts.statements):
        order = np.argsort(-log_p[i], kind="stable")
        first, second = int(order[0]), int(order[1]) if len(order) > 1 else -1
        found.append(
            ThemeSuggestion(
                statement.id,
                keys[first],
                _probability(log_p[i, first]),
                keys[second] if second >= 0 else None,
                _probability(log_p[i, second]) if second >= 0 else 0.0,
                _theme_reasons(engine, texts, i, first, moved[i]),
                engine.name,
            )
        )
    return tuple(found)


def _theme_reasons(
    engine: Engine, texts: Texts, i: int, column: int, moved: Table
) -> tuple[Reason, ...]:
    """Words for a theme; none for "none of these", and none where the whole sentence decided."""
    if column == len(engine.theme_model.keys) or not len(moved):
        return ()
    found = explain.reasons(texts.tokens[i], moved[:, column])
    return found if found and found[0].weight >= explain.CLEAR else ()


def suggest_tags(
    engine: Engine, texts: Texts, log_themes: Table, effects: Effects = _left_out
) -> tuple[TagSuggestion, ...]:
    """Up to three tags for each text, the likeliest first, with the words that point at them."""
    model = engine.tag_model
    if model is None:
        return ()
    score = partial(engine.tag_score, texts, log_themes)
    rows = range(len(texts.statements))
    log_p = score(texts.words, texts.vectors, texts.tokens, rows)
    moved = effects(score, texts)
    return tuple(
        TagSuggestion(
            statement.id,
            model.tags[column].key,
            rank,
            _probability(log_p[i, column]),
            _reasons(texts, i, moved[i], int(column)),
            engine.name,
        )
        for i, statement in enumerate(texts.statements)
        for rank, column in enumerate(np.argsort(-log_p[i], kind="stable")[:TAGS_SHOWN], start=1)
    )


def suggest_kinds(
    engine: Engine, texts: Texts, guess: Guess, effects: Effects = _left_out
) -> tuple[KindSuggestion, ...]:
    """The likeliest kind, whether it asks for something, and the words that show it.

    The reasons are those of asking where it asks for something, else those of the kind.
    """
    moved = effects(partial(engine.doing_score, texts), texts)
    found = []
    for i, statement in enumerate(texts.statements):
        column = int(guess.kinds[i].argmax())
        asks = bool(guess.proposals[i, 1] > guess.proposals[i, 0])
        found.append(
            KindSuggestion(
                statement.id,
                kinds.KINDS[column],
                _probability(guess.kinds[i, column]),
                asks,
                _probability(guess.proposals[i, 1]),
                _reasons(texts, i, moved[i], -1 if asks else column, with_stop_words=True),
                engine.name,
            )
        )
    return tuple(found)


def _reasons(
    texts: Texts, i: int, moved: Table, column: int, with_stop_words: bool = False
) -> tuple[Reason, ...]:
    if not len(moved):
        return ()
    return explain.reasons(texts.tokens[i], moved[:, column], with_stop_words=with_stop_words)


def _probability(log_p: float) -> float:
    return round(float(np.clip(np.exp(log_p), 0.0, 1.0)), 4)
