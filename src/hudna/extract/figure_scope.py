"""The scope of a count: since when, until when, by whom, and how far it is asserted."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from hudna.extract.figure_kinds import Count, Verdict
from hudna.extract.scene import Scene, actor_of
from hudna.model.annotations import Mention, TimeExpression
from hudna.model.assertions import Actor, Event, Statement, Status
from hudna.model.edtf import is_edtf
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.reading import Sentence, Token
from hudna.text.verbs import verb_forms

_HARM = frozenset(
    (
        "killed", "injured", "displaced", "fighters_killed", "houses_destroyed", "equipment_destroyed",
        "detained", "abducted", "settlements_captured", "air_strikes", "shells", "violations", "other",
    )
)  # fmt: skip
_DEEDS = frozenset(("ASSAULT", "COERCE", "DISPLACEMENT", "AID", "MOBILIZE", "RETREAT"))
_DENIAL_REACH = 30
_AGENT_REACH = 6
_AHEAD_REACH = 12
_EVENT_REACH = 8
_INTERVAL_REACH = 9
"""Tokens from a beginning to its end."""
_CLAUSE_ENDS = frozenset("،,؛.:")
_AGENT_WORDS = frozenset(("attack", "hand"))
_CACHED = 50_000
_HANDS = frozenset(("يد", "ايدي", "بيد", "بايدي"))


Use = Literal[
    "since", "during", "until", "outbreak", "conflict", "in", "attack", "hand", "back", "negation", "without",
    "target", "attempt", "break", "turn", "alone", "part-of", "opening", "called", "people-from", "origin",
    "quarter", "the-place", "the-region", "total", "seat", "launch", "whose", "in-it", "war", "distance",
    "towards", "accord", "period", "report", "waging", "side", "sector", "direction",
]  # fmt: skip
"""What words of scope_words.yaml are for."""


@frozen
class ScopeEntry:
    """Words that give a count its scope; see scope_words.yaml."""

    use: Use
    words: tuple[str, ...]


@frozen
class ScopeWords:
    """The words of scope_words.yaml: `uses` tells what a folded word, its clitics split off, is for."""

    uses: Callable[[str], frozenset[Use]]

    @classmethod
    def load(cls) -> "ScopeWords":
        """The words of lexicon/ar/scope_words.yaml."""
        by_word: dict[str, set[Use]] = {}
        for entry in load_lexicon("scope_words", ScopeEntry):
            for word in entry.words:
                by_word.setdefault(fold(word), set()).add(entry.use)
        return cls(_uses_of({word: frozenset(uses) for word, uses in by_word.items()}))

    def has(self, use: Use, *tokens: Token) -> bool:
        """Whether one of the tokens is a word of this use."""
        return any(use in self.uses(token.norm) for token in tokens)


def _uses_of(by_word: Mapping[str, frozenset[Use]]) -> Callable[[str], frozenset[Use]]:
    """A look-up of the uses of a written word; keeps the words used most."""

    @lru_cache(maxsize=_CACHED)
    def uses(norm: str) -> frozenset[Use]:
        return frozenset[Use]().union(*(by_word.get(word, ()) for _, word in leads(norm)))

    return uses


@frozen
class StatusEntry:
    """Words that say how far a count is asserted; see figure_status.yaml."""

    status: Literal["denied", "alleged", "hypothetical", "planned", "reported"]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@frozen
class StatusWords:
    """What words say of status: (status, whether the word carries a pronoun, as «نفته» does) or None."""

    told: Callable[[str], tuple[Status, bool] | None]

    @classmethod
    def load(cls) -> "StatusWords":
        """The words of lexicon/ar/figure_status.yaml."""
        words: dict[str, Status] = {}
        held: set[str] = set()
        for entry in load_lexicon("figure_status", StatusEntry):
            words.update((fold(noun), entry.status) for noun in entry.nouns)
            for verb in entry.verbs:
                past, present = verb.split()
                for written, form in verb_forms(past, present).items():
                    if form.person == 3:
                        words.setdefault(written, entry.status)
                    if form.pronoun:
                        held.add(written)

        def told(norm: str) -> tuple[Status, bool] | None:
            return next(((words[w], w in held) for _, w in leads(norm) if w in words), None)

        return cls(lru_cache(maxsize=_CACHED)(told))

    def at(self, token: Token) -> tuple[Status, bool] | None:
        """(status, whether the word carries a pronoun) of a token, or None."""
        return self.told(token.norm) if token.kind == "word" else None


@frozen
class SinceTime:
    """A time expression that dates a toll's beginning or end, with its first token."""

    time: TimeExpression
    at: int
    role: Literal["since", "during", "until", "alone"]


