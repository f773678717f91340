"""What a scanner made of æ, ø and å: the word it most likely was, beside the one that stands there.

Suggested only, and only in a document that looks scanned: where more than one word in twenty is
no Danish word. Clean municipal plans have one to three in a hundred.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import combinations, pairwise

from interviews.documents.model import Document, Repair
from language import lists
from language.words import compound_parts, is_word

SCANNED = 0.05  # share of unknown words
WORD = re.compile(r"[^\W\d_](?:[^\W_]|[&@¢])*|(?<!\S)[&@¢/][^\W\d_]+")
FAULTS = (  # what a scanner writes, what stood there, how unlikely (lower is likelier)
    ("eae", "æ", 1.0),
    ("aee", "æ", 1.0),
    ("aea", "æ", 1.5),
    ("ee", "æ", 1.0),
    ("ae", "æ", 1.0),
    ("gg", "øg", 1.0),
    ("gg", "gø", 1.2),
    ("g", "ø", 1.5),
    ("o", "ø", 1.5),
    ("e", "ø", 2.0),
    ("a", "å", 1.5),
    ("a", "æ", 2.0),
    ("a", "ø", 2.5),
    ("da", "å", 2.5),
    ("d", "å", 3.0),
    ("é", "å", 1.0),
    ("&", "å", 1.0),
    ("4", "å", 1.0),
    ("/", "æ", 1.0),
    ("@", "ø", 1.0),
    ("¢", "ø", 1.0),
    ("6", "ø", 1.5),
    ("0", "o", 1.5),
    ("1", "l", 1.5),
    ("rn", "m", 2.0),
)
LOST = (("æ", 2.0), ("ø", 2.0), ("å", 2.0))  # first letters, before what begins no word: "ldr"
OPENING = 3  # letters that tell whether a word may begin so
MOST = 3  # faults in one word
SPOTS = 14  # places where a fault may be; longer words are left alone
UNLISTED = 740  # rarity in centibels of a form that is not among the frequent
COMMONER = 150  # centibels; a known word gives way only to one about thirty times as frequent
REAL = 6  # letters; longer words that are words were hardly another one
RARITY_WEIGHT = 0.004  # of a centibel against the likelihood of the faults
LONG = 8  # letters; shorter compounds are found in anything
TRIED = 80  # candidates that are looked at as compounds


def unknown_share(document: Document) -> float:
    """The share of running words, three letters and up, that are no Danish words (0 to 1).

    Words with a capital may be names and are not counted.
    """
    found = [m[0] for p in document.paragraphs for m in WORD.finditer(p.text)]
    plain = [word for word in found if len(word) >= 3 and word[0].islower()]
    return sum(not _known(word.lower()) for word in plain) / len(plain) if plain else 0.0


def suggest_repairs(document: Document) -> tuple[Repair, ...]:
    """A repair for every word that scanning most likely spoilt; () for a document that is clean."""
    if unknown_share(document) <= SCANNED:
        return ()
    return tuple(
        Repair(number, found.start(), found.end(), found[0], suggested)
        for number, paragraph in enumerate(document.paragraphs)
        for found in WORD.finditer(paragraph.text)
        if (suggested := _intended(found[0])) != found[0]
    )


def repaired(document: Document, accepted: Iterable[Repair]) -> Document:
    """The document with these repairs made. The one given is not changed."""
    by_paragraph: dict[int, list[Repair]] = {}
    for repair in accepted:
        by_paragraph.setdefault(repair.paragraph, []).append(repair)
    paragraphs = list(document.paragraphs)
    for number, repairs in by_paragraph.items():
        text = paragraphs[number].text
        for one in sorted(repairs, key=lambda r: r.start, reverse=True):
            text = text[: one.start] + one.suggested + text[one.end :]
        paragraphs[number] = replace(paragraphs[number], text=text)
    return replace(document, paragraphs=tuple(paragraphs))


@lru_cache(50_000)
def _intended(form: str) -> str:
    """The word `form` most likely was, with its capitals; `form` where nothing is likelier."""
    if len(form) < 2 or form.isupper():
        return form
    low = form.lower()
    if form[0] == "I" and low[1:2] not in lists.stop_words() and (lead := _best("l" + low[1:])):
        return lead if not _known(low) else form
    best = _best(low)
    if not best:
        return form
    return best.capitalize() if form[0].isupper() else best


def _best(low: str) -> str:
    """The likeliest reading of a lower-case form, "" where the form itself is best."""
    readings = sorted(_readings(low))[: 40 * TRIED]
    words = [
        (cost + RARITY_WEIGHT * _rarity(word), word) for cost, word in readings if is_word(word)
    ]
    if is_word(low):
        words = [] if len(low) > REAL else words
        words = [pair for pair in words if _rarity(pair[1]) + COMMONER < _rarity(low)]
        return min(words)[1] if words else ""
    if compound_parts(low):
        return ""
    if words:
        return min(words)[1]
    if len(low) < LONG:
        return ""
    pairs = [
        (cost + RARITY_WEIGHT * max(map(_rarity, parts)), word)
        for cost, word in readings[:TRIED]
        if (parts := compound_parts(word))
    ]
    return min(pairs)[1] if pairs else ""


def _readings(low: str) -> Iterator[tuple[float, str]]:
    """Every reading with one to three faults undone, and what it costs."""
    spots = [
        (at, at + len(fault), was, cost)
        for fault, was, cost in FAULTS
        for at in _places(low, fault)
    ]
    if len(low) >= LONG and low[:OPENING] not in _openings():
        spots += [(0, 0, was, cost) for was, cost in LOST]
    likely = sorted(spots, key=lambda spot: spot[3])[:SPOTS]
    for count in range(1, MOST + 1):
        for chosen in combinations(sorted(likely), count):
            if all(one[1] <= two[0] for one, two in pairwise(chosen)):
                yield sum(spot[3] for spot in chosen), _undone(low, chosen)


@cache
def _openings() -> frozenset[str]:
    return frozenset(word[:OPENING] for word in lists.frequencies())


def _undone(low: str, chosen: Iterable[tuple[int, int, str, float]]) -> str:
    for start, end, was, _cost in reversed(tuple(chosen)):
        low = low[:start] + was + low[end:]
    return low


def _places(low: str, fault: str) -> Iterator[int]:
    at = low.find(fault)
    while at >= 0:
        yield at
        at = low.find(fault, at + 1)


def _known(low: str) -> bool:
    return is_word(low) or bool(compound_parts(low))


def _rarity(low: str) -> int:
    return lists.frequencies().get(low, UNLISTED)
