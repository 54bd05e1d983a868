"""Who says it: the subject of a verb of saying, before it, after it, or understood."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hudna.extract.scene import Scene, actor_of
from hudna.extract.speech import Kind, Speech
from hudna.model.annotations import Mention
from hudna.model.assertions import Actor
from hudna.text.clitics import leads

COMMAS = frozenset("،,;؛-–—(")
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين"})
_AUXILIARIES = frozenset({"كان", "كانت", "كانوا", "كانا", "كانتا", "اما"})
_OF_THE_UN = frozenset({"اممي", "امميه", "امميون", "امميين", "الاممي", "الامميه", "امميان"})
_BODIES = frozenset({"حركه", "جماعه", "حزب", "تنظيم", "كتايب", "سرايا", "فصيل", "ميليشيا", "مليشيا"})
"""Nouns that, definite and alone, stand for the group named last: «قيادي في الحركة»."""
_NOUN_PHRASE = 9
"""Tokens from the head of a description to the name in it."""
_STATE = frozenset({"", "GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_MASDAR = re.compile(r"است\w\wا\w|است\w{2,3}ه|ان\w\wا\w|ا\wت\wا\w|ا(?:زد|صط|ضط)\wا\w|ت\w\wي\wه?|ت\wا\w\w")
_NAMES = frozenset({"توفيق", "تيسير", "تحسين", "ابتسام", "انتصار", "استراتيجيه", "تقنيه", "تركيه"})
_BEFORE_ALI = frozenset(
    {"ابو", "ابي", "بن", "محمد", "احمد", "حسن", "حسين", "عبد", "الشيخ", "السيد", "الامام", "ال"}
)
"""Words after which «علي» is a name."""
_JOINS = frozenset({"في", "من", "ل", "ب", "باسم", "لدي", "عن"})


@dataclass(frozen=True, slots=True)
class Party:
    """One or more speakers standing at tokens `[first, last)`; `known` where a pack or lexicon names them."""

    actors: tuple[Actor, ...]
    first: int
    last: int
    known: bool = True

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(a.code.split(".")[0] for a in self.actors if a.code)


class Speakers:
    """Finds speakers in one text. Built for a text, then dropped."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene, self.speech = scene, speech
        self.tokens = scene.reading.tokens
        self.opening: dict[int, tuple[Mention, ...]] = {}
        self.ending: dict[int, Mention] = {}
        self._sources: dict[int, str | None] = {}
        for mention in scene.notes.mentions:
            if mention.type != "place" or mention.code:
                self.opening[mention.first] = (*self.opening.get(mention.first, ()), mention)
                self.ending[mention.last] = mention

    def after(self, at: int, stop: int) -> tuple[Party, ...]:
        """Up to two parties that may be subject and object of a verb, from token `at` on, before `stop`."""
        found: list[Party] = []
        head: int | None = None
        governed = False
        i = at
        while i < stop and len(found) < 2:
            token = self.tokens[i]
            if i in self.scene.time_at:
                i += 1
            elif token.kind != "word":
                if token.norm in COMMAS:
                    governed = False
                    if found:
                        break
                i += 1
            elif head is not None and self._opens_object(head, i):
                break
            elif i in self.opening:
                if head is not None and self._stands_alone(head, i):
                    noun = self._named_by_noun(head, i)
                    found.extend([noun] if noun else [])
                    head, governed = None, False
                    if len(found) == 2:
                        break
                party = self._met(i, head, governed, at)
                if party:
                    found.append(party)
                    head = None
                i = party.last if party else self.opening[i][0].last
            elif self.speech.phrase("attribution", self.tokens, i) or self._goes_on(i):
                break
            elif length := self.speech.phrase("adverb", self.tokens, i):
                i += length
            elif self._opens_phrase(i):
                governed = True
                i += 1
            else:
                if head is None and not governed and not found:
                    if self.is_object(i):
                        break
                    head = i
                i += 1
        if not found and head is not None:
            party = self._named_by_noun(head, stop)
            if party:
                found.append(party)
        return tuple(found)

    def _goes_on(self, i: int) -> bool:
        """Whether a further verb of saying follows a comma: «…، ونؤكد أن»."""
        norm = self.tokens[i].norm
        joined = norm[0] == "و" and self.tokens[i - 1].norm in COMMAS
        return joined and any(s.how == "verb" for s in self.speech.said.get(norm[1:], ()))

    def _met(self, i: int, head: int | None, governed: bool, begin: int) -> Party | None:
        """The party at a mention met on the way, or None where it is not a subject."""
        mention = self.opening[i][0]
        lead = governor(mention)
        if len(lead) > 1 and lead != "adj" and self._reaches(i, begin):
            lead = ""  # «عبر بومبيو عن …»: the verb was taken for the preposition of its spelling
        if head is None:
            return None if governed or lead else self.party(i)
        if lead and lead not in _JOINS and lead != "adj":
            return None
        if i - head > _NOUN_PHRASE or (lead == "ل" and (mention.code or "").endswith(".MED")):
            return None
        return self._described(head, mention)

    def _stands_alone(self, head: int, i: int) -> bool:
        """Whether a mention is a party of its own and no part of the description before it.

        «طالبت لجان مقاومة الخرطوم الجيش …»: after a definite word or a name nothing more can be its genitive.
        """
        mention = self.opening[i][0]
        if mention.lead or mention.type not in ("organisation", "group", "country") or i <= head + 1:
            return False
        places = any(m.last == i for m in self.scene.mention_at.get(i - 1, ()))
        return self.source(head) is not None and (places or self.tokens[i - 1].norm.startswith("ال"))

    def named_later(self, first: int, last: int) -> Party | None:
        """Whoever a heading calls by part of a name that the text has in full: «"الجهاد" تعلن …»."""
        words = {t.norm.removeprefix("ال") for t in self.tokens[first:last] if t.kind == "word"}
        if not words or not any(len(w) > 3 for w in words):
            return None
        for mention in self.scene.notes.mentions:
            if mention.first < last or not mention.code or mention.type == "place" or mention.lead == "adj":
                continue
            named = {
                t.norm.lstrip("ول").removeprefix("ال") for t in self.tokens[mention.first : mention.last]
            }
            if words <= named | {
                t.norm.removeprefix("ال") for t in self.tokens[mention.first : mention.last]
            }:
                start, end = self.scene.reading.words(first, last)
                actor = actor_of(mention)
                return Party(
                    (replace(actor, text=self.scene.reading.text[start:end], start=start, end=end),),
                    first,
                    last,
                )
        return None

    def _reaches(self, i: int, begin: int) -> bool:
        """Whether only marks lie between `begin` and `i`."""
        return all(self.tokens[k].kind == "mark" for k in range(begin, i))

    def _described(self, head: int, mention: Mention) -> Party:
        """Somebody unknown by an attribute: «قيادي في حركة X», «محمد الأحمد، مدير منظمة X»."""
        sector = self.source(head)
        code = mention.code
        if sector and "." in sector:
            code = sector
        elif sector == "NGO" and mention.entity is None:
            code = sector  # «منظمة "محامون بلا قيود"»: a name made of a common noun
        if code and sector and "." not in code:
            code = f"{code}.{sector}"
        start, end = self.scene.reading.words(head, mention.last)
        actor = Actor(self.scene.reading.text[start:end], start, end, None, code)
        return Party((actor,), head, mention.last, known=sector is not None)

    def _named_by_noun(self, head: int, stop: int) -> Party | None:
        last = head + 1
        while last < stop and self.tokens[last].kind == "word" and not self._opens_phrase(last):
            if (
                self.speech.phrase("attribution", self.tokens, last)
                or self._opens_object(head, last)
                or last in self.scene.time_at
                or self.speech.phrase("adverb", self.tokens, last)
            ):
                break
            last += 1
        start, end = self.scene.reading.words(head, last)
        office = self._office(head, last)
        code = self._code(office) if office is not None else None
        if office is not None:
            code = self._house_code(head + 1, last) or code
        actor = Actor(self.scene.reading.text[start:end], start, end, None, code)
        return Party((actor,), head, last, known=office is not None)

    def _office(self, head: int, last: int) -> int | None:
        """The common noun that says who speaks: the head, or one in apposition («سامر، أحد سكان الحي»)."""
        if self.source(head) is not None:
            return head
        if last + 2 >= len(self.tokens) or self.tokens[last].norm not in COMMAS:
            return None
        at = last + 1
        while at < last + 3 and self.tokens[at].norm in ("احد", "احدي", "وهو", "وهي", "من"):
            at += 1
        return at if at + 1 < len(self.tokens) and self.source(at) is not None else None

    def _code(self, noun: int) -> str | None:
        """The code of somebody known by a common noun: of the text's own country where the noun is local."""
        sector = self.source(noun)
        if sector == "NGO" or (sector and "." in sector):
            return sector
        bare = _noun(self.tokens[noun].norm)
        stems = (self.tokens[noun].norm, self.tokens[noun].norm.removeprefix("ال"), bare)
        local = any(self.speech.phrase("local", self.tokens, noun, stem) for stem in stems)
        if not local or not self.country:
            return None
        return f"{self.country}.{sector}" if sector else self.country

    def local_code(self, noun: int) -> str | None:
        """The code of a common noun, or of a ministry's short name, that opens a heading: «الصحة: …»."""
        if self.speech.phrase("ministry", self.tokens, noun):
            return f"{self.country}.GOV" if self.country else None
        return self._code(noun) if self.source(noun) else None

    def _house_code(self, begin: int, stop: int) -> str | None:
        """The code of whom words after a common noun name: «مسؤول أممي», «قيادي في الحركة»."""
        for i in range(begin, min(stop, begin + 4, len(self.tokens))):
            token = self.tokens[i]
            if token.norm in _OF_THE_UN:
                return "IGO.UN"
            if token.kind != "word" or token.norm in _RELATIVES:
                return None
            body = self._body(i)
            if body:
                return body
        return None

    def _body(self, i: int) -> str | None:
        """The code of the group that «الحركة», «للجماعة» or «بالحزب» stands for, a group named before."""
        norm = self.tokens[i].norm
        if any(m.code for m in self.scene.mention_at.get(i, ())):
            return None
        bare = norm[2:] if norm.startswith(("ال", "لل")) else norm[3:] if norm.startswith("بال") else ""
        following = self.tokens[i + 1].norm if i + 1 < len(self.tokens) else ""
        if bare not in _BODIES or following.startswith("ال"):
            return None
        named = self.antecedent(i)
        if named:
            return named.actors[0].code
        groups = (m for m in reversed(self.scene.notes.mentions) if m.last <= i and m.type == "group")
        return next((m.code for m in groups if m.code and "." in m.code), None)

    @cached_property
    def country(self) -> str | None:
        """The country most of the text's actors are of, if any."""
        mentions = self.scene.notes.mentions
        about = next((m.code for m in mentions if m.code and m.reason.endswith("the text is about")), None)
        if about:
            return about.split(".")[0]
        found = Counter(m.code.split(".")[0] for m in mentions if m.code)
        return next((c for c, _ in found.most_common() if c not in ("NGO", "IGO")), None)

    def _opens_object(self, head: int, i: int) -> bool:
        """Whether what is said begins at token `i` after a description from `head` on: «المحافظ عدم تسجيل …».

        A masdar right after an indefinite head may be its genitive («لجنة تقصي …»), unless it is a word that
        names no office («مصادر مقتل …»).
        """
        norm = self.tokens[i].norm
        if self.speech.phrase("object", self.tokens, i):
            return True
        own = i > head + 1 or self.tokens[head].norm.startswith("ال")
        return own and i not in self.opening and is_masdar(norm)

    def noun(self, i: int, stop: int) -> Party:
        """Somebody known by a common noun alone, from token `i` on."""
        found = self._named_by_noun(i, stop)
        return found or Party((), i, i + 1)

    def is_object(self, i: int) -> bool:
        """Whether token `i` opens what is said rather than names who says it: «ضرورة», «ما», «استهداف»."""
        norm = self.tokens[i].norm
        if i in self.opening or self.source(i) is not None or self.tokens[i].kind != "word":
            return False
        bare = norm.removeprefix("ال")
        return (
            is_masdar(bare)
            or is_masdar(_without_pronoun(bare))
            or any(self.speech.phrase("object", self.tokens, i, w) for w in (norm, bare))
        )

    def source(self, i: int) -> str | None:
        """The sector of a common noun for a source, "" where it has none; None for other words."""
        if i not in self._sources:
            self._sources[i] = self._sector(i)
        return self._sources[i]

    def _sector(self, i: int) -> str | None:
        for _, stem in leads(self.tokens[i].norm):
            bare = stem.removeprefix("ال")
            value = self.speech.value("source", self.tokens, i, bare)
            if value is None and bare.endswith(("ي", "ه", "ا")):
                value = self.speech.value("source", self.tokens, i, bare.rstrip("يهاة"))
            if value is None and bare.endswith("نا"):
                ours = bare[:-2]
                ours = ours[:-1] + "ه" if ours.endswith("ت") and not ours.endswith("ات") else ours
                value = self.speech.value("source", self.tokens, i, ours)
            if value is not None:
                return value
        return None

    def _opens_phrase(self, i: int) -> bool:
        norm = self.tokens[i].norm
        if self.speech.phrase("preposition", self.tokens, i):
            return norm != "علي" or i == 0 or self.tokens[i - 1].norm not in _BEFORE_ALI
        return (len(norm) > 3 and norm[0] in "بل" and norm[1:3] == "ال") or norm.startswith("لل")

    def party(self, i: int) -> Party:
        """The mentions opening at token `i`, with appositions («وزير X، فلان») and those joined by «و»."""
        mentions = self.opening[i]
        actors = [actor_of(m) for m in mentions]
        last = mentions[0].last
        house = self._house(i, last)
        if house:
            return house
        while True:
            j = last
            while (
                j < len(self.tokens) and self.tokens[j].kind == "mark" and self.tokens[j].norm not in ".:؟!"
            ):
                j += 1
            joined = self.opening.get(j, ())
            if not joined or self.tokens[j].sentence != self.tokens[i].sentence:
                break
            other = joined[0]
            comma = any(self.tokens[k].norm in COMMAS for k in range(last, j))
            if other.lead == "و" and not comma and other.code:
                actors.extend(actor_of(m) for m in joined)
            elif not other.lead and len(actors) == 1 and _apposed(mentions[-1], other):
                actors[0] = self._one(actors[0], actor_of(other))
            else:
                break
            last = other.last
        if len(actors) == 1:
            actors[0] = self._of_house(mentions[0], actors[0])
            last = self._past_name(mentions[-1], last)
        return Party(tuple(actors), i, last)

    def _of_house(self, mention: Mention, actor: Actor) -> Actor:
        """An office by whom the words after it name: «المتحدث باسم الحركة», «مسؤول أممي»."""
        if mention.type not in ("role", "person") or mention.entity or actor.entity:
            return actor
        code = self._house_code(mention.last, mention.last + 3)
        at = mention.last + 1
        if code is None and actor.code is None and at < len(self.tokens) and self.source(at):
            joined = self.tokens[mention.last].norm in ("في", "من", "ب") and at not in self.opening
            code = self._code(at) if joined else None
        return replace(actor, code=code) if code else actor

    def _past_name(self, mention: Mention, last: int) -> int:
        """The token after an unknown name between a title and a comma: «المتحدث باسم X سامر العلي،»."""
        named = (mention.entity or "").startswith("person/")
        if named or mention.type not in ("role", "person") or last >= len(self.tokens):
            return last
        i = last
        while i < min(last + 4, len(self.tokens) - 1) and self._may_name(i, i == last):
            i += 1
        ended = self.tokens[i].norm in COMMAS or i in self.scene.time_at
        return i if ended and i - last >= 2 else last

    def _may_name(self, i: int, opens: bool) -> bool:
        token = self.tokens[i]
        if token.kind != "word" or i in self.scene.mention_at or i in self.scene.time_at:
            return False
        if (opens and token.norm.startswith("ال")) or token.norm[-1] in "ها" or is_masdar(token.norm):
            return False
        kinds: tuple[Kind, ...] = ("object", "adverb", "attribution", "contrast", "opener", "act", "source")
        return not self._opens_phrase(i) and not any(self.speech.phrase(k, self.tokens, i) for k in kinds)

    def _house(self, i: int, last: int) -> Party | None:
        """«مراسل لوكالة X» speaks for the outlet, «مصدر في وزارة X» for the ministry named after."""
        sector = self.source(i)
        at = last + (last + 1 in self.opening and self.tokens[last].norm in _JOINS)
        house = self.opening[at][0] if at in self.opening else None
        if sector is None or house is None or governor(house) not in _JOINS or not house.code:
            return None
        own = actor_of(self.opening[i][0])
        reports = sector == "MED" and house.code.endswith(".MED")
        if not reports and (own.code or house.code.endswith(".MED")):
            return None
        return Party((replace(self._one(own, actor_of(house)), entity=None, code=house.code),), i, house.last)

    def _one(self, first: Actor, second: Actor) -> Actor:
        """Title and name as one actor, over both."""
        text = self.scene.reading.text[first.start : second.end]
        named = second if second.entity else first
        code = named.code or first.code or second.code
        return replace(named, text=text, start=first.start, end=second.end, code=code)

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
        if self.tokens[i].norm in _RELATIVES:
            return self._ending_before(i, begin)
        near = self._ending_before(i + 1, begin)
        if near and governor(self.opening[near.first][0]):
            near = None
        if near and self._opens_clause(near.first, begin):
            return near
        return self._subject_of_auxiliary(verb, begin)

    def far_before(self, verb: int, begin: int, certain: bool) -> Party | None:
        """The subject before a verb, words between: «شهود من حي X أبلغوا», «X التابعة لها كانت دعت».

        A plural verb or one after an auxiliary cannot have its subject after it (`certain`); another verb
        takes the words before it only where a phrase or an adjective follows them directly.
        """
        for i in range(max(begin, verb - 12), verb):
            if i in self.opening and self.opening[i][0].code:
                mention = self.opening[i][0]
                if mention.lead in ("", "و") and self._opens_clause(i, begin):
                    party = self.party(i)
                    return party if self._runs_to(party.last, verb, certain) else None
            elif self.source(i) is not None and (certain if i == begin else self._follows_opener(i)):
                described = next(iter(self.after(i, verb)), None)
                return described if described and described.first == i else None
            if any(s.how == "verb" for s in self.speech.said.get(self.tokens[i].norm, ())):
                return None
        return None

    def _follows_opener(self, i: int) -> bool:
        before = leads(self.tokens[i - 1].norm)
        return any(self.speech.phrase("opener", self.tokens, i - 1, stem) for _, stem in before)

    def _runs_to(self, last: int, verb: int, certain: bool) -> bool:
        """Whether the words from `last` up to the verb only describe the subject."""
        if last >= verb:
            return False
        if any(self.tokens[k].norm in COMMAS or self.tokens[k].norm in _RELATIVES for k in range(last, verb)):
            return False
        if certain:
            return True
        first = self.tokens[last].norm
        described = self._opens_phrase(last) or first.startswith("ال")
        return described and verb - last <= 6 and not any(is_masdar(t.norm) for t in self.tokens[last:verb])

    def relative(self, verb: int) -> bool:
        """Whether a relative pronoun stands before the verb."""
        return verb > 0 and self.tokens[verb - 1].norm in _RELATIVES

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
            if mention.lead == "" and not _apposed(previous, mention):
                break
            mention, first = previous, previous.first
        return self.party(first)

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
        for i in range(verb - 1, max(begin - 1, verb - 30), -1):
            if any(stem in _AUXILIARIES for _, stem in leads(self.tokens[i].norm)):
                for k in range(i + 1, min(i + 4, verb)):
                    if k in self.opening and not governor(self.opening[k][0]):
                        return self.party(k)
                return None
            if i in self.opening and i == begin and not self.opening[i][0].lead:
                party = self.party(i)
                return party if self.tokens[party.last].norm in COMMAS and party.last < verb else None
            if any(s.how == "verb" for s in self.speech.said.get(self.tokens[i].norm, ())):
                return None
        return None

    def pair_before(self, token: int) -> Party | None:
        """The two actors last named together before a token: «أردوغان وترامب», «الرئيسان»."""
        mentions = self.scene.notes.mentions
        for n in range(len(mentions) - 1, 0, -1):
            second, first = mentions[n], mentions[n - 1]
            if second.last > token or second.code is None or first.code is None:
                continue
            together = second.first == first.first
            if together or (second.lead == "و" and second.first == first.last):
                return Party((actor_of(first), actor_of(second)), token, token)
        return None

    def first_in(self, begin: int, end: int) -> Party | None:
        """The first free-standing actor of a stretch of tokens."""
        for i in range(begin, end):
            mention = self.opening[i][0] if i in self.opening else None
            if mention is None or not mention.code or governor(mention):
                continue
            described = i > begin and self.tokens[i - 1].norm.startswith("ال") and i not in self.ending
            if not (described and mention.type == "country"):
                return self.party(i)
        return None

    def antecedent(self, noun: int) -> Party | None:
        """Whoever was named before with the same noun: «الوزارة» after «وزارة خارجية X»."""
        bare = _noun(self.tokens[noun].norm).rstrip("ه")
        for mention in reversed(self.scene.notes.mentions):
            if mention.last <= noun and mention.code:
                word = self.tokens[mention.first].norm.lstrip("وف").removeprefix("ال")
                if bare in (word.rstrip("هت"), word.removesuffix("نا").rstrip("هت")):
                    return self.party(mention.first)
        return None


