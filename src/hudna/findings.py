"""The composer of what the ledger concludes: a View and a pack in, entries with their rows out.

`resolution` writes comparisons into a ledger; this reads. Both know the store and the pure functions of
`ledger`, which know nothing of each other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast

from hudna.ledger.accords import Accord, on_day, register
from hudna.ledger.gazetteer import Gazetteer
from hudna.ledger.violation_counts import Cell, Day, Tally, cells, days, guarantors_counts, tally
from hudna.ledger.violations import ANSWER_DAYS, Ruled, violations
from hudna.model.assertions import AgreementMention, Event, Figure, Statement
from hudna.model.entries import InForce, Violation
from hudna.model.filters import ALL, Filter
from hudna.model.rows import ReportRow, Row
from hudna.packs.clauses import load_clauses
from hudna.packs.schema import Pack
from hudna.store.base import View

Statements = Mapping[str, Row[Statement]]


@dataclass(frozen=True, slots=True)
class Standing:
    """An accord on a day, with what is alleged since each of its starts: incidents, and days that were
    reported on and on which nothing is alleged."""

    accord: Accord
    state: InForce
    alleged: tuple[int | None, ...]
    calm: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Alleged:
    """Candidates for violations of one record, one an accord, the latest accord first, and the record."""

    row: Row[Event] | Row[AgreementMention]
    violations: tuple[Violation, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of alleged violations in a window, its days, and what the guarantors count themselves."""

    tally: Tally
    days: tuple[Day, ...]
    guarantors: Mapping[str, tuple[Row[Figure], ...]]
    examples: Mapping[Cell, Row[Any]]


def said(view: View, rows: Iterable[Row[Any]]) -> Statements:
    """The statements that rows refer to, by id."""
    wanted = tuple(sorted({row.assertion.said_by for row in rows if row.assertion.said_by}))
    return {row.id: cast(Row[Statement], row) for row in view.rows(wanted)}


def rules(view: View, pack: Pack) -> Ruled:
    """The accords of the pack with every date the ledger's mentions state, clauses and map."""
    mentions = view.agreements()
    accords = register(pack.agreements, mentions, said(view, mentions).values())
    return Ruled(accords, load_clauses(), Gazetteer(pack.places))


def alleged(view: View, ruled: Ruled, chosen: Filter = ALL) -> tuple[Alleged, ...]:
    """Alleged violations of the records a filter lets through, in order of date.

    Answers are looked for beyond the filter: in denials and avowals up to `ANSWER_DAYS` later.
    """
    told, mentions = view.timeline(chosen), view.agreements(chosen)
    answers = _answering(view, chosen)
    events = tuple({row.id: row for row in (*told, *answers)}.values())
    shown: dict[str, Row[Any]] = {row.id: row for row in cast(tuple[Row[Any], ...], (*told, *mentions))}
    by_record: dict[str, list[Violation]] = {}
    for one in violations(ruled, events, mentions, said(view, (*events, *mentions))):
        if one.record in shown:
            by_record.setdefault(one.record, []).append(one)
    begun = {accord.entry.id: _latest_start(accord) for accord in ruled.accords}

    def latest_first(found: Iterable[Violation]) -> tuple[Violation, ...]:
        return tuple(sorted(found, key=lambda v: (begun[v.agreement], v.agreement), reverse=True))

    return tuple(Alleged(row, latest_first(by_record[id])) for id, row in shown.items() if id in by_record)


@dataclass(frozen=True, slots=True)
class Board:
    """The accords in force on a day that the ledger speaks of, the latest first; `unmentioned` are those that
    are in force by the register alone and that nothing is alleged against."""

    standing: tuple[Standing, ...]
    unmentioned: tuple[Standing, ...]


