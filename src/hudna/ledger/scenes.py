"""A telling of an event made ready for comparing: with its days, its family, and the figures told with it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from hudna.ledger.actors import Likeness, Party, likeness, party
from hudna.ledger.amounts import Amount, amount
from hudna.ledger.days import Days, days, news_days
from hudna.ledger.naming import counted
from hudna.ledger.naming import number as spoken_number
from hudna.ledger.places import Map
from hudna.ledger.reasons import Found
from hudna.ledger.spells import is_total
from hudna.model.assertions import Actor, AgreementMention, Event, Figure, Place
from hudna.model.links import Feature
from hudna.model.rows import Row
from hudna.packs.comparing import Comparing, Family, Sort, folded_words

WITH_EVENT = frozenset(
    {"killed", "injured", "fighters_killed", "detained", "abducted", "displaced", "houses_destroyed",
     "equipment_destroyed", "settlements_captured", "air_strikes", "shells"}
)  # fmt: skip
"""Kinds of figures that tell the outcome or the size of an event."""
_TOGETHER = frozenset({"meeting", "truce"})
_REMEMBERED = 100_000
_MARKED = 20_000
"""Records remembered by what they say, about 1 kB each."""
_NEAR = 120
"""Characters between an event and an accord that it is about, at most."""
_REACH = 400
"""Characters between an event and a figure of its line, at most."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure told with an event: of what and whom, its number, and that number in English and Arabic."""

    kind: str
    population: str | None
    amount: Amount
    shown: tuple[str, str]
    size: float


@dataclass(frozen=True, slots=True)
class Scene:
    """One telling. `days` is when, None where nothing tells; `outcomes` are the figures with a number;
    `words` are those of the event, folded; `accords` the ids of accords named in its line; `mark` is one for
    tellings that say the same (`Lore.mark`). In talks and accords everybody who took part is a doer."""

    row: Row[Event]
    family: Family
    days: Days | None
    figures: tuple[Row[Figure], ...]
    outcomes: tuple[Outcome, ...]
    words: tuple[str, ...]
    accords: frozenset[str]
    mark: int
    doers: Party
    done_to: Party

    @property
    def id(self) -> str:
        """The event's id."""
        return self.row.id

    @property
    def event(self) -> Event:
        """What is told."""
        return self.row.assertion


@dataclass(frozen=True, slots=True)
class Lore:
    """What comparing knows beside the records: the gazetteer, and the lexicons of comparison."""

    map: Map
    comparing: Comparing
    known: dict[tuple[int, int], bool] = field(default_factory=dict)
    """Which tellings were found to be of one event, by their marks; a memory, no knowledge."""
    alike: dict[tuple[str, str], Likeness] = field(default_factory=dict)
    """How lists of actors relate, by their keys; likewise."""
    sentences: dict[tuple[Sort, Found], Feature] = field(default_factory=dict)
    """Findings as features, likewise."""
    marks: dict[tuple[object, ...], int] = field(default_factory=dict)
    """Marks by what they stand for, likewise."""
    numbers: Iterator[int] = field(default_factory=count)

    def mark(self, content: tuple[object, ...]) -> int:
        """A number for what a record says, its place in the text aside: records of other reports that say the
        same, word for word of what is compared, have the same. Forgotten marks are never given again."""
        known = self.marks.get(content)
        if known is None:
            if len(self.marks) > _MARKED:
                self.marks.clear()
            known = self.marks[content] = next(self.numbers)
        return known

    def likeness(self, left: Party, right: Party) -> Likeness:
        """How two lists of actors relate."""
        known = self.alike.get((left.key, right.key))
        if known is None:
            if len(self.alike) > _REMEMBERED:
                self.alike.clear()
            known = self.alike[left.key, right.key] = likeness(left.actors, right.actors)
        return known


