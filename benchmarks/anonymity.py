"""How many identities the guard finds, in whom, and how often it cries wolf.

`python -m benchmarks.anonymity --gold FILE.jsonl` reads rows {"text", "spans": [{"start", "end",
"label"}], "group"?}; FILE may also be a .conllu file with NE=B-PER/I-PER. A span is found when
every character of it is covered by findings that are certain or likely; hints are counted apart.
The last line printed is JSON. `--without LAYER` leaves a layer out, `--misses` prints what was
missed, `--flags` the harmless rows that were flagged.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from interviews.anonymity import LAYERS, QUICK, THOROUGH, check, name_model
from interviews.model import Certainty, Finding


@dataclass(frozen=True)
class Span:
    """Something in a row that must be found: text[start:end]."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Row:
    """One statement. `group` is the sort of names in it, "" where nobody said."""

    text: str
    spans: tuple[Span, ...] = ()
    group: str = ""
    judged: bool = True  # False: what is not a span may still be an identity (newspaper rows)


@dataclass
class Tally:
    """Spans found, found when hints count, and all."""

    found: int = 0
    hinted: int = 0
    total: int = 0

    def add(self, found: bool, hinted: bool) -> None:
        """Count one span."""
        self.found += found
        self.hinted += hinted
        self.total += 1


def wilson(found: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), 0 to 1. total > 0."""
    z, share = 1.96, found / total
    middle = share + z * z / (2 * total)
    width = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    low, high = (middle - width) / (1 + z * z / total), (middle + width) / (1 + z * z / total)
    return max(0.0, low), min(1.0, high)


def read(path: Path) -> list[Row]:
    """Rows of a .jsonl or .conllu file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".conllu":
        return [_conllu_row(block) for block in text.strip().split("\n\n")]
    return [_json_row(json.loads(line)) for line in text.splitlines() if line.strip()]


def _json_row(read: dict[str, object]) -> Row:
    spans = read.get("spans") or ()
    assert isinstance(spans, Sequence)
    return Row(
        str(read["text"]),
        tuple(Span(int(s["start"]), int(s["end"]), str(s["label"])) for s in spans),
        str(read.get("group") or ""),
    )


def _conllu_row(block: str) -> Row:
    """A sentence with its person names as spans."""
    text, spans = "", list[Span]()
    for line in block.splitlines():
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if not columns[0].isdigit():
            continue
        start, misc = len(text), columns[9]
        text += columns[1]
        if "NE=B-PER" in misc:
            spans.append(Span(start, len(text), "PERSON"))
        elif "NE=I-PER" in misc and spans:
            spans[-1] = Span(spans[-1].start, len(text), "PERSON")
        text += "" if "SpaceAfter=No" in misc else " "
    return Row(text.rstrip(), tuple(spans), "newspaper" if spans else "", judged=False)


def covers(findings: Iterable[Finding], span: Span) -> bool:
    """True where every character of the span lies in a finding (blanks between findings count)."""
    need = set(range(span.start, span.end))
    for finding in findings:
        need -= set(range(finding.start, finding.end))
    return not need


def firm(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are more than a hint."""
    return [finding for finding in findings if finding.certainty is not Certainty.HINT]


@dataclass
class Report:
    """What was counted over all rows."""

    labels: dict[str, Tally]
    groups: dict[str, Tally]
    clean: int
    flagged: int
    flags: Counter[str]
    per_second: float
    rows: int


def measure(rows: Sequence[Row], layers: frozenset[str], show: frozenset[str]) -> Report:
    """Run the guard over the rows, count, and print what `show` asks for (misses, flags)."""
    check("Peter bor på Skovvej 12.", layers=layers)  # loads lists and models
    start = time.process_time()  # the guard runs in one thread; other programs' time is not its own
    results = [check(row.text, layers=layers) for row in rows]
    seconds = time.process_time() - start
    report = Report({}, {}, 0, 0, Counter(), len(rows) / seconds, len(rows))
    for row, findings in zip(rows, results, strict=True):
        _count_spans(report, row, findings, "misses" in show)
        if not row.spans:
            _count_clean(report, row, firm(findings), "flags" in show)
    return report


def _count_spans(report: Report, row: Row, findings: Sequence[Finding], show: bool) -> None:
    for span in row.spans:
        found, hinted = covers(firm(findings), span), covers(findings, span)
        report.labels.setdefault(span.label, Tally()).add(found, hinted)
        if row.group and span.label == "PERSON":
            report.groups.setdefault(row.group, Tally()).add(found, hinted)
        if show and not found:
            print(f"missed {span.label:8} {row.text[span.start : span.end]!r} in: {row.text}")


def _count_clean(report: Report, row: Row, findings: Sequence[Finding], show: bool) -> None:
    report.clean += 1
    report.flagged += bool(findings)
    report.flags.update({finding.reason for finding in findings})
    if show and findings:
        marked = ", ".join(f"{row.text[f.start : f.end]} ({f.reason})" for f in findings)
        print(f"flagged {marked} in: {row.text}")


def print_report(report: Report) -> None:
    """Print the table for people, then one line of JSON."""
    for title, tallies in (("label", report.labels), ("group", report.groups)):
        print(f"\n{title:24}{'found':>12}{'recall':>9}  95 % interval   with hints")
        for name, tally in sorted(tallies.items()):
            low, high = wilson(tally.found, tally.total)
            share, hinted = tally.found / tally.total, tally.hinted / tally.total
            count = f"{tally.found}/{tally.total}"
            print(f"{name:24}{count:>12}{share:9.3f}  {low:.3f}-{high:.3f}     {hinted:.3f}")
    if report.clean:
        low, high = wilson(report.flagged, report.clean)
        print(f"\nrows without spans: {report.clean}, flagged {report.flagged}", end="")
        print(f" = {report.flagged / report.clean:.3f} ({low:.3f}-{high:.3f}); by rule:")
        for reason, times in report.flags.most_common():
            print(f"  {reason:24}{times:5}")
    print(f"{report.per_second:.0f} statements a second\n")
    print(json.dumps(_figures(report)))


def _figures(report: Report) -> dict[str, object]:
    return {
        "n": report.rows,
        "recall": {k: round(t.found / t.total, 4) for k, t in sorted(report.labels.items())},
        "recall_by_group": {
            k: round(t.found / t.total, 4) for k, t in sorted(report.groups.items())
        },
        "clean_flagged": round(report.flagged / report.clean, 4) if report.clean else 0.0,
        "per_second": round(report.per_second),
    }


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--without", action="append", default=[], choices=LAYERS)
    parser.add_argument("--thorough", action="store_true", help="ask the Danish pipeline too")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--flags", action="store_true")
    parser.add_argument("--model", type=Path, help="another name model than the project's")
    arguments = parser.parse_args()
    if arguments.model:
        other = name_model.parse(arguments.model.read_bytes())
        name_model.load = lambda: other  # type: ignore[assignment]
    show = frozenset(name for name in ("misses", "flags") if getattr(arguments, name))
    layers = (THOROUGH if arguments.thorough else QUICK) - frozenset(arguments.without)
    print_report(measure(read(arguments.gold), layers, show))


if __name__ == "__main__":
    main()
