"""A ledger by name, wherever it is kept: a path is an SQLite file, `postgresql://…` a database."""

from pathlib import Path

from hudna.store import copying, postgres, sqlite
from hudna.store.base import Indexer
from hudna.store.view import SqlView
from hudna.store.writer import SqlWriter

Ledger = Path | str


def copy(
    source: Ledger, target: Ledger, indexer: Indexer, on_progress: copying.Progress | None = None
) -> str:
    """Copy a ledger into a new one; gives the content hash, which is that of both."""
    with open_view(source, indexer) as view, open_writer(target, indexer) as writer:
        return copying.copy(view.backend, writer.backend, on_progress)


def open_writer(ledger: Ledger, indexer: Indexer) -> SqlWriter:
    """A ledger to append to; made where there is none, upgraded where it is older."""
    url = postgres.address(ledger)
    return postgres.open_writer(url, indexer) if url else sqlite.open_writer(Path(ledger), indexer)


def open_view(ledger: Ledger, indexer: Indexer) -> SqlView:
    """A ledger to read; raises LedgerError where there is none."""
    url = postgres.address(ledger)
    return postgres.open_view(url, indexer) if url else sqlite.open_view(Path(ledger), indexer)
