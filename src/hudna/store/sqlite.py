"""The ledger as one SQLite file: opening, creating, upgrading, and telling what is wrong with it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from hudna.model.errors import LedgerError
from hudna.store import migrate
from hudna.store.backend import FullText
from hudna.store.base import Indexer, UnstorableError
from hudna.store.schema import HEAD, KNOWN
from hudna.store.search import Fts5
from hudna.store.view import SqlView
from hudna.store.writer import SqlWriter

APPLICATION_ID = 0x68_75_64_6E
"""«hudn» in the file's header, so that a ledger is known from any other SQLite file."""
BUSY_SECONDS = 30.0
CACHE_KIB = 64 * 1024
"""Pages kept in memory, at most: the keys and links of a large ledger lie all over its file."""
LOG_PAGES = 8 * 1024
"""Pages of the write-ahead log before they are folded into the file: writing a page once is enough."""
_MAGIC = b"SQLite format 3\x00"


def open_writer(path: Path, indexer: Indexer, busy_seconds: float = BUSY_SECONDS) -> SqlWriter:
    """A ledger to append to; made where there is none, upgraded (after a copy) where it is older.

    Raises LedgerError where the file is no ledger, broken, newer than this program or not writable.
    """
    with _told(path):
        if not path.exists() or path.stat().st_size == 0:
            _create(path)
        version = _version(path, busy_seconds)
        if version != HEAD:
            _upgrade(path, version, busy_seconds)
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise _unwritable(path)
        return SqlWriter(SqliteBackend(path, indexer, busy_seconds))


def open_view(path: Path, indexer: Indexer, busy_seconds: float = BUSY_SECONDS) -> SqlView:
    """A ledger to read; raises LedgerError where there is none or it cannot be read."""
    with _told(path):
        if not path.exists() or (path.is_file() and path.stat().st_size == 0):
            raise LedgerError(
                f"there is no ledger at {path}; make one with: hudna ingest PATH… --ledger {path}"
            )
        version = _version(path, busy_seconds)
        if version != HEAD:
            _upgrade(path, version, busy_seconds)
        return SqlView(SqliteBackend(path, indexer, busy_seconds, reading=True))


def integrity(path: Path) -> tuple[str, ...]:
    """What SQLite finds wrong with the file (pages, indexes, foreign keys); empty where all is well.

    Raises LedgerError where the file cannot even be opened.
    """
    with _told(path), closing(_connect(path, BUSY_SECONDS)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        if found:
            return tuple(found)
        lost = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
        return tuple(f"{table} row points at a missing {parent}" for table, _, parent, _ in lost)


class SqliteBackend:
    """`Backend` of one SQLite file."""

    def __init__(self, path: Path, indexer: Indexer, busy_seconds: float, reading: bool = False) -> None:
        self.path = path
        self.indexer = indexer
        self.fulltext: FullText = Fts5()
        self._reading = reading
        self.engine = _engine(path, busy_seconds, reading)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger."""
        with _told(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that holds the one write lock from its beginning."""
        if self._reading:
            raise LedgerError(f"{self.path} was opened for reading")
        with _told(self.path), self.engine.connect() as connection:
            connection = connection.execution_options(hudna_begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Close every connection; the last one to leave folds the write-ahead log into the file."""
        self.engine.dispose()


def _engine(path: Path, busy_seconds: float, reading: bool = False) -> Engine:
    def connect() -> sqlite3.Connection:
        return _connect(path, busy_seconds, reading)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("hudna_begin", "BEGIN"))

    return engine


def _connect(path: Path, busy_seconds: float, reading: bool = False) -> sqlite3.Connection:
    try:
        return _prepared(path, "mode=rw", busy_seconds, reading)
    except sqlite3.OperationalError as error:
        wal = path.with_name(path.name + "-wal")
        if _code(error) not in _CLOSED or (wal.exists() and wal.stat().st_size):
            raise
        # A ledger on a medium that cannot be written: nobody else writes it either.
        return _prepared(path, "mode=ro&immutable=1", busy_seconds, reading)


def _prepared(path: Path, mode: str, busy_seconds: float, reading: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?{mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA recursive_triggers=ON")
        connection.execute(f"PRAGMA cache_size=-{CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
        connection.execute(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path) -> None:
    """Make an empty ledger beside the path and move it there whole, so that no half of one is ever seen."""
    if not path.parent.is_dir():
        raise LedgerError(f"the folder {path.parent} is not there; make it, or give another --ledger")
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.touch()
        with closing(sqlite3.connect(draft)) as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode=WAL")
        _migrate(draft, BUSY_SECONDS)
        if path.exists() and path.stat().st_size == 0:
            os.replace(draft, path)
        else:
            _move(draft, path)
    finally:
        for left in (draft, *(draft.with_name(draft.name + end) for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)


def _move(draft: Path, path: Path) -> None:
    """Put the draft in place unless another process was faster."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            os.replace(draft, path)


def _migrate(path: Path, busy_seconds: float) -> None:
    engine = _engine(path, busy_seconds)
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(hudna_begin="BEGIN IMMEDIATE")
            with connection.begin():
                migrate.upgrade(connection)
    finally:
        engine.dispose()


def _upgrade(path: Path, version: str, busy_seconds: float) -> None:
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise LedgerError(
            f"{path} is of format {version} and must be upgraded to {HEAD}, but cannot be written; "
            "allow writing, or copy it to a place where it can be"
        )
    copy = path.with_name(f"{path.name}.{version}.bak")
    draft = copy.with_name(copy.name + f".{os.getpid()}")
    try:
        with closing(_connect(path, busy_seconds)) as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target)
            (copied,) = target.execute("SELECT version_num FROM alembic_version").fetchone()
        if copied == version:  # else another process has just upgraded it, and its copy is the one to keep
            os.replace(draft, copy)
    finally:
        draft.unlink(missing_ok=True)
    _migrate(path, busy_seconds)


def _version(path: Path, busy_seconds: float) -> str:
    """The ledger's revision; raises LedgerError where the file is no ledger of a known format."""
    if not path.is_file():
        raise LedgerError(f"{path} is not a file; give the path of a ledger file")
    _check_header(path)
    with closing(_connect(path, busy_seconds, reading=True)) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        if mark != APPLICATION_ID:
            raise LedgerError(f"{path} is an SQLite file but no hudna ledger; give another --ledger")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    version = str(row[0]) if row else ""
    if version not in KNOWN:
        raise LedgerError(
            f"{path} is of ledger format {version or 'unknown'}, made by a newer hudna; this one knows up to "
            f"{HEAD}. Upgrade hudna, or give another --ledger"
        )
    return version


def _check_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC):
        raise LedgerError(
            f"{path} is not a ledger (no SQLite file); it was left as it is, give another --ledger"
        )
    size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    expected = pages * (65536 if size == 1 else size)
    if path.stat().st_size < expected and not path.with_name(path.name + "-wal").exists():
        raise _broken(path, f"{path.stat().st_size:,} of {expected:,} bytes")


