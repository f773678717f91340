"""What the document door finds in documents given by path, and how long it takes.

    python -m benchmarks.documents FILE [FILE …]

For each file: what is there, as far as somebody has counted it (`COUNTED`), then paragraphs, notes,
the share of unknown words before and after all suggested repairs, statements told by citizens and
other sentences, goals and initiatives by theme, places and participants. Themes are the
five shared ones.
"""

import sys
import time
from collections import Counter
from pathlib import Path

from guides.loader import load_themes
from interviews.documents.model import Document
from interviews.documents.plan_parts import find_places, find_plan_parts
from interviews.documents.reading import read_document
from interviews.documents.scan_faults import repaired, suggest_repairs, unknown_share
from interviews.documents.statements import suggest_statements
from interviews.reading_files import FileUnreadable

COUNTED = {  # by hand, in the public documents the tool was tried on
    "slagelse-udsattepolitik-og-strategiplan-2013-2015.txt": {
        "initiatives": 33,
        "goals": 19,
        "quotes": 11,
        "retold": 34,
        "places": 9,
        "participants": 51,
    },
    "herning-masterplan-2017.txt": {"initiatives": 7, "goals": 7},
}


def main(paths: list[str]) -> None:
    """Prints a few lines for each file; a file that cannot be read is named with its code."""
    for path in map(Path, paths):
        begun = time.perf_counter()
        try:
            document = read_document(path.name, path.read_bytes())
        except FileUnreadable as error:
            print(f"{path.name}: {error}")
            continue
        read = time.perf_counter() - begun
        print(f"{path.name}: {len(document.paragraphs)} paragraphs in {read:.2f} s")
        print(f"  notes {document.notes}, left out {document.left_out}")
        if path.name in COUNTED:
            print(f"  there are {COUNTED[path.name]}")
        _show(document)


def _show(document: Document) -> None:
    themes = {theme.key: theme.name.da for theme in load_themes()}
    repairs = suggest_repairs(document)
    better = repaired(document, repairs)
    before, after = unknown_share(document), unknown_share(better)
    print(f"  unknown words {before:.1%}, with {len(repairs)} repairs {after:.1%}")
    found = suggest_statements(better, themes)
    told = [candidate for candidate in found if candidate.told]
    wordings = dict(Counter(candidate.wording.value for candidate in told))
    print(f"  told {len(told)} {wordings}, other sentences {len(found) - len(told)}")
    parts = find_plan_parts(better, themes)
    for part, count in Counter(p.part.value for p in parts).items():
        by_theme = dict(Counter(p.theme_hint for p in parts if p.part.value == part))
        print(f"  {part} {count} {by_theme}")
    places = find_places(better)
    print(f"  places {len(places)}, participants {sum(place.participants for place in places)}")


if __name__ == "__main__":
    if not sys.argv[1:] or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    main(sys.argv[1:])
