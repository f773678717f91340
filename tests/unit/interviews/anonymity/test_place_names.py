"""Villages, streets and small organisations by name; towns and authorities may stand."""

import pytest
from guard_tables import found

from interviews.model import FindingKind


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jeg voksede op i Bisserup.", "Bisserup"),
        ("jeg kommer fra vindstrup oprindelig", "vindstrup"),
        ("Vi boede i Nørre Snede dengang.", "Nørre Snede"),
        ("Hun flyttede fra Skælskør i fjor.", "Skælskør"),
        ("jeg bor i hvide sande", "hvide sande"),
        ("De sendte mig til Stillinge Strand.", "Stillinge Strand"),
        ("han kommer fra sørbymagle", "sørbymagle"),
        ("Ude i Havrebjerg er der ingen læge.", "Havrebjerg"),
        ("På Strandstræde sidder der nogen.", "Strandstræde"),
        ("der handles på nørregade", "nørregade"),
        ("der er ingen bus til sønder vrekkov", "sønder vrekkov"),
    ],
)
def test_a_village_or_street_is_covered(text, place):
    assert any(place in one for one in found(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jeg bor på Bostedet Solsikken nu.", "Bostedet Solsikken"),
        ("min søn går på Skovlunde Friskole", "Skovlunde Friskole"),
        ("Jeg arbejdede på Hansens Autoværksted.", "Hansens Autoværksted"),
        ("jeg var på bostedet kornblomsten", "bostedet kornblomsten"),
        ("Jeg var ansat i Brdr. Kjeldsen ApS dengang", "Kjeldsen ApS"),
        ("Døgninstitutionen Lindegården lukkede", "Lindegården"),
        ("jeg gik på nordskovens efterskole", "nordskovens efterskole"),
        ("min søn går i Broskolen", "Broskolen"),
        ("hun spiller håndbold i HK Solbjerg", "HK Solbjerg"),
        ("jeg fik mad i Fristedet på Hjørnet", "Fristedet på Hjørnet"),
        ("hjælp af Advokatfirmaet Lund & Holst.", "Advokatfirmaet Lund & Holst"),
    ],
)
def test_a_small_organisation_is_covered(text, name):
    assert any(name in one for one in found(text, FindingKind.ORG_SMALL))


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har boet i Slagelse hele mit liv.",
        "Aarhus har flere værmesteder",
        "jeg er fra Grønland og savner havet",
        "Region Sjælland og Udbetaling Danmark",
        "på vej hjem, på gaden, i parken",
        "Kirkens Korshær giver os varm mad",
        "i stedet får vi et nej",
        "på skolen er der ingen hjælp",
        "kommunens skole er lukket",
        "jeg bor i kollektiv og i opgang med andre",
    ],
)
def test_what_is_shared_by_thousands_may_stand(text):
    assert found(text) == []
