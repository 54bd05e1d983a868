"""Headings that let somebody speak before a colon: «الحكومة: تراجع الأسعار», «أردوغان لبوتين: …»."""

from dataclasses import replace

from hudna.extract.scene import Scene
from hudna.extract.sources import Sources
from hudna.extract.speaker_houses import governor
from hudna.extract.speakers import Party, Speakers, codes
from hudna.text.reading import Sentence

_MARKS = "\"”»'«“"
_REACH = 7
"""Tokens between a speaker and the colon."""


class Headings:
    """Finds such headings in one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speakers: Speakers, sources: Sources) -> None:
        self.scene, self.speakers, self.sources = scene, speakers, sources
        self.speech = sources.speech
        self.tokens = scene.reading.tokens

    def read(self, sentence: Sentence) -> tuple[Party, int] | None:
        """The speaker and the token of the colon, or None; titles, headings and openings of lines only."""
        kind = self.scene.reading.segments[sentence.segment].kind
        first, stop = sentence.first, sentence.last
        if kind not in ("title", "heading") and first and not self._opens_line(first):
            return None
        while first < stop - 2 and self.tokens[first].kind == "mark":
            first += 1
        first += self.tokens[first].norm == "من" and first + 2 < stop  # «من خلية الإعلام: …»
        if bracketed := self._bracketed(first, stop):
            return bracketed
        party = self._party(first, stop)
        later = kind in ("title", "heading") or not sentence.first
        if party is None:
            return self._later(first, stop) if later else None
        colon = self._colon(party.last, stop)
        outlet = all((a.code or "").endswith(".MED") for a in party.actors)
        if colon >= stop - 2 or self.tokens[colon].norm != ":":
            return self._later(first + 1, stop) if later else None
        if outlet or self._is_dateline(party, colon, stop):
            return None
        return party, colon

    def _bracketed(self, first: int, stop: int) -> tuple[Party, int] | None:
        """«(وزارة X) تم تدمير …»: a body in brackets before what it says."""
        if first not in self.speakers.opening or not first or self.tokens[first - 1].norm != "(":
            return None
        party = self.speakers.party(first)
        closed = party.last < stop - 3 and self.tokens[party.last].norm == ")"
        body = self.speakers.opening[first][0].type in ("organisation", "group")
        outlet = any((a.code or "").endswith(".MED") for a in party.actors)
        told = codes(party.actors) and not outlet and self.tokens[party.last + 1].kind == "word"
        return (party, party.last) if closed and body and told else None

    def _is_dateline(self, party: Party, colon: int, stop: int) -> bool:
        """«لبنان: متظاهرون يقطعون …», «باريس: X يدعو …»: where it is told, not who tells it."""
        mention = self.speakers.opening.get(party.first, (None,))[0]
        if mention is None or mention.type != "country" or party.last > party.first + 2:
            return False
        at = colon + 1
        crowd = self.tokens[at].norm in self.speech.words["crowd"] or self.speakers.nouns.is_object(at)
        return crowd or any(self.sources.is_told_now(i) for i in range(at + 1, min(at + 6, stop)))

    def signature(self, sentence: Sentence) -> Party | None:
        """Whoever signs a sentence after its last dash: «… في الحي – وزارة الدفاع»."""
        dashes = (i for i in range(sentence.last - 2, sentence.first + 3, -1) if self.tokens[i].norm in "–—-")
        dash = next(dashes, None)
        if dash is None or sentence.last - dash > _REACH + 4:
            return None
        end = sentence.last
        while self.tokens[end - 1].kind == "mark":
            end -= 1
        party = self.sources.source_at(dash + 1, end)
        whole = party is not None and (party.last >= end or self._only_described(party.last, end))
        kinds = {self.speakers.opening[i][0].type for i in range(dash, end) if i in self.speakers.opening}
        named = party is not None and codes(party.actors) and "country" not in kinds
        outlet = party is not None and any((a.code or "").endswith(".MED") for a in party.actors)
        return party if whole and named and not outlet else None

    def _only_described(self, first: int, end: int) -> bool:
        """Whether the words after a signature belong to it: a phrase or an adjective, «رقم 6»."""
        norms = [self.tokens[i].norm for i in range(first, end)]
        return norms[0].startswith(("ب", "في", "ال", "ل", "رقم", "عبر", "علي"))

    def _later(self, first: int, stop: int) -> tuple[Party, int] | None:
        """«بغداد 3 يوليو – وزارة X: …», «… دون قتال.. وفلان: …»: a speaker after a mark in a title."""
        for i in range(max(first, 1), stop - 3):
            mention = self.speakers.opening.get(i, (None,))[0]
            joined = mention is not None and mention.lead == "و" and mention.type == "organisation"
            if not joined and (self.tokens[i - 1].kind != "mark" or self.tokens[i - 1].norm in ':"«“'):
                continue
            if self.sources.is_said(i):
                return None
            if mention is None or mention.type == "country" or mention.lead not in ("", "و"):
                continue
            party = self.speakers.party(i)
            colon = self._colon(party.last, stop)
            if codes(party.actors) and colon < stop - 2 and self.tokens[colon].norm == ":":
                return party, colon
        return None

    def _party(self, first: int, stop: int) -> Party | None:
        """A mention, a common source, or part of a name told later."""
        if first in self.speakers.opening:
            if self.speakers.opening[first][0].lead:
                return None
            party = self.speakers.party(first)
            code = self.speakers.nouns.local_code(first)
            if code and len(party.actors) == 1 and not party.actors[0].code:
                party = replace(party, actors=(replace(party.actors[0], code=code),))
            told = codes(party.actors) or self.speakers.nouns.source(first) is not None
            return party if told else self.speakers.named_later(first, party.last)
        if self.sources.is_document(first):
            author = self.sources.document(first, stop)
            written = author is not None and author.last > first + 1 and codes(author.actors)
            return author if written else None
        last = first
        while last < min(stop, first + 5) and self.tokens[last].kind == "word":
            if self.sources.is_said(last):
                break
            last += 1
        if last == first or last >= stop or self.tokens[last].norm not in (":", *_MARKS):
            return None
        if party_later := self.speakers.named_later(first, last):
            return party_later
        if self.speakers.nouns.source(first) is not None:
            return self.speakers.noun(first, last)
        code = self.speakers.nouns.local_code(first) if self.tokens[last].norm == ":" else None
        if code is None or last > first + 2:
            return None
        party = self.speakers.noun(first, last)
        return replace(party, actors=tuple(replace(a, code=code) for a in party.actors), known=True)

    def _opens_line(self, first: int) -> bool:
        text, start = self.scene.reading.text, self.tokens[first].start
        return not text[text.rfind("\n", 0, start) + 1 : start].strip(' \t-–—•*·"«“')

    def _colon(self, at: int, stop: int) -> int:
        """The colon after a heading's speaker, past quotation marks and «ل X» or «عن X»."""
        colon, about = at, False
        while colon < min(stop - 1, at + _REACH) and self.tokens[colon].norm != ":":
            norm = self.tokens[colon].norm
            mention = self.speakers.opening.get(colon, (None,))[0]
            governed = mention is not None and bool(governor(mention))
            about = about or governed or norm == "ل" or norm in self.speech.words["heading-about"]
            if (not about and norm not in _MARKS) or self.sources.is_said(colon):
                break
            colon += 1
        return colon
