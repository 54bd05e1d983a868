"""Figures of classes that texts nobody had read before showed to be missing. The sentences are our own."""

import pytest

from tests.extract.test_figures import figures, shown

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
