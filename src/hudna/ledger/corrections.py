"""Records with the values that people put in place of what was read: pure functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from hudna.ledger.judgements import OPEN, Standing, stands
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
from hudna.model.judgement import Judgement
from hudna.model.rows import Row
from hudna.packs.schema import Pack


@dataclass(frozen=True, slots=True)
class Entities:
    """Places and actors that a correction may name, by id."""

    places: Mapping[str, Place]
    actors: Mapping[str, Actor]


def entities(pack: Pack) -> Entities:
    """Those of a pack; the words of each are its first Arabic name, at no place in any text."""
    return Entities(
        {
            p.id: Place(p.names.ar[0], 0, 0, p.id, p.names.en, p.names.ar[0], p.lat, p.lon)
            for p in pack.places
        },
        {a.id: Actor(a.names.ar[0], 0, 0, a.id, a.code, a.names.en, a.names.ar[0]) for a in pack.actors},
    )


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
_REQUIRED = frozenset({"type", "force", "kind", "bound"})


def correctable(kind: type[Assertion]) -> tuple[str, ...]:
    """The fields of a kind of record that a correction may name."""
    numbers = ("lower", "upper") if kind is Figure else ()
    place = () if kind is Statement else ("place",)
    return (*_TEXTS[kind], *_DATES[kind], *numbers, *place, *_ROLES[kind])


def corrected(assertion: Assertion, values: Mapping[str, str | None], known: Entities) -> Assertion:
    """An assertion with corrected fields; its span stays, so that the words it rests on can be shown.

    A value is written as text: a date as EDTF, a place as an id of a pack, actors as ids of a pack with
    commas between; None or "" for what is not known. Raises LedgerError where a value does not fit its field.
    """
    changes = {name: _value(assertion, name, value or None, known) for name, value in values.items()}
    return replace(assertion, **changes)


def _value(assertion: Assertion, name: str, value: str | None, known: Entities) -> Any:
    kind = type(assertion)
    if name not in correctable(kind):
        raise LedgerError(
            f"«{name}» is no field of this {assertion.KIND} to correct; these are: "
            f"{', '.join(correctable(kind))}"
        )
    if name in _ROLES[kind]:
        return tuple(_known(known.actors, one.strip(), "actor") for one in (value or "").split(",") if one)
    if value is None:
        if name in _REQUIRED or (name == "status" and kind in (Event, Figure)):
            raise LedgerError(f"«{name}» of this {assertion.KIND} cannot be left empty")
        return None
    if name == "place":
        return _known(known.places, value, "place")
    if name in ("lower", "upper"):
        return _number(name, value)
    if name in _DATES[kind] and not is_edtf(value):
        raise LedgerError(f"«{value}» is no date; write 2020, 2020-02 or 2020-02-21 (EDTF)")
    allowed = _ALLOWED.get((kind, name))
    if allowed and value not in allowed:
        raise LedgerError(f"«{value}» is no {name}; use one of: {', '.join(allowed)}")
    return value


def _known(of: Mapping[str, Any], identity: str, what: str) -> Any:
    if identity not in of:
        raise LedgerError(
            f"«{identity}» is no {what} of a pack; give an id as the lists show it, or add it to a pack and "
            "name that with --pack"
        )
    return of[identity]


def _number(name: str, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise LedgerError(f"«{value}» is no number for {name}; write 12 or 1300000")
    return number


def effective(
    rows: Iterable[Row[Any]], judgements: Iterable[Judgement], known: Entities
) -> tuple[Row[Any], ...]:
    """Rows as people left them: rejected ones are gone, corrected ones have the corrected values and keep the
    id under which they are judged."""
    found = stands(judgements)
    return tuple(
        _effective(row, found.get(row.id, OPEN), known)
        for row in rows
        if found.get(row.id, OPEN).state != "rejected"
    )


def _effective(row: Row[Any], now: Standing, known: Entities) -> Row[Any]:
    return replace(row, assertion=corrected(row.assertion, now.values, known)) if now.values else row
