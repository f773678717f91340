"""How many first wordings are good Danish and say something: `python -m benchmarks.wording`.

`data/wording-judged.jsonl` holds 50 proposals of the demonstration consultation and 50 made-up
ones as interviewers retell them, with the wording the engine gave and a person's verdicts: is it
grammatical, and does it say what was asked for. Each is worded again: one that has changed counts
as not judged. Prints what is wrong or changed, then a line of JSON for each source and for all:
n, grammatical and sensible (shares of all), by_rule (share that a rule worded; the others name
the matter or nothing), sensible_by_rule (share of those) and changed.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.wording import is_sure, word_initiative

JUDGED = Path(__file__).parent / "data" / "wording-judged.jsonl"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one list of verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=JUDGED)
    path = parser.parse_args(arguments).gold
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    judged = [_again(row) for row in rows]
    for source in sorted({row["source"] for row in rows}):
        print(source, _figures([j for j in judged if j["source"] == source]))
    print(_figures(judged))


def _again(row: Mapping[str, Any]) -> dict[str, object]:
    now = word_initiative([row["proposal"]], row["key_terms"])
    is_same = now == row["wording"]
    if not is_same:
        print(f"changed: {row['wording']}\n     to: {now}")
    elif row["remark"]:
        print(f"lacking: {now} ({row['remark']})")
    return {
        "source": row["source"],
        "grammatical": is_same and bool(row["grammatical"]),
        "sensible": is_same and bool(row["sensible"]),
        "by_rule": is_sure([row["proposal"]]),
        "changed": not is_same,
    }


def _figures(judged: Sequence[Mapping[str, object]]) -> str:
    size = max(1, len(judged))
    sure = [one for one in judged if one["by_rule"]]
    shares = {
        name: round(sum(bool(one[name]) for one in judged) / size, 3)
        for name in ("grammatical", "sensible", "by_rule")
    }
    of_sure = sum(bool(one["sensible"]) for one in sure) / max(1, len(sure))
    changed = sum(bool(one["changed"]) for one in judged)
    return json.dumps(
        {"n": len(judged), **shares, "sensible_by_rule": round(of_sure, 3), "changed": changed}
    )


if __name__ == "__main__":
    main()
