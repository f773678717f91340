"""Places are found in lines and in tables, with the number of people who took part there."""

import pytest

from interviews.documents.model import Document, Paragraph
from interviews.documents.plan_parts import find_places


def places(*texts):
    document = Document(tuple(Paragraph(text) for text in texts))
    return [(place.name, place.participants) for place in find_places(document)]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Herberget (natcafé )5 deltagere", ("Herberget (natcafé )", 5)),
        ("Skurvognen12 personer", ("Skurvognen", 12)),
        ("Herberget: 3 personer", ("Herberget", 3)),
        ("Hus 2 – 14 beboere", ("Hus 2", 14)),
    ],
)
def test_a_name_and_a_number_whatever_stands_between(line, place):
    assert places(line) == [place]


@pytest.mark.parametrize(
    "line",
    [
        "I alt: 12 deltagere",
        "Deltagere i alt 12 personer",
        "Total 12 deltagere",
        "Samlet antal: 12 borgere",
        "Hele landet 1.234 deltagere",
        "12 deltagere",
    ],
)
def test_totals_and_bare_numbers_are_no_places(line):
    assert places(line) == []


def test_the_rows_of_a_table_with_plain_numbers_are_places():
    assert places(
        "Sted\tAntal deltagere",
        "Varmestuen Lyset\t8",
        "Herberget\t3",
        "I alt\t11",
        "Vi talte med dem i maj.",
        "Budget\t300",
    ) == [("Varmestuen Lyset", 8), ("Herberget", 3)]


def test_the_number_is_taken_from_its_own_column():
    rows = ("Nr.\tTilbud\tAntal\tÅr", "1\tSkurvognen\t4\t2021", "2\tNatcaféen\t6\t2022")
    assert places(*rows) == [("Skurvognen", 4), ("Natcaféen", 6)]


def test_a_table_without_tabs_as_pdf_gives_it():
    rows = ("Sted Antal deltagere", "Varmestuen Lyset 8", "Café Ro (unge) 11", "I alt 19")
    assert places(*rows) == [("Varmestuen Lyset", 8), ("Café Ro (unge)", 11)]


def test_other_tables_have_no_places():
    assert places("Indsats\tKroner", "Folkekøkken\t300", "Side", "Boliger 16") == []
