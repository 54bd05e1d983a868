"""What a ledger can do, whatever it is kept in: `Writer` appends, `View` is the one read surface.

Nothing here knows SQL. Rows are frozen; a row carries the assertion with everything needed to show where it
stands: the report's address, the words as published, line number and offset.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hudna.model.annotations import Annotations, Credit, Span
from hudna.model.assertions import AgreementMention, Assertion, Event, Figure, Statement
from hudna.model.errors import LedgerError
from hudna.model.filters import ALL, Filter, Query, Shadow
from hudna.model.judgement import Judgement
from hudna.model.links import Link, LinkKind, Verdict
from hudna.model.records import Analysis
from hudna.model.rows import Document, ReportRow, Row
from hudna.model.run import Item, Outcome, Run


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a report: by which run, with which versions (hash), how many assertions; `number` is the
    ledger's own for it."""

    run: str
    version: str
    read: str
    assertions: int
    current: bool
    number: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report with everything the ledger holds of it: current analysis, its rows in order of the text,
    every reading so far and every address it was met at."""

    report: ReportRow
    analysis: Analysis
    rows: tuple[Row[Assertion], ...]
    readings: tuple[Reading, ...]
    uris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found. `score` grows with the fit.

    `snippet` is a stretch of the text as published around the first match, `start` its offset; `marks` are
    the matched words as offsets into the whole text, `line` the line of the first (from 1). A match in a
    title that stands beside the text has no marks and shows the beginning of the text.
    """

    report: ReportRow
    score: float
    snippet: str
    start: int
    line: int
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """An input that gave no report, and the run that met it."""

    run: str
    uri: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What the ledger holds under a filter: reports, current assertions by kind, of these how many have no
    date; rejected inputs by reason (of the whole ledger), runs by status."""

    reports: int
    assertions: Mapping[str, int]
    undated: Mapping[str, int]
    rejected: Mapping[str, int]
    runs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Pending:
    """A current reading that a step has not compared yet: the ledger's number for it, and the report's id."""

    reading: int
    report: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing one reading gave: the keys of each of its records (by id), and the links found."""

    pending: Pending
    keys: Mapping[str, tuple[str, ...]]
    links: tuple[Link, ...]


class UnstorableError(LedgerError):
    """The ledger works, but one of the items appended breaks its rules."""


class Indexer(Protocol):
    """The language side of the index; `hudna.text.index.ArabicIndexer` is one."""

    def fold(self, text: str) -> str:
        """Names folded for comparing: spelling variants give the same string."""
        ...

    def index(self, text: str, title: str | None = None, notes: Annotations | None = None) -> Shadow:
        """What to index of a report: its words outside the furniture, broken-up ones as `notes` restore
        them."""
        ...

    def query(self, words: str) -> Query:
        """A user's words as clauses; never fails, may be empty."""
        ...

    def highlight(self, text: str, query: Query, notes: Annotations | None = None) -> list[Span]:
        """Published spans of the words of `text` that a positive clause matches, in order; of the notes,
        segments and restorations are needed."""
        ...


class Writer(Protocol):
    """Appends to a ledger. Every method raises LedgerError with what to do when the ledger refuses."""

    def begin(self, run: Run) -> None:
        """Write the run's row; appending belongs to this run until `finish`."""
        ...

    def known(self, report: str) -> bool:
        """Whether the ledger has a reading of this report by the versions of the present run."""
        ...

    def append(self, items: Sequence[Item]) -> tuple[tuple[Outcome, int], ...]:
        """Append in one transaction: for each item its outcome and how many assertions were new.

        Raises UnstorableError where an item is to blame; then nothing of the batch is written.
        """
        ...

    def finish(self, run: Run) -> None:
        """Fill the run's finishing columns from `run`."""
        ...

    def compared(self, step: str, batch: Sequence[Compared], before: int) -> bool:
        """Append what a step («events/1») found, with the marks that it did, in one transaction; no run is
        needed.

        The readings are those that wait the longest, as `View.uncompared` gives them, and `before` is
        `View.compared_by(step)` as it was before the candidates were looked up. False, and nothing written,
        where another process has marked or replaced readings since: look up and compare again.
        """
        ...

    def judge(self, judgement: Judgement) -> None:
        """Append a judgement; LedgerError where its record is gone or its author has not seen the latest
        judgement on it."""
        ...

    def content_hash(self) -> str:
        """Hash over the sorted ids of reports, assertions and judgements, and over the links with verdict and
        step: equal ledgers hold equal content."""
        ...

    def close(self) -> None:
        """Leave the ledger as one file."""
        ...


