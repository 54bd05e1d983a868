"""Words that look like an event's trigger and say something else: found by reading what strangers wrote."""

from collections.abc import Callable

import pytest

from hudna.model.assertions import Event
from hudna.model.report import Published, Report
from hudna.pipeline import Pipeline

Read = Callable[[str], tuple[Event, ...]]
Told = set[tuple[str, str | None, str]]


@pytest.fixture(scope="module")
def read() -> Read:
    pipeline = Pipeline.load()

    def events(text: str) -> tuple[Event, ...]:
        report = Report("review", text, published=Published("2020-03-05", "metadata", how="given"))
        return pipeline.analyse(report).assertions.events

    return events


def _told(events: tuple[Event, ...]) -> Told:
    return {(event.type, event.mode, event.status) for event in events}


@pytest.mark.parametrize(
    "text",
    [
        "حلقت طائرات روسية فوق إدلب دون أن تقصف.",
        "حلقت طائرات روسية فوق إدلب من دون أن تقصف المدينة.",
        "حلقت طائرات روسية فوق إدلب بدون أن تقصف المدينة.",
        "حلقت الطائرات فوق إدلب من دون أن يقصف الطيران الروسي المدينة.",
    ],
)
def test_what_was_left_undone_is_negated(read: Read, text: str) -> None:
    assert {event.status for event in read(text) if event.type == "ASSAULT"} == {"negated"}


@pytest.mark.parametrize(
    "text",
    [
        "قصفت قوات النظام بلدة سرمين دون أن ترد أنباء عن إصابات.",
        "قصفت طائرات روسية مدينة إدلب دون أن تعلق موسكو.",
    ],
)
def test_what_comes_before_without_is_reported(read: Read, text: str) -> None:
    assert ("ASSAULT", "reported") in {(event.type, event.status) for event in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "لم تعلق روسيا على اتهامها بقصف المشفى.",
        "لم ترد روسيا على اتهام واشنطن لها بقصف المشفى في إدلب.",
    ],
)
def test_an_accusation_not_commented_on_stays_one(read: Read, text: str) -> None:
    events = read(text)
    assert {(event.type, event.status) for event in events} == {("ASSAULT", "alleged")}


def test_commenting_on_operations_suspends_none(read: Read) -> None:
    assert not [e for e in read("علقت روسيا على العمليات العسكرية في إدلب.") if e.type == "RETREAT"]


def test_suspending_operations_still_counts(read: Read) -> None:
    assert "RETREAT" in {e.type for e in read("علقت روسيا عملياتها العسكرية في إدلب.")}


@pytest.mark.parametrize(
    "text",
    [
        "وصلت تعزيزات تركية إلى إدلب.",
        "وصل رتل عسكري تركي إلى إدلب.",
        "وصل رتل عسكري للجيش التركي إلى مدينة إدلب.",
        "دخلت تعزيزات عسكرية تركية إلى إدلب.",
    ],
)
def test_troops_that_arrive_are_mobilized(read: Read, text: str) -> None:
    assert _told(read(text)) == {("MOBILIZE", "troops", "reported")}


@pytest.mark.parametrize(
    "text", ["وصل وزير الخارجية الروسي إلى دمشق.", "وصل قائد القوات الأمريكية إلى بغداد."]
)
def test_a_minister_or_commander_who_arrives_visits(read: Read, text: str) -> None:
    assert {e.type for e in read(text)} == {"CONSULT"}


@pytest.mark.parametrize(
    "text",
    [
        "صوت مجلس الأمن على مشروع قرار قدمته ألمانيا وبلجيكا والكويت بشأن إيصال المساعدات إلى سوريا.",
        "قدمت ألمانيا مقترحا لإدخال المساعدات إلى سوريا.",
        "قدمت روسيا شكوى بشأن المساعدات إلى مجلس الأمن.",
        "مشروع قرار قدمته ألمانيا وبلجيكا والكويت",
    ],
)
def test_a_draft_put_forward_is_no_aid(read: Read, text: str) -> None:
    assert not [e for e in read(text) if e.type == "AID" and e.status != "planned"]


def test_aid_given_is_aid(read: Read) -> None:
    assert "AID" in {e.type for e in read("قدمت ألمانيا مساعدات إلى سوريا.")}


@pytest.mark.parametrize(
    "text",
    [
        "منع الحوثيون سفينة وقود من الدخول.",
        "منع الحوثيون سفينة وقود من الدخول إلى ميناء الحديدة.",
        "أغلق الجيش المدخل الشرقي للمدينة.",
    ],
)
def test_no_troops_enter_with_others(read: Read, text: str) -> None:
    assert not [e for e in read(text) if e.type == "MOBILIZE"]


@pytest.mark.parametrize(
    "text",
    [
        "هاجم أردوغان في خطابه المعارضة التركية.",
        "هاجم الناقد الفيلم بشدة ووصفه بالممل.",
        "هاجم الرئيس الإيراني حسن روحاني في تصريحات صحفية الولايات المتحدة.",
        "هاجم ترامب إيران بشدة.",
    ],
)
def test_an_attack_in_words_is_no_assault(read: Read, text: str) -> None:
    assert not [e for e in read(text) if e.type == "ASSAULT"]


def test_an_attack_with_arms_is_one(read: Read) -> None:
    assert "ASSAULT" in {e.type for e in read("هاجمت قوات النظام بلدة سرمين بالدبابات.")}


@pytest.mark.parametrize(
    "text",
    [
        "خاضت السعودية معركة قضائية ضد إيران.",
        "شنت السعودية حرب أسعار على روسيا في سوق النفط، واندلعت المعركة بين الطرفين.",
        "تخوض روسيا معركة انتخابية ضد واشنطن.",
    ],
)
def test_a_battle_of_prices_or_votes_is_no_assault(read: Read, text: str) -> None:
    assert not [e for e in read(text) if e.type == "ASSAULT"]
