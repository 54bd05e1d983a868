"""Voices of communiqués, crowds, offices of whoever spoke, words that stand before a colon or in brackets."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline

WE = [
    ("إننا في وزارة الدفاع السورية ندين القصف على حلب ونطالب بوقفه.", ["SYR.MIL condemn", "SYR.MIL demand"]),
    ("نحن أهالي درعا نناشد العالم فتح المعابر.", ["SYR.CVL demand"]),
    (
        "المكتب الإعلامي الحكومي في غزة: 30 شهيداً في الغارة على المدرسة، ونحذر من كارثة صحية.",
        ["PSE.GOV claim", "PSE.GOV warn"],
    ),
    ("(وزارة الدفاع التركية) تم تحييد خمسة مسلحين شمال سوريا.", ["TUR.MIL claim"]),
]
OTHERS = [
    ("احتشد الآلاف في ميدان الشهداء بطرابلس مطالبين بإجراء الانتخابات.", ["LBY.CVL demand"]),
    ("أعلن الاتحاد التونسي للشغل الإضراب، وقال أمينه العام إن الحوار فشل.", ["TUN claim", "TUN claim"]),
    ("أكد بيان عسكري أميركي أن الغارات أصابت مخازن.", ["USA.MIL claim"]),
    ("سقط قتلى في الغارة، نقلت وكالة رويترز عن مصادر أمنية عراقية.", ["IRQ.MIL claim"]),
    ("قال مصدران عسكريان لوكالة فرانس برس إن المعارك تدور غرب مأرب.", ["YEM.MIL claim"]),
    ("قال الجيش الإسرائيلي إن الغارة لم تستهدف المدنيين.", ["ISR.MIL deny"]),
    ("وصفت دمشق الاتهامات الموجهة إليها بأنها «مسرحية رديئة».", ["SYR deny"]),
    ("حمّل مسؤول أميركي الفصائل المسؤولية، وهدد برد قاسٍ.", ["USA.GOV accuse", "USA.GOV threaten"]),
    ("أعلن الرئيس الأميركي عزمه رفع العقوبات عن سوريا.", ["USA.GOV promise"]),
    ("أعلن مكتب المبعوث أن الطرفين اتفقا على فتح الطريق.", ["IGO.UN claim"]),
    ("قال وكيل الأمين العام للشؤون الإنسانية إن المجاعة تهدد السودان.", ["IGO.UN claim"]),
    ("المصادر الطبية في مستشفى الثورة في تعز أكدت أن الجرحى بحالة حرجة.", ["YEM.CVL claim"]),
    ("قالت روسيا إن الهدنة صامدة، وأحصى الصليب الأحمر عشرين إصابة.", ["RUS claim", "NGO.RED-CROSS claim"]),
    ("نفت روسيا قصف السوق بعدما أعلنت منظمة أطباء بلا حدود مقتل ستة.", ["RUS deny", "NGO.MSF claim"]),
    ("برلين: غوتيريش يدعو المشاركين إلى احترام حظر السلاح", ["IGO.UN demand"]),
]  # fmt: skip
NONE = ["لبنان: متظاهرون يقطعون طريق المطار بالإطارات المشتعلة", "البحرين: مقتل متظاهر وإصابة ثلاثة"]


@pytest.mark.parametrize(("text", "expected"), WE + OTHERS)
def test_voices(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert _said(pipeline, text) == expected


@pytest.mark.parametrize("text", NONE)
def test_datelines_say_nothing(pipeline: Pipeline, text: str) -> None:
    assert _said(pipeline, text) == []


def _said(pipeline: Pipeline, text: str) -> list[str]:
    report = Report("made.txt", text, "عينة", metadata_date="2024-03-20")
    found = pipeline.analyse(report).assertions.statements
    return [f"{'+'.join(a.code or '?' for a in s.speakers)} {s.force}" for s in found]
