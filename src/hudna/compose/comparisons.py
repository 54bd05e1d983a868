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
from hudna.ledger.copies import groups as copy_groups
from hudna.ledger.corrections import BEST
from hudna.ledger.groups import connected, grouped, neighbours
from hudna.ledger.incident_entries import entry
from hudna.ledger.incidents import surely_two
from hudna.ledger.judgements import stands
from hudna.ledger.origins import Telling, support
from hudna.ledger.scenes import Lore, Scene, scene, scenes
from hudna.ledger.scopes import Range, agreement, one_scope, ranged
from hudna.ledger.situation import Claim, Dispute
from hudna.model.annotations import Credit
from hudna.model.assertions import Event, Figure, Statement
from hudna.model.entries import Chain, CopyGroup, Disagreement, Incident, Support
from hudna.model.filters import ALL, Filter
from hudna.model.judgement import Judgement
from hudna.model.links import Link, LinkKind, Verdict
from hudna.model.rows import Row
from hudna.store.base import View

Rows = Mapping[str, Row[Any]]
_CLAIMS: tuple[LinkKind, ...] = ("figure", "agreement", "statement")
_EVERY = "*"
"""In place of a record: every link of the kind was asked for."""
_CLASHING: tuple[Verdict, ...] = ("tension", "contradiction")


class Web:
    """The links and the statements of a view, each asked for once, however many lists are made of them.

    Lists of one report share one web; it only remembers what the view answers.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self._asked: defaultdict[str, set[str]] = defaultdict(set)
        self._touching: defaultdict[str, defaultdict[str, dict[str, Link]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        self._said: dict[str, list[Row[Statement]]] = {}
        self._credits: dict[str, tuple[Credit, ...]] = {}
        self._judgements: tuple[Judgement, ...] | None = None

    def links(self, kind: LinkKind, records: Iterable[str] | None = None) -> tuple[Link, ...]:
        """The links of a kind that touch these records (None: all), by id."""
        wanted = {_EVERY} if records is None else set(records)
        asked = self._asked[kind]
        new = set() if _EVERY in asked else wanted - asked
        if new:
            for link in self.view.links([kind], None if records is None else sorted(new)):
                identity = link.id
                for key in (link.left, link.right) if records is not None else (_EVERY,):
                    self._touching[kind][key][identity] = link
            asked |= new
        touching = self._touching[kind]
        if _EVERY in asked:
            every = touching[_EVERY].values()
            return tuple(k for k in every if records is None or k.left in wanted or k.right in wanted)
        found = {id: link for key in wanted for id, link in touching.get(key, {}).items()}
        return tuple(found[id] for id in sorted(found))

    def said(self, reports: Iterable[str]) -> Mapping[str, Sequence[Row[Statement]]]:
        """The statements of these reports, by report."""
        wanted = set(reports)
        new = sorted(wanted - self._said.keys())
        if new:
            self._said.update((report, []) for report in new)
            for row in self.view.of_reports(new, ("statement",)):
                self._said[row.report].append(cast(Row[Statement], row))
        return {report: self._said[report] for report in wanted}

    def credits(self, reports: Iterable[str]) -> Mapping[str, tuple[Credit, ...]]:
        """Whom these reports are credited to, by report."""
        wanted = set(reports)
        new = sorted(wanted - self._credits.keys())
        if new:
            self._credits.update({**dict.fromkeys(new, ()), **self.view.credits(new)})
        return {report: self._credits[report] for report in wanted}

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement, oldest first."""
        if self._judgements is None:
            self._judgements = self.view.judgements()
        return self._judgements


@dataclass(frozen=True, slots=True)
class Told:
    """An incident, its tellings in order of publication, and those that may be of it as well, each with the
    link that says why."""

    incident: Incident
    rows: tuple[Row[Event], ...]
    perhaps: tuple[tuple[Row[Event], Link], ...]

    @property
    def speaks(self) -> Row[Event]:
        """The fullest telling of the first report: its heading may only name the event."""
        first = [row for row in self.rows if row.report == self.rows[0].report]
        return max(first, key=lambda row: _stated(row.assertion))


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

    def sides(self) -> tuple[Dispute, ...]:
        """Every disagreement with the rows of both its sides, those that speak for them first."""
        return tuple(
            Dispute(one, self._side(one.left, *one.left_also), self._side(one.right, *one.right_also))
            for one in self.found
        )

    def _side(self, *keys: str) -> Claim:
        return Claim(tuple(self.rows[key] for key in keys), self.support(keys))


