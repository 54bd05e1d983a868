"""Events of reports about one thing: what two tellings have in common, and how tellings make incidents.

Two tellings are compared feature by feature; each finding adds log odds (lexicon/ar/event_findings.yaml) to
«two events until shown otherwise», as in the record linkage of Fellegi and Sunter (1969), with weights set by
hand.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import exp

from hudna.ledger.actors import Likeness, likeness, shown, state
from hudna.ledger.amounts import amount
from hudna.ledger.days import cells
from hudna.ledger.places import distance_km
from hudna.ledger.reasons import Found, features
from hudna.ledger.scenes import Lore, Scene
from hudna.model.assertions import Actor, Event, Figure
from hudna.model.links import Link, Verdict
from hudna.model.rows import Row

STEP = "events/1"
SAME = 0.84
"""From this probability on two tellings are one event (log odds of 1.66)."""
POSSIBLE = 0.5
_LONGEST = 45
"""Days a date may span for its event to be looked for day by day."""
_WIDE = 31
_WORDS = 6
"""Words a telling must have before the same words say anything."""
_LIKE = 0.8
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
    if left.family.name != right.family.name or not _one_reality(left.event, right.event):
        return None
    found = _findings(left, right, lore)
    if found is None:
        return None
    table = lore.comparing.events
    sort = left.family.sort
    entries = [table[one.feature, one.finding] for one in found]
    odds = sum(e.field if sort == "field" else e.talk for e in entries)
    weight = 1 / (1 + exp(-odds))
    verdict: Verdict | None
    if any(e.surely_two for e in entries):
        verdict, weight = "apart", 1 - weight
    elif weight >= SAME and not any(e.at_most_possible for e in entries):
        verdict = "same"
    elif weight >= POSSIBLE:
        verdict = "possible"
    else:
        return None
    reasons = features(found, table, sort)
    return Link("event", left.id, right.id, verdict, round(weight, 4), reasons, STEP)


def _one_reality(left: Event, right: Event) -> bool:
    """What happened (or is denied) is compared with what happened, plans with plans."""
    return left.status == right.status or (left.status in _HAPPENED and right.status in _HAPPENED)


def _findings(left: Scene, right: Scene, lore: Lore) -> list[Found] | None:
    """Every finding, or None where two tellings are of clearly different times or places."""
    date = _date(left, right)
    if date is None:
        return None
    place = _place(left, right, lore)
    again = _told_again(left.row, right.row)
    if place.finding == "elsewhere" and left.family.sort == "field" and not again:
        if date.finding != "one-day" or not _alike(left, right):
            return None
        place = replace(place, finding="nearby")
    found = [Found("base", "base"), _type(left.event, right.event, lore), date, place]
    found += _people(left, right)
    if figures := _figures(left, right, date.finding):
        found.append(figures)
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
    a, b = act(left), act(right)
    if left.type == right.type and left.mode == right.mode:
        return Found("type", "one-act" if left.mode else "one-type", a, b)
    if left.type == right.type and (left.mode is None or right.mode is None):
        return Found("type", "one-side-general", a, b)
    if left.type != right.type or (left.mode, right.mode) in lore.comparing.means:
        return Found("type", "kin", a, b)
    return Found("type", "other-means", a, b)


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
    said = (a.name_en or a.text if a else "—", b.name_en or b.text if b else "—")
    if a is None or b is None:
        return Found("place", "unstated", *said)
    nearness = lore.map.nearness(a, b)
    if nearness == "same":
        return Found("place", "one-point" if lore.map.is_spot(a) else "one-area", *said)
    return Found("place", {"inside": "inside", "apart": "elsewhere"}.get(nearness, "unclear"), *said)


def _people(left: Scene, right: Scene) -> Iterator[Found]:
    """Doers and those done to; of talks and of accords everybody who took part."""
    a, b = left.event, right.event
    if left.family.name in ("meeting", "truce"):
        mine, theirs = a.actors + a.recipients, b.actors + b.recipients
        yield Found("actors", likeness(mine, theirs), shown(mine), shown(theirs))
        return
    yield Found("actors", likeness(a.actors, b.actors), shown(a.actors), shown(b.actors))
    done_to: Likeness = likeness(a.recipients, b.recipients)
    if done_to in ("one", "kin", "other"):
        yield Found("recipients", done_to, shown(a.recipients), shown(b.recipients))


def _figures(left: Scene, right: Scene, date: str) -> Found | None:
    """How the outcomes agree: kind by kind and people by people, the strongest agreement or else the
    strongest disagreement; None where no two figures are of one kind and people."""
    pairs = [
        (a.assertion, b.assertion)
        for a in left.figures
        for b in right.figures
        if a.assertion.kind == b.assertion.kind and a.assertion.population == b.assertion.population
    ]
    judged = sorted((_agreement(a, b), _number(a), _number(b)) for a, b in pairs if amount(a) and amount(b))
    if not judged:
        return None
    agree, a, b = judged[0]
    finding = ("equal", "fit", "differ")[agree]
    if finding == "differ" and date == "next-day":
        finding = "differ-and-day"
    return Found("figures", finding, a, b)


def _agreement(left: Figure, right: Figure) -> int:
    """0 equal, 1 both may hold, 2 not both."""
    a, b = amount(left), amount(right)
    if a == b:
        return 0
    return 1 if a is None or b is None or a.meets(b) else 2


def _number(figure: Figure) -> str:
    number = figure.lower if figure.lower is not None else figure.upper
    return f"{figure.kind} {figure.bound} {number:g}"


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


def act(event: Event) -> str:
    """`ASSAULT/aerial`, or the type alone."""
    return f"{event.type}/{event.mode}" if event.mode else event.type


def surely_two(left: Scene, right: Scene, lore: Lore) -> bool:
    """Whether two tellings cannot be of one event, whatever a chain of others says: stated days, known places
    or means of deeds on the ground that exclude each other."""
    a, b = left.days, right.days
    if a and b and a.stated and b.stated and a.gap(b) > 0:
        return True
    if left.family.sort != "field":
        return False
    return (
        _place(left, right, lore).finding == "elsewhere"
        or _type(left.event, right.event, lore).finding == "other-means"
    )
