"""The map: statements in two dimensions, near each other when they say similar things."""

from collections.abc import Sequence

import numpy as np
from scipy.linalg import orthogonal_procrustes
from sklearn.manifold import TSNE

from analysis.background import Floats, project
from analysis.model import MapPoint
from analysis.neighbours import nearest

DRAWN = 2000  # statements laid out exactly; the others are put beside their nearest
ANCHORS = 5  # neighbours that say where a new statement stands
NEW_SHARE = 0.2  # up to this share of new statements, nobody else moves
APART = 12.0  # how strongly a first map pulls groups apart before it settles
FEW = 10  # statements: below, principal components are all there is


def lay_out(
    ids: Sequence[str], vectors: Floats, previous: Sequence[MapPoint] = ()
) -> tuple[MapPoint, ...]:
    """A point in [-1, 1] x [-1, 1] for each id, in the order of the ids; the same every time.

    `vectors` has shape (n, 384). With the points of the last run as `previous`, the map keeps its
    shape: up to a fifth of new statements are put beside their nearest and nobody moves; above, it
    is drawn anew from the old places and turned, mirrored and scaled to fit the old map best.
    About 2 s for 500 statements, 15 s for 2,000 and little more for 100,000.
    """
    if not ids:
        return ()
    space = project(vectors, across=True)
    old = {point.statement_id: (point.x, point.y) for point in previous}
    known = np.array([id_ in old for id_ in ids])
    places = np.array([old.get(id_, (0.0, 0.0)) for id_ in ids], dtype=np.float32)
    if known.mean() < 1 - NEW_SHARE:
        start = _beside(space, places, known) if known.sum() >= FEW else None
        drawn = _fit(_draw(space, start))
        places = _turn(drawn, places, known) if known.sum() >= 3 else drawn
    elif not known.all():
        places = _beside(space, places, known)
    places = np.clip(places, -1.0, 1.0)
    return tuple(MapPoint(id_, float(x), float(y)) for id_, (x, y) in zip(ids, places, strict=True))


def _draw(space: Floats, start: Floats | None) -> Floats:
    size = len(space)
    if size < FEW:
        return _flat(space)
    chosen = np.arange(size)
    if size > DRAWN:
        chosen = np.sort(np.random.default_rng(0).choice(size, DRAWN, replace=False))
    begin = (start if start is not None else _flat(space))[chosen]
    begin = begin / max(float(begin[:, 0].std()), 1e-9) * 1e-4
    drawn = TSNE(
        perplexity=float(np.clip(len(chosen) / 8, 3, 30)),
        # Pulling groups apart first helps where there is no map yet; an old one would be torn.
        early_exaggeration=APART if start is None else 1.0,
        init=begin,
        random_state=0,
    ).fit_transform(space[chosen])
    places = np.zeros((size, 2), dtype=np.float32)
    places[chosen] = drawn
    known = np.zeros(size, dtype=bool)
    known[chosen] = True
    return places if size <= DRAWN else _beside(space, places, known)


def _flat(space: Floats) -> Floats:
    """The two directions that vary most; zeros where there is only one statement."""
    centred = space - space.mean(axis=0)
    _, strength, directions = np.linalg.svd(centred[: 2 * DRAWN], full_matrices=False)
    places = np.zeros((len(space), 2), dtype=np.float32)
    known = min(2, int((strength > 1e-6).sum()))
    places[:, :known] = centred @ _same_sign(directions[:known]).T
    return places


def _same_sign(directions: Floats) -> Floats:
    # A direction's sign is arbitrary: make its largest entry positive, for identical runs.
    largest = np.take_along_axis(directions, np.abs(directions).argmax(axis=1)[:, None], axis=1)
    return np.asarray(directions * np.where(largest < 0, -1, 1), dtype=np.float32)


def _beside(
    space: Floats, places: Floats, known: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> Floats:
    """The places, with every unknown one set to the middle of its nearest known ones."""
    result = places.copy()
    if known.all():
        return result
    who, cosines = nearest(space[~known], space[known], ANCHORS)
    weights = np.maximum(cosines, 1e-3) ** 4
    weights /= weights.sum(axis=1, keepdims=True)
    # A small turn of its own keeps statements with the same neighbours from lying on one spot.
    angles = np.arange(len(who)) * 2.399963
    aside = 0.015 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    spread = float(np.abs(places[known]).max()) or 1.0
    result[~known] = np.einsum("ij,ijk->ik", weights, places[known][who]) + aside * spread
    return result


def _fit(places: Floats) -> Floats:
    """Centred and scaled so that the farthest coordinate is 1."""
    centred = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return np.asarray(centred / max(float(np.abs(centred).max()), 1e-9), dtype=np.float32)


def _turn(
    drawn: Floats, old: Floats, known: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> Floats:
    """The new drawing turned, mirrored, moved and scaled onto the old places (Procrustes)."""
    new_middle, old_middle = drawn[known].mean(axis=0), old[known].mean(axis=0)
    rotation, strength = orthogonal_procrustes(drawn[known] - new_middle, old[known] - old_middle)
    scale = strength / max(float(((drawn[known] - new_middle) ** 2).sum()), 1e-9)
    turned = (drawn - new_middle) @ rotation * scale + old_middle
    largest = float(np.abs(turned).max())
    return np.asarray(turned / max(1.0, largest), dtype=np.float32)
