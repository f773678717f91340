"""Bringing a treebank's tags to the conventions of UD Danish before training.

A corpus converted word by word from older tags cannot see the clause: it calls every "er" an
auxiliary and every "som" a preposition. These rules look at the neighbours. They follow the
Universal Dependencies guidelines (https://universaldependencies.org/da/) and leave a corpus that
already keeps them nearly unchanged.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

HAVE = frozenset({"har", "have", "havde", "haft"})
BE = frozenset({"er", "var", "være", "været"})
BECOME = frozenset({"bliver", "blive", "blev", "blevet"})
MODALS = frozenset(
    "kan kunne kunnet skal skulle skullet vil ville villet må måtte bør burde".split()  # noqa: SIM905
)
DETERMINERS = frozenset(
    {"ingen", "intet", "noget", "nogle", "nogen", "andre", "anden", "andet", "begge", "hvert"}
)
CLAUSE_ENDS = frozenset({"PUNCT", "SCONJ", "CCONJ"})
BEFORE_NOUN = frozenset({"NUM", "DET", "ADV"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVE_MARKS = frozenset({",", '"'})
HVERT = "Gender=Neut|Number=Sing|PronType=Ind"
_COMMON = "Definite=Ind|Gender=Com|Number=Sing"
_NEUTER = "Definite=Ind|Gender=Neut|Number=Sing"
# Nouns in fixed phrases ("i dag", "på grund af") that word-by-word tags call adverbs
FROZEN = {
    **dict.fromkeys(("dag", "aften", "morgen", "nat", "gang", "grund", "tid", "stand"), _COMMON),
    **dict.fromkeys(("går", "fald", "sted", "hensyn", "bord"), _NEUTER),
    "år": "Definite=Ind|Gender=Neut|Number=Plur",
    "taget": "Definite=Def|Gender=Neut|Number=Sing",
    "tiden": "Definite=Def|Gender=Com|Number=Sing",
    "forvejen": "Definite=Def|Gender=Com|Number=Sing",
}
FULL_LEMMA = {"&3a;": ":"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a treebank: its columns, and NE as B-PER, I-PER … or ""."""

    form: str
    lemma: str
    pos: str
    morph: str
    entity: str
    space_after: bool


def harmonise(words: Sequence[Word]) -> list[Word]:
    """The same words with tag and lemma by the conventions; order and number unchanged."""
    tagged = [replace(word, pos=_pos(words, i)) for i, word in enumerate(words)]
    return [_lemma(replace(word, morph=_morph(words, i, word))) for i, word in enumerate(tagged)]


def _morph(words: Sequence[Word], i: int, word: Word) -> str:
    low = word.form.lower()
    if low == "som" and word.pos in {"ADP", "PRON"}:
        return "PartType=Inf"
    if low == "der" and word.pos in {"ADV", "PRON"}:
        follows = bool(i) and (words[i - 1].form in RELATIVE_MARKS or word.pos == "ADV")
        return "PartType=Inf" if follows and _next_is(words, i, _is_finite) else ""
    if word.pos == "ADP" and low != "end":
        return "AdpType=Prep"
    if word.pos == "NOUN" and words[i].pos == "ADV":
        return FROZEN[low]
    return HVERT if (low, word.pos) == ("hvert", "DET") else word.morph


def _lemma(word: Word) -> Word:
    lemma = FULL_LEMMA.get(word.lemma, word.lemma)
    # An adverb made from an adjective ("langt", "hurtigt") is its own lemma.
    if word.pos == "ADV" and word.form.isalpha():
        lemma = word.form.lower()
    return replace(word, lemma=lemma)


def _pos(words: Sequence[Word], i: int) -> str:
    low, pos = words[i].form.lower(), words[i].pos
    if pos in {"AUX", "VERB"}:
        return _verb(words, i, low, pos)
    if low == "som" and pos in {"ADP", "SCONJ", "PRON"}:
        return "PRON" if _is_relative(words, i) else "ADP"
    if low in DETERMINERS and pos in {"DET", "PRON"}:
        return "DET" if _before_noun(words, i) else "PRON"
    if pos == "ADV" and low in FROZEN and _after_preposition(words, i):
        return "NOUN"
    if low == "hvert" and i + 1 < len(words) and words[i + 1].form.lower() == "fald":
        return "DET"
    if low == "der" and i and words[i - 1].pos in NOMINAL and _next_is(words, i, _is_finite):
        return "ADV"  # a relative clause without its comma
    return pos


def _after_preposition(words: Sequence[Word], i: int) -> bool:
    return any(word.pos == "ADP" for word in words[max(0, i - 2) : i])


def _verb(words: Sequence[Word], i: int, low: str, pos: str) -> str:
    if low in HAVE or low in BECOME:
        return "AUX" if _has(words, i, _is_participle) else "VERB"
    if low in BE and not _has(words, i, _is_participle):
        main = _is_existential(words, i) or _next_is(words, i, _is_place_or_clause)
        return "VERB" if main else "AUX"
    if low in MODALS:
        return "AUX" if _has(words, i, _is_infinitive) else pos
    return pos


def _has(words: Sequence[Word], i: int, wanted: Callable[[Word], bool]) -> bool:
    """Whether a wanted word follows within the clause."""
    for word in words[i + 1 :]:
        if wanted(word):
            return True
        if word.pos in CLAUSE_ENDS:
            return False
    return False


def _is_relative(words: Sequence[Word], i: int) -> bool:
    """Whether "som" opens a clause: after a comma and with a finite verb to come."""
    return bool(i) and words[i - 1].form == "," and _has(words, i, _is_finite)


def _is_finite(word: Word) -> bool:
    return "VerbForm=Fin" in word.morph


def _is_participle(word: Word) -> bool:
    return word.pos in {"VERB", "AUX"} and "Tense=Past|VerbForm=Part" in word.morph


def _is_infinitive(word: Word) -> bool:
    return "VerbForm=Inf" in word.morph


def _before_noun(words: Sequence[Word], i: int) -> bool:
    for word in words[i + 1 :]:
        if word.pos in {"NOUN", "PROPN", "ADJ"}:
            return True
        if word.pos not in BEFORE_NOUN:
            return False
    return False


def _next_is(words: Sequence[Word], i: int, wanted: Callable[[Word], bool]) -> bool:
    """Whether the first word after adverbs is a wanted one."""
    return next((wanted(word) for word in words[i + 1 :] if word.pos != "ADV"), False)


def _is_existential(words: Sequence[Word], i: int) -> bool:
    """ "der er", "er der": something is there."""
    around = [word.form.lower() for word in words[max(0, i - 1) : i + 2]]
    return "der" in around and _is_noun_ahead(words, i)


def _is_noun_ahead(words: Sequence[Word], i: int) -> bool:
    return any(word.pos in {"NOUN", "PRON", "DET", "NUM"} for word in words[i + 1 : i + 5])


def _is_place_or_clause(word: Word) -> bool:
    """ "er i byen", "er at forhindre", "er, at druerne", "er overraskende": no noun to couple."""
    return (
        word.pos in {"ADP", "PART", "SCONJ"}
        or word.form == ","
        or "Tense=Pres|VerbForm=Part" in word.morph
    )