def board(view: View, ruled: Ruled, day: date, chosen: Filter = ALL) -> Board:
    """The accords in force on a day that forbid anything an event can show.

    `chosen` limits what counts as alleged.
    """
    until = replace(chosen, date_to=day.isoformat())
    found = [v for one in alleged(view, ruled, until) for v in one.violations]
    published = per_day(view.reports(replace(ALL, date_to=day.isoformat())))
    watched = [a for a in ruled.accords if any(ruled.clause(term) for term in a.entry.terms)]
    standing = [
        _standing(accord, state, [v for v in found if v.agreement == accord.entry.id], published, day)
        for accord in watched
        if (state := on_day(accord, day)) is not None
    ]
    latest_first = sorted(standing, key=lambda s: (_latest_start(s.accord), s.accord.entry.id), reverse=True)
    spoken = {v.agreement for v in found} | {a.entry.id for a in ruled.accords if a.told}
    return Board(
        tuple(s for s in latest_first if s.accord.entry.id in spoken),
        tuple(s for s in latest_first if s.accord.entry.id not in spoken),
    )


def counted(view: View, ruled: Ruled, first: date, last: date, since: date, chosen: Filter = ALL) -> Counted:
    """Counts for a window, the one before of the same length, and since a stated date."""
    length = last - first + timedelta(days=1)
    begin = min(since, first - length)
    reach = replace(chosen, date_from=begin.isoformat(), date_to=last.isoformat(), limit=None)
    given = alleged(view, ruled, reach)
    found = [v for one in given for v in one.violations[:1]]
    rows = {one.row.id: one.row for one in given}
    counts = tally(found, ruled.gazetteer, first, last, since)
    figures = _counts(view, replace(reach, date_from=first.isoformat(), type="violations"))
    guarantors = tuple(dict.fromkeys(code for a in ruled.accords for code in a.entry.guarantors))
    published = per_day(view.reports(Filter(date_from=first.isoformat(), date_to=last.isoformat())))
    examples: dict[Cell, Row[Any]] = {}
    for one in found:
        for cell in cells(one, ruled.gazetteer):
            examples[cell] = rows[one.record]
    given_counts = guarantors_counts(figures, said(view, figures), guarantors)
    return Counted(counts, days(found, published, first, last), given_counts, examples)


def per_day(reports: Iterable[ReportRow]) -> Mapping[str, int]:
    """How many reports were published on each day; those not dated to a day are on none."""
    return Counter(row.published.date[:10] for row in reports if row.published.date)


def _answering(view: View, chosen: Filter) -> Sequence[Row[Event]]:
    """Events that may answer those of a filter: everything told of its days, whoever is named in it, some
    days more, and what has no date."""
    first, last = chosen.days()
    if first is None and last is None:
        return view.timeline(ALL)
    later = (date.fromisoformat(last) + timedelta(days=ANSWER_DAYS)).isoformat() if last else None
    return view.timeline(Filter(date_from=first, date_to=later, undated=True))


def _counts(view: View, chosen: Filter) -> tuple[Row[Figure], ...]:
    """Figures of a window, and those without a date in reports published in it."""
    reports = {row.id for row in view.reports(Filter(date_from=chosen.date_from, date_to=chosen.date_to))}
    undated = view.figures(replace(chosen, date_from=None, date_to=None))
    mute = (r for r in undated if r.report in reports and not (r.assertion.since or r.assertion.until))
    return (*view.figures(chosen), *mute)


def _latest_start(accord: Accord) -> str:
    return max((s.date for s in accord.starts), default="")


def _standing(
    accord: Accord, state: InForce, found: Sequence[Violation], published: Mapping[str, int], day: date
) -> Standing:
    alleged_since: list[int | None] = []
    calm: list[int | None] = []
    for start in state.starts:
        if start.day is None:
            alleged_since.append(None)
            calm.append(None)
            continue
        span = days(found, published, day - timedelta(days=start.day - 1), day)
        alleged_since.append(len({record for one in span for record in one.records}))
        calm.append(sum(one.calm for one in span))
    return Standing(accord, state, tuple(alleged_since), tuple(calm))
