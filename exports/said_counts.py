"""Whether a sentence says the numbers it carries: each with its own noun, and each once.

"20 udsagn" is not said by "200 udsagn", nor "fem samtaler" by "fem steder". The nouns stand here a
second time on purpose: a check that borrowed them from the sentences could not miss any.
"""

import re
from collections.abc import Iterator

from exports import danish
from exports.model import Count, Measure, Passage
from interviews.model import Kind

_NOUNS = {
    Measure.STATEMENTS: "udsagn",
    Measure.IMPORTED: "udsagn er indlæst",
    Measure.MACHINE_THEMED: "udsagn er temaet",
    Measure.MACHINE_KINDED: "udsagn er arten",
    Measure.INTERVIEWS: "samtaler?",
    Measure.PARTICIPANTS: "borgere?",
    Measure.PLACES: "sted(?:er)?",
    Measure.THEMES: "tema(?:er)?",
    Measure.GOALS: "mål",
    Measure.INITIATIVES: "initiativ(?:er)?",
    Measure.ANSWERED: "besvaret",
    Measure.CONTRADICTING: "(?:udsagn taler|kun) imod",
    Measure.EXCUSED: "ikke medtaget",
    Measure.UNANSWERED: "(?:udsagn står|endnu) uden svar",
    Measure.UNANSWERED_PROPOSALS: "(?:af dem )?beder",
}
_OF_KIND = {
    Kind.EXPERIENCE: "oplevelser?",
    Kind.CHALLENGE: "udfordring(?:er)?",
    Kind.WISH: "ønsker?",
    Kind.PRAISE: "udsagn om det, der virker",
    None: "udsagn uden angivet art",
}
_ALL_OF_THEM = {1: "det", 2: "begge"}  # where all that are open ask for something
_BEFORE, _AFTER = r"(?<![\w.,–-])", r"(?!\w)"  # no digit, point or dash: "1.020" is not "20"


def unsaid(passage: Passage) -> Iterator[Count]:
    """The counts that the text does not say.

    What was found is taken out, so that two counts cannot lean on the same words; the longest
    nouns come first, as "tre udsagn er indlæst" also reads "tre udsagn".
    """
    text = passage.text.lower()
    for count in sorted(passage.counts, key=lambda c: -len(_noun(c))):
        found = re.search(_pattern(count), text)
        if found:
            text = f"{text[: found.start()]}|{text[found.end() :]}"
        else:
            yield count


def _noun(count: Count) -> str:
    """What is counted; "" for a number that stands alone."""
    return (
        _OF_KIND[count.kind] if count.measure is Measure.OF_KIND else _NOUNS.get(count.measure, "")
    )


def _pattern(count: Count) -> str:
    forms = {danish.number(count.value), *(danish.in_words(count.value, n) for n in (True, False))}
    if count.measure is Measure.UNANSWERED_PROPOSALS and count.value in _ALL_OF_THEM:
        forms.add(_ALL_OF_THEM[count.value])
    number = "|".join(re.escape(form) for form in sorted(forms))
    said = f"(?:{number}) {_noun(count)}".rstrip()
    return _BEFORE + said.replace(" ", r"\s+") + _AFTER
