"""When a report was published, from what it says itself. Reports are made up."""

import pytest

from hudna.annotate.times import TimeStep
from hudna.model.report import Published
from hudna.text.reading import read
from tests.annotate.times_table import analyse, times_of

TITLE = "هدوء حذر على الجبهات\n\n"

STATED = [
    (TITLE + "تم النشر: 2021/06/09 الساعة 10:30\n\nقصفت المدفعية القرية أمس.", "2021-06-09"),
    (TITLE + "تاريخ النشر: 9 حزيران/يونيو 2021\n\nقصفت المدفعية القرية أمس.", "2021-06-09"),
    (TITLE + "الأربعاء، 09-06-2021\n\nقصفت المدفعية القرية أمس.", "2021-06-09"),
    (TITLE + "9 يونيو 2021\n\nقصفت المدفعية القرية أمس.", "2021-06-09"),
    ("طرابلس 9 يونيو 2021 / قصفت المدفعية القرية أمس.", "2021-06-09"),
    ("دمشق (9 حزيران 2021) - قصفت المدفعية القرية أمس.", "2021-06-09"),
    (
        "الجمعة 4 نوفمبر 2022\nرئيس التحرير\nهدوء حذر\nالأربعاء 09/يونيو/2021 - 06:10 م\n\nقصفت القرية أمس.",
        "2021-06-09",
    ),
    (
        TITLE + "13:56 - 09/06/2021 الأربعاء\nتحديث: 13:57 - 10/06/2021\n\nقصفت المدفعية القرية أمس.",
        "2021-06-09",
    ),
    ("جنيف - وكالة مثال - 9 حزيران 2021\n\nقصفت المدفعية القرية أمس.", "2021-06-09"),
    ("الأربعاء 28 شوال 1442هـ الموافق 9 يونيو 2021م\n\nقصفت المدفعية القرية أمس.", "2021-06-09"),
    ("date 2021-06-09 وقصفت المدفعية القرية أمس.", "2021-06-09"),
    (TITLE + "تم النشر: 2021/06/09\nتم التحديث: 2021/06/11\n\nقصفت المدفعية القرية أمس.", "2021-06-09"),
]

INFERRED = [
    ("قال المتحدث، الأربعاء 9 يونيو/حزيران 2021، إن القرية قصفت أمس.", "2021-06-09"),
    ("قصفت المدفعية القرية اليوم الأربعاء 9 يونيو 2021. وقال ناشط إن القصف استمر.", "2021-06-09"),
    ("قصفت المدفعية القرية أمس الثلاثاء 8 يونيو 2021.", "2021-06-09"),
    ("قال المتحدث، الأربعاء 9 حزيران، إن القرية قصفت. وكان الاتفاق وقع في آذار 2020.", "2021-06-09"),
    ("أنقرة، 9 يونيو – أعلنت الوزارة اليوم الأربعاء أن الهدنة ستبدأ السبت 12 يونيو 2021.", "2021-06-09"),
    ("قصفت القرية الثلاثاء 8 يونيو 2021، بحسب ناشطين. وتصل القافلة اليوم الأربعاء.", "2021-06-09"),
]

UNKNOWN = [
    "هدنة 12 يناير 2020\n\nعاد الأهالي أمس إلى القرية بعد أسابيع من النزوح، بحسب ناشطين من سكانها.",
    "قال المتحدث اليوم الثلاثاء إن القرية قصفت أمس.",
    "قال المتحدث، الأربعاء 9 حزيران، إن القرية قصفت.",
    "قصفت القرية أمس 8 حزيران. وكان الاتفاق وقع عام 2020.",
    "تعود الهدنة إلى اتفاق 5 آذار 2020 الذي وقع في موسكو.",
    "عند الساعة الثانية ظهراً قصفت المدفعية القرية.",
    "وقعت الحكومة الاتفاق في 12 مايو 2017، ثم انهار في 3 يونيو 2019.",
    "نشر الناشطون تسجيلاً يعود إلى 5 يناير 2020 يظهر القصف.",
    "ستبدأ الهدنة الأربعاء 9 يونيو 2021 وفق الاتفاق.",
    "الجمعة 23 مايو 2025\n\nقصفت القرية أمس السبت، ويبدأ الانسحاب يوم 18 ديسمبر الجاري.",
    "قال المتحدث اليوم الاثنين 1 غشت الجاري إن القرية قصفت.",
    "تمت الصفقة الاثنين. وكانت الأولى جرت الخميس 3 حزيران 2021.",
]


@pytest.mark.parametrize(("text", "date"), STATED)
def test_stated(text: str, date: str) -> None:
    published, times = analyse(text, None)
    assert (published.date, published.basis) == (date, "stated")
    assert published.start is not None
    assert "2021" in text[published.start : published.end]
    assert [t.date for t in times if t.text == "أمس"] in (["2021-06-08"], [])


@pytest.mark.parametrize(("text", "date"), INFERRED)
def test_inferred(text: str, date: str) -> None:
    published, _ = analyse(text, None)
    assert (published.date, published.basis) == (date, "inferred")


@pytest.mark.parametrize("text", UNKNOWN)
def test_never_invented(text: str) -> None:
    published, _ = analyse(text, None)
    assert (published.date, published.basis) == (None, "unknown")
    assert published.how


def test_metadata_is_kept_as_given() -> None:
    given = Published("2019-01-02", "metadata", how="HTTP header")
    text = "تم النشر: 2021/06/09\nقصفت المدفعية القرية أمس."
    published, times, _ = TimeStep.load()(read(text), given)
    assert published == given
    assert [t.date for t in times if t.text == "أمس"] == ["2019-01-01"]


def test_metadata_coarser_than_a_day_anchors_nothing() -> None:
    text = "قصفت المدفعية القرية أمس."
    published, times, _ = TimeStep.load()(read(text), Published("2019-03", "metadata"))
    assert published.date == "2019-03"
    assert [(t.timex, t.date) for t in times] == [("-P1D", None)]


def test_a_day_without_year_still_places_weekdays() -> None:
    _, times = analyse("قصفت القرية أمس الجمعة 20 آب. وقال ناشط الخميس إن الطريق مغلق.", None)
    assert [(t.timex, t.date) for t in times] == [("XXXX-08-20", None), ("XXXX-08-19", None)]


def test_a_date_line_in_furniture_counts() -> None:
    text = "هدوء حذر\nالمصدر: نشر هذا الخبر على موقع آخر بتاريخ 9 حزيران 2021\nقصفت المدفعية القرية أمس."
    published, _ = analyse(text, None)
    assert published.date == "2021-06-09"


def test_undated_reports_say_so_once() -> None:
    _, _, open_ends = TimeStep.load()(read("قصفت القرية أمس. وعادت اليوم."), Published())
    assert len(open_ends) == 1
    assert "2 times" in open_ends[0].reason


def test_a_weekday_that_contradicts_its_date_is_reported() -> None:
    text = "وقع الاتفاق الاثنين 9 حزيران 2021."
    _, times, open_ends = TimeStep.load()(read(text), Published("2021-06-12", "metadata"))
    assert [t.date for t in times] == ["2021-06-09"]
    assert any("weekday" in a.reason for a in open_ends)


def test_a_month_nothing_decides_stays_open() -> None:
    assert times_of("الانتخابات في نوفمبر.") == [("نوفمبر", None)]


def test_a_date_line_with_no_day_says_so() -> None:
    published, times = analyse("date 2021-06 قصفت المدفعية القرية أمس.", None)
    assert (published.date, published.basis) == ("2021-06", "stated")
    assert [t.date for t in times if t.text == "أمس"] == [None]
