"""`hudna copies` and `hudna chain` on two samples of which one copies the other."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import inside

SAMPLES = Path(__file__).parents[2] / "samples"
FIRST, COPY = SAMPLES / "04-truce-from-moscow.txt", SAMPLES / "05-truce-from-moscow-copy.txt"


@pytest.fixture
def _read(loaded: None) -> None:
    assert inside("ingest", FIRST, COPY, SAMPLES / "06-truce-from-ankara.txt").returncode == 0


def lines(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in inside(*arguments, "--json").stdout.splitlines()]


@pytest.mark.usefixtures("_read")
def test_copies_are_listed_with_the_words_they_share() -> None:
    found = lines("copies")
    assert [row["first"] for row in found] == [True, False]
    assert {row["group"] for row in found} == {min(row["report"] for row in found)}
    copied = found[1]
    assert copied["shared"] > 0.9
    text = FIRST.read_text("utf-8")
    first, last = copied["words"].split(" … ")
    assert first in text
    assert last in text
    assert all(feature["ar"] and feature["en"] for feature in copied["features"])
    assert lines("copies", "--from", "2021-01-01") == []


@pytest.mark.usefixtures("_read")
def test_a_pipe_gets_a_line_a_report() -> None:
    done = inside("copies")
    rows = done.stdout.decode().splitlines()
    assert rows[0].split("\t")[0] == "group"
    assert len(rows) == 3
    assert b"groups of copies: 1" in done.stderr


@pytest.mark.usefixtures("_read")
def test_a_chain_names_its_hands_with_their_words() -> None:
    record = next(row for row in lines("timeline") if row["said_by"])
    found = lines("chain", record["id"])[0]
    assert found["chain"][0]["role"] == "outlet"
    assert found["chain"][0]["metadata"]
    assert found["chain"][-1]["words"]
    assert found["record"]["id"] == record["id"]
    printed = inside("chain", record["id"][:10]).stdout.decode().splitlines()
    assert printed[0] == "role\tname\tby\twords"
    assert printed[-1].startswith("claim\tevent\twords\t«")


@pytest.mark.usefixtures("_read")
def test_origins_of_a_record() -> None:
    record = next(row for row in lines("timeline") if row["said_by"])
    done = inside("copies", record["id"])
    assert b"independent origins: 1" in done.stderr
    assert lines("copies", record["id"])[0]["why_ar"]


@pytest.mark.usefixtures("_read")
def test_a_record_that_is_not_there() -> None:
    done = inside("chain", "ffffffff")
    assert done.returncode == 2
    assert b"ffffffff" in done.stderr


STRIKE = "قصف الطيران الحربي الروسي مدينة سراقب يوم 16 شباط 2020، ما أدى إلى مقتل 12 مدنياً"


@pytest.mark.usefixtures("loaded")
def test_two_outlets_that_credit_one_agency_are_one_origin(tmp_path: Path) -> None:
    told = (
        ("a", f"غارات على سراقب\n{STRIKE}.\nالمصدر: رويترز"),
        ("b", f"سراقب تحت القصف\nموسكو (رويترز) - في تطور جديد {STRIKE} بحسب ما علم لاحقاً من المدينة."),
        ("c", f"مقتل مدنيين\nوكالات\n{STRIKE}، وفق ما تبين صباح اليوم التالي في المدينة."),
    )
    for name, text in told:
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(text, "utf-8")
        where = ("--published", "2020-02-17", "--publisher", f"عينة {name}", "--ledger", "l.sqlite")
        assert inside("ingest", tmp_path / name, *where).returncode == 0
    strikes = [
        row
        for row in lines("timeline", "--ledger", "l.sqlite")
        if row["type"] == "ASSAULT" and not row["said_by"]
    ]
    by_outlet = {row["publisher"]: row["id"] for row in strikes}
    found = lines("chain", by_outlet["عينة a"], "--ledger", "l.sqlite")[0]
    assert [(h["role"], h["name_en"], h["credited"]) for h in found["chain"]] == [
        ("outlet", None, False),
        ("agency", "Reuters", True),
    ]
    assert found["chain"][1]["words"] == "رويترز"
    origins = lines("copies", by_outlet["عينة a"], "--ledger", "l.sqlite")
    assert "رويترز" in {row["name"] for row in origins}
    assert {row["origins_of_record"] for row in origins} == {len(origins)}
    unnamed = lines("chain", by_outlet["عينة c"], "--ledger", "l.sqlite")[0]["chain"]
    assert [(h["words"], h["named"]) for h in unnamed[1:]] == [("وكالات", False)]


def judge(*words: str) -> None:
    done = inside("review", *words, "--comment", "one agency text", "--user", "salma")
    assert done.returncode == 0, done.stderr.decode()


def counted(record: str) -> tuple[int, int]:
    """Reports and origins of a record, as the chain has them."""
    support = lines("chain", record)[0]["support"]
    return support["reports"], len(support["origins"])


@pytest.mark.usefixtures("_read")
def test_groups_follow_joins_and_splits_and_so_do_origins() -> None:
    first, copy = (row["report"] for row in lines("copies"))
    record = next(r["id"] for r in lines("timeline") if r["report"] == first)
    other = next(r["id"] for r in lines("timeline") if r["report"] == copy)
    judge("join", record, other)
    before = counted(record)
    judge("split", first, copy)
    assert lines("copies") == []
    assert b"1 pairs of the ledger split" in inside("copies").stderr
    assert counted(record)[1] >= before[1]
    judge("undo", first, copy)
    assert len(lines("copies")) == 2
    assert counted(record) == before
    judge("join", first, copy)
    [_, joined] = lines("copies")
    assert joined["review"]["state"] == "joined"
    assert joined["shared"] is None
    assert "salma joined the two: «one agency text»" in inside("copies").stdout.decode()
    told = inside("review", "history", first).stdout.decode().splitlines()
    assert [row.split("\t")[1].split(" ")[0] for row in told] == ["split", "withdraw", "join"]
    assert [row.split("\t")[2] for row in told] == [
        f"with {copy}: ? → two", f"with {copy}: two → ?", f"with {copy}: ? → one",
    ]  # fmt: skip


@pytest.mark.usefixtures("_read")
def test_reports_that_comparing_left_apart_are_joined() -> None:
    ankara = next(r["report"] for r in lines("timeline") if "ankara" in r["uri"])
    first = next(row["report"] for row in lines("copies") if row["first"])
    judge("join", first, ankara)
    assert len(lines("copies")) == 3
    assert {row["reports"] for row in lines("copies")} == {3}
