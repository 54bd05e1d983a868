"""Statements: who says what, to whom, with what force, relayed by whom.

Each sentence is read from left to right. A reporting word (verb, «قائلاً», masdar) or an attribution
(«بحسب X») opens a draft; the next one closes it, joins it, relays it, or nests in it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from hudna.extract.scene import Scene
from hudna.extract.sources import Sources
from hudna.extract.speakers import Party, Speakers, sides
from hudna.extract.speech import COMMAS, Speech
from hudna.extract.speech_content import Contents
from hudna.extract.speech_cues import Cue, Cues, Lead
from hudna.extract.speech_drafting import Drafting, is_outlet
from hudna.extract.speech_drafts import Draft, Finisher
from hudna.extract.speech_force import GROUP
from hudna.extract.speech_headings import Headings
from hudna.extract.speech_nouns import SpeechNouns
from hudna.extract.speech_relays import Relays
from hudna.extract.subjects import Subjects
from hudna.model.assertions import Statement
from hudna.model.frozen import frozen
from hudna.packs.schema import PlaceEntry
from hudna.text.reading import Sentence

_REACH = 60
"""Tokens within which a verb's subject and content are looked for."""
_DOCUMENT = 4
"""Tokens from a document to an adjective of it: «القرار رقم 2254 الداعي»."""


@frozen
class StatementStep:
    """Finds the statements of a report with the lexicon it was built from."""

    speech: Speech
    lands: Mapping[str, str] = field(default_factory=dict)
    """In which country (ISO alpha-3) places of the packs lie, by their id."""

    @classmethod
    def load(cls, places: Iterable[PlaceEntry] = ()) -> "StatementStep":
        """Compile the lexicons of speech; raises PackError where one of them is broken."""
        return cls(Speech.load(), {place.id: place.country for place in places})

    def __call__(self, scene: Scene) -> tuple[Statement, ...]:
        """The statements of one report, in order of their first word."""
        return tuple(sorted(_Teller(scene, self.speech, self.lands).tell(), key=lambda s: (s.start, s.end)))


@frozen
class _Said:
    """A verb's subject and object, where what is said begins, who stands before it; `taken` tells that its
    object is a pronoun («نفته»)."""

    subject: Party | None
    object: Party | None
    lead: Lead | None
    before: Party | None
    taken: bool = False


