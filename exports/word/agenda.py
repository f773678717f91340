"""The agenda item as a Word file."""

from exports import danish
from exports.agenda_outline import BULLET, HEAD, AgendaOutline
from exports.gate import publish_words
from exports.model import Allowed
from exports.text import lines
from exports.word import paper
from exports.word.carrier import own_words
from exports.word.figures import RULE, Pictures
from exports.word.ink import TEXT_WIDTH, Ink, run
from exports.word.read import read

HEADINGS = {
    "summary": "Resumé",
    "presentation": "Sagsfremstilling",
    "goals": "Mål",
    "economy": "Økonomi",
    "hearing": "Høring",
    "recommendation": "Indstilling",
    "decision": "Beslutning",
    "annexes": "Bilag",
}
TOP = {"committee": "Udvalg", "meeting": "Møde", "case_number": "Sagsnr."}
NO_TEXT = "Ingen."
_AT_TOP = '<w:spacing w:before="0" w:after="120"/>'
_ROOM = '<w:spacing w:after="2600"/>'  # to write the decision in


def write_agenda(outline: AgendaOutline, allowed: Allowed, carrier: bytes | None = None) -> bytes:
    """The item as .docx bytes, read back and held to the guard.

    Raises PrintStopped, NotACarrier.
    """
    content = paper.made(outline, carrier, _body, has_front=False)
    return publish_words(
        content, read(content, own_words(carrier)), allowed, lambda text: _place(text, outline)
    )


def _place(text: str, outline: AgendaOutline) -> str:
    """The heading a printed text stands under."""
    for section, words in outline.texts:
        if any(line.removeprefix(BULLET) in text for line in lines(words)):
            return HEADINGS.get(section) or TOP.get(section) or outline.subtitle
    return outline.subtitle


def _body(ink: Ink, pictures: Pictures, outline: AgendaOutline) -> str:
    parts = [
        ink.p("Plan Kicker", run(outline.municipality), extra=_AT_TOP),
        ink.p("Plan Rule", pictures.bar(RULE, 1700, 50, "Pyntestreg")),
        ink.text("Title", outline.title),
        ink.text("Subtitle", f"{outline.subtitle}, {danish.long_date(outline.day)}"),
        _top(ink, outline),
    ]
    for section, heading in HEADINGS.items():
        parts.append(ink.heading(1, heading, same_page=True))
        if section == "decision":
            parts.append(ink.p("Plan Note", run("Føres til protokol på mødet."), extra=_ROOM))
        else:
            parts += [_line(ink, line) for line in lines(outline.text(section)) or [NO_TEXT]]
    return "".join(parts)


def _top(ink: Ink, outline: AgendaOutline) -> str:
    rows = [
        (run(TOP[section]), run(outline.text(section)))
        for section in HEAD
        if outline.text(section).strip()
    ]
    if not rows:
        return ""
    return ink.table("Mødet", (2000, TEXT_WIDTH - 2000), ("Punkt", "Oplysning"), rows)


def _line(ink: Ink, line: str) -> str:
    if line.startswith(BULLET):
        return ink.text("List Bullet", line.removeprefix(BULLET))
    return ink.text("Normal", line)
