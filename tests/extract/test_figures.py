"""Figures: which numbers are counts of what, with their scope. Sentences are the project's own."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.annotate.quantities import QuantityStep
from hudna.extract.figures import FigureStep
from hudna.extract.scene import Scene, scene
from hudna.model.annotations import Annotations, Mention, Span, TimeExpression
from hudna.model.assertions import Actor, Event, Figure, Statement, Status
from hudna.model.report import Published
from hudna.text.reading import read

QUANTITIES = QuantityStep.load()
FIGURES = FigureStep.load()
WAR = "تواصل القصف في ظل الهدنة. "
BOUND = {"more_than": ">", "at_least": "≥", "less_than": "<", "about": "~", "exact": "", "order": "≥10^"}


def staged(text: str, times: dict[str, str] | None = None, mentions: tuple[Mention, ...] = ()) -> Scene:
    reading = read(text)
    spans = tuple(
        TimeExpression(text.index(words), text.index(words) + len(words), words, date, date, "given")
        for words, date in (times or {}).items()
    )
    notes = Annotations(
        segments=reading.segments,
        times=spans,
        mentions=mentions,
        quantities=QUANTITIES(reading, spans),
    )
    return scene("report", reading, notes, Published())


def figures(text: str, times: dict[str, str] | None = None) -> tuple[Figure, ...]:
    return FIGURES(staged(text, times))


def mention(text: str, words: str, kind: str, code: str | None = None) -> Mention:
    """A mention of some words of a text, as the mentions step would give it."""
    start = text.index(words)
    tokens = read(text).tokens
    inside = [i for i, t in enumerate(tokens) if start <= t.start and t.end <= start + len(words)]
    return Mention(
        start,
        start + len(words),
        words,
        kind,  # type: ignore[arg-type]
        f"{kind}/{words}",
        code,
        words,
        None,
        inside[0],
        inside[-1] + 1,
    )


def shown(figure: Figure) -> str:
    number = figure.lower if figure.lower is not None else figure.upper
    assert number is not None
    if figure.bound == "between":
        return f"{figure.kind} {figure.lower:g}-{figure.upper:g}"
    return f"{figure.kind} {BOUND[figure.bound]}{number:g}"


def cases(table: str) -> list[tuple[str, list[str]]]:
    """Rows «sentence => figures, comma between»; nothing after the arrow means none."""
    rows = [row.split("=>") for row in table.strip().splitlines()]
    return [(text.strip(), [f.strip() for f in found.split(",") if f.strip()]) for text, found in rows]


PEOPLE = cases(
    """
