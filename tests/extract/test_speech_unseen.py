"""Who speaks in sentences of kinds that earlier rules misread; every sentence is written for these tests."""

import pytest

from hudna.model.assertions import Statement
from hudna.model.report import Report
from hudna.pipeline import Pipeline

Said = tuple[str, str, str]
"""Country parts of the speakers, force, words of the content."""


def told(pipeline: Pipeline, text: str) -> tuple[Statement, ...]:
    return pipeline.analyse(
        Report("made.txt", text, "عينة", metadata_date="2021-05-11")
    ).assertions.statements


def countries(statement: Statement) -> str:
    return "+".join(sorted({(a.code or "").split(".")[0] for a in statement.speakers}))


def strip(text: str) -> str:
    return "".join(c for c in text if not "\u064b" <= c <= "\u0652")


CASES: dict[str, list[Said]] = {
    # An opening clause ends what the verb before it says.
    "نقلت فرق الإسعاف اللبنانية جرحى الحادث، فيما رجّح الجيش اللبناني أن يكون لغم قد انفجر.":
        [("LBN", "claim", "لغم قد انفجر")],
    "اعترضت الدفاعات الأميركية ثلاثة صواريخ، وقال البنتاغون إن القاعدة لم تصب.":
        [("USA", "claim", "القاعدة")],
    "رفضت فرنسا المقترح، وأعلنت ألمانيا أنها تدرسه.": [("FRA", "deny", "المقترح"), ("DEU", "claim", "تدرسه")],
    # A clause of its own between commas does not take «أن» away.
    "رجّح مسؤول أميركي، طلب عدم كشف اسمه، أن يبدأ الانسحاب قريباً.": [("USA", "claim", "يبدأ الانسحاب")],
    # «ألا» leads like «أن».
    "أكدت وزارة الخارجية الروسية ألا بديل عن المفاوضات.": [("RUS", "claim", "بديل عن المفاوضات")],
    # A relative clause with a subject of its own.
    "توقف القصف على البلدة التي تقول وزارة الصحة اللبنانية إن مستشفاها خرج من الخدمة.":
        [("LBN", "claim", "مستشفاها خرج")],
    # The speaker ends at the relative pronoun, and what he further does in it is told too.
    "غادرت ستون عائلة المخيم في شمال لبنان، بحسب البلدية التي ناشدت الأمم المتحدة إرسال خيام.":
        [("LBN", "claim", "غادرت ستون"), ("LBN", "demand", "خيام")],
    # «الأخيرة» is whoever was named last.
    "قالت تركيا إن طائرة روسية خرقت أجواءها، بينما نفت الأخيرة دخول أي طائرة.": [("RUS", "deny", "طائرة")],
    # Inverted: the verb and its speaker after what is said.
    "لا عودة إلى القتال في الوقت الحالي، أكد وزير الدفاع العراقي.": [("IRQ", "claim", "لا عودة")],
    "لا جديد في ملف الأسرى، هكذا لخّص مسؤول يمني جولة المحادثات.": [("YEM", "claim", "لا جديد")],
    "لولا المطر لاحترق الحقل كله في ريف إدلب، يقول أحد وجهاء القرية.": [("SYR", "claim", "لاحترق الحقل")],
    # Signed after a dash.
    "أصيب عشرون شخصاً في حريق سوق الخضار ونقلوا إلى المشافي القريبة – وزارة الصحة العراقية":
        [("IRQ", "claim", "أصيب عشرون")],
    # Documents and joined bodies before a colon.
    "بيان صادر عن وزارة الدفاع اليمنية: استعدنا ثلاث تلال غرب مأرب.": [("YEM", "claim", "ثلاث تلال")],
    "غبار كثيف يغطي بغداد ووزارة الصحة العراقية: مئات حالات الاختناق.": [("IRQ", "claim", "حالات الاختناق")],
    "أردوغان من داخل البرلمان: سنحمي حدودنا": [("TUR", "promise", "سنحمي حدودنا")],
    "المبعوث الأممي: الوقت ليس في صالح أحد": [("IGO", "claim", "الوقت ليس")],
    # Bodies and people of the country that the places of the text lie in.
    "تجدد القصف على سراقب، وقالت مصادر طبية إن المشفى امتلأ بالجرحى.": [("SYR", "claim", "المشفى امتلأ")],
    "تفرق المحتجون في الناصرية، والأرصاد تحذر من عاصفة ترابية.": [("IRQ", "warn", "عاصفة")],
    "انقطعت الكهرباء عن صنعاء، وطالب مختار الحي بإصلاح الشبكة.": [("YEM", "demand", "إصلاح الشبكة")],
    # A document as the subject of the verb.
    "طالب بيان صادر عن الحكومة اليمنية بسحب القوات من الجزيرة.": [("YEM", "demand", "سحب القوات")],
    # «بالقول», «بإقرار».
    "اكتفى وزير الخارجية السوداني بالقول إن المشاورات ما زالت جارية.": [("SDN", "claim", "المشاورات")],
    "انهار الجسر تحت أول شاحنة، باعتراف وزارة الدفاع الروسية.": [("RUS", "claim", "انهار الجسر")],
    # Calling something by a bad name is condemning it.
    "وصف رئيس الوزراء العراقي القصف بالعمل الإرهابي.": [("IRQ", "condemn", "الإرهابي")],
    "وقع الهجوم ليلاً، ووصفه وزير الخارجية الأردني بأنه عمل جبان.": [("JOR", "condemn", "عمل جبان")],
    # What speakers say of themselves.
    "قالت وزارة الداخلية العراقية إنها لم تستخدم الرصاص.": [("IRQ", "deny", "تستخدم الرصاص")],
    "قالت الحكومة الألمانية إنها ستمول إعادة بناء المدارس.": [("DEU", "promise", "ستمول")],
    "قالت قوات الدعم السريع إنها سيطرت على الجسر.": [("SDN", "claim", "سيطرت على الجسر")],
    # Gulf, Iraqi and Maghrebi usage.
    "وجّه رئيس الوزراء العراقي القوات الأمنية بفتح الطرق.": [("IRQ", "demand", "فتح الطرق")],
    "أبرز الوزير الأول الجزائري أن الحدود ستبقى مفتوحة.": [("DZA", "claim", "الحدود ستبقى")],
    # The verb after «الأمر الذي», and after a spokesman of a body nobody knows.
    "أُغلق المعبر يومين من دون إنذار، الأمر الذي دانته وزارة الصحة اللبنانية.":
        [("LBN", "condemn", "أغلق المعبر")],
    "ناطق باسم جهاز الطوارئ ناشد سكان طرابلس الليبية بفتح الطريق للمسعفين.":
        [("LBY", "demand", "فتح الطريق")],
    # Whoever made a document known, named after the verb and a time.
    "ارتفع عدد المصابين إلى ستين، حسب حصيلة أعلنتها، مساء أمس، وزارة الصحة السودانية.":
        [("SDN", "claim", "ارتفع عدد")],
    # A noun of feeling in quotation marks.
    'أعربت فرنسا عن "قلقها العميق" من التصعيد.': [("FRA", "express-concern", "قلقها")],
    "أخفق مجلس الأمن بعد اعتراض الصين، على ما أفاد مسؤول فرنسي.": [("FRA", "claim", "أخفق مجلس الأمن")],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES, ids=[str(n) for n in range(len(CASES))])
