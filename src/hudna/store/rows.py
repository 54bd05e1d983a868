"""Frozen values to columns and back; no SQL.

Bodies of assertions and notes of readings are JSON. Notes are kept as tables, the field names once and then
one array a row, because a report has some hundred of them.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from hudna.model.annotations import (
    Abstention,
    Annotations,
    Credit,
    Mention,
    Quantity,
    Restoration,
    Segment,
    Span,
    TimeExpression,
)
from hudna.model.assertions import (
    Actor,
    AgreementMention,
    Assertion,
    Assertions,
    Event,
    Figure,
    Place,
    Statement,
    plain,
)
from hudna.model.filters import Bounds, date_bounds
from hudna.model.links import Feature
from hudna.model.run import Tally

_NOTE_TYPES: dict[str, type[Any]] = {
    "credits": Credit,
    "segments": Segment,
    "restorations": Restoration,
    "times": TimeExpression,
    "mentions": Mention,
    "quantities": Quantity,
    "abstentions": Abstention,
    "persons": Span,
}
CREDITED = '{"credits":'
"""How notes with credits begin: they stand first, so that nothing else need be read to find them."""
_NOTE_FIELDS = {name: tuple(f.name for f in fields(cls)) for name, cls in _NOTE_TYPES.items()}
_COLUMNS = frozenset({"report", "start", "end", "step", "score", "reason"})
"""Fields of an assertion with a column of their own, left out of its body."""
UNDATED = "9999-99-99"
"""What an undated assertion is sorted under: after every day."""

ROLES: dict[str, tuple[str, ...]] = {
    "statement": ("speakers", "addressees", "chain"),
    "event": ("actors", "recipients"),
    "figure": ("perpetrators", "counted_by"),
    "agreement": ("parties",),
}


def dumps(value: Any) -> str:
    """JSON on one line; lone surrogates are escaped, so that any text can be stored."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def notes_json(notes: Annotations) -> str:
    """The annotations of a report."""
    data = {}
    for name, names in _NOTE_FIELDS.items():
        rows = [[getattr(item, field) for field in names] for item in getattr(notes, name)]
        if rows:
            data[name] = {"fields": names, "rows": rows}
    return dumps(data)


def notes_from(text: str) -> Annotations:
    """Inverse of `notes_json`; fields added since take their defaults."""
    return _annotations(json.loads(text))


def layout_from(text: str) -> Annotations:
    """Only the segments, restorations and credits of `notes_json`: what highlighting and copies need."""
    data: dict[str, Any] = json.loads(text)
    wanted = ("segments", "restorations", "credits")
    return _annotations({name: data[name] for name in wanted if name in data})


def credits_from(text: str) -> tuple[Credit, ...]:
    """The credits of `notes_json`, of notes that begin with `CREDITED`; the rest is not read."""
    table, _ = json.JSONDecoder().raw_decode(text, len(CREDITED))
    return _notes(Credit, table)


def _annotations(data: dict[str, Any]) -> Annotations:
    return Annotations(**{name: _notes(_NOTE_TYPES[name], table) for name, table in data.items()})


def _notes(cls: type[Any], table: dict[str, Any]) -> tuple[Any, ...]:
    names = table["fields"]
    return tuple(cls(**dict(zip(names, row, strict=True))) for row in table["rows"])


def body_json(assertion: Assertion) -> str:
    """The content of an assertion that has no column of its own."""
    return dumps({name: value for name, value in plain(assertion).items() if name not in _COLUMNS})


def assertion_from(kind: str, body: str, columns: Mapping[str, Any]) -> Assertion:
    """The assertion of a row: its kind, its body and the columns of `_COLUMNS`."""
    return _BUILDERS[kind]({**json.loads(body), **columns})


def _actors(data: dict[str, Any], *names: str) -> dict[str, Any]:
    """Fields of actors; those younger than the row are empty."""
    return {name: tuple(Actor(**actor) for actor in data.get(name, ())) for name in names}


def _place(data: dict[str, Any]) -> dict[str, Any]:
    return {"place": Place(**data["place"]) if data["place"] else None}


def _statement(data: dict[str, Any]) -> Assertion:
    return Statement(**{**data, **_actors(data, *ROLES["statement"]), "content": Span(**data["content"])})


