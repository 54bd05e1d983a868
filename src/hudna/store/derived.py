"""What comparing gave, read and appended: blocks, links, marks of what has been compared.

Every function works inside the connection it is given. Ids are asked for in slices, because a database takes
so many parameters in one statement and no more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, exists, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from hudna.model.errors import LedgerError
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


def insert_new(connection: Connection, table: Table, data: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, leaving out those whose key is there."""
    if data:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), list(data))


def _number(connection: Connection, step: str) -> int | None:
    return connection.scalar(select(t.comparison.c.seq).where(t.comparison.c.step == step))


def _parts(step: str) -> tuple[str, int]:
    family, _, version = step.rpartition("/")
    if not family or not version.isdecimal():
        raise LedgerError(f"«{step}» is no step of a comparison; expected a name and a version, «events/1»")
    return family, int(version)


def uncompared(connection: Connection, step: str, limit: int, after: int) -> tuple[Pending, ...]:
    """Current readings that a step has not compared, oldest first."""
    done = exists().where(
        t.compared.c.reading_seq == t.current_reading.c.reading_seq,
        t.compared.c.comparison_seq == _number(connection, step),
    )
    query = (
        select(t.current_reading.c.reading_seq, t.report.c.id)
        .join(t.report, t.report.c.seq == t.current_reading.c.report_seq)
        .where(t.current_reading.c.reading_seq > after, ~done)
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
    if number is not None:
        for some in sliced(keys):
            query = select(t.block.c.key, t.block.c.record).where(
                t.block.c.comparison_seq == number, t.block.c.key.in_(some)
            )
            for key, record in connection.execute(query):
                found[key].append(record)
    return {key: tuple(sorted(records)) for key, records in found.items()}


def append(connection: Connection, step: str, batch: Sequence[Compared], before: int) -> bool:
    """Write what a step found, unless it has marked more readings than `before`."""
    if compared_by(connection, step) != before:
        return False
    number = _number(connection, step)
    if number is None:
        number = (connection.scalar(select(func.max(t.comparison.c.seq))) or 0) + 1
        family, version = _parts(step)
        row = {"seq": number, "step": step, "family": family, "version": version}
        connection.execute(t.comparison.insert(), [row])
    keyed = (
        {"comparison_seq": number, "key": key, "record": record}
        for one in batch
        for record, keys in one.keys.items()
        for key in dict.fromkeys(keys)
    )
    insert_new(connection, t.block, list(keyed))
    insert_new(connection, t.link, [_link_row(number, step, link) for one in batch for link in one.links])
    marks = [
        {"comparison_seq": number, "seq": before + n, "reading_seq": one.pending.reading}
        for n, one in enumerate(batch, start=1)
    ]
    if marks:
        connection.execute(t.compared.insert(), marks)
    return True


def _link_row(number: int, step: str, link: Link) -> dict[str, Any]:
    if link.step != step:
        raise LedgerError(
            f"a link of step «{link.step}» was found under step «{step}»; they must be the same"
        )
    return {
        "id": link.id,
        "comparison_seq": number,
        "kind": link.kind,
        "left_id": link.left,
        "right_id": link.right,
        "verdict": link.verdict,
        "weight": link.weight,
        "features": rows.features_json(link.features),
    }


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
        .where(t.link.c.comparison_seq.in_(newest), _both_current())
    )
    if kinds is not None:
        query = query.where(t.link.c.kind.in_(list(kinds)))
    if verdicts is not None:
        query = query.where(t.link.c.verdict.in_(list(verdicts)))
    found = {(row.id, row.step): _link(row) for row in _touching(connection, query, records)}
    return tuple(found[key] for key in sorted(found))


def linked(connection: Connection, ids: Sequence[str]) -> dict[str, Link]:
    """Links by id, of the newest version that found them."""
    query = (
        select(t.link, t.comparison.c.step)
        .join(t.comparison, t.comparison.c.seq == t.link.c.comparison_seq)
        .order_by(t.comparison.c.version)
    )
    return {
        row.id: _link(row)
        for some in sliced(ids)
        for row in connection.execute(query.where(t.link.c.id.in_(some)))
    }


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


def _link(row: Any) -> Link:
    return Link(
        row.kind,
        row.left_id,
        row.right_id,
        row.verdict,
        row.weight,
        rows.features_from(row.features),
        row.step,
    )


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