@frozen
class Scopes:
    """Reads the scope of counts; holds the words it reads."""

    words: ScopeWords
    status: StatusWords

    @classmethod
    def load(cls) -> "Scopes":
        """The Arabic lexicons."""
        return cls(ScopeWords.load(), StatusWords.load())

    # how far it is asserted

    def status_of(
        self,
        scene: Scene,
        sentence: Sentence,
        count: Count,
        verdict: Verdict,
        sayer: Statement | None,
        events: Sequence[Event] = (),
    ) -> Status:
        """How far the report asserts a count: by the words around it, else as its deed is told."""
        tokens = scene.reading.tokens
        if self._negated(tokens, sentence, count, verdict):
            return "negated"
        hit = verdict.hit
        behind = hit is not None and sentence.first < hit.first < count.first
        if behind and hit is not None and self.words.has("attempt", tokens[hit.first - 1]):
            return "hypothetical"
        before = self._said_before(tokens, sentence, count)
        if before is not None and before != "reported":
            return before
        if before is None and sayer is not None and sayer.force == "deny":
            return "denied"
        if self._denied_after(tokens, sentence, count):
            return "denied"
        return _mood_of(events, tokens[hit.first]) if hit is not None else "reported"

    def _negated(self, tokens: Sequence[Token], sentence: Sentence, count: Count, verdict: Verdict) -> bool:
        hit = verdict.hit
        if hit is None or hit.first >= count.first or hit.first <= sentence.first:
            return False
        before = tokens[hit.first - 1]
        if hit.form is None:
            return self.words.has("without", before)
        return hit.form.tense != "past" and self.words.has("negation", before)

    def _said_before(self, tokens: Sequence[Token], sentence: Sentence, count: Count) -> Status | None:
        for k in range(count.first - 1, max(sentence.first, count.first - _DENIAL_REACH) - 1, -1):
            found = self.status.at(tokens[k])
            if found is not None and not found[1]:
                return found[0]
        return None

    def _denied_after(self, tokens: Sequence[Token], sentence: Sentence, count: Count) -> bool:
        for k in range(count.last, min(sentence.last, count.last + _DENIAL_REACH)):
            found = self.status.at(tokens[k])
            if found is None or found[0] != "denied":
                continue
            return found[1] or self.words.has("back", *tokens[k + 1 : min(sentence.last, k + 4)])
        return False

    # since and until

    def times(self, scene: Scene, sentence: Sentence) -> tuple[SinceTime, ...]:
        """The times of a sentence that say since or until when something is counted."""
        found: list[SinceTime] = []
        k = sentence.first
        while k < sentence.last:
            time = scene.time_at.get(k)
            if time is None:
                k += 1
                continue
            last = k
            while last < sentence.last and scene.time_at.get(last) is time:
                last += 1
            role = self._role(scene.reading.tokens, sentence, k, last)
            if role is not None:
                found.append(SinceTime(time, k, role))
            k = last
        return tuple(found)

    def leading(
        self, tokens: Sequence[Token], times: Sequence[SinceTime], counts: Sequence[Count]
    ) -> tuple[SinceTime, ...]:
        """The times but for those of an earlier clause («لم تقصف منذ يونيو، لكن قُتل اثنان»)."""
        kept = []
        for time in times:
            after = next((c for c in counts if c.first > time.at), None)
            alone = not any(c.last <= time.at for c in counts)
            if not (alone and after and self.words.has("break", *tokens[time.at : after.first])):
                kept.append(time)
        return tuple(kept)

    def _role(
        self, tokens: Sequence[Token], sentence: Sentence, k: int, last: int
    ) -> Literal["since", "during", "until", "alone"] | None:
        if last < sentence.last and self.words.has("alone", tokens[last]):
            return "alone"
        own, before = tokens[k : min(last, k + 3)], tokens[max(sentence.first, k - 2) : k]
        if self.words.has("until", *own[:1], *before[-1:]):
            return "until"
        if self.words.has("since", *own, *before):
            return "since"
        if self.words.has("during", *own, *before):
            return "during"
        if self._since_an_event(tokens, sentence, k):
            return "since"
        near = tokens[max(sentence.first, k - 4) : k]
        outbreak = self.words.has("outbreak", *near) and self.words.has("conflict", *near)
        return "since" if outbreak else None

    def _since_an_event(self, tokens: Sequence[Token], sentence: Sentence, k: int) -> bool:
        """«منذ سريان وقف إطلاق النار في العاشر من أكتوبر»: the time dates what «منذ» counts from."""
        for n in range(k - 1, max(sentence.first, k - _EVENT_REACH) - 1, -1):
            if tokens[n].norm in _CLAUSE_ENDS or tokens[n].kind == "number":
                return False
            if self.words.has("since", tokens[n]):
                return True
        return False

    # by whom

    def perpetrators_of(
        self, scene: Scene, sentence: Sentence, count: Count, kind: str, events: Sequence[Event], edge: int
    ) -> tuple[Actor, ...]:
        """Those behind «على يد» before the next count at `edge`, else the actors of the nearest attack.

        Where no attack of the sentence has an actor, the actor behind an attack word.
        """
        if kind not in _HARM:
            return ()
        own = self._by_hand(scene, range(count.last, edge), sentence)
        if own or self._by_hand(scene, range(edge, sentence.last), sentence):
            return own  # «300 مدني بينهم 40 على يد … و200 على يد …»: the parts have their own doers.
        types = {"COERCE", "ASSAULT"} if kind in ("detained", "abducted") else {"ASSAULT"}
        start, end = count.quantity.start, count.quantity.end
        near = [
            (0 if e.start <= start <= e.end else min(abs(e.start - end), abs(start - e.end)), n)
            for n, e in enumerate(events)
            if e.type in types and e.actors and e.start < sentence.end and e.end > sentence.start
        ]
        return events[min(near)[1]].actors if near else self._agents(scene, sentence, count)

    def _by_hand(self, scene: Scene, way: range, sentence: Sentence) -> tuple[Actor, ...]:
        """«على يد …», «على أيدي …» along the tokens of `way`: the mentions behind."""
        tokens = scene.reading.tokens
        for k in way:
            if tokens[k].norm in _HANDS:
                return self._agents_behind(scene, sentence, k)
        return ()

    def _agents(self, scene: Scene, sentence: Sentence, count: Count) -> tuple[Actor, ...]:
        """«بقصف لقوات النظام», «بغارات روسية», «على يد …»: the mentions behind an attack word."""
        tokens = scene.reading.tokens
        told = [
            k for k in range(sentence.first, sentence.last) if self.words.uses(tokens[k].norm) & _AGENT_WORDS
        ]
        for k in sorted(told, key=lambda k: abs(k - count.first)):
            if not count.first <= k < count.last and not _are_counted(scene, k):
                found = self._agents_behind(scene, sentence, k)
                if found:
                    return found
        return ()

    def _agents_behind(self, scene: Scene, sentence: Sentence, k: int) -> tuple[Actor, ...]:
        tokens = scene.reading.tokens
        found: list[Mention] = []
        for n in range(k, min(sentence.last, k + _AGENT_REACH)):
            if n > k and (tokens[n].norm in "،.؛" or self.words.has("target", tokens[n])):
                break
            known = [m for m in scene.mention_at.get(n, ()) if m.type != "place" and (m.code or m.entity)]
            # «جراء القصف ثلاثة مدنيين»: those hit stand behind the attack too.
            known = [m for m in known if m.entity or not (m.code or "").endswith(".CVL")]
            found.extend(m for m in known if m.first == n or (n == k and m.first < n))
            if found and not (n + 1 < sentence.last and tokens[n + 1].norm.startswith("و")):
                ends = max(m.last for m in found)
                if n + 1 >= ends and not (ends < sentence.last and tokens[ends].norm.startswith("و")):
                    break
        return tuple(actor_of(m) for m in found)


