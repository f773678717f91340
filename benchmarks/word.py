"""How fast the Word plan is made, next to the same plan by plain python-docx calls.

    python -m benchmarks.word [--times N]



Prints processor seconds and the ratio for 500 quotes and 200 initiatives (best of N runs each, in
this one process), memory of a fresh process that makes it, and the exponent of growth to ten times
that size. Plain python-docx writes the same paragraphs and tables, in the same styles, from the
same outline, but without links, bookmarks, contents and figures. "published" is the whole way
through the gate: check, render, read back, anonymity guard. The last line is JSON.
"""

import argparse
import io
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from docx import Document

from benchmarks.made_up_plan import made_up_base
from exports import danish
from exports.gate import clear, publish
from exports.model import Outline, ThemeChapter
from exports.outline import draw
from exports.word import WordRenderer
from exports.word.base import base as base_template

DAY = "2026-01-31"
QUOTES, INITIATIVES = 500, 200


def plain(outline: Outline) -> bytes:
    """The plan as anybody would write it with python-docx: a style name a paragraph."""
    document = Document(io.BytesIO(base_template()))
    document.add_paragraph(outline.title, style="Title")
    document.add_paragraph(outline.subtitle, style="Subtitle")
    _paragraphs(document, "Forord", [p.text for p in outline.foreword])
    _paragraphs(document, "Sådan er planen blevet til", [p.text for p in outline.method.passages])
    for chapter in outline.themes:
        _chapter(document, chapter)
    _paragraphs(document, "Hvad planen svarer på", [p.text for p in outline.coverage.passages])
    document.add_paragraph("Bilag: Borgernes udsagn", style="Heading 1")
    for theme in outline.annex:
        document.add_paragraph(theme.name, style="Heading 2")
        for entry in theme.entries:
            said = document.add_paragraph(style="Plan Statement")
            said.add_run(entry.label, style="Plan Label")
            said.add_run(f"\t{entry.excerpt.text if entry.excerpt else ''}")
            used = document.add_paragraph("Bruges i ", style="Plan Used")
            for label in entry.used_in:
                used.add_run(f"{label} ", style="Plan Link")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _paragraphs(document: Any, heading: str, texts: list[str]) -> None:
    document.add_paragraph(heading, style="Heading 1")
    for text in texts:
        document.add_paragraph(text, style="Normal")


def _chapter(document: Any, chapter: ThemeChapter) -> None:
    _paragraphs(document, chapter.name, [p.text for p in chapter.intro])
    document.add_paragraph("Mål", style="Heading 2")
    for goal in chapter.goals:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(goal.goal.label, style="Plan Label")
        line.add_run(f"  {goal.goal.text}")
    document.add_paragraph("Det siger borgerne", style="Heading 2")
    for voices in chapter.voices:
        for excerpt in voices.lines:
            line = document.add_paragraph(style="Plan Voice")
            line.add_run(f"{excerpt.text} (")
            line.add_run(excerpt.label, style="Plan Link")
            line.add_run(")")
    document.add_paragraph("Citater", style="Heading 2")
    for excerpt in chapter.quotes:
        document.add_paragraph(f"»{excerpt.text}«", style="Quote")
        source = document.add_paragraph("Udsagn ", style="Plan Source")
        source.add_run(excerpt.label, style="Plan Link")
    document.add_paragraph("Initiativer", style="Heading 2")
    _table(document, chapter)


def _table(document: Any, chapter: ThemeChapter) -> None:
    table = document.add_table(rows=1, cols=7, style="Plan Table")
    heads = ("Nr.", "Initiativ", "Ansvarlig", "Start", "Slut", "Indikator", "Udsagn")
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].style = "Plan Head"
        cell.paragraphs[0].add_run(text)
    for item in chapter.initiatives:
        plan = item.initiative
        cells = table.add_row().cells
        texts = (plan.label, plan.text, plan.responsible, plan.start, plan.end, plan.indicator)
        for cell, text in zip(cells, texts, strict=False):
            cell.paragraphs[0].style = "Plan Cell"
            cell.paragraphs[0].add_run(danish.tidy(text))
        cells[6].paragraphs[0].style = "Plan Cell"
        for reference in item.references:
            cells[6].paragraphs[0].add_run(f"{reference.label}, ", style="Plan Link")


def seconds(make: Callable[[], object], times: int) -> float:
    """Processor seconds of the shortest of `times` runs."""
    best = math.inf
    for _ in range(times):
        began = time.process_time()
        make()
        best = min(best, time.process_time() - began)
    return best


def _memory(what: str) -> float:
    """Megabytes at the peak of a fresh process that makes the plan ("file", or "gate" and all)."""
    command = [sys.executable, "-m", "benchmarks.word", "--memory", what]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _make_once(guarded: bool) -> None:
    base = made_up_base(QUOTES, INITIATIVES)
    outline = draw(base, DAY)
    renderer = WordRenderer(count_pages=False)
    publish(outline, base, renderer) if guarded else renderer.render(clear(outline, base))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _measure(size: int, times: int) -> dict[str, float]:
    """Seconds for a plan `size` times as large; plain python-docx is timed once when large."""
    base = made_up_base(QUOTES * size, INITIATIVES * size)
    outline = draw(base, DAY)
    cleared = clear(outline, base)
    renderer = WordRenderer(count_pages=False)
    return {
        f"ours_{size}": seconds(partial(renderer.render, cleared), times),
        f"check_{size}": seconds(partial(clear, outline, base), times),
        f"published_{size}": seconds(partial(publish, outline, base, renderer), 2),
        f"outline_{size}": seconds(partial(draw, base, DAY), times),
        f"plain_{size}": seconds(partial(plain, outline), times if size == 1 else 1),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--memory", choices=("file", "gate"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory:
        _make_once(options.memory == "gate")
        return
    # memory first: a child's peak starts from what its parent has grown to
    found = {"memory_mb": _memory("file"), "memory_with_guard_mb": _memory("gate")}
    found |= _measure(1, options.times) | _measure(10, options.times)
    found["ratio_1"] = found["ours_1"] / found["plain_1"]
    found["ratio_10"] = found["ours_10"] / found["plain_10"]
    found["growth_exponent"] = math.log10(found["ours_10"] / found["ours_1"])
    print(json.dumps({key: round(value, 3) for key, value in found.items()}))


if __name__ == "__main__":
    main()
