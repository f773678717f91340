from streamlit.elements import exception

from views.built_in import DANISH, ENGLISH, FAILED, FAULT


def test_what_streamlit_says_of_a_failed_page_is_known():
    assert exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT == FAULT


def test_a_failed_page_says_what_to_do_in_either_language():
    assert DANISH[FAULT] == DANISH[FAILED["en"]] == FAILED["da"]
    assert ENGLISH[FAULT] == ENGLISH[FAILED["da"]] == FAILED["en"]
