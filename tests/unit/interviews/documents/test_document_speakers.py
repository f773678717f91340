"""Who speaks is told by a mark, and the mark never becomes part of what was said."""

import pytest

from interviews.documents.model import Document, Paragraph
from interviews.documents.speakers import answer, asks
from interviews.documents.statements import suggest_statements
from interviews.model import Wording

SAID = "Jeg savner en at snakke med om aftenen."


def found(*texts):
    document = Document(tuple(Paragraph(text) for text in texts))
    return [(c.text, c.told, c.wording) for c in suggest_statements(document, {})]


@pytest.mark.parametrize(
    "mark",
    [
        "IP:",
        "IP2:",
        "IP:\t",
        "Interviewperson:",
        "Informant 3:",
        "Borger:",
        "Borger 1 (kvinde, 45 år):",
        "Deltager 2:",
        "Mand, 52 år:",
        "Mand, 52 år, hjemløs:",
        "Mand (52):",
        "Kvinde 45:",
        "Kvinde, 45 år:",
        "Kvinde på 45 år:",
        "Kvinde i 40'erne:",
        "45-årig kvinde:",
        "Ung mand, 23 år:",
    ],
)
def test_a_citizens_mark_is_dropped(mark):
    assert found(f"{mark} {SAID}") == [(SAID, True, Wording.VERBATIM)]
    assert found(f"{mark} »{SAID}«") == [(SAID, True, Wording.VERBATIM)]


@pytest.mark.parametrize("mark", ["Interviewer:", "Interviewer 2:", "I:", "Spørger:", "Int:"])
def test_what_the_interviewer_says_is_no_statement(mark):
    assert asks(mark)
    assert found(f"{mark} Så prøver vi at tale om din bolig.", f"IP: {SAID}") == [
        (SAID, True, Wording.VERBATIM)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Deltagere: fem fra varmestuen",
        "Mandag: åbent hele dagen",
        "En mand sagde: det er koldt",
        "Borger, som vi mødte: en ung mand",
        "Bruger du penge på mad: ja",
        "B: her står noget andet",
    ],
)
def test_other_words_before_a_colon_are_no_marks(text):
    assert answer(text, conversation=False) is None
    assert not asks(text)


def test_a_single_letter_is_a_mark_where_somebody_asks():
    assert found("I: Hvordan går det?", f"B: {SAID}") == [(SAID, True, Wording.VERBATIM)]
