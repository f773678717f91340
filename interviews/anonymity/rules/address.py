"""Addresses: street with number, floor and door, postcode with town.

Definition: Danmarks Adresser, "Adressestandarden": street name, house number (1-999 with one
letter), floor (st, kl, 1-99), side or door (tv, mf, th, 1-9999), postcode of four digits and its
district; https://danmarksadresser.dk/regler-og-vejledning/adresser/.
"""

import re
from collections.abc import Iterator

from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

STREET_ENDINGS = (
    "vej|vejen|gade|gaden|allé|alle|alleen|alléen|stræde|strædet|vænge|vænget|stien|sti|parken"
    "|park|plads|pladsen|torv|torvet|boulevard|boulevarden|bakken|bakke|toften|toft|haven|have"
    "|vangen|vang|vangs|ager|ageren|agervej|marken|mark|gyden|gyde|lunden|lund|dalen|dal|engen|eng"
    "|højen|høj|gården|gård|gårdene|krogen|krog|kæret|kær|løkken|løkke|mosen|mose|gangen|gang|bjerg"
    "|hegnet|hegn|ås|åsen|holmen|holm|brinken|brink|skrænten|skrænt|skoven|skov|kanten|kajen|kaj"
    "|havn|havnen|broen|bro|huse|husene|terrasserne|terrasse|kvarteret|passagen|passage|stykket"
    "|draget|drag|svinget|sving|vinget|tværgade|ringen|ring|kvisten|kilden|sletten|slippen|slugten"
    "|banken|banke|diget|dige|lyngen|kløften|volden|krattet|bækken|bæk|åen|bo|hjørnet|byen|hus|huset"
)
_SURE = (
    "vej|vejen|gade|gaden|allé|alléen|stræde|strædet|vænge|vænget|boulevard|boulevarden|gyden"
    "|tværgade|torv|torvet|plads|pladsen"
)
_NUMBER = r"(?:nr\.?\s*)?\d{1,3}(?:(?:[A-Za-z]|\s[A-HJ-ZÆØÅ])(?![\wæøåÆØÅ]))?(?:\s?[-–]\s?\d{1,3}(?!\d))?(?![\d%])"
_FLOOR = (
    r"(?:[\s,]+(?:\d{1,2}\.?\s?(?:sal|etage)|(?:st|kl|stuen|\d{1,2})\.?[\s,]*(?:t\.?v|t\.?h|m\.?f)\b"
    r"|(?:st|kl)\b|stuen\b|\d{1,2}\.(?=\s*(?:dør|lejl))|\d{1,2}\.?\s?sal)\.?"
    r"(?:[\s,]*(?:t\.?v|t\.?h|m\.?f|til\s+(?:venstre|højre)|dør\s*\d{1,4}|lejl\S*\s*\d{1,4})\b\.?)?)"
)
_TOWN = r"(?:[\s,]+(?:DK-?\s?)?[1-9]\d{3}\s+[A-ZÆØÅa-zæøå][\wæøå]+(?:\s(?:[A-ZÆØÅ]{1,2}\b|[A-ZÆØÅ][a-zæøå]+))?)"
_PARTICLES = r"(?:Gl|Gammel|Ny|Nye|Store|Lille|Sdr|Ndr|Nr|Vestre|Østre|Nørre|Sønder|Øster|Vester|Skt|Sankt|Kgl|Chr|Dr|Prof)"
_CAPS = rf"(?:(?:{_PARTICLES}\.?|[A-ZÆØÅ]\.(?:[A-ZÆØÅ]\.)*|[A-ZÆØÅ][a-zæøåéüö]+s?|\d{{1,2}}\.)\s+){{0,4}}"
_ENDED = rf"[A-ZÆØÅ]?[\wæøåéüö\-]*(?:{STREET_ENDINGS})"
_STREET_NUMBER = re.compile(
    rf"(?<![\wæøå])({_CAPS}(?:[A-ZÆØÅ][\wæøåéüö\-]*(?:{STREET_ENDINGS})|Vej|Allé|Alle|Plads|Gade|Torv|Boulevard|Vænge)"
    rf"\s+{_NUMBER}{_FLOOR}?{_TOWN}?)",
)
_LOWER_NUMBER = re.compile(
    rf"(?<![\wæøå])((?:(?:gl|gammel|ny|store|lille|sdr|ndr|vestre|østre|nørre|sønder|øster|vester)\.?\s+)?"
    rf"[\wæøåéüö\-]*[\wæøå]{{2}}(?:{_SURE}|vang|vangen|parken|bakken|toften|haven|marken|lunden|stien|allé|alle|krogen|engen|højen)"
    rf"\s+{_NUMBER}{_FLOOR}?{_TOWN}?)(?!\s*(?:år|kr|kroner|meter|km|gange|timer|dage|personer|%))",
    re.IGNORECASE,
)
_ANY_CAPITAL_FLOOR = re.compile(
    rf"(?<![\wæøå])([A-ZÆØÅ][\wæøå\-]{{3,}}\s+{_NUMBER}(?:{_FLOOR}|{_TOWN}))"
)
_POSTCODE = re.compile(
    r"(?<![\d.,])((?:DK-?\s?)?[1-9]\d{3}\s+[A-ZÆØÅ][a-zæøå]+(?:\s(?:[A-ZÆØÅ]{1,2}\b|[A-ZÆØÅ][a-zæøå]+))?)"
)
_FLOOR_ALONE = re.compile(
    r"(?<![\wæøå])((?:st|stuen|\d{1,2})\.?(?:\s?sal)?[\s,]+(?:t\.?v|t\.?h|m\.?f)\b\.?)",
    re.IGNORECASE,
)
_NOT_A_STREET = frozenset(
    "på vej,gå vej,halvvejs,undervejs,omvej,genvej,udvej,indkøbsgang,hver gang,gang,engang,hus,huse"
    ",bo,have,mark,bro,by,ring,bank,lejlighed,indgang,opgang,udgang,overgang,afgang,adgang,hovedvej"
    ",motorvej,landevej,jernbane,sommerhus,rækkehus,hovedgade,sidegade,gågade,vej,gade,plads,torv"
    ",park,skov,eng,dal,høj,gård,mose,holm".split(",")
)
_YEAR = re.compile(r"^(?:19|20)\d\d\s")


def find(text: Text) -> Iterator[Finding]:
    """Yield addresses with a number (certain), postcode with town and floor alone (likely)."""
    if not text.has_digit:
        return
    for pattern in (_STREET_NUMBER, _LOWER_NUMBER, _ANY_CAPITAL_FLOOR):
        for match in pattern.finditer(text.raw):
            if _street_word(match[1]) not in _NOT_A_STREET:
                yield _finding(match.start(1), match.end(1), Certainty.CERTAIN, "rule:address")
    for match in _POSTCODE.finditer(text.raw):
        if not _YEAR.match(match[1]):
            yield _finding(match.start(1), match.end(1), Certainty.LIKELY, "rule:postcode")
    for match in _FLOOR_ALONE.finditer(text.raw):
        yield _finding(match.start(1), match.end(1), Certainty.LIKELY, "rule:floor")


def _street_word(address: str) -> str:
    """The words before the house number, in lower case: "gang" in "Gang 2"."""
    return re.split(r"\s+(?:nr\.?\s*)?\d", address, maxsplit=1)[0].lower().strip()


def _finding(start: int, end: int, certainty: Certainty, reason: str) -> Finding:
    return Finding(start, end, FindingKind.ADDRESS, certainty, reason, "[adresse]")
