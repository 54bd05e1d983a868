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
from hudna.model.edtf import Window, is_edtf, window
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
) -> tuple[Violation, ...]:
    """Every candidate, in the order of the records; a second telling in one report (`repeats`) is none."""
    answers = _Answers(rules.gazetteer, events, statements)
    told = [row for row in events if row.assertion.status in TOLD and row.assertion.repeats is None]
    by_terms = (v for row in told for v in _by_terms(rules, row, statements, answers))
    hostile = [row for row in told if rules.forbidden(row.assertion)]
    called = (v for row in mentions for v in _called(row, hostile, statements))
    return (*by_terms, *called)


def _by_terms(
    rules: Ruled, row: Row[Event], statements: Mapping[str, Row[Statement]], answers: "_Answers"
) -> Iterator[Violation]:
    event = row.assertion
    if event.place is None or event.place.entity is None or event.date is None or not is_edtf(event.date):
        return
    when = window(event.date)
    for accord in rules.accords:
        found = _clause(rules, accord, event)
        where = _where(rules.gazetteer, event.place.entity, accord.entry.zone)
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


def _where(gazetteer: Gazetteer, place: str, zone: Iterable[str]) -> str | None:
    """«inside» or «overlaps»; None where the place is not known to lie in the zone."""
    relations = {gazetteer.relation(place, part) for part in zone}
    if relations & {"same", "inside"}:
        return "inside"
    return "overlaps" if "overlaps" in relations else None


def _called(
    row: Row[AgreementMention], events: Sequence[Row[Event]], statements: Mapping[str, Row[Statement]]
) -> Iterator[Violation]:
    mention = row.assertion
    if mention.status != "violated" or mention.agreement is None:
        return
    acts = [e.assertion for e in events if e.report == row.report and e.line == row.line]
    named = [e for e in acts if e.said_by == mention.said_by and e.actors]
    place = mention.place.entity if mention.place else None
    by, via = _voices(row, statements)
    yield Violation(
        row.id, mention.agreement, None, "called", mention.date, place, _kind(named[0]) if named else "",
        by, via, named[0].actors if named else (), "silent", (), mention.date is not None, place is not None,
    )  # fmt: skip


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
        for row in events:
            said = statements.get(row.assertion.said_by or "")
            speakers = sides(said.assertion.speakers) if said else frozenset()
            for side in sides(row.assertion.actors) & speakers:
                self._own.setdefault((row.assertion.type, side), []).append(row)

    def to(self, row: Row[Event], accused: Sequence[Actor]) -> tuple[Answer, tuple[str, ...]]:
        """The accused sides' answer to an event, with the records that give it; a denial outweighs."""
        own = [a for side in sorted(sides(accused)) for a in self._own.get((row.assertion.type, side), ())]
        given = [a for a in own if self._about(a, row)]
        denied = tuple(a.id for a in given if a.assertion.status == "denied")
        avowed = tuple(a.id for a in given if a.assertion.status in ("reported", "claimed"))
        if denied:
            return "denies", denied
        return ("confirms", avowed) if avowed else ("silent", ())

    def _about(self, answer: Row[Event], row: Row[Event]) -> bool:
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