def _apposed(first: Mention, second: Mention) -> bool:
    """Whether two neighbours are title and name of one person: of one country, both persons."""
    persons = {first.type, second.type} <= {"person", "role"}
    two = {m.code.split(".")[0] for m in (first, second) if m.code}
    return persons and len(two) < 2


def is_masdar(norm: str) -> bool:
    """Whether a folded word has the shape of a verbal noun of a derived verb: «استهداف», «تدمير»."""
    return bool(_MASDAR.fullmatch(norm)) and norm not in _NAMES


def _noun(norm: str) -> str:
    """A noun without article and what is joined to it; «لل» is «ل» with the article."""
    return norm[2:] if norm.startswith("لل") else leads(norm)[-1][1].removeprefix("ال")


def _without_pronoun(norm: str) -> str:
    return next((norm.removesuffix(p) for p in ("هما", "ها", "هم") if norm.endswith(p)), norm)


def governor(mention: Mention) -> str:
    """The preposition over a mention, without the conjunction before it."""
    lead = mention.lead.removeprefix("و")
    return lead[1:] if lead in ("ف", "فل", "فب") else lead


def sides(actors: Sequence[Actor]) -> frozenset[str]:
    """The sides that actors stand for: a state with its army and ministries, or a group of its own."""
    found = set()
    for actor in actors:
        if actor.code:
            country, _, sector = actor.code.partition(".")
            found.add(country if sector in _STATE else actor.code)
    return frozenset(found)


def codes(actors: Sequence[Actor]) -> frozenset[str]:
    """Country parts of the actors' codes."""
    return frozenset(a.code.split(".")[0] for a in actors if a.code)
