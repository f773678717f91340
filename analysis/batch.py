"""Many statements read piece by piece through one function, so that other machines can help.

`run` is anything that works like `map`: a function and pieces in, results in the same order out.
A piece depends on nothing but itself and the function, so results do not depend on who reads it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from analysis.engine import Engine, read
from analysis.student import Run
from analysis.suggest import Suggestions, suggest
from analysis.vectors import Matrix
from interviews.model import Statement

PIECE = 1000  # statements
EXPLAINED = 8_000  # statements: of more, reasons are found when somebody looks (`reread`)

Piece = tuple[Sequence[Statement], Matrix]


def suggest_piece(
    engine: Engine, questions: Mapping[tuple[str, str], str], with_reasons: bool, piece: Piece
) -> Suggestions:
    """The suggestions for one piece: statements and their vectors, shape (n, dimensions)."""
    statements, vectors = piece
    return suggest(engine, read(statements, vectors, questions), with_reasons)


def suggest_all(
    engine: Engine,
    questions: Mapping[tuple[str, str], str],
    statements: Sequence[Statement],
    vectors: Matrix,
    run: Run = map,
) -> Iterator[Suggestions]:
    """The suggestions of each piece in order; together every statement once.

    Above 8,000 statements they come without reasons: those cost twenty times as much.
    """
    starts = range(0, len(statements), PIECE)
    cut = ((statements[i : i + PIECE], vectors[i : i + PIECE]) for i in starts)
    with_reasons = len(statements) <= EXPLAINED
    yield from run(partial(suggest_piece, engine, questions, with_reasons), cut)
