"""Denials that do not name what they deny, tied to it: «نفى المتحدث ذلك», «نفت أنقرة مسؤوليتها عن الهجوم».

What such a sentence denies stands before it. The nearest claim that fits is taken where only one does; then
the denial tells the same event once more, as denied (`repeats` names the telling it denies). Where none fits,
or several that are not one, nothing is tied and an abstention says why.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Literal, TypeVar

from hudna.extract.scene import Scene
from hudna.model.annotations import Abstention, Mention
from hudna.model.assertions import Actor, Event, Statement
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads, without_pronoun
from hudna.text.normalise import fold
from hudna.text.reading import Token
from hudna.text.verbs import verb_forms

STEP = "denials/1"
_BACK = 3
"""Sentences back within which what is denied is looked for."""
_WORDS = 12
"""Words of what is denied, at most: more of them name it themselves."""
_AHEAD = 4
"""Tokens from a noun for a part in an act to the act («أي علاقة له بالانفجار»)."""
_SCORE = 0.6
_TOLD = frozenset({"reported", "claimed", "alleged"})
_ANY = frozenset(("اي", "ايه"))
_STATE = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
_START = attrgetter("start")
_JOINING = frozenset(("", "و", "ف"))
_LED = frozenset({"", "ب", "ل", "ك", "و", "وب", "ول"})
S = TypeVar("S", Statement, Event, Mention)
Kind = Literal["content", "claim", "part", "act"]


@frozen
class DenialEntry:
    """Words of denials; see denials.yaml."""

    verbs: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


@frozen
class DenialWords:
    """The words of denials.yaml, folded; `acts` with the modes their noun tells (none: any)."""

    verbs: frozenset[str]
    back: frozenset[str]
    claims: frozenset[str]
    published: frozenset[str]
    parts: frozenset[str]
    acts: Mapping[str, frozenset[str]]
    about: frozenset[str]

    @classmethod
    def load(cls) -> "DenialWords":
        """The words of lexicon/ar/denials.yaml."""
        entries = load_lexicon("denials", DenialEntry)

        def forms(pairs: Iterable[str]) -> frozenset[str]:
            return frozenset(
                f for pair in pairs for f, v in verb_forms(*pair.split()).items() if v.person == 3
            )

        def words(name: str) -> frozenset[str]:
            return frozenset(fold(word) for entry in entries for word in getattr(entry, name))

        return cls(
            forms(pair for entry in entries for pair in entry.verbs),
            words("back"),
            words("claims"),
            forms(pair for entry in entries for pair in entry.published),
            words("parts"),
            {fold(word): frozenset(entry.modes) for entry in entries for word in entry.acts},
            words("about"),
        )

    def is_verb(self, token: Token, verbs: frozenset[str]) -> bool:
        """Whether a token is one of these verbs, «و», «ف» before it or not."""
        return any(lead in _JOINING and word in verbs for lead, word in leads(token.norm))

    def modes(self, token: Token, before: Token | None = None) -> frozenset[str] | None:
        """The modes that a noun for an attack tells («الهجوم», «أي هجوم»: none); None for other words."""
        any_ = before is not None and before.norm in _ANY
        found = (
            self.acts[bare]
            for _, word in leads(token.norm)
            if (any_ or word.startswith("ال")) and (bare := word.removeprefix("ال")) in self.acts
        )
        return next(found, None)

    def is_part(self, token: Token) -> bool:
        """Whether a token is a noun for a part in an act, a pronoun behind it or not."""
        return any(
            stem in self.parts
            for lead, word in leads(token.norm)
            if lead in _LED
            for stem in without_pronoun(word.removeprefix("ال"))
        )

    def is_claim(self, token: Token) -> bool:
        """Whether a token is a definite noun for what others said, or one of «هذه الأنباء»."""
        return any(w.removeprefix("ال") in self.claims for lead, w in leads(token.norm) if lead in _LED)


@frozen
class _Denial:
    """A statement that denies without naming it: `modes` are those of the attack it speaks of (none: any),
    `more` the words it adds to it («الهجوم على الحافلة»)."""

    statement: Statement
    kind: Kind
    modes: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()


@frozen
class DenialStep:
    """Ties denials to what they deny; compile once with `load`."""

    words: DenialWords

    @classmethod
    def load(cls) -> "DenialStep":
        """The Arabic lexicon."""
        return cls(DenialWords.load())

    def __call__(
        self, scene: Scene, statements: Sequence[Statement], events: Sequence[Event]
    ) -> tuple[tuple[Event, ...], tuple[Abstention, ...]]:
        """The events with those that denials tell again, in order of `start`, and the denials left alone."""
        own: dict[str, list[Event]] = {}
        for event in events:
            if event.status == "denied" and event.said_by:
                own.setdefault(event.said_by, []).append(event)
        told: list[Event] = []
        worse: set[str] = set()
        left: list[Abstention] = []
        ordered = sorted(events, key=_START)
        for statement in statements:
            denial = _Reader(self.words, scene).read(statement) if statement.force == "deny" else None
            named = own.get(statement.id, [])
            if denial is None or (named and denial.kind in ("content", "claim")):
                continue
            found, why = _Target(scene, statements, ordered, denial).find()
            told.extend(_denied(denial, event) for event in found)
            if found:
                worse.update(event.id for event in named)  # «القصف» alone knows neither place nor day
            elif not named:
                left.append(Abstention("denials", why, statement.start, statement.end))
        kept = [event for event in events if event.id not in worse]
        again = {event.id: event for event in told}.values()
        return tuple(sorted((*kept, *again), key=lambda e: e.start)), tuple(left)


class _Reader:
    """Reads what a denial points at. Built for a text, then dropped."""

    def __init__(self, words: DenialWords, scene: Scene) -> None:
        self.words, self.scene = words, scene
        self.tokens = scene.reading.tokens

    def read(self, statement: Statement) -> _Denial | None:
        """The denial, None where it names its matter itself or is none («رفض», «استبعد»)."""
        within = self.scene.reading.within
        verbs = self.words.verbs
        cue = next(
            (i for i in within(statement.start, statement.end) if self.words.is_verb(self.tokens[i], verbs)),
            None,
        )
        if cue is None:
            return None
        if statement.content.end <= self.tokens[cue].start:
            return _Denial(statement, "content")
        content = [
            self.tokens[i]
            for i in within(statement.content.start, statement.content.end)
            if self.tokens[i].kind == "word" and i != cue  # «سارعت دمشق إلى نفي الخبر»
        ]
        return self._pointing(statement, content[: _WORDS + 1])

    def _pointing(self, statement: Statement, content: Sequence[Token]) -> _Denial | None:
        if not content or len(content) > _WORDS:
            return None
        part = next((n for n, t in enumerate(content[:3]) if self.words.is_part(t)), None)
        reach = content[: _AHEAD if part is None else part + 1 + _AHEAD]
        for n, token in enumerate(reach):
            modes = self.words.modes(token, content[n - 1] if n else None)
            if modes is not None and (part is None or n > part) and self._leads_to(content[:n], part):
                return _Denial(statement, "act" if part is None else "part", modes, _stems(content[n + 1 :]))
        if part is not None:  # «أي دور لها»: in what it is accused of
            return (
                _Denial(statement, "claim") if len(content) <= _AHEAD and not self._about(content) else None
            )
        return _Denial(statement, "claim") if self._is_claim(content) else None

    def _about(self, content: Iterable[Token]) -> bool:
        """Whether a denial names its matter: «الأنباء عن …»."""
        return any(t.norm in self.words.about for t in content)

    def _leads_to(self, before: Sequence[Token], part: int | None) -> bool:
        """Whether only «أي», «وقوع» stand before an attack that is denied whole."""
        return part is not None or all(t.norm in self.words.back for t in before)

    def _is_claim(self, content: Sequence[Token]) -> bool:
        """«ذلك», «صحة هذه الأنباء», «ما أوردته الصحيفة», «الاتهامات الموجهة إليها»."""
        first = content[0].norm
        if first == "ما":
            published = len(content) > 1 and self.words.is_verb(content[1], self.words.published)
            return published and not self._about(content[2:])
        if self._about(content):
            return False
        rest = list(content)
        while rest and rest[0].norm in self.words.back and rest[0].norm != "ما":
            rest.pop(0)
        if not rest:
            return True
        if rest[0].norm == "ما" or len(rest) == len(content):
            claims = rest[0].norm.startswith("ال") and self.words.is_claim(rest[0])
            return claims or (rest[0].norm == "ما" and self._is_claim(rest))
        return self.words.is_claim(rest[0])


class _Target:
    """Looks for what one denial denies."""

    def __init__(
        self, scene: Scene, statements: Sequence[Statement], events: Sequence[Event], denial: _Denial
    ) -> None:
        self.scene, self.denial = scene, denial
        statement = denial.statement
        self.low = self._low()
        first, last = min(self.low, statement.content.start), statement.end
        self.statements = _between(statements, self.low, statement.start)
        spoken = {(s.start, s.end) for s in _between(statements, first, last)}
        near = _between(events, first, last)
        self.events = [e for e in near if e.status in _TOLD and (e.start, e.end) not in spoken]
        self.own = _sides(denial.statement.speakers)

    def find(self) -> tuple[Sequence[Event], str]:
        """The events denied, or why none is told."""
        statement, kind = self.denial.statement, self.denial.kind
        if kind == "content":
            content = statement.content
            inside = [e for e in self.events if content.start <= e.start and e.end <= content.end]
            return (inside, "") if inside else ((), "a denial of words that tell no event")
        if kind == "claim":
            return self._claimed()
        return self._attack()

    def _claimed(self) -> tuple[Sequence[Event], str]:
        """The events of the nearest claim of somebody else, else of the report's own last words."""
        statement = self.denial.statement
        named = self._named_source()
        claims = [
            s
            for s in self.statements
            if s.force not in ("deny", "demand", "question")
            and s.speakers != statement.speakers
            and (not named or named & _names(s.speakers) or named & _names(s.chain))
        ]
        last = claims[-1] if claims else None
        if last is not None and not self._later_in_own_voice(last):
            ids = {s.id for s in claims if s.speakers == last.speakers}
            said = [e for e in self.events if e.said_by in ids and e.start < statement.start]
            return self._fitting(said) if said else ((), "a denial of a claim whose words tell no event")
        return ((), "a denial of what somebody said elsewhere") if named else self._own_voice()

    def _later_in_own_voice(self, claim: Statement) -> bool:
        """Whether the report itself tells something between a claim and the denial."""
        end = max(claim.end, claim.content.end)
        return any(e.said_by is None and end <= e.start < self.denial.statement.start for e in self.events)

    def _own_voice(self) -> tuple[Sequence[Event], str]:
        end = self.denial.statement.start
        before = [e for e in self.events if e.said_by is None and self.low <= e.start and e.end <= end]
        if not before:
            return (), "a denial of something that stands in no sentence near before it"
        last = self._sentence(before[-1].start)
        near = [e for e in before if self._sentence(e.start) == last]
        if any(self.own & _sides(e.actors) for e in before) and not any(
            self.own & _sides(e.actors) for e in near
        ):
            return (), "a denial of the last act or of the denier's own before it"
        return self._fitting(near)

    def _fitting(self, found: Sequence[Event]) -> tuple[Sequence[Event], str]:
        """Of several acts those the denier is said to have done; another's only where it is the only one."""
        fit = [e for e in found if self.own & _sides(e.actors)]
        if fit:
            return fit, ""
        if len(found) == 1:
            return found, ""
        return (), "a denial of one of several acts, none of them said to be the denier's"

    def _attack(self) -> tuple[Sequence[Event], str]:
        """The last attack before that may be meant, by mode and place; for a part in it one that is nobody's
        or the denier's."""
        statement = self.denial.statement
        places = self._places()
        found = [
            e
            for e in self.events
            if e.type == "ASSAULT"
            and self.low <= e.start < statement.start
            and (not self.denial.modes or e.mode in self.denial.modes)
            and (not places or (e.place is not None and e.place.entity in places))
            and (not self.denial.more or self.denial.more & self._words(e))
            and (self.denial.kind == "act" or not e.actors or self.own & _sides(e.actors))
        ]
        if not found:
            return (), "a denial of an attack that nothing near before it tells of the denier"
        last = self._sentence(found[-1].start)
        near = [e for e in found if self._sentence(e.start) == last]
        accused = [e for e in near if e.actors] or near
        return (accused, "") if len(accused) == 1 else ((), "a denial of one of several attacks")

    def _low(self) -> int:
        """From where on: the sentences before within the paragraph, or the paragraph before where the denial
        opens its own."""
        sentences, at = self.scene.reading.sentences, self._sentence(self.denial.statement.start)
        low, part = at, sentences[at].segment
        while low > 0 and at - low < _BACK:
            before = sentences[low - 1]
            crosses = before.segment != part
            if crosses and (low != at or before.segment != part - 1):
                break
            low -= 1
            part = before.segment
        return sentences[low].start

    def _sentence(self, start: int) -> int:
        tokens = self.scene.reading.within(start, start + 1) or self.scene.reading.within(start, start + 40)
        return self.scene.reading.tokens[tokens[0]].sentence if tokens else 0

    def _words(self, event: Event) -> frozenset[str]:
        """The words from an event to the next one, or to the end of its sentence."""
        later = [e.start for e in self.events if e.start > event.start]
        end = min([self.scene.reading.sentences[self._sentence(event.start)].end, *later[:1]])
        tokens = self.scene.reading.tokens
        return _stems([tokens[i] for i in self.scene.reading.within(event.start, end)])

    def _inside(self) -> list[Mention]:
        content = self.denial.statement.content
        inside = _between(self.scene.notes.mentions, content.start, content.end)
        return [m for m in inside if m.end <= content.end]

    def _places(self) -> frozenset[str]:
        return frozenset(m.entity for m in self._inside() if m.type == "place" and m.entity)

    def _named_source(self) -> frozenset[str]:
        """Who is named for what is denied: «ما أوردته صحيفة X»."""
        said = frozenset(m.entity or m.code or "" for m in self._inside() if m.type != "place")
        own = _names(self.denial.statement.speakers)
        return said - own - {""}


