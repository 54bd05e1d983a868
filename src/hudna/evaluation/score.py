"""Scores of one report, layer by layer.

A record found matches a gold fact when it stands on the same line and agrees as follows:

    time         overlapping words, same value
    restored     same surface, same restored form
    furniture    the line
    figure       same kind and value
    statement    same group of force, a speaker of the same country
    event        same type; `event+actor` needs one actor's country in common too (or none on either side)
    agreement    the parties or the name agree, and the date where gold states one

What a fact says beside that is scored apart, as slots: of the figures found, how many have the right bound,
place, population and so on, where gold states one; of the events found with their actor, the right place,
recipients, mode and status.

Near misses are told by kind: what is missed although a record left over on its line comes close (the right
speaker with another force, …) is not the same failure as what was not seen at all.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hudna.evaluation import gold as g
from hudna.evaluation.agree import (
    FORCE_GROUP,
    owners,
    owners_of,
    same_number,
    same_people,
    same_place,
    same_status,
    same_time,
)
from hudna.evaluation.match import Counts, Match, match
from hudna.model.annotations import Mention, TimeExpression
from hudna.model.assertions import AgreementMention, Event, Figure, Place, Statement
from hudna.model.lines import Lines
from hudna.model.records import Analysis

LAYERS = ("time", "restored", "furniture", "figure", "statement", "event", "event+actor", "agreement")
SLOTS = (
    "published", "time value", "no count as time", "bound", "since", "until", "place", "population", "status",
    "perpetrators", "event mode", "event recipients", "event place", "event date", "event status", "name",
)  # fmt: skip
"""`time value`: of the times found where one is annotated, those with its value. `no count as time`: of all
times found, those that are annotated or have no digit. `name`: of the names annotated (in sentences only),
those that a mention of their type shares words with; mentions are descriptions too, so nothing is said of
those beyond."""
UNSEEN = "not found"
WRONG_VALUE = "another value"
SPURIOUS = "found without a gold fact"

Near = Callable[[Any, Any], str | None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A fact missed or a record without one: its layer, what kind of failure it is, line, and the value."""

    layer: str
    kind: str
    line: int | None
    value: Any


@dataclass(frozen=True, slots=True)
class ReportScore:
    """One report's counts by layer, and (right, asked) by slot."""

    key: str
    layers: Mapping[str, Counts]
    slots: Mapping[str, tuple[int, int]]
    failures: tuple[Failure, ...] = ()


