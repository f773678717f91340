"""E-mail addresses, also spelt out with "snabel-a", and web names.

Definition: RFC 5321 section 4.1.2 (mailbox), RFC 1035 section 2.3.1 (names); user names on social
media have no common definition and are found by the sign before them or the word in front.
"""

import re
from collections.abc import Iterator

from interviews.anonymity.allowed import standard
from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_MARK = r"(?:punktum|prik|dot|underscore|understreg|bundstreg|bindestreg)"
_SPELT = r"(?:[a-zæøå](?:,\s*|\s+)){2,}"  # "m, o, s, e"
_NAME = rf"(?:{_SPELT})?(?:\w+\s+{_MARK}\s+)*[\wæøåÆØÅ.+%\-]*[\wæøåÆØÅ]"
_SNABEL = r"(?:(?:snabel|krøllet?)[\s-]?a|alfa-a|alfakrølle)"
_AT = (
    rf"(?:\s*[@＠]\s*|\s*[(\[{{<*]\s*(?:at|a|{_SNABEL}|@)\s*[)\]}}>*]\s*"
    rf"|-at-|\s*,?\s+(?:{_SNABEL}|snabel),?\s+)"
)
_DOT = r"(?:\.|\s+(?:punktum|prik|dot)\s+|\s*[(\[]\s*(?:punktum|prik|dot)\s*[)\]]\s*)"
_DOMAIN = rf"[\wæøåÆØÅ\-]+(?:{_DOT}[\wæøåÆØÅ\-]+)*{_DOT}[a-zA-Z]{{2,24}}"
_PROVIDER = r"(?:gmail|hotmail|outlook|yahoo|icloud|live|jubii|protonmail|ofir|stofanet)"
_EMAIL = re.compile(
    rf"(?<![\w.]){_NAME}(?:{_AT}{_DOMAIN}|\s?@\s?[\wæøå\-]+(?:,|\s?\.\s?)[a-z]{{2,3}}"
    rf"|{_AT}{_PROVIDER})(?![\w])",
    re.IGNORECASE,
)
_SPOKEN_AT = re.compile(
    rf"(?<![\w.]){_NAME}\s+(?:at|alfa)\s+[\wæøå\-]+{_DOT}[a-z]{{2,24}}\b", re.IGNORECASE
)
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
    for pattern in (_EMAIL, _SPOKEN_AT):
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
