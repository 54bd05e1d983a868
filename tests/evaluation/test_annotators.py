"""Two annotations of one text: the same either way round, and strict where asked."""

import json
from pathlib import Path
from typing import Any

import pytest

from hudna.evaluation.annotators import Agreement, agreement, first_of, load_annotation, second_of
from hudna.evaluation.card import agreement_data, agreement_markdown
from hudna.evaluation.folder import load_folder
from hudna.evaluation.gold import GoldFacts, facts_of
from hudna.evaluation.sentence_sets import load_gold
from hudna.model.errors import ReadError
from tests.evaluation.conftest import CORPUS


def event(kind: str, actor: list[str], line: int = 1, **more: Any) -> dict[str, Any]:
    return {"line": line, "type": kind, "actor": actor, **more}


FIRST = facts_of(
    {
        "times": [{"line": 1, "text": "أمس", "value": "2020-02-01"}],
        "events": [event("ASSAULT", ["SYR.MIL"]), event("AID", ["IGO.UN"], 2, optional=True)],
        "boilerplate_lines": [4],
    }
)
SECOND = facts_of(
    {
        "times": [{"line": 1, "text": "مساء أمس", "value": "2020-02-01TEV", "accept": ["2020-02-01"]}],
        "events": [event("ASSAULT", ["RUS.MIL"]), event("CONSULT", ["RUS.GOV"], 3)],
        "boilerplate_lines": [4],
    }
)


def compared(a: GoldFacts, b: GoldFacts) -> Agreement:
    return agreement("made", {"1": a}, {"1": b})


def test_both_directions_are_equal() -> None:
    assert compared(FIRST, SECOND).lines == compared(SECOND, FIRST).lines
    assert compared(FIRST, SECOND).strict == compared(SECOND, FIRST).strict


def test_each_stands_for_output_once() -> None:
    found = {line.name: line.counts for line in compared(FIRST, SECOND).lines}
    assert (found["time"].tp, found["time"].fp, found["time"].fn) == (1, 1, 1)  # accepted one way only
    assert (found["event"].tp, found["event"].fp, found["event"].fn) == (2, 2, 1)
    assert found["event+actor"].tp == 0
    assert found["furniture"].f1 == 1.0
    assert "figure" not in found
    strict = {line.name: line.counts for line in compared(FIRST, SECOND).strict}
    assert strict["time"].tp == 0
    assert strict["event"].fn == 2


def test_an_annotation_agrees_with_itself() -> None:
    lines = compared(FIRST, FIRST).strict
    assert {line.counts.f1 for line in lines} == {1.0}


def test_tables_and_data() -> None:
    found = compared(FIRST, SECOND)
    assert "| furniture | 1.00 | – | 1.00 |" in agreement_markdown(found)
    data = json.loads(json.dumps(agreement_data(found)))
    assert data["layers"]["time"] == {"f1": 0.5, "interval": None, "strict": 0.0}


def test_a_second_annotation_must_be_of_the_same_texts(tmp_path: Path) -> None:
    (tmp_path / "9.json").write_text("{}", "utf-8")
    assert load_annotation(tmp_path) == {"9": GoldFacts()}
    with pytest.raises(ReadError, match="has no text of develop"):
        agreement("develop", first_of(CORPUS / "develop", load_folder(CORPUS / "develop")), {})
    with pytest.raises(ReadError, match="is not a folder"):
        load_annotation(tmp_path / "none")


def test_adjudicated_gold_is_neither_of_its_two_annotations() -> None:
    for path in (CORPUS / "test", CORPUS / "sentences" / "test.jsonl"):
        gold = load_gold(path)
        first = first_of(path, gold)
        second = second_of(path)
        assert second is not None
        assert set(first) == set(load_annotation(second)) == {text.key for text in gold.texts}
        assert any(text.facts != first[text.key] for text in gold.texts)
