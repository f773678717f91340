"""The plan as a Word file."""

from collections.abc import Iterable, Iterator

from exports.gate import Cleared, Printed
from exports.model import Excerpt, Outline
from exports.walk import each
from exports.word.read import read
from exports.word.render import write


class WordRenderer:
    """Makes .docx bytes in the style of `carrier` (a .docx or .dotx), or of our own base.

    `count_pages` fills the table of contents with true page numbers when LibreOffice is installed,
    which takes a second or two; without it Word counts them on opening.
    """

    suffix = ".docx"

    def __init__(self, carrier: bytes | None = None, count_pages: bool = True) -> None:
        self._carrier = carrier
        self._count_pages = count_pages

    def render(self, cleared: Cleared) -> bytes:
        """The finished file. Raises NotACarrier."""
        return write(cleared.outline, self._carrier, {})

    def voices(self, outline: Outline) -> Iterable[Excerpt]:
        """Digests, quotes and the annex."""
        return each(
            (outline.themes, outline.reflections, outline.annex),
            Excerpt,
        )

    def read(self, content: bytes) -> Iterator[Printed]:
        """Every paragraph, read back from the bytes."""
        return read(content)
