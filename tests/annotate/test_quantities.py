"""Quantities: numerals with bounds, duals, singulars that are one, and the numbers that count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.annotate.quantities import QuantityStep
from hudna.model.annotations import Quantity, TimeExpression
from hudna.text.reading import read

STEP = QuantityStep.load()


def quantities(text: str, *timed: str) -> tuple[Quantity, ...]:
    times = [
        TimeExpression(text.index(words), text.index(words) + len(words), words, "", None, "given")
        for words in timed
    ]
    return STEP(read(text), times)


def shown(quantity: Quantity) -> str:
    numbers = f"{quantity.lower:g}" if quantity.lower is not None else "?"
    upper = f"{quantity.upper:g}" if quantity.upper is not None else "?"
    return f"{quantity.bound} {numbers if numbers == upper else numbers + '..' + upper}"


BOUNDS = [
    ("أكثر من 40 شخصاً", "more_than 40..?"),
    ("ما يزيد على مئتي عائلة", "more_than 200..?"),
    ("ما يزيد عن 1.7 مليون شخص", "more_than 1.7e+06..?"),
    ("ما يفوق ألف نازح", "more_than 1000..?"),
    ("تجاوز عدد الجرحى 15 ألفاً", "more_than 15000..?"),
    ("عشرون قتيلاً ونيف", "more_than 20..?"),
    ("ما لا يقل عن 12 مدنياً", "at_least 12..?"),
    ("تسعة جرحى على الأقل", "at_least 9..?"),
    ("على الأقل ثلاثة أشخاص", "at_least 3..?"),
    ("لا يقل عدد القتلى عن 12", "at_least 12..?"),
    ("أقل من 50 مقاتلاً", "less_than ?..50"),
    ("ما لا يزيد على 30 جندياً", "less_than ?..30"),
    ("نحو 300 عائلة", "about 300"),
    ("بنحو 30 غارة", "about 30"),
    ("حوالي خمسة عشر صاروخاً", "about 15"),
    ("قرابة مليون و300 ألف نازح", "about 1.3e+06"),
    ("ما يقارب 60 قذيفة", "about 60"),
    ("مئة عائلة تقريباً", "about 100"),
    ("زهاء 80 أسرة", "about 80"),
    ("ما بين 30 و35 عنصراً", "between 30..35"),
    ("بين ثلاثة وخمسة جنود", "between 3..5"),
    ("من 30 إلى 40 مسلحاً", "between 30..40"),
    ("30-40 قتيلاً", "between 30..40"),
    ("بين 3 و5 آلاف نازح", "between 3000..5000"),
    ("عشرات القتلى", "order 10..?"),
    ("مئات الآلاف من المدنيين", "order 100000..?"),
    ("آلاف النازحين", "order 1000..?"),
    ("14 قتيلاً", "exact 14"),
    ("6 آلاف و150 طفلاً", "exact 6150"),
    ("ثمانية وعشرون جريحاً", "exact 28"),
    ("قتيلان", "exact 2"),
    ("طفلين", "exact 2"),
    ("بلدتي الزهراء والنور", "exact 2"),
    ("ممرضين اثنين", "exact 2"),
    ("جنديين", "exact 2"),
    ("قرى ثلاث", "exact 3"),
    ("بضعة جنود", "about ?"),
    ("عدداً كبيراً من المقاتلين", "about ?"),
    ("العديد من المدنيين", "about ?"),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS, ids=[t for t, _ in BOUNDS])
def test_a_number_comes_with_its_bound(text: str, expected: str) -> None:
    assert [shown(q) for q in quantities(text)] == [expected]


NONE = [
    "استخدمت طائرات من طراز إف-16 في العملية",
    "حلقت مقاتلات F-16 فوق البلدة",
    "عناصر الفرقة 25 واللواء 46 في المنطقة",
    "القرار 2254 والمادة 51 من الميثاق",
    "الطريق الدولي M5 وطريق إم 5",
    "لجنة 5+5 العسكرية",
    "على بعد 30 كيلومتراً من الحدود",
    "في القرية (43 شمال غرب المدينة)",
    "ارتفعت الأسعار 75% وتراجعت 3 بالمئة",
    "بسعر 85 دولاراً للبرميل",
    "الطفل (12 عاماً) وعمره 12",
    "فاز الفريق بنتيجة 3-1",
    "عند الساعة 22:07 من مساء اليوم",
    "هاتف 0112345678",
    "في عام 2018 وسنة 2019",
    "الدفعة الثالثة والقمة الخامسة",
    "بنسخته الـ56 في المدينة",
    "فيروس كوفيد-19",
    "1- وقف إطلاق النار",
    "مدة الهدنة سبعة أيام",
    "موقع sy24 الإخباري",
    "الدفاع المدني والمجتمع المدني",
    "في فترة واحدة",
]


@pytest.mark.parametrize("text", NONE)
def test_a_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert quantities(text) == ()


SINGULARS = [
    ("قُتل مدني وجُرح ثلاثة آخرون", [1, 3]),
    ("أن امرأة وابنتها قُتلتا في القصف", [2]),
    ("مقتل رجل وزوجته وابنهما", [3]),
    ("دمرت قوات المعارضة دبابة وناقلة جنود", [1, 1]),
    ("اعتقلت قوة خاصة شاباً وسيدة", [1, 1]),
    ("قتل 4 أطفال وامرأة", [4, 1]),
    ("غارات على 15 قرية وبلدة", [15]),
    ("مقتل 12 شخصاً بينهم امرأة", [12, 1]),
    ("قتل مسلح ثلاثة جنود", [3]),
    ("إصابة ثلاثة مواطنين ورابع", [3]),
    ("مقتل ثلاثة وإصابة رابع بجروح", [3, 1]),
    ("قتيل وثلاثة جرحى في اشتباك", [1, 3]),
    ("مقتل أحد المدنيين", [1]),
    ("أُفرج عن تسعة أسرى بينهم امرأة مقابل عدد مماثل من المعتقلين", [9, 1, 9]),
    ("قتل في هجوم مسلح ضابطان", [2]),
    ("أفرجت السلطات عن ناشط", [1]),
    ("وصل صحفي إلى المدينة", []),
]


@pytest.mark.parametrize(("text", "values"), SINGULARS, ids=[t for t, _ in SINGULARS])
def test_duals_singulars_and_numbers_said_before(text: str, values: list[float]) -> None:
    assert [q.lower for q in quantities(text)] == values


def test_a_token_inside_a_time_is_no_quantity() -> None:
    text = "قتل 12 مدنياً خلال 10 أسابيع"
    assert [q.text for q in quantities(text, "خلال 10 أسابيع")] == ["12 مدنياً"]


def test_the_noun_of_a_number_may_stand_before_it() -> None:
    text = "بلغ عدد القتلى في البلاد 323، والجرحى 15 ألفاً"
    found = quantities(text)
    assert [(q.unit, q.lower) for q in found] == [("person", 323), ("person", 15000)]
    tokens = read(text).tokens
    assert [tokens[q.noun].norm for q in found if q.noun is not None] == ["القتلي", "والجرحي"]


def test_a_rise_is_no_range() -> None:
    assert [q.lower for q in quantities("ارتفعت الحصيلة من 30 إلى 40 قتيلاً")] == [40]


def test_words_run_from_the_bound_to_the_noun_without_the_conjunction() -> None:
    found = quantities("وأكثر من 4 آلاف امرأة وبأربع غارات")
    assert [q.text for q in found] == ["أكثر من 4 آلاف امرأة", "أربع غارات"]


WORDS = [
    "قتل", "مقتل", "أصيب", "مدني", "مدنيين", "طفلان", "امرأة", "وابنتها", "12", "30", "و35", "بين", "ما",
    "من", "إلى", "أكثر", "نحو", "ألف", "مليون", "عشرات", "الآلاف", "غارة", "قرية", "وبلدة", "دبابة",
    "بينهم", "عدداً", "مماثلاً", "كبيراً", "%", "-", ".", "،", ":", "(", ")", "F", "16", "على", "الأقل",
    "تجاوز", "عدد", "القتلى", "ثلاثة", "آخرون", "الـ", "5", "قـ.تلى", "ونيف",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=60))
def test_words_are_the_slice_they_point_at_and_numbers_are_in_order(text: str) -> None:
    for quantity in STEP(read(text)):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.text.strip()
        assert quantity.first < quantity.last
        for number in (quantity.lower, quantity.upper):
            assert number is None or number >= 0
        if quantity.lower is not None and quantity.upper is not None:
            assert quantity.lower <= quantity.upper
