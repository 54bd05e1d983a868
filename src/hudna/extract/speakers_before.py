"""The subject of a verb of saying that stands before it."""

from hudna.extract.scene import Scene
from hudna.extract.speaker_houses import governor
from hudna.extract.speakers import Party, Speakers, apposed
from hudna.extract.speech import COMMAS, Speech
from hudna.text.clitics import leads

_BYLINE = frozenset("/|-–—:)")


class Fronted:
    """Finds subjects before verbs in one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech, speakers: Speakers) -> None:
        self.scene, self.speech, self.speakers = scene, speech, speakers
        self.tokens, self.nouns = scene.reading.tokens, speakers.nouns
        self.opening, self.ending = speakers.opening, speakers.ending

    def before(self, verb: int, begin: int) -> Party | None:
        """The subject standing before a verb: «روسيا تعلن», «أما الجيش فأعلن», «كان لافروف قد قال»."""
        i = verb - 1
        while i >= begin and (
            i in self.scene.time_at
            or self.tokens[i].kind == "mark"
            or self.tokens[i].norm in ("قد", "لقد", "فقد", "نفسه", "نفسها", "ايضا", "بدوره", "بدورها")
        ):
            i -= 1
        if i < begin:
            return None
        if self.tokens[i].norm in self.speech.words["relative"]:
            return self._ending_before(i, begin)
        near = self._ending_before(i + 1, begin)
        if near and self._is_byline(near, verb):
            return None
        if near and governor(self.opening[near.first][0]):
            near = None
        if near and self._opens_clause(near.first, begin):
            return near
        return self._subject_of_auxiliary(verb, begin)

    def _is_byline(self, party: Party, verb: int) -> bool:
        """Whether an outlet stands in a dateline before the text: «المدينة – وام / أعلنت الشرطة …»."""
        outlet = any((a.code or "").endswith(".MED") for a in party.actors)
        return outlet and any(self.tokens[k].norm in _BYLINE for k in range(party.last, verb))

    def noun_before(self, verb: int, begin: int) -> Party | None:
        """A common noun as the subject just before a verb: «والأرصاد تحذر من», «وذووهم يطالبون ب»."""
        for first in range(verb - 1, max(begin, verb - 4) - 1, -1):
            token = self.tokens[first]
            if token.kind != "word" or first in self.opening or self.nouns.opens_phrase(first):
                return None
            joined = first == begin or token.norm[0] == "و" or self._follows_opener(first)
            if joined and self.nouns.source(first) is not None:
                party = self.speakers.named_by_noun(first, verb)
                return party if party and party.last == verb else None
        return None

    def far_before(self, verb: int, begin: int, certain: bool) -> Party | None:
        """The subject before a verb, words between: «شهود من حي X أبلغوا», «X التابعة لها كانت دعت».

        A plural verb or one after an auxiliary cannot have its subject after it (`certain`); another verb
        takes the words before it only where a phrase or an adjective follows them directly.
        """
        for i in range(max(begin, verb - 12), verb):
            if i in self.opening and self.opening[i][0].code:
                mention = self.opening[i][0]
                if mention.lead in ("", "و") and self._opens_clause(i, begin):
                    party = self.speakers.party(i)
                    return party if self._runs_to(party.last, verb, certain) else None
            elif self.nouns.source(i) is not None and self._may_lead(i, begin, certain):
                if any(t.norm in COMMAS or self.speech.tells(t.norm) for t in self.tokens[i:verb]):
                    return None
                described = next(iter(self.speakers.after(i, verb)), None)
                return described if described and described.first == i else None
            if any(s.how == "verb" for s in self.speech.said.get(self.tokens[i].norm, ())):
                return None
        return None

    def _may_lead(self, i: int, begin: int, certain: bool) -> bool:
        """Whether a common noun may open a clause: «المصادر الطبية في X أكدت», «… إن شهوداً من X قالوا»."""
        if i == begin:
            return certain or self.tokens[i].norm.startswith("ال")
        return self._follows_opener(i)

    def _follows_opener(self, i: int) -> bool:
        before = leads(self.tokens[i - 1].norm)
        return any(self.speech.phrase("opener", self.tokens, i - 1, stem) for _, stem in before)

    def _runs_to(self, last: int, verb: int, certain: bool) -> bool:
        """Whether the words from `last` up to the verb only describe the subject."""
        if last >= verb:
            return False
        if self.tokens[last - 1].norm == "باسم":
            return verb - last <= 6  # «ناطق باسم جهاز الإسعاف ناشد …»
        parted = COMMAS | self.speech.words["relative"]
        if any(token.norm in parted for token in self.tokens[last:verb]):
            return False
        if certain:
            return True
        first = self.tokens[last].norm
        described = self.nouns.opens_phrase(last) or first.startswith("ال")
        between = self.tokens[last:verb]
        return described and verb - last <= 6 and not any(self.nouns.is_masdar(t.norm) for t in between)

    def _ending_before(self, i: int, begin: int) -> Party | None:
        """The party whose last word stands just before token `i`, with what it is in apposition to."""
        while i > begin and self.tokens[i - 1].kind == "mark":
            i -= 1
        mention = self.ending.get(i)
        if mention is None or mention.first < begin:
            return None
        first = mention.first
        while first > begin:
            j = first
            while j > begin and self.tokens[j - 1].kind == "mark":
                j -= 1
            previous = self.ending.get(j)
            if previous is None or previous.first < begin or mention.lead not in ("", "و"):
                break
            if mention.lead == "" and not apposed(previous, mention):
                break
            if mention.lead == "و" and (j < first or governor(previous)):
                break  # «… في X، والجيش ينفي»: another clause
            mention, first = previous, previous.first
        return self.speakers.party(first)

    def _opens_clause(self, first: int, begin: int) -> bool:
        i = first
        while i > begin and self.tokens[i - 1].norm in "\"“”«»'‘’":
            i -= 1
        if i == begin or self.opening[first][0].lead in ("و", "ف"):
            return True
        return self.tokens[i - 1].kind == "mark" or self._follows_opener(i)

    def _subject_of_auxiliary(self, verb: int, begin: int) -> Party | None:
        """«وكان X … قد أعلن», «أما X … فأعلن», and X opening the sentence before words set off by commas."""
        if self.tokens[verb].norm[0] == "و" and self.tokens[verb].norm[1:] in self.speech.said:
            return None
        if topic := self._of_communique(verb, begin):
            return topic
        for i in range(verb - 1, max(begin - 1, verb - 30), -1):
            if any(stem in self.speech.words["auxiliary"] for _, stem in leads(self.tokens[i].norm)):
                for k in range(i + 1, min(i + 4, verb)):
                    if k in self.opening and not governor(self.opening[k][0]):
                        return self.speakers.party(k)
                return None
            if i in self.opening and i == begin and not self.opening[i][0].lead:
                party = self.speakers.party(i)
                return party if self.tokens[party.last].norm in COMMAS and party.last < verb else None
            if any(s.how == "verb" for s in self.speech.said.get(self.tokens[i].norm, ())):
                return None
        return None

    def _of_communique(self, verb: int, begin: int) -> Party | None:
        """«إن X إذ تهنئ …، تؤكد»: X, whom a communiqué's sentence opens with."""
        opened = self.tokens[begin].norm in ("ان", "وان") and begin + 1 in self.opening
        if not opened or self.tokens[verb - 1].norm not in COMMAS:
            return None
        party = self.speakers.party(begin + 1)
        return party if party.last < verb and self.tokens[party.last].norm in ("اذ", "وهي", "وهو") else None
