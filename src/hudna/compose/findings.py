"""The composer of what the ledger concludes: a View and a pack in, entries with their rows out.

`resolution` writes comparisons into a ledger; this reads. Both know the store and the pure functions of
`ledger`, which know nothing of each other. Judgements are heeded by the View that is given
(`hudna.compose.judged.JudgedView`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar, cast

from hudna.brief.material import Material, Names, Unseen, Window
from hudna.compose.comparisons import Told, Web, claims, contradictions, incidents, origins
from hudna.compose.resolution import comparators
from hudna.export.labels import Both
from hudna.export.page_rows import Backing
from hudna.export.privacy import privacy_of
from hudna.ledger.accords import Accord, is_group, on_day, register
from hudna.ledger.comparators import load_lore
from hudna.ledger.gazetteer import Gazetteer
from hudna.ledger.judgements import stands
from hudna.ledger.scenes import Lore, scenes
from hudna.ledger.scopes import TOLD
from hudna.ledger.situation import Alleged, Board, Counted, Situation
from hudna.ledger.violation_counts import Cell, cells, days, guarantors_counts, inside, tally
from hudna.ledger.violations import ANSWER_DAYS, Ruled, violations, within
from hudna.model.assertions import AgreementMention, Event, Figure, Statement
from hudna.model.entries import InForce, Violation
from hudna.model.filters import ALL, Filter, date_bounds
from hudna.model.judgement import Judgement
from hudna.model.rows import ReportRow, Row
from hudna.packs.clauses import load_clauses
from hudna.packs.schema import Names as PackNames
from hudna.packs.schema import Pack
from hudna.store.base import Dossier, View
from hudna.store.rows import actors_of

Statements = Mapping[str, Row[Statement]]
Incidents = Mapping[str, str]
"""The incident of a record, both by id."""
R = TypeVar("R", bound=Row[Any])
_CASUALTIES = frozenset({"killed", "injured", "casualty", "fighters_killed"})
_EVERY = 1_000_000_000
"""More readings than any ledger has."""


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
    told, mentions, answers = view.timeline(chosen), view.agreements(chosen), _answering(view, chosen)
    events = (*told, *answers)
    shown: dict[str, Row[Any]] = {row.id: row for row in cast(tuple[Row[Any], ...], (*told, *mentions))}
    by_record: dict[str, list[Violation]] = {}
    for one in violations(ruled, told, mentions, said(view, (*events, *mentions)), answers):
        by_record.setdefault(one.record, []).append(one)
    begun = {accord.entry.id: _latest_start(accord) for accord in ruled.accords}

    def latest_first(found: Iterable[Violation]) -> tuple[Violation, ...]:
        return tuple(sorted(found, key=lambda v: (begun[v.agreement], v.agreement), reverse=True))

    return tuple(Alleged(row, latest_first(by_record[id])) for id, row in shown.items() if id in by_record)


def told_until(view: View, pack: Pack, day: date, chosen: Filter = ALL) -> tuple[Told, ...]:
    """The incidents of days up to this one."""
    until = replace(chosen, date_from=None, date_to=day.isoformat(), limit=None)
    return incidents(view, load_lore(pack), until)


def by_record(told: Iterable[Told]) -> Incidents:
    """The incident of each of their records."""
    return {row.id: one.incident.id for one in told for row in one.rows}


def board(view: View, ruled: Ruled, day: date, incident: Incidents, chosen: Filter = ALL) -> Board:
    """The accords in force on a day that forbid anything an event can show.

    `chosen` limits what counts as alleged; tellings of one `incident` count once. A day was reported on where
    a report of it tells of something in the accord's zone, or of the accord.
    """
    until = replace(chosen, date_to=day.isoformat())
    found = [v for one in alleged(view, ruled, until) for v in one.violations]
    about = _Coverage(view, ruled, day)
    watched = [a for a in ruled.accords if any(ruled.clause(term) for term in a.entry.terms)]
    standing = [
        _standing(
            accord, state, [v for v in found if v.agreement == accord.entry.id], about(accord), incident
        )
        for accord in watched
        if (state := on_day(accord, day)) is not None
    ]
    latest_first = sorted(standing, key=lambda s: (_latest_start(s.accord), s.accord.entry.id), reverse=True)
    spoken = {v.agreement for v in found} | {a.entry.id for a in ruled.accords if a.told}
    return Board(
        tuple(s for s in latest_first if s.accord.entry.id in spoken),
        tuple(s for s in latest_first if s.accord.entry.id not in spoken),
        frozenset(v.record for v in found),
    )


def counted(view: View, ruled: Ruled, window: Window, incident: Incidents, chosen: Filter = ALL) -> Counted:
    """Counts for a window, the one before of the same length, and since a stated date; tellings of one
    `incident` count once."""
    first, last, since = window.first, window.last, window.since
    length = last - first + timedelta(days=1)
    begin = min(since, first - length)
    reach = replace(chosen, date_from=begin.isoformat(), date_to=last.isoformat(), limit=None)
    given = alleged(view, ruled, reach)
    found = [v for one in given for v in one.violations[:1]]
    rows = {one.row.id: one.row for one in given}
    counts = tally(found, ruled.gazetteer, first, last, since, incident)
    figures = _of_window(view, view.figures, replace(reach, date_from=first.isoformat(), type="violations"))
    guarantors = tuple(dict.fromkeys(code for a in ruled.accords for code in a.entry.guarantors))
    published = per_day(view.reports(replace(reach, date_from=first.isoformat())))
    examples: dict[Cell, Row[Any]] = {}
    resting: defaultdict[Cell, dict[str, Row[Any]]] = defaultdict(dict)
    for one in found:
        for cell in cells(one, ruled.gazetteer):
            examples[cell] = rows[one.record]
            if inside(one.date, first, last):
                resting[cell][one.record] = rows[one.record]
    rests_on = {cell: tuple(kept.values()) for cell, kept in resting.items()}
    given_counts = guarantors_counts(figures, said(view, figures), guarantors)
    return Counted(
        counts, days(found, published, first, last), given_counts, examples, frozenset(rows), rests_on
    )


class _Coverage:
    """How many reports of each day, up to one, tell of an accord or of something in its zone."""

    def __init__(self, view: View, ruled: Ruled, day: date) -> None:
        self._gazetteer = ruled.gazetteer
        self._reports = {row.id: row for row in view.reports(replace(ALL, date_to=day.isoformat()))}
        self._at: defaultdict[str, set[str]] = defaultdict(set)
        self._of: defaultdict[str, set[str]] = defaultdict(set)
        for event in view.timeline(ALL):
            if event.assertion.place and event.assertion.place.entity:
                self._at[event.assertion.place.entity].add(event.report)
        for mention in view.agreements(ALL):
            if mention.assertion.agreement:
                self._of[mention.assertion.agreement].add(mention.report)

    def __call__(self, accord: Accord) -> Mapping[str, int]:
        found = set(self._of[accord.entry.id])
        for place, reports in self._at.items():
            if within(self._gazetteer, place, accord.entry.zone) is not None:
                found |= reports
        return per_day(self._reports[id] for id in found if id in self._reports)


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


def _of_window(view: View, listed: Callable[[Filter], tuple[R, ...]], chosen: Filter) -> tuple[R, ...]:
    """Rows of a list dated within a window, and the undated ones of reports published in it."""
    published = Filter(date_from=chosen.date_from, date_to=chosen.date_to)
    reports = {row.id for row in view.reports(published)}
    dated = listed(chosen)
    known = {row.id for row in dated}
    rest = listed(replace(chosen, undated=True))
    return (*dated, *(row for row in rest if row.id not in known and row.report in reports))


def _latest_start(accord: Accord) -> str:
    return max((s.date for s in accord.starts), default="")


def _standing(
    accord: Accord,
    state: InForce,
    found: Sequence[Violation],
    published: Mapping[str, int],
    incident: Incidents,
) -> Situation:
    dated: defaultdict[str, set[str]] = defaultdict(set)
    for one in found:
        if one.date and "/" not in one.date:
            dated[one.date[:10]].add(incident.get(one.record, one.record))
    alleged_since: list[int | None] = []
    calm: list[int | None] = []
    last = date.fromisoformat(state.day)
    for start in state.starts:
        if start.day is None:
            alleged_since.append(None)
            calm.append(None)
            continue
        first = (last - timedelta(days=start.day - 1)).isoformat()
        within = [incidents for day, incidents in dated.items() if first <= day <= state.day]
        alleged_since.append(len(set().union(*within)))
        reported = [day for day in published if len(day) == len(first) and first <= day <= state.day]
        calm.append(sum(1 for day in reported if day not in dated))
    return Situation(accord, state, tuple(alleged_since), tuple(calm))


def material(view: View, pack: Pack, window: Window, chosen: Filter = ALL) -> Material:
    """All a situation report of a window is made of; private persons are masked by what backs its rows.

    Counts and statements are those that tell of the window itself (`_news`).
    """
    published = Filter(date_from=window.first.isoformat(), date_to=window.last.isoformat())
    days_of = replace(chosen, date_from=published.date_from, date_to=published.date_to, limit=None)
    reports = view.reports(published)
    ruled, lore, web = rules(view, pack), load_lore(pack), Web(view)
    judgements = web.judgements()
    told = incidents(view, lore, replace(chosen, date_from=None, date_to=days_of.date_to, limit=None), web)
    incident = by_record(told)
    tellings = {row.id: one.rows for one in told for row in one.rows}
    disputes = contradictions(view, lore, days_of, web).sides()
    given = _once(alleged(view, ruled, days_of), incident)
    numbers = counted(view, ruled, window, incident, chosen)
    standing = board(view, ruled, window.last, incident, chosen)

    figures = claims(web, _news(_of_window(view, view.figures, days_of), window), days_of)
    statements = claims(web, _news(_of_window(view, view.statements, days_of), window), days_of)
    named = [answer for one in given for found in one.violations for answer in found.answers]
    named += [s.assertion for one in standing.standing for s in one.accord.stated if s.assertion]
    extra = {row.id: row for row in view.rows(sorted(set(named)))}
    casualties = _casualties(view, lore, {one.row.id: tellings.get(one.row.id, (one.row,)) for one in given})
    shown: list[Row[Any]] = [*(one.row for one in given), *extra.values()]
    shown += [row for rows in casualties.values() for row in rows]
    shown += [row for claim in (*figures, *statements) for row in claim.rows]
    shown += [row for rows in (*numbers.guarantors.values(), *numbers.rests_on.values()) for row in rows]
    shown += [row for one in disputes for side in (one.left, one.right) for row in side.rows]
    shown += [row for one in given for row in tellings.get(one.row.id, ())]
    cited = {row.report for row in shown}
    published_then = {row.id for row in reports}
    dossiers = [view.report(report) for report in sorted(cited | published_then)]
    return Material(
        window=window,
        content_hash=view.content_hash(),
        records=sum(view.counts(ALL).assertions.values()),
        reports=reports,
        outside=tuple(d.report for d in dossiers if d.report.id not in published_then),
        backings={d.report.id: _backing(d) for d in dossiers},
        names=_names(pack, ruled),
        board=standing,
        alleged=given,
        counted=numbers,
        figures=figures,
        statements=statements,
        unseen=_unseen(view, pack, reports, dossiers, judgements),
        origins=origins(web, [row.id for row in reports]),
        support={one.incident.id: one.incident.support for one in told},
        tellings=tellings,
        incidents=incident,
        rows=extra,
        casualties=casualties,
        disputes=disputes,
        judgements=tuple(
            j for j in judgements if window.first <= date.fromisoformat(j.at[:10]) <= window.last
        ),
        reviewed=frozenset(id for id, one in stands(judgements).items() if one.state != "open"),
    )


def _casualties(
    view: View, lore: Lore, tellings: Mapping[str, Sequence[Row[Any]]]
) -> Mapping[str, tuple[Row[Figure], ...]]:
    """The numbers of dead and wounded told with an incident's tellings as something that happened."""
    reports: dict[str, list[Row[Any]]] = {row.report: [] for told in tellings.values() for row in told}
    for row in view.of_reports(sorted(reports), ("event", "figure", "agreement")):
        reports[row.report].append(row)
    of = {scene.id: scene.figures for rows in reports.values() for scene in scenes(rows, lore)}
    return {
        event: tuple(
            figure
            for row in told
            for figure in of.get(row.id, ())
            if figure.assertion.kind in _CASUALTIES
            and figure.assertion.status in TOLD
            and (figure.assertion.lower, figure.assertion.upper) != (None, None)
        )
        for event, told in tellings.items()
    }


