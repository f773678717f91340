from pathlib import Path

import streamlit
from streamlit.elements import exception

from views.built_in import DANISH, ENGLISH, FAILED, FAULT, MISSING


def test_what_streamlit_says_of_a_failed_page_is_known():
    assert exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT == FAULT


def test_a_failed_page_says_what_to_do_in_either_language():
    assert DANISH[FAULT] == DANISH[FAILED["en"]] == FAILED["da"]
    assert ENGLISH[FAULT] == ENGLISH[FAILED["da"]] == FAILED["en"]


def test_what_streamlit_says_of_an_unknown_address_is_known():
    scripts = Path(streamlit.__file__).parent.glob("static/static/js/index.*.js")
    first, second = MISSING.split(". ")
    assert any(first in (said := s.read_text("utf-8")) and second in said for s in scripts)
    assert MISSING in DANISH
