"""Speech told by nouns: «اتهام X Y ب…», «اكتفى بالقول إن», and verbs that only carry a noun of speech
(«وجّهت X دعوة إلى …»)."""

from hudna.extract.scene import Scene
from hudna.extract.speakers import Party
from hudna.extract.speech import COMMAS, Speech, SpeechVerb
from hudna.extract.speech_cues import Cue, Lead
from hudna.extract.speech_drafting import Drafting
from hudna.extract.speech_drafts import Draft
from hudna.extract.speech_force import GROUP
from hudna.extract.subjects import Subjects
from hudna.model.assertions import Force
from hudna.text.clitics import leads
from hudna.text.reading import Sentence

_NEAR = 3
"""Tokens from the subject within which «بدأ», «دأب» have what they begin."""


class SpeechNouns:
    """Reads nouns of speech in one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech, subjects: Subjects, drafting: Drafting) -> None:
        self.scene, self.speech, self.subjects, self.drafting = scene, speech, subjects, drafting
        self.tokens = scene.reading.tokens
        self.speakers, self.sources, self.cues = subjects.speakers, subjects.sources, subjects.cues

    def crowd(self, cue: Cue, sentence: Sentence) -> Party | None:
        """«احتشد الآلاف في الساحة مطالبين ب»: the people of the sentence's first clause."""
        crowd = self.speech.words["crowd"]
        first = (i for i in range(sentence.first, cue.at) if self.tokens[i].norm in crowd)
        return self.speakers.people(next(first, cue.at), cue.at)

    def masdar(self, cue: Cue, sentence: Sentence, outer: Draft | None) -> None:
        """«إعلان X أن …», «اتهام X Y ب…»: only with a speaker beside it and content after it."""
        verb = cue.said.verb
        norm = self.tokens[cue.at].norm
        if norm.startswith("بال") or (norm[0] == "ب" and norm.endswith(("ه", "ها", "هم"))):
            self._by_saying(cue, sentence)
            return
        if norm.startswith("لل") and verb.force == "demand":
            self._gathered(cue, sentence)
            return
        if cue.at + 1 not in self.speakers.opening or (outer and GROUP[verb.force] == GROUP[outer.force]):
            return
        stop = min(sentence.last, cue.at + 30)
        lead = self.cues.lead(cue.at + 1, stop, verb)
        if lead is None or (lead.kind == "preposition" and GROUP[verb.force] == "say"):
            return
        parties = self.speakers.after(cue.at + 1, lead.at)
        if len(parties) < 2 and verb.object == "target" and self.speakers.nouns.source(cue.at + 1) is None:
            return  # «اتهام الجيش بكذا»: whoever is named may be the accused
        if parties and parties[0].first == cue.at + 1 and parties[0].known:
            self.drafting.say(cue, parties[0], parties[1] if len(parties) > 1 else None, lead, sentence)

    def _gathered(self, cue: Cue, sentence: Sentence) -> None:
        """«خرج المئات في مظاهرة للمطالبة ب»: what a crowd gathers for it demands."""
        party = self.crowd(cue, sentence)
        lead = self.cues.lead(cue.at + 1, min(sentence.last, cue.at + 4), cue.said.verb)
        if party and lead and not self.drafting.drafts:
            reason = f"{self.drafting.word(cue.at)}, what a crowd gathers for"
            self.drafting.open(cue.at, cue.at, lead, sentence.last, party, cue.said.verb.force, reason, 0.7)

    def _by_saying(self, cue: Cue, sentence: Sentence) -> None:
        """«اكتفى X بالقول إن», «ردّ بتأكيده أن»: the subject of the clause says it."""
        lead = self.cues.lead(cue.at + 1, min(sentence.last, cue.at + 4), cue.said.verb)
        if lead is None or lead.at > cue.at + 1:
            return
        outer = self.drafting.drafts[-1] if self.drafting.drafts else None
        if outer and outer.content == cue.at:
            return  # «رحّب بالدعوة إلى»
        if outer and outer.cue < cue.at and outer.content < cue.at and outer.how == "preposition":
            outer.content, outer.force = lead.content, cue.said.verb.force
            return  # «عقّب X على ذلك بالقول إن»
        first = cue.at
        while first > sentence.first and self.tokens[first - 1].norm not in COMMAS:
            first -= 1
        party = self.sources.document(first + 2, cue.at) if first + 2 < cue.at else None
        party = party or next((p for p in self.speakers.after(first + 1, cue.at) if p.known), None)
        source = self.speakers.nouns.source
        if party is None and outer and all(source(i) is None for i in range(first + 1, cue.at)):
            party = Party(outer.speakers, cue.at, cue.at)
        if party:
            self.drafting.say(cue, party, None, lead, sentence)

    def supported(self, cue: Cue, sentence: Sentence) -> int | None:
        """«وجّهت X دعوة إلى …», «أعرب عن قلقه», «دأبت X على اتهام …»: the token of the noun that is read."""
        at, verb = cue.at, cue.said.verb
        stop = min(sentence.last, at + 24)
        before = self.subjects.before(cue, sentence)
        parties = self.speakers.after(at + 1, stop)
        subject = before or next((p for p in parties if p.known), None)
        begin = subject.last if subject and subject.first > at else at + 1
        act = self.act(at + 1 if subject is None else begin, stop, verb)
        if act is None and "orders" in verb.flags and len(parties) + bool(before) > 1:
            self._ordered(cue, before or parties[0], parties[-1], sentence)
            return None
        if act is None:
            lead = self.cues.lead(at + 1, stop, verb)
            subject = subject or self.subjects.understood(cue, sentence, self.drafting.drafts)
            if lead and lead.kind in ("that", "quote") and subject and subject.actors:
                self.drafting.say(cue, subject, None, lead, sentence)
            return None
        where, force = act
        if not before and subject and subject.first > where:
            subject = None
        subject = subject or self.subjects.understood(cue, sentence, self.drafting.drafts)
        if subject is None or not (subject.known or any(a.code for a in subject.actors)):
            return None
        told = any(self.sources.is_said(i) for i in range(where + 1, stop) if self.tokens[i].kind == "word")
        if force == "claim" and told:
            return None
        self.drafting.say(cue, subject, None, Lead("object", where, where), sentence)
        self.drafting.drafts[-1].force = force
        return where

    def _ordered(self, cue: Cue, subject: Party, whom: Party, sentence: Sentence) -> None:
        """«وجّه X Y بالمغادرة»: X wants it of Y."""
        at = whom.last
        if at < sentence.last - 1 and self.tokens[at].norm[0] == "ب" and len(self.tokens[at].norm) > 3:
            self.drafting.say(cue, subject, whom, Lead("preposition", at, at), sentence)
            self.drafting.drafts[-1].force = "demand"

    def act(self, begin: int, stop: int, verb: SpeechVerb) -> tuple[int, Force] | None:
        """The noun of speech that a supporting verb governs, and its force."""
        governed = False
        for i in range(begin, min(stop, begin + _NEAR) if "near" in verb.flags else stop):
            norm = self.tokens[i].norm
            named = any(m.last == i for m in self.scene.mention_at.get(i - 1, ()))
            if norm in COMMAS or norm in verb.content or named:
                governed = False
            for lead, stem in leads(norm):
                force = self.cues.act(i, stem)
                near = i - 1
                while near > begin and self.tokens[near].norm in '"«“':
                    near -= 1
                near -= self.tokens[near].norm in self.speech.words["intensifier"]
                led = lead in verb.content or (not lead and self.tokens[near].norm in verb.content)
                if (
                    force
                    and not governed
                    and not self.cues.is_idiom(i)
                    and (led or (not lead and "object" in verb.content))
                ):
                    return i, force
            if self.speech.phrase("preposition", self.tokens, i) and norm not in verb.content:
                governed = True
        return None
