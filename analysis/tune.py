"""Teach the sentence model's upper layers: `python -m analysis.tune --corpus CORPUS.conllu`.

Two lessons at once. From the practice sentences: theme, kind, and whether something is asked for,
read by a linear layer, which is thrown away afterwards, along sixteen axes that hardly vary before.
From these and from general Danish (the corpus, MIT-licensed sentences of the Copenhagen Dependency
Treebank): in all other directions the vectors stay what they were, so that groups, links and
themes of a municipality's own are as good as before. In the last rounds the layers are rounded to
the four bits in which they are stored, so that they learn with the rounding (Esser et al. 2020).
Needs PyTorch (`pip install torch`), half an hour and two cores. Writes the layers
(`language/sentence_layers.npz`) and the axes (`shipped/taught_axes.npy`); then make the vectors of
the practice sentences (`python -m analysis.practice`) and the background (`python -m
analysis.background CORPUS.conllu`) anew.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from analysis import background, practice
from interviews.model import Kind
from interviews.setup import shared_themes
from language import sentence_model
from language.e5_torch import Encoder

TAUGHT = 6  # layers, of twelve
AXES = 16
GENERAL = 1500  # sentences of general Danish
ROUNDS, ROUNDED = 6, 2
BATCH = 32
RATE, HEAD_RATE, SCALE_RATE = 3e-4, 1e-2, 3e-5
WARM = 50  # steps
FIRST_WEIGHT = 10.0  # of the linear layer: large ones keep what is taught small beside the meaning
MEANING_WEIGHT = 0.7
KIND_WEIGHT = 0.4
SMOOTHING = 0.1
THEMES = (*(theme.key for theme in shared_themes()), practice.OTHER)
KINDS = tuple(Kind)


@dataclass(frozen=True)
class Lesson:
    """A sentence; theme, kind and asking are None where only its meaning is to be kept."""

    text: str
    labels: tuple[int, int, float] | None = None


@dataclass(frozen=True)
class Known:
    """What a text looks like under the taught layers, and the vector it had before."""

    hidden: Tensor
    before: Tensor


def main(arguments: Sequence[str] | None = None) -> None:
    """Teach, write layers and axes and print the losses of each round."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args(arguments)
    torch.manual_seed(0)
    lessons = [*_labelled(), *_general(chosen.corpus)]
    encoder = Encoder(TAUGHT)
    known = _read(encoder, [lesson.text for lesson in lessons])
    axes = quiet_axes(torch.stack([known[lesson.text].before for lesson in lessons]))
    head = nn.Linear(AXES, len(THEMES) + len(KINDS) + 1)
    nn.init.normal_(head.weight, 0, FIRST_WEIGHT)
    nn.init.zeros_(head.bias)
    teach(encoder, head, axes, lessons, known, chosen.rounds)
    encoder.save(sentence_model.LAYERS)
    np.save(background.AXES, axes.numpy())


