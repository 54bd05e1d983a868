"""Alleged violations: events that a clause of an accord in force forbids, and what speakers call a breach.

Nothing here is a finding. A candidate names the clause, who says so and through whom, whom it accuses, what
the accused side says, and whether date and place are known well enough.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from hudna.ledger.accords import Accord, bound, is_group, stands
from hudna.ledger.gazetteer import Gazetteer
from hudna.model.assertions import Actor, AgreementMention, Event, Statement
from hudna.model.edtf import Window, is_edtf, precision, window
from hudna.model.entries import Violation
from hudna.model.rows import Row
from hudna.packs.clauses import Clause
from hudna.packs.schema import Term

TOLD = frozenset({"reported", "claimed", "alleged"})
"""Statuses under which an event may be a breach; a denied one is an answer."""
Answer = Literal["confirms", "denies", "silent"]
ANSWER_DAYS = 7
"""How many days after an alleged act a denial or an avowal without a date still answers it."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Accords, clauses and map: what an event is held against."""

    accords: tuple[Accord, ...]
    clauses: tuple[Clause, ...]
    gazetteer: Gazetteer

    def clause(self, term: Term) -> Clause | None:
        """What a term forbids."""
        return next((c for c in self.clauses if c.term == term.type), None)

    def forbidden(self, event: Event) -> bool:
        """Whether any clause forbids events of this type."""
        return any(clause.forbidden(event.type, event.mode) for clause in self.clauses)


def violations(
    rules: Ruled,
    events: Sequence[Row[Event]],
    mentions: Sequence[Row[AgreementMention]],
    statements: Mapping[str, Row[Statement]],
    answering: Sequence[Row[Event]] = (),
) -> tuple[Violation, ...]:
    """Every candidate of the events and mentions, in their order; `answering` are events that may answer them
    beside these. Of several tellings of one event in one report (`repeats`) one stands for all."""
    answers = _Answers(rules.gazetteer, (*events, *answering), statements)
    told = [row for row in events if row.assertion.status in TOLD]
    by_terms = (_by_terms(rules, row, statements, answers) for row in told)
    hostile = [row for row in told if rules.forbidden(row.assertion)]
    called = (v for row in mentions for v in _called(row, hostile, statements, answers))
    return (*_one_telling(zip(told, by_terms, strict=True)), *called)


def _one_telling(found: Iterable[tuple[Row[Event], Iterable[Violation]]]) -> Iterator[Violation]:
    """The candidates of one telling for each event of a report: a heading often leaves out the day, and the
    speaker; the first that somebody is named for, else the first."""
    tellings: dict[str, list[tuple[Violation, ...]]] = {}
    for row, candidates in found:
        of = tellings.setdefault(row.assertion.repeats or row.id, [])
        if given := tuple(candidates):
            of.append(given)
    for every in tellings.values():
        yield from next((one for one in every if one[0].alleged_by), every[0] if every else ())


def _by_terms(
    rules: Ruled, row: Row[Event], statements: Mapping[str, Row[Statement]], answers: "_Answers"
) -> Iterator[Violation]:
    event = row.assertion
    if event.place is None or event.place.entity is None or event.date is None or not is_edtf(event.date):
        return
    when = window(event.date)
    for accord in rules.accords:
        found = _clause(rules, accord, event)
        where = within(rules.gazetteer, event.place.entity, accord.entry.zone)
        may, surely = stands(accord, when) if found and where else (False, False)
        if found is None or where is None or not may:
            continue
        term, accused = found
        answer, records = answers.to(row, accused)
        by, via = _voices(row, statements)
        yield Violation(
            row.id, accord.entry.id, term, "terms", event.date, event.place.entity, _kind(event), by, via,
            accused, answer, records, surely, where == "inside",
        )  # fmt: skip


def _clause(rules: Ruled, accord: Accord, event: Event) -> tuple[str, tuple[Actor, ...]] | None:
    """The first term that forbids the event, and those of its actors whom the term binds."""
    for term in accord.entry.terms:
        clause = rules.clause(term)
        if clause is None or not clause.forbidden(event.type, event.mode):
            continue
        parties = term.binds or (*accord.entry.parties, *accord.entry.guarantors)
        accused = tuple(a for a in event.actors if a.code and any(bound(a.code, p) for p in parties))
        if accused:
            return term.type, accused
    return None


def within(gazetteer: Gazetteer, place: str, zone: Iterable[str]) -> str | None:
    """«inside» or «overlaps»; None where the place is not known to lie in the zone."""
    relations = {gazetteer.relation(place, part) for part in zone}
    if relations & {"same", "inside"}:
        return "inside"
    return "overlaps" if "overlaps" in relations else None


