"""Who acts and who suffers where one act answers another, and what is no party, place or date of an act."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline

CASES = [
    ("قتل جندي تركي على يد قوات النظام، وردت تركيا بقصف مواقع للنظام في سراقب.",
     [("قوات النظام", "جندي تركي"), ("تركيا", "مواقع للنظام")]),
    ("قُتل ثلاثة جنود أتراك بنيران القوات السورية، وردت أنقرة بقصف مواقع الجيش السوري.",
     [("القوات السورية", "جنود أتراك"), ("أنقرة", "مواقع الجيش السوري")]),
    ("ردت تركيا على مقتل جنودها بقصف قوات النظام.", [("", "جنودها"), ("تركيا", "قوات النظام")]),
    ("أعلن الجيش السوري إسقاط طائرة تركية مسيرة قرب سراقب.", [("الجيش السوري", "طائرة تركية")]),
    ("قصفت إسرائيل مواقع لحزب الله في الجنوب، ورد الحزب بإطلاق صواريخ على كريات شمونة.",
     [("", ""), ("إسرائيل", "مواقع لحزب الله")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_did_it_to_whom(pipeline: Pipeline, text: str, expected: list[tuple[str, str]]) -> None:
    analysis = pipeline.analyse(Report("made.txt", text, "عينة", metadata_date="2020-03-20"))
    attacks = [e for e in analysis.assertions.events if e.type == "ASSAULT"]
    found = [
        (" ".join(a.text for a in e.actors), " ".join(r.text for r in e.recipients))
        for e in sorted(attacks, key=lambda e: [a.start for a in e.recipients])
    ]
    assert found == expected


def test_nobody_is_killed_by_those_who_answer(pipeline: Pipeline) -> None:
    text = CASES[1][0]
    (figure,) = pipeline.analyse(Report("made.txt", text, "عينة")).assertions.figures
    assert [p.text for p in figure.perpetrators] == ["القوات السورية"]


def test_an_accord_lends_its_place_and_day_to_no_breach(pipeline: Pipeline) -> None:
    text = "خرقت قوات النظام اتفاق موسكو الموقع في 5 آذار."
    events = pipeline.analyse(Report("made.txt", text, "عينة", metadata_date="2020-03-20")).assertions.events
    assert [(e.place, e.date) for e in events] == [(None, None)]
