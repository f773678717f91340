"""A hundred files that no door may take: each is told why in words, and leaves nothing behind.

`python -m benchmarks.bad_files` sends them through the pages, and the million rows too.
"""

import pytest

from benchmarks.bad_files import meet, visit
from benchmarks.broken_files import FILES
from interviews.setup import create_consultation, shared_themes
from storage import open_store


@pytest.fixture
def consultation(home):
    with open_store() as store:
        return create_consultation(store, "Prøve", "Egeby", shared_themes())


def test_there_are_a_hundred_of_them_and_no_two_alike():
    assert len(FILES) >= 100
    assert len({(file.door, file.fault, file.name) for file in FILES}) == len(FILES)


@pytest.mark.parametrize("door", ["table", "forms", "document"])
def test_each_is_told_why_and_leaves_nothing_behind(door, consultation):
    wrong = {}
    for file in (f for f in FILES if f.door == door):
        answer = meet(file, consultation)
        told = len(answer.words.split()) >= 3
        if (answer.code, answer.left_behind, told) != (file.code, 0, True):
            wrong[f"{file.name} {file.fault}"] = answer
    assert wrong == {}


@pytest.mark.parametrize("door", ["table", "forms", "document"])
def test_the_page_says_it_and_still_answers(door, consultation):
    file = next(f for f in FILES if f.door == door and f.code == "suspicious_archive")
    answer = visit(file, consultation)
    assert (answer.code, answer.left_behind) == ("", 0)
    assert "pakket på en mistænkelig måde" in answer.words
