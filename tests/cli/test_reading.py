"""`analyse` and `ingest` on files, standard input and bad input, with the real analysis."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from hudna.export.privacy import MASK
from tests.cli.running import HUDNA, column, environment, hudna, inside, lines

REPORT = (
    "قصف على ريف المدينة\n"
    "الأحد 16 فبراير/شباط 2020\n"
    "قال المرصد السوري لحقوق الإنسان إن خمسة مدنيين قُتلوا اليوم الأحد في قصف جوي على مدينة سراقب.\n"
    "ونفت وزارة الدفاع الروسية قصف المدينة.\n"
)


pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(REPORT, "utf-8")
    (folder / "two.txt").write_text(REPORT.replace("خمسة", "ستة"), "utf-8")
    return folder


def test_analyse_prints_tab_separated_records(reports: Path) -> None:
    done = hudna("analyse", reports / "one.txt")
    assert done.returncode == 0, done.stderr.decode()
    table = lines(done.stdout)
    assert table[0][0] == "record"
    assert {"figure", "statement", "event"} <= set(column(table, "record"))
    assert "exact 5" in column(table, "value")
    assert all(row[-1].startswith("«") for row in table[1:])
    assert b"\x1b" not in done.stdout


def test_analyse_jsonl_points_at_the_words(reports: Path) -> None:
    for option in (["--json"], ["--format", "jsonl"]):
        done = inside("analyse", reports, *option)
        records = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        assert [r["report"]["text"] for r in records] == [REPORT, REPORT.replace("خمسة", "ستة")]
        for record in records:
            for time_said in record["times"]:
                assert record["report"]["text"][time_said["start"] : time_said["end"]] == time_said["text"]
            assert record["report"]["published"]["date"] == "2020-02-16"


def test_analyse_html_is_a_page(reports: Path) -> None:
    done = inside("analyse", reports, "--format", "html", "--lang", "ar")
    html = done.stdout.decode("utf-8")
    assert html.startswith('<!doctype html>\n<html lang="ar"')
    assert html.count('<article class="report"') == 2
    assert html.endswith("</html>\n")


def test_standard_input_and_metadata() -> None:
    text = "قُتل ثلاثة مدنيين أمس في قصف على البلدة، بحسب ناشطين."
    done = inside(
        "analyse", "-", "--json", "--published", "2020-01-05", "--publisher", "منبر", stdin=text.encode()
    )
    assert done.returncode == 0, done.stderr.decode()
    report = json.loads(done.stdout)["report"]
    assert report["publisher"] == "منبر"
    assert report["published"]["date"] == "2020-01-05"
    assert report["published"]["basis"] == "metadata"
    assert report["uri"] == "-"


@pytest.mark.parametrize("command", ["analyse", "ingest"])
def test_what_is_not_read_is_told_and_the_others_are_read(
    command: str, reports: Path, tmp_path: Path
) -> None:
    (reports / "empty.txt").write_bytes(b"")
    (reports / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (reports / "english.txt").write_text("Nothing of this is Arabic, not a single word of it.", "utf-8")
    (reports / "notes.md").write_text("ignored", "utf-8")
    done = inside(command, reports)
    told = done.stderr.decode("utf-8")
    assert done.returncode == 1
    for name, reason in (("empty.txt", "empty"), ("picture.txt", "binary"), ("english.txt", "not-arabic")):
        assert f"hudna: not read ({reason}): {reports / name}: " in told
    assert "notes.md" not in told
    assert "Traceback" not in told
    if command == "ingest":
        assert "new 2, same 0, rejected 3 (" in done.stdout.decode()
        assert "passed over 1 (skipped 1)" in done.stdout.decode()
    else:
        assert len(set(column(lines(done.stdout), "value")) & {"exact 5", "exact 6"}) == 2


@pytest.mark.parametrize("command", ["analyse", "ingest"])
def test_a_path_that_is_not_there(command: str, tmp_path: Path) -> None:
    done = inside(command, tmp_path / "none.txt")
    assert done.returncode == 2
    assert b"none.txt" in done.stderr
    assert b"not-found" in done.stderr


@pytest.mark.parametrize("command", ["analyse", "ingest"])
def test_wrong_usage(command: str, tmp_path: Path) -> None:
    assert inside(command).returncode == 2
    done = inside(command, "-", "--published", "tomorrow", stdin=b"x")
    assert done.returncode == 2
    assert done.stderr.startswith(b"hudna: ")
    assert not (tmp_path / "hudna.sqlite").exists()
    assert inside(command, "-", "--format", "pdf", stdin=b"x").returncode == 2


def test_many_refused_inputs_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_bytes(b"")
    done = inside("analyse", folder)
    told = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert len([line for line in told if "not read (empty)" in line]) == 20
    assert "and 10 more were not read: empty 30" in told[-1]


def test_ingest_twice_adds_nothing(reports: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    first = json.loads(inside("ingest", reports, "--ledger", ledger, "--json").stdout)
    assert (first["status"], first["new"], first["same"], first["rejected"]) == ("finished", 2, 0, {})
    assert first["assertions"] > 0
    second = json.loads(inside("ingest", reports, "--ledger", ledger, "--json").stdout)
    assert (second["new"], second["same"], second["assertions"]) == (0, 2, 0)
    (reports / "three.txt").write_text(REPORT.replace("خمسة", "سبعة"), "utf-8")
    third = inside("ingest", reports, env={"HUDNA_LEDGER": str(ledger)}).stdout.decode()
    assert third.startswith(f"{ledger}: new 1, same 2, rejected 0, new records ")


def test_from_reports_to_lists_and_page(reports: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.sqlite"
    assert inside("ingest", reports, "--ledger", ledger, "--publisher", "وكالة النموذج").returncode == 0
    figures = lines(inside("figures", "--ledger", ledger, "--kind", "killed").stdout)
    assert sorted(column(figures, "value")) == ["exact 5", "exact 6"]
    assert all("وكالة النموذج, 2020-02-16, 3:" in row[-1] for row in figures[1:])
    assert len(lines(inside("search", "قصف", "--ledger", ledger).stdout)) == 3
    done = inside("page", "--ledger", ledger, "-o", tmp_path / "p.html")
    assert done.stdout.decode().strip() == (tmp_path / "p.html").as_uri()
    html = (tmp_path / "p.html").read_text("utf-8")
    assert "2 documents of 1 publisher<" in html


def test_a_private_person_is_masked_on_the_page_only(tmp_path: Path) -> None:
    text = "قال الشاب نادر العلواني إن القصف دمر منزله. وأضاف العلواني أن أسرته نزحت."
    page = inside("analyse", "-", "--format", "html", stdin=text.encode()).stdout.decode()
    record = json.loads(inside("analyse", "-", "--json", stdin=text.encode()).stdout)
    persons = [m for m in record["mentions"] if m["type"] == "person" and m["entity"] is None]
    assert record["report"]["text"] == text
    if persons:  # where the analysis sees the name, the page must not show it
        assert all(m["text"] not in page for m in persons)
        assert MASK in page


def test_something_that_is_no_ledger_is_left_alone(reports: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("not a ledger", "utf-8")
    for command in (["ingest", str(reports)], ["timeline"]):
        done = inside(*command, "--ledger", other)
        assert done.returncode == 2
        assert done.stderr.startswith(b"hudna: ")
        assert b"Traceback" not in done.stderr
    assert other.read_text("utf-8") == "not a ledger"


def test_control_c_keeps_what_was_read(tmp_path: Path) -> None:
    """Reports come in slowly through a pipe; after some, Ctrl-C."""
    ledger = tmp_path / "l.sqlite"
    process = subprocess.Popen(
        [*HUDNA, "ingest", "-", "--ledger", str(ledger)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    assert process.stdin is not None
    for number in range(400):
        line = json.dumps({"text": f"{REPORT} {number}", "url": f"https://a.example/{number}"})
        process.stdin.write(line.encode() + b"\n")
    process.stdin.flush()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not _reports(ledger):
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told.decode()
    assert b"stopped; kept in " in told
    assert b"The same command goes on from there" in told
    assert b"Traceback" not in told
    kept = _reports(ledger)
    assert kept > 0
    doctor = inside("doctor", "--ledger", ledger)
    assert doctor.returncode == 0
    assert b"interrupted" in doctor.stdout


def _reports(ledger: Path) -> int:
    """Reports in a ledger that may still be written to; 0 while there is none."""
    if not ledger.exists():
        return 0
    done = inside("search", "قصف", "--ledger", ledger, "--json")
    return len(done.stdout.splitlines()) if done.returncode == 0 else 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(reports: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    done = inside("ingest", reports, "--ledger", closed / "l.sqlite")
    assert done.returncode == 2
    assert done.stderr.startswith(b"hudna: ")
