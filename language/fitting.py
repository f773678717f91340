"""The rounds of training: sentences worn to notes, batches that grow, the best state kept."""

import json
import random
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from language import augment, blueprint, lists
from language.augment import NameLists
from language.corpus import Sentence
from language.evaluate import Figures, evaluate

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

TOGETHER = 4  # sentences put into one document, so that the splitter sees ends
WORN = 0.45  # share of documents read as interview notes
RENAMED = 0.35  # share of sentences whose names are swapped
BATCH_WORDS = (180, 900)  # words a step in the first and in the last round
LEARN_RATE = 0.0015
WARM_UP = 200  # steps
DROPOUT = 0.2
EVERY = 3  # rounds between two looks at the sentences held back


def fit(
    sentences: Sequence[Sentence],
    held_back: Sequence[Sentence],
    swaps: NameLists,
    rounds: int,
    seed: int,
) -> "Language":
    """A trained pipeline with lemmas: the state that did best on the sentences held back.

    Prints a line of figures at each look. Without sentences held back the last state is kept.
    """
    from spacy.util import fix_random_seed
    from thinc.api import Adam

    from language import edges, lemmas  # noqa: F401 (they register their parts with spaCy)
    from language.arithmetic import with_numpy

    fix_random_seed(seed)
    nlp = with_numpy(blueprint.untrained(sentences))
    optimizer = Adam(LEARN_RATE, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    rng = random.Random(seed)
    best, state, step, start = -1.0, b"", 0, time.perf_counter()
    for number in range(rounds):
        for batch in _batches(nlp, one_round(sentences, swaps, rng), _size(number, rounds)):
            step += 1
            optimizer.learn_rate = _rate(step, number / rounds)
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
        if number % EVERY and number < rounds - 2:
            continue
        with nlp.use_params(optimizer.averages):
            figures = evaluate(nlp, held_back)
            print(f"{number} {time.perf_counter() - start:.0f}s {json.dumps(figures.as_json())}")
            if _worth(figures) > best:
                best, state = _worth(figures), nlp.to_bytes()
    nlp.from_bytes(state)
    nlp.add_pipe("taleroer_lemmas", after="morphologizer")
    nlp.add_pipe("taleroer_edges", after="ner")
    return nlp


def _size(number: int, rounds: int) -> float:
    first, last = BATCH_WORDS
    return first + (last - first) * number / rounds


def _rate(step: int, done: float) -> float:
    return LEARN_RATE * min(1.0, step / WARM_UP) * max(0.03, 1 - done)


def _worth(figures: Figures) -> float:
    """Tags, and names of people twice: a name overlooked is the dearest mistake."""
    per = figures.ents.get("PER")
    return figures.pos + figures.morph + figures.ents["ALL"].f + 2 * (per.f if per else 0.0)


def one_round(
    sentences: Sequence[Sentence], swaps: NameLists, rng: random.Random
) -> list[list[Sentence]]:
    """The documents of one round, in random order, each a group of varied sentences."""
    groups: list[list[Sentence]] = []
    for known in (True, False):
        part = [sentence for sentence in sentences if sentence.entities_known == known]
        order = rng.sample(part, len(part))
        while order:
            size, worn = rng.randint(1, TOGETHER), rng.random() < WORN
            taken, order = order[:size], order[size:]
            groups.append([_varied(sentence, worn, swaps, rng) for sentence in taken])
    if swaps.first and all(swaps.others.values()):
        groups += _note_groups(swaps, rng)
    rng.shuffle(groups)
    return groups


def _varied(sentence: Sentence, worn: bool, swaps: NameLists, rng: random.Random) -> Sentence:
    if rng.random() < RENAMED:
        sentence = augment.moved(augment.renamed(sentence, swaps, rng), swaps, rng)
    sentence = augment.dashed(sentence, rng)
    return augment.notes(sentence, rng) if worn else sentence


def _note_groups(swaps: NameLists, rng: random.Random) -> list[list[Sentence]]:
    made = [augment.note(line, swaps, rng) for line in lists.note_sentences() for _ in range(3)]
    return [[augment.notes(note, rng) if rng.random() < 0.5 else note] for note in made]


def _batches(
    nlp: "Language", groups: Sequence[list[Sentence]], words: float
) -> Iterator[list["Example"]]:
    batch: list[Example] = []
    size = 0
    for group in groups:
        batch.append(blueprint.example(nlp, group))
        size += len(batch[-1])
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
