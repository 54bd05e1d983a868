"""Comparing at the end of an ingest and on its own."""

import json
from pathlib import Path

import pytest

from hudna.compose.resolution import Comparator
from hudna.store.base import View
from tests.cli.running import inside
from tests.store.comparing import SameDay

REPORT = "إدلب\nقتل خمسة مدنيين بقصف مدفعي على بلدة سراقب يوم 16 شباط 2020.\n"


@pytest.fixture(autouse=True)
def _same_day(loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Events of a day are the same; no other comparison is made."""
    by: tuple[Comparator, ...] = (SameDay(),)
    monkeypatch.setattr("hudna.compose.resolution.comparators", lambda pack: by)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two reports of one day."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, "utf-8")
    (folder / "b.txt").write_text(REPORT + "وأكد المرصد ذلك.\n", "utf-8")
    return folder


def test_ingest_compares_at_its_end(reports: Path) -> None:
    told = json.loads(inside("ingest", reports, "--json").stdout)
    assert told["compared"] == 2
    assert told["links"] >= 1
    assert json.loads(inside("resolve", "--json").stdout)["compared"] == 0


def test_ingest_without_comparing(reports: Path) -> None:
    told = json.loads(inside("ingest", reports, "--no-compare", "--json").stdout)
    assert "compared" not in told
    done = inside("resolve")
    assert done.stdout.decode().startswith("hudna.sqlite: readings compared 2, pairs ")
    assert b"readings compared 0," in inside("resolve").stdout


def test_resolve_makes_no_ledger(tmp_path: Path) -> None:
    done = inside("resolve")
    assert done.returncode == 2
    assert b"there is no ledger" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_while_comparing_keeps_what_was_read(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> View:
        raise KeyboardInterrupt

    monkeypatch.setattr(SameDay, "compare", stop)
    done = inside("ingest", reports)
    assert done.returncode == 130
    assert "«hudna resolve» goes on from there" in done.stderr.decode()
    assert len(inside("timeline", "--json").stdout.splitlines()) >= 2
