"""What later words of a text point back at: «منه», «العام نفسه», «منذ ذلك الوقت», «في اليوم التالي»."""

from dataclasses import dataclass
from datetime import date, timedelta

from hudna.annotate.times.anchor import Anchor, valid_date
from hudna.annotate.times.dated import Value, begin, day_value, known_value, week_value
from hudna.annotate.times.values import Found, Point

STORY = 90
"""Days within which a date without a year goes on from a dated one just before it, and beyond which it is not
the report's own time."""


@dataclass(slots=True)
class Memory:
    """The last month and year named, the last day, the last date written; where years were stated.

    `fact` is the last day stated with its year, in sentence `told`; `stated` the last year stated and the
    segment it stands in.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None
    written: Value | None = None
    week_named: bool = False
    fact: date | None = None
    told: int = -1
    stated: tuple[int, int] | None = None

    def note(self, found: Found, value: Value, sentence: int, segment: int) -> None:
        """Take in an expression and what it came to."""
        point = found.end if found.kind == "range" else found.start
        if value.day is not None:
            self.day = value.day
        if point is None:
            return
        if value.edtf or value.timex[:4] == "XXXX":
            self.written = value
        known = begin(value.edtf)[:4] if value.edtf else ""
        if point.month and not point.hijri:
            self.month = point.month
            self.year = int(known) if known.isdigit() else point.year
        elif point.year and not point.hijri:
            self.year = point.year
        if point.year and not point.hijri:
            self.stated = (point.year, segment)
        if point.full and value.day is not None:
            self.fact, self.told = value.day, sentence
        self.week_named = self.week_named or point.week is not None

    def same(self, point: Point) -> Value | None:
        """«العام نفسه», «الشهر ذاته», «السادس من الشهر نفسه»."""
        if point.unit == "Y" and self.year:
            return Value(f"{self.year}", f"{self.year}", "the year named before")
        if point.unit != "M" or not self.month:
            return None
        how = "the month named before"
        if point.day is not None:
            return day_value(point, self.year, how, self.month, point.day)
        shown = f"{self.year or 'XXXX'}-{self.month:02d}"
        return Value(shown, shown if self.year else None, how)

    def beside(self, point: Point) -> Value | None:
        """«العام التالي», «الشهر الذي سبقه»."""
        if not self.year or point.beside is None:
            return None
        how = "counted from the year or month named before"
        if point.unit == "Y":
            year = f"{self.year + point.beside}"
            return Value(year, year, how)
        if not self.month:
            return None
        index = self.year * 12 + self.month - 1 + point.beside
        month = f"{index // 12}-{index % 12 + 1:02d}"
        return Value(month, month, how)

    def of_it(self, point: Point) -> Value | None:
        """«11 منه», «الأسبوع الثالث منه»."""
        if self.month is None or (point.week and not self.week_named):
            return None
        how = "the month named before"
        if point.week:
            return week_value(point.week, self.year, self.month, how)
        return None if point.day is None else day_value(point, self.year, how, self.month, point.day)

    def next_day(self, offset: int, anchor: Anchor | None) -> Value | None:
        """«في اليوم التالي»."""
        if self.day is None or anchor is None:
            return None
        day = self.day + timedelta(days=offset)
        return known_value(day, anchor, anchor.write(day), "day after the day named before")

    def since_then(self) -> Value:
        """«منذ ذلك الوقت»."""
        last = self.written
        if last is None:
            return Value("PAST_REF", None, "points back at no date")
        opened = f"{begin(last.edtf)}/.." if last.edtf else None
        return Value(f"{begin(last.timex)}/..", opened, "since the date named before", last.day)

    def story_year(self, point: Point, sentence: int, anchor: Anchor) -> int | None:
        """The year of a day that goes on from a dated one in the same or the last sentence.

        «وقعا الاتفاق في 17 أيلول 2018 على أن ينفذ قبل 10 تشرين الأول»: 2018, unless the report is so near to
        such a day that its own time is meant.
        """
        if self.fact is None or sentence - self.told > 1 or point.month is None or point.day is None:
            return None
        near = (valid_date(anchor.day.year + y, point.month, point.day) for y in (-1, 0, 1))
        if any(d and abs((d - anchor.day).days) <= STORY for d in near):
            return None
        after = (valid_date(self.fact.year + y, point.month, point.day) for y in (0, 1))
        return next((d.year for d in after if d and 0 <= (d - self.fact).days <= STORY), None)
