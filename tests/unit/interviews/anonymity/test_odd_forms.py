"""Structured identifiers as people type them in a hurry: every form is covered to the last sign."""

from itertools import product

import pytest

from interviews.anonymity import check
from interviews.model import Certainty

HYPHENS = ("", "-", " ", ".", "–", "—", " - ", " – ", "/", "‑", "−", "_", ":", "\u00a0", "  ")
CPR = [
    *(f"0511{gap}62{last}3398" for gap, last in product(("", " ", ".", "-"), HYPHENS)),
    *(f"{day} 11 62{last}3398" for day, last in product(("05", "65"), HYPHENS)),
    *("051162-33 98", "05-11-62-33-98", "051162XXXX", "051162-****", "051162-TA31"),
    *("0 5 1 1 6 2 3 3 9 8", "05116 23398", "051162 bindestreg 3398", "051162-33xx"),
    *("051162, så 3398", "O51162-3398", "05-11-1962-3398", "05.11.1962 - 3398", "051119623398"),
]
LAST_FOUR = (
    "mine fire sidste er {}",
    "de sidste 4 i cpr er {}",
    "cpr ender på {}",
    "{}, det er mine sidste fire",
    "jeg skal altid sige {} når de spørger om mine fire sidste",
)
ABROAD = ("+46 70 123 45 67", "(+48) 601 234 567", "0049 151 23456789", "+252-61-5551234")
GROUPS = (
    "31415926",
    "31 41 59 26",
    "3141 5926",
    "314 159 26",
    "31 415 926",
    "31 - 41 - 59 - 26",
    "3 1 4 1 5 9 2 6",
    "31·41·59·26",
)
LABELLED = ("31, 41, 59, 26", "3 14 15 92 6", "31415 926", "31 41 59 2 6", "31 41 59 2O")
CODES = (
    "",
    "+45 ",
    "+45",
    "0045",
    "00 45 ",
    "(+45) ",
    "(0045) ",
    "+ 45 ",
    "+45-",
    "+45 (0) ",
    "45 ",
)
MAIL = (
    "anna@mail.example",
    "anna@ mail.example",
    "anna @ mail . dk",
    "anna@mail,dk",
    "anna (snabel a) mail.dk",
    "anna [at] mail [dot] example",
    "anna snabel-a mail punktum dk",
    "anna krølle a mail punktum dk",
    "anna snabel mail.dk",
    "anna*at*mail.dk",
    "ANNA@MAIL.EXAMPLE",
    "anna@gmail",
    "anna＠mail.dk",
    "anna alfa-a mail.dk",
    "anna alfa mail dot dk",
    "a, n, n, a snabela mail punktum dk",
    "anna punktum holm snabel-a gmail punktum com",
)
ADDRESSES = (
    "Kirsebærvej 14",
    "kirsebærvej 14 2tv",
    "Kirsebærvej 14, 2. sal til venstre",
    "Kirsebærvej 14, kælderen",
    "Kirsebærvej 14, værelse 7",
    "Kirsebærvej 14, 1. 3",
    "Kirsebærvej nummer 14, DK-4200 Slagelse",
    "Chr. d. 4.s Vej 3",
    "Ved Stranden 12, 2. tv",
    "Under Elmene 5",
    "gl. kirsebærv. 14 2 th",
    "kirsebær pl. 7, kld.",
    "C.F. Richs Vej 14, 3.",
    "mosegrunden 14 lejl 21",
    "Kirsebærpromenaden 14",
    "Christian X's Vej 14, 1. th, 4200 Slagelse N",
    "nummer 14 på kirsebærvej",
    "Kirsebærmarken14,4200slagelse",
    "Kirsebærvej 14A-14C, kld.",
    "Dyssen fjorten, anden til venstre",
    "Kratlodden 4, Sdr. Felding",
)
BIRTHS = (
    "5. november 1962",
    "5/11 62",
    "05 11 1962",
    "05 11 62",
    "5–11–1962",
    "1962.11.05",
    "1962/11/05",
    "051162",
    "femte november nitten hundrede toogtres",
    "femte i november nittentoogtres",
    "5. november toogtres",
    "femte i ellevte toogtres",
    "5. i ellevte",
    "5nov62",
)
NUMBERS = (
    ("nummerplade ", "bx 41.592"),
    ("reg.nr. 5301 kontonr. ", "0314159265"),
    ("knallert ", "BX 41 59"),
    ("kontonummer ", "5301 - 03 14 15 92 65"),
    ("IBAN ", "DK50 0040 0440 1162 43"),
    ("udlændingenummer ", "12 345 678"),
    ("sagsnr. ", "2023 004561"),
    ("patientnummer ", "4561234"),
    ("ydelsesnummer: ", "123 456 789"),
)


