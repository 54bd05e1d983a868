"""The ledger in a PostgreSQL database: opening, creating, upgrading, and telling what is wrong with it.

A database (or the schema its user looks into first) holds one ledger and nothing else. Writers take turns by
an advisory lock, so that numbers are given in the order of writing, as in SQLite; readers never wait.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from hudna.model.errors import LedgerError
from hudna.store import migrate
from hudna.store.backend import FullText
from hudna.store.base import Indexer, UnstorableError
from hudna.store.schema import HEAD, KNOWN, metadata
from hudna.store.tokens import Tokens
from hudna.store.view import SqlView
from hudna.store.writer import SqlWriter

LOCK = 0x68_75_64_6E
"""«hudn», the number of the advisory lock that writers of a ledger take turns by."""
BUSY_SECONDS = 30.0
_SCHEME = re.compile(r"^postgres(?:ql)?:/+")


def address(ledger: object) -> str | None:
    """The address of a database as SQLAlchemy takes it, where `ledger` is one («postgresql://…»); else None.
    A path object has lost one of the slashes, which is put back."""
    written = str(ledger)
    return _SCHEME.sub("postgresql://", written) if _SCHEME.match(written) else None


def open_writer(url: str, indexer: Indexer, busy_seconds: float = BUSY_SECONDS) -> SqlWriter:
    """A ledger to append to; made where the database is empty, upgraded where it is older.

    Raises LedgerError where the server cannot be reached, refuses the user, or holds something else.
    """
    backend = PostgresBackend(url, indexer, busy_seconds)
    try:
        _prepare(backend, making=True)
    except BaseException:
        backend.close()
        raise
    return SqlWriter(backend)


def open_view(url: str, indexer: Indexer, busy_seconds: float = BUSY_SECONDS) -> SqlView:
    """A ledger to read; raises LedgerError where there is none or it cannot be read."""
    backend = PostgresBackend(url, indexer, busy_seconds, reading=True)
    try:
        _prepare(backend, making=False)
    except BaseException:
        backend.close()
        raise
    return SqlView(backend)


class PostgresBackend:
    """`Backend` of one PostgreSQL database."""

    def __init__(self, url: str, indexer: Indexer, busy_seconds: float, reading: bool = False) -> None:
        self.name = _shown(url)
        self.indexer = indexer
        self.fulltext: FullText = Tokens()
        self._busy = busy_seconds
        self._reading = reading
        with _told(self.name):
            self.engine = _engine(url)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger."""
        with _told(self.name), self.engine.connect() as connection:
            yield connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that no other writer runs beside."""
        if self._reading:
            raise LedgerError(f"{self.name} was opened for reading")
        with self.locked() as connection:
            yield connection

    @contextmanager
    def locked(self) -> Iterator[Connection]:
        """A transaction that holds the lock of writers from its beginning."""
        with _told(self.name), self.engine.connect() as connection, connection.begin():
            connection.execute(text(f"SET LOCAL lock_timeout = {int(self._busy * 1000)}"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _engine(url: str) -> Engine:
    return create_engine(make_url(url).set(drivername="postgresql+pg8000"))


def _shown(url: str) -> str:
    """The address without its password, as messages show it."""
    try:
        return make_url(url).render_as_string(hide_password=True)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(
            "that is no address of a database; write postgresql://USER:PASSWORD@HOST:PORT/DATABASE"
        ) from error


def _prepare(backend: PostgresBackend, making: bool) -> None:
    """See to it that the database holds a ledger of this program's format."""
    with backend.read() as connection:
        version = _version(connection, backend.name)
    if version == HEAD:
        return
    if version is None and not making:
        raise LedgerError(
            f"there is no ledger in {backend.name}; make one with: hudna ingest PATH… --ledger {backend.name}"
        )
    try:
        # In one transaction: whatever stops it, the database stays as it was.
        with backend.locked() as connection:
            if _version(connection, backend.name) != HEAD:
                migrate.upgrade(connection)
    except LedgerError as error:
        if version is None:
            raise
        raise LedgerError(
            f"{backend.name} is of format {version} and must be upgraded to {HEAD} by a user who may make "
            f"tables; that did not work and was undone whole, it is as it was. {error}"
        ) from error


def _version(connection: Connection, name: str) -> str | None:
    """The ledger's revision, None for an empty database; LedgerError where it holds something else."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if "alembic_version" not in tables or not (tables & {table.name for table in metadata.sorted_tables}):
        raise LedgerError(f"{name} holds tables of something else; give the address of an empty database")
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found not in KNOWN:
        raise LedgerError(
            f"{name} is of ledger format {found or 'unknown'}, made by a newer hudna; this one knows up to "
            f"{HEAD}. Upgrade hudna, or give another --ledger"
        )
    return str(found)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what PostgreSQL reports into a LedgerError that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _explain(name, error.orig) from error
    except SQLAlchemyError as error:
        raise LedgerError(f"{name} cannot be used: {error}") from error
    except ModuleNotFoundError as error:
        raise LedgerError(f"{name} needs the package {error.name}, which is not installed") from error


_CLASSES = {
    "28": "refuses this user; give name and password in the address: postgresql://USER:PASSWORD@HOST/DATABASE",
    "3D": "is not there; make the database first: createdb -T template0 -E UTF8 NAME",
    "53": "has no room left ({}). What was written before is whole and kept: free some and run the same "
    "command again",
    "57": "was stopped ({}). What was written before is whole and kept: run the same command again",
    "08": "cannot be reached ({}); is the server running, and are host and port right?",
}


def _explain(name: str, error: Any) -> LedgerError:
    given = error.args[0] if error is not None and error.args else ""
    code, message = ("", str(given))
    if isinstance(given, dict):
        code, message = str(given.get("C", "")), str(given.get("M", ""))
    if code == "55P03":
        return LedgerError(
            f"{name} is being written by another process; wait until it is done, or stop it, and run the "
            "same command again"
        )
    if code in ("42501", "25006"):
        return LedgerError(f"{name} cannot be written by this user ({message}); nothing was changed")
    if code[:2] in ("22", "23", "54") or code == "P0001":
        return UnstorableError(f"{name} refused a row: {message}")
    if not code:
        return LedgerError(f"{name} {_CLASSES['08'].format(message)}")
    return LedgerError(f"{name} {_CLASSES.get(code[:2], 'failed ({})').format(message)}")
