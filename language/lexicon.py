"""The 551,000 Danish word forms of spacy-lookups-data, in about 12 MB instead of 496.

The forms lie sorted in one block of bytes and are found by bisection; a lemma is not stored but
made by a rule (drop n letters, add an ending), and 426 rules serve all forms. The block is
built from the installed package the first time and kept in the cache folder; where that cannot
be written, it is built again in each process.
"""

import contextlib
import gzip
import importlib.metadata
import importlib.util
import itertools
import json
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from language import places

FORMAT = 5
HEAD = 3  # bytes
MEMORY = 200_000  # forms whose place is remembered
ARRAYS = ("letters", "starts", "rules", "endings", "names", "heads", "firsts", "bends")
TABLE = "da_lemma_lookup.json.gz"
# Endings that tell the inflection of a lemma: verb, common and neuter noun, plural, adjective
ENDINGS = ("r", "de", "te", "t", "n", "en", "et", "er", "e", "erne", "ere", "est", "s")
STEM_ENDINGS = ("ede", "te", "et")  # after the lemma without its e
BENDS = len(ENDINGS) + len(STEM_ENDINGS)

Arrays = dict[str, NDArray[Any]]


class FormTableMissing(RuntimeError):
    """The package spacy-lookups-data, which holds the forms, is not installed."""

    code = "form-table-missing"


class Lexicon:
    """Word forms and their lemmas; asks in lower case only. A lookup takes about 2 microseconds."""

    def __init__(
        self,
        letters: bytes,
        starts: NDArray[np.uint32],
        rules: NDArray[np.uint16],
        endings: str,
        names: bytes,
        heads: NDArray[np.bytes_],
        firsts: NDArray[np.uint32],
        bends: NDArray[np.uint16],
    ) -> None:
        self._letters = letters
        self._names = names
        # Memory views give plain integers, four times as fast as numpy's own scalars.
        self._starts = memoryview(np.ascontiguousarray(starts, dtype=np.uint32).data)
        self._rules = memoryview(np.ascontiguousarray(rules, dtype=np.uint16).data)
        self._bends = memoryview(np.ascontiguousarray(bends, dtype=np.uint16).data)
        # Where the forms with the same first bytes lie: bisection takes 7 steps instead of 19.
        ends = [*firsts[1:].tolist(), len(rules)]
        spans = zip(firsts.tolist(), ends, strict=True)
        self._ranges: dict[bytes, tuple[int, int]] = dict(zip(heads.tolist(), spans, strict=True))
        self._endings = [_parse_rule(line) for line in endings.split("\n")]
        # One word is asked about ten times, for its lemma, its parts and its name.
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._rules)

    def _find(self, form: str) -> int:
        place = self._places.get(form)
        if place is None:
            if len(self._places) >= MEMORY:
                self._places.clear()
            place = self._places[form] = self._search(form)
        return place

    def _search(self, form: str) -> int:
        wanted = form.encode()
        letters, starts = self._letters, self._starts
        low, high = self._ranges.get(wanted[:HEAD], (0, 0))
        while low < high:
            middle = (low + high) // 2
            if letters[starts[middle] : starts[middle + 1]] < wanted:
                low = middle + 1
            else:
                high = middle
        if low < len(self._rules) and letters[starts[low] : starts[low + 1]] == wanted:
            return low
        return -1

    def __contains__(self, form: str) -> bool:
        return self._find(form) >= 0

    def lemma(self, form: str) -> str | None:
        """The lemma of a lower-case form, or None for an unknown form."""
        place = self._find(form)
        if place < 0:
            return None
        drop, ending = self._endings[self._rules[place]]
        return form[: len(form) - drop] + ending

    def inflection(self, lemma: str) -> str:
        """Which of ENDINGS and STEM_ENDINGS the list has with this lemma, a digit each."""
        place = self._find(lemma)
        bends = self._bends[place] if place >= 0 else _bends(lemma, self.lemma)
        return f"{bends:0{BENDS}b}"

    def is_name(self, form: str) -> bool:
        """Whether the list has the lower-case form with a capital only: a place, say, or a firm."""
        place = self._find(form)
        return place >= 0 and bool(self._names[place])

    def forms(self) -> list[str]:
        """All forms in byte order: half a million strings, for building tools only."""
        starts = self._starts
        spans = itertools.pairwise(starts)
        return [self._letters[start:end].decode() for start, end in spans]


