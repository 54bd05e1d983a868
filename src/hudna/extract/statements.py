"""Statements: who says what, to whom, with what force, relayed by whom.

Each sentence is read from left to right. A reporting word (verb, «قائلاً», masdar) or an attribution
(«بحسب X») opens a draft; the next one closes it, joins it, relays it, or nests in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from hudna.extract.scene import Scene
from hudna.extract.sources import Attribution, Sources
from hudna.extract.speakers import COMMAS, Party, Speakers, governor, sides
from hudna.extract.speech import Speech, SpeechVerb
from hudna.extract.speech_content import Contents
from hudna.extract.speech_cues import Cue, Cues, Lead
from hudna.extract.speech_drafts import Draft, Finisher
from hudna.extract.speech_force import GROUP
from hudna.extract.speech_headings import Headings
from hudna.extract.subjects import Subjects
from hudna.model.assertions import Actor, Force, Statement
from hudna.text.clitics import leads
from hudna.text.reading import Sentence

_REACH = 60
"""Tokens within which a verb's subject and content are looked for."""
_HOW = {
    "that": "then أن or إن", "quote": "then a quotation", "preposition": "then a preposition",
    "object": "then what is said",
}  # fmt: skip
_GOES_ON = frozenset({"كما", "ثم", "بل", "لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "فيما", "بينما", "وقد"})
_DEEPLY = frozenset({"بالغ", "عميق", "شديد", "كبير", "خالص", "عظيم", "اسمي", "اشد"})
_SCORE = {"that": 0.95, "quote": 0.95, "preposition": 0.85, "object": 0.75}


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


class _Teller:
    """Reads one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene, self.speech = scene, speech
        self.tokens = scene.reading.tokens
        self.speakers = Speakers(scene, speech)
        self.sources = Sources(scene, speech, self.speakers)
        self.cues = Cues(scene, speech)
        self.subjects = Subjects(scene, speech, self.speakers, self.sources, self.cues)
        self.contents = Contents(scene, speech, self.cues, self.sources)
        self.headings = Headings(scene, self.speakers, self.sources)
        self.finisher = Finisher(scene, speech)
        self.drafts: list[Draft] = []
        self.consumed: set[int] = set()

    def tell(self) -> Iterator[Statement]:
        for sentence in self.scene.reading.sentences:
            self.drafts = []
            self.consumed = set()
            heading = self.headings.read(sentence)
            if heading:
                party, colon = heading
                lead = Lead("quote", colon, colon + 1)
                reason = "speaker before a colon"
                self._open(colon, party.first, lead, sentence.last, party, "claim", reason, 0.7)
            else:
                self._sentence(sentence)
            yield from self.finisher.finish(self.drafts)

    def _sentence(self, sentence: Sentence) -> None:
        cues = {cue.at: cue for cue in self.cues.of(sentence)}
        opening = self.speech.opening
        for i in range(sentence.first, sentence.last):
            if self.tokens[i].norm not in opening or i in self.consumed:
                continue
            attribution = self.sources.attribution_at(i, sentence.last)
            if attribution:
                self.consumed.update(range(i, attribution.last))
                self._attribution(attribution, sentence)
            elif i in cues:
                self._cue(cues[i], sentence)

    # --- verbs, participles, masdars

    def _cue(self, cue: Cue, sentence: Sentence) -> None:
        outer = self._around(cue.at)
        previous = self.drafts[-1] if self.drafts else None
        if previous and previous.cue < cue.at < previous.content and cue.said.how != "hal":
            return
        if outer and self._inside_quote(outer, cue.at):
            self._quoted_verb(cue, outer, sentence)
        elif cue.said.how == "hal":
            self._participle(cue, sentence)
        elif cue.said.how == "masdar":
            self._masdar(cue, sentence, outer)
        elif "support" in cue.said.verb.flags:
            self._supported(cue, sentence)
        else:
            self._verb(cue, sentence, outer)

    def _quoted_verb(self, cue: Cue, outer: Draft, sentence: Sentence) -> None:
        """«أكّدنا على ضرورة …» in a quotation: what the speaker says about himself sets the force."""
        form = cue.said.form
        own = form is not None and (form.person == 1 or form.number == "any")
        lead = self.cues.lead(cue.at + 1, sentence.last, cue.said.verb) if own else None
        if outer.force == "claim" and lead:
            inner = self._draft(cue.at, cue.at, lead, outer.end, outer.speakers, cue.said.verb.force)
            outer.force = self.finisher.force_of(inner)[0]

    def _verb(self, cue: Cue, sentence: Sentence, outer: Draft | None) -> None:
        verb, at = cue.said.verb, cue.at
        stop = min(sentence.last, at + _REACH)
        lead = self.cues.lead(at + 1, stop, verb)
        parties = self.speakers.after(at + 1, lead.at if lead else stop)
        before = self.subjects.author_before(cue, sentence, self.drafts)
        before = before or self.subjects.before(cue, sentence)
        if before is None and self.speakers.relative(at):
            before = self.subjects.told_of(at, self.drafts)
        if before is None and self._titled(cue, sentence):
            before = self.speakers.named_later(sentence.first, at)
        subject, object_ = self.subjects.roles(cue, sentence, before, parties, lead, self.drafts)
        if subject:
            subject = self.sources.again(subject)
        if "document" in verb.flags:
            subject = self.sources.document(at + 1, lead.at if lead else min(stop, at + 8))
        elif subject and self.sources.is_document(subject.first):
            subject = self.sources.document(subject.first, stop) or subject
        taken = cue.said.form is not None and cue.said.form.pronoun and not verb.object
        if "object" in verb.content and "needs" not in verb.flags and not taken:
            lead = self.contents.nearer(lead, self.contents.object(at, subject, object_, stop))
        if subject is None and lead and lead.kind != "object" and "document" not in verb.flags:
            subject = (
                self.subjects.told_of(at, self.drafts)
                if self.speakers.relative(at)
                else self.subjects.understood(cue, sentence, self.drafts)
            )
        if subject is None and lead is None and self._goes_on_about(cue, stop):
            subject = self.subjects.understood(cue, sentence, self.drafts)
            lead = self.contents.object(at, Party((), at, at + 1), None, stop) if subject else None
        if "relay" in verb.flags and self._relay(cue, subject, sentence, stop):
            return
        if subject and self._after_quote(cue, subject, lead, sentence):
            return
        if taken and lead and lead.kind == "that":
            return
        if self._told_already(cue, subject):
            return
        if "attack" in verb.flags and self._adopts(cue, subject, object_, stop):
            return  # «تبنّى المجلس القرار»
        if "refuse" in verb.flags and lead and self.speech.phrase("silence", self.tokens, lead.content):
            return
        if outer and self._speaks_for_itself(cue, outer, subject):
            outer.force = verb.force
            return
        if subject is None or not self.subjects.holds(cue, subject, lead):
            return
        if lead is None:
            self._backwards(cue, subject, sentence)
        elif not (outer and self._nested(cue, outer, subject, lead, before)):
            self._say(cue, subject, object_, lead, sentence)

    def _adopts(self, cue: Cue, subject: Party | None, object_: Party | None, stop: int) -> bool:
        """Whether a verb of owning up has a document for its object: «أقرّ البرلمان قراراً»."""
        said = self.contents.object(cue.at, subject, object_, stop)
        return said is not None and self.sources.is_document(said.content)

    def _titled(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether the verb stands near the beginning of the title, after words nobody knows yet."""
        kind = self.scene.reading.segments[sentence.segment].kind
        near = 0 < cue.at - sentence.first <= 5 and not cue.joined
        return near and (kind in ("title", "heading") or not sentence.first)

    def _told_already(self, cue: Cue, subject: Party | None) -> bool:
        """«وفق X التي قالت إن …»: the attribution goes on."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or subject is None or not self.speakers.relative(cue.at):
            return False
        return last.content < last.cue and subject.actors == last.speakers

    def _after_quote(self, cue: Cue, subject: Party, lead: Lead | None, sentence: Sentence) -> bool:
        """«"…"، قال X»: the quotation before the verb is what is said."""
        said = self.cues.quote_before(cue.at, sentence.first)
        if said is None or cue.joined or subject.first < cue.at or "quote" not in cue.said.verb.content:
            return False
        if lead and not any(t.norm in COMMAS for t in self.tokens[cue.at : lead.at]):
            return False
        if any(said[0] <= d.content < said[1] for d in self.drafts):
            return False
        before = Lead("quote", said[0], said[0])
        reason = f"{self._word(cue.at)} after a quotation"
        self._open(cue.at, cue.at, before, said[1], subject, cue.said.verb.force, reason, 0.85)
        return True

    def _goes_on_about(self, cue: Cue, stop: int) -> bool:
        """«…، ونفى تعمد القصف», «كما أكدت ضرورة …»: a verb of the last speaker right before what is said."""
        verb, form, at = cue.said.verb, cue.said.form, cue.at
        if "object" not in verb.content or form is None or form.person != 3 or form.pronoun:
            return False
        if {"needs", "monitor", "support", "judge", "impersonal"} & set(verb.flags) or at + 2 >= stop:
            return False
        if not cue.joined and self.tokens[at - 1].norm not in _GOES_ON:
            return False
        return self.speakers.is_object(at + 1)

    def _speaks_for_itself(self, cue: Cue, outer: Draft, subject: Party | None) -> bool:
        """«قال X إن المملكة تدين …»: a verb right after a noun nobody knows at the content's beginning."""
        stranger = subject is None or not subject.known
        close = 0 < cue.at - outer.content <= 2 and not cue.joined
        present = cue.said.form is not None and cue.said.form.tense == "present"
        return close and stranger and present and outer.force == "claim"

    def _backwards(self, cue: Cue, subject: Party, sentence: Sentence) -> None:
        low = max([sentence.first, *(d.end for d in self.drafts if d.end < cue.at - 1)])
        begin = self.contents.clause_start(low, cue.at - 1)
        end = cue.at
        while end > begin + 1 and self.tokens[end - 1].norm.lstrip("و") in ("ما", "هو", "كما", "،", "هي"):
            end -= 1
        previous = self.drafts[-1] if self.drafts else None
        if previous and end <= begin + 1:
            begin, end = previous.content, previous.end
        elif previous:
            self._cut(previous, end)
        lead = Lead("object", begin, begin)
        reason = f"{self._word(cue.at)} after its content"
        self._open(cue.at, cue.at, lead, end, subject, cue.said.verb.force, reason, 0.7)

    def _nested(self, cue: Cue, outer: Draft, subject: Party, lead: Lead, before: Party | None) -> bool:
        """A verb inside another's content; true where it adds no statement of its own."""
        verb = cue.said.verb
        told = lead.kind in ("that", "quote")
        same = subject.actors == outer.speakers or bool(sides(outer.speakers) & sides(subject.actors))
        if _is_outlet(outer.speakers) and not same and told:
            if cue.at - outer.content <= 4 or (before and before.first - outer.content <= 2):
                outer.chain.extend(outer.speakers)
                outer.speakers, outer.force, outer.content = subject.actors, verb.force, lead.content
                outer.reason += f", {self._word(cue.at)}"
                self.sources.remember(subject.actors, cue.at, lead.content)
                return True
            return False
        previous = self.tokens[cue.at - 1]
        goes_on = cue.joined or previous.kind == "mark" or previous.norm in _GOES_ON
        if same and not goes_on and cue.at - outer.content <= 6:
            if outer.force == "claim":
                inner = self._draft(cue.at, cue.at, lead, outer.end, subject.actors, verb.force)
                outer.force = self.finisher.force_of(inner)[0]
                outer.reason += f", {self._word(cue.at)}"
            return True
        if same:
            return not goes_on and GROUP[verb.force] == GROUP[outer.force]
        return (GROUP[verb.force] == "say" and not told) or not (goes_on or lead.kind == "that")

    def _participle(self, cue: Cue, sentence: Sentence) -> None:
        """«…، قائلاً إن …»: the same speaker goes on; a statement of its own where the force differs."""
        verb, stop = cue.said.verb, sentence.last
        lead = self.cues.lead(cue.at + 1, min(stop, cue.at + 14), verb)
        act = self._act(cue.at + 1, min(stop, cue.at + 8), verb) if "support" in verb.flags else None
        force = act[1] if act else verb.force
        if lead is None and (not self.drafts or cue.at + 1 >= stop):
            return
        lead = lead or Lead("object", cue.at + 1, cue.at + 1)
        if not self.drafts:
            subject = self.speakers.first_in(sentence.first, cue.at)
            if subject:
                party = Party(subject.actors, cue.at, cue.at)
                self._open(cue.at, cue.at, lead, stop, party, force, f"{self._word(cue.at)}, participle", 0.7)
            return
        previous = self.drafts[-1]
        if 0 <= cue.at - previous.content <= 2 and self.tokens[cue.at - 1].kind != "mark":
            return  # «إنها ملتزمة»: the predicate of what is said
        whole = previous.end
        self._cut(previous, cue.at)
        inner = self._draft(cue.at, cue.at, lead, stop, previous.speakers, force)
        groups = {GROUP[self.finisher.force_of(d)[0]] for d in self.drafts}
        group = GROUP[self.finisher.force_of(inner)[0]]
        if group in groups:
            if previous.content > previous.cue:
                previous.end = max(whole, inner.end)
            return
        party = Party(previous.speakers, cue.at, cue.at)
        reason = f"{self._word(cue.at)}, participle of the same speaker"
        self._open(cue.at, cue.at, lead, stop, party, force, reason, 0.75)

    def _masdar(self, cue: Cue, sentence: Sentence, outer: Draft | None) -> None:
        """«إعلان X أن …», «اتهام X Y ب…»: only with a speaker beside it and content after it."""
        verb = cue.said.verb
        if cue.at + 1 not in self.speakers.opening or (outer and GROUP[verb.force] == GROUP[outer.force]):
            return
        stop = min(sentence.last, cue.at + 30)
        lead = self.cues.lead(cue.at + 1, stop, verb)
        if lead is None or (lead.kind == "preposition" and GROUP[verb.force] == "say"):
            return
        parties = self.speakers.after(cue.at + 1, lead.at)
        if len(parties) < 2 and verb.object == "target" and self.speakers.source(cue.at + 1) is None:
            return  # «اتهام الجيش بكذا»: whoever is named may be the accused
        if parties and parties[0].first == cue.at + 1 and parties[0].known:
            self._say(cue, parties[0], parties[1] if len(parties) > 1 else None, lead, sentence)

    def _supported(self, cue: Cue, sentence: Sentence) -> None:
        """«وجّهت X دعوة إلى …», «أعرب عن قلقه», «دأبت X على اتهام …»."""
        at, verb = cue.at, cue.said.verb
        stop = min(sentence.last, at + 24)
        before = self.subjects.before(cue, sentence)
        parties = self.speakers.after(at + 1, stop)
        subject = before or next((p for p in parties if p.known), None)
        begin = subject.last if subject and subject.first > at else at + 1
        act = self._act(at + 1 if subject is None else begin, stop, verb)
        if act is None:
            lead = self.cues.lead(at + 1, stop, verb)
            subject = subject or self.subjects.understood(cue, sentence, self.drafts)
            if lead and lead.kind in ("that", "quote") and subject and subject.actors:
                self._say(cue, subject, None, lead, sentence)
            return
        where, force = act
        if not before and subject and subject.first > where:
            subject = None
        subject = subject or self.subjects.understood(cue, sentence, self.drafts)
        if subject is None or not (subject.known or any(a.code for a in subject.actors)):
            return
        told = any(self.sources.is_said(i) for i in range(where + 1, stop) if self.tokens[i].kind == "word")
        if force == "claim" and told:
            return
        self._say(cue, subject, None, Lead("object", where, where), sentence)
        self.drafts[-1].force = force
        self.consumed.add(where)

    def _act(self, begin: int, stop: int, verb: SpeechVerb) -> tuple[int, Force] | None:
        """The noun of speech that a supporting verb governs, and its force."""
        governed = False
        for i in range(begin, stop):
            norm = self.tokens[i].norm
            if norm in COMMAS or norm in verb.content or i in self.speakers.ending:
                governed = False
            for lead, stem in leads(norm):
                force = self.cues.act(i, stem)
                near = i - 1 - (self.tokens[i - 1].norm in _DEEPLY)
                led = lead in verb.content or (not lead and self.tokens[near].norm in verb.content)
                if force and not governed and (led or (not lead and "object" in verb.content)):
                    return i, force
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
        end = lead.at if lead else stop
        source = self.sources.source_at(at + 1, end) or next(iter(self.speakers.after(at + 1, end)), None)
        if lead is None or source is None:
            return True
        if subject and subject.first > cue.at:
            subject = next(iter(self.speakers.after(cue.at + 1, at)), None)
        subject = subject or self.subjects.understood(cue, sentence, self.drafts)
        self._say(cue, source, None, lead, sentence)
        draft = self.drafts[-1]
        draft.chain.extend(a for a in (subject.actors if subject else ()) if a not in draft.speakers)
        self._relayed(draft, source.last, lead)
        return True

    def _relayed(self, draft: Draft, begin: int, lead: Lead) -> None:
        """«نقلت X عن Y نفيه ذلك، وقوله إن …»: each masdar with its pronoun is an act of speech of Y."""
        acts = [
            (i, said.verb.force)
            for i in range(begin, lead.at)
            for said in self.speech.said.get(self.tokens[i].norm.removeprefix("و"), ())
            if said.how == "masdar" and self.tokens[i].norm[-1] in "هام"
        ]
        if not acts:
            return
        draft.force = acts[-1][1]
        for at, force in acts[:-1]:
            if GROUP[force] != GROUP[draft.force] and at + 1 < lead.at:
                first = replace(draft, content=at + 1, force=force, how="object", chain=list(draft.chain))
                first.end = self.contents.trim(at + 1, next(i for i, _ in acts if i > at))
                self.drafts.insert(-1, first)
                draft.first = draft.cue = next(i for i, _ in acts if i > at)

    def _attribution(self, found: Attribution, sentence: Sentence) -> None:
        """«بحسب X»: relays the statement around it, or makes the clause beside it X's statement."""
        outer = self.drafts[-1] if self.drafts else None
        party = found.party
        if outer and (party is None or self._covers(outer, found.first)):
            self._cut(outer, found.first)
            relays = [*found.relays, *(party.actors if party else ())]
            own = sides(outer.speakers)
            if found.quotes and party and found.first < outer.content:
                outer.chain[:0] = [*outer.speakers, *found.relays]
                outer.speakers = party.actors
                self.sources.remember(party.actors, found.first, found.last)
                return
            outer.chain[:0] = [a for a in relays if not sides([a]) & own or _is_outlet((a,))]
            return
        if party is None:
            return
        begin, end = self._attributed(found, sentence)
        if sum(t.kind == "word" for t in self.tokens[begin:end]) < 2:
            return
        if self.tokens[begin].norm.lstrip("و") in ("جاء", "جاءت", "ياتي") and end - begin <= 12:
            return  # «جاء ذلك على لسان X»: what was said stands in the sentence before
        if outer:
            self._cut(outer, begin)
        lead = Lead("object", found.first, begin)
        reason = f"{self._word(found.first)}, attribution"
        draft = self._open(found.first, party.first, lead, end, party, "claim", reason, 0.85)
        draft.chain.extend(found.relays)
        self._spoken_to(draft, found.last, min(found.last + 4, sentence.last))

    def _covers(self, outer: Draft, at: int) -> bool:
        """Whether an attribution at `at` tells who relays the statement before it, not a new clause."""
        if at < outer.content:
            return True
        words = {t.norm for t in self.tokens[outer.end : at] if t.kind == "word"}
        if words:
            return not words - {"وذلك", "ذلك", "وهذا"}
        return not any(
            a.norm in COMMAS and b.norm.startswith("و") and not b.norm.startswith(("وال", "وذلك", "وان"))
            for a, b in pairwise(self.tokens[outer.content : at])
        )

    def _attributed(self, found: Attribution, sentence: Sentence) -> tuple[int, int]:
        """The content of an attribution: what follows where it opens the sentence, else the clause before."""
        i, after = found.first, found.last
        if i == sentence.first:
            while after < sentence.last - 1 and (
                self.tokens[after].kind == "mark" or self.tokens[after].norm in ("فان", "ان")
            ):
                after += 1
            if self.tokens[found.last].kind == "word" and after == found.last:
                commas = (k for k in range(after, min(after + 9, sentence.last - 1)))
                after = next((k + 1 for k in commas if self.tokens[k].norm in COMMAS), after)
                after += self.tokens[after].norm == "فان"
            return after, sentence.last
        low = max([sentence.first, *(d.end for d in self.drafts if d.end <= i)])
        begin = self.contents.clause_start(low, i - 1)
        runs_on = after < sentence.last and self.tokens[after].kind == "word"
        if (runs_on and self.tokens[i - 1].kind == "word") or i - begin <= 2:
            return begin, sentence.last
        return begin, i

    # --- drafts

    def _say(self, cue: Cue, subject: Party, object_: Party | None, lead: Lead, sentence: Sentence) -> None:
        self.sources.introduce(subject, lead.at)
        written = subject.last > subject.first
        first = min(cue.at, subject.first) if written else cue.at
        if self.drafts:
            self._cut(self.drafts[-1], first)
        reason = f"{self._word(cue.at)}, {_HOW[lead.kind]}"
        verb = cue.said.verb
        draft = self._open(cue.at, first, lead, sentence.last, subject, verb.force, reason, _SCORE[lead.kind])
        draft.judges = "judge" in verb.flags
        if object_ and verb.object == "addressee":
            draft.addressees.extend(object_.actors)
        self._circumstances(draft, first, lead.at, sentence)

    def _open(
        self,
        cue: int,
        first: int,
        lead: Lead,
        end: int,
        party: Party,
        force: Force,
        reason: str,
        score: float,
    ) -> Draft:
        draft = self._draft(cue, first, lead, end, party.actors, force)
        draft.reason, draft.score = reason, score if party.known else score - 0.2
        self.drafts.append(draft)
        self.sources.remember(party.actors, first, lead.content)
        return draft

    def _draft(
        self, cue: int, first: int, lead: Lead, end: int, speakers: tuple[Actor, ...], force: Force
    ) -> Draft:
        stop = self.contents.end(lead, end)
        return Draft(cue, first, lead.content, stop, speakers, force, "", 0.0, lead.kind)

    def _cut(self, draft: Draft, at: int) -> None:
        if draft.content < at < draft.end:
            draft.end = self.contents.trim(draft.content, at)

    def _around(self, at: int) -> Draft | None:
        inside = [d for d in self.drafts if d.content <= at < d.end]
        return inside[-1] if inside else None

    def _inside_quote(self, outer: Draft, at: int) -> bool:
        quote = self.scene.quote_at(self.tokens[at].start)
        return quote is not None and quote.start >= self.tokens[outer.content].start - 2

    def _word(self, i: int) -> str:
        return f"«{self.tokens[i].norm}»"

    def _circumstances(self, draft: Draft, first: int, lead: int, sentence: Sentence) -> None:
        """Date, channel and outlet spoken to, from the words around verb and speaker."""
        alone = len(self.drafts) == 1 and draft.cue - sentence.first < 30
        channels: list[str] = []
        for i in range(sentence.first if alone else first, lead):
            if draft.date is None and i in self.scene.time_at:
                time = self.scene.time_at[i]
                draft.date = time.date or time.timex
            if self.tokens[i].kind == "word":
                found = (
                    self.speech.value("channel", self.tokens, i, s) for _, s in leads(self.tokens[i].norm)
                )
                channels.extend(v for v in found if v)
        draft.channel = "post" if "post" in channels else next(iter(channels), None)
        self._spoken_to(draft, first, lead)
        if draft.channel is None and _is_outlet(draft.speakers):
            draft.channel = "agency report"

    def _spoken_to(self, draft: Draft, begin: int, stop: int) -> None:
        """«قال X لوكالة Y»: the outlet spoken to relays; another addressee is one."""
        for i in range(begin, stop):
            mention = self.speakers.opening.get(i, (None,))[0]
            if mention is None or governor(mention) not in ("ل", "مع"):
                continue
            party = self.speakers.party(i)
            if any(s.start <= a.start < s.end for a in party.actors for s in draft.speakers):
                continue
            if (mention.code or "").endswith(".MED"):
                draft.chain.extend(party.actors)
            elif mention.lead == "ل":
                draft.addressees.extend(party.actors)


def _is_outlet(actors: tuple[Actor, ...]) -> bool:
    return bool(actors) and all((a.code or "").endswith(".MED") for a in actors)
