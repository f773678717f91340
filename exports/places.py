"""The table of places: how many took part where, so that nobody can be counted out.

A number of people below k is never shown. Such places are merged as "Øvrige steder", and when only
one would be merged (its number could be had by taking the others from the total) the smallest
place shown joins it; the same when the merged number itself stays below k. They are the places
whose numbers are hidden on the pages too (`interviews.small_cells.hidden_group`).
Source: Sundhedsdatastyrelsen's and Danmarks Statistik's custom of primary and complementary
suppression of small cells.
"""

from collections.abc import Iterable, Mapping

from exports.model import PlaceRow
from interviews.model import Interview, Origin, Site, SiteKind
from interviews.small_cells import merge_small, told_sum

K = 5


def place_rows(
    sites: Iterable[Site],
    interviews: Iterable[Interview],
    kinds: Mapping[SiteKind, str],
    k: int = K,
) -> tuple[PlaceRow, ...]:
    """Rows largest first, the merged row last; () when not everybody met at a place was counted.

    `kinds` names each kind of site in Danish; `k` at least 3 (raises TooSmallK). A row with
    `participants` None is the merged one when even all the merged together are too few.
    """
    people = _people(interviews)
    if people is None:
        return ()
    named = {s.id: s for s in sorted(sites, key=lambda site: site.name) if s.id in people}
    shown, merged = merge_small({key: people[key] for key in named}, k)
    rows = [PlaceRow(named[key].name, kinds[named[key].kind], people[key]) for key in shown]
    if merged:
        total = told_sum((people[key] for key in merged), k)
        rows.append(PlaceRow("", "", total, len(merged)))
    return tuple(rows)


def open_sites(
    sites: Iterable[Site], interviews: Iterable[Interview], k: int = K
) -> frozenset[str]:
    """Ids of the sites whose people are so many that what was said there may be told as theirs.

    The others stay together: at least two of them and k people in all, or no site is open. What is
    told to come from no open site could then have been said at any of them. Raises TooSmallK.
    """
    people = _people(interviews)
    if not people:
        return frozenset()
    shown, _merged = merge_small({s.id: people[s.id] for s in sites if s.id in people}, k)
    return frozenset(shown)


def total_shown(rows: tuple[PlaceRow, ...]) -> int | None:
    """How many people the table adds up to; None where a row is hidden."""
    if not rows or any(row.participants is None for row in rows):
        return None
    return sum(row.participants or 0 for row in rows)


def _people(interviews: Iterable[Interview]) -> dict[str, int] | None:
    """People met at each site id; None when somebody forgot to count at a conversation."""
    found: dict[str, int] = {}
    for held in interviews:
        if held.site_id is None or held.origin is Origin.IMPORT:
            continue
        if held.participants is None:
            return None
        found[held.site_id] = found.get(held.site_id, 0) + held.participants
    return found
