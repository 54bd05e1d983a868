"""Mentions of accords: which one, between whom, from when, with what terms, as the words say.

Parties and dates come from the text alone, never from the register; the register only tells which accord is
meant. An accord told again in one report is given once, and again only where words add a date or terms.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hudna.extract.arguments import Syntax
from hudna.extract.classes import Tagged, WordClasses
from hudna.extract.scene import Scene, actor_of, place_of, sayer_of
from hudna.model.annotations import Mention, TimeExpression
from hudna.model.assertions import AgreementMention, Statement
from hudna.packs.schema import AgreementEntry, Pack
from hudna.text.clitics import leads
from hudna.text.normalise import fold

STEP = "agreements/1"
_REACH = 9
_REACH_VERB = 18
_LONGEST_NAME = 3
_YEARLESS = re.compile(r"XXXX-\d\d(-\d\d)?")
_NOT_PARTIES = (".CVL", ".MED", ".ACT", ".NGO")


@dataclass(frozen=True, slots=True)
class Register:
    """The accords of the packs with their cues as folded words, a blank on either side."""

    entries: tuple[tuple[AgreementEntry, tuple[str, ...]], ...]

    @classmethod
    def build(cls, pack: Pack) -> "Register":
        """Index the cues and Arabic names."""
        return cls(
            tuple(
                (a, tuple(f" {' '.join(fold(cue).split())} " for cue in (*a.cues, *a.names.ar)))
                for a in pack.agreements
            )
        )

    def named(self, words: Sequence[str], day: str | None) -> AgreementEntry | None:
        """The accord whose cue stands among folded words; of several the last one signed before `day`."""
        text = f" {' '.join(words)} "
        found = [
            (entry, max(map(len, hits)))
            for entry, cues in self.entries
            if (hits := [cue for cue in cues if cue in text])
        ]
        if not found:
            return None
        longest = max(size for _, size in found)
        best = [e for e, size in found if size == longest]
        past = [e for e in best if day is None or (e.signed or e.effective or "") <= day]
        ranked = sorted(past or best, key=lambda e: e.signed or e.effective or "")
        return ranked[0] if len(ranked) == 1 else None

    def begins(self, words: Sequence[str], entry: AgreementEntry) -> bool:
        """Whether folded words begin with a cue of an accord: it is named, not only something beside it."""
        text = f" {' '.join(words)} "
        return any(text.startswith(cue) for known, cues in self.entries if known is entry for cue in cues)

    def by_parties(self, parties: set[str], date: str | None, place: str | None) -> AgreementEntry | None:
        """The one accord between these parties that was signed or took effect at a date.

        Of several the one about the country of `place`: Ankara and Moscow called for two truces in one week.
        """
        if not parties or not date:
            return None
        found = [
            e
            for e, _ in self.entries
            if parties <= {p.split(".")[0] for p in (*e.parties, *e.guarantors)} and _began(e, date)
        ]
        if len(found) > 1 and place:
            found = [e for e in found if e.id.split("/")[1] == place.split("/")[1]]
        return found[0] if len(found) == 1 else None


def _began(entry: AgreementEntry, date: str) -> bool:
    """Whether an accord was signed or took effect at a date, as a party gives it where they differ."""
    day = date.split("/")[0][:10]
    known = [entry.signed, entry.effective, *(v.date for v in entry.variants if v.of != "ended")]
    return any(_same_time(d, day) for d in known if d)


def _same_time(known: str, day: str) -> bool:
    known = known[:10]
    if day.startswith("XXXX"):
        return known[4:].startswith(day[4:])
    return known.startswith(day) if len(day) < 10 else known == day


@dataclass(frozen=True, slots=True)
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

    @property
    def countries(self) -> frozenset[str]:
        return frozenset((p.code or "").split(".")[0] for p in self.parties)


@dataclass(frozen=True, slots=True)
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
        return tuple(_mention(scene, c, statements) for c in sorted(kept, key=lambda c: c.first))


class _Finder:
    """Finds the accords of one report and what their surroundings say. Used for one text, then dropped."""

    def __init__(self, scene: Scene, syntax: Syntax, tags: Tagged, register: Register) -> None:
        self.scene = scene
        self.syntax = syntax
        self.tags = tags
        self.register = register

    def candidates(self) -> Iterator[_Found]:
        tokens, end = self.scene.reading.tokens, 0
        for i in range(len(tokens)):
            if i < end or not self.tags.any(i):
                continue
            for kind in ("accord", "ceasefire", "zone", "declaration"):
                size = self.tags.size(kind, i)
                if size:
                    candidate = self._candidate(i, i + size, kind)
                    end = candidate.last
                    yield candidate
                    break

    def _candidate(self, first: int, last: int, kind: str) -> _Found:
        lo, hi = self.syntax.sentence_range(first)
        last = self._name_end(last, hi)
        breached = self.tags.near("breach", max(first - 4, lo), first) is not None
        reading = self.scene.reading
        segment = reading.segments[reading.sentences[reading.tokens[first].sentence].segment]
        time = self._time(first, last, breached)
        reach = next((j for j in range(last, hi) if time and self.scene.time_at.get(j) is time), last)
        effect = self.tags.near("effect", max(first - 5, lo), min(max(last + 7, reach), hi)) is not None
        parties = self._parties(first, last)
        day = self.scene.published.date
        words = _joined_words(self.scene, first, min(last + 4, hi))
        entry = self.register.named(words, day)
        place = self._place(first, last)
        if entry and self._is_another(entry, words, kind, time):
            entry, time = None, time if kind == "ceasefire" else None
        if entry is None:
            codes = {(p.code or "").split(".")[0] for p in parties}
            where = place.entity if place else None
            entry = self.register.by_parties(codes, time.date if time else None, where)
        if entry and time and not self._dates(entry, time, last):
            time = None
        return _Found(
            first, last, kind, segment.kind in ("title", "heading"), entry, parties, time, effect, breached,
            any(self.tags.size("new", j) for j in range(first, min(last + 2, hi))),
            self._terms(last, hi), place,
        )  # fmt: skip

    def _is_another(
        self, entry: AgreementEntry, words: Sequence[str], kind: str, time: TimeExpression | None
    ) -> bool:
        """Whether a truce has a date of its own and only lies where an older accord holds.

        «وقف لإطلاق النار في منطقة خفض التصعيد يبدأ الأحد»: the area is called after an accord of years ago.
        """
        date = date_of(time) if time else None
        if kind not in ("ceasefire", "zone") or date is None or _began(entry, date):
            return False
        return kind == "zone" or not self.register.begins(words, entry)

    def _dates(self, entry: AgreementEntry, time: TimeExpression, last: int) -> bool:
        """Whether a time beside a known accord is the accord's: it agrees, or says a year in its noun phrase.

        «توعد اليوم بألا يتقيد بتفاهم سوتشي»: the threat is of today, the accord is not.
        """
        date = date_of(time) or ""
        if _began(entry, date) or (entry.signed is None and entry.effective is None):
            return True
        if not time.timex.startswith(date[:4]):
            return False
        if any(d and d[:4] == date[:4] for d in (entry.signed, entry.effective)):
            return True
        tokens = self.scene.reading.tokens
        at = next((j for j in range(last, last + _REACH) if self.scene.time_at.get(j) is time), None)
        return at is not None and not any(
            tokens[j].kind == "mark" or "clause-breaks" in self.syntax.classes[j] or self.syntax.is_verb(j)
            for j in range(last, at)
        )

    def _name_end(self, last: int, hi: int) -> int:
        """Past what the noun is called: «اتفاق» «وقف إطلاق النار», «اتفاق» «خفض التصعيد»."""
        tokens = self.scene.reading.tokens
        for _ in range(_LONGEST_NAME):
            skip = last + 1 if last < hi and tokens[last].norm in '"“«' else last
            kinds = ("ceasefire", "zone", "accord")
            size = max((self.tags.size(kind, skip) for kind in kinds), default=0) if skip < hi else 0
            if not size:
                break
            last = skip + size
        return last

    def says_something(self, c: _Found) -> bool:
        """An accord counts when it is named, dated, has parties, is broken or has terms; never as a wish."""
        wanted = self.tags.near("wanted", c.first - 1, c.first) is not None
        if c.kind == "declaration" and c.entry is None:
            return False
        if c.kind == "zone" and not (c.parties and (c.time or c.entry)):
            return False
        if c.kind == "ceasefire" and not c.breached:
            begun = c.effect or self._concluded(c)
            if not begun or (wanted and not c.time):
                return False
        if c.parties and c.kind != "zone" and self._concluded(c):
            return True
        if len(c.parties) > 1 or (c.entry and c.kind in ("accord", "declaration")) or c.breached or c.terms:
            return True
        if c.kind == "accord" and c.last in self.syntax.place_at and not self.syntax.place_at[c.last].lead:
            return True
        return c.time is not None and (c.effect or bool(c.parties) or self._beside(c))

    def _beside(self, c: _Found) -> bool:
        """Whether the time stands within a few words of the accord."""
        near = range(max(c.first - 4, 0), min(c.last + 5, len(self.scene.reading.tokens)))
        return c.kind == "accord" and any(self.scene.time_at.get(j) is c.time for j in near)

    def _concluded(self, c: _Found) -> bool:
        return self.tags.near("concluding", c.first - _REACH_VERB, c.first) is not None

    def _parties(self, first: int, last: int) -> tuple[Mention, ...]:
        """«بين أ وب», «مع ج», «برعاية د», the guarantors, and the doers of the verb that concludes it."""
        lo, hi = self.syntax.sentence_range(first)
        verb = self._concluding_verb(first, min(last + 4, hi), lo)
        between: list[Mention] = []
        found: list[Mention] = []
        for j in range(max(first - _REACH, lo), min(last + 2 * _REACH, hi)):
            if j >= last and self.tags.size("accord", j) and not self._in_agreement(j, hi):
                break
            for mention in self.syntax.actor_at.get(j, ()):
                lead = mention.lead.removeprefix("و") if len(mention.lead) > 1 else mention.lead
                beside = last <= j <= last + 5 or (verb is not None and verb < j <= verb + 5)
                if lead == "بين" and j >= first:
                    between.extend(self._sides(mention, hi))
                elif lead == "مع" and beside:
                    found.extend(self.syntax.coordinated((mention,)))
            if self.tags.size("under", j) and j + 1 in self.syntax.actor_at:
                found.extend(_several(self.syntax.coordinated(self.syntax.actor_at[j + 1])))
            if self.tags.size("guarantors", j):
                found.extend(self._listed(j + self.tags.size("guarantors", j), hi))
        if len(between) > 1:
            found = between
        elif verb is not None:
            found.extend(self._concluders(verb, lo, hi))
        unique = {
            (m.code, m.start): m
            for m in found
            if m.code and not m.code.endswith(_NOT_PARTIES) and not m.code.startswith(("IGO", "NGO"))
        }
        return tuple(sorted(unique.values(), key=lambda m: m.start))

    def _in_agreement(self, j: int, hi: int) -> bool:
        """«بالاتفاق مع تركيا» names a party, not a second accord."""
        return j + 1 < hi and self.scene.reading.tokens[j + 1].norm == "مع"

    def _listed(self, k: int, hi: int) -> tuple[Mention, ...]:
        """«الدول الضامنة الثلاث: روسيا وتركيا وإيران»: the actors listed a few words on."""
        for j in range(k, min(k + 4, hi)):
            if j in self.syntax.actor_at:
                return self.syntax.coordinated(self.syntax.actor_at[j])
        return ()

    def _concluders(self, verb: int, lo: int, hi: int) -> tuple[Mention, ...]:
        """Who concluded: the verb's subject; for «التفاهمات التي أبرمها» the actor leading the sentence."""
        doers = self.syntax.subject_before(verb) or self.syntax.subject_after(verb + 1, min(verb + 10, hi))
        if self.tags.verb("sponsoring", verb):
            return _several(doers)
        if doers or self.syntax.antecedent(verb):
            return doers or self.syntax.antecedent(verb)
        if not self.syntax.clause(verb).opener:
            return ()
        leading = (m for j in range(lo, verb) for m in self.syntax.actor_at.get(j, ()) if m.lead in ("", "و"))
        first = next(leading, None)
        return (first,) if first else ()

    def _sides(self, mention: Mention, hi: int) -> tuple[Mention, ...]:
        """«بين المعارضة من جهة، وقوات النظام»: the sides, also with a few words between them."""
        joined = self.syntax.coordinated(self.syntax.actor_at[mention.first])
        if len({m.code for m in joined}) > 1:
            return joined
        for j in range(joined[-1].last, min(joined[-1].last + 5, hi)):
            nexts = self.syntax.actor_at.get(j, ())
            if nexts and nexts[0].lead == "و":
                return (*joined, *self.syntax.coordinated(nexts))
        return joined

    def _concluding_verb(self, first: int, hi: int, lo: int) -> int | None:
        """The verb or noun of concluding nearest to the accord, not past another accord."""
        for j in range(hi - 1, first - 1, -1):
            if self.tags.verb("concluding", j):
                return j
        for j in range(first - 1, max(first - _REACH_VERB, lo) - 1, -1):
            if self.tags.verb("concluding", j) or self.tags.size("concluding", j):
                return None if self.tags.near("not-concluded", j - 2, j) is not None else j
            if self.tags.size("accord", j):
                return None
        return None

    def _time(self, first: int, last: int, breached: bool) -> TimeExpression | None:
        """The time of the accord: the first one after it before another accord, else the last one before it.

        Beside a breach only a time right after the noun is the accord's; the others are the breach's.
        """
        lo, hi = self.syntax.sentence_range(first)
        after = range(last, min(last + (3 if breached else 2 * _REACH), hi))
        for j in after:
            if self.tags.size("accord", j) or self._leaves(j, last):
                break
            time = self.scene.time_at.get(j)
            if time and _is_moment(time):
                return time
        for j in range(first - 1, (first if breached else lo) - 1, -1):
            if self.tags.size("accord", j):
                break
            time = self.scene.time_at.get(j)
            if time and _is_moment(time):
                return time
        return None

    def _leaves(self, j: int, last: int) -> bool:
        """Whether a clause opens at a token that tells neither how the accord was made nor how it began."""
        if "clause-breaks" not in self.syntax.classes[j]:
            return False
        own = any(self.tags.near(name, j + 1, j + 4) is not None for name in ("effect", "concluding"))
        return not own or j > last + 3

    def _terms(self, last: int, hi: int) -> tuple[str, ...]:
        verb = self.tags.near("terms", last, min(last + 3, hi))
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


