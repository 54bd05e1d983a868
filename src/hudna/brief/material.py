"""What a situation report is made of: rows and entries of one window, put together by the composer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hudna.export.labels import Both
from hudna.export.page_rows import Backing
from hudna.ledger.situation import Alleged, Board, Counted
from hudna.model.assertions import Figure, Statement
from hudna.model.entries import Disagreement
from hudna.model.judgement import Judgement
from hudna.model.rows import ReportRow, Row


@dataclass(frozen=True, slots=True)
class Window:
    """The days told of, both inclusive, and the stated day cumulative counts begin on."""

    first: date
    last: date
    since: date


@dataclass(frozen=True, slots=True)
class Names:
    """Accords, terms of accords, places and actors' codes as people read them, by id."""

    accords: Mapping[str, Both]
    terms: Mapping[str, Both]
    places: Mapping[str, Both]
    sides: Mapping[str, Both]


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is left open: inputs not read by reason, records without date, abstentions by stage.

    `undated` and `records` count assertions of the whole ledger; `undated_reports` its reports.
    """

    rejected: Mapping[str, int]
    undated: int
    records: int
    undated_reports: int
    abstained: Mapping[str, int]
    acts: int
    unplaced: int


@dataclass(frozen=True, slots=True)
class Material:
    """One window of one ledger.

    `backings` hold the texts of all reports that rows stand in. `origins` is the number of independent ones
    among the reports of the window, None where it is not known. `incidents` tells the incident of an event,
    `support` the independent origins of an incident, `tellings` all events of an event's incident.
    """

    window: Window
    content_hash: str
    reports: tuple[ReportRow, ...]
    backings: Mapping[str, Backing]
    names: Names
    board: Board
    alleged: tuple[Alleged, ...]
    counted: Counted
    figures: tuple[Row[Figure], ...]
    statements: tuple[Row[Statement], ...]
    unseen: Unseen
    origins: int | None = None
    support: Mapping[str, int] = field(default_factory=dict)
    tellings: Mapping[str, tuple[Row[Any], ...]] = field(default_factory=dict)
    incidents: Mapping[str, str] = field(default_factory=dict)
    disagreements: tuple[tuple[Disagreement, Row[Any], Row[Any]], ...] = ()
    judgements: tuple[Judgement, ...] = ()
    reviewed: frozenset[str] = frozenset()
