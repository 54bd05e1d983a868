"""A ledger copied row by row into an empty one, wherever the two are kept, with the same content hash."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from hudna.model.errors import LedgerError
from hudna.store import rows
from hudna.store import schema as t
from hudna.store.backend import Backend
from hudna.store.writer import content_hash

BATCH = 500
"""Rows read and written at a time; memory stays flat."""
Progress = Callable[[str, int], None]


def copy(source: Backend, target: Backend, on_progress: Progress | None = None) -> str:
    """Copy everything in one transaction and give the content hash, which is that of both.

    Rows keep their numbers; the index of words is made anew from the texts. `on_progress` hears table and
    rows so far. Raises LedgerError where the target holds something already or what arrived is not what was
    there; then nothing is written.
    """
    tell = on_progress or (lambda table, count: None)
    with source.read() as reading, target.write() as writing:
        for table in t.metadata.sorted_tables:
            if writing.execute(select(table.c[0]).limit(1)).first() is not None:
                raise LedgerError("the ledger to copy into is not empty; give the name of a new one")
        for table in t.metadata.sorted_tables:
            _table(reading, writing, table, tell)
        _index(reading, writing, target, tell)
        there, here = content_hash(reading), content_hash(writing)
        if there != here:
            raise LedgerError(
                f"the copy differs from the ledger ({here} and not {there}); nothing was written"
            )
        return here


def _table(reading: Connection, writing: Connection, table: Table, tell: Progress) -> None:
    done = 0
    for some in _slices(reading, select(table).order_by(*table.primary_key.columns)):
        writing.execute(insert(table), [dict(row._mapping) for row in some])
        done += len(some)
        tell(table.name, done)


def _slices(reading: Connection, query: Any) -> Iterator[list[Any]]:
    stream = iter(reading.execute(query.execution_options(yield_per=BATCH)))
    while some := list(islice(stream, BATCH)):
        yield some


def _index(reading: Connection, writing: Connection, target: Backend, tell: Progress) -> None:
    """Each report's words as its first reading saw them, which is when they were indexed."""
    first = select(func.min(t.reading.c.seq)).group_by(t.reading.c.report_seq)
    query = (
        select(t.report.c.seq, t.report.c.text, t.reading.c.title, t.reading.c.notes)
        .join(t.reading, t.reading.c.report_seq == t.report.c.seq)
        .where(t.reading.c.seq.in_(first))
        .order_by(t.report.c.seq)
    )
    done = 0
    for some in _slices(reading, query):
        index = target.indexer.index
        shadows = [(row.seq, index(row.text, row.title, rows.layout_from(row.notes))) for row in some]
        target.fulltext.add(writing, shadows)
        done += len(some)
        tell("words", done)
