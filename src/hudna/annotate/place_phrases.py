"""Place phrases: «مدينة سراقب», «ريف إدلب الجنوبي», «شمال غربي سوريا», «قرية» and a name no gazetteer has."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from hudna.annotate.names import Named, NameIndex
from hudna.model.frozen import frozen
from hudna.text.normalise import fold
from hudna.text.reading import Token

Kind = Literal["settlement", "area", "plain", "direction", "site", "body", "border"]
_COMPASS = frozenset(
    fold(article + word + ending)
    for article in ("", "ال")
    for word in ("شمالي", "جنوبي", "شرقي", "غربي", "اوسط")
    for ending in ("", "ة", "ين", "ان")
)
_GENERIC = frozenset(map(fold, ("مدينة", "بلدة", "قرية")))
_OPENING = frozenset('"“«(‘')


@frozen
class PlaceWords:
    """An entry of lexicon/ar/place_words.yaml."""

    kind: Kind
    words: tuple[str, ...]


@frozen
class PlacePhrase:
    """A place phrase at tokens `[first, last)`; `around` where it means surroundings or a part.

    `body` is for what is called after a place and may act («جامعة حلب»), `between` for the one or two
    countries of a border, `name` for the first token of a name that no gazetteer has.
    """

    first: int
    last: int
    lead: str
    named: tuple[Named, ...]
    around: bool
    reason: str
    generic: bool = False
    body: bool = False
    between: tuple[Named, ...] = ()
    name: int | None = None


PlaceWordIndex = dict[str, tuple[tuple[tuple[str, ...], Kind], ...]]


def index_place_words(entries: Sequence[PlaceWords]) -> PlaceWordIndex:
    """Place words by their first folded word, longest first."""
    rows: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for entry in entries:
        for phrase in entry.words:
            words = tuple(fold(phrase).split())
            rows.setdefault(words[0], []).append((words, entry.kind))
    return {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in rows.items()}


@frozen
class PlaceGrammar:
    """Finds place phrases; names alone are found by the name index."""

    names: NameIndex
    words: PlaceWordIndex
    openings: Callable[[str], tuple[tuple[str, str], ...]]
    compound_heads: frozenset[str]
    not_names: frozenset[str]

    def at(self, tokens: Sequence[Token], i: int) -> PlacePhrase | None:
        """The place phrase that begins with a place word at token `i`, or None."""
        for lead, stem in self.openings(tokens[i].norm):
            found = self._word(tokens, i, stem)
            if found:
                return self._phrase(tokens, i, lead, *found)
        return None

    def or_name(
        self, phrase: PlacePhrase | None, last: int, meanings: tuple[Named, ...]
    ) -> PlacePhrase | None:
        """A place phrase, given the names over tokens up to `last` that begin where it does.

        «جبل الزاوية» is the mountain of that name, no mountain of a town Zawiya: the phrase is dropped. A
        name may repeat «مدينة»: the places of both are what it may mean.
        """
        places = tuple(m for m in meanings if m.kind == "place")
        if phrase is None or phrase.last != last or not places:
            return phrase
        if not phrase.generic:
            return None
        return replace(phrase, named=(*places, *(m for m in phrase.named if m not in places)))

    def _word(self, tokens: Sequence[Token], i: int, first: str) -> tuple[int, Kind] | None:
        for words, kind in self.words.get(first, ()):
            if i + len(words) <= len(tokens) and all(
                tokens[i + k].norm == words[k] for k in range(1, len(words))
            ):
                return len(words), kind
        return None

    def _phrase(
        self, tokens: Sequence[Token], i: int, lead: str, length: int, kind: Kind
    ) -> PlacePhrase | None:
        if kind == "border":
            return self._border(tokens, i, i + length, lead)
        k = i + length
        kinds: list[Kind] = [kind]
        while k < len(tokens) and tokens[k].sentence == tokens[i].sentence:
            more = self._word(tokens, k, tokens[k].norm)
            if not more or self._place(tokens, k, tokens[k].norm)[0] > more[0]:
                break
            k += more[0]
            kinds.append(more[1])
        if k >= len(tokens) or tokens[k].sentence != tokens[i].sentence:
            return None
        around = any(word in ("area", "direction", "site", "body") for word in kinds)
        start = k + 1 if tokens[k].norm in _OPENING and k + 1 < len(tokens) else k
        size, meanings = self._place(tokens, start, tokens[start].norm)
        if kind in ("site", "body") and any(m.kind == "country" for m in meanings):
            return None
        if size:
            end, compass = self._compass(tokens, start + size)
            return PlacePhrase(
                i,
                end,
                lead,
                meanings,
                around or compass,
                "place word and gazetteer name",
                tokens[i].norm[len(lead) :] in _GENERIC,
                kind == "body",
            )
        owner = self.names.adjectives.get(tokens[k].norm)
        if owner and "direction" in kinds and owner.kind == "country":
            return PlacePhrase(i, k + 1, lead, (owner,), True, "part of a country")
        if kinds[-1] == "settlement" and start < len(tokens):
            return self._unknown(tokens, i, start, lead, around)
        return None

    def _border(self, tokens: Sequence[Token], i: int, k: int, lead: str) -> PlacePhrase | None:
        """«الحدود السورية التركية», «الحدود السورية مع لبنان», «الحدود مع الأردن»; its sides begin at `k`."""
        sides: list[Named] = []
        while k < len(tokens) and len(sides) < 2 and tokens[k].sentence == tokens[i].sentence:
            joined = bool(sides) and tokens[k].norm in ("-", "–", "/")
            at = k + joined
            norm = tokens[at].norm if at < len(tokens) else ""
            named = self.names.adjectives.get(norm) or (
                self.names.adjectives.get(norm[1:]) if sides else None
            )
            if named and named.kind == "country":
                sides, k = [*sides, named], at + 1
                continue
            size, meanings = (
                self._place(tokens, k + 1, tokens[k + 1].norm) if self._leads_on(tokens, k) else (0, ())
            )
            country = next((m for m in meanings if m.kind == "country"), None)
            if country is None:
                break
            sides, k = [*sides, country], k + 1 + size
        if not sides:
            return None
        return PlacePhrase(i, k, lead, (), False, "a border", between=tuple(sides))

    def _leads_on(self, tokens: Sequence[Token], k: int) -> bool:
        return tokens[k].norm == "مع" and k + 1 < len(tokens) and tokens[k + 1].kind == "word"

    def _place(self, tokens: Sequence[Token], k: int, first: str) -> tuple[int, tuple[Named, ...]]:
        if tokens[k].kind != "word":
            return 0, ()
        size, meanings = self.names.longest(tokens, k, first)
        places = tuple(m for m in meanings if m.kind in ("place", "country", "capital"))
        return (size, places) if places else (0, ())

    def _compass(self, tokens: Sequence[Token], end: int) -> tuple[int, bool]:
        """Past compass adjectives after a name: «الجنوبي والشرقي»."""
        start = end
        while end < len(tokens) and tokens[end].norm.removeprefix("و") in _COMPASS:
            if not tokens[end].norm.removeprefix("و").startswith("ال"):
                break
            end += 1
        return end, end > start

    def _unknown(
        self, tokens: Sequence[Token], i: int, k: int, lead: str, around: bool
    ) -> PlacePhrase | None:
        """A settlement word with a name no gazetteer has: one word, or two after «كفر», «تل», «أم»…"""
        word = tokens[k]
        if word.kind != "word" or word.norm in self.not_names or len(word.norm) < 3:
            return None
        if not word.norm.startswith("ال") and word.norm.endswith("يه") and len(word.norm) > 4:
            return None  # «مدينة ساحلية»
        if word.norm in self.names.adjectives or word.norm.removeprefix("و") in _COMPASS:
            return None
        end = k + 1
        if word.norm in self.compound_heads and end < len(tokens) and tokens[end].kind == "word":
            end += 1
        return PlacePhrase(i, end, lead, (), around, "place word and a name no gazetteer has", name=k)
