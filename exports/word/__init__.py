"""The plan as a Word file."""

from collections.abc import Iterable, Iterator

from exports import office
from exports.gate import Cleared, Printed
from exports.model import Excerpt, Outline
from exports.walk import each
from exports.word.carrier import own_words
from exports.word.numbers import numbers, read_numbers
from exports.word.read import read
from exports.word.render import write
from strategy.round_trip.model import Stamp

_UNBROKEN = "\u2011"  # how LibreOffice writes the hyphen of a visible number


class WordRenderer:
    """Makes .docx bytes in the style of `carrier` (a .docx or .dotx), or of our own base.

    `count_pages` fills the table of contents with true page numbers when LibreOffice is installed,
    which takes some seconds; without it Word counts them when it opens the file. `printed_from`
    is the version it is printed from, for a file that is to be edited and sent back.
    """

    suffix = ".docx"

    def __init__(
        self,
        carrier: bytes | None = None,
        count_pages: bool = True,
        printed_from: Stamp | None = None,
    ) -> None:
        self._carrier = carrier
        self._printed_from = printed_from
        self._count_pages = count_pages

    def render(self, cleared: Cleared) -> bytes:
        """The finished file. Raises NotACarrier."""
        content, headings = write(cleared, self._carrier, {}, self._printed_from)
        if not self._count_pages or office.program() is None:
            return content
        try:
            found = office.heading_pages(office.to_pdf(content, accessible=False))
        except office.OfficeFailed:
            return content
        if [text.replace(_UNBROKEN, "-") for text, _ in found] != [text for text, _ in headings]:
            return content
        pages = {name: page for (_, name), (_, page) in zip(headings, found, strict=True)}
        return write(cleared, self._carrier, pages, self._printed_from)[0]

    def voices(self, outline: Outline) -> Iterable[Excerpt]:
        """Digests, quotes and the annex."""
        return each((outline.themes, outline.reflections, outline.annex), Excerpt)

    def read(self, content: bytes) -> Iterator[Printed]:
        """Every paragraph, read back from the bytes; what the carrier says itself is marked."""
        return read(content, own_words(self._carrier))

    def numbers(self, outline: Outline) -> Iterator[tuple[str, ...]]:
        """Sentences with numbers, rows of tables, goals and initiatives."""
        return numbers(outline)

    def read_numbers(self, content: bytes) -> Iterator[tuple[str, ...]]:
        """The same, read back from the bytes."""
        return read_numbers(content)
