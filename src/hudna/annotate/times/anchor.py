"""The day a report was written, as far as it is known, and days counted from it."""

from datetime import date, timedelta

from hudna.model.edtf import day_of
from hudna.model.frozen import frozen

AGES = range(1800, 2201)
"""Years a report may be of, far enough from the ends of the calendar to count days."""


@frozen
class Anchor:
    """The day that «اليوم» means.

    Where the year is not known `day` lies in a year of the right shape: arithmetic works, and values are
    written with `XXXX`; `weekday_known` says that its weekday can be trusted.
    """

    day: date
    year_known: bool = True
    weekday_known: bool = True
    how: str = "the dateline"

    def write(self, day: date) -> str:
        """A day counted from this anchor: EDTF where the year is known, with `XXXX` where not."""
        return day.isoformat() if self.year_known else f"XXXX-{day.month:02d}-{day.day:02d}"

    def moved(self, days: int) -> date:
        """The day `days` after this one."""
        return self.day + timedelta(days=days)


def anchor_of(value: str | None, how: str = "the dateline") -> Anchor | None:
    """An anchor from an EDTF day or local time; None for anything coarser or outside the ages of reports."""
    day = day_of(value) if value else None
    return Anchor(date.fromisoformat(day), how=how) if day and int(day[:4]) in AGES else None


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_before(day: date, weekday: int, strictly: bool = False) -> date:
    """The latest such weekday (ISO) on or before `day`, or strictly before it."""
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=back or (7 if strictly else 0))


def weekday_after(day: date, weekday: int, strictly: bool = True) -> date:
    """The first such weekday (ISO) strictly after `day`, or on or after it."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead or (7 if strictly else 0))


def weekday_near(day: date, weekday: int) -> date:
    """The day with that weekday nearest to `day`, at most three days away."""
    return weekday_before(day + timedelta(days=3), weekday)


def months_from(day: date, months: int) -> tuple[int, int]:
    """Year and month `months` after the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1