class View(Protocol):
    """Reads a ledger. Sequences are ordered, `limit` and `offset` of the filter cut them; only current
    readings are seen unless said otherwise."""

    def reports(self, filter: Filter = ALL) -> tuple[ReportRow, ...]:
        """Reports by publication date, undated last."""
        ...

    def timeline(self, filter: Filter = ALL) -> tuple[Row[Event], ...]:
        """Events by date, undated last."""
        ...

    def figures(self, filter: Filter = ALL) -> tuple[Row[Figure], ...]:
        """Figures by the beginning of their scope, undated last."""
        ...

    def agreements(self, filter: Filter = ALL) -> tuple[Row[AgreementMention], ...]:
        """Mentions of agreements by date, undated last."""
        ...

    def statements(self, filter: Filter = ALL) -> tuple[Row[Statement], ...]:
        """Statements by date, undated last."""
        ...

    def assertions(self, filter: Filter = ALL) -> Iterator[Row[Assertion]]:
        """All kinds in one stream, report by report in order of the text; memory stays flat."""
        ...

    def search(self, words: str, filter: Filter = ALL) -> tuple[Hit, ...]:
        """Reports that hold the words, best first.

        All words must occur; «…» or "…" makes a phrase, `*` ends a beginning, `-` before a word excludes.
        Raises LedgerError where there is nothing to look for.
        """
        ...

    def report(self, key: str) -> Dossier:
        """A report by id, the beginning of its id (4 digits or more) or its address; LedgerError where none
        or several answer to it."""
        ...

    def assertion(self, key: str) -> Row[Assertion]:
        """An assertion by id or its beginning, current or not."""
        ...

    def link(self, key: str) -> Link:
        """A link by id or its beginning, by the newest version that found it; its ends may be current or
        not."""
        ...

    def runs(self) -> tuple[Run, ...]:
        """Every run, latest first."""
        ...

    def rejected(self, run: str | None = None) -> tuple[RejectedRow, ...]:
        """Rejected inputs of one run (id or its beginning) or of all, in order of time."""
        ...

    def counts(self, filter: Filter = ALL) -> Counts:
        """How much there is under a filter, `limit` and `offset` aside."""
        ...

    def rows(self, ids: Sequence[str]) -> tuple[Row[Assertion], ...]:
        """Assertions of these ids that the ledger has, in that order; `current` tells which still hold."""
        ...

    def documents(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """The reports of these ids that the ledger has, with their texts, in that order."""
        ...

    def credits(self, ids: Sequence[str]) -> Mapping[str, tuple[Credit, ...]]:
        """Whom these reports are credited to by their current reading; those without credits left out."""
        ...

    def texts(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The texts as published of these reports."""
        ...

    def uncompared(self, step: str, limit: int) -> tuple[Pending, ...]:
        """Current readings that a step («events/1») has not compared, oldest first."""
        ...

    def said(self, readings: Sequence[int], kinds: Sequence[str]) -> tuple[Row[Assertion], ...]:
        """The assertions of some kinds («event») in readings, by reading and position."""
        ...

    def of_reports(self, reports: Sequence[str], kinds: Sequence[str]) -> tuple[Row[Assertion], ...]:
        """The assertions of some kinds in the current readings of these reports, by report and position."""
        ...

    def compared_by(self, step: str) -> int:
        """How many readings a step has compared."""
        ...

    def blocked(self, step: str, keys: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """For each key the ids of the records a step has put under it, sorted; also of such as no current
        reading says any more (`rows` tells)."""
        ...

    def links(
        self,
        kinds: Sequence[LinkKind] | None = None,
        records: Sequence[str] | None = None,
        verdicts: Sequence[Verdict] | None = None,
    ) -> tuple[Link, ...]:
        """Links of these kinds and verdicts that touch these records (None: all), by id. Both ends are
        current, and of each comparison only its newest version speaks."""
        ...

    def linked(self, ids: Sequence[str]) -> Mapping[str, Link]:
        """The links of these ids that were ever found, by the newest version that found them."""
        ...

    def judgements(self, targets: Sequence[str] | None = None) -> tuple[Judgement, ...]:
        """Judgements that name these ids as target or other (None: all), oldest first."""
        ...

    def content_hash(self) -> str:
        """As Writer.content_hash."""
        ...

    def close(self) -> None:
        """Let go of the ledger."""
        ...
