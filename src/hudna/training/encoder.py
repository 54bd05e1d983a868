"""The encoder as a torch module, filled from E5, and its word table pruned to the scripts we read.

A BERT: layer norm after each addition, erf GELU, positions from 0, one type of token. It takes rows of the
word table, not ids: the table stays as it is through every training and is shared by all models.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from hudna.models.tokeniser import UNKNOWN, Vocabulary
from hudna.training.e5 import E5, Floats, Shape

_LATIN_KEPT = 8000


class Layer(nn.Module):
    """One transformer layer: attention, then feed-forward, each added and normalised."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        size = shape.hidden
        self.heads = shape.heads
        self.q, self.k, self.v, self.ao = (nn.Linear(size, size) for _ in range(4))
        self.fi, self.fo = nn.Linear(size, shape.inner), nn.Linear(shape.inner, size)
        self.aln = nn.LayerNorm(size, shape.epsilon)
        self.oln = nn.LayerNorm(size, shape.epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` [batch, length, hidden]; `bias` [batch, 1, 1, length], 0 where to look and very low
        elsewhere."""
        batch, length, size = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, size // self.heads).transpose(1, 2)

        q, k, v = split(self.q(x)), split(self.k(x)), split(self.v(x))
        # Written out: torch's fused attention takes half of a step's time on a CPU, and has no export.
        scores = q @ k.transpose(2, 3) / math.sqrt(size // self.heads) + bias.to(q.dtype)
        mixed = (scores.softmax(-1).to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, size)
        x = self.aln(x + self.drop(self.ao(mixed)))
        y: Tensor = self.oln(x + self.drop(self.fo(nn.functional.gelu(self.fi(x)))))
        return y


class Encoder(nn.Module):
    """Rows of the word table [batch, length, hidden] and a mask [batch, length] to states of the same
    shape."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.position = nn.Parameter(torch.zeros(shape.positions, shape.hidden))
        self.ln = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def embed(self, rows: Tensor) -> Tensor:
        """Rows of the word table with positions added, normalised."""
        x: Tensor = self.drop(self.ln(rows + self.position[: rows.shape[1]]))
        return x

    def through(self, x: Tensor, mask: Tensor, first: int = 0, last: int | None = None) -> Tensor:
        """States from the layers `first` to `last` (exclusive)."""
        bias = ((1.0 - mask.float()) * -1e4)[:, None, None, :]
        for layer in list(self.layers)[first:last]:
            x = layer(x, bias)
        return x

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        return self.through(self.embed(rows), mask)


def encoder(e5: E5, dropout: float = 0.1) -> Encoder:
    """E5's encoder; the row of its one type of token is added to every position."""
    made = Encoder(e5.shape, dropout)
    state = {"position": e5.tensors["emb.pos"] + e5.tensors["emb.type"][0]}
    state |= {f"ln.{new}": e5.tensors[f"emb.ln.{old}"] for new, old in (("weight", "w"), ("bias", "b"))}
    for name, tensor in e5.tensors.items():
        if not name.startswith("emb."):
            layer, part, kind = name.split(".")
            state[f"layers.{layer[1:]}.{part}.{'weight' if kind == 'w' else 'bias'}"] = tensor
    made.load_state_dict({name: torch.from_numpy(np.array(t, np.float32)) for name, t in state.items()})
    return made


@dataclass(frozen=True, slots=True)
class Words:
    """The pruned vocabulary with its table: `rows` int8 [pieces, hidden] times `scales` f32 [pieces]."""

    vocabulary: Vocabulary
    rows: NDArray[np.int8]
    scales: Floats

    def table(self) -> Floats:
        """The rows as they are read at run time, f32 [pieces, hidden]."""
        found: Floats = self.rows.astype(np.float32) * self.scales[:, None]
        return found


def prune(e5: E5) -> Words:
    """Keep specials, Arabic script, digits, punctuation and the best Latin pieces; the floor stays."""
    old = e5.vocabulary
    kept = list(range(UNKNOWN + 1)) + _kept(old.pieces[UNKNOWN + 1 :])
    table = e5.tensors["emb.word"][kept]
    scales = np.abs(table).max(axis=1) / 127
    rows = np.round(table / np.maximum(scales, 1e-9)[:, None]).astype(np.int8)
    pieces = [old.pieces[i] for i in kept]
    letters = {c for piece in pieces for c in piece}
    changes = {s: t for s, t in old.changes.items() if all(c in letters or c.isspace() for c in t)}
    vocabulary = Vocabulary(pieces, [old.scores[i] for i in kept], old.floor, changes)
    return Words(vocabulary, rows, scales.astype(np.float32))


def _kept(pieces: Sequence[str]) -> list[int]:
    """Ids of the pieces to keep; XLM-R's pieces stand in order of their scores, best first."""
    kept, latin = [], 0
    for i, piece in enumerate(pieces, UNKNOWN + 1):
        script = {_script(c) for c in piece.lstrip("▁")}
        if "other" in script or len(script - {"neutral"}) > 1:
            continue
        if "latin" in script:
            latin += 1
            if latin > _LATIN_KEPT:
                continue
        kept.append(i)
    return kept


def _script(character: str) -> str:
    if "\u0600" <= character <= "\u06ff":
        return "arabic"
    if character.isascii() or "\u00c0" <= character <= "\u024f":
        return "latin" if character.isalpha() else "neutral"
    return "neutral" if unicodedata.category(character)[0] in "PSN" else "other"
