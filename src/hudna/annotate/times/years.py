"""The year of a day or month that is named without one."""

from datetime import date

from hudna.annotate.times.anchor import Anchor, valid_date
from hudna.annotate.times.lexicon import Tense
from hudna.annotate.times.values import Point

SOON = 45
"""Days ahead within which a day is the coming one even beside a past verb («قبلا هدنة من 4 مايو»)."""
NEAR = 45
"""The same where no verb tells the tense."""
FAR = 240
"""Days ahead beyond which even a future verb does not make a day without a year the coming one."""
LONG_AGO = 200
_NEXT = 1
"""Months ahead of which the same holds for a month without a day."""


def infer_year(point: Point, anchor: Anchor | None, tense: Tense) -> tuple[int | None, str]:
    """The year of a point with a month, and why; None where none is stated or nothing decides."""
    how = "dual or single month name" if point.day is None else "date in words or figures"
    if point.year is not None:
        return point.year, how
    if anchor is None:
        return None, "no year is stated, and the day of the report is not known"
    if not anchor.year_known:
        return None, "no year is stated in the text"
    today = anchor.day
    if point.year_turn is not None:
        return today.year + point.year_turn, f"year counted from {anchor.how}"
    if point.offset is not None and point.day is not None:
        return _nearest(point.month or 1, point.day, today), f"nearest such date to {anchor.how}"
    if point.day is not None:
        return _year_of_day(point, point.month or 1, point.day, today, tense, anchor.how)
    return _year_of_month(point, point.month or 1, today, tense, anchor.how)


def _year_of_day(
    point: Point, month: int, number: int, today: date, tense: Tense, name: str
) -> tuple[int | None, str]:
    strictly = point.turn is not None and point.turn < 0
    past = _latest(month, number, today, strictly)
    coming = _next(month, number, today)
    if past is None or coming is None:
        return None, "the calendar has no such day near the report"
    if point.turn is not None:
        if point.turn < 0:
            return past.year, f"latest such date before {name}"
        return (
            coming.year if point.turn else today.year
        ), f"such date after {name}" if point.turn else "this year"
    if point.weekday:
        fits = [d for d in (past, coming) if d.isoweekday() == point.weekday]
        if len(fits) == 1 and abs((fits[0] - today).days) <= 366:
            return fits[0].year, f"the one such date near {name} with that weekday"
    ahead, back = (coming - today).days, (today - past).days
    return _choose(past.year, coming.year, back, ahead, tense, name)


def _choose(past: int, coming: int, back: int, ahead: int, tense: Tense, name: str) -> tuple[int | None, str]:
    if back == 0:
        return past, f"the day of {name}"
    if tense in ("future", "due"):
        return (
            (coming, f"next such date after {name}")
            if ahead <= FAR
            else (past, f"latest such date up to {name}")
        )
    if tense == "past":
        soon = ahead <= SOON and back > LONG_AGO
        return (coming, f"nearest such date to {name}") if soon else (past, f"latest such date up to {name}")
    if back <= ahead:
        return past, f"latest such date up to {name}"
    if ahead <= NEAR:
        return coming, f"nearest such date to {name}"
    return None, "no year is stated, and no verb says whether it lies behind or ahead"


def _year_of_month(point: Point, month: int, today: date, tense: Tense, name: str) -> tuple[int | None, str]:
    back = (today.month - month) % 12
    past = today.year if month <= today.month else today.year - 1
    coming = past + 1
    if point.turn is not None:
        if point.turn < 0:
            return (past if back else past - 1), f"latest such month before {name}"
        return (coming, f"next such month after {name}") if point.turn else (today.year, "this year")
    if back == 0:
        return today.year, f"the month of {name}"
    if tense in ("future", "due"):
        return (
            (coming, f"next such month after {name}")
            if 12 - back <= 8
            else (past, f"latest such month up to {name}")
        )
    if 12 - back <= _NEXT:
        return coming, f"nearest such month to {name}"
    if tense == "past" or back <= 6:
        return past, f"latest such month up to {name}"
    return None, "no year is stated, and no verb says whether it lies behind or ahead"


def _nearest(month: int, number: int, today: date) -> int | None:
    days = [d for y in (-1, 0, 1) if (d := valid_date(today.year + y, month, number))]
    return min(days, key=lambda d: abs((d - today).days)).year if days else None


def _latest(month: int, number: int, today: date, strictly: bool) -> date | None:
    """The latest such day up to today, looking back over one leap year's distance."""
    days = [d for y in range(9) if (d := valid_date(today.year - y, month, number))]
    return next((d for d in days if d < today or (d == today and not strictly)), None)


def _next(month: int, number: int, today: date) -> date | None:
    days = [d for y in range(9) if (d := valid_date(today.year + y, month, number))]
    return next((d for d in days if d > today), None)
