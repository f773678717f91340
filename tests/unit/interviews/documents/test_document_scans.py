"""A scan is read with its letters put right, and nothing is put right unasked."""

import pytest

from interviews.documents.model import Document, Paragraph
from interviews.documents.scan_faults import repaired, suggest_repairs, unknown_share

SCAN = (
    "Borgerne gnsker en bolig tzt pa byen, hvor de kan fa hjeelp og stgtte.",
    "Varmestuen er abent hver dag, og personalet ggr det godt.",
    "Tveergaende indsatser giver feerre hjemlgse, siger radet.",
)
CLEAN = ("Vi vil gerne have en varm suppe om aftenen.", "Jeg bor på gaden med min hund.")


def document(*texts):
    return Document(tuple(Paragraph(text) for text in texts))


def test_what_a_scan_spoilt_is_suggested_beside_the_original():
    scan = document(*SCAN)
    suggested = {r.found: r.suggested for r in suggest_repairs(scan)}
    assert suggested["gnsker"] == "ønsker"
    assert suggested["hjeelp"] == "hjælp"
    assert suggested["stgtte"] == "støtte"
    assert suggested["ggr"] == "gør"
    assert suggested["Tveergaende"] == "Tværgående"
    assert suggested["feerre"] == "færre"
    assert suggested["hjemlgse"] == "hjemløse"
    assert (suggested["pa"], suggested["fa"]) == ("på", "få")
    for repair in suggest_repairs(scan):
        text = scan.paragraphs[repair.paragraph].text
        assert text[repair.start : repair.end] == repair.found


def test_words_that_are_right_are_left_alone():
    found = {r.found for r in suggest_repairs(document(*SCAN))}
    assert found.isdisjoint({"Borgerne", "en", "bolig", "byen", "kan", "og", "dag", "indsatser"})


def test_a_clean_document_is_not_touched():
    assert suggest_repairs(document(*CLEAN)) == ()
    assert unknown_share(document(*CLEAN)) == 0
    assert unknown_share(document("12 ÆBLE")) == 0


def test_only_accepted_repairs_are_made_and_the_original_stays():
    scan = document(*SCAN)
    wanted = [r for r in suggest_repairs(scan) if r.found in ("gnsker", "stgtte", "hjemlgse")]
    better = repaired(scan, wanted)
    assert better.paragraphs[0].text == (
        "Borgerne ønsker en bolig tzt pa byen, hvor de kan fa hjeelp og støtte."
    )
    assert "hjemløse" in better.paragraphs[2].text
    assert scan.paragraphs[0].text == SCAN[0]


@pytest.mark.parametrize(("found", "word"), [("s&", "så"), ("p&", "på"), ("f4", "få")])
def test_signs_that_stand_for_letters(found, word):
    scan = document(*SCAN, f"Det er {found} svært.")
    assert word in {r.suggested for r in suggest_repairs(scan) if r.found == found}


@pytest.mark.parametrize(
    ("found", "word"),
    [
        ("ldrevenlige", "ældrevenlige"),  # not "lårevenlige", though that may be put together too
        ("/ldrevenlige", "ældrevenlige"),
        ("bningstiderne", "åbningstiderne"),
    ],
)
def test_a_first_letter_that_was_lost_or_broken_is_put_back(found, word):
    scan = document(*SCAN, f"De vil have {found} i byen.")
    assert [r.suggested for r in suggest_repairs(scan) if r.found == found] == [word]


def test_a_stroke_between_words_stays():
    scan = document(*SCAN, "Det er han /eller hun og /en ven.")
    assert not [r for r in suggest_repairs(scan) if r.found.startswith("/")]
