"""A returned file, the version it was printed from and the plan as it stands: three ways."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from strategy.model import TargetKind
from strategy.round_trip.matching import Pair, folded, pairs, whole
from strategy.round_trip.meaning import as_meant, field_of, fields_of, in_its_theme
from strategy.round_trip.model import (
    Comparison,
    Offer,
    OfferKind,
    PaperAside,
    PaperRow,
    PaperVoice,
    Refusal,
    Refused,
    Returned,
)
from strategy.round_trip.ordering import reordered


class NotThisPlan(ValueError):
    """Nothing in the file is a goal or an initiative of the version it is held against."""

    code = "not_this_plan"


def compare(
    number: int,
    returned: Returned,
    printed: tuple[PaperRow, ...],
    now: Mapping[str, PaperRow],
    ids: Mapping[str, str],
    said: Mapping[str, tuple[str, ...]],
) -> Comparison:
    """What the file offers, every row of file and version accounted for. Raises NotThisPlan.

    `printed` are the rows of version `number` as they stand on paper; `ids` gives the id of each
    by its visible number; `now` the rows of the plan today, on paper, by id; `said` all texts of a
    statement that may be printed, by its visible number: the nearest to print first.
    """
    rows = tuple(whole(returned.rows, printed))
    matched = tuple(in_its_theme(as_meant(pair), returned.themes) for pair in pairs(printed, rows))
    if printed and not any(p.printed and p.returned for p in matched):
        raise NotThisPlan
    often = Counter((row.kind, row.label) for row in rows if row.label)
    offers: list[Offer] = []
    refused: list[Refused] = []
    same = 0
    near: str | None = None
    for at, pair in enumerate(matched):
        near = pair.printed.theme_key if pair.printed else near
        if pair.printed is None and pair.returned and not pair.returned.theme_key:
            pair = Pair(None, replace(pair.returned, theme_key=near))
        found = list(_offers(pair, at, now, ids, often))
        told = list(_told(pair))
        same += bool(pair.printed and pair.returned and not found and not told)
        offers += found
        refused += told
    offers += reordered(matched, printed, now, ids)
    return Comparison(
        number,
        tuple(offers),
        (
            *_voices(returned.voices, said),
            *refused,
            *_headless(matched),
            *_asides(returned.asides),
        ),
        returned.comments,
        len(printed),
        len(rows),
        same,
        returned.tracked,
    )


def _offers(
    pair: Pair,
    at: int,
    now: Mapping[str, PaperRow],
    ids: Mapping[str, str],
    often: Mapping[tuple[TargetKind, str], int],
) -> Iterator[Offer]:
    """What one pair offers: a new row, one taken out, or changed fields."""
    if pair.printed is None:
        if pair.returned is not None and pair.returned.value("text"):
            yield _added(pair.returned, at, now, often)
        return
    there, key = pair.printed, ids[pair.printed.label]
    if pair.returned is None:
        yield from _removed(there, key, now.get(key))
        return
    flags = ("numbered",) if pair.returned.label != there.label else ()
    here = now.get(key)
    for field, returned in fields_of(pair.returned):
        printed = field_of(there, field)
        if folded(returned) == folded(printed):
            continue
        current = field_of(here, field) if here else ""
        kind = OfferKind.CHANGED
        if here is None:
            kind = OfferKind.GONE
        elif folded(current) == folded(returned):
            kind = OfferKind.DONE
        elif folded(current) != folded(printed):
            kind = OfferKind.CONFLICT
        yield Offer(
            f"{there.label}/{field}", kind, there.kind, key, there.label, field,
            printed, returned, current, pair.returned, flags,
        )  # fmt: skip


def _added(
    row: PaperRow,
    at: int,
    now: Mapping[str, PaperRow],
    often: Mapping[tuple[TargetKind, str], int],
) -> Offer:
    """A row that nobody had printed; DONE where the tool has one in the same words."""
    text = row.value("text")
    there = (r for r in now.values() if r.kind is row.kind)
    known = any(folded(r.value("text")) == folded(text) for r in there)
    signs = {
        "copied": often.get((row.kind, row.label), 0) > 1,
        "no_theme": not row.theme_key,
    }
    flags = tuple(name for name, holds in signs.items() if holds)
    kind = OfferKind.DONE if known else OfferKind.ADDED
    return Offer(f"new/{at}", kind, row.kind, "", row.label, "", "", text, "", row, flags)


def _removed(there: PaperRow, key: str, here: PaperRow | None) -> Iterator[Offer]:
    """A row that is not in the file any more: a conflict where the tool has changed it since."""
    kind = OfferKind.REMOVED
    if here is None:
        kind = OfferKind.DONE
    elif any(folded(field_of(here, f)) != folded(value) for f, value in fields_of(there)):
        kind = OfferKind.CONFLICT
    current = here.value("text") if here else ""
    yield Offer(
        f"{there.label}/gone", kind, there.kind, key, there.label, "", there.value("text"), "",
        current,
    )  # fmt: skip


def _told(pair: Pair) -> Iterator[Refused]:
    """What stands in a row and is nobody's to take over here."""
    row = pair.returned
    if row is None:
        return
    label = pair.printed.label if pair.printed else row.label
    for text in row.unread:
        yield Refused(label, Refusal.UNREAD, "", text)
    before = pair.printed.evidence if pair.printed else ()
    if set(before) != set(row.evidence):
        was, is_now = ", ".join(before), ", ".join(row.evidence)
        yield Refused(label, Refusal.EVIDENCE, was, is_now)


def _headless(matched: tuple[Pair, ...]) -> Iterator[Refused]:
    """Rows that stand under no theme's heading in the file: they stay where they are."""
    found: dict[str, list[str]] = {}
    for pair in matched:
        theme_key = pair.printed and pair.printed.theme_key
        if pair.printed and theme_key and pair.returned and not pair.returned.theme_key:
            found.setdefault(theme_key, []).append(pair.printed.label)
    for labels in found.values():
        yield Refused(labels[0], Refusal.HEADING, "", ", ".join(labels))


def _asides(asides: tuple[PaperAside, ...]) -> Iterator[Refused]:
    for one in asides:
        yield Refused(one.place, Refusal.STRUCK if one.struck else Refusal.UNREAD, "", one.text)


def _voices(
    voices: tuple[PaperVoice, ...], said: Mapping[str, tuple[str, ...]]
) -> Iterator[Refused]:
    """Citizens' words in the file that are not those that were said, each told once."""
    told = set()
    for voice in voices:
        texts, words = said.get(voice.label, ()), folded(voice.text)
        if any(words == folded(text) for text in texts) or not (words or texts):
            continue
        if (voice.label, words) not in told:
            told.add((voice.label, words))
            nearest = texts[0] if texts else ""
            why = Refusal.QUOTE if texts else Refusal.QUOTE_UNKNOWN
            yield Refused(voice.label, why, nearest, voice.text)
