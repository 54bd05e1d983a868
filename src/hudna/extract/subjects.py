"""The subject of a verb of saying, chosen among the parties around it and those who spoke before."""

from collections.abc import Sequence
from typing import Literal

from hudna.extract.scene import Scene
from hudna.extract.sources import Sources
from hudna.extract.speakers import Party, Speakers
from hudna.extract.speakers_before import Fronted
from hudna.extract.speech import COMMAS, Kind, Speech
from hudna.extract.speech_cues import Cue, Cues, Lead
from hudna.extract.speech_drafts import Draft
from hudna.model.assertions import Actor
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.reading import Sentence

_WHICH = frozenset({"هو", "هي", "هذا", "ذلك", "الامر", "،", "-", "–", "—"})
_OFFICES = ("GOV", "MIL", "ACT", "CVL")
"""Sectors whose common nouns may announce something though nobody says of which country they are."""


class Subjects:
    """Chooses subjects in one text; `drafts` are those of the verb's sentence. Dropped with the text."""

    def __init__(
        self, scene: Scene, speech: Speech, speakers: Speakers, sources: Sources, cues: Cues
    ) -> None:
        self.scene, self.speech = scene, speech
        self.speakers, self.sources, self.cues = speakers, sources, cues
        self.fronted = Fronted(scene, speech, speakers)
        self.tokens = scene.reading.tokens

    def before(self, cue: Cue, sentence: Sentence) -> Party | None:
        topic = self.tokens[cue.at].norm.startswith("ف")
        if cue.joined and cue.at > sentence.first and not topic:
            return None
        found = self.fronted.before(cue.at, sentence.first)
        form = cue.said.form
        if found is None and form is not None and form.person == 3:
            before = self.tokens[cue.at - 1].norm
            auxiliary = before in self.speech.words["before-verb"] and cue.at > sentence.first
            found = self.fronted.far_before(cue.at, sentence.first, form.number == "pl" or auxiliary)
            if found is None and cue.at > sentence.first:
                found = self.fronted.noun_before(cue.at, sentence.first)
        return found

    def roles(
        self,
        cue: Cue,
        sentence: Sentence,
        before: Party | None,
        parties: tuple[Party, ...],
        lead: Lead | None,
        drafts: Sequence[Draft],
    ) -> tuple[Party | None, Party | None]:
        """Subject and object of a verb among the parties before and after it."""
        verb = cue.said.verb
        if cue.said.form is not None and cue.said.form.person == 1 and cue.said.form.number == "pl":
            return self._voice(cue), parties[0] if parties and verb.object else None
        weak = lead is None or lead.kind == "object"
        inverted = self.inverts(cue, sentence)
        known = [p for p in parties if p.known or not weak or (inverted and p.first == cue.at + 1)]
        plural = cue.said.form is not None and cue.said.form.number == "pl"
        auxiliary = self.tokens[cue.at - 1].norm in self.speech.words["before-verb"]
        own = bool(parties) and parties[0].known and parties[0].first == cue.at + 1
        if own and self.speakers.nouns.relative(cue.at) and not verb.object:
            return parties[0], None  # «الذين تقول مفوضية X إن عددهم …»
        if before and (before.last >= cue.at - 3 or not known or plural or auxiliary):
            return before, parties[0] if parties and verb.object else None
        whilst = self.tokens[sentence.first].norm in self.speech.words["whilst"]
        goes_on = cue.joined or (whilst and bool(drafts))
        goes_on = goes_on and self.local(cue, sentence, drafts)
        if verb.object and len(known) == 1 and goes_on and not self._is_doer(cue, known[0], lead, drafts):
            return None, known[0]
        if not known:
            return before, None
        if verb.object and self.speakers.is_oblique(known[0]):
            return before, known[0]
        return known[0], known[1] if len(known) > 1 and verb.object else None

    def _is_doer(self, cue: Cue, party: Party, lead: Lead | None, drafts: Sequence[Draft]) -> bool:
        """Whether the one party after «ودعا», «وحذرت» is its subject and not who is asked.

        «ودعت يونامي إلى»: the verb does not agree with who spoke before; «ودعا الرئيس المواطنين إلى»: a
        further noun stands before what is asked; «وحذر الوزير من», «وحذر محللون من»: an office, or nouns
        without the article, are rather who speaks.
        """
        form = cue.said.form
        if (
            party.first != cue.at + 1
            or form is None
            or form.number != "sg"
            or form.person != 3
            or form.pronoun
        ):
            return False
        before = self._gender(drafts[-1].speakers[0].text) if drafts and drafts[-1].speakers else None
        own = self._gender(party.actors[0].text)
        if own and own != form.gender:
            return False
        if before and before != form.gender:
            return True
        between = range(party.last, lead.at) if lead else range(0)
        if any(self.tokens[i].norm in COMMAS for i in between):
            return False
        if any(self._is_content(i) for i in between):
            return not any(self.speakers.nouns.opens_phrase(i) for i in between)
        mention = self.speakers.opening.get(party.first, (None,))[0]
        if mention is None:
            return not any(t.norm.startswith("ال") for t in self.tokens[party.first : party.last])
        return mention.type == "person"

    def _is_content(self, i: int) -> bool:
        """Whether token `i` is a word that is no adverb and no time."""
        plain = self.tokens[i].kind == "word" and i not in self.scene.time_at
        return plain and not self.speech.phrase("adverb", self.tokens, i)

    def _gender(self, words: str) -> Literal["m", "f"] | None:
        """The gender that the first words of a speaker's name or title show, or None («صالح»)."""
        parts = [fold(w.strip("\"“”«»'").removeprefix("و").removeprefix("لل")) for w in words.split()[:2]]
        noun, adjective = parts[0], parts[1] if len(parts) > 1 else ""
        she = noun.startswith("ال") and adjective.startswith("ال") and adjective.endswith("ه")
        if she or noun.endswith(("ه", "يا", "ات")) or noun in self.speech.words["feminine"]:
            return "f"
        definite = noun.startswith("ال") and not noun.endswith(("ا", "ي"))
        return "m" if definite or noun in self.speech.words["masculine"] else None

    def local(self, cue: Cue, sentence: Sentence, drafts: Sequence[Draft]) -> bool:
        """Whether somebody before the verb in its sentence can be its subject."""
        return bool(drafts) or self.speakers.first_in(sentence.first, cue.at) is not None

    def understood(self, cue: Cue, sentence: Sentence, drafts: Sequence[Draft]) -> Party | None:
        """The antecedent of a verb without a subject: two for a dual, else whoever spoke or acted last."""
        form = cue.said.form
        if form is None or self.cues.is_impersonal(cue.at):
            return None
        if form.person == 1:
            return self._voice(cue) if form.number != "sg" else None
        last = self.sources.last
        if form.number == "du":
            return Party(last, cue.at, cue.at) if len(last) == 2 else self.speakers.pair_before(cue.at)
        if not cue.joined and (form.tense == "present" or not drafts) and self.has_other_subject(cue.at):
            return None
        if drafts:
            return Party(drafts[-1].speakers, cue.at, cue.at)
        if form.tense == "present" and not cue.joined:
            return None
        subject = self.speakers.first_in(sentence.first, cue.at) or self.speakers.topic(
            sentence.first, cue.at
        )
        if subject:
            return Party(subject.actors, cue.at, cue.at)
        return Party(last, cue.at, cue.at) if last else None

    def _voice(self, cue: Cue) -> Party | None:
        """Whoever says «we» outside quotations: the author that the head of a communiqué names."""
        if self.scene.quote_at(self.tokens[cue.at].start) is not None:
            return None
        author = self.sources.publisher or self._ourselves(cue.at)
        return Party(author, cue.at, cue.at) if author else None

    def _ourselves(self, verb: int) -> tuple[Actor, ...]:
        """«إننا في وزارة X ندين», «نحمّل نحن في X», «باسم X نعلن»: who «we» are; else ()."""
        sentence = self.scene.reading.sentences[self.tokens[verb].sentence]
        for i in range(sentence.first, min(verb + 2, sentence.last - 1)):
            if self.tokens[i].norm in self.speech.words["we"]:
                at = i + 1 + (self.tokens[i + 1].norm == "في")
                party = self.sources.source_at(at, min(at + 8, sentence.last))
                return party.actors if party and party.known else ()
        return ()

    def has_other_subject(self, at: int) -> bool:
        """Whether a plain word stands before the verb that may be its subject: «لكن الجبهة تقول»."""
        before = self.tokens[at - 1]
        if at == 0 or before.kind != "word" or at - 1 in self.scene.time_at:
            return False
        kinds: tuple[Kind, ...] = ("adverb", "opener", "contrast")
        return not any(
            self.speech.phrase(kind, self.tokens, at - 1, stem)
            for _, stem in leads(before.norm)
            for kind in kinds
        )

    def author_before(self, cue: Cue, sentence: Sentence, drafts: Sequence[Draft]) -> Party | None:
        """Who issued what stands just before the verb: «أصدر X بياناً يدين …», «القرار 7 الذي يطالب …»."""
        if cue.joined or cue.said.form is None or cue.said.form.person != 3:
            return None
        about = cue.at + 1 < sentence.last and self.tokens[cue.at + 1].norm in self.speech.words["in-it"]
        if about and not self.speakers.nouns.relative(cue.at):
            said = Party(drafts[-1].speakers, cue.at, cue.at) if drafts else None
            subject = said or self.speakers.first_in(sentence.first, cue.at)
            return Party(subject.actors, cue.at, cue.at) if subject else None
        i = cue.at - 1
        related = self.speakers.nouns.relative(cue.at)
        i -= related
        low = max(sentence.first, i - (4 if related else 1))
        if not any(self.sources.is_document(k) for k in range(i, low, -1)):
            return None
        subject = self.speakers.first_in(sentence.first, low + 1)
        if drafts:
            return Party(drafts[-1].speakers, cue.at, cue.at)
        return Party(subject.actors, cue.at, cue.at) if subject else None

    def told_of(self, at: int, drafts: Sequence[Draft]) -> Party | None:
        """The speaker named just before «الذي قال»."""
        i = at - 2
        while i > 0 and self.tokens[i].kind == "mark":
            i -= 1
        last = drafts[-1].speakers if drafts else ()
        return Party(last, at, at) if last and last[-1].end == self.tokens[i].end else None

    def holds(self, cue: Cue, subject: Party, lead: Lead | None, sentence: Sentence) -> bool:
        """Whether verb, speaker and content together make a statement."""
        coded = subject.known and any(a.code for a in subject.actors)
        if lead is None and subject.first == cue.at + 1 and self.inverts(cue, sentence):
            return self.ends(subject, sentence)
        if lead is None:
            return coded and self.as_said(cue)
        if lead.kind == "object":
            return coded or (subject.known and self.speakers.nouns.source(subject.first) in _OFFICES)
        if not subject.known:
            told = lead.kind == "that" or (lead.kind == "quote" and "needs" not in cue.said.verb.flags)
            return told and subject.first > cue.at
        if "needs" in cue.said.verb.flags and lead.kind == "preposition":
            goes_on = cue.joined or self.tokens[cue.at - 1].norm in self.speech.words["goes-on"]
            goes_on = goes_on and cue.said.verb.force in ("threaten", "promise") and coded
            return goes_on or subject.last > subject.first
        return True

    def inverts(self, cue: Cue, sentence: Sentence) -> bool:
        """Whether a verb of plain saying stands unjoined after a mark: «…، قال X», «"…" — تقول X»."""
        verb, at, form = cue.said.verb, cue.at, cue.said.form
        plain = verb.force == "claim" and {"ان", "quote"} <= set(verb.content)
        plain = plain and not {"relay", "shadda", "document"} & set(verb.flags)
        if cue.joined or not plain or form is None or form.pronoun or form.person != 3:
            return False
        if at - sentence.first < 4:
            return False
        before = self.tokens[at - 1]
        return (before.kind == "mark" and before.norm != ":") or before.norm == "هكذا"

    def ends(self, subject: Party, sentence: Sentence) -> bool:
        """Whether nothing but a circumstance follows a subject: «… من مركز إيواء في الحي.»."""
        rest = range(subject.last, sentence.last)
        marks = (i for i in rest if self.tokens[i].kind == "mark")
        stop = next(marks, sentence.last)
        return stop - subject.last <= 8 and not any(map(self.sources.is_said, range(subject.last, stop)))

    def as_said(self, cue: Cue) -> bool:
        """«…، كما أعلنت X», «وهو ما نفته X», «هجوم تبناه X»: a verb whose content stands before it."""
        form = cue.said.form
        before = [self.tokens[i].norm.lstrip("و") for i in range(max(0, cue.at - 2), cue.at)]
        which = len(before) == 2 and before[1] == "ما" and before[0] in _WHICH
        if before == ["الامر", "الذي"]:
            return True  # «الأمر الذي دانته X»
        named = cue.at > 2 and self.tokens[cue.at - 2].norm.lstrip("و") in ("هو", "هي")
        adopted = "attack" in cue.said.verb.flags
        return "كما" in before or bool(form and form.pronoun and (which or named or adopted))
