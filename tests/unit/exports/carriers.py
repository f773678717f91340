"""Municipalities' own Word files, made for tests: letterheads, and what many hands left in them."""

import io
import re
import zipfile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from exports.word.figures import png

LETTERHEAD = ("Torvet 1 · 9999 Solby", "Tlf. 99 99 99 99", "solby@solby.dk")
PERSON = "Jens Hansen"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MACROS = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_DOCUMENT = "application/vnd.openxmlformats-officedocument"
_WML = f"{_DOCUMENT}.wordprocessingml"


def saved(document):
    """The bytes of a python-docx document."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def letterhead(lines=(), header="Solby Kommune", footer=LETTERHEAD):
    """A file with a logo and `header` above every page and `footer` under it."""
    document = Document()
    section = document.sections[0]
    top = section.header.paragraphs[0]
    top.add_run().add_picture(io.BytesIO(png("C9822B")), Cm(3), Cm(1))
    top.add_run(f"  {header}")
    section.footer.paragraphs[0].text = footer[0]
    for line in footer[1:]:
        section.footer.add_paragraph(line)
    for line in lines:
        document.add_paragraph(line)
    return document


def two_sections():
    """A file whose last section takes its letterhead from the one before."""
    document = letterhead()
    document.add_section()
    assert document.sections[-1].header.is_linked_to_previous
    return document


def well_used():
    """A .dotm with everything a template may bring: parts, marks, settings with names."""
    document = letterhead(["Kolofon", "[[INDHOLD]]"])
    first = document.paragraphs[0]
    document.add_comment(first.runs, text=f"{PERSON} siger", author=PERSON, initials="JH")
    _properties(document.core_properties)
    _tracked(first)
    main, package = document.part, document.part.package
    _part(
        package, package, "/docProps/app.xml", _APP, f"{_OFFICE}/relationships/extended-properties"
    )
    _part(package, package, "/docProps/custom.xml", _CUSTOM, RT.CUSTOM_PROPERTIES)
    _part(package, main, "/customXml/item1.xml", f"<sag>{PERSON}</sag>", RT.CUSTOM_XML)
    _part(
        package,
        main,
        "/word/vbaProject.bin",
        PERSON,
        _MACROS,
    )
    _part(package, main, "/word/people.xml", _PEOPLE, f"{_OFFICE}/relationships/people")
    _part(package, main, "/word/endnotes.xml", _ENDNOTES, RT.ENDNOTES)
    _settings(document)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
    return with_part(
        saved(document),
        "[Content_Types].xml",
        lambda types: types.replace(
            f"{_WML}.document.main+xml",
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        ),
    )


def _properties(props):
    props.category, props.content_status, props.identifier = PERSON, PERSON, PERSON
    props.keywords, props.version, props.comments = PERSON, PERSON, PERSON


def _tracked(paragraph):
    """A change somebody tracked, a field that shows a folder, and a picture linked from outside."""
    signed = f'w:id="9" w:author="{PERSON}" w:date="2026-01-01T14:52:00Z"'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> HYPERLINK "mailto:{PERSON}" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>skriv</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    runs = parse_xml(
        f"<w:p {nsdecls('w')}><w:ins {signed}><w:r><w:t> ny</w:t></w:r></w:ins>"
        f"<w:del {signed}><w:r><w:delText>{PERSON}</w:delText></w:r></w:del>{field}</w:p>"
    )
    for child in list(runs):
        paragraph._p.append(child)


def _part(package, holder, name, text, kind):
    types = {
        "/docProps/app.xml": f"{_DOCUMENT}.extended-properties+xml",
        "/docProps/custom.xml": f"{_DOCUMENT}.custom-properties+xml",
        "/word/vbaProject.bin": "application/vnd.ms-office.vbaProject",
        "/word/people.xml": f"{_WML}.people+xml",
        "/word/endnotes.xml": f"{_WML}.endnotes+xml",
    }
    for key in [key for key, rel in holder.rels.items() if rel.reltype == kind]:
        del holder.rels[key]  # python-docx's own template has some of them
    part = Part(PackURI(name), types.get(name, "application/xml"), text.encode(), package)
    holder.relate_to(part, kind)


def _settings(document):
    settings = document.settings.element
    holder = document.part.part_related_by(RT.SETTINGS)
    key = holder.relate_to(
        f"file:///C:/Users/{PERSON}/skabelon.dotm",
        f"{_OFFICE}/relationships/attachedTemplate",
        is_external=True,
    )
    for inside in (
        f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{key}"/>',
        f'<w:documentProtection {nsdecls("w")} w:edit="readOnly" w:enforcement="1"/>',
        f'<w:docVars {nsdecls("w")}><w:docVar w:name="ejer" w:val="{PERSON}"/></w:docVars>',
    ):
        settings.append(parse_xml(inside))


_APP = (
    f'<Properties xmlns="{_OFFICE}/extended-properties"><Manager>{PERSON}</Manager>'
    f"<Company>{PERSON}</Company><Template>C:\\Users\\{PERSON}\\a.dotx</Template></Properties>"
)
_CUSTOM = (
    f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Sagsbehandler">'
    f"<vt:lpwstr>{PERSON}</vt:lpwstr></property></Properties>"
)
_PEOPLE = (
    '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    f'<w15:person w15:author="{PERSON}"/></w15:people>'
)
_ENDNOTES = (
    f'<w:endnotes {nsdecls("w")}><w:endnote w:id="7"><w:p><w:r><w:t>{PERSON}</w:t></w:r></w:p>'
    "</w:endnote></w:endnotes>"
)


def parts(content):
    """Each part of a file as text, pictures as they are."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def with_part(content, name, change):
    """The file with one part put through `change`, or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        before = old.read(name).decode() if name in old.namelist() else ""
        new.writestr(name, change(before))
    return target.getvalue()


def shown(xml):
    """The visible text of a part."""
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml))
