"""An incident as an entry: what most origins say of it, and everything that is stated."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from hudna.ledger.incidents import DENYING
from hudna.model.assertions import Actor, Event, Place
from hudna.model.entries import Incident, Support
from hudna.model.links import Link
from hudna.model.rows import Row


def entry(rows: Iterable[Row[Event]], links: Iterable[Link], support: Support) -> Incident:
    """One incident from its tellings, the links between them, and how many say it.

    A value is what most origins give (the first named by sorting where two are given equally often); an exact
    day goes before a month, a town before a governorate. Denials vote only where nobody else does.
    """
    told = sorted(rows, key=_published)
    votes = _Votes(told, support)
    events = [row.assertion for row in told]
    type = votes.most(lambda e: e.type) or events[0].type
    return Incident(
        id=min(row.id for row in told),
        events=tuple(row.id for row in told),
        type=type,
        mode=votes.most(lambda e: e.mode if e.type == type else None),
        date=votes.most(lambda e: e.date if e.date and len(e.date) >= _DAY and "/" not in e.date else None)
        or votes.most(lambda e: e.date),
        dates=tuple(sorted({e.date for e in events if e.date})),
        place=votes.most(lambda e: _spot(e.place)) or votes.most(lambda e: _named(e.place)),
        places=tuple(sorted({name for e in events if (name := _named(e.place))})),
        actors=_people(events, lambda e: e.actors),
        recipients=_people(events, lambda e: e.recipients),
        background=tuple(row.id for row in told if row.assertion.background),
        links=tuple(sorted(links, key=lambda link: link.id)),
        support=support,
    )


_DAY = len("2020-02-16")


class _Votes:
    """Each origin has one vote for each value that one of its reports states: a report that tells the event
    twice, in the heading and in full, votes once."""

    def __init__(self, rows: Sequence[Row[Event]], support: Support) -> None:
        self._rows = [row for row in rows if row.assertion.status not in DENYING] or list(rows)
        self._origin = {report: at for at, one in enumerate(support.origins) for report in one.reports}

    def most(self, value: Callable[[Event], str | None]) -> str | None:
        found: defaultdict[str, set[str | int]] = defaultdict(set)
        for row in self._rows:
            given = value(row.assertion)
            if given is not None:
                found[given].add(self._origin.get(row.report, row.report))
        return min(found, key=lambda given: (-len(found[given]), given), default=None)


def _published(row: Row[Event]) -> tuple[bool, str, str, int, str]:
    return (row.published.date is None, row.published.date or "", row.report, row.start, row.id)


def _named(place: Place | None) -> str | None:
    return (place.name_en or place.text) if place else None


def _spot(place: Place | None) -> str | None:
    return _named(place) if place and place.precision == "point" else None


def _people(events: Iterable[Event], of: Callable[[Event], Sequence[Actor]]) -> tuple[Actor, ...]:
    """Everybody named, once, in order of first naming."""
    found: dict[str, Actor] = {}
    for event in events:
        for actor in of(event):
            found.setdefault(actor.entity or actor.name_en or actor.text, actor)
    return tuple(found.values())