@dataclass(frozen=True, slots=True)
class Sources:
    """Where rows come from, by report: its statements and credits, the copies it is one of, and what may be
    one with it."""

    statements: Mapping[str, Sequence[Row[Statement]]]
    credits: Mapping[str, tuple[Credit, ...]]
    copies: Mapping[str, CopyGroup]
    possible: Mapping[str, Sequence[Link]]

    def chain(self, row: Row[Any]) -> Chain:
        """The hands a row came through."""
        return chain(row, self.statements.get(row.report, ()), self.credits.get(row.report, ()))

    def support(self, rows: Iterable[Row[Any]]) -> Support:
        """How many say what these rows say, in how many independent origins."""
        tellings = [Telling(row, self.chain(row)) for row in rows]
        reports = {telling.row.report for telling in tellings}
        groups = {group.id: group for report in reports if (group := self.copies.get(report))}
        links = {link.id: link for report in reports for link in self.possible.get(report, ())}
        return support(tellings, groups.values(), links.values())


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


def incidents(view: View, lore: Lore, chosen: Filter = ALL, web: Web | None = None) -> tuple[Told, ...]:
    """The incidents that an event of the filter is told of, by date, the undated last."""
    web = web or Web(view)
    seeds = [row.id for row in view.timeline(_whole(chosen))]
    links = _links(web, "event", None if _asks_nothing(chosen) else seeds)
    rows = _rows(view, _ends(links) | set(seeds))
    groups = _incidents(rows, links, web.judgements(), lore)
    sources = _sources(web, rows, chosen)
    asked = set(seeds)
    of = {event: number for number, group in enumerate(groups) for event in group}
    between: defaultdict[int, list[Link]] = defaultdict(list)
    doubtful: defaultdict[int, dict[str, Link]] = defaultdict(dict)
    for link in links:
        here, there = of[link.left], of[link.right]
        if here == there:
            between[here].append(link)
        elif link.verdict == "possible":
            for group, other in ((here, link.right), (there, link.left)):
                known = doubtful[group].get(other)
                if known is None or (link.weight, link.id) > (known.weight, known.id):
                    doubtful[group][other] = link
    told = []
    for number, ids in enumerate(groups):
        if asked.isdisjoint(ids):
            continue
        members = [rows[key] for key in ids]
        one = entry(members, between[number], sources.support(members))
        perhaps = tuple((rows[key], link) for key, link in sorted(doubtful[number].items()))
        told.append(Told(one, tuple(rows[key] for key in one.events), perhaps))
    return _page(sorted(told, key=_by_date), chosen)


def contradictions(view: View, lore: Lore, chosen: Filter = ALL, web: Web | None = None) -> Disputes:
    """Every disagreement that a record of the filter takes part in, contradictions first."""
    web = web or Web(view)
    seeds = _seeds(view, lore, chosen)
    links = list(_links(web, "event", None if _asks_nothing(chosen) else seeds))
    asked = None if _asks_nothing(chosen) else seeds
    links += [link for kind in _CLAIMS for link in web.links(kind, asked) if link.verdict in _CLASHING]
    rows = _rows(view, _ends(links))
    judgements = web.judgements()
    events = {key: row for key, row in rows.items() if isinstance(row.assertion, Event)}
    groups = _incidents(events, [link for link in links if link.kind == "event"], judgements, lore)
    sources = _sources(web, rows, chosen)
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
    sources = _sources(Web(view), rows, chosen)
    seen: set[str] = set()
    found = []
    near = neighbours(links)
    begun: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        begun[link.left].append(link)
    for row in own:
        if row.id in seen or (row.assertion.lower is None and row.assertion.upper is None):
            continue
        group = connected(row.id, near)
        seen |= group
        members = sorted((rows[key] for key in group), key=_published)
        within = tuple(link for key in sorted(group) for link in begun[key])
        found.append(Compared(ranged(members, best), tuple(members), within, sources.support(members)))
    return _page(found, chosen)


