"""How fitted models are scored: exact entities, spans that overlap, classes with a threshold from other
folds."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int, str]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
FOLDS = 5


def exact(pairs: Iterable[tuple[Sequence[Span], Sequence[Span]]]) -> dict[str, float]:
    """F1 by label and over all for (gold, found) of each sentence, a span right with both ends and label."""
    right, gold, found = Counter[str](), Counter[str](), Counter[str]()
    for told, read in pairs:
        gold.update(label for _, _, label in told)
        found.update(label for _, _, label in read)
        right.update(label for _, _, label in set(told) & set(read))
    by_label = {name: f1(right[name], found[name], right[name], gold[name]) for name in sorted(gold)}
    return {**by_label, "all": f1(right.total(), found.total(), right.total(), gold.total())}


def overlap(pairs: Iterable[tuple[Sequence[Span], Sequence[Span]]]) -> dict[str, float]:
    """F1 by label and over all: a found span is right where it shares a word with a gold span of its label,
    and a gold span is found where it shares a word with one found."""
    counts = {key: Counter[str]() for key in ("right", "found", "met", "gold")}
    for told, read in pairs:
        counts["found"].update(span[2] for span in read)
        counts["gold"].update(span[2] for span in told)
        counts["right"].update(span[2] for span in read if _meets(span, told))
        counts["met"].update(span[2] for span in told if _meets(span, read))
    right, found, met, gold = counts.values()
    by_label = {name: f1(right[name], found[name], met[name], gold[name]) for name in sorted(gold)}
    return {**by_label, "all": f1(right.total(), found.total(), met.total(), gold.total())}


def f1(right: float, found: float, met: float, gold: float) -> float:
    """Harmonic mean of precision `right / found` and recall `met / gold`; 0 where there is nothing."""
    precision, recall = right / max(found, 1), met / max(gold, 1)
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def threshold(scores: Floats, gold: Flags) -> float:
    """The score from which counting gives the best F1, the curve smoothed over its neighbours."""
    candidates = np.quantile(scores, np.linspace(0.5, 0.999, 200))
    curve = [class_f1(scores >= candidate, gold) for candidate in candidates]
    smooth = np.convolve(np.pad(curve, 4, "edge"), np.full(9, 1 / 9), "valid")
    return float(candidates[int(smooth.argmax())])


def nested(scores: Floats, gold: Flags, folds: NDArray[np.int64]) -> Flags:
    """Decisions on each fold with the threshold that is best on the other folds."""
    found = np.zeros(len(gold), bool)
    for fold in range(FOLDS):
        here = folds == fold
        if here.any():
            found[here] = scores[here] >= threshold(scores[~here], gold[~here])
    return found


def class_f1(found: Flags, gold: Flags) -> float:
    """F1 of decisions."""
    right = float((found & gold).sum())
    return f1(right, float(found.sum()), right, float(gold.sum()))


def average_precision(scores: Floats, gold: Flags) -> float:
    """Mean of the precision at each gold sentence, in order of scores."""
    ranked = gold[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return round(float(precision[ranked].mean()), 4) if ranked.any() else 0.0


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] and label == span[2] for start, end, label in others)
