"""Filling in what a match says, letter by letter: dates, hours of the clock, halves."""

from hudna.annotate.times.anchor import AGES
from hudna.annotate.times.encode import Item
from hudna.annotate.times.short_years import SHORT
from hudna.annotate.times.values import Length, Point

_AFTERNOON = {"EV": 12, "AF": 12}
_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Slots:
    """Fills a `Point` from items read left to right."""

    def __init__(self) -> None:
        self.numbers: list[Item] = []
        self.months: list[Item] = []
        self.weekdays: list[int] = []
        self.ordinal: int | None = None
        self.values: dict[str, int | str | None] = {}
        self.of_month = False
        self.of_it = False
        self.same = False
        self.hijri = False
        self.short_year = False

    def take(self, item: Item, before: str) -> None:
        """Put one item where it belongs; `before` is the letter before it."""
        code, value = item.code, item.value
        if code in "PpT":
            self.values["part"] = value
        elif code in "EAG":
            self.values["offset"] = value
            self.values["part"] = item.part or self.values.get("part")
        elif code == "W":
            self.weekdays.append(int(value))
        elif code in "dτ":
            self.numbers.append(item)
        elif code in "oω":
            self.ordinal = int(value)
        elif code == "η":
            self.ordinal = 1
        elif code in "MmH":
            self.months.append(item)
            self.hijri = self.hijri or code == "H"
        elif code in "yh":
            self.values["year"] = value
            self.short_year = item.part == SHORT
            self.numbers.append(item)
            self.hijri = self.hijri or code == "h"
        elif code in "xψ" and before == "C":
            self.values["beside"] = value
        elif code in "RNJx":
            self.values["year_turn" if before == "C" else "turn"] = value
            # «18 الجاري» leaves the month out.
            self.of_month = self.of_month or (code == "J" and before in "dof")
        elif code == "Q":
            self.same = True
        elif code == "S":
            self.of_month = True
        elif code == "ι":
            self.of_it = True

    def point(self) -> Point | None:
        """The point, or None where its numbers do not make a date."""
        date = self._date()
        if date is None:
            return None
        year, month, month2, day = date
        values = self.values
        turn = values.get("turn")
        part, offset, year_turn = values.get("part"), values.get("offset"), values.get("year_turn")
        beside = values.get("beside")
        return Point(
            year=year,
            month=month,
            month2=month2,
            day=day,
            weekday=self.weekdays[0] if self.weekdays else None,
            offset=None if offset is None else int(offset),
            part=None if part is None else str(part),
            turn=int(turn or 0) if self.of_month or turn is not None else None,
            year_turn=None if year_turn is None else int(year_turn),
            unit="M" if self.of_month else None,
            of_it=self.of_it,
            same=self.same,
            beside=None if beside is None else int(beside),
            hijri=self.hijri,
            short_year=self.short_year,
        )

    def _date(self) -> tuple[int | None, int | None, int | None, int | None] | None:
        if self.months or self.of_month or self.of_it:
            return self._named_month()
        if self.numbers:
            return self._numeric()
        return None, None, None, None

    def _named_month(self) -> tuple[int | None, int | None, int | None, int | None] | None:
        months = [int(m.value) for m in self.months]
        days = [int(n.value) for n in self.numbers if n.code == "d"]
        year = self.values.get("year")
        day = days[0] if days else self.ordinal
        month = months[0] if months else None
        month2 = months[1] if len(months) > 1 and months[1] != months[0] else None
        if (month is not None and day is not None and day > _DAYS_OF_MONTH[month - 1]) or (month2 and day):
            return None
        return None if year is None else int(year), month, month2, day

    def _numeric(self) -> tuple[int | None, int | None, int | None, int | None] | None:
        if len(self.numbers) == 1 and self.numbers[0].code == "τ":
            numbers = [int(n) for n in str(self.numbers[0].value).split(".")]
        else:
            numbers = [int(n.value) for n in self.numbers]
        if len(numbers) != 3:
            return None
        year, month, day = numbers if numbers[0] > 31 else numbers[::-1]
        if month > 12 >= day:
            month, day = day, month
        if not (1 <= month <= 12 and 1 <= day <= _DAYS_OF_MONTH[month - 1] and year in AGES):
            return None
        return year, month, None, day


def full_hour(hour: int, part: str | None) -> int:
    """An hour of the 12-hour clock as an hour of the day, by the part of day it is said to be in."""
    if part in _AFTERNOON and 1 <= hour < 12:
        return hour + 12
    if part == "MI" and 1 <= hour <= 4:
        return hour + 12
    if part == "NI" and 6 <= hour <= 11:
        return hour + 12
    if part in ("NI", "MO") and hour == 12:
        return 0
    return hour


def half(unit: str, bound: str) -> Length | None:
    halves = {"H": (30, "MIN"), "Y": (6, "M"), "M": (15, "D"), "DE": (5, "Y")}
    return Length((halves[unit],), bound) if unit in halves else None


def and_a_half(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    more = half(parts[-1][1], "") if parts else None
    return [*parts, *more.parts] if more else parts
