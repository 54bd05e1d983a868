"""A `Filter` as SQL conditions, in one place so that it means the same in every reading."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, func, or_, select

from hudna.model.filters import Filter
from hudna.store import schema as t

Condition = ColumnElement[bool]
Fold = Callable[[str], str]


def of_dates(filter: Filter, first: Any, last: Any) -> Iterator[Condition]:
    """The record's days may fall into the filter's; `first` and `last` are its columns."""
    start, end = filter.days()
    if start is None and end is None:
        return
    inside = [or_(first.is_not(None), last.is_not(None))]
    if start:
        inside.append(or_(last.is_(None), last >= start))
    if end:
        inside.append(or_(first.is_(None), first <= end))
    yield or_(and_(*inside), and_(first.is_(None), last.is_(None))) if filter.undated else and_(*inside)


def of_report(filter: Filter, fold: Fold) -> Iterator[Condition]:
    """Conditions on `report` and its current `reading`, dates aside."""
    if filter.publisher:
        yield t.report.c.publisher_key == fold(filter.publisher).strip()
    if filter.run:
        yield t.reading.c.run_id.startswith(filter.run, autoescape=True)


def of_record(filter: Filter, fold: Fold, a: FromClause) -> Iterator[Condition]:
    """Conditions on an assertion, dates aside; `a` is the assertion table or an alias of it."""
    if filter.kind:
        yield a.c.kind == filter.kind
    if filter.type:
        yield _type(filter.type, a)
    if filter.status:
        yield a.c.status == filter.status
    if filter.place:
        yield _at(filter.place, fold, a)
    if filter.actor:
        yield a.c.seq.in_(_acting(filter.actor, fold))


def _type(wanted: str, a: FromClause) -> Condition:
    kind, _, mode = wanted.lower().partition("/")
    whole = func.lower(a.c.type) == wanted.lower()
    return or_(whole, and_(func.lower(a.c.type) == kind, func.lower(a.c.mode) == mode)) if mode else whole


def _place(wanted: str, fold: Fold, a: FromClause) -> Condition:
    return or_(
        a.c.place_entity == wanted,
        a.c.place_entity.startswith(wanted.rstrip("/") + "/", autoescape=True),
        a.c.place_names.contains(f"|{fold(wanted).strip()}|", autoescape=True),
    )


def _at(wanted: str, fold: Fold, a: FromClause) -> Condition:
    """At the place itself, or for a statement: something it says is at the place."""
    said = t.assertion.alias("said")
    saying = (
        select(said.c.said_by)
        .join(t.reading_assertion, t.reading_assertion.c.assertion_seq == said.c.seq)
        .join(
            t.current_reading,
            t.current_reading.c.reading_seq == t.reading_assertion.c.reading_seq,
        )
        .where(said.c.said_by.is_not(None), _place(wanted, fold, said))
    )
    return or_(_place(wanted, fold, a), and_(a.c.kind == "statement", a.c.id.in_(saying)))


def _acting(wanted: str, fold: Fold) -> Any:
    actor = t.assertion_actor.c
    return select(actor.assertion_seq).where(
        or_(
            actor.code == wanted,
            actor.code.startswith(wanted.rstrip(".") + ".", autoescape=True),
            actor.entity == wanted,
            actor.names.contains(f"|{fold(wanted).strip()}|", autoescape=True),
        )
    )


def asks_records(filter: Filter) -> bool:
    """Whether a filter asks something about records, so that a report is to be tried by them."""
    return any((filter.kind, filter.type, filter.status, filter.place, filter.actor))
