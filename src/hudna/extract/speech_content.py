"""Where what is said begins and ends."""

from hudna.extract.scene import Scene
from hudna.extract.sources import Sources
from hudna.extract.speakers import Party
from hudna.extract.speech import COMMAS, Speech
from hudna.extract.speech_cues import Cues, Lead


class Contents:
    """Finds the bounds of contents in one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech, cues: Cues, sources: Sources) -> None:
        self.scene, self.speech, self.cues, self.sources = scene, speech, cues, sources
        self.tokens = scene.reading.tokens

    def object(self, at: int, subject: Party | None, object_: Party | None, stop: int) -> Lead | None:
        """The words after verb and subject as content: «أعلنت X وقف إطلاق النار»."""
        if subject is None:
            return None
        begin = i = max(at + 1, subject.last, object_.last if object_ else 0)
        while i < stop:
            if i in self.scene.time_at or self.tokens[i].kind == "mark":
                i += 1
            elif attribution := self.sources.attribution_at(i, stop):
                i = attribution.last
            elif length := self.speech.phrase("adverb", self.tokens, i):
                i += length
            elif self.speech.phrase("preposition", self.tokens, i):
                i = self._past_phrase(i, stop)
            else:
                return Lead("object", i, i)
        return Lead("object", begin, begin) if begin < stop - 1 else None

    def _past_phrase(self, i: int, stop: int) -> int:
        """The token after a prepositional phrase: past its comma, or past the actor or place in it."""
        while i < stop and self.tokens[i].norm not in COMMAS:
            i += 1
            ends = {m.last for m in self.scene.mention_at.get(i - 1, ())}
            if i in ends and not self.speech.phrase("preposition", self.tokens, min(i, stop - 1)):
                break
        return i

    def nearer(self, lead: Lead | None, said: Lead | None) -> Lead | None:
        """The object where words of it stand before «أن» or a quotation, else what `lead` says."""
        if lead is None or said is None or said.at >= lead.at - 1:
            return lead or said
        between = range(said.at, lead.at)
        if lead.kind == "that" and len(between) <= 8 and not any(map(self.sources.is_said, between)):
            return lead
        return said

    def end(self, lead: Lead, stop: int) -> int:
        """The token after the content: a quotation's end, a clause of its own, or `stop`; marks trimmed."""
        return self.trim(lead.content, self._quote_end(lead) or self._contrast(lead.content, stop))

    def _quote_end(self, lead: Lead) -> int | None:
        """The token after a quotation that is the whole content; it may lie in a later sentence."""
        end = self.cues.quote_from.get(lead.content)
        if end is None or lead.kind != "quote":
            return None
        i = lead.content
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        text = self.scene.reading.text
        if text[end : end + 1] == '"' and text[end + 1 : end + 2].isalnum():
            return None  # straight marks around a name inside the quotation
        return i

    def _contrast(self, content: int, end: int) -> int:
        """Where a clause of its own begins after a comma: «، في حين …»."""
        for i in range(content + 2, end):
            if self.tokens[i - 1].kind == "mark" and self.speech.phrase("contrast", self.tokens, i):
                return i
        return end

    def trim(self, content: int, end: int) -> int:
        while end > content + 1 and (
            self.tokens[end - 1].kind == "mark"
            or self.tokens[end - 1].norm
            in ("كما", "فيما", "وقد", "ثم", "لكن", "ولكن", "لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها")
        ):
            end -= 1
        return max(end, content + 1)

    def clause_start(self, low: int, at: int) -> int:
        """The first token of the clause that ends at `at`, not before `low`: after a contrast word."""
        begin = low
        for i in range(low + 1, at):
            if self.tokens[i - 1].norm in COMMAS and self.speech.phrase("contrast", self.tokens, i):
                begin = i
        while begin < at and self.tokens[begin].kind == "mark":
            begin += 1
        return begin
