"""The composer of what comparing gave: a View in, incidents, disagreements and ranges of figures with their
rows out.

`resolution` writes links into a ledger; this reads them, with judgements, and asks the pure functions of
`ledger` what follows. Only what a filter touches is built.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from hudna.ledger.chain import chain
from hudna.ledger.contradictions import disagreements
from hudna.ledger.corrections import BEST
from hudna.ledger.groups import connected, grouped
from hudna.ledger.incident_entries import entry
from hudna.ledger.incidents import surely_two
from hudna.ledger.judgements import stands
from hudna.ledger.origins import Telling, support
from hudna.ledger.scenes import Lore, Scene, scene, scenes
from hudna.ledger.scopes import Range, agreement, one_scope, ranged
from hudna.model.assertions import Event, Figure, Statement
from hudna.model.entries import Chain, CopyGroup, Disagreement, Incident, Support
from hudna.model.filters import ALL, Filter
from hudna.model.judgement import Judgement
from hudna.model.links import Link, LinkKind, Verdict
from hudna.model.rows import Row
from hudna.store.base import View

Rows = Mapping[str, Row[Any]]
_CLAIMS: tuple[LinkKind, ...] = ("figure", "agreement", "statement")
_CLASHING: tuple[Verdict, ...] = ("tension", "contradiction")


@dataclass(frozen=True, slots=True)
class Told:
    """An incident, its tellings in order of publication, and the ids of those that may be of it as well."""

    incident: Incident
    rows: tuple[Row[Event], ...]
    doubtful: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disputes:
    """Disagreements, the rows of all their sides, and where these come from."""

    found: tuple[Disagreement, ...]
    rows: Rows
    sources: "Sources"

    def support(self, ids: Iterable[str]) -> Support:
        """How many say what these rows say."""
        return self.sources.support([self.rows[key] for key in ids])

    def chain(self, key: str) -> Chain:
        """The hands one of the rows came through."""
        return self.sources.chain(self.rows[key])


@dataclass(frozen=True, slots=True)
class Sources:
    """Where rows come from: the statements of their reports, and the copies among these."""

    statements: Mapping[str, Sequence[Row[Statement]]]
    groups: tuple[CopyGroup, ...]
    links: tuple[Link, ...]

    def chain(self, row: Row[Any]) -> Chain:
        """The hands a row came through."""
        return chain(row, self.statements.get(row.report, ()))

    def support(self, rows: Iterable[Row[Any]]) -> Support:
        """How many say what these rows say, in how many independent origins."""
        return support([Telling(row, self.chain(row)) for row in rows], self.groups, self.links)


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of one scope: low, high, and how they agree."""

    range: Range
    rows: tuple[Row[Figure], ...]
    links: tuple[Link, ...]
    support: Support

    @property
    def verdict(self) -> str:
        """How they agree; empty for a figure that stands alone."""
        return agreement(self.links) or ""


def incidents(view: View, lore: Lore, chosen: Filter = ALL) -> tuple[Told, ...]:
    """The incidents that an event of the filter is told of, by date, the undated last."""
    seeds = [row.id for row in view.timeline(_whole(chosen))]
    links = _links(view, "event", seeds, chosen)
    rows = _rows(view, _ends(links) | set(seeds))
    groups = _incidents(rows, links, view.judgements(), lore)
    sources = _sources(view, rows, chosen)
    asked = set(seeds)
    of = {event: number for number, group in enumerate(groups) for event in group}
    between: defaultdict[int, list[Link]] = defaultdict(list)
    doubtful: defaultdict[int, set[str]] = defaultdict(set)
    for link in links:
        here, there = of[link.left], of[link.right]
        if here == there:
            between[here].append(link)
        elif link.verdict == "possible":
            doubtful[here].add(link.right)
            doubtful[there].add(link.left)
    told = []
    for number, group in enumerate(groups):
        if asked.isdisjoint(group):
            continue
        members = [rows[key] for key in group]
        one = entry(members, between[number], sources.support(members))
        told.append(Told(one, tuple(rows[key] for key in one.events), tuple(sorted(doubtful[number]))))
    return _page(sorted(told, key=_by_date), chosen)


def contradictions(view: View, lore: Lore, chosen: Filter = ALL) -> Disputes:
    """Every disagreement that a record of the filter takes part in, contradictions first."""
    seeds = _seeds(view, lore, chosen)
    links = list(_links(view, "event", sorted(seeds), chosen))
    links += view.links(_CLAIMS, None if _asks_nothing(chosen) else sorted(seeds), _CLASHING)
    rows = _rows(view, _ends(links))
    judgements = view.judgements()
    events = {key: row for key, row in rows.items() if isinstance(row.assertion, Event)}
    groups = _incidents(events, [link for link in links if link.kind == "event"], judgements, lore)
    sources = _sources(view, rows, chosen)
    speakers = {s.id: s.assertion.speakers for said in sources.statements.values() for s in said}
    found = [
        one
        for one in disagreements(links, rows, groups, judgements, speakers)
        if not seeds.isdisjoint((one.left, one.right, *one.left_also, *one.right_also))
    ]
    return Disputes(_page(found, chosen), rows, sources)