def _denied(denial: _Denial, event: Event) -> Event:
    """An event told once more, as denied. Who denies a part in an act denies to have done it."""
    statement = denial.statement
    actors = statement.speakers if denial.kind == "part" else event.actors
    return Event(
        event.report, statement.start, statement.end, event.type, event.mode, actors, event.recipients,
        event.place, event.date, "denied", statement.id, STEP, _SCORE, "a denial that points back to it",
        repeats=event.repeats or event.id, background=event.background,
    )  # fmt: skip


def _between(records: Sequence[S], start: int, end: int) -> Sequence[S]:
    """Those of records in order of `start` that begin in `[start, end)`."""
    first = bisect_left(records, start, key=lambda r: r.start)
    return records[first : bisect_left(records, end, first, key=lambda r: r.start)]


def _sides(actors: Iterable[Actor]) -> frozenset[str]:
    """The parties actors belong to: a country for the bodies of its state, else the group's own code."""
    parts = [actor.code.split(".") for actor in actors if actor.code]
    return frozenset(p[0] if len(p) < 2 or p[1] in _STATE else f"{p[0]}.{p[1]}" for p in parts)


def _stems(tokens: Iterable[Token]) -> frozenset[str]:
    """Words without clitics and article, short ones left out."""
    stems = (leads(t.norm)[-1][1].removeprefix("ال") for t in tokens if t.kind == "word")
    return frozenset(stem for stem in stems if len(stem) > 2)


def _names(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(a.entity or a.code or "" for a in actors) - {""}
