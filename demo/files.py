"""Reads the files of the demonstration.

`labels.jsonl` is not loaded into a consultation: it is what people judged the statements to be
before any engine saw them, kept for measuring the engine.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent

Rows = list[dict[str, Any]]


def read_statements() -> Rows:
    """The rows of statements.jsonl: id, interview, theme, question, text, kind, wording, quotable.

    `theme` is the guide it was said under; the ids are those plan.toml and labels.jsonl use.
    """
    return _lines("statements.jsonl")


def read_labels() -> Rows:
    """The rows of labels.jsonl: id, tags (the main one first), proposal (0 or 1), theme.

    `theme` is what the statement is about, "other" where no theme fits.
    """
    return _lines("labels.jsonl")


def read_toml(name: str) -> dict[str, Any]:
    """One of the TOML files of this folder, as nested tables."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _lines(name: str) -> Rows:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]
