"""What a person judged holds in every list, and every list tells how much of it is judged."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import column, inside, lines
from tests.cli.test_compared import ledger as compared_ledger
from tests.cli.test_compared import rows

ledger = compared_ledger
LISTS = (
    "timeline", "figures", "agreements", "statements", "incidents", "contradictions", "figures --compare",
    "violations", "review list --all",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _named(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUDNA_LEDGER", str(ledger))
    monkeypatch.setenv("HUDNA_USER", "salma")


def judge(*words: str) -> None:
    done = inside("review", *words, "--comment", "seen the film")
    assert done.returncode == 0, done.stderr.decode()


def toll(number: int) -> dict[str, Any]:
    """The first figure of so many killed."""
    return next(r for r in rows("figures", "--kind", "killed") if r["lower"] == number)


def strikes() -> list[tuple[str, int]]:
    found = [r for r in rows("incidents", "--kind", "ASSAULT") if r["place"] == "Saraqib"]
    return [(r["date"], r["support"]["reports"]) for r in found]


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_every_list_tells_the_reviewed_share(command: str, more: tuple[str, ...]) -> None:
    done = inside(*command.split(), *more)
    assert done.returncode == 0, done.stderr.decode()
    assert b"hudna: reviewed 0 of " in done.stderr
    if more:
        assert all("review" in json.loads(line) for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    "command",
    [
        "violations --count --from 2020-02-01 --to 2020-02-29",
        "board --on 2020-02-20",
        "show",
        "chain",
        "copies",
    ],
)
@pytest.mark.parametrize("more", [(), ("--json",)])
def test_and_so_does_what_is_told_of_one_thing(command: str, more: tuple[str, ...]) -> None:
    record = toll(19)
    key = {"show": record["report"], "chain": record["id"], "copies": record["id"]}.get(command)
    done = inside(*command.split(), *([key] if key else []), *more)
    assert done.returncode == 0, done.stderr.decode()
    assert b"hudna: reviewed 0 of " in done.stderr
    if more:
        assert b'"review"' in done.stdout


def test_lists_of_records_mark_what_is_rejected() -> None:
    record = toll(19)
    judge("reject", record["id"])
    [found] = [r for r in rows("figures") if r["id"] == record["id"]]
    assert found["review"]["state"] == "rejected"
    table = lines(inside("figures").stdout)
    assert sorted(column(table, "review"))[-1] == "rejected by salma"
    shown = lines(inside("show", record["report"]).stdout)
    assert "rejected by salma" in column(shown, "review")
    assert json.loads(inside("show", record["report"], "--json").stdout)["review"][record["id"]]["state"] == (
        "rejected"
    )


def test_comparisons_leave_out_what_is_rejected_and_say_so() -> None:
    judge("reject", toll(19)["id"])
    asked = ("contradictions", "--about", "figure")
    assert rows(*asked) == []
    for command in (asked, ("figures", "--compare"), (*asked, "--json")):
        assert b"left out, because a person rejected them: 1" in inside(*command).stderr
    assert sorted((r["low"], r["high"]) for r in rows("figures", "--compare")) == [(3, 3), (12, 12)]
    assert b"left out" not in inside("figures", "--compare", "--from", "2020-03-01").stderr


def test_an_incident_without_a_rejected_telling() -> None:
    raid = next(r for r in rows("timeline", "--kind", "ASSAULT") if r["report"] == toll(19)["report"])
    assert strikes() == [("2020-02-16", 3), ("2020-02-17", 1)]
    judge("reject", raid["id"])
    assert strikes() == [("2020-02-16", 2), ("2020-02-17", 1)]
    assert b"rejected them: 1" in inside("incidents").stderr
    judge("undo", raid["id"])
    assert strikes() == [("2020-02-16", 3), ("2020-02-17", 1)]


def test_joined_tellings_are_one_incident_for_whoever_asks() -> None:
    raids = rows("timeline", "--kind", "ASSAULT")
    first = next(r for r in raids if r["report"] == toll(19)["report"])
    other = next(r for r in raids if r["report"] == toll(3)["report"])
    judge("join", first["id"], other["id"])
    day = ("--from", "2020-02-17", "--to", "2020-02-17", "--kind", "ASSAULT")
    assert [r["support"]["reports"] for r in rows("incidents", *day)] == [4]
    why = column(lines(inside("incidents", "--why", *day).stdout), "joined by")
    assert any("salma joined the two: «seen the film»" in cell for cell in why)
    assert rows("chain", other["id"])[0]["support"]["reports"] == 4
    judge("undo", first["id"], other["id"])
    assert rows("chain", other["id"])[0]["support"]["reports"] == 1


def test_corrected_values_hold_everywhere() -> None:
    record = toll(19)
    raid = next(r for r in rows("timeline", "--kind", "ASSAULT") if r["report"] == record["report"])
    judge("correct", raid["id"], "date", "2020-02-17")
    for name, value in (("since", "2020-02-17"), ("until", "2020-02-17"), ("lower", "3"), ("upper", "3")):
        judge("correct", record["id"], name, value)
    assert strikes() == [("2020-02-16", 2), ("2020-02-17", 2)]
    assert rows("contradictions", "--about", "figure") == []
    assert sorted((r["low"], r["high"], len(r["claims"])) for r in rows("figures", "--compare")) == [
        (3, 3, 2), (12, 12, 2),
    ]  # fmt: skip
    day = ("--from", "2020-02-17", "--to", "2020-02-17")
    assert raid["id"] in [r["id"] for r in rows("timeline", *day)]
    assert "corrected by salma: date = 2020-02-17" in column(lines(inside("timeline", *day).stdout), "review")
    tellings = [row for one in rows("incidents", *day) for row in one["tellings"]]
    assert {r["review"]["state"] for r in tellings} == {"open", "corrected"}
    [chained] = rows("chain", raid["id"])
    assert chained["record"]["date"] == "2020-02-17"
    assert chained["support"]["reports"] == 2
    assert chained["record"]["review"]["state"] == "corrected"


def test_a_contradiction_of_a_correction_alone() -> None:
    record = next(r for r in rows("agreements") if r["in_force_from"] == "2020-01-09")
    others = [r for r in rows("agreements") if r["in_force_from"] == "2020-01-12"]
    for other in others:
        judge("correct", other["id"], "in_force_from", "2020-01-09")
    assert rows("contradictions", "--about", "date") == []
    judge("correct", record["id"], "in_force_from", "2020-01-15")
    [one] = rows("contradictions", "--about", "date")
    judge("settle", one["id"], "explained")
    [one] = rows("contradictions", "--about", "date")
    assert one["state"] == "explained"


def test_a_hand_that_a_person_put_in_stands_at_no_words() -> None:
    start = next(r for r in rows("agreements") if r["in_force_from"] == "2020-01-12")
    judge("correct", start["said_by"], "speakers", "RUS.MIL")
    [found] = rows("chain", start["id"])
    speakers = [hand for hand in found["chain"] if hand["role"] == "speaker"]
    assert [(h["name"], h["code"], h["start"], h["judged"]) for h in speakers] == [
        ("RUS.MIL", "RUS.MIL", None, True)
    ]
    assert "a person" in column(lines(inside("chain", start["id"]).stdout), "by")


def test_a_corrected_start_of_a_ceasefire() -> None:
    start = next(r for r in rows("agreements") if r["in_force_from"] == "2020-01-12")
    judge("correct", start["id"], "in_force_from", "2020-01-09")
    assert rows("contradictions", "--about", "date") == []


def test_the_best_number_of_a_scope() -> None:
    record = toll(3)
    judge("correct", record["id"], "best", "3")
    best = {(r["low"], r["high"]): r["best"] for r in rows("figures", "--compare")}
    assert best == {(3, 3): 3, (12, 19): None}
    history = inside("review", "history", record["id"]).stdout.decode()
    assert "best: ? → 3" in history
    judge("undo", record["id"])
    assert {r["best"] for r in rows("figures", "--compare")} == {None}


def test_the_page_marks_what_is_judged(tmp_path: Path) -> None:
    record = toll(19)
    judge("reject", record["id"])
    judge("correct", toll(3)["id"], "lower", "4")
    assert inside("page", "--output", tmp_path / "page.html").returncode == 0
    page = (tmp_path / "page.html").read_text("utf-8")
    assert "rejected by a reviewer" in page
    assert "corrected by a reviewer" in page
    assert "reviewed by a person: 2 of " in page
    assert "salma" not in page