class _Teller:
    """Reads one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech, lands: Mapping[str, str]) -> None:
        self.scene, self.speech = scene, speech
        self.tokens = scene.reading.tokens
        self.speakers = Speakers(scene, speech, lands)
        self.sources = Sources(scene, speech, self.speakers)
        self.cues = Cues(scene, speech)
        self.subjects = Subjects(scene, speech, self.speakers, self.sources, self.cues)
        self.contents = Contents(scene, speech, self.cues, self.sources)
        self.headings = Headings(scene, self.speakers, self.sources)
        self.finisher = Finisher(scene, speech)
        self.drafting = Drafting(scene, speech, self.speakers, self.sources, self.contents)
        self.relays = Relays(scene, speech, self.subjects, self.drafting)
        self.nouns = SpeechNouns(scene, speech, self.subjects, self.drafting)
        self.consumed: set[int] = set()

    def tell(self) -> Iterator[Statement]:
        for sentence in self.scene.reading.sentences:
            self.drafting.drafts = []
            self.consumed = set()
            heading = self.headings.read(sentence)
            if heading:
                party, colon = heading
                lead = Lead("quote", colon, colon + 1)
                reason = "speaker before a colon"
                self.drafting.open(colon, party.first, lead, sentence.last, party, "claim", reason, 0.7)
                self._others(sentence, colon)
            else:
                self._sentence(sentence)
            yield from self.finisher.finish(self.drafting.drafts)

    def _others(self, sentence: Sentence, colon: int) -> None:
        """«X: …، والجيش ينفي»: who else speaks in a heading after what its first speaker says."""
        for cue in self.cues.of(sentence):
            if cue.at > colon + 3 and cue.said.how == "verb" and not cue.joined:
                before = self.subjects.before(cue, sentence)
                if before and before.known and self._turns_to(before):
                    self._cue(cue, sentence)

    def _sentence(self, sentence: Sentence) -> None:
        cues = {cue.at: cue for cue in self.cues.of(sentence)}
        for i in self.cues.opening(sentence):
            if i in self.consumed:
                continue
            attribution = self.sources.attribution_at(i, sentence.last)
            if attribution:
                self.consumed.update(range(i, attribution.last))
                self.relays.attribution(attribution, sentence)
            elif i in cues:
                self._cue(cues[i], sentence)
        signed = None if self.drafting.drafts else self.headings.signature(sentence)
        if signed:
            reason = "speaker after a dash at the end"
            lead = Lead("object", sentence.first, sentence.first)
            at = signed.first
            self.drafting.open(at, at, lead, at - 1, signed, "claim", reason, 0.7)

    # --- verbs, participles, masdars

    def _cue(self, cue: Cue, sentence: Sentence) -> None:
        outer = self.drafting.around(cue.at)
        previous = self.drafting.drafts[-1] if self.drafting.drafts else None
        if previous and previous.cue < cue.at < previous.content and cue.said.how != "hal":
            return
        if outer and self.drafting.inside_quote(outer, cue.at):
            self._quoted_verb(cue, outer, sentence)
        elif cue.said.how == "hal":
            self._participle(cue, sentence)
        elif cue.said.how == "adjective":
            self._of_document(cue, sentence)
        elif cue.said.how == "masdar":
            self.nouns.masdar(cue, sentence, outer)
        elif "support" in cue.said.verb.flags:
            read = self.nouns.supported(cue, sentence)
            self.consumed.update(() if read is None else (read,))
        else:
            self._verb(cue, sentence, outer)

    def _quoted_verb(self, cue: Cue, outer: Draft, sentence: Sentence) -> None:
        """«أكّدنا على ضرورة …» in a quotation: what the speaker says about himself sets the force."""
        form = cue.said.form
        own = form is not None and (form.person == 1 or form.number == "any")
        lead = self.cues.lead(cue.at + 1, sentence.last, cue.said.verb) if own else None
        if outer.force == "claim" and lead:
            inner = self.drafting.draft(cue.at, cue.at, lead, outer.end, outer.speakers, cue.said.verb.force)
            outer.force = self.finisher.force_of(inner)[0]

    def _verb(self, cue: Cue, sentence: Sentence, outer: Draft | None) -> None:
        stop = min(sentence.last, cue.at + _REACH)
        read = self._understood(cue, sentence, self._read(cue, sentence, outer, stop), stop)
        subject, lead = read.subject, read.lead
        if "relay" in cue.said.verb.flags and self.relays.relay(cue, subject, sentence, stop):
            return
        if subject and self._after_quote(cue, subject, lead, sentence):
            return
        if self._tells_nothing(cue, read, stop):
            return
        if outer and self._speaks_for_itself(cue, outer, subject):
            outer.force = cue.said.verb.force
            return
        if subject is None or not self.subjects.holds(cue, subject, lead, sentence):
            return
        if lead is None:
            self._backwards(cue, subject, sentence)
        elif not (outer and self._nested(cue, outer, subject, lead, read.before)):
            self.drafting.say(cue, subject, read.object, lead, sentence)

    def _read(self, cue: Cue, sentence: Sentence, outer: Draft | None, stop: int) -> _Said:
        """Who may say what by a verb, as the words around it tell."""
        verb, at = cue.said.verb, cue.at
        lead = self.cues.lead(at + 1, stop, verb)
        parties = self.speakers.after(at + 1, lead.at if lead else stop)
        before = self._before(cue, sentence)
        subject, object_ = self.subjects.roles(cue, sentence, before, parties, lead, self.drafting.drafts)
        if outer and subject and self.tokens[subject.first].norm in self.speech.words["own-side"]:
            subject = replace(subject, actors=outer.speakers)
        if cue.said.form and cue.said.form.pronoun and parties and parties[0].first == at + 1:
            subject = parties[0] if parties[0].known and not verb.object else subject
        if subject:
            subject = self.sources.again(subject)
        subject = self._author(cue, sentence, _Said(subject, object_, lead, before), stop)
        taken = cue.said.form is not None and bool(cue.said.form.pronoun) and not verb.object
        if "object" in verb.content and "needs" not in verb.flags and not taken:
            lead = self.contents.nearer(lead, self.contents.object(at, subject, object_, stop))
        return _Said(subject, object_, lead, before, taken)

    def _before(self, cue: Cue, sentence: Sentence) -> Party | None:
        """Who stands before a verb as its subject."""
        before = self.subjects.author_before(cue, sentence, self.drafting.drafts)
        before = before or self.subjects.before(cue, sentence)
        if before is None and self.speakers.nouns.relative(cue.at):
            before = self.subjects.told_of(cue.at, self.drafting.drafts)
        if before is None and self._titled(cue, sentence):
            before = self.speakers.named_later(sentence.first, cue.at)
        return before

    def _author(self, cue: Cue, sentence: Sentence, read: _Said, stop: int) -> Party | None:
        """The subject, and where that is a document, its author."""
        verb, at, lead, subject = cue.said.verb, cue.at, read.lead, read.subject
        if "document" in verb.flags:
            subject = self.sources.document(at + 1, lead.at if lead else min(stop, at + 8))
            if subject is None and at + 2 < stop and self.sources.is_document(at + 2):
                subject = self.speakers.first_in(sentence.first, at)  # «استقال X، وجاء في نص الرسالة أن»
        elif subject and self.sources.is_document(subject.first):
            subject = self.sources.document(subject.first, stop) or subject
        elif (
            read.before is None
            and verb.force != "confirm"
            and at + 1 < stop
            and self.sources.is_document(at + 1)
        ):
            subject = self.sources.document(at + 1, lead.at if lead and lead.at > at + 1 else stop) or subject
        return subject

    def _understood(self, cue: Cue, sentence: Sentence, read: _Said, stop: int) -> _Said:
        """With who spoke before as the subject, where a verb has what is said and no subject of its own."""
        if read.subject is not None:
            return read
        lead, drafts = read.lead, self.drafting.drafts
        if lead is None:
            subject = (
                self.subjects.understood(cue, sentence, drafts) if self._goes_on_about(cue, stop) else None
            )
            lead = (
                self.contents.object(cue.at, Party((), cue.at, cue.at + 1), None, stop) if subject else None
            )
            return replace(read, subject=subject, lead=lead)
        if lead.kind == "object" or "document" in cue.said.verb.flags:
            return read
        relative = self.speakers.nouns.relative(cue.at)
        told = self.subjects.told_of(cue.at, drafts) if relative else None
        return replace(read, subject=told if relative else self.subjects.understood(cue, sentence, drafts))

    def _tells_nothing(self, cue: Cue, read: _Said, stop: int) -> bool:
        """Whether a verb of speech says nothing, or nothing new, here."""
        verb, subject, lead = cue.said.verb, read.subject, read.lead
        if read.taken and lead and lead.kind == "that" and "judge" not in verb.flags:
            return True
        if self._told_already(cue, subject) or (subject and self._rules(cue, subject, lead)):
            return True
        if "naming" in verb.flags and (subject is None or subject.first <= cue.at or not subject.known):
            return True  # «بما سماه «…»»: nobody new speaks
        if "attack" in verb.flags and self._adopts(cue, subject, read.object, stop):
            return True  # «تبنّى المجلس القرار»
        silent = "refuse" in verb.flags and lead is not None
        return bool(silent and lead and self.speech.phrase("silence", self.tokens, lead.content))

    def _rules(self, cue: Cue, subject: Party, lead: Lead | None) -> bool:
        """«رفضت المحكمة الطعن», «دانت المحكمة X»: a ruling is no statement."""
        court = all((a.code or "").endswith((".JUD", ".ICC")) for a in subject.actors)
        said = lead is not None and lead.kind in ("that", "quote")
        return court and not said and cue.said.verb.force in ("deny", "condemn", "confirm", "accuse")

    def _adopts(self, cue: Cue, subject: Party | None, object_: Party | None, stop: int) -> bool:
        """Whether a verb of owning up has a document for its object: «أقرّ البرلمان قراراً»."""
        said = self.contents.object(cue.at, subject, object_, stop)
        if said is None:
            return False
        return any(self.sources.is_document(i) for i in range(said.content, min(said.content + 2, stop)))

    def _titled(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether the verb stands near the beginning of the title, after words nobody knows yet."""
        kind = self.scene.reading.segments[sentence.segment].kind
        near = 0 < cue.at - sentence.first <= 5 and not cue.joined
        return near and (kind in ("title", "heading") or not sentence.first)

    def _told_already(self, cue: Cue, subject: Party | None) -> bool:
        """«وفق X التي قالت إن …»: the attribution goes on."""
        last = self.drafting.drafts[-1] if self.drafting.drafts else None
        if last is None or subject is None or not self.speakers.nouns.relative(cue.at):
            return False
        same = GROUP[last.force] == GROUP[cue.said.verb.force]
        return same and last.content < last.cue and subject.actors == last.speakers

    def _after_quote(self, cue: Cue, subject: Party, lead: Lead | None, sentence: Sentence) -> bool:
        """«"…"، قال X»: the quotation before the verb is what is said."""
        said = self.cues.quote_before(cue.at, sentence.first)
        if said is None or cue.joined or subject.first < cue.at or "quote" not in cue.said.verb.content:
            return False
        if lead and not any(t.norm in COMMAS for t in self.tokens[cue.at : lead.at]):
            return False
        if any(said[0] <= d.content < said[1] for d in self.drafting.drafts):
            return False
        before = Lead("quote", said[0], said[0])
        reason = f"{self.drafting.word(cue.at)} after a quotation"
        self.drafting.open(cue.at, cue.at, before, said[1], subject, cue.said.verb.force, reason, 0.85)
        return True

    def _goes_on_about(self, cue: Cue, stop: int) -> bool:
        """«…، ونفى تعمد القصف», «كما أكدت ضرورة …»: a verb of the last speaker right before what is said."""
        verb, form, at = cue.said.verb, cue.said.form, cue.at
        if "object" not in verb.content or form is None or form.person != 3 or form.pronoun:
            return False
        if {"needs", "monitor", "support", "judge", "impersonal"} & set(verb.flags) or at + 2 >= stop:
            return False
        if not cue.joined and self.tokens[at - 1].norm not in self.speech.words["goes-on"]:
            return False
        return self.speakers.nouns.is_object(at + 1)

    def _speaks_for_itself(self, cue: Cue, outer: Draft, subject: Party | None) -> bool:
        """«قال X إن المملكة تدين …»: a verb right after a noun nobody knows at the content's beginning."""
        stranger = subject is None or not subject.known
        close = 0 < cue.at - outer.content <= 2 and not cue.joined
        present = cue.said.form is not None and cue.said.form.tense == "present"
        return close and stranger and present and outer.force == "claim"

    def _backwards(self, cue: Cue, subject: Party, sentence: Sentence) -> None:
        low = max([sentence.first, *(d.end for d in self.drafting.drafts if d.end < cue.at - 1)])
        end = cue.at
        while end > low + 1 and self.tokens[end - 1].norm.lstrip("و") in self.speech.words["which"]:
            end -= 1
        begin = self.contents.clause_start(low, end - 1 if end < cue.at else cue.at - 1)
        previous = self.drafting.drafts[-1] if self.drafting.drafts else None
        if previous and end <= begin + 1:
            begin, end = previous.content, previous.end
        elif previous:
            self.drafting.cut(previous, end)
        lead = Lead("object", begin, begin)
        reason = f"{self.drafting.word(cue.at)} after its content"
        self.drafting.open(cue.at, cue.at, lead, end, subject, cue.said.verb.force, reason, 0.7)

    def _nested(self, cue: Cue, outer: Draft, subject: Party, lead: Lead, before: Party | None) -> bool:
        """A verb inside another's content; true where it adds no statement of its own."""
        verb = cue.said.verb
        told = lead.kind in ("that", "quote")
        same = subject.actors == outer.speakers or bool(sides(outer.speakers) & sides(subject.actors))
        if is_outlet(outer.speakers) and not same and told:
            if cue.at - outer.content <= 4 or (before and before.first - outer.content <= 2):
                outer.chain.extend(outer.speakers)
                outer.speakers, outer.force, outer.content = subject.actors, verb.force, lead.content
                outer.reason += f", {self.drafting.word(cue.at)}"
                self.sources.remember(subject.actors, cue.at, lead.content)
                return True
            return False
        previous = self.tokens[cue.at - 1]
        goes_on = cue.joined or previous.kind == "mark" or previous.norm in self.speech.words["goes-on"]
        goes_on = goes_on or (before is not None and self._turns_to(before))
        goes_on = goes_on or (previous.norm in self.speech.words["after-that"] and outer.how != "that")
        if same and not goes_on and cue.at - outer.content <= 6:
            if outer.force == "claim" and "needs" not in verb.flags:
                inner = self.drafting.draft(cue.at, cue.at, lead, outer.end, subject.actors, verb.force)
                outer.force = self.finisher.force_of(inner)[0]
                outer.reason += f", {self.drafting.word(cue.at)}"
            return True
        if same:
            return not goes_on and GROUP[verb.force] == GROUP[outer.force]
        if previous.norm in self.speech.words["after-that"] and goes_on:
            return not subject.known
        if (
            cue.joined
            and subject.first == cue.at + 1
            and subject.known
            and any(a.code for a in subject.actors)
        ):
            return False  # «…، وأحصى الصليب الأحمر …»
        return (GROUP[verb.force] == "say" and not told) or not (goes_on or lead.kind == "that")

    def _turns_to(self, party: Party) -> bool:
        """«…، والجيش ينفي», «…، لكن دمشق نفت»: somebody else, joined after a comma, before the verb."""
        before = self._but(party.first)
        opens = before > 0 and (before < party.first or self.tokens[party.first].norm.startswith("و"))
        return opens and party.last > party.first and self.tokens[before - 1].kind == "mark"

    def _but(self, first: int) -> int:
        """Where «لكن», «غير أن» right before a token begins; the token itself where none stands there."""
        lengths = (
            n for n in (1, 2) if first >= n and self.speech.phrase("while", self.tokens, first - n) == n
        )
        return first - next(lengths, 0)

    def _participle(self, cue: Cue, sentence: Sentence) -> None:
        """«…، قائلاً إن …»: the same speaker goes on; a statement of its own where the force differs."""
        verb, stop = cue.said.verb, sentence.last
        if verb.object == "target" and not self._aims(cue.at + 1, stop):
            return
        lead = self.cues.lead(cue.at + 1, min(stop, cue.at + 14), verb)
        act = self.nouns.act(cue.at + 1, min(stop, cue.at + 8), verb) if "support" in verb.flags else None
        force = act[1] if act else verb.force
        told = self.tokens[cue.at - 1].kind == "mark" or (lead is not None and lead.kind != "object")
        if GROUP[force] == "say" and not told:
            return  # «زيارة معلنة من نوعها»: an adjective
        if lead is None and (not self.drafting.drafts or cue.at + 1 >= stop):
            return
        lead = lead or Lead("object", cue.at + 1, cue.at + 1)
        if not self.drafting.drafts:
            plural = self.tokens[cue.at].norm.endswith("ين")
            subject = self.nouns.crowd(cue, sentence) if plural else None
            subject = subject or self.speakers.first_in(sentence.first, cue.at)
            if subject:
                party = Party(subject.actors, cue.at, cue.at)
                reason = f"{self.drafting.word(cue.at)}, participle"
                self.drafting.open(cue.at, cue.at, lead, stop, party, force, reason, 0.7)
            return
        previous = self.drafting.drafts[-1]
        beside = 0 <= cue.at - previous.content <= 2 and self.tokens[cue.at - 1].kind != "mark"
        if beside and not self.cues.goes_on_plainly(cue.at):
            return  # «إنها ملتزمة»: the predicate of what is said
        whole = previous.end
        self.drafting.cut(previous, cue.at)
        inner = self.drafting.draft(cue.at, cue.at, lead, stop, previous.speakers, force)
        inner.judges = "judge" in verb.flags
        groups = {GROUP[self.finisher.force_of(d)[0]] for d in self.drafting.drafts}
        group = GROUP[self.finisher.force_of(inner)[0]]
        if group in groups:
            if previous.content > previous.cue:
                previous.end = max(whole, inner.end)
            return
        party = Party(previous.speakers, cue.at, cue.at)
        reason = f"{self.drafting.word(cue.at)}, participle of the same speaker"
        draft = self.drafting.open(cue.at, cue.at, lead, stop, party, force, reason, 0.75)
        draft.judges = "judge" in verb.flags

    def _of_document(self, cue: Cue, sentence: Sentence) -> None:
        """«القرار 1701 الداعي إلى», «بيان X الداعي إلى»: its author demands it."""
        near = range(max(sentence.first, cue.at - _DOCUMENT), cue.at)
        at = next((i for i in reversed(near) if self.sources.is_document(i)), None)
        lead = self.cues.lead(cue.at + 1, min(sentence.last, cue.at + 4), cue.said.verb)
        if at is None or lead is None or lead.at > cue.at + 1:
            return
        party = self.sources.document(at, cue.at) or self.speakers.named_before(at)
        if party:
            reason = f"{self.drafting.word(cue.at)} of a document"
            party = Party(party.actors, cue.at, cue.at)
            self.drafting.open(cue.at, cue.at, lead, sentence.last, party, cue.said.verb.force, reason, 0.7)

    def _aims(self, i: int, stop: int) -> bool:
        """Whether somebody is named right after «متهماً»; «متهمين بتفجير», «محملة بالخيام» are passive."""
        while i < stop and self.tokens[i].kind == "mark" and self.tokens[i].norm not in COMMAS:
            i += 1
        if i >= stop:
            return False
        norm = self.tokens[i].norm
        named = i in self.speakers.opening and not self.speakers.opening[i][0].lead
        return named or norm.startswith(("ال", "ايا")) or self.speakers.nouns.source(i) is not None
