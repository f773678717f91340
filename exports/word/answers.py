"""The page for one site as a Word file: one side of A4, large letters."""

from exports.answers_sheet import AnswerRow, AnswerSheet, head
from exports.gate import publish_quotes
from exports.model import Base, Excerpt
from exports.walk import each
from exports.word import paper
from exports.word.carrier import own_words
from exports.word.figures import RULE, Pictures
from exports.word.ink import TEXT_WIDTH, Ink, label_run, run, said
from exports.word.read import read

_LARGE = '<w:sz w:val="26"/><w:szCs w:val="26"/>'
_BOLD = f"<w:b/><w:bCs/>{_LARGE}"
_TIGHT = '<w:spacing w:before="0" w:after="60" w:line="259" w:lineRule="auto"/>'
_INDENT = '<w:ind w:left="0" w:right="0"/>'


def write_answers(sheet: AnswerSheet, base: Base, carrier: bytes | None = None) -> bytes:
    """The page as .docx bytes; every quote in it held against the base, all of it to the guard.

    Raises PrintStopped, NotACarrier.
    """
    content = paper.made(sheet, carrier, _body, has_front=False)
    return publish_quotes(content, read(content, own_words(carrier)), each(sheet, Excerpt), base)


def _body(ink: Ink, pictures: Pictures, sheet: AnswerSheet) -> str:
    half = TEXT_WIDTH // 2
    rows = [
        (_said(ink, row), "".join(_large(ink, text) for text in row.done)) for row in sheet.rows
    ]
    parts = [
        ink.p("Plan Rule", pictures.bar(RULE, 1700, 50, "Pyntestreg"), extra=_TIGHT),
        ink.p("heading 1", run(sheet.title), extra=_HEAD),
        ink.p("heading 2", run(sheet.subtitle), extra=_TIGHT),
        _large(ink, sheet.lead),
    ]
    if rows:
        parts.append(ink.table(sheet.title, (half, half), ("Det sagde I", sheet.doing), rows))
    if sheet.reasons:
        parts.append(ink.p("heading 2", run("Det gør vi ikke"), extra=_ABOVE))
        parts += [_large(ink, reason, "List Bullet") for reason in sheet.reasons]
    parts.append(ink.p("heading 2", run("Sig mere"), extra=_ABOVE))
    parts.append(_large(ink, sheet.more))
    return "".join(parts)


_HEAD = '<w:pageBreakBefore w:val="0"/><w:spacing w:before="0" w:after="60"/>'
_ABOVE = '<w:spacing w:before="160" w:after="60"/>'


def _large(ink: Ink, text: str, style: str = "Normal") -> str:
    return ink.p(style, run(text, extra=_LARGE), extra=_TIGHT)


def _said(ink: Ink, row: AnswerRow) -> str:
    """The theme and a quote with its number, which leads to it in the plan; else our words."""
    parts = [ink.p("Plan Cell", run(head(row), extra=_BOLD), extra=_TIGHT)]
    if row.quote is None:
        return parts[0] + _large(ink, row.said)
    quote = said(f"»{row.quote.text}«", extra=_LARGE)
    number = label_run(row.quote.label, ink.style("Plan Label"))
    return (
        parts[0]
        + ink.p("Quote", quote, extra=_TIGHT + _INDENT)
        + ink.p("Plan Source", number, extra=_TIGHT + _INDENT)
    )
