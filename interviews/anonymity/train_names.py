"""Train the name model: `python -m interviews.anonymity.train_names --names DIR --out FILE`.

DIR holds first-names-women.txt, first-names-men.txt and surnames.txt, a name a line, the most
carried first (Danmarks Statistik by way of OS2datascanner, MPL-2.0). Names are learned against the
lexicon's words, joined words and both with one letter wrong, because that is what the model is
asked about. `--hold-out N` leaves every Nth name out, to measure what it does with unseen ones.
"""

import argparse
import random
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from interviews.anonymity.lexicon import is_joined, word_list
from interviews.anonymity.name_model import grams, pack, positions
from language import lists
from language.lexicon import lexicon

SEED = 20
BITS = 19
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
COMMON = 6000  # names of each list that are learned with one letter wrong, several times
FIRST_NAMES = ("first-names-women.txt", "first-names-men.txt")
ALL_NAMES = (*FIRST_NAMES, "surnames.txt")
Example = tuple[str, int, float]
# Few Greenlandic names are in any list, and they are built of parts: the parts are learned anew
# joined, so that a name no list holds is known by how it is built.
_BUILT = re.compile(
    r"q(?!u)|nng|(?:aq|luk|suk|neq|toq|ivi|nnaq|paluk|liit|teq|eeraq|uk|ik)$|^(?:aq|niv|pani|arna|nuk|inu)"
)
_PART = re.compile(r"[^aeiouy]*[aeiouy]+")
BUILT = 12_000


def read_names(folder: Path, files: tuple[str, ...] = ALL_NAMES) -> dict[str, int]:
    """Lower-case single names and their best rank in a list (0 = carried by most)."""
    ranks: dict[str, int] = {}
    for file in files:
        for rank, line in enumerate((folder / file).read_text(encoding="utf-8").splitlines()):
            for name in line.strip().lower().replace("'", " ").split():
                if len(name) > 1 and name.replace("-", "").isalpha():
                    ranks[name] = min(rank, ranks.get(name, rank))
    return ranks


def misspell(word: str, chance: random.Random) -> str:
    """The word with one letter dropped, doubled, replaced, added or swapped with the next."""
    place = chance.randrange(1, len(word)) if len(word) > 1 else 0
    head, letter, tail = word[:place], word[place : place + 1], word[place + 1 :]
    slip = chance.randrange(5)
    if slip == 0:
        return head + tail
    if slip == 1:
        return head + letter * 2 + tail
    if slip == 2:
        return head + chance.choice(LETTERS) + tail
    if slip == 3:
        return head + chance.choice(LETTERS) + letter + tail
    return head + tail[:1] + letter + tail[1:]


def held_out(name: str, every: int) -> bool:
    """True for the names left out with `--hold-out every` (0: none)."""
    return every > 0 and zlib.crc32(name.encode(), 7) % every == 0


def names(ranks: dict[str, int], every: int, chance: random.Random) -> Iterator[Example]:
    """Names as they are, in the genitive, and with one letter wrong; the common ones more often."""
    known = lexicon()
    only = word_list("only_names")
    for name, rank in ranks.items():
        if held_out(name, every) or (name in known and name not in only):
            continue
        yield name, 1, 3.0 if rank < COMMON else 1.0
        if not name.endswith("s"):
            yield name + "s", 1, 0.3
        slips = 6 if rank < 1000 else 3 if rank < COMMON else 1 if rank < 3 * COMMON else 0
        for _ in range(slips):
            slipped = misspell(name, chance)
            if slipped not in known and slipped != name and len(slipped) > 2:
                yield slipped, 1, 0.7


