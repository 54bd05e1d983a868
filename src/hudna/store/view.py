"""The one read surface over any SQL backend."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Connection, FromClause, Select, func, select

from hudna.model.annotations import Credit, Span
from hudna.model.assertions import AgreementMention, Assertion, Event, Figure, Statement
from hudna.model.errors import LedgerError
from hudna.model.filters import ALL, Filter, Query
from hudna.model.judgement import Judgement
from hudna.model.lines import Lines
from hudna.model.links import Link, LinkKind, Verdict
from hudna.model.records import Analysis
from hudna.model.report import Published, Report
from hudna.model.rows import Document, ReportRow, Row
from hudna.model.run import Run
from hudna.store import conditions, derived, judging, rows
from hudna.store import schema as t
from hudna.store.backend import Backend
from hudna.store.base import Counts, Dossier, Hit, Pending, Reading, RejectedRow
from hudna.store.writer import content_hash

_HEX = re.compile(r"[0-9a-f]{4,24}")
_AROUND = 90
"""Characters of a snippet before and after the first word found."""
_MOST_CLAUSES = 64
_PUBLISHED = [t.reading.c[f"published_{name}"] for name in ("date", "basis", "start", "end", "how", "words")]
_REPORT = [
    t.report.c.seq, t.report.c.id, t.report.c.uri, t.report.c.publisher, t.report.c.metadata_date,
    t.report.c.text_sha256, t.report.c.length, t.reading.c.seq.label("reading_seq"), t.reading.c.run_id,
    t.reading.c.title, t.reading.c.author, t.reading.c.language, t.reading.c.counts, *_PUBLISHED,
]  # fmt: skip
_ASSERTION = [
    t.assertion.c[name]
    for name in ("id", "kind", "start", "end", "line", "col", "words", "body", "step", "score", "reason")
]
_CONTEXT = [
    t.report.c.id.label("report"), t.report.c.uri, t.report.c.publisher, t.reading.c.title, *_PUBLISHED,
]  # fmt: skip


class SqlView:
    """`View` over any SQL backend."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self._fold = backend.indexer.fold

    def reports(self, filter: Filter = ALL) -> tuple[ReportRow, ...]:
        """Reports by publication date, undated last."""
        query = self._reports(filter).order_by(
            t.reading.c.published_from.asc().nulls_last(),
            t.reading.c.published_date,
            t.report.c.uri,
            t.report.c.id,
        )
        with self.backend.read() as connection:
            return tuple(_report_row(row) for row in connection.execute(_page(query, filter)))

    def timeline(self, filter: Filter = ALL) -> tuple[Row[Event], ...]:
        """Events by date, undated last."""
        return cast(tuple[Row[Event], ...], self._dated("event", filter))

    def figures(self, filter: Filter = ALL) -> tuple[Row[Figure], ...]:
        """Figures by the beginning of their scope, undated last."""
        return cast(tuple[Row[Figure], ...], self._dated("figure", filter))

    def agreements(self, filter: Filter = ALL) -> tuple[Row[AgreementMention], ...]:
        """Mentions of agreements by date, undated last."""
        return cast(tuple[Row[AgreementMention], ...], self._dated("agreement", filter))

    def statements(self, filter: Filter = ALL) -> tuple[Row[Statement], ...]:
        """Statements by date, undated last."""
        return cast(tuple[Row[Statement], ...], self._dated("statement", filter))

    def assertions(self, filter: Filter = ALL) -> Iterator[Row[Assertion]]:
        """All kinds in one stream, report by report in order of the text."""
        query = self._assertions(filter).order_by(t.report.c.id, *_BY_TEXT)
        with self.backend.read() as connection:
            streaming = connection.execution_options(yield_per=500)
            for row in streaming.execute(_page(query, filter)):
                yield _row(row)

    def search(self, words: str, filter: Filter = ALL) -> tuple[Hit, ...]:
        """Reports that hold the words, best first."""
        asked = self.backend.indexer.query(words)
        if not asked.clauses:
            raise LedgerError(f"a search expects at least one word or number; got «{words}»")
        if len(asked.clauses) > _MOST_CLAUSES:
            raise LedgerError(f"a search takes up to {_MOST_CLAUSES} words; got {len(asked.clauses)}")
        hits = self.backend.fulltext.matches(asked)
        query = (
            self._reports(filter)
            .join(hits, hits.c.seq == t.report.c.seq)
            .add_columns(hits.c.score, t.report.c.text, t.reading.c.notes)
            .order_by(hits.c.score.desc(), t.reading.c.published_from.desc(), t.report.c.id)
        )
        with self.backend.read() as connection:
            return tuple(self._hit(row, asked) for row in connection.execute(_page(query, filter)))

    def report(self, key: str) -> Dossier:
        """A report by id, beginning of its id or address."""
        with self.backend.read() as connection:
            seq = _find(connection, t.report, key, "report", by_uri=True)
            query = select(*_REPORT, t.report.c.text, t.reading.c.notes).select_from(_READ)
            row = connection.execute(query.where(t.report.c.seq == seq)).one()
            said = self._assertions(ALL).add_columns(t.reading_assertion.c.position)
            placed = connection.execute(said.where(t.report.c.seq == seq).order_by(*_BY_TEXT)).all()
            found = tuple(_row(r) for r in placed)
            as_read = sorted(range(len(found)), key=lambda i: placed[i].position)
            uris = select(t.sighting.c.uri).where(t.sighting.c.report_seq == seq).order_by(t.sighting.c.uri)
            return Dossier(
                report=_report_row(row),
                analysis=_analysis(row, [found[i].assertion for i in as_read]),
                rows=found,
                readings=_readings(connection, seq, row.reading_seq),
                uris=tuple(uri for (uri,) in connection.execute(uris)),
            )

    def assertion(self, key: str) -> Row[Assertion]:
        """An assertion by id or its beginning, current or not."""
        with self.backend.read() as connection:
            seq = _find(connection, t.assertion, key, "assertion")
            known = select(t.reading_assertion.c.assertion_seq).join(
                t.current_reading, t.current_reading.c.reading_seq == t.reading_assertion.c.reading_seq
            )
            current = connection.scalar(known.where(t.reading_assertion.c.assertion_seq == seq)) is not None
            query = (
                select(*_ASSERTION, *_CONTEXT, t.assertion.c.run_id)
                .select_from(_READ)
                .join(t.assertion, t.assertion.c.report_seq == t.report.c.seq)
            )
            row = connection.execute(query.where(t.assertion.c.seq == seq)).one()
            return _row(row, current=current)

    def link(self, key: str) -> Link:
        """A link by id or its beginning."""
        with self.backend.read() as connection:
            ids = derived.links_beginning(connection, key) if _HEX.fullmatch(key) else []
            return derived.linked(connection, [_only(ids, key, "comparison", _ID)])[ids[0]]

    def runs(self) -> tuple[Run, ...]:
        """Every run, latest first."""
        query = select(t.run).order_by(t.run.c.started.desc(), t.run.c.id)
        with self.backend.read() as connection:
            return tuple(_run(row) for row in connection.execute(query))

    def rejected(self, run: str | None = None) -> tuple[RejectedRow, ...]:
        """Rejected inputs of one run or of all, in order of time."""
        columns = (t.rejected.c.run_id, t.rejected.c.uri, t.rejected.c.reason, t.rejected.c.message)
        query = select(*columns).order_by(t.rejected.c.seq)
        if run is not None:
            query = query.where(t.rejected.c.run_id.startswith(run, autoescape=True))
        with self.backend.read() as connection:
            return tuple(RejectedRow(*row) for row in connection.execute(query))

    def counts(self, filter: Filter = ALL) -> Counts:
        """How much there is under a filter."""
        said = self._assertions(filter).subquery()
        per_kind = select(said.c.kind, func.count()).group_by(said.c.kind)
        undated = per_kind.where(said.c.date_from.is_(None), said.c.date_to.is_(None))
        reports = select(func.count()).select_from(self._reports(filter).subquery())
        with self.backend.read() as connection:
            return Counts(
                reports=connection.scalar(reports) or 0,
                assertions=_pairs(connection, per_kind),
                undated=_pairs(connection, undated),
                rejected=_pairs(connection, _by(t.rejected.c.reason)),
                runs=_pairs(connection, _by(t.run.c.status)),
            )

    def rows(self, ids: Sequence[str]) -> tuple[Row[Assertion], ...]:
        """Assertions by id, in the order asked for."""
        now = t.reading_assertion.c.reading_seq.label("said_now")
        query = (
            select(*_ASSERTION, *_CONTEXT, t.assertion.c.run_id, now)
            .select_from(_READ)
            .join(t.assertion, t.assertion.c.report_seq == t.report.c.seq)
            .outerjoin(
                t.reading_assertion,
                (t.reading_assertion.c.assertion_seq == t.assertion.c.seq)
                & (t.reading_assertion.c.reading_seq == t.reading.c.seq),
            )
        )
        found: dict[str, Row[Assertion]] = {}
        with self.backend.read() as connection:
            for some in derived.sliced(ids):
                for row in connection.execute(query.where(t.assertion.c.id.in_(some))):
                    found[row.id] = _row(row, current=row.said_now is not None)
        return tuple(found[identity] for identity in ids if identity in found)

    def documents(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """Reports by id with their texts, in the order asked for."""
        query = select(*_REPORT, t.report.c.text, t.reading.c.notes).select_from(_READ)
        found: dict[str, Document] = {}
        with self.backend.read() as connection:
            for some in derived.sliced(ids):
                for row in connection.execute(query.where(t.report.c.id.in_(some))):
                    found[row.id] = Document(_report_row(row), row.text, rows.layout_from(row.notes))
        return tuple(found[identity] for identity in ids if identity in found)

    def credits(self, ids: Sequence[str]) -> Mapping[str, tuple[Credit, ...]]:
        """Whom reports are from, by report."""
        query = select(t.report.c.id, t.reading.c.notes).select_from(_READ)
        query = query.where(t.reading.c.notes.startswith(rows.CREDITED, autoescape=True))
        with self.backend.read() as connection:
            return {
                row.id: rows.credits_from(row.notes)
                for some in derived.sliced(ids)
                for row in connection.execute(query.where(t.report.c.id.in_(some)))
            }

    def texts(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Texts as published by report."""
        query = select(t.report.c.id, t.report.c.text)
        with self.backend.read() as connection:
            return {
                row.id: row.text
                for some in derived.sliced(ids)
                for row in connection.execute(query.where(t.report.c.id.in_(some)))
            }

    def uncompared(self, step: str, limit: int) -> tuple[Pending, ...]:
        """Current readings that a step has not compared, oldest first."""
        with self.backend.read() as connection:
            return derived.uncompared(connection, step, limit)

    def said(self, readings: Sequence[int], kinds: Sequence[str]) -> tuple[Row[Assertion], ...]:
        """Assertions of some kinds in readings, by reading and position."""
        order = (t.reading_assertion.c.reading_seq, t.reading_assertion.c.position)
        query = (
            select(*_ROW)
            .select_from(_SPOKEN)
            .where(t.reading.c.seq.in_(readings))
            .where(_KIND.in_(kinds))
            .order_by(*order)
        )
        with self.backend.read() as connection:
            return tuple(_row(row) for row in connection.execute(query))

    def of_reports(self, reports: Sequence[str], kinds: Sequence[str]) -> tuple[Row[Assertion], ...]:
        """Assertions of some kinds in the current readings of reports, by report and position."""
        query = (
            select(*_ROW)
            .select_from(_SAID)
            .where(_KIND.in_(kinds))
            .order_by(t.report.c.id, t.reading_assertion.c.position)
        )
        with self.backend.read() as connection:
            return tuple(
                _row(row)
                for some in derived.sliced(reports)
                for row in connection.execute(query.where(t.report.c.id.in_(some)))
            )

    def compared_by(self, step: str) -> int:
        """How many readings a step has compared."""
        with self.backend.read() as connection:
            return derived.compared_by(connection, step)

    def blocked(self, step: str, keys: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """The records a step has put under each key, sorted."""
        with self.backend.read() as connection:
            return derived.blocked(connection, step, keys)

    def links(
        self,
        kinds: Sequence[LinkKind] | None = None,
        records: Sequence[str] | None = None,
        verdicts: Sequence[Verdict] | None = None,
    ) -> tuple[Link, ...]:
        """Links between current records, of the newest version of each comparison, by id."""
        with self.backend.read() as connection:
            return derived.links(connection, kinds, records, verdicts)

    def linked(self, ids: Sequence[str]) -> Mapping[str, Link]:
        """Links by id, of the newest version that found them."""
        with self.backend.read() as connection:
            return derived.linked(connection, ids)

    def judgements(self, targets: Sequence[str] | None = None) -> tuple[Judgement, ...]:
        """Judgements that name these ids, oldest first."""
        with self.backend.read() as connection:
            return judging.judgements(connection, targets)

    def content_hash(self) -> str:
        """Hash over the ids of what the ledger holds."""
        with self.backend.read() as connection:
            return content_hash(connection)

    def close(self) -> None:
        """Close the ledger."""
        self.backend.close()

    def __enter__(self) -> "SqlView":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _assertions(self, filter: Filter) -> Select[Any]:
        """Current assertions under a filter, with their report."""
        return self._where(select(*_ROW), filter)

    def _where(self, columns: Select[Any], filter: Filter) -> Select[Any]:
        a = t.assertion
        return (
            columns.select_from(_SAID)
            .where(*conditions.of_record(filter, self._fold, a))
            .where(*conditions.of_dates(filter, a.c.date_from, a.c.date_to))
            .where(*conditions.of_report(filter, self._fold))
        )

    def _dated(self, kind: str, filter: Filter) -> tuple[Row[Assertion], ...]:
        order = (*_BY_DATE, t.report.c.id, *_BY_TEXT)
        query = self._assertions(filter).where(t.assertion.c.kind == kind).order_by(*order)
        if filter.limit is not None or filter.offset:
            # Sorting numbers and fetching a page by them is many times faster than sorting whole rows.
            page = self._where(select(t.assertion.c.seq), filter).where(t.assertion.c.kind == kind)
            chosen = _page(page.order_by(*order), filter)
            query = select(*_ROW).select_from(_SAID).where(t.assertion.c.seq.in_(chosen)).order_by(*order)
        with self.backend.read() as connection:
            return tuple(_row(row) for row in connection.execute(query))

    def _reports(self, filter: Filter) -> Select[Any]:
        query = (
            select(*_REPORT)
            .select_from(_READ)
            .where(*conditions.of_report(filter, self._fold))
            .where(*conditions.of_dates(filter, t.reading.c.published_from, t.reading.c.published_to))
        )
        if conditions.asks_records(filter):
            said = (
                select(t.reading_assertion.c.reading_seq)
                .join(t.assertion, t.assertion.c.seq == t.reading_assertion.c.assertion_seq)
                .where(*conditions.of_record(filter, self._fold, t.assertion))
            )
            query = query.where(t.reading.c.seq.in_(said))
        return query

    def _hit(self, row: Any, asked: Query) -> Hit:
        text: str = row.text
        show = self.backend.indexer.highlight
        marks = tuple(show(text, asked, rows.layout_from(row.notes))) if asked.positive else ()
        first = marks[0] if marks else Span(0, 0)
        start, end = _snippet(text, first)
        line = Lines(text).number(first.start)
        return Hit(_report_row(row), row.score, text[start:end], start, line, marks)


_READ: FromClause = t.report.join(t.current_reading, t.current_reading.c.report_seq == t.report.c.seq).join(
    t.reading, t.reading.c.seq == t.current_reading.c.reading_seq
)
_SAID: FromClause = _READ.join(
    t.reading_assertion, t.reading_assertion.c.reading_seq == t.reading.c.seq
).join(t.assertion, t.assertion.c.seq == t.reading_assertion.c.assertion_seq)
_SPOKEN: FromClause = (
    t.report.join(t.reading, t.reading.c.report_seq == t.report.c.seq)
    .join(t.reading_assertion, t.reading_assertion.c.reading_seq == t.reading.c.seq)
    .join(t.assertion, t.assertion.c.seq == t.reading_assertion.c.assertion_seq)
)
"""As `_SAID`, of every reading and not the current one alone."""
_ROW = [*_ASSERTION, *_CONTEXT, t.reading.c.run_id, t.assertion.c.date_from, t.assertion.c.date_to]
_KIND = t.assertion.c.kind.concat("")
"""The kind without its index, by which every event of the ledger would be read for a few reports."""
_BY_DATE = (t.assertion.c.date_sort, t.assertion.c.date)
_BY_TEXT = (t.assertion.c.start, t.assertion.c.end, t.assertion.c.kind, t.assertion.c.id)


def _page(query: Select[Any], filter: Filter) -> Select[Any]:
    if filter.limit is not None:
        query = query.limit(filter.limit)
    return query.offset(filter.offset) if filter.offset else query


def _by(column: Any) -> Select[Any]:
    return select(column, func.count()).group_by(column)


def _pairs(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in sorted(connection.execute(query).all())}


def _published(row: Any) -> Published:
    return Published(
        row.published_date, row.published_basis, row.published_start, row.published_end, row.published_how
    )


def _report_row(row: Any) -> ReportRow:
    return ReportRow(
        id=row.id,
        uri=row.uri,
        publisher=row.publisher,
        title=row.title,
        author=row.author,
        language=row.language,
        metadata_date=row.metadata_date,
        text_sha256=row.text_sha256,
        published=_published(row),
        published_words=row.published_words,
        length=row.length,
        run=row.run_id,
        counts=json.loads(row.counts),
    )


def _row(row: Any, current: bool = True) -> Row[Assertion]:
    columns = {name: getattr(row, name) for name in ("report", "start", "end", "step", "score", "reason")}
    return Row(
        id=row.id,
        assertion=rows.assertion_from(row.kind, row.body, columns),
        words=row.words,
        line=row.line,
        column=row.col,
        report=row.report,
        uri=row.uri,
        publisher=row.publisher,
        title=row.title,
        published=_published(row),
        run=row.run_id,
        current=current,
    )


def _analysis(row: Any, found: list[Assertion]) -> Analysis:
    report = Report(
        uri=row.uri,
        text=row.text,
        publisher=row.publisher,
        title=row.title,
        author=row.author,
        language=row.language,
        published=_published(row),
        metadata_date=row.metadata_date,
    )
    return Analysis(report, rows.notes_from(row.notes), rows.gather(found))


def _readings(connection: Connection, report_seq: int, current: int) -> tuple[Reading, ...]:
    query = (
        select(t.reading.c.seq, t.reading.c.run_id, t.reading.c.version, t.run.c.started, t.reading.c.counts)
        .join(t.run, t.run.c.id == t.reading.c.run_id)
        .where(t.reading.c.report_seq == report_seq)
        .order_by(t.reading.c.seq)
    )
    return tuple(
        Reading(r.run_id, r.version, r.started, sum(json.loads(r.counts).values()), r.seq == current, r.seq)
        for r in connection.execute(query)
    )


def _run(row: Any) -> Run:
    return Run(
        id=row.id,
        started=row.started,
        arguments=json.loads(row.arguments),
        versions=json.loads(row.versions),
        process=row.process,
        finished=row.finished,
        status=row.status,
        tally=rows.tally_from(row.tally),
        message=row.message,
    )


def _find(connection: Connection, table: Any, key: str, what: str, by_uri: bool = False) -> int:
    """The `seq` a key answers to; raises LedgerError where none or several do."""
    found: list[Any] = []
    if _HEX.fullmatch(key):
        match = table.c.id.startswith(key, autoescape=True)
        found = list(connection.execute(select(table.c.seq, table.c.id).where(match).limit(6)))
    if not found and by_uri:
        met = select(table.c.seq, table.c.id).join(t.sighting, t.sighting.c.report_seq == table.c.seq)
        found = list(connection.execute(met.where(t.sighting.c.uri == key).limit(6)))
    _only([identity for _, identity in found], key, what, _ID_OR_ADDRESS if by_uri else _ID)
    return int(found[0][0])


_ID = "an id or its first 4"
_ID_OR_ADDRESS = "an id, the first 4 or more digits of one, or an address"


def _only(ids: Sequence[str], key: str, what: str, expected: str) -> str:
    """The one id a key answers to."""
    if not ids:
        raise LedgerError(f"no {what} answers to «{key}»; expected {expected} as the lists show them")
    if len(ids) > 1:
        found = ", ".join(ids[:5])
        raise LedgerError(f"several {what}s answer to «{key}»: {found}; write more of the id")
    return ids[0]


def _snippet(text: str, first: Span) -> tuple[int, int]:
    """Bounds of the words around a span, cut at blanks and inside its line."""
    low = max(text.rfind("\n", 0, first.start) + 1, first.start - _AROUND)
    end = text.find("\n", first.end)
    high = min(len(text) if end < 0 else end, first.end + _AROUND)
    if low > 0 and not text[low - 1].isspace():
        blank = text.find(" ", low, first.start)
        low = blank + 1 if blank >= 0 else low
    if high < len(text) and not text[high].isspace():
        blank = text.rfind(" ", first.end, high)
        high = blank if blank >= 0 else high
    return low, high
