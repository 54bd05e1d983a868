"""Appending to a ledger: whole reports, never half of one, never twice."""

import hashlib
import os
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from hudna.model.assertions import Assertion, plain
from hudna.model.errors import LedgerError
from hudna.model.filters import Shadow, date_bounds
from hudna.model.judgement import Judgement
from hudna.model.lines import Lines
from hudna.model.records import Analysis
from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.model.run import Indexed, Item, Known, Outcome, Run
from hudna.store import derived, judging, rows
from hudna.store import schema as t
from hudna.store.backend import Backend
from hudna.store.base import Compared

Row = dict[str, Any]


def this_process() -> str:
    """`host:pid` for `Run.process`."""
    return f"{socket.gethostname()}:{os.getpid()}"


@dataclass(slots=True)
class _Batch:
    """The rows one transaction will insert, table by table, and the reports it has met."""

    rows: dict[Table, list[Row]] = field(default_factory=dict)
    shadows: list[tuple[int, Shadow]] = field(default_factory=list)
    moved: list[Row] = field(default_factory=list)
    next: dict[Table, int] = field(default_factory=dict)
    reports: dict[str, int] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    sightings: set[tuple[int, str]] = field(default_factory=set)
    assertions: dict[str, int] = field(default_factory=dict)
    current: set[int] = field(default_factory=set)

    def add(self, table: Table, row: Row) -> None:
        self.rows.setdefault(table, []).append(row)

    def number(self, table: Table) -> int:
        self.next[table] += 1
        return self.next[table] - 1


