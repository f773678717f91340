"""Writing WordprocessingML: small functions that give pieces of XML as text.

The body of a plan is built as one text and parsed once; that is several times faster than adding
paragraphs one at a time. Everything a person wrote passes `escaped`, which is the only door for
text into the XML.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from xml.sax.saxutils import escape

from exports.text import by_direction, printable

NEW_PAGE = "<w:pageBreakBefore/>"
_SAME_PAGE = '<w:pageBreakBefore w:val="0"/><w:spacing w:before="720" w:after="200"/>'
_STYLED = re.compile(r'(<w:pStyle w:val="[^"]*"/>)')
_LABEL = re.compile(r"(?<![\w-])([A-ZÆØÅ])-(?=\d{2,}(?!\w))")
_UNBROKEN = r'\1</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_LABEL_WIDTH = 740  # of a column of visible numbers, in whatever letters a carrier has
_LAST_ROWS = 3  # of a table stay together
TEXT_WIDTH = 9638  # twentieths of a point between the margins of an A4 page of ours
TURNED_WIDTH = 14570  # and of the same page lying


def escaped(text: str, whole_labels: bool = False) -> str:
    """`text` as the inside of a run: no sign of it can be taken for markup.

    With `whole_labels` no visible number is broken at its hyphen.
    """
    pieces = []
    for line_number, line in enumerate(printable(text).split("\n")):
        if line_number:
            pieces.append("<w:br/>")
        for tab_number, piece in enumerate(line.split("\t")):
            if tab_number:
                pieces.append("<w:tab/>")
            if piece:
                said = _LABEL.sub(_UNBROKEN, escape(piece)) if whole_labels else escape(piece)
                pieces.append(f'<w:t xml:space="preserve">{said}</w:t>')
    return "".join(pieces)


def said(text: str, extra: str = "") -> str:
    """A citizen's words as runs: every sign stays what it was when it was saved."""
    return _runs(text, "", extra, whole_labels=False)


def run(text: str, style_id: str = "", extra: str = "") -> str:
    """Words of our own as runs; visible numbers in them, such as U-012, stay on one line."""
    return _runs(text, style_id, extra, whole_labels=True)


def _runs(text: str, style_id: str, extra: str, whole_labels: bool) -> str:
    """Runs of `text`; pieces written right to left get a run of their own that says so."""
    style = f'<w:rStyle w:val="{style_id}"/>' if style_id else ""
    runs = []
    for piece, right_to_left in by_direction(text):
        props = style + extra + ("<w:rtl/>" if right_to_left else "")
        props = f"<w:rPr>{props}</w:rPr>" if props else ""
        runs.append(f"<w:r>{props}{escaped(piece, whole_labels)}</w:r>")
    return "".join(runs)


def label_run(label: str, style_id: str = "") -> str:
    """A visible number such as U-012, never broken at its hyphen."""
    props = f'<w:rPr><w:rStyle w:val="{style_id}"/></w:rPr>' if style_id else ""
    inside = "<w:noBreakHyphen/>".join(f"<w:t>{escape(part)}</w:t>" for part in label.split("-"))
    return f"<w:r>{props}{inside}</w:r>"


def link(anchor: str, inside: str) -> str:
    """`inside` as a link to the bookmark `anchor` in the same document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink>'


def field(instruction: str, result: str) -> str:
    """A field that Word computes, with the text to show until it does."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t xml:space="preserve">{escape(result)}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def anchor_of(label: str) -> str:
    """The bookmark name of a visible number: "U-012" gives "U_012"."""
    return label.replace("-", "_")


