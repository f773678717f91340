"""The statements and the codebook for other programs of qualitative analysis: REFI-QDA 1.0.

A .qdpx opens in ATLAS.ti, NVivo, MAXQDA and QualCoder. The source texts are the themes, never the
conversations: what one person said must not lie together (decision 0010). Nothing tells who, when,
where or on which machine. Source: REFI-QDA Project and Codebook Exchange 1.0 (qdasoftware.org).
"""

import io
import re
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement, fromstring, indent, tostring

from exports import words
from exports.gate import Cleared, Printed
from exports.model import CodeRow, Excerpt, InitiativeItem, Outline, SheetRow
from exports.text import REPLACEMENT, printable
from exports.walk import each
from interviews.model import Kind, Wording

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_SPACE = uuid.UUID("6d6f7a52-2f0f-4f0e-9d3c-74616c65726f")
_KINDS, _WORDINGS = "Art", "Ordlyd"
_BEYOND = re.compile("[\U00010000-\U0010ffff]")  # NVivo counts these as two characters, others not
_DAWN = (1980, 1, 1, 0, 0, 0)  # a zip tells when each file was made


def _plain(text: str) -> str:
    """Text in which all programs count the same characters."""
    return _BEYOND.sub(REPLACEMENT, printable(text))


@dataclass(frozen=True)
class _Ids:
    """Identities that stay the same from one export to the next, and tell nothing."""

    consultation: str

    def of(self, *key: object) -> str:
        return str(uuid.uuid5(_SPACE, "/".join(map(str, (self.consultation, *key)))))


def _codes(outline: Outline) -> tuple[CodeRow, ...]:
    """The codebook, tags no codebook holds, and what is known of each statement beside tags."""
    known = {code.name for code in outline.codes}
    loose = sorted({tag for row in outline.rows for tag in row.tags} - known)
    return (
        *outline.codes,
        *(CodeRow(f"tag {name}", name) for name in loose),
        CodeRow(_KINDS, _KINDS),
        *(CodeRow(f"{_KINDS} {kind}", f"{_KINDS}: {words.KIND[kind]}", _KINDS) for kind in Kind),
        CodeRow(_WORDINGS, _WORDINGS),
        *(
            CodeRow(f"{_WORDINGS} {way}", f"{_WORDINGS}: {words.WORDING[way]}", _WORDINGS)
            for way in Wording
        ),
    )


def _codes_of(row: SheetRow) -> tuple[str, ...]:
    """The names of the codes a statement carries."""
    kind = (f"{_KINDS}: {words.KIND[row.kind]}",) if row.kind else ()
    return (*row.tags, *kind, f"{_WORDINGS}: {words.WORDING[row.wording]}")


def _write_codes(parent: Element, outline: Outline, ids: _Ids) -> None:
    """Codes under their parents, each with what it means."""
    codes, used = _codes(outline), {name for row in outline.rows for name in _codes_of(row)}
    top = SubElement(parent, "Codes")
    places = {code.key: code for code in codes}
    children: dict[str | None, list[CodeRow]] = {}
    for code in codes:
        above = code.parent_key if code.parent_key in places else None
        children.setdefault(above, []).append(code)

    def write(under: Element, code: CodeRow) -> None:
        below = children.get(code.key, ())
        codable = not below or code.name in used
        told = {"guid": ids.of("code", code.key), "name": _plain(code.name)}
        here = SubElement(under, "Code", told, isCodable="true" if codable else "false")
        if code.description:
            SubElement(here, "Description").text = _plain(code.description)
        for child in below:
            write(here, child)

    for code in children[None]:
        write(top, code)


def _read_codes(root: Element, space: str) -> Iterator[Printed]:
    for code in root.iter(f"{{{space}}}Code"):
        yield Printed("", code.get("name", ""))
        yield Printed("", code.findtext(f"{{{space}}}Description") or "")


def _bytes(root: Element) -> bytes:
    indent(root)
    written: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


class CodebookRenderer:
    """Makes a .qdc: the codebook alone, without a citizen's words."""

    suffix = ".qdc"

    def render(self, cleared: Cleared) -> bytes:
        """The finished file."""
        root = Element("CodeBook", xmlns=CODEBOOK, origin="Talerør")
        _write_codes(root, cleared.outline, _Ids(cleared.outline.consultation_id))
        return _bytes(root)

    def voices(self, outline: Outline) -> Iterable[Excerpt]:  # noqa: ARG002 -- a codebook has none
        """None."""
        return ()

    def read(self, content: bytes) -> Iterator[Printed]:
        """Every name and description, read back from the bytes."""
        return _read_codes(fromstring(content), CODEBOOK)