def _event(data: dict[str, Any]) -> Assertion:
    return Event(**{**data, **_actors(data, *ROLES["event"]), **_place(data)})


def _figure(data: dict[str, Any]) -> Assertion:
    return Figure(**{**data, **_actors(data, *ROLES["figure"]), **_place(data)})


def _agreement(data: dict[str, Any]) -> Assertion:
    changed = {**_actors(data, *ROLES["agreement"]), **_place(data), "terms": tuple(data["terms"])}
    return AgreementMention(**{**data, **changed})


_BUILDERS: dict[str, Callable[[dict[str, Any]], Assertion]] = {
    "statement": _statement,
    "event": _event,
    "figure": _figure,
    "agreement": _agreement,
}


def every(assertions: Assertions) -> tuple[Assertion, ...]:
    """All assertions of a report, statements first."""
    return (*assertions.statements, *assertions.events, *assertions.figures, *assertions.agreements)


def gather(found: list[Assertion]) -> Assertions:
    """Inverse of `every`."""
    return Assertions(
        statements=tuple(a for a in found if isinstance(a, Statement)),
        events=tuple(a for a in found if isinstance(a, Event)),
        figures=tuple(a for a in found if isinstance(a, Figure)),
        agreements=tuple(a for a in found if isinstance(a, AgreementMention)),
    )


def type_of(assertion: Assertion) -> tuple[str | None, str | None, str | None]:
    """What `Filter.type` and `Filter.status` compare: type, mode, status."""
    if isinstance(assertion, Statement):
        return assertion.force, None, None
    if isinstance(assertion, Event):
        return assertion.type, assertion.mode, assertion.status
    if isinstance(assertion, Figure):
        return assertion.kind, None, assertion.status
    return assertion.agreement, None, assertion.status


def dates_of(assertion: Assertion) -> tuple[str | None, Bounds]:
    """The EDTF date an assertion is sorted by, and the days it may cover.

    A figure covers `since` to `until`, an agreement its date and its coming into force.
    """
    if isinstance(assertion, Figure):
        return _figure_dates(assertion.since, assertion.until)
    if isinstance(assertion, AgreementMention):
        days = [date_bounds(assertion.date), date_bounds(assertion.in_force_from)]
        known = [d for d in days if d != (None, None)]
        first = min((d[0] for d in known if d[0]), default=None) if all(d[0] for d in known) else None
        last = max((d[1] for d in known if d[1]), default=None) if all(d[1] for d in known) else None
        return assertion.date or assertion.in_force_from, (first, last)
    return assertion.date, date_bounds(assertion.date)


def _figure_dates(since: str | None, until: str | None) -> tuple[str | None, Bounds]:
    if since == until or until is None:
        first, last = date_bounds(since)
        return since, (first, last if since == until else None)
    return since or until, (date_bounds(since)[0], date_bounds(until)[1])


def names_key(fold: Callable[[str], str], *names: str | None) -> str:
    """Folded names between bars, so that one of them is found as «|name|»."""
    folded = dict.fromkeys(fold(n).strip().replace("|", " ") for n in names if n)
    return "|" + "|".join(folded) + "|" if folded else ""


def actors_of(assertion: Assertion) -> list[tuple[str, Actor]]:
    """Every actor of an assertion with its role (the name of the field)."""
    return [(role, actor) for role in ROLES[assertion.KIND] for actor in getattr(assertion, role)]


def tally_json(tally: Tally) -> str:
    """A run's tally."""
    return dumps(
        {**{f.name: getattr(tally, f.name) for f in fields(tally)}, "rejected": dict(tally.rejected)}
    )


def tally_from(text: str) -> Tally:
    """Inverse of `tally_json`."""
    return Tally(**json.loads(text))


def features_json(features: tuple[Feature, ...]) -> str:
    """What was compared in a link, one array a feature."""
    return dumps([[f.name, f.left, f.right, f.weight, f.ar, f.en] for f in features])


def features_from(text: str) -> tuple[Feature, ...]:
    """Inverse of `features_json`."""
    return tuple(Feature(*values) for values in json.loads(text))
