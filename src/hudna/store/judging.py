"""Judgements, appended one after another: whoever has not seen the latest one is refused."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, exists, func, insert, or_, select

from hudna.model.errors import LedgerError
from hudna.model.judgement import Judgement
from hudna.store import schema as t
from hudna.store.derived import sliced


def judge(connection: Connection, judgement: Judgement) -> None:
    """Append a judgement; LedgerError where its records are gone or a later judgement stands."""
    for record in filter(None, (judgement.target, judgement.other)):
        _expect(connection, record, judgement.act)
    _expect_unseen(connection, judgement)
    number = (connection.scalar(select(func.max(t.judgement.c.seq))) or 0) + 1
    connection.execute(
        insert(t.judgement).values(
            seq=number,
            id=judgement.id,
            act=judgement.act,
            target=judgement.target,
            other=judgement.other or "",
            supersedes=judgement.supersedes or "",
            field=judgement.field,
            value=judgement.value,
            comment=judgement.comment,
            author=judgement.user,
            at=judgement.at,
        )
    )


def _expect(connection: Connection, record: str, act: str) -> None:
    """The record is there and still said."""
    if act == "settle":
        if connection.scalar(select(t.link.c.id).where(t.link.c.id == record).limit(1)) is None:
            raise LedgerError(
                f"there is no contradiction {record} to settle; list them: hudna contradictions"
            )
        return
    if connection.scalar(select(t.report.c.seq).where(t.report.c.id == record)) is not None:
        return
    found = select(t.assertion.c.seq, t.report.c.id).join(
        t.report, t.report.c.seq == t.assertion.c.report_seq
    )
    row = connection.execute(found.where(t.assertion.c.id == record)).one_or_none()
    if row is None:
        raise LedgerError(f"there is no record {record} in this ledger; give an id as the lists show it")
    said = exists().where(
        t.reading_assertion.c.assertion_seq == row.seq,
        t.current_reading.c.reading_seq == t.reading_assertion.c.reading_seq,
    )
    if not connection.scalar(select(said)):
        raise LedgerError(
            f"record {record} is gone: a newer reading of its report no longer says it. Nothing was written; "
            f"judge what is read now: hudna show {row.id[:8]}"
        )


def _expect_unseen(connection: Connection, judgement: Judgement) -> None:
    """No judgement on the same target stands that the author has not seen."""
    j = t.judgement.c
    query = (
        select(t.judgement)
        .where(j.target == judgement.target, j.other == (judgement.other or ""))
        .order_by(j.seq.desc())
        .limit(1)
    )
    latest = connection.execute(query).one_or_none()
    if latest is not None and latest.id != judgement.supersedes:
        raise LedgerError(
            f"{latest.author} has judged this record since you looked at it ({latest.act} at {latest.at}: "
            f"«{latest.comment}»). Nothing was written: look again, and judge what stands now with --seen "
            f"{latest.id[:8]}"
        )
    if latest is None and judgement.supersedes:
        raise LedgerError(f"there is no judgement {judgement.supersedes} on this record to supersede")


def judgements(connection: Connection, targets: Sequence[str] | None) -> tuple[Judgement, ...]:
    """Judgements that name these ids, oldest first."""
    query = select(t.judgement)
    if targets is None:
        found = list(connection.execute(query))
    else:
        found = [
            row
            for some in sliced(targets)
            for row in connection.execute(
                query.where(or_(t.judgement.c.target.in_(some), t.judgement.c.other.in_(some)))
            )
        ]
    distinct = {row.seq: row for row in found}
    return tuple(_judgement(distinct[seq]) for seq in sorted(distinct))


def _judgement(row: Any) -> Judgement:
    return Judgement(
        act=row.act,
        target=row.target,
        comment=row.comment,
        user=row.author,
        at=row.at,
        other=row.other or None,
        field=row.field,
        value=row.value,
        supersedes=row.supersedes or None,
    )
