"""Since when counts run where another sentence, the head or the line above a list says it."""

import pytest

from hudna.model.report import Published, Report
from hudna.pipeline import Pipeline

CASES = [
    # what began, dated in another sentence
    ("اندلعت الحرب في 15 أبريل 2023. وأحصت الوزارة منذ اندلاع الحرب 4 آلاف قتيل.", "2023-04-15", None),
    ("دخلت الهدنة حيز التنفيذ في 27 نوفمبر 2024. وسجل المركز 60 خرقاً منذ الهدنة.", "2024-11-27", None),
    ("أطلق الجيش العملية في 9 مارس 2024. وقُتل منذ بدء العملية 12 جندياً.", "2024-03-09", None),
    # told of two days: unknown
    ("بدأت الحملة في 2 مايو 2024. وقالت الوزارة إن الحملة بدأت في 4 مايو 2024. وقُتل منذ بدء الحملة 12 جندياً.",
     None, None),
    # nobody says when
    ("تجدد القصف على البلدة. وقُتل منذ بدء الحرب 12 جندياً.", None, None),
    # the days that a bulletin covers
    ("نشرة الانتهاكات بين 3 و9 مايو 2024\nقُتل تسعة مدنيين خلال الفترة التي يغطيها التقرير.",
     "2024-05-03", "2024-05-09"),
    # lines of a list
    ("حصيلة القصف (1-3 مايو 2024):\n• مقتل 12 مدنياً\n• إصابة 40 آخرين", "2024-05-01", "2024-05-03"),
    # a beginning and its end date all counts of the sentence
    ("منذ 2 مايو 2024 وحتى 9 مايو 2024 رُصدت 40 غارة أوقعت 12 قتيلاً و30 جريحاً.", "2024-05-02", "2024-05-09"),
    ("قُتل 12 مدنياً وأصيب 30 آخرون بالقصف خلال مايو 2024.", "2024-05", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "since", "until"), CASES)
def test_since_when_a_count_runs(pipeline: Pipeline, text: str, since: str | None, until: str | None) -> None:
    report = Report("report.txt", text, published=Published("2024-12-20", "metadata", how="given"))
    figures = pipeline.analyse(report).assertions.figures
    assert figures
    assert (figures[-1].since, figures[-1].until) == (since, until)
    assert (figures[0].since, figures[0].until) == (since, until)
