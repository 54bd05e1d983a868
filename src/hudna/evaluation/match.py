"""One-to-one matching of what was annotated with what was found, and the counts that come of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Fact(Protocol):
    """What every gold fact has: one that is `optional` counts when found and is not missed when absent."""

    @property
    def optional(self) -> bool: ...


G = TypeVar("G", bound=Fact)
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found rightly, found wrongly, and missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float | None:
        """Right among the found; None where nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Found among the annotated; None where nothing is annotated."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean; None where there is nothing to find and nothing was found."""
        p, r = self.precision, self.recall
        if p and r:
            return 2 * p * r / (p + r)
        return 0.0 if self.tp + self.fp + self.fn else None


@dataclass(frozen=True, slots=True)
class Match(Generic[G, P]):
    """The pairs that agree, what was missed (optional facts left out), and what was found beyond gold."""

    pairs: tuple[tuple[G, P], ...]
    missed: tuple[G, ...]
    spurious: tuple[P, ...]

    @property
    def counts(self) -> Counts:
        """The matching in numbers."""
        return Counts(len(self.pairs), len(self.spurious), len(self.missed))


def match(gold: Sequence[G], found: Iterable[P], agree: Callable[[G, P], bool]) -> Match[G, P]:
    """Greedy matching: each fact, the optional ones last, takes the first record left that agrees with it."""
    left = list(found)
    pairs: list[tuple[G, P]] = []
    missed: list[G] = []
    for fact in sorted(gold, key=lambda fact: fact.optional):
        at = next((i for i, record in enumerate(left) if agree(fact, record)), None)
        if at is not None:
            pairs.append((fact, left.pop(at)))
        elif not fact.optional:
            missed.append(fact)
    return Match(tuple(pairs), tuple(missed), tuple(left))
