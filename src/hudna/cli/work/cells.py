"""Values of the records in the columns of a list: names as a pack has them, else the words as published."""

from collections.abc import Callable, Sequence
from typing import Any

from hudna.cli.work.table import Standing
from hudna.export.wording import plain_amount
from hudna.model.assertions import Actor, Event, Figure, Place, Statement
from hudna.model.rows import Row
from hudna.store.base import View

SaidBy = Callable[[str | None], str]
_MANY = 64
"""Statements asked for, from which on reading them all is quicker than reading each."""
OWN_VOICE = "the report"
"""Who says what a report says in its own voice."""


def standing(row: Row[Any]) -> Standing:
    """The words of a row and where they stand."""
    return Standing(row.words, row.publisher, row.published.date, row.line, row.start, row.report)


def names(actors: Sequence[Actor]) -> str:
    """Several actors, each once; empty if nobody is named."""
    return "; ".join(dict.fromkeys(actor.name_en or actor.text for actor in actors))


def place(where: Place | None) -> str:
    """A place, or empty."""
    return (where.name_en or where.text) if where else ""


def speakers(statement: Statement) -> str:
    """Who says it and through whom: «X via Y»."""
    said = names(statement.speakers) or "unnamed speaker"
    return f"{said} via {names(statement.chain)}" if statement.chain else said


def telling(event: Event) -> str:
    """The status of an event, and whether it is told again or only recalled."""
    marks = ["again"] * (event.repeats is not None) + ["background"] * event.background
    return f"{event.status} ({', '.join(marks)})" if marks else event.status


def event_type(event: Event) -> str:
    """`ASSAULT/aerial`, or the type alone."""
    return f"{event.type}/{event.mode}" if event.mode else event.type


def sides(event: Event) -> str:
    """«actors → recipients»; a side nobody is named on stays «?»."""
    if not event.actors and not event.recipients:
        return ""
    return f"{names(event.actors) or '?'} → {names(event.recipients) or '?'}"


def scope(figure: Figure) -> str:
    """The EDTF interval a figure counts over, or empty where no date is stated."""
    if figure.since is None and figure.until is None:
        return ""
    return f"{figure.since or '..'}/{figure.until or '..'}"


def value(figure: Figure) -> str:
    """A figure's number with its bound; empty where the words give no number."""
    return plain_amount(figure)


def said_by(
    view: View,
    rows: Sequence[Row[Any]],
    spoken: Callable[[Statement], str] = speakers,
    own: str = OWN_VOICE,
) -> SaidBy:
    """A function from a statement's id to its speakers, for the statements these rows refer to.

    The report's own voice is «the report».
    """
    asked = {row.assertion.said_by for row in rows} - {None}
    found = view.statements() if len(asked) > _MANY else [view.assertion(key) for key in asked]
    known = {row.id: spoken(row.assertion) for row in found if isinstance(row.assertion, Statement)}
    return lambda statement: own if statement is None else known.get(statement, "")
