"""Events of reports about one thing: what two tellings have in common, and how tellings make incidents.

Two tellings are compared feature by feature; each finding adds log odds (lexicon/ar/event_findings.yaml) to
«two events until shown otherwise», as in the record linkage of Fellegi and Sunter (1969), with weights set by
hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp

from hudna.ledger import actors
from hudna.ledger.actors import state
from hudna.ledger.amounts import Amount
from hudna.ledger.days import cells
from hudna.ledger.naming import act
from hudna.ledger.places import distance_km
from hudna.ledger.reasons import Found, features
from hudna.ledger.scenes import Lore, Scene
from hudna.model.assertions import Actor, Event
from hudna.model.links import Link, Verdict
from hudna.model.rows import Row
from hudna.packs.comparing import Sort

STEP = "events/4"
SAME = 0.84
"""From this probability on two tellings are one event (log odds of 1.66)."""
POSSIBLE = 0.5
_LONGEST = 45
"""Days a date may span for its event to be looked for day by day."""
_WIDE = 31
_WORDS = 6
"""Words a telling must have before the same words say anything."""
_LIKE = 0.8
_EQUAL, _FIT, _DIFFER = range(3)
_TELLING = 5
"""From this number on two figures are hardly the same by chance."""
NEARBY_KM = 25.0
DENYING = frozenset({"denied", "negated"})
_HAPPENED = frozenset({"reported", "claimed", "alleged", "denied", "negated"})


def keys(scene: Scene, lore: Lore) -> tuple[str, ...]:
    """Where to look for other tellings: family, day and the governorate; family, day and the doer's country.

    Undated events of undated reports are found by the spot alone. Hypothetical events are compared with none.
    """
    event = scene.event
    if event.status == "hypothetical":
        return ()
    family = scene.family.name
    place = event.place.entity if event.place else None
    if scene.days is None:
        spot = place and event.place and lore.map.is_spot(event.place)
        return (f"{family}|?|{place}",) if spot else ()
    found: list[str] = []
    times = cells(scene.days, _LONGEST)
    sides = sorted({_side(a) for a in event.actors} - {""})
    if event.place and (cell := lore.map.cell(event.place)):
        found += [f"{family}|{time}|{cell}" for time in times]
    if scene.family.sort == "talk" or not event.place or not lore.map.is_spot(event.place):
        found += [f"{family}|{time}|{side}" for time in times for side in sides]
    if not times and scene.days.first is not None and sides:
        year = scene.days.first // 366
        found.append(f"{family}|y{year}|{'+'.join(sides)}")
    return tuple(dict.fromkeys(found))


def compare(left: Scene, right: Scene, lore: Lore) -> Link | None:
    """What two tellings have to do with each other; symmetric. None where nothing speaks for one event."""
    if left.id > right.id:
        left, right = right, left
    found = _findings(left, right, lore)
    if found is None:
        return None
    verdict, weight = _judged(found, left.family.sort, lore)
    if verdict is None:
        return None
    reasons = features(found, lore.comparing.events, left.family.sort, lore.sentences)
    return Link("event", left.id, right.id, verdict, round(weight, 4), reasons, STEP)


def verdict_of(left: Scene, right: Scene, lore: Lore, figures: bool = True) -> Verdict | None:
    """The verdict alone, with or without the figures told with the two."""
    if left.id > right.id:
        left, right = right, left
    found = _findings(left, right, lore)
    if found is None:
        return None
    if not figures:
        found = [one for one in found if one.feature != "figures"]
    return _judged(found, left.family.sort, lore)[0]


def _judged(found: Sequence[Found], sort: Sort, lore: Lore) -> tuple[Verdict | None, float]:
    """Verdict and probability; no verdict where one event is less likely than two."""
    entries = [lore.comparing.events[one.feature, one.finding] for one in found]
    odds = sum(e.field if sort == "field" else e.talk for e in entries)
    weight = 1 / (1 + exp(-odds))
    if any(e.surely_two for e in entries):
        return "apart", 1 - weight
    if weight >= SAME and not any(e.at_most_possible for e in entries):
        return "same", weight
    return ("possible" if weight >= POSSIBLE else None), weight


def _one_reality(left: Event, right: Event) -> bool:
    """What happened (or is denied) is compared with what happened, plans with plans."""
    return left.status == right.status or (left.status in _HAPPENED and right.status in _HAPPENED)


def _findings(left: Scene, right: Scene, lore: Lore) -> list[Found] | None:
    """Every finding, or None where two tellings are of different things, or clearly of different times,
    places or means."""
    if left.family.name != right.family.name or not _one_reality(left.event, right.event):
        return None
    date = _date(left, right)
    type = _type(left.event, right.event, lore)
    if date is None or (type.finding == "other-means" and left.family.sort == "field"):
        return None
    place = _place(left, right, lore)
    again = _told_again(left.row, right.row)
    if place.finding == "elsewhere" and not again:
        if date.finding != "one-day" or not _alike(left, right):
            return None
        place = replace(place, finding="nearby")
    found = [Found("base", "base"), type, date, place, *_people(left, right, lore)]
    found += [one for one in (_figures(left, right, date.finding), _accords(left, right)) if one]
    if _same_words(left, right):
        found.append(Found("words", "one"))
    if again:
        found.append(Found("report", "told-again"))
    elif left.row.report == right.row.report and (left.event.status in DENYING) == (
        right.event.status in DENYING
    ):
        found.append(Found("report", "one-report"))
    return found


def _alike(left: Scene, right: Scene) -> bool:
    """Whether two deeds of one day near each other may be one that somebody places wrongly: the same outcome
    is told of both."""
    a, b = left.event.place, right.event.place
    away = distance_km(a, b) if a and b else None
    found = _figures(left, right, "one-day")
    return away is not None and away <= NEARBY_KM and found is not None and found.finding == "equal"


def _type(left: Event, right: Event, lore: Lore) -> Found:
    (a, a_ar), (b, b_ar) = act(left, lore.comparing), act(right, lore.comparing)
    finding = "other-means"
    if left.type == right.type and left.mode == right.mode:
        finding = "one-act" if left.mode else "one-type"
    elif left.type == right.type and (left.mode is None or right.mode is None):
        finding = "one-side-general"
    elif left.type != right.type or (left.mode, right.mode) in lore.comparing.means:
        finding = "kin"
    return Found("type", finding, a, b, a_ar, b_ar)


def _date(left: Scene, right: Scene) -> Found | None:
    """None for events more than a day apart."""
    a, b = left.days, right.days
    said = (left.event.date or "—", right.event.date or "—")
    if a is None or b is None:
        return Found("date", "unstated", *said)
    gap = a.gap(b)
    if gap > 1 or (gap == 1 and not (a.stated and b.stated)):
        return None
    if gap == 1:
        return Found("date", "next-day", *said)
    if not a.stated or not b.stated:
        return Found("date", "news", *said)
    if a.length == 1 == b.length:
        return Found("date", "one-day", *said)
    longest = max(a.length or _WIDE + 1, b.length or _WIDE + 1)
    return Found("date", "overlap" if longest <= _WIDE else "wide-overlap", *said)


def _place(left: Scene, right: Scene, lore: Lore) -> Found:
    a, b = left.event.place, right.event.place
    names = (
        a.name_en or a.text if a else "—",
        b.name_en or b.text if b else "—",
        a.name_ar or a.text if a else "—",
        b.name_ar or b.text if b else "—",
    )
    return Found("place", _nearness(left, right, lore), *names)


def _nearness(left: Scene, right: Scene, lore: Lore) -> str:
    a, b = left.event.place, right.event.place
    if a is None or b is None:
        return "unstated"
    nearness = lore.map.nearness(a, b)
    if nearness == "same":
        return "one-point" if lore.map.is_spot(a) else "one-area"
    if nearness == "unclear":
        return "one-cell" if lore.map.one_cell(a, b) else "unclear"
    if nearness == "inside":
        return "inside"
    return "elsewhere" if left.family.sort == "field" else "other-place"


def _people(left: Scene, right: Scene, lore: Lore) -> Iterator[Found]:
    """Doers and those done to."""
    yield actors.found("actors", lore.likeness(left.doers, right.doers), left.doers, right.doers)
    if left.done_to.key and right.done_to.key:
        done_to = lore.likeness(left.done_to, right.done_to)
        if done_to in ("one", "kin", "other"):
            yield actors.found("recipients", done_to, left.done_to, right.done_to)


def _figures(left: Scene, right: Scene, date: str) -> Found | None:
    """How the outcomes agree, kind by kind and people by people; None where no two figures are of one kind
    and people. Small numbers are the same by chance: they say less."""
    judged = sorted(
        (_agreement(a.amount, b.amount), -max(a.size, b.size), a.shown, b.shown)
        for a in left.outcomes
        for b in right.outcomes
        if a.kind == b.kind and a.population == b.population
    )
    if not judged:
        return None
    best, size, a, b = judged[0]
    differ = judged[-1][0] == _DIFFER
    finding = "fit"
    if best == _EQUAL:
        finding = "mixed" if differ else "equal" if -size >= _TELLING else "equal-small"
    elif differ:
        finding = "differ"
        a, b = judged[-1][2:]
    if differ and date == "next-day":
        finding = "differ-and-day"
    return Found("figures", finding, a[0], b[0], a[1], b[1])


def _agreement(left: Amount, right: Amount) -> int:
    if left == right:
        return _EQUAL
    return _FIT if left.meets(right) else _DIFFER


def _accords(left: Scene, right: Scene) -> Found | None:
    """Whether two tellings name the same accord; None where one names none."""
    if not left.accords or not right.accords:
        return None
    finding = "one" if left.accords & right.accords else "other"
    return Found("accord", finding, ", ".join(sorted(left.accords)), ", ".join(sorted(right.accords)))


def _same_words(left: Scene, right: Scene) -> bool:
    """Whether two tellings of some length use the same words."""
    a, b = set(left.words), set(right.words)
    if min(len(left.words), len(right.words)) < _WORDS:
        return False
    return len(a & b) >= _LIKE * len(a | b)


def _told_again(left: Row[Event], right: Row[Event]) -> bool:
    return left.id == right.assertion.repeats or right.id == left.assertion.repeats


def _side(actor: Actor) -> str:
    code = actor.code or ""
    return state(code) or code or actor.entity or ""


def surely_two(left: Scene, right: Scene, lore: Lore) -> bool:
    """Whether two tellings cannot be of one event, whatever a chain of others says: stated days, known places
    or means of deeds on the ground that exclude each other."""
    a, b = left.days, right.days
    if a and b and a.stated and b.stated and a.gap(b) > 0:
        return True
    if left.family.sort != "field":
        return False
    return (
        _nearness(left, right, lore) == "elsewhere"
        or _type(left.event, right.event, lore).finding == "other-means"
    )
