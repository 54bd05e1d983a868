"""Whatever the text: no error, words are the slice they point at, values are valid, nothing overlaps."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.annotate.times import TimeStep
from hudna.model.report import Published
from hudna.text.reading import read
from tests.annotate.times_table import analyse, step

VOCABULARY = """
أمس اليوم غداً الأحد الجمعة يوم مساء ليل منتصف منذ قبل بعد خلال من إلى حتى بين الأول الثاني والعشرين 5 17 31
2020 1441 هـ مارس آب شباط فبراير/شباط كانون محرم رمضان الماضي المقبل الشهر العام الأسبوع ساعة الساعة : / - ( )
، . و ال الـ يومين ثلاثة أيام نحو أكثر مطلع نهاية صيف شهر عام سنة منه نفسه التالي قال سيصل «اليوم» 2020-02-31
29 شباط 19:30 5/6/2020 31.12.9999 بتوقيت غرينتش ونصف 99999999999999 9999999 يوماً مليون
"""
WORDS = VOCABULARY.split()


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=40),
    st.sampled_from([None, "2020-02-29", "2021-06", "0001-01-01", "9999-12-31"]),
)
def test_any_string_of_time_words(words: list[str], published: str | None) -> None:
    analyse(" ".join(words), published)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    analyse(text, None)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_vowels_and_tatweel_change_nothing(words: list[str]) -> None:
    plain = " ".join(words)
    marked = plain.replace("م", "مُ").replace("سب", "سـب")
    values = [[(t.timex, t.date) for t in step()(read(text), Published())[1]] for text in (plain, marked)]
    assert values[0] == values[1]


def test_two_steps_say_the_same() -> None:
    reading = read("قصفت المدفعية القرية أمس الثلاثاء 8 حزيران 2021.")
    assert TimeStep.load()(reading, Published()) == TimeStep.load()(reading, Published())


def test_a_number_of_ten_thousand_digits() -> None:
    analyse(f"قبل {'9' * 10_000} يوماً، و{'1' * 10_000} كانون الثاني {'2' * 10_000}.", "2021-06-09")