_CLOSED = frozenset({"SQLITE_CANTOPEN", "SQLITE_READONLY"})
_FULL = frozenset({"SQLITE_FULL", "SQLITE_IOERR"})
_REFUSED = frozenset({"SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_TOOBIG"})
_BROKEN = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})


def _code(error: BaseException | None) -> str:
    """SQLite's primary name of an error («SQLITE_FULL»), "" where it is none of SQLite's."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    return "_".join(name.split("_")[:2])


def _unwritable(path: Path) -> LedgerError:
    return LedgerError(
        f"{path} cannot be written (or its folder cannot); nothing was changed. Allow writing to both, or "
        "give another --ledger"
    )


def _broken(path: Path, detail: str) -> LedgerError:
    return LedgerError(
        f"{path} is damaged ({detail}). Put a copy of it in its place, or make a new ledger by ingesting the "
        "reports again: the same reports give the same ledger"
    )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system report into a LedgerError that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause: Any = error.orig if isinstance(error, DBAPIError) else error
        told = _explain(path, cause)
        if told is None:
            raise
        raise told from error
    except PermissionError as error:
        raise _unwritable(path) from error
    except OSError as error:
        raise LedgerError(
            f"{path} cannot be used: {error.strerror or error}; give another --ledger"
        ) from error


def _explain(path: Path, error: BaseException | None) -> LedgerError | None:
    code = _code(error)
    if code in {"SQLITE_BUSY", "SQLITE_LOCKED"}:
        return LedgerError(
            f"{path} is being written by another process; wait until it is done, or stop it, and run the "
            "same command again"
        )
    if code in _FULL:
        free = shutil.disk_usage(path.parent).free // 1_000_000
        return LedgerError(
            f"{path} cannot grow ({error}; {free:,} MB free on its disk). What was written before is whole "
            "and kept: free some space and run the same command again"
        )
    if code in _CLOSED:
        return _unwritable(path)
    if code in _BROKEN:
        return _broken(path, str(error))
    if code in _REFUSED or isinstance(error, (sqlite3.InterfaceError, sqlite3.ProgrammingError)):
        return UnstorableError(f"{path} refused a row: {error}")
    return None
