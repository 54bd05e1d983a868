"""No score on the corpus falls below its floor, and floors belong to the texts they were set on."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hudna.evaluation.floors import Floors, digest, load_floors, problems, raised, save_floors
from hudna.evaluation.match import Counts
from hudna.evaluation.summary import Line, Summary
from hudna.model.errors import ReadError
from tests.evaluation.conftest import CORPUS, SETS


@pytest.mark.parametrize("name", SETS)
def test_the_corpus_meets_its_floors(name: str, summaries: dict[str, Summary]) -> None:
    """Set floors with: hudna evaluate corpus/PART --floors corpus/floors.json --set-floors [--lower]."""
    assert summaries[name].name == name
    floors = load_floors(CORPUS / "floors.json").get(name)
    assert not problems(summaries[name], SETS[name], floors)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "1.txt").write_text("نص", "utf-8")
    return tmp_path


def scored(f1: Counts) -> Summary:
    return Summary("made", (), (Line("time", f1), Line("figure", Counts())), {}, (), {})


def test_a_floor_lies_a_little_below_and_holds(folder: Path) -> None:
    floors = raised(scored(Counts(8, 2, 2)), folder, None, lower=False)
    assert floors.f1 == {"time": pytest.approx(0.78)}
    assert not problems(scored(Counts(8, 2, 2)), folder, floors)
    (found,) = problems(scored(Counts(7, 3, 3)), folder, floors)
    assert "F1 of time is 0.700, below its floor 0.78" in found


def test_another_text_asks_for_new_floors(folder: Path) -> None:
    floors = raised(scored(Counts(8, 2, 2)), folder, None, lower=False)
    (folder / "texts" / "1.txt").write_text("نص آخر", "utf-8")
    (found,) = problems(scored(Counts(8, 2, 2)), folder, floors)
    assert "--set-floors" in found
    assert "no floors" in problems(scored(Counts(8, 2, 2)), folder, None)[0]


def test_a_renamed_text_is_another_text(folder: Path) -> None:
    before = digest(folder)
    (folder / "texts" / "1.txt").rename(folder / "texts" / "2.txt")
    assert digest(folder) != before


def test_a_floor_sinks_only_when_told(folder: Path) -> None:
    old = Floors("", {"time": 0.9})
    with pytest.raises(ReadError, match="--lower"):
        raised(scored(Counts(8, 2, 2)), folder, old, lower=False)
    assert raised(scored(Counts(8, 2, 2)), folder, old, lower=True).f1["time"] == pytest.approx(0.78)
    near = Floors("", {"time": 0.79})
    assert raised(scored(Counts(8, 2, 2)), folder, near, lower=False).f1["time"] == pytest.approx(0.79)


def test_a_layer_that_vanished_is_below_its_floor(folder: Path) -> None:
    floors = replace(raised(scored(Counts(8, 2, 2)), folder, None, lower=False), f1={"event": 0.5})
    assert "0.000" in problems(scored(Counts(8, 2, 2)), folder, floors)[0]


def test_floors_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    save_floors(path, {"b": Floors("00", {"time": 0.5}), "a": Floors("11", {})})
    assert load_floors(path) == {"a": Floors("11", {}), "b": Floors("00", {"time": 0.5})}
    path.write_text(json.dumps(["no"]), "utf-8")
    with pytest.raises(ReadError, match="--set-floors"):
        load_floors(path)
