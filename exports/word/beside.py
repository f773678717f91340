"""What stands beside the running text of a Word file: boxes, notes, and words struck through.

None of it is taken over. It is read so that it can be told.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn

_BOX = qn("w:txbxContent")
_REFERENCES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_OFF = ("0", "false", "off")
Notes = Mapping[tuple[str, str], str]


def read_notes(*parts: Any) -> dict[tuple[str, str], str]:
    """Texts of footnotes and endnotes by kind and id, out of the roots of their parts (or None)."""
    found = {}
    for part in parts:
        for kind in ("footnote", "endnote"):
            for note in [] if part is None else part.iter(qn(f"w:{kind}")):
                found[kind, note.get(qn("w:id"), "")] = words_in(note)
    return found


def beside(nodes: Iterable[Any], notes: Notes) -> Iterator[str]:
    """Texts of the boxes and notes that hang on a paragraph, `nodes` being all that is seen."""
    for node in nodes:
        texts = [words_in(child) for child in node if child.tag == _BOX]
        if node.tag in _REFERENCES:
            texts.append(notes.get((_REFERENCES[node.tag], node.get(qn("w:id"), "")), ""))
        yield from (text for text in texts if text)


def struck(nodes: Iterable[Any]) -> str:
    """The words of a paragraph that are struck through by hand, which deletes nothing."""
    runs = (node for node in nodes if node.tag == qn("w:r"))
    texts = (t.text or "" for run in runs if _is_struck(run) for t in run.iter(qn("w:t")))
    return " ".join("".join(texts).split())


def words_in(element: Any) -> str:
    """All that is written in an element, on one line; deleted words are not."""
    lines = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in element.iter(qn("w:p")))
    return " ".join(" ".join(lines).split())


def _is_struck(run: Any) -> bool:
    marks = [run.find(f"{qn('w:rPr')}/{qn(tag)}") for tag in ("w:strike", "w:dstrike")]
    return any(mark is not None and mark.get(qn("w:val"), "1") not in _OFF for mark in marks)