قُتل 12 مدنياً في قصف على أطراف البلدة => killed 12
ارتقى سبعة مواطنين في غارة على السوق => killed 7
شيّع الأهالي تسعة أفراد ارتقوا في قصف على منزلهم => killed 9
استقبل المشفى طفلين أُصيبا بشظايا => injured 2
دفع القصف أكثر من 30 ألف شخص إلى الفرار => displaced >30000
أجبرت المعارك 400 عائلة على ترك القرى => displaced 400
عاد إلى القرى الجنوبية 640 نازحاً => returned 640
أدى الهجوم إلى مقتل 14 منهم على الأقل => killed ≥14
وثق الفريق مقتل 13 مدنياً، 7 منهم بنيران القناصة و4 بالألغام => killed 13, killed 7, killed 4
سيطرت الفصائل على تسع قرى ثم خسرت ثلاثاً منها ليلة أمس => settlements_captured 9
خرقت الجماعة الهدنة 31 مرة => violations 31
وثق الفريق مقتل 13 مدنياً، 7 منهم على يد قوات النظام و4 على يد مسلحين => killed 13, killed 7, killed 4
ألحق القصف أضراراً بـ14 مركزاً صحياً => other 14
زار المبعوث العاصمة 3 مرات بعد الهدنة =>
رصد المراقبون 22 حالة إطلاق نار => violations 22
دمّر القصف ست منشآت حيوية => other 6
بسط الجيش سيطرته على بلدة تلحداد =>
أوقفوا من جانب واحد عملياتهم =>
قتل ستة من عائلة واحدة => killed 6
قُتل واحد من المدنيين وأصيب اثنان => killed 1, injured 2
مقتل ثلاثة جنود وإصابة خمسة في هجوم على حاجز => fighters_killed 3, injured 5
سقط قتيلان وسبعة جرحى في اشتباكات بين عشيرتين => killed 2, injured 7
لقي 17 شخصاً مصرعهم في انفجار وسط السوق => killed 17
لقي أربعة صيادين حتفهم قبالة الساحل => killed 4
أودى القتال بحياة ما يقرب من 900 شخص => killed ~900
وقعت مجزرة راح ضحيتها 35 شخصاً => killed 35
قالت المصادر إن 19 مدنياً قُتلوا في الغارة => killed 19
أكد الأهالي أن ثلاثة أطفال أشقاء استشهدوا => killed 3
صرح الناطق بأن 12 من جنود الجيش قُتلوا و23 أصيبوا => fighters_killed 12, injured 23
قتل 5 وأصيب 7 في انفجار لغم => killed 5, injured 7
قُتل مدني وجُرح ثلاثة آخرون => killed 1, injured 3
أن امرأة وابنتها قُتلتا حين سقطت القذيفة => killed 2
قتل رجل وزوجته في الخرطوم => killed 2
قُتلت امرأة وثلاثة من أطفالها => killed 1, killed 3
توفي طفل عمره 5 سنوات متأثراً بجروحه => killed 1
استشهد شاب فلسطيني وأصيب ثلاثة آخرون => killed 1, injured 3
انتشلت الفرق 9 جثث من تحت الأنقاض => killed 9
عثر الأهالي على جثث 7 أشخاص قرب النهر => killed 7
بلغ عدد القتلى في المحافظة 323 => killed 323
بلغ إجمالي الشهداء 41 ألفاً و20، والجرحى 94 ألفاً و925 => killed 41020, injured 94925
بلغت حصيلة المواجهات 3 قتلى و15 جريحاً => killed 3, injured 15
أعلنت الوزارة ارتفاع حصيلة القتلى إلى 31 ألفاً و200 شهيد => killed 31200
تجاوز عدد الجرحى 15 ألفاً => injured >15000
قُتل شخص على الأقل في غارة => killed ≥1
حصدت المعارك 11 ألفاً و372 شهيداً، بينهم 3 آلاف طفل ونحو 5 آلاف سيدة، وما يزيد على 28 ألف جريح \
=> killed 11372, killed 3000, killed ~5000, injured >28000
قتلت غارات 12 مدنياً بينهم 4 أطفال => killed 12, killed 4
أصيب تسعة عمال، منهم خمسة قاصرين، بشظايا قذيفة => injured 9, injured 5
مقتل 14 مدنياً، بينهم ثلاث نساء وطفلان => killed 14, killed 3, killed 2
مقتل 6 مزارعين بينهم فتاة وإصابة آخرين بينهم طفلان => killed 6, killed 1, injured 2
5 قتلى بينهم ضابط في كمين => killed 5, fighters_killed 1
سقط تسعة قتلى، خمسة مسلحين وأربعة من حرس الحدود => killed 9, fighters_killed 5, fighters_killed 4
مقتل 8 من عسكرييها وسائق يخدم لدى قواتها => fighters_killed 8, killed 1
ذكرت في البداية حصيلة من 6 جنود => fighters_killed 6
قُتل ما بين 40 و50 من عناصر التنظيم => fighters_killed 40-50
قتل الجيش خمسة عشر مسلحاً => fighters_killed 15
تحييد 60 عنصراً في ريف المدينة => fighters_killed 60
أدى الهجوم الذي نفذه ثلاثة انتحاريين إلى مقتل 8 مدنيين => other 3, killed 8
قتل مسلح ثلاثة جنود عند حاجز => fighters_killed 3
قالت الشرطة إن مسلحين قتلوا ثلاثة حراس => killed 3
وكان الجيش قد خسر 300 جندي في المعركة => fighters_killed 300
غارات توقع 11 قتيلاً وجريحاً => other 11
سقط 20 شخصاً بين قتيل وجريح، وأصيب 20 شخصاً بجروح => other 20, injured 20
قتيل وثلاثة جرحى بقصف مدفعي => killed 1, injured 3
استشهاد ثلاثة مواطنين وإصابة رابع بجروح خطيرة => killed 3, injured 1
نقلت سيارات الإسعاف ثلاثة مصابين إلى المستشفى => injured 3
تعاملت الطواقم مع 11 شهيداً و36 إصابة => killed 11, injured 36
قُتلت فيها امرأة وأربعة أطفال => killed 1, killed 4
ستة عمال، بينهم فتيان، قُتلوا بقذيفة => killed 6, killed 2
إصابة 15 شخصاً بجروح، أربعة منهم من رجال الأمن => injured 15, injured 4
قتل سبعة من مرافقيه ومقتل أحد حراسه => killed 7, killed 1
النائب الذي قُتل مع 9 مواطنين => killed 9
سقوط 25 قتيلاً وإصابة آخرين => killed 25
قتلنا عشرين مسلحاً ونقلنا الباقين => fighters_killed 20
اعتقال خمسة أو ستة أشخاص => detained 5-6
كان القتلى تسعة مقاتلين وطفلين => fighters_killed 9, killed 2
قتل المئات وأصيب الآلاف => killed ≥10^100, injured ≥10^1000
جُرح نحو 150 في الصدامات => injured ~150
"""
)
MOVES = cases(
    """
