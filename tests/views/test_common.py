"""What every page leans on: citizens' words made safe, work beside the page, translations."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.model import Reason
from interviews.model import Theme
from views.common import plain, theme_name
from views.review_card import marked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jeg bor her. Ja!", r"Jeg bor her\. Ja\!"),
        ("![x](http://a.b/c.png)", r"\!\[x\]\(http\://a\.b/c\.png\)"),
        ("<img src=x>", r"\<img src\=x\>"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("$a$ ~x~ :red[b] `c` *d* _e_ |f| # g", None),
        ("1. januar\n2. februar", "1\\. januar  \n2\\. februar"),
        ("en\n\n    to\n\n\n- tre", "en  \nto  \n\\- tre"),
        ("😀 æøå — »citat«", "😀 æøå — »citat«"),
        ("", ""),
    ],
)
def test_no_sign_of_markdown_survives(text, shown):
    if shown is None:
        assert all(f"\\{sign}" in plain(text) for sign in "$~:[]`*_|#")
    else:
        assert plain(text) == shown


def test_nothing_is_drawn_of_a_hostile_text_but_its_letters():
    def page():
        import streamlit as st

        from views.common import plain

        st.markdown(plain("[klik](https://evil.example) ![x](https://evil.example/x.png)"))

    shown = AppTest.from_function(page).run().markdown[0].value
    assert "](" not in shown.replace(r"\]\(", "")


def test_the_words_that_decided_are_bold_and_the_rest_stays_as_it_is():
    text = "Min hund *må* ikke bo her"
    reasons = (Reason("hund", 4, 8, 0.4), Reason("bo", 19, 21, 0.2), Reason("ikke", 14, 18, -0.3))
    assert marked(text, reasons) == r"Min **hund** \*må\* ikke **bo** her"
    assert marked(text, (Reason("x", 4, 8, 0.4), Reason("y", 6, 9, 0.3))).count("**") == 2
    assert marked("", ()) == ""


def test_only_the_shared_themes_as_they_are_have_an_english_name(monkeypatch):
    monkeypatch.setattr("views.common.language", lambda: "en")
    assert theme_name(Theme("", "", "housing", "Boliger")) == "Housing"
    assert theme_name(Theme("", "", "housing", "Bolig og hund")) == "Bolig og hund"
