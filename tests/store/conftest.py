"""Every kind of ledger behind one handle, so that the contract runs against each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hudna.model.run import Item, Run
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_view, open_writer
from hudna.store.view import SqlView
from hudna.store.writer import SqlWriter
from hudna.text.index import ArabicIndexer
from tests.store import builders


@dataclass
class Store:
    """One ledger: opened for writing, for reading, and filled in one line."""

    path: Path
    indexer: ArabicIndexer = field(default_factory=ArabicIndexer)
    opened: list[SqlView] = field(default_factory=list)
    runs: int = 0

    def writer(self) -> SqlWriter:
        """The ledger opened for writing."""
        return open_writer(self.path, self.indexer)

    def view(self) -> SqlView:
        """The ledger opened for reading; closed after the test."""
        self.opened.append(open_view(self.path, self.indexer))
        return self.opened[-1]

    def put(self, *items: Item, versions: dict[str, str] | None = None) -> Run:
        """Ingest items in a run of their own."""
        self.runs += 1
        with self.writer() as writer:
            return ingest(items, writer, builders.run(self.runs, versions))


@pytest.fixture(params=["sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty ledger of each kind."""
    made = Store(tmp_path / "ledger.hudna")
    yield made
    for view in made.opened:
        view.close()