نزح أكثر من 90 ألف شخص من المدينة => displaced >90000
نحو 45 ألف إنسان تركوا بيوتهم على الساحل => displaced ~45000
مئات الآلاف من المدنيين فروا من المعارك => displaced ≥10^100000
نزحت 450 عائلة من المديرية إلى الساحل => displaced 450
أجبر القتال أكثر من 120 ألف شخص على الفرار من منازلهم => displaced >120000
أحصت البلدية نزوح أكثر من 70 ألفاً عن ديارهم => displaced >70000
تم إجلاء 1200 مدني من الأحياء الشرقية => displaced 1200
تجاوز عدد النازحين 900 ألف شخص => displaced >900000
عاد أكثر من 300 نازح إلى قراهم => returned >300
نصف مليون لاجئ عادوا إلى بلادهم => returned 500000
اعتقلت القوات 22 شاباً في الضفة => detained 22
أوقفت الشرطة 120 متظاهراً، وأفرجت لاحقاً عن 80 منهم => detained 120, other 80
ألقت الأجهزة القبض على سبعة مشتبه بهم => detained 7
اختطف مسلحون مجهولون أربعة عمال إغاثة => abducted 4
وثقت المنظمة 300 حالة اعتقال و45 حالة اختطاف => detained 300, abducted 45
أفرج الحرس عن 14 محتجزاً بينهم فتاة، وأطلقت القبيلة عدداً مماثلاً من الأسرى => other 14, other 1, other 14
إطلاق سراح 18 من عناصر الحرس => other 18
27 جندياً تطلق القوات سراحهم => other 27
بودل ستة صيادين بستة معتقلين لدى السلطات => other 6, other 6
سلّمت الحركة 3 رهائن مقابل الإفراج عن 90 أسيراً => other 3, other 90
استفاد نحو 12 ألف شخص من المساعدات => aid_beneficiaries ~12000
أرسلت الوزارة 500 جندي إلى الحدود => troops 500
إن نحو 2000 جندي سيبقون في البلاد => troops ~2000
لا يزال أكثر من 100 ألف مفقود في السجون => other >100000
المحافظة التي يقطنها 3 ملايين شخص => other 3e+06
"""
)
THINGS = cases(
    """
سيطرت الفصائل على سبع قرى وبلدتين => settlements_captured 7, settlements_captured 2
سيطر خلاله مع مجموعات موالية على بلدتي النور والسلام => settlements_captured 2
تقدمت العشائر في 15 قرية وبلدة => settlements_captured 15
استعادت القوات 6 أحياء في المدينة => settlements_captured 6
طردت القوات المسلحين من 13 قرية => settlements_captured 13
نصح الأهالي بعدم العودة إلى 35 قرية => other 35
دمرت الفصائل دبابة للجيش وناقلة جنود مدرعة => equipment_destroyed 1, equipment_destroyed 1
دمّر الجيش ثلاث دبابات وعربتين مدرعتين => equipment_destroyed 3, equipment_destroyed 2
أسقطت الدفاعات طائرتين مسيرتين => equipment_destroyed 2
أدى القصف إلى تدمير عشرات المنازل => houses_destroyed ≥10^10
أحرقوا 70 منزلاً => houses_destroyed 70
شنّ الطيران 23 غارة، وسقطت نحو 40 قذيفة => air_strikes 23, shells ~40
جُرح ثلاثة بأربع غارات => injured 3, air_strikes 4
أطلقوا صاروخين باتجاه القاعدة => shells 2
سُجل 27 خرقاً لوقف إطلاق النار => violations 27
دخلت المنطقة 80 شاحنة مساعدات، منها 6 للطحين و5 للخيام => other 80, other 6, other 5
ارتكبت الطائرات مجزرتين جنوبي المحافظة => other 2
تضرر 120 منزلاً => houses_destroyed 120
"""
)
NONE = cases(
    """
