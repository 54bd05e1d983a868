"""What a tagger may add to the rules, and what it may not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hudna.extract.completing import Completer
from hudna.model.records import Analysis
from hudna.model.report import Report
from hudna.models.tagging import TagStep
from hudna.pipeline import Pipeline
from tests.models.saying import Saying, Told

USES = ("speaker", "statement", "actor", "recipient", "place", "event", "names", "persons")
SURE = 0.9


def read(pipeline: Pipeline, text: str, told: Sequence[Told], uses: Sequence[str] = USES) -> Analysis:
    completer = Completer(dict.fromkeys(uses, 0.5))
    learned = replace(pipeline, tagging=TagStep(Saying(told)), completer=completer)
    return learned.analyse(Report("x", text))


TALK = "كركرت وزارة الدفاع الروسية إلى أن الدوريات ستستأنف قريباً."
TALK_TAGS: list[Told] = [
    ("كركرت", "speech", "cue", SURE),
    ("وزارة الدفاع الروسية", "speech", "speaker", SURE),
    ("الدوريات ستستأنف قريباً", "content", "content", SURE),
    ("كركرت", "force", "promise", SURE),
]


def test_a_statement_whose_verb_no_lexicon_has(pipeline: Pipeline) -> None:
    assert not pipeline.analyse(Report("x", TALK)).assertions.statements
    (statement,) = read(pipeline, TALK, TALK_TAGS).assertions.statements
    assert [s.code for s in statement.speakers] == ["RUS.MIL"]
    assert statement.force == "promise"
    assert TALK[statement.content.start : statement.content.end] == "الدوريات ستستأنف قريباً"
    assert "tagger" in statement.reason


def test_an_unsure_tagger_adds_nothing(pipeline: Pipeline) -> None:
    unsure = [(words, layer, label, 0.3) for words, layer, label, _ in TALK_TAGS]
    assert not read(pipeline, TALK, unsure).assertions.statements


def test_a_use_without_a_threshold_is_off(pipeline: Pipeline) -> None:
    assert not read(pipeline, TALK, TALK_TAGS, ["event", "names"]).assertions.statements


def test_somebody_unknown_is_no_speaker(pipeline: Pipeline) -> None:
    told = [t for t in TALK_TAGS if t[2] != "speaker"] + [("الدوريات", "speech", "speaker", SURE)]
    assert not read(pipeline, TALK, told).assertions.statements


def test_rules_come_first(pipeline: Pipeline) -> None:
    text = "قالت وزارة الدفاع الروسية إن الدوريات ستستأنف قريباً."
    told: list[Told] = [
        ("قالت", "speech", "cue", SURE), ("الدوريات ستستأنف", "content", "content", SURE),
        ("وزارة الدفاع الروسية", "speech", "speaker", SURE), ("قالت", "force", "threaten", SURE),
    ]  # fmt: skip
    assert read(pipeline, text, told).assertions == pipeline.analyse(Report("x", text)).assertions


def test_an_event_whose_trigger_no_lexicon_has(pipeline: Pipeline) -> None:
    text = "أمطرت قوات النظام السوري بلدة سرمين بوابل من النيران."
    told: list[Told] = [
        ("أمطرت", "types", "ASSAULT", SURE), ("أمطرت", "status", "reported", SURE),
        ("قوات النظام السوري", "roles", "source", SURE), ("سرمين", "setting", "place", SURE),
    ]  # fmt: skip
    before = [e for e in pipeline.analyse(Report("x", text)).assertions.events if e.type == "ASSAULT"]
    found = [e for e in read(pipeline, text, told).assertions.events if e.type == "ASSAULT"]
    assert not before
    assert [[a.code for a in e.actors] for e in found] == [["SYR.MIL"]]
    assert [e.place.name_en if e.place else None for e in found] == ["Sarmin"]


@pytest.mark.parametrize("status", ["background", "negated"])
def test_the_status_is_the_taggers(pipeline: Pipeline, status: str) -> None:
    text = "أمطرت قوات النظام السوري بلدة سرمين بوابل من النيران."
    told: list[Told] = [("أمطرت", "types", "ASSAULT", SURE), ("أمطرت", "status", status, SURE)]
    found = [e.status for e in read(pipeline, text, told).assertions.events]
    assert found == ([] if status == "background" else [status])


def test_a_name_no_pack_knows(pipeline: Pipeline) -> None:
    text = "وصل كمطاروش الدنبلي إلى مقر تجمع الزنابق."
    told: list[Told] = [
        ("كمطاروش الدنبلي", "names", "person", SURE), ("تجمع الزنابق", "names", "organisation", SURE),
    ]  # fmt: skip
    notes = read(pipeline, text, told).annotations
    assert [(m.text, m.type, m.entity) for m in notes.mentions if "tagger" in m.reason] == [
        ("كمطاروش الدنبلي", "person", None), ("تجمع الزنابق", "organisation", None),
    ]  # fmt: skip
    assert "كمطاروش الدنبلي" in [text[p.start : p.end] for p in notes.persons]