def score_report(key: str, facts: g.GoldFacts, analysis: Analysis) -> ReportScore:
    """Compare what was found in one report with its gold facts."""
    text = analysis.report.text
    lines = Lines(text)
    notes, said = analysis.annotations, analysis.assertions

    def on_line(agree: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
        return lambda fact, record: fact.line == lines.number(record.start) and agree(fact, record)

    def same_words(fact: g.GoldTime, record: TimeExpression) -> bool:
        words = text[record.start : record.end]
        return fact.text in words or words in fact.text

    def time(fact: g.GoldTime, record: TimeExpression) -> bool:
        return same_words(fact, record) and _same_value(fact, record)

    restored = list({(r.surface, r.restored): r for r in notes.restorations}.values())
    found: dict[str, Match[Any, Any]] = {
        "time": match(facts.times, notes.times, on_line(time)),
        "restored": match(facts.restorations, restored, _restored),
        "figure": match(facts.figures, said.figures, on_line(_figure)),
        "statement": match(facts.statements, said.statements, on_line(_statement)),
        "event": match(facts.events, said.events, on_line(_event)),
        "event+actor": match(facts.events, said.events, on_line(_event_and_actor)),
        "agreement": match(facts.agreements, said.agreements, on_line(_agreement)),
    }
    if facts.furniture is not None:
        lines_found = _furniture(lines, analysis)
        found["furniture"] = match(facts.furniture, lines_found, lambda a, b: a.line == b.line)
    near = {**_NEAR, "time": lambda fact, record: WRONG_VALUE if same_words(fact, record) else None}
    failures = [f for name, m in found.items() for f in _failures(name, m, near.get(name), lines)]
    published = same_time(facts.published, analysis.report.published.date)
    slots = {
        "published": (int(published), 1),
        **_time_slots(found["time"], failures, text),
        **_figure_slots(found["figure"]),
        **_event_slots(found["event+actor"]),
        **_name_slot(facts.names, notes.mentions),
    }
    return ReportScore(key, {name: m.counts for name, m in found.items()}, slots, tuple(failures))


def _same_value(fact: g.GoldTime, record: TimeExpression) -> bool:
    return any(same_time(value, other) for value in fact.values for other in (record.date, record.timex))


def _restored(fact: g.GoldRestoration, record: Any) -> bool:
    return (fact.surface, fact.restored) == (record.surface, record.restored)


def _furniture(lines: Lines, analysis: Analysis) -> list[g.GoldLine]:
    found: set[int] = set()
    for segment in analysis.annotations.segments:
        if segment.kind == "furniture":
            last = lines.number(max(segment.start, segment.end - 1))
            found.update(range(lines.number(segment.start), last + 1))
    blank = {n for n, line in enumerate(analysis.report.text.split("\n"), 1) if not line.strip()}
    return [g.GoldLine(number) for number in sorted(found - blank)]


def _figure(fact: g.GoldFigure, record: Figure) -> bool:
    return record.kind in fact.kinds and same_number(fact.value, record.lower, record.upper)


def _same_force(fact: g.GoldStatement, record: Statement) -> bool:
    return FORCE_GROUP.get(record.force) in {FORCE_GROUP.get(force) for force in fact.forces}


def _same_speaker(fact: g.GoldStatement, record: Statement) -> bool:
    speaker = owners([fact.speaker])
    return not speaker or bool(speaker & owners_of(record.speakers))


def _statement(fact: g.GoldStatement, record: Statement) -> bool:
    return _same_force(fact, record) and _same_speaker(fact, record)


def _event(fact: g.GoldEvent, record: Event) -> bool:
    return record.type in fact.types


def _same_actor(fact: g.GoldEvent, record: Event) -> bool:
    annotated, found = owners(fact.actors), owners_of(record.actors)
    return bool(annotated & found) or not (annotated or found)


def _event_and_actor(fact: g.GoldEvent, record: Event) -> bool:
    return _event(fact, record) and _same_actor(fact, record)


def _same_accord(fact: g.GoldAgreement, record: AgreementMention) -> bool:
    return owners(fact.parties) == owners_of(record.parties) or fact.name == record.name


def _agreement(fact: g.GoldAgreement, record: AgreementMention) -> bool:
    if not _same_accord(fact, record):
        return False
    if not fact.date or same_time(fact.date, record.date) or same_time(fact.date, record.in_force_from):
        return True
    return (record.date or record.in_force_from or "").startswith(fact.date)


def _time_slots(
    times: Match[g.GoldTime, TimeExpression], failures: Sequence[Failure], text: str
) -> dict[str, tuple[int, int]]:
    right = len(times.pairs)
    wrong = sum(f.layer == "time" and f.kind == WRONG_VALUE for f in failures)
    unasked = [f.value for f in failures if f.layer == "time" and f.kind == SPURIOUS]
    counts = sum(any(c.isdigit() for c in text[t.start : t.end]) for t in unasked)
    found = right + len(times.spurious)
    slots = {"time value": (right, right + wrong), "no count as time": (found - counts, found)}
    return {name: (hit, asked) for name, (hit, asked) in slots.items() if asked}


def _asked(answers: Iterable[tuple[str, Any, bool]]) -> dict[str, tuple[int, int]]:
    """(right, asked) by slot; asked is what gold states, so a slot that gold leaves empty is not."""
    found: dict[str, tuple[int, int]] = {}
    for slot, stated, right in answers:
        if stated:
            hit, asked = found.get(slot, (0, 0))
            found[slot] = (hit + right, asked + 1)
    return found


def _figure_slots(figures: Match[g.GoldFigure, Figure]) -> dict[str, tuple[int, int]]:
    return _asked(answer for fact, record in figures.pairs for answer in _figure_answers(fact, record))


def _figure_answers(fact: g.GoldFigure, record: Figure) -> Iterator[tuple[str, Any, bool]]:
    yield "bound", fact.bound, same_status(fact.bound or "", record.bound)
    yield "since", fact.since, same_time(fact.since, record.since)
    yield "until", fact.until, same_time(fact.until, record.until)
    yield "place", fact.place, same_place(fact.place or "", name_of(record.place))
    yield "population", fact.population, same_people(fact.population or "", record.population)
    yield "status", fact.status, same_status(fact.status or "", record.status)
    doers = bool(owners(fact.perpetrators) & owners_of(record.perpetrators))
    yield "perpetrators", fact.perpetrators, doers


def _event_slots(events: Match[g.GoldEvent, Event]) -> dict[str, tuple[int, int]]:
    return _asked(answer for fact, record in events.pairs for answer in _event_answers(fact, record))


def _event_answers(fact: g.GoldEvent, record: Event) -> Iterator[tuple[str, Any, bool]]:
    known = owners(fact.recipients)
    yield "event mode", fact.mode, fact.mode == record.mode
    yield "event recipients", known, bool(known & owners_of(record.recipients))
    yield "event place", fact.place, same_place(fact.place or "", name_of(record.place))
    yield "event date", fact.date, same_time(fact.date, record.date)
    yield "event status", fact.status, fact.status == record.status


def _name_slot(names: Sequence[g.GoldName], mentions: Sequence[Mention]) -> dict[str, tuple[int, int]]:
    """How many annotated names a mention of their type covers or shares words with."""
    return _asked(("name", True, any(_same_name(name, m) for m in mentions)) for name in names)


def _same_name(name: g.GoldName, mention: Mention) -> bool:
    if not (name.start < mention.end and mention.start < name.end):
        return False
    one_type = {"group": "organisation", "country": "place"}
    return one_type.get(name.type, name.type) == one_type.get(mention.type, mention.type)


def name_of(place: Place | None) -> str | None:
    """The English name of a place found, or its words where no gazetteer knows it."""
    return (place.name_en or place.text) if place else None


def _near_figure(fact: g.GoldFigure, record: Figure) -> str | None:
    if same_number(fact.value, record.lower, record.upper):
        return "another kind"
    return "another number" if record.kind in fact.kinds else None


def _near_statement(fact: g.GoldStatement, record: Statement) -> str | None:
    if _same_speaker(fact, record):
        return "another force"
    return "another speaker" if _same_force(fact, record) else None


def _near_event(fact: g.GoldEvent, record: Event) -> str | None:
    return "another type" if owners(fact.actors) & owners_of(record.actors) else None


def _near_event_and_actor(fact: g.GoldEvent, record: Event) -> str | None:
    return "another actor" if _event(fact, record) else None


def _near_agreement(fact: g.GoldAgreement, record: AgreementMention) -> str | None:
    return "another date" if _same_accord(fact, record) else "other parties"


_NEAR: dict[str, Near] = {
    "restored": lambda fact, record: "another word" if fact.surface == record.surface else None,
    "figure": _near_figure,
    "statement": _near_statement,
    "event": _near_event,
    "event+actor": _near_event_and_actor,
    "agreement": _near_agreement,
}


def _failures(layer: str, found: Match[Any, Any], near: Near | None, lines: Lines) -> list[Failure]:
    """What was missed, with the reason where a record left over comes near, and what was left over."""
    left = [(_line_of(record, lines), record) for record in found.spurious]
    failures: list[Failure] = []
    for fact in found.missed:
        line = getattr(fact, "line", None)
        at, kind = _nearest(fact, line, left, near)
        if at is not None:
            left.pop(at)
        failures.append(Failure(layer, kind, line, fact))
    return [*failures, *(Failure(layer, SPURIOUS, line, record) for line, record in left)]


def _nearest(
    fact: Any, line: int | None, left: Sequence[tuple[int, Any]], near: Near | None
) -> tuple[int | None, str]:
    for at, (other, record) in enumerate(left):
        kind = near(fact, record) if near is not None and line in (None, other) else None
        if kind is not None:
            return at, kind
    return None, UNSEEN


def _line_of(record: Any, lines: Lines) -> int:
    return record.line if isinstance(record, g.GoldLine) else lines.number(record.start)


def failure_kinds(reports: Sequence[ReportScore]) -> Mapping[str, Mapping[str, int]]:
    """How many failures of each kind each layer has, the most frequent first."""
    found = {layer: Counter[str]() for layer in LAYERS}
    for failure in (f for report in reports for f in report.failures):
        found[failure.layer][failure.kind] += 1
    return {layer: dict(counter.most_common()) for layer, counter in found.items() if counter}
