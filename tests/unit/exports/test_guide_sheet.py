"""The guide on paper: all words, room to write, no names, sound in Word."""

import io
from dataclasses import replace

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from exports.check import PrintStopped
from exports.word.guide_sheet import LINES, write_guide_sheet
from guides.loader import load_shared
from guides.model import Local

DAY = "2026-03-01"
GUIDES = load_shared()


def everything(content):
    body = Document(io.BytesIO(content)).element.body
    return "\n".join(t.text or "" for t in body.iter(f"{{{body.nsmap['w']}}}t"))


def ruled(content):
    body = Document(io.BytesIO(content)).element.body
    return sum(1 for _ in body.iter(f"{{{body.nsmap['w']}}}pBdr"))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_every_word_to_say_and_every_question_stands_on_the_paper(guide, language):
    content = write_guide_sheet(guide, "Egeby", DAY, language)
    said = everything(content)
    for number, question in enumerate(guide.questions, 1):
        assert f"{number}. {question.text.text(language)}" in said
        assert all(probe.text(language) in said for probe in question.probes)
    for words in (guide.read_aloud, guide.ending, guide.instruction.danger):
        assert all(line.strip() in said for line in words.text(language).split("\n"))
    assert ruled(content) == LINES * (len(guide.questions) + 1)
    boxes = {"da": ("Kontaktsted", "Måned", "☐ Borgeren har sagt ja")}
    boxes["en"] = ("Site", "Month", "☐ The citizen has said yes")
    assert all(box in said for box in boxes[language])


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_file_is_sound_and_its_footer_speaks_the_same_language(tmp_path, language):
    file = tmp_path / "guide.docx"
    file.write_bytes(write_guide_sheet(GUIDES[0], "Egeby", DAY, language))
    assert OpenXmlValidator().validate(file).errors == []
    document = Document(str(file))
    footer = document.sections[-1].footer.paragraphs[0].text
    assert ("Side 1 af 1" if language == "da" else "Page 1 of 1") in footer
    assert document.core_properties.author == "Egeby"


def test_a_number_that_points_at_a_person_stops_the_print_but_helplines_may_stand():
    told = GUIDES[0].instruction
    assert "70 201 201" in told.danger.da
    asked = replace(GUIDES[0].questions[0], text=Local("Er dit nummer 251248-9996?"))
    with pytest.raises(PrintStopped) as error:
        write_guide_sheet(replace(GUIDES[0], questions=(asked,)), "Egeby", DAY)
    assert "251248" not in str(error.value)


def test_odd_texts_are_printed_as_they_are():
    asked = replace(GUIDES[0].questions[0], text=Local("Æ & <b> 😀 ?"), probes=())
    assert "1. Æ & <b> 😀 ?" in everything(
        write_guide_sheet(replace(GUIDES[0], questions=(asked,)), "Å & <By>", DAY)
    )
