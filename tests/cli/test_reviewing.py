"""`hudna review`: listed, judged, taken back, told."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import inside, lines


@pytest.fixture
def ledger(made_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger of two reports that may be written to."""
    path = tmp_path / "hudna.sqlite"
    shutil.copy(made_ledger, path)
    monkeypatch.setenv("HUDNA_LEDGER", str(path))
    return path


def listed(*options: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in inside("review", "list", "--json", *options).stdout.splitlines()]


def judge(*words: str, user: str = "salma") -> Any:
    return inside("review", *words, "--comment", "seen the film", "--user", user)


@pytest.fixture
def event(ledger: Path) -> str:
    return str(listed("--kind", "event")[0]["id"])


def test_the_least_certain_comes_first(ledger: Path) -> None:
    rows = listed()
    assert [r["score"] for r in rows] == sorted(r["score"] for r in rows)
    done = inside("review", "list", "--limit", "2")
    assert len(lines(done.stdout)) == 3
    assert f"reviewed 0 of {len(rows)} records" in done.stderr.decode()


def test_what_is_judged_is_listed_no_more(event: str) -> None:
    done = judge("confirm", event)
    assert done.returncode == 0
    assert f"{event[:12]} is confirmed by salma" in done.stdout.decode()
    assert event not in [r["id"] for r in listed()]
    [row] = [r for r in listed("--all") if r["id"] == event]
    assert row["review"]["state"] == "confirmed"
    assert row["review"]["last"]["comment"] == "seen the film"
    assert b": confirmed 1" in inside("review", "list").stderr


def test_lists_tell_what_is_judged(event: str) -> None:
    judge("correct", event, "date", "2020-02-20")
    rows = {r["id"]: r for r in map(json.loads, inside("timeline", "--json").stdout.splitlines())}
    assert rows[event]["review"]["values"] == {"date": "2020-02-20"}
    assert all(row["review"]["state"] == "open" for identity, row in rows.items() if identity != event)


def test_a_correction_must_fit(event: str) -> None:
    done = judge("correct", event, "date", "yesterday")
    assert done.returncode == 2
    assert b"is no date" in done.stderr
    assert judge("correct", event, "place", "place/sy/nowhere").returncode == 2
    assert inside("review", "history", event).stdout.count(b"\n") == 1


@pytest.mark.parametrize(
    ("left", "words"), [("--user", b"HUDNA_USER"), ("--comment", b"--comment"), ("", b"a reason in words")]
)
def test_who_and_why_are_asked_for(event: str, left: str, words: bytes) -> None:
    given = {"--user": "salma", "--comment": "why" if left else " "}
    given.pop(left, None)
    done = inside("review", "reject", event, *(w for pair in given.items() for w in pair))
    assert done.returncode == 2
    assert words in done.stderr


def test_the_user_of_the_surroundings(event: str) -> None:
    done = inside("review", "reject", event, "--comment", "why", env={"HUDNA_USER": "omar"})
    assert b"is rejected by omar" in done.stdout


def test_two_people_judge_at_once(event: str) -> None:
    judge("confirm", event)
    done = judge("reject", event, user="omar")
    assert done.returncode == 2
    assert "salma has judged this record since you looked" in done.stderr.decode()
    [first] = [r["review"]["last"]["id"] for r in listed("--all") if r["id"] == event]
    assert judge("reject", event, "--seen", first[:8], user="omar").returncode == 0
    assert b"is no judgement on this record" in judge("confirm", event, "--seen", "ffff").stderr


def test_taking_back(event: str) -> None:
    assert b"no judgement to take back" in judge("undo", event).stderr
    judge("confirm", event)
    judge("reject", event)
    assert b"is confirmed by salma" in judge("undo", event).stdout
    told = lines(inside("review", "history", event).stdout)
    assert [row[1].split(" ")[0] for row in told] == ["read", "confirm", "reject", "withdraw"]
    assert told[-1][2] == "review: rejected → confirmed"
    data = [json.loads(line) for line in inside("review", "history", event, "--json").stdout.splitlines()]
    assert data[0]["reading"]["at"].startswith("2020-03-01")
    assert data[-1]["judgement"]["act"] == "withdraw"


def test_joining_and_splitting(event: str) -> None:
    other = next(r["id"] for r in listed("--kind", "event") if r["id"] != event)
    assert b"joined with" in judge("join", event, other).stdout
    assert b"split from" in judge("split", other, event).stdout
    assert judge("undo", event, other).returncode == 0
    assert b"with itself" in judge("join", event, event).stderr
    reports = sorted({r["report"] for r in listed()})
    assert judge("join", *reports).returncode == 0


def test_what_is_not_there(ledger: Path) -> None:
    assert b"no assertion answers to" in judge("confirm", "ffffff").stderr
    assert b"no comparison answers to" in judge("settle", "ffffff", "settled").stderr
    assert judge("settle", "ffffff", "solved").returncode == 2


def test_nothing_is_lost_yet(event: str) -> None:
    judge("confirm", event)
    done = inside("review", "lost")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"still read" in done.stderr
