"""What a tagger may add to the rules, and what it may not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from hudna.extract.completing import Completer
from hudna.model.annotations import PROVISIONAL
from hudna.model.records import Analysis
from hudna.model.report import Report
from hudna.models.tagging import TagStep
from hudna.pipeline import Pipeline
from tests.models.saying import Saying, Told

USES = ("actor", "recipient", "place", "event", "names")
SURE = 0.9


def read(pipeline: Pipeline, text: str, told: Sequence[Told], uses: Sequence[str] = USES) -> Analysis:
    completer = Completer(dict.fromkeys(uses, 0.5))
    learned = replace(pipeline, tagging=TagStep(Saying(told)), completer=completer)
    return learned.analyse(Report("x", text))


def test_an_event_whose_trigger_no_lexicon_has(pipeline: Pipeline) -> None:
    text = "كربشت قوات النظام السوري بلدة سرمين."
    told: list[Told] = [
        ("كربشت", "types", "ASSAULT", SURE), ("كربشت", "status", "reported", SURE),
        ("قوات النظام السوري", "roles", "source", SURE), ("سرمين", "setting", "place", SURE),
    ]  # fmt: skip
    before = [e for e in pipeline.analyse(Report("x", text)).assertions.events if e.type == "ASSAULT"]
    found = [e for e in read(pipeline, text, told).assertions.events if e.type == "ASSAULT"]
    assert not before
    assert [[a.code for a in e.actors] for e in found] == [["SYR.MIL"]]
    assert [e.place.name_en if e.place else None for e in found] == ["Sarmin"]


@pytest.mark.parametrize("status", ["background", "negated"])
def test_the_status_is_the_taggers(pipeline: Pipeline, status: str) -> None:
    text = "كربشت قوات النظام السوري بلدة سرمين."
    told: list[Told] = [("كربشت", "types", "ASSAULT", SURE), ("كربشت", "status", status, SURE)]
    found = [e.status for e in read(pipeline, text, told).assertions.events]
    assert found == ([] if status == "background" else [status])


def test_a_name_no_pack_knows(pipeline: Pipeline) -> None:
    text = "وصل كمطاروش الدنبلي إلى سرمين للقاء مؤسسة الزنابق."
    told: list[Told] = [
        ("كمطاروش الدنبلي", "names", "person", SURE), ("مؤسسة الزنابق", "names", "organisation", SURE),
    ]  # fmt: skip
    notes = read(pipeline, text, told).annotations
    found = [m for m in notes.mentions if "tagger" in m.reason]
    assert [(m.text, m.type, m.name_en) for m in found] == [
        ("كمطاروش الدنبلي", "person", None), ("مؤسسة الزنابق", "organisation", "Muassasat al-Zanabq"),
    ]  # fmt: skip
    assert all((m.entity or "").startswith(PROVISIONAL) for m in found)
    assert "كمطاروش الدنبلي" in [text[p.start : p.end] for p in notes.persons]


SHELLED = "كربشت قوات النظام السوري بلدة سرمين."
SHELLED_TAGS: list[Told] = [
    ("كربشت", "types", "ASSAULT", SURE),
    ("قوات النظام السوري", "roles", "source", SURE),
]


def test_an_unsure_tagger_adds_nothing(pipeline: Pipeline) -> None:
    unsure = [(words, layer, label, 0.3) for words, layer, label, _ in SHELLED_TAGS]
    assert read(pipeline, SHELLED, unsure).assertions == pipeline.analyse(Report("x", SHELLED)).assertions


def test_a_use_without_a_threshold_is_off(pipeline: Pipeline) -> None:
    assert not read(pipeline, SHELLED, SHELLED_TAGS, ["actor", "names"]).assertions.events


def test_what_the_tagger_added_says_so(pipeline: Pipeline) -> None:
    (event,) = read(pipeline, SHELLED, SHELLED_TAGS).assertions.events
    assert event.step == "default/1"
    assert event.reason == "event by the tagger (ASSAULT 0.90), actor by the tagger (source 0.90)"


def test_a_doer_the_rules_left_open(pipeline: Pipeline) -> None:
    text = "قُصفت بلدة سرمين بالمدفعية، والمصدر مواقع قوات النظام السوري."
    (before,) = pipeline.analyse(Report("x", text)).assertions.events
    (event,) = read(pipeline, text, [("قوات النظام السوري", "roles", "source", SURE)]).assertions.events
    assert not before.actors
    assert [a.code for a in event.actors] == ["SYR.MIL"]
    assert (event.type, event.place, event.status) == (before.type, before.place, before.status)
    assert event.step == "events/1+default/1"


def test_sentences_the_rules_read_in_full_are_not_asked_about(pipeline: Pipeline) -> None:
    text = "قصفت قوات النظام السوري بلدة سرمين. هدأ المطر. وصل وفد روسي إلى سراقب."
    tagger = Saying()
    learned = replace(pipeline, tagging=TagStep(tagger), completer=Completer({"event": 0.5}))
    learned.analyse(Report("x", text))
    assert "هدأ المطر." not in tagger.asked
    assert not any("سرمين" in sentence for sentence in tagger.asked)
