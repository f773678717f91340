"""How the matrices of the trained pipeline are multiplied: by which library, on how many cores."""

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from spacy.language import Language


def with_numpy(nlp: "Language") -> "Language":
    """The same pipeline, every layer multiplying with numpy.

    thinc's own products (blis) do not know every processor; where they do not, they take four
    times as long as numpy's.
    """
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        for layer in part.model.walk() if hasattr(part, "model") else ():
            layer.ops = ops
    return nlp


def on_one_core() -> AbstractContextManager[object]:
    """A stretch of work in which numpy multiplies on one core.

    The matrices of a sentence or of some hundred decisions are so small that waking a second core
    takes longer than the product; on a busy machine it waits for it, and takes ten times as long.
    """
    limited: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limited


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()  # finds the loaded libraries, which takes milliseconds
