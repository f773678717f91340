"""Where in a document something stands: under which theme, and after which lead-in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from interviews.documents.model import Document, Form, Paragraph
from language.words import lemma

SMALL = {"af", "at", "den", "det", "de", "en", "et", "for", "fra", "i", "med", "mellem", "og", "om"}
SMALL |= {"over", "på", "til", "temaet"}
# Such words head a part of any theme and name none, though a theme may have them in its name.
GENERIC = {"mål", "delmål", "målsætning", "indsats", "initiativ", "forslag", "handling", "tiltag"}
GENERIC |= {"aktivitet", "anbefaling"}
ALIKE = 0.85  # of a word's letters; scanners and typists slip
MOST_WORDS = 9  # of a heading that names a theme


LONGEST_LEAD = 2_000  # characters of a paragraph whose last sentence leads in


class Lead(StrEnum):
    """What a lead-in says will follow."""

    SAID = "said"
    GOALS = "goals"
    INITIATIVES = "initiatives"


SPEAKER = (
    r"(?:borger(?!råd)|bruger|beboer|deltager|interviewe|respondent|hjemløse|pårørende|informant|"
    r"unge|gæster)\w*"
)
SAYING = (
    r"(?:udtal|udtryk|fortæl|fortalt|sig(?:er|e)\b|sagt|peg|oplev|men(?:er|te)\b|ønske[rt]|"
    r"efterlys|beskriv|give?r? udtryk|nævn|svare|ytre)\w*"
)
SAID = re.compile(
    rf"\b{SPEAKER}\b.*\b{SAYING}|\b{SAYING}.*\b{SPEAKER}\b|^(?:borgernes? |brugernes? )?"
    r"(?:udsagn|citater|stemmer|stof til eftertanke|ordret)\b|\b(?:udsagn|citater) fra\b|"
    r"\b(?:det|hvad) (?:siger|sagde|fortæller) \w+",
    re.IGNORECASE,
)
GOALS = re.compile(r"\b(?:del)?mål(?:sætning(?:er|erne)?|ene)?\b(?!gruppe)", re.IGNORECASE)
INITIATIVES = re.compile(
    r"\b(?:initiativ(?:er|erne)?|indsatser(?:ne)?|tiltag(?:ene)?|handlinger(?:ne)?|"
    r"anbefaling(?:er|erne)?|aktiviteter(?:ne)?|forslag(?:ene)?)\b",
    re.IGNORECASE,
)
FOLLOWING = re.compile(r"\b(?:følgende|iværksætte\w*|gennemføre\w*|igangsætte\w*|vil)\b", re.I)


STARTS = re.compile(r"\b(?:iværksæt|gennemfør|igangsæt)", re.IGNORECASE)
DETAIL = re.compile(r"[A-ZÆØÅ]\w+:\s")  # "Ansvarlig: …" under a point of a list


AT = re.compile(r"at\s", re.IGNORECASE)


@dataclass(frozen=True)
class Spot:
    """One paragraph with what is above it. `leads` says that it is itself a lead-in.

    `section` is the number of headings and lead-ins so far.
    """

    number: int
    paragraph: Paragraph
    theme: str | None
    lead: Lead | None
    leads: bool = False
    section: int = 0


def spots(document: Document, themes: Mapping[str, str]) -> tuple[Spot, ...]:
    """Every paragraph with its theme key and the lead-in it stands under, in reading order.

    `themes` are theme names by key. A heading that names a theme opens it; it holds until a
    heading as high that names none; "Mål" and "Indsatser" stand within it. A lead-in holds until
    the next heading or lead-in; after a list, plain text ends it too, unless the list goes on with
    "at …".
    """
    found: list[Spot] = []
    theme: str | None = None
    lead: Lead | None = None
    paused: Lead | None = None
    level, listed, section = 0, False, 0
    for number, paragraph in enumerate(document.paragraphs):
        heading = paragraph.kind is Form.HEADING
        opens = lead_of(paragraph)
        named = theme_of(paragraph.text, themes) if heading or opens else None
        if named:
            theme = named
            level = paragraph.level if heading and not opens else level
        elif heading and not opens and _ends_theme(paragraph, level):
            theme = None
        bullet = paragraph.kind is Form.BULLET
        if opens or heading:
            lead, paused, listed, section = opens, None, False, section + 1
        elif _ends_list(paragraph, lead, listed):
            lead, paused = None, lead
        elif paused and bullet and AT.match(paragraph.text):
            lead = paused
        listed = listed or bullet
        found.append(Spot(number, paragraph, theme, lead, bool(opens), section))
    return tuple(found)


def _ends_list(paragraph: Paragraph, lead: Lead | None, listed: bool) -> bool:
    if lead not in (Lead.GOALS, Lead.INITIATIVES) or not listed:
        return False
    text = paragraph.text
    return not (paragraph.kind is Form.BULLET or text[:1].islower() or DETAIL.match(text))


def _ends_theme(paragraph: Paragraph, level: int) -> bool:
    if paragraph.text.rstrip().endswith((":", "?")) or is_generic(paragraph.text):
        return False
    return not paragraph.level or not level or paragraph.level <= level


def lead_of(paragraph: Paragraph) -> Lead | None:
    """What a paragraph says will follow, None for one that is no lead-in.

    A lead-in is a heading, or ends with a colon or with "at".
    """
    text = paragraph.text.rstrip()
    opens = text.endswith((":", " at", "…"))
    if not (opens or paragraph.kind is Form.HEADING) or paragraph.kind is Form.BULLET:
        return None
    if "\t" in text or len(text) > LONGEST_LEAD:
        return None
    tail = _last_sentence(text)
    goals, acts = GOALS.search(tail), INITIATIVES.search(tail)
    said = SAID.search(tail)
    if said and not (acts and STARTS.search(tail)):
        return Lead.SAID
    if goals and acts and not opens:
        return None  # "Mål og indsatser": the title of a chapter
    if acts and (FOLLOWING.search(tail) or len(tail.split()) <= 5 or not goals):
        return Lead.INITIATIVES
    return Lead.GOALS if goals and (opens or len(tail.split()) <= 4) else None


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", text)[-1]


def theme_of(text: str, themes: Mapping[str, str]) -> str | None:
    """The key of the theme a heading or lead-in names, None for none or two as good.

    All words of the theme's name stand in it, or it is short, says more than "Indsatser", and all
    its words stand in the name; small words and small slips of spelling do not count. The longest
    name wins.
    """
    words = _words(re.sub(r"^[\d.\s]+|\t.*$", "", text))
    best: dict[str, int] = {}
    for key, name in themes.items():
        wanted = _words(name)
        hits = sum(_has(words, word) for word in wanted)
        short = len(words) <= MOST_WORDS and all(_has(wanted, word) for word in words)
        short = short and not set(words) <= GENERIC
        if wanted and (hits == len(wanted) or (short and hits >= len(words))):
            best[key] = hits
    most = max(best.values(), default=0)
    winners = [key for key, hits in best.items() if hits == most]
    return winners[0] if len(winners) == 1 else None


def is_generic(text: str) -> bool:
    """Whether a heading says only "Mål", "Indsatser", "Forslag til handlinger" or the like."""
    words = _words(text)
    return bool(words) and set(words) <= GENERIC


def _words(text: str) -> tuple[str, ...]:
    plain = re.findall(r"[^\W\d_]+", text.lower())
    return tuple(dict.fromkeys(lemma(word) for word in plain if word not in SMALL))


def _has(words: Iterable[str], wanted: str) -> bool:
    return any(
        word == wanted or SequenceMatcher(None, word, wanted).ratio() >= ALIKE for word in words
    )
