"""Edits in a Word file as a hand in Word or LibreOffice leaves them, tracked or not, as XML."""

import io
import zipfile
from copy import deepcopy
from typing import Any

from lxml import etree

WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
WHO = {"author": "Karla Krage", "date": "2026-01-31T09:41:00Z"}  # must never be kept


def w(name: str) -> str:
    """A name of Word's main namespace."""
    return f"{{{WML}}}{name}"


class Edited:
    """One file being edited; `saved()` gives it with what was done so far."""

    def __init__(self, content: bytes, tracked: bool = False) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self._parts["word/document.xml"])
        self.tracked = tracked
        self._ids = iter(range(90_000, 99_999))
        self._comments: list[tuple[str, str]] = []

    def saved(self) -> bytes:
        """The edited file."""
        parts = {**self._parts, "word/document.xml": etree.tostring(self.root, encoding="UTF-8")}
        if self._comments:
            self._add_comments(parts)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
            for name, content in parts.items():
                out.writestr(name, content)
        return target.getvalue()

    def drop(self, part: str) -> None:
        """Take a part out of the package, with what refers to it."""
        del self._parts[part]
        for name in ("[Content_Types].xml", "_rels/.rels"):
            root = etree.fromstring(self._parts[name])
            for child in root:
                if part in (child.get("Target", ""), child.get("PartName", "").lstrip("/")):
                    root.remove(child)
            self._parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    def paragraph(self, label: str) -> Any:
        """The paragraph with the bookmark of a visible number."""
        return self.bookmark(label).getparent()

    def bookmark(self, label: str) -> Any:
        """The start of the bookmark of a visible number."""
        name = label.replace("-", "_")
        return next(b for b in self.root.iter(w("bookmarkStart")) if b.get(w("name")) == name)

    def row(self, label: str) -> Any:
        """The table row of an initiative."""
        return next(self.paragraph(label).iterancestors(w("tr")))

    def cell(self, label: str, column: int, line: int = 0) -> Any:
        """One paragraph of one cell."""
        return self.row(label).findall(w("tc"))[column].findall(w("p"))[line]

    def replace(self, paragraph: Any, old: str, new: str) -> None:
        """Type `new` over the first `old` in a paragraph."""
        text = next(t for t in paragraph.iter(w("t")) if old in (t.text or ""))
        before, _, after = (text.text or "").partition(old)
        run = text.getparent()
        pieces = [self._run(run, before)] if before else []
        if self.tracked:
            pieces += [self._mark("del", self._run(run, old, "delText"))] if old else []
            pieces += [self._mark("ins", self._run(run, new))] if new else []
        elif new:
            pieces.append(self._run(run, new))
        pieces += [self._run(run, after)] if after else []
        place = run.getparent().index(run)
        run.getparent()[place : place + 1] = pieces

    def append(self, paragraph: Any, text: str) -> None:
        """Type `text` at the end of a paragraph."""
        run = self._run(None, text)
        paragraph.append(self._mark("ins", run) if self.tracked else run)

    def clear(self, paragraph: Any) -> None:
        """Delete everything in a paragraph and type nothing instead; bookmarks go with it."""
        for child in list(paragraph):
            if child.tag == w("pPr"):
                continue
            paragraph.remove(child)
            if self.tracked and child.tag in (w("r"), w("hyperlink")):
                for text in child.iter(w("t")):
                    text.tag = w("delText")
                for run in [child] if child.tag == w("r") else list(child):
                    paragraph.append(self._mark("del", run))

    def add_row(self, after: str, texts: list[str]) -> None:
        """A new row under that of an initiative, with plain texts in its cells."""
        row = deepcopy(self.row(after))
        for cell, text in zip(row.findall(w("tc")), texts, strict=True):
            first, *rest = cell.findall(w("p"))
            for paragraph in rest:
                cell.remove(paragraph)
            for child in first.findall("*"):
                if child.tag != w("pPr"):
                    first.remove(child)
            self.append(first, text)
        if self.tracked:
            self._row_mark(row, "ins")
        self.row(after).addnext(row)

    def remove_row(self, label: str) -> None:
        """Delete the row of an initiative."""
        row = self.row(label)
        if not self.tracked:
            row.getparent().remove(row)
            return
        self._row_mark(row, "del")
        for paragraph in row.iter(w("p")):
            self.clear(paragraph)

    def move_row(self, label: str, after: str) -> None:
        """Put the row of an initiative under that of another, as a hand drags it."""
        self.row(after).addnext(self.row(label))

    def add_goal(self, after: str, text: str) -> None:
        """A new bullet after a goal."""
        paragraph = etree.Element(w("p"))
        props = deepcopy(self.paragraph(after).find(w("pPr")))
        paragraph.append(props)
        if self.tracked:
            self._paragraph_mark(props, "ins")
        self.append(paragraph, text)
        self._end_of_goal(after).addnext(paragraph)

    def remove_goal(self, label: str) -> None:
        """Delete a goal and the line of what it is measured by."""
        first, last = self.paragraph(label), self._end_of_goal(label)
        for paragraph in {id(first): first, id(last): last}.values():
            if self.tracked:
                self._paragraph_mark(paragraph.find(w("pPr")), "del")
                self.clear(paragraph)
            else:
                paragraph.getparent().remove(paragraph)

    def split(self, paragraph: Any, at: str) -> None:
        """Press Enter in front of `at`."""
        text = next(t for t in paragraph.iter(w("t")) if at in (t.text or ""))
        before, _, after = (text.text or "").partition(at)
        new = etree.Element(w("p"))
        if (props := paragraph.find(w("pPr"))) is not None:
            new.append(deepcopy(props))
        new.append(self._run(text.getparent(), at + after))
        text.text = before
        paragraph.addnext(new)

    def comment(self, paragraph: Any, text: str) -> None:
        """A comment on a whole paragraph."""
        key = str(len(self._comments))
        self._comments.append((key, text))
        reference = etree.SubElement(paragraph, w("r"))
        etree.SubElement(reference, w("commentReference")).set(w("id"), key)

    def unname(self, label: str) -> None:
        """Lose the bookmark of a number, as when its cell is typed anew."""
        start = self.bookmark(label)
        key = start.get(w("id"))
        for end in [e for e in self.root.iter(w("bookmarkEnd")) if e.get(w("id")) == key]:
            end.getparent().remove(end)
        start.getparent().remove(start)

    def _end_of_goal(self, label: str) -> Any:
        first = self.paragraph(label)
        following = first.getnext()
        style = following.find(f"{w('pPr')}/{w('pStyle')}") if following is not None else None
        measured = style is not None and "Indicator" in style.get(w("val"), "")
        return following if measured else first

    def _run(self, like: Any, text: str, tag: str = "t") -> Any:
        run = etree.Element(w("r"))
        props = None if like is None else like.find(w("rPr"))
        if props is not None:
            run.append(deepcopy(props))
        inside = etree.SubElement(run, w(tag))
        inside.text = text
        inside.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return run

    def _mark(self, tag: str, inside: Any = None) -> Any:
        mark = etree.Element(w(tag))
        for name, value in {"id": str(next(self._ids)), **WHO}.items():
            mark.set(w(name), value)
        if inside is not None:
            mark.append(inside)
        return mark

    def _row_mark(self, row: Any, tag: str) -> None:
        props = row.find(w("trPr"))
        if props is None:
            props = etree.Element(w("trPr"))
            row.insert(0, props)
        props.append(self._mark(tag))

    def _paragraph_mark(self, props: Any, tag: str) -> None:
        inside = props.find(w("rPr"))
        if inside is None:
            inside = etree.SubElement(props, w("rPr"))
        inside.insert(0, self._mark(tag))

    def _add_comments(self, parts: dict[str, bytes]) -> None:
        root = etree.Element(w("comments"), nsmap={"w": WML})
        for key, text in self._comments:
            comment = etree.SubElement(root, w("comment"))
            for name, value in {"id": key, "initials": "KK", **WHO}.items():
                comment.set(w(name), value)
            etree.SubElement(comment, w("p")).append(self._run(None, text))
        parts["word/comments.xml"] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        types, rels = "[Content_Types].xml", "word/_rels/document.xml.rels"
        override = f'<Override PartName="/word/comments.xml" ContentType="{_COMMENTS}"/></Types>'
        parts[types] = parts[types].replace(b"</Types>", override.encode())
        relation = f'<Relationship Id="rIdC" Type="{_RELATION}" Target="comments.xml"/></Rel'
        parts[rels] = parts[rels].replace(b"</Rel", relation.encode(), 1)
