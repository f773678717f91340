"""The commented hearing note as a Word file."""

from exports import danish, hearing_words
from exports.gate import publish_words
from exports.hearing_outline import NoteOutline, PointItem, SubjectGroup
from exports.model import Allowed
from exports.text import lines, printable
from exports.word import front, paper
from exports.word.carrier import own_words
from exports.word.figures import Pictures
from exports.word.ink import TEXT_WIDTH, Ink, link, run
from exports.word.read import read

_SAID = '<w:ind w:left="397" w:right="397"/>'  # what parties say stands in from the margin
_KEEP = "<w:keepNext/>"
_BOLD = "<w:b/><w:bCs/>"


def write_hearing_note(
    outline: NoteOutline, allowed: Allowed, carrier: bytes | None = None
) -> bytes:
    """The note as .docx bytes, read back and held to the guard.

    Raises PrintStopped, NotACarrier.
    """
    content = paper.made(outline, carrier, _body)
    return publish_words(
        content, read(content, own_words(carrier)), allowed, lambda text: _place(text, outline)
    )


def _place(text: str, outline: NoteOutline) -> str:
    """The party or the point a printed paragraph belongs to; the note itself for all else.

    A party is told by its place in the table: its name may be what must not be said.
    """
    for number, party in enumerate(outline.parties, 1):
        if text == printable(party.name):
            return f"Hørte parter, nr. {number}"
    for point in (p for group in outline.groups for p in group.points):
        said = (point.text, point.remark, point.change, point.party, point.section)
        if any(line in text for part in said for line in lines(part)):
            return point.label
    return outline.title


def _body(ink: Ink, pictures: Pictures, outline: NoteOutline) -> str:
    title = _title_page(ink, pictures, outline)
    heard = _heard(ink, outline)
    before = len(ink.contents)
    answers = "".join(_group(ink, group) for group in outline.groups)
    anchors = [name for level, _, name in ink.contents[before:] if level == 2]
    return "".join([title, heard, _answers(ink, outline, anchors), answers, _changes(ink, outline)])


def _title_page(ink: Ink, pictures: Pictures, outline: NoteOutline) -> str:
    left = danish.counted(outline.missing, "punkt", "punkter", neuter=True)
    mark = f"Udkast – {left} mangler en beslutning" if outline.missing else ""
    return front.titled(ink, pictures, outline, mark)


def _heard(ink: Ink, outline: NoteOutline) -> str:
    """The period and the parties."""
    title = "Hørte parter"
    rows = [
        (run(p.name), run(p.sent), run(p.received), run(str(p.points))) for p in outline.parties
    ]
    widths = (4100, 1800, 2638, TEXT_WIDTH - 8538)
    head = ("Part", "Sendt", "Svar modtaget", "Punkter")
    return (
        ink.heading(1, "Høringen")
        + ink.heading(2, "Periode")
        + "".join(ink.text("Normal", text) for text in outline.period)
        + ink.heading(2, title)
        + ink.table(title, widths, head, rows, frozenset({3}))
    )


def _answers(ink: Ink, outline: NoteOutline, anchors: list[str]) -> str:
    """The chapter's opening: each subject with its decisions, leading to where it stands."""
    heading = ink.heading(1, "Høringssvar og bemærkninger", same_page=True)
    if not outline.groups:
        return heading + ink.text("Normal", "Ingen parter har haft bemærkninger til planen.")
    title = "Punkter og beslutninger efter emne"
    narrow = 1050
    widths = (TEXT_WIDTH - 5 * narrow, *[narrow] * 5)
    head = ("Emne", *(hearing_words.SHORT[d] for d in hearing_words.DECISIONS))
    rows = [
        (
            link(anchor, run(group.subject, ink.style("Plan Link"))),
            *(run(str(n) if n else danish.DASH) for n in group.tally),
        )
        for anchor, group in zip(anchors, outline.groups, strict=True)
    ]
    return (
        heading
        + ink.text("caption", title)
        + ink.table(title, widths, head, rows, frozenset(range(1, 6)))
    )


def _group(ink: Ink, group: SubjectGroup) -> str:
    return ink.heading(2, group.subject) + "".join(_point(ink, p) for p in group.points)


def _point(ink: Ink, point: PointItem) -> str:
    """Who said what; the municipality's remark, its decision and what changed."""
    parts = [ink.heading(3, f"{point.label}  {point.party}, om {point.section}")]
    if point.heard:
        parts.append(ink.p("Plan Note", run(point.heard), extra=_KEEP))
    parts += [ink.p("Normal", run(line), extra=_SAID) for line in lines(point.text)]
    if point.remark:
        parts += _labelled(ink, "Bemærkninger", point.remark, keep=True)
    if point.is_open:
        parts.append(ink.text("Plan Mark", f"Beslutning: {point.decision}"))
    else:
        parts += _labelled(ink, "Beslutning", point.decision)
    if point.change:
        parts += _labelled(ink, "Ændring i planen", point.change)
    return "".join(parts)


def _labelled(ink: Ink, label: str, text: str, keep: bool = False) -> list[str]:
    first, *rest = lines(text)
    extra = _KEEP if keep else ""
    return [
        ink.p("Normal", run(f"{label}: ", extra=_BOLD), run(first), extra=extra),
        *(ink.p("Normal", run(line), extra=extra) for line in rest),
    ]


def _changes(ink: Ink, outline: NoteOutline) -> str:
    """What the version after the hearing says otherwise than the one that was heard."""
    if outline.new_version is None:
        return ""
    heading = ink.heading(1, "Ændringer i planen", same_page=True)
    lead = f"Efter høringen er planen gemt som version {outline.new_version}."
    if not outline.changes:
        return heading + ink.text("Normal", f"{lead} Dens indhold er det samme.")
    title = "Ændringer række for række"
    rows = [(run(label), run(words)) for label, words in outline.changes]
    return (
        heading
        + ink.text("Plan Lead", f"{lead} Det her er ændret:")
        + ink.table(title, (900, TEXT_WIDTH - 900), ("Nr.", "Ændring"), rows)
    )
