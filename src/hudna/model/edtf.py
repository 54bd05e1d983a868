"""Dates as EDTF (ISO 8601-2): which spellings are valid, and the stretch of time each may mean.

Read are years, months, days, seasons (21 to 24), local times with an optional zone, unspecified digits (`X`),
the qualifiers `?`, `~` and `%`, and intervals with an open or unknown end. Times are as the clock on the wall
says; a zone is kept in the spelling and left out of account in comparisons.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Precision = Literal["minute", "day", "month", "season", "year", "interval", "unknown"]

_POINT = re.compile(
    r"(?P<year>[0-9X]{4})"
    r"(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2})"
    r"(?:T(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?"
    r"(?P<qualifier>[?~%])?",
    re.ASCII,
)
_OPEN = ("..", "")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""Months of spring, summer, autumn and winter in the north; winter runs into the next year."""


@dataclass(frozen=True, slots=True)
class Window:
    """The first and last moment a date may mean, both inclusive; None where open or not known."""

    earliest: datetime | None
    latest: datetime | None
    approximate: bool = False

    def overlaps(self, other: "Window") -> bool:
        """Whether one moment can lie in both; an unbounded side never excludes."""
        starts_in_time = self.earliest is None or other.latest is None or self.earliest <= other.latest
        ends_in_time = self.latest is None or other.earliest is None or self.latest >= other.earliest
        return starts_in_time and ends_in_time

    def covers(self, other: "Window") -> bool:
        """Whether every moment of `other` lies in this window."""
        from_start = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        to_end = self.latest is None or (other.latest is not None and self.latest >= other.latest)
        return from_start and to_end


def is_edtf(value: str) -> bool:
    """Whether `value` is a date this module can read."""
    try:
        window(value)
    except ValueError:
        return False
    return True


def window(value: str) -> Window:
    """The stretch of time an EDTF value may mean; raises ValueError naming the value it cannot read."""
    if "/" not in value:
        return _point(value)
    first, _, last = value.partition("/")
    if first in _OPEN and last in _OPEN:
        raise ValueError(f"«{value}» has no end; write at least one date of the interval")
    start = None if first in _OPEN else _point(first)
    end = None if last in _OPEN else _point(last)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError(f"«{value}» ends before it begins; swap its dates")
    return Window(earliest, latest, any(p.approximate for p in (start, end) if p))


def precision(value: str) -> Precision:
    """How fine an EDTF value is; raises ValueError where it is none."""
    window(value)
    if "/" in value:
        return "interval"
    parts = value.rstrip("?~%").split("-", 2)
    if "T" in value:
        return "minute"
    known = [p for p in parts if "X" not in p]
    if parts[0] not in known:
        return "unknown"
    if len(known) == 2 and parts[1] in known and int(parts[1]) in _SEASONS:
        return "season"
    if len(parts) > 1 and parts[1] not in known:
        return "year"
    names: tuple[Precision, ...] = ("year", "month", "day")
    return names[len(known) - 1]


def day_of(value: str) -> str | None:
    """The calendar day (`YYYY-MM-DD`) of a day or local time; None for anything coarser or an interval."""
    if not is_edtf(value) or precision(value) not in ("day", "minute"):
        return None
    return value[:10]


def _point(value: str) -> Window:
    match = _POINT.fullmatch(value)
    if match is None:
        raise ValueError(f"«{value}» is not an EDTF date; write YYYY, YYYY-MM or YYYY-MM-DD")
    approximate = match["qualifier"] is not None
    year, month, day = match["year"], match["month"], match["day"]
    if year == "XXXX":
        _check_yearless(value, month, day)
        return Window(None, None, approximate)
    if year.lstrip("0") == "" and "X" not in year:
        raise ValueError(f"«{value}» names the year 0, which no calendar day here can have")
    if "X" in year:
        if month is not None or not re.fullmatch(r"\d+X+", year):
            raise ValueError(f"«{value}» leaves digits out in the middle; only the last may be X")
        low = max(int(year.replace("X", "0")), 1)
        return Window(_first(low, 1), _last(int(year.replace("X", "9")), 12), approximate)
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError(f"«{value}» has a day but no month")
        return Window(_first(int(year), 1), _last(int(year), 12), approximate)
    return _in_month(value, match, approximate)


def _in_month(value: str, match: re.Match[str], approximate: bool) -> Window:
    year, day = int(match["year"]), match["day"]
    number = int(match["month"]) if match["month"].isdigit() else 0
    if number in _SEASONS and day is None:
        first, last = _SEASONS[number]
        return Window(_first(year, first), _last(year + (last < first), last), approximate)
    if not 1 <= number <= 12:
        raise ValueError(f"«{value}» has no month 01 to 12")
    if day is None or day == "XX":
        return Window(_first(year, number), _last(year, number), approximate)
    if not day.isdigit() or not 1 <= int(day) <= monthrange(year, number)[1]:
        raise ValueError(f"«{value}» is not a day of the calendar")
    if match["hour"] is None:
        start = datetime(year, number, int(day))
        return Window(start, _end_of_day(start), approximate)
    second = match["second"]
    start = datetime(
        year, number, int(day), int(match["hour"]), int(match["minute"]), int(second) if second else 0
    )
    return Window(start, start if second else start + timedelta(seconds=59), approximate)


def _check_yearless(value: str, month: str | None, day: str | None) -> None:
    """A date whose year is not known is bounded by nothing, but its month and day must exist."""
    if month is None or not month.isdigit():
        if day is not None and day != "XX" and not (day.isdigit() and 1 <= int(day) <= 31):
            raise ValueError(f"«{value}» is not a day of any month")
        return
    if not 1 <= int(month) <= 12 and not (int(month) in _SEASONS and day is None):
        raise ValueError(f"«{value}» has no month 01 to 12")
    if day is not None and day != "XX" and not (day.isdigit() and 1 <= int(day) <= _longest(int(month))):
        raise ValueError(f"«{value}» is not a day of that month")


def _longest(month: int) -> int:
    return monthrange(2000, month)[1]


def _first(year: int, month: int) -> datetime:
    return datetime(year, month, 1)


def _last(year: int, month: int) -> datetime:
    return _end_of_day(datetime(year, month, monthrange(year, month)[1]))


def _end_of_day(day: datetime) -> datetime:
    return day.replace(hour=23, minute=59, second=59)
