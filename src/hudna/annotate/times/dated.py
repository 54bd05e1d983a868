"""Points, lengths and frames of time as TIMEX3 and EDTF values, once tense and anchor are settled."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from hudna.annotate.times.anchor import Anchor, months_from, valid_date, weekday_near
from hudna.annotate.times.hijri import hijri_date
from hudna.annotate.times.lexicon import Tense
from hudna.annotate.times.values import Found, Length, Point
from hudna.model.frozen import frozen

_DAYS = {"D": 1, "W": 7}
_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_MONTHS = 12
_OTHER_DAYS = frozenset({"-P1D", "-P2D", "P1D", "P2D"})
"""Days that keep their part where the report's day is not known («مساء أمس»); «ظهر اليوم» is `P0D`."""
_LONGEST = 200_000
"""Days a length may count from the report before its end is no date any more."""
_EDGE_OF_YEAR = {"start": ("01", "01"), "mid": ("06", "07"), "end": ("12", "12"), "late": ("11", "12")}


@frozen
class Value:
    """What one expression came to: TIMEX3, EDTF or None, why, the day meant if one, and what stays open."""

    timex: str
    edtf: str | None
    how: str
    day: date | None = None
    doubt: str = ""


def hijri_value(point: Point, anchor: Anchor | None, tense: Tense) -> Value | None:
    """A date of the Hijri year as one of the common year; None where it is no calendar's day."""
    found = hijri_date(point, anchor.day if anchor and anchor.year_known else None, tense)
    if found is None:
        return None
    written, day = found
    if day is None and point.weekday and written == "XXXX":
        written = f"XXXX-WXX-{point.weekday}"
    how = "Hijri date by the Umm al-Qura calendar"
    if day is not None and point.weekday and day.isoweekday() != point.weekday:
        # Countries begin a month a day apart; beyond that the words contradict each other.
        near = weekday_near(day, point.weekday)
        if abs((near - day).days) > 1:
            return Value(
                f"XXXX-WXX-{point.weekday}", None, f"{how}; {day} is no such weekday as the words say"
            )
        return Value(f"{near}", f"{near}", f"{how}, by its weekday", near)
    return Value(written, None if written.startswith("XXXX") else written, how, day)


def begin(value: str) -> str:
    """The first date of an interval, without qualifier."""
    return value.split("/")[0].rstrip("~")


def known_value(day: date, anchor: Anchor, timex: str, how: str) -> Value:
    written = anchor.write(day)
    if anchor.year_known:
        return Value(timex, written, how, day)
    return Value(written, None, f"{how}; the year is not stated", day)


def day_value(point: Point, year: int | None, how: str, month: int, number: int) -> Value | None:
    shown = f"{month:02d}-{number:02d}"
    if year is None:
        return Value(f"XXXX-{shown}", None, how)
    day = valid_date(year, month, number)
    if day is None:
        return None
    doubt = ""
    if point.weekday and day.isoweekday() != point.weekday:
        doubt = f"{day} is no such weekday as the words say; the date is kept"
    timex = f"{year}-{shown}" if point.year else f"XXXX-{shown}"
    return Value(timex, day.isoformat(), how, day, doubt)


def edge_of_month(edge: str, year: int | None, month: int, how: str, doubt: str) -> Value:
    last = monthrange(year or 2000, month)[1]
    days = {
        "start": ("01", "01"),
        "mid": ("15", "15"),
        "end": (str(last), str(last)),
        "late": ("21", str(last)),
    }
    low, high = days[edge]
    if year is None:
        timex = f"XXXX-{month:02d}" + ("" if edge == "late" else f"-{low}")
        return Value(timex, None, how, doubt=doubt)
    shown = f"{year}-{month:02d}"
    written = f"{shown}-{low}~" if low == high else f"{shown}-{low}~/{shown}-{high}~"
    return Value(shown, written, f"{edge} of the month; {how}")


def week_value(number: int, year: int | None, month: int, how: str) -> Value:
    """The n-th week of a month: days 1 to 7, 8 to 14, and so on, roughly."""
    timex = f"{year or 'XXXX'}-{month:02d}-W{number}"
    if year is None:
        return Value(timex, None, how)
    low = 7 * number - 6
    high = min(low + 6, monthrange(year, month)[1])
    return Value(
        timex, f"{year}-{month:02d}-{low:02d}~/{year}-{month:02d}-{high:02d}~", f"week of a month; {how}"
    )


