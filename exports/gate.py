"""The one gate to print, which no renderer can go around.

Renderers take a `Cleared` outline and nothing else, and only `clear` makes one. `publish` also
reads the finished file back: citizens' words must stand in it letter by letter, and the anonymity
guard runs over all that is printed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from exports.check import Fault, PrintStopped, check_outline, check_quotes
from exports.model import Base, Excerpt, Outline
from exports.text import printable
from exports.timeless import timeless
from exports.words import genitive, of_municipality
from interviews.cleared import open_findings
from interviews.model import Certainty, Harmless

_SEAL = object()


class Cleared:
    """An outline that passed `check_outline`; only `clear` makes one."""

    def __init__(self, outline: Outline, seal: object = None) -> None:
        if seal is not _SEAL:
            raise TypeError("only exports.gate.clear makes a Cleared")
        self.outline = outline


@dataclass(frozen=True)
class Printed:
    """One piece of a finished file, read back: a paragraph or a cell.

    `label` is the visible number it belongs to, or ""; `is_voice` tells a citizen's words, without
    the quotation marks or number that the renderer puts beside them.
    """

    label: str
    text: str
    is_voice: bool = False


class Renderer(Protocol):
    """Something that gives a checked outline a form."""

    suffix: str

    def render(self, cleared: Cleared) -> bytes:
        """The finished file."""
        ...

    def voices(self, outline: Outline) -> Iterable[Excerpt]:
        """Which of the outline's excerpts this form prints, each as often as it is printed."""
        ...

    def read(self, content: bytes) -> Iterable[Printed]:
        """All text of a finished file, read back from its bytes."""
        ...


def clear(outline: Outline, base: Base) -> Cleared:
    """The outline, ready for a renderer. Raises PrintStopped."""
    check_outline(outline, base)
    return Cleared(outline, _SEAL)


def publish(outline: Outline, base: Base, renderer: Renderer) -> bytes:
    """The finished file, checked before and after it was made. Raises PrintStopped."""
    content = timeless(renderer.render(clear(outline, base)))
    printed = list(renderer.read(content))
    faults = [
        *_voices(renderer.voices(outline), printed),
        *_identifiers(printed, base),
    ]
    if faults:
        raise PrintStopped(faults)
    return content


def check_printed(printed: Iterable[Printed], base: Base) -> None:
    """Hold a file without citizens' words, read back, to the guard. Raises PrintStopped."""
    faults = tuple(_identifiers(printed, base))
    if faults:
        raise PrintStopped(faults)


def publish_quotes(
    content: bytes, printed: Iterable[Printed], excerpts: Iterable[Excerpt], base: Base
) -> bytes:
    """A finished file that is no plan and holds citizens' words, checked like one.

    `printed` is the file read back, `excerpts` are the quotes it must hold, each as often as it is
    printed, and no others. Raises PrintStopped.
    """
    pieces, wanted = list(printed), list(excerpts)
    check_quotes(wanted, base)
    faults = [*_voices(wanted, pieces), *_identifiers(pieces, base)]
    if faults:
        raise PrintStopped(faults)
    return timeless(content)


def publish_words(
    content: bytes,
    printed: Iterable[Printed],
    allowed: frozenset[str],
    place: Callable[[str], str],
    amounts: frozenset[str] = frozenset(),
) -> bytes:
    """A finished file that holds no citizen's words, when nothing in it is certain to identify
    somebody. Raises PrintStopped.

    `printed` is the file read back, `allowed` are names that may stand in it (see `names`);
    `place` says where in the document a text without a visible number stands. `amounts` are the
    figures of the document as it prints them: "23.344.224" may be a sum as well as a telephone.
    """
    from interviews import anonymity  # its lists load at first use, not with this module

    faults = [
        Fault(piece.label or place(piece.text), "identifier", finding.kind)
        for piece in printed
        for finding in anonymity.check(piece.text, allowed)
        if finding.certainty is Certainty.CERTAIN
        and piece.text[finding.start : finding.end] not in amounts
    ]
    if faults:
        raise PrintStopped(faults)
    return timeless(content)


def _voices(expected: Iterable[Excerpt], printed: Iterable[Printed]) -> Iterator[Fault]:
    """Where citizens' words in the file are not exactly those of the outline."""
    wanted = Counter((e.label, printable(e.text)) for e in expected)
    found = Counter((p.label, p.text) for p in printed if p.is_voice)
    for label, _ in (wanted - found) + (found - wanted):
        yield Fault(label, "altered_in_file")


def _identifiers(printed: Iterable[Printed], base: Base) -> Iterator[Fault]:
    """What in the file may identify somebody; the finding's kind, never the words.

    What is certain stops anywhere. What may be a name stops in a citizen's words until a person
    has answered it; in the plan's own words, which a steering group has written, it does not. The
    municipality's own name may stand anywhere; names of sites and of those responsible may stand
    in the plan's own words, not in a citizen's.
    """
    from interviews import anonymity  # its lists load at first use, not with this module

    municipality = of_municipality(base.consultation.municipality)
    everywhere = base.allowed_words | names(
        [municipality, genitive(municipality), base.consultation.name]
    )
    in_plan = everywhere | names(
        [s.name for s in base.sites]
        + [t.name for t in base.themes]
        + [unit for i in base.initiatives for unit in (i.responsible, i.partners)]
    )
    open_words = _OpenWords(base, everywhere)
    seen = set()
    for piece in printed:
        if (piece.label, piece.text, piece.is_voice) in seen:
            continue
        seen.add((piece.label, piece.text, piece.is_voice))
        for finding in anonymity.check(piece.text, everywhere if piece.is_voice else in_plan):
            word = piece.text[finding.start : finding.end]
            if finding.certainty is Certainty.CERTAIN:
                yield Fault(piece.label, "identifier", finding.kind)
            elif (
                finding.certainty is Certainty.LIKELY
                and piece.is_voice
                and open_words.has(piece.label, word)
            ):
                yield Fault(piece.label, "open_finding", finding.kind)


class _OpenWords:
    """Words in statements that the guard asks about and nobody has answered.

    Asked of the whole statement, not of the piece that is printed: a sentence cut out begins with
    a capital that means nothing.
    """

    def __init__(self, base: Base, allowed: frozenset[str]) -> None:
        self._said = {s.label: s for s in base.statements}
        self._answers: dict[str, list[Harmless]] = {}
        for answer in base.harmless:
            self._answers.setdefault(answer.statement_id, []).append(answer)
        self._allowed = allowed
        self._found: dict[str, tuple[str, ...]] = {}

    def has(self, label: str, word: str) -> bool:
        """Whether `word` touches something open in the statement with this label."""
        said = self._said.get(label)
        if said is None:
            return True
        if label not in self._found:
            findings = open_findings(said.text, self._answers.get(said.id, ()), self._allowed)
            self._found[label] = tuple(printable(said.text[f.start : f.end]) for f in findings)
        return any(word in found or found in word for found in self._found[label])


def names(texts: Iterable[str]) -> frozenset[str]:
    """Names as the guard's allow-list wants them: in lower case, lists cut at their commas."""
    whole = [t.strip().lower() for t in texts]
    return frozenset(n for t in whole for n in (t, *re.split(r"\s*(?:,|;| og )\s*", t)) if n)
