"""The word lists that belong to the project, read once. Sources and licences: lists/README.md."""

from functools import cache
from pathlib import Path

from language import places


@cache
def frequencies() -> dict[str, int]:
    """29,000 frequent Danish words and how rare each is, in centibels below "every word".

    The commonest word stands at 151, one in a million at 600; 100 more is a tenth as frequent.
    Source: wordfreq 3.1 (news, subtitles, web, encyclopedia).
    """
    rarity: dict[str, int] = {}
    for line in _lines("frequent_words.txt"):
        level, *words = line.split()
        rarity.update((word, int(level)) for word in words)
    return rarity


@cache
def lemma_overrides() -> dict[str, str]:
    """Lemmas that the form list lacks or gives wrongly, by lower-case form.

    Those counted in the treebank lie with the pipeline; the project's own win over them.
    """
    learnt = places.pipeline() / "lemma_overrides.tsv"
    pairs = _read(learnt) if learnt.exists() else []
    return dict(pair.split("\t") for pair in [*pairs, *_lines("lemma_fixes.tsv")])


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about a subject, in lower case."""
    return frozenset(" ".join(_lines("stop_words.txt")).split())


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations after which a full stop ends no sentence, in lower case without that stop."""
    return frozenset(" ".join(_lines("abbreviations.txt")).split())


@cache
def endings() -> frozenset[str]:
    """Forms that never count as the last part of a compound."""
    return frozenset(" ".join(_lines("endings.txt")).split())


@cache
def beginnings() -> frozenset[str]:
    """Forms that never count as the first part of a compound."""
    return frozenset(" ".join(_lines("beginnings.txt")).split())


def note_sentences() -> list[str]:
    """Sentences as in interview notes with slots for names, used in training only."""
    return _lines("note_sentences.txt")


def _lines(name: str) -> list[str]:
    return _read(places.lists() / name)


def _read(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
