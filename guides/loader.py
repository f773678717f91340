"""Reads interview guides and the shared themes from TOML, and writes guides back to TOML."""

import json
from pathlib import Path
from typing import Any

from guides.model import Guide, Instruction, Local, Question, ThemeText
from guides.reading import GuideInvalid, Reader

__all__ = [
    "GuideInvalid",
    "load_guide",
    "load_shared",
    "load_themes",
    "parse_guide",
    "parse_themes",
    "to_toml",
]

FOLDER = Path(__file__).parent
SHARED = ("housing", "prevention", "health", "casework", "encounter")
_WORDS = ("begin", "anonymity", "stopping", "bad_news", "danger", "never_write")
_TOP = {"id", "theme", "version", "title", "purpose", "instruction", "read_aloud", "question"}


def load_guide(path: Path) -> Guide:
    """The guide in the file at `path` (UTF-8). Raises `GuideInvalid`, or OSError if unreadable."""
    return parse_guide(path.read_text(encoding="utf-8"), path.name)


def load_shared() -> tuple[Guide, ...]:
    """The five guides that come with the program, in their fixed order."""
    return tuple(load_guide(FOLDER / f"{key}.toml") for key in SHARED)


def load_themes() -> tuple[ThemeText, ...]:
    """The five shared themes with descriptions, examples and seed words, in their fixed order."""
    return parse_themes((FOLDER / "themes.toml").read_text(encoding="utf-8"), "themes.toml")


def parse_guide(text: str, name: str) -> Guide:
    """The guide in a TOML text; `name` is what error messages call it.

    Raises `GuideInvalid` with every fault found, each with its line.
    """
    reader = Reader(text, name)
    top = reader.data
    reader.only(top, (), _TOP | {"ending"})
    guide = Guide(
        id=reader.slug(top, (), "id"),
        theme_key=reader.slug(top, (), "theme"),
        version=reader.number(top, (), "version"),
        title=reader.local(top, (), "title"),
        purpose=reader.local(top, (), "purpose"),
        instruction=_instruction(reader),
        read_aloud=reader.local(top, (), "read_aloud"),
        questions=_questions(reader),
        ending=reader.local(top, (), "ending"),
    )
    reader.finish()
    return guide


def parse_themes(text: str, name: str) -> tuple[ThemeText, ...]:
    """The themes in a TOML text, in the order of the file. Raises `GuideInvalid`."""
    reader = Reader(text, name)
    reader.only(reader.data, (), {"theme"})
    tables = _tables(reader, "theme")
    themes = tuple(_theme(reader, table, number) for number, table in tables)
    _unique(reader, "theme", [(n, theme.key) for (n, _), theme in zip(tables, themes, strict=True)])
    reader.finish()
    return themes


def to_toml(guide: Guide) -> str:
    """`guide` as TOML text; `parse_guide` reads it back to an equal guide."""
    top = [f'id = "{guide.id}"', f'theme = "{guide.theme_key}"', f"version = {guide.version}"]
    parts = [("title", guide.title), ("purpose", guide.purpose)]
    parts += [(f"instruction.{word}", getattr(guide.instruction, word)) for word in _WORDS]
    parts.append(("read_aloud", guide.read_aloud))
    blocks = ["\n".join(top)]
    blocks += [f"[{key}]\n{_pair_lines(text)}" for key, text in parts]
    blocks += [_question_block(question) for question in guide.questions]
    blocks.append(f"[ending]\n{_pair_lines(guide.ending)}")
    return "\n\n".join(blocks) + "\n"


def _instruction(reader: Reader) -> Instruction:
    table = reader.table(reader.data, (), "instruction")
    reader.only(table, ("instruction",), set(_WORDS))
    return Instruction(**{word: reader.local(table, ("instruction",), word) for word in _WORDS})


def _questions(reader: Reader) -> tuple[Question, ...]:
    tables = _tables(reader, "question")
    questions = tuple(_question(reader, table, number) for number, table in tables)
    pairs = [(n, question.key) for (n, _), question in zip(tables, questions, strict=True)]
    _unique(reader, "question", pairs)
    return questions


def _question(reader: Reader, table: dict[str, Any], number: int) -> Question:
    place = ("question", number)
    reader.only(table, place, {"key", "da", "en", "probes"})
    probes = []
    for at, probe in enumerate(reader.items(table, place, "probes")):
        spot = (*place, "probes", at)
        if isinstance(probe, dict):
            reader.only(probe, spot, {"da", "en"})
            probes.append(reader.pair(probe, spot))
        else:
            reader.fault(spot, "not_table", type(probe).__name__)
    return Question(reader.slug(table, place, "key"), reader.pair(table, place), tuple(probes))


def _theme(reader: Reader, table: dict[str, Any], number: int) -> ThemeText:
    place = ("theme", number)
    reader.only(table, place, {"key", "name", "description", "examples", "seed_words"})
    return ThemeText(
        key=reader.slug(table, place, "key"),
        name=reader.local(table, place, "name"),
        description=reader.text(table, place, "description"),
        examples=_texts(reader, table, place, "examples"),
        seed_words=_texts(reader, table, place, "seed_words"),
    )


def _texts(
    reader: Reader, table: dict[str, Any], place: tuple[str | int, ...], key: str
) -> tuple[str, ...]:
    values = reader.items(table, place, key)
    if not values:
        reader.fault((*place, key), "too_few")
    for at, value in enumerate(values):
        if not isinstance(value, str):
            reader.fault((*place, key, at), "not_text", type(value).__name__)
    return tuple(value for value in values if isinstance(value, str))


def _tables(reader: Reader, key: str) -> list[tuple[int, dict[str, Any]]]:
    """The tables of a list with their places; at least one is needed."""
    values = reader.items(reader.data, (), key)
    if not values:
        reader.fault((key,), "too_few")
    for number, value in enumerate(values):
        if not isinstance(value, dict):
            reader.fault((key, number), "not_table", type(value).__name__)
    return [(number, value) for number, value in enumerate(values) if isinstance(value, dict)]


def _unique(reader: Reader, kind: str, keys: list[tuple[int, str]]) -> None:
    seen: set[str] = set()
    for number, key in keys:
        if key and key in seen:
            reader.fault((kind, number, "key"), "duplicate", key)
        seen.add(key)


def _pair_lines(text: Local) -> str:
    return f"da = {_string(text.da)}\nen = {_string(text.en)}"


def _question_block(question: Question) -> str:
    lines = ["[[question]]", f'key = "{question.key}"', _pair_lines(question.text)]
    if question.probes:
        probes = [f"  {{ da = {_inline(p.da)}, en = {_inline(p.en)} }}," for p in question.probes]
        lines += ["probes = [", *probes, "]"]
    return "\n".join(lines)


def _inline(text: str) -> str:
    """A basic TOML string: JSON's escapes are TOML's, save that TOML wants DEL escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _string(text: str) -> str:
    """A basic string, over several lines where the text has them."""
    if "\n" not in text:
        return _inline(text)
    lines = [_inline(line)[1:-1] for line in text.split("\n")]
    return '"""\n' + "\n".join(lines) + '"""'
