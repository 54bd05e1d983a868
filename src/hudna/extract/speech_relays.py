"""Who relays what others say: «نقلت X عن Y», «بحسب X»."""

from dataclasses import replace
from itertools import pairwise

from hudna.extract.scene import Scene
from hudna.extract.sources import Attribution, Sources
from hudna.extract.speaker_houses import is_guess
from hudna.extract.speakers import Party, Speakers, sides
from hudna.extract.speech import COMMAS, Speech
from hudna.extract.speech_content import Contents
from hudna.extract.speech_cues import Cue, Cues, Lead
from hudna.extract.speech_drafting import Drafting, is_outlet
from hudna.extract.speech_drafts import Draft
from hudna.extract.speech_force import GROUP
from hudna.extract.subjects import Subjects
from hudna.model.assertions import Actor
from hudna.text.reading import Sentence


class Relays:
    """Reads relays and attributions in one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech, subjects: Subjects, drafting: Drafting) -> None:
        self.speech, self.subjects, self.drafting = speech, subjects, drafting
        self.tokens = scene.reading.tokens
        self.speakers: Speakers = subjects.speakers
        self.sources: Sources = subjects.sources
        self.cues: Cues = subjects.cues
        self.contents: Contents = drafting.contents

    def relay(self, cue: Cue, subject: Party | None, sentence: Sentence, stop: int) -> bool:
        """«نقلت X عن Y (قوله) إن …»: Y speaks, X relays."""
        near = range(cue.at + 1, min(stop, cue.at + 16))
        by = "الي" if "to" in cue.said.verb.flags else "عن"  # «نسبت X إلى Y قوله»
        at = next((i for i in near if self.tokens[i].norm == by), None)
        if at is None:
            return False
        lead = self.cues.lead(at + 1, stop, cue.said.verb)
        end = lead.at if lead else stop
        source = self.sources.source_at(at + 1, end) or next(iter(self.speakers.after(at + 1, end)), None)
        if lead is None and source and not cue.joined and not self.drafting.drafts:
            self._told_before(cue, subject, source, sentence)
        if lead is None or source is None:
            return True
        if subject and subject.first > cue.at:
            subject = next(iter(self.speakers.after(cue.at + 1, at)), None)
        subject = subject or self.subjects.understood(cue, sentence, self.drafting.drafts)
        source = self._of_outlet(source, subject.actors if subject else ())
        self.drafting.say(cue, source, None, lead, sentence)
        draft = self.drafting.drafts[-1]
        draft.chain.extend(a for a in (subject.actors if subject else ()) if a not in draft.speakers)
        self._relayed(draft, source.last, lead)
        return True

    def _of_outlet(self, source: Party, outlet: tuple[Actor, ...]) -> Party:
        """A source that nothing tells more of, as one of the country of the outlet that quotes it.

        «نقلت صحيفة هآرتس عن ضابط كبير»: only where the text is about that country too.
        """
        mention = self.speakers.opening.get(source.first, (None,))[0]
        told = mention is not None and mention.code and not is_guess(mention)
        country = (outlet[0].code or "").partition(".")[0] if is_outlet(outlet) else ""
        if told or len(source.actors) != 1 or source.actors[0].entity:
            return source
        if country not in self.speakers.nouns.countries or self.speakers.nouns.source(source.first) is None:
            return source
        sector = (source.actors[0].code or "").partition(".")[2]
        code = f"{country}.{sector}" if sector else country
        return replace(source, actors=(replace(source.actors[0], code=code),))

    def _told_before(self, cue: Cue, subject: Party | None, source: Party, sentence: Sentence) -> None:
        """«…، نقلت X عن Y»: what Y says stands before the verb."""
        begin = self.contents.clause_start(sentence.first, cue.at - 1)
        if self.tokens[cue.at - 1].norm not in COMMAS or cue.at - begin < 4:
            return
        lead = Lead("object", begin, begin)
        reason = f"{self.drafting.word(cue.at)} after its content"
        force = cue.said.verb.force
        draft = self.drafting.open(cue.at, cue.at, lead, cue.at - 1, source, force, reason, 0.7)
        draft.chain.extend(a for a in (subject.actors if subject else ()) if a not in draft.speakers)

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
                self.drafting.drafts.insert(-1, first)
                draft.first = draft.cue = next(i for i, _ in acts if i > at)

    def attribution(self, found: Attribution, sentence: Sentence) -> None:
        """«بحسب X»: relays the statement around it, or makes the clause beside it X's statement."""
        outer = self.drafting.drafts[-1] if self.drafting.drafts else None
        party = found.party
        if outer and (party is None or self._covers(outer, found.first)):
            self.drafting.cut(outer, found.first)
            relays = [*found.relays, *(party.actors if party else ())]
            own = sides(outer.speakers)
            if found.quotes and party and found.first < outer.content:
                party = self._of_outlet(party, outer.speakers)
                outer.chain[:0] = [*outer.speakers, *found.relays]
                outer.speakers = party.actors
                self.sources.remember(party.actors, found.first, found.last)
                return
            outer.chain[:0] = [a for a in relays if not sides([a]) & own or is_outlet((a,))]
            return
        if party is None:
            return
        begin, end = self._attributed(found, sentence)
        if sum(t.kind == "word" for t in self.tokens[begin:end]) < 2:
            return
        if self.tokens[begin].norm.lstrip("و") in ("جاء", "جاءت", "ياتي") and end - begin <= 12:
            return  # «جاء ذلك على لسان X»: what was said stands in the sentence before
        if outer:
            self.drafting.cut(outer, begin)
        lead = Lead("object", found.first, begin)
        reason = f"{self.drafting.word(found.first)}, attribution"
        draft = self.drafting.open(found.first, party.first, lead, end, party, "claim", reason, 0.85)
        draft.chain.extend(found.relays)
        self.drafting.spoken_to(draft, found.last, min(found.last + 4, sentence.last))

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
        low = max([sentence.first, *(d.end for d in self.drafting.drafts if d.end <= i)])
        begin = self.contents.clause_start(low, i - 1)
        runs_on = after < sentence.last and self.tokens[after].kind == "word"
        if (runs_on and self.tokens[i - 1].kind == "word") or i - begin <= 2:
            return begin, sentence.last
        return begin, i
