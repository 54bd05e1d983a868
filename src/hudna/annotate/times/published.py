"""When a report was published, from what it says itself: a stamp, a dateline, or the day its lead names.

Nothing is filled in: a day without a year stays without one unless its weekday and the other years of the
text leave one reading within five years, and a report that only says «اليوم» stays undated.
"""

from datetime import date

from hudna.annotate.times.anchor import AGES, Anchor, anchor_of, valid_date, weekday_after
from hudna.annotate.times.sheet import Sheet
from hudna.annotate.times.values import Found, Point
from hudna.model.edtf import is_edtf, precision
from hudna.model.frozen import frozen
from hudna.model.report import Published

_SHORT_LINE = 14
_PROSE = 15
"""Words of a segment that is prose: above the first such stand the date lines of a page."""
_EXTRA_WORDS = 6
_LEAD_SENTENCES = 3
_PARTS = frozenset("-–—ـ|/\\،,:;()[]•·*")
_NEAR = 45
"""Days from a fully dated day within which a day without a year is of the same time."""
_WINDOW = 5
"""Years after the last year a text names in which a day with its weekday comes only once."""
_DEADLINE = frozenset({"بحلول", "حتي", "لغايه", "رويه", "افق", "مطلع"})


@frozen
class Dateline:
    """What is known of the day of writing: the public value, and the anchor for the words of the text.

    `coarse` stands for a month of which no day is known: it anchors months and years, no days.
    """

    published: Published
    anchor: Anchor | None
    coarse: Anchor | None = None


@frozen
class _Now:
    """What a text says of the day it was written on: its weekday, and the months it calls current."""

    weekday: int | None
    months: frozenset[int]

    def contradicts(self, day: date) -> bool:
        """Whether a day is far from that weekday or from such a month."""
        if self.weekday is not None and (self.weekday - day.isoweekday()) % 7 not in (0, 1, 6):
            return True
        return any((month - day.month) % 12 not in (0, 1, 11) for month in self.months)


def dateline(published: Published, sheet: Sheet, furniture: Sheet) -> Dateline:
    """The day of writing of a report: metadata first, then stamps, then the lead, then a day without year."""
    if published.basis == "metadata" and published.date:
        how = "the date of publication"
        return Dateline(published, anchor_of(published.date, how), _coarse(published.date, how))
    prose = _prose_begins(sheet)
    stamp = _stamped(sheet, prose) or _stamped(furniture, prose, everywhere=True)
    said = _Now(_weekday_of_today(sheet), _months_of_now(sheet))
    if stamp is not None and not said.contradicts(stamp[2]):
        return _stated(*stamp)
    return _from_lead(sheet, said) or _month_stamp(sheet) or _yearless(sheet) or _unknown(sheet)


def _stated(sheet: Sheet, found: Found, day: date) -> Dateline:
    start, end = sheet.span(found)
    how = f"the date line says «{sheet.text(found)}»"
    return Dateline(Published(day.isoformat(), "stated", start, end, how), Anchor(day))


def _full_day(point: Point | None) -> date | None:
    if point is None or not point.full:
        return None
    return valid_date(point.year or 0, point.month or 0, point.day or 0)


# -- stamps


def _stamped(sheet: Sheet, prose: int, everywhere: bool = False) -> tuple[Sheet, Found, date] | None:
    """The full date made a stamp by a word of publishing, a place before the first words, or its own line.

    A word of publishing wins, then the last such line above the segment `prose`: pages begin with the day of
    fetching. In furniture (`everywhere`) words of publishing count wherever they stand in the line.
    """
    weaker: dict[str, tuple[Sheet, Found, date]] = {}
    for found in sheet.founds:
        day = _full_day(found.start) if found.kind == "point" and not found.since else None
        if day is None or sheet.quote(found):
            continue
        words = _words_before(sheet, found)
        if any(w in sheet.lexicon.sets["updates"] for w in words):
            weaker.setdefault("update", (sheet, found, day))
        elif _is_stamp(sheet, found, words, everywhere):
            return sheet, found, day
        elif _is_alone(sheet, found, prose) if everywhere else _heads(sheet, found, prose):
            weaker["line" if sheet.segment(found) <= prose else "end"] = (sheet, found, day)
    update = weaker.get("update")
    if update and not everywhere and _line_size(sheet, update[1]) > _SHORT_LINE:
        update = None
    return weaker.get("line") or weaker.get("end") or update


