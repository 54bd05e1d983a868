"""Where a count belongs: to the place its clause states, else to the one its paragraph or the heading set.

Places that only say where guns stand, where people fled to, where a speaker sits or what an accord is called
are not where it happened. Where two places are as likely, the place stays unknown.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from hudna.extract.figure_kinds import Count
from hudna.extract.figure_scope import ScopeWords, Use
from hudna.extract.scene import Scene
from hudna.model.annotations import DATELINE, PROVISIONAL, Mention
from hudna.model.assertions import Statement
from hudna.model.frozen import frozen
from hudna.text.reading import Sentence

_CHAIN_REACH = 3
_ORIGIN_REACH = 4
_SEAT = 6
"""Characters between a speaker and the place he sits in: a preposition."""
_TOWARDS = frozenset(("الي", "نحو", "باتجاه", "صوب", "ل", "لل", "تجاه"))
_QUOTES = frozenset('"“”«»()')
_REACHED = frozenset(("returned", "aid_beneficiaries", "shells", "air_strikes", "troops", "other"))
"""Kinds that may belong to a place they went towards; the dead and wounded are only brought there."""
_WIDE = ("region", "country")
_SEATED = ("في", "ب")
_SECTOR = 4
"""Tokens before a count within which the part it is of stands."""
_BESIDE = 2
"""Tokens between those counted and «من» with whence they are."""
_FIRED = frozenset(("shells", "air_strikes"))


class Found(NamedTuple):
    """A place with how it was found: stated, or inherited from where."""

    mention: Mention
    how: str


class _Asked(NamedTuple):
    """A count at tokens `[first, last)` whose place is asked for; not `strict`, doubtful places will do."""

    sentence: Sentence
    first: int
    last: int
    kind: str
    strict: bool = True


@frozen
class PlaceScopes:
    """Reads the places of counts; holds the words it reads."""

    words: ScopeWords

    def of_report(self, scene: Scene, statements: Sequence[Statement]) -> "ReportPlaces":
        """The places of one report, ready to be asked for each count."""
        return ReportPlaces(scene, self.words, statements)


class ReportPlaces:
    """The places of one report and what they are said of. Used for one text, then dropped."""

    def __init__(self, scene: Scene, words: ScopeWords, statements: Sequence[Statement]) -> None:
        self.scene = scene
        self.words = words
        self.seats = sorted((a.start, a.end) for s in statements for a in s.speakers)
        self.named = [m for m in scene.notes.mentions if m.type == "place" and m.entity]
        self._heading: tuple[Mention | None] | None = None

    def of(self, sentence: Sentence, count: Count, kind: str, edge: int, since: bool = False) -> Found | None:
        """The place of a count: stated in its sentence, else inherited; None where that is doubtful.

        `edge` is the token its clause ends before. A running total («لترتفع الحصيلة إلى») is
        not of the places told before it.
        """
        asked = _Asked(sentence, count.first, count.last, kind)
        if self._in_nameless_part(asked, edge):
            return None
        total = self._total(asked)
        stated = self._stated(asked, self._ways(asked, edge, total))
        if stated is not None:
            return self._town_of(asked, stated) if self._is_quarter(stated) else Found(stated, "stated")
        inherited = self._inherited(sentence, since and self._of_war(sentence))
        if inherited is not None:
            return inherited
        named = self._stated(asked._replace(strict=False), self._ways(asked, edge, None))
        return Found(named, "named beside it") if named is not None else None

    def _in_nameless_part(self, asked: _Asked, edge: int) -> bool:
        """«منها 12 في القطاع الشمالي»: in a part of the place told before, which no name tells apart."""
        tokens, last = self.scene.reading.tokens, asked.sentence.last
        for k in range(max(asked.sentence.first, asked.first - _SECTOR), min(edge, last - 1)):
            if self.words.has("sector", tokens[k]) and self.words.has("direction", tokens[k + 1]):
                behind = range(k + 2, min(last, k + 2 + _CHAIN_REACH))
                return not any(m.type == "place" for n in behind for m in self.scene.mention_at.get(n, ()))
        return False

    def _town_of(self, asked: _Asked, quarter: Mention) -> Found:
        """The town of a quarter: told beside it, the heading's, or the last one named; else the quarter."""
        first, last = asked.sentence.first, asked.sentence.last
        told = self._stated(asked, (range(quarter.first - 1, first - 1, -1), range(quarter.last, last)))
        if told is not None and not self._is_quarter(told):
            return Found(told, "the town of a quarter")
        heading = self._of_heading()
        if heading is not None and heading.start < quarter.start and heading.precision not in _WIDE:
            return Found(heading, "the town of a quarter")
        town = next((m for m in self._named_before(quarter.start) if m.precision == "point"), None)
        return Found(town, "the town of a quarter") if town is not None else Found(quarter, "stated")

    def _named_before(self, start: int) -> Iterator[Mention]:
        """The places named before an offset, the last one first; no quarters."""
        end = bisect_left(self.named, start, key=lambda m: m.start)
        return (self.named[n] for n in range(end - 1, -1, -1) if not self._is_quarter(self.named[n]))

    # stated

    def _stated(self, asked: _Asked, ways: Sequence[range]) -> Mention | None:
        """The first place along the ways; one that says whose something is only where there is no other."""
        weak: Mention | None = None
        for way in ways:
            for found in self._places(asked, way):
                if not self._is_weak(asked, found):
                    return found
                weak = weak or found
        return weak

    def _ways(self, asked: _Asked, edge: int, total: int | None) -> Sequence[range]:
        """Where to look: behind the count in its clause, before it, behind its clause."""
        sentence = asked.sentence
        edge = self._clause_end(asked, edge)
        before = range(asked.first - 1, sentence.first - 1 if total is None else total, -1)
        behind = range(asked.last, edge)
        near = (before, behind) if self._in_it(asked) else (behind, before)
        return (*near, range(edge, sentence.last))

    def _in_it(self, asked: _Asked) -> bool:
        """«طالت بلدة … واستشهد فيها ثلاثة»: a pronoun beside the count stands for a place before it."""
        first, last = asked.first - 2, asked.last + 1
        around = range(max(asked.sentence.first, first), min(asked.sentence.last, last))
        return any(self.words.has("in-it", self.scene.reading.tokens[k]) for k in around)

    def _total(self, asked: _Asked) -> int | None:
        """The word before a count that makes it a running total («لترتفع حصيلة العدوان إلى»), or None."""
        back = range(asked.first - 1, asked.sentence.first, -1)
        return next((k for k in back if self.words.has("total", self.scene.reading.tokens[k])), None)

    def _clause_end(self, asked: _Asked, edge: int) -> int:
        tokens, edge = self.scene.reading.tokens, min(edge, asked.sentence.last)
        ends = (
            k
            for k in range(asked.last, edge)
            if tokens[k].norm == "؛"
            or self.words.has("turn", tokens[k])
            or (tokens[k - 1].norm in "،," and self.words.has("opening", tokens[k]))
        )
        return next(ends, edge)

    def _places(self, asked: _Asked, way: range) -> Iterator[Mention]:
        """The places along the tokens of `way`, of each chain the first one that is no quarter.

        «حي المزة بدمشق» is the quarter where a pack has it, «صنعاء وصعدة» the first of both.
        """
        for k in way:
            mention = self._place_at(asked.sentence, k)
            if mention is None or self._is_elsewhere(asked, mention):
                continue
            chain = [m for m in self._chain(asked.sentence, mention) if not self._is_elsewhere(asked, m)]
            yield next((m for m in chain if not self._is_quarter(m)), mention)

    def _chain(self, sentence: Sentence, mention: Mention) -> Sequence[Mention]:
        """A place with those beside it, each part of the next or named with it."""
        chain = [mention]
        while (beside := self._beside(sentence, chain[0], -1)) is not None:
            chain.insert(0, beside)
        while (beside := self._beside(sentence, chain[-1], 1)) is not None:
            chain.append(beside)
        return chain

    def _is_weak(self, asked: _Asked, mention: Mention) -> bool:
        """«12 مواطناً من نابلس», «شرطة البصرة»: whose it is, which is where only if nothing else is."""
        first = mention.first
        before = self.scene.reading.tokens[max(asked.sentence.first, first - 1) : first]
        beside = 0 <= first - asked.last <= _BESIDE and mention.lead == "من"
        return beside or self.words.has("whose", *before)

    def _beside(self, sentence: Sentence, mention: Mention, side: int) -> Mention | None:
        """The place mention just before or behind another, with words of place alone between them."""
        at = mention.first - 1 if side < 0 else mention.last
        for k in range(at, at + side * _CHAIN_REACH, side):
            if not sentence.first <= k < sentence.last:
                return None
            for other in self.scene.mention_at.get(k, ()):
                if (
                    other.type == "place"
                    and other is not mention
                    and (other.last <= mention.first or side > 0)
                ):
                    return other if other.first >= mention.last or side < 0 else None
            token = self.scene.reading.tokens[k]
            joins = self.words.has("in", token) or self.words.has("part-of", token)
            adjective = (
                len(token.norm) > 4 and token.norm.startswith("ال") and token.norm.endswith(("ي", "يه"))
            )
            if not (joins or adjective or token.norm in _QUOTES or token.norm in "-–"):
                return None
        return None

    def _place_at(self, sentence: Sentence, k: int) -> Mention | None:
        for mention in self.scene.mention_at.get(k, ()):
            if mention.first != k or mention.type not in ("place", "country") or mention.lead == DATELINE:
                continue
            before = self.scene.reading.tokens[max(sentence.first, k - 1) : k]
            if mention.type == "country" and self.words.has("side", self.scene.reading.tokens[k]):
                continue  # «من الجانب التركي»: somebody, not somewhere
            if mention.type == "place" or "ب" in mention.lead or self.words.has("in", *before):
                return mention
        return None

    def _is_elsewhere(self, asked: _Asked, mention: Mention) -> bool:
        """Whether a place is not where it happened: of a dateline, an origin, an accord's name.

        Asked strictly, nor one that people were brought to, that is far away, or where a speaker sits.
        """
        sentence, first, lead = asked.sentence, mention.first, mention.lead.removeprefix("و")
        if mention.lead == DATELINE or self._in_dateline(sentence, mention):
            return True
        if asked.kind in _FIRED and lead == "من":
            return True
        before = self.scene.reading.tokens[max(sentence.first, first - 1) : first]
        if self.words.has("called", *before) or self.words.has("people-from", *before):
            return True
        if self._after(sentence, mention, ("origin", "launch") if lead == "من" else ("origin",)):
            return True
        return asked.strict and self._is_aside(asked, mention, lead)

    def _is_aside(self, asked: _Asked, mention: Mention, lead: str) -> bool:
        """Whether a place is one people were brought to, one far away, or where a speaker sits."""
        brought = asked.kind not in _REACHED and lead in _TOWARDS and mention.first >= asked.last
        if brought or self._is_seat(mention):
            return True
        uses: list[Use] = ["distance"]
        if lead in _SEATED:
            uses += ["seat"] if asked.kind in _REACHED else ["seat", "towards"]
        return self._after(asked.sentence, mention, uses)

    def _is_seat(self, mention: Mention) -> bool:
        """«وزارة الصحة في صنعاء» that says how many: where the speaker sits."""
        at = bisect_right(self.seats, (mention.start, mention.start)) - 1
        return at >= 0 and mention.start <= self.seats[at][1] + _SEAT

    def _after(self, sentence: Sentence, mention: Mention, uses: Sequence[Use]) -> bool:
        """Whether one of these words stands shortly before a place, no comma or other place between."""
        tokens, first = self.scene.reading.tokens, mention.first
        for k in range(first - 1, max(sentence.first, first - _ORIGIN_REACH) - 1, -1):
            if tokens[k].norm in "،,؛:." or any(m.type == "place" for m in self.scene.mention_at.get(k, ())):
                return False
            if not self.words.uses(tokens[k].norm).isdisjoint(uses):
                return True
        return False

    def _in_dateline(self, sentence: Sentence, mention: Mention) -> bool:
        """«الفاشر – دارفور اليوم:»: what stands between the town of a dateline and its colon is an outlet."""
        opening = self.scene.mention_at.get(sentence.first, ())
        if not any(m.lead == DATELINE for m in opening):
            return False
        colon = range(sentence.first, min(sentence.last, sentence.first + 12))
        ends = [k for k in colon if self.scene.reading.tokens[k].norm in ":-–—"]
        return any(mention.first < k for k in ends)

    def _is_quarter(self, mention: Mention) -> bool:
        """Whether a mention is a quarter, street or building that no pack knows."""
        if not (mention.entity or "").startswith(PROVISIONAL):
            return False
        return self.words.has("quarter", self.scene.reading.tokens[mention.first])

    # inherited

    def _of_war(self, sentence: Sentence) -> bool:
        """«منذ اندلاع النزاع», «حصيلة العدوان»: a toll of a whole war is of no single town."""
        tokens = self.scene.reading.tokens
        return any(self.words.has("war", tokens[k]) for k in range(sentence.first, sentence.last))

    def _inherited(self, sentence: Sentence, wide: bool) -> Found | None:
        """The place pointed back at («في المدينة»), else the heading's; `wide` counts are of no one town."""
        back = self._pointed_back(sentence)
        if back is not None:
            return Found(back, "pointed back at")
        start = self.scene.reading.tokens[sentence.first].start
        heading = self._of_heading()
        if heading is None or heading.start >= start or (wide and heading.precision not in _WIDE):
            return None
        return Found(heading, "of the heading")

    def _pointed_back(self, sentence: Sentence) -> Mention | None:
        """«في المدينة», «القطاع»: the last place of that size named before, the heading's first of all."""
        tokens, at = self.scene.reading.tokens, self.scene.mention_at
        for k in range(sentence.first, sentence.last):
            if k in at or not self.words.has("the-place", tokens[k]):
                continue
            if k + 1 < sentence.last and tokens[k + 1].norm.startswith("ال"):
                continue  # «المدينة القديمة»
            sizes = ("region",) if self.words.has("the-region", tokens[k]) else ("point", "area")
            start = tokens[k].start
            last = next((m for m in self._named_before(start) if m.precision in sizes), None)
            same = k + 1 < sentence.last and tokens[k + 1].norm in ("نفسها", "نفسه", "ذاتها", "ذاته")
            heading = self._of_heading()
            if heading is None or same or heading.start >= start:
                return last
            return heading if last is None or heading.precision in sizes else last
        return None

    def _told_in(self, sentence: Sentence) -> list[Mention]:
        found = (self._place_at(sentence, k) for k in range(sentence.first, sentence.last))
        asked = _Asked(sentence, sentence.last, sentence.last, "")
        return [m for m in found if m and m.entity and not self._is_elsewhere(asked, m)]

    def _of_heading(self) -> Mention | None:
        """The place of the title, else of the first sentence that names one; None where it names several."""
        if self._heading is None:
            self._heading = (self._setting(),)
        return self._heading[0]

    def _setting(self) -> Mention | None:
        """Of several places of the heading the one that the next sentence names again."""
        several: list[Mention] = []
        for sentence in self.scene.reading.sentences:
            told = [m for m in self._told_in(sentence) if not self._is_quarter(m)]
            if several and told:
                again = {m.entity for m in told}
                return next((m for m in several if m.entity in again), None)
            if told and self._one_chain(sentence, told):
                return told[0]
            several = told or several
        return None

    def _one_chain(self, sentence: Sentence, told: Sequence[Mention]) -> bool:
        """Whether all places of a sentence are one, told by its parts: «بلدة النيرب بريف إدلب»."""
        if len({m.entity for m in told}) == 1:
            return True
        steps = pairwise(told)
        return all(not b.lead.startswith("و") and self._beside(sentence, a, 1) is b for a, b in steps)
