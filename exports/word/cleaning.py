"""What a municipality's file brings besides its style, taken out before anything is written in it.

A template has been through many hands: comments with their authors, changes somebody tracked, the
maker's name and folders in properties, data bound to the text, macros. What is not on the short
lists below is dropped, so that parts nobody has thought of are dropped too.
"""

from itertools import count
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from exports.word.marks import drop_marks, number_pictures

_KEPT_OF_PACKAGE = frozenset(("officeDocument", "core-properties"))
_KEPT_OF_DOCUMENT = frozenset(
    (
        *("styles", "numbering", "settings", "fontTable", "theme"),
        *("header", "footer", "footnotes", "endnotes", "image"),
    )
)
_KEPT_ELSEWHERE = frozenset(("image", "font"))  # of headers, lists, the theme and the fonts
_POINTED_AT = frozenset(("header", "footer", "image"))  # dropped where nothing points at them
_DROPPED_SETTINGS = frozenset(
    (
        *("attachedTemplate", "linkStyles", "docVars", "documentProtection", "writeProtection"),
        *("mailMerge", "attachedSchema", "schemaLibrary", "saveThroughXslt", "smartTagType"),
        *("rsids", "docId", "revisionView", "trackRevisions"),
    )
)
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_PICTURES = 1_000_000  # the first number of a picture of the municipality's
_DANISH = "da-DK"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def clean(document: Any) -> None:
    """Leave the style, the paper, the letterhead and what stands around the plan; nothing else."""
    _drop_parts(document)
    main = document.part
    pages = [r.target_part for r in main.rels.values() if _kind(r) in ("header", "footer")]
    numbers = count(_PICTURES)
    for part in (main, *pages):
        drop_marks(part.element, part.rels)
        number_pictures(part.element, numbers)
    _drop_pointless(main, document.element)
    _clean_notes(document)
    _clean_settings(document.settings.element)
    for prop in list(document.core_properties._element):
        prop.getparent().remove(prop)
    _speak_danish(document.styles.element)


def _kind(rel: Any) -> str:
    return str(rel.reltype.rsplit("/", 1)[-1])


def _drop_parts(document: Any) -> None:
    """Drop all but the parts that carry style; everything that points out of the file, too."""
    main = document.part
    _keep(main.package.rels, _KEPT_OF_PACKAGE)
    _keep(main.rels, _KEPT_OF_DOCUMENT)
    for rel in main.rels.values():
        if _kind(rel) != "image":
            _keep(rel.target_part.rels, _KEPT_ELSEWHERE)


def _keep(rels: Any, kinds: frozenset[str]) -> None:
    for key, rel in list(rels.items()):
        if rel.is_external or _kind(rel) not in kinds:
            del rels[key]


def _drop_pointless(main: Any, root: Any) -> None:
    """Headers of sections that are gone, and pictures of a body that is: nobody sees them."""
    used = {v for node in root.iter("*") for k, v in node.items() if k.startswith(_RELATIONS)}
    for key, rel in list(main.rels.items()):
        if _kind(rel) in _POINTED_AT and key not in used:
            del main.rels[key]


def _clean_notes(document: Any) -> None:
    """Keep the notes that the text still has; without any, the parts go."""
    main = document.part
    for key, rel in list(main.rels.items()):
        tag = _NOTES.get(_kind(rel))
        if tag is None:
            continue
        used = {n.get(qn("w:id")) for n in document.element.iter(qn(f"w:{tag}Reference"))}
        if not used:
            del main.rels[key]
            _remove(document.settings.element, {f"{tag}Pr"})
            continue
        root = etree.fromstring(rel.target_part.blob)
        drop_marks(root, rel.target_part.rels)
        for note in list(root):
            if note.get(qn("w:id")) not in used and note.get(qn("w:type")) in (None, "normal"):
                root.remove(note)
        rel.target_part._blob = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )


def _clean_settings(settings: Any) -> None:
    """No protection, variables or way back to the template; Danish as the language."""
    _remove(settings, _DROPPED_SETTINGS)
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), _DANISH)


def _remove(parent: Any, names: frozenset[str] | set[str]) -> None:
    for child in list(parent):
        if etree.QName(child).localname in names:
            parent.remove(child)


def _speak_danish(styles: Any) -> None:
    """Danish as the language of every style, whatever the maker's Word was set to."""
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), _DANISH)
    props = _child(_child(_child(styles, "docDefaults"), "rPrDefault"), "rPr")
    if props.find(qn("w:lang")) is None:
        props.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{_DANISH}"/>'))


def _child(parent: Any, name: str) -> Any:
    """The child called `name`, added as the first where there is none."""
    found = parent.find(qn(f"w:{name}"))
    if found is None:
        found = parse_xml(f"<w:{name} {nsdecls('w')}/>")
        parent.insert(0, found)
    return found
