"""Precedents in words: what they are, and where they stand."""

from strategy.model import TargetKind
from strategy.precedents.model import Precedent
from views.translate import _


def part_name(kind: str) -> str:
    """What a precedent is."""
    return _("Mål") if kind == TargetKind.GOAL else _("Initiativ")


def where_it_stands(one: Precedent) -> str:
    """ "Slagelse 2013, side 12, Boliger" as far as it is known."""
    plan = f"{one.source} {one.year}" if one.year else one.source
    page = _("side {n}").format(n=one.page) if one.page else ""
    return ", ".join(part for part in (plan, page, one.section) if part)