def _mood_of(events: Sequence[Event], deed: Token) -> Status:
    """«قد يُقتل الآلاف»: a count of what may happen or is to come is as its event; see mood.py."""
    around = [e for e in events if e.type in _DEEDS and e.start <= deed.start < e.end]
    told = min(around, key=lambda e: e.end - e.start).status if around else "reported"
    return told if told in ("hypothetical", "planned") else "reported"


def _are_counted(scene: Scene, k: int) -> bool:
    """«51 عنصراً من قوات النظام»: these forces are those counted, not who did it."""
    if k < 2 or scene.reading.tokens[k - 1].norm != "من":
        return False
    return any(q.last == k - 1 or q.noun == k - 2 for q in scene.notes.quantities)


def since_until(
    times: Sequence[SinceTime], counts: Sequence[Count], index: int, marks: Sequence[int] = ()
) -> tuple[str | None, str | None]:
    """Since and until of `counts[index]`, all of one sentence, as EDTF; `marks` are its commas.

    A time behind counts dates those before it, one before all counts dates them all, and a count joined to
    another is dated with it. Words that no calendar day is known for («منذ يومين» of an undated report) date
    nothing; the times of the report keep them.
    """
    count = counts[index]
    chosen = _time_behind(times, counts, count, marks)
    until = next((t for t in times if t.role == "until" and t.at >= count.last), None)
    if chosen is None and index and (count.joined or count.subset):
        return since_until(times, counts, index - 1, marks)
    if chosen is None:
        chosen = _time_ahead(times, counts, count)
    until = until or _until_ahead(times, counts, count) or _until_with(times, chosen)
    since, closed = _ends(chosen)
    if until is None:
        return since, closed
    return since, _day(until.time.date or until.time.timex, -1)


