"""What comparing gave, read and appended: blocks, links, marks of what has been compared.

Every function works inside the connection it is given. Ids are asked for in slices, because a database takes
so many parameters in one statement and no more.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import JSON, ColumnElement, Connection, Select, Table, and_, cast, exists, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from hudna.model.errors import LedgerError
from hudna.model.ids import ID_LENGTH, text_sha256
from hudna.model.links import Link, LinkKind, Verdict
from hudna.store import rows
from hudna.store import schema as t
from hudna.store.base import Compared, Pending

SLICE = 500


def sliced(ids: Iterable[str]) -> Iterator[list[str]]:
    """Distinct ids in slices that fit into one statement."""
    distinct = list(dict.fromkeys(ids))
    for at in range(0, len(distinct), SLICE):
        yield distinct[at : at + SLICE]


def insert_new(connection: Connection, table: Table, data: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, values in the order of the table's columns, leaving out those whose key is there.

    The rows go to the driver as they are: SQLAlchemy's own handling of many rows costs more than the
    database does. Only for tables whose columns need no conversion.
    """
    if not data:
        return
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table).on_conflict_do_nothing()
    connection.exec_driver_sql(str(statement.compile(dialect=connection.dialect)), list(data))


def _among(connection: Connection, column: ColumnElement[str], values: Sequence[str]) -> ColumnElement[bool]:
    """Whether a column holds one of many values, which travel as one parameter."""
    if connection.dialect.name == "sqlite":
        listed = func.json_each(json.dumps(values)).table_valued("value")
    else:
        listed = func.json_array_elements_text(cast(values, JSON)).table_valued("value")
    return column.in_(select(listed.c.value))


def _number(connection: Connection, step: str) -> int | None:
    return connection.scalar(select(t.comparison.c.seq).where(t.comparison.c.step == step))


def _parts(step: str) -> tuple[str, int]:
    family, _, version = step.rpartition("/")
    if not family or not version.isdecimal():
        raise LedgerError(f"«{step}» is no step of a comparison; expected a name and a version, «events/1»")
    return family, int(version)


def uncompared(connection: Connection, step: str, limit: int) -> tuple[Pending, ...]:
    """Current readings that a step has not compared, oldest first.

    A step always takes the oldest ones next, and only newer readings become current: so none is left out
    behind the one that was marked last.
    """
    last = (
        select(t.compared.c.reading_seq)
        .where(t.compared.c.comparison_seq == _number(connection, step))
        .order_by(t.compared.c.seq.desc())
        .limit(1)
    )
    query = (
        select(t.current_reading.c.reading_seq, t.report.c.id)
        .join(t.report, t.report.c.seq == t.current_reading.c.report_seq)
        .where(t.current_reading.c.reading_seq > func.coalesce(last.scalar_subquery(), 0))
        .order_by(t.current_reading.c.reading_seq)
        .limit(limit)
    )
    return tuple(Pending(*row) for row in connection.execute(query))


def compared_by(connection: Connection, step: str) -> int:
    """How many readings a step has compared."""
    last = select(func.max(t.compared.c.seq)).where(t.compared.c.comparison_seq == _number(connection, step))
    return connection.scalar(last) or 0


