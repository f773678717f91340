"""Reading treebanks in CoNLL-U."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from language.conventions import Word


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank; where it is not annotated, its entities are unknown, not absent."""

    words: tuple[Word, ...]
    entities_known: bool


class NotATreebank(ValueError):
    """A line is not CoNLL-U: names the file and the line."""

    code = "not-a-treebank"


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of one file in order; multiword ranges and empty nodes are left out.

    Entities are read from MISC (`NE=B-PER` or, as in DDT's own files, `name=B-PER`); a comment
    `# ner = annotated` says that they are complete. Raises NotATreebank.
    """
    words: list[Word] = []
    known = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            if words:
                yield Sentence(tuple(words), known)
            words, known = [], False
        elif line.startswith("#"):
            known = known or line.replace(" ", "") == "#ner=annotated"
        else:
            columns = line.split("\t")
            if len(columns) != 10:
                raise NotATreebank(f"{path} [{number}]: {len(columns)} columns instead of 10")
            if columns[0].isdigit():
                words.append(_word(columns))
    if words:
        yield Sentence(tuple(words), known)


def _word(columns: list[str]) -> Word:
    misc = dict(pair.split("=", 1) for pair in columns[9].split("|") if "=" in pair)
    entity = misc.get("NE", misc.get("name", ""))
    morph = "" if columns[5] == "_" else columns[5]
    lemma = columns[1] if columns[2] == "_" and columns[1] != "_" else columns[2]
    space_after = misc.get("SpaceAfter") != "No"
    return Word(columns[1], lemma, columns[3], morph, "" if entity == "O" else entity, space_after)


def files(paths: list[Path], part: str) -> list[Path]:
    """The .conllu files meant by `paths`: files as given, of folders those named after `part`."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob(f"*{part}*.conllu")) if path.is_dir() else [path]
    return found
