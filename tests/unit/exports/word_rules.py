"""What a sound and accessible Word file keeps to, as functions over its XML.

The rules follow EN 301 549 chapter 10 (documents) as far as they can be read from the file.
"""

import io
import re
import zipfile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def w(name):
    """A name of the main namespace."""
    return f"{{{W}}}{name}"


class Opened:
    """The parts of a file that the rules read."""

    def __init__(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.names = package.namelist()
            self.document = etree.fromstring(package.read("word/document.xml"))
            self.styles = etree.fromstring(package.read("word/styles.xml"))
            self.core = etree.fromstring(package.read("docProps/core.xml"))
            rels = etree.fromstring(package.read("word/_rels/document.xml.rels"))
            self.relations = {rel.get("Id"): rel.get("Target") for rel in rels}
            self.footers = [etree.fromstring(package.read(n)) for n in self.names if "/footer" in n]
        self.style_names = {
            s.get(w("styleId")): s.find("w:name", NS).get(w("val")).lower()
            for s in self.styles.findall("w:style", NS)
        }

    def all(self, path):
        """Everything in the body at an XPath."""
        return self.document.xpath(path, namespaces=NS)

    def style(self, paragraph):
        """The name of a paragraph's style."""
        found = paragraph.find("w:pPr/w:pStyle", NS)
        return self.style_names.get(found.get(w("val"))) if found is not None else "normal"


def text(node):
    """The visible text under a node."""
    return "".join(node.xpath(".//w:t/text()", namespaces=NS))


def faults(content):
    """The code of every rule the file breaks."""
    file = Opened(content)
    return [code for code, rule in RULES.items() if not rule(file)]


def _headings(file):
    return [
        (int(style[-1]), text(p))
        for p in file.all("//w:body/w:p")
        if (style := file.style(p) or "").startswith("heading ")
    ]


def _no_skip(file):
    levels = [level for level, _ in _headings(file)]
    return all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def _has_text(node):
    return bool(text(node).strip() or node.xpath(".//w:drawing", namespaces=NS))


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast of two colours as WCAG counts it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _contrast(file):
    inks = set(file.styles.xpath("//w:style//w:color/@w:val", namespaces=NS))
    papers = {"FFFFFF", *file.all("//w:tcPr/w:shd/@w:fill")}
    papers |= set(file.styles.xpath("//w:tblStylePr//w:shd/@w:fill", namespaces=NS))
    on_white = all(contrast(i, "FFFFFF") >= 4.5 for i in inks if i != "auto")
    return on_white and all(contrast("000000", paper) >= 4.5 for paper in papers)


def _links_lead_somewhere(file):
    names = set(file.all("//w:bookmarkStart/@w:name"))
    return all(anchor in names for anchor in file.all("//w:hyperlink/@w:anchor"))


def _unique(values):
    return len(values) == len(set(values))


def _tables_fit(file):
    for table in file.all("//w:tbl"):
        widths = [int(v) for v in table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NS)]
        section = table.xpath("following::w:sectPr[1]", namespaces=NS)[0]
        size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
        room = int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right")))
        if sum(widths) > room or min(widths) < 400:
            return False
    return True


RULES = {
    "title": lambda f: bool(f.core.findtext("dc:title", namespaces=NS)),
    "language property": lambda f: f.core.findtext("dc:language", namespaces=NS) == "da-DK",
    "language of text": lambda f: (
        f.styles.xpath("//w:docDefaults//w:lang/@w:val", namespaces=NS) == ["da-DK"]
    ),
    "headings": lambda f: len(_headings(f)) >= 3,
    "heading empty": lambda f: all(name.strip() for _, name in _headings(f)),
    "heading order": _no_skip,
    "paragraph empty": lambda f: all(_has_text(p) for p in f.all("//w:body/w:p")),
    "cell empty": lambda f: all(_has_text(c) for c in f.all("//w:tc")),
    "false list": lambda f: (
        not any(re.match(r"\s*(?:[-•*–]|\d+\))\s", text(p)) for p in f.all("//w:body/w:p"))
    ),
    "spacing by characters": lambda f: (
        not any(re.search(r" {4,}", text(p)) for p in f.all("//w:p"))
    ),
    "table head": lambda f: all(
        t.xpath("w:tr[1]/w:trPr/w:tblHeader", namespaces=NS) for t in f.all("//w:tbl")
    ),
    "table rows whole": lambda f: not f.all("//w:tr[not(w:trPr/w:cantSplit)]"),
    "table title": lambda f: all(
        t.xpath("w:tblPr/w:tblCaption/@w:val", namespaces=NS) for t in f.all("//w:tbl")
    ),
    "table merged": lambda f: not f.all("//w:gridSpan | //w:vMerge"),
    "table nested": lambda f: not f.all("//w:tbl//w:tbl"),
    "table too wide": _tables_fit,
    "alternative text": lambda f: all(d.get("descr", "").strip() for d in f.all("//wp:docPr")),
    "alternative file name": lambda f: (
        not any(re.search(r"\.(png|jpe?g)$", d.get("descr", "")) for d in f.all("//wp:docPr"))
    ),
    "picture floating": lambda f: not f.all("//wp:anchor"),
    "text box": lambda f: not f.all("//*[local-name()='txbxContent']"),
    "picture missing": lambda f: all(i in f.relations for i in f.all("//a:blip/@r:embed")),
    "picture numbers": lambda f: _unique(f.all("//wp:docPr/@id")),
    "link dead": _links_lead_somewhere,
    "link empty": lambda f: all(text(link).strip() for link in f.all("//w:hyperlink")),
    "bookmark numbers": lambda f: _unique(f.all("//w:bookmarkStart/@w:id")),
    "bookmark names": lambda f: (
        _unique(f.all("//w:bookmarkStart/@w:name"))
        and all(len(name) <= 40 for name in f.all("//w:bookmarkStart/@w:name"))
    ),
    "style missing": lambda f: (
        set(f.all("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
        <= set(f.style_names)
    ),
    "contrast": _contrast,
    "page numbers": lambda f: any(
        "PAGE" in "".join(footer.itertext()) and "NUMPAGES" in "".join(footer.itertext())
        for footer in f.footers
    ),
    "paper": lambda f: all(
        {s.get(w("w")), s.get(w("h"))} == {"11906", "16838"} for s in f.all("//w:pgSz")
    ),
    "comments": lambda f: not any("comments" in name for name in f.names),
    "changes tracked": lambda f: not f.all("//w:ins | //w:del"),
    "leftovers": lambda f: (
        not any(
            part in name
            for name in f.names
            for part in ("thumbnail", "stylesWithEffects", "customXml")
        )
    ),
}
