"""Where counts belong: stated in the clause, set by a heading, pointed back at. The sentences are our own."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline

STATED = [
    # behind the count in its clause, not across a turn
    ("قُتل سبعة مدنيين في قصف على الباب فيما هدأت الجبهات في عفرين", "al-Bab"),
    # origins, speakers' seats, people's origins
    ("سقط تسعة قتلى في قصف على تفتناز مصدره معسكر في جورين", "Taftanaz"),
    ("أصيب أربعة عمال في قصف على بنش، بحسب مصدر طبي في دمشق", "Binnish"),
    ("قُتل ستة من نازحي حمص في غارة على سرمين", "Sarmin"),
    ("في الرقة أوقفت قوات الأمن 14 شخصاً من إدلب بعد الهجوم", "Raqqa"),
    # the dead are brought to a hospital, the displaced flee towards a town
    ("في سراقب أدى القصف إلى إصابة ثمانية أشخاص نُقلوا إلى مشفى في إدلب", "Saraqib"),
    ("أدى القصف على سراقب إلى نزوح 300 عائلة باتجاه عفرين", "Saraqib"),
    # a distance, a pronoun, a quarter no pack knows
    ("استهدفت الطائرات سيارة قرب سرمين (12 كم شرق إدلب) ما أدى لمقتل ثلاثة مدنيين", "Sarmin"),
    ("بعد غارة على أريحا قُتل فيها خمسة مدنيين قصفت الفصائل مواقع في جورين", "Ariha"),
    ("وفي الرقة أصيب خمسة مدنيين بقذيفة على حي الخيزران", "Raqqa"),
    # nothing else: where people were brought to will do
    ("وصلت جثث أربعة قتلى من القصف إلى أعزاز", "Azaz"),
]

REPORTS = [
    # the heading's place, where the sentence tells none
    ("قصف على سراقب\n\nوقال شهود إن القصف بدأ فجراً.\n\nوأحصت فرق الإنقاذ مقتل 5 مدنيين.", "Saraqib"),
    # of several places none
    ("من سراقب إلى عفرين\n\nوأحصت فرق الإنقاذ مقتل 5 مدنيين في القصف.", None),
    # a part of a place that has no name is not the whole place
    ("سجل المركز 30 خرقاً في محافظة إدلب، منها 12 في القطاع الشمالي و18 في القطاع الجنوبي.", None),
    ("وأحصى 40 خرقاً في ريف حلب، وعلى المحور الغربي وحده 7 خروقات.", None),
    ("سجل المركز 30 خرقاً في سوريا، منها 12 في القطاع الشمالي من محافظة إدلب.", "Idlib"),
    # the town pointed back at
    ("أخبار إدلب وحلب\n\nوتعرضت عفرين لقصف عنيف. وقُتل 5 مدنيين في المدينة.", "Afrin"),
    # a toll of the whole war is of no single town
    ("قصف على سراقب\n\nوقُتل منذ اندلاع الحرب عام 2011 أكثر من 300 ألف شخص.", None),
    # a running total is not of the place of the last of its dead
    (
        "العدوان على قطاع غزة\n\nقتل الجيش ثلاثة مدنيين في رفح، لترتفع الحصيلة منذ أكتوبر إلى 900 قتيل.",
        "Gaza Strip",
    ),
]


def place(pipeline: Pipeline, text: str) -> str | None:
    """The English name of the last figure's place."""
    figure = pipeline.analyse(Report("report.txt", text)).assertions.figures[-1]
    return figure.place.name_en if figure.place else None


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_place_stated_with_a_count(pipeline: Pipeline, text: str, expected: str) -> None:
    assert place(pipeline, text) == expected


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_a_place_set_before(pipeline: Pipeline, text: str, expected: str | None) -> None:
    assert place(pipeline, text) == expected
