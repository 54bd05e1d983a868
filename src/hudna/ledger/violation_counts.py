"""Alleged violations counted: by kind, party accused and area, by day, and as the guarantors count them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hudna.ledger.gazetteer import Gazetteer
from hudna.ledger.violations import sides
from hudna.model.assertions import Figure, Statement
from hudna.model.edtf import is_edtf, window
from hudna.model.entries import Violation
from hudna.model.rows import Row

Cell = tuple[str, str, str]
"""Kind of act, party accused, area: what is counted apart."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many incidents are alleged, by (kind, party accused, area), in a window, in the one before of the
    same length, and since a stated date; counts of two windows are never added.

    `totals` are the incidents of each window: one that several are accused of stands in several cells.
    """

    now: Mapping[Cell, int]
    before: Mapping[Cell, int]
    since: Mapping[Cell, int]
    totals: tuple[int, int, int]


def tally(
    found: Iterable[Violation], gazetteer: Gazetteer, first: date, last: date, since: date,
    incidents: Mapping[str, str] | None = None,
) -> Tally:  # fmt: skip
    """Counts by kind, party accused and area; several tellings of one incident (`incidents`: record to
    incident) count once. What is not dated to days inside one window is counted in none."""
    length = last - first + timedelta(days=1)
    windows = ((first, last), (first - length, first - timedelta(days=1)), (since, last))
    seen: list[set[tuple[Cell, str]]] = [set(), set(), set()]
    for one in found:
        for counted, (start, end) in zip(seen, windows, strict=True):
            if inside(one.date, start, end):
                incident = (incidents or {}).get(one.record, one.record)
                counted.update((cell, incident) for cell in cells(one, gazetteer))
    now, before, cumulative = (Counter(cell for cell, _ in counted) for counted in seen)
    in_now, in_before, in_all = (len({incident for _, incident in counted}) for counted in seen)
    return Tally(now, before, cumulative, (in_now, in_before, in_all))


def cells(one: Violation, gazetteer: Gazetteer) -> tuple[Cell, ...]:
    """Where a candidate is counted: once for each party accused, "" where nobody is."""
    where = area(gazetteer, one.place)
    return tuple((one.kind, side, where) for side in sorted(sides(one.against)) or [""])


def area(gazetteer: Gazetteer, place: str | None) -> str:
    """The largest part of its country that holds a place (a governorate), "" where none is known."""
    if place is None:
        return ""
    chain = gazetteer.above(place)
    return chain[-2] if len(chain) > 1 else chain[0]


def inside(stated: str | None, first: date, last: date) -> bool:
    """Whether a date certainly lies on days of a window."""
    if stated is None or not is_edtf(stated):
        return False
    when = window(stated)
    if when.earliest is None or when.latest is None:
        return False
    return first <= when.earliest.date() and when.latest.date() <= last


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a window: alleged violations dated to it and reports published on it. Calm is a day that was
    reported on and on which nothing is alleged; without reports nothing was seen."""

    day: str
    records: tuple[str, ...]
    reports: int

    @property
    def calm(self) -> bool:
        """Whether the day was reported on and nothing is alleged of it."""
        return self.reports > 0 and not self.records


def days(found: Sequence[Violation], reports: Mapping[str, int], first: date, last: date) -> tuple[Day, ...]:
    """Every day of a window with the records dated to it; `reports` are numbers published by day."""
    dated: dict[str, dict[str, None]] = {}
    for one in found:
        if one.date and "/" not in one.date:
            dated.setdefault(one.date[:10], {})[one.record] = None
    span = [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    return tuple(Day(day, tuple(dated.get(day, ())), reports.get(day, 0)) for day in span)


def guarantors_counts(
    figures: Iterable[Row[Figure]], statements: Mapping[str, Row[Statement]], guarantors: Sequence[str]
) -> dict[str, tuple[Row[Figure], ...]]:
    """Counts of violations that guarantors give, by guarantor: to be shown side by side, never added.

    A count is theirs who recorded it, whoever passes it on; where nobody is named for it, the speaker's.
    """
    given: dict[str, list[Row[Figure]]] = {code: [] for code in guarantors}
    for row in figures:
        if row.assertion.kind != "violations":
            continue
        said = statements.get(row.assertion.said_by or "")
        by = row.assertion.counted_by or (said.assertion.speakers if said else ())
        for code in sides(by) & frozenset(guarantors):
            given[code].append(row)
    return {code: tuple(rows) for code, rows in given.items()}
