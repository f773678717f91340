"""Small places of work, care, school and trade that have a name of their own."""

import re
from collections.abc import Iterator

from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_HOUSE = (
    "bostedet|bosted|botilbuddet|botilbud|opholdsstedet|opholdssted|værestedet|værested|herberget|herberg"
    "|forsorgshjemmet|forsorgshjem|krisecentret|krisecenteret|krisecenter|varmestuen|varmestue|plejehjemmet"
    "|plejehjem|plejecentret|plejecenteret|plejecenter|børnehaven|børnehave|vuggestuen|vuggestue|dagplejen"
    "|børnehuset|institutionen|bofællesskabet|bofællesskab|kollegiet|kollegium|aktivitetscentret|aktivitetshuset"
    "|aktivitetscenteret|behandlingscentret|behandlingscenteret|behandlingshjemmet|behandlingsstedet|misbrugscentret"
    "|caféen|cafeen|café|cafe|restaurant|restauranten|pizzeria|værtshuset|værtshus|bodegaen|bodega|kroen|hotel|hotellet|firmaet|virksomheden|klubben|foreningen"
    "|ungdomshuset|ungdomsklubben|fritidsklubben|efterskolen|friskolen|højskolen|skolen|gården|butikken|forretningen"
    "|frisøren|frisør|salonen|salon|værkstedet|pensionatet|natherberget|nødherberget|væresstedet|kirken|menigheden|specialskolen|specialskole|skole"
    "|vandrerhjemmet|campingpladsen|rækværket|socialcentret|stedet|centret|centeret|bocentret|bocenteret|bocenter|boenheden|bo-enheden"
)
_NAME = r"[A-ZÆØÅ][\wæøåéü'’\-]+"
_MORE = rf"(?:\s+(?:{_NAME}|i(?=\s+[A-ZÆØÅ])|på(?=\s+[A-ZÆØÅ])|og(?=\s+[A-ZÆØÅ])|af(?=\s+[A-ZÆØÅ])|den(?=\s+[A-ZÆØÅ])|\d+)){{0,3}}"
_HOUSE_NAMED = re.compile(
    rf"(?<![\wæøåÆØÅ\-])((?:[Dd]e[nt]\s+)?(?i:{_HOUSE}))(?:\s+(?:hedder|der\s+hedder|ved\s+navn))?\s+[\"“”„»«]?({_NAME}{_MORE}|[A-ZÆØÅ]\b(?:[.\-]\w+)*)[\"”“»«]?"
)
_TRADE = (
    "friskole|privatskole|efterskole|højskole|skole|kro|autoværksted|auto|autoservice|værksted|børnehave|børnehus|vuggestue"
    "|kirke|sogn|moske|bageri|bager|slagter|vvs|el|elservice|tømrerfirma|tømrer|smedje|maskinfabrik|maskinstation|fabrik|transport|vognmandsforretning"
    "|aps|a/s|i/s|k/s|ivs|bosted|botilbud|plejecenter|plejehjem|herberg|forsorgshjem|krisecenter|værested|kollegium"
    "|bodega|pizzeria|pizza|grill|grillbar|kiosk|café|cafe|vinstue|hotel|camping|landbrug|gartneri|planteskole|mejeri|boldklub|idrætsforening|if|bk|gf|fodboldklub|kloster|gods|produktionsskole|apotek|apoteket"
    "|rengøring|byg|entreprenør|murer|murerfirma|malerfirma|køreskole|frisør|fisk|ungdomsklub|ungdomsskole|fritidscenter|fritidsklub|lægehus|tandklinik|tandlæge|specialskole|realskole|behandlingscenter|opholdssted|efterskolen|friskolen"
)
_TRADE_NAMED = re.compile(
    rf"(?<![\wæøåÆØÅ])((?:{_NAME}(?:\s+(?:&|og|i)\s+|\s+|\.\s))*{_NAME}s?\s+(?i:{_TRADE}))(?![\wæøå])(\s+i\s+{_NAME})?"
)
_COMPANY = re.compile(
    rf"(?<![\wæøåÆØÅ])((?:{_NAME}\.?\s+|&\s+|og\s+(?=[A-ZÆØÅ]))+(?:ApS|A/S|I/S|K/S|IVS|P/S|Aps|aps))(?![\wæøå])"
)
_SMALL_HOUSE = re.compile(
    rf"(?<![\wæøå\-])((?:{_HOUSE})\s+(?:hedder\s+)?([a-zæøå]{{4,}}(?:en|et|gård|gården|hus|huset|bo|hjem|hjemmet|lund|højen|vang)))(?![\wæøå])"
)
_GENERAL = frozenset(
    "skolen stedet centret centeret kirken gården klubben foreningen kroen institutionen".split()
)


def find(text: Text) -> Iterator[Finding]:
    """Yield likely names of small organisations together with the word that says what they are."""
    for match in _HOUSE_NAMED.finditer(text.raw):
        yield _finding(match.start(1), match.end())
    for pattern in (_TRADE_NAMED, _COMPANY):
        for match in pattern.finditer(text.raw):
            yield _finding(match.start(1), match.end())
    for match in _SMALL_HOUSE.finditer(text.raw):
        yield _finding(match.start(1), match.end(1))


def _finding(start: int, end: int) -> Finding:
    kind = FindingKind.ORG_SMALL
    return Finding(start, end, kind, Certainty.LIKELY, "organisations:name", "[sted]")
