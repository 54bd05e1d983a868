"""Common nouns of those who speak: what office or body they name, of which country, and where they end."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from hudna.extract.scene import Scene
from hudna.extract.speech import COMMAS, Speech
from hudna.model.annotations import Mention
from hudna.text.clitics import leads

_MASDAR = re.compile(r"است\w\wا\w|است\w{2,3}ه|ان\w\wا\w|ا\wت\wا\w|ا(?:زد|صط|ضط)\wا\w|ت\w\wي\wه?|ت\wا\w\w")
_REACH = 6
"""Tokens of a description within which a place says whose office it is."""
_FOURTH = re.compile(r"ا\w{2,3}ا\w|ا\w{2,3}ه")


class SpeakerNouns:
    """Reads common nouns of speakers in one text. Built for a text, then dropped.

    `lands` says in which country (ISO alpha-3) places lie, by their id.
    """

    def __init__(self, scene: Scene, speech: Speech, lands: Mapping[str, str]) -> None:
        self.scene, self.speech, self.lands = scene, speech, lands
        self.tokens = scene.reading.tokens
        self.opening = {m.first for m in scene.notes.mentions if m.type != "place" or m.code}
        self._sources: dict[int, str | None] = {}

    def office(self, head: int, last: int) -> int | None:
        """The common noun that says who speaks: the head, or one in apposition («سامر، أحد سكان الحي»)."""
        if self.source(head) is not None:
            return head
        if last + 2 >= len(self.tokens) or self.tokens[last].norm not in COMMAS:
            return None
        at = last + 1
        while at < last + 3 and self.tokens[at].norm in ("احد", "احدي", "وهو", "وهي", "من"):
            at += 1
        return at if at + 1 < len(self.tokens) and self.source(at) is not None else None

    def code(self, noun: int) -> str | None:
        """The code of somebody known by a common noun: of the text's own country where the noun is local."""
        sector = self.source(noun)
        noun = self._kernel(noun)
        if sector == "NGO" or (sector and "." in sector):
            return sector
        bare = _noun(self.tokens[noun].norm)
        norm = self.tokens[noun].norm
        stems = (norm, norm.removeprefix("ال"), bare, _without_pronoun(bare))
        local = any(self.speech.phrase("local", self.tokens, noun, stem) for stem in stems)
        country = (self._placed(noun) or self.country) if local else None
        return f"{country}.{sector}" if country and sector else country

    def lies_in(self, i: int) -> str | None:
        """The country of the place at token `i`, if one stands there."""
        place = next((m for m in self.scene.mention_at.get(i, ()) if m.type == "place"), None)
        return self._land(place.entity or "", capitals=True) if place else None

    def _placed(self, noun: int) -> str | None:
        """The country of the place that a description names: «والي الخرطوم», «سكان في حي من بيروت»."""
        for i in range(noun + 1, min(noun + _REACH, len(self.tokens))):
            norm = self.tokens[i].norm
            if country := self.lies_in(i):
                return country
            if (
                self.tokens[i].kind != "word"
                or self.speech.tells(norm)
                or norm in self.speech.words["relative"]
            ):
                return None
            if self.opens_phrase(i) and norm != "في":
                return None
        return None

    def local_code(self, noun: int) -> str | None:
        """The code of a common noun, or of a ministry's short name, that opens a heading: «الصحة: …»."""
        if self.speech.phrase("ministry", self.tokens, noun):
            return f"{self.country}.GOV" if self.country else None
        return self.code(noun) if self.source(noun) else None

    def house_code(self, begin: int, stop: int) -> str | None:
        """The code of whom words after a common noun name: «مسؤول أممي», «قيادي في الحركة»."""
        for i in range(begin, min(stop, begin + 4, len(self.tokens))):
            token = self.tokens[i]
            if token.norm in self.speech.words["of-the-un"]:
                return "IGO.UN"
            if token.kind != "word" or token.norm in self.speech.words["relative"]:
                return None
            body = self.body(i)
            if body:
                return body
        return None

    def body(self, i: int) -> str | None:
        """The code of the group that «الحركة», «للجماعة» or «بالحزب» stands for, a group named before."""
        norm = self.tokens[i].norm
        norm = norm[1:] if norm.startswith("وال") else norm
        if any(m.code for m in self.scene.mention_at.get(i, ())):
            return None
        bare = norm[2:] if norm.startswith(("ال", "لل")) else norm[3:] if norm.startswith("بال") else ""
        following = self.tokens[i + 1].norm if i + 1 < len(self.tokens) else ""
        group = bare in self.speech.words["body"]
        if not (group or bare in self.speech.words["house"]) or following.startswith("ال"):
            return None
        named = self.antecedent(i)
        if named or not group:
            return named.code if named else None
        groups = (m for m in reversed(self.scene.notes.mentions) if m.last <= i and m.type == "group")
        return next((m.code for m in groups if m.code and "." in m.code), None)

    @cached_property
    def country(self) -> str | None:
        """The country most of the text's actors are of, if any."""
        mentions = self.scene.notes.mentions
        about = next((m.code for m in mentions if m.code and m.reason.endswith("the text is about")), None)
        if about:
            return about.split(".")[0]
        found: Counter[str] = Counter()
        for mention in mentions:
            placed = self._land(mention.entity or "") if mention.type == "place" else None
            found[placed or (mention.code or "").split(".")[0]] += 3 if placed else 1
        named = next((c for c, _ in found.most_common() if c not in ("NGO", "IGO", "IMG", "")), None)
        if named:
            return named
        capitals = Counter(self._land(m.entity or "", capitals=True) for m in mentions if m.type == "place")
        return next((c for c, _ in capitals.most_common() if c), None)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries of the text's actors, outlets aside, and of its places."""
        codes = (m.code for m in self.scene.notes.mentions if m.code and not m.code.endswith(".MED"))
        lands = (self._land(m.entity or "", True) for m in self.scene.notes.mentions if m.type == "place")
        return frozenset([code.split(".")[0] for code in codes] + [land for land in lands if land])

    def _land(self, place: str, capitals: bool = False) -> str | None:
        """The country (ISO alpha-3) of a place or of a part of a country by its id.

        `capitals` tell it too: they say where talks are held as often as which country is meant.
        """
        kind, _, rest = place.partition("/")
        if kind == "country" and (len(rest) == 3 or (capitals and rest.endswith("/capital"))):
            return rest[:3].upper()
        return self.lands.get(place)

    def opens_object(self, head: int, i: int) -> bool:
        """Whether what is said begins at token `i` after a description from `head` on: «المحافظ عدم تسجيل …».

        A masdar right after an indefinite head may be its genitive («لجنة تقصي …»), unless it is a word that
        names no office («مصادر مقتل …»).
        """
        norm = self.tokens[i].norm
        if self.speech.phrase("object", self.tokens, i):
            return True
        own = i > head + 1 or self.tokens[head].norm.startswith("ال")
        return own and i not in self.opening and (self.is_masdar(norm) or self._is_fourth(i))

    def _is_fourth(self, i: int) -> bool:
        """A verbal noun of the fourth form, told from a plural by its published hamza: «إعدام», «إعادة»."""
        token = self.tokens[i]
        return bool(_FOURTH.fullmatch(token.norm)) and self.scene.reading.text[token.start] == "إ"

    def is_object(self, i: int) -> bool:
        """Whether token `i` opens what is said rather than names who says it: «ضرورة», «ما», «استهداف»."""
        norm = self.tokens[i].norm
        if i in self.opening or self.source(i) is not None or self.tokens[i].kind != "word":
            return False
        bare = norm.removeprefix("ال")
        return (
            self.is_masdar(bare)
            or self._is_fourth(i)
            or self.is_masdar(_without_pronoun(bare))
            or any(self.speech.phrase("object", self.tokens, i, w) for w in (norm, bare))
        )

    def is_masdar(self, norm: str) -> bool:
        """Whether a folded word has the shape of a verbal noun of a derived verb: «استهداف», «تدمير»."""
        return bool(_MASDAR.fullmatch(norm)) and norm not in self.speech.words["no-masdar"]

    def source(self, i: int) -> str | None:
        """The sector of a common noun for a source, "" where it has none; None for other words."""
        if i not in self._sources:
            self._sources[i] = self._sector(i)
        return self._sources[i]

    def _kernel(self, i: int) -> int:
        """The noun that says who speaks: past «أحد», «بعض»."""
        of_them = self.speech.phrase("partitive", self.tokens, i) or int(i in self.scene.quantity_at)
        return i + of_them if i + of_them < len(self.tokens) else i

    def _sector(self, i: int) -> str | None:
        i = self._kernel(i)
        for _, stem in leads(self.tokens[i].norm):
            bare = stem.removeprefix("ال")
            value = self.speech.value("source", self.tokens, i, bare)
            if value is None and bare.endswith(("ي", "ه", "ا")):
                value = self.speech.value("source", self.tokens, i, bare.rstrip("يهاة"))
            if value is None and (held := _without_pronoun(bare)) != bare:
                value = self.speech.value("source", self.tokens, i, held)
            if value is None and bare.endswith("نا"):
                ours = bare[:-2]
                ours = ours[:-1] + "ه" if ours.endswith("ت") and not ours.endswith("ات") else ours
                value = self.speech.value("source", self.tokens, i, ours)
            if value is not None:
                return value
        return None

    def opens_phrase(self, i: int) -> bool:
        norm = self.tokens[i].norm
        if self.speech.phrase("preposition", self.tokens, i):
            return norm != "علي" or i == 0 or self.tokens[i - 1].norm not in self.speech.words["before-ali"]
        return (len(norm) > 3 and norm[0] in "بل" and norm[1:3] == "ال") or norm.startswith("لل")

    def relative(self, verb: int) -> bool:
        """Whether a relative pronoun stands before the verb."""
        return verb > 0 and self.tokens[verb - 1].norm in self.speech.words["relative"]

    def antecedent(self, noun: int) -> Mention | None:
        """Whoever was named before with the same noun: «الوزارة» after «وزارة خارجية X»."""
        bare = _noun(self.tokens[noun].norm).rstrip("ه")
        for mention in reversed(self.scene.notes.mentions):
            if mention.last <= noun and mention.code:
                named = range(mention.first, mention.last if mention.type != "place" else mention.first + 1)
                if any(bare in _spellings(self.tokens[i].norm) for i in named):
                    return mention
        return None


def _spellings(norm: str) -> tuple[str, ...]:
    """A noun as it is called again: without article and conjunction, without its ending."""
    word = norm.lstrip("وف").removeprefix("ال")
    return word, word.rstrip("هت"), word.removesuffix("نا").rstrip("هت")


def _noun(norm: str) -> str:
    """A noun without article and what is joined to it; «لل» is «ل» with the article."""
    return norm[2:] if norm.startswith("لل") else leads(norm)[-1][1].removeprefix("ال")


def _without_pronoun(norm: str) -> str:
    return next((norm.removesuffix(p) for p in ("هما", "ها", "هم") if norm.endswith(p)), norm)
