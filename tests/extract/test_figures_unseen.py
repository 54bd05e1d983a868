"""Figures of classes that texts nobody had read before showed to be missing. The sentences are our own."""

import pytest

from hudna.extract.figures import FigureStep
from tests.extract.test_figures import figures, mention, shown, staged

STEP = FigureStep.load()

COUNTS = [
    # soldiers fight; policemen do not
    ("مقتل أربعة جنود في كمين قرب البلدة", ["fighters_killed 4"]),
    ("مقتل أربعة من رجال الشرطة في كمين قرب البلدة", ["killed 4"]),
    ("قضى الجيش على سبعة مسلحين في الوادي", ["fighters_killed 7"]),
    ("أوقع القصف تسعة قتلى في صفوف الفصائل", ["fighters_killed 9"]),
    # one of a nation, one more, one shot down
    ("أعلن الدفاع المدني مقتل فلسطيني وإصابة آخر بنيران الجيش", ["killed 1", "injured 1"]),
    ("حاول المهاجم الفرار فأرداه شرطي قتيلاً قرب الحاجز العسكري", ["killed 1"]),
    ("خلّفت المشاجرة المسلحة جريحين", ["injured 2"]),
    ("استعادت القوات حيي الزهور والمطار", ["settlements_captured 2"]),
    ("اعترضت الدفاعات صاروخاً فوق المدينة", ["shells 1"]),
    # disease is no violence; a flood is noted
    ("سجلت الوزارة 214 وفاة بالكوليرا في مخيمات النازحين", ["other 214"]),
    ("سجلت المستشفيات في المخيم 31 إصابة جديدة بالحصبة", ["other 31"]),
    # people and things to whom nothing is done that has a kind
    ("حضر الجلسة 97 نائباً وسط إجراءات الشرطة", ["other 97"]),
    ("فرّقت الشرطة مئات المتظاهرين بالغاز", ["other ≥10^100"]),
    ("أصابت الطائرات 25 هدفاً للمسلحين", ["other 25"]),
    ("هوجمت القاعدة العسكرية بمسيّرتين", ["other 2"]),
    ("يشارك في الهجوم خمسة ألوية", ["troops 5"]),
    ("وصلت الحافلات وفيها 60 أسيراً محرراً", ["other 60"]),
    # numbers told in other ways
    ("تجاوز عدد الجرحى الـ700 منذ بدء القصف", ["injured >700"]),
    ("أصيب أكثر من25 مدنياً في القصف", ["injured >25"]),
    ("دخل المعبر المحتجزون العشرون بعد الهدنة", ["detained 20"]),
    ("شن الطيران غارات مادفع عشرات العائلات إلى النزوح", ["displaced ≥10^10"]),
    ("مئتا رجل، بحسب منظمة حقوقية، أعدمهم المسلحون", ["killed 200"]),
    # a toll that rises, whatever stands between
    ("ارتفع عدد قتلى الهجوم الذي أصاب السوق المركزي إلى 40 عسكرياً", ["fighters_killed 40"]),
    ("ارتفع إلى 35 عدد قتلى القصف على السوق", ["killed 35"]),
    # freed, told by the noun of those freed
    ("تشمل المرحلة الأولى من الهدنة إطلاق 33 محتجزاً", ["other 33"]),
    ("بلغ عدد المفرج عنهم منذ الهدنة 483 محتجزاً", ["other 483"]),
    # those who fled, by the word behind them; houses wrecked; who is mourned
    ("استقبلت البلدة آلاف الأسر الفارة من القصف", ["displaced ≥10^1000"]),
    ("أحصت البلدية 210 منازل مدمرة بعد القصف", ["houses_destroyed 210"]),
    ("نعت الفصائل ثلاثة من قادتها بعد الغارة", ["fighters_killed 3"]),
    ("شارك في الهجوم على السفينة 15 شخصاً على متن زوارق", ["other 15"]),
    ("أغرق الجيش السفينة في الهجوم بزورقين مسيّرين", ["other 2"]),
    ("إيقاف 60 شخصاً بعد مواجهات مع الشرطة", ["detained 60"]),
    # a protest is told in any text
    ("خرج المئات في مظاهرة وسط المدينة", ["other ≥10^100"]),
    # no counts
    ("يدور القتال في ثلاثة محاور حول المدينة", []),
    ("وافق الطرفان على هدنة من ثلاث مراحل", []),
    ("استُهدفت الأسيرات الثلاث بعد الإفراج عنهن", []),
    ("لم تخرق القوات الهدنة مرة واحدة", []),
    ("استشهدت طفلتان شقيقتان في القصف", ["killed 2"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[str]) -> None:
    assert [shown(figure) for figure in figures(text)] == expected


def test_a_death_by_no_attack_says_so() -> None:
    (figure,) = figures("خلفت السيول قتيلين غرقاً في المخيم")
    assert (figure.kind, figure.lower) == ("killed", 2)
    assert "by no attack" in figure.reason


def test_a_short_text_needs_one_word_of_conflict_a_long_one_two() -> None:
    assert figures("دخلت ثلاثون شاحنة بعد الهدنة")
    long_text = "دخلت ثلاثون شاحنة بعد الهدنة. " + "وتحدث المدير عن الموسم الجديد. " * 30
    assert not figures(long_text)


SINCES: list[tuple[str, dict[str, str], list[tuple[str | None, str | None]]]] = [
    # what «منذ» counts from stands between it and its day
    (
        "أحصى المرصد منذ سريان الهدنة في 10 أكتوبر 30 خرقاً",
        {"10 أكتوبر": "2025-10-10"},
        [("2025-10-10", None)],
    ),
    # a count joined to another is dated with it; a time behind a comma opens the next count
    (
        "انتُشل 14 شهيداً من الأنقاض، لتصل الحصيلة منذ مارس إلى 470 شهيداً و900 مصاب",
        {"منذ مارس": "2025-03"},
        [(None, None), ("2025-03", None), ("2025-03", None)],
    ),
    (
        "نزح 7000 شخص منذ مارس، بينهم 300 الخميس وحده",
        {"منذ مارس": "2025-03", "الخميس": "2025-03-20"},
        [("2025-03", None), ("2025-03-20", "2025-03-20")],
    ),
    ("أجلت القوات حتى مساء الاثنين 490 شخصاً", {"مساء الاثنين": "2025-03-24"}, [(None, "2025-03-24")]),
    # no date of the calendar
    ("قُتل 12 مدنياً منذ يومين", {"منذ يومين": "-P2D"}, [(None, None)]),
    ("قُتل 12 مدنياً منذ الثلاثاء", {"منذ الثلاثاء": "XXXX-WXX-2"}, [(None, None)]),
    ("قُتل 12 مدنياً منذ مطلع مارس", {"منذ مطلع مارس": "XXXX-03-01"}, [("XXXX-03-01", None)]),
]


@pytest.mark.parametrize(("text", "times", "expected"), SINCES, ids=[s[0] for s in SINCES])
def test_since_and_until(
    text: str, times: dict[str, str], expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(f.since, f.until) for f in figures(text, times)] == expected


def test_each_part_has_its_own_perpetrators_and_the_whole_none() -> None:
    text = "وُثق مقتل 300 مدني بينهم 40 على يد قوات الشرق و200 على يد قوات الغرب"
    names = (
        mention(text, "قوات الشرق", "organisation", "XXX.MIL"),
        mention(text, "قوات الغرب", "organisation", "YYY.MIL"),
    )
    found = STEP(staged(text, mentions=names))
    assert [[a.code for a in f.perpetrators] for f in found] == [[], ["XXX.MIL"], ["YYY.MIL"]]


@pytest.mark.parametrize(
    ("text", "names", "place"),
    [
        ("قُتل 12 مدنياً في حي النور بمدينة الجسر", ("حي النور", "مدينة الجسر"), "حي النور"),
        ("أوقع القصف على مدينة الجسر وبلدة النور 12 قتيلاً", ("مدينة الجسر", "النور"), "مدينة الجسر"),
        ("قُصفت مدينة الجسر فقُتل 12 مدنياً فيما هدأت بلدة النور", ("مدينة الجسر", "بلدة النور"), "مدينة الجسر"),
        ("قصف على مدينة الجسر. وقالت الوزارة إن 12 مدنياً قُتلوا", ("مدينة الجسر",), "مدينة الجسر"),
        ("من الجسر إلى النور. قُتل 12 مدنياً", ("الجسر", "النور"), None),
    ],
)
def test_the_place_stated_with_a_count_or_named_most_before(
    text: str, names: tuple[str, ...], place: str | None
) -> None:
    mentions = tuple(mention(text, words, "place") for words in names)
    found = STEP(staged(text, mentions=mentions))
    assert [f.place.text if f.place else None for f in found] == [place]