def year_value(point: Point) -> Value:
    year = f"{point.year}"
    if point.edge is None:
        return Value(year, year, "year stated")
    return Value(year, _edge_of_year(year, point.edge), f"{point.edge} of the year")


def _edge_of_year(year: str, edge: str) -> str:
    low, high = _EDGE_OF_YEAR[edge]
    return f"{year}-{low}~" if low == high else f"{year}-{low}~/{year}-{high}~"


def unit_value(point: Point, anchor: Anchor | None) -> Value | None:
    """A whole week, month or year counted from now, an edge or a day of it."""
    turn, unit = point.turn or 0, point.unit or "M"
    timex = f"{'-' if turn < 0 else ''}P{abs(turn)}{unit}"
    if point.day is not None and point.turn == 0:
        timex = f"XXXX-XX-{point.day:02d}"
    if anchor is None or not anchor.year_known:
        if anchor is not None and unit == "M" and point.day is not None:
            timex = f"XXXX-{months_from(anchor.day, turn)[1]:02d}-{point.day:02d}"
        return Value(timex, None, "counted from an unknown day")
    how = f"counted from {anchor.how}"
    if unit == "W":
        low, high = (
            (anchor.moved(7 * turn), anchor.day) if turn < 0 else (anchor.moved(1), anchor.moved(7 * turn))
        )
        if turn == 0:
            low, high = anchor.moved(-6), anchor.moved(6)
        iso_year, week, _ = anchor.moved(7 * turn).isocalendar()
        timex = f"{iso_year}-W{week:02d}"
        return Value(timex, f"{low}~/{high}~", f"the week around {anchor.how}" if not turn else how)
    if unit == "Y":
        year = f"{anchor.day.year + turn}"
        return Value(timex, _edge_of_year(year, point.edge) if point.edge else year, how)
    year_number, month = months_from(anchor.day, turn)
    if point.day is not None:
        return day_value(replace(point, year=year_number), year_number, how, month, point.day)
    if point.week is not None:
        return week_value(point.week, year_number, month, how)
    if point.edge is not None:
        return replace(edge_of_month(point.edge, year_number, month, how, ""), timex=timex)
    return Value(timex, f"{year_number}-{month:02d}", how)


def share_value(value: Value, share: str) -> Value:
    """A half (`H2`) or quarter (`Q1`) of a year or month as the interval from its first to its last part."""
    number, parts = int(share[1]), 2 if share[0] == "H" else 4
    if value.edtf is None or len(value.edtf) not in (4, 7):
        return Value(f"XXXX-{share}", None, f"part of a time; {value.how}")
    first, last = 1, _MONTHS
    if len(value.edtf) == len("2020-01"):
        last = monthrange(int(value.edtf[:4]), int(value.edtf[5:]))[1]
    size = last // parts
    low = first + size * (number - 1)
    high = last if number == parts else low + size - 1
    written = f"{value.edtf}-{low:02d}/{value.edtf}-{high:02d}"
    return Value(f"{value.edtf}-{share}", written, f"part of a time; {value.how}")


def weekend_value(anchor: Anchor | None, tense: Tense) -> Value:
    """«نهاية الأسبوع» alone: of the week of the report where it is to come, of none known where not."""
    if anchor is None or not anchor.year_known or tense not in ("future", "due"):
        return Value("XXXX-WXX-WE", None, "the end of a week that is not named")
    year, week, weekday = anchor.day.isocalendar()
    low, high = anchor.moved(max(0, 4 - weekday)), anchor.moved(7 - weekday)
    return Value(f"{year}-W{week:02d}", f"{low}~/{high}~", f"the end of the week of {anchor.how}")


def season_value(point: Point, anchor: Anchor | None) -> Value:
    name = point.season or "SU"
    year, how = point.year, "season of a stated year"
    if year is None and anchor is not None and anchor.year_known:
        year, how = _year_of_season(name, point, anchor.day), f"season counted from {anchor.how}"
    if year is None:
        return Value(f"XXXX-{name}", None, "season of an unknown year")
    return Value(f"{year}-{name}", f"{year}-{_SEASON_CODES[name]}", how)


def _year_of_season(name: str, point: Point, today: date) -> int:
    """Winter bears the year it begins in."""
    if point.year_turn is not None:
        return today.year + point.year_turn
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    begun = today.month >= first
    inside = (today.month - first) % 12 < 3
    latest = today.year if begun else today.year - 1
    if point.turn == 1:
        return latest + 1
    if point.turn == 0:
        return latest if inside else today.year
    return latest - 1 if inside else latest


