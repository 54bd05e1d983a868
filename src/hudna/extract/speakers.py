"""Who says it: the subject of a verb of saying, before it, after it, or understood."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hudna.extract.scene import Scene, actor_of
from hudna.extract.speaker_houses import Houses, governor, is_guess
from hudna.extract.speaker_nouns import SpeakerNouns
from hudna.extract.speech import COMMAS, Kind, Speech
from hudna.model.annotations import PROVISIONAL, Mention
from hudna.model.assertions import Actor
from hudna.model.frozen import frozen

_POINTING = frozenset({"ذلك", "هذا", "هذه", "تلك"})
_PLAINLY = frozenset({"قايلا", "قايله", "قايلين"})
_NOUN_PHRASE = 9
"""Tokens from the head of a description to the name in it."""
_STATE = frozenset({"", "GOV", "MIL", "COP", "SPY", "LEG", "JUD"})


@frozen
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

    def __init__(self, scene: Scene, speech: Speech, lands: Mapping[str, str]) -> None:
        self.scene, self.speech = scene, speech
        self.nouns = SpeakerNouns(scene, speech, lands)
        self.tokens = scene.reading.tokens
        self.opening: dict[int, tuple[Mention, ...]] = {}
        self.ending: dict[int, Mention] = {}
        self.unlisted: dict[int, Mention] = {}
        for mention in scene.notes.mentions:
            if mention.type == "group" and _is_unlisted(mention) and self.nouns.source(mention.first):
                # «حزب X»: a party no pack names is known by its noun.
                self.unlisted[mention.first] = mention
            elif mention.type != "place" or mention.code:
                self.opening[mention.first] = (*self.opening.get(mention.first, ()), mention)
                self.ending[mention.last] = mention
        self.houses = Houses(scene, speech, self.nouns, self.opening)

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
            elif head is not None and self.nouns.opens_object(head, i):
                break
            elif i in self.opening:
                if head is not None and self._stands_alone(head, i):
                    noun = self.named_by_noun(head, i)
                    found.extend([noun] if noun else [])
                    head, governed = None, False
                    if len(found) == 2:
                        break
                party = self._met(i, head, governed, at)
                if party:
                    found.append(party)
                    head = None
                i = party.last if party else self.opening[i][0].last
            elif head is not None and token.norm in self.speech.words["relative"]:
                break  # «البلدية التي ناشدت X»
            elif self.speech.phrase("attribution", self.tokens, i) or self.speech.opens_clause(
                self.tokens, i
            ):
                break
            elif length := self.speech.phrase("adverb", self.tokens, i):
                if head is not None and (noun := self.named_by_noun(head, i)) and noun.known:
                    found.append(noun)
                    head = None
                i += length
            elif token.norm in ("كل", "كلا", "كلتا") and i + 1 < stop and self.tokens[i + 1].norm == "من":
                i += 2  # «كل من X وY»
            elif self.nouns.opens_phrase(i):
                governed = True
                i += 1
            else:
                if head is None and not governed and not found:
                    if self.nouns.is_object(i) or token.norm in _PLAINLY:
                        break
                    head = i
                i += 1
        if not found and head is not None:
            party = self.named_by_noun(head, stop)
            if party:
                found.append(party)
        return tuple(found)

    def _met(self, i: int, head: int | None, governed: bool, begin: int) -> Party | None:
        """The party at a mention met on the way, or None where it is not a subject."""
        mention = self.opening[i][0]
        lead = governor(mention)
        if len(lead) > 1 and lead != "adj" and self._reaches(i, begin):
            lead = ""  # «عبر بومبيو عن …»: the verb was taken for the preposition of its spelling
        if head is None:
            return None if governed or lead else self.party(i)
        if lead and lead not in self.speech.words["joining"] and lead != "adj":
            return None
        if i - head > _NOUN_PHRASE or (lead == "ل" and (mention.code or "").endswith(".MED")):
            return None
        return self._described(head, mention)

    def _stands_alone(self, head: int, i: int) -> bool:
        """Whether a mention is a party of its own and no part of the description before it.

        «طالبت لجان مقاومة الخرطوم الجيش …»: after a definite word or a name nothing more can be its genitive.
        """
        mention = self.opening[i][0]
        if mention.lead or mention.type not in ("organisation", "group", "country"):
            return False
        if i <= head + 1:
            return self.tokens[head].norm.startswith("ال")
        places = any(m.last == i for m in self.scene.mention_at.get(i - 1, ()))
        return self.nouns.source(head) is not None and (places or self.tokens[i - 1].norm.startswith("ال"))

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
        """Somebody unknown by an attribute: «قيادي في حركة X», «محمد الأحمد، مدير منظمة X»; or a title with
        the name of its holder."""
        if self._holds_title(head, mention):
            return self._titled(head, mention)
        sector = self.nouns.source(head)
        code = mention.code
        if sector and "." in sector:
            code = sector
        elif sector == "NGO" and mention.entity is None:
            code = sector  # «منظمة "محامون بلا قيود"»: a name made of a common noun
        if code and sector and "." not in code:
            code = f"{code}.{sector}"
        named = self.opening.get(mention.last, (None,))[0]
        person = named if named and named.type == "person" and not named.lead and sector else None
        body = mention.type in ("organisation", "group", "country")
        if body and person and person.entity and apposed(replace(mention, type="person"), person):
            return self._titled(head, person)
        last = person.last if person and apposed(replace(mention, type="person"), person) else mention.last
        start, end = self.scene.reading.words(head, last)
        actor = Actor(self.scene.reading.text[start:end], start, end, None, code)
        return Party((actor,), head, last, known=sector is not None)

    def _holds_title(self, head: int, mention: Mention) -> bool:
        """Whether a name ends the title before it, whose house is named: «رئيس مجلس النواب X». After a
        definite word nothing more can be its genitive."""
        if mention.type != "person" or mention.entity is None or mention.lead or mention.first < head + 3:
            return False
        words = self.speech.words
        housed = self.tokens[head + 1].norm in {*words["house"], *words["body"]}
        if not housed or self.nouns.source(head) is None:
            return False
        if any(self.nouns.opens_phrase(k) for k in range(head + 1, mention.first)):
            return False
        return self.tokens[mention.first - 1].norm.startswith("ال")

    def _titled(self, head: int, person: Mention) -> Party:
        """The holder of a title, over title and name."""
        start, end = self.scene.reading.words(head, person.last)
        actor = replace(actor_of(person), text=self.scene.reading.text[start:end], start=start, end=end)
        return Party((actor,), head, person.last)

    def named_by_noun(self, head: int, stop: int) -> Party | None:
        """Somebody told by a common noun at `head` alone, up to what is no part of the description."""
        last = head + 1
        definite = self.tokens[head].norm.startswith("ال")
        while last < stop and self.tokens[last].kind == "word" and not self.nouns.opens_phrase(last):
            if (
                self.speech.phrase("attribution", self.tokens, last)
                or self.nouns.opens_object(head, last)
                or last in self.scene.time_at
                or self.tokens[last].norm in self.speech.words["relative"]
                or self.speech.phrase("adverb", self.tokens, last)
                or (definite and self._is_other(last))
                or self._is_spoken_to(last)
                or self.tokens[last].norm in _POINTING
            ):
                break
            last += 1
        start, end = self.scene.reading.words(head, last)
        office = self.nouns.office(head, last)
        code = self.nouns.code(office) if office is not None else None
        if office is not None:
            code = (
                self.nouns.house_code(head + 1, last) or self._in_body(last) or code or self.nouns.body(head)
            )
        named = self.unlisted.get(head)
        entity, name_en, name_ar = (named.entity, named.name_en, named.name_ar) if named else (None,) * 3
        actor = Actor(self.scene.reading.text[start:end], start, end, entity, code, name_en, name_ar)
        return Party((actor,), head, last, known=office is not None)

    def _in_body(self, i: int) -> str | None:
        """«مستشار في القوات», «عضو في الحركة»: the code of the body that the words from `i` on name."""
        joined = i + 1 < len(self.tokens) and self.tokens[i].norm in self.speech.words["joining"]
        return self.nouns.body(i + 1) if joined else None

    def _is_spoken_to(self, i: int) -> bool:
        """«(قال) مسؤول لوكالة X»: the outlet is whom he speaks to."""
        mention = self.opening[i][0] if i in self.opening else None
        return mention is not None and governor(mention) == "ل" and (mention.code or "").endswith(".MED")

    def _is_other(self, i: int) -> bool:
        """Whether a second definite noun is somebody else: «(دعت) السلطة المانحين»."""
        norm = self.tokens[i].norm
        return norm.startswith("ال") and not norm.endswith("ي") and self.nouns.source(i) is not None

    def people(self, i: int, stop: int) -> Party | None:
        """A crowd at token `i` as civilians of the text's country; None at `stop`."""
        if i >= stop:
            return None
        code = f"{self.nouns.country}.CVL" if self.nouns.country else None
        mention = self.opening.get(i, (None,))[0]
        if mention is not None and mention.code:
            return self.party(i)
        token = self.tokens[i]
        text = self.scene.reading.text[token.start : token.end]
        return Party((Actor(text, token.start, token.end, None, code),), i, i + 1)

    def is_oblique(self, party: Party) -> bool:
        """Whether a common noun stands in the case of an object: «(تدعو) المواطنين»."""
        norm = self.tokens[party.first].norm
        plural = norm.endswith("ين") and norm.startswith("ال") and len(norm) > 6
        return plural and not any(a.entity for a in party.actors)

    def noun(self, i: int, stop: int) -> Party:
        """Somebody known by a common noun alone, from token `i` on."""
        found = self.named_by_noun(i, stop)
        return found or Party((), i, i + 1)

    def party(self, i: int) -> Party:
        """The mentions opening at token `i`, with appositions («وزير X، فلان») and those joined by «و»."""
        mentions = self.opening[i]
        actors = [actor_of(m) for m in mentions]
        last = mentions[0].last
        house = self.houses.of(mentions[0])
        if house:
            one = self._one(actors[0], actor_of(house))
            _, _, own = (actors[0].code or "").partition(".")
            code = house.code if not own or "." in (house.code or "") else f"{house.code}.{own}"
            return Party((replace(one, entity=None, code=code),), i, house.last)
        while True:
            j = last
            while (
                j < len(self.tokens) and self.tokens[j].kind == "mark" and self.tokens[j].norm not in ".:؟!"
            ):
                j += 1
            apart = self.tokens[j].norm == "و" if j < len(self.tokens) else False
            while (
                apart
                and j + 1 < len(self.tokens)
                and (self.tokens[j].norm == "و" or self.tokens[j].kind == "mark")
            ):
                j += 1  # «X و"Y"»
            joined = self.opening.get(j, ())
            if not joined or self.tokens[j].sentence != self.tokens[i].sentence:
                break
            other = joined[0]
            comma = any(self.tokens[k].norm in COMMAS for k in range(last, j))
            if (other.lead == "و" or (apart and not other.lead)) and not comma and other.code:
                actors.extend(actor_of(m) for m in joined)
            elif not other.lead and len(actors) == 1 and apposed(mentions[-1], other):
                actors[0] = self._one(actors[0], actor_of(other))
            else:
                break
            last = other.last
        if len(actors) == 1:
            actors[0] = self.houses.coded(mentions[0], actors[0])
            sector = self.nouns.source(i) if is_guess(mentions[0]) else None
            if sector and "." in sector:
                actors[0] = replace(actors[0], code=sector)
            if not actors[0].code and (code := self.nouns.code(i)):
                actors[0] = replace(actors[0], code=code)
            if last < len(self.tokens) and self.houses.ends_in_body(last):
                end = self.tokens[last].end
                actors[0] = replace(actors[0], text=self.scene.reading.text[actors[0].start : end], end=end)
                last += 1
            last = self._past_name(mentions[-1], last)
        return Party(tuple(actors), i, last)

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
        if (opens and token.norm.startswith("ال")) or token.norm[-1] in "ها":
            return False
        if self.nouns.is_masdar(token.norm):
            return False
        kinds: tuple[Kind, ...] = ("object", "adverb", "attribution", "contrast", "opener", "act", "source")
        known = any(self.speech.phrase(kind, self.tokens, i) for kind in kinds)
        return not known and not self.nouns.opens_phrase(i)

    def _one(self, first: Actor, second: Actor) -> Actor:
        """Title and name as one actor, over both."""
        text = self.scene.reading.text[first.start : second.end]
        named = second if second.entity else first
        code = named.code or first.code or second.code
        return replace(named, text=text, start=first.start, end=second.end, code=code)

    def named_before(self, token: int) -> Party | None:
        """The actor named last before a token, no adjective of another noun."""
        for mention in reversed(self.scene.notes.mentions):
            if mention.last <= token and mention.code and mention.type != "place" and mention.lead != "adj":
                return self.party(mention.first)
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

    def topic(self, begin: int, end: int) -> Party | None:
        """A common noun that a sentence is about: its first word, or the one after its first verb."""
        for i in range(begin, min(begin + 2, end)):
            if self.nouns.source(i) is not None and not self.nouns.opens_phrase(i):
                party = next(iter(self.after(i, end)), None)
                known = party is not None and party.known and party.first == i and codes(party.actors)
                return party if known else None
        return None

    def antecedent(self, noun: int) -> Party | None:
        """Whoever was named before with the same noun: «الوزارة» after «وزارة خارجية X»."""
        mention = self.nouns.antecedent(noun)
        return self.party(mention.first) if mention else None


def _is_unlisted(mention: Mention) -> bool:
    return mention.code is None and (mention.entity or "").startswith(PROVISIONAL)


def apposed(first: Mention, second: Mention) -> bool:
    """Whether two neighbours are title and name of one person: of one country, both persons."""
    persons = {first.type, second.type} <= {"person", "role"}
    two = {m.code.split(".")[0] for m in (first, second) if m.code}
    return persons and len(two) < 2


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
