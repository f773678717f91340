"""Train the Danish pipeline: python -m language.train --corpus DIR --out DIR [--names DIR].

The corpus is one or more folders with train*.conllu and dev*.conllu (UD's own names do as well),
or such files. The name lists (first-names-women.txt, first-names-men.txt, surnames.txt, one name
a line, the most frequent first) serve to swap people's names and to learn what a name looks like;
without them both are left out. One seed and one machine give one pipeline. About ten
minutes on two idle cores, three of them for the word vectors.
"""

import argparse
import json
import os
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from language import conventions, corpus, places
from language.augment import NameLists
from language.conventions import Word
from language.corpus import Sentence
from language.evaluate import entity_spans

if TYPE_CHECKING:
    from spacy.language import Language

SEED = 20
VERSION = "1.0.0"
NAMES_LEARNT = 10_000  # first names for the model of what a name looks like
NAMES_SWAPPED = 6_000
OTHER_WORDS = 20_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, write the pipeline to --out and print its figures on the sentences held back."""
    asked = _arguments(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    train = [_harmonised(sentence) for sentence in _sentences(asked.corpus, "train")]
    held_back = list(_sentences(asked.corpus, "dev"))
    write_overrides([sentence.words for sentence in train], asked.out / places.MARK)
    # From here on every word is read with what is being learnt, not with the shipped pipeline.
    os.environ[places.SETTING] = str(asked.out)
    from language import fitting, lemmas

    swaps = _prepare(asked.out, asked.names, train)
    lemmas.learn((list(sentence.words) for sentence in train), asked.out / lemmas.FILE)
    nlp = fitting.fit(train, held_back, swaps, asked.epochs, SEED)
    save(nlp, asked.out)


def save(nlp: "Language", out: Path) -> None:
    """Write the pipeline without the words it met: the sentences' names are nobody's business."""
    nlp.meta.update(name="taleroer", version=VERSION, license="CC BY-SA 4.0", author="Talerør")
    nlp.meta["description"] = "Danish tags, lemmas, sentence starts and names, also for notes"
    nlp.to_disk(out)
    labels = {
        label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())
    }
    strings = json.dumps(sorted(labels), ensure_ascii=False, indent=0)
    (out / "vocab" / "strings.json").write_text(strings, encoding="utf-8")


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--epochs", type=int, default=16)
    return parser.parse_args(arguments)


def _sentences(paths: list[Path], part: str) -> list[Sentence]:
    return [s for path in corpus.files(paths, part) for s in corpus.read_sentences(path)]


def _harmonised(sentence: Sentence) -> Sentence:
    return replace(sentence, words=tuple(conventions.harmonise(sentence.words)))


def _prepare(out: Path, names_folder: Path | None, train: Sequence[Sentence]) -> NameLists:
    """Learn what does not need the sentences: word vectors and the look of names."""
    from language import features, names, word_vectors
    from language.vectors import default_embedder

    if not (out / features.VECTORS).exists():
        word_vectors.learn(default_embedder(), out / features.VECTORS)
    others = {label: _mentions(train, label) for label in ("LOC", "ORG")}
    if names_folder is None:
        return NameLists((), (), others)
    first, last = read_names(names_folder)
    first_learnt = first[:NAMES_LEARNT]
    known = {*first_learnt, *last}
    lists_by_kind = [first_learnt, last, _plain_words(known), _other_names(known)]
    names.learn(lists_by_kind, out / names.FILE, SEED)
    titled = [tuple(name.title() for name in part) for part in (first[:NAMES_SWAPPED], last)]
    return NameLists(titled[0], titled[1], others)


def read_names(folder: Path) -> tuple[list[str], list[str]]:
    """First names (women's and men's in turn) and surnames, in lower case, letters only."""
    women, men, last = (
        [line.strip().lower() for line in (folder / name).read_text(encoding="utf-8").splitlines()]
        for name in ("first-names-women.txt", "first-names-men.txt", "surnames.txt")
    )
    first = [name for pair in zip(women, men, strict=False) for name in pair]
    return [name for name in first if name.isalpha()], [name for name in last if name.isalpha()]


def _plain_words(known_names: set[str]) -> list[str]:
    from language import lists
    from language.lexicon import lexicon

    rarity = lists.frequencies()
    frequent = [word for word in sorted(rarity, key=lambda w: (rarity[w], w)) if word in lexicon()]
    others = random.Random(SEED).sample(lexicon().forms(), OTHER_WORDS)
    return [word for word in frequent + others if word.isalpha() and word not in known_names]


def _other_names(known_names: set[str]) -> list[str]:
    """Frequent words that are neither in the form list nor people's names: firms, places, English.

    Without them every foreign-looking word would pass for a first name.
    """
    from language import lists
    from language.lexicon import lexicon

    table, rarity = lexicon(), lists.frequencies()
    return [
        word
        for word in sorted(rarity, key=lambda w: (rarity[w], w))
        if (word not in table or table.is_name(word)) and word not in known_names
    ]


def _mentions(sentences: Sequence[Sentence], label: str) -> list[tuple[str, ...]]:
    """The names of one kind in the corpus, as words, each once, in order of the alphabet."""
    found = set()
    for sentence in sentences:
        for first, last, kind in entity_spans(sentence):
            words = sentence.words[first:last]
            if kind == label and all(word.pos == "PROPN" for word in words):
                found.add(tuple(word.form for word in words))
    return sorted(found)


def write_overrides(sentences: Iterable[Sequence[Word]], path: Path) -> None:
    """Write the lemmas that the treebank gives otherwise than the form list, a form a line.

    Only forms seen at least twice whose commonest lemma has the majority; names are left out.
    """
    from language.lexicon import lexicon

    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            if word.pos in {"PROPN", "PUNCT", "NUM", "SYM", "X"} or not word.form.isalpha():
                continue
            low = word.form.lower()
            # "dårligt" as an adverb is its own lemma; for matching it is to meet "dårlig".
            adjectives = {f"{lexicon().lemma(low)}{ending}" for ending in ("t", "ere", "est")}
            if word.pos != "ADV" or low not in adjectives:
                counts[low][word.lemma.lower()] += 1
    lines = []
    for form, lemmas in sorted(counts.items()):
        lemma, times = lemmas.most_common(1)[0]
        if times > 1 and times * 2 > lemmas.total() and lemma != (lexicon().lemma(form) or form):
            lines.append(f"{form}\t{lemma}\n")
    path.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
