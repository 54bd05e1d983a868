"""What the writer and the view ask of a database; everything else of them is plain SQL."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, FromClause

from hudna.model.filters import Query, Shadow
from hudna.store.base import Indexer


class FullText(Protocol):
    """The database's own full-text index over the shadows of reports."""

    def add(self, connection: Connection, rows: Sequence[tuple[int, Shadow]]) -> None:
        """Index reports by their `seq`."""
        ...

    def matches(self, query: Query) -> FromClause:
        """Columns `seq` and `score` (the greater the better) of the reports that a query finds; it has at
        least one clause."""
        ...


class Backend(Protocol):
    """An open database. Inside both contexts its errors come out as LedgerError."""

    indexer: Indexer
    fulltext: FullText

    def read(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the ledger."""
        ...

    def write(self) -> AbstractContextManager[Connection]:
        """A transaction that no other writer runs beside; committed at the end, undone by an exception."""
        ...

    def close(self) -> None:
        """Close every connection."""
        ...
