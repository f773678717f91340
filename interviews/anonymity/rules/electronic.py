"""E-mail addresses, also spelt out with "snabel-a", and web names.

Definition: RFC 5321 section 4.1.2 (mailbox), RFC 1035 section 2.3.1 (names); user names on social
media have no common definition and are found by the sign before them or the word in front.
"""

import re
from collections.abc import Iterator

from interviews.anonymity.allowed import standard
from interviews.anonymity.rules.spoken import SPOKEN_WORD
from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_MARK = r"(?:punktum|prik|dot|underscore|understreg|bundstreg|bindestreg)"
_SPELT = r"(?:[a-zæøå](?:,\s*|\s+)){2,20}"  # "m, o, s, e"
_COUNTED = rf"(?:\w+\s+(?=(?:{SPOKEN_WORD}|\d{{1,4}})\s+\D))?"  # "regnbue tolv snabel-a"
_NAME = (
    rf"{_COUNTED}(?:{_SPELT})?(?:\w{{1,30}}\s+{_MARK}\s+){{0,4}}[\wæøåÆØÅ.+%\-]{{0,64}}[\wæøåÆØÅ]"
)
_SNABEL = (
    r"(?:(?:snabel|krøllet?|krøl|kanel|elefant)[\s-]?a(?:lfa)?|krølle\s?alfa|alfa-a"
    r"|alfa\s?krølle|at-?tegn)"
)
_AT = (
    rf"(?:\s*[@＠]\s*|\s*[(\[{{<*]\s*(?:at|a|{_SNABEL}|@)\s*[)\]}}>*]\s*"
    rf"|-at-|\s*,?\s+(?:{_SNABEL}|snabel),?\s+)"
)
_DOT = r"(?:\.{1,2}|\s+(?:punktum|prik|dot)\s+|\s*[(\[]\s*(?:punktum|prik|dot)\s*[)\]]\s*)"
_DOMAIN = rf"[\wæøåÆØÅ\-]+(?:{_DOT}[\wæøåÆØÅ\-]+)*{_DOT}[a-zA-Z]{{2,24}}"
_PROVIDER = r"(?:gmail|hotmail|outlook|yahoo|icloud|live|jubii|protonmail|ofir|stofanet)"
_EMAIL = re.compile(
    rf"(?<![\w.]){_NAME}(?:{_AT}{_DOMAIN}|\s?@\s?[\wæøå\-]+(?:,|\s?\.\s?)[a-z]{{2,3}}"
    rf"|{_AT}{_PROVIDER}|{_AT}[\wæøå\-]+\s+(?:dk|com|net|org|nu))(?![\w])",
    re.IGNORECASE,
)
_SPOKEN_AT = re.compile(
    rf"(?<![\w.]){_NAME}\s+(?:at|alfa)\s+[\wæøå\-]+{_DOT}[a-z]{{2,24}}\b", re.IGNORECASE
)
_AT_ANY = re.compile(rf"[@＠]|[(\[{{<*]\s*at?\s*[)\]}}>*]|-at-|{_SNABEL}|snabel", re.IGNORECASE)
_AT_WORD = re.compile(rf"\b(?:at|alfa)\s+[\wæøå\-]+{_DOT}[a-z]", re.IGNORECASE)
_WEB = re.compile(
    r"\b(?:https?://\S+[^\s.,;:!?)]|www\.[\wæøå\-]+(?:\.[\wæøå\-]+)+(?:/[^\s,;]*[^\s.,;:!?)])?"
    r"|(?<![\w@.])[\wæøå\-]{2,}\.(?:dk|com|org|net|nu|eu|gl|se|no|de|pl|info|example)\b(?:/[^\s,;]*[^\s.,;:!?)])?)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@])@[\w.]{2,30}[\w]|(?<=\bu/)[\w\-]{3,}")
_PROFILE = re.compile(
    r"\b(?:instagram|insta|snapchat|snap|facebook|fb|messenger|tiktok|discord|skype|telegram)\b"
    r"(?:\s+(?:er|hedder|navnet|navn|profil|bruger))*\s*[:=]?\s*((?=\w*[\d_.])[\w.]{4,30}\w)",
    re.IGNORECASE,
)


def find(text: Text) -> Iterator[Finding]:
    """Yield e-mail addresses (certain), web names and user names (likely)."""
    raw = text.raw
    for sign, pattern in ((_AT_ANY, _EMAIL), (_AT_WORD, _SPOKEN_AT)):
        if not sign.search(raw):  # the sign is quick to look for, the name before it is not
            continue
        for match in pattern.finditer(raw):
            yield _finding(match.start(), match.end(), FindingKind.EMAIL, "rule:email")
    for match in _WEB.finditer(raw):
        if _is_public(match.group(), text):
            continue
        yield _finding(match.start(), match.end(), FindingKind.WEB, "rule:web")
    for match in _HANDLE.finditer(raw):
        yield _finding(match.start(), match.end(), FindingKind.WEB, "rule:handle")
    for match in _PROFILE.finditer(raw):
        yield _finding(match.start(1), match.end(1), FindingKind.WEB, "rule:handle")


def _is_public(address: str, text: Text) -> bool:
    """True for the site of somebody who may be named ("borger.dk", "hus-forbi.dk")."""
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).split("/")[0]
    name = host.rsplit(".", 1)[0].replace("-", " ")
    known = standard() | text.allowed
    return host in known or name in known or name.replace(" ", "") in known


def _finding(start: int, end: int, kind: FindingKind, reason: str) -> Finding:
    if kind is FindingKind.EMAIL:
        return Finding(start, end, kind, Certainty.CERTAIN, reason, "[e-mailadresse]")
    return Finding(start, end, kind, Certainty.LIKELY, reason, "[webadresse]")
