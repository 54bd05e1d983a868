"""`packs` and `doctor`."""

import json
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hudna.cli.main import app
from hudna.cli.work import checks, linting

pytestmark = pytest.mark.usefixtures("loaded")


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def test_the_packs_that_come_with_it_are_in_order() -> None:
    result = run("packs", "check")
    assert result.exit_code == 0, result.output
    assert "no problems" in result.stdout


def test_problems_have_file_line_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "places.yaml"
    path.write_text("- {id: place/x, kind: hamlet, names: {ar: [س], en: X}, country: SYR}\n", "utf-8")
    (tmp_path / "plces.yaml").write_text("[]", "utf-8")
    result = run("packs", "check", tmp_path)
    assert result.exit_code == 1
    assert f"{path}:1: «kind: hamlet» is not allowed; use one of: village" in result.stdout
    assert "plces.yaml" in result.stdout
    found = [json.loads(line) for line in run("packs", "check", tmp_path, "--json").stdout.splitlines()]
    assert {"file", "line", "message", "remedy"} == set(found[0])


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    result = run("packs", "check", tmp_path / "none")
    assert result.exit_code == 2
    assert "is not a folder" in result.stderr
    assert run("packs", "check", tmp_path).exit_code == 1


def test_a_new_pack_is_in_order_as_it_is(tmp_path: Path) -> None:
    result = run("packs", "new", "north-kivu", "--dir", tmp_path / "my packs")
    folder = tmp_path / "my packs" / "north-kivu"
    assert result.exit_code == 0, result.output
    assert f"hudna packs check {folder}" in result.stdout
    assert {p.name for p in folder.iterdir()} == {
        "README.md", "actors.yaml", "places.yaml", "agreements.yaml", "outlets.yaml",
    }  # fmt: skip
    assert "NAME" not in "".join(re.findall(r"id: .*", (folder / "actors.yaml").read_text("utf-8")))
    assert run("packs", "check", folder).exit_code == 0


def test_a_new_pack_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "sahel").mkdir()
    result = run("packs", "new", "sahel", "--dir", tmp_path)
    assert result.exit_code == 2
    assert "exists already" in result.stderr
    assert not list((tmp_path / "sahel").iterdir())


@pytest.mark.parametrize("name", ["Sahel", "../sahel", "a b", "ساحل", ""])
def test_names_that_are_no_ids_make_no_pack(name: str, tmp_path: Path) -> None:
    result = run("packs", "new", name, "--dir", tmp_path)
    assert result.exit_code == 2
    assert "small Latin letters" in result.stderr
    assert not list(tmp_path.iterdir())


def verdicts(*arguments: str | Path) -> dict[str, dict[str, str]]:
    return {
        item["what"]: item
        for item in map(json.loads, run("doctor", "--json", *arguments).stdout.splitlines())
    }


def test_a_healthy_ledger(made_ledger: Path, tmp_path: Path) -> None:
    copy = shutil.copy(made_ledger, tmp_path / "copy.sqlite")
    result = run("doctor", "--ledger", copy)
    assert result.exit_code == 0, result.output
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert {row[0] for row in rows} <= {"ok", "warn"}
    found = verdicts("--ledger", copy)
    assert set(found) >= {
        "Python",
        "SQLite",
        "packages",
        "packs",
        "analysis",
        "terminal",
        "ledger",
        "integrity",
    }
    assert "reports 2" in found["ledger"]["found"]
    assert found["integrity"]["verdict"] == "ok"


def test_no_ledger_is_a_warning_unless_one_was_named(tmp_path: Path) -> None:
    assert run("doctor").exit_code == 0
    assert verdicts()["ledger"]["verdict"] == "warn"
    named = verdicts("--ledger", tmp_path / "x.sqlite")["ledger"]
    assert named["verdict"] == "fail"
    assert "hudna ingest" in named["remedy"]
    assert run("doctor", "--ledger", tmp_path / "x.sqlite").exit_code == 1


def test_a_damaged_ledger(made_ledger: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(made_ledger, tmp_path / "copy.sqlite"))
    data = bytearray(copy.read_bytes())
    data[8192:40960] = b"\xff" * 32768
    copy.write_bytes(data)
    result = run("doctor", "--ledger", copy)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert any(line.startswith("fail\t") for line in result.stdout.splitlines())


def test_a_ledger_of_a_newer_version(made_ledger: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(made_ledger, tmp_path / "copy.sqlite"))
    connection = sqlite3.connect(copy)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    found = verdicts("--ledger", copy)["ledger"]
    assert found["verdict"] == "fail"
    assert "newer hudna" in found["found"] + found["remedy"]
    listed = run("timeline", "--ledger", copy)
    assert listed.exit_code == 2
    assert "Upgrade hudna" in listed.stderr


def test_a_terminal_of_another_encoding_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert [f.verdict for f in checks.check_terminal()] == ["warn"]


def test_a_broken_pack_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("- {id: x\n", "utf-8")
    problems = linting.find_problems(tmp_path)
    monkeypatch.setattr(checks, "find_problems", lambda: problems)
    finding = next(checks.check_packs())
    assert finding.verdict == "fail"
    assert "hudna packs check" in finding.remedy
