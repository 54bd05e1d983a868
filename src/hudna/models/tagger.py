"""A learned tagger: sentences to spans with labels, and classes of whole sentences.

The encoder is ONNX in 8 bits, its lower half shared by all heads; the word table is rows of int8 with a scale
each. Sentences are run in batches of like length, on one thread. The other sentences of a batch move a score
by some hundredths (activations are scaled by batch), so decisions near a threshold may differ with them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hudna.models.manifest import DATA, Head, Manifest, Missing, read_manifest
from hudna.models.spans import best_tags, spans_of, tag_set
from hudna.models.tokeniser import BOS, EOS, PAD, Tokeniser, read_vocabulary, word_pieces
from hudna.models.words import words

Floats = NDArray[np.float32]
_LOWER = "lower half"
_LENGTHS = (16, 32, 48, 64, 96, 128, 192, 256)
_BATCH = 256
"""Pieces of a batch, padding included; what larger ones compute leaves the cache of a core."""
_SLOWER = ["SkipLayerNormFusion"]
"""A rewriting of the graph that onnxruntime 1.32 does by itself and that takes a sixth longer on a CPU."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Words `start:end` of the sentence; `probability` is that of the least sure word."""

    start: int
    end: int
    layer: str
    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a model says of one sentence: spans in order of layer and start, the probability of each class."""

    spans: tuple[TaggedSpan, ...] = ()
    classes: Mapping[str, float] = field(default_factory=dict)


More = Callable[[int, Sequence[Tagged]], bool]
"""Whether a sentence, by its number, is worth the next heads after what the first said of its parts."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a sentence that fits into the encoder: ids with marks, and where each word's piece is."""

    sentence: int
    ids: tuple[int, ...]
    words: tuple[tuple[int, int], ...]
    places: tuple[int, ...]


class Tagger:
    """One model, opened by name; the weights are read when the first sentence comes."""

    def __init__(self, manifest: Manifest, folder: Path) -> None:
        self.manifest = manifest
        self._folder = folder

    @classmethod
    def open(cls, name: str, folder: Path = DATA) -> "Tagger | Missing":
        """The model of this name; `Missing` says why there is none. Nothing is raised."""
        manifest = read_manifest(name, folder)
        return manifest if isinstance(manifest, Missing) else cls(manifest, folder)

    def tag(
        self, sentences: Sequence[str], heads: Sequence[str] | None = None, more: More | None = None
    ) -> list[Tagged]:
        """What the heads named (all if None) say of each sentence; offsets are into the sentence.

        The heads after the first are run on the sentences of which `more`, if given, is true.
        """
        found: list[list[Tagged]] = [[] for _ in sentences]
        parts = [part for i, text in enumerate(sentences) for part in self._parts(i, text)]
        for batch, length in _batches(parts):
            states, mask = self._states(batch, length)
            rows = list(range(len(batch)))
            for number, name in enumerate(self.manifest.heads if heads is None else heads):
                if number == 1 and more:
                    rows = [row for row in rows if more(batch[row].sentence, found[batch[row].sentence])]
                if not rows:
                    break
                outputs = self._sessions[name].run(None, {"states": states[rows], "mask": mask[rows]})
                for row, word_logits, class_logits in zip(rows, *outputs, strict=True):
                    part, head = batch[row], self.manifest.heads[name]
                    found[part.sentence].append(_read(part, head, word_logits, class_logits))
        return [_joined(each) for each in found]

    def _parts(self, sentence: int, text: str) -> Iterator[_Part]:
        pieces = self._tokeniser(text)
        spots = words(text)
        placed = [(w, p) for w, p in zip(spots, word_pieces(pieces, spots), strict=True) if p is not None]
        room = _LENGTHS[-1] - 2
        while placed:
            first = placed[0][1]
            fitting = [(word, place) for word, place in placed if place - first < room]
            placed = placed[len(fitting) :]
            last = min(placed[0][1] if placed else len(pieces.ids), first + room)
            yield _Part(
                sentence,
                (BOS, *pieces.ids[first:last], EOS),
                tuple(word for word, _ in fitting),
                tuple(place - first + 1 for _, place in fitting),
            )

    def _states(self, batch: Sequence[_Part], length: int) -> tuple[Floats, Floats]:
        """States of the lower half [batch, length, hidden] and the mask [batch, length]."""
        ids = np.full((len(batch), length), PAD, np.int64)
        for row, part in enumerate(batch):
            ids[row, : len(part.ids)] = part.ids
        rows, scales = self._table
        mask = (ids != PAD).astype(np.float32)
        inputs = {"rows": rows[ids].astype(np.float32) * scales[ids][..., None], "mask": mask}
        return self._sessions[_LOWER].run(None, inputs)[0], mask

    @cached_property
    def _tokeniser(self) -> Tokeniser:
        return Tokeniser(read_vocabulary(self._folder / self.manifest.vocabulary.name))

    @cached_property
    def _table(self) -> tuple[NDArray[np.int8], Floats]:
        """Rows int8 [pieces, hidden] and a scale f32 for each."""
        with np.load(self._folder / self.manifest.words.name) as arrays:
            return arrays["rows"], arrays["scales"]

    @cached_property
    def _sessions(self) -> "_Sessions":
        files = {name: self._folder / head.file.name for name, head in self.manifest.heads.items()}
        return _Sessions({_LOWER: self._folder / self.manifest.lower.name, **files})


class _Sessions(dict[str, Any]):
    """ONNX sessions by name, each made when it is first asked for."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        super().__init__()
        self._files = files

    def __missing__(self, name: str) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        path = str(self._files[name])
        made = onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
        self[name] = made
        return made


def _read(part: _Part, head: Head, word_logits: Floats, class_logits: Floats) -> Tagged:
    """Spans and classes of one part from the outputs [length, tags of all layers] and [classes]."""
    spans, at = [], 0
    for layer, labels in head.layers.items():
        tags = tag_set(labels)
        scores = word_logits[list(part.places), at : at + len(tags)]
        at += len(tags)
        chosen = best_tags(scores)
        sure = _softmax(scores)[np.arange(len(chosen)), chosen]
        for first, last, label in spans_of([tags[i] for i in chosen]):
            start, end = part.words[first][0], part.words[last - 1][1]
            spans.append(TaggedSpan(start, end, layer, label, float(sure[first:last].min())))
    chances = 1 / (1 + np.exp(-class_logits))
    return Tagged(tuple(spans), dict(zip(head.classes, chances.tolist(), strict=False)))


def _batches(parts: Sequence[_Part]) -> Iterator[tuple[list[_Part], int]]:
    """Batches of parts that share a length, with that length."""
    by_length: dict[int, list[_Part]] = {}
    for part in parts:
        length = next(size for size in _LENGTHS if len(part.ids) <= size)
        by_length.setdefault(length, []).append(part)
    for length, group in sorted(by_length.items()):
        size = max(1, _BATCH // length)
        for first in range(0, len(group), size):
            yield group[first : first + size], length


def _joined(parts: Sequence[Tagged]) -> Tagged:
    """What heads and parts say of one sentence as one; a class is as probable as in its most probable
    part."""
    spans = sorted((span for part in parts for span in part.spans), key=lambda s: (s.layer, s.start))
    classes: dict[str, float] = {}
    for part in parts:
        for name, chance in part.classes.items():
            classes[name] = max(chance, classes.get(name, 0.0))
    return Tagged(tuple(spans), classes)


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Floats = powers / powers.sum(axis=1, keepdims=True)
    return found