def _news(rows: Iterable[R], window: Window) -> tuple[R, ...]:
    """The rows that tell of a window: what a report says before it begins is no news of it, and a count
    without an end runs to the day it is published, so that one published later is of other days."""
    first, last = window.first.isoformat(), window.last.isoformat()

    def told(row: Row[Any]) -> bool:
        earliest, latest = date_bounds(row.published.date)
        open_end = isinstance(row.assertion, Figure) and row.assertion.until is None
        return not (latest and latest < first) and not (open_end and earliest and earliest > last)

    return tuple(row for row in rows if told(row))


def _once(given: Sequence[Alleged], incident: Mapping[str, str]) -> tuple[Alleged, ...]:
    """The first of the records that tell of one incident."""
    kept: dict[str, Alleged] = {}
    for one in given:
        kept.setdefault(incident.get(one.row.id, one.row.id), one)
    return tuple(kept.values())


def _backing(dossier: Dossier) -> Backing:
    text, notes = dossier.analysis.report.text, dossier.analysis.annotations
    said = {s.id: s for s in dossier.analysis.assertions.statements}
    return Backing(text, said, privacy_of(text, notes))


def _names(pack: Pack, ruled: Ruled) -> Names:
    def both(names: PackNames) -> Both:
        return Both(names.en, names.ar[0])

    groups = {a.code: both(a.names) for a in reversed(pack.actors) if a.type == "group" and is_group(a.code)}
    named = [actor.names for actor in pack.actors] + [country.names for country in pack.countries]
    sides = {**groups, **{country.iso3: both(country.names) for country in pack.countries}}
    return Names(
        accords={entry.id: both(entry.names) for entry in pack.agreements},
        terms={clause.term: both(clause.names) for clause in ruled.clauses},
        places={place.id: both(place.names) for place in pack.places},
        sides=sides,
        actors={names.en: both(names) for names in named},
        countries=frozenset(name for country in pack.countries for name in country.names.ar),
        origins={entry.id: entry.source for entry in pack.agreements if entry.source},
    )


