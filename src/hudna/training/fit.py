"""Fitting an encoder with heads over words and over whole sentences, on one core or on a GPU."""

import math
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from hudna.models.spans import tag_set
from hudna.models.tokeniser import BOS, EOS, PAD, Tokeniser, word_pieces
from hudna.training.encoder import Encoder
from hudna.training.examples import Example

_IGNORED = -100
_LONGEST = 256
"""Pieces a sentence keeps in training, marks included."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a model says: labels of each layer over words, and classes of whole sentences."""

    layers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    classes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to fit.

    `tokens` is the padded size of a batch; `frozen` the layers from below that stay as they are, run once
    over every sentence and not again; `positive` the weight of a positive class target against a negative
    one, `inside` that of a word in a span against one in none; `share` the part of the sentences without
    any label of a word and with all classes 0 that is read in an epoch, another part each time.
    """

    epochs: int = 5
    rate: float = 1e-4
    head_rate: float = 1e-3
    tokens: int = 1024
    warmup: float = 0.1
    frozen: int = 0
    share: float = 1.0
    positive: float = 1.0
    inside: float = 1.0
    smoothing: float = 0.0
    class_weight: float = 1.0
    decay: float = 0.01
    seed: int = 0


class Heads(nn.Module):
    """An encoder with one linear head over words and one over the mean of a sentence."""

    def __init__(self, encoder: Encoder, task: Task) -> None:
        super().__init__()
        self.encoder = encoder
        self.sizes = [len(tag_set(labels)) for labels in task.layers.values()]
        self.drop = nn.Dropout(0.1)
        size = encoder.shape.hidden
        self.words = nn.Linear(size, max(1, sum(self.sizes)))
        self.classes = nn.Linear(size, max(1, len(task.classes)))

    def forward(self, rows: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of words [batch, length, tags of all layers] and of sentences [batch, classes]."""
        return self.read(self.encoder(rows, mask), mask)

    def read(self, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The same from the states of the last layer."""
        states = self.drop(states)
        weights = mask.to(states.dtype)[..., None]
        mean = (states * weights).sum(1) / weights.sum(1)
        return self.words(states), self.classes(mean)


@dataclass(frozen=True, slots=True)
class _Sentence:
    ids: list[int]
    places: list[int | None]
    tags: list[list[int] | None]
    classes: list[float]
    weight: float
    states: Tensor | None = None
    """What the frozen layers make of it, [pieces, hidden]."""

    @property
    def empty(self) -> bool:
        """Whether it only says that nothing is there."""
        return all(tags is None for tags in self.tags) and not any(value > 0 for value in self.classes)


def device() -> torch.device:
    """The GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def prepare(examples: Sequence[Example], task: Task, tokeniser: Tokeniser) -> list[_Sentence]:
    """Ids with marks, the piece of each word, and targets; words behind `_LONGEST` pieces have no piece."""
    sets = {name: {tag: i for i, tag in enumerate(tag_set(labels))} for name, labels in task.layers.items()}
    found = []
    for example in examples:
        pieces = tokeniser(example.text)
        places = [
            None if at is None or at + 2 >= _LONGEST else at + 1 for at in word_pieces(pieces, example.words)
        ]
        tags = [
            [numbers[tag] for tag in example.tags[name]] if name in example.tags else None
            for name, numbers in sets.items()
        ]
        classes = [example.classes.get(name, math.nan) for name in task.classes]
        ids = [BOS, *pieces.ids[: _LONGEST - 2], EOS]
        found.append(_Sentence(ids, places, tags, classes, example.weight))
    return found


def fit(
    model: Heads,
    table: Tensor,
    sentences: Sequence[_Sentence],
    recipe: Recipe,
    say: Callable[[str], None] = print,
) -> None:
    """AdamW with warm-up and linear decay, gradients clipped to 1, bf16 where the machine multiplies it
    fast."""
    torch.manual_seed(recipe.seed)
    shuffler = random.Random(recipe.seed)
    where = device()
    model.to(where).train()
    table = table.to(where)
    if recipe.frozen:
        sentences = lowered(model, table, sentences, recipe.frozen)
        model.train()
    inner = [
        p
        for name, p in model.encoder.named_parameters()
        if not recipe.frozen or (name.startswith("layers.") and int(name.split(".")[1]) >= recipe.frozen)
    ]
    heads = [*model.words.parameters(), *model.classes.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=recipe.decay,
        fused=True,
    )
    total = recipe.epochs * len(list(_batches(_drawn(sentences, recipe, shuffler), recipe.tokens, shuffler)))
    warm = max(1, int(total * recipe.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (total - step) / max(1, total - warm)))
    )
    for epoch in range(recipe.epochs):
        begun, sums = time.process_time(), 0.0
        for batch in _batches(_drawn(sentences, recipe, shuffler), recipe.tokens, shuffler):
            with torch.autocast(where.type, torch.bfloat16):
                loss = _loss(model, table, batch, recipe, where)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            sums += float(loss.detach())
        say(f"  epoch {epoch + 1}/{recipe.epochs}: loss {sums:.1f}, {time.process_time() - begun:.0f} CPU-s")


