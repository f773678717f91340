"""The first pages: title page, contents, foreword and how it was done."""

from collections.abc import Mapping

from exports import danish, words
from exports.model import Method, Outline, Passage
from exports.word.figures import RULE, Pictures, figure
from exports.word.headers import Titled
from exports.word.ink import NEW_PAGE, TEXT_WIDTH, Ink, field, label_run, link, run
from exports.word.stamp import bookmark_of
from strategy.round_trip.model import Stamp

_UNKNOWN = "\u00a0"  # shown for a page number nobody has computed yet


def title_page(
    ink: Ink, pictures: Pictures, outline: Outline, printed_from: Stamp | None = None
) -> str:
    """Who, what, when, whether it is a draft, and which version it was printed from."""
    page = titled(ink, pictures, outline, words.DRAFT_MARK if outline.is_draft else "")
    if printed_from:
        number = run(f"Version {printed_from.number}")
        page += ink.p("Normal", ink.bookmark(bookmark_of(printed_from), number))
    return page


def titled(ink: Ink, pictures: Pictures, outline: Titled, mark: str = "") -> str:
    """The same for any document; `mark` says what it lacks."""
    pages = [
        ink.text("Plan Kicker", outline.municipality),
        ink.p("Plan Rule", pictures.bar(RULE, 1700, 70, "Pyntestreg")),
        ink.text("Title", outline.title),
        ink.text("Subtitle", outline.subtitle),
    ]
    if mark:
        pages.append(ink.text("Plan Mark", mark))
    pages.append(ink.text("Normal", danish.long_date(outline.day)))
    return "".join(pages)


def contents(ink: Ink, pages: Mapping[str, int]) -> str:
    """The table of contents, filled in: every line a link, with its page where it is known.

    `pages` gives the page of a heading's bookmark. Word can renew it as any of its own.
    """
    entries = [(level, text, name) for level, text, name in ink.contents if level < 3]
    lines = [ink.p("TOC Heading", run("Indhold"), extra=NEW_PAGE)]
    for at, (level, text, name) in enumerate(entries):
        number = str(pages[name]) if name in pages else _UNKNOWN
        line = link(name, run(text) + "<w:r><w:tab/></w:r>" + field(f"PAGEREF {name} \\h", number))
        first = _BEGIN if at == 0 else ""
        last = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if at == len(entries) - 1 else ""
        lines.append(ink.p(f"toc {level}", first, line, last))
    return "".join(lines)


_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


def foreword(ink: Ink, passages: tuple[Passage, ...], is_draft: bool) -> str:
    """Why there is a plan and how to read it."""
    return "".join(
        [
            ink.heading(1, "Forord"),
            *(ink.text("Normal", p.text) for p in passages),
            ink.heading(2, "Sådan læser du planen"),
            *(
                ink.p("List Bullet", label_run(label, ink.style("Plan Label")), run(f"  {text}"))
                for label, text in words.HOW_TO_READ
                if is_draft or not label.startswith("F-")
            ),
        ]
    )


def method(ink: Ink, pictures: Pictures, content: Method) -> str:
    """How the interviews were held, where, and what they gave."""
    return (
        ink.heading(1, "Sådan er planen blevet til")
        + "".join(ink.text("Normal", p.text) for p in content.passages)
        + _places(ink, content)
        + figure(ink, pictures, content.figure)
    )


def _places(ink: Ink, content: Method) -> str:
    if not content.places:
        return ""
    title = "Kontaktsteder og deltagere"
    widths = (4400, 3700, TEXT_WIDTH - 8100)
    rows = [
        (
            run(row.name),
            run(row.kind),
            run(words.NOT_SHOWN if row.participants is None else danish.number(row.participants)),
        )
        for row in content.places
    ]
    note = (
        "Steder med få deltagere er lagt sammen, så ingen kan genkendes."
        if any(row.merged > 1 or row.participants is None for row in content.places)
        else "Deltagerne er talt i personer."
    )
    head = ("Sted", "Slags", "Deltagere")
    return (
        ink.text("caption", title)
        + ink.table(title, widths, head, rows, frozenset({2}))
        + ink.text("Plan Note", note)
    )
