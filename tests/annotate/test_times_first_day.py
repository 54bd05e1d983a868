"""«غرة رمضان» is the first of the month; next week begins tomorrow."""

import pytest

from tests.annotate.times_table import times_of

TIMES = [
    ("بدأت الهدنة في غرة رمضان 1441.", [("غرة رمضان 1441", "2020-04-24")]),
    ("بدأت الهدنة في غرة شهر رمضان 1441 هـ.", [("غرة شهر رمضان 1441 هـ", "2020-04-24")]),
    ("بدأت الهدنة في غرة حزيران 2020.", [("غرة حزيران 2020", "2020-06-01")]),
    ("بدأت الهدنة في غرة الشهر الجاري.", [("غرة الشهر الجاري", "2021-06-01~")]),
    ("سيصل الوفد الأسبوع المقبل.", [("الأسبوع المقبل", "2021-06-10~/2021-06-16~")]),
]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_first_days(text: str, times: list[tuple[str, str | None]]) -> None:
    assert times_of(text) == times
