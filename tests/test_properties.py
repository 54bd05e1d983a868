"""Whatever the text: the analysis does not raise, and every record points at the words it gives.

The short form runs with the suite; `make fuzz` runs the same tests on many more texts.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hudna.model.records import Analysis, record
from hudna.model.report import Published, Report
from hudna.pipeline import Pipeline
from hudna.sources import read_paths

SAMPLES = Path(__file__).parents[1] / "samples"

WORDS = """
قال قالت وقال وأضاف أعلن وأعلنت نفى ونفت اتهم واتهمت دعا ودعت هدد وحذر طالب وأكد مؤكداً مشيراً نقلت عن
بحسب وفق وفقاً لـ إن أن بأن إنها لن لم لا قد سوف سيزور من إلى في على بين وبين منذ حتى خلال بعد قبل مع ضد
قرب جنوب شرق ريف وزير الوزير الخارجية الدفاع الروسي الروسية التركي التركية الرئيس الرئيسان الجانبان
الطرفان المتحدث باسم السلطات الجيش قوات النظام المعارضة روسيا تركيا موسكو أنقرة دمشق بوتين أردوغان لافروف
ولافروف الأمم المتحدة مجلس الأمن وكالة رويترز تاس الأناضول هيئة تحرير الشام الحوثيون حماس إدلب بإدلب حلب
سراقب سوتشي أستانا صنعاء الخرطوم غزة بلدة مدينة محافظة قصف القصف قصفت غارات غارة جوية اشتباكات هجوم هاجم
سيطر سيطرت على تقدم انسحاب انسحبت اتفاق اتفاقية هدنة وقف إطلاق النار مذكرة بروتوكول اجتماع التقى محادثات
هاتفية نزوح نزح فروا اعتقال اعتقل خطف أفرج مساعدات تعزيزات رتل تظاهرة عقوبات مقتل قتل قُتل قتلى قتيلان
إصابة جرحى جريحاً مدنياً مدنيين طفلين أطفال امرأة جندياً عنصراً نازح شخص ألف آلاف مليون مئات عشرات نحو
أكثر أقل ما لا يقل خمسة عشر خمسة عشرين ثلاثة وثلاثين 3 17 1730 1.8 ٢٥ 300,000 2019 2020 منزلاً طائرة
دبابة آلية خرقاً غارة يوماً عاماً أمس اليوم غداً الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت
الماضي المقبل الفائت كانون الثاني شباط فبراير/شباط آذار رجب يومين أسبوعين الشهر العام الساعة 14:00 ومطلع
منتصف أواخر الـ17 سبتمبر 12/1/2020 قـ.تل إطـ.لاق قصـ*ف الـ. أ.ف.ب اقرأ أيضاً المصدر تعليق واحد
"""
MARKS = [
    *"،.؛:؟!…-–—/\\()[]{}«»“”„‹›'\"*_|•@#%",
    *"ًٌٍَُِّْـٰٓ",
    *"\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2066\u2069\u00ad\ufeff\u00a0\u2028\x0b\x0c\x85\t\n\r\x00",
    *"آأإٱىئؤةﷺﻼﷲ🙂漢İßxX0٠۰\ud800",
]
GLUE = st.sampled_from([" ", " ", " ", " ", "", "\n", "\n\n", "\r\n", "، ", ". ", " «", "» ", ' "', '" '])
PIECES = st.one_of(
    st.sampled_from(WORDS.split()),
    st.sampled_from(WORDS.split()),
    st.sampled_from(WORDS.split()),
    st.sampled_from(MARKS),
    st.integers(0, 10**12).map(str),
    st.text(max_size=8),
)
TEXTS = st.lists(st.tuples(PIECES, GLUE), max_size=80).map(lambda pairs: "".join(a + b for a, b in pairs))
DAYS = st.sampled_from([None, "2020-02-28", "2020-02", "2020", "9999-12-31", "0001-01-01"])
TITLES = st.one_of(st.none(), TEXTS)


def sentences() -> list[str]:
    """The lines of the samples, which look like reports where words at random do not."""
    texts = [item.text for item in read_paths([str(SAMPLES)]) if isinstance(item, Report)]
    return sorted({line for text in texts for line in text.splitlines() if line.strip()})


SENTENCES = sentences()


@st.composite
def torn_reports(draw: st.DrawFn) -> str:
    """Lines of the samples, cut, doubled, joined, and with junk put anywhere."""
    text = "\n".join(draw(st.lists(st.sampled_from(SENTENCES), max_size=4)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        upto = min(len(text), at + draw(st.integers(0, 30)))
        text = text[:at] + draw(PIECES) + text[upto:]
    return text


def analysed(pipeline: Pipeline, text: str, title: str | None = None, day: str | None = None) -> Analysis:
    published = Published(day, "metadata", how="given") if day else Published()
    return pipeline.analyse(
        Report("made.txt", text, "عينة", title=title, published=published, metadata_date=day)
    )


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object inside a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def check(found: dict[str, Any], text: str) -> None:
    """Everything that must hold of a record, whatever the text."""
    assert found["report"]["text"] == text
    check_offsets(found, text)
    check_order(found)
    check_links(found)
    for figure in found["figures"]:
        if figure["lower"] is not None and figure["upper"] is not None:
            assert figure["lower"] <= figure["upper"], figure


def check_offsets(found: dict[str, Any], text: str) -> None:
    for item in objects({key: value for key, value in found.items() if key != "report"}):
        if item.get("start") is None:
            assert item.get("end") is None, item
            continue
        assert 0 <= item["start"] < item["end"] <= len(text), item
        for key in ("text", "surface"):
            if isinstance(item.get(key), str):
                assert text[item["start"] : item["end"]] == item[key], item
    published = found["report"]["published"]
    if published["start"] is not None:
        assert 0 <= published["start"] < published["end"] <= len(text)


def check_order(found: dict[str, Any]) -> None:
    last = 0
    for segment in found["segments"]:
        assert last <= segment["start"]
        last = segment["end"]
    for key in ("restorations", "times", "mentions", "statements", "events", "figures", "agreements"):
        starts = [item["start"] for item in found[key]]
        assert starts == sorted(starts), key
    for one, other in zip(found["restorations"], found["restorations"][1:], strict=False):
        assert one["end"] <= other["start"]


def check_links(found: dict[str, Any]) -> None:
    statements = {statement["id"] for statement in found["statements"]}
    for key in ("statements", "events", "figures", "agreements"):
        ids = [item["id"] for item in found[key]]
        assert len(set(ids)) == len(ids), key
        for item in found[key]:
            assert item.get("said_by") is None or item["said_by"] in statements, item


@given(text=TEXTS, title=TITLES, day=DAYS)
def test_words_at_random(pipeline: Pipeline, text: str, title: str | None, day: str | None) -> None:
    check(record(analysed(pipeline, text, title, day)), text)


@given(text=torn_reports(), day=DAYS)
def test_torn_reports(pipeline: Pipeline, text: str, day: str | None) -> None:
    check(record(analysed(pipeline, text, day=day)), text)


@given(text=st.text(max_size=300))
def test_any_text(pipeline: Pipeline, text: str) -> None:
    check(record(analysed(pipeline, text)), text)


@given(text=torn_reports(), day=DAYS)
def test_the_same_report_gives_the_same_records(pipeline: Pipeline, text: str, day: str | None) -> None:
    first, second = (record(analysed(pipeline, text, day=day)) for _ in range(2))
    assert first == second
    assert json.loads(json.dumps(first)) == first
    assert json.loads(json.dumps(first, allow_nan=False)) == first


@given(text=torn_reports(), lead=st.sampled_from(["\n", "\n\n\n", " \n", "\u200f\n"]))
def test_blank_lines_before_a_text_only_move_it(pipeline: Pipeline, text: str, lead: str) -> None:
    moved = analysed(pipeline, lead + text)
    plain = analysed(pipeline, text)
    size = len(lead)
    assert [(r.start - size, r.restored) for r in moved.annotations.restorations] == [
        (r.start, r.restored) for r in plain.annotations.restorations
    ]
    assert [(m.start - size, m.text, m.entity) for m in moved.annotations.mentions] == [
        (m.start, m.text, m.entity) for m in plain.annotations.mentions
    ]


def test_the_samples_hold_to_it_too(pipeline: Pipeline) -> None:
    for report in read_paths([str(SAMPLES)]):
        assert isinstance(report, Report)
        check(record(pipeline.analyse(report)), report.text)


def test_one_word_ten_thousand_times(pipeline: Pipeline) -> None:
    for word in ("قال ", "«", "قصف ", "روسيا و", "5 ", "أمس ", "الرئيس ", "ـ.", "اتفاق ", "\n", "و"):
        text = word * (4_000 // len(word))
        check(record(analysed(pipeline, text)), text)
