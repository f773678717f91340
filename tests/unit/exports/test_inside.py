"""Names inside sentences keep their capitals, and visible numbers stay on one line."""

from dataclasses import replace

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from plans import DAY, answered, small_base, with_text
from word_rules import Opened, text

from exports.gate import publish
from exports.outline import draw
from exports.word import WordRenderer
from exports.word.ink import run, said
from exports.word.read import text_of
from exports.words import inside


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Boliger", "boliger"),
        ("Mødet mellem kommunen og borgeren", "mødet mellem kommunen og borgeren"),
        ("ADHD og hiv i Solby", "ADHD og hiv i Solby"),
        ("Hiv og ADHD i Solby", "hiv og ADHD i Solby"),
        ("I arbejde", "i arbejde"),
        ("McDonald-reglen", "McDonald-reglen"),
        ("", ""),
    ],
)
def test_only_the_capital_of_an_ordinary_first_word_goes(name, within):
    assert inside(name) == within


def test_a_theme_keeps_its_names_in_headings_leads_and_titles_of_tables():
    base = small_base()
    themes = (replace(base.themes[0], name="ADHD og hiv i Solby"), *base.themes[1:])
    base = replace(base, themes=themes)
    file = Opened(publish(draw(base, DAY), base, WordRenderer(count_pages=False)))
    found = {text(p) for p in file.all("//w:p")}
    assert {"Mål for ADHD og hiv i Solby", "Det siger borgerne"} <= found
    assert "Om ADHD og hiv i Solby fortæller borgerne blandt andet:" in found
    titles = {t.get(t.keys()[0]) for t in file.all("//w:tblCaption")}
    assert "Initiativer om ADHD og hiv i Solby" in titles


def paragraph(inner):
    return parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")


@pytest.mark.parametrize(
    ("words", "unbroken"),
    [
        ("se U-012 og I-03.", 2),
        ("(H-01) Kommunen", 1),
        ("M-01", 1),
        ("18-25 år, e-mail og B-vitamin", 0),
        ("COVID-19 og A-1", 0),
    ],
)
def test_visible_numbers_in_our_own_words_stay_on_one_line(words, unbroken):
    made = paragraph(run(words))
    assert len(made.xpath(".//w:noBreakHyphen")) == unbroken
    assert text_of(made) == words


def test_a_citizens_words_keep_the_sign_that_was_written():
    assert not paragraph(said("jeg så U-012")).xpath(".//w:noBreakHyphen")
    base = answered(with_text(small_base(), "u115", "se U-012 og I-03"))
    content = publish(draw(base, DAY), base, WordRenderer(count_pages=False))
    assert any(node.text == "se U-012 og I-03" for node in Opened(content).document.iter("{*}t"))