def _bends(lemma: str, find: Callable[[str], str | None]) -> int:
    """A bit for each ending, the first one the highest."""
    stem = lemma.removesuffix("e")
    forms = [*(lemma + end for end in ENDINGS), *(stem + end for end in STEM_ENDINGS)]
    return sum((find(form) == lemma) << BENDS - 1 - i for i, form in enumerate(forms))


def _parse_rule(line: str) -> tuple[int, str]:
    drop, _, ending = line.partition(" ")
    return int(drop), ending


def _rule(form: str, lemma: str) -> str:
    pairs = zip(form, lemma, strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return f"{len(form) - same} {lemma[same:]}"


def _package_table() -> Path:
    spec = importlib.util.find_spec("spacy_lookups_data")
    if spec is None or not spec.submodule_search_locations:
        raise FormTableMissing
    return Path(spec.submodule_search_locations[0]) / "data" / TABLE


def _read_table(path: Path) -> tuple[dict[str, str], set[str]]:
    """Lemma by form, all in lower case, and the forms that the table has in lower case itself."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        table: dict[str, str] = json.load(file)
    table = {form: lemma for form, lemma in table.items() if " " not in form}
    words = {form for form in table if form == form.lower()}
    lemmas = {form.lower(): lemma.lower() for form, lemma in table.items()}
    # Where a form is written both ways ("Bo", "bo"), the lower-case entry is the word.
    lemmas.update((form, table[form].lower()) for form in words)
    return lemmas, words


def build(path: Path) -> Arrays:
    """The arrays of a Lexicon from the package's table at `path`; takes some seconds."""
    lemmas, words = _read_table(path)
    table = sorted(
        (form.encode(), form, lemma, form not in words) for form, lemma in lemmas.items()
    )
    numbers: dict[str, int] = {}
    rules = [numbers.setdefault(_rule(form, lemma), len(numbers)) for _, form, lemma, _ in table]
    lengths = np.fromiter((len(raw) for raw, *_ in table), dtype=np.uint32, count=len(table))
    bases = set(lemmas.values())
    bends = (_bends(form, lemmas.get) if form in bases else 0 for _, form, _, _ in table)
    heads, firsts = np.unique([raw[:HEAD] for raw, *_ in table], return_index=True)
    return {
        "heads": heads,
        "firsts": firsts.astype(np.uint32),
        "bends": np.fromiter(bends, dtype=np.uint16, count=len(table)),
        "letters": np.frombuffer(b"".join(raw for raw, *_ in table), dtype=np.uint8),
        "starts": np.concatenate([[0], np.cumsum(lengths)]).astype(np.uint32),
        "rules": np.asarray(rules, dtype=np.uint16),
        "endings": np.frombuffer("\n".join(numbers).encode(), dtype=np.uint8),
        "names": np.asarray([is_name for _, _, _, is_name in table], dtype=np.uint8),
    }


def _store(path: Path, arrays: Arrays) -> None:
    """Write the cache file in one move; a folder that cannot be written is no error."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(file, **arrays)  # type: ignore[arg-type]
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def _stored(path: Path) -> Arrays | None:
    try:
        with np.load(path) as file:
            return {name: file[name] for name in ARRAYS}
    except (OSError, ValueError, KeyError, EOFError):
        return None  # absent, or cut off by a full disk: build it again


@cache
def lexicon() -> Lexicon:
    """The process-wide lexicon: 0.05 s from the cache file, some seconds where it must be built."""
    version = importlib.metadata.version("spacy-lookups-data")
    path = places.cache() / f"forms-{version}-{FORMAT}.npz"
    arrays = _stored(path)
    if arrays is None:
        arrays = build(_package_table())
        _store(path, arrays)
    return Lexicon(
        arrays["letters"].tobytes(),
        arrays["starts"],
        arrays["rules"],
        arrays["endings"].tobytes().decode(),
        arrays["names"].tobytes(),
        arrays["heads"],
        arrays["firsts"],
        arrays["bends"],
    )


if __name__ == "__main__":
    print(f"{len(lexicon())} forms in {places.cache()}")
