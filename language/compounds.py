"""Taking Danish compounds apart: gadesygeplejerske is gade + sygeplejerske.

Each way to cut a word in two known words costs as much as its parts are rare; the cheapest wins
if it is cheap enough. Parts that are themselves rare are cut further; common ones stay whole.
"""

from functools import cache, lru_cache

from language import lists
from language.lexicon import lexicon

SHORTEST = 2
MEMORY = 200_000
UNLISTED = 740  # rarity of a word that is in the form list but not among the frequent
LIMIT = 1270.0  # dearest acceptable pair: two words of one in 100,000, or a common and a rare one
COMMON = 640  # a part this common is not cut further
SHORT = {2: 260.0, 3: 110.0}  # short words stand in long ones by accident
INFLECTED_HEAD = 120.0
LINKED = 25.0
UNLINKED_ENDING = 150.0  # "-hed", "-ing" and their like take an s before the next word
# Only a dictionary form takes these: bolig-en, hus-et, borger-ne, vaske-de, handicap-s
OWN_ENDINGS = ("en", "et", "n", "ne", "s", "de", "r")
TAKES_S = ("hed", "ing", "skab", "tion", "sion", "else", "dom", "tet", "ment")


@lru_cache(MEMORY)
def split(low: str) -> tuple[str, ...]:
    """The parts of a lower-case compound in order, or () for any other word.

    The last part keeps its inflection ("huslejenævnet": husleje, nævnet); a linking s or e
    belongs to no part. Cost: about ten lookups for each letter, kept per word.
    """
    if not 5 <= len(low) <= 60 or not low.isalpha():
        return ()
    pair = _best_pair(low)
    if pair is None:
        return ()
    head, tail = pair
    return (*_further(head), *_further(tail))


def _further(part: str) -> tuple[str, ...]:
    if _rarity(part) <= COMMON:
        return (part,)
    return split(part) or (part,)


def _best_pair(low: str) -> tuple[str, str] | None:
    best, limit = None, LIMIT
    for cut in range(SHORTEST, len(low) - 2):
        tail = low[cut:]
        if not _may_end(tail, low):
            continue
        for head, extra in _heads(low[:cut], tail):
            cost = _cost(head) + _cost(tail) + extra
            if cost < limit:
                best, limit = (head, tail), cost
    return best


def _may_end(tail: str, low: str) -> bool:
    if tail in lists.endings() or tail not in lexicon():
        return False
    whole = _lemma(low)
    # A known word inflects as its last part does: "boligerne" is no kind of "erne".
    if whole is None or whole == low[: len(low) - len(tail)] + (_lemma(tail) or tail):
        return True
    return is_base(tail) and is_base(low)


def _heads(start: str, tail: str) -> list[tuple[str, float]]:
    """The words that may stand before the cut, without their link, and what that costs."""
    found = [(start, UNLINKED_ENDING if start.endswith(TAKES_S) else 0.0)]
    if start.endswith(("s", "e")) and len(start) > 3:
        needed = start.endswith("s") and start[:-1].endswith(TAKES_S)
        found.append((start[:-1], 0.0 if needed else LINKED))
    return [
        (head, extra + (0.0 if is_base(head) else INFLECTED_HEAD))
        for head, extra in found
        if head != tail and head in lexicon() and head not in lists.beginnings()
    ]


@lru_cache(MEMORY)
def is_base(low: str) -> bool:
    """Whether a form is a dictionary form, if need be of another word than the list says.

    The list calls "borger" a form of the verb "borge"; "borgeren" shows the noun.
    """
    table = lexicon()
    return _lemma(low) == low or any(table.lemma(low + ending) == low for ending in OWN_ENDINGS)


def _cost(part: str) -> float:
    return _rarity(part) + SHORT.get(len(part), 0.0)


@lru_cache(MEMORY)
def _rarity(part: str) -> int:
    own = lists.frequencies().get(part, UNLISTED)
    return min(own, _lemma_rarity().get(_lemma(part) or part, UNLISTED))


def load() -> None:
    """Read the tables now, so that the first compound does not wait."""
    _lemma_rarity()


@cache
def _lemma_rarity() -> dict[str, int]:
    """The rarity of each lemma: that of its commonest form."""
    rarity: dict[str, int] = {}
    for form, level in lists.frequencies().items():
        lemma = _lemma(form)
        if lemma is not None:
            rarity[lemma] = min(level, rarity.get(lemma, UNLISTED))
    return rarity


def _lemma(form: str) -> str | None:
    return lists.lemma_overrides().get(form) or lexicon().lemma(form)
