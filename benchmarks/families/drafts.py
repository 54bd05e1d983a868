"""Reports before they are written down: lines with the claims in them, and what is true of the claims."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from benchmarks.families.words import Pieces
from benchmarks.families.world import Name, Town

from hudna.model.annotations import SegmentKind
from hudna.model.assertions import Bound

About = Literal["figure", "denial", "date", "actor", "speaker"]
Judged = Literal["same", "compatible", "tension", "contradiction"]
BULLETIN, ROUND_UP, BESIDE = -1, -2, -3
"""The family of a report that is about no single event, or about what is told beside one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An assertion to come: its kind, what is true of it, and its values without the places of the words.

    `marked` is the field of the line whose words the assertion spans; `actor` and `place` name the field of
    theirs. `event` is the number of the event told; `variant` names what the claim says, so that the truth of
    two claims is that of their variants. `said`: by the statement of the same line.
    """

    kind: Literal["statement", "event", "figure", "agreement"]
    marked: str
    event: int | None = None
    variant: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    actor: tuple[str, Name] | None = None
    place: tuple[str, Town] | None = None
    said: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a report with the claims in it."""

    pieces: Pieces
    claims: tuple[Claim, ...] = ()
    kind: SegmentKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it is written down. `root` is the number of the report it copies in the end, its own
    if none; `origin` whom its account comes from."""

    lines: tuple[Line, ...]
    publisher: str
    published: date
    family: int
    origin: str
    root: int = -1

    @property
    def place(self) -> str:
        """The place of the first claim that has one."""
        places = (claim.place for line in self.lines for claim in line.claims if claim.place)
        return next((place[1].ar for place in places), "المنطقة")


@dataclass
class Desk:
    """One stream of chance, the drafts made with it, and the truth about their claims."""

    chance: random.Random
    drafts: list[Draft] = field(default_factory=list)
    verdicts: dict[tuple[str, str], tuple[About, Judged]] = field(default_factory=dict)

    def add(self, draft: Draft, root: int | None = None) -> int:
        """Keep a draft; its number."""
        number = len(self.drafts)
        self.drafts.append(replace(draft, root=number if root is None else root))
        return number

    def judge(self, left: str, right: str, about: About, verdict: Judged) -> None:
        """Note the truth of two variants."""
        self.verdicts[(min(left, right), max(left, right))] = (about, verdict)


def figure(
    kind: str, lower: float, bound: Bound, unit: str, population: str | None, since: date, until: date
) -> dict[str, object]:
    """The values of a figure; it is open above where its bound is."""
    upper = float(lower) if bound == "exact" else None
    return {
        "kind": kind, "lower": float(lower), "upper": upper, "bound": bound, "unit": unit,
        "population": population, "since": since.isoformat(), "until": until.isoformat(),
    }  # fmt: skip