def claims(web: Web, rows: Sequence[Row[Any]], chosen: Filter = ALL) -> tuple[Claim, ...]:
    """These rows, all of one kind, with those that make the same claim put together, by day of publication.

    One claim are rows that a comparison found the same, and rows of copies (or of one report) with the same
    content. A person's `join` counts as well.
    """
    if not rows:
        return ()
    of = {row.id: row for row in rows}
    sources = _sources(web, of, chosen)
    head = {report: group.id for report, group in sources.copies.items()}
    told: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        told[f"{head.get(row.report, row.report)} {_content(row)}"].append(row.id)
    links = [link for link in _links(web, rows[0].assertion.KIND, of) if _one_force(of, link)]
    compared = grouped(_ends(links) | of.keys(), links, web.judgements())
    near: defaultdict[str, set[str]] = defaultdict(set)
    for group in (*compared, *told.values()):
        for other in group[1:]:
            near[group[0]].add(other)
            near[other].add(group[0])
    seen: set[str] = set()
    found = []
    for row in sorted(rows, key=_published):
        if row.id not in seen:
            together = connected(row.id, near) & of.keys()
            seen |= together
            members = tuple(sorted((of[key] for key in together), key=_published))
            found.append(Claim(members, sources.support(members)))
    return tuple(found)


def _one_force(rows: Mapping[str, Row[Any]], link: Link) -> bool:
    """Whether both ends do the same with their words: a threat inside an accusation is another claim."""
    ends = [rows[key].assertion for key in (link.left, link.right) if key in rows]
    return len({end.force for end in ends if isinstance(end, Statement)}) <= 1


def _content(row: Row[Any]) -> str:
    """What a row says, whoever prints it: the same in two copies."""
    claim = row.assertion
    if isinstance(claim, Figure):
        place = (claim.place.entity or claim.place.text) if claim.place else ""
        return repr((claim.kind, claim.lower, claim.upper, claim.bound, claim.population or claim.unit, place,
                     claim.since, claim.until, claim.status))  # fmt: skip
    words = row.words[max(0, claim.content.start - claim.start) : claim.content.end - claim.start]
    return f"{claim.force} {' '.join(words.split())}"


def origins(web: Web, reports: Iterable[str]) -> int:
    """Independent origins among reports: copies count once."""
    ids = set(reports)
    copied = copy_groups(_links(web, "copy", ids), {})
    return len(ids) - sum(max(0, len(ids & set(group.reports)) - 1) for group in copied)


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


def _links(web: Web, kind: LinkKind, seeds: Iterable[str] | None) -> tuple[Link, ...]:
    """The links of everything that hangs together with the seeds (None: all) by `same` links and joins."""
    if seeds is None:
        return web.links(kind)
    found: dict[str, Link] = {}
    seen: set[str] = set()
    joins = [j for j in web.judgements() if j.act == "join" and j.other]
    waiting = set(seeds)
    while waiting:
        seen |= waiting
        new = web.links(kind, waiting)
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


def _sources(web: Web, rows: Rows, chosen: Filter) -> Sources:
    """Statements, credits and copies of the reports that these rows stand in."""
    reports = {row.report for row in rows.values()}
    links = _links(web, "copy", None if _asks_nothing(chosen) else reports)
    copies = {report: group for group in copy_groups(links, {}) for report in group.reports}
    possible: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.verdict == "possible":
            possible[link.left].append(link)
            possible[link.right].append(link)
    return Sources(web.said(reports), web.credits(reports), copies, possible)


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


def _stated(event: Event) -> int:
    """How many of day, place, doers and those done to a telling states."""
    return sum(map(bool, (event.date, event.place, event.actors, event.recipients)))


def _by_date(told: Told) -> tuple[bool, str, str]:
    date = told.incident.date
    return (date is None or not date[:1].isdigit(), date or "", told.incident.id)


def _published(row: Row[Any]) -> tuple[bool, str, str]:
    return (row.published.date is None, row.published.date or "", row.id)
