"""What the app says to files that none of its doors may take: `python -m benchmarks.bad_files`.

Each file goes through its page in the app, as somebody would send it, on a base of its own. The
table shows what was said; then come the counts: files with a clear message, files that left
something behind, faults, and whether the app still answered. `--quick` leaves out the big ones;
`--doors` tries the doors without the pages.
"""

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.broken_files import FILES, SLOW, Broken
from benchmarks.broken_parts import REFUSED
from interviews.documents.reading import read_document
from interviews.importing import import_statements
from interviews.model import Consultation
from interviews.reading_files import FileUnreadable
from interviews.setup import create_consultation, shared_themes
from interviews.take_in import take_in_forms
from storage import open_store
from views.messages import file_message, report_lines

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-03-01"
PAGES = {"table": "setup", "forms": "phones", "document": "documents"}
BUTTONS = {"table": "Hent udsagn", "forms": "Hent svar"}


@dataclass(frozen=True)
class Answer:
    """What one file was told. `code` is that of the refusal, "" where it was taken."""

    code: str
    words: str
    left_behind: int
    seconds: float


def meet(file: Broken, consultation: Consultation) -> Answer:
    """What the file is told at its door, in Danish, and how much it left in the base."""
    data = file.make()
    before = stored(consultation)
    begun = time.process_time()
    code, words = _knock(file, data, consultation)
    return Answer(code, words, stored(consultation) - before, time.process_time() - begun)


def _knock(file: Broken, data: bytes, consultation: Consultation) -> tuple[str, str]:
    try:
        if file.door == "document":
            read_document(file.name, data)
            return "", "taget"
        with open_store() as store:
            if file.door == "table":
                report = import_statements(store, consultation.id, file.name, data)
            else:
                report = take_in_forms(store, consultation.id, file.name, data, DAY)
    except FileUnreadable as error:
        return error.code, file_message(error, str)
    return "" if report.taken else REFUSED, " ".join(report_lines(report, str))


def stored(consultation: Consultation) -> int:
    """How many drafts, conversations and statements there are."""
    with open_store() as store:
        cid = consultation.id
        return len((*store.statements(cid), *store.interviews(cid), *store.drafts(cid)))


def visit(file: Broken, consultation: Consultation) -> Answer:
    """The same through the page, with its upload and its button."""
    from streamlit.testing.v1 import AppTest

    data = file.make()
    before = stored(consultation)
    begun = time.process_time()
    app = AppTest.from_file(ROOT / "app.py", default_timeout=900)
    app.query_params["role"] = "consultant"
    app.query_params["language"] = "da"
    app.session_state["setup_tab"] = "Hent udsagn fra en fil"
    app.run().switch_page(f"views/{PAGES[file.door]}_page.py").run()
    door = app.file_uploader[-1]
    if Path(file.name).suffix.lower() not in door.proto.type:
        return Answer("not_offered", "(browseren lader den ikke vælge)", 0, 0.0)
    door.upload(file.name, data, "application/octet-stream").run()
    if label := BUTTONS.get(file.door):
        next(b for b in app.button if b.label == label).click().run()
    said = _said(app)
    fault = "".join(e.message for e in app.exception)
    left = stored(consultation) - before
    return Answer(f"fault: {fault}" if fault else "", said, left, time.process_time() - begun)


def _said(app: Any) -> str:
    told = (*app.error, *app.warning, *app.success)
    return " ".join([e.value for e in told] + [t.value for t in app.text])


def _row(file: Broken, answer: Answer) -> str:
    words = " ".join(answer.words.split())
    mark = "!" if answer.left_behind or not words or answer.code.startswith("fault") else " "
    what = f"{mark} {file.door:8} {file.name:11} {file.fault:44} {answer.seconds:6.2f} s"
    return f"{what}  {words[:150]}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Sends every file, prints the table, then one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--doors", action="store_true")
    chosen = parser.parse_args(arguments)
    files = FILES if chosen.quick else (*FILES, *SLOW)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TALEROER_HOME"] = folder
        with open_store() as store:
            base = create_consultation(store, "Prøve", "Egeby", shared_themes())
        answers = []
        for file in files:
            answers.append((meet if chosen.doors else visit)(file, base))
            print(_row(file, answers[-1]), flush=True)
        answering = stored(base) == sum(answer.left_behind for answer in answers)
    summary = {
        "files": len(files),
        "told_in_words": sum(bool(a.words) and not a.code.startswith("fault") for a in answers),
        "left_something": sum(bool(a.left_behind) for a in answers),
        "faults": sum(a.code.startswith("fault") for a in answers),
        "still_answering": answering,
        "slowest_seconds": round(max(a.seconds for a in answers), 1),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(summary))


if __name__ == "__main__":
    main()