في نسخته الـ56 شارك 40 دولة و15 منظمة =>
استهدفت الغارات بلدة وقريتين شمال المدينة =>
وصل 12 وزيراً لحضور القمة => other 12
تظاهر آلاف المحتجين في العاصمة => other ≥10^1000
عدداً كبيراً من المقاتلين قُتلوا =>
جُرح العديد من المدنيين =>
أصيب 20 شخصاً بالكوليرا => other 20
دعا وزراء 16 دولة إلى الإفراج عن رهائن تحتجزهم الحركة =>
أدانتهم المحكمة وقضت بسجنهم لأنهم عرّضوا مئات التلاميذ للخطر => other ≥10^100
استقبل المتحف كميات كبيرة من حيث الكمية =>
احتشد 40 متظاهراً خارج المحكمة => other 40
بعد الإفراج عنه وصل عدد المسجلين إلى 25 ألفاً =>
سجل أسامة (66) هدفاً وخسر الفريق في النهائي =>
وتصفية حسابات بحسب 2342 صوتاً => other 2342
قُتل على يد ثلاثة مسلحين => other 3
في هدنة لمدة سبعة أيام =>
تدخل الحرب أسبوعها الثالث =>
نصت الخطة على 14 بنداً =>
حلقت مقاتلتان من طراز إف-16 =>
نفذت الفرقة 25 واللواء 46 هجوماً =>
القرية التي تبعد 40 كم شمال المدينة =>
استهدفت الطائرة سيارة في الجنوب =>
يعمل 60 موظفاً في المشفى => other 60
"""
)


@pytest.mark.parametrize(
    ("text", "expected"), PEOPLE + MOVES + THINGS + NONE, ids=lambda v: v if isinstance(v, str) else ""
)
def test_kind_number_and_bound(text: str, expected: list[str]) -> None:
    assert [shown(f) for f in figures(WAR + text)] == expected


PEACE = [
    "افتتح الوزير معرضاً يضم 300 لوحة فنية زاره 20 ألف شخص",
    "وصلت 60 شاحنة من القمح إلى الميناء، وزار الوفد 12 قرية",
    "تعرض المبادرة 20 فيلماً نال 7 جوائز في 83 دولة",
    "استقطب المهرجان أكثر من ستة ملايين زائر في 30 مدينة",
    "هبط البرنت من 19 دولاراً إلى 15 دولاراً للبرميل",
    "سجل اللاعب ثلاثة أهداف أمام 40 ألف متفرج",
    "تضم القائمة 18 مرشحاً بينهم 4 نساء",
    "باعت الشركة 1200 سيارة و300 حافلة",
]


@pytest.mark.parametrize("text", PEACE)
def test_news_that_is_not_about_conflict_gives_no_figures(text: str) -> None:
    assert figures(text) == ()


POPULATIONS = [
    ("مقتل 12 مدنياً", "civilians", "civilian"),
    ("مقتل 3 قتلى من المدنيين", "civilians", "person"),
    ("بلغت الحصيلة 9 شهداء مدنيين", "civilians", "person"),
    ("مقتل خمسة جنود أتراك", "Turkish soldiers", "soldier"),
    ("نزح أكثر من مليون سوري", "Syrians", "person"),
    ("أصيب أربعة أطفال", "children", "child"),
    ("نزحت 30 أسرة", "families", "household"),
    ("قُتل 6 من أفراد الشرطة", "police", "person"),
    ("مقتل عنصر من الدفاع المدني", "rescue workers", "member"),
    ("قتل 7 أشخاص", None, "person"),
    ("قتل رجل وزوجته", None, "person"),
]


@pytest.mark.parametrize(("text", "population", "unit"), POPULATIONS, ids=[p[0] for p in POPULATIONS])
def test_population_and_unit(text: str, population: str | None, unit: str) -> None:
    (found,) = figures(text)
    assert (found.population, found.unit) == (population, unit)


def test_the_others_are_of_those_counted_before() -> None:
    first, second = figures("قُتل أربعة مدنيين وأصيب تسعة آخرون")
    assert first.population == second.population == "civilians"


STATUSES = [
    ("قُتل 12 جندياً", "reported"),
    ("نفت الوزارة مقتل 12 جندياً", "denied"),
    ("نفى المتحدث صحة الأنباء عن مقتل 30 من القوات", "denied"),
    ("أكد مقتل ما بين 30 و35 عنصراً، وهو ما نفته الوزارة", "denied"),
    ("قُتل 12 مدنياً، فيما نفت القيادة ذلك", "denied"),
    ("قُتل 12 مدنياً، فيما نفت القيادة قصف المشفى", "reported"),
    ("نفى المتحدث وقوع هجوم، وقال إن 12 جندياً قُتلوا في حادث", "reported"),
    ("زعم المتحدث أن قواته قتلت 50 مسلحاً", "alleged"),
    ("مزاعم عن مقتل 20 شخصاً", "alleged"),
    ("لم يُقتل 12 جندياً كما قيل", "negated"),
    ("من المتوقع أن ينزح 800 ألف شخص", "hypothetical"),
    ("تخشى المنظمات نزوح 2.5 مليون شخص", "hypothetical"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES, ids=[s[0] for s in STATUSES])
def test_status(text: str, status: str) -> None:
    assert [f.status for f in figures(text)] == [status]


SINCES: list[tuple[str, dict[str, str], list[tuple[str | None, str | None]]]] = [
    ("قُتل 300 مدني منذ سبتمبر 2018", {"منذ سبتمبر 2018": "2018-09/.."}, [("2018-09", None)]),
    ("منذ ذلك الوقت، قتل أكثر من 90 مدنياً", {"منذ ذلك الوقت": "2018-09/.."}, [("2018-09", None)]),
    ("نزح 90 ألف شخص خلال الشهرين الماضيين", {"الشهرين الماضيين": "-P2M"}, [(None, None)]),
    ("نزح 5 آلاف شخص على مدار العام الماضي", {"على مدار العام الماضي": "2019"}, [("2019", None)]),
    (
        "ومنذ مطلع أكتوبر، بلغ عدد القتلى 323، وتجاوز عدد الجرحى 15 ألفاً",
        {"مطلع أكتوبر": "2019-10-01"},
        [("2019-10-01", None), ("2019-10-01", None)],
    ),
    (
        "قُتل 5 مدنيين منذ أمس، وإن 300 شخص نزحوا خلال الأسبوع الماضي",
        {"منذ أمس": "2020-02-01", "الأسبوع الماضي": "2020-01-20/2020-01-26"},
        [("2020-02-01", None), ("2020-01-20", "2020-01-26")],
    ),
    (
        "اندلعت الحرب في أبريل 2023 وأودت بحياة 600 شخص",
        {"أبريل 2023": "2023-04"},
        [("2023-04", None)],
    ),
    ("قُتل 40 منذ 2015 حتى 2018", {"2015": "2015", "حتى 2018": "2018"}, [("2015", "2018")]),
    ("قُتل 40 مدنياً الأحد", {"الأحد": "2020-02-16"}, [(None, None)]),
    ("نزح 40 شخصاً خلال يومين", {"خلال يومين": "P2D"}, [(None, None)]),
]


@pytest.mark.parametrize(("text", "times", "expected"), SINCES, ids=[s[0] for s in SINCES])
def test_since_and_until(
    text: str, times: dict[str, str], expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(f.since, f.until) for f in figures(text, times)] == expected


def test_places_and_perpetrators_from_mentions() -> None:
    text = "قُتل 12 مدنياً وأصيب 4 في بلدة النور بقصف لقوات التحالف."
    names = (mention(text, "بلدة النور", "place"), mention(text, "قوات التحالف", "organisation", "XXX.MIL"))
    found = FIGURES(staged(text, mentions=names))
    assert [f.place.text if f.place else None for f in found] == ["بلدة النور"] * 2
    assert [[a.code for a in f.perpetrators] for f in found] == [["XXX.MIL"]] * 2


def test_what_an_attack_hits_is_no_perpetrator() -> None:
    text = "قُتل 12 شخصاً في غارة على مقر الحركة"
    names = (mention(text, "الحركة", "group", "XXX.GRP"),)
    (found,) = FIGURES(staged(text, mentions=names))
    assert found.perpetrators == ()


def test_an_attack_of_the_sentence_gives_its_actors() -> None:
    text = "هاجمت الكتيبة القرية. شنت القوات هجوماً أودى بحياة 20 شخصاً."
    actor = Actor("القوات", text.index("القوات"), text.index("القوات") + 6, code="XXX.MIL")
    other = replace(actor, code="YYY.REB")
    at = text.index("شنت")
    event = Event("report", at, at + 16, "ASSAULT", None, (actor,), (), None, None, "reported")
    elsewhere = replace(event, start=0, end=6, actors=(other,))
    (found,) = FIGURES(staged(text), (), (elsewhere, event))
    assert found.perpetrators == (actor,)


@pytest.mark.parametrize(
    ("told", "status"),
    [("hypothetical", "hypothetical"), ("planned", "planned"), ("claimed", "reported")],
)
def test_a_count_of_what_may_happen_is_told_as_its_event(told: Status, status: str) -> None:
    text = "قد يُقتل الآلاف إذا استمر القصف"
    event = Event("report", text.index("يُقتل"), len(text), "ASSAULT", None, (), (), None, None, told)
    (found,) = FIGURES(staged(text), (), (event,))
    assert found.status == status


def test_the_innermost_statement_says_it() -> None:
    text = "قال المرصد إن مصدراً أكد مقتل 12 مدنياً"
    speaker = Actor("المرصد", 4, 10)
    outer = Statement("report", 0, len(text), (speaker,), "claim", Span(11, len(text)))
    inner = replace(outer, content=Span(text.index("مقتل"), len(text)))
    denial = replace(inner, force="deny")
    (found,) = FIGURES(staged(text), (outer, inner))
    assert found.said_by == inner.id
    assert [f.status for f in FIGURES(staged("مقتل 12 مدنياً"), (replace(denial, content=Span(0, 14)),))] == [
        "denied"
    ]


def test_vague_words_give_figures_without_numbers_on_request() -> None:
    step = FigureStep.load(vague=True)
    (found,) = step(staged("جُرح العديد من المدنيين"))
    assert (found.kind, found.lower, found.upper) == ("injured", None, None)


def test_every_figure_explains_itself() -> None:
    for figure in figures("قُتل أكثر من 12 مدنياً بينهم طفل، وشُنت 4 غارات"):
        assert figure.step == "figures/1"
        assert "«" in figure.reason
        assert 0 < figure.score <= 1


WORDS = [
    "قتل", "مقتل", "أصيب", "مدني", "مدنيين", "طفلان", "امرأة", "وابنتها", "12", "30", "و35", "بين", "ما",
    "من", "إلى", "أكثر", "نحو", "ألف", "عشرات", "غارة", "قرية", "على", "سيطر", "دبابة", "دمر", "بينهم",
    "منهم", "عدداً", "مماثلاً", "-", ".", "،", "إن", "نفى", "قال", "لم", "دون", "عدد", "القتلى", "ثلاثة",
    "آخرون", "الـ", "5", "قـ.تلى", "نزح", "قتلوا", "أسرى", "أفرج", "عن", "و", "منذ", "حتى",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=16).map(" ".join) | st.text(max_size=60))
def test_words_are_the_slice_they_point_at_and_numbers_are_in_order(text: str) -> None:
    for figure in figures(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end].strip()
        assert figure.lower is not None or figure.upper is not None
        for number in (figure.lower, figure.upper):
            assert number is None or number >= 0
        if figure.lower is not None and figure.upper is not None:
            assert figure.lower <= figure.upper
