"""Public sets: what is counted, on data made in their forms; and the restorer's floor on clean text."""

import csv
import json
from pathlib import Path

import pytest

from hudna.evaluation.match import Counts
from hudna.evaluation.public_sets import events, names, restoring
from hudna.packs.layout import load_known_words
from hudna.pipeline import Pipeline
from tests.evaluation.conftest import CORPUS

ANERCORP = CORPUS.parents[1] / "shared" / "data" / "anercorp_train" / "train.conll"
STRIKE = "قصف الطيران الروسي مدينة إدلب"
ATTACK = "هاجمت القوات التركية مواقع للجيش السوري في سراقب"
TALK = "التقى الوزير نظيره في موسكو"


def person(source: str | None, target: str | None) -> dict[str, object]:
    return {"source_role": {"main": source}, "target_role": {"main": target} if target else "None"}


def record(text: str, *people: dict[str, object]) -> dict[str, object]:
    return {"text": text, "spans": list(people)}


@pytest.fixture
def gsr(tmp_path: Path) -> Path:
    rows = [(STRIKE, "yes"), (ATTACK, "ambiguous"), (TALK, "yes"), ("سقط المطر في دمشق", "easy no")]
    with (tmp_path / "assault_sentences.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerows([("text", "label"), *rows])
    records = [
        record(STRIKE, person("RUS", None), person("RUS", "None"), person("SYR", "None")),
        record(ATTACK, person("TUR", "SYR"), person("IMG", "SYR")),
        record(TALK, person("RUS", "SYR")),
    ]
    (tmp_path / "assault_spans.json").write_text(json.dumps(records), "utf-8")
    return tmp_path


def test_events_are_counted_by_sentence_and_by_record(gsr: Path, pipeline: Pipeline) -> None:
    found = events(gsr, "ASSAULT", pipeline, {"RUS", "TUR", "SYR"})
    assert found.sentences == Counts(tp=1, fp=0, fn=1)
    assert found.records == (2, 3)
    assert found.source == (1, 1)  # in the second record two are named as often
    assert found.target[1] == 1


def test_names_are_counted_by_whole_tokens(tmp_path: Path, pipeline: Pipeline) -> None:
    sentence = "قال O\nبوتين B-PERS\nفي O\nإدلب B-LOC\nوقرب O\nمجلس B-ORG\nغريب I-ORG\n. O\n"
    path = tmp_path / "train.conll"
    path.write_text(sentence * 10, "utf-8")
    counts = names(path, pipeline)
    assert counts["LOC"] == Counts(tp=1)
    assert counts["PERS"] == Counts(tp=1)
    assert (counts["ORG"].tp, counts["ORG"].fn) == (0, 1)


def test_clean_words_are_left_and_broken_ones_restored() -> None:
    if not ANERCORP.exists():
        pytest.skip("ANERcorp is not part of the repository")
    lines = ANERCORP.read_text("utf-8").splitlines()
    found = restoring([line.rsplit(" ", 1)[0] for line in lines if line.strip()], load_known_words(), 2_000)
    assert found.clean_words > 50_000
    assert found.false_joins == 0
    assert found.exact[0] / found.exact[1] >= 0.99
