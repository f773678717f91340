"""Addresses: street with number, floor and door, postcode with town.

Definition: Danmarks Adresser, "Adressestandarden": street name, house number (1-999 with one
letter), floor (st, kl, 1-99), side or door (tv, mf, th, 1-9999), postcode of four digits and its
district; https://danmarksadresser.dk/regler-og-vejledning/adresser/.
"""

import re
from collections.abc import Iterator

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.rules.spoken import SPOKEN_WORD
from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind
from language import lists

_SURE = (
    "vej|vejen|vj|promenade|promenaden|gade|gaden|allé|alle|alléen|alleen|stræde|strædet|vænge|vænget|boulevard|boulevarden"
    r"|gyde|gyden|torv|torvet|plads|pladsen|gd\.|blvd\.?|pl\.|(?<=[a-zæøå]{3})v\."
)
_OFTEN = (
    "vang|vangen|parken|park|bakken|bakke|toften|toft|haven|have|marken|mark|lunden|lund|stien|sti"
    "|krogen|krog|engen|eng|højen|høj|dalen|dal"
)
_WITH_CAPITAL = (
    "vangs|ager|ageren|gården|gård|gårdene|kæret|kær|løkken|løkke|mosen|mose|gangen|gang|bjerg"
    "|hegnet|hegn|ås|åsen|holmen|holm|brinken|brink|skrænten|skrænt|skoven|skov|kanten|kajen|kaj"
    "|havn|havnen|broen|bro|huse|husene|terrasserne|terrasse|kvarteret|passagen|passage|stykket"
    "|draget|drag|svinget|sving|vinget|ringen|ring|kvisten|kilden|sletten|slippen|slugten|banken"
    "|banke|diget|dige|lyngen|kløften|volden|krattet|bækken|bæk|åen|bo|hjørnet|byen|hus|huset"
)
_NUMBER = (
    r"(?:nr\.?\s*|nummer\s+)?\d{1,3}(?:(?:[A-Za-z]|\s[A-HJ-ZÆØÅ])(?![\wæøåÆØÅ]))?"
    r"(?:\s?[-–]\s?\d{1,3}(?:[A-Za-z](?![\wæøå]))?(?!\d))?(?![\d%])"
)
_DOOR = (
    r"(?:t\.?v|t\.?h|m\.?f|til\s+(?:venstre|højre)|(?:dør|port|opgang|lejl\w*\.?|vær\w*\.?)\s*\d{1,4}"
    r"|(?:port|opgang)\s+(?-i:[A-Z]))\b\.?"
)
_FLOOR = (
    r"(?:[\s,]+(?:\d{1,2}\.?\s?(?:sal|etage)\b\.?|(?:stuen|st|kld|kl|kælderen|\d{1,2})\.?"
    rf"[\s,]*{_DOOR}|(?:kld|kl|st)\b\.?|(?:stuen|kælderen)\b|{_DOOR})(?:[\s,]*{_DOOR})?"
    r"|,\s*\d{1,2}\.\s\d{1,4}\b|,\s*\d{1,2}(?:\.(?=[\s,;]|$)|(?=[,;]|\.?$)))"
)
_TOWN = (
    r"(?:[\s,]+(?:DK-?\s?)?[1-9]\d{3}\s*[A-ZÆØÅa-zæøå][\wæøå]+"
    r"(?:\s(?:[A-ZÆØÅ]{1,2}\b|[A-ZÆØÅ][a-zæøå]+))?|,?\s+i\s+(?-i:[A-ZÆØÅ])[\wæøå]+"
    r"|,\s+(?-i:(?:Gl|Gammel|Ny|Nørre|Nr|Sønder|Sdr|Øster|Øst|Vester|Vestre|Store|St|Lille|Ll)\.?"
    r"\s[A-ZÆØÅ][a-zæøå]+|[A-ZÆØÅ][a-zæøå]{2,}(?=\s*(?:[.,;)]|$))))"
)
_TAIL = rf"{_NUMBER}(?:{_FLOOR})?{_TOWN}?"
_REST = rf"\s+{_TAIL}"
_NOT_MEASURED = r"(?!\s*(?:år|kr|kroner|meter|km|gange|timer|dage|personer|%))"
_WORD = r"[\wæøåéüö\-]"
_CAPS = (
    r"(?:(?:[A-ZÆØÅ]\.(?:[A-ZÆØÅ]\.)*|[A-ZÆØÅ][a-zæøåéüö]{0,14}(?:['’]?s)?\.?"
    r"|\d{1,2}\.(?:s\b)?|d\.)\s+){0,4}"
)
_STREET = re.compile(
    rf"(?<![\wæøå])({_CAPS}(?=[A-ZÆØÅ]){_WORD}*(?i:{_SURE}|{_OFTEN}|{_WITH_CAPITAL})\s*{_TAIL}){_NOT_MEASURED}"
)
_SMALL_STREET = re.compile(
    r"(?<![\wæøå])((?:(?:gl|gammel|ny|store|lille|sdr|ndr|nr|vestre|østre|nørre|sønder|øster|vester"
    r"|sct|skt|sankt|chr|dr|kong|dronning|prins)\.?\s+|(?:[a-zæøå]\.\s?){1,3})?"
    rf"(?:{_WORD}{{2,}}(?:(?:{_SURE})\s*|(?:{_OFTEN})\s+)|{_WORD}{{2,}}\s+(?:{_SURE})\s+){_TAIL}){_NOT_MEASURED}",
    re.IGNORECASE,
)
_DEFINITE = (
    "draget|svinget|hegnet|kæret|løkken|mosen|åsen|holmen|brinken|skrænten|skoven|slippen|banken|diget"
    "|lyngen|kløften|bækken|stykket|ageren|agrene|gården|broen|kajen|ringen|terrasserne|sletten|ager|toften|krogen|lunden|vænge|brink"
)
_SMALL_AFTER = re.compile(  # "på engdraget 55"
    rf"\b(?:på|i|til|fra|ved|adressen?|bor|boede)\s+([a-zæøå]{{3,}}(?:{_DEFINITE})\s+{_TAIL}){_NOT_MEASURED}",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(  # "nummer 38 på birkevej"
    rf"\b((?:nr\.?|nummer)\s*\d{{1,3}}[a-z]?\s+(?:på|i)\s+{_WORD}{{2,}}(?:{_SURE}))(?![\wæøå])",
    re.IGNORECASE,
)
_CAPITAL_WITH_FLOOR = re.compile(
    rf"(?<![\wæøå])([A-ZÆØÅ][\wæøå\-]{{3,}}\s+{_NUMBER}(?:{_FLOOR}|{_TOWN}))"
)
_BY = re.compile(
    rf"(?<![\wæøå])((?:[Vv]ed|[Bb]ag|[Uu]nder|[Oo]ver|[Mm]ellem|[Ll]angs|[Bb]agved)\s+[A-ZÆØÅ]{_WORD}{{2,}}{_REST}){_NOT_MEASURED}"
)
_HOME = re.compile(
    rf"\b(?:[Bb]o(?:r|ede)|[Aa]dresse\w*|[Ff]lytte\w*\s+til|[Hh]jemme)(?:\s+(?:er|på|i|ude|nu|oppe|nede)|\s*:)*\s+([A-ZÆØÅ]{_WORD}{{3,}}{_REST}){_NOT_MEASURED}"
)
_POSTCODE = re.compile(
    r"(?<![\d.,])((?:DK-?\s?)?[1-9]\d{3}\s+[A-ZÆØÅ][a-zæøå]+(?:\s(?:[A-ZÆØÅ]{1,2}\b|[A-ZÆØÅ][a-zæøå]+))?)"
)
_FLOOR_ALONE = re.compile(
    r"(?<![\wæøå])((?:st|stuen|\d{1,2})(?:\.?(?:\s?sal)?[\s,]+|\.)(?:t\.?v|t\.?h|m\.?f)\b\.?)",
    re.IGNORECASE,
)
_WITH_DOOR = re.compile(  # whatever the street is called: "lyngen 28 lejl 104"
    rf"(?<![\wæøå])([a-zæøå]{{4,}}\s+(?:nr\.?\s*)?\d{{1,3}}[a-z]?[\s,]+(?:(?:lejl\w*|vær\w*|opg\w*|dør)\.?"
    rf"\s*\d{{1,4}}|\d{{1,2}}\.?\s?(?:sal|etage)|(?:st|stuen|\d{{1,2}})\.?[\s,]*{_DOOR}))",
    re.IGNORECASE,
)
_SPOKEN_DOOR = re.compile(  # "Tingstedet femten, tredje til højre"
    rf"(?<![\wæøå])({_WORD}{{4,}}\s+{SPOKEN_WORD}(?:\s+[a-d])?[\s,]+(?:(?:første|anden|tredje|fjerde|femte|stuen)"
    r"[\s,]+)?(?:sal\b(?:\s+til\s+(?:højre|venstre))?|til\s+(?:højre|venstre)|t\.?[hv]\b))",
    re.IGNORECASE,
)
_STREETS = (
    _STREET,
    _SMALL_STREET,
    _CAPITAL_WITH_FLOOR,
    _BY,
    _HOME,
    _WITH_DOOR,
    _SMALL_AFTER,
)
_YEAR = re.compile(r"^(?:19|20)\d\d\s")
_PLAIN = re.compile(f"{_SURE}|{_OFTEN}")  # "lille vej 3" is no name, "lille grønnestræde 3" is


def find(text: Text) -> Iterator[Finding]:
    """Yield addresses with a number (certain), postcode with town and floor alone (likely)."""
    for match in _SPOKEN_DOOR.finditer(text.raw):
        if match[1].split()[0].lower() not in lists.stop_words() | word_list("rooms"):
            yield _finding(match.start(1), match.end(1), Certainty.LIKELY, "rule:address_words")
    if not text.has_digit:
        return
    for pattern in _STREETS:
        for match in pattern.finditer(text.raw):
            if _is_street(match[1]):
                yield _finding(match.start(1), match.end(1), Certainty.CERTAIN, "rule:address")
    for match in _NUMBER_FIRST.finditer(text.raw):
        yield _finding(match.start(1), match.end(1), Certainty.CERTAIN, "rule:address")
    for match in _POSTCODE.finditer(text.raw):
        if not _YEAR.match(match[1]):
            yield _finding(match.start(1), match.end(1), Certainty.LIKELY, "rule:postcode")
    for match in _FLOOR_ALONE.finditer(text.raw):
        yield _finding(match.start(1), match.end(1), Certainty.LIKELY, "rule:floor")


def _is_street(address: str) -> bool:
    """False where the words before the number are no street: "gang 2", "hver gang 3"."""
    written = re.split(r"\s*(?:nr\.?\s*)?\d", address, maxsplit=1)[0].split()
    if len(written) > 2 and all(word[0].isupper() for word in written):
        return True  # "Den Gamle Landevej"
    words = [word.lower() for word in written]
    bare = len(words) == 1 or _PLAIN.fullmatch(words[-1])
    if address[0].islower() and words[0] in lists.stop_words() and bare:
        return False
    rooms = word_list("rooms")
    return words[0] not in rooms and not all(word in rooms for word in words)


def _finding(start: int, end: int, certainty: Certainty, reason: str) -> Finding:
    return Finding(start, end, FindingKind.ADDRESS, certainty, reason, "[adresse]")
