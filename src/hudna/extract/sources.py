"""Who stands behind the words: attributions («بحسب X»), documents, and whoever spoke before."""

from dataclasses import replace
from functools import cached_property

from hudna.extract.scene import Scene
from hudna.extract.speakers import Party, Speakers
from hudna.extract.speech import COMMAS, Speech
from hudna.model.assertions import Actor
from hudna.model.frozen import frozen
from hudna.text.clitics import leads

_HEAD = 4
"""Sentences within which a communiqué names who issued it."""


@frozen
class Attribution:
    """«بحسب ما نقلت X عن Y» at tokens `[first, last)`: `party` speaks (None: unknown), `relays` tell it."""

    first: int
    last: int
    party: Party | None
    relays: tuple[Actor, ...] = ()
    quotes: bool = False
    """«نقلاً عن»: whoever spoke before it only relays."""


class Sources:
    """Finds sources in one text and remembers who spoke last. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech, speakers: Speakers) -> None:
        self.scene, self.speech, self.speakers = scene, speech, speakers
        self.tokens = scene.reading.tokens
        self.last: tuple[Actor, ...] = ()
        self.author: tuple[Actor, ...] = ()
        self.heard: list[tuple[frozenset[str], tuple[Actor, ...]]] = []

    @cached_property
    def publisher(self) -> tuple[Actor, ...]:
        """Who issued the whole text, a communiqué, as its first lines say: «بيان صادر عن X»; () otherwise."""
        for sentence in self.scene.reading.sentences[:_HEAD]:
            first = sentence.first
            while first < sentence.last - 1 and self.tokens[first].kind == "mark":
                first += 1
            if not self.is_document(first) or any(self.is_said(i) for i in range(first, sentence.last)):
                continue
            party = self.document(first, sentence.last)
            if party and party.last > first + 1:
                return party.actors
        return ()

    def remember(self, actors: tuple[Actor, ...], first: int, content: int) -> None:
        """Note who spoke, and that a document of theirs was named among the reporting words."""
        self.last = actors
        if any(self.is_document(i) for i in range(first, min(content, first + 14))):
            self.author = actors

    def again(self, party: Party) -> Party:
        """Somebody unknown, as who was named so before («العلي»: سامر العلي; «المكتب»: مكتب X)."""
        if self.last and not any(a.code for a in party.actors) and self._same(party):
            return Party(self.last, party.first, party.last)
        words = self._words(party)
        if self._is_theirs(party):
            code = self.last[0].code
            return replace(party, actors=tuple(replace(a, code=code) for a in party.actors))
        if self._is_latter(party) and (latter := self.speakers.named_before(party.first)):
            return Party(latter.actors, party.first, party.last)
        ours = self.tokens[party.first].norm.endswith("نا") and self.publisher
        if ours and not any(a.code for a in party.actors):
            return Party(self.publisher, party.first, party.last)  # «قواتنا» in a communiqué
        if not any(a.code for a in party.actors):
            someone = self.speakers.nouns.source(party.first) is not None and not self.tokens[
                party.first
            ].norm.startswith(("ال", "لل"))
            for said, actors in reversed(self.heard):
                if words and words <= said and not someone:
                    return Party(actors, party.first, party.last, party.known)
            if self.tokens[party.first].norm.startswith(("ال", "لل")) and len(words) == 1:
                named = self.speakers.antecedent(party.first)
                if named:
                    return Party(named.actors, party.first, party.last)
            self.heard.append((words, party.actors))
        return party

    def _is_theirs(self, party: Party) -> bool:
        """«وقال رئيسها», «ونفى مكتبه»: an office of whoever spoke last, by its pronoun as published."""
        if not self.last or len(self.last) > 1 or any(a.code for a in party.actors):
            return False
        token = self.tokens[party.first]
        word = self.scene.reading.text[token.start : token.end]
        held = word.endswith(("ه", "ها", "هم", "هما")) and not word.startswith(("ال", "وال"))
        return held and self.speakers.nouns.source(party.first) is not None

    def _is_latter(self, party: Party) -> bool:
        """«الأخيرة»: whoever was named last."""
        return self.tokens[party.first].norm in self.speech.words["latter"]

    def _same(self, party: Party) -> bool:
        """Whether somebody unknown is said to be who spoke last: «المصدر نفسه», «المسؤول ذاته»."""
        after = range(party.first + 1, min(party.last + 1, len(self.tokens)))
        same = any(self.tokens[i].norm in self.speech.words["same"] for i in after)
        return same and self.tokens[party.first].norm.startswith("ال")

    def introduce(self, party: Party, stop: int) -> None:
        """Note the words around a speaker up to the content, for a later mention by name alone."""
        if party.last > party.first and any(a.code for a in party.actors):
            self.heard.append((self._words(Party((), party.first, max(stop, party.last))), party.actors))

    def _words(self, party: Party) -> frozenset[str]:
        tokens = self.tokens[party.first : party.last]
        return frozenset(t.norm for t in tokens if t.kind == "word")

    def attribution_at(self, i: int, stop: int) -> Attribution | None:
        """The attribution opening at token `i`, or None."""
        norm = self.tokens[i].norm
        opens = self.speech.phrases["attribution"]
        if norm not in opens and norm[1:] not in opens:
            return None
        length = self.speech.phrase("attribution", self.tokens, i)
        if not length and norm[0] in "وف":
            length = self.speech.phrase("attribution", self.tokens, i, norm[1:])
        if not length or i + length >= stop:
            return None
        at = i + length
        if length > 1 and self.tokens[at - 1].norm != "ل" and self.tokens[at - 1].norm.startswith("ل"):
            at -= 1 if self.tokens[at - 1].norm not in ("لسان", "لما") else 0
        at += self.tokens[at].norm in ("ما", "لما", "انه")
        if norm.endswith("علي") and self.tokens[at - 1].norm == "ما" and not self._tells(at, stop):
            return None  # «ردّ على ما جرى»
        if at < stop and self.is_said(at):
            at += 1
        at += at < stop and self.tokens[at].norm in self.speech.words["pointing-back"]
        found = self._read(i, at, stop)
        return replace(found, quotes=True) if norm == "نقلا" else found

    def _read(self, first: int, at: int, stop: int) -> Attribution:
        party = self.source_at(at, stop)
        if party is None:
            return Attribution(first, at, None)
        last = party.last
        relays: list[Actor] = []
        while last < stop - 1:
            while self.tokens[last].norm in "\"”»'" and last < stop - 1:
                last += 1
            if self.tokens[last].norm == "عن" and (further := self.source_at(last + 1, stop)):
                relays.extend(party.actors)
                party, last = further, further.last
            elif self.tokens[last].norm.startswith("و") and self.is_said(last):
                further = next(iter(self.speakers.after(last + 1, min(stop, last + 4))), None)
                if further is None or further.first != last + 1:
                    break
                if further.known:
                    relays.extend(further.actors)
                last = further.last
            else:
                break
        return Attribution(first, last, party, tuple(relays))

    def _tells(self, i: int, stop: int) -> bool:
        """Whether token `i` is a verb of saying without an object of its own: «(على ما) أفادت»."""
        rows = self.speech.said.get(self.tokens[i].norm, ()) if i < stop else ()
        return any(s.form is not None and s.form.person == 3 and not s.form.pronoun for s in rows)

    def is_said(self, i: int) -> bool:
        """Whether token `i` is a finite verb of saying, «و» before it or not."""
        norm = self.tokens[i].norm
        rows = self.speech.said.get(norm, ()) or (
            self.speech.said.get(norm[1:], ()) if norm[0] in "وف" else ()
        )
        return any(s.how == "verb" for s in rows)

    def is_told_now(self, i: int) -> bool:
        """Whether token `i` is a verb of saying of a headline: third person, present, nothing joined."""
        rows = self.speech.said.get(self.tokens[i].norm, ())
        return any(s.form is not None and s.form.tense == "present" and s.form.person == 3 for s in rows)

    def source_at(self, i: int, stop: int) -> Party | None:
        """A speaker who must stand right here: a mention, a document's author, a common noun of a source."""
        while i < stop and (
            self.tokens[i].kind == "mark"
            or i in self.scene.time_at
            or self.tokens[i].norm in self.speech.words["latest"]
        ):
            if self.tokens[i].norm in COMMAS:
                return None
            i += 1
        if i >= stop:
            return None
        if i in self.speakers.opening:
            return self.speakers.party(i)
        if self.is_document(i):
            return self.document(i, stop)
        if self.speakers.nouns.source(i) is None:
            return None
        stop = next(
            (k for k in range(i, min(stop, i + 10)) if self.tokens[k].norm in COMMAS), min(stop, i + 10)
        )
        party = next(iter(self.speakers.after(i, stop)), None)
        if self.tokens[i].norm.startswith("ال") and (party is None or not party.actors[0].code):
            named = self.speakers.antecedent(i)
            return Party(named.actors, i, i + 1) if named else party
        return party

    def document(self, begin: int, stop: int) -> Party | None:
        """The author of a document named from `begin` on («في البيان الصادر عن X»), or of the last one."""
        i = begin
        while i < stop and (self.tokens[i].norm == "في" or self.tokens[i].kind == "mark"):
            i += 1
        if i >= stop or not self.is_document(i):
            return None
        for k in range(i + 1, min(i + 8, stop)):
            if self.tokens[k].norm in COMMAS or self.tokens[k].norm in (":", "ان", "بحسب", "وفق"):
                break
            if k in self.speakers.opening and self.speakers.opening[k][0].code:
                party = self.speakers.party(k)
                return Party(self._sectoral(party.actors, i, k), i, party.last)
            if k <= i + 3 and self._is_of_it(k) and (author := self._teller(k, stop)):
                return Party(author.actors, i, author.last, author.known)
            made = self.tokens[k].norm in self.speech.words["made"]
            if k == i + 1 and (author := self._author(k + made, stop)):
                return author
        issued = (
            k for k in range(i + 1, min(i + 8, stop)) if self.tokens[k].norm.lstrip("ال").startswith("صادر")
        )
        for k in issued:
            if self.tokens[min(k + 1, stop - 1)].norm == "عن" and (author := self._author(k + 1, stop)):
                return author  # «بيان رقم (38) صادر عن خلية الإعلام»
        if not self._points_back(i):
            return None
        actors = self.author or self.last
        return Party(actors, i, i + 1) if actors else None

    def _sectoral(self, actors: tuple[Actor, ...], first: int, at: int) -> tuple[Actor, ...]:
        """«بيان عسكري أميركي»: a state by the sector that an adjective of its document tells."""
        sectors = (self.speech.value("sectoral", self.tokens, k) for k in range(first + 1, at))
        sector = next((s for s in sectors if s), None)
        if sector is None:
            return actors
        return tuple(
            replace(a, code=f"{a.code}.{sector}") if a.code and "." not in a.code else a for a in actors
        )

    def _is_of_it(self, k: int) -> bool:
        """Whether token `k` is a verb of saying with the document for its object: «حصيلة أعلنتها X»."""
        rows = self.speech.said.get(self.tokens[k].norm, ())
        return any(s.form is not None and s.form.person == 3 and s.form.pronoun for s in rows)

    def _teller(self, verb: int, stop: int) -> Party | None:
        """The subject after such a verb, past a time set off by commas."""
        at = verb + 1
        while at < stop and (self.tokens[at].kind == "mark" or at in self.scene.time_at):
            at += 1
        return next((p for p in self.speakers.after(at, min(stop, at + 8)) if p.known), None)

    def _author(self, k: int, stop: int) -> Party | None:
        """The author right after a document, a common noun: «إحصائية للفريق», «تقديرات وكالات إغاثة»."""
        norm = self.tokens[k].norm if k < stop else ""
        at = k + (norm in ("ل", "من", "عن"))
        if at >= stop or self.speakers.nouns.source(at) is None:
            return None
        party = next(iter(self.speakers.after(k, min(stop, k + 6))), None)
        party = party or self.speakers.noun(at, stop)
        return self.again(party)

    def _points_back(self, i: int) -> bool:
        """Whether a document is one told of before («البيان», «بيانها»), not one with a name of its own."""
        norm = self.tokens[i].norm
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        pointed = (
            any(stem.startswith("ال") for _, stem in leads(norm))
            or self.scene.reading.text[self.tokens[i].end - 1] in "هام"
        )
        return pointed or after is None or after.kind == "mark" or after.norm in ("ان", "انه", "انها")

    def is_document(self, i: int) -> bool:
        """Whether token `i` names a document."""
        return any(
            self.speech.phrase("document", self.tokens, i, stem)
            for stem in self.speech.documents(self.tokens[i].norm)
        )
