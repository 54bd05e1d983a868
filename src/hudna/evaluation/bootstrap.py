"""Confidence intervals by drawing reports again, with replacement (percentile bootstrap)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from hudna.evaluation.match import Counts

DRAWS = 1_000
SEED = 20_161
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """The ends of a confidence interval of F1."""

    low: float
    high: float


def f1_interval(
    reports: Sequence[Counts], draws: int = DRAWS, seed: int = SEED, level: float = LEVEL
) -> Interval | None:
    """The interval of the F1 of all reports together; None where fewer than two reports have anything.

    Whole reports are drawn, since the facts of one report fail together. The same input gives the same
    interval on every machine.
    """
    counts = [(c.tp, c.fp, c.fn) for c in reports if c.tp + c.fp + c.fn]
    if len(counts) < 2:
        return None
    rng = random.Random(seed)
    drawn = sorted(_f1(rng.choices(counts, k=len(counts))) for _ in range(draws))
    edge = int(draws * (1 - level) / 2)
    return Interval(drawn[edge], drawn[draws - 1 - edge])


def _f1(counts: Sequence[tuple[int, int, int]]) -> float:
    tp = sum(c[0] for c in counts)
    wrong = sum(c[1] + c[2] for c in counts)
    return 2 * tp / (2 * tp + wrong)
