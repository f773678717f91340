"""Headers and footers: those of the municipality are kept, and the plan's own line comes beside.

A draft says on every page that it is one; a title page of ours says so itself.
"""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from typing import Any, Protocol

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from exports import words
from exports.word.ink import Ink, field, run
from exports.word.marks import number_pictures
from exports.word.read import text_of

_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_COPIES = 2_000_000  # the first number of a picture that is shown a second time
_SHOWN = ("w:t", "w:drawing", "w:pict", "w:instrText", "w:fldSimple", "w:sym", "w:ptab")


class Titled(Protocol):
    """What the outline of any document says about itself."""

    @property
    def municipality(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def day(self) -> str: ...


def inherit(document: Any) -> None:
    """Give the last section the headers and footers that it takes from sections before it."""
    last = document.element.body.sectPr
    have = {(r.tag, r.get(qn("w:type"))) for r in last.iterchildren(*_REFERENCES)}
    before = [p.find(qn("w:sectPr")) for p in document.element.body.iter(qn("w:pPr"))]
    for section in reversed([s for s in before if s is not None]):
        for reference in section.iterchildren(*_REFERENCES):
            kind = (reference.tag, reference.get(qn("w:type")))
            if kind not in have:
                have.add(kind)
                last.insert(0, deepcopy(reference))


def open_first_page(document: Any) -> None:
    """Give the last section a first page of its own, which looks as the municipality's pages do.

    A file whose first page is already another than the rest is left as it is.
    """
    section = document.sections[-1]
    if section.different_first_page_header_footer:
        return
    for reference in list(section._sectPr.iterchildren(*_REFERENCES)):
        if reference.get(qn("w:type")) == "first":  # it was not shown, and shall not be now
            section._sectPr.remove(reference)
    section.different_first_page_header_footer = True
    numbers = count(_COPIES)
    _copy(section.header, section.first_page_header, numbers)
    _copy(section.footer, section.first_page_footer, numbers)


def _copy(usual: Any, first: Any, numbers: Iterator[int]) -> None:
    """The same words and pictures in a part of its own; nothing where the usual one is empty."""
    if usual.is_linked_to_previous or not _is_shown(usual._element):
        return
    first.is_linked_to_previous = False
    copied = deepcopy(usual._element)
    ids = {
        key: first.part.relate_to(rel.target_part, rel.reltype)
        for key, rel in usual.part.rels.items()
    }
    for node in copied.iter("*"):
        for name, value in node.items():
            if name.startswith("{") and "relationships}" in name and value in ids:
                node.set(name, ids[value])
    number_pictures(copied, numbers)
    first.part._element = copied


def write_footers(
    document: Any,
    ink: Ink,
    outline: Titled,
    mark: str = "",
    numbered: tuple[str, str] = ("Side", "af"),
) -> None:
    """Say on every page what it is a page of, `mark`, and its number.

    A footer of the municipality's own gets the mark and the number under it, unless it has them;
    the first page has no number, and the mark only where a footer or a cover is not ours.
    """
    done = set()
    for section, kind, footer in _in_effect(document):
        if footer.is_linked_to_previous:
            if section > 0 or (kind == "first" and not (mark and _has_cover(document))):
                continue
            footer.is_linked_to_previous = False
            for child in list(footer._element):
                footer._element.remove(child)
        if footer.part not in done:
            done.add(footer.part)
            _add_line(ink, footer._element, outline, mark, numbered if kind != "first" else None)


def _in_effect(document: Any) -> Iterator[tuple[int, str, Any]]:
    """The footers that are printed, with the number of their section."""
    for at, section in enumerate(document.sections):
        yield at, "default", section.footer
        if document.settings.odd_and_even_pages_header_footer:
            yield at, "even", section.even_page_footer
        if section.different_first_page_header_footer:
            yield at, "first", section.first_page_footer


def _has_cover(document: Any) -> bool:
    """Whether the municipality's own words stand around the plan."""
    return any(text_of(p).strip() for p in document.element.body.iter(qn("w:p")))


def _add_line(
    ink: Ink, element: Any, outline: Titled, mark: str, numbered: tuple[str, str] | None
) -> None:
    """A paragraph at the end of a footer, with what it lacks."""
    _drop_old_marks(element)
    inside = [run(mark)] if mark else []
    if numbered and not _is_shown(element):
        inside.append(run(f"{outline.title}, {outline.municipality}"))
    if numbered and not _has_page_number(element):
        page, of = numbered
        inside.append(
            run(f"{page} ") + field("PAGE", "1") + run(f" {of} ") + field("NUMPAGES", "1")
        )
    if inside:
        line = ink.p("footer", run("  ·  ").join(inside))
        new = parse_xml(line.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))
        _replace_empty_end(element, new)
    elif not len(element):
        element.append(parse_xml(f"<w:p {nsdecls('w')}/>"))


def _drop_old_marks(element: Any) -> None:
    """A draft of ours that carries the next plan must not say of it that it is a draft."""
    for paragraph in element.findall(qn("w:p")):
        if text_of(paragraph).startswith(words.DRAFT_MARK):
            element.remove(paragraph)


def _replace_empty_end(element: Any, new: Any) -> None:
    last = element[-1] if len(element) else None
    if last is not None and last.tag == qn("w:p") and not _is_shown(last):
        element.remove(last)
    element.append(new)


def _is_shown(element: Any) -> bool:
    """Whether anything can be seen of it."""
    return next(element.iter(*(qn(tag) for tag in _SHOWN)), None) is not None


def _has_page_number(element: Any) -> bool:
    asked = [n.text or "" for n in element.iter(qn("w:instrText"))]
    asked += [n.get(qn("w:instr"), "") for n in element.iter(qn("w:fldSimple"))]
    return any(one.split()[:1] == ["PAGE"] for one in asked)
