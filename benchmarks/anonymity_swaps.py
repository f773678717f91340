"""Make large test sets for `benchmarks.anonymity` by putting other names into sentences.

`python -m benchmarks.anonymity_swaps --names DIR --carriers FILE... --out FILE.jsonl [--small]
[--misspelt] [--held-out N]` takes the rows of the files (.jsonl or .conllu) that hold a person, and
writes each of them for every group with names drawn from DIR (the lists that
`interviews.anonymity.train_names` reads). Nothing of the lists is kept in the project.
"""

import argparse
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.anonymity import Row, Span, read
from interviews.anonymity.train_names import FIRST_NAMES, held_out, misspell, read_names

SEED = 4
_GREENLANDIC = re.compile(
    r"nnguaq$|aaq|qq|iaq$|liit$|luk$|^naja|^aqq|niviaq|ivalu|^pani|^arna|kunuk|^inuk|uteq|neq$|paluk$|suak$|unnuk|pilut|^nuka|ssiaq|aviaja|^malik$|minik"
)
_SOMALI = re.compile(
    r"^abdi(?!n$)|^cabd|^faduma?$|warsam|^ayaa?n|^hoda|^ifra|xas|^xaa|^maxa|^moham[eu]d$|axmed|^deeq|^guled|^yaasi|^nim[ck]o|^sahr|^hibo|^idil|^asha$|^ubah|^faisa|^leyla|^fart|^hali[mn]|^farhi|^liban|^jama|^mahad|^sagal|^bashi|^omar|^osman|^sucad|^suad|^ismaac|^caa?|^hamdi$|^halgan|^nuur|^saciid"
)
_FOREIGN = re.compile(
    r"cz|sz|rz|wicz|wsk|ws[zk]|dra?gan|escu$|iu$|[çğışăţȋ]|^al-|^el-|ullah$|^ng|uyen|hanh|^thi$|^thanh|zbig|wojc|kat[ae]rz|agnie|^mehm|^must|^muha|^ahm|^fat[im]|^hus[es]|^yus|^has[as]n|^khal|^ays|^öz|^yil|gül|oğlu|ine$|auska|ius$|^vlad|^oksa|^svet|^olek|ija$|iya$|slav"
)


def groups(ranks: dict[str, int]) -> dict[str, list[str]]:
    """First names by group; "rare" are those far down the lists with no foreign pattern."""
    found: dict[str, list[str]] = {
        name: [] for name in ("danish", "rare", "foreign", "somali", "greenlandic")
    }
    for name, rank in ranks.items():
        if len(name) < 3:
            continue
        if rank < 600:
            found["danish"].append(name)
        elif _GREENLANDIC.search(name):
            found["greenlandic"].append(name)
        elif _SOMALI.search(name):
            found["somali"].append(name)
        elif _FOREIGN.search(name):
            found["foreign"].append(name)
        elif 2000 < rank < 25000:
            found["rare"].append(name)
    return found


def cased(name: str) -> str:
    """The name with a capital at each part."""
    return "-".join(part[:1].upper() + part[1:] for part in name.split("-"))


def swap(
    row: Row, first: Sequence[str], last: Sequence[str], chance: random.Random, wrong: bool
) -> Row:
    """The row with other names in its person spans: first names, then a surname in longer spans."""
    text, spans, at = "", list[Span](), 0
    for span in row.spans:
        if span.label != "PERSON":
            continue
        text += row.text[at : span.start]
        old = row.text[span.start : span.end]
        parts = [chance.choice(first)]
        if " " in old:
            parts.append(chance.choice(last))
        if wrong:
            parts[0] = misspell(parts[0], chance)
        owner = "s" if old.endswith("s") and " " not in old and not parts[0].endswith("s") else ""
        name = " ".join(cased(part) for part in parts) + owner
        spans.append(Span(len(text), len(text) + len(name), "PERSON"))
        text += name
        at = span.end
    return Row(text + row.text[at:], tuple(spans))


def nameless(path: Path) -> list[str]:
    """The sentences of a .conllu file with known entities and no name in them."""
    texts = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        if "# ner = annotated" in block and "NE=" not in block and "PROPN" not in block:
            texts.append(block.split("# text = ")[1].split("\n")[0])
    return texts


def roughen(text: str, chance: random.Random) -> str:
    """The text as typed in a hurry: often no capitals, some odd ones, one word in 25 misspelt."""
    words = (text.lower() if chance.random() < 0.5 else text).split(" ")
    for place, word in enumerate(words):
        draw = chance.random()
        if draw < 0.04 and len(word) > 4 and word.isalpha():
            words[place] = misspell(word, chance)
        elif draw < 0.06 and place:
            words[place] = word[:1].upper() + word[1:]
    return " ".join(words)


def main() -> None:
    """Read the arguments and write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--carriers", type=Path, required=True, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--small", action="store_true", help="everything in lower case")
    parser.add_argument("--misspelt", action="store_true", help="one letter wrong in each name")
    parser.add_argument(
        "--held-out", type=int, default=0, help="only names that training leaves out"
    )
    parser.add_argument(
        "--harmless", action="store_true", help="sentences without names, roughened"
    )
    parser.add_argument("--times", type=int, default=2, help="rows for each carrier and group")
    arguments = parser.parse_args()
    chance = random.Random(SEED)
    if arguments.harmless:
        rough = [roughen(text, chance) for text in nameless(arguments.carriers[0])]
        lines = [json.dumps({"text": text, "spans": []}, ensure_ascii=False) for text in rough]
        arguments.out.write_text("\n".join(lines), encoding="utf-8")
        return
    ranks = read_names(arguments.names, FIRST_NAMES)
    surnames = list(read_names(arguments.names, ("surnames.txt",)))
    rows = [row for file in arguments.carriers for row in read(file)]
    carriers = [row for row in rows if any(span.label == "PERSON" for span in row.spans)]
    with arguments.out.open("w", encoding="utf-8") as file:
        for group, first in groups(ranks).items():
            if arguments.held_out:
                first = [name for name in first if held_out(name, arguments.held_out)]
            last = surnames[:500] if group in ("danish", "greenlandic") else first
            for row in carriers * arguments.times:
                file.write(
                    _line(
                        swap(row, first, last, chance, arguments.misspelt), group, arguments.small
                    )
                )


def _line(row: Row, group: str, small: bool) -> str:
    text = row.text.lower() if small else row.text
    spans = [{"start": s.start, "end": s.end, "label": s.label} for s in row.spans]
    return json.dumps({"text": text, "spans": spans, "group": group}, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
