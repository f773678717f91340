"""The order of the rows of one theme: as printed, as returned, as it is, and taken over."""

from collections.abc import Iterator, Mapping

from strategy.editing.order import move_goal, move_initiative
from strategy.goals import GoalStore
from strategy.model import Goal, Initiative, TargetKind
from strategy.round_trip.matching import Pair
from strategy.round_trip.model import Offer, OfferKind, PaperRow

ORDER = "order"  # the field of an offer that is about the rows of a theme, not about one row


def reordered(
    matched: tuple[Pair, ...],
    printed: tuple[PaperRow, ...],
    now: Mapping[str, PaperRow],
    ids: Mapping[str, str],
) -> Iterator[Offer]:
    """An offer for the goals and for the initiatives of each theme that stand in another order.

    Its texts are visible numbers in their order: of the rows that stand under the theme on both
    papers, and of those that are still there. `target_id` is the theme.
    """
    found: dict[tuple[TargetKind, str], list[str]] = {}
    for pair in matched:  # they come in the order of the file
        row, theme_key = pair.printed, pair.printed and pair.printed.theme_key
        if row and pair.returned and theme_key and pair.returned.theme_key in (None, theme_key):
            found.setdefault((row.kind, theme_key), []).append(row.label)
    there = {ids[row.label]: row.label for row in printed}
    standing = [there[key] for key in now if key in there]
    for (kind, theme_key), labels in found.items():
        before = [r.label for r in printed if r.label in labels]
        if before == labels:
            continue
        here = [label for label in standing if label in labels]
        yield Offer(
            f"{theme_key}/{kind}/{ORDER}",
            _kind(before, labels, here),
            kind,
            theme_key,
            "",
            ORDER,
            ", ".join(before),
            ", ".join(labels),
            ", ".join(here),
        )


def _kind(before: list[str], labels: list[str], here: list[str]) -> OfferKind:
    """What has become of an order: rows that are gone since are no other order."""
    if here == [label for label in labels if label in here]:
        return OfferKind.DONE
    if here == [label for label in before if label in here]:
        return OfferKind.CHANGED
    return OfferKind.CONFLICT


def put_in_order(store: GoalStore, consultation_id: str, offer: Offer) -> None:
    """Give the rows of an offer its order, in the places they hold now; others stay where they are.

    Rows that are gone or stand under another theme since are passed over.
    """
    labels = offer.returned.split(", ")
    theme = _theme_rows(store, consultation_id, offer)
    wanted = [label for label in labels if label in {row.label for row in theme}]
    places = [n for n, row in enumerate(theme) if row.label in wanted]
    for place, label in zip(places, wanted, strict=True):
        theme = _theme_rows(store, consultation_id, offer)
        here = next(n for n, row in enumerate(theme) if row.label == label)
        row = theme[here]
        if isinstance(row, Goal):
            move_goal(store, row, place - here)
        else:
            move_initiative(store, row, place - here)


def _theme_rows(store: GoalStore, consultation_id: str, offer: Offer) -> list[Goal | Initiative]:
    if offer.target is TargetKind.GOAL:
        return [g for g in store.goals(consultation_id) if g.theme_key == offer.target_id]
    return [i for i in store.initiatives(consultation_id) if i.theme_key == offer.target_id]
