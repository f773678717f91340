"""Statements grouped by likeness, within each theme and across themes."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis.background import Floats, unit
from analysis.carry_on import carry_on
from analysis.cluster_names import Phrases, name_groups
from analysis.contradiction import find_dissent
from analysis.kept_clusters import Kept, keep_edited, start_labels
from analysis.model import Cluster
from analysis.neighbours import follow, graph
from analysis.partition import MOST, Labels, choose_number, cut, spectrum
from analysis.space import place

NEIGHBOURS = 15
SMALLEST = 8  # statements; fewer are one group
TYPICAL = 3
CUT_AT_ONCE = 6_000  # statements; of more, a sample is cut and the others follow it
STEP = 1.35  # one step finer multiplies the number of groups by this


@dataclass(frozen=True, eq=False)
class Grouping:
    """A group number for each statement (-1: belongs nowhere) and how typical it is there."""

    labels: Labels
    closeness: Floats


def group(
    ids: Sequence[str],
    texts: Sequence[str],
    vectors: Floats,
    theme_keys: Sequence[str | None] | None = None,
    previous: Sequence[Cluster] = (),
    finer: int | None = None,
    seed: int = 7,
    consultation_id: str = "",
) -> tuple[Cluster, ...]:
    """The clusters of each theme, then those across all themes (`theme_key` None).

    Each statement is in exactly one cluster across themes and, if it has a theme, in exactly one
    of its theme. `vectors` has shape (n, 384). What belongs nowhere is in a last cluster with
    `is_rest`. `previous` are the clusters of the last run: those a person edited keep their
    members and names, new statements may join them; the others are carried on while they hold
    (see `carry_on`), unless `finer` asks for a new cut: 0 as fine as the data suggest, each step
    about a third more groups (negative: fewer).
    Same input, same answer. Costs about a second for 1,000 statements, plus naming.
    """
    keys = theme_keys if theme_keys is not None else [None] * len(ids)
    found: list[Cluster] = []
    phrases: dict[str, Phrases] = {}  # most texts are in a group of a theme and in one across
    for theme in (*sorted({key for key in keys if key is not None}), None):
        chosen = [i for i, key in enumerate(keys) if theme is None or key == theme]
        if not chosen:
            continue
        mine = [cluster for cluster in previous if cluster.theme_key == theme]
        part = _Part(theme, [ids[i] for i in chosen], [texts[i] for i in chosen], vectors[chosen])
        made = _group_part(part, mine, finer, seed, phrases)
        found += [replace(cluster, consultation_id=consultation_id) for cluster in made]
    return tuple(found)


@dataclass(frozen=True, eq=False)
class _Part:
    theme: str | None
    ids: list[str]
    texts: list[str]
    vectors: Floats


def _group_part(
    part: _Part,
    previous: Sequence[Cluster],
    finer: int | None,
    seed: int,
    phrases: dict[str, Phrases],
) -> Iterator[Cluster]:
    space = place(part.texts, part.vectors, across=part.theme is None)
    kept = keep_edited(part.ids, space, previous)
    free = kept.free
    grouping = partition_space(
        space[free],
        finer=finer,
        seed=seed,
        start=start_labels([part.ids[i] for i in free], previous),
    )
    groups = _members(kept, grouping)
    texts = [[part.texts[i] for i in members] for _, members in groups]
    names = name_groups(texts, known=phrases)
    for position, (old, members) in enumerate(groups):
        ids = tuple(part.ids[i] for i in members)
        dissent = find_dissent([part.texts[i] for i in members], space[members])
        yield Cluster(
            id=old.id if old else _identity(part.theme, ids, previous),
            consultation_id="",
            theme_key=part.theme,
            position=position,
            key_terms=names[position],
            statement_ids=ids,
            typical_ids=ids[:TYPICAL],
            dissenting_ids=tuple(ids[i] for i in dissent),
            name=old.name if old else None,
            edited=old.edited if old else False,
            is_rest=old.is_rest if old else position == len(groups) - 1 and _has_rest(grouping),
        )


def partition_space(
    space: Floats,
    number: int | None = None,
    finer: int | None = None,
    seed: int = 7,
    start: Labels | None = None,
    rest: bool = True,
) -> Grouping:
    """Groups for rows of a space (length one): as many as asked for, or as the data suggest.

    `start` holds each row's group in an earlier run, -1 for none: those groups are carried on
    while they hold, unless a `number` or `finer` is given. With `rest` False nothing is left out.
    """
    size = len(space)
    if size == 0:
        return Grouping(np.zeros(0, dtype=np.intp), np.zeros(0, dtype=np.float32))
    if size < SMALLEST and number is None:
        labels = np.zeros(size, dtype=np.intp)
    else:
        labels = _cut(space, number, finer, seed, start)
    closeness = _closeness(space, labels)
    if rest and size >= SMALLEST:
        labels = np.where(_belongs_nowhere(space, closeness), -1, labels)
    return Grouping(labels, closeness)


def _cut(
    space: Floats, number: int | None, finer: int | None, seed: int, start: Labels | None
) -> Labels:
    chosen = np.arange(len(space))
    if len(space) > CUT_AT_ONCE:
        chosen = np.sort(np.random.default_rng(0).choice(chosen, CUT_AT_ONCE, replace=False))
    rows = space[chosen]
    edges = graph(rows, int(np.clip(len(rows) // 8, 3, NEIGHBOURS)))
    patterns = spectrum(edges, max(MOST, number or 0))
    wanted = number or _finer(choose_number(patterns.values, len(rows)), finer or 0)
    labels = cut(patterns, min(wanted, len(rows)), seed)
    if start is not None and number is None and finer is None:
        carried = carry_on(space, chosen, edges, start, labels)
        if carried is not None:
            return carried
    return labels if len(rows) == len(space) else follow(space, rows, labels)


def _finer(number: int, steps: int) -> int:
    for _ in range(abs(steps)):
        changed = round(number * STEP) if steps > 0 else round(number / STEP)
        number = max(2, changed if changed != number else number + (1 if steps > 0 else -1))
    return number


def _closeness(space: Floats, labels: Labels) -> Floats:
    """The cosine of each row with the centre of its group, the row itself left out."""
    result = np.zeros(len(space), dtype=np.float32)
    for label in np.unique(labels):
        members = labels == label
        rows = space[members]
        others = unit(rows.sum(axis=0, keepdims=True) - rows)
        result[members] = np.einsum("ij,ij->i", rows, others)
    return result


def _belongs_nowhere(
    space: Floats, closeness: Floats
) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Rows without content, and rows no closer to their group than to a statement by chance."""
    rng = np.random.default_rng(0)
    one, other = rng.integers(0, len(space), (2, 2000))
    chance = np.einsum("ij,ij->i", space[one], space[other])[one != other]
    empty = np.abs(space).sum(axis=1) == 0
    return np.asarray(empty | (closeness < chance.mean() + chance.std() * 0.5))


