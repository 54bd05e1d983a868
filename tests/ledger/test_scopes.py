"""Figures compared with their scopes; every verdict with its reasons."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.ledger.amounts import amount
from hudna.ledger.scenes import scenes
from hudna.ledger.scopes import Count, agreement, compare, keys, one_scope, ranged
from hudna.ledger.scopes import counts as counts_of
from tests.ledger.rows_made import (
    ALEPPO,
    FACTIONS,
    IDLIB,
    RUSSIA,
    SARAQIB,
    counted,
    event,
    figure,
    lore,
    outcome,
    row,
)


def verdict(left: Count, right: Count) -> str | None:
    link = compare(left, right, lore())
    return link.verdict if link else None


def displaced(report: str, lower: float, bound: str = "exact", **more: object) -> Count:
    given = {"since": "2019-12-01", "until": "2020-02-16", "place": IDLIB, "population": None, **more}
    return counted(figure(report, lower, bound, kind="displaced", **given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        # the same stretch
        ((900_000, "exact"), (900_000, "exact"), "same"),
        ((900_000, "exact"), (912_000, "exact"), "compatible"),
        ((900_000, "exact"), (700_000, "exact"), "contradiction"),
        ((900_000, "more_than"), (912_000, "exact"), "compatible"),
        ((900_000, "more_than"), (850_000, "exact"), "contradiction"),
        ((900_000, "more_than"), (900_000, "less_than"), "contradiction"),
        ((1_300_000, "more_than"), (1_700_000, "more_than"), "tension"),
        ((900_000, "about"), (850_000, "exact"), "compatible"),
        ((100_000, "order"), (689_000, "exact"), "compatible"),
    ],
)
def test_one_stretch(wide: tuple[float, str], narrow: tuple[float, str], expected: str) -> None:
    assert verdict(displaced("a", *wide), displaced("b", *narrow)) == expected


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        ((900_000, "exact"), (700_000, "exact"), "compatible"),
        ((700_000, "exact"), (900_000, "exact"), "contradiction"),
        ((1_300_000, "more_than"), (1_700_000, "more_than"), "tension"),
        ((1_700_000, "more_than"), (1_300_000, "more_than"), "compatible"),
        ((1_300_000, "less_than"), (1_700_000, "more_than"), "contradiction"),
    ],
)
def test_a_wider_stretch_holds_at_least_as_much(
    wide: tuple[float, str], narrow: tuple[float, str], expected: str
) -> None:
    later = displaced("b", *narrow, since="2020-01-15")
    link = compare(displaced("a", *wide, since="2019-12-01"), later, lore())
    assert link is not None
    assert link.verdict == expected
    assert not one_scope(link)
    assert any("the wider holds at least as much" in feature.en for feature in link.features)


def test_levels_do_not_grow() -> None:
    first = counted(figure("a", 2000, kind="troops", place=IDLIB, since="2020-01-01", until="2020-02-10"))
    later = counted(figure("b", 3000, kind="troops", place=IDLIB, since="2020-02-01", until="2020-02-10"))
    assert compare(first, later, lore()) is None


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "injured"},
        {"population": "children"},
        {"place": ALEPPO},
        {"place": None},
        {"since": "2020-01-15", "until": "2020-01-20"},
        {"since": "2019-11-01", "until": "2020-01-01"},
        {"since": None, "until": None},
        {"status": "hypothetical"},
        {"perpetrators": (FACTIONS,)},
    ],
)
def test_other_scopes_are_not_compared(other: dict[str, object]) -> None:
    base = {"since": "2019-12-01", "until": "2020-01-19", "place": IDLIB}
    given = {**base, "perpetrators": (RUSSIA,), **other}
    first = counted(figure("a", 800, perpetrators=(RUSSIA,), **base))  # type: ignore[arg-type]
    second = counted(figure("b", 20, **given))  # type: ignore[arg-type]
    found = compare(first, second, lore())
    assert found is None or "since" in other
    if other == {"since": "2020-01-15", "until": "2020-01-20"}:
        assert found is None


def test_an_end_that_is_only_the_day_of_publication() -> None:
    early = counted(figure("a", 900, since="2019-12-01", until=None, place=IDLIB), "2020-02-10")
    late = counted(figure("b", 700, since="2019-12-01", until=None, place=IDLIB), "2020-02-20")
    assert verdict(early, late) == "tension"
    same_day = counted(figure("b", 700, since="2019-12-01", until=None, place=IDLIB), "2020-02-10")
    assert verdict(early, same_day) == "contradiction"


def test_the_outcome_of_one_incident() -> None:
    first = outcome(event("a"), figure("a", 12))
    assert verdict(first, outcome(event("b"), figure("b", 12))) == "same"
    assert verdict(first, outcome(event("b"), figure("b", 5, "at_least"))) == "compatible"
    assert verdict(first, outcome(event("b"), figure("b", 17))) == "contradiction"
    assert verdict(first, outcome(event("b"), figure("b", 15, "more_than"))) == "contradiction"
    assert verdict(first, outcome(event("b"), figure("b", 12, status="denied"))) == "contradiction"


def test_a_toll_that_rises() -> None:
    first = outcome(event("a"), figure("a", 12), published="2020-02-16")
    later = outcome(event("b"), figure("b", 17), published="2020-02-18")
    assert verdict(first, later) == "tension"
    fallen = outcome(event("b"), figure("b", 7), published="2020-02-18")
    assert verdict(first, fallen) == "contradiction"


def test_one_report_that_tells_how_a_toll_rose() -> None:
    rows = [row(event("a")), row(figure("a", 9), "عدد"), row(figure("a", 22, start=40), "عدد")]
    nine, more = counts_of(rows[1:], scenes(rows, lore()), lore())
    link = compare(nine, more, lore())
    assert link is not None
    assert link.verdict == "tension"
    assert "one report gives" in link.features[-1].en


def test_outcomes_of_two_events_are_not_compared() -> None:
    first = outcome(event("a"), figure("a", 12))
    day = {"since": "2020-02-17", "until": "2020-02-17"}
    assert compare(first, outcome(event("b", date="2020-02-17"), figure("b", 3, **day)), lore()) is None  # type: ignore[arg-type]
    assert compare(first, outcome(event("b", mode="firearms"), figure("b", 3)), lore()) is None
    assert compare(first, counted(figure("b", 3)), lore()) is None


def test_a_day_of_a_governorate_is_a_stated_scope_and_a_day_of_a_town_is_not() -> None:
    assert (
        verdict(counted(figure("a", 3, place=IDLIB)), counted(figure("b", 5, place=IDLIB))) == "contradiction"
    )
    assert verdict(counted(figure("a", 3)), counted(figure("b", 5))) is None


def test_reasons_in_both_languages() -> None:
    link = compare(displaced("a", 900_000), displaced("b", 700_000), lore())
    assert link is not None
    assert [feature.name for feature in link.features] == ["kind", "place", "scope", "value"]
    assert "no number satisfies both" in link.features[-1].en
    assert "لا عدد" in link.features[-1].ar


@pytest.mark.parametrize("more", [{}, {"since": "2019-11-01", "until": None}])
def test_reasons_name_nothing_by_its_code(more: dict[str, str | None]) -> None:
    left = displaced("a", 900_000, "more_than", population="civilians")
    link = compare(left, displaced("b", 700_000, population="civilians", **more), lore())  # type: ignore[arg-type]
    assert link is not None
    assert not any(re.search("[A-Za-z_]", feature.ar) for feature in link.features)
    assert not any("_" in feature.en or "exact" in feature.en for feature in link.features)
    assert "more than 900,000" in link.features[-1].en
    assert "أكثر من 900,000" in link.features[-1].ar
    assert "displaced (civilians)" in link.features[0].en


def test_low_and_high_and_no_best_until_somebody_says() -> None:
    rows = [row(figure("a", 12)), row(figure("b", 10, "at_least")), row(figure("c", 15))]
    found = ranged(rows)
    assert (found.low, found.high, found.best) == (10, 15, None)
    assert found.figures == tuple(sorted(r.id for r in rows))
    assert ranged(rows, {rows[0].id: 12.0}).best == 12
    assert ranged([row(figure("a", 1800, "more_than"))]).high is None


def test_what_is_open_has_no_highest_and_no_lowest_number() -> None:
    more = ranged([row(figure("a", 12)), row(figure("b", 20, "more_than"))])
    assert (more.low, more.high) == (12, None)
    fewer = ranged([row(figure("a", 50)), row(figure("b", None, "less_than", upper=30))])
    assert (fewer.low, fewer.high) == (None, 50)


@pytest.mark.parametrize("status", ["denied", "planned", "hypothetical", "negated"])
def test_what_nobody_says_has_happened_is_no_number_of_a_scope(status: str) -> None:
    found = ranged([row(figure("a", 12)), row(figure("b", 90, status=status))])
    assert (found.low, found.high) == (12, 12)
    alone = ranged([row(figure("b", 90, status=status))])
    assert (alone.low, alone.high) == (None, None)


def test_an_older_toll_repeated_makes_the_scope_no_contradiction() -> None:
    days = (("a", 12, "2020-02-17"), ("b", 12, "2020-02-18"), ("c", 15, "2020-02-18"))
    counts = [outcome(event(name), figure(name, number), day) for name, number, day in days]
    links = [
        link
        for n, left in enumerate(counts)
        for right in counts[n + 1 :]
        if (link := compare(left, right, lore()))
    ]
    assert {link.verdict for link in links} == {"same", "tension", "contradiction"}
    assert agreement(links) == "tension"


def test_amounts() -> None:
    exact = amount(figure("a", 17))
    assert exact is not None
    assert (exact.low, exact.high) == (17, 17)
    rounded = amount(figure("a", 1_700_000))
    assert rounded is not None
    assert rounded.low < 1_690_000 < rounded.high < 1_800_000
    assert amount(figure("a", None, "about")) is None


BOUNDS = st.sampled_from(["exact", "at_least", "more_than", "less_than", "about", "order"])
NUMBERS = st.one_of(st.integers(1, 60), st.integers(100, 3_000_000)).map(float)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    since = draw(st.sampled_from(["2019", "2019-12", "2019-12-01", "2020-01-15"]))
    until = draw(st.sampled_from([None, "2020-02-16", "2020-02-20"]))
    number, bound = draw(NUMBERS), draw(BOUNDS)
    upper = number if bound in ("exact", "less_than") else None
    lower = None if bound == "less_than" else number
    made = figure(
        draw(st.sampled_from("abc")), lower, bound, upper=upper, since=since, until=until, place=SARAQIB
    )
    return counted(made)


@given(counts(), counts())
def test_comparing_is_symmetric_and_verdicts_follow_the_intervals(left: Count, right: Count) -> None:
    if left.id == right.id:
        return
    link = compare(left, right, lore())
    assert link == compare(right, left, lore())
    if link is None:
        return
    assert set(keys(left, lore())) & set(keys(right, lore()))
    if link.verdict == "contradiction":
        assert not left.amount.meets(right.amount)
    if left.amount.meets(right.amount):
        assert link.verdict in ("same", "compatible", "tension")
    if one_scope(link):
        assert (link.verdict == "contradiction") != left.amount.meets(right.amount)
