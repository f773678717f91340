"""An outline as a Word file."""

import io
from collections.abc import Mapping
from typing import Any

from exports import words
from exports.gate import Cleared
from exports.model import Outline
from exports.word import endings, front, paper, stamp, themes
from exports.word.carrier import open_carrier, style_ids
from exports.word.figures import Pictures
from exports.word.ink import Ink, run
from strategy.round_trip.model import Stamp


def write(
    cleared: Cleared,
    carrier: bytes | None,
    pages: Mapping[str, int],
    printed_from: Stamp | None = None,
) -> tuple[bytes, list[tuple[str, str]]]:
    """The plan as .docx bytes, and the text and bookmark of each heading in it.

    `pages` gives the page of each heading's bookmark where known; without any, Word is asked to
    count them on opening. `printed_from` is written into the file, so that it can come back.
    Raises NotACarrier.
    """
    outline = cleared.outline
    document = open_carrier(carrier)
    ink = Ink(style_ids(document), *paper.rooms(document))
    mark = words.DRAFT_MARK if outline.is_draft else ""
    paper.prepare_pages(document, ink, outline, mark)
    paper.fill(document, _body(document, ink, outline, pages, printed_from))
    paper.name(document, outline)
    if printed_from:
        stamp.put_property(document, printed_from)
    if not pages:
        paper.ask_word_to_count(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue(), [(text, name) for _, text, name in ink.contents]


def _body(
    document: Any,
    ink: Ink,
    outline: Outline,
    pages: Mapping[str, int],
    printed_from: Stamp | None,
) -> str:
    """The whole body; the contents are written last, when all headings are known."""

    def relate(picture: bytes) -> str:
        return str(document.part.get_or_add_image(io.BytesIO(picture))[0])

    pictures = Pictures(relate)
    title = front.title_page(ink, pictures, outline, printed_from)
    rest = [
        front.foreword(ink, outline.foreword, outline.is_draft),
        front.method(ink, pictures, outline.method),
        *(themes.chapter(ink, outline, c, to_edit=bool(printed_from)) for c in outline.themes),
        endings.reflections(ink, outline.reflections),
        endings.coverage(ink, pictures, outline.coverage),
        _turned(document, ink, outline),
        endings.annex(ink, outline.annex),
    ]
    contents = front.contents(ink, pages)
    return "".join([title, contents, *rest])


def _turned(document: Any, ink: Ink, outline: Outline) -> str:
    """The matrices on lying pages of their own, and the line that closes the upright ones."""
    if not any(content.matrices for content in outline.themes):
        return ""
    closing = run("De næste sider viser, hvilke emner hvert initiativ svarer på.")
    upright, turned = paper.sections(document)
    note = "Tallet er antallet af udsagn om emnet, som er knyttet til initiativet."
    return (
        ink.p("Plan Note", closing, extra=upright)
        + ink.heading(1, "Emner og initiativer")
        + themes.matrices(ink, outline.themes)
        + ink.p("Plan Note", run(note), extra=turned)
    )
