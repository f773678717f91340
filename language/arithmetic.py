"""Which library multiplies the matrices of the trained pipeline."""

from typing import TYPE_CHECKING

from thinc.api import NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language


def with_numpy(nlp: "Language") -> "Language":
    """The same pipeline, every layer multiplying with numpy.

    thinc's own products (blis) do not know every processor; where they do not, they take four
    times as long as numpy's.
    """
    ops = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        for layer in part.model.walk() if hasattr(part, "model") else ():
            layer.ops = ops
    return nlp
