"""The drafts of a sentence: opening one, cutting it short, and what the words around it add."""

from hudna.extract.scene import Scene
from hudna.extract.sources import Sources
from hudna.extract.speaker_houses import governor
from hudna.extract.speakers import Party, Speakers
from hudna.extract.speech import Speech
from hudna.extract.speech_content import Contents
from hudna.extract.speech_cues import Cue, Lead
from hudna.extract.speech_drafts import Draft
from hudna.model.assertions import Actor, Force
from hudna.text.clitics import leads
from hudna.text.reading import Sentence

_HOW = {
    "that": "then أن or إن", "quote": "then a quotation", "preposition": "then a preposition",
    "object": "then what is said",
}  # fmt: skip
_SCORE = {"that": 0.95, "quote": 0.95, "preposition": 0.85, "object": 0.75}


class Drafting:
    """Keeps the drafts of one sentence at a time. Built for a text, then dropped."""

    def __init__(
        self, scene: Scene, speech: Speech, speakers: Speakers, sources: Sources, contents: Contents
    ) -> None:
        self.scene, self.speech = scene, speech
        self.speakers, self.sources, self.contents = speakers, sources, contents
        self.tokens = scene.reading.tokens
        self.drafts: list[Draft] = []

    def say(self, cue: Cue, subject: Party, object_: Party | None, lead: Lead, sentence: Sentence) -> None:
        self.sources.introduce(subject, lead.at)
        written = subject.last > subject.first
        first = min(cue.at, subject.first) if written else cue.at
        if self.drafts:
            self.cut(self.drafts[-1], first)
        reason = f"{self.word(cue.at)}, {_HOW[lead.kind]}"
        verb = cue.said.verb
        draft = self.open(cue.at, first, lead, sentence.last, subject, verb.force, reason, _SCORE[lead.kind])
        draft.judges = "judge" in verb.flags
        if object_ and verb.object == "addressee":
            draft.addressees.extend(object_.actors)
        self._circumstances(draft, first, lead.at, sentence)

    def open(
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
        draft = self.draft(cue, first, lead, end, party.actors, force)
        draft.reason, draft.score = reason, score if party.known else score - 0.2
        self.drafts.append(draft)
        self.sources.remember(party.actors, first, lead.content)
        return draft

    def draft(
        self, cue: int, first: int, lead: Lead, end: int, speakers: tuple[Actor, ...], force: Force
    ) -> Draft:
        stop = self.contents.end(lead, end)
        return Draft(cue, first, lead.content, stop, speakers, force, "", 0.0, lead.kind)

    def cut(self, draft: Draft, at: int) -> None:
        if draft.content < at < draft.end:
            draft.end = self.contents.trim(draft.content, at)

    def around(self, at: int) -> Draft | None:
        inside = [d for d in self.drafts if d.content <= at < d.end]
        return inside[-1] if inside else None

    def inside_quote(self, outer: Draft, at: int) -> bool:
        quote = self.scene.quote_at(self.tokens[at].start)
        return quote is not None and quote.start >= self.tokens[outer.content].start - 2

    def word(self, i: int) -> str:
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
        self.spoken_to(draft, first, lead)
        if draft.channel is None and is_outlet(draft.speakers):
            draft.channel = "agency report"

    def spoken_to(self, draft: Draft, begin: int, stop: int) -> None:
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


def is_outlet(actors: tuple[Actor, ...]) -> bool:
    return bool(actors) and all((a.code or "").endswith(".MED") for a in actors)
