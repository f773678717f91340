"""Words on screen: Danish in the code, English from the catalogue.

`_` looks the language of the current session up at call time, so two people can read two
languages from one process.
"""

import functools
import gettext
import io
from pathlib import Path

import streamlit as st
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "locale"
LANGUAGES = {"da": "Dansk", "en": "English"}


def language() -> str:
    """The language of this session, "da" or "en"."""
    chosen = st.session_state.get("language") or st.query_params.get("language")
    by_name = {name: code for code, name in LANGUAGES.items()}  # as the address has it
    return chosen if chosen in LANGUAGES else by_name.get(chosen or "", "da")


@functools.cache
def catalogue(code: str) -> gettext.NullTranslations:
    """The translations of one language; Danish needs none, it stands in the code."""
    path = LOCALE / code / "LC_MESSAGES" / "taleroer.po"
    if not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        messages = read_po(file, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(text: str) -> str:
    """`text` (Danish) in the language of this session."""
    return catalogue(language()).gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """`one` or `many` by `n`, in the language of this session."""
    return catalogue(language()).ngettext(one, many, n)
