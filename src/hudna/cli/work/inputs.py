"""The inputs of `analyse` and `ingest`: what was not read is told, counted and decides the exit code."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from hudna.cli.errors import CANNOT_START, REJECTED, say
from hudna.model.rejected import HARMLESS, Rejected

_TOLD = 20
"""Rejected inputs named one by one on standard error; the others are counted."""


@dataclass(slots=True)
class Refusals:
    """The inputs of one call that gave no report, as they come."""

    reports: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, item: Rejected, tell: bool = True) -> None:
        """Count one; name it unless too many were named already or it calls for no action."""
        self.reasons[item.reason] += 1
        if tell and item.reason not in HARMLESS and self.refused <= _TOLD:
            say(f"not read ({item.reason}): {item.message}")

    @property
    def refused(self) -> int:
        """How many call for action."""
        return sum(count for reason, count in self.reasons.items() if reason not in HARMLESS)

    def close(self) -> int:
        """Say what was only counted; the exit code: 0, 1 if some were refused, 2 if no path was there."""
        if self.refused > _TOLD:
            say(f"and {self.refused - _TOLD} more were not read: {by_reason(self.reasons)}")
        if self.refused and not self.reports and set(self.reasons) <= {"not-found"}:
            return CANNOT_START
        return REJECTED if self.refused else 0


def by_reason(reasons: Mapping[str, int]) -> str:
    """«empty 2, not-arabic 1», the commonest first."""
    return ", ".join(f"{r} {n}" for r, n in sorted(reasons.items(), key=lambda item: (-item[1], item[0])))
