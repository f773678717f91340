"""Reading a finished Word file back: what is printed in it, and which of it are citizens' words."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from exports import words
from exports.gate import Printed
from exports.word.stamp import is_stamp

_LABEL = re.compile(r"[UIMF]-\d+")
_VOICE_END = re.compile(r" \((U-\d+)\)$")
_DAYS = "{http://purl.org/dc/terms/}"  # properties that hold the day the file was made
_TEXT = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_PLACES = {
    "header": words.HEADER,
    "footer": words.FOOTER,
    "footnotes": words.NOTES,
    "endnotes": words.NOTES,
    "comments": words.COMMENTS,
}
_HEADING = re.compile(r"title|heading [1-9]")


@dataclass(frozen=True)
class OwnWords:
    """What a municipality's template says itself: on every page, and before and after the plan.

    It is the municipality's own public letterhead and colophon; a person is shown it when the
    template is chosen.
    """

    every_page: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


def read(content: bytes, own: OwnWords | None = None) -> Iterator[Printed]:
    """Every paragraph of every part, every alternative text, author's name and property.

    Pieces that say what `own` says, in the same part of the file, are marked as letterhead.
    """
    own = own or OwnWords()
    every_page, around = frozenset(own.every_page), frozenset(own.around)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        styles = style_names(etree.fromstring(package.read("word/styles.xml")))
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                place = _PLACES.get(re.sub(r"\d*\.xml$", "", name.removeprefix("word/")), "")
                mine = every_page if place in (words.HEADER, words.FOOTER) else around
                for piece in pieces(etree.fromstring(package.read(name)), styles, place):
                    is_own = piece.text in mine and not piece.is_voice
                    yield replace(piece, is_letterhead=True) if is_own else piece
            elif name.startswith(("docProps/", "customXml/")) and name.endswith(".xml"):
                yield from _properties(etree.fromstring(package.read(name)))


def _properties(root: Any) -> Iterator[Printed]:
    """The text of every property but days, and our own stamp."""
    for prop in root.iter("*"):
        text = (prop.text or "").strip()
        if text and not prop.tag.startswith(_DAYS) and not is_stamp(text):
            yield Printed("", text, place=words.PROPERTIES)


def style_names(root: Any) -> dict[str, str]:
    """Style names in small letters by their ids."""
    found = {}
    for style in root.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found[style.get(qn("w:styleId"))] = name.get(qn("w:val")).lower()
    return found


def pieces(root: Any, styles: dict[str, str], place: str = "") -> Iterator[Printed]:
    """Every paragraph of one part; without a `place` the last heading says where it stands."""
    row, label, waiting, here = None, "", "", place
    for paragraph in root.iter(qn("w:p")):
        text, style = text_of(paragraph), _style(paragraph, styles)
        inside = next((a for a in paragraph.iterancestors(qn("w:tr"))), None)
        if inside is None or inside is not row:
            row, label = inside, ""
        label = label or next(iter(_LABEL.findall(text)), "")
        if not place and text and _HEADING.fullmatch(style):
            here = text
        if style == "quote":
            waiting = text.removeprefix("»").removesuffix("«")
        elif waiting:
            yield Printed(label, waiting, True, here)
            waiting = ""
        elif style in ("plan voice", "plan statement"):
            yield replace(_voice(style, text, label), place=here)
        else:
            yield Printed(label, text, place=here)
    yield from _hidden(root, place)


def _hidden(root: Any, place: str) -> Iterator[Printed]:
    """What is read aloud or shown at a touch: alternative texts, and authors of changes."""
    told = {
        node.get(name, "")
        for tag in ("{*}docPr", "{*}cNvPr")
        for node in root.iter(tag)
        for name in ("descr", "title")
    }
    told |= {node.get(qn("w:author"), "") for node in root.iter("*")}
    yield from (Printed("", text, place=place) for text in sorted(told - {""}))


def _voice(style: str, text: str, label: str) -> Printed:
    """A line of a digest, "text (U-012)", or of the annex, "U-012<tab>text"."""
    if style == "plan voice":
        end = _VOICE_END.search(text)
        return (
            Printed(end.group(1), text[: end.start()], True) if end else Printed(label, text, True)
        )
    label, _, said = text.partition("\t")
    return Printed(label, said, is_voice=True)


def text_of(paragraph: Any) -> str:
    """The text as it is read: fields by what they show, not by what they ask for.

    Deleted text counts: who opens the file can read it.
    """
    found = []
    for node in paragraph.iter():
        if node.tag in (qn("w:t"), qn("w:delText")):
            found.append(node.text or "")
        elif node.tag in _TEXT and node.getparent().tag == qn("w:r"):
            found.append(_TEXT[node.tag])
    return "".join(found)


def _style(paragraph: Any, styles: dict[str, str]) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return styles.get(found.get(qn("w:val")), "") if found is not None else ""
