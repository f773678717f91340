"""Reading a finished Word file back: what is printed in it, and which of it are citizens' words."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from exports.gate import Printed

_LABEL = re.compile(r"[UIMF]-\d+")
_VOICE_END = re.compile(r" \((U-\d+)\)$")
_DAYS = "{http://purl.org/dc/terms/}"  # properties that hold the day the file was made
_TEXT = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:noBreakHyphen"): "-",
}


def read(content: bytes) -> Iterator[Printed]:
    """Every paragraph of the body, footers, headers and comments, and every alternative text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        styles = _styles(package.read("word/styles.xml"))
        for name in package.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*|comments|footnotes)\.xml", name):
                yield from _part(etree.fromstring(package.read(name)), styles)
        core = etree.fromstring(package.read("docProps/core.xml"))
        for prop in core:
            if not prop.tag.startswith(_DAYS):
                yield Printed("", prop.text or "")


def _styles(content: bytes) -> dict[str, str]:
    """Style names in small letters by their ids."""
    found = {}
    for style in etree.fromstring(content).findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found[style.get(qn("w:styleId"))] = name.get(qn("w:val")).lower()
    return found


def _part(root: Any, styles: dict[str, str]) -> Iterator[Printed]:
    row, label, waiting = None, "", ""
    for paragraph in root.iter(qn("w:p")):
        text, style = _text(paragraph), _style(paragraph, styles)
        here = next((a for a in paragraph.iterancestors(qn("w:tr"))), None)
        if here is None or here is not row:
            row, label = here, ""
        label = label or next(iter(_LABEL.findall(text)), "")
        if style == "quote":
            waiting = text.removeprefix("»").removesuffix("«")
        elif waiting:
            yield Printed(label, waiting, is_voice=True)
            waiting = ""
        elif style in ("plan voice", "plan statement"):
            yield _voice(style, text, label)
        else:
            yield Printed(label, text)
    for alternative in root.iter("{*}docPr"):
        yield Printed("", alternative.get("descr", ""))


def _voice(style: str, text: str, label: str) -> Printed:
    """A line of a digest, "text (U-012)", or of the annex, "U-012<tab>text"."""
    if style == "plan voice":
        end = _VOICE_END.search(text)
        return (
            Printed(end.group(1), text[: end.start()], True) if end else Printed(label, text, True)
        )
    label, _, said = text.partition("\t")
    return Printed(label, said, is_voice=True)


def _text(paragraph: Any) -> str:
    """The text as it is read: fields by what they show, not by what they ask for.

    Deleted text counts: who opens the file can read it.
    """
    pieces = []
    for node in paragraph.iter():
        if node.tag in (qn("w:t"), qn("w:delText")):
            pieces.append(node.text or "")
        elif node.tag in _TEXT and node.getparent().tag == qn("w:r"):
            pieces.append(_TEXT[node.tag])
    return "".join(pieces)


def _style(paragraph: Any, styles: dict[str, str]) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return styles.get(found.get(qn("w:val")), "") if found is not None else ""
