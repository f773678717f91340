"""The grammar of Danish dates: day, month and year in every writing, and how they are joined.

Definition: ISO 8601 and Dansk Sprognævn's date forms ("12. marts 1984", "12.3.1984", "12/3-84");
besides them what people write: ordinals in words, Roman months, English and German months, and
holidays. A form is FULL when it names day, month and year; PART and HOLIDAY name a day of birth
only where a birth is told.
"""

import re

_MONTH = (
    r"(?:jan(?:n?uary?)?|jän(?:ner)?|feb(?:r?uary?)?|mar(?:ts|ch)?|märz|maerz|apr(?:il)?|ma[jiy]|jun[ie]?|jul[iy]?"
    r"|a(?:ug|gu)(?:u?st)?|sept?(?:em[bp]er)?|o[kc]t(?:o[bp]er)?|nov(?:em[bp]er)?|de[csz](?:em[bp]er)?)\b\.?"
)
_GLUED_MONTH = _MONTH.replace(r"\b", "")  # "5nov62"
_DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY = rf"(?:\b(?:den\s+|d\.?\s*|the\s+))?{_DAY_NUMBER}"
_SUFFIX = r"(?:\.|(?:st|nd|rd|th|ende|nde|te|de)\b)?"
_ORDINAL = (
    r"\b(?:den\s+|the\s+)?(?:(?:en|to|tre|fire?|fem|seks|syv|otte|ni)\s?og\s?)?(?:første|anden|tred[ij]e|fjerde|femte"
    r"|sjette|syvende|ottende|niende|tiende|ellevte|elvte|tolvte|trettende|fjortende|femtende|sekstende"
    r"|syttende|attende|nittende|tyvende|tredivte|tredvte)"
)
_NTH_MONTH = (
    r"(?:første|anden|tred[ij]e|fjerde|femte|sjette|syvende|ottende|niende|tiende|ellevte|elvte"
    r"|tolvte)"
)
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_ROMAN = r"(?:XI{0,2}|IX|IV|VI{0,3}|I{1,3}|V|X)"
_YEAR_4 = r"(?:19\d\d|20\d\d)"
_YEAR = rf"(?:{_YEAR_4}|['’´]?\s?\d\d)"
_CUT = r"[./\-–—−]"
_TEN = r"(?:ti|tyve|tredive|tredve|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)"
_ONE = r"(?:en|et|to|tre|fire|fem|seks|syv|otte|ni)"
_YEAR_SAID = (
    r"(?:(?:nitten|atten)(?:\s?hundrede?)?|(?:to\s?)?tusind(?:e)?)"
    rf"(?:\s?og)?(?:\s?(?:{_ONE}\s?og\s?{_TEN}|{_TEN}|[a-zæøå]{{1,4}}ten|elleve|tolv|{_ONE}))?"
)
_SHORT_YEAR = rf"(?:(?:{_ONE}\s?og\s?)?{_TEN})"
_IN = r"(?:(?:i|år|året|anno|of)\s+)?"
ANY_YEAR = rf"(?:{_YEAR}|{_YEAR_SAID}|{_SHORT_YEAR})"
_WEEKDAY = (
    r"(?:(?:natten\s+(?:til|mellem)|om|en|aftenen)\s+)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?s?,?\s+)?"
    r"(?:morgen,?\s+|aften,?\s+|nat,?\s+)?"
)
_TWO_DAYS = rf"(?:(?:\b(?:den\s+|d\.\s*))?{_DAY_NUMBER}\.?\s*(?:og|eller|til|-|–)\s*)?"
_EXACTLY = r"(?:(?:nærmere|helt|mere)\s+\w{5,12}\s+)?"
_DAY_MONTH = (
    rf"(?:{_DAY}{_SUFFIX}[\s\-–,./]{{0,3}}(?:i\s+|of\s+)?{_GLUED_MONTH}"
    rf"|{_ORDINAL}\s+(?:i\s+)?{_MONTH})"
)
_NTH_OF_NTH = (
    rf"(?:{_DAY}\.?|{_ORDINAL})\s+i\s+(?:{_NTH_MONTH}|{_MONTH_NUMBER}\.?(?!\d))(?:\s+måned)?"
)
_NO_NUMBER_BEFORE = r"(?<![\d.,/])"
FULL = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?:\b{_WEEKDAY})?(?:{_TWO_DAYS}{_DAY_MONTH}(?:/[a-z]{{3}})?[\s,.\-–/]{{0,3}}{_IN}{ANY_YEAR}"
    rf"|{_DAY}\s?{_CUT}\s?{_MONTH_NUMBER}\s?{_CUT}?\s?{_YEAR_4}"
    rf"|{_DAY}\s?{_CUT}\s?{_MONTH_NUMBER}\s?{_CUT}\s?['’]?\d\d"
    rf"|{_DAY}\s?{_CUT}\s?{_MONTH_NUMBER}\s*['’´]\d\d"
    rf"|{_DAY}\s?{_CUT}{{0,1}}\s?(?-i:{_ROMAN})\b\s?{_CUT}?\s?{_YEAR}"
    rf"|{_DAY}{_CUT}{_ROMAN}{_CUT}{_YEAR}"
    rf"|{_NTH_OF_NTH}[\s,]+{_IN}{ANY_YEAR}"
    rf"|{_MONTH}\s+(?:den\s+|d\.\s*|the\s+)?{_DAY_NUMBER}{_SUFFIX},?\s+{_YEAR_4}"
    rf"|{_YEAR_4}{_CUT}{_MONTH_NUMBER}{_CUT}{_DAY_NUMBER}(?!\d)"
    rf"|{_YEAR_4}[\s,]+{_EXACTLY}(?:{_DAY_MONTH}|{_NTH_OF_NTH}))(?:(?!\w)|(?=[a-zæøå]{{4}}))",
    re.IGNORECASE,
)
_NOT_COUNTED = (
    r"(?!\d|[.,:]\d|\s*(?:%|år|kr|kroner|mennesker|personer|mand|gange|dage|timer|uger|stk)\b)"
)
_DAY_OF = (
    r"(?:(?:en\s+)?(?:man|tirs|ons|tors|fre|lør|søn)dag\s+i\s+"
    r"|(?:midt|først|sidst|en\s+gang)\s+i\s+)"
)
PART = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?:\b{_DAY_OF}|\b{_WEEKDAY})?(?:\b{_MONTH}[\s,]+{_IN}(?:{_YEAR_4}|['’]?\d\d|{_YEAR_SAID}|{_SHORT_YEAR}){_NOT_COUNTED}(?!\w)"
    rf"|{_DAY}\s?{_CUT}\s?{_MONTH_NUMBER}\s+['’]?(?:{_YEAR_4}|\d\d)(?!\d)"
    rf"|{_DAY_MONTH}(?![\wæøå])|{_MONTH}[\s,]+(?:den\s+|d\.\s*|the\s+)?{_DAY_NUMBER}{_SUFFIX}(?!\w)"
    rf"|\bden\s+{_ORDINAL}\s+{_NTH_MONTH}(?!\w)"
    rf"|{_DAY}\s?/\s?(?:{_MONTH_NUMBER}|(?-i:{_ROMAN}))(?![\w/])|{_NTH_OF_NTH}(?!\w))",
    re.IGNORECASE,
)
_NTH_DAY = r"(?:(?:[1-5]\.|første|anden|tred[ij]e|fjerde|femte|lille|store)\s*)?"
HOLIDAY = re.compile(
    rf"(?<![\w.])(?:(?:\d{{1,2}}\.|{_NTH_MONTH})\s+(?:søndag\s+)?(?:i\s+advent|efter\s+(?:trinitatis|påske|pinse)|advents?søndag)"
    rf"|{_NTH_DAY}(?:lille)?(?:jule?|nytårs?|påske|pinse)\s?(?:aften|dag|lørdag|søndag|mandag|nat|morgen)\w*"
    r"|(?:sankt|sct\.?|skt\.?|st\.)\s?hans(?:\s?(?:aften|dag|nat)\w*)?|grundlovsdag\w*|(?:fastelavn|palme)s?\s?(?:søndag|mandag)?"
    r"|langfredag|skærtorsdag|kristi\s?himmelfarts?(?:\s?dag)?|(?:store\s?)?bededag\w*|hellig\s?tre\s?konger\w*(?:\s(?:aften|dag))?"
    r"|mortens?\s?(?:aften|dag)|valborgs?\s?aften|midsommer(?:s?aften|s?dag)?|halloween|alle\s?helgens?\s?(?:dag|aften)"
    r"|valentins?\s?dag|(?:sankta\s+)?lucia(?:s?\s?dag)?|skudd(?:ag|agen)|skudårsdag(?:en)?|kyndelmisse|(?:arbejdernes|kvindernes)"
    r"(?:\s+internationale)?\s+kampdag|befrielses(?:aften|dag)\w*|\beid\b|trettendag\s?jul)"
    rf"(?:,?\s+{_IN}(?:{_YEAR_4}|['’]?\d\d{_NOT_COUNTED}|{_YEAR_SAID}|{_SHORT_YEAR}))?(?!\w)",
    re.IGNORECASE,
)
SPACED = re.compile(
    rf"(?<![\d.,/]){_DAY_NUMBER}[\s.]+{_MONTH_NUMBER}[\s.]+(?:{_YEAR_4}|\d\d)(?!\d)"
    rf"|(?<![\d.,/]){_DAY}\.{_MONTH_NUMBER}(?!\.?[\d/]|,\d)\.?",
    re.IGNORECASE,
)
DIGITS = re.compile(
    rf"(?<!\d)(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?:\d\d)?"
    rf"|(?:{_YEAR_4}|\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
YEAR_ALONE = re.compile(r"(?<![\d.,/\-])(?:19\d\d|20[01]\d)(?![\d/]|[.,\-]\d)")
IN_FORCE = re.compile(r"(?:den\s+|d\.\s*)?1\.\s*(?:januar|juli)", re.IGNORECASE)  # of laws
