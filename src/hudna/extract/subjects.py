"""The subject of a verb of saying, chosen among the parties around it and those who spoke before."""

from collections.abc import Sequence

from hudna.extract.scene import Scene
from hudna.extract.sources import Sources
from hudna.extract.speakers import Party, Speakers
from hudna.extract.speech import Kind, Speech
from hudna.extract.speech_cues import Cue, Cues, Lead
from hudna.extract.speech_drafts import Draft
from hudna.text.clitics import leads
from hudna.text.reading import Sentence

_AUXILIARIES = frozenset({"كان", "كانت", "كانوا", "قد", "لقد"})
_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها", "فيهما"})
"""«… بياناً أدانت فيه …»: what the verb tells was said in the thing just named."""
_WHICH = frozenset({"هو", "هي", "هذا", "ذلك", "الامر", "،", "-", "–", "—"})
_WHILE = frozenset({"واذ", "اذ", "وبعدما", "بعدما", "وبينما", "وفيما"})
_OFFICES = ("GOV", "MIL", "ACT", "CVL")
"""Sectors whose common nouns may announce something though nobody says of which country they are."""


class Subjects:
    """Chooses subjects in one text; `drafts` are those of the verb's sentence. Dropped with the text."""

    def __init__(
        self, scene: Scene, speech: Speech, speakers: Speakers, sources: Sources, cues: Cues
    ) -> None:
        self.scene, self.speech = scene, speech
        self.speakers, self.sources, self.cues = speakers, sources, cues
        self.tokens = scene.reading.tokens

    def before(self, cue: Cue, sentence: Sentence) -> Party | None:
        topic = self.tokens[cue.at].norm.startswith("ف")
        if cue.joined and cue.at > sentence.first and not topic:
            return None
        found = self.speakers.before(cue.at, sentence.first)
        form = cue.said.form
        if found is None and form is not None and form.person == 3:
            auxiliary = self.tokens[cue.at - 1].norm in _AUXILIARIES and cue.at > sentence.first
            found = self.speakers.far_before(cue.at, sentence.first, form.number == "pl" or auxiliary)
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
        if cue.said.form is not None and cue.said.form.person == 1 and (voice := self._voice(cue)):
            return voice, parties[0] if parties and verb.object else None
        weak = lead is None or lead.kind == "object"
        known = [p for p in parties if p.known or not weak]
        plural = cue.said.form is not None and cue.said.form.number == "pl"
        auxiliary = self.tokens[cue.at - 1].norm in _AUXILIARIES
        if before and (before.last >= cue.at - 3 or not known or plural or auxiliary):
            return before, parties[0] if parties and verb.object else None
        goes_on = cue.joined or (self.tokens[sentence.first].norm in _WHILE and bool(drafts))
        if verb.object and len(known) == 1 and goes_on and self.local(cue, sentence, drafts):
            return None, known[0]
        if not known:
            return before, None
        return known[0], known[1] if len(known) > 1 and verb.object else None

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
        subject = self.speakers.first_in(sentence.first, cue.at)
        if subject:
            return Party(subject.actors, cue.at, cue.at)
        return Party(last, cue.at, cue.at) if last else None

    def _voice(self, cue: Cue) -> Party | None:
        """Whoever says «we» outside quotations: the author that the head of a communiqué names."""
        if self.scene.quote_at(self.tokens[cue.at].start) is not None:
            return None
        author = self.sources.publisher
        return Party(author, cue.at, cue.at) if author else None

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
        about = cue.at + 1 < sentence.last and self.tokens[cue.at + 1].norm in _IN_IT
        if about and not self.speakers.relative(cue.at):
            said = Party(drafts[-1].speakers, cue.at, cue.at) if drafts else None
            subject = said or self.speakers.first_in(sentence.first, cue.at)
            return Party(subject.actors, cue.at, cue.at) if subject else None
        i = cue.at - 1
        related = self.speakers.relative(cue.at)
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

    def holds(self, cue: Cue, subject: Party, lead: Lead | None) -> bool:
        """Whether verb, speaker and content together make a statement."""
        coded = subject.known and any(a.code for a in subject.actors)
        if lead is None:
            return coded and self.as_said(cue)
        if lead.kind == "object":
            return coded or (subject.known and self.speakers.source(subject.first) in _OFFICES)
        if not subject.known:
            told = lead.kind == "that" or (lead.kind == "quote" and "needs" not in cue.said.verb.flags)
            return told and subject.first > cue.at
        if "needs" in cue.said.verb.flags and lead.kind == "preposition":
            return subject.last > subject.first
        return True

    def as_said(self, cue: Cue) -> bool:
        """«…، كما أعلنت X», «وهو ما نفته X»: a verb whose content stands before it."""
        form = cue.said.form
        before = [self.tokens[i].norm.lstrip("و") for i in range(max(0, cue.at - 2), cue.at)]
        which = len(before) == 2 and before[1] == "ما" and before[0] in _WHICH
        return "كما" in before or bool(form and form.pronoun and which)
