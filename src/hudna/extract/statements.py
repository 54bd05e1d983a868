"""Statements: who says what, to whom, with what force, relayed by whom.

Each sentence is read from left to right. A reporting word (verb, «قائلاً», masdar) or an attribution
(«بحسب X») opens a draft; the next one closes it, joins it, relays it, or nests in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hudna.extract.scene import Scene
from hudna.extract.speakers import COMMAS, Party, Speakers, codes
from hudna.extract.speech import Speech, SpeechVerb
from hudna.extract.speech_cues import Cue, Cues, Lead
from hudna.extract.speech_force import GROUP, near, shown
from hudna.model.annotations import Span
from hudna.model.assertions import Actor, Force, Statement
from hudna.text.clitics import leads
from hudna.text.reading import Sentence

VERSION = "statements/1"
_REACH = 60
"""Tokens within which a verb's subject and content are looked for."""
_OPENING_MARKS = frozenset("\"“«'‘(:")


@dataclass(frozen=True, slots=True)
class StatementStep:
    """Finds the statements of a report with the lexicon it was built from."""

    speech: Speech

    @classmethod
    def load(cls) -> "StatementStep":
        """Compile the lexicons of speech; raises PackError where one of them is broken."""
        return cls(Speech.load())

    def __call__(self, scene: Scene) -> tuple[Statement, ...]:
        """The statements of one report, in order of their first word."""
        return tuple(sorted(_Teller(scene, self.speech).tell(), key=lambda s: (s.start, s.end)))


@dataclass(slots=True)
class _Draft:
    """A statement being read: token indices, `end` exclusive; `cut` once nothing more may join its content."""

    cue: int
    first: int
    content: int
    end: int
    speakers: tuple[Actor, ...]
    force: Force
    reason: str
    score: float
    how: str
    chain: list[Actor] = field(default_factory=list)
    addressees: list[Actor] = field(default_factory=list)
    channel: str | None = None
    date: str | None = None