def blocked(connection: Connection, step: str, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The records a step has put under each key, sorted."""
    number = _number(connection, step)
    found: dict[str, list[str]] = {key: [] for key in keys}
    if number is not None and keys:
        query = select(t.block.c.key, t.block.c.record).where(
            t.block.c.comparison_seq == number, _among(connection, t.block.c.key, list(found))
        )
        for key, record in connection.execute(query):
            found[key].append(record)
    return {key: tuple(sorted(records)) for key, records in found.items()}


def append(connection: Connection, step: str, batch: Sequence[Compared], before: int) -> bool:
    """Write what a step found, unless it has marked more readings than `before` or others wait by now."""
    waiting = tuple(one.pending for one in batch)
    if compared_by(connection, step) != before or uncompared(connection, step, len(batch)) != waiting:
        return False
    number = _number(connection, step)
    if number is None:
        number = (connection.scalar(select(func.max(t.comparison.c.seq))) or 0) + 1
        family, version = _parts(step)
        row = {"seq": number, "step": step, "family": family, "version": version}
        connection.execute(t.comparison.insert(), [row])
    keyed = (
        (number, key, record)
        for one in batch
        for record, keys in one.keys.items()
        for key in dict.fromkeys(keys)
    )
    # In order of the table, so that neighbours are written together.
    insert_new(connection, t.block, sorted(keyed))
    _append_links(connection, number, step, [link for one in batch for link in one.links])
    marks = [(number, before + n, one.pending.reading) for n, one in enumerate(batch, start=1)]
    insert_new(connection, t.compared, marks)
    return True


def _append_links(connection: Connection, number: int, step: str, found: Sequence[Link]) -> None:
    """Write links, and their reasons once however many links give the same."""
    reasons: dict[int, tuple[str, str]] = {}  # by identity: links found alike share one object
    added = []
    for link in found:
        if link.step != step:
            raise LedgerError(
                f"a link of step «{link.step}» was found under step «{step}»; they must be the same"
            )
        reason = reasons.get(id(link.features))
        if reason is None:
            text = rows.features_json(link.features)
            reason = reasons[id(link.features)] = (text_sha256(text)[:ID_LENGTH], text)
        added.append(
            (link.id, number, link.kind, link.left, link.right, link.verdict, link.weight, reason[0])
        )
    insert_new(connection, t.reason, sorted(set(reasons.values())))
    insert_new(connection, t.link, sorted(added))


def links(
    connection: Connection,
    kinds: Sequence[LinkKind] | None,
    records: Sequence[str] | None,
    verdicts: Sequence[Verdict] | None = None,
) -> tuple[Link, ...]:
    """Links between current records, of the newest version of each comparison, by id."""
    newest = _newest(connection)
    query = (
        select(t.link, t.comparison.c.step)
        .join(t.comparison, t.comparison.c.seq == t.link.c.comparison_seq)
        .where(t.link.c.comparison_seq.in_(newest))
    )
    if _replaced(connection):
        query = query.where(_both_current())
    if kinds is not None:
        query = query.where(t.link.c.kind.in_(list(kinds)))
    if verdicts is not None:
        query = query.where(t.link.c.verdict.in_(list(verdicts)))
    found = {(row.id, row.step): row for row in _touching(connection, query, records)}
    return tuple(_links(connection, [found[key] for key in sorted(found)]))


def linked(connection: Connection, ids: Sequence[str]) -> dict[str, Link]:
    """Links by id, of the newest version that found them."""
    query = (
        select(t.link, t.comparison.c.step)
        .join(t.comparison, t.comparison.c.seq == t.link.c.comparison_seq)
        .order_by(t.comparison.c.version)
    )
    found = [row for some in sliced(ids) for row in connection.execute(query.where(t.link.c.id.in_(some)))]
    return {link.id: link for link in _links(connection, found)}


def links_beginning(connection: Connection, key: str) -> list[str]:
    """Ids of links that begin with some digits; of many the first few."""
    query = select(t.link.c.id).where(t.link.c.id.startswith(key, autoescape=True)).distinct().limit(6)
    return sorted(identity for (identity,) in connection.execute(query))


def _touching(connection: Connection, query: Select[Any], records: Sequence[str] | None) -> Iterator[Any]:
    if records is None:
        yield from connection.execute(query)
        return
    for some in sliced(records):
        yield from connection.execute(
            query.where(or_(t.link.c.left_id.in_(some), t.link.c.right_id.in_(some)))
        )


def _newest(connection: Connection) -> list[int]:
    """The newest step of each family."""
    query = select(t.comparison.c.seq, t.comparison.c.family).order_by(t.comparison.c.version)
    return list({family: seq for seq, family in connection.execute(query)}.values())


def _replaced(connection: Connection) -> bool:
    """Whether any reading has given way to a newer one: else whatever was compared is current."""
    now = exists().where(t.current_reading.c.reading_seq == t.reading.c.seq)
    return connection.scalar(select(t.reading.c.seq).where(~now).limit(1)) is not None


def _both_current() -> Any:
    """A report is always current, an assertion where the current reading of its report says it."""
    return or_(
        t.link.c.kind == "copy", and_(*(_current(end) for end in (t.link.c.left_id, t.link.c.right_id)))
    )


def _current(record: Any) -> Any:
    a, said, now = t.assertion.alias(), t.reading_assertion.alias(), t.current_reading.alias()
    return exists().where(
        a.c.id == record, said.c.assertion_seq == a.c.seq, now.c.reading_seq == said.c.reading_seq
    )


def _links(connection: Connection, found: Sequence[Any]) -> Iterator[Link]:
    """Links of rows; those with the same reasons share them."""
    wanted = list(dict.fromkeys(row.reason_id for row in found))
    query = select(t.reason.c.id, t.reason.c.features).where(_among(connection, t.reason.c.id, wanted))
    reasons = {id: rows.features_from(text) for id, text in connection.execute(query)}
    for row in found:
        yield Link(
            row.kind, row.left_id, row.right_id, row.verdict, row.weight, reasons[row.reason_id], row.step
        )  # fmt: skip


def link_lines(connection: Connection) -> Iterator[str]:
    """Id, verdict and step of every link ever found, sorted."""
    query = (
        select(t.link.c.id, t.link.c.verdict, t.comparison.c.step)
        .join(t.comparison, t.comparison.c.seq == t.link.c.comparison_seq)
        .order_by(t.link.c.id, t.comparison.c.step)
        .execution_options(yield_per=5000)
    )
    for row in connection.execute(query):
        yield " ".join(row)
