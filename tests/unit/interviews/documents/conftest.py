"""Small documents made on the spot: .docx and .odt as XML, .pdf with a text layer."""

import io
import zipfile
from xml.sax.saxutils import escape

import pytest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table")
)
STYLES = f"""<w:styles {W}>
<w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Temanavn"><w:name w:val="Temanavn"/><w:basedOn w:val="Overskrift1"/></w:style>
<w:style w:styleId="Prikker"><w:name w:val="List Bullet"/></w:style>
<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/>
</w:style></w:styles>"""


SYMBOL = (
    "1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar\n<A4> <F0B7>\nendbfchar\n"
)


def zipped(**parts):
    """An archive with these parts; two underscores stand for a slash, one for a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def word_paragraph(text, style=""):
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(body, **more):
    whole = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return zipped(word__document_xml=whole, word__styles_xml=STYLES, **more)


def odt(body, **more):
    whole = (
        f"<office:document-content {ODT}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return zipped(content_xml=whole, **more)


def pdf(pages, size=11):
    """Pages of lines, each line (text, height) or (text, height, letter size).

    "¤" comes out as the bullet of the font Symbol.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
        "/ToUnicode 4 0 R >>"
    )
    objects.append(f"<< /Length {len(SYMBOL)} >>\nstream\n{SYMBOL}endstream")
    kids = []
    for lines in pages:
        shown = "".join(
            f"BT /F1 {(*more, size)[0]} Tf 1 0 0 1 60 {height} Tm ({text}) Tj ET\n"
            for text, height, *more in lines
        )
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}endstream")
        kids.append(len(objects) + 1)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            f"{len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>"
    )
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    size_of = len(objects) + 1
    return out + f"trailer << /Size {size_of} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def down(*lines, top=760, step=14):
    """Lines under each other from the top of a page; an empty one leaves a gap."""
    return [(text, top - step * n) for n, text in enumerate(lines) if text]


@pytest.fixture
def shape():
    """The paragraphs of a document as (first letter of the kind, text)."""
    return lambda document: [(p.kind.value[:2], p.text) for p in document.paragraphs]
