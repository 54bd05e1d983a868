"""The comparisons of the ledger as `hudna.compose.resolution` runs them: what each looks at, its keys and its
step. A greater version of a step makes every ledger compare anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import is_
from typing import Any, Literal

from hudna.ledger import accord_dates, incidents, sayings, scopes
from hudna.ledger.places import Map
from hudna.ledger.scenes import Lore, Scene, scenes
from hudna.model.assertions import AgreementMention, Figure
from hudna.model.links import Link
from hudna.model.rows import Row
from hudna.packs.comparing import load_comparing
from hudna.packs.schema import Pack

_Kind = Literal["report", "statement", "event", "figure", "agreement"]
_REMEMBERED = 200_000
"""Pairs of marks remembered, about 150 bytes each."""
_REPORTS = 1_024


def load_lore(pack: Pack) -> Lore:
    """What comparing knows beside the records."""
    return Lore(Map(pack.places), load_comparing())


class _Scenes:
    """The tellings of the last reports asked for, which events and figures both need."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Sequence[Row[Any]], tuple[Scene, ...]]] = {}

    def of(self, rows: Sequence[Row[Any]], lore: Lore) -> tuple[Scene, ...]:
        """The tellings of one report. Only the very same rows are remembered: others may be corrected."""
        if not rows:
            return ()
        known, made = self._made.get(rows[0].report, ((), ()))
        if len(known) == len(rows) and all(map(is_, known, rows)):
            return made
        if len(self._made) > _REPORTS:
            self._made.clear()
        made = scenes(rows, lore)
        self._made[rows[0].report] = tuple(rows), made
        return made


class _Memory:
    """What came of comparing two records, by their marks.

    The tellings of copies say the same, so most pairs have been compared before. Records of one report are
    compared anew: these are the only ones whose place in the text, or whose ids, say something.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Link | None] = {}

    def link(
        self, left: Any, right: Any, lore: Lore, compare: Callable[[Any, Any, Lore], Link | None]
    ) -> Link | None:
        """The link between two marked records, `left` with the smaller id."""
        if left.row.report == right.row.report:
            return compare(left, right, lore)
        marks = (left.mark, right.mark)
        if marks not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            link = self._known[marks] = compare(left, right, lore)
            if link is None:  # either way round
                self._known[right.mark, left.mark] = None
        known = self._known[marks]
        if known is None:
            return None
        # Not a copy of the features but the same object: a ledger writes what is the same once.
        return Link(known.kind, left.id, right.id, known.verdict, known.weight, known.features, known.step)


@dataclass(frozen=True, slots=True)
class Events:
    """Events, each with the figures told with it."""

    lore: Lore
    scenes: _Scenes
    memory: _Memory = field(default_factory=_Memory)
    step: str = incidents.STEP
    kinds: tuple[_Kind, ...] = ("event", "figure", "agreement")

    def gather(self, rows: Sequence[Row[Any]]) -> tuple[Scene, ...]:
        """The tellings of one report."""
        return self.scenes.of(rows, self.lore)

    def keys(self, record: Scene) -> tuple[str, ...]:
        """Family, days, governorate or sides."""
        return incidents.keys(record, self.lore)

    def compare(self, left: Scene, right: Scene) -> Link | None:
        """Whether two tellings are of one event."""
        return self.memory.link(left, right, self.lore, incidents.compare)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures, those of an event with the event."""

    lore: Lore
    scenes: _Scenes
    memory: _Memory = field(default_factory=_Memory)
    step: str = scopes.STEP
    kinds: tuple[_Kind, ...] = ("event", "figure", "agreement")

    def gather(self, rows: Sequence[Row[Any]]) -> tuple[scopes.Count, ...]:
        """The numbers of one report."""
        figures = [row for row in rows if isinstance(row.assertion, Figure)]
        return scopes.counts(figures, self.scenes.of(rows, self.lore), self.lore) if figures else ()

    def keys(self, record: scopes.Count) -> tuple[str, ...]:
        """Kind, people, and where and when."""
        return scopes.keys(record, self.lore)

    def compare(self, left: scopes.Count, right: scopes.Count) -> Link | None:
        """Whether two numbers can both hold."""
        return self.memory.link(left, right, self.lore, scopes.compare)


@dataclass(frozen=True, slots=True)
class Agreements:
    """Mentions of accords with a date."""

    lore: Lore
    step: str = accord_dates.STEP
    kinds: tuple[_Kind, ...] = ("agreement",)

    def keys(self, record: Row[AgreementMention]) -> tuple[str, ...]:
        """The accord, or place and time."""
        return accord_dates.keys(record, self.lore)

    def compare(self, left: Row[AgreementMention], right: Row[AgreementMention]) -> Link | None:
        """Whether two mentions give one accord the same dates."""
        return accord_dates.compare(left, right, self.lore)


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements by what is said in them."""

    lore: Lore
    memory: _Memory = field(default_factory=_Memory)
    step: str = sayings.STEP
    kinds: tuple[_Kind, ...] = ("statement",)

    def gather(self, rows: Sequence[Row[Any]]) -> tuple[sayings.Saying, ...]:
        """The sayings of one report."""
        return tuple(sayings.saying(row, self.lore) for row in rows)

    def keys(self, record: sayings.Saying) -> tuple[str, ...]:
        """A sketch of the words and the time."""
        return sayings.keys(record)

    def asks(self, record: sayings.Saying) -> tuple[str, ...]:
        """The same of its time, and of what has none."""
        return sayings.asks(record)

    def compare(self, left: sayings.Saying, right: sayings.Saying) -> Link | None:
        """Whether one saying is given to one speaker."""
        return self.memory.link(left, right, self.lore, sayings.compare)


def claims(pack: Pack) -> tuple[Events, Figures, Agreements, Statements]:
    """Every comparison of assertions, in the order they are made in."""
    lore, told = load_lore(pack), _Scenes()
    return Events(lore, told), Figures(lore, told), Agreements(lore), Statements(lore)
