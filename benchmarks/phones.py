"""A guide's way out to phones and the answers' way back: `python -m benchmarks.phones`.

Every shared guide becomes an XLSForm and goes through pyxform. Then made-up answers come back as
ODK Central's zip and as KoboToolbox's workbook: some without a yes, rejected in review, of an
unknown version, without statements, with a name in them, or sent twice. Prints what was taken and
what was not, by reason, and a line of JSON.
"""

import json
import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.broken_parts import book, table, zipped
from exports.xlsform import form_id, write_xlsform
from guides.loader import load_shared
from guides.model import Guide
from interviews.model import Consultation, Site
from interviews.reports import ImportReport
from interviews.setup import add_site, create_consultation, shared_themes
from interviews.take_in import hand_in_clean, take_in_forms
from storage import open_store
from views.messages import report_lines

FORMS, SAYINGS = 60, 3
DAY = "2026-03-01"
CALM = "Varmestuen lukker alt for tidligt om aftenen, sagde gruppe {n}."
NAMED = "Det var Kirsten Holm fra kommunen, der sagde nej til nummer {n}."
SPOILT = {7: "no_consent", 11: "rejected", 13: "old_version", 17: "silent", 19: "named"}
Rows = list[list[Any]]


def made_up(guide: Guide, site: Site, kobo: bool) -> tuple[Rows, Rows]:
    """The rows of the forms and those of their statements, each with its header."""
    joined = "/" if kobo else "-"
    roots: Rows = [
        [
            *("guide_id", "guide_version", "maaned", "samtykke", f"kontekst{joined}sted"),
            *(f"kontekst{joined}deltagere", "_index" if kobo else "KEY"),
            *("_uuid" if kobo else "instanceID", "_validation_status" if kobo else "ReviewState"),
            *("_submitted_by", "DeviceID"),
        ]
    ]
    repeats: Rows = [
        [
            *(f"udsagn{joined}{name}" for name in ("til", "tekst", "ordlyd", "art", "maa_citeres")),
            *("_parent_index" if kobo else "PARENT_KEY", "vejret"),
        ]
    ]
    for number in range(1, FORMS + 1):
        fault = SPOILT.get(number % 20, "")
        key = number if kobo else f"uuid:{number}"
        rejected = "validation_status_not_approved" if kobo else "rejected"
        roots.append(
            [
                *(guide.id, "99" if fault == "old_version" else str(guide.version), "2026-02"),
                *("" if fault == "no_consent" else "OK", site.id, 2, key, f"{kobo}{number}"),
                *(rejected if fault == "rejected" else "", "Frivillige Frida", "tablet-9"),
            ]
        )
        for saying in range(0 if fault == "silent" else SAYINGS):
            text = (NAMED if fault == "named" else CALM).format(n=f"{number}-{saying}")
            question = guide.questions[saying % len(guide.questions)].key
            repeats.append([question, text, "verbatim", "challenge", "no", key, "sol"])
    return roots, repeats


def warnings(guides: tuple[Guide, ...], site: Site) -> int:
    """How many warnings pyxform has for the XLSForms of all guides."""
    from pyxform.xls2xform import convert

    told = 0
    with tempfile.TemporaryDirectory() as folder:
        for guide in guides:
            path = Path(folder) / f"{form_id(guide)}.xlsx"
            path.write_bytes(write_xlsform(guide, [site]))
            told += len(convert(str(path), validate=False).warnings)
    return told


def take(base: Consultation, name: str, data: bytes) -> ImportReport:
    """What the door says to one file; its words are printed."""
    with open_store() as store:
        report = take_in_forms(store, base.id, name, data, DAY)
    print(f"{name}:", *report_lines(report, str), sep="\n  ")
    return report


def main() -> None:
    """There and back again, on a base of its own."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TALEROER_HOME"] = folder
        with open_store() as store:
            base = create_consultation(store, "Prøve", "Egeby", shared_themes())
            site = add_site(store, base.id, "Varmestuen")
            for guide in load_shared():
                store.save_guide(None, guide)
        guides = tuple(load_shared())
        told = warnings(guides, site)
        print(f"{len(guides)} guides as XLSForms, {told} warnings from pyxform")
        roots, repeats = made_up(guides[0], site, kobo=False)
        odk = zipped({"a.csv": table(roots), "a-udsagn.csv": table(repeats, ";")})
        roots, repeats = made_up(guides[0], site, kobo=True)
        kobo = book(("skema", roots), ("udsagn", repeats))
        reports = [take(base, "odk.zip", odk), take(base, "kobo.xlsx", kobo)]
        again = [take(base, "odk.zip", odk), take(base, "kobo.xlsx", kobo)]
        flat = take(base, "kobo.csv", table(roots))
        with open_store() as store:
            drafts = store.drafts(base.id)
            done, left = hand_in_clean(store, drafts)
            said = len(store.statements(base.id))
    print(f"{len(drafts)} drafts in the review list: {done} handed in, {left} with a question")
    reasons = Counter(row.reason for report in reports for row in report.rejected)
    figures = {
        "forms": 2 * FORMS,
        "taken": sum(report.taken for report in reports),
        "refused": dict(reasons),
        "taken_again": sum(report.taken for report in again),
        "without_repeats": "repeats_missing" in flat.warnings,
        "unknown_columns": sorted({c for report in reports for c in report.unknown_columns}),
        "statements": said,
        "with_a_question": left,
        "warnings": told,
    }
    print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
