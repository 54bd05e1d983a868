"""Dates of the Hijri year as dates of the common year, by the Umm al-Qura calendar (hijridate)."""

from datetime import date

from hijridate import Gregorian, Hijri

from hudna.annotate.times.lexicon import Tense
from hudna.annotate.times.values import Point

_MONTHS = 12
_NEXT = 1
"""Months ahead of which a month named without a year is the coming one even beside a past verb."""
_YEARS = range(1343, 1501)
"""Years the Umm al-Qura tables cover, and the days of the common calendar they reach from and to."""
_FIRST, _LAST = date(1924, 8, 1), date(2077, 11, 16)


def hijri_date(point: Point, today: date | None, tense: Tense) -> tuple[str, date | None] | None:
    """EDTF (`XXXX` where the year stays open) and the day meant, if one; None where there is no such date."""
    year = point.year if point.year is not None else _year(point, today, tense)
    if year is None:
        return ("XXXX", None) if point.month else None
    if year not in _YEARS:
        return None
    if point.month is None:
        return f"{_first(year, 1)}/{_last(year, 12)}", None
    if point.day is None:
        return f"{_first(year, point.month)}/{_last(year, point.month)}", None
    if point.day > Hijri(year, point.month, 1).month_length():
        return None
    day = date(*Hijri(year, point.month, point.day).to_gregorian().datetuple())
    return day.isoformat(), day


def _year(point: Point, today: date | None, tense: Tense) -> int | None:
    """The year that puts the month nearest to today on the side the words point to."""
    if today is None or point.month is None or not _FIRST <= today <= _LAST:
        return None
    now = Gregorian(today.year, today.month, today.day).to_hijri()
    month, year = point.month, now.year
    if point.turn == -1:
        return year if month < now.month else year - 1
    if point.turn == 1:
        return year if month > now.month else year + 1
    if point.turn == 0 or month == now.month:
        return year
    ahead = (month - now.month) % _MONTHS
    if tense in ("future", "due") or (point.turn is None and ahead <= _NEXT):
        return year if month > now.month else year + 1
    return year if month < now.month else year - 1


def _first(year: int, month: int) -> date:
    return date(*Hijri(year, month, 1).to_gregorian().datetuple())


def _last(year: int, month: int) -> date:
    length = Hijri(year, month, 1).month_length()
    return date(*Hijri(year, month, length).to_gregorian().datetuple())
