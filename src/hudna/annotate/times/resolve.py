"""Time expressions put on the calendar, from the day of the report, the tense, and what was named before."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hudna.annotate.times.anchor import Anchor, weekday_after, weekday_before, weekday_near
from hudna.annotate.times.dated import (
    Value,
    at_time,
    day_value,
    edge_of_month,
    framed,
    hijri_value,
    known_value,
    moved,
    offset_value,
    season_value,
    share_value,
    span_value,
    unit_value,
    week_value,
    weekend_value,
    year_value,
)  # fmt: skip
from hudna.annotate.times.lexicon import Tense
from hudna.annotate.times.memory import Memory
from hudna.annotate.times.sheet import Sheet
from hudna.annotate.times.short_years import in_century
from hudna.annotate.times.values import Clock, Found, Length, Point
from hudna.annotate.times.years import infer_year
from hudna.model.annotations import Span

_FOLLOWING = 2
_CURFEW = frozenset({"حظر", "التجول", "التجوال"})
"""Words of a rule that holds every day, told near its hours."""
_FAR = 4
_AHEAD: frozenset[Tense] = frozenset({"future", "due", "near"})


class Resolver:
    """Resolves the expressions of one text in order."""

    def __init__(self, sheet: Sheet, anchor: Anchor | None, coarse: Anchor | None = None) -> None:
        self.sheet = sheet
        self.anchor = anchor
        self.coarse = coarse
        self.memory = Memory()

    def values(self) -> list[tuple[Found, Value]]:
        """Every expression with its value; those that turn out to say nothing are left out."""
        resolved = []
        for found in self.sheet.founds:
            value = self._value(found, self._anchor_for(found))
            if value is not None:
                self.memory.note(found, value, self.sheet.sentence(found), self.sheet.segment(found))
                resolved.append((found, value))
        return resolved

    # -- anchors

    def _anchor_for(self, found: Found) -> Anchor | None:
        """Inside a quotation the day of the statement, elsewhere the day of the report."""
        quote = self.sheet.quote(found) if self.anchor else None
        if quote is None or self.anchor is None:
            return self.anchor
        own = self._day_named_today(quote, self.anchor)
        if own is not None:
            return replace(self.anchor, day=own, how="the day of the statement")
        near = [
            other
            for other in self.sheet.founds
            if other.kind == "point"
            and self.sheet.sentence(other) in self._sentences_of(found, quote.start)
            and not quote.start <= self.sheet.span(other)[0] < quote.end
            and self.sheet.said_on(other)
        ]
        if not near:
            return self.anchor
        closest = min(near, key=lambda other: abs(self.sheet.span(other)[0] - quote.start))
        value = self._value(closest, self.anchor)
        if value is None or value.day is None or value.day > self.anchor.day:
            return self.anchor
        return replace(self.anchor, day=value.day, how="the day of the statement")

    def _day_named_today(self, quote: Span, anchor: Anchor) -> date | None:
        """The day that a quotation itself calls today («اليوم الأربعاء»), where it is not the report's."""
        for other in self.sheet.founds:
            start, _ = self.sheet.span(other)
            point = other.start
            if other.kind != "point" or point is None or not quote.start <= start < quote.end:
                continue
            if point.weekday and point.deictic and point.offset is not None and anchor.weekday_known:
                day = weekday_near(anchor.moved(point.offset), point.weekday) - timedelta(days=point.offset)
                return day if day < anchor.day else None
        return None

    def _sentences_of(self, found: Found, quote_start: int) -> set[int]:
        """The sentences from the one a quotation opens in to the one of an expression inside it."""
        own = self.sheet.sentence(found)
        first = own
        while first and self.sheet.reading.sentences[first].start > quote_start:
            first -= 1
        return set(range(first, own + 1))

    # -- kinds

    def _value(self, found: Found, anchor: Anchor | None) -> Value | None:
        if found.kind == "point" and found.start is not None:
            value = self._point(found.start, found, anchor)
            return framed(value, found, anchor) if value else None
        if found.kind == "range":
            return self._range(found, anchor)
        if found.kind == "ago" and found.length:
            return framed(self._ago(found, found.length, anchor), found, anchor)
        if found.kind == "ahead" and found.length:
            return self._ahead(found, found.length, anchor)
        if found.kind == "span" and found.length:
            return span_value(found.length, found.turn, anchor)
        if found.kind == "anaphor":
            return self.memory.since_then()
        if found.kind == "ref":
            date_ = found.vague if found.vague[0].isdigit() else None
            return framed(Value(found.vague, date_, "a time without a day"), found, anchor)
        if found.length is None:
            return None
        timex = found.length.timex if found.least is None else f"{found.least.timex}/{found.length.timex}"
        return Value(timex, None, "a length of time")

    def _point(self, point: Point, found: Found, anchor: Anchor | None) -> Value | None:
        value = self._date(point, found, anchor)
        if value is None:
            return None
        return at_time(value, point)

    def _date(self, point: Point, found: Found, anchor: Anchor | None) -> Value | None:
        if point.short_year and point.year and anchor and anchor.year_known:
            point = replace(point, year=in_century(point.year, anchor.day.year))
        if point.share is not None:
            whole = self._date(replace(point, share=None), found, anchor)
            return whole and share_value(whole, point.share)
        if anchor is None and point.day is None and point.unit != "W":
            anchor = self.coarse if point.month or point.unit else None
        if point.hijri:
            return hijri_value(point, anchor, self.sheet.tense(found))
        if point.of_it and point.offset is not None:
            return self.memory.next_day(point.offset, anchor)
        if point.same and point.month is None:
            return self.memory.same(point)
        if point.beside is not None and point.month is None:
            return self.memory.beside(point)
        if point.of_it or (point.week and point.month is None and point.unit is None):
            return self.memory.of_it(point)
        if point.unit is not None:
            return self._unit(point, found, anchor)
        if point.season is not None:
            return season_value(point, anchor)
        if point.month is not None:
            return self._calendar(point, found, anchor)
        if point.year is not None:
            return year_value(point)
        if point.offset is not None:
            return offset_value(point, anchor)
        if point.weekday is not None:
            return self._weekday(point, found, anchor)
        if point.clock is None:
            return self._day_of_part(found, anchor)
        return self._day_of_clock(found, anchor)

    def _calendar(self, point: Point, found: Found, anchor: Anchor | None) -> Value | None:
        tense: Tense = "past" if found.since else self.sheet.tense(found)
        year, how = self._year_from_text(point, found, anchor) or infer_year(point, anchor, tense)
        month = point.month or 1
        if point.day is not None:
            return day_value(point, year, how, month, point.day)
        shown = f"{year or 'XXXX'}-{month:02d}"
        doubt = how if year is None and anchor is not None and anchor.year_known else ""
        if point.week is not None:
            return week_value(point.week, year, month, how)
        if point.month2 is not None:
            last = f"{(year or 0) + (point.month2 < month)}-{point.month2:02d}"
            both = f"{shown}/{last if year else f'XXXX-{point.month2:02d}'}"
            return Value(both, both if year else None, how, doubt=doubt)
        if point.edge is not None:
            return edge_of_month(point.edge, year, month, how, doubt)
        timex = shown if point.year else f"XXXX-{month:02d}"
        return Value(timex, shown if year else None, how, doubt=doubt)

    def _unit(self, point: Point, found: Found, anchor: Anchor | None) -> Value | None:
        """A week, month or year; an edge of «العام» alone is that of a year stated in the same paragraph."""
        if point.unit == "W" and point.turn is None and point.edge == "start":
            point = replace(point, turn=0)
        if point.unit == "W" and point.turn is None:
            return weekend_value(anchor, self.sheet.tense(found))
        stated = self.memory.stated
        if point.turn is None and point.unit == "Y" and stated and stated[1] == self.sheet.segment(found):
            return year_value(replace(point, unit=None, year=stated[0]))
        value = unit_value(point, anchor)
        if value and value.day and found.since and anchor and value.day > anchor.day:
            return replace(value, edtf=None, day=None, doubt=f"it begins after {anchor.how}")
        return value

    def _year_from_text(
        self, point: Point, found: Found, anchor: Anchor | None
    ) -> tuple[int | None, str] | None:
        """The year of a month or day that the text gives elsewhere, or None where it gives none."""
        if point.same:
            return self.memory.year, "the year named before"
        if point.beside is not None:
            year = self.memory.year + point.beside if self.memory.year else None
            return year, "counted from the year named before"
        if point.year or point.day is None or point.turn is not None or point.year_turn is not None:
            return None
        if anchor is None or not anchor.year_known or point.weekday or point.deictic:
            return None
        story = self.memory.story_year(point, self.sheet.sentence(found), anchor)
        if story is not None:
            return story, "the year of the date just before"
        return self._landmark(point, found, anchor)

    def _landmark(self, point: Point, found: Found, anchor: Anchor) -> tuple[int, str] | None:
        """The year of a day known without it («منذ 7 أكتوبر»), beside a word that goes with it."""
        sets, shown = self.sheet.lexicon.sets, f"{point.month:02d}-{point.day:02d}"
        known = [d for d in sets["landmark"] if d[5:] == shown]
        if not known or anchor.day.isoformat() < known[0]:
            return None
        first, _ = self.sheet.words(found)
        tokens = self.sheet.coded.tokens
        near = [t.norm for t in tokens[max(0, first - 2) : first + 1]]
        if any(self.sheet.lexicon.has("landmark-word", norm) for norm in near):
            return int(known[0][:4]), "a day known without its year"
        return None

    def _weekday(self, point: Point, found: Found, anchor: Anchor | None) -> Value:
        weekday = point.weekday or 1
        timex = f"XXXX-WXX-{weekday}"
        if anchor is None or not anchor.weekday_known:
            return Value(timex, None, "a weekday; the day of the report is not known")
        tense: Tense = "past" if found.since else self.sheet.tense(found)
        day, how = self._day_of_week(point, weekday, anchor, tense)
        value = known_value(day, anchor, timex, how)
        if tense == "future" and point.turn is None and (day - anchor.day).days in (0, 7):
            others = f"{anchor.day} or {anchor.day + timedelta(days=7)}"
            value = replace(value, doubt=f"the verb is future and the weekday the report's own: {others}")
        if point.weekday2 is None:
            return value
        both = f"{anchor.write(day)}/{anchor.write(day + timedelta(days=1))}"
        return replace(value, edtf=both if anchor.year_known else None)

    def _day_of_week(self, point: Point, weekday: int, anchor: Anchor, tense: Tense) -> tuple[date, str]:
        turn = point.turn
        if turn == _FOLLOWING and self.memory.day:
            return weekday_after(self.memory.day, weekday), "weekday after the day named before"
        if turn is not None and turn < 0:
            day = weekday_before(anchor.day, weekday, strictly=True) - timedelta(days=7 * (-turn - 1))
            return day, f"last such weekday before {anchor.how}"
        timed = point.part is not None or point.clock is not None
        if turn is None and timed and weekday == anchor.day.isoweekday() and tense in _AHEAD:
            later = 1 if point.clock == Clock(0) else 0  # the midnight before this day has gone by
            return anchor.moved(later), f"later on {anchor.how}"
        named = self.memory.day if turn is None and timed and tense in _AHEAD else None
        if named and named.isoweekday() == weekday and 0 <= (anchor.day - named).days < 7:
            later = 1 if point.clock == Clock(0) else 0  # «الخميس 5 آذار … يبدأ منتصف ليل الخميس»
            return named + timedelta(days=later), "later on the day named before"
        if turn == 1 or (turn is None and tense == "future"):
            return weekday_after(anchor.day, weekday), f"next such weekday after {anchor.how}"
        if turn is None and tense == "due":
            day = weekday_after(anchor.day, weekday, strictly=False)
            return day, f"such weekday on or after {anchor.how}"
        if turn is None and tense == "near":
            return weekday_near(anchor.day, weekday), f"such weekday nearest to {anchor.how}"
        return weekday_before(anchor.day, weekday), f"latest such weekday up to {anchor.how}"

    def _day_of_clock(self, found: Found, anchor: Anchor | None) -> Value:
        """A clock time alone: the day named before it in its paragraph, the report's where none is named."""
        here, day = self.sheet.segment(found), self.memory.day
        if found.start and found.start.part == "NI" and found.start.clock == Clock(0):
            behind = self.sheet.coded.before(found.first) == "بعد"
            behind = behind and self.sheet.tense(found) not in ("future", "due")
            if behind and anchor and anchor.year_known and day == anchor.day:
                return known_value(day, anchor, f"{day}", f"the last midnight before {anchor.how}")
            return Value("", None, "midnight of a day that is not named")
        if self._daily(found):
            return Value("", None, "clock time of every day")
        earlier = [f for f in self.sheet.founds if f.first < found.first and f.kind == "point"]
        if day and anchor and any(self.sheet.segment(f) == here for f in earlier):
            return known_value(day, anchor, anchor.write(day), "clock time on the day named before")
        if anchor and not earlier:
            return known_value(anchor.day, anchor, anchor.write(anchor.day), f"clock time on {anchor.how}")
        return Value("", None, "clock time without a day")

    def _day_of_part(self, found: Found, anchor: Anchor | None) -> Value | None:
        """«فجراً» alone: of the day named before it in its paragraph, else of the report's."""
        if self._daily(found):
            return None
        if anchor is None:
            return Value("", None, "a part of a day that is not named")
        here, day = self.sheet.segment(found), self.memory.day
        earlier = any(
            self.sheet.segment(f) == here
            for f in self.sheet.founds
            if f.first < found.first and f.kind == "point" and f.start is not None and not f.since
        )
        if day and earlier and not found.since:
            return known_value(day, anchor, anchor.write(day), "part of the day named before")
        return known_value(anchor.day, anchor, anchor.write(anchor.day), f"part of {anchor.how}")

    def _daily(self, found: Found) -> bool:
        """«من 8 صباحاً حتى 2 ظهراً يومياً»."""
        first, last = self.sheet.words(found)
        tokens = self.sheet.coded.tokens
        near = [t.norm for t in tokens[max(0, first - 4) : last + 4]]
        if found.kind == "range" and any(
            t.norm in _CURFEW for t in tokens[max(0, first - 2 * _FAR) : last + _FAR]
        ):
            return True
        return "يوميا" in near or any(pair == ("كل", "يوم") for pair in pairwise(near))

    def _range(self, found: Found, anchor: Anchor | None) -> Value | None:
        first, last = found.start, found.end
        if first is None or last is None:
            return None
        if first.weekday and last.weekday and first.day is None and last.day is None and not first.clock:
            return self._weekday_range(found, first, last, anchor)
        if last.year and not first.year and first.month:
            after = first.month > (last.month or 12)
            first = replace(first, year=last.year - after)
        if last.turn is not None and first.turn is None and first.month and last.month:
            first = replace(first, turn=last.turn)  # «بين 27 نوفمبر و8 ديسمبر الماضيين»
        low = self._point(first, found, anchor)
        if low is None:
            return None
        if low.edtf and last.month and not last.year and low.edtf[:4].isdigit():
            year = int(low.edtf[:4])
            last = replace(
                last, year=year + ((last.month, last.day or 31) < (first.month or 1, first.day or 1))
            )
        high = self._point(last, found, anchor)
        if high is None:
            return None
        if first.clock and last.clock and not (first.clock.settled and last.clock.settled):
            return low
        if first.clock and last.clock and high.day and (high.edtf or "") < (low.edtf or ""):
            high = _a_day_later(high)
        dates = f"{low.edtf}/{high.edtf}" if low.edtf and high.edtf and low.edtf <= high.edtf else None
        if dates and (low.edtf or "").count("/") + (high.edtf or "").count("/"):
            dates = None
        shown = (
            f"XXXX{high.timex[4:]}"
            if low.timex.startswith("XXXX") and high.timex[:4].isdigit()
            else high.timex
        )
        return Value(f"{low.timex}/{shown}", dates, f"range; {low.how}", high.day)

    def _weekday_range(self, found: Found, first: Point, last: Point, anchor: Anchor | None) -> Value:
        timex = f"XXXX-WXX-{first.weekday}/XXXX-WXX-{last.weekday}"
        if anchor is None or not anchor.weekday_known or first.weekday is None or last.weekday is None:
            return Value(timex, None, "weekdays; the day of the report is not known")
        tense = self.sheet.tense(found)
        if tense in ("future", "due") or last.turn == 1:
            start = weekday_after(anchor.day, first.weekday, strictly=tense == "future")
            end = weekday_after(start, last.weekday)
        else:
            end, _ = self._day_of_week(last, last.weekday, anchor, tense)
            start = weekday_before(end, first.weekday, strictly=True)
        written = f"{anchor.write(start)}/{anchor.write(end)}"
        how = f"weekdays counted from {anchor.how}"
        return Value(
            timex if anchor.year_known else written, written if anchor.year_known else None, how, end
        )

    def _ago(self, found: Found, length: Length, anchor: Anchor | None) -> Value:
        timex = f"-{length.timex}"
        if not found.relative:
            return Value(timex, None, "counted from another event")
        if anchor is None or not anchor.year_known:
            return Value(timex, None, "counted back from an unknown day")
        moment = moved(anchor.day, length, -1)
        if moment is None:
            return Value(timex, None, "too fine for a calendar day")
        written, day = moment
        return Value(timex, written + ("~" if length.bound else ""), f"counted back from {anchor.how}", day)

    def _ahead(self, found: Found, length: Length, anchor: Anchor | None) -> Value:
        ahead = found.relative and self.sheet.tense(found) in ("future", "due")
        moment = moved(anchor.day, length, 1) if anchor and anchor.year_known and ahead else None
        if moment is None or anchor is None:
            return Value(length.timex, None, "a length of time after something")
        return Value(length.timex, moment[0], f"counted on from {anchor.how}", moment[1])


def _a_day_later(value: Value) -> Value:
    """«من العاشرة مساءً حتى الرابعة فجراً»: the second hour is of the next day."""
    if value.day is None or value.edtf is None:
        return value
    day = value.day + timedelta(days=1)
    written = f"{day}{value.edtf[10:]}"
    return replace(value, timex=written, edtf=written, day=day)
