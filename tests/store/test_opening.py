"""Files that are no ledger, broken, older, newer, locked or not writable: each is told with what to do."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from hudna.model.errors import LedgerError
from hudna.model.judgement import Judgement
from hudna.model.links import Link
from hudna.model.rejected import Rejected
from hudna.store import migrate, schema, sqlite
from hudna.store.base import Compared
from hudna.store.sqlite import integrity, open_view, open_writer
from hudna.text.index import ArabicIndexer
from tests.store import builders as b
from tests.store.conftest import Store

INDEXER = ArabicIndexer()


def test_a_new_ledger_is_one_file_at_head(tmp_path: Path) -> None:
    path = tmp_path / "new ledger %20 ?#.hudna"
    open_writer(path, INDEXER).close()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert integrity(path) == ()
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (schema.HEAD,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "empty.hudna"
    path.touch()
    open_writer(path, INDEXER).close()
    open_view(path, INDEXER).close()


def test_the_head_named_is_the_newest_revision() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(migrate.LOCATION))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == schema.HEAD
    assert tuple(s.revision for s in reversed(list(scripts.walk_revisions()))) == schema.KNOWN


def test_migrations_leave_the_tables_of_the_schema(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    path = tmp_path / "l.hudna"
    open_writer(path, INDEXER).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        options = {"compare_type": True, "include_name": lambda name, kind, _: "fts" not in (name or "")}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), schema.metadata)
    engine.dispose()
    assert found == []


@pytest.mark.parametrize("opening", [open_writer, open_view])
class TestRefused:
    def refused(self, opening: object, path: Path, *words: str) -> None:
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(LedgerError) as told:
            opening(path, INDEXER)  # type: ignore[operator]
        for word in (str(path), *words):
            assert word in str(told.value)
        assert (path.read_bytes() if path.is_file() else b"") == before

    def test_text(self, opening: object, tmp_path: Path) -> None:
        path = tmp_path / "notes.txt"
        path.write_text("ليست دفترا " * 50)
        self.refused(opening, path, "is not a ledger", "--ledger")

    def test_another_database(self, opening: object, tmp_path: Path) -> None:
        path = tmp_path / "other.db"
        with sqlite3.connect(path) as raw:
            raw.execute("CREATE TABLE thing (a)")
        self.refused(opening, path, "no hudna ledger", "--ledger")

    def test_a_folder(self, opening: object, tmp_path: Path) -> None:
        self.refused(opening, tmp_path, "not a file")

    def test_a_newer_one(self, opening: object, store: Store) -> None:
        store.put(b.analysis())
        with sqlite3.connect(store.path) as raw:
            raw.execute("UPDATE alembic_version SET version_num = '9042'")
        raw.close()
        self.refused(opening, store.path, "9042", "newer hudna", "Upgrade hudna")

    def test_a_cut_one(self, opening: object, store: Store) -> None:
        store.put(b.analysis())
        store.path.write_bytes(store.path.read_bytes()[:-5000])
        self.refused(opening, store.path, "damaged", "ingesting the reports again")

    @pytest.mark.parametrize("left", [10, 60, 100, 3000])
    def test_a_stump(self, opening: object, store: Store, left: int) -> None:
        store.put(b.analysis())
        store.path.write_bytes(store.path.read_bytes()[:left])
        self.refused(opening, store.path)

    def test_a_scribbled_one(self, opening: object, store: Store) -> None:
        store.put(b.analysis())
        whole = bytearray(store.path.read_bytes())
        whole[100:4096] = b"\x5a" * 3996
        store.path.write_bytes(whole)
        self.refused(opening, store.path, "damaged")


def test_no_ledger_to_read(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="hudna ingest"):
        open_view(tmp_path / "none.hudna", INDEXER)
    assert list(tmp_path.iterdir()) == []


def test_no_folder_to_write_in(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"folder .* is not there"):
        open_writer(tmp_path / "none" / "l.hudna", INDEXER)


def test_damage_met_while_reading_is_told(store: Store) -> None:
    store.put(*b.many(30))
    whole = bytearray(store.path.read_bytes())
    for page in range(60, len(whole) // 4096):
        whole[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    store.path.write_bytes(whole)
    assert integrity(store.path) != ()
    with pytest.raises(LedgerError, match="damaged"):
        list(store.view().assertions())


NEXT = '''"""One more column."""
import sqlalchemy as sa
from alembic import op
revision = "9000"
down_revision = "{head}"
def upgrade() -> None:
    op.add_column("run", sa.Column("later", sa.Text))
    {then}
'''


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that knows one revision more; gives the folder of its revisions."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for source in (migrate.LOCATION / "env.py", *(migrate.LOCATION / "versions").glob("v*.py")):
        (folder / source.relative_to(migrate.LOCATION)).write_text(source.read_text())
    (folder / "versions" / "v9000_later.py").write_text(NEXT.format(head=schema.HEAD, then=""))
    monkeypatch.setattr(migrate, "LOCATION", folder)
    monkeypatch.setattr(sqlite, "HEAD", "9000")
    monkeypatch.setattr(sqlite, "KNOWN", (*schema.KNOWN, "9000"))
    return folder


def make_old(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as now:
        now.setattr(migrate, "LOCATION", Path(migrate.__file__).parent / "migrations")
        now.setattr(sqlite, "HEAD", schema.HEAD)
        store.put(b.analysis())


@pytest.mark.parametrize("opening", [open_writer, open_view])
def test_an_older_one_is_upgraded_after_a_copy(
    opening: object, store: Store, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old(store, monkeypatch)
    opening(store.path, INDEXER).close()  # type: ignore[operator]
    copy = store.path.with_name(f"ledger.hudna.{schema.HEAD}.bak")
    with sqlite3.connect(store.path) as new, sqlite3.connect(copy) as old:
        for raw, version in ((new, "9000"), (old, schema.HEAD)):
            assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (version,)
            assert raw.execute("SELECT count(*) FROM assertion").fetchone() == (4,)
    assert len(store.view().timeline()) == 1


def test_an_upgrade_that_fails_leaves_the_old_ledger(
    store: Store, later: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old(store, monkeypatch)
    failing = NEXT.format(head=schema.HEAD, then="raise RuntimeError('halfway')")
    (later / "versions" / "v9000_later.py").write_text(failing)
    with pytest.raises(RuntimeError, match="halfway"):
        open_writer(store.path, INDEXER)
    monkeypatch.undo()
    assert len(store.view().timeline()) == 1
    with sqlite3.connect(store.path) as raw:
        assert "later" not in [row[1] for row in raw.execute("PRAGMA table_info(run)")]


HOLD = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_ledger_another_process_writes(store: Store) -> None:
    store.put(b.analysis())
    command = [sys.executable, "-c", HOLD, str(store.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with (
            open_writer(store.path, INDEXER, busy_seconds=0.2) as writer,
            pytest.raises(LedgerError, match="being written by another process; wait"),
        ):
            writer.begin(b.run(9))
        assert len(store.view().timeline()) == 1, "reading goes on meanwhile"
        other.communicate("")
    store.put(b.analysis(uri="after.txt"))


class TestNothingIsChanged:
    """The triggers hold against any program that opens the file."""

    @pytest.mark.parametrize(
        "table",
        ["report", "sighting", "reading", "assertion", "assertion_actor", "reading_assertion", "rejected"],
    )
    @pytest.mark.parametrize("action", ["DELETE FROM {t}", "UPDATE {t} SET {c} = {c}"])
    def test_rows(self, store: Store, table: str, action: str) -> None:
        store.put(b.analysis(), b.analysis(uri="b.txt"), Rejected("x", "empty", "nothing"))
        with sqlite3.connect(store.path) as raw:
            column = raw.execute(f"PRAGMA table_info({table})").fetchone()[1]
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                raw.execute(action.format(t=table, c=column))

    @pytest.mark.parametrize(
        "statement",
        [
            "DELETE FROM run",
            "UPDATE run SET status = 'running'",
            "UPDATE run SET started = '1999'",
            "DELETE FROM current_reading",
            "UPDATE current_reading SET reading_seq = 0",
        ],
    )
    def test_runs_and_pointers(self, store: Store, statement: str) -> None:
        store.put(b.analysis())
        with sqlite3.connect(store.path) as raw, pytest.raises(sqlite3.IntegrityError, match="hudna"):
            raw.execute(statement)

    @pytest.mark.parametrize("table", ["comparison", "compared", "block", "link", "judgement"])
    @pytest.mark.parametrize("action", ["DELETE FROM {t}", "UPDATE {t} SET {c} = {c}"])
    def test_what_is_derived_and_judged(self, store: Store, table: str, action: str) -> None:
        store.put(b.analysis(), b.analysis(uri="b.txt"))
        event = b.analysis().assertions.events[0].id
        figure = b.analysis().assertions.figures[0].id
        left, right = sorted((event, figure))
        link = Link("event", left, right, "same", 1.0, (), "days/1")
        with store.writer() as writer:
            [pending] = store.view().uncompared("days/1", 9)
            writer.compared("days/1", [Compared(pending, {event: ("k",)}, (link,))], 0)
            writer.judge(Judgement("confirm", event, "seen", "somebody", "2020-03-06T12:00:00+00:00"))
        with sqlite3.connect(store.path) as raw:
            column = raw.execute(f"PRAGMA table_info({table})").fetchone()[1]
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                raw.execute(action.format(t=table, c=column))

    def test_a_view_cannot_write(self, store: Store) -> None:
        store.put(b.analysis())
        with open_view(store.path, INDEXER) as view:
            refused = pytest.raises(LedgerError, match="for reading")
            with refused, view.backend.write():
                pass
