"""Figures compared with their scopes: what is counted, of whom, where, and over which stretch of time.

Two figures are compared only where kind, people and place agree and either both count over a stretch with a
stated beginning, or both count what one and the same incident did. Totals with different base dates are
compared where one stretch holds the other; nothing is ever added up.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hudna.ledger import incidents
from hudna.ledger.actors import likeness
from hudna.ledger.amounts import Amount, amount
from hudna.ledger.days import Days, cells, days
from hudna.ledger.naming import counted, number
from hudna.ledger.reasons import Found, features
from hudna.ledger.scenes import WITH_EVENT, Lore, Scene, where, who
from hudna.ledger.spells import Spell, is_total, spell
from hudna.model.assertions import Figure, Place
from hudna.model.links import Link, Verdict
from hudna.model.rows import Row
from hudna.packs.comparing import Spoken

STEP = "figures/4"
TOLD = frozenset({"reported", "claimed", "alleged"})
"""Statuses of numbers that somebody says are so."""
_SPOKEN = TOLD | {"denied"}
_WORSE: tuple[Verdict, ...] = ("same", "compatible", "tension", "contradiction")
_TOLD_TOGETHER = 60
"""Totals are compared where their ends lie about so many days apart at most."""
_LONGEST = 31
_REMEMBERED = 100_000

Finding = Literal[
    "equal", "compatible", "tension", "risen", "both-told", "lagging", "contradiction", "denied"
]
VERDICTS: Mapping[Finding, Verdict] = {
    "equal": "same", "compatible": "compatible", "tension": "tension", "risen": "tension",
    "both-told": "tension", "lagging": "tension", "contradiction": "contradiction", "denied": "contradiction",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """A figure made ready: its number, its stretch, and the event it was told with (None for totals and for
    figures that stand alone). `mark` is one for figures that say the same (`Lore.mark`)."""

    row: Row[Figure]
    amount: Amount
    spell: Spell | None
    total: bool
    scene: Scene | None
    mark: int

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.row.id

    @property
    def figure(self) -> Figure:
        """What is counted."""
        return self.row.assertion


def counts(rows: Sequence[Row[Figure]], scenes: Sequence[Scene], lore: Lore) -> tuple[Count, ...]:
    """The figures of one report that have a number, those told with an event beside it."""
    told_with = {figure.id: scene for scene in scenes for figure in scene.figures}
    sized = ((row, amount(row.assertion)) for row in rows)
    return tuple(_count(row, size, told_with.get(row.id), lore) for row, size in sized if size)


def _count(row: Row[Figure], size: Amount, scene: Scene | None, lore: Lore) -> Count:
    figure = row.assertion
    mark = lore.mark((
        figure.kind, figure.lower, figure.upper, figure.bound, figure.unit, figure.population, figure.since,
        figure.until, where(figure.place), who(figure.perpetrators), figure.status, row.published.date,
        scene and scene.mark,
    ))  # fmt: skip
    return Count(row, size, spell(row), is_total(row), scene, mark)


def keys(count: Count, lore: Lore) -> tuple[str, ...]:
    """Where to look for comparable figures: kind, people and place with the day, or for totals with the
    months in which their counting ended; for what an event did, the keys of the event."""
    figure = count.figure
    if figure.status not in _SPOKEN:
        return ()
    scope = f"{figure.kind}|{figure.population or figure.unit}"
    if count.scene is not None:
        return tuple(f"{scope}|{key}" for key in incidents.keys(count.scene, lore))
    if figure.place is None or count.spell is None:
        return ()
    scope = f"{scope}|{figure.place.entity or figure.place.text}"
    end = count.spell.end.last or 0
    if count.total:
        early, late = end // _TOLD_TOGETHER, (end + _TOLD_TOGETHER // 2) // _TOLD_TOGETHER
        return (f"{scope}|m{early}", f"{scope}|n{late}")
    whole = Days(count.spell.start.first, end)
    return tuple(f"{scope}|{time}" for time in cells(whole, _LONGEST))


def compare(left: Count, right: Count, lore: Lore) -> Link | None:
    """What two figures have to do with each other; symmetric. None where their scopes do not meet."""
    if left.id > right.id:
        left, right = right, left
    if not _one_thing(left, right):
        return None
    scope = _scope(left, right, lore)
    if scope is None:
        return None
    finding = _value(left, right, scope)
    if finding is None:
        return None
    a, b = left.figure, right.figure
    found = [_named("kind", "one", *(counted(one, lore.comparing) for one in (a, b)))]
    if scope != "incident" and a.place and b.place:
        found.append(_named("place", "one", *(_called(place) for place in (a.place, b.place))))
    found.append(_scope_found(left, right, scope))
    found.append(_named("value", finding, *(number(one, lore.comparing) for one in (a, b))))
    reasons = features(found, lore.comparing.figures, memory=lore.sentences)
    return Link("figure", left.id, right.id, VERDICTS[finding], 1.0, reasons, STEP)


Scope = Literal["incident", "same", "wider", "narrower"]


def _one_thing(left: Count, right: Count) -> bool:
    """Whether the same is counted, of the same people, and neither is a mere supposition."""
    a, b = left.figure, right.figure
    if a.kind != b.kind or a.status not in _SPOKEN or b.status not in _SPOKEN:
        return False
    if a.kind == "other" and a.unit != b.unit:
        return False
    return a.population == b.population and (a.population is not None or a.unit == b.unit)


def _scope(left: Count, right: Count, lore: Lore) -> Scope | None:
    """How far the two count the same: one incident, one stretch at one place, one stretch in the other.

    A count of one day in one town is what an event did there; without its event nobody knows which.
    """
    if left.scene is not None and right.scene is not None:
        return "incident" if _one_incident(left.scene, right.scene, lore) else None
    if left.scene is not None or right.scene is not None or left.spell is None or right.spell is None:
        return None
    a, b = left.figure, right.figure
    if a.place is None or b.place is None or lore.map.nearness(a.place, b.place) != "same":
        return None
    if not (left.total and right.total) and a.kind in WITH_EVENT and lore.map.is_spot(a.place):
        return None
    doers = likeness(a.perpetrators, b.perpetrators)
    if not (doers in ("one", "kin") or not (a.perpetrators or b.perpetrators)):
        return None
    order = left.spell.order(right.spell)
    return order if order == "same" or a.kind in lore.comparing.grows else None


def _one_incident(left: Scene, right: Scene, lore: Lore) -> bool:
    """Whether two tellings are of one event. A number that differs must not be the reason why they count as
    two, so what else speaks for one event is enough."""
    if left.id == right.id:
        return True
    marks = (left.mark, right.mark) if left.id < right.id else (right.mark, left.mark)
    known = lore.known.get(marks)
    if known is None:
        if len(lore.known) > _REMEMBERED:
            lore.known.clear()
        known = lore.known[marks] = _surely_one(left, right, lore)
    return known


def _surely_one(left: Scene, right: Scene, lore: Lore) -> bool:
    verdict = incidents.verdict_of(left, right, lore, figures=False)
    return verdict == "same" or (verdict == "possible" and incidents.verdict_of(left, right, lore) == "same")


def _value(left: Count, right: Count, scope: Scope) -> Finding | None:
    """How the two numbers agree within their scope."""
    if (left.figure.status == "denied") != (right.figure.status == "denied"):
        denied = scope in ("incident", "same") and left.amount.meets(right.amount)
        return "denied" if denied else None
    if left.figure.status == "denied":
        return None
    if scope in ("incident", "same"):
        return _one_scope(left, right, scope)
    wide, narrow = (left, right) if scope == "wider" else (right, left)
    return _nested(wide, narrow)


def _one_scope(left: Count, right: Count, scope: Scope) -> Finding:
    a, b = left.amount, right.amount
    if a == b:
        return "equal"
    if a.meets(b):
        return "compatible" if a.expected_with(b) or scope == "incident" else "tension"
    if scope == "incident" and left.row.report == right.row.report:
        return "both-told"
    return "risen" if scope == "incident" and _later_is_more(left, right) else "contradiction"


def _nested(wide: Count, narrow: Count) -> Finding:
    """A wider stretch holds at least as much as one inside it. Where it is wider by days of publication
    alone, its number may be as old as the other."""
    if wide.amount.high < narrow.amount.low:
        return "contradiction" if _surely_wider(wide, narrow) else "lagging"
    return "tension" if wide.amount.told_high < narrow.amount.told_low else "compatible"


def _surely_wider(wide: Count, narrow: Count) -> bool:
    if wide.spell is None or narrow.spell is None:
        return False
    ends = (wide.spell.end, narrow.spell.end)
    return ends[0].gap(ends[1]) == 0 or all(end.stated for end in ends)


def _later_is_more(left: Count, right: Count) -> bool:
    """Whether the report of a later day gives the larger number, as tolls do that rise."""
    a, b = days(left.row.published.date), days(right.row.published.date)
    if a is None or b is None or a.gap(b) == 0:
        return False
    first, then = (left, right) if (a.last or 0) < (b.first or 0) else (right, left)
    return then.amount.low > first.amount.high


def _scope_found(left: Count, right: Count, scope: Scope) -> Found:
    if scope == "incident" or left.spell is None or right.spell is None:
        return Found("scope", "incident")
    finding = "same-window" if scope == "same" else "nested"
    return _named("scope", finding, left.spell.shown, right.spell.shown)


def _named(feature: str, finding: str, left: Spoken, right: Spoken) -> Found:
    return Found(feature, finding, left[0], right[0], left[1], right[1])


def _called(place: Place) -> Spoken:
    return place.name_en or place.text, place.name_ar or place.text


def told(figure: Figure) -> str:
    """A number with its bound: `more_than 1,800`, `exact 12`, `between 10..20`."""
    low, high = figure.lower, figure.upper
    if low is not None and high is not None and low != high:
        return f"{figure.bound} {low:,g}..{high:,g}"
    number = low if low is not None else high
    return figure.bound if number is None else f"{figure.bound} {number:,.0f}"


# Low and high of one scope


@dataclass(frozen=True, slots=True)
class Range:
    """What is said of one scope: the smallest and the largest number anybody gives. `low` is None where the
    smallest is open below («fewer than 30»), `high` where the largest is open above («more than 20»). `best`
    stays None until a person settles it. `figures` are ids in order."""

    id: str
    figures: tuple[str, ...]
    low: float | None
    high: float | None
    best: float | None = None


def one_scope(link: Link) -> bool:
    """Whether a link is between figures of the very same scope: one incident, or one stretch at one place."""
    return link.kind == "figure" and any(
        f.name == "scope" and (not f.left or f.left == f.right) for f in link.features
    )


def ranged(figures: Iterable[Row[Figure]], best: Mapping[str, float] | None = None) -> Range:
    """Low and high over figures of one scope; `best` are values people have set, by figure id. What is denied
    or planned or supposed is no number of theirs."""
    rows = sorted(figures, key=lambda row: row.id)
    said = [(row.assertion.lower, row.assertion.upper) for row in rows if row.assertion.status in TOLD]
    lows = [low for low, _ in said if low is not None]
    highs = [high for _, high in said if high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if any(lower is None and upper is not None and (low is None or upper <= low) for lower, upper in said):
        low = None
    if any(upper is None and lower is not None and (high is None or lower >= high) for lower, upper in said):
        high = None
    chosen = next((best[row.id] for row in rows if best and row.id in best), None)
    ids = tuple(row.id for row in rows)
    return Range(ids[0], ids, low, high, chosen)


def agreement(links: Iterable[Link]) -> Verdict | None:
    """How figures of one scope agree: the worst of their pairs of numbers. Two numbers that one pair of
    tellings shows to be an older and a later toll are no contradiction, whoever repeats the older one."""
    mildest: dict[frozenset[str], Verdict] = {}
    for link in links:
        value = next(feature for feature in link.features if feature.name == "value")
        pair = frozenset((value.left, value.right))
        mildest[pair] = min(mildest.get(pair, link.verdict), link.verdict, key=_WORSE.index)
    return max(mildest.values(), key=_WORSE.index, default=None)
