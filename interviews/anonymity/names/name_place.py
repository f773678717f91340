"""Does a word that is also a name stand where a name would: "hos hans og", "bo siger"?"""

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import look
from interviews.anonymity.text import Look, Text
from interviews.anonymity.triggers import follows, precedes
from language import lists

SELDOM = 560  # centibels: words of one in 400,000 and rarer
BREAKS = ("men hun", "men han", "og hun", "og han", "og jeg", "i går", "i dag", "til mig")
CLEAR = ("hans", "per", "bo", "rune", "tue", "kim", "dan")  # no nouns, so "og" may follow


def in_name_place(text: Text, index: int) -> bool:
    """True where a word that is also a name stands as a name: "hos hans og", "bo siger"."""
    word = text.word(index)
    if word in word_list("weak_names") or _is_infinitive(text, index):
        return False
    opens = text.tokens[index].initial or follows(text, index, "before")
    if precedes(text, index) and opens:
        return True
    if _is_pair(text, index) and text.tokens[index].capital:
        return True
    closes = index == len(text.tokens) - 1 or bool(text.gap(index).strip())
    after = text.word(index + 1)
    closes = closes or (word in CLEAR and after in ("og", "eller", "som", "der", "fra"))
    closes = closes or f"{after} {text.word(index + 2)}" in BREAKS
    strong = word in word_list("strong_names") or _is_seldom(word)
    return strong and follows(text, index, "before") and closes


def _is_seldom(word: str) -> bool:
    """True for a word that is heard less often than the name: "lul", "narcis"."""
    return lists.frequencies().get(word, SELDOM) >= SELDOM


def _is_infinitive(text: Text, index: int) -> bool:
    """True for "et sted at bo": the verb after its marker, not "han siger, at bo kommer"."""
    if text.word(index) != "bo" or text.word(index - 1) != "at":
        return False
    return bool(text.gap(index).strip()) or text.word(index + 1) not in word_list("finite")


def _is_pair(text: Text, index: int) -> bool:
    """True for "Tom og Jerry": the word after the next one has a capital and is in no lexicon."""
    if text.word(index + 1) not in ("og", "&") or index + 2 >= len(text.tokens):
        return False
    return text.tokens[index + 2].capital and look(text, index + 2) in (Look.NAME, Look.UNKNOWN)
