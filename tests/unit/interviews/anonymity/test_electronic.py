"""E-mail addresses, also spoken ones, web names and user names."""

import pytest
from guard_tables import found

from interviews.model import FindingKind


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("skriv til bent.larsen@post.example", "bent.larsen@post.example"),
        ("KURT.H@MAIL.EXAMPLE virker", "KURT.H@MAIL.EXAMPLE"),
        ("ole.hansen+bolig@post.example.", "ole.hansen+bolig@post.example"),
        ("jørgen.æble@post.example", "jørgen.æble@post.example"),
        ("lone snabel-a mail.example er min", "lone snabel-a mail.example"),
        ("peter snabela hjem punktum example", "peter snabela hjem punktum example"),
        ("ole(at)hjem.example", "ole(at)hjem.example"),
        ("lise [at] hjem.example", "lise [at] hjem.example"),
        ("mig(snabel-a)hjem.example", "mig(snabel-a)hjem.example"),
        ("regnbue tolv snabel a gmail punktum com", "regnbue tolv snabel a gmail punktum com"),
        ("karl snabel-a mail dk skrev hun", "karl snabel-a mail dk"),
        ("karl krøllealfa mail.dk", "karl krøllealfa mail.dk"),
        ("karl kanel a mail.dk", "karl kanel a mail.dk"),
        ("karl@mail..dk", "karl@mail..dk"),
        ("anna-marie@post.kommune.example", "anna-marie@post.kommune.example"),
    ],
)
def test_an_address_is_found_whole(text, address):
    assert found(text, FindingKind.EMAIL) == [address]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("se www.minside.example nu", "www.minside.example"),
        ("https://side.example/om/mig.", "https://side.example/om/mig"),
        ("kurtshule.dk er min", "kurtshule.dk"),
        ("min instagram er kurt_84", "kurt_84"),
        ("find mig som @kurt84", "@kurt84"),
    ],
)
def test_web_and_user_names_are_found(text, name):
    assert found(text, FindingKind.WEB) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "se borger.dk",
        "hus-forbi.dk har det",
        "F.eks. i dag",
        "det var snabel-agtigt",
        "ca. kl. 9.30",
        "facebook er dumt",
        "vi ses.Vi tales ved",
    ],
)
def test_public_sites_and_points_are_not(text):
    assert found(text) == []
