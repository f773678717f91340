"""Put names of many origins into spoken sentences: a test set for `benchmarks.anonymity`.

`python -m benchmarks.anonymity_names --out FILE.jsonl` writes every name of
benchmarks/data/names-by-origin.txt into eight sentences, twice: as it is spelt (group "somali") and
in small letters throughout (group "somali-small").
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

NAMES = Path(__file__).parent / "data" / "names-by-origin.txt"
SENTENCES = (
    "Jeg talte med {} i går",
    "{} har hjulpet mig meget",
    "Det er {} der råber om natten",
    "Vi sov hos {} i tre uger",
    "Så sagde {} at jeg skulle gå",
    "Min ven {} er død",
    "Hvis {} ikke var der ville jeg drikke igen",
    "De tog {} med på stationen",
)


def read_names(path: Path = NAMES) -> dict[str, list[str]]:
    """Lower-case names by group; groups stand in brackets, "#" starts a comment."""
    groups: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            groups[line.strip("[]")] = found = []
        elif line and not line.startswith("#"):
            found.extend(line.split())
    return groups


def rows() -> Iterator[dict[str, object]]:
    """Rows as `benchmarks.anonymity` reads them, one span each."""
    for group, names in read_names().items():
        for name in names:
            spelt = "-".join(part[:1].upper() + part[1:] for part in name.split("-"))
            for sentence in SENTENCES:
                start = sentence.index("{}")
                yield _row(sentence.format(spelt), start, len(spelt), group)
                yield _row(sentence.lower().format(name), start, len(name), f"{group}-small")


def _row(text: str, start: int, size: int, group: str) -> dict[str, object]:
    span = {"start": start, "end": start + size, "label": "PERSON"}
    return {"text": text, "spans": [span], "group": group}


def main() -> None:
    """Read the argument and write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in rows()]
    parser.parse_args().out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
