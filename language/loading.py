"""Which spaCy pipeline reads, and loading it once."""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from language import places

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def pipeline() -> "Language":
    """The spaCy pipeline of this process.

    The package or path named by TALEROER_SPACY_MODEL (say, da_core_news_md); else the trained
    pipeline of the project; else, where that has been removed, spaCy's bare Danish tokeniser.
    Raises OSError when the setting names a model that is not installed.
    """
    import spacy

    from language import compounds, edges, embedding, lemmas  # noqa: F401 (they register their parts with spaCy)
    from language.arithmetic import with_numpy

    compounds.load()
    wanted = os.environ.get(places.SETTING, "")
    if wanted and places.pipeline() != Path(wanted):
        return with_numpy(spacy.load(wanted))
    own = places.pipeline()
    if not (own / "config.cfg").exists():
        return spacy.blank("da")
    return with_numpy(spacy.load(own))
