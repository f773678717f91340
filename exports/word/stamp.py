"""Which version a Word file was printed from: written into it, and found in it again.

A custom property says it, and so does a hidden bookmark on the title page, for files whose
properties were cleaned away. Neither says who printed it or when.
"""

import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from strategy.round_trip.model import Stamp

PART = "docProps/custom.xml"
_NAME = "Talerør version"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_KIND = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one format id that custom properties have
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_VALUE = re.compile(r"(\d{1,6})[ _]([0-9a-f]{16})")
_BOOKMARK = "_Taleroer_"


def put_property(document: Any, stamp: Stamp) -> None:
    """Say in the file's properties which version it is; properties of a carrier are dropped."""
    package = document.part.package
    for key, rel in list(package.rels.items()):
        if rel.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            del package.rels[key]
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_KIND}" pid="2" name="{_NAME}">'
        f"<vt:lpwstr>{stamp.number} {stamp.mark}</vt:lpwstr></property></Properties>"
    )
    part = Part(PackURI(f"/{PART}"), _TYPE, content.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def is_stamp(text: str) -> bool:
    """Whether a property says nothing but which version it is; sixteen digits name nobody."""
    return _VALUE.fullmatch(text) is not None


def bookmark_of(stamp: Stamp) -> str:
    """The name of the hidden bookmark."""
    return f"{_BOOKMARK}{stamp.number}_{stamp.mark}"


def find_stamp(properties: Any, document: Any) -> Stamp | None:
    """The stamp in the root of custom.xml (or None) or of document.xml; None without one."""
    for prop in [] if properties is None else properties:
        if prop.get("name") == _NAME:
            found = _VALUE.fullmatch("".join(prop.itertext()).strip())
            if found:
                return Stamp(int(found[1]), found[2])
    for node in document.iter(qn("w:bookmarkStart")):
        name = node.get(qn("w:name"), "")
        found = _VALUE.fullmatch(name.removeprefix(_BOOKMARK)) if _BOOKMARK in name else None
        if found:
            return Stamp(int(found[1]), found[2])
    return None
