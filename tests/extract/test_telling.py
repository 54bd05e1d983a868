"""One event told twice is one event; what a report recalls is no news."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.extract.telling import last_day
from hudna.model.assertions import Event
from hudna.model.report import Published, Report
from hudna.pipeline import Pipeline

Read = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="module")
def read() -> Read:
    pipeline = Pipeline.load()

    def events(text: str) -> tuple[Event, ...]:
        report = Report("made", text, published=Published("2020-03-05", "metadata", how="given"))
        return pipeline.analyse(report).assertions.events

    return events


@pytest.mark.parametrize(
    "text",
    [
        "قوات النظام تقصف بلدة سرمين بالمدفعية\n\nقصفت قوات النظام صباح اليوم بلدة سرمين بالمدفعية الثقيلة.",
        "قصفت طائرات روسية بلدة سرمين صباح اليوم. وأسفر القصف عن مقتل ثلاثة مدنيين.",
    ],
)
def test_the_second_telling_names_the_first(read: Read, text: str) -> None:
    attacks = [e for e in read(text) if e.type == "ASSAULT"]
    first, *again = attacks
    assert first.repeats is None
    assert {e.repeats for e in again} == {first.id}


@pytest.mark.parametrize(
    "text",
    [
        "قصفت قوات النظام بلدة سرمين بالمدفعية. وقصفت طائرات روسية مدينة بنش.",
        "قصفت قوات النظام بلدة سرمين أمس. وقصفت قوات النظام بلدة سرمين اليوم.",
        "قوات النظام تقصف بلدة سرمين\n\nقتلت طائرة مسيرة تركية ثلاثة جنود في سراقب.",
    ],
)
def test_two_events_stay_two(read: Read, text: str) -> None:
    attacks = [e for e in read(text) if e.type == "ASSAULT"]
    assert len(attacks) > 1
    assert {e.repeats for e in attacks} == {None}


def test_a_heading_announces_one_event(read: Read) -> None:
    text = (
        "قوات النظام تقصف بلدة سرمين\n\n"
        "قصفت قوات النظام بلدة سرمين صباح اليوم.\n"
        "وقصفت قوات النظام محيط بلدة سرمين مساء اليوم."
    )
    heading = next(e for e in read(text) if e.type == "ASSAULT")
    assert [e.repeats for e in read(text)].count(heading.id) == 1


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("وكانت قوات النظام قد سيطرت على المدينة في كانون الثاني 2018.", True),
        ("سيطرت قوات النظام على المدينة في أيار 2012.", True),
        ("أحيت المدينة ذكرى قصف طائرات النظام سوقها.", True),
        ("سيطرت قوات النظام اليوم على مدينة كفرنبل.", False),
        ("قصفت طائرات روسية كفرنبل يوم الأربعاء.", False),
    ],
)
def test_background(read: Read, text: str, background: bool) -> None:
    found = [e for e in read(text) if e.type == "ASSAULT"]
    assert found
    assert {e.background for e in found} == {background}


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-02-21", date(2020, 2, 21)),
        ("2018-09-17/..", None),
        ("2015-21", None),
        ("2020-W05", None),
        ("2018", date(2018, 12, 28)),
        ("2018-02", date(2018, 2, 28)),
        ("XXXX-03-05", None),
        ("2020-02-21T14:00", date(2020, 2, 21)),
        (None, None),
    ],
)
def test_the_last_day_of_a_value(value: str | None, day: date | None) -> None:
    assert last_day(value) == day


@given(st.text(alphabet="0123456789-/X~?.TW", max_size=14))
def test_any_value_has_a_last_day_or_none(value: str) -> None:
    last_day(value)


@pytest.mark.parametrize(
    "text",
    [
        "قصف مدفعي على سرمين\n\nقصفت قوات النظام بالمدفعية بلدة سرمين يوم الأحد، ما أدى إلى مقتل 4 مدنيين.",
        "قصف على سرمين يوقع قتلى\n\nقال ناشطون إن غارات جوية استهدفت سرمين أمس الأحد.",
    ],
)
def test_a_heading_announces_the_lead_whatever_its_words(read: Read, text: str) -> None:
    first, *again = (e for e in read(text) if e.type == "ASSAULT")
    assert [e.repeats for e in again] == [first.id]


def test_a_heading_announces_nothing_elsewhere(read: Read) -> None:
    text = "قصف مدفعي على سرمين\n\nقصفت قوات النظام بالمدفعية بلدة بنش يوم الأحد."
    assert all(e.repeats is None for e in read(text))


@pytest.mark.parametrize("text", ["خرق هدنة السودان", "سُجلت أمس خروقات لهدنة اليمن في محافظتين."])
def test_whose_truce_is_broken_is_not_who_broke_it(read: Read, text: str) -> None:
    assert not any(e.actors for e in read(text) if e.type == "ASSAULT")


def test_an_accord_that_something_is_done_by_was_made_before(read: Read) -> None:
    text = "خرجت الحافلات الأحد من المدينة بموجب اتفاق بين روسيا وتركيا."
    (accord,) = (e for e in read(text) if e.type == "AGREE")
    assert (accord.date, accord.status, accord.background) == (None, "reported", True)
    (made,) = (e for e in read("جرى الأحد التوصل إلى اتفاق بين روسيا وتركيا.") if e.type == "AGREE")
    assert (made.date, made.background) == ("2020-03-01", False)


def test_nobody_is_accused_for_standing_in_the_name_of_the_speaker(read: Read) -> None:
    text = "قال رئيس مجلس النواب اللبناني نبيه بري إن إسرائيل خرقت اتفاق وقف إطلاق النار."
    (accusation,) = (e for e in read(text) if e.type == "ACCUSE")
    assert [a.name_en for a in accusation.actors] == ["Nabih Berri"]
    assert [a.code for a in accusation.recipients] == ["ISR"]
