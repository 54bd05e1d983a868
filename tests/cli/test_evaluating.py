"""`hudna evaluate` as a user meets it."""

import json
from pathlib import Path

import pytest

from hudna.pipeline import Pipeline
from tests.cli.running import column, inside, lines

GOLD = {
    "times": [{"line": 1, "text": "أمس", "value": "2020-02-10"}],
    "figures": [{"line": 1, "kind": "killed", "value": 6, "bound": "exact"}],
}


@pytest.fixture
def folder(tmp_path: Path, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One text, of which the time is read rightly and the figure is not the one annotated."""
    monkeypatch.setattr("hudna.cli.work.evaluating.load_pipeline", lambda packs=(), models="none": pipeline)
    made = tmp_path / "made"
    (made / "texts").mkdir(parents=True)
    (made / "gold").mkdir()
    (made / "texts" / "1.txt").write_text("قتل خمسة مدنيين في قصف على سراقب أمس\n", "utf-8")
    (made / "gold" / "1.json").write_text(json.dumps(GOLD), "utf-8")
    index = [{"id": "1", "published": "2020-02-11", "country": "Syria"}]
    (made / "index.json").write_text(json.dumps(index), "utf-8")
    return made


def test_scores_by_layer(folder: Path) -> None:
    done = inside("evaluate", folder)
    assert done.returncode == 0, done.stderr
    rows = lines(done.stdout)
    table = rows[: rows.index([""])]
    assert dict(zip(column(table, "layer"), column(table, "f1"), strict=True))["time"] == "1.000"
    assert ["country", "Syria", "1"] in [row[:3] for row in rows]


def test_json_is_one_object(folder: Path) -> None:
    found = json.loads(inside("evaluate", folder, "--json", "--name", "mine").stdout)
    assert found["name"] == "mine"
    assert found["layers"]["figure"]["f1"] == 0.0


def test_details_name_report_line_and_kind(folder: Path) -> None:
    rows = lines(inside("evaluate", folder, "--details").stdout)
    assert ["figure", "another number", "1:1"] in [row[:3] for row in rows]


def test_texts_may_lie_elsewhere(folder: Path) -> None:
    assert inside("evaluate", folder / "gold", folder / "texts").returncode == 0


def test_write_and_floors(folder: Path, tmp_path: Path) -> None:
    card, floors = tmp_path / "card.md", tmp_path / "floors.json"
    asked = ("evaluate", folder, "--floors", floors)
    none = inside(*asked)
    assert (none.returncode, b"no floors" in none.stderr) == (1, True)
    assert inside(*asked, "--set-floors", "--write", card).returncode == 0
    assert "| time | 1.00 |" in card.read_text("utf-8")
    assert inside(*asked).returncode == 0
    floors.write_text(floors.read_text("utf-8").replace('"time": 0.98', '"time": 1.5'), "utf-8")
    low = inside(*asked)
    assert (low.returncode, b"below its floor" in low.stderr) == (1, True)
    assert inside(*asked, "--set-floors").returncode == 2
    assert inside(*asked, "--set-floors", "--lower").returncode == 0
    assert inside(*asked).returncode == 0


def test_what_is_wrong_is_told(folder: Path, tmp_path: Path) -> None:
    missing = inside("evaluate", tmp_path / "nothing")
    assert (missing.returncode, b"is not a folder" in missing.stderr) == (2, True)
    assert b"need --floors" in inside("evaluate", folder, "--set-floors").stderr
    (folder / "texts" / "1.txt").unlink()
    assert b"no text 1.txt" in inside("evaluate", folder).stderr
