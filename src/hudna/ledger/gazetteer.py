"""Which place lies in which, by the packs' gazetteer."""

from collections.abc import Iterable, Iterator
from typing import Literal

from hudna.packs.schema import PlaceEntry

Relation = Literal["same", "inside", "around", "overlaps", "apart", "unknown"]
"""How the first of two places lies to the second. `unknown` where the gazetteer cannot tell: a place it does
not have, or an area without stated extent near the other."""

_VAGUE = frozenset({"area", "region", "mountain", "river", "road", "sea"})
"""Kinds whose extent follows from `covers` alone."""


_COUNTRY = "country/"


def own_id(entity: str) -> str:
    """The id a gazetteer has: a whole country is its ISO 3166-1 alpha-3 code, `country/syr` in records."""
    return entity.removeprefix(_COUNTRY).upper() if entity.startswith(_COUNTRY) else entity


class Gazetteer:
    """Containment of places. Ids are those of packs; of a country, its code or what records call it."""

    def __init__(self, places: Iterable[PlaceEntry]) -> None:
        self._places = {place.id: place for place in places}
        self._relations: dict[tuple[str, str], Relation] = {}

    def above(self, place: str) -> tuple[str, ...]:
        """The place and all it lies in, nearest first, its country last; only itself where it is unknown."""
        return tuple(self._above(own_id(place)))

    def relation(self, first: str, second: str) -> Relation:
        """How `first` lies to `second`; symmetric but for inside and around."""
        found = self._relations.get((first, second))
        if found is None:
            found = self._relations[first, second] = self._relation(own_id(first), own_id(second))
        return found

    def _relation(self, first: str, second: str) -> Relation:
        if first == second:
            return "same"
        upper, lower = self.above(second), self.above(first)
        if self._lies(lower, second):
            return "inside"
        if self._lies(upper, first):
            return "around"
        if self._meet(first, upper) or self._meet(second, lower):
            return "overlaps"
        return "unknown" if self._doubtful(lower, upper) else "apart"

    def _above(self, place: str) -> Iterator[str]:
        seen: set[str] = set()
        here: str | None = place
        while here is not None and here not in seen:
            seen.add(here)
            yield here
            entry = self._places.get(here)
            if entry is not None and entry.within is None and entry.country != here:
                yield entry.country
            here = entry.within if entry else None

    def _lies(self, chain: tuple[str, ...], place: str) -> bool:
        """Whether what has this chain above it lies in the place, or in something the place covers."""
        return place in chain or not set(self._covers(place)).isdisjoint(chain)

    def _meet(self, place: str, chain: tuple[str, ...]) -> bool:
        """Whether something the place covers lies in the first of the chain, or covers part of it."""
        parts = self._covers(place)
        mine = set(self._covers(chain[0])) | {chain[0]}
        return any(not mine.isdisjoint(self.above(part)) for part in parts)

    def _covers(self, place: str) -> tuple[str, ...]:
        entry = self._places.get(place)
        return entry.covers if entry else ()

    def _doubtful(self, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
        """Neither is known to hold the other: is that because an extent is not stated?"""
        one, other = self._places.get(first[0]), self._places.get(second[0])
        if one is None or other is None:
            return not (len(first[0]) == len(second[0]) == 3)
        vague = any(e.kind in _VAGUE and not e.covers for e in (one, other))
        return vague and not self._in_two_parts(first, second)

    def _in_two_parts(self, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
        """Whether both have a larger place below the country, and these are different ones."""
        if first[-1] != second[-1]:
            return True
        return len(first) > 2 and len(second) > 2 and first[-2] != second[-2]
