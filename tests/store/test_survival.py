"""Real processes killed, stopped, starved and raced in mid-ingest: only whole reports, and nothing lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from hudna.model.errors import LedgerError
from hudna.store.ingest import ingest
from hudna.store.sqlite import SqliteBackend, integrity, open_view, open_writer
from hudna.text.index import ArabicIndexer
from tests.store import builders as b
from tests.store.conftest import Store

INDEXER = ArabicIndexer()
COUNT = 120


def command(ledger: Path, first: int, last: int, *options: str) -> list[str]:
    return [sys.executable, "-m", "tests.store.driver", str(ledger), str(first), str(last), *options]


def start(ledger: Path, *options: str, first: int = 0, last: int = COUNT) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command(ledger, first, last, *options), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def wait_for(process: "subprocess.Popen[str]", done: int) -> None:
    """Until the process has said that so many reports are done."""
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= done:
            return
    raise AssertionError(process.stderr.read() if process.stderr else "it ended early")


def whole_reports(ledger: Path) -> int:
    """How many reports there are, after making sure that each is there with all that belongs to it."""
    assert integrity(ledger) == ()
    with closing(sqlite3.connect(ledger)) as raw:
        (reports,) = raw.execute("SELECT count(*) FROM report").fetchone()
        for table in ("reading", "current_reading", "sighting", "report_fts"):
            assert raw.execute(f"SELECT count(*) FROM {table}").fetchone() == (reports,), table
        assert raw.execute("SELECT count(*) FROM assertion").fetchone() == (15 * reports,)
        assert raw.execute("SELECT count(*) FROM reading_assertion").fetchone() == (15 * reports,)
    with open_view(ledger, INDEXER) as view:
        expected = next(b.many(COUNT))
        assert view.report(expected.report.id).analysis == expected
        assert view.counts().reports == reports
        if reports:
            assert len(view.search("المرصد")) == reports
    return int(reports)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Content hash of a ledger that nothing happened to."""
    path = tmp_path_factory.mktemp("calm") / "l.hudna"
    with open_writer(path, INDEXER) as writer:
        ingest(b.many(COUNT), writer, b.run())
        return writer.content_hash()


def content_hash(ledger: Path) -> str:
    with open_view(ledger, INDEXER) as view:
        return view.content_hash()


def test_kill_in_mid_ingest_leaves_whole_reports(tmp_path: Path, undisturbed: str) -> None:
    ledger = tmp_path / "l.hudna"
    for done, delay in ((8, 0.0), (24, 0.013), (56, 0.029)):
        with start(ledger, "--pause", "0.003") as process:
            wait_for(process, done)
            time.sleep(delay)
            process.kill()
        assert done <= whole_reports(ledger) <= COUNT
    assert subprocess.run(command(ledger, 0, COUNT), capture_output=True).returncode == 0
    assert whole_reports(ledger) == COUNT
    assert content_hash(ledger) == undisturbed
    with open_view(ledger, INDEXER) as view:
        assert [r.status for r in view.runs()] == ["finished", "killed", "killed", "killed"]
        assert "ended without a word" in view.runs()[1].message


def test_kill_while_the_ledger_is_made_leaves_none_or_a_whole_one(tmp_path: Path) -> None:
    for number in range(4):
        ledger = tmp_path / f"{number}.hudna"
        with start(ledger) as process:
            while not list(tmp_path.glob(f".{number}.hudna.*.new*")) and not ledger.exists():
                assert process.poll() is None
                time.sleep(0.002)
            time.sleep(0.05 * number)
            process.kill()
        open_writer(ledger, INDEXER).close()
        assert integrity(ledger) == ()


def test_ctrl_c_marks_the_run_and_keeps_what_was_read(tmp_path: Path, undisturbed: str) -> None:
    ledger = tmp_path / "l.hudna"
    with start(ledger, "--pause", "0.01") as process:
        wait_for(process, 16)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 1
    assert "interrupted after" in told
    assert "the same command goes on from here" in told
    assert "Traceback" not in told
    with open_view(ledger, INDEXER) as view:
        run = view.runs()[0]
    assert run.status == "interrupted"
    assert run.tally.new == whole_reports(ledger) >= 16
    subprocess.run(command(ledger, 0, COUNT), check=True, capture_output=True)
    assert content_hash(ledger) == undisturbed


def test_a_burst_of_ctrl_c_never_splits_a_report(tmp_path: Path) -> None:
    ledger = tmp_path / "l.hudna"
    with start(ledger, "--batch", "2") as process:
        wait_for(process, 4)
        for _ in range(5):
            process.send_signal(signal.SIGINT)
            time.sleep(0.004)
        process.communicate()
    assert whole_reports(ledger) >= 4