def _unseen(
    view: View,
    pack: Pack,
    reports: Sequence[ReportRow],
    dossiers: Iterable[Dossier],
    judgements: Sequence[Judgement],
) -> Unseen:
    published = {row.id for row in reports}
    read = [dossier for dossier in dossiers if dossier.report.id in published]
    rows = [row for dossier in read for row in dossier.rows]
    standing = stands(judgements)
    looked_at = [standing[row.id].state for row in rows if row.id in standing]
    rejected = sorted(id for id, one in standing.items() if one.state == "rejected")
    located = [row.assertion for row in rows if isinstance(row.assertion, (Event, Figure))]
    named = [actor for row in rows for _, actor in actors_of(row.assertion)]
    return Unseen(
        rejected=view.counts(ALL).rejected,
        undated_reports=sum(1 for row in view.reports(ALL) if row.published.date is None),
        uncompared=max(len(view.uncompared(each.step, _EVERY)) for each in comparators(pack)),
        records=len(rows),
        undated=sum(1 for row in rows if not _dated(row)),
        reviewed=sum(1 for state in looked_at if state != "open"),
        located=len(located),
        unplaced=sum(1 for one in located if one.place is not None and one.place.entity is None),
        placeless=sum(1 for one in located if one.place is None),
        actors=len(named),
        unknown_actors=sum(1 for actor in named if actor.entity is None and actor.code is None),
        speakerless=sum(
            1 for row in rows if isinstance(row.assertion, Statement) and not row.assertion.speakers
        ),
        left_out=sum(1 for row in view.rows(rejected) if row.current and row.report in published),
        unknown_language=sum(1 for row in reports if row.language is None),
        abstained=Counter(a.stage for d in read for a in d.analysis.annotations.abstentions),
    )


def _dated(row: Row[Any]) -> bool:
    claim = row.assertion
    if isinstance(claim, Figure):
        return bool(claim.since or claim.until)
    if isinstance(claim, AgreementMention):
        return bool(claim.date or claim.in_force_from)
    return claim.date is not None
