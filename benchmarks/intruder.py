"""What somebody who wants to single a person out finds in the demonstration's exports.

`python -m benchmarks.intruder` makes the Word plan, .xlsx, .csv, .qdpx and .qdc of a fresh copy and
compares what a reader can put together with what chance would give (docs/intruder.md).
"""

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from benchmarks.demonstration import demonstration
from exports.base import read_base
from exports.gate import publish
from exports.model import Base
from exports.outline import draw
from exports.places import place_rows
from exports.qda import CodebookRenderer, QdaRenderer
from exports.sheets import CsvRenderer, ExcelRenderer
from exports.word import WordRenderer
from exports.words import SITE_KIND
from interviews.model import Statement
from interviews.small_sites import points_at_small_site
from interviews.telling_words import ties
from storage import Store, open_store

DAY = "2026-01-01"
CLOCK = re.compile(rb"T(?!00:00:00)\d\d:\d\d:\d\d")


def neighbours(said: Sequence[Statement]) -> tuple[int, float]:
    """Neighbours in this order from one conversation, and how many a random order would give."""
    found = sum(one.interview_id == two.interview_id for one, two in pairwise(said))
    sizes = [sum(s.interview_id == key for s in said) for key in {s.interview_id for s in said}]
    return found, sum(n * (n - 1) for n in sizes) / len(said)


def style(text: str) -> tuple[bool, bool]:
    """Begins with a capital, ends with a point: how it was typed."""
    return text[:1].isupper(), text.rstrip()[-1:] in ".!?"


def alike(said: Sequence[Statement]) -> tuple[float, float]:
    """Share of pairs typed alike: within one conversation, and between two."""
    same, other = [0, 0], [0, 0]
    for at, one in enumerate(said):
        for two in said[at + 1 :]:
            count = same if one.interview_id == two.interview_id else other
            count[0] += style(one.text) == style(two.text)
            count[1] += 1
    return same[0] / same[1], other[0] / other[1]


def clocks(content: bytes) -> int:
    """Places in a finished file that tell a time of day."""
    parts: Iterable[bytes] = [content]
    moments = 0
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            moments = sum(one.date_time[3:] != (0, 0, 0) for one in file.infolist())
            parts = [file.read(name) for name in file.namelist()]
    return moments + sum(len(CLOCK.findall(part)) for part in parts)


def tied(store: Store, base: Base) -> tuple[int, int]:
    """Pairs of one conversation among the statements the plan uses, and those that a word which
    no other conversation has ties together; whoever releases a quote is shown these."""
    used = {q.statement_id for q in base.quotes} | {link.statement_id for link in base.links}
    printed = [said for said in base.statements if said.id in used]
    talks = Counter(said.interview_id for said in printed)
    pairs = sum(n * (n - 1) // 2 for n in talks.values())
    return pairs, sum(len(ties(store, said, printed)) for said in printed) // 2


def figures(base: Base, k: int) -> dict[str, object]:
    """What the attempt counts."""
    outline = draw(base, DAY)
    forms = (
        WordRenderer(count_pages=False),
        ExcelRenderer(),
        CsvRenderer(),
        QdaRenderer(),
        CodebookRenderer(),
    )
    files = {form.suffix: publish(outline, base, form) for form in forms}
    printed = {row.number for row in outline.rows if row.excerpt}
    telling = points_at_small_site(base.statements, base.interviews, base.sites, k)
    rows = place_rows(base.sites, base.interviews, SITE_KIND, k)
    found, chance = neighbours(base.statements)
    within, between = alike(base.statements)
    return {
        "statements": len(base.statements),
        "neighbours_of_one_conversation": found,
        "by_chance": round(chance, 1),
        "typed_alike_within_a_conversation": round(within, 3),
        "typed_alike_between_two": round(between, 3),
        "smallest_number_of_people_shown": min(r.participants for r in rows if r.participants),
        "sites_merged": sum(row.merged for row in rows if row.merged > 1),
        "statements_naming_their_small_site": len(telling),
        "of_those_printed": sum(s.number in printed for s in base.statements if s.id in telling),
        "times_of_day": {suffix: clocks(content) for suffix, content in files.items()},
    }


def main() -> None:
    """Make the files, count, print one line of JSON."""
    with demonstration() as (url, consultation_id), open_store(url) as store:
        base = read_base(store, consultation_id)
        k = store.settings(consultation_id).k
        pairs, shown = tied(store, base)
    told = {"pairs_of_one_conversation_in_the_plan": pairs, "of_those_shown_at_release": shown}
    print(json.dumps(figures(base, k) | told))


if __name__ == "__main__":
    main()
