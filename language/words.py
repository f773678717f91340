"""What is known about one Danish word: is it one, its lemma, its parts, its likely spelling.

All answers are in lower case and kept per word, so that asking again costs a dictionary lookup.
"""

from functools import cache, lru_cache

from language import compounds, lists, spelling
from language.lexicon import lexicon

LONG = 9  # letters
SURE_LENGTH = 6  # letters
SURE_RARITY = 560  # about one in 400,000
COMMONER = 100  # centibels: ten times as frequent
MEMORY = 200_000  # words kept; Danish project texts rarely hold more


def is_word(form: str) -> bool:
    """Whether the form is in the form list, the frequency list or the project's own words."""
    low = form.lower()
    return low in lists.frequencies() or low in _fixes() or low in lexicon()


@lru_cache(MEMORY)
def lemma(form: str) -> str:
    """The dictionary form in lower case; an unknown compound gets the lemma of its last part.

    A form that is several words ("var": være, var) gets the most likely lemma; the full reading
    decides by the sentence. An unknown form is its own lemma.
    """
    low = form.lower()
    known = known_lemma(low)
    if known is not None:
        return known
    if low.endswith("s") and (owner := known_lemma(low[:-1])):
        return owner
    parts = compounds.split(low)
    if parts:
        last = parts[-1]
        return low[: len(low) - len(last)] + (known_lemma(last) or last)
    return low


@lru_cache(MEMORY)
def compound_parts(form: str) -> tuple[str, ...]:
    """The lemmas of the words a compound is made of, in order; () for any other word."""
    *heads, last = compounds.split(form.lower()) or ("",)
    if not last:
        return ()
    return (*(head if compounds.is_base(head) else lemma(head) for head in heads), _last(last))


def _last(part: str) -> str:
    # At the end of a compound "hjælper" is a person, alone it is a verb.
    return part if part.endswith("er") and compounds.is_base(part) else lemma(part)


def known_lemma(low: str) -> str | None:
    """The lemma of a lower-case form that is known, else None."""
    fixed = _fixes().get(low)
    if fixed is None and low.endswith("er") and len(low) >= LONG and compounds.is_base(low):
        return low  # "sagsbehandler": long words in -er are people, whatever verb the list names
    return fixed or lexicon().lemma(low)


@lru_cache(MEMORY)
def fold(form: str) -> str:
    """The form with ae, oe and aa read as æ, ø and å where that makes a known word, else itself.

    A known word is folded only to a far commoner one: "paa" to "på", but never "kanoer".
    """
    low = form.lower()
    folded = spelling.fold(low, _is_compoundable)
    if folded == low or not is_word(low):
        return folded
    return folded if _rarity(folded) + COMMONER < _rarity(low) else low


def _rarity(low: str) -> int:
    return lists.frequencies().get(low, compounds.UNLISTED)


@lru_cache(MEMORY)
def repair(form: str) -> str:
    """The known word the form most likely stands for, else the form in lower case.

    For finding only: what a citizen said is never stored or shown repaired.
    """
    low = form.lower()
    if _is_compoundable(low):
        return low
    folded = fold(low)
    if is_word(folded):
        return folded
    near = spelling.nearest(folded)
    return near if near != folded else spelling.nearest_listed(folded)


@lru_cache(MEMORY)
def intended(form: str) -> str:
    """The form folded and, where it is long, unknown and near one common word, repaired.

    More careful than `repair`: unknown words may be names or the trade's own.
    """
    folded = fold(form)
    if len(folded) < SURE_LENGTH or _is_compoundable(folded):
        return folded
    near = spelling.nearest(folded)
    return near if _rarity(near) <= SURE_RARITY else folded


def _is_compoundable(low: str) -> bool:
    return is_word(low) or bool(compounds.split(low))


@cache
def _fixes() -> dict[str, str]:
    return lists.lemma_overrides()
