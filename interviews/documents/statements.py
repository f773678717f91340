"""Which sentences of a document may be statements of citizens. A person accepts each of them."""

import re
from collections.abc import Iterator, Mapping

from interviews.documents.model import Candidate, Document, Form
from interviews.documents.sections import Lead, Spot, spots
from interviews.documents.speakers import answer, asks, begins_speech, is_conversation
from interviews.model import Kind, Wording
from language.sentences import sentences

QUOTE = re.compile(r"[\"“”„»«][^\"“”„»«][^“”„»«]*[\"“”„»«]\s*[.,]?")
INSIDE = re.compile(r"[“”„»\"](?P<said>[^\"“”„»«]+)[“”«\"]")
TALK_LENGTH = 25  # characters; shorter ones are words somebody stands back from
WORDS = 4  # of a sentence that says something
TALK = re.compile(r"\b(?:jeg|mig|min|mit|mine|vi|os|vores|man|borgerne|flere|nogle)\b", re.I)
WISH = re.compile(
    r"\b(?:bør|burde|skulle|ønske\w*|efterlys\w*|forslag|foreslå\w*|ville? gerne|vil gerne|"
    r"behov for|brug for|der skal|peges på|peger på|håber|kunne være)\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\b(?:ros|roser|glad for|glade for|tilfreds\w*|god hjælp|fantastisk\w*|dejlig\w*|"
    r"taknemmelig\w*|redder|reddede|trygt?|fungerer godt|virker godt)\b",
    re.IGNORECASE,
)
CHALLENGE = re.compile(
    r"\b(?:svært|vanskelig\w*|mangle\w*|problem\w*|ensom\w*|frygt\w*|ventetid\w*|venter|umulig\w*|"
    r"ingen|aldrig|sjældent|for (?:få|lidt|dyr\w*|lang\w*|sent)|utryg\w*|kastet rundt|"
    r"kan ikke|ikke (?:råd|nok|plads|hjælp))\b",
    re.IGNORECASE,
)


def suggest_statements(document: Document, themes: Mapping[str, str]) -> tuple[Candidate, ...]:
    """Sentences that may be statements, in reading order; `themes` are theme names by key.

    Told by citizens are quotes wherever they stand, what follows a lead-in such as "borgerne
    fortæller:" (only its quotes, where it has any), and answers in an interview written down with
    "Borger:" or "Kvinde, 45 år:"; the mark is no part of the statement. All other sentences come
    with `told` False: in somebody's notes they are what there is. Headings, goals, initiatives and
    questions are no candidates.
    """
    places = spots(document, themes)
    talk = is_conversation(s.paragraph.text for s in places)
    quoting = {s.section for s in places if _is_quote(s.paragraph.text)}
    found: list[Candidate] = []
    for spot in places:
        planned = spot.lead in (Lead.GOALS, Lead.INITIATIVES)
        heading = spot.paragraph.kind is Form.HEADING
        row = "\t" in spot.paragraph.text and not begins_speech(spot.paragraph.text)
        if not (heading or spot.leads or planned or row):
            found.extend(_in_paragraph(spot, talk, spot.section in quoting))
    return tuple(found)


def _in_paragraph(spot: Spot, talk: bool, quoting: bool) -> Iterator[Candidate]:
    text = spot.paragraph.text.strip()
    if asks(text):
        return
    said = answer(text, talk)
    if _is_quote(said or text):
        yield _candidate(spot, (said or text).rstrip(" .,")[1:-1].strip(), Wording.VERBATIM)
    elif said is not None:
        yield from _sentences(spot, said, Wording.VERBATIM)
    elif spot.lead is Lead.SAID and not quoting:
        yield from _sentences(spot, text, Wording.PARAPHRASED)
    elif quotes := [q["said"].strip() for q in INSIDE.finditer(text) if _is_talk(q["said"])]:
        yield from (_candidate(spot, quote, Wording.VERBATIM) for quote in quotes)
    else:
        yield from _sentences(spot, text, Wording.PARAPHRASED, told=False)


def _is_quote(text: str) -> bool:
    return QUOTE.fullmatch(text.strip()) is not None and _says_something(text)


def _is_talk(text: str) -> bool:
    return len(text) >= TALK_LENGTH and TALK.search(text) is not None and _says_something(text)


def _sentences(spot: Spot, text: str, wording: Wording, told: bool = True) -> Iterator[Candidate]:
    """One candidate for each sentence that says something; a bullet is one thought."""
    spans = ((0, len(text)),) if spot.paragraph.kind is Form.BULLET else sentences(text)
    for start, end in spans:
        sentence = text[start:end].strip()
        if _says_something(sentence) and not sentence.endswith(("?", ":")):
            yield _candidate(spot, sentence, wording, told)


def _says_something(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]+", text)) >= WORDS


def _candidate(spot: Spot, text: str, wording: Wording, told: bool = True) -> Candidate:
    return Candidate(text, spot.theme, kind_of_words(text), spot.number, wording, told)


def kind_of_words(text: str) -> Kind | None:
    """What a statement most likely is by its words, None where they do not say."""
    rules = ((Kind.WISH, WISH), (Kind.PRAISE, PRAISE), (Kind.CHALLENGE, CHALLENGE))
    return next((kind for kind, words in rules if words.search(text)), None)
