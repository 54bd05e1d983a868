"""Who says it where several are named around the verb, and words spelled like a verb of saying."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline

HOUSES = [
    ("نفى ناطق باسم «قسد» أن تكون قواته قد قصفت القرية.", ["SYR.SDF deny"]),
    ("قال مصدر في «حزب الله» إن المفاوضات تعثرت.", ["LBN.HEZ claim"]),
    ("أبلغ قائد قوات «اليونيفيل» الصحفيين أن الدوريات مستمرة في جنوب لبنان.", ["IGO.UN claim"]),
    ("تبنى تنظيم «داعش» تفجيراً وسط بغداد.", ["IRQ.ISIS confirm"]),
    ("وتعهّد والي الخرطوم بإعادة المياه قبل نهاية الشهر.", ["SDN.GOV promise"]),
    ("أكد محافظ عدن أن الكهرباء ستعود.", ["YEM.GOV claim"]),
    ("تحدث سكان عن غارات للتحالف على أطراف تعز.", ["YEM.CVL claim"]),
]
DOERS = [
    (
        "أعلن الجيش الروسي وقف القصف، ودعت الأمم المتحدة الأطراف إلى ضبط النفس.",
        ["RUS.MIL claim", "IGO.UN demand"],
    ),
    ("قال الجيش الإسرائيلي إنه ضرب الموقع، ودعا إيران إلى التهدئة.", ["ISR.MIL claim", "ISR.MIL demand"]),
    (
        "أعلن الجيش الإسرائيلي الهدنة، وحضّت منظمة أطباء بلا حدود المانحين على الدعم.",
        ["ISR.MIL claim", "NGO.MSF demand"],
    ),
    ("قالت روسيا إن الهدنة صامدة، وحثت الأطراف على احترامها.", ["RUS claim", "RUS demand"]),
    (
        "أفاد الصليب الأحمر بسقوط جرحى، ودعا الرئيس اللبناني المواطنين إلى الهدوء.",
        ["NGO.RED-CROSS claim", "LBN.GOV demand"],
    ),
    ("قال سكان كفرنبل إن القصف استمر، وقالو ان الطريق مقطوع.", ["SYR.CVL claim", "SYR.CVL claim"]),
    ("وُقّع الاتفاق في الدوحة، ورحبت حماس به.", ["PSE.HAMAS claim"]),
    ("لجأ مئات الآلاف إلى تشاد في ما تسميه الأمم المتحدة «أسوأ أزمة».", ["IGO.UN claim"]),
    ("ردت وزارة الخارجية السورية على الاتهامات بتأكيدها أن القصف لم يقع.", ["SYR.GOV claim"]),
]
ASKED = [
    ("طالب المبعوث الأممي الخاص بهدنة في حلب.", ["IGO.UN demand"]),
    (
        "أدان رئيس الوزراء الفلسطيني القصف، وطالب مجلس الأمن بحماية المدنيين.",
        ["PSE.GOV condemn", "PSE.GOV demand"],
    ),
    ("قُتل مدنيان في تل أبيض، واتهمت وزارة الدفاع التركية «الوحدات» بالهجوم.", ["TUR.MIL accuse"]),
]
NONE = [
    "أيدت محكمة الاستئناف في عدن حكم الإعدام بحق ثلاثة متهمين بتفجير السوق.",
    "وصلت إلى غزة شاحنات محملة بالدقيق والخيام.",
    "رفضت المحكمة العليا الإسرائيلية التماس الأهالي ضد الهدم.",
    "دانت المحكمة الجنائية الدولية قائد الميليشيا بارتكاب جرائم.",
    "تبنى مجلس الأمن الدولي بالإجماع القرار 2701.",
    "أغلقت المحال أبوابها في رام الله رفضاً للقرار.",
    "ارتفع عدد النازحين من «القرى الأمامية» في لبنان.",
    "بدأت محكمة ألمانية جلسات الاستماع إلى شهود في قضية ضابط متهم بالمسؤولية عن التعذيب.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOUSES + DOERS + ASKED)
def test_who_says_it(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert _said(pipeline, text) == expected


@pytest.mark.parametrize("text", NONE)
def test_nobody_says_anything(pipeline: Pipeline, text: str) -> None:
    assert _said(pipeline, text) == []


def _said(pipeline: Pipeline, text: str) -> list[str]:
    report = Report("made.txt", text, "عينة", metadata_date="2024-03-20")
    found = pipeline.analyse(report).assertions.statements
    return [f"{'+'.join(a.code or '?' for a in s.speakers)} {s.force}" for s in found]
