"""Pipes and terminals: encodings of other machines, readers that leave, colours, hostile texts."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hudna.cli.work.table import flat, for_terminal, isolated
from hudna.model.run import Item, Run
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_writer
from hudna.text.index import ArabicIndexer
from tests.cli.running import HUDNA, environment, hudna, inside
from tests.export.made import analysis

PLAIN_MACHINES: tuple[Mapping[str, str], ...] = (
    {"LANG": "C", "LC_ALL": "C"},
    {"LANG": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LANG": "C.UTF-8", "PYTHONIOENCODING": "ascii"},
    {"LANG": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1:strict"},
)


@pytest.mark.parametrize("machine", PLAIN_MACHINES, ids=lambda m: " ".join(m.values()))
def test_output_is_utf8_on_every_machine(machine: Mapping[str, str], made_ledger: Path) -> None:
    expected = hudna("timeline", "--ledger", made_ledger).stdout
    done = hudna("timeline", "--ledger", made_ledger, env=machine)
    assert done.returncode == 0, done.stderr
    assert done.stdout == expected
    assert "قصف".encode() in done.stdout
    missing = hudna("timeline", "--ledger", "لا شيء.sqlite", env=machine)
    assert missing.returncode == 2
    assert missing.stderr.startswith(b"hudna: there is no ledger at ")


@pytest.mark.parametrize("command", ["timeline", "show 357cf29c --json"])
def test_a_reader_that_leaves_ends_it_quietly(command: str, made_ledger: Path) -> None:
    process = subprocess.Popen(
        [*HUDNA, *command.split(), "--ledger", str(made_ledger)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    told = process.stderr.read()
    assert process.wait(timeout=60) == 141
    assert told == b""


def test_head_leaves_in_the_middle(made_ledger: Path, tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": f"قُتل {n} مدنيين في قصف على البلدة يوم 3 آذار 2020."}) for n in range(3, 400)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), "utf-8")
    command = " ".join([*HUDNA, "analyse", "many.jsonl", "--json", "| head -n 2"])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True, cwd=tmp_path, env=environment(), timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 141
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr == b""


def test_a_full_disk_is_told(made_ledger: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as sink:
        done = subprocess.run(
            [*HUDNA, "timeline", "--ledger", str(made_ledger)],
            stdout=sink, stderr=subprocess.PIPE, env=environment(), check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def in_terminal(columns: int, *arguments: str, env: Mapping[str, str] | None = None) -> str:
    """What a person at a terminal of so many columns is shown."""
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals are of Unix")
    import fcntl
    import pty
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    surroundings = {**environment(env), "TERM": "xterm-256color"}
    with subprocess.Popen(
        [*HUDNA, *arguments], stdout=follower, stderr=follower, env=surroundings
    ) as process:
        os.close(follower)
        out = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # Linux's way to say that the other end is closed
                break
            if not part:
                break
            out += part
    os.close(leader)
    assert process.returncode == 0, out.decode()
    return out.decode("utf-8").replace("\r\n", "\n")


def without_colours(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


@pytest.mark.parametrize("columns", [40, 110, 200])
@pytest.mark.parametrize("command", ["figures", "search قصف"])
def test_lists_fit_the_terminal(command: str, columns: int, made_ledger: Path) -> None:
    from rich.cells import cell_len

    shown = without_colours(in_terminal(columns, *command.split(), "--ledger", str(made_ledger)))
    assert max(map(cell_len, shown.splitlines())) <= columns
    assert "\u2067" in shown
    assert shown.count("\u2067") == shown.count("\u2069")
    assert "…" not in shown
    assert "357cf29c" in shown
    assert "3:" in shown or "4:" in shown


def test_colours_only_where_wanted(made_ledger: Path) -> None:
    arguments = ("timeline", "--ledger", str(made_ledger))
    assert "\x1b[" in in_terminal(120, *arguments)
    plain = in_terminal(120, *arguments, env={"NO_COLOR": "1"})
    assert not re.search(r"\x1b\[(?:\d+;)*3\d", plain)


def test_a_report_on_a_terminal(made_ledger: Path) -> None:
    shown = in_terminal(100, "show", "357cf29c", "--ledger", str(made_ledger))
    plain = without_colours(shown)
    assert "هدوء حذر في ريف إدلب\n" in plain  # in logical order, at the right edge
    assert re.search(r"\n {20,}هدوء حذر في ريف إدلب\n", plain)
    for style in ("31m", "\x1b[1;33m", "\x1b[36m", "\x1b[7m"):
        assert style in shown
    assert "left open (mentions)" in plain


HOSTILE = "قصف \x1b]0;owned\x07\x1b[2J\u202eمقلوب\u202c\x9b31m"


def test_a_hostile_text_cannot_drive_the_terminal(tmp_path: Path) -> None:
    made = analysis(publisher=HOSTILE, title=HOSTILE, text=analysis().report.text + HOSTILE + "\n")
    ledger = tmp_path / "hostile.sqlite"
    writer = open_writer(ledger, ArabicIndexer())
    items: list[Item] = [replace(made)]
    ingest(items, writer, Run.start({}, {"hudna": "test"}, datetime(2020, 3, 1, tzinfo=UTC), "host:1"))
    writer.close()
    key = made.report.id[:8]
    for command in ("timeline", f"show {key}"):
        arguments = [*command.split(), "--ledger", str(ledger)]
        for shown in (in_terminal(100, *arguments), inside(*arguments).stdout.decode("utf-8")):
            rest = without_colours(shown)
            assert "\x1b" not in rest
            assert "\x07" not in rest
            assert "\x9b" not in rest
            assert "\u202e" not in shown or "\t" in shown


def test_values_stay_on_one_line_of_a_table() -> None:
    assert flat("a\tb\nc\r\nd\u2028e") == "a b c d e"
    assert flat("a\x00\x1b[0mb") == "a\ufffd\ufffd[0mb"
    assert for_terminal("a\u202eb\u2069c") == "abc"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("إدلب", "\u2067إدلب\u2069"),
        ("at إدلب now", "at \u2067إدلب\u2069 now"),
        ("وكالة العين", "\u2067وكالة العين\u2069"),
        ("أ; b; ج", "\u2067أ\u2069; b; \u2067ج\u2069"),
        ("صحيفة 12 شباط, 3:7", "\u2067صحيفة 12 شباط\u2069, 3:7"),
    ],
)
def test_arabic_is_isolated(text: str, expected: str) -> None:
    assert isolated(text) == expected


def test_half_a_character_becomes_an_escape_json_understands(tmp_path: Path) -> None:
    made = analysis(text=analysis().report.text + "\ud83d\n")
    ledger = tmp_path / "damaged.sqlite"
    writer = open_writer(ledger, ArabicIndexer())
    items: list[Item] = [made]
    run = ingest(items, writer, Run.start({}, {"hudna": "t"}, datetime(2020, 3, 1, tzinfo=UTC), "host:1"))
    writer.close()
    if run.tally.new == 0:
        pytest.skip("the ledger refuses such a text, which is as well")
    done = hudna("show", made.report.id[:8], "--ledger", ledger, "--json")
    assert json.loads(done.stdout.decode("utf-8"))["report"]["text"] == made.report.text
