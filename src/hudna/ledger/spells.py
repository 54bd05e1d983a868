"""The stretch of time a figure counts over; its first and its last day may each be known only roughly."""

from dataclasses import dataclass
from typing import Literal

from hudna.ledger.days import Days, days
from hudna.model.assertions import Figure
from hudna.model.edtf import precision
from hudna.model.rows import Row

Order = Literal["same", "wider", "narrower"]
ONE_EVENT = 2
"""A figure counted over more days than this is a total, not an event's."""


@dataclass(frozen=True, slots=True)
class Spell:
    """When counting began and when it ended; `start.stated` and `end.stated` are False where the end is only
    the day of publication: what has no end is counted until it is told."""

    start: Days
    end: Days

    @property
    def length(self) -> int:
        """The most days it may hold."""
        return (self.end.last or 0) - (self.start.first or 0) + 1

    def order(self, other: "Spell") -> Order | None:
        """Whether this stretch is the other one, holds it, or lies in it; None where neither is sure."""
        begins, ends = _compare(self.start, other.start), _compare(self.end, other.end)
        if begins == 0 == ends:
            return "same"
        if begins <= 0 <= ends:
            return "wider"
        if begins >= 0 >= ends:
            return "narrower"
        return None

    @property
    def shown(self) -> tuple[str, str]:
        """«2019-12-01 to 2020-02-16» in English and Arabic; an end that is only the day of publication is
        told to be that."""
        first, last = _iso(self.start.first), _iso(self.end.last)
        if self.end.stated:
            return f"{first} to {last}", f"من {first} إلى {last}"
        return f"{first} to publication on {last}", f"من {first} إلى يوم النشر {last}"


def spell(row: Row[Figure]) -> Spell | None:
    """The stretch of a figure; None where its words do not say when counting began."""
    figure = row.assertion
    since, until = days(figure.since), days(figure.until)
    if since is None or since.first is None or (figure.until is not None and until is None):
        return None
    if figure.since == figure.until and until is not None and until.last is not None:
        return Spell(Days(since.first, since.first), Days(until.last, until.last))
    end = until
    if end is None:
        told = days(row.published.date)
        if told is None or told.first is None or told.last is None:
            return None
        end = Days(told.first, told.last, stated=False)
    if end.last is None or end.last < since.first:
        return None
    return Spell(_begin(figure.since, since), end)


def is_total(row: Row[Figure]) -> bool:
    """Whether a figure is counted over more than an event."""
    if row.assertion.since is None:
        return row.assertion.until is not None
    found = spell(row)
    return found is None or found.length > ONE_EVENT


def _begin(since: str | None, found: Days) -> Days:
    """«Since 2019» counts from its first day; «since September» from some day of it."""
    if since is not None and found.first is not None and precision(since) in ("year", "interval"):
        return Days(found.first, found.first)
    return found


def _compare(left: Days, right: Days) -> int:
    if left.gap(right) == 0:
        return 0
    return -1 if (left.last or 0) < (right.first or 0) else 1


def _iso(day: int | None) -> str:
    return ".." if day is None else Days(day, day).iso