class SqlWriter:
    """`Writer` over any SQL backend."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self._indexer = backend.indexer
        self._run: Run | None = None

    def begin(self, run: Run) -> None:
        """Write the run's row; runs of dead processes of this machine are marked killed on the way."""
        with self.backend.write() as connection:
            _bury_dead(connection)
            connection.execute(
                insert(t.run).values(
                    id=run.id,
                    started=run.started,
                    process=run.process,
                    arguments=rows.dumps(dict(run.arguments)),
                    versions=rows.dumps(dict(run.versions)),
                    version=run.version,
                    status=run.status,
                    tally=rows.tally_json(run.tally),
                    message="",
                )
            )
        self._run = run

    def known(self, report: str) -> bool:
        """Whether a reading of this report by the present versions is there."""
        run = self._running()
        with self.backend.read() as connection:
            return _has_reading(connection, report, run.version)

    def append(self, items: Sequence[Item]) -> tuple[tuple[Outcome, int], ...]:
        """Append in one transaction: for each item its outcome and the number of new assertions."""
        run = self._running()
        # The index is made before the lock is taken, so that other writers wait for the disk only. A report
        # that is there already is never indexed again.
        with self.backend.read() as connection:
            held = set(_numbers(connection, _reports(items)))
        shadows = [None if _report_of(item) in held else self._shadow(item) for item in items]
        with self.backend.write() as connection:
            batch = _look_up(connection, items, run)
            outcomes = tuple(
                self._one(batch, run, item, shadow) for item, shadow in zip(items, shadows, strict=True)
            )
            _write(connection, batch)
            self.backend.fulltext.add(connection, batch.shadows)
        return outcomes

    def finish(self, run: Run) -> None:
        """Fill the run's finishing columns."""
        with self.backend.write() as connection:
            connection.execute(
                update(t.run)
                .where(t.run.c.id == run.id, t.run.c.status == "running")
                .values(
                    finished=run.finished,
                    status=run.status,
                    tally=rows.tally_json(run.tally),
                    message=run.message,
                )
            )
        self._run = None

    def compared(self, step: str, batch: Sequence[Compared], before: int) -> bool:
        """Append what a step found; False where somebody else has compared since `before` was read."""
        with self.backend.write() as connection:
            return derived.append(connection, step, batch, before)

    def judge(self, judgement: Judgement) -> None:
        """Append a judgement whose author has seen the latest one on the same target."""
        with self.backend.write() as connection:
            judging.judge(connection, judgement)

    def content_hash(self) -> str:
        """Hash over the ids of what the ledger holds."""
        with self.backend.read() as connection:
            return content_hash(connection)

    def close(self) -> None:
        """Close the ledger."""
        self.backend.close()

    def __enter__(self) -> "SqlWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _running(self) -> Run:
        if self._run is None:
            raise LedgerError("nothing can be appended outside a run; call begin(run) first")
        return self._run

    def _shadow(self, item: Item) -> Shadow | None:
        if isinstance(item, Indexed):
            return item.shadow
        if isinstance(item, Analysis):
            return self._indexer.index(item.report.text, item.report.title, item.annotations)
        return None

    def _one(self, batch: _Batch, run: Run, item: Item, shadow: Shadow | None) -> tuple[Outcome, int]:
        if isinstance(item, Rejected):
            row = {"uri": item.uri, "reason": item.reason, "message": item.message}
            batch.add(t.rejected, {"seq": batch.number(t.rejected), "run_id": run.id, **row})
            return "rejected", 0
        if isinstance(item, Known):
            report, analysis = item.report, None
        else:
            analysis = item.analysis if isinstance(item, Indexed) else item
            report = analysis.report
        known = batch.reports.get(report.id)
        if analysis is None and known is None:
            raise LedgerError(f"report {report.id} was taken for known and is not there; ingest it again")
        outcome: Outcome = "same"
        fresh = 0
        if known is None and shadow is not None:
            known = self._report(batch, run, report, shadow)
            outcome = "new"
        assert known is not None
        _sight(batch, run, known, report.uri)
        if analysis is not None and report.id not in batch.read:
            fresh = self._reading(batch, run, known, analysis)
            outcome = "new" if outcome == "new" else "reread"
        return outcome, fresh

    def _report(self, batch: _Batch, run: Run, report: Report, shadow: Shadow) -> int:
        seq = batch.number(t.report)
        batch.reports[report.id] = seq
        row = {
            "seq": seq,
            "id": report.id,
            "uri": report.uri,
            "publisher": report.publisher,
            "publisher_key": self._indexer.fold(report.publisher).strip() if report.publisher else None,
            "metadata_date": report.metadata_date,
            "text": report.text,
            "text_sha256": report.text_sha256,
            "length": len(report.text),
            "run_id": run.id,
        }
        batch.add(t.report, row)
        batch.shadows.append((seq, shadow))
        return seq

    def _reading(self, batch: _Batch, run: Run, report_seq: int, analysis: Analysis) -> int:
        seq = batch.number(t.reading)
        batch.read.add(analysis.report.id)
        found = {a.id: a for a in rows.every(analysis.assertions)}
        batch.add(t.reading, _reading_row(seq, report_seq, run, analysis, found.values()))
        if report_seq in batch.current:
            batch.moved.append({"at": report_seq, "to": seq})
        else:
            batch.add(t.current_reading, {"report_seq": report_seq, "reading_seq": seq})
            batch.current.add(report_seq)
        lines = Lines(analysis.report.text)
        fresh = 0
        for position, (identity, item) in enumerate(found.items()):
            number = batch.assertions.get(identity)
            if number is None:
                number = batch.assertions[identity] = batch.number(t.assertion)
                self._assertion(batch, run, report_seq, number, identity, item, analysis.report.text, lines)
                fresh += 1
            link = {"reading_seq": seq, "assertion_seq": number, "position": position}
            batch.add(t.reading_assertion, link)
        return fresh

    def _assertion(
        self,
        batch: _Batch,
        run: Run,
        report_seq: int,
        seq: int,
        identity: str,
        item: Assertion,
        text: str,
        lines: Lines,
    ) -> None:
        fold = self._indexer.fold
        line, column = lines.at(item.start)
        kind, mode, status = rows.type_of(item)
        date, (first, last) = rows.dates_of(item)
        place = getattr(item, "place", None)
        row = {
            "seq": seq,
            "id": identity,
            "report_seq": report_seq,
            "run_id": run.id,
            "kind": item.KIND,
            "start": item.start,
            "end": item.end,
            "line": line,
            "col": column,
            "words": text[item.start : item.end],
            "type": kind,
            "mode": mode,
            "status": status,
            "said_by": getattr(item, "said_by", None),
            "date": date,
            "date_from": first,
            "date_to": last,
            "date_sort": first or last or rows.UNDATED,
            "place_entity": place.entity if place else None,
            "place_names": rows.names_key(fold, place.text, place.name_ar, place.name_en) if place else None,
            "body": rows.body_json(item),
            "step": item.step,
            "score": item.score,
            "reason": item.reason,
        }
        batch.add(t.assertion, row)
        for position, (role, actor) in enumerate(rows.actors_of(item)):
            who = {"role": role, "entity": actor.entity, "code": actor.code}
            names = rows.names_key(fold, actor.text, actor.name_ar, actor.name_en)
            batch.add(t.assertion_actor, {"assertion_seq": seq, "position": position, **who, "names": names})


