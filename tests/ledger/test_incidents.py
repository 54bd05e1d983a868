"""Two tellings compared: what makes them one event, perhaps one, or surely two."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.ledger.incidents import compare, keys, surely_two
from hudna.ledger.scenes import Scene, scenes
from hudna.model.assertions import AgreementMention, Event, Place
from hudna.model.rows import Row
from tests.ledger.rows_made import (
    ALEPPO,
    ARMY,
    FACTIONS,
    GUNMEN,
    IDLIB,
    MAARAT,
    MINISTRY,
    RUSSIA,
    SARAQIB,
    TURKEY,
    accord,
    event,
    figure,
    lore,
    row,
    telling,
)

FIRST = telling(event("a"), figure("a"))


def verdict(left: Scene, right: Scene) -> str | None:
    link = compare(left, right, lore())
    return link.verdict if link else None


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (event("b"), "same"),
        (event("b", actors=()), "same"),
        (event("b", mode=None), "same"),
        (event("b", status="claimed"), "same"),
        (event("b", status="denied"), "same"),
        (event("b", background=True), "same"),
        (event("b", mode="destroy"), "same"),
        (event("b", actors=(GUNMEN,)), "same"),
        (event("b", date="2020-02"), "same"),
        (event("b", place=IDLIB), "possible"),
        (event("b", place=None, mode=None), "possible"),
        (event("b", actors=(FACTIONS,)), "possible"),
        (event("b", mode="heavy-weapons"), None),
        (event("b", mode="firearms", place=IDLIB), None),
        (event("b", place=ALEPPO), None),
        (event("b", date="2020-02-19"), None),
        (event("b", type="PROTEST", mode=None), None),
        (event("b", status="hypothetical"), None),
        (event("b", status="planned"), None),
    ],
)
def test_one_event_or_two(other: Event, expected: str | None) -> None:
    assert verdict(telling(event("a")), telling(other)) == expected


def test_the_next_day_with_another_figure_is_another_event() -> None:
    tomorrow = telling(event("b", date="2020-02-17"), figure("b", 3, since="2020-02-17", until="2020-02-17"))
    assert verdict(FIRST, tomorrow) == "apart"


def test_the_next_day_with_the_same_figure_is_for_a_person_to_say() -> None:
    tomorrow = telling(event("b", date="2020-02-17"), figure("b", since="2020-02-17", until="2020-02-17"))
    assert verdict(FIRST, tomorrow) == "possible"


def test_the_same_figure_joins_what_is_told_vaguely() -> None:
    vague = telling(event("b", place=IDLIB), figure("b", place=IDLIB))
    assert verdict(FIRST, vague) == "same"
    assert verdict(FIRST, telling(event("b", place=IDLIB), figure("b", 30, place=IDLIB))) == "possible"


def test_another_doer_of_the_same_deed_is_still_one_event() -> None:
    other = telling(event("b", actors=(FACTIONS,)), figure("b"))
    assert verdict(FIRST, other) == "same"


def test_a_town_nearby_with_the_same_figure_may_be_a_wrong_place() -> None:
    assert verdict(FIRST, telling(event("b", place=MAARAT), figure("b", place=MAARAT))) is None
    near = replace(MAARAT, lat=35.9, lon=36.75)
    assert verdict(FIRST, telling(event("b", place=near), figure("b", place=near))) == "possible"


def test_an_undated_telling_is_news_of_its_week() -> None:
    undated = telling(event("b", date=None), figure("b", since=None, until=None))
    assert verdict(FIRST, undated) == "same"
    late = telling(event("b", date=None), published="2020-03-30")
    assert verdict(FIRST, late) is None
    recalled = telling(event("b", date=None, background=True))
    assert verdict(FIRST, recalled) == "possible"


def test_one_report_that_tells_an_event_again() -> None:
    first = event("a")
    again = event("a", start=50, date=None, place=None, repeats=first.id)
    assert verdict(telling(first), telling(again)) == "same"


def test_one_report_that_tells_two_events() -> None:
    assert verdict(telling(event("a")), telling(event("a", start=50))) != "same"


def test_talks_are_told_by_who_took_part() -> None:
    met = event("a", type="CONSULT", mode=None, actors=(RUSSIA, TURKEY), place=None)
    assert verdict(telling(met), telling(replace(met, report="b"))) == "same"
    turned = replace(met, report="b", actors=(TURKEY,), recipients=(RUSSIA,))
    assert verdict(telling(met), telling(turned)) == "same"
    assert verdict(telling(met), telling(replace(met, report="b", actors=(ARMY, FACTIONS)))) is None


def test_a_state_and_its_army_are_one_side() -> None:
    link = compare(telling(event("a", actors=(RUSSIA,))), telling(event("b", actors=(MINISTRY,))), lore())
    assert link is not None
    reasons = {feature.name: feature for feature in link.features}
    assert reasons["actors"].weight > 0
    assert "one side" in reasons["actors"].en


def test_every_reason_is_told_in_both_languages() -> None:
    link = compare(FIRST, telling(event("b"), figure("b", 13)), lore())
    assert link is not None
    for feature in link.features:
        assert feature.ar
        assert feature.en
        assert "{" not in feature.ar + feature.en
    assert [feature.name for feature in link.features][:4] == ["base", "type", "date", "place"]


def test_reasons_name_acts_and_figures_in_their_language() -> None:
    link = compare(telling(event("a"), figure("a")), telling(event("b"), figure("b")), lore())
    assert link is not None
    told = {feature.name: feature for feature in link.features}
    assert "air strike" in told["type"].en
    assert "قصف جوي" in told["type"].ar
    assert "killed (civilians): 12" in told["figures"].en
    assert "قتلى (مدنيون): 12" in told["figures"].ar


def test_what_cannot_be_one_stays_two_in_any_chain() -> None:
    assert surely_two(FIRST, telling(event("b", place=ALEPPO)), lore())
    assert surely_two(FIRST, telling(event("b", date="2020-02-18")), lore())
    assert surely_two(FIRST, telling(event("b", mode="firearms")), lore())
    assert not surely_two(FIRST, telling(event("b", mode=None, date=None, place=IDLIB)), lore())


EVENTS = st.builds(
    event,
    st.sampled_from(["a", "b"]),
    type=st.sampled_from(["ASSAULT", "CONSULT", "AGREE"]),
    mode=st.sampled_from([None, "aerial", "firearms", "destroy"]),
    actors=st.sampled_from([(), (ARMY,), (FACTIONS,), (RUSSIA, TURKEY), (MINISTRY,), (GUNMEN,)]),
    place=st.sampled_from([None, SARAQIB, MAARAT, IDLIB]),
    date=st.sampled_from(
        [None, "2020-02-16", "2020-02-17", "2020-02", "2020-02-10/2020-02-20", "P0D", "2019/.."]
    ),
    status=st.sampled_from(["reported", "denied", "planned", "hypothetical"]),
    start=st.integers(0, 2),
)
TELLINGS = st.builds(
    lambda event, figures: telling(event, *figures),
    EVENTS,
    st.lists(
        st.builds(figure, st.just("a"), st.sampled_from([3.0, 12.0]), st.sampled_from(["exact", "at_least"])),
        max_size=2,
    ),
)


@given(TELLINGS, TELLINGS)
def test_comparing_is_symmetric_and_found_by_keys(left: Scene, right: Scene) -> None:
    if left.id == right.id:
        return
    link = compare(left, right, lore())
    assert link == compare(right, left, lore())
    if (
        link is not None
        and link.verdict == "same"
        and "hypothetical" not in (left.event.status, right.event.status)
    ):
        shared = set(keys(left, lore())) & set(keys(right, lore()))
        stated = left.days is not None and right.days is not None
        open_ended = stated and None in (left.days.length, right.days.length)  # type: ignore[union-attr]
        told_again = left.event.place is None or right.event.place is None
        assert shared or told_again or open_ended or not stated


def test_the_example_of_the_documentation() -> None:
    country = Place("ريف إدلب", 0, 8, "place/sy/area/idlib-countryside", precision="area")
    a = telling(event("a", actors=()), figure("a"))
    b = telling(event("b", actors=(), place=country), figure("b", place=country))
    c = telling(
        event("c", actors=(), date="2020-02-17"), figure("c", 3, since="2020-02-17", until="2020-02-17")
    )
    link = compare(a, b, lore())
    assert link is not None
    assert (link.verdict, round(link.weight, 2)) == ("same", 0.93)
    assert sum(feature.weight for feature in link.features) == pytest.approx(2.6)
    assert verdict(a, c) == "apart"
    assert surely_two(b, c, lore())


def test_an_accord_named_beside_two_talks_makes_them_one() -> None:
    agreed = event("a", type="AGREE", mode=None, actors=(RUSSIA, TURKEY), place=IDLIB, date="2018-09")
    other = replace(agreed, report="b", place=ALEPPO)
    named = accord("a", agreement="agreement/sy/sochi-2018", in_force=None)
    also = accord("b", agreement="agreement/sy/sochi-2018", in_force=None)
    third = accord("b", agreement="agreement/sy/astana-2017", in_force=None)

    def told(one: Event, mention: Row[AgreementMention]) -> Scene:
        return scenes([row(one), mention], lore())[0]

    assert verdict(telling(agreed), telling(other)) == "possible"
    assert verdict(told(agreed, named), told(other, also)) == "same"
    assert verdict(told(agreed, named), told(other, third)) is None
