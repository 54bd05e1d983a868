"""Real processes killed while they compare or upgrade: the ledger ends as one that nothing happened to."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from hudna.store.ingest import ingest
from hudna.store.sqlite import integrity, open_view, open_writer
from hudna.text.index import ArabicIndexer
from tests.store import builders as b
from tests.store.slow_driver import resolve_slowly
from tests.store.test_migrations import tables, taken_back

INDEXER = ArabicIndexer()
COUNT = 40


def start(what: str, ledger: Path, pause: float) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.slow_driver", what, str(ledger), "--pause", str(pause)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(process: "subprocess.Popen[str]", said: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == said:
            return
    raise AssertionError(process.stderr.read() if process.stderr else "it ended early")


def filled(path: Path) -> Path:
    with open_writer(path, INDEXER) as writer:
        ingest(b.many(COUNT, events=3), writer, b.run())
    return path


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Content hash of a ledger compared without a pause."""
    path = filled(tmp_path_factory.mktemp("calm") / "l.hudna")
    resolve_slowly(path, 0.0)
    return content_hash(path)


def content_hash(ledger: Path) -> str:
    with open_view(ledger, INDEXER) as view:
        return view.content_hash()


def whole_batches(ledger: Path) -> int:
    """How many readings have been compared, after making sure that each came with its keys and links."""
    assert integrity(ledger) == ()
    with open_view(ledger, INDEXER) as view:
        done = view.compared_by("days/1")
        assert done % 4 == 0
        assert len(view.blocked("days/1", ["2020-02-01"])["2020-02-01"]) == done
        assert len(view.links(["event"])) == 3 * done * (done - 1) // 2
        return done


def test_kill_in_mid_resolution(tmp_path: Path, undisturbed: str) -> None:
    ledger = filled(tmp_path / "l.hudna")
    for done, delay in (("8", 0.0), ("16", 0.05), ("24", 0.11)):
        with start("resolve", ledger, 0.002) as process:
            wait_for(process, done)
            time.sleep(delay)
            process.kill()
        assert 4 <= whole_batches(ledger) < COUNT
    resolve_slowly(ledger, 0.0)
    assert whole_batches(ledger) == COUNT
    assert content_hash(ledger) == undisturbed


def test_ctrl_c_in_mid_resolution(tmp_path: Path, undisturbed: str) -> None:
    ledger = filled(tmp_path / "l.hudna")
    with start("resolve", ledger, 0.002) as process:
        wait_for(process, "16")
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert 8 <= whole_batches(ledger) < COUNT
    resolve_slowly(ledger, 0.0)
    assert content_hash(ledger) == undisturbed


def test_two_processes_miss_no_pair(tmp_path: Path, undisturbed: str) -> None:
    ledger = filled(tmp_path / "l.hudna")
    both = [start("resolve", ledger, 0.0005) for _ in range(2)]
    for process in both:
        _, told = process.communicate()
        assert process.returncode == 0, told
    assert whole_batches(ledger) == COUNT
    assert content_hash(ledger) == undisturbed


@pytest.mark.parametrize("table", ["comparison", "block", "judgement"])
def test_kill_in_mid_migration(tmp_path: Path, undisturbed: str, table: str) -> None:
    ledger = filled(tmp_path / "l.hudna")
    taken_back(ledger)
    with start("upgrade", ledger, 5.0 if table == "comparison" else 0.5) as process:
        wait_for(process, table)
        process.kill()
    assert integrity(ledger) == ()
    with closing(sqlite3.connect(ledger)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    assert "comparison" not in tables(ledger), "a half-finished migration is undone whole"
    resolve_slowly(ledger, 0.0)
    assert content_hash(ledger) == undisturbed
