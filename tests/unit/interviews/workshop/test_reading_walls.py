"""Lines of a wall are read as people write them."""

import pytest

from interviews.workshop.model import Level, Line
from interviews.workshop.reading import read_dots, read_wall


@pytest.mark.parametrize(
    ("line", "words", "dots"),
    [
        ("Flere bænke, 3 prikker", "Flere bænke", 3),
        ("Flere bænke 1 prik", "Flere bænke", 1),
        ("Flere bænke (12 stemmer)", "Flere bænke", 12),
        ("Flere bænke – tre prikker.", "Flere bænke", 3),
        ("Flere bænke: én stemme", "Flere bænke", 1),
        ("Flere bænke (3)", "Flere bænke", 3),
        ("Flere bænke [10]", "Flere bænke", 10),
        ("Flere bænke x4", "Flere bænke", 4),
        ("Flere bænke × 4", "Flere bænke", 4),
        ("Flere bænke •••", "Flere bænke", 3),
        ("Flere bænke ● ● ●●", "Flere bænke", 4),
        ("Flere bænke 🔴🔴", "Flere bænke", 2),
        ("Flere bænke", "Flere bænke", 0),
        ("Plan fra (2024)", "Plan fra (2024)", 0),
        ("Bus 3 kører aldrig", "Bus 3 kører aldrig", 0),
        ("Tre prikker på væggen er for lidt", "Tre prikker på væggen er for lidt", 0),
        ("3 prikker", "3 prikker", 0),
        ("•••", "•••", 0),
    ],
)
def test_dots_at_the_end_of_a_line_are_counted(line, words, dots):
    assert read_dots(line) == (words, dots)


def test_headings_and_levels_may_stand_among_the_lines():
    text = """
    - For koldt om natten, 2 prikker

    Mål:
    1. Alle har et hjem (5)
    Trafik:
    • Bussen kører også søndag
    MULIGE INITIATIVER:
    Nattebus x2
    """
    assert read_wall(text, "Boliger", Level.CHALLENGE) == (
        Line("Boliger", Level.CHALLENGE, "For koldt om natten", 2),
        Line("Boliger", Level.GOAL, "Alle har et hjem", 5),
        Line("Trafik", Level.GOAL, "Bussen kører også søndag", 0),
        Line("Trafik", Level.INITIATIVE, "Nattebus", 2),
    )


def test_nothing_gives_nothing_and_a_thousand_lines_a_thousand():
    assert read_wall(" \n\n", "A", Level.GOAL) == ()
    assert len(read_wall("\n".join(f"Ide {n}" for n in range(1000)), "A", Level.GOAL)) == 1000