def rebuilt(ranks: dict[str, int], every: int, chance: random.Random) -> Iterator[Example]:
    """New names of the beginning of one Greenlandic name and the end of another."""
    known = [name for name in ranks if _BUILT.search(name) and "-" not in name]
    known = [name for name in known if len(name) > 4 and not held_out(name, every)]
    for _ in range(BUILT):
        head, tail = chance.choice(known), chance.choice(known)
        cut = chance.choice([part.end() for part in _PART.finditer(head)] or [len(head)])
        rest = chance.choice([part.start() for part in _PART.finditer(tail)] or [0])
        name = head[:cut] + tail[rest:]
        if 4 < len(name) < 18 and name not in lexicon():
            yield name, 1, 1.0


def words(chance: random.Random) -> Iterator[Example]:
    """Words, two words in one, and words with one letter wrong; frequent words more often."""
    forms = [form for form in lexicon().forms() if form.isalpha() and len(form) > 1]
    rarity = lists.frequencies()
    frequent = [form for form in forms if form in rarity and form not in word_list("only_names")]
    for form in chance.sample(forms, 220_000):
        yield form, 0, 0.5
    for form in frequent:
        yield form, 0, 1.0
    for form in frequent * 6 + chance.sample(forms, 60_000):
        slipped = misspell(form, chance)
        if slipped not in rarity and len(slipped) > 2:
            yield slipped, 0, 1.0
    heads = [form for form in frequent if len(form) > 2]
    for _ in range(120_000):
        joint = chance.choice(heads) + chance.choice(("", "", "s", "e")) + chance.choice(heads)
        yield joint, 0, 1.0


def matrix(forms: list[str]) -> csr_matrix:
    """One row a form: 1 in the bucket of each of its letter groups."""
    mask = (1 << BITS) - 1
    columns: list[int] = []
    ends = [0]
    for form in forms:
        columns.extend(sorted(zlib.crc32(gram) & mask for gram in grams(form, is_joined(form))))
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    shape = (len(forms), 1 << BITS)
    return csr_matrix((ones, np.array(columns, dtype=np.int32), np.array(ends)), shape=shape)


def fit(examples: list[Example]) -> tuple[bytes, float, float]:
    """Weights as signed bytes, their scale, and the bias."""
    model = SGDClassifier(
        loss="log_loss", alpha=3e-7, max_iter=6, tol=None, random_state=SEED, average=True
    )
    model.fit(
        matrix([form for form, _, _ in examples]),
        np.array([label for _, label, _ in examples]),
        sample_weight=np.array([weight for _, _, weight in examples]),
    )
    scale = float(np.abs(model.coef_).max()) / 127
    weights = np.round(model.coef_[0] / scale).astype(np.int8).tobytes()
    return weights, scale, float(model.intercept_[0])


def bloom(forms: Iterable[str], bits: int = 1 << 16) -> bytes:
    """A Bloom filter of the forms."""
    filled = bytearray(bits // 8)
    for form in forms:
        for place in positions(form, bits):
            filled[place >> 3] |= 1 << (place & 7)
    return bytes(filled)


def _in_use(name: str, rank: int) -> bool:
    """True for a word-and-name unless the word is frequent and the name is not."""
    return rank < 1200 or (rank < 30_000 and lists.frequencies().get(name, 800) >= 540)


def train(folder: Path, out: Path, hold_out: int) -> str:
    """Train on the lists in `folder`, write the model to `out`, return what it was made of.

    The same lists give the same bytes. `hold_out` N leaves every Nth name out; 0 leaves none.
    """
    ranks = read_names(folder)
    chance = random.Random(SEED)
    examples = [*names(ranks, hold_out, chance), *words(chance)]
    examples += rebuilt(ranks, hold_out, chance)
    weights, scale, bias = fit(examples)
    also = sorted(name for name, rank in ranks.items() if name in lexicon() and _in_use(name, rank))
    out.write_bytes(pack(weights, bloom(also), scale, bias))
    return f"{len(ranks)} names, {len(examples)} examples, {len(also)} words that are also names"


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold-out", type=int, default=0)
    arguments = parser.parse_args()
    print(train(arguments.names, arguments.out, arguments.hold_out))


if __name__ == "__main__":
    main()
