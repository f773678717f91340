"""Making interview notes of newspaper sentences: no capitals, no marks, ae/oe/aa, slips, new names.

Used in training only. Every change is drawn from the generator that is passed in, so the same
seed makes the same notes.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from language.conventions import Word
from language.corpus import Sentence

ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})
LETTERS = "etanrdsilogkmvfu"
SHORTEST = 4  # no slips in shorter words: they would be other words


DASHES = ("-", "-", "-", "–", "*")


@dataclass(frozen=True, slots=True)
class NameLists:
    """Names to put in the place of others: title case, the most frequent first; may be empty.

    `others` holds the places and organisations of the corpus by label, each a tuple of words.
    """

    first: tuple[str, ...]
    last: tuple[str, ...]
    others: Mapping[str, Sequence[tuple[str, ...]]]


def lowered(sentence: Sentence) -> Sentence:
    """The sentence in lower case without marks; one of marks alone stays as it is."""
    words = [word for word in sentence.words if word.pos != "PUNCT"] or list(sentence.words)
    return replace(sentence, words=tuple(_written(word, str.lower) for word in words))


def ascii_letters(sentence: Sentence) -> Sentence:
    """The sentence with ae, oe and aa for æ, ø and å."""
    words = [_written(word, lambda form: form.translate(ASCII)) for word in sentence.words]
    return replace(sentence, words=tuple(words))


def slipped(sentence: Sentence, rng: random.Random, rate: float = 0.07) -> Sentence:
    """The sentence with a slip of the finger in that share of its longer words."""
    words = [_slip(word, rng) if rng.random() < rate else word for word in sentence.words]
    return replace(sentence, words=tuple(words))


def notes(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence as hurried notes, each kind of wear by chance."""
    if rng.random() < 0.7:
        words = tuple(_written(word, str.lower) for word in sentence.words)
        sentence = replace(sentence, words=words)
    if rng.random() < 0.6:
        kept = tuple(word for word in sentence.words if word.pos != "PUNCT")
        sentence = replace(sentence, words=kept or sentence.words)
    if rng.random() < 0.35:
        sentence = ascii_letters(sentence)
    return slipped(sentence, rng) if rng.random() < 0.5 else sentence


def renamed(sentence: Sentence, names: NameLists, rng: random.Random) -> Sentence:
    """The sentence with every person under another name, in the same case and number of words."""
    if not names.first or not names.last:
        return sentence
    words = list(sentence.words)
    for place, word in enumerate(words):
        if word.entity.endswith("-PER") and word.pos == "PROPN" and word.form.isalpha():
            alone = place + 1 == len(words) or words[place + 1].entity != "I-PER"
            use_first = word.entity == "B-PER" and (not alone or rng.random() < 0.6)
            words[place] = _named(word, _draw(names.first if use_first else names.last, rng))
    return replace(sentence, words=tuple(words))


def dashed(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with some commas as dashes: corpora without dashes never show the mark."""
    words = [
        replace(word, form=rng.choice(DASHES), lemma="-")
        if word.form in {",", ":"} and rng.random() < 0.08
        else word
        for word in sentence.words
    ]
    return replace(sentence, words=tuple(words))


def moved(sentence: Sentence, names: NameLists, rng: random.Random) -> Sentence:
    """The sentence with other places and organisations of the corpus in the same spots.

    Only names of one word take the place of names of one word, so that tags stay right.
    """
    words = list(sentence.words)
    for place, word in enumerate(words):
        pool = names.others.get(word.entity.removeprefix("B-"), ())
        alone = place + 1 == len(words) or not words[place + 1].entity.startswith("I-")
        if word.entity.startswith("B-") and word.pos == "PROPN" and alone and pool:
            (other,) = rng.choice([name for name in pool if len(name) == 1])
            words[place] = _named(word, other)
    return replace(sentence, words=tuple(words))


def _named(word: Word, name: str) -> Word:
    owner = word.form.endswith("s") and not word.lemma.endswith("s")
    form = f"{name}s" if owner else name
    return replace(
        word, form=form.upper() if word.form.isupper() and len(word.form) > 1 else form, lemma=name
    )


def _draw(names: Sequence[str], rng: random.Random) -> str:
    """A name, frequent ones more often but rare ones too."""
    return names[int(len(names) * rng.random() ** 4)]


def _written(word: Word, change: Callable[[str], str]) -> Word:
    return replace(word, form=change(word.form))


def _slip(word: Word, rng: random.Random) -> Word:
    form = word.form
    if len(form) < SHORTEST or not form.isalpha():
        return word
    place = rng.randrange(1, len(form) - 1)
    head, tail = form[:place], form[place:]
    kind = rng.randrange(4)
    if kind == 0:
        form = head + tail[1:]
    elif kind == 1:
        form = head + tail[0] + tail
    elif kind == 2:
        form = head + tail[1] + tail[0] + tail[2:]
    else:
        form = head + rng.choice(LETTERS) + tail[1:]
    return replace(word, form=form)


def note(template: str, names: NameLists, rng: random.Random) -> Sentence:
    """A sentence of interview notes with names drawn into its slots; tags and lemmas unknown."""
    words: list[Word] = []
    for token in re.findall(r"\{[A-Z]\}s?|[\w-]+|[^\w\s]", template):
        words += _slot(token, names, rng, inside=bool(words) and words[-1].entity == "B-PER")
    return Sentence(tuple(words), entities_known=True)


def _slot(token: str, names: NameLists, rng: random.Random, inside: bool) -> list[Word]:
    kind = token[1:2] if token.startswith("{") else ""
    if kind in {"F", "L"}:
        name = _draw(names.first if kind == "F" else names.last, rng)
        label = "I-PER" if kind == "L" and inside else "B-PER"
        return [Word(name + token[3:], "", "", "", label, True)]
    if kind:
        label = {"P": "LOC", "O": "ORG"}[kind]
        forms = rng.choice(names.others[label])
        return [
            Word(form, "", "", "", f"{'I' if i else 'B'}-{label}", True)
            for i, form in enumerate(forms)
        ]
    return [Word(token, "", "", "", "", True)]
