"""Every kind of ledger behind one handle, so that the contract runs against each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from hudna.model.run import Item, Run
from hudna.store import opening
from hudna.store.ingest import ingest
from hudna.store.view import SqlView
from hudna.store.writer import SqlWriter
from hudna.text.index import ArabicIndexer
from tests.store import builders, postgres

_NUMBERS = count()


@dataclass
class Store:
    """One ledger: opened for writing, for reading, and filled in one line. `path` is that of an SQLite file,
    `url` the address of one in PostgreSQL."""

    path: Path
    indexer: ArabicIndexer = field(default_factory=ArabicIndexer)
    opened: list[SqlView] = field(default_factory=list)
    runs: int = 0
    url: str = ""

    @property
    def ledger(self) -> Path | str:
        """What a user would call it."""
        return self.url or self.path

    def writer(self) -> SqlWriter:
        """The ledger opened for writing."""
        return opening.open_writer(self.ledger, self.indexer)

    def view(self) -> SqlView:
        """The ledger opened for reading; closed after the test."""
        self.opened.append(opening.open_view(self.ledger, self.indexer))
        return self.opened[-1]

    def put(self, *items: Item, versions: dict[str, str] | None = None) -> Run:
        """Ingest items in a run of their own."""
        self.runs += 1
        with self.writer() as writer:
            return ingest(items, writer, builders.run(self.runs, versions))

    def close(self) -> None:
        """Close what was opened for reading."""
        while self.opened:
            self.opened.pop().close()

    def remove(self) -> None:
        """Make room for another ledger of the same name."""
        self.close()
        if self.url:
            server, _, name = self.url.rpartition("/")
            execute(f"{server}/postgres", f'DROP DATABASE "{name}"', f'CREATE DATABASE "{name}"')
        else:
            self.path.unlink()


def execute(url: str, *statements: str) -> None:
    """Run statements outside of a transaction."""
    address = url.replace("postgresql://", "postgresql+pg8000://")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server; the test is skipped where none can be started."""
    if why := postgres.missing():
        pytest.skip(why)
    with postgres.server() as address:
        yield address


@pytest.fixture(scope="session")
def empty_ledger(server: str) -> str:
    """The name of a database with an empty ledger, to be copied for each test."""
    execute(f"{server}/postgres", "CREATE DATABASE made TEMPLATE template0 ENCODING 'UTF8'")
    opening.open_writer(f"{server}/made", ArabicIndexer()).close()
    return "made"


@pytest.fixture
def database(server: str, empty_ledger: str) -> Iterator[str]:
    """The address of a ledger in PostgreSQL with nothing in it."""
    name = f"ledger{next(_NUMBERS)}"
    execute(f"{server}/postgres", f"CREATE DATABASE {name} TEMPLATE {empty_ledger}")
    yield f"{server}/{name}"
    execute(f"{server}/postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty ledger, in the modules of `CONTRACT` one of each kind."""
    url = ""
    if getattr(request, "param", "sqlite") == "postgresql":
        url = request.getfixturevalue("database")
    made = Store(tmp_path / "ledger.hudna", url=url)
    yield made
    made.close()


CONTRACT = ("contract", "filtering", "search", "resolution", "judging", "judged", "carrying", "ingest")
"""The modules of tests that hold for every kind of ledger."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the contract against every kind of ledger."""
    if "store" in metafunc.fixturenames:
        module = metafunc.module.__name__.rpartition(".test_")[2]
        kinds = ("sqlite", "postgresql") if module in CONTRACT else ("sqlite",)
        metafunc.parametrize("store", kinds, indirect=True)
