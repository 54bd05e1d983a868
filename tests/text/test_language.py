"""Arabic told from what else is written in its letters, and from the rest."""

import pytest

from hudna.text.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال الوزير إن الهدنة قائمة في المدينة منذ الصباح", "ar"),
        ("قتلى وجرحى بقصف بلدة شرق حلب", "ar"),
        ("زار الوفد مقر شركة Google في مدينة San Francisco ثم عاد إلى بيروت", "ar"),
        ("بالصور.. أڤاتار وكورونا وچيبوتي في نشرة المساء على القناة", "ar"),
        ("قتل 1,250 شخصاً و٣٫٥ آلاف جريح.", "ar"),
        ("قتل ۱۲ شخصا وجرح ۳۰ بدرعا", "ar"),
        ("مقتل شخص و جرح آخر", "ar"),
        ("مقتل ٣ مدنيين بگصف", "ar"),
        ("قصف براجمات وطيران حربي يستهدف سراقب", "ar"),
        ("ازيك يا باشا عامل ايه النهارده", "ar"),
        ("شو هالحكي يا زلمة وين رايح", "ar"),
        ("وزیر خارجه گفت که این کشور با آتش بس موافق است", "fa"),
        ("وزير خارجه گفت كه اين كشور با آتش بس موافق است", "fa"),
        ("وزیر خارجہ نے کہا ہے کہ جنگ بندی کا معاہدہ ہو گیا", "ur"),
        ("وەزیری دەرەوە لەگەڵ باڵیۆز کۆبووەوە و باسی ئاگربەستیان کرد", "ckb"),
        ("د بهرنیو چارو وزیر په کابل کې وویل چې اوربند به دوام لري", "ps"),
        ("The minister said the ceasefire was holding in the city", "en"),
        ("Le ministre a déclaré que le cessez-le-feu tenait dans la ville", "fr"),
        ("Министр заявил, что режим прекращения огня соблюдается", "ru"),
        ("هدنة", "und"),
        ("2020-01-09 14:00", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("dialect", ["arz", "ajp", "apc", "acm", "ary", "aeb", "apd"])
def test_a_dialect_is_arabic(dialect: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("py3langid.classify", lambda text: (dialect, 1.0))
    assert language_of("el deniz hudna 3asha fi madinat") == "ar"
