"""A file that means harm, or is none of ours, is refused by name, and quickly."""

import io
import time
import zipfile

import pytest
from pypdf import PdfReader, PdfWriter

from interviews.documents import pdf_files
from interviews.documents.reading import read_document
from interviews.reading_files import FileUnreadable
from tests.unit.interviews.documents.conftest import W, docx, odt, pdf, word_paragraph, zipped

GOOD = docx(word_paragraph("Vi mangler et sted at være."))
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + f"]><w:document {W}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
)
STRANGER = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + bytes(range(256)) * 20
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def many(n):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(n):
            archive.writestr(f"{number}.xml", "x")
    return out.getvalue()


def locked_pdf():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[("Hej", 700)]]))))
    writer.encrypt("hemmelig")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def spoilt(data):
    middle = len(data) // 3
    return data[:middle] + bytes(40) + data[middle + 40 :]


FILES = {
    "empty docx": ("a.docx", b"", "no_text"),
    "empty txt": ("a.txt", b"  \n \n", "no_text"),
    "empty pdf": ("a.pdf", b"", "no_text"),
    "docx without text": ("a.docx", docx(word_paragraph(" ")), "no_text"),
    "pdf of pictures": ("a.pdf", pdf([[], []]), "no_text"),
    "billion laughs": ("a.docx", zipped(word__document_xml=LAUGHS), "doctype"),
    "billion laughs in utf-16": (
        "a.docx",
        zipped(word__document_xml=LAUGHS.encode("utf-16")),
        "doctype",
    ),
    "entity from a file": ("a.odt", zipped(content_xml=STRANGER), "doctype"),
    "doctype in the styles": (
        "a.docx",
        zipped(word__document_xml="<a/>", word__styles_xml=STRANGER),
        "doctype",
    ),
    "zip bomb": ("a.docx", docx("<w:p/>" * 3_000_000), "suspicious_archive"),
    "too many entries": ("a.docx", many(2_001), "suspicious_archive"),
    "truncated docx": ("a.docx", GOOD[: len(GOOD) // 2], "not_document"),
    "spoilt docx": ("a.docx", spoilt(GOOD), "not_document"),
    "broken xml": ("a.docx", zipped(word__document_xml="<a><b></a>"), "not_document"),
    "zip without a document": ("a.docx", zipped(hej_txt="hej"), "not_document"),
    "odt without a text": ("a.odt", zipped(content_xml="<a/>"), "not_document"),
    "odt named docx": ("a.docx", odt("<text:p>Hej</text:p>"), "not_document"),
    "exe named docx": ("a.docx", EXE, "not_document"),
    "exe named odt": ("a.odt", EXE, "not_document"),
    "exe named pdf": ("a.pdf", EXE, "not_document"),
    "exe named txt": ("a.txt", EXE, "not_text"),
    "zeros named txt": ("a.txt", b"hej\0\0\0" * 5, "not_text"),
    "picture named txt": ("a.txt", b"\x89PNG\r\n\x1a\n" + EXE, "not_text"),
    "exe": ("a.exe", EXE, "document_type"),
    "no ending": ("referat", b"hej", "document_type"),
    "macros": ("a.docx", docx("<w:p/>", word__vbaProject_bin="x"), "macros"),
    "macros by name": ("a.docm", GOOD, "macros"),
    "odt with a script": ("a.odt", odt("", Basic__Standard__Module1_xml="x"), "macros"),
    "old word": ("a.doc", OLD_WORD, "old_document"),
    "rtf": ("a.rtf", b"{\\rtf1 hej}", "old_document"),
    "rtf named txt": ("a.txt", b"{\\rtf1\\ansi Jeg bor her.}", "not_document"),
    "html named txt": ("a.txt", b"\xef\xbb\xbf\n<!DOCTYPE html><p>Jeg bor her.", "not_document"),
    "html without a doctype": ("a.txt", b"<HTML lang=da><p>Jeg bor her.", "not_document"),
    "html as xml": ("a.txt", b'<?xml version="1.0"?><html/>', "not_document"),
    "pdf named txt": ("a.txt", b"%PDF-1.4\n1 0 obj\n", "not_document"),
    "old word named docx, or a password": ("a.docx", OLD_WORD, "locked"),
    "locked pdf": ("a.pdf", locked_pdf(), "locked"),
    "truncated pdf": ("a.pdf", pdf([[("Hej", 700)]])[:60], "not_document"),
    "1,000 pages": ("a.pdf", pdf([[(f"Side {n}", 700)] for n in range(1000)]), "too_many_pages"),
    "too much text": ("a.txt", b"hej med dig\n" * 300_000, "too_large"),
}


@pytest.mark.parametrize(("name", "data", "code"), FILES.values(), ids=FILES)
def test_a_bad_file_is_named(name, data, code):
    with pytest.raises(FileUnreadable) as stopped:
        read_document(name, data)
    assert stopped.value.code == code


def test_an_archive_that_lies_about_its_size_is_not_unpacked_further():
    data = bytearray(docx(word_paragraph("hej " * 20_000)))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = (50).to_bytes(4, "little")  # unpacked size
    with pytest.raises(FileUnreadable) as stopped:
        read_document("a.docx", bytes(data))
    assert stopped.value.code == "not_document"


def test_an_entity_that_the_gate_would_miss_is_never_expanded(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hemmeligt", encoding="utf-8")
    strange = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]><x>&e;</x>'.encode("utf-16-be")
    with pytest.raises(FileUnreadable) as stopped:
        read_document("a.odt", zipped(content_xml=b"\xfe\xff" + strange))
    assert "hemmeligt" not in str(stopped.value)


def test_a_pdf_that_never_ends_is_stopped(tmp_path, monkeypatch):
    slow = tmp_path / "slow.py"
    slow.write_text("import time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.setattr(pdf_files, "WORKER", slow)
    monkeypatch.setattr(pdf_files, "SECONDS", 0.2)
    begun = time.monotonic()
    with pytest.raises(FileUnreadable) as stopped:
        read_document("a.pdf", pdf([[("Hej", 700)]]))
    assert (stopped.value.code, time.monotonic() - begun < 10) == ("too_slow", True)


def test_a_pdf_that_eats_memory_is_stopped(monkeypatch):
    monkeypatch.setattr(pdf_files, "MEGABYTES", 8)
    with pytest.raises(FileUnreadable) as stopped:
        read_document("a.pdf", pdf([[("Hej", 700)]]))
    assert stopped.value.code in ("too_slow", "not_document")
