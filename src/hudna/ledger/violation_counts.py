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


@dataclass(frozen=True, slots=True)
class Tally:
    """How many incidents are alleged, by (kind, party accused, area), in a window, in the one before of the
    same length, and since a stated date; counts of two windows are never added."""

    now: Mapping[tuple[str, str, str], int]
    before: Mapping[tuple[str, str, str], int]
    since: Mapping[tuple[str, str, str], int]


def tally(
    found: Iterable[Violation], gazetteer: Gazetteer, first: date, last: date, since: date,
    incidents: Mapping[str, str] | None = None,
) -> Tally:  # fmt: skip
    """Counts by kind, party accused and area; several tellings of one incident (`incidents`: record to
    incident) count once. What is not dated to days inside one window is counted in none."""
    length = last - first + timedelta(days=1)
    windows = ((first, last), (first - length, first - timedelta(days=1)), (since, last))
    seen: list[set[tuple[tuple[str, str, str], str]]] = [set(), set(), set()]
    for one in found:
        cells = [(one.kind, side, area(gazetteer, one.place)) for side in sorted(sides(one.against)) or [""]]
        for counted, (start, end) in zip(seen, windows, strict=True):
            if _inside(one.date, start, end):
                counted.update((cell, (incidents or {}).get(one.record, one.record)) for cell in cells)
    now, before, cumulative = (Counter(cell for cell, _ in counted) for counted in seen)
    return Tally(now, before, cumulative)


def area(gazetteer: Gazetteer, place: str | None) -> str:
    """The largest part of its country that holds a place (a governorate), "" where none is known."""
    if place is None:
        return ""
    chain = gazetteer.above(place)
    return chain[-2] if len(chain) > 1 else chain[0]


def _inside(stated: str | None, first: date, last: date) -> bool:
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


def days(
    found: Sequence[Violation], published: Iterable[str | None], first: date, last: date
) -> tuple[Day, ...]:
    """Every day of a window, with the violations dated to it and the number of reports published on it."""
    reports = Counter(value[:10] for value in published if value)
    dated: dict[str, list[str]] = {}
    for one in found:
        if one.date:
            dated.setdefault(one.date[:10] if "/" not in one.date else "", []).append(one.record)
    span = [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]
    return tuple(Day(day, tuple(dated.get(day, ())), reports[day]) for day in span)


def guarantors_counts(
    figures: Iterable[Row[Figure]], statements: Mapping[str, Row[Statement]], guarantors: Sequence[str]
) -> dict[str, tuple[Row[Figure], ...]]:
    """Counts of violations that guarantors give, by guarantor: to be shown side by side, never added."""
    given: dict[str, list[Row[Figure]]] = {code: [] for code in guarantors}
    for row in figures:
        said = statements.get(row.assertion.said_by or "")
        if row.assertion.kind != "violations" or said is None:
            continue
        for code in sides(said.assertion.speakers) & frozenset(guarantors):
            given[code].append(row)
    return {code: tuple(rows) for code, rows in given.items()}
