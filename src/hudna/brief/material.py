"""What a situation report is made of: rows and entries of one window, put together by the composer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hudna.export.labels import Both
from hudna.export.page_rows import Backing
from hudna.ledger.situation import Alleged, Board, Claim, Counted, Dispute
from hudna.model.assertions import Figure
from hudna.model.entries import Support
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
    """Accords, terms of accords, places and actors' codes as people read them, by id; `actors` by their
    English name, `countries` are their Arabic names, `origins` tell where the register has an accord from."""

    accords: Mapping[str, Both]
    terms: Mapping[str, Both]
    places: Mapping[str, Both]
    sides: Mapping[str, Both]
    actors: Mapping[str, Both] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is left open.

    Of the whole ledger: inputs not read, by reason; reports without a date of publication; readings that were
    not compared yet. Of the records of the reports published in the window (`records`): those without a
    date, those a person has looked at, events and figures at a place no gazetteer knows (`unplaced`) or at
    none (`placeless`), names of actors that no pack knows, sayings of nobody named, records a person
    rejected, and what the steps left open, by stage. `unknown_language` are reports of the window too short
    to tell.
    """

    rejected: Mapping[str, int]
    undated_reports: int
    uncompared: int
    records: int
    undated: int
    reviewed: int
    located: int
    unplaced: int
    placeless: int
    actors: int
    unknown_actors: int
    speakerless: int
    left_out: int
    unknown_language: int
    abstained: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Material:
    """One window of one ledger.

    `reports` are those published in it, `outside` the others its claims stand in. `backings` hold the
    texts of all reports that rows stand in. `origins` is the number of independent ones among the reports of
    the window. `incidents` tells the incident of an event, `support` what an incident rests on, `tellings`
    all events of an event's incident, `casualties` the numbers of dead and wounded told with them, `rows` the
    records that entries name by id: answers, mentions of accords.
    """

    window: Window
    content_hash: str
    records: int
    reports: tuple[ReportRow, ...]
    outside: tuple[ReportRow, ...]
    backings: Mapping[str, Backing]
    names: Names
    board: Board
    alleged: tuple[Alleged, ...]
    counted: Counted
    figures: tuple[Claim, ...]
    statements: tuple[Claim, ...]
    unseen: Unseen
    origins: int
    support: Mapping[str, Support]
    tellings: Mapping[str, tuple[Row[Any], ...]]
    incidents: Mapping[str, str]
    rows: Mapping[str, Row[Any]]
    casualties: Mapping[str, tuple[Row[Figure], ...]]
    disputes: tuple[Dispute, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    reviewed: frozenset[str] = frozenset()
