"""A guide as an XLSForm, for phones without a network (ODK Collect, KoboToolbox).

Follows xlsform.org. Expressions come from the fixed templates below, never from anybody's text.
No device, user, place on the map or clock time is asked for; `instance_name`, which stays on the
phone after sending, is left out.
"""

import hashlib
import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from exports.timeless import timeless
from guides.model import Guide, Local
from interviews.model import Kind, Site, Wording

DA, EN = "Dansk (da)", "English (en)"
COLUMNS = (
    "type",
    "name",
    f"label::{DA}",
    f"label::{EN}",
    f"hint::{DA}",
    f"hint::{EN}",
    "required",
    "relevant",
    "constraint",
    f"constraint_message::{DA}",
    f"constraint_message::{EN}",
    "appearance",
    "calculation",
)
OTHER_SITE = "andet"
LONGEST = 4000  # characters of one statement on a phone
WORDINGS = {
    Wording.VERBATIM: Local("Ordret", "Word for word"),
    Wording.PARAPHRASED: Local("Gengivet", "Retold"),
}
KINDS = {
    Kind.EXPERIENCE: Local("En oplevelse", "An experience"),
    Kind.CHALLENGE: Local("En udfordring", "A challenge"),
    Kind.WISH: Local("Et ønske eller forslag", "A wish or proposal"),
    Kind.PRAISE: Local("Ros", "Praise"),
}
Row = dict[str, str]


def form_id(guide: Guide) -> str:
    """The form's id: letters first, at most 64 characters, as ODK Central asks."""
    return ("taleroer_" + re.sub(r"[^A-Za-z0-9_]", "_", guide.id))[:64]


def write_xlsform(guide: Guide, sites: Sequence[Site]) -> bytes:
    """The .xlsx of one guide with sheets survey, choices and settings.

    The version is the guide's with a mark of the sites to choose among: it changes with every
    publication and whenever a site comes, goes or gets another name.
    """
    book = Workbook()
    book.remove(book.active)
    _sheet(book, "survey", COLUMNS, _survey(guide))
    choices = ("list_name", "name", f"label::{DA}", f"label::{EN}")
    _sheet(book, "choices", choices, _choices(guide, sites))
    settings = {
        "form_title": guide.title.da,
        "form_id": form_id(guide),
        "version": f"{guide.version}-{_mark(sites)}",
        "default_language": DA,
        "style": "pages",
    }
    _sheet(book, "settings", tuple(settings), [settings])
    data = io.BytesIO()
    book.save(data)
    return timeless(data.getvalue())


def _mark(sites: Sequence[Site]) -> str:
    listed = "\n".join(f"{site.id} {site.name}" for site in sites)
    return hashlib.sha256(listed.encode()).hexdigest()[:6]


