"""The plan as PDF and the true page numbers, where LibreOffice is installed."""

import io
import re
import tempfile
from pathlib import Path

import pypdf
import pytest
from plans import DAY, small_base

from exports import office
from exports.gate import publish
from exports.outline import draw
from exports.pdf import publish_pdf
from exports.word import WordRenderer
from exports.word.read import read

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """The plan as PDF, and what was left in the temporary folder."""
    folder = tmp_path_factory.mktemp("temporary")
    base = small_base()
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        content = publish_pdf(draw(base, DAY), base)
    finally:
        tempfile.tempdir = before
    return content, sorted(Path(folder).rglob("*"))


@needs_office
def test_the_pdf_is_tagged_titled_and_in_danish(pdf):
    root = pypdf.PdfReader(io.BytesIO(pdf[0])).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da-DK"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@needs_office
def test_the_pdf_keeps_to_the_rules_that_the_program_breaks(pdf):
    reader = pypdf.PdfReader(io.BytesIO(pdf[0]))
    assert all(page["/Tabs"] == "/S" for page in reader.pages)
    assert "/Quote" not in reader.trailer["/Root"]["/StructTreeRoot"]["/RoleMap"]


@needs_office
def test_the_pdf_tells_the_day_and_no_time_of_day(pdf):
    told = pypdf.PdfReader(io.BytesIO(pdf[0]))
    dates = [str(value) for key, value in told.metadata.items() if "Date" in key]
    assert all(len(date) == len("D:20260101") for date in dates)
    more = told.trailer["/Root"]["/Metadata"].get_object().get_data()
    assert not re.search(rb"T\d\d:\d\d:\d\d", more)


@needs_office
def test_nothing_is_left_behind(pdf):
    assert pdf[1] == []


@needs_office
def test_the_word_file_names_the_page_where_each_heading_stands(pdf):
    """The pages in the Word file's contents against the pages of the PDF the words stand on."""
    base = small_base()
    word = read(publish(draw(base, DAY), base, WordRenderer()))
    reader = pypdf.PdfReader(io.BytesIO(pdf[0]))
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    entries = [m.groups() for p in word if (m := re.fullmatch(r"([^\t]+)\t(\d+)", p.text))]
    assert len(entries) > 15
    for heading, page in entries:
        assert heading in pages[int(page) - 1]
    assert entries[-1] == ("Mødet mellem kommunen og borgeren", str(len(pages)))


@needs_office
def test_links_survive_in_the_pdf(pdf):
    reader = pypdf.PdfReader(io.BytesIO(pdf[0]))
    links = [a for page in reader.pages for a in page.get("/Annots", [])]
    assert len(links) > 60


def test_without_the_program_word_counts_the_pages(monkeypatch):
    monkeypatch.setattr(office, "program", lambda: None)
    base = small_base()
    content = publish(draw(base, DAY), base, WordRenderer())
    contents = [p.text for p in read(content) if p.text.startswith("Forord\t")]
    assert contents == ["Forord\t\u00a0"]


def test_without_the_program_a_pdf_is_refused(monkeypatch):
    monkeypatch.setattr("exports.pdf.program", lambda: None)
    base = small_base()
    with pytest.raises(office.OfficeMissing):
        publish_pdf(draw(base, DAY), base)


@needs_office
def test_a_file_the_program_cannot_read_is_told():
    with pytest.raises(office.OfficeFailed):
        office.to_pdf(b"PK\x03\x04 half a file")
