"""Speakers called again by less than their name: «وأضاف», «الوزارة», «المتحدث», the last part of a name."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline

CASES = [
    ("أعلنت وزارة الدفاع الروسية أن طائراتها لم تقصف إدلب. وأضافت أن الجيش السوري رد على النيران.",
     ["RUS.MIL", "RUS.MIL"]),
    ("أعلنت وزارة الدفاع الروسية أن طائراتها لم تقصف إدلب. وقالت الوزارة إن المسلحين خرقوا الهدنة.",
     ["RUS.MIL", "RUS.MIL"]),
    ("قال المتحدث باسم الأمم المتحدة ستيفان دوجاريك إن الوضع خطير. وتابع المتحدث أن القوافل توقفت.",
     ["person/stephane-dujarric", "person/stephane-dujarric"]),
    ("قال وزير الدفاع التركي خلوصي أكار إن بلاده سترد. واتهم الوزير قوات النظام بخرق الاتفاق.",
     ["person/hulusi-akar", "person/hulusi-akar"]),
    ("قال الرئيس التركي رجب طيب أردوغان إن بلاده سترد. وشدد أردوغان على أن الهدنة هشة.",
     ["person/recep-tayyip-erdogan", "person/recep-tayyip-erdogan"]),
    ("قال الرئيس التركي رجب طيب أردوغان إن بلاده سترد. وأكد الرئيس أن الهدنة هشة.",
     ["person/recep-tayyip-erdogan", "person/recep-tayyip-erdogan"]),
    ("قال المرصد السوري لحقوق الإنسان إن القصف أوقع قتلى. وأشار المرصد إلى أن الطائرات روسية.",
     ["NGO.SOHR", "NGO.SOHR"]),
    ("قال الدفاع المدني السوري إن القصف أوقع قتلى في إدلب. وأوضح الدفاع المدني أن فرقه انتشلت الجثث.",
     ["NGO.WHITEHELMETS", "NGO.WHITEHELMETS"]),
    ("قال الناطق باسم الحوثيين سامر العلي إن القصف استمر. وتابع العلي أن الجماعة سترد.",
     ["YEM.HOUTHI", "YEM.HOUTHI"]),
    ("أعلنت حركة حماس أنها قبلت المقترح. وأكدت الحركة أنها سلمت ردها إلى الوسطاء.",
     ["PSE.HAMAS", "PSE.HAMAS"]),
    ("أعلنت قوات الدعم السريع أنها سيطرت على مدينة نيالا. ولفتت القوات إلى أن الجيش انسحب.",
     ["SDN.RSF", "SDN.RSF"]),
    ("قال المبعوث الأممي إلى سوريا غير بيدرسون إن القتال يجب أن يتوقف. ودعا بيدرسون الأطراف إلى ضبط النفس.",
     ["person/geir-pedersen", "person/geir-pedersen"]),
    ("أعلن الجيش الإسرائيلي أنه قصف مواقع في لبنان. وتابع البيان أن الطائرات عادت بسلام.",
     ["ISR.MIL", "ISR.MIL"]),
    ("أعلن الجيش الإسرائيلي أنه قصف مواقع في لبنان. وبحسب المتحدث باسمه فإن الطائرات عادت بسلام.",
     ["ISR.MIL", "ISR.MIL"]),
    ("أصدرت وزارة الخارجية السورية بياناً قالت فيه إن تركيا خرقت الاتفاق. وأضاف البيان أن سوريا سترد.",
     ["SYR.GOV", "SYR.GOV"]),
    ("قال رئيس المجلس المحلي في كفرنبل أحمد الحسني إن القصف أوقع قتلى. وقُصفت البلدة مجدداً. وذكر الحسني أن "
     "الأهالي نزحوا.", ["SYR.GOV", "SYR.GOV"]),
    ("قال مسؤول تركي إن بلاده سترد. وأوضح المسؤول، الذي طلب عدم كشف اسمه، أن التعزيزات وصلت.",
     ["TUR.GOV", "TUR.GOV"]),
    ("قالت روسيا إن الهدنة قائمة. وفي المقابل أعلنت تركيا أن النظام خرقها. وأضافت أنها سترد.",
     ["RUS", "TUR", "TUR"]),
    ("قال الناشط كريم العمر إن القصف أوقع قتلى في سوريا. وأضاف العمر أن الطائرات حلقت بكثافة.",
     ["SYR.ACT", "SYR.ACT"]),
    ("نفت هيئة تحرير الشام أنها هاجمت النقطة. وقال متحدث باسم الهيئة إنها ملتزمة بالهدنة.",
     ["SYR.HTS", "SYR.HTS"]),
    ("أعلنت الأمم المتحدة أن ألف شخص نزحوا. وحذرت المنظمة الدولية من كارثة إنسانية.", ["IGO.UN", "IGO.UN"]),
    ("قال رئيس مجلس النواب نبيه بري إن الهدنة قائمة. وأضاف بري أن لبنان ملتزم.",
     ["person/nabih-berri", "person/nabih-berri"]),
    ("قال رئيس مجلس القيادة الرئاسي رشاد العليمي إن الحوثيين خرقوا الهدنة. وأكد العليمي أن الرد آت.",
     ["person/rashad-al-alimi", "person/rashad-al-alimi"]),
    ("قال رئيس حزب القوات اللبنانية سمير جعجع إن الاتفاق انتهى.", ["person/samir-geagea"]),
    ("قال وزير الدفاع الروسي سيرغي شويغو إن العملية انتهت. وذكر شويغو أن القوات ستبقى.",
     ["person/sergei-shoigu", "person/sergei-shoigu"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_who_goes_on_speaking(pipeline: Pipeline, text: str, speakers: list[str]) -> None:
    report = Report("made.txt", text, "عينة", metadata_date="2020-03-20")
    found = pipeline.analyse(report).assertions.statements
    told = [{s.code, s.entity} for statement in found for s in statement.speakers]
    assert [
        name if name in some else sorted(map(str, some)) for name, some in zip(speakers, told, strict=False)
    ] == (speakers)
    assert len(told) == len(speakers), told