def test_two_processes_lose_nothing(tmp_path: Path, undisturbed: str) -> None:
    ledger = tmp_path / "l.hudna"
    both = [
        start(ledger, first=0, last=90),
        start(ledger, first=30, last=COUNT),
        start(ledger, first=60, last=COUNT),
    ]
    for process in both:
        _, told = process.communicate()
        assert process.returncode == 0, told
    assert whole_reports(ledger) == COUNT
    assert content_hash(ledger) == undisturbed
    with open_view(ledger, INDEXER) as view:
        tallies = [r.tally for r in view.runs()]
        assert sum(t.new for t in tallies) == COUNT
        assert sum(t.same for t in tallies) == 90 + 90 + 60 - COUNT
    assert [p.name for p in tmp_path.iterdir()] == ["l.hudna"]


class TestFullDisk:
    def test_pages_run_out(self, tmp_path: Path, undisturbed: str) -> None:
        ledger = tmp_path / "l.hudna"
        open_writer(ledger, INDEXER).close()
        writer = open_writer(ledger, INDEXER)
        backend = writer.backend
        assert isinstance(backend, SqliteBackend)

        @event.listens_for(backend.engine, "connect")
        def small(raw: sqlite3.Connection, _: object) -> None:
            raw.execute("PRAGMA max_page_count=200")

        with writer, pytest.raises(LedgerError, match=r"cannot grow .* free some space") as told:
            ingest(b.many(COUNT), writer, b.run(), batch=8)
        assert "run the same command again" in str(told.value)
        assert 0 < whole_reports(ledger) < COUNT
        with open_view(ledger, INDEXER) as view:
            assert view.runs()[0].status == "failed"
            assert "cannot grow" in view.runs()[0].message
        subprocess.run(command(ledger, 0, COUNT), check=True, capture_output=True)
        assert content_hash(ledger) == undisturbed

    def test_the_system_refuses_to_let_the_file_grow(self, tmp_path: Path, undisturbed: str) -> None:
        ledger = tmp_path / "l.hudna"
        open_writer(ledger, INDEXER).close()
        with start(ledger, "--file-limit", "1500000") as process:
            _, told = process.communicate()
        assert process.returncode == 1, told
        assert "cannot grow" in told
        assert "free some space and run the same command again" in told
        assert "Traceback" not in told
        assert 0 < whole_reports(ledger) < COUNT
        subprocess.run(command(ledger, 0, COUNT), check=True, capture_output=True)
        assert content_hash(ledger) == undisturbed

    def test_no_room_for_a_new_ledger(self, tmp_path: Path) -> None:
        with start(tmp_path / "l.hudna", "--file-limit", "8000") as process:
            _, told = process.communicate()
        assert process.returncode == 1
        assert "cannot grow" in told
        assert list(tmp_path.iterdir()) == []


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter (pytest's own are closed to others)."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


class TestNotWritable:
    """Run as another user where the tests run as root, whom permissions do not bind."""

    OPTIONS = ("--nobody",) if os.geteuid() == 0 else ()

    def test_ingest_is_refused_with_a_remedy(self, open_folder: Path) -> None:
        store = Store(open_folder / "l.hudna")
        store.put(b.analysis())
        os.chmod(store.path, 0o444)
        os.chmod(open_folder, 0o555)
        before = store.path.read_bytes()
        with start(store.path, *self.OPTIONS) as process:
            _, told = process.communicate()
        os.chmod(open_folder, 0o755)
        assert process.returncode == 1, told
        assert "cannot be written" in told
        assert "Allow writing" in told
        assert store.path.read_bytes() == before

    def test_a_ledger_is_not_made_in_a_closed_folder(self, open_folder: Path) -> None:
        os.chmod(open_folder, 0o555)
        with start(open_folder / "l.hudna", *self.OPTIONS) as process:
            _, told = process.communicate()
        os.chmod(open_folder, 0o755)
        assert process.returncode == 1, told
        assert "cannot be written" in told

    def test_reading_works_all_the_same(self, open_folder: Path) -> None:
        store = Store(open_folder / "l.hudna")
        store.put(*b.many(3))
        os.chmod(store.path, 0o444)
        os.chmod(open_folder, 0o555)
        told = _as_nobody(lambda: str(len(store.view().timeline())))
        os.chmod(open_folder, 0o755)
        assert told == "24"


def _as_nobody(ask: "object") -> str:
    """What a function gives in a child process of a user without rights."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            answer = ask()  # type: ignore[operator]
        except BaseException as error:
            answer = repr(error)
        os.write(send, answer.encode())
        os._exit(0)
    os.close(send)
    os.waitpid(child, 0)
    with os.fdopen(receive) as stream:
        return stream.read()
