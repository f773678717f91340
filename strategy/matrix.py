"""The matrix of a theme: what citizens talk about against what the plan does about it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from analysis.model import Cluster
from strategy.model import EvidenceLink, Initiative, Stance, TargetKind

Cell = tuple[str, str]  # ids of a cluster and an initiative


class MatrixStore(Protocol):
    """What the matrix needs of the store."""

    def clusters(self, consultation_id: str) -> tuple[Cluster, ...]: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def links(self, consultation_id: str) -> tuple[EvidenceLink, ...]: ...


@dataclass(frozen=True)
class Matrix:
    """Clusters down, initiatives across, and the evidence in each cell that has any.

    `open` are ids of the statements of each cluster (by its id) that nothing in the plan answers.
    """

    clusters: tuple[Cluster, ...]
    initiatives: tuple[Initiative, ...]
    cells: Mapping[Cell, tuple[EvidenceLink, ...]]
    open: Mapping[str, tuple[str, ...]]

    def contradicts(self, cell: Cell) -> bool:
        """Whether somebody in the cell speaks against the initiative."""
        return any(link.stance is Stance.CONTRADICTS for link in self.cells.get(cell, ()))


def plan_matrix(store: MatrixStore, consultation_id: str, theme_key: str | None) -> Matrix:
    """The clusters of one theme (None: those across all themes) against initiatives.

    Across stand the initiatives of the theme, in the order of the plan, and after them those of
    other themes that answer something said here. The cluster of what belongs nowhere is last.
    """
    clusters = sorted(
        (c for c in store.clusters(consultation_id) if c.theme_key == theme_key),
        key=lambda c: (c.is_rest, c.position),
    )
    where = {key: c.id for c in clusters for key in c.statement_ids}
    cells: dict[Cell, list[EvidenceLink]] = defaultdict(list)
    answered = set()
    for link in store.links(consultation_id):
        answered.add(link.statement_id)
        if link.target_kind is TargetKind.INITIATIVE and link.statement_id in where:
            cells[where[link.statement_id], link.target_id].append(link)
    asked = {initiative_id for _, initiative_id in cells}
    everyone = store.initiatives(consultation_id)
    own = [i for i in everyone if theme_key in (None, i.theme_key)]
    others = [i for i in everyone if i not in own and i.id in asked]
    return Matrix(
        tuple(clusters),
        (*own, *others),
        {cell: tuple(links) for cell, links in cells.items()},
        {c.id: tuple(k for k in c.statement_ids if k not in answered) for c in clusters},
    )
