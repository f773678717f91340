"""Where the language engine keeps the files that it can build again."""

import os
from pathlib import Path

SETTING = "TALEROER_SPACY_MODEL"
MARK = "lemma_overrides.tsv"  # a file that only our own pipelines have
ROOM = Path(__file__).resolve().parent


def lists() -> Path:
    """The folder with the word lists that belong to the project."""
    return ROOM / "lists"


def pipeline() -> Path:
    """The folder of the trained pipeline and what was learnt with it; it need not exist.

    language/pipeline, or the folder named by TALEROER_SPACY_MODEL where that holds one of ours.
    """
    wanted = os.environ.get(SETTING, "")
    return Path(wanted) if wanted and (Path(wanted) / MARK).exists() else ROOM / "pipeline"


def cache() -> Path:
    """The folder for files built at first use: TALEROER_HOME/cache, or data/cache of the project.

    The folder need not exist, and may not be writable.
    """
    home = os.environ.get("TALEROER_HOME", "")
    return (Path(home) if home else ROOM.parent / "data") / "cache"
