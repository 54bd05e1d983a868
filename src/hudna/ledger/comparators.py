"""The comparisons of the ledger as `hudna.resolution` runs them: what each looks at, under which keys, and
with which step. A greater version of a step makes every ledger compare anew."""

from collections.abc import Sequence
from dataclasses import dataclass
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


def load_lore(pack: Pack) -> Lore:
    """What comparing knows beside the records."""
    return Lore(Map(pack.places), load_comparing())


@dataclass(frozen=True, slots=True)
class Events:
    """Events, each with the figures told with it."""

    lore: Lore
    step: str = incidents.STEP
    kinds: tuple[_Kind, ...] = ("event", "figure", "agreement")

    def gather(self, rows: Sequence[Row[Any]]) -> tuple[Scene, ...]:
        """The tellings of one report."""
        return scenes(rows, self.lore)

    def keys(self, record: Scene) -> tuple[str, ...]:
        """Family, days, governorate or sides."""
        return incidents.keys(record, self.lore)

    def compare(self, left: Scene, right: Scene) -> Link | None:
        """Whether two tellings are of one event."""
        return incidents.compare(left, right, self.lore)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures, those of an event with the event."""

    lore: Lore
    step: str = scopes.STEP
    kinds: tuple[_Kind, ...] = ("event", "figure", "agreement")

    def gather(self, rows: Sequence[Row[Any]]) -> tuple[scopes.Count, ...]:
        """The numbers of one report."""
        figures = [row for row in rows if isinstance(row.assertion, Figure)]
        return scopes.counts(figures, scenes(rows, self.lore))

    def keys(self, record: scopes.Count) -> tuple[str, ...]:
        """Kind, people, and where and when."""
        return scopes.keys(record, self.lore)

    def compare(self, left: scopes.Count, right: scopes.Count) -> Link | None:
        """Whether two numbers can both hold."""
        return scopes.compare(left, right, self.lore)


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
    step: str = sayings.STEP
    kinds: tuple[_Kind, ...] = ("statement",)

    def gather(self, rows: Sequence[Row[Any]]) -> tuple[sayings.Saying, ...]:
        """The sayings of one report."""
        return tuple(sayings.saying(row) for row in rows)

    def keys(self, record: sayings.Saying) -> tuple[str, ...]:
        """A sketch of the words."""
        return sayings.keys(record)

    def compare(self, left: sayings.Saying, right: sayings.Saying) -> Link | None:
        """Whether one saying is given to one speaker."""
        return sayings.compare(left, right, self.lore)