def _batches(
    sentences: Sequence[_Sentence], tokens: int, shuffler: random.Random
) -> Iterator[list[_Sentence]]:
    """Batches of like length in a random order, each at most `tokens` when padded."""
    order = sorted(sentences, key=lambda s: (_padded([s]), shuffler.random()), reverse=True)
    batches: list[list[_Sentence]] = []
    while order:
        size = max(1, tokens // _padded(order[:1]))
        batches.append(order[:size])
        order = order[size:]
    shuffler.shuffle(batches)
    yield from batches


def _padded(sentences: Sequence[_Sentence]) -> int:
    """Few lengths, as kernels are made anew for every shape."""
    return -(-max(len(s.ids) for s in sentences) // 16) * 16


def _drawn(sentences: Sequence[_Sentence], recipe: Recipe, shuffler: random.Random) -> list[_Sentence]:
    """The sentences of one epoch."""
    if recipe.share >= 1:
        return list(sentences)
    empty = [s for s in sentences if s.empty]
    return [s for s in sentences if not s.empty] + shuffler.sample(empty, int(recipe.share * len(empty)))


@torch.no_grad()
def lowered(model: Heads, table: Tensor, sentences: Sequence[_Sentence], layers: int) -> list[_Sentence]:
    """The sentences with the states of the first `layers` layers, without dropout."""
    model.eval()
    found: list[_Sentence] = []
    for batch in _batches(sentences, 2048, random.Random(0)):
        rows, mask = _inputs(batch, table, device())
        with torch.autocast(device().type, torch.bfloat16):
            states = model.encoder.through(model.encoder.embed(rows), mask, 0, layers)
        for row, sentence in enumerate(batch):
            kept = states[row, : len(sentence.ids)].bfloat16().clone()
            found.append(replace(sentence, states=kept))
    return found


def _states(model: Heads, rows: Tensor, mask: Tensor, frozen: int) -> Tensor:
    """States of the last layer from rows of the table, or from the states of the frozen layers."""
    if not frozen:
        states: Tensor = model.encoder(rows, mask)
        return states
    return model.encoder.through(rows, mask, frozen)


def _inputs(batch: Sequence[_Sentence], table: Tensor, where: torch.device) -> tuple[Tensor, Tensor]:
    """Rows of the word table, or states of the frozen layers, [batch, length, hidden], and the mask."""
    longest = _padded(batch)
    if batch[0].states is not None:
        rows = torch.zeros(len(batch), longest, table.shape[1], device=where)
        mask = torch.zeros(len(batch), longest, dtype=torch.bool, device=where)
        for row, sentence in enumerate(batch):
            assert sentence.states is not None
            rows[row, : len(sentence.ids)] = sentence.states.float()
            mask[row, : len(sentence.ids)] = True
        return rows, mask
    ids = torch.full((len(batch), longest), PAD)
    for row, sentence in enumerate(batch):
        ids[row, : len(sentence.ids)] = torch.tensor(sentence.ids)
    ids = ids.to(where)
    return table[ids], ids != PAD


def _loss(
    model: Heads, table: Tensor, batch: Sequence[_Sentence], recipe: Recipe, where: torch.device
) -> Tensor:
    rows, mask = _inputs(batch, table, where)
    word_logits, class_logits = model.read(_states(model, rows, mask, recipe.frozen), mask)
    loss = torch.zeros((), device=where)
    at = 0
    for layer, size in enumerate(model.sizes):
        targets = torch.full(rows.shape[:2], _IGNORED)
        for row, sentence in enumerate(batch):
            for place, tag in zip(sentence.places, sentence.tags[layer] or (), strict=False):
                if place is not None:
                    targets[row, place] = tag
        if (targets != _IGNORED).any():
            loss = loss + nn.functional.cross_entropy(
                word_logits[..., at : at + size].float().transpose(1, 2),
                targets.to(where),
                weight=torch.tensor([1.0] + [recipe.inside] * (size - 1), device=where),
                ignore_index=_IGNORED,
                label_smoothing=recipe.smoothing,
            )
        at += size
    goals = torch.tensor([s.classes for s in batch], device=where)
    known = ~goals.isnan()
    if known.any():
        weights = torch.tensor([s.weight for s in batch], device=where)[:, None].expand_as(goals)
        goals = goals.nan_to_num()
        each = nn.functional.binary_cross_entropy_with_logits(
            class_logits.float(),
            goals,
            reduction="none",
            pos_weight=torch.tensor(recipe.positive, device=where),
        )
        loss = loss + recipe.class_weight * (each * weights)[known].mean()
    return loss


@dataclass(frozen=True, slots=True)
class Scores:
    """Logits of one sentence: for each layer [words, tags], for the classes [classes]."""

    layers: list[NDArray[np.float32]]
    classes: NDArray[np.float32]


@torch.no_grad()
def predict(model: Heads, table: Tensor, sentences: Sequence[_Sentence], tokens: int = 2048) -> list[Scores]:
    """Scores in the order of `sentences`; words without a piece score 0 for O and very low for the rest."""
    where = device()
    model.to(where).eval()
    table = table.to(where)
    found: dict[int, Scores] = {}
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].ids))
    while order:
        longest, size = len(sentences[order[-1]].ids), 1
        size = max(1, tokens // longest)
        part, order = order[-size:], order[:-size]
        rows, mask = _inputs([sentences[i] for i in part], table, where)
        with torch.autocast(where.type, torch.bfloat16):
            words, classes = model(rows, mask)
        for row, i in enumerate(part):
            found[i] = _scores(
                model.sizes, sentences[i], words[row].float().cpu(), classes[row].float().cpu()
            )
    return [found[i] for i in range(len(sentences))]


@torch.no_grad()
def means(model: Heads, table: Tensor, sentences: Sequence[_Sentence], tokens: int = 2048) -> Tensor:
    """The mean state of each sentence, of length 1, in their order: [sentences, hidden]."""
    where = device()
    model.to(where).eval()
    found = torch.zeros(len(sentences), table.shape[1])
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].ids))
    while order:
        size = max(1, tokens // len(sentences[order[-1]].ids))
        part, order = order[-size:], order[:-size]
        rows, mask = _inputs([sentences[i] for i in part], table.to(where), where)
        with torch.autocast(where.type, torch.bfloat16):
            states = model.encoder(rows, mask).float() * mask[..., None]
        found[part] = nn.functional.normalize(states.sum(1)).cpu()
    return found


def _scores(sizes: Sequence[int], sentence: _Sentence, words: Tensor, classes: Tensor) -> Scores:
    layers, at = [], 0
    for size in sizes:
        found = np.full((len(sentence.places), size), -20.0, np.float32)
        found[:, 0] = 0.0
        for word, place in enumerate(sentence.places):
            if place is not None:
                found[word] = words[place, at : at + size].numpy()
        layers.append(found)
        at += size
    return Scores(layers, classes.numpy())