class _Teller:
    """Reads one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene, self.speech = scene, speech
        self.reading = scene.reading
        self.tokens = scene.reading.tokens
        self.speakers = Speakers(scene, speech)
        self.cues = Cues(scene, speech)
        self.last: tuple[Actor, ...] = ()
        self.document: tuple[Actor, ...] = ()
        self.drafts: list[_Draft] = []
        self.consumed: set[int] = set()

    def tell(self) -> Iterator[Statement]:
        for sentence in self.reading.sentences:
            self.drafts = []
            self.consumed = set()
            self._sentence(sentence)
            for draft in self.drafts:
                yield from self._finish(draft)

    def _sentence(self, sentence: Sentence) -> None:
        if not self._heading(sentence):
            cues = {cue.at: cue for cue in self.cues.of(sentence)}
            for i in range(sentence.first, sentence.last):
                if i in self.consumed:
                    continue
                if length := self._attribution_at(i):
                    self._attribution(i, length, sentence)
                elif i in cues:
                    self._cue(cues[i], sentence)

    # --- titles

    def _heading(self, sentence: Sentence) -> bool:
        """«الحكومة: تراجع الأسعار»: a heading's speaker before a colon."""
        if self.reading.segments[sentence.segment].kind not in ("title", "heading") and sentence.first:
            return False
        for colon in range(sentence.first + 1, min(sentence.first + 8, sentence.last - 1)):
            if self.tokens[colon].norm != ":":
                continue
            first = sentence.first
            while self.tokens[first].kind == "mark":
                first += 1
            if first not in self.speakers.opening:
                return False
            party = self.speakers.party(first)
            words = [t for t in self.tokens[party.last : colon] if t.kind == "word"]
            if words or not party.countries or self._is_outlet(party.actors):
                return False
            self._open(
                colon, first, colon + 1, sentence.last, party, "claim", "speaker before a colon", 0.7, "colon"
            )
            return True
        return False

    # --- verbs, participles, masdars

    def _cue(self, cue: Cue, sentence: Sentence) -> None:
        outer = self._around(cue.at)
        if outer and self._inside_quote(outer, cue.at):
            self._quoted_verb(cue, outer)
        elif cue.said.how == "hal":
            self._participle(cue, sentence)
        elif cue.said.how == "masdar":
            self._masdar(cue, sentence, outer)
        elif "support" in cue.said.verb.flags:
            self._supported(cue, sentence)
        else:
            self._verb(cue, sentence, outer)

    def _quoted_verb(self, cue: Cue, outer: _Draft) -> None:
        """«أكّدنا على ضرورة …» in a quotation: what the speaker says about himself sets the force."""
        form = cue.said.form
        if form and form.person == 1 and outer.force == "claim" and cue.said.verb.force != "claim":
            outer.force = cue.said.verb.force

    def _verb(self, cue: Cue, sentence: Sentence, outer: _Draft | None) -> None:
        verb, at = cue.said.verb, cue.at
        stop = min(self._stop(at + 1, sentence), at + _REACH)
        lead = self.cues.lead(at + 1, stop, verb)
        parties = self.speakers.after(at + 1, lead.at if lead else stop)
        before = (
            None
            if cue.joined and at > sentence.first and not self._after_topic(at)
            else (self.speakers.before(at, sentence.first))
        )
        subject, object_ = self._roles(cue, sentence, before, parties, lead)
        if lead is None and "object" in verb.content and "needs" not in verb.flags:
            lead = self._object(at, subject, object_, stop)
        if subject is None and not self.speakers.relative(at) and lead and lead.kind != "object":
            subject = self._understood(cue, sentence)
        if "document" in verb.flags:
            subject = self._author(cue, subject, lead, stop)
        if "relay" in verb.flags and self._relay(cue, subject, sentence, stop):
            return
        if subject is None or not self._holds(cue, subject, lead, before):
            return
        if lead is None:
            return self._backwards(cue, subject, sentence)
        if outer and self._nested(cue, outer, subject, lead, before):
            return
        self._say(cue, subject, object_, lead, sentence)

    def _after_topic(self, at: int) -> bool:
        """«أما X فأعلنت»."""
        return self.tokens[at].norm.startswith("ف")

    def _roles(
        self,
        cue: Cue,
        sentence: Sentence,
        before: Party | None,
        parties: tuple[Party, ...],
        lead: Lead | None,
    ) -> tuple[Party | None, Party | None]:
        """Subject and object of a verb among the parties before and after it."""
        verb = cue.said.verb
        if before and (before.last >= cue.at - 3 or not parties or self.tokens[cue.at - 1].norm == "قد"):
            return before, parties[0] if parties and verb.object else None
        known = [p for p in parties if p.known or (lead is not None and lead.kind != "object")]
        if verb.object and len(known) == 1 and cue.joined and cue.at > sentence.first:
            if self._local(cue, sentence):
                return None, known[0]
        if not known:
            return before, None
        return known[0], known[1] if len(known) > 1 and verb.object else None

    def _local(self, cue: Cue, sentence: Sentence) -> bool:
        return any(d.cue < cue.at for d in self.drafts) or bool(
            self.speakers.first_in(sentence.first, cue.at)
        )

    def _understood(self, cue: Cue, sentence: Sentence) -> Party | None:
        """The antecedent of a verb without a subject: two for a dual, else whoever spoke or acted last."""
        form = cue.said.form
        if form is None or form.person == 1 or self.cues.is_impersonal(cue.at):
            return None
        if form.number == "du":
            if len(self.last) == 2:
                return Party(self.last, cue.at, cue.at)
            return self.speakers.pair_before(cue.at)
        if self.drafts:
            return Party(self.drafts[-1].speakers, cue.at, cue.at)
        if form.tense == "present" and not cue.joined:
            return None
        subject = self.speakers.first_in(sentence.first, cue.at)
        if subject:
            return subject
        return Party(self.last, cue.at, cue.at) if self.last else None

    def _author(self, cue: Cue, subject: Party | None, lead: Lead | None, stop: int) -> Party | None:
        """Who speaks through a document: «شدد البيان المشترك لـX وY», «جاء في البيان»."""
        return self._document(cue.at + 1, lead.at if lead else min(stop, cue.at + 8)) or (
            subject if subject and "document" not in cue.said.verb.flags else None
        )

    def _document(self, begin: int, stop: int) -> Party | None:
        """The author of a document named at `begin` (after a preposition or not)."""
        i = begin
        while i < stop and (self.tokens[i].norm == "في" or self.tokens[i].kind == "mark"):
            i += 1
        if i >= stop or not self._is_document(i):
            return None
        for k in range(i + 1, min(i + 8, stop)):
            if self.tokens[k].norm in COMMAS or self.tokens[k].norm == ":":
                break
            if k in self.speakers.opening and self.speakers.opening[k][0].code:
                party = self.speakers.party(k)
                return Party(party.actors, i, party.last)
        actors = self.document or self.last
        return Party(actors, i, i + 1) if actors else None

    def _is_document(self, i: int) -> bool:
        return any(
            self.speech.phrase("document", self.tokens, i, stem.removeprefix("ال"))
            for _, stem in leads(self.tokens[i].norm)
        )

    def _holds(self, cue: Cue, subject: Party, lead: Lead | None, before: Party | None) -> bool:
        """Whether verb, speaker and content together make a statement."""
        verb = cue.said.verb
        if not subject.actors:
            return False
        known = subject.known and any(a.code for a in subject.actors) or subject.known and lead is not None
        if lead is None:
            return known and subject is not before and self._as_said(cue)
        if lead.kind == "object":
            return known
        if not known:
            return lead.kind in ("that", "quote") and subject.first > cue.at
        if "needs" in verb.flags and lead.kind == "preposition":
            return subject.last > subject.first
        return True

    def _as_said(self, cue: Cue) -> bool:
        """«…، كما أعلنت X», «وهو ما نفته X»: a verb whose content stands before it."""
        form = cue.said.form
        before = [self.tokens[i].norm.lstrip("و") for i in range(max(0, cue.at - 2), cue.at)]
        return "كما" in before or bool(form and form.pronoun and "ما" in before)

    def _backwards(self, cue: Cue, subject: Party, sentence: Sentence) -> None:
        begin = self._clause_start(cue.at - 1, sentence)
        outer = self.drafts[-1] if self.drafts else None
        if outer and outer.content <= begin < outer.end:
            self._cut(outer, cue.at)
        end = max(begin + 1, cue.at - 1)
        self._open(
            cue.at, cue.at, begin, end, subject, cue.said.verb.force, self._word(cue.at) + " after its content",
            0.7, "after",
        )  # fmt: skip

    def _object(self, at: int, subject: Party | None, object_: Party | None, stop: int) -> Lead | None:
        """The words after verb and subject as content: «أعلنت X وقف إطلاق النار»."""
        if subject is None:
            return None
        i = max(at + 1, subject.last, object_.last if object_ else 0)
        while i < stop:
            if i in self.scene.time_at or self.tokens[i].kind == "mark":
                i += 1
            elif length := self.speech.phrase("adverb", self.tokens, i):
                i += length
            elif self.speech.phrase("preposition", self.tokens, i):
                while i < stop and self.tokens[i].norm not in COMMAS:
                    i += 1
            else:
                return Lead("object", i, i)
        return None

    def _nested(self, cue: Cue, outer: _Draft, subject: Party, lead: Lead, before: Party | None) -> bool:
        """A verb inside another's content; true where it adds no statement of its own."""
        verb = cue.said.verb
        own = codes(outer.speakers)
        same = subject.actors == outer.speakers or bool(own & codes(subject.actors))
        if self._is_outlet(outer.speakers) and not same and lead.kind in ("that", "quote"):
            if cue.at - outer.content <= 4 or (before and before.first - outer.content <= 2):
                outer.chain.extend(outer.speakers)
                self._replace(outer, cue, subject, lead)
                return True
            return False
        if same and not cue.joined and cue.at - outer.content <= 6:
            if outer.force == "claim":
                outer.force = verb.force
                outer.reason += f", {self._word(cue.at)}"
            return True
        if same:
            return not cue.joined and GROUP[verb.force] == GROUP[outer.force]
        return (
            GROUP[verb.force] == "say"
            and lead.kind not in ("that", "quote")
            or (not cue.joined and lead.kind != "that")
        )

    def _replace(self, outer: _Draft, cue: Cue, subject: Party, lead: Lead) -> None:
        outer.speakers = subject.actors
        outer.force = cue.said.verb.force
        outer.content = lead.content
        outer.reason += f", {self._word(cue.at)}"
        self.last = subject.actors

    def _say(self, cue: Cue, subject: Party, object_: Party | None, lead: Lead, sentence: Sentence) -> None:
        if self.drafts:
            self._cut(self.drafts[-1], min(cue.at, subject.first) if subject.last > subject.first else cue.at)
        first = min(cue.at, subject.first) if subject.last > subject.first else cue.at
        draft = self._open(
            cue.at, first, lead.content, sentence.last, subject, cue.said.verb.force,
            f"{self._word(cue.at)}, {_HOW[lead.kind]}", _SCORE[lead.kind], lead.kind,
        )  # fmt: skip
        if object_ and cue.said.verb.object == "addressee":
            draft.addressees.extend(object_.actors)
        self._circumstances(draft, first, lead.at, subject, sentence)

    # --- «قائلاً», «مؤكداً»

    def _participle(self, cue: Cue, sentence: Sentence) -> None:
        if not self.drafts and not self._local(cue, sentence):
            return
        stop = self._stop(cue.at + 1, sentence)
        verb = cue.said.verb
        lead = self.cues.lead(cue.at + 1, min(stop, cue.at + 14), verb)
        if lead is None:
            if not self.drafts or cue.at + 1 >= stop:
                return
            lead = Lead("object", cue.at + 1, cue.at + 1)
        previous = self.drafts[-1] if self.drafts else None
        subject = (
            Party(previous.speakers, cue.at, cue.at)
            if previous
            else self.speakers.first_in(sentence.first, cue.at)
        )
        if subject is None:
            return
        if previous:
            force = self._force_of(lead.content, sentence.last, subject.actors, verb.force)
            if GROUP[force] in {GROUP[d.force] for d in self.drafts}:
                previous.end = max(previous.end, self._trim(previous.content, stop))
                return
            self._cut(previous, cue.at)
        self._open(
            cue.at, cue.at, lead.content, sentence.last, subject, verb.force,
            f"{self._word(cue.at)}, participle of the same speaker", 0.75, lead.kind,
        )  # fmt: skip

    # --- masdars and the verbs that carry them

    def _masdar(self, cue: Cue, sentence: Sentence, outer: _Draft | None) -> None:
        """«إعلان X أن …», «اتهام X Y ب…»: only with a speaker beside it and content after it."""
        if cue.at + 1 not in self.speakers.opening or outer:
            return
        stop = min(self._stop(cue.at + 1, sentence), cue.at + 30)
        lead = self.cues.lead(cue.at + 1, stop, cue.said.verb)
        if lead is None or lead.kind == "preposition" and GROUP[cue.said.verb.force] == "say":
            return
        parties = self.speakers.after(cue.at + 1, lead.at)
        if parties and parties[0].first == cue.at + 1 and parties[0].known:
            other = parties[1] if len(parties) > 1 else None
            self._say(cue, parties[0], other, lead, sentence)

    def _supported(self, cue: Cue, sentence: Sentence) -> None:
        """«وجّهت X دعوة إلى …», «أعرب عن قلقه», «دأبت X على اتهام …»."""
        at, verb = cue.at, cue.said.verb
        stop = min(self._stop(at + 1, sentence), at + 24)
        before = None if cue.joined and at > sentence.first else self.speakers.before(at, sentence.first)
        parties = self.speakers.after(at + 1, stop)
        subject = before or next((p for p in parties if p.known), None)
        begin = subject.last if subject and subject.first > at else at + 1
        act = self._act(begin, stop, verb)
        if act is None:
            return self._verb_without_act(cue, sentence, subject, stop)
        where, force = act
        if subject is None or (subject.first > where and not before):
            subject = self._understood(cue, sentence)
        if subject is None or not any(a.code for a in subject.actors):
            return
        if force == "claim" and any(
            i in self.speech.said for i in (t.norm for t in self.tokens[where + 1 : stop])
        ):
            return
        lead = Lead("object", where, where)
        self._say(cue, subject, None, lead, sentence)
        self.drafts[-1].force = force
        self.consumed.update(range(where, where + 1))

    def _verb_without_act(self, cue: Cue, sentence: Sentence, subject: Party | None, stop: int) -> None:
        lead = self.cues.lead(cue.at + 1, stop, cue.said.verb)
        if lead and lead.kind in ("that", "quote"):
            subject = subject or self._understood(cue, sentence)
            if subject and subject.actors:
                self._say(cue, subject, None, lead, sentence)

    def _act(self, begin: int, stop: int, verb: SpeechVerb) -> tuple[int, Force] | None:
        """The noun of speech that a supporting verb governs, and its force."""
        governed = False
        for i in range(begin, stop):
            norm = self.tokens[i].norm
            if norm in COMMAS:
                governed = False
            for lead, stem in leads(norm):
                bare = stem.removeprefix("ال")
                value = self.speech.value("act", self.tokens, i, stem) or self.speech.value(
                    "act", self.tokens, i, bare
                )
                rows = [s for s in self.speech.said.get(bare, ()) if s.how == "masdar"]
                if (value or rows) and not governed and lead in ("", "ب", "ل"):
                    return i, (value or rows[0].verb.force)  # type: ignore[return-value]
            if self.speech.phrase("preposition", self.tokens, i) and norm not in verb.content:
                governed = True
        return None

    # --- relays and attributions

    def _relay(self, cue: Cue, subject: Party | None, sentence: Sentence, stop: int) -> bool:
        """«نقلت X عن Y (قوله) إن …»: Y speaks, X relays."""
        at = next((i for i in range(cue.at + 1, min(stop, cue.at + 16)) if self.tokens[i].norm == "عن"), None)
        if at is None:
            return False
        lead = self.cues.lead(at + 1, stop, cue.said.verb)
        source = self._source_at(at + 1, lead.at if lead else stop)
        if lead is None or source is None:
            return True
        if subject is None or subject.first > at:
            subject = self._understood(cue, sentence)
        whole = Party(source.actors, source.first, source.last, source.known)
        self._say(cue, whole, None, lead, sentence)
        draft = self.drafts[-1]
        draft.first = min(cue.at, draft.first)
        draft.chain.extend(a for a in (subject.actors if subject else ()) if a not in draft.speakers)
        self.consumed.update(i for i in range(source.last, lead.at) if self.tokens[i].norm.startswith("قول"))
        return True

    def _attribution_at(self, i: int) -> int:
        if self.tokens[i].kind != "word":
            return 0
        return max(
            (
                self.speech.phrase("attribution", self.tokens, i, stem)
                for lead, stem in leads(self.tokens[i].norm)
                if lead in ("", "و", "ف")
            ),
            default=0,
        )

    def _attribution(self, i: int, length: int, sentence: Sentence) -> None:
        """«بحسب X», «وفق ما ذكرت X», «بحسب ما نقلت X عن Y»: a speaker of its own or one who relays."""
        at = i + length - (1 if self.tokens[i + length - 1].norm.startswith("ل") and length > 1 else 0)
        relay: Party | None = None
        if at < sentence.last and self.tokens[at].norm in ("ما", "لما"):
            at += 1
        if at < sentence.last and self._is_said(at):
            self.consumed.add(at)
            at += 1
        party = self._source_at(at, sentence.last)
        if party is None:
            for draft in self.drafts:
                self._cut(draft, i)
            return
        self.consumed.update(range(i, party.last))
        if party.last < sentence.last and self.tokens[party.last].norm == "عن":
            further = self._source_at(party.last + 1, sentence.last)
            if further:
                relay, party = party, further
                self.consumed.update(range(i, party.last))
        outer = self.drafts[-1] if self.drafts else None
        if outer and self._covers(outer, i):
            if not codes(party.actors) & codes(outer.speakers) or self._is_outlet(party.actors):
                outer.chain[:0] = list(party.actors)
            if outer.content < i:
                self._cut(outer, i)
            return
        begin, end = self._attributed(i, party, sentence)
        if begin >= end:
            return
        if outer:
            self._cut(outer, begin)
        draft = self._open(
            i, party.first, begin, end, party, "claim", f"{self._word(i)}: attribution", 0.85, "attribution"
        )
        draft.chain.extend(relay.actors if relay else ())
        self._outlet_after(draft, party.last, sentence)

    def _is_said(self, i: int) -> bool:
        return any(
            s.how == "verb" for _, stem in leads(self.tokens[i].norm) for s in self.speech.said.get(stem, ())
        )

    def _source_at(self, i: int, stop: int) -> Party | None:
        """A speaker who must stand right here: a mention, a document's author, a common noun of a source."""
        while i < stop and (self.tokens[i].kind == "mark" or i in self.scene.time_at):
            if self.tokens[i].norm in COMMAS:
                return None
            i += 1
        if i >= stop:
            return None
        if i in self.speakers.opening:
            return self.speakers.party(i)
        if self._is_document(i):
            return self._document(i, min(stop, i + 8))
        if self.speakers.source(i) is None:
            return None
        party = next(iter(self.speakers.after(i, min(stop, i + 10))), None)
        if self.tokens[i].norm.startswith("ال") and (party is None or not party.actors[0].code):
            party = self.speakers.antecedent(i) or party
            party = Party(party.actors, i, i + 1) if party else None
        return party

    def _covers(self, outer: _Draft, at: int) -> bool:
        """Whether an attribution at `at` tells who relays the statement before it, not a new clause."""
        if at < outer.content:
            return True
        between = self.tokens[outer.content : at]
        return not any(
            a.norm in COMMAS and b.norm.startswith("و") and len(b.norm) > 3
            for a, b in zip(between, between[1:], strict=False)
        )

    def _attributed(self, i: int, party: Party, sentence: Sentence) -> tuple[int, int]:
        """The content of an attribution: what follows where it opens the sentence, else the clause before."""
        if i == sentence.first:
            begin = party.last
            while begin < sentence.last and (
                self.tokens[begin].kind == "mark" or self.tokens[begin].norm in ("فان", "ان", "انه")
            ):
                begin += 1
            return begin, sentence.last
        begin = self._clause_start(i - 1, sentence)
        after = party.last
        if after < sentence.last and self.tokens[after].kind == "word" and self.tokens[i - 1].kind == "word":
            return begin, sentence.last
        return begin, i

    # --- common

    def _open(
        self,
        cue: int,
        first: int,
        content: int,
        end: int,
        party: Party,
        force: Force,
        reason: str,
        score: float,
        how: str,
    ) -> _Draft:
        stop = self._contrast(content, end)
        draft = _Draft(
            cue, first, content, self._trim(content, self._quote_end(content, how) or stop), party.actors,
            force, reason, score if party.known else score - 0.2, how,
        )  # fmt: skip
        self.drafts.append(draft)
        self.last = party.actors
        if any(self._is_document(i) for i in range(first, min(content, first + 14))):
            self.document = party.actors
        return draft

    def _quote_end(self, content: int, how: str) -> int | None:
        """The token after a quotation that is the whole content."""
        end = self.cues.quote_from.get(content)
        if end is None or how != "quote":
            return None
        i = content
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        return i

    def _contrast(self, content: int, end: int) -> int:
        """Where a clause of its own begins after a comma: «، في حين …»."""
        for i in range(content + 2, end):
            if self.tokens[i - 1].norm in COMMAS and self.speech.phrase("contrast", self.tokens, i):
                return i
        return end

    def _stop(self, begin: int, sentence: Sentence) -> int:
        return sentence.last

    def _trim(self, content: int, end: int) -> int:
        while end > content + 1 and self.tokens[end - 1].kind == "mark":
            end -= 1
        return max(end, content + 1)

    def _cut(self, draft: _Draft, at: int) -> None:
        if draft.content < at < draft.end:
            draft.end = self._trim(draft.content, at)

    def _clause_start(self, at: int, sentence: Sentence) -> int:
        """The first token of the clause that ends at `at`: after the last statement or a contrast word."""
        low = max([sentence.first, *(d.end for d in self.drafts if d.end <= at)])
        begin = low
        for i in range(low + 1, at):
            if self.tokens[i - 1].norm in COMMAS and self.speech.phrase("contrast", self.tokens, i):
                begin = i
        while begin < at and self.tokens[begin].kind == "mark":
            begin += 1
        return begin

    def _around(self, at: int) -> _Draft | None:
        inside = [d for d in self.drafts if d.content <= at < d.end]
        return inside[-1] if inside else None

    def _inside_quote(self, outer: _Draft, at: int) -> bool:
        quote = self.scene.quote_at(self.tokens[at].start)
        return quote is not None and quote.start >= self.tokens[outer.content].start - 2

    def _is_outlet(self, actors: tuple[Actor, ...]) -> bool:
        return bool(actors) and all((a.code or "").endswith(".MED") for a in actors)

    def _word(self, i: int) -> str:
        return f"«{self.tokens[i].norm}»"

    def _circumstances(
        self, draft: _Draft, first: int, lead: int, subject: Party, sentence: Sentence
    ) -> None:
        """Date, channel and outlet spoken to, from the words around verb and speaker."""
        begin = sentence.first if len(self.drafts) == 1 and draft.cue - sentence.first < 30 else first
        for i in range(begin, lead):
            if draft.date is None and i in self.scene.time_at:
                time = self.scene.time_at[i]
                draft.date = time.date or time.timex
            if i >= first:
                for _, stem in leads(self.tokens[i].norm):
                    value = self.speech.value("channel", self.tokens, i, stem)
                    if value and draft.channel is None:
                        draft.channel = value
        self._outlet_after(draft, first, sentence, lead)
        if draft.channel is None and self._is_outlet(draft.speakers):
            draft.channel = "agency report"

    def _outlet_after(self, draft: _Draft, begin: int, sentence: Sentence, stop: int | None = None) -> None:
        """«قال X لوكالة Y»: the outlet spoken to relays; another addressee is one."""
        for i in range(begin, stop if stop is not None else min(begin + 4, sentence.last)):
            mention = self.speakers.opening.get(i, (None,))[0]
            if mention is None or mention.lead.lstrip("وف") not in ("ل", "مع"):
                continue
            party = self.speakers.party(i)
            if any(a in draft.speakers for a in party.actors):
                continue
            if (mention.code or "").endswith(".MED"):
                draft.chain.extend(party.actors)
            elif mention.lead == "ل":
                draft.addressees.extend(party.actors)

    # --- force and finish

    def _force_of(self, content: int, end: int, speakers: tuple[Actor, ...], base: Force) -> Force:
        if base not in ("claim", "confirm"):
            return base
        found = [
            s for s in shown(self.scene, self.speech, content, end, speakers) if near(self.scene, content, s)
        ]
        return found[0].force if found else base

    def _finish(self, draft: _Draft) -> Iterator[Statement]:
        """The draft as a statement, and further ones that its content shows («…، وتركيا لن تسمح»)."""
        found = shown(self.scene, self.speech, draft.content, draft.end, draft.speakers)
        force, reason = draft.force, draft.reason
        if force in ("claim", "confirm") and found and near(self.scene, draft.content, found[0]):
            force, reason = found[0].force, f"{reason}, with «{found[0].words}»"
        yield self._statement(draft, draft.first, draft.content, draft.end, force, reason)
        groups = {GROUP[force]} | {GROUP[d.force] for d in self.drafts}
        for show in found:
            if GROUP[show.force] in groups or near(self.scene, draft.content, show):
                continue
            groups.add(GROUP[show.force])
            yield self._statement(
                draft, show.at, show.at, draft.end, show.force, f"{draft.reason}; then «{show.words}»"
            )

    def _statement(
        self, draft: _Draft, first: int, content: int, end: int, force: Force, reason: str
    ) -> Statement:
        start = (
            min(self.tokens[first].start, self.tokens[content].start)
            if draft.how != "attribution"
            else (self.tokens[first].start)
        )
        said = Span(*self.reading.words(content, end))
        stop = max(
            said.end,
            self.tokens[first].end,
            max((a.end for a in draft.speakers if a.start >= start), default=0),
        )
        if draft.how == "attribution" and content < first:
            stop = max(self.tokens[first].end, max((a.end for a in draft.speakers), default=0))
        return Statement(
            self.scene.report, start, stop, draft.speakers, force, said, tuple(draft.addressees),
            tuple(draft.chain), draft.channel, draft.date, self._is_quoted(said), VERSION,
            round(draft.score, 2), reason,
        )  # fmt: skip

    def _is_quoted(self, said: Span) -> bool:
        inside = sum(max(0, min(q.end, said.end) - max(q.start, said.start)) for q in self.scene.quotes)
        return inside > 0.6 * (said.end - said.start)


_HOW = {
    "that": "then أن or إن", "quote": "then a quotation", "preposition": "then a preposition",
    "object": "then what is said",
}  # fmt: skip
_SCORE = {"that": 0.95, "quote": 0.95, "preposition": 0.85, "object": 0.75}
