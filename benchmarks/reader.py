"""A reader's test: do the numbers printed beside an initiative lead to the right statements?

    python -m benchmarks.reader [--initiatives N] [--chosen N] [--seed N]

Makes a plan of N initiatives (200 unless told) in Word and forgets how it was made: from there on
only the bytes of the file are read, as a person with the paper in hand would. For each of 20
randomly chosen initiatives it finds the row by its visible number, follows each link in it to the
bookmark it names, and reads the paragraph there. An initiative is right when the visible numbers,
the places the links lead to and the words there are those of exactly the statements behind it,
and each of these places leads back to the initiative. The last line is JSON.
"""

import argparse
import io
import json
import random
import secrets
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from benchmarks.made_up_plan import DAY, made_up_base
from exports.gate import publish
from exports.model import Base
from exports.outline import draw
from exports.word import WordRenderer


@dataclass(frozen=True)
class Followed:
    """One printed reference: what it says, what stands where it leads, what leads back from there.

    `label` is the visible number that was clicked, `found` the number and `words` the text of the
    paragraph that was reached, `back` the visible numbers its next line points at.
    """

    label: str
    found: str
    words: str
    back: tuple[str, ...]


class Paper:
    """A finished Word file, known by its bytes alone."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        self._places = {b.get(qn("w:name")): b for b in root.iter(qn("w:bookmarkStart"))}
        self._rows: dict[str, Any] = {}
        for row in root.iter(qn("w:tr")):
            cells = [_text(cell) for cell in row.iterchildren(qn("w:tc"))]
            if cells and cells[0].startswith("I-"):
                self._rows.setdefault(cells[0], row)

    @property
    def initiatives(self) -> list[str]:
        """The visible numbers of all initiatives, in the order they stand."""
        return list(self._rows)

    def follow(self, initiative: str) -> Iterator[Followed]:
        """Each reference in the last cell of an initiative's row, followed to where it leads."""
        *_, cell = self._rows[initiative].iterchildren(qn("w:tc"))
        for link in cell.iter(qn("w:hyperlink")):
            yield self._reached(_text(link), self._places.get(link.get(qn("w:anchor"))))

    def _reached(self, label: str, place: Any) -> Followed:
        paragraph = place
        while paragraph is not None and paragraph.tag != qn("w:p"):
            paragraph = paragraph.getparent()
        if paragraph is None:
            return Followed(label, "", "", ())
        number, tab, words = _text(paragraph).partition("\t")
        if not tab:
            return self._counted_only(label, place)
        following = paragraph.getnext()
        back = [] if following is None else following.iter(qn("w:hyperlink"))
        return Followed(label, number, words, tuple(_text(link) for link in back))

    def _counted_only(self, label: str, place: Any) -> Followed:
        """A statement whose words are not printed: its number in a line of such numbers."""
        beside = []
        for element in place.itersiblings():
            if element.tag == qn("w:bookmarkStart"):
                break
            beside.append(element)
        number = _text(beside[0]) if beside else ""
        back = tuple(_text(e) for e in beside if e.tag == qn("w:hyperlink"))
        return Followed(label, number, "", back)


def _text(element: Any) -> str:
    signs = {qn("w:noBreakHyphen"): "-", qn("w:tab"): "\t", qn("w:br"): "\n"}
    inside = element.iter(qn("w:t"), *signs)
    return "".join(signs.get(e.tag) or e.text or "" for e in inside)


def is_right(paper: Paper, initiative: str, wanted: Mapping[str, str]) -> bool:
    """Whether an initiative's references lead to `wanted`, words by visible number, and back."""
    followed = list(paper.follow(initiative))
    reached = {f.label: f.words for f in followed if f.label == f.found and initiative in f.back}
    return len(followed) == len(wanted) and reached == wanted


def behind(base: Base) -> dict[str, dict[str, str]]:
    """The statements behind each initiative, words by visible number, as they were decided.

    What may not be quoted has no words.
    """
    labels = {one.id: one.label for one in base.initiatives}
    said = {s.id: s for s in base.statements}
    found: dict[str, dict[str, str]] = {label: {} for label in labels.values()}
    for link in base.links:
        if link.target_id in labels:
            statement = said[link.statement_id]
            words = statement.text if statement.quotable else ""
            found[labels[link.target_id]][statement.label] = words
    return found


def wrong(
    content: bytes, truth: Mapping[str, Mapping[str, str]], chosen: Iterable[str]
) -> list[str]:
    """The initiatives among the `chosen` whose references lead astray."""
    paper = Paper(content)
    return [one for one in chosen if not is_right(paper, one, truth[one])]


def main() -> None:
    """Print how many of the chosen initiatives lead to the right statements."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--initiatives", type=int, default=200)
    parser.add_argument("--chosen", type=int, default=20)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    given = parser.parse_args()
    base = made_up_base(500, given.initiatives)
    content = publish(draw(base, DAY), base, WordRenderer(count_pages=False))
    truth, printed = behind(base), Paper(content).initiatives
    chosen = random.Random(given.seed).sample(printed, min(given.chosen, len(printed)))
    astray = wrong(content, truth, chosen)
    links = sum(len(truth[one]) for one in chosen)
    print(f"{len(printed)} initiatives printed of {len(truth)}; seed {given.seed}")
    print(f"{len(chosen) - len(astray)} of {len(chosen)} right, {links} references followed")
    print(f"of all: {len(printed) - len(wrong(content, truth, printed))} of {len(printed)} right")
    print(json.dumps({"right": len(chosen) - len(astray), "chosen": len(chosen), "astray": astray}))


if __name__ == "__main__":
    main()
