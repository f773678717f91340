"""Which spaCy pipeline reads, and loading it once."""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from language import places

if TYPE_CHECKING:
    from spacy.language import Language

SETTING = "TALEROER_SPACY_MODEL"


@cache
def pipeline() -> "Language":
    """The spaCy pipeline of this process.

    The package or path named by TALEROER_SPACY_MODEL (say, da_core_news_md); else the trained
    pipeline of the project; else, where that has been removed, spaCy's bare Danish tokeniser.
    Raises OSError when the setting names a model that is not installed.
    """
    import spacy

    wanted = os.environ.get(SETTING, "")
    if wanted:
        return spacy.load(wanted)
    own = _own()
    return spacy.load(own) if own else spacy.blank("da")


def _own() -> Path | None:
    path = places.ROOM / "pipeline"
    return path if (path / "config.cfg").exists() else None
