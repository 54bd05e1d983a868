"""Dates as stretches of whole days, for comparing: ordinals of `datetime.date`, both ends inclusive."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hudna.model.edtf import is_edtf, window

NEWS_DAYS = 7
"""A telling without a date that brings something as news is about the week before its publication."""
_CELL = 2


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day something may have happened; None where open. `stated` tells a date of the words
    from one that only follows from the day of publication."""

    first: int | None
    last: int | None
    stated: bool = True

    @property
    def length(self) -> int | None:
        """How many days it may be; None where a side is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def iso(self) -> str:
        """`YYYY-MM-DD`, or both days with a bar between; «..» where open."""
        ends = (self.first, self.last)
        first, last = (".." if day is None else date.fromordinal(day).isoformat() for day in ends)
        return first if first == last else f"{first}/{last}"

    def gap(self, other: "Days") -> int:
        """Days between the two stretches: 0 where they meet, 1 for neighbouring days."""
        if self.last is not None and other.first is not None and self.last < other.first:
            return other.first - self.last
        if other.last is not None and self.first is not None and other.last < self.first:
            return self.first - other.last
        return 0

    def covers(self, other: "Days") -> bool:
        """Whether every day of `other` lies in this stretch."""
        from_start = self.first is None or (other.first is not None and self.first <= other.first)
        return from_start and (self.last is None or (other.last is not None and self.last >= other.last))


@lru_cache(maxsize=4096)
def days(value: str | None) -> Days | None:
    """The days an EDTF date may mean; None where it is none («P0D» of an undated report) or says nothing."""
    if value is None or not is_edtf(value):
        return None
    found = window(value)
    first = found.earliest.toordinal() if found.earliest else None
    last = found.latest.toordinal() if found.latest else None
    if first is None and last is None:
        return None
    if found.approximate:
        first = first - 1 if first is not None else None
        last = last + 1 if last is not None else None
    return Days(first, last)


@lru_cache(maxsize=4096)
def news_days(published: str | None) -> Days | None:
    """The days that news of a report may be of, by its date of publication; None where that is no day."""
    found = days(published)
    if found is None or found.last is None or (found.length or NEWS_DAYS) > NEWS_DAYS:
        return None
    return Days(found.last - NEWS_DAYS, found.last, stated=False)


def cells(stretch: Days, longest: int) -> tuple[str, ...]:
    """Blocking cells: any two stretches that meet or are neighbours share one.

    A day has two cells of two days each, shifted by one; a longer stretch every cell from the day before it
    to the day after. Nothing where a side is open or it is longer than `longest` days.
    """
    if stretch.first is None or stretch.last is None or stretch.last - stretch.first >= longest:
        return ()
    if stretch.first == stretch.last:
        return (f"a{stretch.first // _CELL}", f"b{(stretch.first + 1) // _CELL}")
    whole = range((stretch.first - 1) // _CELL, (stretch.last + 1) // _CELL + 1)
    return tuple(f"a{cell}" for cell in whole)