def _sheet(book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    sheet = book.create_sheet(name)
    sheet.append(list(columns))
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(columns, 1):
            cell = sheet.cell(number, place, _inert(row.get(column, ""), column))
            if cell.data_type == "f":
                cell.data_type = "s"  # a name may begin with "="


def _inert(words: str, column: str) -> str:
    """Somebody's words as they are read by a form: "${…}" would be an expression.

    Signs that no sheet may hold (a vertical tab out of Word) become blanks.
    """
    words = ILLEGAL_CHARACTERS_RE.sub(" ", words)
    theirs = column.split(":")[0] in ("label", "hint", "form_title")
    return words.replace("${", "$ {") if theirs else words


def _row(kind: str, name: str, label: Local | None = None, **more: str) -> Row:
    row = {"type": kind, "name": name, **more}
    if label:
        row |= {f"label::{DA}": label.da, f"label::{EN}": label.text("en")}
    return row


def _hint(text: Local) -> Row:
    return {f"hint::{DA}": text.da, f"hint::{EN}": text.text("en")}


def _survey(guide: Guide) -> list[Row]:
    return [
        _row("calculate", "guide_id", calculation=f"'{guide.id}'"),
        _row("calculate", "guide_version", calculation=f"'{guide.version}'"),
        _row("calculate", "maaned", calculation="format-date(today(), '%Y-%m')"),
        _row("note", "foer_du_begynder", guide.instruction.begin),
        _row("note", "skriv_aldrig", guide.instruction.never_write),
        _row("note", "laes_hoejt", guide.read_aloud),
        _row("acknowledge", "samtykke", Local("Borgeren har sagt ja", "The citizen has said yes"))
        | {"required": "yes"},
        *_context(),
        *_questions(guide),
        *_statements(),
        _row("note", "til_slut", guide.ending),
    ]


def _context() -> list[Row]:
    people = Local("Hvor mange taler du med?", "How many are you talking with?")
    message = Local("Skriv et tal fra 1 til 30", "Write a number from 1 to 30")
    return [
        _row("begin_group", "kontekst", Local("Samtalen", "The conversation"))
        | {"appearance": "field-list"},
        _row("select_one sted", "sted", Local("Hvor er I?", "Where are you?"), required="yes"),
        _row("integer", "deltagere", people, required="yes", constraint=". >= 1 and . <= 30")
        | {f"constraint_message::{DA}": message.da, f"constraint_message::{EN}": message.en},
        _row("end_group", "kontekst"),
    ]


def _questions(guide: Guide) -> list[Row]:
    """The questions as pages to read from, each with its probes as a hint."""
    rows = [_row("begin_group", "spoergsmaal", Local("Spørgsmålene", "The questions"))]
    for number, question in enumerate(guide.questions, 1):
        probes = Local(
            "\n".join(f"– {p.da}" for p in question.probes),
            "\n".join(f"– {p.text('en')}" for p in question.probes),
        )
        rows.append(_row("note", f"spoergsmaal_{number}", question.text) | _hint(probes))
    return [*rows, _row("end_group", "spoergsmaal")]


def _statements() -> list[Row]:
    message = Local(f"Højst {LONGEST} tegn", f"At most {LONGEST} characters")
    return [
        _row("begin_repeat", "udsagn", Local("Et udsagn", "A statement")),
        _row("select_one spoergsmaal", "til", Local("Til hvilket spørgsmål?", "Which question?")),
        _row("text", "tekst", Local("Hvad blev der sagt?", "What was said?"))
        | _hint(Local("Ingen navne, numre eller adresser", "No names, numbers or addresses"))
        | {
            "required": "yes",
            "appearance": "multiline",
            "constraint": f"string-length(.) <= {LONGEST}",
            f"constraint_message::{DA}": message.da,
            f"constraint_message::{EN}": message.en,
        },
        _row("select_one ordlyd", "ordlyd", Local("Ordret eller gengivet?", "Word for word?")),
        _row("select_one art", "art", Local("Hvad er det?", "What is it?")),
        _row("select_one janej", "maa_citeres", Local("Må det citeres?", "May it be quoted?")),
        _row("end_repeat", "udsagn"),
    ]


def _choices(guide: Guide, sites: Sequence[Site]) -> list[Row]:
    def choice(listed: str, name: str, label: Local) -> Row:
        return {
            "list_name": listed,
            "name": name,
            f"label::{DA}": label.da,
            f"label::{EN}": label.text("en"),
        }

    return [
        *(choice("sted", site.id, Local(site.name)) for site in sites if site.name.strip()),
        choice("sted", OTHER_SITE, Local("Et andet sted", "Another place")),
        *(choice("spoergsmaal", q.key, q.text) for q in guide.questions),
        *(choice("ordlyd", wording.value, text) for wording, text in WORDINGS.items()),
        *(choice("art", kind.value, text) for kind, text in KINDS.items()),
        choice("janej", "yes", Local("Ja", "Yes")),
        choice("janej", "no", Local("Nej", "No")),
    ]
