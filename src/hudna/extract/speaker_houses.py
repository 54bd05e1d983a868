"""Whose office it is: the house that the words after an office name («متحدث باسم «X»», «قائد قوة X»)."""

from dataclasses import replace

from hudna.extract.scene import Scene
from hudna.extract.speaker_nouns import SpeakerNouns
from hudna.extract.speech import Kind, Speech
from hudna.model.annotations import Mention
from hudna.model.assertions import Actor
from hudna.text.clitics import leads

_QUOTES = frozenset("\"“«'‘")
_BETWEEN = 3
"""Plain words between an office and its house: «قائد في القوة الجوية للحرس X»."""
_LOOSE = frozenset({"من", "عن"})
"""Prepositions that lead to a house only right before it: «مصدر من X», but «حذر سكان من هجمات X»."""


def governor(mention: Mention) -> str:
    """The preposition over a mention, without the conjunction before it."""
    lead = mention.lead.removeprefix("و")
    return lead[1:] if lead in ("ف", "فل", "فب") else lead


class Houses:
    """Reads the houses of offices in one text; `opening` holds the actors by first token. Dropped with it."""

    def __init__(
        self,
        scene: Scene,
        speech: Speech,
        nouns: SpeakerNouns,
        opening: dict[int, tuple[Mention, ...]],
    ) -> None:
        self.scene, self.speech, self.nouns, self.opening = scene, speech, nouns, opening
        self.tokens = scene.reading.tokens

    def of(self, office: Mention) -> Mention | None:
        """«مراسل لوكالة X» speaks for the outlet, «مصدر في وزارة X» for the ministry named after."""
        sector = self.nouns.source(office.first)
        house = self._after(office) if sector is not None else None
        if house is None or not house.code:
            return None
        outlet = house.code.endswith(".MED")
        if sector == "MED" and outlet:
            return house
        return None if outlet or (office.code and not is_guess(office)) else house

    def _after(self, office: Mention) -> Mention | None:
        """The actor that the words right after an office lead to, as its house."""
        joining = self.speech.words["joining"]
        before = self.tokens[office.last - 1].norm
        led, definite, plain, i = before in joining, before.startswith("ال"), 0, office.last
        while i < len(self.tokens) and i not in self.opening:
            norm = self.tokens[i].norm
            if norm in joining:
                led, before = True, norm
            elif norm not in _QUOTES:
                if plain == _BETWEEN or before in _LOOSE or not self._describes(i, led or not definite):
                    return None
                plain, definite = plain + 1, norm.startswith("ال")
            i += 1
        if i == len(self.tokens):
            return None
        house = self.opening[i][0]
        if house.lead == "adj":
            return house if plain else None
        if governor(house):
            return house if governor(house) in joining else None
        genitive = plain == 1 and not definite and office.last == office.first + 1
        return house if led or (genitive and house.type in ("organisation", "group")) else None

    def _describes(self, i: int, indefinite: bool) -> bool:
        """Whether a plain word may stand between an office and its house; not an indefinite after a definite
        one."""
        token = self.tokens[i]
        if token.kind != "word" or i in self.scene.mention_at or i in self.scene.time_at:
            return False
        if not (indefinite or token.norm.startswith("ال")) or self.nouns.opens_phrase(i):
            return False
        if token.norm in self.speech.words["relative"] or self.speech.tells(token.norm):
            return False
        kinds: tuple[Kind, ...] = ("object", "adverb", "attribution", "contrast", "opener", "act")
        return not any(
            self.speech.phrase(kind, self.tokens, i, stem) for kind in kinds for _, stem in leads(token.norm)
        )

    def coded(self, mention: Mention, actor: Actor) -> Actor:
        """An office by whom the words after it name: «المتحدث باسم الحركة», «مسؤول أممي»."""
        if mention.type == "organisation" and is_guess(mention):
            return self._seated(mention, actor)
        if mention.type not in ("role", "person") or mention.entity or actor.entity:
            return actor
        code = self.nouns.house_code(mention.last, mention.last + 3)
        if code is None and self._is_open(mention):
            return replace(actor, code=(actor.code or "").split(".")[0] or None)
        at = mention.last + 1
        if code is None and actor.code is None and at < len(self.tokens) and self.nouns.source(at):
            joined = self.tokens[mention.last].norm in ("في", "من", "ب") and at not in self.opening
            code = self.nouns.code(at) if joined else None
        return replace(actor, code=code) if code else actor

    def _seated(self, mention: Mention, actor: Actor) -> Actor:
        """«وزارة الخارجية في مسقط»: a body of the country that the place right after it lies in."""
        at = mention.last
        if at + 1 >= len(self.tokens) or self.tokens[at].norm != "في":
            return actor
        country = self.nouns.lies_in(at + 1)
        _, _, sector = (actor.code or "").partition(".")
        return replace(actor, code=f"{country}.{sector}" if sector else country) if country else actor

    def _is_open(self, mention: Mention) -> bool:
        """«ناطق باسم» of somebody nobody knows: of the country the text is about, but of no government."""
        spoken = self.tokens[mention.last - 1].norm == "باسم"
        return spoken and mention.last not in self.opening and self._named_after(mention.last)

    def _named_after(self, i: int) -> bool:
        return i < len(self.tokens) and (self.tokens[i].norm in _QUOTES or self.tokens[i].kind == "word")

    def ends_in_body(self, i: int) -> bool:
        """Whether token `i` after an office names its house: «قيادي في الحركة», «المبعوث الأممي»."""
        joined = self.tokens[i - 1].norm in self.speech.words["joining"] and self.nouns.body(i) is not None
        return joined or self.tokens[i].norm in self.speech.words["of-the-un"]


def is_guess(mention: Mention) -> bool:
    """Whether nothing beside a mention says of which country it is."""
    return mention.reason.endswith("the text is about")