def teach(
    encoder: Encoder,
    head: nn.Linear,
    axes: Tensor,
    lessons: Sequence[Lesson],
    known: dict[str, Known],
    rounds: int,
) -> None:
    """Go through the lessons `rounds` times, the last two with the layers in four bits."""
    before = torch.stack([known[lesson.text].before for lesson in lessons])
    spread = (before - before.mean(0)).pow(2).sum(1).mean()
    layers = list(encoder.taught.parameters())
    groups = [{"params": layers, "lr": RATE}, {"params": head.parameters(), "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.0)
    rates = [RATE, HEAD_RATE]
    steps, step = rounds * -(-len(lessons) // BATCH), 0
    rng = np.random.default_rng(0)
    for number in range(rounds):
        if number == rounds - ROUNDED:
            scales = encoder.in_four_bits()
            optimiser.add_param_group({"params": scales, "lr": SCALE_RATE})
            rates.append(SCALE_RATE)
        losses = []
        for batch in _batches(lessons, known, rng):
            slower = min(1.0, step / WARM) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * slower
            taught, kept = _losses(encoder, head, axes, batch, known)
            loss = taught + MEANING_WEIGHT * kept / spread
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 1.0)
            optimiser.step()
            step += 1
            losses.append((taught.item(), (kept / spread).item()))
        print(number, "taught {:.3f} meaning lost {:.3f}".format(*np.mean(losses, axis=0)))


def _losses(
    encoder: Encoder,
    head: nn.Linear,
    axes: Tensor,
    batch: Sequence[Lesson],
    known: dict[str, Known],
) -> tuple[Tensor, Tensor]:
    """How far the answers are from the labels, and the meaning from what it was."""
    encoder.taught.train()
    meaning, along = split(encoder.above([known[lesson.text].hidden for lesson in batch]), axes)
    kept, _ = split(torch.stack([known[lesson.text].before for lesson in batch]), axes)
    lost = (meaning - kept).pow(2).sum(1).mean()
    rows = [i for i, lesson in enumerate(batch) if lesson.labels]
    if not rows:
        return torch.zeros(()), lost
    themes, kinds, asks = zip(*(lesson.labels for lesson in batch if lesson.labels), strict=True)
    said = head(along[rows])
    first = len(THEMES)
    theme_loss = functional.cross_entropy(
        said[:, :first], torch.tensor(themes), label_smoothing=SMOOTHING
    )
    kind_loss = functional.cross_entropy(
        said[:, first:-1], torch.tensor(kinds), label_smoothing=SMOOTHING
    )
    smooth = torch.tensor(asks) * (1 - SMOOTHING) + SMOOTHING / 2
    asking_loss = functional.binary_cross_entropy_with_logits(said[:, -1], smooth)
    whole = theme_loss + KIND_WEIGHT * (kind_loss + asking_loss)
    return whole * len(rows) / len(batch), lost


def split(vectors: Tensor, axes: Tensor) -> tuple[Tensor, Tensor]:
    """The vectors beside the axes, length one, and along them in the same measure."""
    along = vectors @ axes
    rest = vectors - along @ axes.T
    length = rest.norm(dim=1, keepdim=True)
    return rest / length, along / length


def quiet_axes(vectors: Tensor) -> Tensor:
    """The sixteen directions in which these vectors vary least, shape (384, 16)."""
    centred = vectors - vectors.mean(0)
    return torch.linalg.eigh(centred.T @ centred)[1][:, :AXES].contiguous()


def _labelled() -> list[Lesson]:
    return [
        Lesson(s.text, (THEMES.index(s.theme_key), KINDS.index(s.kind), float(s.is_proposal)))
        for s in practice.written()
    ]


def _general(corpus: Path) -> list[Lesson]:
    lines = corpus.read_text(encoding="utf-8").splitlines()
    sentences = [line[9:].strip() for line in lines if line.startswith("# text = ")]
    return [Lesson(text) for text in sentences if 3 <= len(text.split()) <= 40][:GENERAL]


def _read(encoder: Encoder, texts: Sequence[str]) -> dict[str, Known]:
    below = dict(encoder.below(texts))
    read = list(below)  # like lengths together
    encoder.taught.eval()
    known: dict[str, Known] = {}
    with torch.no_grad():
        for first in range(0, len(read), BATCH):
            chosen = read[first : first + BATCH]
            before = encoder.above([below[text] for text in chosen])
            known |= {t: Known(below[t], row) for t, row in zip(chosen, before, strict=True)}
    return known


def _batches(
    lessons: Sequence[Lesson], known: dict[str, Known], rng: np.random.Generator
) -> Iterator[list[Lesson]]:
    """All lessons in batches of like length, the batches in a new order each time."""
    mixed: NDArray[np.intp] = rng.permutation(len(lessons))
    order = sorted(mixed, key=lambda i: len(known[lessons[i].text].hidden) // 4)
    firsts = np.arange(0, len(order), BATCH)
    for first in rng.permutation(firsts):
        yield [lessons[i] for i in order[first : first + BATCH]]


if __name__ == "__main__":
    main()
