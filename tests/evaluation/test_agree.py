"""When two values are the same."""

from typing import get_args

import pytest

from hudna.evaluation.agree import (
    FORCE_GROUP,
    owners,
    same_number,
    same_people,
    same_place,
    same_status,
    same_time,
)
from hudna.evaluation.gold import Number
from hudna.model.assertions import Force


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2020-02-21", "2020-02-21", True),
        ("2020-02-21", "2020-02-22", False),
        ("2018-09/open", "2018-09/..", True),
        ("2018-09/..", "2018-09", True),
        ("2018-09", "2018-09/..", True),
        ("2018-09/..", "2018-10", False),
        ("2018-09-17/2018-09-20", "2018-09-17/2018-09-20", True),
        ("2018-09-17/2018-09-20", "2018-09-17/2018-09-21", False),
        ("2019-05-14T10:22Z", "2019-05-14T10:22", True),
        ("2020?", "2020", True),
        ("xxxx-wxx-2", "XXXX-WXX-2", True),
        (None, "2020", False),
        (None, None, True),
    ],
)
def test_times(a: str | None, b: str | None, same: bool) -> None:
    assert same_time(a, b) is same
    assert same_time(b, a) is same


@pytest.mark.parametrize(
    ("gold", "lower", "upper", "same"),
    [
        (5, 5, 5, True),
        (5, 5.0, None, True),
        (5, None, 5, True),
        (5, 4, 6, False),
        (5, None, None, False),
        (None, None, None, True),
        (None, 5, None, False),
        ((10, 20), 10.0, 20.0, True),
        ((10, 20), 10, None, False),
    ],
)
def test_numbers(gold: Number, lower: float | None, upper: float | None, same: bool) -> None:
    assert same_number(gold, lower, upper) is same


def test_owners_of_codes() -> None:
    assert owners(["SYR.MIL", "RUS+IRN", "TUR/USA.MIL", "igo.un", None, "", "local sources", "UNSPEC"]) == {
        "SYR", "RUS", "IRN", "TUR", "USA", "IGO",
    }  # fmt: skip


def test_a_claimed_figure_is_an_alleged_one() -> None:
    assert same_status("alleged", "claimed")
    assert not same_status("reported", "claimed")


def test_every_force_has_its_group() -> None:
    assert set(FORCE_GROUP) == set(get_args(Force))


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Idlib province", "Idlib", True),
        ("Khan Younis", "Khan Yunis", True),
        ("Sweida", "Al-Suwaydā", True),
        ("Zanjili, Mosul", "Mosul", True),
        ("Homs", "Hama", False),
        ("Taiz", None, False),
        ("the north", "northern countryside", False),
    ],
)
def test_places(gold: str, found: str | None, same: bool) -> None:
    assert same_place(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Turkish soldiers", "soldiers", True),
        ("woman and her daughter", "women", True),
        ("members of the family", "people of the town", False),
        ("civilians", None, False),
    ],
)
def test_people(gold: str, found: str | None, same: bool) -> None:
    assert same_people(gold, found) is same