def left_over(text: str, identity: str) -> str:
    """What of the identity no firm finding covers, blanks and brackets apart."""
    start = text.index(identity)
    covered = {
        place
        for finding in check(text)
        if finding.certainty is not Certainty.HINT
        for place in range(finding.start, finding.end)
    }
    return "".join(
        sign for place, sign in enumerate(identity, start) if place not in covered
    ).strip()


@pytest.mark.parametrize("lead", ["", "mit cpr er ", "("])
def test_every_form_of_a_cpr_number(lead):
    assert [n for n in CPR if left_over(f"{lead}{n}, tak", n)] == []


@pytest.mark.parametrize("said", LAST_FOUR)
def test_the_last_four_of_a_cpr_number(said):
    assert [n for n in ("3398", "33 98", "1987") if left_over(said.format(n), n)] == []


@pytest.mark.parametrize("said", ["de sidste fire er {}", "mine sidste fire cifre, {}"])
def test_the_last_four_in_words(said):
    words = ("tre tre ni otte", "treogtredive otteoghalvfems")
    assert [w for w in words if left_over(said.format(w), w)] == []


@pytest.mark.parametrize("label", ["tlf. ", "ring til ", "mit nummer er "])
def test_a_telephone_number_cut_oddly_after_a_word_that_says_so(label):
    assert [n for n in LABELLED if left_over(f"{label}{n} i aften", n)] == []


def test_every_form_of_a_telephone_number():
    forms = [code + number for code, number in product(CODES, GROUPS)] + list(ABROAD)
    assert [n for n in forms if left_over(f"ring på {n}, tak", n)] == []


@pytest.mark.parametrize("lead", ["", "skriv til ", "("])
def test_every_form_of_a_mail_address(lead):
    assert [m for m in MAIL if left_over(f"{lead}{m} i dag", m)] == []


@pytest.mark.parametrize("lead", ["", "jeg bor på ", "adresse: "])
def test_every_form_of_an_address(lead):
    assert [a for a in ADDRESSES if left_over(f"{lead}{a} hvor jeg bor", a)] == []


@pytest.mark.parametrize("street", ["engdraget 14", "rosengården nr 8", "mosebrinken 3 st tv"])
def test_a_street_in_small_letters_after_a_word_that_leads_there(street):
    assert left_over(f"jeg bor på {street} for tiden", street) == ""


def test_a_house_with_a_name_for_a_street():
    assert left_over("Jeg bor Solsikken 14, tak", "Solsikken 14") == ""


@pytest.mark.parametrize("lead", ["født den ", "min fødselsdag er ", "f. "])
def test_every_form_of_a_date_of_birth(lead):
    assert [d for d in BIRTHS if left_over(f"{lead}{d}, tror jeg", d)] == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("jeg blir 50 den 5/11 i år", "5/11"),
        ("geburtsdag femte i ellevte toogtres", "femte i ellevte toogtres"),
        ("lille juleaften er hendes fødsdag", "lille juleaften"),
        ("hun er født 2. juledag 1962, tror jeg", "2. juledag 1962"),
        ("jeg har føsselsdag den femte november", "femte november"),
        ("hendes runde dag er 5/11, vi samler ind", "5/11"),
        ("Fylder 60 år den 5. november.", "5. november"),
        ("fødselsdatoen er 5 NOV/NOV 1962", "5 NOV/NOV 1962"),
        ("Fødselsdag 05.11., sagde hun", "05.11"),
        ("hun har føsda på sankthansaften", "sankthansaften"),
        ("05-11-62kvinden kom ind", "05-11-62"),
    ],
)
def test_a_date_of_birth_told_in_other_words(text, date):
    assert left_over(text, date) == ""


@pytest.mark.parametrize(
    "number", ["enogtyve fyrre nul tres tolv", "to fire, fyrre, nitten, toogtres"]
)
def test_a_telephone_number_in_words_of_uneven_length(number):
    assert left_over(f"min telefon er {number}, ring bare", number) == ""


@pytest.mark.parametrize(("lead", "number"), NUMBERS)
def test_numbers_with_a_word_that_says_what_they_are(lead, number):
    assert left_over(lead + number, number) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Det kostede 12 500 kr. og tog 20 30 dage.",
        "Fra 2019 - 2023 sov jeg ude.",
        "Mødet er kl. 12:30 - 13:45 i lokale 2.",
        "Der er 24 pladser, 3 akutpladser og 120 på venteliste.",
        "Bus 4A og 250S kører hver halve time.",
        "Ved herberget 3 gange om ugen",
        "kundenummer et og to stod i kø",
        "Max to personer om et værelse, max 5 dage.",
        "Aftalen er fra august 2024, ikke fra Maj 2023.",
        "Vi sad ved bord fem, anden sal var lukket.",
        "Jeg stod 45 min i telefonkø.",
        "Servicelovens § 107 og § 110, stk. 2",
    ],
)
def test_numbers_that_are_nobodys(text):
    assert [f for f in check(text) if f.certainty is not Certainty.HINT] == []
