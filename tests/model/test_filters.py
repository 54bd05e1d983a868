"""Bounds of EDTF dates, and filters that are no dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.model.errors import LedgerError
from hudna.model.filters import Bounds, Filter, date_bounds


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2020-02-21", ("2020-02-21", "2020-02-21")),
        ("2020-02-21T14:00", ("2020-02-21", "2020-02-21")),
        ("2020-02-21T14:00:05Z", ("2020-02-21", "2020-02-21")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019-02", ("2019-02-01", "2019-02-28")),
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020-02~", ("2020-02-01", "2020-02-29")),
        ("2020?", ("2020-01-01", "2020-12-31")),
        ("2020-02-XX", ("2020-02-01", "2020-02-29")),
        ("2020-XX-XX", ("2020-01-01", "2020-12-31")),
        ("201X", ("2010-01-01", "2019-12-31")),
        ("20XX", ("2000-01-01", "2099-12-31")),
        ("2020-22", ("2020-06-01", "2020-08-31")),
        ("2020-24", ("2020-12-01", "2021-02-28")),
        ("2020-33", ("2020-01-01", "2020-03-31")),
        ("2018-09-17/2020-03-05", ("2018-09-17", "2020-03-05")),
        ("2018-09/..", ("2018-09-01", None)),
        ("../2020-03", (None, "2020-03-31")),
        ("2018-09/", ("2018-09-01", None)),
        ("../..", (None, None)),
        ("2020-02-30", (None, None)),
        ("2020-13", (None, None)),
        ("0000", ("0000-01-01", "0000-12-31")),
        ("XXXX-WXX-1", (None, None)),
        ("أمس", (None, None)),
        ("", (None, None)),
        (None, (None, None)),
    ],
)
def test_bounds(edtf: str | None, expected: Bounds) -> None:
    assert date_bounds(edtf) == expected


@given(st.text(alphabet="0123456789-/.TX~?Z: ", max_size=25))
def test_bounds_never_fail_and_keep_order(edtf: str) -> None:
    first, last = date_bounds(edtf)
    for day in (first, last):
        assert day is None or len(day) == 10
    if "/" not in edtf and first and last:
        assert first <= last


def test_a_filter_takes_days_months_and_years() -> None:
    assert Filter(date_from="2020-02", date_to="2020-02").days() == ("2020-02-01", "2020-02-29")
    assert Filter(date_from="2019").days() == ("2019-01-01", None)


@pytest.mark.parametrize("given_date", ["yesterday", "21/02/2020", "2020-02-31"])
def test_a_filter_that_is_no_date_says_what_to_write(given_date: str) -> None:
    with pytest.raises(LedgerError, match="write 2020, 2020-02 or 2020-02-21"):
        Filter(date_to=given_date).days()


@pytest.mark.parametrize(
    ("date_from", "date_to"), [("2021", "2020"), ("2020-03", "2020-02-29"), ("2020-02-02", "2020-02-01")]
)
def test_a_range_that_runs_backwards_is_refused(date_from: str, date_to: str) -> None:
    with pytest.raises(LedgerError, match=f"«{date_from}» is after to «{date_to}»; give the earlier date"):
        Filter(date_from=date_from, date_to=date_to).days()


def test_a_range_of_one_day_or_within_a_month_is_none_that_runs_backwards() -> None:
    assert Filter(date_from="2020-02-16", date_to="2020-02-16").days() == ("2020-02-16", "2020-02-16")
    assert Filter(date_from="2020-02-16", date_to="2020-02").days() == ("2020-02-16", "2020-02-29")