def ranges(view: View, chosen: Filter = ALL) -> tuple[Compared, ...]:
    """The figures of the filter by scope: low, high, and the best where a person has set it. Figures of
    different scopes stand apart; nothing is added."""
    own = view.figures(_whole(chosen))
    every = view.links(["figure"], None if _asks_nothing(chosen) else [row.id for row in own])
    links = [link for link in every if one_scope(link)]
    rows: dict[str, Row[Any]] = {row.id: row for row in own} | _rows(view, _ends(links))
    best = _best(view.judgements())
    sources = _sources(view, rows, chosen)
    seen: set[str] = set()
    found = []
    near: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        near[link.left].append(link)
    for row in own:
        if row.id in seen or (row.assertion.lower is None and row.assertion.upper is None):
            continue
        group = connected([row.id], links) if row.id in _ends(links) else frozenset([row.id])
        seen |= group
        members = sorted((rows[key] for key in group), key=_published)
        within = tuple(link for key in sorted(group) for link in near[key])
        found.append(Compared(ranged(members, best), tuple(members), within, sources.support(members)))
    return _page(found, chosen)


def _ends(links: Iterable[Link]) -> set[str]:
    return {key for link in links for key in (link.left, link.right)}


def _incidents(
    rows: Mapping[str, Row[Event]], links: Sequence[Link], judgements: Sequence[Judgement], lore: Lore
) -> tuple[tuple[str, ...], ...]:
    scenes: dict[str, Scene] = {}

    def ready(key: str) -> Scene:
        if key not in scenes:
            scenes[key] = scene(rows[key], (), lore)
        return scenes[key]

    return grouped(rows, links, judgements, lambda a, b: surely_two(ready(a), ready(b), lore))


def _links(view: View, kind: LinkKind, seeds: Sequence[str], chosen: Filter) -> tuple[Link, ...]:
    """The links of everything that hangs together with the seeds by `same` links and joins."""
    if _asks_nothing(chosen):
        return view.links([kind])
    found: dict[str, Link] = {}
    seen: set[str] = set()
    joins = [j for j in view.judgements() if j.act == "join" and j.other]
    waiting = set(seeds)
    while waiting:
        seen |= waiting
        new = view.links([kind], sorted(waiting))
        found.update((link.id, link) for link in new)
        ends = {key for link in new if link.verdict == "same" for key in (link.left, link.right)}
        ends |= {key for j in joins if {j.target, j.other} & seen for key in (j.target, cast(str, j.other))}
        waiting = ends - seen
    return tuple(found[key] for key in sorted(found))


def _seeds(view: View, lore: Lore, chosen: Filter) -> set[str]:
    """The records of a filter, and the figures told with its events: these often state no date or place of
    their own."""
    whole = _whole(chosen)
    events = view.timeline(whole)
    lists = (events, view.figures(whole), view.agreements(whole), view.statements(whole))
    seeds = {row.id for rows in lists for row in cast(Sequence[Row[Any]], rows)}
    reports: dict[str, list[Row[Any]]] = {row.report: [] for row in events}
    for row in view.of_reports(list(reports), ("event", "figure")):
        reports[row.report].append(row)
    told = [one for rows in reports.values() for one in scenes(rows, lore) if one.id in seeds]
    return seeds | {figure.id for one in told for figure in one.figures}


def _rows(view: View, ids: Iterable[str]) -> dict[str, Row[Any]]:
    return {row.id: row for row in view.rows(sorted(ids))}


def _sources(view: View, rows: Rows, chosen: Filter) -> Sources:
    """Statements and copies of the reports that these rows stand in."""
    reports = sorted({row.report for row in rows.values()})
    said: defaultdict[str, list[Row[Statement]]] = defaultdict(list)
    for row in view.of_reports(reports, ("statement",)):
        said[row.report].append(cast(Row[Statement], row))
    links = _links(view, "copy", reports, chosen)
    groups = grouped(_ends(links), links)
    copied = tuple(CopyGroup(group[0], group, ()) for group in groups if len(group) > 1)
    return Sources(said, copied, tuple(link for link in links if link.verdict == "possible"))


def _best(judgements: Iterable[Judgement]) -> dict[str, float]:
    """What people have set as the best value, by figure."""
    values = {figure: now.values.get(BEST) for figure, now in stands(judgements).items()}
    return {figure: float(value) for figure, value in values.items() if value is not None}


def _whole(chosen: Filter) -> Filter:
    return replace(chosen, limit=None, offset=0)


def _asks_nothing(chosen: Filter) -> bool:
    return _whole(chosen) == ALL


def _page(found: Sequence[Any], chosen: Filter) -> tuple[Any, ...]:
    last = None if chosen.limit is None else chosen.offset + chosen.limit
    return tuple(found[chosen.offset : last])


def _by_date(told: Told) -> tuple[bool, str, str]:
    date = told.incident.date
    return (date is None or not date[:1].isdigit(), date or "", told.incident.id)


def _published(row: Row[Any]) -> tuple[bool, str, str]:
    return (row.published.date is None, row.published.date or "", row.id)
