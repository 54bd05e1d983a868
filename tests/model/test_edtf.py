"""EDTF values: validity, the stretch of time they may mean, and how windows compare."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.model.edtf import Window, day_of, is_edtf, precision, window

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 30))

WINDOWS = [
    ("2020", "2020-01-01T00:00:00", "2020-12-31T23:59:59"),
    ("2020-02", "2020-02-01T00:00:00", "2020-02-29T23:59:59"),
    ("2020-02-16", "2020-02-16T00:00:00", "2020-02-16T23:59:59"),
    ("2020-02-16~", "2020-02-16T00:00:00", "2020-02-16T23:59:59"),
    ("2020-01-09T14:00", "2020-01-09T14:00:00", "2020-01-09T14:00:59"),
    ("2020-01-09T14:00Z", "2020-01-09T14:00:00", "2020-01-09T14:00:59"),
    ("2020-01-09T14:00:30+03:00", "2020-01-09T14:00:30", "2020-01-09T14:00:30"),
    ("2018-22", "2018-06-01T00:00:00", "2018-08-31T23:59:59"),
    ("2018-24", "2018-12-01T00:00:00", "2019-02-28T23:59:59"),
    ("201X", "2010-01-01T00:00:00", "2019-12-31T23:59:59"),
    ("2018-XX", "2018-01-01T00:00:00", "2018-12-31T23:59:59"),
    ("2018-09-XX", "2018-09-01T00:00:00", "2018-09-30T23:59:59"),
    ("2018-09-17/..", "2018-09-17T00:00:00", None),
    ("2018-09-17/", "2018-09-17T00:00:00", None),
    ("../2018-09-17", None, "2018-09-17T23:59:59"),
    ("2023-05-04/2023-05-11", "2023-05-04T00:00:00", "2023-05-11T23:59:59"),
    ("2019-12-15~/..", "2019-12-15T00:00:00", None),
    ("XXXX-09-27", None, None),
    ("XXXX", None, None),
]

INVALID = [
    "",
    "yesterday",
    "20-02-2020",
    "2020-13",
    "2020-02-30",
    "2019-02-29",
    "2020-00-01",
    "2020-01-00",
    "0000",
    "2X20",
    "2020-XX-05",
    "20XX-05",
    "2020-01-09T25:00",
    "2020-01-09T1:00",
    "2020-02T10:00",
    "2020-05-04/2020-05-01",
    "../..",
    "/",
    "2020/2021/2022",
    "XXXX-13",
    "XXXX-02-30",
    "XXXX-WXX-1",
    "-P2D",
    "P0D",
    "2020-02-16TMO",
    "٢٠٢٠",
    "2020\n",
]


@pytest.mark.parametrize(("value", "earliest", "latest"), WINDOWS)
def test_window(value: str, earliest: str | None, latest: str | None) -> None:
    found = window(value)
    assert found.earliest == (datetime.fromisoformat(earliest) if earliest else None)
    assert found.latest == (datetime.fromisoformat(latest) if latest else None)
    assert is_edtf(value)


@pytest.mark.parametrize("value", INVALID)
def test_invalid(value: str) -> None:
    assert not is_edtf(value)
    assert day_of(value) is None
    with pytest.raises(ValueError, match=r"«|month|day|year"):
        window(value)


@pytest.mark.parametrize(
    ("value", "fine"),
    [
        ("2020", "year"), ("2020-02", "month"), ("2020-02-16", "day"), ("2020-02-16~", "day"),
        ("2020-02-16T10:00", "minute"), ("2018-22", "season"), ("2018/2019", "interval"),
        ("XXXX-09-27", "unknown"), ("201X", "unknown"), ("2018-XX", "year"), ("2018-09-XX", "month"),
    ],
)  # fmt: skip
def test_precision(value: str, fine: str) -> None:
    assert precision(value) == fine


def test_day_of() -> None:
    assert day_of("2020-01-09T14:00Z") == "2020-01-09"
    assert day_of("2020-01-09~") == "2020-01-09"
    assert day_of("2020-01") is None
    assert day_of("2020-01-09/..") is None


@given(DAYS)
def test_every_day_lies_in_its_month_and_year(day: date) -> None:
    own = window(day.isoformat())
    assert own.earliest is not None
    assert own.earliest.date() == day
    for value in (f"{day:%Y}", f"{day:%Y-%m}", f"{day}T10:30", f"{day}/..", f"../{day}"):
        assert window(value).overlaps(own)
    assert window(f"{day:%Y-%m}").covers(own)
    assert window(f"{day:%Y}").covers(window(f"{day:%Y-%m}"))


@given(DAYS, DAYS)
def test_overlap_is_mutual_and_agrees_with_the_calendar(first: date, second: date) -> None:
    one, other = window(first.isoformat()), window(second.isoformat())
    assert one.overlaps(other) == other.overlaps(one) == (first == second)
    low, high = sorted((first, second))
    both = window(f"{low}/{high}")
    assert both.covers(one)
    assert both.covers(other)
    assert is_edtf(f"{high}/{low}") == (low == high)
    assert window(f"{low}/..").covers(both)
    assert not window(f"../{low - timedelta(days=1)}").overlaps(both)


@given(st.text(max_size=30))
def test_no_text_breaks_it(value: str) -> None:
    if is_edtf(value):
        assert isinstance(window(value), Window)
        assert precision(value)


@given(st.from_regex(r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2}(T\d\d:\d\d)?)?)?[~?%]?", fullmatch=True))
def test_near_misses_are_judged_not_raised(value: str) -> None:
    if is_edtf(value):
        found = window(value)
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
