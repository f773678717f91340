"""What the plan does not do, and why: told to those who asked for it."""

from collections.abc import Mapping

from exports.model import Base
from exports.plain import not_told
from interviews.first_sentence import first_sentence
from strategy.model import Initiative, InitiativeStatus, Origin


def by_people(base: Base) -> tuple[Initiative, ...]:
    """Initiatives somebody stands by, or stood by."""
    return tuple(i for i in base.initiatives if i.origin is not Origin.MACHINE)


def given_up(base: Base, own: Mapping[str, str], dropped: Mapping[str, str]) -> tuple[str, ...]:
    """Initiatives that come to nothing, each with the reason where one was given."""
    names = {t.key: t.name for t in base.themes}
    return tuple(
        _about(names.get(i.theme_key, ""), not_told(i, own.get(f"i:{i.id}", "")))
        + (f" Grunden: {_first(dropped[i.id])}" if dropped.get(i.id, "").strip() else "")
        for i in by_people(base)
        if i.status is InitiativeStatus.DROPPED
    )


def excused(base: Base) -> tuple[str, ...]:
    """Why voices get no answer, by theme."""
    names = {t.key: t.name for t in base.themes}
    return tuple(
        _about(
            names.get(base.theme_of.get(one.statement_id) or "", ""),
            f"Noget er ikke med, fordi {_first(one.reason.strip().removeprefix('fordi '))}",
        )
        for one in base.not_answered
        if one.reason.strip()
    )


def _about(theme: str, text: str) -> str:
    return f"{theme}: {text}" if theme else text


def _first(reason: str) -> str:
    """The first sentence of a reason, with a mark at its end."""
    said = first_sentence(reason)
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."
