"""From the letters of a match to what they say; None where the words turn out not to be a time."""

import re
from dataclasses import replace

from hudna.annotate.times.encode import Coded
from hudna.annotate.times.lengths import LengthBuilder
from hudna.annotate.times.parts import PartBuilder
from hudna.annotate.times.slots import Slots, full_hour
from hudna.annotate.times.values import Clock, Edge, Found, Point

_EDGES: dict[str | int, Edge] = {"start": "start", "mid": "mid", "end": "end", "late": "late"}
_WARY_LEAD = frozenset("ifIεu<b")
_HOUR_LEAD = frozenset("iuf<,&πXa{|b")
_DAY_LEAD = "i<fuYπ|,&{=BaIε"
"""What may stand before a day whose month is left out («منذ 18 الجاري»)."""
_FRIDAY = 5
_MONTHS, _RAMADAN = 12, 9
_LATEST = 2060
"""The latest year that a bare number may be."""
_NAME = 3
"""Words before a year in quotation marks that make a name of it («صمود 2025»)."""
_OPENING, _CLOSING = frozenset('«"“'), frozenset('»"”')
_SHARES = {30: "H", 15: "Q"}
_MERIDIEM = {"κ": "MO", "g": "EV"}


class Builder(LengthBuilder, PartBuilder):
    """Builds `Found`s from matches over one coded text; holds no state between texts but the lexicon."""

    def moment(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """A day, a clock time, or both; a clock without «الساعة» needs a day or a zone beside it."""
        day, clock = match["day"], match["clock"]
        zones = [item.value for item in coded.items[match.start() : match.end()] if item.code == "ζ"]
        point = self._day(coded, *match.span("day")) if day else Point()
        if point is None:
            return None
        if clock:
            time = self._clock(coded, *match.span("clock"), str(*zones[:1]), point.part)
            if time is None or not (day or clock.startswith("c") or zones):
                return None
            point = replace(_after_midnight(point, coded, match), clock=time[0], part=point.part or time[1])
        return Found("point", match.start(), match.end(), point)

    def hour(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«الثالثة والنصف عصراً»: told from «الغارة الثالثة فجراً» by what precedes."""
        before = coded.codes[match.start() - 1 : match.start()] or "|"
        if before not in _HOUR_LEAD and coded.before(match.start()) not in ("عند", "تمام", "حدود"):
            return None
        part = next((k for k in range(*match.span("clock")) if coded.codes[k] in "PpT"), match.start("day"))
        day = self._day(coded, part, match.end("day")) if match["day"] else Point()
        zones = [item.value for item in coded.items[match.start() : match.end()] if item.code == "ζ"]
        time = self._clock(coded, *match.span("clock"), str(*zones[:1]), None)
        if day is None or time is None:
            return None
        day = replace(_after_midnight(day, coded, match), clock=time[0], part=day.part or time[1])
        return Found("point", match.start(), match.end(), day)

    def midnight(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«منتصف ليل الاثنين الثلاثاء» is 00:00 of the second day."""
        clock = Clock(0)
        if not match["day"]:
            return Found("point", match.start(), match.end(), Point(clock=clock, part="NI"))
        days = [item for item in coded.items[match.start() : match.end()] if item.code == "W"]
        if len(days) == 2 and not any(c in match.group() for c in "EAGMd"):
            point: Point | None = Point(weekday=int(days[1].value))
        else:
            point = self._day(coded, *match.span("day"))
        if point is None:
            return None
        point = _after_midnight(point, coded, match)
        return Found("point", match.start(), match.end(), replace(point, clock=clock, part="NI"))

    def night(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«ليل الخميس الجمعة»: the night between two neighbouring days."""
        first, second = (int(i.value) for i in coded.items[match.start() : match.end()] if i.code == "W")
        if first % 7 + 1 != second:
            return None
        turn = next((int(i.value) for i in coded.items[match.start() : match.end()] if i.code in "RNJ"), None)
        point = Point(weekday=first, weekday2=second, part="NI", turn=turn)
        return Found("point", match.start(), match.end(), point)

    def unit(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«الشهر الماضي», «هذا العام», «العام الجاري (2020)»."""
        items = coded.items[match.start() : match.end()]
        unit = next(item for item in items if item.code in "FSC")
        turn = next((int(i.value) for i in items if i.code in "RNJr"), 0)
        year = next((int(i.value) for i in items if i.code == "y"), None)
        point = Point(year=year) if year else Point(unit=str(unit.value), turn=turn)
        return Found("point", match.start(), match.end(), point, relative=year is None)

    def same(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«العام نفسه», «الشهر ذاته»."""
        unit = "Y" if "C" in match.group() else "M"
        return Found("point", match.start(), match.end(), Point(unit=unit, same=True))

    def beside(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«في العام التالي», «الشهر الذي سبقه»."""
        unit = "Y" if "C" in match.group() else "M"
        point = Point(unit=unit, beside=int(coded.items[match.end() - 1].value))
        return Found("point", match.start(), match.end(), point)

    def edge(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«مطلع الشهر», «أواخر 2019», «منتصف أبريل الماضي»."""
        start, end = match.span()
        edge = _EDGES[coded.items[start].value]
        rest = match.group()[1:].removeprefix("f")
        if "M" in rest or "m" in rest:
            point = self._day(coded, start + 1, end)
            return None if point is None else Found("point", start, end, replace(point, edge=edge))
        items = coded.items[start + 1 : end]
        year = next((int(i.value) for i in items if i.code == "y"), None)
        if year is not None:
            return Found("point", start, end, Point(year=year, edge=edge))
        unit = next(item for item in items if item.code in "FSC")
        turn = next((int(i.value) for i in items if i.code in "RNJ"), 0 if "t" in rest else None)
        point = Point(unit=str(unit.value), turn=turn, edge=edge)
        return Found("point", start, end, point, relative=True)

    def week(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«الأسبوع الرابع من نيسان»; without a month it points back at the month named last."""
        start, end = match.span()
        number = int(coded.items[start + 1].value)
        rest = match.group()[2:]
        if number > 5:
            return None
        if "M" in rest or "m" in rest:
            point = self._day(coded, start + 2, end)
            return None if point is None else Found("point", start, end, replace(point, week=number))
        if "S" in rest:
            turn = next((int(i.value) for i in coded.items[start:end] if i.code in "RNJ"), 0)
            return Found("point", start, end, Point(unit="M", turn=turn, week=number), relative=True)
        last = end if rest.endswith("ι") else start + 2
        return Found("point", start, last, Point(week=number, of_it=True))

    def share(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«النصف الأول من العام», «الربع الأخير من 2021», «النصف الثاني من أيار»."""
        start, end = match.span()
        letter = _SHARES.get(int(coded.items[start].value))
        if letter is None:
            return None
        which = coded.items[start + 1]
        parts = 2 if letter == "H" else 4
        number = parts if which.code == "r" else int(which.value)
        if not 1 <= number <= parts:
            return None
        rest = start + 2 + (coded.codes[start + 2] == "f")
        point = self._shared(coded, rest, end)
        if point is None:
            return None
        return Found("point", start, end, replace(point, share=f"{letter}{number}"))

    def _shared(self, coded: Coded, start: int, end: int) -> Point | None:
        letters, items = coded.codes[start:end], coded.items[start:end]
        if "M" in letters or "m" in letters:
            return self._day(coded, start, end)
        year = next((int(i.value) for i in items if i.code == "y"), None)
        if year is not None:
            return Point(year=year)
        turn = next((int(i.value) for i in items if i.code in "RNJ"), 0)
        return Point(unit="M" if "S" in letters else "Y", turn=turn)

    def feast(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«أول أيام عيد الفطر», «يوم عيد الأضحى»."""
        items = coded.items[match.start() : match.end()]
        month, day = (int(n) for n in str(items[-1].value).split("-"))
        number = next((int(i.value) for i in items if i.code in "oω"), 1)
        part = next((str(i.value) for i in items if i.code in "Pp"), None)
        point = Point(month=month, day=day + number - 1, hijri=True, part=part)
        return Found("point", match.start(), match.end(), point)

    def short_date(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«بتاريخ 28/4», «الثلاثاء 28/4», and «الكويت - 21 - 4 (…)» as some agencies begin."""
        start, end = match.span()
        day, month = (int(i.value) for i in coded.items[start:end] if i.code == "d")
        if month > _MONTHS or not (coded.codes[start] in "YW" or self._dates(coded, start, match.group())):
            return None
        weekday = next((int(i.value) for i in coded.items[start:end] if i.code == "W"), None)
        point = Point(month=month, day=day, weekday=weekday)
        return Found("point", start, end, point)

    def _dates(self, coded: Coded, start: int, letters: str) -> bool:
        """Whether two numbers follow «بتاريخ», or a place at the very start of a sentence."""
        if "/" in letters:
            return coded.before(start) in ("بتاريخ", "تاريخ", "وبتاريخ")
        head = coded.codes[:start].rpartition("|")[2]
        return head in ("_-", "__-")

    def decade(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«تسعينيات القرن الماضي», «في الثمانينيات»; not «في السبعينيات من عمره»."""
        start, end = match.span()
        item = coded.items[start]
        if coded.codes[start + 1 : start + 2] == "f" and self.lexicon.has("ages", coded.after(start + 1)):
            return None
        of_century = coded.tokens[item.last - 1].norm == "القرن"
        return Found("ref", start, end if of_century else start + 1, vague=str(item.value))

    def season(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«صيف 2018», «الشتاء الماضي»."""
        items = coded.items[match.start() : match.end()]
        season = next(str(i.value) for i in items if i.code == "δ")
        year = next((int(i.value) for i in items if i.code == "y"), None)
        turn = next((int(i.value) for i in items if i.code in "RNJ"), 0 if "t" in match.group() else None)
        of_year = "C" in match.group()
        point = Point(
            season=season, year=year, turn=None if of_year else turn, year_turn=turn if of_year else None
        )
        return Found("point", match.start(), match.end(), point, relative=year is None)

    def month(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """A month with or without year; wary names need a neighbour that says they are months."""
        start, end = match.span()
        numbered = coded.codes[start - 1 : start] == "d"
        if "y" not in match.group() and self._names(coded, start - numbered, "names-date"):
            return None
        point = self._day(coded, start, end)
        if point is None:
            return None
        letters = match.group()
        lone = letters == "m"
        if lone and (coded.codes[start - 1 : start] or "|") not in _WARY_LEAD:
            return None
        if lone and coded.codes[start - 1] in "fub" and coded.codes[start - 2 : start - 1] not in ("o", "d"):
            return None
        return Found("point", start, end, point)

    def hijri(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """A month of the Hijri year, with «شهر», its year or a turn; «في رمضان» needs none of them."""
        start, lone = match.start(), match.group() == "H"
        if lone and (
            coded.items[start].value != _RAMADAN or coded.codes[start - 1 : start] not in tuple("iIBa<u")
        ):
            return None
        point = self._day(coded, *match.span())
        return None if point is None else Found("point", match.start(), match.end(), point)

    def year(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """A year after «عام», or a bare number that no count, name or unit claims."""
        start, end = match.span()
        at = start + match.group().index("y")
        year = int(coded.items[at].value)
        if at > start:
            return Found("point", start, end, Point(year=year))
        before = coded.codes[start - 1 : start] or "|"
        if self._counted(coded, start) or self._names_year(coded, start):
            return None
        if before in "dnDqXy:/-" or year > _LATEST:
            return None
        stated = before in "i<" or "g" in match.group()
        return Found("point", start, end, Point(year=year), stated_year=stated)

    def year_month(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«date 2023-05»: only after a word of publishing, for «2020/12» may be anything."""
        start, end = match.span()
        month = int(coded.items[start + 2].value)
        before = coded.before(start)
        if month > 12 or not before or not self.lexicon.has("publishes", before):
            return None
        return Found("point", start, end, Point(year=int(coded.items[start].value), month=month))

    def hijri_year(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«عام 1441 هـ»."""
        year = next(int(i.value) for i in coded.items[match.start() : match.end()] if i.code == "h")
        return Found("point", match.start(), match.end(), Point(year=year, hijri=True))

    def prayer(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«بعد صلاة الجمعة», «صلاة العشاء السبت»: only with what makes it a time, a day or a preposition."""
        start, end = match.span()
        before = coded.codes[start - 1 : start]
        day = self._day(coded, *match.span("day")) if match["day"] else Point()
        if day is None or (not match["day"] and before not in tuple("aBIu<")):
            return None
        value = str(coded.items[start].value)
        if value == "FR":
            value = "AF" if before == "a" else "MI"
            day = day if match["day"] else replace(day, weekday=_FRIDAY)
        return Found("point", start, end, replace(day, part=day.part or value))

    def days(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«من 4 إلى 11 أيار», «يومي 5 و6 مارس»."""
        last = self._day(coded, *match.span("b"))
        day = int(coded.items[match.start("a")].value)
        if last is None or last.month is None or last.day is None or day >= last.day:
            return None
        return Found("range", match.start(), match.end(), replace(last, day=day), last)

    def points(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«من 28 فبراير إلى 3 مارس», «بين الأحد والثلاثاء», «من يناير حتى مارس 2019»."""
        name = "a" if match["a"] else "a2"
        first, last = self._day(coded, *match.span(name)), self._day(coded, *match.span("b"))
        if first is None or last is None:
            return None
        return Found("range", match.start(), match.end(), first, last)

    def hours(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«من الساعة 8 حتى 11 صباحاً», «بين الثامنة والعاشرة مساء السبت»."""
        name = "day" if match["day"] else "day0"
        if match["day"] and match["day0"]:
            return None
        point = self._day(coded, *match.span(name)) if match[name] else Point()
        letters = match["a"] + match["b"]
        told = "c" in letters or "O" in letters or ":" in letters or match["b"][-1] in "PpT0κg"
        last = self._clock(coded, *match.span("b"), "", point.part if point else None)
        if point is None or last is None or not told:
            return None
        first = self._clock(coded, *match.span("a"), "", None)
        if first is not None and first[1] is None and first[0].hour % 12 < last[0].hour % 12:
            first = self._clock(coded, *match.span("a"), "", last[1])
        if first is None:
            return None
        zone = "".join(str(i.value) for i in coded.items[match.start() : match.end()] if i.code == "ζ")
        start, end = (replace(point, clock=replace(c, zone=zone), part=p) for c, p in (first, last))
        return Found("range", match.start(), match.end(), start, end)

    def weekdays(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«يومي الجمعة والسبت»."""
        first, last = (int(i.value) for i in coded.items[match.start() : match.end()] if i.code == "W")
        if first % 7 + 1 != last and match.group()[0] != "b":
            return None
        return Found("range", match.start(), match.end(), Point(weekday=first), Point(weekday=last))

    def years(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«بين عامي 2011 و2018», «2016-2018»; two years joined by «و» need «بين» or «عامي»."""
        first, last = (int(i.value) for i in coded.items[match.start() : match.end()] if i.code == "y")
        letters = match.group()
        if not first < last <= first + 100 or self._counted(coded, match.end() - 1):
            return None
        joined = "&" in letters and "u" not in letters
        if joined and not (letters.startswith("b") or ("2" in letters and last == first + 1)):
            return None
        if "/" in letters and last != first + 1:
            return None
        return Found("range", match.start(), match.end(), Point(year=first), Point(year=last))

    def next_day(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«في اليوم التالي»."""
        return Found("point", match.start(), match.end(), Point(offset=1, of_it=True))

    def day_turned(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«خلال اليوم الماضي», «في اليوم المقبل»."""
        turn = int(coded.items[match.end() - 1].value)
        return Found("point", match.start(), match.end(), Point(offset=turn), relative=True)

    def ref(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«في وقت سابق», and with a day «في وقت سابق اليوم»."""
        if match["day"]:
            point = self._day(coded, *match.span("day"))
            return None if point is None else Found("point", match.start(), match.end(), point)
        if match["unit"]:
            return self.unit(coded, match)
        vague = "PAST_REF" if match.group() == "ρ" else "FUTURE_REF"
        return Found("ref", match.start(), match.end(), vague=vague)

    def anaphor(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«منذ ذلك الوقت»."""
        return Found("anaphor", match.start(), match.end(), since=True)

    def _names(self, coded: Coded, start: int, kind: str) -> bool:
        before = coded.before(start)
        return bool(before) and self.lexicon.has(kind, before)  # type: ignore[arg-type]

    def _names_year(self, coded: Coded, at: int) -> bool:
        """«ثورة 1919», «رؤية 2030», «صمود 2025» in quotation marks: the year is part of a name."""
        token = coded.items[at].last
        closing = token < len(coded.tokens) and coded.tokens[token].norm in _CLOSING
        before = coded.tokens[max(0, token - 1 - _NAME) : token - 1]
        quoted = closing and any(t.norm in _OPENING for t in before)
        return quoted or self._names(coded, at, "names-year")

    def _counted(self, coded: Coded, at: int) -> bool:
        """Whether a number that looks like a year counts things or numbers a name."""
        before, after = coded.before(at), coded.after(at)
        if before and (self.lexicon.has("counts", before) or self.lexicon.has("names-number", before)):
            return True
        if after in self.lexicon.sets["counted"] or coded.codes[at + 1 : at + 2] in tuple("YseULKqDdn"):
            return True
        if coded.codes[at + 1 : at + 2] == ":" and coded.codes[at + 2 : at + 3] in tuple("dn"):
            return True
        return len(after) >= 4 and after.endswith("ا") and not after.startswith(("ال", "و", "ب", "ل", "ف"))

    def _clock(
        self, coded: Coded, start: int, end: int, zone: str, part: str | None
    ) -> tuple[Clock, str | None] | None:
        """The clock time of items `[start, end)` and the part of day among them."""
        numbers, minus, extra = [], False, 0
        for item in coded.items[start:end]:
            if item.code in "Oqodn":
                numbers.append(int(item.value))
            elif item.code == "D":
                numbers.extend(_hour_and_minute(str(item.value)))
            elif item.code in "PpT0":
                part = str(item.value)
            elif item.code in "κg":
                part = _MERIDIEM[item.code]
            elif item.code == "μ":
                minus = True
            elif item.code == "K":
                extra = int(item.value)
        if not numbers:
            return None
        minute = (numbers[1] if len(numbers) > 1 else 0) + (0 if minus else extra)
        hour = numbers[0]
        if hour > 24 or minute > 59 or (":" not in coded.codes[start:end] and hour > 12 and part):
            return None
        digital = ":" in coded.codes[start:end] or "D" in coded.codes[start:end]
        settled = hour > 12 or part is not None or bool(zone) or digital
        hour = full_hour(hour % 24, part)
        if minus:
            hour, minute = (hour - 1) % 24, 60 - extra
        return Clock(hour, minute, zone, settled), part

    def _day(self, coded: Coded, start: int, end: int) -> Point | None:
        """The point that the items `[start, end)` fill in, or None where they do not fit together."""
        slots = Slots()
        for k in range(start, end):
            slots.take(coded.items[k], coded.codes[k - 1 : k] if k > start else "")
        point = slots.point()
        if point is None or self._is_name(coded, start, end, point):
            return None
        letters = coded.codes[start:end]
        if point.unit == "M" and "S" not in letters and not self._monthless(coded, start, end):
            return None
        if "om" in letters or ("ω" in letters and point.day != 1):
            return None
        return point

    def _monthless(self, coded: Coded, start: int, end: int) -> bool:
        """«منذ 18 الجاري», but not «الدورة 18 الجارية», «الاجتماع الخامس الحالي»."""
        last = next(i for i in reversed(coded.items[start:end]) if i.code == "J")
        masculine = coded.tokens[last.first].norm in ("الجاري", "الحالي")
        return masculine and (
            coded.codes[start] not in "do" or coded.codes[start - 1 : start] in tuple(_DAY_LEAD)
        )

    def _is_name(self, coded: Coded, start: int, end: int, point: Point) -> bool:
        """«سوق الجمعة», «ثورة 25 يناير», «روسيا اليوم», «اليوم العالمي»."""
        letters = coded.codes[start:end]
        if (
            point.weekday
            and letters[0] == "W"
            and point.day is None
            and self._names(coded, start, "names-weekday")
        ):
            return True
        if letters == "W" and coded.codes[start - 1 : start] == "L" and coded.codes[end : end + 1] != "&":
            return True  # «أيام الجمعة»
        if letters == "W" and coded.codes[start - 1 : start] == "b":
            return coded.codes[end : end + 1] != "&"
        if point.month and point.day and letters[0] == "d" and self._names(coded, start, "names-date"):
            return True
        if letters in ("E", "G", "A"):
            return self._lone_deictic(coded, start)
        if letters == "tE":  # «في مثل هذا اليوم من عام 2013»
            return coded.before(start) == "مثل" or coded.after(end - 1) in self.lexicon.sets["not-today"]
        return False

    def _lone_deictic(self, coded: Coded, start: int) -> bool:
        item = coded.items[start]
        before, after = coded.before(start), coded.after(start)
        if item.code == "E":
            per_day = before == "في" or (coded.codes[start - 1 : start] == "π" and item.part is None)
            written_on = coded.tokens[item.first].norm
            return (
                (per_day and not written_on.startswith(("لل", "ولل")))
                or (before != "" and self.lexicon.has("names-today", before))
                or after in self.lexicon.sets["not-today"]
            )
        bare = coded.tokens[item.first].norm
        if item.code == "G" and bare.endswith("الغد"):
            return coded.codes[start - 1 : start] not in tuple("YPpiuπ")
        return item.code == "G" and bare == "غد" and coded.codes[start - 1 : start] not in tuple("YPp")


def _after_midnight(point: Point, coded: Coded, match: "re.Match[str]") -> Point:
    """«منتصف ليل أمس», «الثانية بعد منتصف ليل أمس»: midnight ends yesterday and begins today."""
    at = match.start() + match.group().find("0")
    if at < match.start() or point.offset is None or point.offset >= 0 or point.full:
        return point
    if not coded.tokens[coded.items[at].last - 1].norm.startswith("ليل"):
        return point  # «الثانية بعد منتصف الليل أمس»
    return replace(point, offset=point.offset + 1, weekday=None)


def _hour_and_minute(written: str) -> list[int]:
    """«6,00» and «18.30» as agencies write the clock; nothing for other decimals."""
    hour, _, minute = written.replace(",", ".").partition(".")
    good = hour.isdigit() and minute.isdigit() and len(minute) == 2 and len(hour) <= 2
    return [int(hour), int(minute)] if good else []
