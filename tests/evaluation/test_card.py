"""Tables between marks, and what stands in them."""

import json
from pathlib import Path

import pytest

from hudna.evaluation.annotators import Agreement
from hudna.evaluation.bootstrap import Interval
from hudna.evaluation.card import data, markdown, put
from hudna.evaluation.match import Counts
from hudna.evaluation.score import ReportScore
from hudna.evaluation.summary import Group, Line, Summary
from hudna.model.errors import ReadError
from tests.evaluation.conftest import SETS

DOCS = Path(__file__).parents[2] / "docs" / "accuracy.md"
STALE = 0.1
"""How far a change may move a score before the card is to be written anew; a fall is for the floors."""
FACTS = 10
"""Optional facts count among the facts when they are found."""
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


def test_what_annotators_agree_on_stands_beside() -> None:
    agreed = Agreement("made", 7, (Line("event", Counts(9, 1, 1)),), (Line("event", Counts(8, 2, 2)),))
    text = markdown(SUMMARY, agreed)
    assert "Two annotators read 7 of them" in text
    assert "| event | 0.00 | – | 0.00 | – | 0 | 0.90 |" in text
    assert "| time | 0.75 | 0.75 | 0.75 | 0.50 to 1.00 | 4 | – |" in text
    assert data(SUMMARY, agreed)["annotators"]["layers"]["event"]["strict"] == pytest.approx(0.8)


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
    for name in (
        *SETS,
        "twenty-texts",
        "three-reports",
        "test-annotators",
        "sentences-test-annotators",
        "public-sets",
    ):
        assert f"<!-- begin {name} -->\n\n" in text, "run make accuracy"


@pytest.mark.parametrize("name", SETS)
def test_the_card_says_what_is_measured(name: str, summaries: dict[str, Summary]) -> None:
    """Exactly how many facts there are, and F1 but for what changed since the card was written."""
    part = DOCS.read_text("utf-8").split(f"<!-- begin {name} -->")[1].split("<!-- end")[0]
    table = part.split("| slot")[0]
    rows = {row[0]: row for row in (line.strip("| ").split(" | ") for line in table.split("\n"))}
    assert part.split()[0] == str(len(summaries[name].reports))
    for line in summaries[name].layers:
        _, _, _, f1, _, facts, *_ = rows[line.name]
        assert int(facts) == pytest.approx(line.counts.tp + line.counts.fn, abs=FACTS), "run make accuracy"
        assert float(f1) == pytest.approx(line.counts.f1 or 0.0, abs=STALE), "run make accuracy"
