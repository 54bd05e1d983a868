"""«الخامس من حزيران 67»: a year of two digits after a day and its month."""

import pytest

from tests.annotate.times_table import times_of

YEARS = [
    ("سقطت في الخامس من حزيران 67.", [("الخامس من حزيران 67", "1967-06-05")]),
    ("سقطت في 5 حزيران/يونيو 67، ثم عادت.", [("5 حزيران/يونيو 67", "1967-06-05")]),
    ("سقطت في الخامس من حزيران 12.", [("الخامس من حزيران 12", "2012-06-05")]),
    ("سقطت في الخامس من حزيران 25.", [("الخامس من حزيران 25", "1925-06-05")]),
    ("سقطت في الخامس من حزيران 48 بعد حصار.", [("الخامس من حزيران 48", "1948-06-05")]),
]
NO_YEARS = [
    "قتل في الخامس من حزيران 12 شخصاً.",
    "قتل في الخامس من حزيران 67 مدنياً.",
    "احترقت في الخامس من حزيران 45 سيارة.",
    "نزح في الخامس من حزيران 67% من السكان.",
    "عقدت في الخامس من حزيران 10 اجتماعات.",
]


@pytest.mark.parametrize(("text", "times"), YEARS)
def test_two_digits_after_a_date_are_its_year(text: str, times: list[tuple[str, str | None]]) -> None:
    assert times_of(text) == times


@pytest.mark.parametrize("text", NO_YEARS)
def test_a_count_after_a_date_is_no_year(text: str) -> None:
    assert [words for words, _ in times_of(text)] == ["الخامس من حزيران"]
    assert [date for _, date in times_of(text)] == ["2021-06-05"]
