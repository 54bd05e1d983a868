"""Who counted: «سجّل الجانب الروسي 27 خرقاً», «27 خرقاً رصدها ممثلو تركيا».

Not always who speaks: «ذكر المركز الروسي أن الجانب التركي سجل 12 خرقاً» is a Turkish count in a Russian
statement. Two guarantors of one accord count apart, and their numbers are compared side by side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hudna.extract.figure_kinds import Count
from hudna.extract.figure_scope import ScopeWords
from hudna.extract.scene import Scene, actor_of
from hudna.model.annotations import Mention
from hudna.model.assertions import Actor
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.reading import Sentence
from hudna.text.verbs import VerbForm, verb_forms

_WHOSE = 3
"""Tokens from a word for a monitor to the country it is of: «ممثلو الجمهورية التركية»."""
_BEFORE_VERB = 8
"""Tokens from the beginning of a subject to its verb: «الجانب الروسي في اللجنة المشتركة سجل»."""
_BEHIND = 10
"""Tokens from a count to the verb that tells who recorded it: «27 خرقاً للهدنة في إدلب سجلها …»."""
_COLUMN = frozenset(":-–—|/")
_ENDS = frozenset("،,؛.;")
_EACH = ("كل", "كلا")
_JOINING = frozenset(("", "و", "ف"))
_WHOSE_LEADS = frozenset(("", "adj", "ل"))


@frozen
class RecordingEntry:
    """Words that tell who counted something; see recording.yaml."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    monitors: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()


@frozen
class Recording:
    """The words of recording.yaml, folded; `agents` as sequences of words."""

    verbs: Mapping[str, VerbForm]
    nouns: frozenset[str]
    monitors: frozenset[str]
    agents: tuple[tuple[str, ...], ...]
    passing: frozenset[str]
    sources: frozenset[str]
    cases: frozenset[str]

    @classmethod
    def load(cls) -> "Recording":
        """The words of lexicon/ar/recording.yaml."""
        entries = load_lexicon("recording", RecordingEntry)
        verbs: dict[str, VerbForm] = {}
        for pair in (verb for entry in entries for verb in entry.verbs):
            verbs.update(verb_forms(*pair.split()))
        monitors = {fold(word) for entry in entries for word in entry.monitors}
        return cls(
            {written: form for written, form in verbs.items() if form.person == 3},
            frozenset(fold(word) for entry in entries for word in entry.nouns),
            frozenset(monitors | {f"ال{word}" for word in monitors}),
            tuple(tuple(fold(words).split()) for entry in entries for words in entry.agents),
            frozenset(fold(word) for entry in entries for word in entry.passing),
            frozenset(fold(word) for entry in entries for word in entry.sources),
            frozenset(fold(word) for entry in entries for word in entry.cases),
        )

    def verb(self, norm: str) -> VerbForm | None:
        """The form of a verb of recording, «و», «ف» before it or not."""
        return next((self.verbs[w] for lead, w in leads(norm) if lead in _JOINING and w in self.verbs), None)

    def is_noun(self, norm: str) -> bool:
        """Whether a word names what was recorded, or the recording."""
        return any(word in self.nouns for _, word in leads(norm))

    def is_monitor(self, norm: str) -> bool:
        """Whether a word names somebody who records."""
        return any(lead in _JOINING and word in self.monitors for lead, word in leads(norm))


@frozen
class _Party:
    """Who may have counted, at tokens `[first, last)`."""

    actors: tuple[Actor, ...]
    first: int
    last: int


@frozen
class Counters:
    """Finds who counted; holds the words it reads."""

    recording: Recording
    scope: ScopeWords

    @classmethod
    def load(cls, scope: ScopeWords) -> "Counters":
        """The Arabic lexicons; `scope` is shared with the other readers of figures."""
        return cls(Recording.load(), scope)

    def of(self, scene: Scene, sentence: Sentence, counts: Sequence[Count], number: int) -> tuple[Actor, ...]:
        """Who is said to have recorded `counts[number]` of a sentence, () where nobody is named for it."""
        clause, count = _Clause(self, scene, sentence), counts[number]
        found = clause.own(counts, number) or clause.before(count.first)
        found = found or clause.agent(count, _edge(counts, number, sentence))
        return found.actors if found else ()

    def again(self, scene: Scene, sentence: Sentence, counts: Sequence[Count], number: int) -> bool:
        """«… 27 خرقاً والجانب التركي 3», «… 4 حالات»: whether a number without a noun of its own counts what
        the one before it counts, because somebody else is named for it."""
        noun = counts[number].quantity.noun
        norm = scene.reading.tokens[noun].norm if noun is not None else ""
        if norm and norm not in self.recording.cases and self.recording.verb(norm) is None:
            return False
        clause = _Clause(self, scene, sentence)
        agent = clause.agent(counts[number], _edge(counts, number, sentence))
        found = clause.own(counts, number) or agent
        return found is not None and bool(found.actors)


