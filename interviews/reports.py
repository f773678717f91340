"""What an import tells: what was taken, what was not, and why."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RejectedRow:
    """One row of an import that was not taken, and why. `row` is the row in the file, from 1."""

    row: int
    reason: str
    detail: str = ""


@dataclass(frozen=True)
class ImportReport:
    """What an import took and what it did not: read = taken + len(rejected)."""

    read: int
    taken: int
    rejected: tuple[RejectedRow, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
