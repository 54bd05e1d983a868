"""Names of private persons told by their form, and hidden on what is shown."""

import pytest

from hudna.export.privacy import privacy_of
from hudna.model.report import Report
from hudna.pipeline import Pipeline

PRIVATE = [
    ("قال محمد العلي، وهو نازح من كفرنبل، إن منزله دُمر.", "قال شخص، وهو نازح من كفرنبل، إن منزله دُمر."),
    ("وقتل الطفل أحمد الحسن وأمه فاطمة الحسن في قصف.", "وقتل الطفل شخص وأمه شخص في قصف."),
    ("وأفاد الناشط خالد درويش بأن القصف مستمر. وأضاف درويش أنه بخير.",
     "وأفاد الناشط شخص بأن القصف مستمر. وأضاف شخص أنه بخير."),
    ("وقالت أم محمد إنها نزحت.", "وقالت شخص إنها نزحت."),
    ("وقال طبيب يدعى سامر العبد الله إن المشفى دُمر.", "وقال طبيب يدعى شخص إن المشفى دُمر."),
    ("والتقت الوكالة بمحمد الأحمد ولخالد رأي.", "والتقت الوكالة بشخص ولخالد رأي."),
]  # fmt: skip
PUBLIC = [
    "قُتل 300 شخص على الأقل على الطريق الدولي.",
    "قال الرئيس رجب طيب أردوغان إن محمد بن سلمان اتصل به.",
    "سيان أكان القصف قديماً أم جديداً.",
    "وقصفت الطائرات محيط مسجد خالد بن الوليد.",
    "وتحدث ناطق باسم الجيش الوطني.",
]


def shown(pipeline: Pipeline, text: str) -> str:
    analysis = pipeline.analyse(Report("made.txt", text, "عينة"))
    return privacy_of(text, analysis.annotations).slice(text, 0, len(text))


@pytest.mark.parametrize(("text", "masked"), PRIVATE)
def test_a_private_name_is_hidden(pipeline: Pipeline, text: str, masked: str) -> None:
    assert shown(pipeline, text) == masked


@pytest.mark.parametrize("text", PUBLIC)
def test_public_names_and_other_words_are_shown(pipeline: Pipeline, text: str) -> None:
    assert shown(pipeline, text) == text
