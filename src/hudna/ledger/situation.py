"""What a window of the ledger says of agreements: the board of a day, alleged violations, their counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hudna.ledger.accords import Accord
from hudna.ledger.violation_counts import Cell, Day, Tally
from hudna.model.assertions import AgreementMention, Event, Figure
from hudna.model.entries import Disagreement, InForce, Support, Violation
from hudna.model.rows import Row


@dataclass(frozen=True, slots=True)
class Situation:
    """An accord on a day, with what is alleged since each of its starts: incidents, and days that were
    reported on and on which nothing is alleged."""

    accord: Accord
    state: InForce
    alleged: tuple[int | None, ...]
    calm: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The accords in force on a day that the ledger speaks of, the latest first; `unmentioned` are those that
    are in force by the register alone and that nothing is alleged against. `records` are those that allege
    something, by id."""

    standing: tuple[Situation, ...]
    unmentioned: tuple[Situation, ...]
    records: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alleged:
    """Candidates for violations of one record, one an accord, the latest accord first, and the record."""

    row: Row[Event] | Row[AgreementMention]
    violations: tuple[Violation, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of alleged violations in a window, its days, and what the guarantors count themselves.

    `examples` is one record a cell of any window, `records` are all that were counted, by id, `rests_on`
    those that the counts of the window itself rest on.
    """

    tally: Tally
    days: tuple[Day, ...]
    guarantors: Mapping[str, tuple[Row[Figure], ...]]
    examples: Mapping[Cell, Row[Any]]
    records: frozenset[str] = frozenset()
    rests_on: Mapping[Cell, tuple[Row[Any], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: the rows that make it, in order of publication, and what they rest on."""

    rows: tuple[Row[Any], ...]
    support: Support


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement with both its sides."""

    entry: Disagreement
    left: Claim
    right: Claim
