"""What each printed number must be: the same counting for the outline and for the check."""

from exports.model import Base, Count, Measure
from interviews.model import Kind, Origin, Statement
from strategy.model import TargetKind


def count(base: Base, measure: Measure, scope: str = "", kind: Kind | None = None) -> Count:
    """The number of `measure` in the base, ready to print. See `value` for `scope` and `kind`."""
    return Count(measure, value(base, measure, scope, kind), scope, kind)


def value(base: Base, measure: Measure, scope: str = "", kind: Kind | None = None) -> int:
    """How many there are of `measure` in the base.

    `scope` is a theme key for all that have a theme ("" = all, "-" = without theme); for CELL it
    is "cluster id/initiative label". `kind` narrows OF_KIND (None = without kind).
    """
    if measure is Measure.CELL:
        return len(cell(base, *scope.rsplit("/", 1)))
    if measure in _OF_STATEMENTS:
        return len(_statements(base, measure, scope, kind))
    return _others(base, measure, scope)


_OF_STATEMENTS = frozenset(
    {
        Measure.STATEMENTS,
        Measure.OF_KIND,
        Measure.MACHINE_THEMED,
        Measure.MACHINE_KINDED,
        Measure.IMPORTED,
        Measure.ANSWERED,
        Measure.EXCUSED,
        Measure.UNANSWERED,
        Measure.UNANSWERED_PROPOSALS,
        Measure.CONTRADICTING,
    }
)


def _statements(base: Base, measure: Measure, scope: str, kind: Kind | None) -> list[Statement]:
    found = [s for s in base.statements if in_theme(base, s.id, scope)]
    if measure is Measure.STATEMENTS:
        return found
    if measure is Measure.OF_KIND:
        return [s for s in found if base.kind_of.get(s.id) is kind]
    if measure is Measure.IMPORTED:
        imported = {i.id for i in base.interviews if i.origin is Origin.IMPORT}
        return [s for s in found if s.interview_id in imported]
    ids = {
        Measure.MACHINE_THEMED: base.machine_themed,
        Measure.MACHINE_KINDED: base.machine_kinded,
        Measure.ANSWERED: frozenset(base.coverage.answered),
        Measure.EXCUSED: frozenset(base.coverage.excused),
        Measure.UNANSWERED: frozenset(base.coverage.unanswered),
        Measure.UNANSWERED_PROPOSALS: frozenset(base.coverage.unanswered_proposals),
        Measure.CONTRADICTING: frozenset(base.coverage.contradicting),
    }[measure]
    return [s for s in found if s.id in ids]


def _others(base: Base, measure: Measure, scope: str) -> int:
    held = [i for i in base.interviews if i.origin is not Origin.IMPORT]
    if measure is Measure.INTERVIEWS:
        return len(held)
    if measure is Measure.PARTICIPANTS:
        return sum(i.participants or 0 for i in held)
    if measure is Measure.PLACES:
        return len({i.site_id for i in held if i.site_id})
    if measure is Measure.THEMES:
        return len(base.themes)
    standing = tuple(i for i in base.initiatives if not i.is_dropped)
    of_theme = base.goals if measure is Measure.GOALS else standing
    return sum(not scope or item.theme_key == scope for item in of_theme)


def in_theme(base: Base, statement_id: str, scope: str) -> bool:
    """Whether the statement counts under theme `scope` ("" = every theme, "-" = none)."""
    if not scope:
        return True
    return base.theme_of.get(statement_id) == (None if scope == "-" else scope)


def cell(base: Base, cluster_id: str, initiative_label: str) -> frozenset[str]:
    """Ids of the statements of a cluster that are tied to an initiative."""
    members = {
        statement_id
        for cluster in base.clusters
        if cluster.id == cluster_id
        for statement_id in cluster.statement_ids
    }
    targets = {i.id for i in base.initiatives if i.label == initiative_label}
    return frozenset(
        link.statement_id
        for link in base.links
        if link.target_kind is TargetKind.INITIATIVE
        and link.target_id in targets
        and link.statement_id in members
    )
