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


def unreadable(text: str, tokens: Sequence[Token]) -> str | None:
    """None where an answer can be given, else why not: "empty", "no_words" or "not_danish".

    A text counts as Danish when at least half of its first 200 words are known Danish forms or
    compounds of them.
    """
    if not text.strip():
        return EMPTY
    spoken = [token for token in tokens[:READ] if token.text[0].isalpha()]
    if not spoken:
        return NO_WORDS
    if len(spoken) >= FEWEST or not any(_is_latin(token.text) for token in spoken):
        known = sum(1 for token in spoken if _is_danish(token))
        if known < KNOWN_SHARE * len(spoken):
            return NOT_DANISH
    return None


def _is_danish(token: Token) -> bool:
    return token.is_stop or bool(token.parts) or words.is_word(words.fold(token.text))


def _is_latin(word: str) -> bool:
    return all(letter < "ɐ" for letter in word)
