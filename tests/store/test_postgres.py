"""What is PostgreSQL's own: reaching a server, several processes at once, kills, migrations both ways."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, inspect, text

from hudna.model.errors import LedgerError
from hudna.model.judgement import Judgement
from hudna.store import migrate, postgres, schema
from hudna.store.ingest import ingest
from hudna.store.opening import open_view, open_writer
from hudna.text.index import ArabicIndexer
from tests.cli.running import hudna
from tests.store import builders as b
from tests.store import postgres as servers
from tests.store.conftest import Store, execute
from tests.store.slow_driver import resolve_slowly

pytestmark = pytest.mark.skipif(bool(servers.missing()), reason=servers.missing())
INDEXER = ArabicIndexer()
COUNT = 48
_NUMBERS = count()


@pytest.fixture
def empty(server: str) -> Iterator[str]:
    """The address of a database with nothing in it, sorted as English is."""
    name = f"empty{next(_NUMBERS)}"
    execute(f"{server}/postgres", f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    yield f"{server}/{name}"
    execute(f"{server}/postgres", f"DROP DATABASE {name} WITH (FORCE)")


def inside(url: str, work: Callable[[Connection], Any]) -> Any:
    """What a function gives in a transaction of its own."""
    engine = create_engine(url.replace("postgresql://", "postgresql+pg8000://"))
    try:
        with engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()


def tables(url: str) -> set[str]:
    return set(inside(url, lambda connection: inspect(connection).get_table_names()))


def start(module: str, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", f"tests.store.{module}", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(process: "subprocess.Popen[str]", said: Callable[[str], bool]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if said(line.strip()):
            return
    raise AssertionError(process.stderr.read() if process.stderr else "it ended early")


def content_hash(ledger: object) -> str:
    with open_view(str(ledger), INDEXER) as view:
        return view.content_hash()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Content hashes of a file that nothing happened to: read, and compared."""
    path = tmp_path_factory.mktemp("calm") / "l.hudna"
    with open_writer(path, INDEXER) as writer:
        ingest(b.many(COUNT), writer, b.run())
    read = content_hash(path)
    resolve_slowly(path, 0.0)
    return read, content_hash(path)


class TestReaching:
    def test_a_new_one_is_made_in_an_empty_database(self, empty: str) -> None:
        with pytest.raises(LedgerError, match=r"there is no ledger in postgresql://hudna@.*hudna ingest"):
            open_view(empty, INDEXER)
        assert tables(empty) == set()
        open_writer(empty, INDEXER).close()
        open_writer(empty.replace("postgresql://", "postgresql:/"), INDEXER).close()
        with open_view(empty, INDEXER) as view:
            assert view.reports() == ()

    def test_a_database_of_something_else(self, empty: str) -> None:
        execute(empty, "CREATE TABLE thing (a int)")
        for opening in (open_view, open_writer):
            with pytest.raises(LedgerError, match="tables of something else"):
                opening(empty, INDEXER)
        assert tables(empty) == {"thing"}

    def test_a_newer_one(self, database: str) -> None:
        execute(database, "UPDATE alembic_version SET version_num = '9042'")
        with pytest.raises(LedgerError, match="9042, made by a newer hudna"):
            open_writer(database, INDEXER)

    def test_no_server(self) -> None:
        with pytest.raises(LedgerError, match=r"cannot be reached .*is the server running") as told:
            open_writer("postgresql://salma:secret@127.0.0.1:9/x", INDEXER)
        assert "secret" not in str(told.value)

    def test_no_database(self, server: str) -> None:
        with pytest.raises(LedgerError, match="make the database first"):
            open_view(f"{server}/nowhere", INDEXER)

    def test_no_address(self) -> None:
        with pytest.raises(LedgerError, match="no address of a database"):
            open_view("postgresql://salma@host:port/x", INDEXER)

    def test_a_user_who_may_only_read(self, database: str) -> None:
        name = f"reader{next(_NUMBERS)}"
        execute(
            database, f"CREATE ROLE {name} LOGIN", f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}"
        )
        address = database.replace("//hudna@", f"//{name}@")
        with open_view(address, INDEXER) as view:
            assert view.counts().reports == 0
        with (
            open_writer(address, INDEXER) as writer,
            pytest.raises(LedgerError, match="cannot be written by this user"),
        ):
            writer.begin(b.run())
        execute(database, f"DROP OWNED BY {name}", f"DROP ROLE {name}")

    def test_a_view_cannot_write(self, database: str) -> None:
        with open_view(database, INDEXER) as view:
            refused = pytest.raises(LedgerError, match="for reading")
            with refused, view.backend.write():
                pass

    def test_a_ledger_another_process_writes(self, database: str) -> None:
        def meanwhile(connection: Connection) -> None:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({postgres.LOCK})"))
            with (
                postgres.open_writer(database, INDEXER, busy_seconds=0.2) as writer,
                pytest.raises(LedgerError, match="being written by another process; wait"),
            ):
                writer.begin(b.run())
            with open_view(database, INDEXER) as view:
                assert view.reports() == ()

        inside(database, meanwhile)


