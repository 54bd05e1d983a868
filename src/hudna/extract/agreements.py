"""Mentions of accords: which one, between whom, from when, with what terms, as the words say.

Parties and dates come from the text alone, never from the register; the register only tells which accord is
meant. An accord told again in one report is given once, and again only where words add a date or terms.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hudna.extract.accord_parties import REACH, Known, PartyFinder
from hudna.extract.accord_register import Register, began
from hudna.extract.arguments import Syntax
from hudna.extract.classes import Tagged, WordClasses
from hudna.extract.scene import Scene, actor_of, place_of, sayer_of
from hudna.model.annotations import Mention, TimeExpression
from hudna.model.assertions import AgreementMention, Statement
from hudna.model.frozen import frozen
from hudna.packs.schema import AgreementEntry, Pack
from hudna.text.clitics import leads

STEP = "agreements/2"
_LONGEST_NAME = 3
_TWO = 2
_KINDS = ("accord", "ceasefire", "zone", "deal", "initiative", "declaration", "agreeing")
"""The classes of words that tell of an accord, the first that fits wins."""
_YEARLESS = re.compile(r"XXXX-\d\d(-\d\d)?")


@frozen
class _Found:
    """A candidate: the words at tokens `[first, last)` and what its surroundings say."""

    first: int
    last: int
    kind: str
    title: bool
    entry: AgreementEntry | None
    parties: tuple[Mention, ...]
    time: TimeExpression | None
    effect: bool
    breached: bool
    another: bool
    terms: tuple[str, ...]
    place: Mention | None
    named: bool
    in_force: bool
    line: int
    unnamed: bool

    @property
    def tells(self) -> bool:
        """Whether it tells more than that there is one, or stands in the text: titles are told again."""
        return not self.title or self.named or self.effect or bool(self.parties or self.time)

    @property
    def again(self) -> bool:
        """Whether it tells of an accord told before who made it: «الاتفاق بين أ وب», no mere «التفاهمات»."""
        return self.kind == "accord" and len(self.parties) > 1 and not self.unnamed

    @property
    def countries(self) -> frozenset[str]:
        return frozenset((p.code or "").split(".")[0] for p in self.parties)


@frozen
class AgreementStep:
    """Finds mentions of accords with the register and lexicons it was built from."""

    words: WordClasses
    register: Register

    @classmethod
    def build(cls, pack: Pack) -> "AgreementStep":
        """Compile register and lexicon."""
        return cls(WordClasses.load("accords"), Register.build(pack))

    def __call__(
        self, scene: Scene, syntax: Syntax, statements: tuple[Statement, ...]
    ) -> tuple[AgreementMention, ...]:
        """Every mention of an accord that says something, in order of `start`."""
        tags = Tagged(scene.reading.tokens, self.words)
        finder = _Finder(scene, syntax, tags, self.register)
        kept = _once([c for c in finder.candidates() if finder.says_something(c)])
        return tuple(_mention(scene, c, statements) for c in kept)


class _Finder:
    """Finds the accords of one report and what their surroundings say. Used for one text, then dropped."""

    def __init__(self, scene: Scene, syntax: Syntax, tags: Tagged, register: Register) -> None:
        self.scene = scene
        self.syntax = syntax
        self.tags = tags
        self.register = register
        self.parties = PartyFinder(scene, syntax, tags)
        self.sides: tuple[str, ...] = ()
        self.told: dict[str, AgreementEntry] = {}

    def candidates(self) -> Iterator[_Found]:
        end = 0
        for i in self.tags.where((*_KINDS, "halt")):
            if i < end:
                continue
            for kind in _KINDS:
                size = self._size(kind, i)
                if size:
                    candidate = self._candidate(i, i + size, kind)
                    end = candidate.last
                    codes = tuple(dict.fromkeys(p.code or "" for p in candidate.parties))
                    self.sides = codes if len(codes) == _TWO else self.sides
                    if candidate.entry:
                        self.told[candidate.entry.id] = candidate.entry
                    yield candidate
                    break

    def _size(self, kind: str, i: int) -> int:
        """How many tokens a word for an accord takes at token `i`; 0 where none begins."""
        if kind == "ceasefire":
            return self.tags.size(kind, i) or self._halt(i)
        return self._agreed(i) if kind == "agreeing" else self.tags.size(kind, i)

    def _agreed(self, i: int) -> int:
        """1 where a verb tells of an accord by itself: «اتفق الطرفان على تبادل الأسرى»."""
        if not (self.tags.verb("agreeing", i) or self.tags.size("agreeing", i)):
            return 0
        lo, hi = self.syntax.sentence_range(i)
        if self.tags.near("not-concluded", max(i - 2, lo), i) is not None:
            return 0
        for j in range(i + 1, min(i + REACH, hi - 1)):
            if self.tags.size("accord", j) or self.tags.size("ceasefire", j):
                return 0
            if self.scene.reading.tokens[j].norm == "علي":
                near = range(j + 1, min(j + (1 if self._opens_clause(j + 1) else 3), hi))
                return int(any(self.tags.size("agreed-on", k) for k in near)) * int(not self._named_in(near))
        return 0

    def _opens_clause(self, j: int) -> bool:
        """«اتفقا على أن …»: what follows is a view they share, not a thing to do."""
        return self.scene.reading.tokens[j].norm in ("ان", "انه", "انها")

    def _named_in(self, way: range) -> bool:
        """Whether a noun for an accord stands there, which is told by itself."""
        return any(self.tags.size("ceasefire", k) or self._halt(k) for k in way)

    def _halt(self, i: int) -> int:
        """How many tokens «وقف كامل وشامل لإطلاق النار» takes at token `i`; 0 for none."""
        if not self.tags.size("halt", i):
            return 0
        _, hi = self.syntax.sentence_range(i)
        for j in range(i + 1, min(i + 1 + _LONGEST_NAME, hi)):
            size = self.tags.size("of-fire", j)
            if size:
                return j + size - i
        return 0

    def _candidate(self, first: int, last: int, kind: str) -> _Found:
        lo, hi = self.syntax.sentence_range(first)
        last = self._name_end(last, hi)
        breached = self.tags.near("breach", max(first - 4, lo), first) is not None
        reading = self.scene.reading
        segment = reading.segments[reading.sentences[reading.tokens[first].sentence].segment]
        time = self._time(first, last, breached)
        reach = next((j for j in range(last, hi) if time and self.scene.time_at.get(j) is time), last)
        effect = self.tags.near("effect", max(first - 5, lo), min(max(last + 7, reach), hi)) is not None
        words = _joined_words(self.scene, first, min(last + 4, hi))
        named = self.register.named(words, self.scene.published.date)
        place = self._place(first, last)
        if named and self._is_another(named, words, kind, time):
            named, time = None, time if kind == "ceasefire" else None
        where = place.entity if place else None
        date = date_of(time) if time else None
        entry = (
            named or self.register.by_day(date, self._where(lo, hi)) or self._meant(first, last, kind, date)
        )
        if kind == "initiative":
            parties = self.parties.owner(first, last)
        else:
            parties = self.parties.of(first, last, Known(entry, self.sides))
        if entry is None:
            codes = {(p.code or "").split(".")[0] for p in parties}
            entry = self.register.by_parties(codes, date, where)
        if (
            entry
            and time
            and (not self._dates(entry, time, last) or self._by_its_terms(first, last, lo, time))
        ):
            time = None
        return _Found(
            first, last, kind, segment.kind in ("title", "heading"), entry, parties, time, effect, breached,
            any(self.tags.size("new", j) for j in range(first, min(last + 2, hi))),
            self._terms(first, last, lo, hi), place, named is not None, self._in_force(first, last, lo, hi),
            reading.text.count("\n", 0, reading.tokens[first].start),
            bool(self.tags.size("unnamed", first)),
        )  # fmt: skip

    def _by_its_terms(self, first: int, last: int, lo: int, time: TimeExpression) -> bool:
        """Whether a time is of what is done by an accord's terms: «خرجت الحافلات أمس بموجب اتفاق …»."""
        if first - 1 <= lo or self.tags.near("by-terms", first - 1, first) is None:
            return False
        return time is not self._time_after(first, last, last + 4)

    def _where(self, lo: int, hi: int) -> Iterator[str]:
        """Places and states named in a sentence."""
        for j in range(lo, hi):
            for mention in self.scene.mention_at.get(j, ()):
                if mention.type == "place" and mention.entity:
                    yield mention.entity
                elif mention.code:
                    yield mention.code.split(".")[0]

    def _meant(self, first: int, last: int, kind: str, date: str | None) -> AgreementEntry | None:
        """«الاتفاق», «الهدنة»: the one accord that the report has named so far, if no other day is told."""
        bare = kind in ("accord", "ceasefire") and last - first == 1
        if not bare or not self._definite(first):
            return None
        entry = next(iter(self.told.values())) if len(self.told) == 1 else None
        return entry if entry and (date is None or began(entry, date)) else None

    def _in_force(self, first: int, last: int, lo: int, hi: int) -> bool:
        """«بموجب الاتفاق», «سريان الهدنة», «هل تصمد الهدنة»: words that take it for one that holds."""
        for j in range(first - 1, max(first - 5, lo) - 1, -1):
            if self.scene.reading.tokens[j].norm in "،؛.:":
                break
            size = self.tags.size("in-force", j)
            if (size or self.tags.verb("in-force", j)) and j + max(size, 1) >= first - 2:
                return True
        behind = range(last, min(last + 2, hi))
        return any(self.tags.verb("in-force", j) or self.tags.size("holding", j) for j in behind)

    def _is_another(
        self, entry: AgreementEntry, words: Sequence[str], kind: str, time: TimeExpression | None
    ) -> bool:
        """Whether a truce has a date of its own and only lies where an older accord holds.

        «وقف لإطلاق النار في منطقة خفض التصعيد يبدأ الأحد»: the area is called after an accord of years ago.
        """
        date = date_of(time) if time else None
        if kind not in ("ceasefire", "zone") or date is None or began(entry, date):
            return False
        return kind == "zone" or not self.register.begins(words, entry)

    def _dates(self, entry: AgreementEntry, time: TimeExpression, last: int) -> bool:
        """Whether a time beside a known accord is the accord's: it agrees, or says a year in its noun phrase.

        «توعد اليوم بألا يتقيد بتفاهم سوتشي»: the threat is of today, the accord is not.
        """
        date = date_of(time) or ""
        if began(entry, date) or (entry.signed is None and entry.effective is None):
            return True
        if not time.timex.startswith(date[:4]):
            return False
        tokens = self.scene.reading.tokens
        at = next((j for j in range(last, last + REACH) if self.scene.time_at.get(j) is time), None)
        return at is not None and not any(
            tokens[j].kind == "mark" or "clause-breaks" in self.syntax.classes[j] or self.syntax.is_verb(j)
            for j in range(last, at)
        )

    def _name_end(self, last: int, hi: int) -> int:
        """Past what the noun is called: «اتفاق» «وقف إطلاق النار», «اتفاق» «خفض التصعيد»."""
        tokens = self.scene.reading.tokens
        for _ in range(_LONGEST_NAME):
            skip = last + 1 if last < hi and tokens[last].norm in ('"', "“", "«", "علي") else last
            kinds = ("ceasefire", "zone", "accord")
            size = max(*(self.tags.size(k, skip) for k in kinds), self._halt(skip)) if skip < hi else 0
            if not size:
                break
            last = skip + size
        return last

    def says_something(self, c: _Found) -> bool:
        """An accord counts when it is named, dated, has parties, is in force, is broken or has terms."""
        if c.kind == "declaration":
            return c.named
        if c.kind == "initiative":
            return c.named or (bool(c.parties) and (c.time is not None or self._has_purpose(c)))
        if c.kind == "agreeing":
            return len(c.parties) > 1 or bool(c.parties and (c.time or c.place))
        if c.kind == "zone":
            return bool(c.parties) and bool(c.time or c.entry)
        if c.named and c.kind == "accord":
            return True
        if self._unreal(c):
            return False
        if c.breached:
            return bool(c.parties or c.time) or not c.unnamed
        concluded = self._concluded(c)
        if c.kind == "deal":
            return c.named or c.in_force or concluded
        if c.kind == "ceasefire" and (self._reached(c) or self._is_headline(c)):
            return True
        if c.kind == "ceasefire" and not (c.effect or c.in_force or concluded):
            return False
        if (c.parties and concluded) or len(c.parties) > 1 or c.entry or c.terms or c.in_force:
            return True
        if c.kind == "accord" and (self._is_called(c) or self._made(c)):
            return True
        if c.kind == "ceasefire" and c.effect and self._definite(c.last - 1):
            return True
        return c.time is not None and (c.effect or bool(c.parties) or concluded or self._beside(c))

    def _has_purpose(self, c: _Found) -> bool:
        """«مبادرة لإنهاء الأزمة»: words behind an offer that say what it is to end."""
        _, hi = self.syntax.sentence_range(c.first)
        return self.tags.near("purpose", c.last, min(c.last + 4, hi)) is not None

    def _reached(self, c: _Found) -> bool:
        """«التوصل إلى وقف لإطلاق النار»: made by two sides, whoever they are."""
        lo, _ = self.syntax.sentence_range(c.first)
        at = self.parties.concluding_before(c.first, lo)
        if at is None or not self._made(c):
            return False
        return bool(self.tags.verb("reaching", at) or self.tags.size("reaching", at))

    def _is_headline(self, c: _Found) -> bool:
        """«هدنة جديدة في المخيم»: a truce that a sentence opens with, without a verb, and its place."""
        lo, _ = self.syntax.sentence_range(c.first)
        behind = self.scene.reading.tokens[c.last : c.last + 3]
        placed = c.place is not None and c.place.first <= c.last + 3
        return (
            c.first == lo
            and placed
            and not self._definite(c.first)
            and any(t.norm in ("في", "ب") for t in behind)
        )

    def _unreal(self, c: _Found) -> bool:
        """Whether there is none («أي اتفاق», «لم يوقع اتفاقا») or one is only wished for («إلى هدنة»)."""
        lo, hi = self.syntax.sentence_range(c.first)
        if self._made_behind(c.last, min(c.last + 2, hi)):
            return False
        before, definite = max(c.first - 3, lo), self._definite(c.first)
        if self.tags.near("draft", before, c.first) is not None or self._provided_for(c.first, before):
            return True
        if not definite and not c.in_force and self.tags.near("none-made", before, c.first) is not None:
            return True
        made = self._made(c)
        if made is False and not definite:
            return True
        wanted = self.tags.near("wanted", max(c.first - 1, lo), c.first) is not None
        return wanted and c.kind == "ceasefire" and c.time is None and not (made or c.in_force)

    def _provided_for(self, first: int, before: int) -> bool:
        """«يشمل وقفا لإطلاق النار», «ينص على هدنة»: what an accord or a draft provides for."""
        if self._definite(first):
            return False
        verb = self.tags.near("terms", before, first)
        return verb is not None and (verb < first - 1 or self.tags.verb("containing", verb) is not None)

    def _made(self, c: _Found) -> bool | None:
        """Whether words before an accord say that it was made; False where it was not, or only may be."""
        lo, _ = self.syntax.sentence_range(c.first)
        at = self.parties.concluding_before(c.first, lo)
        if at is None:
            return None
        form = self.tags.verb("concluding", at)
        if form and form.tense == "present" and self.scene.reading.tokens[at - 1].norm == "قد":
            return False
        no = ("not-concluded", "none-made", "wanted")
        return not any(self.tags.near(name, max(at - 3, lo), at) is not None for name in no)

    def _concluded(self, c: _Found) -> bool:
        """Whether words before it, or right behind it («الذي أعدته», «الموقع»), say that it was made."""
        _, hi = self.syntax.sentence_range(c.first)
        made = self._made(c)
        return made or (made is None and self._made_behind(c.last, min(c.last + 4, hi)))

    def _made_behind(self, lo: int, hi: int) -> bool:
        """Whether words behind an accord say that it was made: «الموقع», «الذي أعدته»; not «يضمن»."""
        for j in range(lo, hi):
            form = self.tags.verb("concluding", j)
            if self.tags.size("concluding", j) or (form and form.tense == "past"):
                return True
        return False

    def _definite(self, i: int) -> bool:
        norm = self.scene.reading.tokens[i].norm
        return norm.startswith("لل") or any(stem.startswith("ال") for _, stem in leads(norm))

    def _is_called(self, c: _Found) -> bool:
        """Whether what follows tells the accord from others: «اتفاق موسكو», «الاتفاق الإطاري»."""
        tokens = self.scene.reading.tokens
        if c.last >= len(tokens) or tokens[c.last].sentence != tokens[c.first].sentence:
            return False
        if c.last in self.syntax.place_at:
            return not self.syntax.place_at[c.last].lead
        kind = tokens[c.last].norm
        return (
            c.last - c.first == 1
            and self._definite(c.first)
            and kind.startswith("ال")
            and kind.endswith(("ي", "يه"))
            and c.last not in self.syntax.adjective_at
            and not self.tags.size("any-accord", c.last)
        )

    def _beside(self, c: _Found) -> bool:
        """Whether the time stands within a few words of the accord."""
        near = range(max(c.first - 4, 0), min(c.last + 5, len(self.scene.reading.tokens)))
        return c.kind == "accord" and any(self.scene.time_at.get(j) is c.time for j in near)

    def _time(self, first: int, last: int, breached: bool) -> TimeExpression | None:
        """The time of the accord: one between it and what concluded it, the first after it, the last before.

        One after it that tells its beginning («تبدأ السبت») comes first of all. Beside a breach only a time
        right after the noun is the accord's; the others are the breach's.
        """
        lo, hi = self.syntax.sentence_range(first)
        after = self._time_after(first, last, last + 3 if breached else last + 2 * REACH)
        if breached:
            return after if after and "/" not in (after.date or "") else None
        verb = self.parties.concluding(first, first, lo)
        start = lo if verb is None else verb
        before = self._time_before(first, start)
        if after is not None and before is not None and verb is not None:
            at = next(j for j in range(last, hi) if self.scene.time_at.get(j) is after)
            own = any(self.tags.near(name, last, at) is not None for name in ("effect", "concluding"))
            return after if own or at < last + 4 else before
        if after or before or self._undated(last, hi):
            return after or before
        return self._time_before(first, max(first - REACH, lo) if verb is None else lo)

    def _undated(self, last: int, hi: int) -> bool:
        """Whether words tell when it began, and the day cannot be told: «دخلت حيز التنفيذ ظهر السبت»."""
        for j in range(last, min(last + REACH, hi)):
            if j in self.scene.time_at:
                return (
                    self.tags.near("effect", last, j) is not None and date_of(self.scene.time_at[j]) is None
                )
        return False

    def _time_after(self, first: int, last: int, limit: int) -> TimeExpression | None:
        _, hi = self.syntax.sentence_range(first)
        for j in range(last, min(limit, hi)):
            if self.tags.size("accord", j) or self._leaves(j, last):
                return None
            time = self._moment(j)
            if time:
                return time
        return None

    def _moment(self, j: int) -> TimeExpression | None:
        """The moment told at a token, unless it is an end: «حتى 18 شباط»."""
        time = self.scene.time_at.get(j)
        if time is None or not _is_moment(time):
            return None
        first = j
        while self.scene.time_at.get(first - 1) is time:
            first -= 1
        ends = self.tags.near("until", first - 1, first + 1) is not None
        return None if ends else time

    def _time_before(self, first: int, lo: int) -> TimeExpression | None:
        for j in range(first - 1, lo - 1, -1):
            if self.tags.size("accord", j):
                return None
            time = self._moment(j)
            if time:
                return time
        return None

    def _leaves(self, j: int, last: int) -> bool:
        """Whether a clause opens at a token that tells neither how the accord was made nor how it began."""
        if "clause-breaks" not in self.syntax.classes[j]:
            return False
        own = any(self.tags.near(name, j + 1, j + 4) is not None for name in ("effect", "concluding"))
        return not own or j > last + 3

    def _terms(self, first: int, last: int, lo: int, hi: int) -> tuple[str, ...]:
        """What it provides for: the rest of «ينص على», «نص الاتفاق على» or a sentence «بموجب الاتفاق»."""
        verb = self.tags.near("terms", last, min(last + 3, hi))
        if verb is None and first - 1 == lo and self.tags.near("terms", lo, first) is not None:
            verb = last - 1
        if verb is None and first - lo <= 1 and self.tags.near("by-terms", lo, first + 1) is not None:
            verb = last - 1
        if verb is None or verb + 2 >= hi:
            return ()
        return (self.scene.reading.slice(verb + 1, hi).strip(" .،"),)

    def _place(self, first: int, last: int) -> Mention | None:
        """The place right behind the accord («هدنة في ليبيا»), else the next one, else the last before."""
        lo, hi = self.syntax.sentence_range(first)
        for j in range(last, min(last + 2, hi)):
            for mention in self.scene.mention_at.get(j, ()):
                if mention.first == j and mention.type == "country" and mention.lead in ("في", "ب"):
                    return mention
        for span in (range(last, hi), range(first - 1, lo - 1, -1)):
            for j in span:
                if j in self.syntax.place_at:
                    return self.syntax.place_at[j]
        return None


