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