def offset_value(point: Point, anchor: Anchor | None) -> Value:
    offset = point.offset or 0
    timex = f"{'-' if offset < 0 else ''}P{abs(offset)}D"
    if anchor is None:
        if point.weekday:
            return Value(f"XXXX-WXX-{point.weekday}", None, "the day of the report is not known")
        return Value(timex, None, "the day of the report is not known")
    day, how, doubt = anchor.moved(offset), f"counted from {anchor.how}", ""
    if point.weekday and anchor.weekday_known and day.isoweekday() != point.weekday:
        near = weekday_near(day, point.weekday)
        doubt = f"{day} is no such weekday as the words say; the nearest such day is {near}"
        day, how = near, f"weekday nearest to {day}"
    return replace(known_value(day, anchor, timex, how), doubt=doubt)


def at_time(value: Value, point: Point) -> Value | None:
    """The clock time or part of day put on a day."""
    if point.clock is not None and not point.clock.settled and value.timex:
        return value
    if point.clock is not None:
        time = f"T{point.clock}{point.clock.zone}"
        if value.edtf and len(value.edtf) == 10:
            return replace(value, timex=value.edtf + time, edtf=value.edtf + time)
        return replace(value, timex=value.timex + time, edtf=None)
    if point.part is None or point.edge is not None:
        return value if value.timex else None
    if value.edtf and len(value.edtf) == 10:
        return replace(value, timex=f"{value.edtf}T{point.part}")
    if value.day and point.weekday2 and value.edtf:
        return replace(value, timex=f"{value.edtf[:10]}T{point.part}")
    if not value.edtf and (value.timex.startswith("XXXX") or value.timex in _OTHER_DAYS):
        return replace(value, timex=f"{value.timex}T{point.part}")
    return value if value.timex else replace(value, timex=f"T{point.part}")


def framed(value: Value, found: Found, anchor: Anchor | None) -> Value:
    """«منذ …» opens an interval; «… وحتى الآن» ends it on the day of the report."""
    if not found.since or (value.timex in ("PAST_REF", "FUTURE_REF")):
        return value
    date_ = _begin_kept(value.edtf) if value.edtf else None
    if date_ and found.start and found.start.edge == "start" and len(date_) == len("2020-01~"):
        date_ = f"{date_[:-1]}-01~"
    timex = value.timex
    if found.until_now and anchor is not None and anchor.year_known and date_:
        same = value.day == anchor.day
        date_ = date_[:10] if same else f"{date_}/{anchor.day}"
    elif date_:
        date_ = f"{date_}/.."
    if not timex.startswith(("P", "-P")) and "/" not in timex:
        timex = f"{timex}/.."
    return replace(value, timex=timex, edtf=date_, how=f"since; {value.how}")


def _begin_kept(value: str) -> str:
    return value.split("/")[0]


def span_value(length: Length, turn: int, anchor: Anchor | None) -> Value:
    """The last or next so many days, weeks, months: an interval that touches the day of the report."""
    timex = length.timex
    if anchor is None or not anchor.year_known:
        return Value(timex, None, "counted from an unknown day")
    moment = moved(anchor.day, length, turn)
    if moment is None:
        return Value(timex, None, "too fine for a calendar day")
    other = moment[0]
    here = anchor.day.isoformat()[: len(other)]
    written = f"{other}/{here}" if turn < 0 else f"{here}/{other}"
    return Value(timex, written, f"counted from {anchor.how}")


def moved(day: date, length: Length, turn: int) -> tuple[str, date | None] | None:
    """The moment so far from `day`, as fine as the length's smallest unit; None for parts of a day."""
    years = months = days = 0
    finest = "Y"
    for count, unit in length.parts:
        if unit in _DAYS:
            days += count * _DAYS[unit]
            finest = "D"
        elif unit == "H" and count % 24 == 0:
            days += count // 24
            finest = "D"
        elif unit == "M":
            months += count
            finest = finest if finest == "D" else "M"
        elif unit in ("Y", "DE"):
            years += count * (10 if unit == "DE" else 1)
        else:
            return None
    if abs(days) > _LONGEST:
        return None
    year, month = months_from(day, turn * (12 * years + months))
    if not 1000 <= year <= 9000:
        return None
    if finest == "Y":
        return f"{year:04d}", None
    if finest == "M":
        return f"{year:04d}-{month:02d}", None
    base = date(year, month, min(day.day, monthrange(year, month)[1]))
    day_there = base + timedelta(days=turn * days)
    return day_there.isoformat(), day_there