def _month_stamp(sheet: Sheet) -> Dateline | None:
    """«date 2023-05»: a stamp that names no day; it anchors nothing."""
    for found in sheet.founds:
        point = found.start
        if found.kind == "point" and point and point.year and point.month and point.day is None:
            first, _ = sheet.words(found)
            if sheet.coded.tokens[first].kind == "number":
                start, end = sheet.span(found)
                how = f"the date line says «{sheet.text(found)}», no day"
                value = f"{point.year}-{point.month:02d}"
                published = Published(value, "stated", start, end, how)
                return Dateline(published, None, _coarse(value, "the dateline"))
    return None


def _coarse(value: str, how: str) -> Anchor | None:
    if not is_edtf(value) or precision(value) != "month" or int(value[:4]) not in AGES:
        return None
    return Anchor(date(int(value[:4]), int(value[5:7]), 1), weekday_known=False, how=how)


def _months_of_now(sheet: Sheet) -> frozenset[int]:
    """The months that a text calls current («أيار الجاري»)."""
    return frozenset(
        f.start.month
        for f in sheet.founds
        if f.kind == "point" and f.start is not None and f.start.month is not None
        and f.start.turn == 0 and not f.start.hijri and not sheet.quote(f)
    )  # fmt: skip


def _words_before(sheet: Sheet, found: Found) -> list[str]:
    """Words before an expression in its sentence, the nearest first."""
    first, _ = sheet.words(found)
    tokens = sheet.coded.tokens
    near: list[str] = []
    for i in range(first - 1, -1, -1):
        if tokens[i].sentence != tokens[first].sentence or len(near) > 40:
            break
        if tokens[i].kind == "word":
            near.append(tokens[i].norm)
    return near


def _is_stamp(sheet: Sheet, found: Found, before: list[str], everywhere: bool) -> bool:
    sets = sheet.lexicon.sets
    if everywhere:
        return any(sheet.lexicon.has("publishes", w) or sheet.lexicon.has("dated", w) for w in before)
    near = before[:2]
    for k, word in enumerate(near):
        if word in sets["publishes"] and before[k + 1 : k + 2] not in (["في"], ["عبر"]):
            return True
    short = _line_size(sheet, found) <= _SHORT_LINE
    return short and any(w in sets["dated"] for w in near) and not _tells(sheet, found)


def _tells(sheet: Sheet, found: Found) -> bool:
    """Whether the sentence of an expression has a verb other than one of publishing."""
    sentence, dated = sheet.reading.sentences[sheet.sentence(found)], sheet.lexicon.sets["dated"]
    return any(
        sheet.tenses.of(i) != "none" and sheet.coded.tokens[i].norm not in dated
        for i in range(sentence.first, sentence.last)
    )


def _line_size(sheet: Sheet, found: Found) -> int:
    """Words and numbers in the segment of an expression."""
    segment = sheet.segment(found)
    return sum(s.last - s.first for s in sheet.reading.sentences if s.segment == segment)


def _heads(sheet: Sheet, found: Found, prose: int) -> bool:
    return _is_line_of_its_own(sheet, found, prose) or _opens_the_news(sheet, found)


def _is_alone(sheet: Sheet, found: Found, prose: int) -> bool:
    """Whether a line of furniture above the prose holds a date and nothing else."""
    return sheet.segment(found) <= prose and _other_words(sheet, sheet.segment(found)) == 0


def _is_line_of_its_own(sheet: Sheet, found: Found, prose: int) -> bool:
    """A short line above the prose or at the bottom that tells no more than date, place and author."""
    segment, count = sheet.segment(found), len(sheet.reading.segments)
    if prose < segment < count - 3 or sheet.reading.segments[segment].kind == "title":
        return False
    extra = _other_words(sheet, segment)
    return extra <= _EXTRA_WORDS and (extra == 0 or _set_apart(sheet, found)) and not _tells(sheet, found)


def _prose_begins(sheet: Sheet) -> int:
    """The index of the first segment long enough to be prose, or their number where none is."""
    segments = sheet.reading.segments
    long = (
        s.segment
        for s in sheet.reading.sentences
        if s.last - s.first >= _PROSE and segments[s.segment].kind != "title"
    )
    return next(long, len(segments))


def _other_words(sheet: Sheet, segment: int) -> int:
    """Words and numbers of a segment that are in no time expression."""
    timed = {i for f in sheet.founds for i in range(*sheet.words(f))}
    return sum(
        sheet.coded.tokens[i].kind != "mark" and i not in timed
        for s in sheet.reading.sentences
        if s.segment == segment
        for i in range(s.first, s.last)
    )


