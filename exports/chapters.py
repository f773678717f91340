"""The chapter of one theme: goals, what citizens say, quotes, initiatives, proposals."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import shorten

from exports import danish, measures, phrases
from exports.model import (
    Base,
    Excerpt,
    GoalItem,
    InitiativeItem,
    Matrix,
    MatrixRow,
    Measure,
    ProposalItem,
    ThemeChapter,
    Voices,
)
from exports.parts import Parts
from interviews.model import Theme
from strategy.model import Goal, Initiative, InitiativeStatus, Origin, TargetKind

_FIRST_WORDS = 60  # characters of an initiative over its column
WIDEST = 12  # initiatives side by side in a matrix; more run off a landscape page


def theme_chapters(base: Base, parts: Parts, apart: frozenset[str]) -> tuple[ThemeChapter, ...]:
    """A chapter for each theme, in the order of the consultation.

    `apart` are ids of statements whose quotes are kept for "Stof til eftertanke". Proposals are
    numbered F-01 onwards through the whole plan.
    """
    numbers = iter(range(1, len(base.proposals) + 1))
    return tuple(_chapter(base, parts, theme, apart, numbers) for theme in base.themes)


def _chapter(
    base: Base, parts: Parts, theme: Theme, apart: frozenset[str], numbers: Iterator[int]
) -> ThemeChapter:
    goals = [g for g in base.goals if g.theme_key == theme.key]
    initiatives = [
        i
        for i in base.initiatives
        if i.theme_key == theme.key and i.status is not InitiativeStatus.DROPPED
    ]
    return ThemeChapter(
        key=theme.key,
        name=theme.name,
        intro=phrases.theme_intro(base, theme.key, theme.description),
        goals=tuple(GoalItem(g, measured(g), parts.behind(TargetKind.GOAL, g.id)) for g in goals),
        voices=_voices(base, parts, theme.key),
        quotes=tuple(_quotes(base, parts, theme.key, apart)),
        initiatives=tuple(_initiative(base, parts, i) for i in initiatives),
        proposals=_proposals(base, parts, theme.key, numbers),
        matrices=_matrices(base, theme.key, initiatives),
    )


def measured(goal: Goal) -> str:
    """The indicator of a goal in one sentence, or ""."""
    pieces = []
    if goal.indicator:
        pieces.append(f"Måles på {_inside(goal.indicator)}.")
    if goal.baseline:
        pieces.append(f"Udgangspunkt: {goal.baseline}.")
    if goal.target:
        when = f" i {goal.year}" if goal.year else ""
        pieces.append(f"Målet er {goal.target}{when}.")
    elif goal.year:
        pieces.append(f"Skal være nået i {goal.year}.")
    return danish.tidy(" ".join(pieces).replace("..", "."))


def _inside(text: str) -> str:
    """`text` as it stands inside a sentence: a capital at its start goes, unless a word of them."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _voices(base: Base, parts: Parts, key: str) -> tuple[Voices, ...]:
    """The lines of the theme's digest, those that say much the same together."""
    found = []
    for digest in base.digests:
        if digest.theme_key != key:
            continue
        approved = digest.origin is Origin.PERSON
        for _, group in groupby(digest.lines, key=lambda line: line.group):
            lines = list(group)
            excerpts = tuple(e for line in lines if (e := parts.line(line, approved)))
            if excerpts:
                found.append(Voices(excerpts, max(line.group_size for line in lines)))
    return tuple(found)


def _quotes(base: Base, parts: Parts, key: str, apart: frozenset[str]) -> Iterator[Excerpt]:
    for quote in base.quotes:
        here = base.theme_of.get(quote.statement_id) == key and quote.statement_id not in apart
        if here and not quote.annex_only and (excerpt := parts.quote(quote)):
            yield excerpt


def _initiative(base: Base, parts: Parts, initiative: Initiative) -> InitiativeItem:
    goals = {g.id: g.label for g in base.goals}
    return InitiativeItem(
        initiative,
        goals.get(initiative.goal_id or "", ""),
        parts.behind(TargetKind.INITIATIVE, initiative.id),
    )


def _proposals(
    base: Base, parts: Parts, key: str, numbers: Iterator[int]
) -> tuple[ProposalItem, ...]:
    """The machine's proposals that nobody has taken over or dismissed.

    One whose wording is that of a statement that may not be quoted is left out.
    """
    found = []
    for p in base.proposals:
        if p.theme_key != key or p.taken_over_by or p.dismissed:
            continue
        if parts.repeats_the_unquotable(p):
            parts.leave_out(p.id, "not_quotable")
            continue
        references = parts.references(p.statement_ids)
        found.append(ProposalItem(f"F-{next(numbers):02d}", p.text, references))
    return tuple(found)


def _matrices(base: Base, key: str, initiatives: list[Initiative]) -> tuple[Matrix, ...]:
    """Clusters of the theme against its initiatives, cut so that none is wider than WIDEST."""
    rows = [c for c in base.clusters if c.theme_key == key and not c.is_rest]
    if not rows or not initiatives:
        return ()
    parts = -(-len(initiatives) // WIDEST)
    wide = -(-len(initiatives) // parts)
    return tuple(
        Matrix(
            columns=tuple(i.label for i in columns),
            texts=tuple(
                shorten(danish.tidy(i.text), _FIRST_WORDS, placeholder=" …") for i in columns
            ),
            rows=tuple(
                MatrixRow(
                    c.label,
                    tuple(measures.count(base, Measure.CELL, f"{c.id}/{i.label}") for i in columns),
                )
                for c in rows
            ),
        )
        for columns in _cut(initiatives, wide)
    )


def _cut(items: list[Initiative], size: int) -> Iterable[list[Initiative]]:
    return (items[at : at + size] for at in range(0, len(items), size))