def _is_moment(time: TimeExpression) -> bool:
    length = time.timex.startswith("P") and time.timex != "P0D"
    return date_of(time) is not None and not length


def date_of(time: TimeExpression) -> str | None:
    """The EDTF date, or «XXXX-03-05» where day and month are all that is known."""
    return time.date or (time.timex if _YEARLESS.fullmatch(time.timex) else None)


def _joined_words(scene: Scene, first: int, last: int) -> list[str]:
    """Folded words with the first one's clitics off and quotation marks left out."""
    tokens = scene.reading.tokens[first:last]
    words = [t.norm for t in tokens if t.kind != "mark"]
    lead = leads(words[0])
    words[0] = (
        min((stem for _, stem in lead), key=len)
        if len(lead) > 1 and not words[0].startswith("ال")
        else words[0]
    )
    return words


def _once(found: Sequence[_Found]) -> list[_Found]:
    """The mentions to tell: of one accord in a line the fullest, later ones that name or add to it."""
    kept: list[_Found] = []
    for c in found:
        before = [n for n, k in enumerate(kept) if _same_accord(k, c)]
        here = [n for n in before if kept[n].line == c.line]
        body = [n for n in before if not kept[n].title]
        if here:
            kept[here[0]] = _fuller(kept[here[0]], c)
        elif not body or c.named or c.again:
            kept.append(c)
        elif (c.time and c.effect and not kept[body[0]].effect) or (c.terms and not kept[body[0]].terms):
            one = kept[body[0]]
            kept[body[0]] = replace(one, time=one.time or c.time, entry=one.entry or c.entry)
            parties = one.parties if c.effect and len(c.parties) <= 1 else c.parties
            kept.append(replace(c, parties=parties, entry=c.entry or one.entry))
    return [k for k in kept if k.tells or not any(_same_accord(k, c) for c in kept if not c.title)]


