"""From each revision to the next and back, with what the ledger holds kept."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, column, create_engine, event, select, table

from hudna.compose.resolution import resolve
from hudna.store import migrate
from hudna.store.sqlite import open_view
from hudna.text.index import ArabicIndexer
from tests.store import builders as b
from tests.store.comparing import SameDay
from tests.store.conftest import Store

INDEXER = ArabicIndexer()
MASTER = table("sqlite_master", column("name"), column("type"), column("sql"))


def engine_of(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def connect(raw: sqlite3.Connection, _: object) -> None:
        raw.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def tables(path: Path) -> set[str]:
    with sqlite3.connect(path) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def taken_back(path: Path) -> None:
    """Make a ledger one of the first revision."""
    engine = engine_of(path)
    with engine.begin() as connection:
        migrate.downgrade(connection, "0001")
    engine.dispose()
    assert "judgement" not in tables(path)


@pytest.fixture
def old(store: Store) -> Store:
    """A ledger of the first revision with a report in it."""
    store.put(b.analysis())
    taken_back(store.path)
    return store


def test_a_ledger_of_the_first_revision_is_upgraded_after_a_copy(old: Store) -> None:
    with open_view(old.path, INDEXER) as view:
        assert view.report("a.txt").analysis == b.analysis()
        assert view.judgements() == ()
        assert len(view.uncompared("events/1", 10)) == 1
    assert "judgement" in tables(old.path)
    assert "judgement" not in tables(old.path.with_name("ledger.hudna.0001.bak"))


def test_up_and_down_and_up_leaves_the_same_tables(tmp_path: Path) -> None:
    engine = engine_of(tmp_path / "l.hudna")
    seen = []
    for revision in ("head", "0001", "head"):
        with engine.begin() as connection:
            (migrate.downgrade if revision == "0001" else migrate.upgrade)(connection, revision)
            query = select(MASTER).order_by(MASTER.c.name)
            seen.append([tuple(row) for row in connection.execute(query)])
    engine.dispose()
    assert seen[0] == seen[2]
    assert len(seen[1]) < len(seen[0])


def test_links_keep_their_reasons_up_and_down(store: Store) -> None:
    store.put(*(b.analysis(b.TEXT + " " * n, f"{n}.txt") for n in range(4)))
    with store.writer() as writer:
        resolve(writer, store.view(), [SameDay()])
    found = store.view().links()
    assert found
    assert found[0].features
    store.close()
    engine = engine_of(store.path)
    with engine.begin() as connection:
        migrate.downgrade(connection, "0002")
    engine.dispose()
    assert "reason" not in tables(store.path)
    with open_view(store.path, INDEXER) as view:
        assert view.links() == found
    with sqlite3.connect(store.path) as raw, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        raw.execute("DELETE FROM link")
