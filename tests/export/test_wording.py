"""Dates and amounts as people read them."""

from dataclasses import replace

import pytest

from hudna.export.labels import Labels, load_labels
from hudna.export.page_rows import surroundings
from hudna.export.wording import amount, date_key, plain_amount, spell_date
from tests.export.made import analysis


@pytest.fixture(scope="module")
def labels() -> Labels:
    return load_labels()


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2020-02-16", "16 February 2020", "16 شباط/فبراير 2020"),
        ("2018-09", "September 2018", "أيلول/سبتمبر 2018"),
        ("2019", "2019", "2019"),
        ("2020-01-09T14:00", "9 January 2020, 14:00", "9 كانون الثاني/يناير 2020، 14:00"),
        ("2018-09-17/..", "since 17 September 2018", "منذ 17 أيلول/سبتمبر 2018"),
        ("../2020-03", "until March 2020", "حتى آذار/مارس 2020"),
        ("2019-12/2020-02", "December 2019 – February 2020", "كانون الأول/ديسمبر 2019 – شباط/فبراير 2020"),
        ("2020-02-16~", "about 16 February 2020", "نحو 16 شباط/فبراير 2020"),
        ("XXXX-WXX-1", "Monday (date not known)", "الاثنين (التاريخ غير معروف)"),
        ("XXXX-04-15", "15 April (year not known)", "15 نيسان/أبريل (السنة غير معروفة)"),
        ("-P2D", "2 days before a day not known", "قبل 2 من الأيام، واليوم غير معروف"),
        ("P0D", "that day (date not known)", "اليوم نفسه (التاريخ غير معروف)"),
        ("PAST_REF", "recently (date not known)", "مؤخراً (التاريخ غير معروف)"),
        ("XXXX-WXX-1/..", "since Monday (date not known)", "منذ الاثنين (التاريخ غير معروف)"),
        ("2020-21", "2020-21", "2020-21"),
        ("201X", "201X", "201X"),
    ],
)
def test_dates(labels: Labels, edtf: str, english: str, arabic: str) -> None:
    both = spell_date(edtf, labels)
    assert (both.en, both.ar) == (english, arabic)


@pytest.mark.parametrize(
    ("bound", "lower", "upper", "english", "plain"),
    [
        ("exact", 1800.0, 1800.0, "1,800", "exact 1800"),
        ("at_least", 12.0, None, "at least 12", "at_least 12"),
        ("more_than", 1_700_000.0, None, "more than 1,700,000", "more_than 1700000"),
        ("less_than", None, 5.0, "less than 5", "less_than 5"),
        ("about", 40.0, None, "about 40", "about 40"),
        ("between", 10.0, 20.0, "between 10 and 20", "between 10..20"),
        ("between", 1_000_000.0, 2_500_000.0, "between 1,000,000 and 2,500,000", "between 1000000..2500000"),
        ("order", 100000.0, None, "of the order of 100,000", "order 100000"),
        ("exact", 1.5, 1.5, "1.5", "exact 1.5"),
        ("order", None, None, "no number given", ""),
    ],
)
def test_amounts(
    labels: Labels, bound: str, lower: float | None, upper: float | None, english: str, plain: str
) -> None:
    made = analysis().assertions.figures[0]
    figure = replace(made, bound=bound, lower=lower, upper=upper)  # type: ignore[arg-type]
    assert amount(figure, labels).en == english
    assert plain_amount(figure) == plain


def test_undated_sorts_last_and_open_intervals_by_their_known_end() -> None:
    dates = ["2020-02-16", None, "2018-09/..", "../2019-05", "2018"]
    assert sorted(dates, key=date_key) == ["2018", "2018-09/..", "../2019-05", "2020-02-16", None]


@pytest.mark.parametrize("start", [0, 3, 100, 250, 395])
def test_context_stays_on_the_line_and_near(start: int) -> None:
    text = "سطر\n" + "كلمة " * 80
    end = min(start + 4, len(text))
    low, high = surroundings(text, start, end)
    assert 0 <= low <= start
    assert end <= high <= len(text)
    assert start - low <= 70
    assert high - end <= 70
    assert "\n" not in text[low:start]
    assert "\n" not in text[end:high]


def test_every_code_of_the_records_has_a_label(labels: Labels) -> None:
    from typing import get_args

    from hudna.model import assertions

    for table, values in (
        ("events", assertions.EventType),
        ("status", assertions.Status),
        ("forces", assertions.Force),
        ("bounds", assertions.Bound),
    ):
        assert set(get_args(values)) <= set(labels.tables[table])
    arabic = [b for table in labels.tables.values() for b in table.values()]
    assert all(b.en and b.ar for b in arabic)
