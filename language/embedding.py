"""The first layer of the trained pipeline: hashed word features and small word vectors."""

from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

from language import features

ROWS = (4000, 1500, 500, 2500, 400, 1200, 2500, 500)
MEMORY = 300_000  # words kept; beyond that the memory starts anew
assert len(ROWS) == len(features.Features._fields)

_hashes: dict[
    int, NDArray[np.uint64]
] = {}  # by spaCy's hash of the token's text, equal in every process
_rows: dict[int, int] = {}


def word_features(width: int, table_width: int) -> Model[Any, Any]:
    """The layer: documents in, an array (tokens, width) for each out.

    One hash table of `table_width` for each feature, the vectors beside them, mixed by a maxout.
    """
    tables: list[Any] = [
        HashEmbed(table_width, rows, column=column, seed=column + 8, dropout=0.0)
        for column, rows in enumerate(ROWS)
    ]
    hashes: Model[Any, Any] = Model("word_features", _hash_forward)
    hashed: Any = chain(hashes, list2ragged(), with_array(concatenate(*tables)))
    rows: Model[Any, Any] = Model("word_vectors", _vector_forward)
    dense: Any = chain(rows, list2ragged())
    size = table_width * len(tables) + features.vectors().shape[1]
    mixed: Any = with_array(Maxout(width, size, nP=3, dropout=0.0, normalize=True))
    return chain(concatenate(hashed, dense), mixed, ragged2list())


registry.architectures("taleroer.WordFeatures.v1", func=word_features)


def _hash_forward(model: Any, docs: list[Doc], is_train: bool) -> Any:  # noqa: ARG001 (thinc's)
    return [model.ops.asarray2i(_hashed(doc), dtype="uint64") for doc in docs], _no_gradient


def _vector_forward(model: Any, docs: list[Doc], is_train: bool) -> Any:  # noqa: ARG001 (thinc's)
    table = features.vectors()
    return [model.ops.asarray2f(table[_vector_rows(doc)]) for doc in docs], _no_gradient


def _no_gradient(_: Any) -> list[Any]:
    return []  # the features are given, not learnt


def _hashed(doc: Doc) -> NDArray[Any]:
    rows = np.zeros((len(doc), len(ROWS)), dtype=np.uint64)
    for place, orth in enumerate(_orths(doc)):
        row = _hashes.get(orth)
        if row is None:
            if len(_hashes) >= MEMORY:
                _hashes.clear()
            columns = features.features(doc[place].text)
            row = np.array([spacy.strings.get_string_id(c) for c in columns], dtype=np.uint64)
            _hashes[orth] = row
        rows[place] = row
    return rows


def _vector_rows(doc: Doc) -> NDArray[Any]:
    rows = np.zeros(len(doc), dtype=np.int64)
    for place, orth in enumerate(_orths(doc)):
        row = _rows.get(orth)
        if row is None:
            if len(_rows) >= MEMORY:
                _rows.clear()
            row = _rows[orth] = features.vector_row(doc[place].text)
        rows[place] = row
    return rows


def _orths(doc: Doc) -> list[int]:
    found: list[int] = doc.to_array("ORTH").tolist()
    return found
