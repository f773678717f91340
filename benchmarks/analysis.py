"""How long the demonstration consultation takes: `python -m benchmarks.analysis`.

From nothing: the first analysis of a new process, models loaded and all. Again: a second call
with nothing new. After decisions: everything suggested anew with 200 decisions learnt.
Last line: JSON with n, seconds_from_nothing, seconds_again and seconds_relearn.
"""

import json
import time
from collections.abc import Callable

from analysis.analyse import analyse, relearn
from analysis.decide import decide
from analysis.model import Aspect
from benchmarks.demonstration import demonstration
from interviews.model import Role
from storage import open_store

DECIDED = 200


def seconds(work: Callable[[], object]) -> float:
    """Seconds on the clock that this work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the times."""
    with demonstration() as (url, consultation_id):
        with open_store(url) as store:
            first = seconds(lambda: analyse(store, consultation_id))
            count = len(store.theme_suggestions(consultation_id))
        with open_store(url) as store:
            second = seconds(lambda: analyse(store, consultation_id))
        with open_store(url) as store:
            for suggestion in store.theme_suggestions(consultation_id)[:DECIDED]:
                key = suggestion.theme_key or ""
                decide(store, [suggestion.statement_id], Aspect.THEME, key, Role.CONSULTANT)
            third = seconds(lambda: relearn(store, consultation_id))
    print(f"{count} statements from nothing {first:.1f} s, again {second:.2f} s")
    print(f"all suggested anew after {DECIDED} decisions {third:.1f} s")
    figures = {"seconds_from_nothing": first, "seconds_again": second, "seconds_relearn": third}
    print(json.dumps({"n": count, **{key: round(value, 3) for key, value in figures.items()}}))


if __name__ == "__main__":
    main()
