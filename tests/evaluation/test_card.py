"""Tables between marks, and what stands in them."""

import json
from pathlib import Path

import pytest

from hudna.evaluation.bootstrap import Interval
from hudna.evaluation.card import data, markdown, put
from hudna.evaluation.match import Counts
from hudna.evaluation.score import ReportScore
from hudna.evaluation.summary import Group, Line, Summary
from hudna.model.errors import ReadError

DOCS = Path(__file__).parents[2] / "docs" / "accuracy.md"
LINES = (
    Line("time", Counts(3, 1, 1), Interval(0.5, 1.0)),
    Line("figure", Counts()),
    Line("event", Counts(fp=2)),
)
SUMMARY = Summary(
    "made",
    (ReportScore("1", {}, {}),),
    LINES,
    {"bound": (1, 2)},
    (Group("country", "Libya", 1, LINES),),
    {"time": {"not found": 1}},
)


def test_tables() -> None:
    text = markdown(SUMMARY)
    assert "| time | 0.75 | 0.75 | 0.75 | 0.50 to 1.00 | 4 |" in text
    assert "| figure | – | – | – | – | 0 |" in text
    assert "| bound | 1 of 2 | 0.50 |" in text
    assert "| Libya | 1 | 0.75 (4) | – | 2 spurious |" in text
    assert "| time | not found | 1 |" in text
    assert "not found" not in markdown(SUMMARY, failures=False)


def test_data_is_json() -> None:
    found = json.loads(json.dumps(data(SUMMARY)))
    assert found["layers"]["time"]["interval"] == [0.5, 1.0]
    assert found["layers"]["figure"]["f1"] is None
    assert found["documents"] == ["1"]
    assert found["slots"] == {"bound": 0.5}


def test_only_the_part_between_the_marks_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "card.md"
    path.write_text("before\n<!-- begin made -->\nold\n<!-- end made -->\nafter \\1\n", "utf-8")
    put(path, "made", "new \\1\n")
    put(path, "made", "new \\1\n")
    text = path.read_text("utf-8")
    assert text.startswith("before\n<!-- begin made -->\n\nnew \\1\n\n<!-- end made -->\nafter \\1\n")
    assert "old" not in text
    with pytest.raises(ReadError, match="begin other"):
        put(path, "other", "x")


def test_a_new_file_is_made(tmp_path: Path) -> None:
    put(tmp_path / "new.md", "made", "x\n")
    put(tmp_path / "new.md", "made", "y\n")
    assert "y" in (tmp_path / "new.md").read_text("utf-8")


def test_the_card_has_the_marks_of_every_set() -> None:
    text = DOCS.read_text("utf-8")
    for name in ("test", "develop", "twenty-texts", "three-reports"):
        assert f"<!-- begin {name} -->\n\n" in text, "run make accuracy"
