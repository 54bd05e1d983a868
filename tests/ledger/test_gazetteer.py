"""Containment of places, on a small map and on the zone of the packs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.ledger.gazetteer import Gazetteer, Relation
from hudna.packs.load import load_pack
from hudna.packs.schema import Names, PlaceEntry, PlaceKind


def place(
    id: str, kind: PlaceKind = "village", within: str | None = None, covers: tuple[str, ...] = ()
) -> PlaceEntry:
    return PlaceEntry(id, kind, Names(("مكان",), "Place"), "SYR", within, covers=covers)


MAP = Gazetteer(
    [
        place("north", "governorate"),
        place("south", "governorate"),
        place("district", "district", "north"),
        place("village", "village", "district"),
        place("town", "town", "north"),
        place("port", "town", "south"),
        place("countryside", "area", "north"),
        place("coast", "area"),
        place("zone", "area", covers=("district", "port")),
    ]
)
CASES: list[tuple[str, str, Relation]] = [
    ("village", "village", "same"),
    ("village", "north", "inside"),
    ("village", "SYR", "inside"),
    ("SYR", "village", "around"),
    ("village", "zone", "inside"),
    ("zone", "village", "around"),
    ("port", "zone", "inside"),
    ("town", "zone", "apart"),
    ("north", "zone", "overlaps"),
    ("zone", "north", "overlaps"),
    ("zone", "SYR", "inside"),
    ("village", "town", "apart"),
    ("village", "countryside", "unknown"),
    ("countryside", "zone", "unknown"),
    ("port", "countryside", "apart"),
    ("coast", "village", "unknown"),
    ("SYR", "TUR", "apart"),
    ("country/syr", "SYR", "same"),
    ("village", "country/syr", "inside"),
    ("elsewhere", "village", "unknown"),
    ("elsewhere", "elsewhere", "same"),
]


@pytest.mark.parametrize(("first", "second", "expected"), CASES)
def test_relation(first: str, second: str, expected: Relation) -> None:
    assert MAP.relation(first, second) == expected


OPPOSITE = {"inside": "around", "around": "inside"}


@given(st.sampled_from(CASES))
def test_the_other_way_round(case: tuple[str, str, Relation]) -> None:
    first, second, expected = case
    assert MAP.relation(second, first) == OPPOSITE.get(expected, expected)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("place/sy/saraqib", "inside"),
        ("place/sy/al-atarib", "inside"),
        ("place/sy/khan-tuman", "inside"),
        ("place/sy/aleppo", "apart"),
        ("place/sy/aleppo-governorate", "overlaps"),
        ("place/sy/area/aleppo-countryside", "unknown"),
        ("place/sy/damascus", "apart"),
    ],
)
def test_the_idlib_zone(id: str, expected: Relation) -> None:
    gazetteer = Gazetteer(load_pack(["world", "syria"]).places)
    assert gazetteer.relation(id, "place/sy/area/de-escalation-idlib") == expected
