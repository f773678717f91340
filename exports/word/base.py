"""Our own base: a Word file of A4 pages in Danish with all styles, no author and no clock time.

Arial and Times New Roman are used because LibreOffice has letters of the same widths for them, so
page numbers counted there hold in Word too.
"""

import io
import zipfile
from functools import cache
from importlib.resources import files


def part(name: str) -> bytes:
    """One of the XML files that the base is put together from."""
    return (files("exports.word") / "parts" / name).read_bytes()


@cache
def base() -> bytes:
    """Our own base as a .docx: A4, da-DK, with all styles; no author, no clock time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in _SMALL_PARTS.items():
            out.writestr(name, text)
        for name in ("styles", "numbering", "settings", "fontTable"):
            out.writestr(f"word/{name}.xml", part(f"{name}.xml"))
        out.writestr("word/theme/theme1.xml", part("theme.xml"))
    return target.getvalue()


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SMALL_PARTS = {
    "[Content_Types].xml": f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WML}.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{_WML}.numbering+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_WML}.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="{_WML}.fontTable+xml"/>
<Override PartName="/word/theme/theme1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>""",
    "_rels/.rels": f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"
 Target="docProps/core.xml"/>
</Relationships>""",
    "docProps/core.xml": f"""{_XML}<cp:coreProperties
 xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>
""",
    "word/_rels/document.xml.rels": f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/relationships/settings" Target="settings.xml"/>
<Relationship Id="rId4" Type="{_OFFICE}/relationships/fontTable" Target="fontTable.xml"/>
<Relationship Id="rId5" Type="{_OFFICE}/relationships/theme" Target="theme/theme1.xml"/>
</Relationships>""",
    "word/document.xml": f"""{_XML}<w:document
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:r="{_OFFICE}/relationships"><w:body><w:sectPr>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="1361" w:right="1134" w:bottom="1247" w:left="1134" w:header="624" w:footer="624"
 w:gutter="0"/></w:sectPr></w:body></w:document>""",
}
