"""An interview guide on paper: words to read aloud, questions, and room to write."""

import functools
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from exports.check import Fault, PrintStopped
from exports.gate import Printed
from exports.timeless import timeless
from exports.word import paper
from exports.word.carrier import open_carrier, style_ids
from exports.word.figures import RULE, Pictures
from exports.word.ink import TEXT_WIDTH, Ink, run
from exports.word.read import read
from guides.loader import load_shared
from guides.model import Guide, Local, Question
from interviews.model import Certainty

LINES = 8  # to write on, under each question
BOX = "☐"
_KEEP = "<w:keepNext/><w:keepLines/>"
_EDGE = '<w:{} w:val="single" w:sz="4" w:space="1" w:color="8A9A98"/>'
_RULED = (
    f"<w:pBdr>{_EDGE.format('bottom')}{_EDGE.format('between')}</w:pBdr>"
    '<w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="exact"/>'
)
_ALOUD = '<w:ind w:left="397" w:right="397"/>'
_WORDS = {
    "kicker": Local("Spørgeguide", "Interview guide"),
    "version": Local("udgave {n}", "version {n}"),
    "site": Local("Kontaktsted", "Site"),
    "month": Local("Måned", "Month"),
    "people": Local("Antal borgere", "Number of citizens"),
    "consent": Local("Borgeren har sagt ja", "The citizen has said yes"),
    "quoting": Local("Må citeres", "May be quoted"),
    "never": Local(
        "Skriv ingen navne, numre, adresser eller præcise datoer. Skriv en rolle i stedet.",
        "Write no names, numbers, addresses or exact dates. Write a role instead.",
    ),
    "aloud": Local("Læs højt", "Read aloud"),
    "how": Local(
        "Ét udsagn pr. linje. Sæt citationstegn om det, der er skrevet ord for ord.",
        "One statement a line. Put quotation marks around what is word for word.",
    ),
    "more": Local("Andet, der blev sagt", "Other things that were said"),
    "ending": Local("Læs højt til slut", "Read aloud at the end"),
    "help": Local("Til dig, der spørger", "For you who ask"),
    "begin": Local("Sådan begynder du", "How to begin"),
    "stopping": Local("Man må stoppe", "One may stop"),
    "bad_news": Local("Hvis du hører noget svært", "If you hear something hard"),
    "danger": Local("Hvis nogen er i fare", "If somebody is in danger"),
    "page": Local("Side", "Page"),
    "of": Local("af", "of"),
}


@dataclass(frozen=True)
class _Sheet:
    """What the file says about itself."""

    municipality: str
    title: str
    subtitle: str
    day: str


def write_guide_sheet(guide: Guide, municipality: str, day: str, language: str = "da") -> bytes:
    """The guide as .docx bytes in `language` ("da" or "en"), read back and searched.

    Raises PrintStopped when something in it is certain to identify somebody.
    """
    document = open_carrier(None)
    ink = Ink(style_ids(document), *paper.rooms(document))
    version = _say("version", language).format(n=guide.version)
    title = guide.title.text(language)
    about = _Sheet(municipality, title, f"{_say('kicker', language)}, {version}", day)
    numbered = _say("page", language), _say("of", language)
    paper.prepare_pages(document, ink, about, has_front=False, numbered=numbered)
    paper.fill(document, _body(document, ink, guide, about, language))
    paper.name(document, about, f"{language}-{'DK' if language == 'da' else 'GB'}")
    target = io.BytesIO()
    document.save(target)
    content = timeless(target.getvalue())
    _stop_identifiers(read(content), title)
    return content


def _say(word: str, language: str) -> str:
    return _WORDS[word].text(language)


