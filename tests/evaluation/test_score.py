"""The same figures as the scorer of the annotated reports, number for number."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hudna.evaluation.card import data
from hudna.evaluation.folder import GoldFolder, load_folder
from hudna.evaluation.gold import facts_of, load_facts
from hudna.evaluation.match import Counts
from hudna.evaluation.score import LAYERS, SPURIOUS, score_report
from hudna.evaluation.summary import summarise
from hudna.model.errors import ReadError
from hudna.model.records import record
from hudna.model.report import Report
from hudna.pipeline import Pipeline
from tests.evaluation.conftest import CORPUS

SHARED = CORPUS.parents[1] / "shared"
SETS = {
    "reports": (SHARED / "gold", SHARED / "reports"),
    "dev_texts": (SHARED / "dev_texts", None),
    "develop": (CORPUS / "develop", None),
    "test": (CORPUS / "test", None),
}


def scorer() -> ModuleType:
    path = SHARED / "eval" / "score.py"
    if not path.exists():
        pytest.skip("the scorer of the annotated reports is not part of the repository")
    spec = importlib.util.spec_from_file_location("hudna_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def both(folder: GoldFolder, gold: Path, analyses: list[Any]) -> None:
    ours = summarise(
        folder, [score_report(t.key, t.facts, a) for t, a in zip(folder.texts, analyses, strict=True)]
    )
    records = [json.loads(json.dumps(record(analysis))) for analysis in analyses]
    layers, slots, seen = scorer().score(gold, records)
    assert seen == {text.key for text in folder.texts}
    for line in ours.layers:
        theirs = {k: v for k, v in layers[line.name].row.items() if k != "layer"}
        mine = {k: v for k, v in data(ours)["layers"][line.name].items() if k != "interval"}
        assert mine == theirs, line.name
    assert {name: ours.slots[name] for name in slots} == slots


@pytest.mark.parametrize("name", SETS)
def test_the_figures_are_those_of_the_other_scorer(name: str, pipeline: Pipeline) -> None:
    gold, texts = SETS[name]
    scorer()
    folder = load_folder(gold, texts)
    analyses = [pipeline.analyse(text.report) for text in folder.texts]
    both(folder, gold / "gold" if (gold / "gold").is_dir() else gold, analyses)


TEXT = "قتل خمسة مدنيين في قصف روسي على سراقب أمس\n\nتابعونا على تلغرام"


def test_an_empty_gold_makes_everything_spurious(pipeline: Pipeline) -> None:
    score = score_report("1", facts_of({}), pipeline.analyse(Report("1.txt", TEXT)))
    assert set(score.layers) == set(LAYERS)
    assert all(counts.tp == counts.fn == 0 for counts in score.layers.values())
    assert score.layers["figure"].fp == 1
    assert {failure.kind for failure in score.failures} == {SPURIOUS}
    assert score.slots["published"] == (1, 1)


def test_near_misses_are_told_apart(pipeline: Pipeline) -> None:
    figure = {"line": 1, "kind": "killed", "value": 6, "bound": "exact", "status": "reported"}
    time = {"line": 1, "text": "أمس", "value": "-P3D"}
    facts = facts_of({"figures": [figure], "times": [time], "boilerplate_lines": [3]})
    score = score_report("1", facts, pipeline.analyse(Report("1.txt", TEXT)))
    kinds = {(failure.layer, failure.kind) for failure in score.failures}
    assert ("figure", "another number") in kinds
    assert ("time", "another value") in kinds
    assert score.layers["figure"] == score.layers["time"] == Counts(0, 1, 1)


def test_a_broken_gold_file_says_where(tmp_path: Path) -> None:
    path = tmp_path / "1.json"
    path.write_text('{"times": [{"line": 1}]}', "utf-8")
    with pytest.raises(ReadError, match=r"1\.json: a fact has no «text»"):
        load_facts(path)
    path.write_text("{", "utf-8")
    with pytest.raises(ReadError, match="is not JSON"):
        load_facts(path)


def test_a_folder_that_lacks_something_says_what(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is not a folder"):
        load_folder(tmp_path / "none")
    with pytest.raises(ReadError, match="holds no gold"):
        load_folder(tmp_path)
    (tmp_path / "1.json").write_text("{}", "utf-8")
    with pytest.raises(ReadError, match=r"no text 1\.txt"):
        load_folder(tmp_path)
    (tmp_path / "1_ab.txt").write_text(TEXT, "utf-8")
    assert [text.key for text in load_folder(tmp_path).texts] == ["1"]
    (tmp_path / "index.json").write_text('[{"id": "1"}, {"id": "2"}]', "utf-8")
    with pytest.raises(ReadError, match="names texts without gold: 2"):
        load_folder(tmp_path)


def test_the_date_of_the_index_is_given(tmp_path: Path) -> None:
    (tmp_path / "1.json").write_text("{}", "utf-8")
    (tmp_path / "1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "index.json").write_text(
        '[{"id": "1", "published": "2020-02-11", "country": "Syria"}]', "utf-8"
    )
    (text,) = load_folder(tmp_path).texts
    assert text.report.metadata_date == text.report.published.date == "2020-02-11"
    assert text.groups == (("country", "Syria"),)
