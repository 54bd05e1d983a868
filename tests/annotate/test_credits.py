"""Whom a page says it has its report from: where it says so, how, and what credits no report."""

import pytest

from hudna.model.annotations import Abstention, Credit
from hudna.model.report import Report
from hudna.pipeline import Pipeline

TITLE = "عنوان الخبر عن القصف في إدلب"
TOLD = "قصفت طائرات حربية روسية بلدة كفرنبل في ريف إدلب الجنوبي صباح اليوم الثلاثاء."


def read(
    pipeline: Pipeline, text: str, publisher: str | None = None
) -> tuple[tuple[Credit, ...], list[Abstention]]:
    notes = pipeline.analyse(Report("t", text, publisher=publisher)).annotations
    return notes.credits, [a for a in notes.abstentions if a.stage == "credits"]


CREDITED = [
    # At the end of the last paragraph, in brackets or behind its full stop.
    (f"{TITLE}\n{TOLD} (رويترز)", "outlet/reuters"),
    (f"{TITLE}\n{TOLD} (رويترز).", "outlet/reuters"),
    (f"{TITLE}\n{TOLD} (المصدر: رويترز)", "outlet/reuters"),
    (f"{TITLE}\n{TOLD} وكالات", "-"),
    (f"{TITLE}\n{TOLD} (نقلاً عن وكالة تاس)", "outlet/tass"),
    # In a line of its own behind the text.
    (f"{TITLE}\n{TOLD}\n(أ ف ب، رويترز)", "outlet/afp outlet/reuters"),
    (f"{TITLE}\n{TOLD}\n(أ.ف.ب)", "outlet/afp"),
    (f"{TITLE}\n{TOLD}\nخ.س/ع.ج (د ب أ)", "outlet/dpa"),
    (f"{TITLE}\n{TOLD}\nالمصدر: الأناضول", "outlet/anadolu"),
    (f"{TITLE}\n{TOLD}\nالمصدر : الجزيرة + وكالات", "outlet/aljazeera -"),
    (f"{TITLE}\n{TOLD}\nالمصدر:\nرويترز", "outlet/reuters"),
    (f"{TITLE}\n{TOLD}\nالمصدر: وكالة سبوتنيك ورويترز", "outlet/sputnik outlet/reuters"),
    (f"{TITLE}\n{TOLD}\nنقلاً عن وكالة الأناضول", "outlet/anadolu"),
    (f"{TITLE}\n{TOLD}\nSource: Reuters", "outlet/reuters"),
    (f"{TITLE}\n{TOLD}\nالمصدر: المرصد السوري لحقوق الإنسان", "org/syria/sohr"),
    (f"{TITLE}\n{TOLD}\nالمصدر: وزارة الدفاع الروسية", "RUS.MIL"),
    (f"{TITLE}\n{TOLD}\nالمصدر: شبكة الضفاف الإخبارية", "شبكة الضفاف الإخبارية"),
    # Between title and text.
    (f"{TITLE}\nوكالات\n{TOLD}", "-"),
    (f"{TITLE}\nدمشق – سانا\n{TOLD}", "outlet/sana"),
    (f"{TITLE}\nبيروت - وكالات\n{TOLD}", "-"),
    (f"{TITLE}\nإسطنبول/ الأناضول\n{TOLD}", "outlet/anadolu"),
    (f"{TITLE}\nلندن: «الشرق الأوسط»\n{TOLD}", "outlet/asharq-al-awsat"),
    # At the beginning of the first paragraph.
    (f"{TITLE}\nالقاهرة (رويترز) - {TOLD}", "outlet/reuters"),
    (f"موسكو - (د ب أ): {TOLD}", "outlet/dpa"),
    (f"دمشق-سانا {TOLD}", "outlet/sana"),
    (f"رام الله /وفا/ {TOLD}", "outlet/wafa"),
    (f"رويترز – {TOLD}", "outlet/reuters"),
    (f"بغداد/ واع/ {TOLD}", "outlet/ina"),
    (f"عدن – سبأنت: {TOLD}", "outlet/saba"),
    # More said of a source than its name.
    (f"{TITLE}\n{TOLD}\nالمصدر: صحيفة هآرتس العبرية", "outlet/haaretz"),
    (f"{TITLE}\n{TOLD}\nالمصدر: وكالة الأنباء الفرنسية (فرانس برس)", "outlet/afp"),
    # Nobody credits the report.
    (f"{TITLE}\n{TOLD}", ""),
    (f"{TITLE}\nجنود أتراك في ريف إدلب قرب كفرنبل أمس (رويترز)\n{TOLD}\nوقال ناشطون إن القصف مستمر.", ""),
    (f"{TITLE}\nمصدر الصورة: رويترز\n{TOLD}", ""),
    (f"{TITLE}\nالشرق الأوسط\n{TOLD}", ""),
    (f"{TITLE}\nعن شبكة الطرق\n{TOLD}", ""),
    (f"{TITLE}\n{TOLD}\nالمصدر: سامر الحاج", ""),
    (f"رويترز: {TOLD}", ""),
    ("قال مصدر في كفرنبل (ريف إدلب) إن طائرات حربية روسية قصفت البلدة صباح اليوم.", ""),
    ("قصفت طائرات حربية بلدة كفرنبل صباح اليوم، وقالت الوكالة (رويترز) إن القصف مستمر.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CREDITED)
def test_whom_a_page_credits(pipeline: Pipeline, text: str, expected: str) -> None:
    credits, _ = read(pipeline, text)
    assert " ".join(c.entity or c.code or c.name_ar or "-" for c in credits) == expected
    assert all(text[c.start : c.end] == c.text for c in credits)


def test_paragraphs_with_sources_of_their_own_credit_no_report(pipeline: Pipeline) -> None:
    text = f"{TOLD} (رويترز)\nوقصفت المدفعية التركية مواقع لقوات النظام قرب سراقب ظهر اليوم. (الأناضول)"
    credits, (left,) = read(pipeline, text)
    assert credits == ()
    assert "sources of their own" in left.reason
    assert text[left.start : left.end] == "الأناضول"
    credits, left_ = read(
        pipeline, f"{TOLD} (رويترز)\nوقال ناشطون إن القصف مستمر على البلدة حتى الآن. (رويترز)"
    )
    assert ([c.entity for c in credits], left_) == (["outlet/reuters"], [])


def test_an_outlet_does_not_credit_itself(pipeline: Pipeline) -> None:
    text = f"{TITLE}\n{TOLD}\nالمصدر: الجزيرة + رويترز"
    assert [c.entity for c in read(pipeline, text, "الجزيرة نت")[0]] == ["outlet/reuters"]


def test_a_source_said_twice_is_one(pipeline: Pipeline) -> None:
    text = f"{TITLE}\nالقاهرة (رويترز) - {TOLD}\nالمصدر: رويترز"
    assert [c.entity for c in read(pipeline, text)[0]] == ["outlet/reuters"]
