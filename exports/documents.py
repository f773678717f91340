"""Use case: a consultation as a finished file."""

import datetime
from collections.abc import Iterable

from exports.base import PlanStore, read_base
from exports.gate import Renderer, publish
from exports.outline import draw
from exports.places import K


def print_plan(
    store: PlanStore,
    consultation_id: str,
    renderer: Renderer,
    day: str | None = None,
    is_draft: bool = True,
    k: int = K,
    chosen_quotes: Iterable[str] = (),
) -> bytes:
    """The bytes of the file `renderer` makes of the plan as it stands now.

    For the rest see `outline_plan`. Raises PrintStopped when anything printed is not exactly what
    the base holds, or still points at a person.
    """
    base = read_base(store, consultation_id)
    today = day or datetime.date.today().isoformat()
    return publish(draw(base, today, is_draft, k, chosen_quotes), base, renderer)