class TestCommands:
    """The command line takes an address wherever it takes a file."""

    def test_copied_listed_searched_checked(self, database: str, tmp_path: Path) -> None:
        made = Store(tmp_path / "l.hudna")
        made.put(b.analysis())
        done = hudna("ledger", "copy", made.path, database, "--json")
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        assert told == {"from": str(made.path), "to": database, "content_hash": content_hash(made.path)}
        done = hudna("timeline", "--json", "--ledger", database)
        assert json.loads(done.stdout)["words"] == "يقصف"
        done = hudna("search", "الهدنة", "--json", env={"HUDNA_LEDGER": database})
        assert json.loads(done.stdout)["uri"] == "a.txt"
        done = hudna("doctor", "--ledger", database)
        assert f"{database}: format".encode() in done.stdout
        event = b.analysis().assertions.events[0].id
        done = hudna("review", "confirm", event, "--comment", "x", "--user", "salma", "--ledger", database)
        assert b"is confirmed by salma" in done.stdout
        again = hudna("ledger", "copy", made.path, database)
        assert again.returncode == 2
        assert b"is not empty" in again.stderr

    @pytest.mark.parametrize("command", ["timeline", "resolve", "doctor", "ledger copy x.sqlite"])
    def test_no_password_is_shown(self, command: str, tmp_path: Path) -> None:
        address = "postgresql://salma:secret@127.0.0.1:9/x"
        words = command.split()
        option = [] if words[0] == "ledger" else ["--ledger"]
        Store(tmp_path / "x.sqlite").put(b.analysis())
        done = hudna(*words, *option, address, cwd=tmp_path)
        assert done.returncode in (1, 2)
        assert b"cannot be reached" in done.stdout + done.stderr
        assert b"secret" not in done.stdout + done.stderr


class TestManyProcesses:
    def test_writers_at_once_lose_nothing(self, empty: str, undisturbed: tuple[str, str]) -> None:
        parts = ((0, 36), (12, COUNT), (24, COUNT))
        running = [start("driver", empty, first, last) for first, last in parts]
        for process in running:
            _, told = process.communicate()
            assert process.returncode == 0, told
        with open_view(empty, INDEXER) as view:
            assert view.content_hash() == undisturbed[0]
            tallies = [run.tally for run in view.runs()]
            assert sum(t.new for t in tallies) == COUNT
            assert sum(t.same for t in tallies) == 36 + 36 + 24 - COUNT
            assert len(view.search("المرصد")) == COUNT

    def test_kill_in_mid_ingest(self, database: str, undisturbed: tuple[str, str]) -> None:
        for done in (8, 24):
            with start("driver", database, 0, COUNT, "--pause", "0.003") as process:
                wait_for(process, lambda line, done=done: int(line) >= done)  # type: ignore[misc]
                process.kill()
            with open_view(database, INDEXER) as view:
                assert view.counts().reports % 8 == 0
                assert sum(view.counts().assertions.values()) == 15 * view.counts().reports
        with open_writer(database, INDEXER) as writer:
            ingest(b.many(COUNT), writer, b.run(9))
        assert content_hash(database) == undisturbed[0]

    def test_kill_in_mid_resolution_and_two_at_once(
        self, database: str, undisturbed: tuple[str, str]
    ) -> None:
        with open_writer(database, INDEXER) as writer:
            ingest(b.many(COUNT), writer, b.run())
        with start("slow_driver", "resolve", database, "--pause", "0.001") as process:
            wait_for(process, lambda line: line == "16")
            time.sleep(0.03)
            process.kill()
        with open_view(database, INDEXER) as view:
            assert 8 <= view.compared_by("days/1") < COUNT
        both = [start("slow_driver", "resolve", database) for _ in range(2)]
        for process in both:
            _, told = process.communicate()
            assert process.returncode == 0, told
        assert content_hash(database) == undisturbed[1]


