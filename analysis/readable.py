"""Whether the engine can say anything about a text, and if not, why."""

from collections.abc import Sequence

from language import words
from language.model import Token

EMPTY = "empty"
NO_WORDS = "no_words"
NOT_DANISH = "not_danish"
KNOWN_SHARE = 0.5
FEWEST = 4  # words: shorter texts are taken as Danish
READ = 200  # words looked at
# Small words that tell English from Danish. Many English words are in the list of Danish forms, so
# known words alone say little; one of these may be a loan ("the best"), so it takes several.
_ENGLISH = """
the and of is are was were am been being be it its this that these those they them their we our
us you your he she his him my me with from not would could should can't don't do does did has
had what when where why who how which there because about into than then very too more most much
many some any no nobody nothing never always every only just also but or if as an please want
need get got go going said told like out up after before again here will money last
"""
_SHARED = "i at for her have so in on to man by under over men mine all"
ENGLISH, SHARED = frozenset(_ENGLISH.split()), frozenset(_SHARED.split())


def unreadable(text: str, tokens: Sequence[Token]) -> str | None:
    """None where an answer can be given, else why not: "empty", "no_words" or "not_danish".

    A text counts as Danish when at least half of its first 200 words are known Danish forms or
    compounds of them, unless its small words are English.
    """
    if not text.strip():
        return EMPTY
    spoken = [token for token in tokens[:READ] if token.text[0].isalpha()]
    if not spoken:
        return NO_WORDS
    if len(spoken) >= FEWEST or not any(_is_latin(token.text) for token in spoken):
        known = sum(1 for token in spoken if _is_danish(token))
        if known < KNOWN_SHARE * len(spoken) or _is_english(spoken):
            return NOT_DANISH
    return None


def _is_danish(token: Token) -> bool:
    return token.is_stop or bool(token.parts) or words.is_word(words.fold(token.text))


def _is_english(spoken: Sequence[Token]) -> bool:
    """Whether at least two small words are English, more than twice as many as are Danish, and
    with those of both languages two fifths of all."""
    lows = [token.text.lower() for token in spoken]
    english = sum(low in ENGLISH for low in lows)
    either = sum(low in SHARED for low in lows)
    danish = sum(token.is_stop and token.text.lower() not in ENGLISH | SHARED for token in spoken)
    return english >= 2 and english > 2 * danish and english + either >= 0.4 * len(lows)


def _is_latin(word: str) -> bool:
    return all(letter < "ɐ" for letter in word)
