"""How well and how fast Danish is read.

    python -m benchmarks.language --gold FILE.conllu     tags, lemmas, names; clean and as notes
    python -m benchmarks.language --compounds [FILE]     compounds apart, plain words left whole
    python -m benchmarks.language --speed FILE           texts a second of the light reading,
                                                         the vectors and the start (a text a line)

Each prints lines for people and one line of JSON last.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from language import augment, corpus
from language.evaluate import Figures, evaluate
from language.loading import pipeline

COMPOUNDS = Path(__file__).resolve().parents[1] / "tests/unit/language/compounds.tsv"
SEED = 7


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measurements that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--compounds", type=Path, nargs="?", const=COMPOUNDS)
    parser.add_argument("--speed", type=Path)
    asked = parser.parse_args(arguments)
    if asked.compounds:
        print(json.dumps(measure_compounds(asked.compounds)))
    if asked.speed:
        print(json.dumps(measure_speed(asked.speed)))
    if asked.gold:
        print(json.dumps(measure_reading(asked.gold)))


def measure_reading(path: Path) -> dict[str, object]:
    """Figures on the treebank as it is; the same sentences as notes are printed only."""
    sentences = list(corpus.read_sentences(path))
    print(f"{path.name}: {len(sentences)} sentences, gold words, {pipeline().meta['name']}")
    evaluate(pipeline(), sentences[:1])  # the word list is loaded at first use, half a second
    figures = evaluate(pipeline(), sentences)
    _print("as it is", figures)
    print(f"{'sentence starts':26} {_starts(sentences)}")
    for label, worn in _worn(sentences).items():
        _print(label, evaluate(pipeline(), worn))
    return figures.as_json()


def _starts(sentences: Sequence[corpus.Sentence]) -> str:
    """How many inner starts the model finds in three sentences run together, and how surely."""
    from spacy.tokens import Doc

    lines = []
    for label, wear in (("as it is", lambda s: s), ("lower case, no marks", augment.lowered)):
        right = found = gold = 0
        for first in range(0, len(sentences) - 2, 3):
            group = [wear(sentence).words for sentence in sentences[first : first + 3]]
            doc = pipeline()(Doc(pipeline().vocab, [w.form for words in group for w in words]))
            starts = {len(group[0]), len(group[0]) + len(group[1])}
            seen = {token.i for token in doc if token.i and token.is_sent_start}
            right, found, gold = right + len(starts & seen), found + len(seen), gold + len(starts)
        lines.append(f"{label}: p {right / max(1, found):.3f} r {right / max(1, gold):.3f}")
    return "; ".join(lines)


def _worn(sentences: Sequence[corpus.Sentence]) -> dict[str, list[corpus.Sentence]]:
    rng = random.Random(SEED)
    lower = [augment.lowered(sentence) for sentence in sentences]
    plain = [augment.ascii_letters(sentence) for sentence in lower]
    return {
        "lower case, no marks": lower,
        "and ae/oe/aa": plain,
        "and slips in 7 % of words": [augment.slipped(sentence, rng) for sentence in plain],
    }


def _print(label: str, figures: Figures) -> None:
    names = "  ".join(
        f"{name} {s.f:.3f} (p {s.p:.3f} r {s.r:.3f})" for name, s in figures.ents.items()
    )
    print(
        f"{label:26} pos {figures.pos:.4f}  morph {figures.morph:.4f}  "
        f"both {figures.pos_and_morph:.4f}  lemma {figures.lemma:.4f}  "
        f"{figures.sentences_per_second:.0f} sentences/s\n{'':26} {names}"
    )


def measure_compounds(path: Path) -> dict[str, int]:
    """Words taken apart right, not at all or wrongly, and plain words that were split."""
    from language.words import compound_parts

    count = dict.fromkeys(("n", "right", "unsplit", "wrong", "simplex", "false_splits"), 0)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        word, _, answers = line.partition("\t")
        wanted = {tuple(answer.split()) for answer in answers.split("|") if answer.strip()}
        parts = compound_parts(word)
        verdict = _verdict(parts, wanted)
        count["n" if wanted else "simplex"] += 1
        if verdict in count:
            count[verdict] += 1
        if verdict in {"unsplit", "wrong", "false_splits"}:
            print(f"{verdict:12} {word}: {' + '.join(parts) or '-'}")
    return count


def _verdict(parts: tuple[str, ...], wanted: set[tuple[str, ...]]) -> str:
    if not wanted:
        return "false_splits" if parts else "left whole"
    if parts in wanted:
        return "right"
    return "wrong" if parts else "unsplit"


def measure_speed(path: Path) -> dict[str, float]:
    """Texts a second of each reading, on the lines of a text file, and memory at the end."""
    from language.reader import read, read_many, read_words, terms
    from language.vectors import default_embedder

    texts = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    result = {"texts": float(len(texts)), "letters": sum(map(len, texts)) / max(1, len(texts))}
    result["terms_per_second_cold"] = _rate(terms, texts, 1)
    result["terms_per_second"] = _rate(terms, texts, 20)
    result["words_per_second"] = _rate(read_words, texts, 20)
    result["readings_per_second"] = _rate(read, texts, 1)
    start = time.perf_counter()
    read_many(texts)
    result["readings_together_per_second"] = len(texts) / (time.perf_counter() - start)
    start = time.perf_counter()
    default_embedder().embed(texts)
    result["vectors_per_second"] = len(texts) / (time.perf_counter() - start)
    result["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for name, value in result.items():
        print(f"{name:28} {value:12,.1f}", file=sys.stdout)
    return {name: round(value, 1) for name, value in result.items()}


def _rate(work: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    start = time.perf_counter()
    for _ in range(rounds):
        for text in texts:
            work(text)
    return rounds * len(texts) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