def _body(document: Any, ink: Ink, guide: Guide, about: _Sheet, language: str) -> str:
    def relate(picture: bytes) -> str:
        return str(document.part.get_or_add_image(io.BytesIO(picture))[0])

    def say(word: str) -> str:
        return _say(word, language)

    questions = "".join(
        _question(ink, number, question, language)
        for number, question in enumerate(guide.questions, 1)
    )
    return "".join(
        [
            ink.p("Plan Kicker", run(about.municipality), extra='<w:spacing w:before="0"/>'),
            ink.p("Plan Rule", Pictures(relate).bar(RULE, 1700, 70, "")),
            ink.text("Title", about.title),
            ink.text("Subtitle", about.subtitle),
            _boxes(ink, language),
            ink.text("Plan Note", say("never")),
            ink.text("heading 2", say("aloud")),
            _paragraphs(ink, guide.read_aloud.text(language), _ALOUD),
            ink.text("Plan Note", say("how")),
            questions,
            ink.p("heading 2", run(say("more")), extra=_KEEP),
            _ruled(ink, LINES),
            ink.p("heading 2", run(say("ending")), extra=_KEEP),
            _paragraphs(ink, guide.ending.text(language), _ALOUD),
            _instruction(ink, guide, language),
        ]
    )


def _boxes(ink: Ink, language: str) -> str:
    """Where, when and how many; the yes."""
    rows = [
        [_cell(ink, _say(word, language)) for word in ("site", "month", "people")],
        [_cell(ink, f"{BOX} {_say(word, language)}", False) for word in ("consent", "quoting")]
        + [_cell(ink, "", False)],
    ]
    third = TEXT_WIDTH // 3
    widths = [ink.fitted(w) for w in (TEXT_WIDTH - 2 * third, third, third)]
    edges = "".join(_EDGE.format(side) for side in ("top", "left", "bottom", "right"))
    inside = _EDGE.format("insideV")
    lines = "".join(
        _row("".join(_box(*pair) for pair in zip(widths, row, strict=True))) for row in rows
    )
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"<w:tblBorders>{edges}{_EDGE.format('insideH')}{inside}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def _row(cells: str) -> str:
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="700"/></w:trPr>{cells}</w:tr>'


def _box(width: int, cell: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'


def _cell(ink: Ink, label: str, room: bool = True) -> str:
    """A label with room under it to write by hand."""
    return ink.text("Plan Cell", label) + (ink.text("Plan Cell", "") if room else "")


def _question(ink: Ink, number: int, question: Question, language: str) -> str:
    """The question, its probes, and the lines; never parted over two pages."""
    probes = [
        ink.p("List Bullet", run(probe.text(language)), extra=_KEEP) for probe in question.probes
    ]
    heading = run(f"{number}. {question.text.text(language)}")
    inside = ink.p("heading 2", heading, extra=_KEEP) + "".join(probes) + _ruled(ink, LINES)
    width = ink.fitted(TEXT_WIDTH)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f"{_row(_box(width, inside))}</w:tbl>" + ink.text("Plan Cell", "")
    )


def _ruled(ink: Ink, lines: int) -> str:
    keep = [_KEEP] * (lines - 1) + [""]
    return "".join(ink.p("Normal", extra=kept + _RULED) for kept in keep)


def _paragraphs(ink: Ink, text: str, extra: str = "") -> str:
    return "".join(
        ink.p("Normal", run(line.strip()), extra=extra) for line in text.split("\n") if line.strip()
    )


def _instruction(ink: Ink, guide: Guide, language: str) -> str:
    """What to know before, on a page of its own."""
    told = guide.instruction
    parts = [ink.heading(1, _say("help", language)), _paragraphs(ink, guide.purpose.text(language))]
    for word in ("begin", "stopping", "bad_news", "danger"):
        text: Local = getattr(told, word)
        parts.append(ink.p("heading 3", run(_say(word, language)), extra="<w:keepNext/>"))
        parts.append(_paragraphs(ink, text.text(language)))
    return "".join(parts)


def _stop_identifiers(printed: Iterable[Printed], place: str) -> None:
    """Raises PrintStopped for numbers and the like; helplines of the shared guides may stand."""
    from interviews import anonymity  # its lists load at first use, not with this module

    faults = [
        Fault(place, "identifier", finding.kind)
        for piece in printed
        for finding in anonymity.check(piece.text)
        if finding.certainty is Certainty.CERTAIN
        and piece.text[finding.start : finding.end] not in _shared_words()
    ]
    if faults:
        raise PrintStopped(faults)


@functools.cache
def _shared_words() -> str:
    """All that the shipped guides tell the interviewer, as one text."""
    told = [guide.instruction for guide in load_shared()]
    return "\n".join(
        f"{t.danger.da}\n{t.danger.en}\n{t.bad_news.da}\n{t.bad_news.en}" for t in told
    )
