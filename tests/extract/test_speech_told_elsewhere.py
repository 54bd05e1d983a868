"""Sayings told in passing: by gatherings, documents, relays, in relative clauses; words of two readings."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline

CASES = [
    ("خرج المئات في مظاهرة بتعز للمطالبة بصرف الرواتب.", ["YEM.CVL demand"]),
    ("صوّت مجلس الأمن على القرار 2803 الداعي إلى وقف القتال في غزة.", ["IGO.UN demand"]),
    ("ونسبت وكالة رويترز إلى مسؤول إيراني قوله إن الرد قريب.", ["IRN.GOV claim"]),
    ("سقط قتلى في هجوم تبناه تنظيم القاعدة في جزيرة العرب قرب شبوة.", ["YEM.AQAP confirm"]),
    ("تتحدث المنظمة عن مئة قتيل، وهي أرقام تنفيها وزارة الدفاع السورية.", ["NGO claim", "SYR.MIL deny"]),
    ("التقى الرئيس التركي قادة الجيش، وغرّد قائلاً «سنبقى هنا».", ["TUR.GOV promise"]),
    ("نعت حركة حماس قائداً قُتل في غارة على غزة.", ["PSE.HAMAS claim"]),
    ("ونعته رئيس الوزراء الإسرائيلي بأنه «خطأ تاريخي».", ["ISR.GOV condemn"]),
    ("عدّت الأمم المتحدة القرار «هجوماً على المدنيين».", ["IGO.UN condemn"]),
    ("شكر الرئيس اللبناني قطر على دعمها الجيش.", ["LBN.GOV claim"]),
    ("اكتفى المتحدث باسم الكرملين بالقول إن الاتصالات مستمرة.", ["RUS.GOV claim"]),
    ("روى ناجون من حلب كيف نجوا من القصف.", ["SYR.CVL claim"]),
    ("اعتُقل ثلاثة شبان في حلب، وذووهم يطالبون بكشف مصيرهم.", ["SYR.CVL demand"]),
    ("قال المندوب الروسي إن بلاده ترى أن الهدنة صامدة.", ["RUS.GOV claim"]),
    ("أعلنت وزارة الخارجية في مسقط أن الطرفين توصلا إلى تفاهم.", ["OMN.GOV claim"]),
    ("نفى الجيشان السوري والروسي أي صلة بالهجوم.", ["SYR.MIL+RUS.MIL deny"]),
    ("قالت حماس إنها وافقت، ودعا الوسيط المصري الأطراف إلى التوقيع.", ["PSE.HAMAS claim", "EGY demand"]),
    ("الدفاع المدني السوري: مقتل طفلين في إدلب، والجيش السوري ينفي القصف",
     ["NGO.WHITEHELMETS claim", "SYR.MIL deny"]),
    ("وصرّحت الناطقة بلسان الشرطة الإسرائيلية بأن المهاجم قُتل.", ["ISR.COP claim"]),
    ("قدمت الممثلة الخاصة للأمين العام إحاطة، وقالت فيها إن العراق بخير، وسألت القادة: متى ستتفقون؟",
     ["IGO.UN claim", "IGO.UN question"]),
    ("أعيان من سبها يلتقون الوفد ويؤكدون أن الأبواب مفتوحة.", ["LBY.CVL claim"]),
    ("إن قوات الدعم السريع إذ تهنئ الشعب، تؤكد أنها ملتزمة بالهدنة.", ["SDN.RSF promise"]),
    ("رحّب الاتحاد الأفريقي و«إيغاد» بالدعوة إلى الحوار في السودان.", ["IGO.AU+IGO.IGAD claim"]),
    ("تخشى مفوضية اللاجئين تكرار المجازر في دارفور.", ["IGO.UN express-concern"]),
    ("قدّرت وزارة الداخلية الفرنسية عدد المحتجين بمليون.", ["FRA.GOV claim"]),
    ("أعلنت المؤسسة الوطنية للنفط رفع القوة القاهرة عن الحقول في ليبيا.", ["LBY.GOV claim"]),
    ("قصفت الطائرات بلدة في ريف إدلب، وقال الدفاع المدني إن طفلين قُتلا.", ["NGO.WHITEHELMETS claim"]),
    ("غارة على صعدة في اليمن، والتحالف يقول إن الهدف عسكري.", ["SAU.MIL claim"]),
    ("غارات على الحديدة في اليمن. ونقلت قناة المسيرة عن مصدر عسكري أن القتلى ثلاثة.", ["YEM.MIL claim"]),
    ("قُتل جندي إسرائيلي في لبنان، وذكرت صحيفة هآرتس نقلاً عن ضابط كبير أن التحقيق بدأ.", ["ISR.MIL claim"]),
    ("رجّح مسؤول تركي، طلب عدم كشف اسمه، أن تبدأ العملية قريباً.", ["TUR.GOV claim"]),
    ("قال أحد سكان صيدا إنو «المازوت بيكفي يومين».", ["LBN.CVL claim"]),
    ("نفى الجيش التركي القصف قائلاً إن قواته بعيدة عن البلدة.", ["TUR.MIL deny", "TUR.MIL claim"]),
    ("أعلنت تركيا وقف القصف، فيما قالت روسيا إنها هاجمت «مواقع المسلحين».", ["TUR claim", "RUS claim"]),
]  # fmt: skip
NONE = [
    "تظاهر العشرات في الساحة.",
    "اقتصر الحضور على عشرات، ثم تفرقوا.",
    "انتهى النزاع الطويل على المطالبة بالإرث أمام القاضي.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_told_in_passing(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert _said(pipeline, text) == expected


@pytest.mark.parametrize("text", NONE)
def test_nothing_told(pipeline: Pipeline, text: str) -> None:
    assert _said(pipeline, text) == []


def test_a_group_of_several_countries_tells_of_none(pipeline: Pipeline) -> None:
    text = "تبنى تنظيم داعش تفجيرين في بغداد، وقال وزير الصحة إن القتلى ثلاثون."
    assert _said(pipeline, text)[-1] == "IRQ.GOV claim"


def _said(pipeline: Pipeline, text: str) -> list[str]:
    report = Report("made.txt", text, "عينة", metadata_date="2024-03-20")
    found = pipeline.analyse(report).assertions.statements
    return [f"{'+'.join(a.code or '?' for a in s.speakers)} {s.force}" for s in found]
