"""How much of what a steering group edits in Word comes back: a hundred scripted edits.

    python -m benchmarks.round_trip

Sixty edits are made by XML, each in a file of its own, half of them tracked. Forty are made in four
files that go through LibreOffice: saved again as .docx (untracked and tracked), by way of .odt, and
edited in LibreOffice's own format (.fodt). Every file is read back, everything it offers is taken
over in a store that is rolled back afterwards, and the plan is held against what the edits mean.
Prints one line for each miss, and JSON: edits found, fields wrongly taken over, citizens' words
changed. Without LibreOffice only the sixty are made.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.edit_script import (
    DAY,
    Edit,
    Meant,
    fields,
    goal,
    goals_row,
    make_plan,
    quote,
    row,
    words_of,
)
from benchmarks.word_edits import Edited
from exports import office
from exports.round_trip import compare_returned, print_for_editing, read_file, version_of
from interviews.model import Role
from storage import Store, open_store
from strategy.round_trip.milestones import milestones_in
from strategy.round_trip.model import Comparison, Refusal
from strategy.round_trip.take_over import OPEN, take_over

SINGLE: list[tuple[bool, Edit]] = [
    *((tracked, edit) for n, tracked in ((1, False), (2, True)) for edit in fields(n)),
    *((False, words_of(n, how)) for n, how in enumerate(
        ("insert", "delete", "rewrite", "retype", "split"), 3)),
    *((True, words_of(n, how)) for n, how in enumerate(("insert", "delete", "rewrite"), 8)),
    *((n > 5, goal(n, what)) for n, what in enumerate(
        ("text", "indicator", "baseline", "target", "year") * 2, 1)),
    *((False, row(n, what)) for n, what in enumerate(
        ("add", "new", "numbered", "remove", "comment", "status", "move", "order"), 11)),
    *((True, row(n, what)) for n, what in enumerate(
        ("add", "new", "numbered", "remove", "status"), 19)),
    *((False, goals_row(n, what)) for n, what in enumerate(
        ("add", "new", "remove", "comment"), 11)),
    *((True, goals_row(n, what)) for n, what in enumerate(("add", "remove"), 15)),
    *((n == 5, quote(n)) for n in (3, 4, 5)),
    *((True, words_of(n, "insert")) for n in range(24, 30)),
]  # fmt: skip
SAVED_AGAIN: list[tuple[str, bool, list[Edit]]] = [
    ("docx", False, [*fields(30), words_of(31, "insert"), row(32, "add"), row(33, "remove")]),
    ("docx", True, [*islice(fields(34), 4), words_of(35, "delete"), words_of(36, "rewrite"),
                    row(37, "add"), row(38, "remove"), goal(15, "text"), quote(7)]),
    ("odt", False, [*islice(fields(30), 4), goal(16, "target"), goals_row(17, "add"),
                    row(39, "move"), words_of(31, "retype"), row(32, "comment"),
                    row(33, "status")]),
]  # fmt: skip
IN_LIBREOFFICE = [  # what is typed over what, in LibreOffice's own format
    ("Center 21", "Sundhedshuset", ("I-21", "responsible")),
    ("Forening 22", "Røde Kors og KFUM", ("I-22", "partners")),
    ("23. uge 2027", "nytår 2028", ("I-23", "start")),
    ("24. uge 2029", "2031", ("I-24", "end")),
    ("antal brugte 25", "tilfredshed 25", ("I-25", "indicator")),
    ("26\u00a0mio. kr.", "300.000 kr.", ("I-26", "cost")),
    ("trin 27 (2028)", "trin 27 (2029)", ("I-27", "milestones")),
    ("13 nu", "14 nu", ("M-13", "baseline")),
    ("22 flere", "24 flere", ("M-13", "target")),
    ("at der ", "at der endelig ", ("I-28", "text")),
]


def convert(content: bytes, suffix: str, to: str) -> bytes:
    """A file as LibreOffice saves it in another form."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"in.{suffix}")
        source.write_bytes(content)
        out = Path(folder, "out")
        profile = Path(folder, "profile").as_uri()
        subprocess.run(
            [office.program() or "soffice", f"-env:UserInstallation={profile}", "--headless",
             "--convert-to", to, "--outdir", str(out), str(source)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        return Path(out, f"in.{to}").read_bytes()


def edited(draft: bytes, tracked: bool, edits: Iterable[Edit]) -> tuple[bytes, list[Meant]]:
    """The draft with all edits made, and what they mean."""
    file = Edited(draft, tracked)
    meant = [edit(file) for edit in edits]
    return file.saved(), meant


def in_libreoffice(draft: bytes) -> tuple[bytes, list[Meant]]:
    """The draft edited in LibreOffice's own format, and what that means."""
    text = convert(draft, "docx", "fodt").decode()
    meant = []
    for old, new, (label, name) in IN_LIBREOFFICE:
        if name == "text":  # the words stand after the bookmark of the number
            at = text.index(old, text.index(label.replace("-", "_")))
            sentence = text[at : text.index("<", at)]
            text = text[:at] + new + text[at + len(old) :]
            meant.append(Meant({(label, name): sentence.replace(old, new)}))
        else:
            if old not in text:
                raise LookupError(old)
            text = text.replace(old, new, 1)
            meant.append(Meant({(label, name): new}))
    return convert(text.encode(), "fodt", "docx"), meant


class _Back(Exception):
    """Ends a transaction so that nothing of it is kept."""


def rows(store: Store, key: str) -> dict[str, dict[str, Any]]:
    """Every row of the plan by its visible number."""
    goals = {one.label: asdict(one) for one in store.goals(key)}
    return goals | {one.label: asdict(one) for one in store.initiatives(key)}


def outcome(key: str, content: bytes, meant: Sequence[Meant]) -> tuple[list[int], list[str], int]:
    """Places of the edits that were found, what was wrongly taken over, citizens' words changed."""
    result: tuple[list[int], list[str], int] = ([], [], 0)
    try:
        with open_store() as store:
            returned = read_file(store, key, content)
            found = compare_returned(store, key, returned, version_of(store, key, returned))
            before, said = rows(store, key), store.statements(key)
            chosen = [offer for offer in found.offers if offer.kind in OPEN]
            take_over(store, key, chosen, found, Role.STEERING, DAY)
            after = rows(store, key)
            changed = sum(a != b for a, b in zip(said, store.statements(key), strict=True))
            done, wrong = _judge(before, after, meant, found)
            result = (done, wrong, changed)
            raise _Back
    except _Back:
        return result


def _judge(
    before: dict[str, Any], after: dict[str, Any], meant: Sequence[Meant], found: Comparison
) -> tuple[list[int], list[str]]:
    """Which edits the plan now shows, and what else is otherwise in it."""
    moved = {
        (label, name): {"from": before[label][name], "to": after[label][name]}
        for label in before.keys() & after.keys()
        for name in before[label]
        if before[label][name] != after[label][name]
    }
    new = {label: after[label]["text"] for label in after.keys() - before.keys()}
    gone = set(before.keys() - after.keys())
    quotes = {one.label for one in found.refused if one.why is Refusal.QUOTE}
    comments = {(one.place, one.text) for one in found.comments}
    done = [
        at
        for at, one in enumerate(meant)
        if all(_holds(after, before, place, value) for place, value in one.changes.items())
        and set(one.added) <= set(new.values())
        and set(one.removed) <= gone
        and (not one.quote or one.quote in quotes)
        and (one.comment is None or one.comment in comments)
    ]
    wanted = {place for one in meant for place in one.changes}
    wanted |= {(label, "goal_id") for label, name in wanted if name == "theme_key"}
    wanted |= {(label, "position") for label, _ in wanted} | {("", "origin")}
    removed_goals = {before[x]["id"] for one in meant for x in one.removed}
    wrong = [
        f"{label} {name}"
        for (label, name), values in moved.items()
        if (label, name) not in wanted and values["from"] not in removed_goals
    ]
    texts = {text for one in meant for text in one.added}
    wrong += [f"new {text}" for text in new.values() if text not in texts]
    wrong += [f"removed {x}" for x in gone if x not in {x for one in meant for x in one.removed}]
    return done, wrong


def _holds(after: Any, before: Any, place: tuple[str, str], value: Any) -> bool:
    label, name = place
    if label not in after:
        return False
    if isinstance(value, str) and value.startswith("of "):
        value = before[value[3:]][name]
    if name == "milestones":
        value = [asdict(one) for one in milestones_in(value)]
        return bool(list(after[label][name]) == value)
    return bool(after[label][name] == value)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["TALEROER_HOME"] = home
        with open_store() as store:
            key = make_plan(store)
        with open_store() as store:
            draft, _ = print_for_editing(store, key, Role.STEERING, DAY, count_pages=False)
        files = [(*edited(draft, tracked, [edit]), "XML") for tracked, edit in SINGLE]
        if office.program():
            for form, tracked, edits in SAVED_AGAIN:
                content, meant = edited(draft, tracked, edits)
                content = convert(content, "docx", form)
                content = content if form == "docx" else convert(content, form, "docx")
                files.append((content, meant, f"LibreOffice {form}"))
            files.append((*in_libreoffice(draft), "LibreOffice fodt"))
        total = {"edits": 0, "found": 0, "wrongly_taken_over": 0, "words_of_citizens_changed": 0}
        for content, meant, how in files:
            done, wrong, changed = outcome(key, content, meant)
            for at, one in enumerate(meant):
                if at not in done:
                    print(f"not found ({how}): {one}")
            for what in wrong:
                print(f"wrongly taken over ({how}): {what}")
            total["edits"] += len(meant)
            total["found"] += len(done)
            total["wrongly_taken_over"] += len(wrong)
            total["words_of_citizens_changed"] += changed
        print(json.dumps(total))


if __name__ == "__main__":
    main()
