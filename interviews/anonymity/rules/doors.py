"""What stands after the name of a street: the house number, then floors, doors and house parts.

Each part is read on its own and the parts are strung together in any order, so that no form of
"2. sal, til venstre, baghuset" needs a pattern of its own.
"""

import re

from interviews.anonymity.rules.spoken import HUNDREDS, SPOKEN_WORD

LETTER = r"[^\W\d_]"
_MARK = (
    r"(?:\b(?:(?:haven?|lod|parcel)\s+)?(?:hus)?(?:nr|no|num|nummer)\b\.?\s*"
    r"|\b(?:have|lod|parcel)\s+|#\s?)"
)
NUMBER = re.compile(
    rf"(?P<mark>{_MARK})?(?<!\d)(?<!\d[.,/:\-])(?P<digits>[1-9]\d{{0,2}})"
    rf"(?P<letter>{LETTER}(?!\w)|\s(?-i:[A-HJ-Z](?!\w)|(?![NSVØ]\.\s?[A-ZÆØÅ])[ÆØÅ](?!\w)|[a-ceg-hj-z](?!\w|\.\s?\w)|[df](?!\w|\.?\s*\d|\.\s?\w)))?"
    rf"(?P<range>\s?[-–]\s?(?P<last>[1-9]\d{{0,2}})(?:{LETTER}(?!\w))?(?!\d|[.:]\d|\.?\s?(?:sal|etage)))?(?![\d%])",
    re.IGNORECASE,
)
SPOKEN_NUMBER = re.compile(
    rf"(?P<mark>{_MARK})?\b(?:{HUNDREDS})?(?P<word>{SPOKEN_WORD})(?:\s[a-h])?(?!\w)", re.IGNORECASE
)
_NTH = (
    r"(?:første|anden|tredj?i?e|fjerde|femte|sjette|syvende|ottende|niende|tiende|ellevte|tolvte"
    r"|trettende|fjortende|femtende|øverste|nederste|midterste|mellemste|[1-9]\d?(?:ste|den|dje|de|te))"
)
_SAL = r"(?:(?:sals?|etager?|etg)\b\.?|et\.)"
_FLOOR = (
    rf"(?:\d{{1,2}}\.?\s?{_SAL}|{_NTH}\s+(?:sal|etage)\b|{SPOKEN_WORD}(?:\.|\s)\s?sal\b"
    r"|(?:i\s+)?(?:st|stuen)\b\.?[\s,]{0,2}\d{1,3}(?![\d.])|(?:øverst|nederst)(?:\s+oppe|\s+nede)?(?!\w)"
    r"|(?:i\s+)?(?:stueetagen?|stuelejlighed(?:en)?|stuen|kælder(?:en|etagen)?|tagetagen|kvisten)\b"
    r"|(?:stue|kvist|loftet|mezzanin(?:en)?|parterre|penthouse)\b"
    r"|(?:st(?!\.?\s(?-i:[A-ZÆØÅ][a-zæøå]{3}))|kld|kæld|kl(?!\.?\s*\d)|mezz)(?!\w)\.?)"
)
_SIDE = (
    r"(?:t\.?\s?v(?!\w)\.?|t\.?\s?h(?!\w)\.?|m\.?\s?f(?!\w)\.?|(?:(?:ind\s+)?til|på|mod)\s+(?:venstre|højre)"
    r"(?:\s+(?:side|hånd))?|(?:venstre|højre)(?:\s+side)?(?!\w)|i\s+midten|midt\s?for|midten|midt(?=\s*(?:[,.;)]|$)))"
)
_THING = (
    r"(?:dør|lejl(?:igh(?:ed)?)?(?:en)?|vær(?:else)?t?|opg(?:ang)?(?:en)?|port(?:en)?|indgang|blok|bolig(?:en)?"
    r"|bygn(?:ing)?|(?:kælder|lofts|disponibel)?rum|enhed|hus|afd(?:eling)?|stue|sal|have|boks|box|kontor|postkasse|plads|skur|garage|etage|gang)"
)
_NAMED = (
    rf"{_THING}\b\.?:?\s*(?:nr\.?\s*|nummer\s+)?(?:\d{{1,4}}(?:[.\-]\d{{1,4}})?(?:{LETTER}(?!\w))?"
    rf"|{LETTER}\d{{1,3}}(?!\w)|(?-i:[A-ZÆØÅ])(?!\w)|[a-hj-z](?!\w)|(?!en\b|et\b){SPOKEN_WORD}(?!\w))"
)
_WING = (
    r"(?:(?:i\s+)?(?:(?:bag|for|side|mellem|gård|have|anneks|tvær)h(?:us(?:et)?)?(?!\w)"
    r"|(?:bag|for|side|mellem|gård|tvær)bygn(?:ing(?:en)?)?(?!\w)|baggård(?:en)?|anneks(?:et)?|sidefløj(?:en)?|gavlen?)"
    r"(?:\.?\s\d{1,2}(?![\d.]))?|(?:i|over)\s+gården)"
)
_MONTH = (
    r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|dag|gang|gange|klasse|division|plads|uge)"
)
_STRONG = rf"(?:{_NAMED}|{_FLOOR}|{_SIDE}|{_WING}|(?:\d{{1,2}}|{_NTH})\.?[\s,./\-–]{{0,3}}{_SIDE})"
_BETWEEN = r"(?!\s*\.\s+(?-i:[A-ZÆØÅ][a-zæøå]{2}))[\s,.;:/()\-–]{0,4}"
_STRONG_PART = re.compile(rf"{_BETWEEN}(?:og\s+)?(?:(?<=\W)|(?<=\d)){_STRONG}", re.IGNORECASE)
_COUNTS = (
    r"\s*(?:[-–]?års?|-?årige?\w*|kr|kroner|øre|euro|dollars?|mg|kg|g|gr|gram|ml|[cd]l|liter|l|[kcm]?m2?|meter|kilometer"
    r"|pct|procent\w*|promille|gange?|timers?|minut(?:ter)?s?|min|sek(?:under)?|dages?|døgns?|nætter|ugers?|måneders?|mdr"
    r"|personer|mennesker|mand|beboere|borgere|brugere|stk|styk|piger|drenge|børn|unge|point|grader|tusind|millioner|mio|mia|mill"
    r"|genstande|øl|piller|pladser|værelser|andre|ud\s+af|af\s+(?:os|dem|jer|de|mine|vores)|til\s+\d)(?!\w)"
    r"|\s*[%‰°§]|\s*(?:,-|kr)|\s?[xX*+=]\s?\d"
)
_MEASURE = re.compile(_COUNTS, re.IGNORECASE)
_GOES_ON = r"\s+(?:på|i|og|hvor|er|der|som|men|med|står|til|fra|hos|har|havde|var|blev|ligger)\b"
_WEAK_PART = re.compile(
    rf"(?:{_BETWEEN}\d{{1,2}}\.[\s\-–]{{0,3}}\d{{1,4}}"  # "2. 104", "3.-2"
    rf"(?!\d|[./:\-]\d|\.?\s*(?:{_MONTH}|kr|km|år))"
    rf"|(?:\s*[,/\-–(]\s*|\s+)\d{{1,2}}\."  # "2. og"
    rf"(?=\s*(?:[,;)–\-]|$)|\s+\d{{4}}(?!\d)|\s+(?!{_MONTH})[a-zæøå])"
    rf"|\s*[,/]\s*\d{{1,2}}(?=\s*[,;)]|\.?\s*$|{_GOES_ON})"  # ", 2"
    rf"|(?<=sal|age)[\s,]{{1,2}}\d{{1,3}}(?!\d|\.\s?\d|{_COUNTS}))",  # "7. sal 3"
    re.IGNORECASE,
)
_DOORED = re.compile(  # what says "home" even after a word that is no street
    rf"[\s,.(/\-–]{{1,4}}(?:{_THING}\.?\s*(?:nr\.?\s*)?\d|\d{{1,2}}\.?\s?(?:sal|etage)|{_NTH}\s+(?:sal|etage)\b|(?:bag|for|side|mellem)h(?:us(?:et)?)?\b"
    rf"|(?:(?:st|stuen|kld|kl|\d{{1,2}}|{_NTH})\.?[\s,]*)?{_SIDE})",
    re.IGNORECASE,
)
_SHORT_END = re.compile(r"(?<=(?i:.bagh|.forh|sideh|llemh|gårdh|.bygn|.lejl))\.")
_MOST_PARTS = 6


def measured(raw: str, end: int) -> bool:
    """True where what follows a number says it counts something ("12 år", "3 gange")."""
    return _MEASURE.match(raw, end) is not None


def house_end(match: re.Match[str]) -> int:
    """Where the house number ends; "3 - 1" does not rise, so what follows the dash is a floor."""
    return match.start("range") if falls(match) else match.end()


def falls(match: re.Match[str]) -> bool:
    """True for "2-1", a score or a floor, where a range of houses rises ("14A-14C" too)."""
    if not match["last"]:
        return False
    return int(match["last"]) < int(match["digits"]) + (match["letter"] is None)


def has_door(raw: str, at: int) -> bool:
    """True where a floor, a side or a numbered door follows at once."""
    return _DOORED.match(raw, at) is not None


def read_parts(raw: str, at: int, *, strong: bool = False) -> int:
    """Where the floors, doors and house parts that follow `at` end; `at` itself without any.

    `strong` takes only parts that say what they are, not a bare "2.".
    """
    for _ in range(_MOST_PARTS):
        match = _STRONG_PART.match(raw, at) or (None if strong else _WEAK_PART.match(raw, at))
        if match is None:
            break
        at = match.end()
        if _SHORT_END.match(raw, at):
            at += 1
    return at
