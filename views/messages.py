"""Errors and reports in words. Imports no Streamlit, so that the command line can use it too.

Each function takes `_`, the translator of whoever shows the words.
"""

from collections import Counter
from collections.abc import Callable

from interviews.reading_files import FileUnreadable
from interviews.reports import ImportReport

Translate = Callable[[str], str]


def file_message(error: FileUnreadable, _: Translate) -> str:
    """Why a file could not be read, and what to do."""
    words = {
        "empty": _("Filen er tom. Vælg en fil med mindst én række."),
        "no_rows": _("Filen har en overskrift, men ingen rækker."),
        "too_large": _("Filen er for stor (over {detail} MB). Del den i flere."),
        "too_many_rows": _("Filen har over {detail} rækker. Del den i flere."),
        "no_text_column": _(
            "Der er ingen kolonne med udsagn. Kald kolonnen »tekst«. Filen har: {detail}."
        ),
        "two_columns": _("Filen har to kolonner med samme navn: {detail}. Giv dem hver sit navn."),
        "not_archive": _("Filen er ikke en zip-fil, eller den er beskadiget. Hent den igen."),
        "encoding": _("Filens tegn kan ikke læses. Gem den som CSV i UTF-8, og prøv igen."),
        "not_excel": _("Filen er ikke en Excel-fil (.xlsx), eller den er beskadiget."),
        "protected": _(
            "Filen er låst med kodeord eller i gammelt Excel-format. "
            "Gem den som .xlsx uden kodeord."
        ),
        "suspicious_archive": _("Filen er pakket på en mistænkelig måde og bliver ikke åbnet."),
        "no_text": _(
            "Der er ingen tekst i filen. Er siderne billeder, skal de først gennem et program, "
            "der læser tekst i billeder."
        ),
        "not_document": _(
            "Filen er ikke det dokument, navnet siger, eller den er beskadiget. "
            "Åbn den, gem den igen, og prøv en gang til."
        ),
        "not_text": _("Filens tegn kan ikke læses. Gem den som .docx eller som .txt i UTF-8."),
        "locked": _("Dokumentet er låst med kodeord. Gem det uden kodeord, og prøv igen."),
        "macros": _("Filen rummer makroer og bliver ikke åbnet. Gem den uden makroer."),
        "doctype": _("Filen rummer kode, som ikke hører til i et dokument, og bliver ikke åbnet."),
        "old_document": _("Filtypen .{detail} er for gammel. Gem filen som .docx, og prøv igen."),
        "document_type": _("Filtypen .{detail} kan ikke læses. Brug .docx, .odt, .pdf eller .txt."),
        "too_many_pages": _("Dokumentet har over {detail} sider. Del det i flere."),
        "too_slow": _("Dokumentet kan ikke læses på rimelig tid. Gem det som .docx, og prøv igen."),
        "bad_json": _("Linje {detail} er ikke gyldig JSON."),
        "no_forms": _("Filen ligner ikke svar på et skema fra Talerør."),
        "unknown_type": _("Filtypen .{detail} kendes ikke. Brug .csv, .xlsx eller .jsonl."),
    }
    return words[error.code].format(detail=error.detail)


def row_reason(reason: str, detail: str, _: Translate) -> str:
    """Why one row was not taken."""
    words = {
        "empty": _("tom"),
        "formula": _("en formel, ikke en tekst"),
        "no_words": _("ingen ord"),
        "too_long": _("over {detail} tegn"),
        "duplicate": _("findes allerede (række {detail})") if detail else _("findes allerede"),
        "no_consent": _("uden et ja fra borgeren"),
        "unknown_guide": _("fra en spørgeguide, undersøgelsen ikke har"),
        "unknown_version": _("fra udgave {detail} af spørgeguiden, som ikke findes her"),
        "no_statements": _("uden udsagn"),
        "seen_before": _("hentet ind før"),
        "rejected_in_review": _("afvist i ODK eller Kobo"),
        "locked_in_odk": _("låst eller ufuldstændig i ODK ({detail})"),
        "identifier": _("rummer oplysninger, der peger på en person ({detail})"),
    }
    return words[reason].format(detail=detail)


def report_lines(report: ImportReport, _: Translate) -> list[str]:
    """What was taken and what was not, as lines to show."""
    lines = [
        _("{read} rækker læst, {taken} taget, {left} ikke taget.").format(
            read=report.read, taken=report.taken, left=len(report.rejected)
        )
    ]
    why = Counter(row_reason(r.reason, r.detail, _) for r in report.rejected)
    shown: dict[str, list[str]] = {}
    for rejected in report.rejected:
        shown.setdefault(row_reason(rejected.reason, rejected.detail, _), []).append(
            str(rejected.row)
        )
    for words, count in why.most_common():
        some = ", ".join(shown[words][:12]) + (" …" if count > 12 else "")
        lines.append(
            _("{count} × {words}: række {rows}").format(count=count, words=words, rows=some)
        )
    if report.unknown_columns:
        names = ", ".join(report.unknown_columns)
        lines.append(_("Kolonner, der ikke er brugt: {names}").format(names=names))
    return lines + _warning_lines(report, _)


def _warning_lines(report: ImportReport, _: Translate) -> list[str]:
    lines = []
    grouped: dict[str, list[str]] = {}
    for warning in report.warnings:
        code, _colon, detail = warning.partition(":")
        grouped.setdefault(code, []).append(detail)
    words = {
        "cp1252": _("Filen var ikke i UTF-8; den er læst som Windows-tegn. Se efter æ, ø og å."),
        "replaced": _("Muligt navn eller sted erstattet med kantet parentes i række {detail}"),
        "repeats_missing": _("Filen har ikke de enkelte udsagn med. Hent den som zip eller Excel."),
        "orphans": _("Nogle udsagn hørte ikke til nogen samtale og er ikke taget."),
        "no_site": _("{detail} × ukendt sted, ladt tomt"),
        "no_question": _("{detail} × ukendt spørgsmål, ladt tomt"),
        "no_kind": _("{detail} × ukendt art, ladt tomt"),
        "sheet": _("Læst fra arket »{detail}«"),
        "text_column": _(
            "Ingen kolonne hedder »tekst«. Den eneste med lange tekster er taget som udsagn: "
            "»{detail}«"
        ),
        "unknown_theme": _("Ukendt tema, rækkerne er taget uden tema: {detail}"),
        "unknown_month": _("Måneden kunne ikke læses i række {detail}"),
        "telling_site": _(
            "Stedet har et nummer eller en mailadresse og er ladt tomt i række {detail}"
        ),
        "unknown_kind": _("Ukendt art, rækkerne er taget uden art: {detail}"),
    }
    for code, details in grouped.items():
        some = ", ".join(details[:12]) + (" …" if len(details) > 12 else "")
        lines.append(words[code].format(detail=some))
    return lines
