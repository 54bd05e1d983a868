"""Logistic regressions over words and over the mean state of an encoder: what a fine-tuned model is averaged
with, and the least it has to be better than."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from hudna.text.normalise import fold

Floats = NDArray[np.float64]
_POSITIVE = 3.0
"""Weight of a sentence that tells an event against one that does not, as there are ten of these for each."""
_WORD = re.compile(r"\w\w+")
_LETTERS = (3, 4, 5)
_RARE = {"words": 2, "letters": 3}
"""The sentences an n-gram must stand in to count."""


def over_words(texts: Sequence[str], shares: Floats, others: Sequence[str], strength: float = 10.0) -> Floats:
    """Learn from `texts` and the `shares` of people who saw an event; logits of `others`.

    tf-idf of words, pairs of words, and runs of three to five letters within words; `strength` is the
    inverse of the penalty on the weights.
    """
    folded, new = [fold(text) for text in texts], [fold(text) for text in others]
    kinds = [_Weights(folded, kind) for kind in _RARE]
    return _logits(_joined(kinds, folded), shares, _joined(kinds, new), strength)


def over_states(states: Tensor, shares: Floats, others: Tensor, strength: float = 0.05) -> Floats:
    """The same from the states of sentences [sentences, hidden], each dimension scaled alike."""
    mean, spread = states.mean(0), states.std(0)
    return _logits((states - mean) / spread, shares, (others - mean) / spread, strength)


class _Weights:
    """n-grams of one kind with their inverse document frequency, learned from some sentences."""

    def __init__(self, texts: Sequence[str], kind: str) -> None:
        self.kind = kind
        seen = Counter(gram for text in texts for gram in set(_grams(text, kind)))
        kept = sorted(gram for gram, count in seen.items() if count >= _RARE[kind])
        self.places = {gram: place for place, gram in enumerate(kept)}
        self.idf = [1 + np.log((1 + len(texts)) / (1 + seen[gram])) for gram in kept]

    def row(self, text: str) -> dict[int, float]:
        """Place and weight of each known n-gram; the weights have length 1."""
        counts = Counter(self.places[gram] for gram in _grams(text, self.kind) if gram in self.places)
        row = {place: (1 + np.log(count)) * self.idf[place] for place, count in counts.items()}
        length = np.sqrt(sum(value * value for value in row.values())) or 1.0
        return {place: value / length for place, value in row.items()}


def _grams(text: str, kind: str) -> Iterator[str]:
    words = _WORD.findall(text)
    if kind == "words":
        yield from words
        yield from (f"{first} {second}" for first, second in pairwise(words))
        return
    for word in text.split():
        padded = f" {word} "
        for size in _LETTERS:
            yield from (padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))


def _joined(kinds: Sequence[_Weights], texts: Sequence[str]) -> Tensor:
    """All kinds beside one another as one sparse matrix [texts, n-grams]."""
    rows, columns, weights, first = [], [], [], 0
    for kind in kinds:
        for number, text in enumerate(texts):
            row = kind.row(text)
            rows += [number] * len(row)
            columns += [first + place for place in row]
            weights += [float(value) for value in row.values()]
        first += len(kind.places)
    places = torch.tensor([rows, columns])
    values = torch.tensor(weights)
    return torch.sparse_coo_tensor(places, values, (len(texts), first), check_invariants=True).coalesce()


def _logits(features: Tensor, shares: Floats, others: Tensor, strength: float) -> Floats:
    """Fit by L-BFGS, the bias without a penalty."""
    weights = torch.zeros(features.shape[1], 1, requires_grad=True)
    bias = torch.zeros(1, requires_grad=True)
    goals = torch.from_numpy(shares).float()[:, None]
    positive = torch.tensor(_POSITIVE)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimiser.zero_grad()
        logits = features @ weights + bias
        told = nn.functional.binary_cross_entropy_with_logits(
            logits, goals, reduction="sum", pos_weight=positive
        )
        total: Tensor = strength * told + weights.square().sum() / 2
        total.backward()
        return total

    optimiser.step(loss)
    with torch.no_grad():
        found: Floats = (others @ weights + bias)[:, 0].double().numpy()
    return found
