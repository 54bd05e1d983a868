"""Rows of a ledger as every reader gets them: a report, a report with its text, and an assertion with
everything needed to show where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from hudna.model.annotations import Annotations
from hudna.model.assertions import AgreementMention, Assertion, Event, Figure, Statement
from hudna.model.report import Published

A = TypeVar("A", Statement, Event, Figure, AgreementMention, Assertion, covariant=True)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report without its text, as its current reading sees it.

    `published_words` are the words that state the date, or None; `length` is in characters; `counts` are
    assertions by kind; `run` is the id of the run of the current reading.
    """

    id: str
    uri: str
    publisher: str | None
    title: str | None
    author: str | None
    language: str | None
    metadata_date: str | None
    text_sha256: str
    published: Published
    published_words: str | None
    length: int
    run: str
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its text as published and the layout of its current reading: segments, restorations and
    credits, nothing else of the annotations."""

    report: ReportRow
    text: str
    layout: Annotations

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id


@dataclass(frozen=True, slots=True)
class Row(Generic[A]):
    """An assertion and where it stands.

    `words` is `report.text[start:end]` as published, `start` and `end` being the assertion's; `line` and
    `column` count from 1. `current` is False where a newer reading of the report no longer says it.
    """

    id: str
    assertion: A
    words: str
    line: int
    column: int
    report: str
    uri: str
    publisher: str | None
    title: str | None
    published: Published
    run: str
    current: bool = True

    @property
    def start(self) -> int:
        """Offset of the first character in the text as published."""
        return self.assertion.start

    @property
    def end(self) -> int:
        """Offset after the last character in the text as published."""
        return self.assertion.end