def test_who_says_what(pipeline: Pipeline, text: str) -> None:
    found = [
        (countries(s), s.force, strip(text[s.content.start : s.content.end])) for s in told(pipeline, text)
    ]
    for country, force, words in CASES[text]:
        assert any((who, how) == (country, force) and words in what for who, how, what in found), found


SILENT = [
    "ساد هدوء حذر معظم أحياء حلب مع دخول الهدنة حيز التنفيذ.",  # no «حذّر»
    "أفرج الوسطاء عن آمر اللواء الأول في طرابلس.",  # no «أمر»
    "وافق المجلس على طلب بغداد تمديد المهمة.",  # no finite verb
    "تعرضت مدينة إدلب للقصف، مدينة الباب نجت منه.",  # no «أدان»
    "تعرضت السوق الكبرى إلى نهب واسع.",  # no «أهاب»
    "وفي تعز، أصيبت طفلة بشظية.",  # a place
    "تضررت شبكة المياه في تعز بينهم ثلاثة خزانات.",  # no «بيّن»
]


@pytest.mark.parametrize("text", SILENT)
def test_who_says_nothing(pipeline: Pipeline, text: str) -> None:
    assert told(pipeline, text) == ()


def test_the_agency_of_a_dateline_is_no_speaker(pipeline: Pipeline) -> None:
    (statement,) = told(pipeline, "أبوظبي في 17 مايو / وام / أعلنت الشرطة العراقية ضبط شحنة مهربة.")
    assert countries(statement) == "IRQ"


def test_an_object_in_the_oblique_case_is_no_speaker(pipeline: Pipeline) -> None:
    found = told(pipeline, "تتصدر الوقاية خطة بيروت، وتدعو المواطنين إلى غسل اليدين.")
    assert all("المواطنين" not in a.text for s in found for a in s.speakers)


def test_we_of_somebody_unknown_is_not_the_accused(pipeline: Pipeline) -> None:
    found = told(pipeline, "إننا نحمّل الجيش الأميركي مسؤولية هذا الهجوم.")
    assert all(countries(s) != "USA" for s in found)


def test_a_spokesman_of_an_unknown_group_is_not_of_the_government(pipeline: Pipeline) -> None:
    (statement,) = told(pipeline, 'تجددت الاشتباكات في صيدا. وقال ناطق باسم "شباب الحي" إن الهدنة صامدة.')
    assert [a.code for a in statement.speakers] == ["LBN"]


def test_a_source_is_not_the_source_before(pipeline: Pipeline) -> None:
    text = "قال مصدر في وزارة الدفاع العراقية إن الطريق آمن. وطالب مصدر نقابي بزيادة الأجور."
    assert [countries(s) for s in told(pipeline, text)] == ["IRQ", ""]