def _called(
    row: Row[AgreementMention],
    events: Sequence[Row[Event]],
    statements: Mapping[str, Row[Statement]],
    answers: "_Answers",
) -> Iterator[Violation]:
    """What is called a breach: the nearest act of the same line and voice, else the mention alone. Day and
    place of the mention are the accord's own («the Geneva accord of the 23rd»)."""
    mention = row.assertion
    if mention.status != "violated" or mention.agreement is None:
        return
    acts = [e for e in events if e.report == row.report and e.line == row.line]
    named = [e for e in acts if e.assertion.said_by == mention.said_by and e.assertion.actors]
    by, via = _voices(row, statements)
    if not named:
        yield Violation(
            row.id, mention.agreement, None, "called", None, None, "", by, via, (), "silent", (), False, False
        )
        return
    nearest = min(named, key=lambda e: (_distance(e, row), e.start))
    act = nearest.assertion
    place = act.place.entity if act.place else None
    answer, records = answers.to(nearest, act.actors)
    yield Violation(
        nearest.id, mention.agreement, None, "called", act.date, place, _kind(act), by, via, act.actors,
        answer, records, _is_day(act.date), place is not None,
    )  # fmt: skip


def _distance(event: Row[Event], mention: Row[AgreementMention]) -> int:
    """Characters between an act and the accord it is said to breach; 0 where one holds the other."""
    return max(0, event.start - mention.end, mention.start - event.end)


def _is_day(value: str | None) -> bool:
    return value is not None and is_edtf(value) and precision(value) in ("day", "minute")


def _voices(
    row: Row[Event] | Row[AgreementMention], statements: Mapping[str, Row[Statement]]
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who says it and who relays them; nobody where the report tells it in its own voice."""
    said = statements.get(row.assertion.said_by or "")
    return (said.assertion.speakers, said.assertion.chain) if said else ((), ())


def _kind(event: Event) -> str:
    return f"{event.type}/{event.mode}" if event.mode else event.type


class _Answers:
    """What accused sides say of acts of their own."""

    def __init__(
        self, gazetteer: Gazetteer, events: Sequence[Row[Event]], statements: Mapping[str, Row[Statement]]
    ) -> None:
        self._gazetteer = gazetteer
        self._own: dict[tuple[str, str], list[Row[Event]]] = {}
        for row in {row.id: row for row in events}.values():
            said = statements.get(row.assertion.said_by or "")
            speakers = sides(said.assertion.speakers) if said else frozenset()
            own = speakers & sides(row.assertion.actors)
            if row.assertion.status == "denied" and not row.assertion.actors:
                own = speakers  # who denies without naming a doer denies it of his own side
            for side in sorted(own):
                self._own.setdefault((row.assertion.type, side), []).append(row)

    def to(self, row: Row[Event], accused: Sequence[Actor]) -> tuple[Answer, tuple[str, ...]]:
        """The accused sides' answer to an event, with the records that give it; a denial outweighs."""
        own = [a for side in sorted(sides(accused)) for a in self._own.get((row.assertion.type, side), ())]
        given = [a for a in own if self._about(a, row)]
        denied = tuple(a.id for a in given if a.assertion.status == "denied")
        avowed = tuple(
            a.id for a in given if a.assertion.status in ("reported", "claimed") and self._the_act(a, row)
        )
        if denied:
            return "denies", denied
        return ("confirms", avowed) if avowed else ("silent", ())

    def _the_act(self, answer: Row[Event], row: Row[Event]) -> bool:
        """Whether an avowal is of this act: a day is stated, the place is the same or inside, the means do
        not differ. Who says that he struck somewhere confirms no strike in particular."""
        mine, theirs = row.assertion.place, answer.assertion.place
        if not (mine and theirs and mine.entity and theirs.entity and answer.assertion.date):
            return False
        if self._gazetteer.relation(theirs.entity, mine.entity) not in ("same", "inside"):
            return False
        return len({row.assertion.mode, answer.assertion.mode} - {None}) < 2

    def _about(self, answer: Row[Event], row: Row[Event]) -> bool:
        if row.assertion.date is None:
            return False
        mine, theirs = row.assertion.place, answer.assertion.place
        if (
            mine and theirs and mine.entity and theirs.entity
            and self._gazetteer.relation(mine.entity, theirs.entity) == "apart"
        ):  # fmt: skip
            return False
        if answer.assertion.date is not None and is_edtf(answer.assertion.date):
            return window(answer.assertion.date).overlaps(_window(row))
        return _published_after(answer, row)


def sides(actors: Iterable[Actor]) -> frozenset[str]:
    """The parties actors belong to: a country for the bodies of its state, else the group's own code."""
    return frozenset(_side(actor.code) for actor in actors if actor.code)


def _side(code: str) -> str:
    return ".".join(code.split(".")[:2]) if is_group(code) else code.partition(".")[0]


def _window(row: Row[Event]) -> Window:
    stated = row.assertion.date
    return window(stated) if stated and is_edtf(stated) else Window(None, None)


def _published_after(answer: Row[Event], row: Row[Event]) -> bool:
    """Whether an undated answer was published within `ANSWER_DAYS` of the act."""
    published, acted = answer.published.date, _window(row)
    if published is None or not is_edtf(published) or acted.earliest is None:
        return False
    said = window(published)
    return said.overlaps(Window(acted.earliest, acted.earliest + timedelta(days=ANSWER_DAYS)))
