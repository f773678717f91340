"""Number plates, bank accounts and case numbers.

Definitions: plates, Bekendtgørelse om registrering af køretøjer (two letters, five digits),
https://www.retsinformation.dk/eli/lta/2022/1175; accounts, registration number of four digits and
up to ten digits, IBAN ISO 13616 (DK, 18 characters); case numbers carry the KL number plan's form
(https://www.kle-online.dk) or stand after a word that says so.
"""

import re
from collections.abc import Iterator

from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_PLATE = re.compile(
    r"(?<![\wæøåÆØÅ])(?!(?:kl|nr|kr|ca|dk|tl|st|og|af|på|i)\s)([A-ZÆØÅ]{2}[\s.\-]?\d{2}[\s.\-]?\d{3})(?![\d\w])"
)
_MOPED = re.compile(  # two letters and four digits, only beside a word that says so
    r"\b(?:knallert\w*|scooter\w*|plade\w*|nummerplade\w*)\W+(?:\w+\W+){0,3}"
    r"([A-ZÆØÅ]{2}[\s.\-]?\d{2}[\s.\-]?\d{2})(?!\d)"
)
_BEFORE_VEHICLE = re.compile(
    r"(?<!\w)([a-zæøå]{2}[\s.\-]?\d{2}[\s.\-]?\d{2,3})(?!\d)"
    r"(?=\W+(?:\w+\W+){0,2}(?:nummerplade|plade|bil|varevogn|knallert|scooter))",
    re.IGNORECASE,
)
_PLATE_LABELLED = re.compile(
    r"\b(?:nummerplade\w*|reg\.?\s?nr\.?|registreringsnummer|bil\w*)\s*(?:er|med|:|hedder|nummer)*\s*"
    r"([a-zæøå]{2}[\s.\-]?\d{2}[\s.\-]?\d{3})(?!\d)",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b")
_ACCOUNT = re.compile(r"(?<![\d.])(\d{4}[\s\-–.]+\d{7,10}|\d{4}[\s\-–]+\d{3}[\s\-]\d{4,5})(?!\d)")
_BANK = re.compile(
    r"\breg\.?\s?(?:nr\.?|nummer)?\s*:?\s*(\d{4})(?=\W+(?:konto|kt)\w*)", re.IGNORECASE
)
_ACCOUNT_LABELLED = re.compile(
    r"\b(?:konto\w*|nemkonto\w*|kt\.?\s?nr\.?|kontonr\.?)\s*(?:er|nr\.?|nummer|:|hedder)*\s*"
    r"((?:reg\.?\s*(?:nr\.?)?\s*)?\d[\d\s\-–.]{5,24}\d)(?!\d)",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<!\d)\d{4}(?:[\s\-]?\d{4}){3}(?!\d)")
_CASE = re.compile(
    r"\b(?:sags?\s?(?:nr\.?|nummer\w*|id)|sag|j\.?\s?nr\.?|journal\s?(?:nr\.?|nummer\w*)|journalnr\.?|ref\.?\s?(?:nr\.?|nummer)"
    r"|pas\s?nr\.?|pasnummer\w*|udlændinge\s?(?:nr\.?|nummer\w*)|id-?nummer\w*|kørekort\w*\s?nr\.?|cvr\S*)"
    r"\s*(?:er|:|hedder|lyder)*\s*((?=[\w./\-–]*\d[\w./\-–]*\d[\w./\-–]*\d)[\w./\-–]*[\w])",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?!cvr|ean|p-?n(?:r|ummer)|ordre|faktura|telefon|mobil|tlf|cpr|person)"
    r"(?:\w{2,}nummer\w*|\w{4,}\s?nr\.?|\w{2,}-id|box|boks)\s*(?:er|:|hedder|lyder)*\s*"
    r"([A-ZÆØÅ]{0,4}-?\d(?:[\s.\-–/]?\d){4,14}(?:\s?(?-i:[A-Z]{1,3})\b)?|\d{4}(?-i:[A-Z]{2})\b)(?!\d|[.,]\d|\s?(?:kr|kroner|%))",
    re.IGNORECASE,
)
_KLE = re.compile(r"(?<![\d.])\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}(?:-\d{2})?(?!\d)")


def find(text: Text) -> Iterator[Finding]:
    """Yield plates, accounts and case numbers, all certain."""
    if not text.has_digit:
        return
    raw = text.raw
    for pattern in (_PLATE, _PLATE_LABELLED, _MOPED, _BEFORE_VEHICLE):
        for match in pattern.finditer(raw):
            yield _finding(match, 1, FindingKind.PLATE, "rule:plate", "[nummerplade]")
    for pattern, group in (
        (_IBAN, 0),
        (_BANK, 1),
        (_ACCOUNT, 1),
        (_ACCOUNT_LABELLED, 1),
        (_CARD, 0),
    ):
        for match in pattern.finditer(raw):
            yield _finding(match, group, FindingKind.ACCOUNT, "rule:account", "[kontonummer]")
    for pattern, group in ((_CASE, 1), (_LABELLED, 1), (_KLE, 0)):
        for match in pattern.finditer(raw):
            yield _finding(match, group, FindingKind.CASE_NUMBER, "rule:case", "[sagsnummer]")


def _finding(
    match: re.Match[str], group: int, kind: FindingKind, reason: str, replacement: str
) -> Finding:
    start, end = match.span(group)
    return Finding(start, end, kind, Certainty.CERTAIN, reason, replacement)