def _several(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Sponsors in common are parties; a single one is a mediator."""
    return tuple(mentions) if len({m.code for m in mentions}) > 1 else ()


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
    """One mention an accord, the fullest first told in the body, and later ones that add a date or terms."""
    kept: list[_Found] = []
    for c in sorted(found, key=lambda c: (c.title, c.first)):
        n = next((n for n, k in enumerate(kept) if _same_accord(k, c)), None)
        if n is None:
            kept.append(c)
            continue
        if (c.time and c.effect and not c.title and not kept[n].effect) or (c.terms and not kept[n].terms):
            parties = c.parties if len(c.parties) > 1 else kept[n].parties
            full = replace(c, parties=parties, entry=c.entry or kept[n].entry)
            kept[n] = replace(kept[n], time=kept[n].time or c.time, entry=kept[n].entry or c.entry)
            kept.append(full)
        elif not kept[n].parties and c.parties and not c.title:
            if kept[n].entry:
                kept.append(c)
            else:
                kept[n] = replace(c, time=c.time or kept[n].time)
    return kept


def _same_accord(a: _Found, b: _Found) -> bool:
    one, two = date_of(a.time) if a.time else None, date_of(b.time) if b.time else None
    apart = bool(one and two and not (one[:10].startswith(two[:10]) or two[:10].startswith(one[:10])))
    if a.entry and b.entry:
        return a.entry.id == b.entry.id and not apart
    if b.another and not b.title:
        return False
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
