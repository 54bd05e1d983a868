"""Records with the values that people put in place of what was read: pure functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from hudna.ledger.judgements import OPEN, Standing
from hudna.ledger.places import POINTS
from hudna.model.annotations import Precision
from hudna.model.assertions import (
    Actor,
    AgreementMention,
    Assertion,
    Bound,
    Event,
    EventType,
    Figure,
    Force,
    Place,
    Statement,
    Status,
)
from hudna.model.edtf import is_edtf
from hudna.model.errors import LedgerError
from hudna.model.rows import Row
from hudna.packs.schema import Pack, PlaceEntry


@dataclass(frozen=True, slots=True)
class Entities:
    """Places and actors that a correction may name, by id or code. Where `any_id`, one that no pack knows
    stands for itself: a judgement made with a pack that is not at hand does not stop a list."""

    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    any_id: bool = False


def entities(pack: Pack, any_id: bool = False) -> Entities:
    """Those of a pack; the words of each are its first Arabic name, at no place in any text. Actors are
    countries and outlets too, and answer to their codes."""
    places = {place.id: _placed(place) for place in pack.places}
    for c in pack.countries:
        name = c.names.ar[0]
        places[c.id] = Place(name, 0, 0, c.id, c.names.en, name, c.lat, c.lon, "country")
    coded = [(c.id, c.iso3, c.names) for c in pack.countries]
    coded += [(a.id, a.code, a.names) for a in pack.actors]
    coded += [(o.id, o.code, o.names) for o in pack.outlets]
    actors = {id: Actor(n.ar[0], 0, 0, id, code, n.en, n.ar[0]) for id, code, n in coded}
    # Offices are known by their code alone («RUS.MIL»), as the lists show them.
    actors |= {code: Actor(code, 0, 0, None, code) for _, code, _ in coded}
    return Entities(places, actors, any_id)


def _placed(entry: PlaceEntry) -> Place:
    precision: Precision = "point" if entry.kind in POINTS else "area"
    name = entry.names.ar[0]
    return Place(name, 0, 0, entry.id, entry.names.en, name, entry.lat, entry.lon, precision)


_ALLOWED: dict[tuple[type[Assertion], str], tuple[str, ...]] = {
    (Event, "type"): get_args(EventType),
    (Event, "status"): get_args(Status),
    (Figure, "status"): get_args(Status),
    (Figure, "bound"): get_args(Bound),
    (Statement, "force"): get_args(Force),
}
_TEXTS: dict[type[Assertion], tuple[str, ...]] = {
    Event: ("type", "mode", "status"),
    Figure: ("kind", "bound", "unit", "population", "status"),
    Statement: ("force", "channel"),
    AgreementMention: ("agreement", "name", "status"),
}
_DATES: dict[type[Assertion], tuple[str, ...]] = {
    Event: ("date",),
    Figure: ("since", "until"),
    Statement: ("date",),
    AgreementMention: ("date", "in_force_from"),
}
_ROLES: dict[type[Assertion], tuple[str, ...]] = {
    Event: ("actors", "recipients"),
    Figure: ("perpetrators", "counted_by"),
    Statement: ("speakers", "addressees", "chain"),
    AgreementMention: ("parties",),
}
BEST = "best"
"""What a person takes for the best number of a figure's scope: said of the figure, no field of it."""
_REQUIRED = frozenset({"type", "force", "kind", "bound"})


def correctable(kind: type[Assertion]) -> tuple[str, ...]:
    """The fields of a kind of record that a correction may name."""
    numbers = ("lower", "upper", BEST) if kind is Figure else ()
    place = () if kind is Statement else ("place",)
    return (*_TEXTS[kind], *_DATES[kind], *numbers, *place, *_ROLES[kind])


def corrected(assertion: Assertion, values: Mapping[str, str | None], known: Entities) -> Assertion:
    """An assertion with corrected fields; its span stays, so that the words it rests on can be shown.

    A value is written as text: a date as EDTF, a place as an id of a pack, actors as ids of a pack with
    commas between; None or "" for what is not known. Raises LedgerError where a value does not fit its field.
    """
    changes = {name: _value(assertion, name, value or None, known) for name, value in values.items()}
    changes.pop(BEST, None)
    return replace(assertion, **changes)


def _value(assertion: Assertion, name: str, value: str | None, known: Entities) -> Any:
    kind = type(assertion)
    if name not in correctable(kind):
        raise LedgerError(
            f"«{name}» is no field of this {assertion.KIND} to correct; these are: "
            f"{', '.join(correctable(kind))}"
        )
    if name in _ROLES[kind]:
        return tuple(_actor(known, one.strip()) for one in (value or "").split(",") if one)
    if value is None:
        if name in _REQUIRED or (name == "status" and kind in (Event, Figure)):
            raise LedgerError(f"«{name}» of this {assertion.KIND} cannot be left empty")
        return None
    if name == "place":
        return _place(known, value)
    if name in ("lower", "upper", BEST):
        return _number(name, value)
    if name in _DATES[kind] and not is_edtf(value):
        raise LedgerError(f"«{value}» is no date; write 2020, 2020-02 or 2020-02-21 (EDTF)")
    allowed = _ALLOWED.get((kind, name))
    if allowed and value not in allowed:
        raise LedgerError(f"«{value}» is no {name}; use one of: {', '.join(allowed)}")
    return value


def _place(known: Entities, identity: str) -> Place:
    if identity not in known.places and not known.any_id:
        raise _unknown(identity, "place")
    return known.places.get(identity) or Place(identity, 0, 0, identity)


def _actor(known: Entities, identity: str) -> Actor:
    if identity not in known.actors and not known.any_id:
        raise _unknown(identity, "actor")
    return known.actors.get(identity) or Actor(identity, 0, 0, identity)


def _unknown(identity: str, what: str) -> LedgerError:
    return LedgerError(
        f"«{identity}» is no {what} of a pack; give an id as the lists show it, or add it to a pack and "
        "name that with --pack"
    )


def _number(name: str, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise LedgerError(f"«{value}» is no number for {name}; write 12 or 1300000")
    return number


def effective(
    rows: Iterable[Row[Any]], found: Mapping[str, Standing], known: Entities, rejected: bool = False
) -> tuple[Row[Any], ...]:
    """Rows as people left them, `found` being where the judged ones stand: corrected ones have the corrected
    values and keep the id under which they are judged; rejected ones are gone unless `rejected`."""
    return tuple(
        _effective(row, found.get(row.id, OPEN), known)
        for row in rows
        if rejected or found.get(row.id, OPEN).state != "rejected"
    )


def _effective(row: Row[Any], now: Standing, known: Entities) -> Row[Any]:
    return replace(row, assertion=corrected(row.assertion, now.values, known)) if now.values else row