def _until_ahead(times: Sequence[SinceTime], counts: Sequence[Count], count: Count) -> SinceTime | None:
    """«بلغ عدد المفرج عنهم حتى العصر 483»."""
    ahead = [t for t in times if t.role == "until" and count.first - _AHEAD_REACH <= t.at < count.first]
    near = [t for t in ahead if not any(t.at < c.first < count.first and not c.joined for c in counts)]
    return near[-1] if near else None


def _until_with(times: Sequence[SinceTime], chosen: SinceTime | None) -> SinceTime | None:
    """The end said right behind a beginning: «منذ الثلاثاء وحتى مساء أمس»."""
    if chosen is None or chosen.role != "since":
        return None
    reach = range(chosen.at, chosen.at + _INTERVAL_REACH)
    return next((t for t in times if t.role == "until" and t.at in reach), None)


def _time_behind(
    times: Sequence[SinceTime], counts: Sequence[Count], count: Count, marks: Sequence[int]
) -> SinceTime | None:
    behind = [t for t in times if t.at >= count.last and t.role != "until"]
    if not behind:
        return None
    after = next((c for c in counts if c.first > behind[0].at), None)
    apart = any(count.last <= k < behind[0].at for k in marks)
    if after is not None and apart and not any(behind[0].at <= k < after.first for k in marks):
        return None  # «انتُشل 14 شهيداً …، لتصل الحصيلة منذ أكتوبر إلى 47 ألفاً»: it opens the next count.
    between = [c for c in counts if count.first < c.first < behind[0].at]
    if apart and any(not (c.subset or c.joined) for c in between):
        return None
    return behind[0]


def _time_ahead(times: Sequence[SinceTime], counts: Sequence[Count], count: Count) -> SinceTime | None:
    ahead = [t for t in times if t.at < count.first and t.role != "until"]
    initial = [t for t in ahead if not any(c.last <= t.at for c in counts)]
    near = [
        t
        for t in ahead
        if t.at >= count.first - _AHEAD_REACH and not any(t.at < c.first < count.first for c in counts)
    ]
    options = near or initial
    return options[-1] if options else None


def _ends(chosen: SinceTime | None) -> tuple[str | None, str | None]:
    """Begin of a toll's time and its end, where that is an interval with both."""
    if chosen is None:
        return None, None
    value = chosen.time.date or chosen.time.timex
    since = _day(value, 0)
    if chosen.role == "alone":
        return since, _day(value, -1)
    return since, _day(value, -1) if "/" in value else None


def _day(value: str, end: int) -> str | None:
    """The first (0) or last (-1) date of a value; None for an open end and for what is no EDTF («-P2D»)."""
    date = value.split("/")[end]
    return date if date not in ("", "..") and is_edtf(date) else None