def _edge(counts: Sequence[Count], number: int, sentence: Sentence) -> int:
    """Where the words behind a count end: at the next one."""
    return counts[number + 1].first if number + 1 < len(counts) else sentence.last


class _Clause:
    """The words around the counts of one sentence. Built for a sentence, then dropped."""

    def __init__(self, counters: Counters, scene: Scene, sentence: Sentence) -> None:
        self.words, self.scope = counters.recording, counters.scope
        self.scene, self.sentence = scene, sentence
        self.tokens = scene.reading.tokens

    def own(self, counts: Sequence[Count], number: int) -> _Party | None:
        """Who is named for this count alone, behind it or right before it."""
        count = counts[number]
        column = counts[number - 1].last if number else -1
        edge = _edge(counts, number, self.sentence)
        # A verb right behind a number is taken for its noun: «4 سجلها الأتراك».
        return self.behind(count.quantity.last, edge) or self.beside(count.first, column)

    def behind(self, last: int, edge: int) -> _Party | None:
        """«27 خرقاً للهدنة رصدها الجانب الروسي»: a verb with a pronoun for what is counted.

        A party without actors where nobody known is named behind it: then nobody else counted either.
        """
        for i in range(last, min(edge, last + _BEHIND)):
            if self.tokens[i].norm in _ENDS:
                return None
            form = self.words.verb(self.tokens[i].norm)
            if form is not None and form.pronoun:
                stop = self.sentence.last
                return self._party(self._past(i + 1, stop), stop) or _Party((), i, i)
        return None

    def beside(self, first: int, column: int) -> _Party | None:
        """«… والجانب الروسي 14», «الجانب التركي: 3», «بحسب الجانب التركي 3»: who stands right before a
        number, where the sentence tells of recording or lists one monitor after another; `column` is where
        the count before ends."""
        stop = first - (first > self.sentence.first and self.tokens[first - 1].norm in _COLUMN)
        party = self._ending(stop)
        if party is None:
            return None
        if self._sourced(party.first):
            return party
        ahead = self.tokens[party.first - 1] if party.first > self.sentence.first else None
        opens = ahead is None or ahead.kind == "mark" or party.first == column
        listed = opens and self.words.is_monitor(self.tokens[party.first].norm)
        each = ahead is not None and ahead.norm == "من"
        joined = opens or each or self.tokens[party.first].norm.startswith("و")
        return party if listed or (joined and self._told(party.first)) else None

    def _sourced(self, first: int) -> bool:
        """Whether words like «بحسب» stand before a party."""
        before = self.tokens[first - 1].norm if first > self.sentence.first else ""
        return any(word in self.words.sources for _, word in leads(before))

    def before(self, first: int) -> _Party | None:
        """«سجل الجانب الروسي في اللجنة 27», «الجانب الروسي سجل 27», also further counts of the same verb."""
        for i in range(first - 1, self.sentence.first - 1, -1):
            if self.scope.has("turn", self.tokens[i]):
                return None
            form = self.words.verb(self.tokens[i].norm)
            if form is None:
                continue
            party = self._party(self._past(i + 1, first), first) or self._subject(i)
            return party or self._attributed(i)
        return None

    def _attributed(self, verb: int) -> _Party | None:
        """«ووفقاً للجانب التركي سُجلت 4 خروقات»: behind a source at the sentence's beginning."""
        for i in range(self.sentence.first, min(verb - 1, self.sentence.first + _WHOSE)):
            if any(word in self.words.sources for _, word in leads(self.tokens[i].norm)):
                found = [m for m in self._opening(i + 1) if m.lead in ("", "ل")]
                return _Party(tuple(map(actor_of, found)), i + 1, found[0].last) if found else None
        return None

    def agent(self, count: Count, edge: int) -> _Party | None:
        """«تم تسجيل 27 خرقاً من قبل الجانب الروسي»: only one who monitors; others are those accused."""
        if not self._told(count.first):
            return None
        for i in range(count.last, edge):
            length = next((len(a) for a in self.words.agents if self._reads(i, a)), 0)
            at = i + length
            if length and at < edge and self.words.is_monitor(self.tokens[at].norm):
                return self._party(at, edge)
        return None

    def _reads(self, i: int, words: Sequence[str]) -> bool:
        return tuple(t.norm for t in self.tokens[i : i + len(words)]) == tuple(words)

    def _told(self, stop: int) -> bool:
        """Whether anything before a token tells of recording."""
        return any(
            self.words.verb(t.norm) is not None or self.words.is_noun(t.norm)
            for t in self.tokens[self.sentence.first : stop]
        )

    def _past(self, i: int, stop: int) -> int:
        """The token after times and adverbs that stand between a verb and its subject."""
        while i < stop and (
            i in self.scene.time_at or (self.tokens[i].norm in self.words.passing and not self._names(i))
        ):
            i += 1
        return i

    def _subject(self, verb: int) -> _Party | None:
        """Who stands before a verb: «أن الجانب التركي سجل», «أما الممثلون الأتراك فسجلوا»."""
        low = max(self.sentence.first, verb - _BEFORE_VERB)
        for i in range(verb - 1, low - 1, -1):
            if self.tokens[i].norm in _ENDS or self.words.verb(self.tokens[i].norm):
                return None
            party = self._party(i, verb)
            whole = party is not None and (party.last == verb or self.tokens[party.last].norm == "في")
            if party is not None and whole and not self._of_monitor(i):
                return party
        return None

    def _ending(self, stop: int) -> _Party | None:
        """The party whose last word stands right before a token."""
        for i in range(max(self.sentence.first, stop - _BEFORE_VERB), stop):
            party = self._party(i, stop)
            if party is not None and party.last == stop:
                return self._with_first(party)
        return None

    def _with_first(self, party: _Party) -> _Party:
        """«كل من الجانب الروسي والجانب التركي»: a party with the one it is joined to."""
        joined = self.tokens[party.first].norm.startswith("و")
        other = self._ending(party.first) if joined else None
        return _Party((*other.actors, *party.actors), other.first, party.last) if other else party

    def _of_monitor(self, i: int) -> bool:
        """Whether token `i` only says whose the monitor before it is: «ممثلي روسيا»."""
        near = range(max(self.sentence.first, i - _WHOSE), i)
        return any((party := self._party(k, i + 1)) is not None and party.last > i for k in near)

    def _party(self, i: int, stop: int) -> _Party | None:
        """Who is named from token `i` on: a body or side, or a monitor by whose it is."""
        if i >= stop:
            return None
        named = self._names(i)
        if named:
            return _Party(tuple(map(actor_of, named)), i, max(m.last for m in named))
        if not self.words.is_monitor(self.tokens[i].norm):
            return None
        for k in range(i + 1, min(stop, i + 1 + _WHOSE)):
            mentions = [m for m in self._opening(k) if m.lead in _WHOSE_LEADS]
            if mentions:
                last = max(m.last for m in mentions)
                further = [m for m in self._opening(last) if m.lead == "adj"] if last < stop else []
                last = max((m.last for m in further), default=last)
                return _Party(tuple(self._widened(m, i) for m in (*mentions, *further)), i, last)
            if self.tokens[k].kind != "word" or self.words.verb(self.tokens[k].norm):
                return None
        return None

    def _names(self, i: int) -> list[Mention]:
        each = i > self.sentence.first + 1 and self.tokens[i - 2].norm.endswith(_EACH)
        return [m for m in self._opening(i) if m.lead in _JOINING or (each and m.lead == "من")]

    def _opening(self, i: int) -> list[Mention]:
        return [m for m in self.scene.mention_at.get(i, ()) if m.first == i and m.code and m.type != "place"]

    def _widened(self, mention: Mention, first: int) -> Actor:
        """An actor over the words from the monitor on: «ممثلو روسيا»."""
        start = self.tokens[first].start
        text = self.scene.reading.text[start : mention.end]
        return replace(actor_of(mention), text=text, start=start)