def _members(kept: Kept, grouping: Grouping) -> list[tuple[Cluster | None, list[int]]]:
    """Edited clusters first, then the found ones by size, what belongs nowhere last."""
    groups: list[tuple[Cluster | None, list[int]]] = list(kept.groups)
    labels, free = grouping.labels, kept.free
    found: list[tuple[Cluster | None, list[int]]] = []
    for label in np.unique(labels[labels >= 0]):
        members = np.flatnonzero(labels == label)
        ordered = members[np.argsort(-grouping.closeness[members], kind="stable")]
        found.append((None, [free[i] for i in ordered]))
    found.sort(key=lambda pair: -len(pair[1]))
    rest = [free[i] for i in np.flatnonzero(labels < 0)]
    return groups + found + ([(None, rest)] if rest else [])


def _has_rest(grouping: Grouping) -> bool:
    return bool((grouping.labels < 0).any())


def _identity(theme: str | None, ids: tuple[str, ...], previous: Sequence[Cluster]) -> str:
    """The id of the earlier cluster that is mostly the same, else one made of the members."""
    members = set(ids)
    for cluster in previous:
        shared = len(members & set(cluster.statement_ids))
        if not cluster.edited and 2 * shared > len(members | set(cluster.statement_ids)):
            return cluster.id
    return hashlib.sha256("\n".join((theme or "", *sorted(ids))).encode()).hexdigest()[:32]
