"""Addresses as parts strung together: every street with every door and town, covered whole."""

from itertools import product

import pytest
from guard_tables import found

STREETS = (
    "Kragelundsvej 7",
    "Sdr. Landevej 22B",
    "H.P. Ørums Gade 9 A",
    "Ole Suhrs vej nr. 14",
    "10. Juli Vej 3",
    "Ll. Sct. Hans Gade 14-16",
    "Under Lien 2A-2C",
    "Bredg. 31",
    "Fuglekvidret 4",
    "Tingager 12",
)
DOORS = (
    "",
    ", 2. sal",
    ", anden sal til venstre",
    " øverste etage",
    ", st. tv.",
    ", stuen, dør 3",
    ", 1. 104",
    ", 3.-2",
    " kælderen",
    ", bagh., 1. sal",
    ", forhuset, 2. th.",
    ", opgang B, 3. mf.",
    " lejl. 12",
    ", i midten",
    " - 1. sal - vær. 4",
    ", stue 4",
    " i gården",
    ", 7. sal 3",
)
TOWNS = (
    "",
    ", 4690 Haslev",
    ", 4800 Nykøbing F.",
    ", 4500 Nykøbing Sj.",
    ", Sdr. Omme, 7260 Sønder Omme",
    " 2400 København NV",
    ", 4583 Sjællands Odde",
    "\nDK-8000 Aarhus C",
    " i Nørre Snede",
    ", Slagelse 4200",
)
AROUND = (("Min post ligger på ", " endnu"), ("Adresse: ", ", siger han"))


@pytest.mark.parametrize("street", STREETS)
def test_doors_and_towns_in_any_order_are_covered(street):
    addresses = [street + door + town for door, town in product(DOORS, TOWNS)]
    missed = [
        (one, found(before + one + after))
        for one, (before, after) in product(addresses, AROUND)
        if not any(one in covered for covered in found(before + one + after))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Vi boede på Birkegården, 4690 Haslev, dengang", "Birkegården, 4690 Haslev"),
        (
            "på Plads 12, Nordcamping, 4500 Nykøbing Sj., om vinteren",
            "Plads 12, Nordcamping, 4500 Nykøbing Sj.",
        ),
        (
            "i laden på Egemosegård, Kærvej 210, Alken, 8660 Skanderborg.",
            "Egemosegård, Kærvej 210, Alken, 8660 Skanderborg",
        ),
        ("gården hedder Lille Ryegård, Kærvej 141", "Lille Ryegård, Kærvej 141"),
        ("skovhuset, lundevej 12, 4180 sorø", "skovhuset, lundevej 12, 4180 sorø"),
        ("på hjørnet af Havnegade og Torvet nr. 4, over", "hjørnet af Havnegade og Torvet nr. 4"),
        ("hjørnet af Ågade og Vestergade (nr. 2) hver", "hjørnet af Ågade og Vestergade (nr. 2)"),
        ("nummer 7 på Ahlgade, 1. sal er tom", "nummer 7 på Ahlgade, 1. sal"),
        ("Ahlgade syv, anden sal er tom", "Ahlgade syv, anden sal"),
        ("på Solvej nummer tolv, stuen", "Solvej nummer tolv, stuen"),
        ("på ole rømers vej 118, st i dag", "ole rømers vej 118, st"),
        ("i store sct hans gade 11 b nu", "store sct hans gade 11 b"),
        ("adresse gl kongevej 101 b 3 th", "gl kongevej 101 b 3 th"),
        ("bor på skovbrynet 27b endnu", "skovbrynet 27b"),
        ("hun kender rosengården nr 8 ikke", "rosengården nr 8"),
        ("vi kørte til bag haven 6 og hentede", "bag haven 6"),
        ("hun skrev tolvte junivej 6 lejl 21 på", "tolvte junivej 6 lejl 21"),
        ("i H/F Venners Lyst 112 om vinteren", "H/F Venners Lyst 112"),
        ("på Kolonien Solbakken, have 14 nu", "Kolonien Solbakken, have 14"),
        ("på Vinkelvej 2, sal 1 sidste år", "Vinkelvej 2, sal 1"),
        ("til Søndre Fasanvej 8, 2000 Frb. C og", "Søndre Fasanvej 8, 2000 Frb. C"),
        ("til Sallingvej 8, 2100 Kbh. Ø og", "Sallingvej 8, 2100 Kbh. Ø"),
        ("lå i fuglekrogen 8 kld i vinter", "fuglekrogen 8 kld"),
        ("Skovbrynet 27B er tom", "Skovbrynet 27B"),
        ("henter ham foran Sankt Hans Gade 20 kl. 9", "Sankt Hans Gade 20"),
        ("JEG BOR SKOVVEJ 12, 2. TV NU", "SKOVVEJ 12, 2. TV"),
    ],
)
def test_a_farm_a_corner_or_an_odd_order_is_covered_whole(text, address):
    assert any(address in one for one in found(text)), found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi mangler Bilag 4 og Kapitel 7.",
        "Jeg fik Covid 19 og tog Panodil 500.",
        "De spillede Brøndby 3, AGF 1.",
        "I Fase 2 skal Gruppe 4 med.",
        "Jeg så Kanal 5 og kørte med Bus 12.",
        "Så kom Politiet 5 minutter efter.",
        "Det var Torsdag 14 og Marts 12.",
        "jeg bor i telt 3 måneder om året",
        "bag muren 2 gange, ved åen 3 mand",
        "en lang vej 20 minutter herfra",
        "Den er på Ducato 3-serien.",
        "hjemme på afsnit 3, stue 4",
        "Ja, 2. sal er lukket.",
    ],
)
def test_what_carries_a_number_is_no_address(text):
    assert found(text, layers=frozenset({"address"})) == []


def test_a_town_ends_where_the_sentence_goes_on():
    assert found("flyttet fra birkevej 5a, 3400 hillerød til gaden") == [
        "birkevej 5a, 3400 hillerød"
    ]


def test_the_person_before_an_address_stays_a_person():
    assert found("Mette Holm, Pilebakken 6, 4690 Haslev")[0] == "Mette Holm"
    assert found("Mette Holm, Birkegården, 4690 Haslev")[0] == "Mette Holm"


def test_an_address_that_begins_with_a_number_is_read():
    assert found("på 2. Tværvej 6") == ["2. Tværvej 6"]
