"""Denials that do not name what they deny: tied to the nearest claim that fits, or left with a reason."""

import pytest

from hudna.model.annotations import Abstention
from hudna.model.assertions import Event
from hudna.model.report import Report
from hudna.pipeline import Pipeline


def read(pipeline: Pipeline, text: str) -> tuple[list[Event], dict[str, Event], list[Abstention]]:
    """The denied events of a text, all events by id, and the denials left alone."""
    analysis = pipeline.analyse(Report("t", text))
    events = analysis.assertions.events
    left = [a for a in analysis.annotations.abstentions if a.stage == "denials"]
    return [e for e in events if e.status == "denied"], {e.id: e for e in events}, left


TIED = [
    # What was told in the report's own voice.
    ("قصفت طائرات روسية سوقاً في مدينة أريحا. ونفت وزارة الدفاع الروسية ذلك.", "قصفت"),
    ("قصفت طائرات روسية سوقاً في أريحا، فيما نفى المتحدث باسم الجيش الروسي ذلك.", "قصفت"),
    # What somebody else claimed, by whatever name.
    ("قالت أنقرة إن موسكو قصفت قافلة مساعدات في حلب. نفت موسكو صحة هذه الأنباء.", "قصفت"),
    ("ذكرت صحيفة هآرتس أن إسرائيل اغتالت القيادي في غزة. وكذّبت الوزارة ما أوردته الصحيفة.", "اغتالت"),
    ("قالت وسائل إعلام إن إسرائيل قصفت مطار دمشق. ونفى مصدر عسكري سوري ما تناقلته وسائل الإعلام.", "قصفت"),
    ("أعلنت قسد السيطرة على البلدة، ونفى مصدر عسكري الخبر جملة وتفصيلاً.", "السيطرة"),
    ("أعلن الجيش السوداني استعادة القصر، ونفت قوات الدعم السريع صحة ذلك.", "استعادة"),
    ("قال التحالف إنه قصف رتلاً للحوثيين في مأرب. ونفى الحوثيون وقوع أي قصف.", "قصف"),
    # In the next paragraph, where the denial opens it.
    ("اتهمت أنقرة موسكو بخرق الهدنة في إدلب.\n\nونفت موسكو هذه الاتهامات.", "بخرق"),
    # Behind «لكن», and by a verb with a pronoun for what was said.
    ("قالت الحكومة إن الحوثيين خرقوا الهدنة في مأرب، لكن الجماعة نفت ذلك.", "خرقوا"),
    ("اتهمت أنقرة دمشق بقصف نقطة مراقبة في إدلب، لكن دمشق نفت الاتهام.", "بقصف"),
    ("قالت مصادر محلية إن القوات التركية قصفت تل رفعت، إلا أن أنقرة نفت ذلك.", "قصفت"),
    ("وقال المرصد إن الطائرات الروسية قصفت كفرنبل، الأمر الذي نفته موسكو.", "قصفت"),
    ("اتهم الجيش قوات الدعم السريع بقصف مستشفى في الفاشر، وهو ما نفته قوات الدعم السريع.", "بقصف"),
    ("أعلن ناشطون أن الجيش قصف درعا. وأضافوا أن طفلاً قتل. ونفى الجيش هذه الأنباء جملة وتفصيلاً.", "قصف"),
    ("أعلن حفتر سيطرة قواته على مطار طرابلس. ونفت حكومة الوفاق تلك المزاعم.", "سيطرة"),
    ("اتهمت واشنطن طهران بالهجوم على مصفاة. لكن إيران تنفي أي دور لها.", "بالهجوم"),
    ("أعلنت قسد السيطرة على البلدة، فيما سارعت دمشق إلى نفي الخبر.", "السيطرة"),
    # A part in an attack, which the denier is accused of or nobody is.
    ("اتهمت السلطات العراقية تركيا بقصف مصيف في دهوك. نفت أنقرة مسؤوليتها عن الهجوم.", "بقصف"),
    ("استهدف هجوم بطائرة مسيرة مطار أربيل، ونفت إيران ضلوعها في الهجوم.", "استهدف"),
    ("وقع انفجار في عدن، ونفى المجلس الانتقالي أي علاقة له بالانفجار.", "انفجار"),
    ("قتل جنديان تركيان بقصف في إدلب، وقد نفى النظام السوري وقوفه وراء القصف.", "قتل"),
    ("قتل ثلاثة مدنيين بانفجار في عفرين. قصفت قوات النظام سرمين. ونفت قسد مسؤوليتها عن التفجير.", "قتل"),
    ("استهدف هجوم حافلة في دمشق وقصفت إسرائيل حمص. نفت إسرائيل علاقتها بالهجوم على الحافلة.", "استهدف"),
]


@pytest.mark.parametrize(("text", "begins"), TIED)
def test_a_denial_is_tied_to_what_it_denies(pipeline: Pipeline, text: str, begins: str) -> None:
    (denied,), events, left = read(pipeline, text)
    told = events[denied.repeats or ""]
    assert text[told.start : told.end].startswith(begins)
    assert (denied.type, denied.mode, denied.place, denied.date) == (
        told.type,
        told.mode,
        told.place,
        told.date,
    )
    assert denied.said_by is not None
    assert told.status in ("reported", "claimed", "alleged")
    assert left == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("نفى المتحدث ذلك.", "in no sentence near"),
        ("نفت حركة حماس هذه الاتهامات.", "in no sentence near"),
        ("قصف الطيران الروسي كفرنبل. وسيطرت الفصائل على تل. ونفت موسكو ذلك.", "or of the denier's own"),
        ("قالت مصادر إن الخلاف قائم بين البلدين. ونفت موسكو ذلك.", "tell no event"),
        ("قصفت قوات النظام بلدة سرمين. ونفت تركيا ضلوعها في الهجوم.", "nothing near"),
        ("اعتقل الجيش التركي شاباً وقصف الجيش السوري قرية. ونفت موسكو هذه الأنباء.", "one of several acts"),
    ],
)
def test_where_nothing_or_more_fits_a_reason_is_given(pipeline: Pipeline, text: str, why: str) -> None:
    denied, _, (left,) = read(pipeline, text)
    assert denied == []
    assert why in left.reason
    assert left.start is not None
    assert "نف" in text[left.start : left.end]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت إسرائيل حمص. رفضت إسرائيل ذلك.",
        "قصفت تركيا تل رفعت. نفت تركيا وجود خلافات مع روسيا.",
        "قصفت تركيا تل رفعت. نفت موسكو الأنباء عن انسحاب خبرائها.",
    ],
)
def test_refusals_and_denials_of_something_else_are_left(pipeline: Pipeline, text: str) -> None:
    denied, _, left = read(pipeline, text)
    assert not any(e.repeats for e in denied)
    assert left == []


def test_a_part_in_an_act_is_denied_by_its_denier(pipeline: Pipeline) -> None:
    (denied,), events, _ = read(pipeline, "قُتل مدنيان بهجوم على أربيل. ونفت إيران مسؤوليتها عن الهجوم.")
    assert [a.code for a in denied.actors] == ["IRN"]
    assert events[denied.repeats or ""].actors == ()


def test_where_a_weapon_was_made_names_no_doer(pipeline: Pipeline) -> None:
    events = pipeline.analyse(
        Report("t", "قال الجيش إن صواريخ إيرانية الصنع سقطت في أربيل.")
    ).assertions.events
    assert not any(a.code and a.code.startswith("IRN") for e in events for a in e.actors)
