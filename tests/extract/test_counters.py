"""Who counted violations: verbs of recording in both orders, monitors by their country, lists, and nobody."""

import pytest

from hudna.model.assertions import assertion_id
from hudna.model.report import Report
from hudna.pipeline import Pipeline

CASES = [
    # The verb first, the number behind; two sides in one sentence.
    ("سجّل ممثلو روسيا في اللجنة المشتركة 27 خرقاً، فيما سجّل الجانب التركي 3 خروقات.", "27 RUS, 3 TUR"),
    ("رصد الجانب الروسي 14 خرقاً لنظام الهدنة، بينما رصد الجانب التركي 9 خروقات.", "14 RUS, 9 TUR"),
    ("أحصت وزارة الدفاع الروسية 19 خرقاً، في حين أحصى ممثلو تركيا خمسة خروقات.", "19 RUS, 5 TUR"),
    ("وثّق مركز حميميم 33 انتهاكاً للهدنة في إدلب خلال اليوم الماضي.", "33 RUS"),
    ("سجل مركز المصالحة الروسي 18 انتهاكاً.", "18 RUS"),
    ("كما سجل بدوره الجانب التركي ثلاثة انتهاكات.", "3 TUR"),
    ("سجل خلال اليوم الماضي الجانب التركي ثلاثة انتهاكات.", "3 TUR"),
    ("سجلت المجموعة الروسية في لجنة مراقبة الهدنة 27 خرقاً.", "27 RUS"),
    ("ورصد العسكريون الروس 31 خرقاً في حلب واللاذقية.", "31 RUS"),
    ("وثقت بعثة الأمم المتحدة في الحديدة 112 انتهاكاً ارتكبتها جماعة الحوثي.", "112 IGO"),
    ("أبلغ الجانب التركي عن 7 خروقات في حين تحدث الجانب الروسي عن 19 خرقاً.", "7 TUR, 19 RUS"),
    # One verb, two sides.
    ("رصد الجانب التركي 9 خروقات والجانب الروسي 14 خرقاً خلال 24 ساعة.", "9 TUR, 14 RUS"),
    ("سجلت روسيا 15 انتهاكاً وتركيا 6 انتهاكات.", "15 RUS, 6 TUR"),
    ("سجل الجانبان الروسي والتركي 30 خرقاً.", "30 RUS TUR"),
    ("سجل كل من الجانب الروسي والجانب التركي 8 خروقات.", "8 RUS TUR"),
    # The subject first.
    ("الجانب الروسي سجل 22 خرقاً للهدنة، والجانب التركي سجل 7 خروقات.", "22 RUS, 7 TUR"),
    ("وقال المركز إن ممثلي روسيا سجلوا 16 خرقاً، أما الممثلون الأتراك فسجلوا خرقين.", "16 RUS, 2 TUR"),
    ("ممثلو تركيا في اللجنة المشتركة رصدوا 6 خروقات.", "6 TUR"),
    # The number first.
    ("27 خرقاً سجلها الجانب الروسي و3 خروقات سجلها الجانب التركي.", "27 RUS, 3 TUR"),
    ("بلغ عدد الخروقات التي رصدها ممثلو روسيا 18 خرقاً، والتي رصدها الأتراك 5 خروقات.", "18 RUS, 5 TUR"),
    ("حصيلة ما وثقه المراقبون الروس 21 خرقاً، مقابل 9 خروقات أحصاها نظراؤهم الأتراك.", "21 RUS, 9 TUR"),
    # Passives name who recorded behind them.
    ("تم تسجيل 27 خرقاً من قبل الجانب الروسي.", "27 RUS"),
    ("تم رصد 12 خرقاً للهدنة من جانب ممثلي تركيا.", "12 TUR"),
    # Lists and columns.
    ("الجانب الروسي: 27 خرقاً، الجانب التركي: 3 خروقات.", "27 RUS, 3 TUR"),
    ("الخروقات: الجانب الروسي 27 خرقاً | الجانب التركي 3 خروقات", "27 RUS, 3 TUR"),
    ("الخروقات المسجلة:\nالجانب الروسي: 27 خرقاً\nالجانب التركي: 3 خروقات", "27 RUS, 3 TUR"),
    ("عدد الخروقات بحسب الجانب الروسي 22 خرقاً وبحسب الجانب التركي 5 خروقات.", "22 RUS, 5 TUR"),
    ("الخروقات المسجلة:\nالجانب الروسي 27 خرقاً\tالجانب التركي 3 خروقات", "27 RUS, 3 TUR"),
    ("الخروقات المسجلة: الجانب الروسي 27، الجانب التركي 3.", "27 RUS, 3 TUR"),
    ("عدد خروقات الهدنة في إدلب يوم أمس:\n- الجانب الروسي: 14\n- الجانب التركي: 6", "14 RUS, 6 TUR"),
    # The second number leaves the noun out.
    ("سجل الجانب الروسي 27 خرقاً والجانب التركي 3.", "27 RUS, 3 TUR"),
    ("سجل الجانب الروسي 27 خرقاً مقابل 3 سجلها الجانب التركي.", "27 RUS, 3 TUR"),
    ("سجل الجانب الروسي 11 حالة إطلاق نار والجانب التركي 4 حالات.", "11 RUS, 4 TUR"),
    ("تم تسجيل 27 خرقاً من قبل الجانب الروسي و12 من قبل الجانب التركي.", "27 RUS, 12 TUR"),
    ("ووفقاً للجانب التركي سُجلت 4 خروقات، بينما سجل الروس 22 خرقاً.", "4 TUR, 22 RUS"),
    # Another speaker passes the number on.
    ("أعلن مركز المصالحة الروسي أن الجانب التركي سجل 12 خرقاً للهدنة.", "12 TUR"),
    # Nobody is said to have recorded it, whoever is accused of it.
    ("سُجلت 27 حالة إطلاق نار في محافظات حلب وإدلب واللاذقية.", "27"),
    ("ارتكبت قوات النظام 14 خرقاً للهدنة في ريف حلب.", "14"),
    ("ارتكب الجانب الروسي 12 خرقاً للهدنة في إدلب.", "12"),
    ("اتهم الجانب التركي قوات النظام بارتكاب 12 خرقاً للهدنة.", "12"),
    ("تم تسجيل 27 خرقاً من قبل قوات النظام.", "27"),
    ("سجلت إدلب 27 خرقاً للهدنة.", "27"),
    ("وثقت الشبكة 43 خرقاً، فيما ارتكبت قوات النظام 5 خروقات.", "43, 5"),
    ("بلغت الخروقات 9 خروقات أحصاها مجهولون، وسجل الجانب التركي خرقين.", "9, 2 TUR"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_counted(pipeline: Pipeline, text: str, expected: str) -> None:
    figures = pipeline.analyse(Report("t", text)).assertions.figures
    counts = [f for f in figures if f.kind == "violations"]
    shown = (
        " ".join([f"{f.lower:.0f}", *((a.code or "?").split(".")[0] for a in f.counted_by)]) for f in counts
    )
    assert ", ".join(shown) == expected


def test_a_counter_keeps_its_words(pipeline: Pipeline) -> None:
    text = "وبحسب بيان، سجل ممثلو روسيا في اللجنة 27 خرقاً."
    (found,) = pipeline.analyse(Report("t", text)).assertions.figures
    (who,) = found.counted_by
    assert (who.text, text[who.start : who.end], who.code) == ("ممثلو روسيا", "ممثلو روسيا", "RUS")


def test_forces_that_counted_did_not_do_it(pipeline: Pipeline) -> None:
    text = "سجّل الجيش اللبناني 33 خرقاً، فيما سجّلت قوات اليونيفيل 41 خرقاً."
    figures = pipeline.analyse(Report("t", text)).assertions.figures
    assert [f.perpetrators for f in figures] == [(), ()]


def test_only_violations_are_asked_for(pipeline: Pipeline) -> None:
    text = "سجل الجانب الروسي مقتل 12 مدنياً في إدلب."
    assert not any(f.counted_by for f in pipeline.analyse(Report("t", text)).assertions.figures)


def test_a_counter_is_part_of_the_id_and_its_absence_is_not(pipeline: Pipeline) -> None:
    """Figures without a counter keep the ids they had before there were counters."""
    told = pipeline.analyse(Report("t", "سجل الجانب الروسي 27 خرقاً للهدنة.")).assertions.figures[0]
    bare = type(told)(**{name: getattr(told, name) for name in told.__slots__ if name != "counted_by"})
    assert bare.counted_by == ()
    assert assertion_id(bare) != assertion_id(told)