def scenes(rows: Sequence[Row[Any]], lore: Lore) -> tuple[Scene, ...]:
    """The events of one report with the figures of the same line that stand nearest to each."""
    events = [row for row in rows if isinstance(row.assertion, Event)]
    told: defaultdict[str, list[Row[Figure]]] = defaultdict(list)
    for row in rows:
        if isinstance(row.assertion, Figure) and (event := event_of(row, events)) is not None:
            told[event.id].append(row)
    accords = [row for row in rows if isinstance(row.assertion, AgreementMention)]
    return tuple(scene(event, told[event.id], lore, _named(event, accords)) for event in events)


def scene(
    row: Row[Event], figures: Sequence[Row[Figure]], lore: Lore, accords: frozenset[str] = frozenset()
) -> Scene:
    """One telling made ready."""
    event = row.assertion
    when = days(event.date)
    if when is None and event.date is None and not event.background:
        when = news_days(row.published.date)
    family = lore.comparing.family(event.type, event.mode)
    outcomes = tuple(made for figure in figures if (made := _outcome(figure.assertion, lore)))
    together = family.name in _TOGETHER
    doers = event.actors + event.recipients if together else event.actors
    words = folded_words(row.words)
    content = (
        event.type, event.mode, event.status, event.date, when, who(event.actors), who(event.recipients),
        where(event.place), outcomes, words, accords,
    )  # fmt: skip
    return Scene(
        row, family, when, tuple(figures), outcomes, words, accords, lore.mark(content),
        party(doers), party(() if together else event.recipients),
    )  # fmt: skip


def who(actors: Sequence[Actor]) -> tuple[object, ...]:
    """Actors without where they stand, for marks."""
    return tuple((a.text, a.entity, a.code, a.name_en, a.name_ar) for a in actors)


def where(place: Place | None) -> tuple[object, ...] | None:
    """A place without where it stands, for marks."""
    if place is None:
        return None
    return (
        place.text, place.entity, place.name_en, place.name_ar, place.lat, place.lon, place.precision
    )  # fmt: skip


def _outcome(figure: Figure, lore: Lore) -> Outcome | None:
    size = amount(figure)
    number = figure.lower if figure.lower is not None else figure.upper
    if size is None or number is None:
        return None
    what, how_many = counted(figure, lore.comparing), spoken_number(figure, lore.comparing)
    shown = f"{what[0]}: {how_many[0]}", f"{what[1]}: {how_many[1]}"
    return Outcome(figure.kind, figure.population, size, shown, number)


def _named(event: Row[Event], accords: Sequence[Row[AgreementMention]]) -> frozenset[str]:
    """The accords of the register that are named in the line of an event, near it."""
    return frozenset(
        row.assertion.agreement
        for row in accords
        if row.assertion.agreement and row.line == event.line and _distance(event, row) <= _NEAR
    )


def event_of(figure: Row[Figure], events: Sequence[Row[Event]]) -> Row[Event] | None:
    """The event a figure is told with: the nearest one of its line, at the same place if both name one; else
    the only one of its report with the same place and day. None for totals, and for kinds that are no outcome
    of an event."""
    if figure.assertion.kind not in WITH_EVENT or is_total(figure):
        return None
    fitting = [event for event in events if _meets(event, figure)]
    near = [e for e in fitting if e.line == figure.line and _distance(e, figure) <= _REACH]
    if near:
        return min(near, key=lambda e: (_distance(e, figure), e.start, e.id))
    same = [e for e in fitting if e.assertion.repeats is None and _one_scene(e.assertion, figure.assertion)]
    return same[0] if len(same) == 1 else None


def _one_scene(event: Event, figure: Figure) -> bool:
    """Whether event and figure state the same place and the same day."""
    if event.place is None or figure.place is None or event.place.entity is None:
        return False
    return event.place.entity == figure.place.entity and event.date is not None and event.date == figure.since


def _meets(event: Row[Event], figure: Row[Figure]) -> bool:
    """Whether place and day of a figure, where stated, can be the event's."""
    place, where = figure.assertion.place, event.assertion.place
    if place and where and place.entity and where.entity and place.entity != where.entity:
        return False
    counted, when = days(figure.assertion.since), days(event.assertion.date)
    return counted is None or when is None or counted.gap(when) == 0


def _distance(event: Row[Event], other: Row[Any]) -> int:
    return max(0, other.start - event.end, event.start - other.end)
