"""`hudna board` and `hudna violations` over texts of our own."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import inside

MOSCOW = """أعلنت وزارة الدفاع الروسية سريان وقف إطلاق النار في إدلب
اعتبارا من الساعة الثانية من ظهر 9 كانون الثاني 2020.
"""
ANKARA = """قالت وزارة الدفاع التركية إن وقف إطلاق النار في إدلب دخل حيز التنفيذ في 12 كانون الثاني 2020.
"""
ALLEGED = """قصفت قوات النظام السوري بالمدفعية بلدة سراقب يوم 16 شباط 2020.
وقال ناشطون إن الطيران الروسي قصف مدينة أريحا يوم 17 شباط 2020.
"""


@pytest.fixture
def ledger(tmp_path: Path, loaded: None) -> Path:
    """Three reports: a start by either guarantor, and two alleged acts."""
    for name, text, day in (
        ("a", MOSCOW, "2020-01-09"),
        ("b", ANKARA, "2020-01-12"),
        ("c", ALLEGED, "2020-02-18"),
    ):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "report.txt").write_text(text, "utf-8")
        done = inside("ingest", folder, "--published", day, "--ledger", tmp_path / "l.sqlite")
        assert done.returncode == 0, done.stderr.decode()
    return tmp_path / "l.sqlite"


def rows(*arguments: str | Path) -> list[dict[str, Any]]:
    done = inside(*arguments, "--json")
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def january(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in found if row["agreement"] == "agreement/sy/idlib-ceasefire-2020-01"]


def test_the_board_counts_days_from_every_start(ledger: Path) -> None:
    found = [
        r
        for r in rows("board", "--on", "2020-02-21", "--ledger", ledger)
        if r["agreement"].endswith("2020-01")
    ]
    by = {(r["start"]["date"][:10], r["start"]["by"]): r["day"] for r in found}
    assert by[("2020-01-09", None)] == 44
    assert by[("2020-01-12", "TUR.MIL")] == 41
    assert {r["alleged_since"] for r in found} == {2}
    assert {r["on"] for r in found} == {"2020-02-21"}


def test_the_board_leaves_out_what_no_report_mentions_and_says_so(ledger: Path) -> None:
    done = inside("board", "--on", "2020-02-21", "--ledger", ledger)
    assert b"--all shows them" in done.stderr
    everything = rows("board", "--on", "2020-02-21", "--all", "--ledger", ledger)
    assert len(everything) > len(done.stdout.decode().splitlines()) - 1


def test_before_the_first_start_nothing_is_in_force(ledger: Path) -> None:
    assert not january(rows("board", "--on", "2020-01-08", "--ledger", ledger))


def test_violations_with_their_clauses(ledger: Path) -> None:
    found = rows("violations", "--ledger", ledger)
    assert [r["date"] for r in found] == ["2020-02-16", "2020-02-17"]
    latest = [r["violations"][0] for r in found]
    assert {v["agreement"] for v in latest} == {"agreement/sy/idlib-ceasefire-2020-01"}
    assert [[a["code"] for a in v["against"]] for v in latest] == [["SYR.MIL"], ["RUS.MIL"]]
    assert latest[0]["alleged_by"] == []
    assert latest[1]["alleged_by"]
    assert all(v["date_certain"] and v["place_certain"] for v in latest)


def test_filters_and_counts(ledger: Path) -> None:
    assert len(rows("violations", "--actor", "RUS", "--ledger", ledger)) == 1
    window = ("--from", "2020-02-17", "--to", "2020-02-19", "--since", "2020-01-12")
    counts = rows("violations", "--count", *window, "--ledger", ledger)
    cells = {(c["kind"], c["party"]): (c["window"], c["before"], c["since"]) for c in counts}
    assert cells == {("ASSAULT/aerial", "RUS"): (1, 0, 1), ("ASSAULT/heavy-weapons", "SYR"): (0, 1, 1)}
    assert counts[0]["calm_days"] == ["2020-02-18"]
    assert counts[0]["unseen_days"] == ["2020-02-17", "2020-02-19"]


def test_counting_needs_a_window(ledger: Path) -> None:
    done = inside("violations", "--count", "--ledger", ledger)
    assert done.returncode == 2
    assert b"--from and --to" in done.stderr


def test_a_day_that_is_none(ledger: Path) -> None:
    done = inside("board", "--on", "yesterday", "--ledger", ledger)
    assert done.returncode == 2
    assert "2020-02-21" in done.stderr.decode()


def test_an_incident_told_twice_and_by_two_doers_counts_once(tmp_path: Path, loaded: None) -> None:
    told = "قصفت الطائرات الروسية وقوات النظام السوري بلدة سراقب يوم 16 شباط 2020."
    again = "سراقب تحت النار مجددا. قصفت الطائرات الروسية وقوات النظام السوري بلدة سراقب يوم 16 شباط 2020."
    ledger = tmp_path / "l.sqlite"
    for name, text in (("a", told), ("b", again)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        inside("ingest", tmp_path / f"{name}.txt", "--published", "2020-02-17", "--ledger", ledger)
    assert len(rows("violations", "--ledger", ledger)) == 2
    assert len(rows("incidents", "--ledger", ledger)) == 1
    board = january(rows("board", "--on", "2020-02-21", "--all", "--ledger", ledger))
    assert {r["alleged_since"] for r in board} == {1}
    window = ("--from", "2020-02-16", "--to", "2020-02-17")
    counts = rows("violations", "--count", *window, "--ledger", ledger)
    assert {(c["party"], c["window"]) for c in counts} == {("RUS", 1), ("SYR", 1)}
    brief = rows("brief", *window, "--lang", "en", "--ledger", ledger)[0]
    summary = brief["sections"][0]["blocks"][0]["text"]
    assert "in this window 1 incident; in the window of the same length before none" in summary


def test_what_a_person_rejected_is_no_alleged_violation(ledger: Path) -> None:
    first, _ = rows("violations", "--ledger", ledger)
    judged = ("--comment", "a drill", "--user", "salma", "--ledger", ledger)
    assert inside("review", "reject", first["id"], *judged).returncode == 0
    assert [r["date"] for r in rows("violations", "--ledger", ledger)] == ["2020-02-17"]
    found = january(rows("board", "--on", "2020-02-21", "--ledger", ledger))
    assert {r["alleged_since"] for r in found} == {1}


def test_the_board_names_parties_and_speaks_arabic(ledger: Path) -> None:
    done = inside("board", "--on", "2020-02-21", "--ledger", ledger)
    assert "Turkey (armed forces)" in done.stdout.decode()
    assert "TUR.MIL" not in done.stdout.decode()
    arabic = inside("board", "--on", "2020-02-21", "--ledger", ledger, "--lang", "ar").stdout.decode()
    assert "تركيا (القوات المسلحة)" in arabic
    assert "لا نهاية مسجلة" in arabic


def test_violations_in_arabic(ledger: Path) -> None:
    done = inside("violations", "--ledger", ledger, "--lang", "ar")
    assert "لم يُعثر على رد" in done.stdout.decode()
    counted = inside(
        "violations",
        "--count",
        "--from",
        "2020-02-10",
        "--to",
        "2020-02-20",
        "--ledger",
        ledger,
        "--lang",
        "ar",
    )
    assert "روسيا" in counted.stdout.decode()


def test_the_two_guarantors_counts_and_an_answer_that_names_no_act(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "قال مركز المصالحة الروسي إن ممثلي روسيا في اللجنة المشتركة سجلوا 27 خرقاً للهدنة في إدلب، فيما سجّل "
        "الجانب التركي 3 خروقات.\n"
        "وقال ناشطون إن الطيران الروسي قصف بلدة البارة يوم 19 شباط 2020. ونفت موسكو ذلك.\n",
        "utf-8",
    )
    read = ("ingest", tmp_path / "report.txt", "--published", "2020-02-19", "--ledger", ledger)
    assert inside(*read).returncode == 0
    window = ("--from", "2020-02-15", "--to", "2020-02-21", "--ledger", ledger)
    counts = rows("violations", "--count", "--guarantors", *window)
    assert {(r["guarantor"], r["lower"]) for r in counts} == {("RUS", 27), ("TUR", 3)}
    assert {r["counted_by"][0]["text"] for r in counts} == {"ممثلي روسيا", "الجانب التركي"}
    answers = {r["date"]: r["violations"][0]["answer"] for r in rows("violations", *window)}
    assert answers == {"2020-02-16": "silent", "2020-02-17": "silent", "2020-02-19": "denies"}


def test_what_is_reported_of_elsewhere_makes_no_calm_day(ledger: Path, tmp_path: Path) -> None:
    def calm() -> int:
        return int(january(rows("board", "--on", "2020-02-21", "--ledger", ledger))[0]["calm_days"])

    before = calm()
    for name, text in (
        ("yemen", "قصفت جماعة الحوثي مدينة مأرب أمس."),
        ("idlib", "تظاهر مدنيون في مدينة سراقب أمس."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    inside("ingest", tmp_path / "yemen.txt", "--published", "2020-02-19", "--ledger", ledger)
    assert calm() == before
    inside("ingest", tmp_path / "idlib.txt", "--published", "2020-02-20", "--ledger", ledger)
    assert calm() == before + 1
    counted = ("violations", "--count", "--from", "2020-02-10", "--to", "2020-02-20", "--ledger", ledger)
    assert "8 were not reported on" in inside(*counted).stderr.decode()
    assert "10 were not reported on" in inside(*counted, "--place", "Marib").stderr.decode()


def test_what_waits_to_be_compared_is_told(tmp_path: Path, loaded: None) -> None:
    (tmp_path / "a.txt").write_text(ALLEGED, "utf-8")
    ledger = tmp_path / "w.sqlite"
    inside("ingest", tmp_path / "a.txt", "--published", "2020-02-18", "--no-compare", "--ledger", ledger)
    lists = (["incidents"], ["contradictions"], ["figures", "--compare"], ["copies"], ["violations"])
    for command in lists:
        assert b"run hudna resolve" in inside(*command, "--ledger", ledger).stderr, command
    inside("resolve", "--ledger", ledger)
    for command in lists:
        assert b"run hudna resolve" not in inside(*command, "--ledger", ledger).stderr, command


@pytest.mark.parametrize(("option", "name"), [("--place", "Sarakeb2"), ("--actor", "XYZ.MIL")])
def test_a_name_no_record_has_is_told(ledger: Path, option: str, name: str) -> None:
    for command in (["violations"], ["incidents"], ["contradictions"], ["figures", "--compare"], ["board"]):
        told = inside(*command, option, name, "--ledger", ledger).stderr.decode()
        assert f"«{name}»; try another spelling" in told, command
    told = inside("violations", "--place", "سراقب", "--actor", "SYR", "--ledger", ledger).stderr.decode()
    assert "another spelling" not in told