class Ink:
    """Writes with the styles of one carrier: style names in, XML with style ids out."""

    def __init__(self, style_ids: Mapping[str, str], upright: int, turned: int) -> None:
        """`upright` and `turned` are the widths between the margins of the carrier's pages."""
        self._ids = style_ids
        self._upright, self._turned = upright, turned
        self._bookmarks = count(1)
        self._headings = count(1)
        self.contents: list[tuple[int, str, str]] = []  # level, text, bookmark of each heading

    def style(self, name: str) -> str:
        """The id of the style called `name` (in any case)."""
        return self._ids[name.lower()]

    def fitted(self, width: int, turned: bool = False) -> int:
        """A width meant for our own page, on the carrier's: in proportion."""
        if turned:
            return width * self._turned // TURNED_WIDTH
        return width * self._upright // TEXT_WIDTH

    def p(self, style: str, *inside: str, extra: str = "") -> str:
        """A paragraph; `extra` are further properties that stand after the style in the schema."""
        props = f'<w:pPr><w:pStyle w:val="{self.style(style)}"/>{extra}</w:pPr>'
        return f"<w:p>{props}{''.join(inside)}</w:p>"

    def text(self, style: str, text: str) -> str:
        """A paragraph of plain text."""
        return self.p(style, run(text))

    def heading(self, level: int, text: str, same_page: bool = False) -> str:
        """A heading, bookmarked and remembered for the contents.

        Headings of level 1 begin a page unless `same_page`.
        """
        name = f"_Toc{next(self._headings):08d}"
        self.contents.append((level, text, name))
        extra = "" if level > 1 else _SAME_PAGE if same_page else NEW_PAGE
        return self.p(f"heading {level}", self.bookmark(name, run(text)), extra=extra)

    def bookmark(self, name: str, inside: str) -> str:
        """`inside` with a bookmark around it; its id is unique in this document."""
        number = next(self._bookmarks)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def target(self, label: str) -> str:
        """A visible number that links may lead to."""
        return self.bookmark(anchor_of(label), label_run(label, self.style("Plan Label")))

    def reference(self, label: str) -> str:
        """A visible number that leads to where it stands."""
        return link(anchor_of(label), label_run(label, self.style("Plan Link")))

    def references(self, labels: Iterable[str]) -> str:
        """Visible numbers with commas between them."""
        return run(", ").join(self.reference(label) for label in labels)

    def table(
        self,
        title: str,
        widths: Sequence[int],
        head: Sequence[str],
        rows: Iterable[Sequence[str]],
        numbers: frozenset[int] = frozenset(),
        fills: Mapping[tuple[int, int], str] | None = None,
        turned: bool = False,
        marks: Mapping[int, str] | None = None,
        whole: bool = False,
    ) -> str:
        """A table whose head is repeated on each page and whose rows are not broken.

        No row stands alone at the end of a page or the beginning of the next; a `whole` table is
        kept on one page.

        `widths` in twentieths of a point, as on our own page (`turned`: lying); `head` is plain
        text; a cell is finished paragraphs, or inline XML that becomes one paragraph; `numbers`
        are the columns set to the right; `fills` gives the colour ("RRGGBB") of single cells by
        row and column, from 0; `marks` are further properties of single rows, -1 for the head.
        """
        widths = _room_for_labels([self.fitted(w, turned) for w in widths], widths, head)
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        right = '<w:jc w:val="right"/>'
        heads = [
            self.p("Plan Head", self._head(text), extra=right if at in numbers else "")
            for at, text in enumerate(head)
        ]
        marks = marks or {}
        body = [_kept(self._row(widths, heads, {}, f"<w:tblHeader/>{marks.get(-1, '')}"))]
        for down, row in enumerate(rows):
            cells = [
                inside
                if inside.startswith("<w:p>")
                else self.p("Plan Number" if at in numbers else "Plan Cell", inside)
                for at, inside in enumerate(row)
            ]
            filled = {at: (fills or {}).get((down, at), "") for at in range(len(cells))}
            body.append(self._row(widths, cells, filled, marks.get(down, "")))
        kept = range(1, len(body) - 1)
        for at in kept if whole else {*kept[:1], *kept[1 - _LAST_ROWS :]}:
            body[at] = _kept(body[at])
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style("Plan Table")}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{_attribute(title)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(body)}</w:tbl>"
        )

    def _head(self, text: str) -> str:
        """The head of a column; the number of an initiative leads to it."""
        label, _, rest = text.partition(" ")
        if not label.startswith("I-"):
            return run(text)
        return self.reference(label) + (run(f" {rest}") if rest else "")

    def _row(
        self,
        widths: Sequence[int],
        cells: Sequence[str],
        fills: Mapping[int, str],
        extra: str = "",
    ) -> str:
        pieces = []
        for at, (width, cell) in enumerate(zip(widths, cells, strict=True)):
            fill = fills.get(at, "")
            shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
            props = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
            pieces.append(f"<w:tc>{props}{cell}</w:tc>")
        return f"<w:tr><w:trPr><w:cantSplit/>{extra}</w:trPr>{''.join(pieces)}</w:tr>"


def _room_for_labels(fitted: list[int], ours: Sequence[int], head: Sequence[str]) -> list[int]:
    """Widths on a narrower page than ours: visible numbers keep their room, the widest gives it."""
    if head[0] == "Nr." and fitted[0] < ours[0]:
        more = _LABEL_WIDTH - fitted[0]
        fitted[fitted.index(max(fitted))] -= more
        fitted[0] += more
    return fitted


def _kept(row: str) -> str:
    """A row on the same page as the next."""
    return _STYLED.sub(r"\1<w:keepNext/>", row)


def _attribute(text: str) -> str:
    return escape(printable(text), {'"': "&quot;", "\n": " ", "\t": " "})
