"""Where the conversation on the screen is kept: the database, or nowhere while one practises."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from interviews.practice import PracticeStore
from storage import Store, open_store


def practice() -> PracticeStore | None:
    """The practice of this session, if one is under way."""
    return st.session_state.get("practice")


def end_practice() -> None:
    """All of it is gone."""
    st.session_state.pop("practice", None)


@contextmanager
def open_capture() -> Iterator[Store | PracticeStore]:
    """The store for one change to the conversation on the screen."""
    if mine := practice():
        yield mine
    else:
        with open_store() as store:
            yield store