def _set_apart(sheet: Sheet, found: Found) -> bool:
    """Whether a date has its line's edge or a mark on either side («حلب – 9 يناير 2026»)."""
    first, last = sheet.words(found)
    start, end = sheet.span(found)
    tokens, text = sheet.coded.tokens, sheet.reading.text
    part = sheet.reading.segments[sheet.segment(found)]
    if sheet.coded.codes[found.first - 1 : found.first] == "=":
        return True
    before = text[max(tokens[first - 1].start if first else 0, part.start) : start].strip()
    after = text[end : min(tokens[last].end if last < len(tokens) else len(text), part.end)].strip()
    return (not before or before[-1] in _PARTS) and (not after or after[0] in _PARTS)


def _opens_the_news(sheet: Sheet, found: Found) -> bool:
    """«طرابلس 27 أغسطس 2018 / …»: place and date before the first words, parted from them by a mark."""
    first, _ = sheet.words(found)
    sentence = sheet.reading.sentences[sheet.sentence(found)]
    opens = sheet.sentence(found) == _first_prose(sheet) and first - sentence.first <= _EXTRA_WORDS
    after = sheet.coded.codes[found.last : found.last + 2].removeprefix("}")[:1]
    return opens and after in tuple("/-:{") and sheet.tenses.before(first) == "none"


# -- the day the lead names


def _from_lead(sheet: Sheet, said: _Now) -> Dateline | None:
    """A day with its year that the text itself makes the day of writing."""
    for found in sheet.founds:
        day = _full_day(found.start) if found.kind == "point" and found.start else None
        if day is None or found.start is None or sheet.quote(found) or found.since:
            continue
        if found.start.deictic and found.start.offset is not None:
            return _inferred(sheet, found, date.fromordinal(day.toordinal() - found.start.offset))
        if said.contradicts(day):
            continue
        if not _leads(sheet, found) or _later_day(sheet, day) or not _agrees(sheet, found, day):
            continue
        if found.start.weekday is not None or (_is_news(sheet, found) and _first_sentence(sheet, found)):
            return _inferred(sheet, found, _moved_to(day, said.weekday))
    return None


def _agrees(sheet: Sheet, found: Found, day: date) -> bool:
    """Whether a day is the weekday its words say, and no other day is named before it in the report."""
    point = found.start
    if point is None or (point.weekday and point.weekday != day.isoweekday()):
        return False
    first = _first_prose(sheet)
    return not any(
        other.start is not None
        and (other.start.deictic or (other.start.weekday or day.isoweekday()) != day.isoweekday())
        for other in sheet.founds
        if other.first < found.first and other.kind == "point" and sheet.sentence(other) >= first
    )


def _moved_to(day: date, weekday: int | None) -> date:
    """The day itself, or the first one after it that is the weekday the text calls today."""
    return weekday_after(day, weekday, strictly=False) if weekday else day


def _inferred(sheet: Sheet, found: Found, day: date) -> Dateline:
    start, end = sheet.span(found)
    how = f"the report dates its news «{sheet.text(found)}»"
    return Dateline(Published(day.isoformat(), "inferred", start, end, how), Anchor(day))


def _leads(sheet: Sheet, found: Found) -> bool:
    """Whether an expression stands in the lead, or tells when something was said, and looks back."""
    if found.start is None or found.start.turn is not None or sheet.tense(found) in ("future", "due"):
        return False
    return sheet.sentence(found) < _first_prose(sheet) + _LEAD_SENTENCES or sheet.said_on(found)


def _first_prose(sheet: Sheet) -> int:
    """The index of the first sentence of a paragraph."""
    segments = sheet.reading.segments
    return next(
        (i for i, s in enumerate(sheet.reading.sentences) if segments[s.segment].kind == "paragraph"), 0
    )


def _first_sentence(sheet: Sheet, found: Found) -> bool:
    return sheet.sentence(found) <= _first_prose(sheet)


def _is_news(sheet: Sheet, found: Found) -> bool:
    """Whether a bare date tells when something was said, in a text that speaks of days as news does."""
    return sheet.said_on(found) and any(
        f.kind == "point" and f.start and f.start.month is None and (f.start.weekday or f.start.deictic)
        for f in sheet.founds
    )


def _later_day(sheet: Sheet, day: date) -> bool:
    """Whether the text names a later day as past: then the first is not the day of writing."""
    return any(
        (other := _full_day(f.start)) is not None and other > day and sheet.tense(f) not in ("future", "due")
        for f in sheet.founds
        if f.kind == "point"
    )


def _weekday_of_today(sheet: Sheet) -> int | None:
    """The weekday that «اليوم السبت», «أمس الجمعة» make the day of writing; None where they disagree."""
    days = {
        (f.start.weekday - f.start.offset - 1) % 7 + 1
        for f in sheet.founds
        if f.kind == "point"
        and f.start
        and f.start.weekday
        and f.start.offset is not None
        and not sheet.quote(f)
    }
    return days.pop() if len(days) == 1 else None


