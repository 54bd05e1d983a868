"""Lengths of time and what is counted by them: «لمدة سبعة أيام», «قبل يومين», «لليوم الخامس»."""

import re

from hudna.annotate.times.complement import from_a_place
from hudna.annotate.times.encode import Coded
from hudna.annotate.times.lexicon import Lexicon
from hudna.annotate.times.slots import and_a_half, half
from hudna.annotate.times.values import Found, Length

_LATEST_YEAR = 20
"""The highest day, week or year that something is said to enter; above it «عامه» counts somebody's life."""
_AGE_REACH = 3


class LengthBuilder:
    """Builds lengths from matches; holds no state between texts but the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def span(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«خلال الأيام الثلاثة الماضية», «آخر 24 ساعة», «الأيام المقبلة»."""
        start, end = match.span()
        items = coded.items[start:end]
        turn = 1 if match.group().endswith("N") else -1
        unit = next(item for item in items if item.code in "lvUseYLV")
        count = 2 if unit.code in "vV" else next((i.value for i in items if i.code in "dqyno"), None)
        if count is None and match.group().endswith("r") and coded.codes[end : end + 1] == "f":
            return None
        if count is None:
            vague = "PAST_REF" if turn < 0 else "FUTURE_REF"
            return Found("ref", start, end, vague=vague)
        return Found("span", start, end, length=Length(((int(count), str(unit.value)),)), turn=turn)

    def ago(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«منذ يومين», «قبل نحو 9 سنوات»; «قبل يومين من …» counts from something else than today."""
        start, end = match.span()
        about = coded.codes[end - 2] == "X" and coded.codes[end - 1] in "FSCc"
        length = _about(coded, end) if about else self._length(coded, start + 1, end)
        if length is None:
            return None
        since = coded.codes[start] == "<"
        if coded.codes[end : end + 1] == "q" and coded.items[end].value == 1:
            end += 1
        elsewhere = not since and coded.codes[end : end + 1] == "f" and coded.codes[end + 1 : end + 2] != "α"
        elsewhere = elsewhere and not from_a_place(coded, end, self.lexicon)
        return Found("ago", start, end, length=length, since=since, relative=not elsewhere)

    def ahead(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«بعد أسبوعين»: from today only where something is still to come."""
        start, end = match.span()
        length = self._length(coded, start + 1, end)
        if length is None:
            return None
        return Found("ahead", start, end, length=length, relative=coded.codes[end : end + 1] != "f")

    def length(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«لمدة سبعة أيام», «شهرين وثلاثة أيام», «خلال 10 أسابيع»; ages of people are left out."""
        start, end = match.span()
        on = coded.tokens[coded.items[start].first].norm
        if match.group()[0] == "π" and (not on.startswith(("ل", "ول")) or on.endswith("عقد")):
            return None  # «لعقد اجتماع»
        if match.group()[-1] in "UseY" and coded.after(end - 1).startswith("ال"):
            return None
        in_brackets = coded.codes[start - 1 : start] == "{" and coded.codes[end : end + 1] == "}"
        if in_brackets or self._is_age(coded, start):
            return None
        length = self._length(coded, start, end)
        return None if length is None else Found("length", start, end, length=length)

    def lengths(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«بين ثلاثة وستة أشهر», «من 3 إلى 5 سنوات»."""
        start, end = match.span()
        low, high = (int(i.value) for i in coded.items[start:end] if i.code in "dqn")
        unit = str(coded.items[end - 1].value)
        if low >= high or self._is_age(coded, start):
            return None
        least, most = Length(((low, unit),)), Length(((high, unit),))
        return Found("length", start, end, length=most, least=least)

    def vague(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«منذ أشهر», «قبل أيام قليلة», «منذ فترة وجيزة»; not «قبل ساعات من …»."""
        end = match.end()
        before_it = match.group()[0] == "B" and coded.codes[end : end + 1] == "f"
        if before_it and not from_a_place(coded, end, self.lexicon):
            return None
        return Found("ref", match.start(), match.end(), vague="PAST_REF")

    def streak(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«لليوم الخامس على التوالي», «لليوم الرابع», «تدخل عامها الثالث»; «عامه الستين» is an age,
        «يومه الأول» no length."""
        items = coded.items[match.start() : match.end()]
        unit = next(i for i in items if i.code in "EFSCγYp")
        count = next(int(i.value) for i in items if i.code in "odO")
        word = coded.tokens[unit.first].norm
        own = unit.code == "γ" or word.endswith("يومه")
        to_it = word.startswith(("لل", "ولل")) or unit.code == "p"
        if not (items[-1].code == "σ" or to_it or own):
            return None
        if own and (not 1 < count <= _LATEST_YEAR or self._is_age(coded, match.start())):
            return None
        length = Length(((count, "D" if unit.code in "EYp" else str(unit.value)),))
        return Found("streak", match.start(), match.end(), length=length)

    def _is_age(self, coded: Coded, start: int) -> bool:
        """Whether a word of ages stands shortly before item `start`, or before the «بين 14 و» it ends."""
        if coded.codes[start - 1 : start] == "&" and coded.codes[start - 3 : start - 2] in ("b", "f"):
            start -= 3
        first = coded.items[start].first
        near = {coded.tokens[t].norm for t in range(max(0, first - _AGE_REACH), first)}
        return any(self.lexicon.has("ages", norm) for norm in near)

    def _length(self, coded: Coded, start: int, end: int) -> Length | None:
        if start > 0 and coded.codes[start - 1] in "dnyhqD" and coded.codes[start] in "dnyhqK":
            return None
        parts: list[tuple[int, str]] = []
        count, bound = 1, ""
        for item in coded.items[start:end]:
            if item.code == "X":
                bound = str(item.value)
            elif item.code == "q" and parts and end - start >= 2 and coded.items[end - 1] is item:
                if item.value != 1:
                    return None  # «ساعة واحدة»
            elif item.code in "dqynho":
                count = int(item.value)
                if item.code == "o" and not _is_ten(count):
                    return None  # «الثلاثين يوماً», not «الثالث يوم»
            elif item.code in "YseUL":
                parts.append((count, str(item.value)))
                count = 1
            elif item.code in "Vv":
                parts.append((2, str(item.value)))
            elif item.code == "K" and item.value == 30:
                if not parts and end - start >= 2:
                    return half(str(coded.items[end - 1].value), bound)
                parts = and_a_half(parts)
            elif item.code == "K":
                return None
        return Length(tuple(parts), bound) if parts else None


def _is_ten(count: int) -> bool:
    return count >= 20 and count % 10 == 0


def _about(coded: Coded, end: int) -> Length:
    """«قرابة الأسبوع», «نحو الساعة»."""
    bound, unit = coded.items[end - 2], coded.items[end - 1]
    return Length(((1, "H" if unit.code == "c" else str(unit.value)),), str(bound.value))
