"""Rows made by hand: who says what happened, one line each."""

from dataclasses import replace
from itertools import count
from typing import Any, TypeVar

from hudna.model.annotations import Span
from hudna.model.assertions import Actor, AgreementMention, Event, Figure, Force, Place, Statement
from hudna.model.report import Published
from hudna.model.rows import Row

A = TypeVar("A", Statement, Event, Figure, AgreementMention)
_AT = count(step=100)


def actor(code: str) -> Actor:
    """An actor known by its code."""
    return Actor(code, 0, 1, f"actor/{code}", code)


def place(entity: str) -> Place:
    """A place known by its id."""
    return Place(entity, 0, 1, entity, entity)


def row(assertion: A, published: str | None = "2020-02-20", report: str = "", line: int = 1) -> Row[A]:
    """A row of an outlet's report, whose words are nothing."""
    source = report or assertion.report
    told = replace(assertion, report=source)
    when = Published(published, "metadata" if published else "unknown")
    return Row(told.id, told, "…", line, 1, source, f"{source}.txt", f"outlet of {source}", None, when, "run")


def _stand() -> tuple[int, int]:
    at = next(_AT)
    return at, at + 10


def event(
    type: Any, *actors: str, at: str | None = None, on: str | None = None, report: str = "r1", **more: Any
) -> Event:
    """An event by actors' codes, a place's id and a date."""
    start, end = _stand()
    known = {"mode": None, "recipients": (), "status": "reported", **more}
    return Event(
        report, start, end, type, actors=tuple(map(actor, actors)), place=place(at) if at else None, date=on,
        **known,
    )  # fmt: skip


def statement(*speakers: str, force: Force = "claim", report: str = "r1", **more: Any) -> Statement:
    """A statement by speakers' codes."""
    start, end = _stand()
    return Statement(report, start, end, tuple(map(actor, speakers)), force, Span(start, end), **more)


def mention(agreement: str, report: str = "r1", **more: Any) -> AgreementMention:
    """A mention of an accord of the register."""
    start, end = _stand()
    known = {
        "name": None, "parties": (), "date": None, "in_force_from": None, "place": None, "terms": (),
        "status": None,
    }  # fmt: skip
    return AgreementMention(report, start, end, agreement, **{**known, **more})


def figure(kind: str, value: float, report: str = "r1", **more: Any) -> Figure:
    """An exact count."""
    start, end = _stand()
    known = {
        "lower": value, "upper": value, "bound": "exact", "unit": None, "population": None, "since": None,
        "until": None, "place": None, "perpetrators": (), "status": "reported",
    }  # fmt: skip
    return Figure(report, start, end, kind, **{**known, **more})
