"""«قبل N من …»: before today where a place follows «من», before an event where one does."""

import pytest

from tests.annotate.times_table import times_of

FROM_A_PLACE = [
    ("انسحبت القوات قبل أسبوعين من البلدة.", [("قبل أسبوعين", "2021-05-26")]),
    ("انسحبت الفصائل قبل يومين من المدينة.", [("قبل يومين", "2021-06-07")]),
    ("عاد السكان قبل شهر من تركيا.", [("قبل شهر", "2021-05")]),
    ("ونزحت العائلات قبل ثلاثة أيام من قراها.", [("قبل ثلاثة أيام", "2021-06-06")]),
    ("فر عدد من المدنيين قبل أسبوع من إدلب.", [("قبل أسبوع", "2021-06-02")]),
    ("غادر الوفد قبل ساعات من جنيف.", [("قبل ساعات", None)]),
]
FROM_AN_EVENT = [
    ("التقى الوزيران قبل يومين من انعقاد القمة.", [("قبل يومين", None)]),
    ("انسحبت القوات قبل يومين من الهجوم.", [("قبل يومين", None)]),
    ("عاد الوفد قبل أسبوع من توقيع الاتفاق.", [("قبل أسبوع", None)]),
    ("نزح السكان قبل يومين من سقوط المدينة.", [("قبل يومين", None)]),
    ("وصل الوفد قبل يومين من القمة.", [("قبل يومين", None)]),
    ("انسحبت القوات من البلدة قبل يومين من دخولها.", [("قبل يومين", None)]),
    ("قال القائد قبل شهر من رحيله.", [("قبل شهر", None)]),
    ("غادر الوفد قبل ساعات من الهجوم.", []),
]


@pytest.mark.parametrize(("text", "times"), FROM_A_PLACE)
def test_from_a_place_it_counts_from_today(text: str, times: list[tuple[str, str | None]]) -> None:
    assert times_of(text) == times


@pytest.mark.parametrize(("text", "times"), FROM_AN_EVENT)
def test_from_an_event_it_does_not(text: str, times: list[tuple[str, str | None]]) -> None:
    assert times_of(text) == times