class TestMigrations:
    def test_up_and_down_and_up(self, database: str) -> None:
        with open_writer(database, INDEXER) as writer:
            ingest([b.analysis()], writer, b.run())
        before, there = content_hash(database), tables(database)
        inside(database, lambda connection: migrate.downgrade(connection, "0001"))
        assert "judgement" not in tables(database)
        with open_view(database, INDEXER) as view:
            assert view.report("a.txt").analysis == b.analysis()
        assert tables(database) == there
        assert content_hash(database) == before

    def test_kill_in_mid_migration(self, database: str) -> None:
        with open_writer(database, INDEXER) as writer:
            ingest([b.analysis()], writer, b.run())
        before = content_hash(database)
        inside(database, lambda connection: migrate.downgrade(connection, "0001"))
        for table in ("comparison", "judgement"):
            with start("slow_driver", "upgrade", database, "--pause", "1") as process:
                wait_for(process, lambda line, table=table: line == table)  # type: ignore[misc]
                process.kill()
            assert "comparison" not in tables(database), "a half-finished migration is undone whole"
        assert content_hash(database) == before

    def test_an_upgrade_that_fails_leaves_all_as_it_was(
        self, database: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with open_writer(database, INDEXER) as writer:
            ingest([b.analysis()], writer, b.run())
        before, there = content_hash(database), tables(database)
        inside(database, lambda connection: migrate.downgrade(connection, "0001"))
        old = tables(database)
        upgrade = migrate.upgrade

        def fail_at_the_end(connection: Connection) -> None:
            upgrade(connection)
            connection.execute(text("SELECT 1 FROM nowhere"))

        with monkeypatch.context() as patched:
            patched.setattr(migrate, "upgrade", fail_at_the_end)
            with pytest.raises(LedgerError, match=r"of format 0001 .* undone whole, it is as it was"):
                open_view(database, INDEXER)
            assert tables(database) == old
        assert content_hash(database) == before
        assert tables(database) == there

    def test_an_upgrade_by_a_user_who_may_only_read(self, database: str) -> None:
        inside(database, lambda connection: migrate.downgrade(connection, "0001"))
        name = f"reader{next(_NUMBERS)}"
        execute(
            database, f"CREATE ROLE {name} LOGIN", f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}"
        )
        with pytest.raises(LedgerError, match=r"must be upgraded .* by a user who may make tables"):
            open_view(database.replace("//hudna@", f"//{name}@"), INDEXER)
        execute(database, f"DROP OWNED BY {name}", f"DROP ROLE {name}")

    def test_many_who_open_an_old_one_upgrade_it_once(self, database: str) -> None:
        with open_writer(database, INDEXER) as writer:
            ingest([b.analysis()], writer, b.run())
        before = content_hash(database)
        inside(database, lambda connection: migrate.downgrade(connection, "0001"))
        running = [start("slow_driver", "upgrade", database) for _ in range(3)]
        for process in running:
            _, told = process.communicate()
            assert process.returncode == 0, told
        assert content_hash(database) == before

    def test_migrations_leave_the_tables_of_the_schema(self, database: str) -> None:
        from alembic.autogenerate import compare_metadata
        from alembic.migration import MigrationContext

        def compare(connection: Connection) -> object:
            options = {"include_name": lambda name, kind, _: not (name or "").startswith("report_tokens")}
            return compare_metadata(MigrationContext.configure(connection, opts=options), schema.metadata)

        assert inside(database, compare) == []


class TestNothingIsChanged:
    TABLES = (
        "report", "sighting", "reading", "assertion", "assertion_actor", "reading_assertion", "rejected",
        "report_tokens", "comparison", "compared", "block", "link", "judgement", "run", "current_reading",
    )  # fmt: skip

    def test_rows(self, store: Store, database: str) -> None:
        full = Store(store.path, url=database)
        full.put(b.analysis(), b.analysis(b.TEXT + " ", "b.txt"))
        resolve_slowly(database, 0.0)
        with full.writer() as writer:
            event = b.analysis().assertions.events[0].id
            writer.judge(Judgement("confirm", event, "seen", "salma", "2020-03-06T12:00:00+00:00"))
        before = full.view().content_hash()
        full.close()
        statements = [f"DELETE FROM {name}" for name in self.TABLES if name != "rejected"]
        statements += [f"TRUNCATE {name} CASCADE" for name in self.TABLES]
        statements += [
            "UPDATE run SET started = '1999'",
            "UPDATE report SET uri = uri",
            "UPDATE link SET id = id",
        ]
        statements += ["UPDATE current_reading SET reading_seq = 0", "UPDATE judgement SET author = 'x'"]
        for statement in statements:
            with pytest.raises(Exception, match="hudna:"):
                execute(database, statement)
        assert content_hash(database) == before