# -- a day without a year


def _yearless(sheet: Sheet) -> Dateline | None:
    """A day and month without a year, dated where weekday and other years leave one reading."""
    found = _yearless_day(sheet)
    if found is None or found.start is None:
        return None
    point = found.start
    today = _weekday_of_today(sheet)
    opens = _opens_the_news(sheet, found)
    weekday = point.weekday or (
        (today + (point.offset or 0) - 1) % 7 + 1 if today and (point.offset is not None or opens) else None
    )
    since = _last_year_named(sheet)
    month, number = point.month or 1, point.day or 1
    start, end = sheet.span(found)
    if since is not None and weekday is not None:
        fits = [
            d
            for year in range(since.year, since.year + _WINDOW)
            if (d := valid_date(year, month, number)) and d >= since and d.isoweekday() == weekday
        ]
        if fits:
            day = _day_of_writing(fits[0], point, today)
            how = (
                f"«{sheet.text(found)}» has no year; {fits[0]} is the first such weekday after {since.year}, "
                "the last year the text names as past"
            )
            return Dateline(Published(day.isoformat(), "inferred", start, end, how), Anchor(day))
    close = _beside_a_full_date(sheet, month, number, weekday)
    if close is not None:
        day = _day_of_writing(close, point, today)
        how = f"«{sheet.text(found)}» has no year; its weekday and a full date of the text near it leave one"
        return Dateline(Published(day.isoformat(), "inferred", start, end, how), Anchor(day))
    how = f"«{sheet.text(found)}» is stated without a year, and nothing in the text decides which"
    shape = _shape(month, number, weekday)
    published = Published(None, "unknown", start, end, how)
    if shape is None:
        return Dateline(published, None)
    anchor = Anchor(_day_of_writing(shape, point, today), False, weekday is not None)
    return Dateline(published, anchor)


def _beside_a_full_date(sheet: Sheet, month: int, number: int, weekday: int | None) -> date | None:
    """The day with that weekday within a few weeks of a full date of the text, past or to come."""
    if weekday is None:
        return None
    full = [day for f in sheet.founds if f.kind == "point" and (day := _full_day(f.start))]
    near = (
        d
        for day in full
        for year in (day.year - 1, day.year, day.year + 1)
        if (d := valid_date(year, month, number))
        and abs((d - day).days) <= _NEAR
        and d.isoweekday() == weekday
    )
    return next(near, None)


def _day_of_writing(day: date, point: Point, today: int | None) -> date:
    if point.offset is not None:
        return date.fromordinal(day.toordinal() - point.offset)
    return _moved_to(day, today)


def _yearless_day(sheet: Sheet) -> Found | None:
    """«أمس الجمعة 20 آب», else the first weekday with its date in the lead or beside a verb of saying."""
    found = [
        f
        for f in sheet.founds
        if f.kind == "point" and not f.since and f.start and f.start.day and f.start.month
        and not f.start.year and not f.start.hijri and not f.start.turn and f.start.year_turn is None
        and not sheet.quote(f)
    ]  # fmt: skip
    deictic = [f for f in found if f.start and f.start.offset is not None]
    named = [f for f in found if f.start and f.start.weekday and _leads(sheet, f)]
    opening = [f for f in found if _opens_the_news(sheet, f)]
    return next(iter(deictic or opening or named), None)


def _last_year_named(sheet: Sheet) -> date | None:
    """The beginning of the latest year, month or day the text names with its year and as past."""
    days = []
    for found in sheet.founds:
        point = found.end if found.kind == "range" else found.start
        if point is None or not point.year or point.hijri or not found.stated_year:
            continue
        before = _words_before(sheet, found)[:1]
        if sheet.tense(found) in ("future", "due") or (before and before[0] in _DEADLINE):
            continue
        day = valid_date(point.year, point.month or 1, point.day or 1)
        if day is not None:
            days.append(day)
    return max(days, default=None)


def _shape(month: int, number: int, weekday: int | None) -> date | None:
    """Some year in which that day exists and falls on that weekday: good for counting days only."""
    days = (valid_date(year, month, number) for year in range(2000, 2028))
    return next((d for d in days if d and (weekday is None or d.isoweekday() == weekday)), None)


def _unknown(sheet: Sheet) -> Dateline:
    days = [f for f in sheet.founds if f.kind == "point" and f.start and (f.start.deictic or f.start.weekday)]
    said = list(dict.fromkeys(f"«{sheet.text(f)}»" for f in days))[:3]
    how = f"no date is stated, only {', '.join(said)}" if said else "no date is stated"
    return Dateline(Published(None, "unknown", None, None, how), None)
