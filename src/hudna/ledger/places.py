"""Places of two tellings compared: one, one inside the other, or apart."""

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from hudna.ledger.gazetteer import Gazetteer, own_id
from hudna.model.assertions import Place
from hudna.packs.schema import PlaceEntry

Nearness = Literal["same", "inside", "apart", "unclear"]
"""`inside` either way round; `unclear`: stretches that may meet, a name no pack has."""
POINTS = frozenset({"village", "town", "city", "neighbourhood", "camp", "base", "crossing"})
_EARTH_KM = 6371.0
_NEARNESS: dict[str, Nearness] = {
    "same": "same", "inside": "inside", "around": "inside", "apart": "apart",
}  # fmt: skip


class Map:
    """The gazetteer, asked about places as assertions carry them; what was asked is remembered."""

    def __init__(self, places: Iterable[PlaceEntry]) -> None:
        entries = tuple(places)
        self._gazetteer = Gazetteer(entries)
        self._kinds = {place.id: place.kind for place in entries}
        self._known: dict[tuple[str, str], Nearness] = {}
        self._cells: dict[str, str] = {}

    def nearness(self, left: Place, right: Place) -> Nearness:
        """How two places lie to one another; symmetric.

        Two named spots are apart even where a pack knows neither: a provisional id is one for all spellings.
        """
        if left.entity is None or right.entity is None:
            return "same" if left.entity == right.entity and left.text == right.text else "unclear"
        if left.entity == right.entity:
            return "same"
        a, b = own_id(left.entity), own_id(right.entity)
        if any("/" in entity and entity not in self._kinds for entity in (a, b)):
            return "apart" if self.is_spot(left) and self.is_spot(right) else "unclear"
        return self._asked(a, b)

    def _asked(self, left: str, right: str) -> Nearness:
        first, second = sorted((left, right))
        found = self._known.get((first, second))
        if found is None:
            found = _NEARNESS.get(self._gazetteer.relation(first, second), "unclear")
            self._known[first, second] = found
        return found

    def is_spot(self, place: Place) -> bool:
        """Whether this is one named spot (a town, a crossing) and no stretch of land."""
        kind = self._kinds.get(place.entity or "")
        return place.precision == "point" if kind is None else kind in POINTS

    def cell(self, place: Place) -> str:
        """The largest unit below the country that holds it, for blocking; a country's own code for itself."""
        if place.entity is None:
            return ""
        found = self._cells.get(place.entity)
        if found is None:
            above = self._gazetteer.above(own_id(place.entity))
            found = above[-2] if len(above) > 1 else above[0]
            self._cells[place.entity] = found
        return found

    def one_cell(self, left: Place, right: Place) -> bool:
        """Whether both lie in one unit below the country."""
        cell = self.cell(left)
        return "/" in cell and cell == self.cell(right)


def distance_km(left: Place, right: Place) -> float | None:
    """Great-circle distance in kilometres (haversine), None where coordinates are missing."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    lat, lon = radians(right.lat - left.lat), radians(right.lon - left.lon)
    chord = sin(lat / 2) ** 2 + cos(radians(left.lat)) * cos(radians(right.lat)) * sin(lon / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(chord))
