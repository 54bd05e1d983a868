"""Since when a count runs where its sentence gives no date: what began when another sentence says so.

«منذ اندلاع الحرب» counts from the day that the report tells of the war, «خلال الفترة التي يغطيها التقرير»
from the days its head covers, a line of a list from those of the line above it. Where the report tells two
days for one beginning, the day stays unknown.
"""

from collections.abc import Iterator

from hudna.extract.figure_scope import ScopeWords, SinceTime
from hudna.extract.scene import Scene
from hudna.model.annotations import TimeExpression
from hudna.text.clitics import leads
from hudna.text.reading import Sentence, Token

_NAME_REACH = 5
"""Tokens from «منذ» to what began."""
_DATE_REACH = 7
"""Tokens from what began to its date."""
_HEAD = 3
"""Sentences in which a bulletin says what days it covers."""
_STEM = 3
_LONGEST_LIST = 30
_BULLETS = frozenset("•-–—*▪●")


class ReportBeginnings:
    """When what a report tells of began. Used for one text, then dropped."""

    def __init__(self, scene: Scene, words: ScopeWords) -> None:
        self.scene = scene
        self.words = words
        self._dates: dict[str, TimeExpression | None] | None = None

    def of(self, sentence: Sentence) -> SinceTime | None:
        """The beginning that a sentence counts from without a date of its own."""
        tokens = self.scene.reading.tokens
        for k in range(sentence.first, sentence.last):
            uses = self.words.uses(tokens[k].norm)
            if "since" in uses:
                time = self._begun(sentence, k)
                if time is not None:
                    return SinceTime(time, k, "since")
            if "period" in uses and self._of_report(sentence, k):
                time = self._covered()
                return SinceTime(time, k, "during") if time is not None else None
        return self._listed(sentence)

    def _begun(self, sentence: Sentence, since: int) -> TimeExpression | None:
        """«منذ بدء الحملة», «منذ الهدنة»: the date told of it elsewhere."""
        tokens = self.scene.reading.tokens
        for k in range(since + 1, min(sentence.last, since + 1 + _NAME_REACH)):
            if k in self.scene.time_at or tokens[k].norm in "،؛.":
                return None
            noun = self._noun(tokens[k])
            if noun is not None:
                return self._told().get(noun)
        return None

    def _noun(self, token: Token) -> str | None:
        """A word for what begins (a war, an accord) by its stem, which «هجومها» and «هجوماً» share."""
        for _, word in leads(token.norm):
            uses = self.words.uses(word)
            if "conflict" in uses or "accord" in uses:
                return word.removeprefix("ال")[:_STEM]
        return None

    def _told(self) -> dict[str, TimeExpression | None]:
        """What begins with the date told for it; None where two are told."""
        if self._dates is None:
            self._dates = {}
            for noun, time in self._beginnings():
                same = self._dates.get(noun, time)
                self._dates[noun] = time if same is not None and same.date == time.date else None
        return self._dates

    def _beginnings(self) -> Iterator[tuple[str, TimeExpression]]:
        """«اندلعت الحرب في 15 أبريل 2023», «الهدنة التي دخلت حيز التنفيذ الأربعاء»: a noun with its date."""
        tokens, done = self.scene.reading.tokens, None
        for at, time in self.scene.time_at.items():
            if time is done or time.date is None:
                continue
            done = time
            first = self.scene.reading.sentences[tokens[at].sentence].first
            before = range(at - 1, max(first, at - _DATE_REACH) - 1, -1)
            noun = self._beginning_in(before) or (
                self._waged(at) if (time.date or "").endswith("/..") else None
            )
            if noun is not None:
                yield noun, time

    def _beginning_in(self, way: range) -> str | None:
        """The first noun along the way for what begins, where a word of beginning stands there too."""
        tokens = self.scene.reading.tokens
        if not any("outbreak" in self.words.uses(tokens[k].norm) for k in way):
            return None
        return next((n for k in way if (n := self._noun(tokens[k])) is not None), None)

    def _waged(self, at: int) -> str | None:
        """«منذ عشرة أيام يشن الجيش هجوماً»: what is waged since a time."""
        tokens = self.scene.reading.tokens
        last = min(self.scene.reading.sentences[tokens[at].sentence].last, at + 2 * _DATE_REACH)
        verb = next((k for k in range(at, last) if "waging" in self.words.uses(tokens[k].norm)), last)
        return next((n for k in range(verb, last) if (n := self._noun(tokens[k])) is not None), None)

    def _of_report(self, sentence: Sentence, k: int) -> bool:
        """«الفترة التي يغطيها هذا التقرير», «الفترة المشمولة بالتقرير»."""
        behind = self.scene.reading.tokens[k + 1 : min(sentence.last, k + _NAME_REACH)]
        return self.words.has("report", *behind)

    def _covered(self) -> TimeExpression | None:
        """The first stretch of days that the head of the report names."""
        for sentence in self.scene.reading.sentences[:_HEAD]:
            for k in range(sentence.first, sentence.last):
                time = self.scene.time_at.get(k)
                if time is not None and "/" in (time.date or time.timex).strip("/."):
                    return time
        return None

    def _listed(self, sentence: Sentence) -> SinceTime | None:
        """A line of a list is of the days that the line above the list names before its colon."""
        tokens, sentences = self.scene.reading.tokens, self.scene.reading.sentences
        if tokens[sentence.first].norm not in _BULLETS:
            return None
        here = tokens[sentence.first].sentence
        for number in range(here - 1, max(-1, here - _LONGEST_LIST), -1):
            above = sentences[number]
            if tokens[above.first].norm in _BULLETS:
                continue
            if tokens[above.last - 1].norm != ":":
                return None
            times = (self.scene.time_at.get(k) for k in range(above.first, above.last))
            time = next((t for t in times if t is not None), None)
            return SinceTime(time, sentence.first, "during") if time is not None else None
        return None