def _reading_row(seq: int, report_seq: int, run: Run, analysis: Analysis, found: Iterable[Assertion]) -> Row:
    report, published = analysis.report, analysis.report.published
    first, last = date_bounds(published.date)
    stated = published.start is not None and published.end is not None
    counts: dict[str, int] = {}
    for item in found:
        counts[item.KIND] = counts.get(item.KIND, 0) + 1
    return {
        "seq": seq,
        "report_seq": report_seq,
        "run_id": run.id,
        "version": run.version,
        "title": report.title,
        "author": report.author,
        "language": report.language,
        **{f"published_{name}": value for name, value in plain(published).items()},
        "published_from": first,
        "published_to": last,
        "published_words": report.text[published.start : published.end] if stated else None,
        "counts": rows.dumps(counts),
        "notes": rows.notes_json(analysis.annotations),
    }


def _sight(batch: _Batch, run: Run, report_seq: int, uri: str) -> None:
    if (report_seq, uri) not in batch.sightings:
        batch.sightings.add((report_seq, uri))
        batch.add(t.sighting, {"report_seq": report_seq, "uri": uri, "run_id": run.id})


def _report_of(item: Item) -> str | None:
    if isinstance(item, Rejected):
        return None
    return (item.analysis if isinstance(item, Indexed) else item).report.id


def _reports(items: Sequence[Item]) -> set[str]:
    return {identity for item in items if (identity := _report_of(item)) is not None}


def _numbers(connection: Connection, reports: set[str]) -> dict[str, int]:
    """The `seq` of those of the reports that are there."""
    query = select(t.report.c.id, t.report.c.seq).where(t.report.c.id.in_(reports))
    return {row.id: row.seq for row in connection.execute(query)}


def _look_up(connection: Connection, items: Sequence[Item], run: Run) -> _Batch:
    """What the ledger already has of the items, and the next free numbers."""
    batch = _Batch()
    for table in (t.report, t.reading, t.assertion, t.rejected):
        batch.next[table] = (connection.scalar(select(func.max(table.c.seq))) or 0) + 1
    batch.reports = _numbers(connection, _reports(items))
    if not batch.reports:
        return batch
    numbers = set(batch.reports.values())
    names = {seq: identity for identity, seq in batch.reports.items()}
    readings = select(t.reading.c.report_seq).where(
        t.reading.c.report_seq.in_(numbers), t.reading.c.version == run.version
    )
    batch.read = {names[seq] for (seq,) in connection.execute(readings)}
    met = select(t.sighting.c.report_seq, t.sighting.c.uri).where(t.sighting.c.report_seq.in_(numbers))
    batch.sightings = {(seq, uri) for seq, uri in connection.execute(met)}
    held = select(t.current_reading.c.report_seq).where(t.current_reading.c.report_seq.in_(numbers))
    batch.current = {seq for (seq,) in connection.execute(held)}
    unread = numbers - {batch.reports[identity] for identity in batch.read}
    if unread:
        said = select(t.assertion.c.id, t.assertion.c.seq).where(t.assertion.c.report_seq.in_(unread))
        batch.assertions = {row.id: row.seq for row in connection.execute(said)}
    return batch


def _write(connection: Connection, batch: _Batch) -> None:
    for table in t.metadata.sorted_tables:
        if batch.rows.get(table):
            connection.execute(insert(table), batch.rows[table])
    for row in batch.moved:
        connection.execute(
            update(t.current_reading)
            .where(t.current_reading.c.report_seq == row["at"])
            .values(reading_seq=row["to"])
        )


def _has_reading(connection: Connection, report: str, version: str) -> bool:
    query = (
        select(t.reading.c.seq)
        .join(t.report, t.report.c.seq == t.reading.c.report_seq)
        .where(t.report.c.id == report, t.reading.c.version == version)
    )
    return connection.scalar(query) is not None


def _bury_dead(connection: Connection) -> None:
    host = this_process().rpartition(":")[0]
    running = select(t.run.c.id, t.run.c.process).where(t.run.c.status == "running")
    for identity, process in connection.execute(running).all():
        where, _, pid = process.rpartition(":")
        if where == host and pid.isdigit() and not _alive(int(pid)):
            message = "the process ended without a word; what it had written is whole"
            connection.execute(
                update(t.run).where(t.run.c.id == identity).values(status="killed", message=message)
            )


def _alive(pid: int) -> bool:
    if pid == os.getpid():
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is there and belongs to somebody else
        return True
    return True


def content_hash(connection: Connection) -> str:
    """SHA-256 over the sorted ids of all reports, assertions, judgements and links, one a line."""
    digest = hashlib.sha256()
    for table in (t.report, t.assertion, t.judgement):
        digest.update(f"{table.name}\n".encode())
        query = select(table.c.id).order_by(table.c.id).execution_options(yield_per=5000)
        for (identity,) in connection.execute(query):
            digest.update(f"{identity}\n".encode())
    digest.update(b"link\n")
    for line in derived.link_lines(connection):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()