class QdaRenderer:
    """Makes a .qdpx: a text for each theme, each statement in it a selection with its codes."""

    suffix = ".qdpx"

    def render(self, cleared: Cleared) -> bytes:
        """The finished file."""
        outline = cleared.outline
        ids = _Ids(outline.consultation_id)
        root = Element("Project", xmlns=PROJECT, name=_plain(outline.title), origin="Talerør")
        root.set("creationDateTime", f"{outline.day}T00:00:00Z")
        _write_codes(SubElement(root, "CodeBook"), outline, ids)
        texts = _write_sources(root, outline, ids)
        _write_initiatives(root, outline, ids)
        _write_sets(root, outline, ids)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
            _add(file, "project.qde", _bytes(root))
            for guid, text in texts.items():
                _add(file, f"sources/{guid}.txt", text.encode("utf-8"))
        return target.getvalue()

    def voices(self, outline: Outline) -> Iterable[Excerpt]:
        """Every statement that may be quoted, each once."""
        return tuple(
            replace(row.excerpt, text=_plain(row.excerpt.text))
            for row in outline.rows
            if row.excerpt
        )

    def read(self, content: bytes) -> Iterator[Printed]:
        """Every selection, and all other words, read back from the bytes."""
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            root = fromstring(file.read("project.qde"))
            yield from _read_codes(root, PROJECT)
            for source in root.iter(f"{{{PROJECT}}}TextSource"):
                path = source.get("plainTextPath", "").replace("internal://", "sources/")
                yield from _read_source(source, file.read(path).decode("utf-8"))
        for note in root.iter(f"{{{PROJECT}}}Note"):
            label = note.get("name", "")
            yield Printed(label, note.findtext(f"{{{PROJECT}}}PlainTextContent") or "")
        yield from (Printed("", one.get("name", "")) for one in root.iter(f"{{{PROJECT}}}Set"))
        yield Printed("", root.get("name", ""))


def _add(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _DAWN)
    info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3  # alike from every machine
    file.writestr(info, content)


def _write_sources(root: Element, outline: Outline, ids: _Ids) -> dict[str, str]:
    """One text a theme, in the order of the numbers, which are drawn at random."""
    code_ids = {code.name: ids.of("code", code.key) for code in _codes(outline)}
    sources, texts = SubElement(root, "Sources"), {}
    for theme in dict.fromkeys(row.theme for row in outline.rows):
        guid, text = ids.of("theme", theme), ""
        name, path = _plain(theme or words.WITHOUT_THEME), f"internal://{guid}.txt"
        source = SubElement(sources, "TextSource", guid=guid, name=name, plainTextPath=path)
        for row in (row for row in outline.rows if row.theme == theme):
            label = f"U-{row.number:03d}"
            said = _plain(row.excerpt.text) if row.excerpt else words.NOT_PRINTED_CELL
            start = len(text) + len(label) + 1
            text += f"{label}\t{said}\n"
            place = {"startPosition": str(start), "endPosition": str(start + len(said))}
            told = {"guid": ids.of("statement", row.number), "name": label}
            selection = SubElement(source, "PlainTextSelection", told | place)
            for code in _codes_of(row):
                coding = ids.of("coding", row.number, code)
                SubElement(
                    SubElement(selection, "Coding", guid=coding),
                    "CodeRef",
                    targetGUID=code_ids[code],
                )
        texts[guid] = text
    return texts


def _read_source(source: Element, text: str) -> Iterator[Printed]:
    """The selections; and what stands in the text beside them, which is no citizen's."""
    at = 0
    yield Printed("", source.get("name", ""))
    for selection in source.iter(f"{{{PROJECT}}}PlainTextSelection"):
        start, end = int(selection.get("startPosition", "")), int(selection.get("endPosition", ""))
        said = text[start:end]
        yield Printed("", text[at:start].strip())
        yield Printed(selection.get("name", ""), said, is_voice=said != words.NOT_PRINTED_CELL)
        at = end
    yield Printed("", text[at:].strip())


def _write_initiatives(root: Element, outline: Outline, ids: _Ids) -> None:
    """A note for each initiative and a link to each statement it answers."""
    items = {item.initiative.label: item for item in each(outline.themes, InitiativeItem)}
    if not items:
        return
    notes = SubElement(root, "Notes")
    printed = {row.number for row in outline.rows}
    ties = []
    for label, item in items.items():
        guid = ids.of("initiative", label)
        note = SubElement(notes, "Note", guid=guid, name=label)
        SubElement(note, "PlainTextContent").text = _plain(item.initiative.text)
        ties += [(guid, label, r) for r in item.references if r.number in printed]
    links = SubElement(root, "Links") if ties else root
    for guid, label, reference in ties:
        SubElement(
            links,
            "Link",
            guid=ids.of("link", label, reference.number, reference.stance),
            name=words.STANCE[reference.stance] or "Støttes af",
            direction="OneWay",
            originGUID=guid,
            targetGUID=ids.of("statement", reference.number),
        )


def _write_sets(root: Element, outline: Outline, ids: _Ids) -> None:
    """The themes people chose, as sets of their texts."""
    themes = [theme for theme in dict.fromkeys(row.theme for row in outline.rows) if theme]
    if not themes:
        return
    sets = SubElement(root, "Sets")
    for theme in themes:
        one = SubElement(sets, "Set", guid=ids.of("set", theme), name=_plain(theme))
        SubElement(one, "MemberSource", targetGUID=ids.of("theme", theme))
