"""Families from a seed: the events, their tellings, and the truth about all of them."""

import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from benchmarks.families import stories, words
from benchmarks.families.accounts import Accounts, round_up
from benchmarks.families.copying import copied
from benchmarks.families.drafts import About, Claim, Desk, Draft, Judged
from benchmarks.families.world import (
    ARMIES,
    CENTRES,
    DAYS,
    FIRST_DAY,
    OUTLETS,
    SOURCES,
    Happening,
    Town,
    towns,
)
from benchmarks.families.writing import written

from hudna.model.assertions import Assertion
from hudna.model.records import Analysis


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its assertions.

    `family` is the number of the event it is about (or `BULLETIN`, `ROUND_UP`, `BESIDE`), `root` the number
    of the report it copies in the end, `origin` whose account it gives.
    """

    analysis: Analysis
    family: int
    root: int
    origin: str

    @property
    def id(self) -> str:
        """The report's id."""
        return self.analysis.report.id

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """All of them, by kind."""
        found = self.analysis.assertions
        return (*found.statements, *found.events, *found.figures, *found.agreements)


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of a set of reports.

    `copies`: groups (two or more) of report ids. `events`: event assertion -> number of the event.
    `variants`: assertion -> name of what it says. `verdicts`: two variants (in order) -> about what, and
    whether they agree; two variants that are not in it are of different things. `origins`: event -> how many
    independent accounts there are.
    """

    copies: tuple[tuple[str, ...], ...]
    events: Mapping[str, int]
    variants: Mapping[str, str]
    verdicts: Mapping[tuple[str, str], tuple[About, Judged]]
    origins: Mapping[int, int]

    def verdict(self, left: str, right: str) -> tuple[About, Judged] | None:
        """The truth of two assertions: None where they are of different things."""
        a, b = self.variants.get(left), self.variants.get(right)
        if a is None or b is None:
            return None
        return ("figure", "same") if a == b else self.verdicts.get((min(a, b), max(a, b)))


@dataclass(frozen=True, slots=True)
class Families:
    """The reports in order of publication and the truth about them."""

    happenings: tuple[Happening, ...]
    told: tuple[Told, ...]
    truth: Truth


def families(events: int = 200, seed: int = 1) -> Families:
    """At least `events` true events told in 5 to 20 reports each; the same for a seed."""
    chance = random.Random(seed)
    desk, places = Desk(chance), towns()
    happenings = _Happenings(chance, places, max(DAYS, events * DAYS // 200)).make(events)
    _tell_all(desk, happenings)
    for number in range(max(2, events // 10)):
        stories.bulletins(desk, number, CENTRES[number % len(CENTRES)], places)
    return _families(desk, happenings)


class _Happenings:
    """Events and their near misses, no town hit twice within a week but by a near miss.

    More than 200 events take more time, not more events a day: so does a ledger that grows.
    """

    def __init__(self, chance: random.Random, places: dict[str, list[Town]], days: int) -> None:
        self._chance = chance
        self._days = days
        self._towns = places
        self._taken: set[tuple[str, int]] = set()

    def make(self, events: int) -> list[Happening]:
        found: list[Happening] = []
        while len(found) < events:
            first = self._fresh(len(found))
            found.append(first)
            for change in (self._next_day, self._otherwise, self._nearby):
                if self._chance.random() < 0.5:
                    found.append(self._near_miss(change(first), first, len(found)))
        return found

    def _fresh(self, number: int) -> Happening:
        chance = self._chance
        while True:
            town = chance.choice(self._towns[chance.choice(sorted(self._towns))])
            day = chance.randrange(20, self._days)
            if self._free(town, day):
                break
        return Happening(
            number, chance.choice(sorted(words.WEAPONS)), town, FIRST_DAY + timedelta(days=day),
            chance.choice(ARMIES), chance.randint(4, 45), chance.randint(4, 90),
        )  # fmt: skip

    def _free(self, town: Town, day: int) -> bool:
        if any((town.entity, near) in self._taken for near in range(day - 7, day + 8)):
            return False
        self._taken.add((town.entity, day))
        return True

    def _near_miss(self, changed: Happening, first: Happening, number: int) -> Happening:
        """Numbered, with dead and injured unlike those of the first one."""
        killed = self._chance.choice([n for n in range(4, 46) if abs(n - first.killed) > 7])
        injured = self._chance.choice([n for n in range(4, 91) if abs(n - first.injured) > 7])
        return replace(changed, number=number, killed=killed, injured=injured, near_miss_of=first.number)

    def _next_day(self, first: Happening) -> Happening:
        return replace(first, day=first.day + timedelta(days=1))

    def _otherwise(self, first: Happening) -> Happening:
        weapon = self._chance.choice([w for w in sorted(words.WEAPONS) if w != first.weapon])
        return replace(first, weapon=weapon)

    def _nearby(self, first: Happening) -> Happening:
        day = (first.day - FIRST_DAY).days
        town = next(t for t in self._shuffled(first.town.governorate) if self._free(t, day))
        return replace(first, town=town)

    def _shuffled(self, governorate: str) -> list[Town]:
        every = self._towns[governorate]
        return self._chance.sample(every, len(every))


def _tell_all(desk: Desk, happenings: Sequence[Happening]) -> None:
    chance = desk.chance
    vague: set[tuple[str, object]] = set()
    storied: set[str] = set()
    clusters: dict[int, list[tuple[Happening, Accounts]]] = defaultdict(list)
    for event in happenings:
        # One event of a day and governorate, no more, may be told without naming its town.
        area = (event.town.governorate, event.day)
        accounts = Accounts(desk, event, vague=area not in vague)
        vague.add(area)
        _tell(desk, accounts)
        first = event.number if event.near_miss_of is None else event.near_miss_of
        clusters[first].append((event, accounts))
        if event.near_miss_of is None and event.town.entity not in storied and chance.random() < 0.6:
            storied.add(event.town.entity)  # once a town, so that no story speaks of another one's people
            story = chance.choice((stories.displacement, stories.displacement, stories.truce, stories.speech))
            story(desk, accounts, event)
    for cluster in clusters.values():
        if len(cluster) > 1 and chance.random() < 0.5:
            last = max((event for event, _ in cluster), key=lambda event: event.day)
            desk.add(round_up([accounts for _, accounts in cluster], chance.choice(OUTLETS), last))


def _tell(desk: Desk, accounts: Accounts) -> None:
    """All reports of one event: a few accounts, then copies of them up to the number drawn."""
    chance = desk.chance
    wanted = chance.randint(5, 20)
    sources = chance.sample(SOURCES, 4)
    plan: list[Callable[[], Draft]] = [
        lambda: accounts.rewrite(sources[0]),
        lambda: accounts.independent(sources[1]),
        lambda: accounts.independent(sources[2]),
        lambda: accounts.independent(None),
    ]
    if chance.random() < 0.3:
        plan.insert(1, lambda: accounts.disputed(sources[3]))
    if chance.random() < 0.3:
        plan.insert(1, accounts.denial)
    if chance.random() < 0.15:
        plan.insert(1, lambda: accounts.blames_other(sources[3]))
    if chance.random() < 0.3:
        plan.insert(2, accounts.recalling)
    roots = [desk.add(accounts.agency(sources[0]))]
    roots += [desk.add(make()) for make in plan[: max(2, wanted // 3)]]
    agency, told = roots[0], list(roots)
    while len(told) < wanted:
        # Agency reports are copied most, and copies are copied again.
        weights = [6 if desk.drafts[number].root == agency else 1 for number in told]
        model = desk.drafts[chance.choices(told, weights)[0]]
        told.append(desk.add(copied(model, chance), model.root))


def _families(desk: Desk, happenings: Sequence[Happening]) -> Families:
    told: list[Told] = []
    claims: list[tuple[Claim, str]] = []
    groups: dict[int, list[str]] = defaultdict(list)
    accounts: dict[int, set[str]] = defaultdict(set)
    for number, draft in enumerate(desk.drafts):
        analysis, made = written(number, draft)
        told.append(Told(analysis, draft.family, draft.root, draft.origin))
        claims.extend(made)
        groups[draft.root].append(analysis.report.id)
        for claim, _ in made:
            if claim.kind == "event" and claim.event is not None:
                accounts[claim.event].add(draft.origin)
    variants = {made: claim.variant for claim, made in claims if claim.variant is not None}
    said = set(variants.values())
    truth = Truth(
        copies=tuple(tuple(ids) for ids in groups.values() if len(ids) > 1),
        events={made: c.event for c, made in claims if c.kind == "event" and c.event is not None},
        variants=variants,
        verdicts={pair: v for pair, v in desk.verdicts.items() if said.issuperset(pair)},
        origins={event.number: len(accounts[event.number]) for event in happenings},
    )
    told.sort(key=lambda report: (report.analysis.report.metadata_date or "", report.id))
    return Families(tuple(happenings), tuple(told), truth)