def _fuller(one: _Found, two: _Found) -> _Found:
    """The first of two mentions in a sentence with what the second adds."""
    best = two if len(two.parties) > len(one.parties) else one
    other = one if best is two else two
    timed = best if best.time else other
    return replace(
        best, time=timed.time, effect=timed.effect, entry=best.entry or other.entry,
        terms=best.terms or other.terms,
    )  # fmt: skip


def _same_accord(a: _Found, b: _Found) -> bool:
    one, two = date_of(a.time) if a.time else None, date_of(b.time) if b.time else None
    apart = bool(one and two and not (one[:10].startswith(two[:10]) or two[:10].startswith(one[:10])))
    if a.entry and b.entry:
        return a.entry.id == b.entry.id and not apart
    if b.another and not b.title:
        return False
    if a.kind != b.kind and not (a.entry or a.countries or one):
        return False  # «فما الاتفاقات …؟» is not the truce told three lines below
    if a.countries and b.countries and not (a.countries <= b.countries or b.countries <= a.countries):
        return False
    return not (one and two and one[:10] != two[:10])


def _mention(scene: Scene, c: _Found, statements: tuple[Statement, ...]) -> AgreementMention:
    start, end = scene.reading.words(c.first, c.last)
    said_by = sayer_of(statements, start, end)
    date = date_of(c.time) if c.time else None
    return AgreementMention(
        scene.report, start, end, c.entry.id if c.entry else None, scene.reading.text[start:end],
        tuple(actor_of(p) for p in c.parties), date, date if c.effect else None,
        place_of(c.place) if c.place else None, c.terms, "violated" if c.breached else None,
        said_by.id if said_by else None, STEP, 0.8 if c.entry else 0.6,
        "named in the register" if c.entry else f"{c.kind} with parties, date, breach or terms",
    )  # fmt: skip
