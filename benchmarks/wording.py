"""How many first wordings are good Danish: `python -m benchmarks.wording`.

`data/wording-judged.jsonl` holds 100 proposals of the demonstration consultation with the wording
the engine gave and a person's verdict on its grammar. Each is worded again: one that has changed
counts as not judged. Prints what is wrong or changed, then one line of JSON: n, grammatical
(share of all), by_rule (share that a rule worded; the others name
the matter in a form that is always right) and changed.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from analysis.wording import word_initiative

SAFE = ("at det undersøges, hvordan kommunen kan imødekomme", "at det drøftes, hvordan kommunen")
JUDGED = Path(__file__).parent / "data" / "wording-judged.jsonl"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one list of verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=JUDGED)
    path = parser.parse_args(arguments).gold
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    right = by_rule = changed = 0
    for row in rows:
        now = word_initiative([row["proposal"]], row["key_terms"])
        by_rule += not now.startswith(SAFE)
        if now != row["wording"]:
            changed += 1
            print(f"changed: {row['wording']}\n     to: {now}")
        elif row["grammatical"]:
            right += 1
        else:
            print(f"wrong:   {now} ({row['remark']})")
    size = max(1, len(rows))
    figures = {
        "n": len(rows),
        "grammatical": round(right / size, 3),
        "by_rule": round(by_rule / size, 3),
        "changed": changed,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
