"""Addresses however they are written; rooms, corridors and counts are none."""

import pytest
from guard_tables import found


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Jeg bor på Skovvej 12.", "Skovvej 12"),
        ("Nørregade 4, 2. tv, 4200 Slagelse er min", "Nørregade 4, 2. tv, 4200 Slagelse"),
        ("på birkevej 7", "birkevej 7"),
        ("Ole Rømers Vej 118, st. th.", "Ole Rømers Vej 118, st. th."),
        ("i Solbakken 22B, men", "Solbakken 22B"),
        ("fra kastanievej 3 1. sal", "kastanievej 3 1. sal"),
        ("Vestergade 15 A.", "Vestergade 15 A"),
        ("H.C. Andersens Boulevard 40", "H.C. Andersens Boulevard 40"),
        ("Søndergade 101, 2. og", "Søndergade 101, 2."),
        ("Fælledvej 2, kld.", "Fælledvej 2, kld."),
        ("sct. knuds gade 5", "sct. knuds gade 5"),
        ("Pilehaven 22, lejl. 4", "Pilehaven 22, lejl. 4"),
        ("Ved Skoven 14", "Ved Skoven 14"),
        ("Egevej nr. 7, men", "Egevej nr. 7"),
        ("på Ndr. Ringvej 24", "Ndr. Ringvej 24"),
        ("Kirkestræde 3B, st.", "Kirkestræde 3B, st."),
        ("Postboks 114, 4220 Korsør", "Postboks 114, 4220 Korsør"),
        ("Teglværksvej 88-90", "Teglværksvej 88-90"),
        ("ud af Østergd. 31, 1. th. i maj", "Østergd. 31, 1. th."),
        ("lille bækstræde 9b 2 tv 4200 slagelse", "lille bækstræde 9b 2 tv 4200 slagelse"),
        ("i j.p. larsensvej 16", "j.p. larsensvej 16"),
        ("Værkstedsvej 8, port 2", "Værkstedsvej 8, port 2"),
        ("Møllevej 4, opgang C", "Møllevej 4, opgang C"),
        (
            "post til Den Gamle Skolevej 31, DK-4200 Slagelse",
            "Den Gamle Skolevej 31, DK-4200 Slagelse",
        ),
        ("Strandgade27,2.th,4220 Korsør", "Strandgade27,2.th,4220 Korsør"),
        ("på Søndre Landevj 54", "Søndre Landevj 54"),
        ("i 71 st.tv sammen", "st.tv"),
    ],
)
def test_an_address_is_covered_whole(text, address):
    start = text.index(address)
    covered = found(text)
    assert any(address in one for one in covered), covered
    assert text[:start] == text[: text.index(covered[0])]


@pytest.mark.parametrize(
    "text",
    [
        "på gang 2 er der larm",
        "hver gang 3 af os kommer",
        "plads 3 i køen",
        "vi er på vej 10 mand",
        "hus 5 er lukket",
        "opgang 2",
        "værelse 14 er tomt",
        "afsnit 12 på sygehuset",
        "de gik en omvej på 3 km",
        "2019 Danmark var et andet sted",
    ],
)
def test_a_near_miss_is_no_address(text):
    assert found(text) == []
