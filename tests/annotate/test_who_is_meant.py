"""Whom a body or a coalition stands for when the words beside it do not say it."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline

CASES = [
    ("وقالت وزارة الخارجية في بيان إن الحكومة الإسرائيلية وافقت على الهدنة مع حماس في غزة.",
     "وزارة الخارجية", "ISR.GOV"),
    ("قصفت تركيا مواقع قوات سوريا الديمقراطية في الحسكة، وقالت وزارة الدفاع إنها دمرت مستودعاً.",
     "وزارة الدفاع", "TUR.MIL"),
    ("قالت الحكومة السورية إن تركيا قصفت قرى في الحسكة، وقالت وزارة الدفاع إنها سترد.",
     "وزارة الدفاع", "SYR.MIL"),
    ("قصفت إسرائيل حي الزيتون في غزة، وقالت وزارة الصحة إن عشرة قتلوا.", "وزارة الصحة", "PSE.GOV"),
    ("وقال مدير الدفاع المدني في إدلب مصطفى حاج يوسف إن القصف روسي.",
     "مدير الدفاع المدني في إدلب", "SYR.NGO"),
    ("وقال مدير الدفاع المدني إن القصف على سراقب أوقع قتلى.", "مدير الدفاع المدني", "SYR.NGO"),
    ("وقال مدير الدفاع المدني في غزة إن فرقه لم تصل.", "مدير الدفاع المدني في غزة", "PSE.GOV"),
    ("قال البنتاغون إن قواته قصفت مواقع في سوريا.", "البنتاغون", "USA.MIL"),
    ("أعلن المتحدث باسم التحالف في العراق أن طائراته قصفت مواقع داعش.", "المتحدث باسم التحالف", "USA.MIL"),
    ("قصفت طائرات التحالف مواقع داعش في الرقة.", "طائرات التحالف", "USA.MIL"),
    ("قال المتحدث باسم التحالف إن الحوثيين أطلقوا صاروخاً على مأرب في اليمن.",
     "المتحدث باسم التحالف", "SAU.MIL"),
    ("عقد مجلس الأمن والدفاع اجتماعاً في الخرطوم.", "مجلس الأمن والدفاع", "SDN.GOV"),
    ("دعا مجلس الأمن القومي الإيراني إلى الرد.", "مجلس الأمن القومي الإيراني", "IRN.GOV"),
    ("دعا مجلس الأمن إلى وقف القتال في السودان.", "مجلس الأمن", "IGO.UN"),
    ("قصفت قوات النظام حلب في سوريا، وقال المتحدث باسم وزارة الدفاع إنها ردت.",
     "المتحدث باسم وزارة الدفاع", "SYR.MIL"),
    ("أعلنت وزارة الدفاع التركية مقتل جندي في سوريا، وقال المتحدث باسم وزارة الدفاع إنها سترد.",
     "المتحدث باسم وزارة الدفاع", "TUR.MIL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "code"), CASES)
def test_whose_body_is_meant(pipeline: Pipeline, text: str, words: str, code: str) -> None:
    mentions = pipeline.analyse(Report("made.txt", text, "عينة")).annotations.mentions
    assert [m.code for m in mentions if m.text == words][-1:] == [code]


def test_positions_named_by_a_place_are_nobody_s_forces(pipeline: Pipeline) -> None:
    text = "قصفت قوات سوريا الديمقراطية مواقع شرق الفرات."
    (event,) = pipeline.analyse(Report("made.txt", text, "عينة")).assertions.events
    assert event.recipients == ()
    assert event.place is not None
    assert event.place.entity == "place/sy/area/east-euphrates"
