"""The one gate to print, which no renderer can go around.

Renderers take a `Cleared` outline and nothing else, and only `clear` makes one. `publish` also
reads the finished file back: citizens' words must stand in it letter by letter, and the anonymity
guard runs over all that is printed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from exports import words
from exports.check import Fault, PrintStopped, check_outline, check_quotes
from exports.model import Allowed, Base, Excerpt, Outline
from exports.open_words import OpenWords
from exports.text import printable
from exports.timeless import timeless
from exports.words import genitive, of_municipality
from interviews.model import Certainty, Finding, FindingKind
from strategy.plan_names import as_kept

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
    the quotation marks or number that the renderer puts beside them. `place` says in words where
    in the file it stands ("Sidefod", or the heading above it). `is_letterhead` marks what the
    municipality's own template says, word for word, in the same part of the file.
    """

    label: str
    text: str
    is_voice: bool = False
    place: str = ""
    is_letterhead: bool = False

    @property
    def where(self) -> str:
        """The visible number, or the place; never empty."""
        return self.label or self.place or words.OWN_WORDS


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


@runtime_checkable
class Counting(Protocol):
    """A renderer that prints our own sentences with numbers, and tables of numbers.

    Both functions give the same pieces in any order: a sentence alone, or the cells of a row.
    """

    def numbers(self, outline: Outline) -> Iterable[tuple[str, ...]]:
        """What must stand in the file, each as often as it is printed."""
        ...

    def read_numbers(self, content: bytes) -> Iterable[tuple[str, ...]]:
        """All that stands in a finished file and may be such a piece."""
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
        *_numbers(renderer, outline, content),
        *_identifiers(printed, base, ask_names=True),
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
    allowed: Allowed,
    place: Callable[[str], str],
    amounts: frozenset[str] = frozenset(),
) -> bytes:
    """A finished file that holds no citizen's words, when nothing in it identifies somebody.

    What is certain stops it, and so does each word that may be a person's name, told once, until
    somebody has answered that it is none. Raises PrintStopped.

    `printed` is the file read back, `allowed` holds names as `names` gives them; `place` says where
    in the document a text without a visible number stands. `amounts` are the figures of the
    document as it prints them: "23.344.224" may be a sum as well as a telephone.
    """
    from interviews import anonymity  # its lists load at first use, not with this module

    faults, settled = [], set(allowed.answered)
    for piece in printed:
        for finding in () if piece.is_letterhead else anonymity.check(piece.text, allowed.names):
            word, where = piece.text[finding.start : finding.end], _where(piece, place)
            if finding.certainty is Certainty.CERTAIN and word not in amounts:
                faults.append(Fault(where, "identifier", finding.kind))
            elif _names_somebody(finding, piece) and not settled >= as_kept(word):
                faults.append(Fault(where, "name_in_plan", word))
                settled |= as_kept(word)
    if faults:
        raise PrintStopped(faults)
    return timeless(content)


def _where(piece: Printed, place: Callable[[str], str]) -> str:
    """The visible number, the part of the file, or what `place` says of the text."""
    if piece.label or piece.place in words.PARTS:
        return piece.where
    return place(piece.text) or piece.where


def _numbers(renderer: Renderer, outline: Outline, content: bytes) -> Iterator[Fault]:
    """Numbers of the outline that the file does not say with the same words around them."""
    if isinstance(renderer, Counting):
        missing = Counter(renderer.numbers(outline)) - Counter(renderer.read_numbers(content))
        for piece in missing:
            yield Fault(piece[0][:40], "wrong_count")


def _voices(expected: Iterable[Excerpt], printed: Iterable[Printed]) -> Iterator[Fault]:
    """Where citizens' words in the file are not exactly those of the outline."""
    wanted = Counter((e.label, printable(e.text)) for e in expected)
    voices = [p for p in printed if p.is_voice]
    found = Counter((p.label, p.text) for p in voices)
    places = {(p.label, p.text): p.where for p in voices}
    for piece in (wanted - found) + (found - wanted):
        yield Fault(piece[0] or places[piece], "altered_in_file")


def _identifiers(
    printed: Iterable[Printed], base: Base, ask_names: bool = False
) -> Iterator[Fault]:
    """What in the file may identify somebody; the finding's kind, never a citizen's words.

    What is certain stops anywhere. What may be somebody stops in a citizen's words until a person
    has answered it. In the plan's own words, which a steering group has written, what may be a
    person's name stops with `ask_names`, and there the word itself is told. The municipality's
    own name may stand anywhere; names of sites and of those responsible may stand in the plan's
    own words, not in a citizen's. The municipality's own letterhead is not asked.
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
    open_words, seen = OpenWords(base, everywhere), set()
    for piece in printed:
        said = (piece.label, piece.text, piece.is_voice)
        if piece.is_letterhead or said in seen:
            continue
        seen.add(said)
        for finding in anonymity.check(piece.text, everywhere if piece.is_voice else in_plan):
            word = piece.text[finding.start : finding.end]
            if finding.certainty is Certainty.CERTAIN:
                yield Fault(piece.where, "identifier", finding.kind)
            elif (
                finding.certainty is Certainty.LIKELY
                and piece.is_voice
                and open_words.has(piece.label, word)
            ):
                yield Fault(piece.where, "open_finding", finding.kind)
            elif ask_names and _names_somebody(finding, piece):
                if base.plan_words >= as_kept(word):
                    continue
                yield Fault(piece.where, "name_in_plan", word)


def _names_somebody(finding: Finding, piece: Printed) -> bool:
    """Whether the plan's own words may hold a person's name; codes beside a statement are none."""
    likely = finding.certainty is Certainty.LIKELY and finding.kind is FindingKind.PERSON
    ours = not piece.is_voice and piece.where != words.PROPERTIES
    return likely and ours and not piece.label.startswith("U-")


def names(texts: Iterable[str]) -> frozenset[str]:
    """Names as the guard's allow-list wants them: in lower case, lists cut at their commas."""
    whole = [t.strip().lower() for t in texts]
    return frozenset(n for t in whole for n in (t, *re.split(r"\s*(?:,|;| og )\s*", t)) if n)
