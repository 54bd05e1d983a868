"""How the records of a list stand in the eyes of people: in words, as JSON, and as a share of the list."""

from collections.abc import Callable, Sequence
from typing import Any

from hudna.cli.errors import say
from hudna.cli.streams import is_terminal
from hudna.export.jsonl import row_data
from hudna.ledger.judgements import OPEN, Share, Standing, share, stands
from hudna.model.assertions import plain
from hudna.model.judgement import Judgement
from hudna.model.rows import Row
from hudna.store.base import View


def row_data_of(view: View) -> Callable[[Row[Any]], dict[str, Any]]:
    """A function that gives a row as JSON data, with `review` where a person has judged it."""
    found = stands(view.judgements())

    def data(row: Row[Any]) -> dict[str, Any]:
        now = found.get(row.id, OPEN)
        return {**row_data(row), "review": review_data(now)} if now.last else row_data(row)

    return data


def tell_share(view: View, rows: Sequence[Row[Any]]) -> None:
    """Say at a terminal how many of the rows a person has reviewed."""
    if rows and is_terminal():
        say(summary(share((row.id for row in rows), view.judgements())))


def told(now: Standing) -> str:
    """«corrected by Omar: date = 2020-02-20»."""
    if now.last is None:
        return now.state
    values = ", ".join(f"{name} = {value or '?'}" for name, value in now.values.items())
    return f"{now.state} by {now.last.user}" + (f": {values}" if values else "")


def review_data(now: Standing) -> dict[str, Any]:
    """Where a record stands, as JSON data."""
    return {
        "state": now.state,
        "values": dict(now.values),
        "last": judgement_data(now.last) if now.last else None,
    }


def judgement_data(judgement: Judgement) -> dict[str, Any]:
    """A judgement as JSON data."""
    return {"id": judgement.id, **plain(judgement)}


def summary(counted: Share) -> str:
    """«reviewed 3 of 120 records: confirmed 2, corrected 1»."""
    states = ", ".join(f"{state} {n}" for state, n in sorted(counted.states.items()) if state != "open")
    return f"reviewed {counted.reviewed} of {counted.total} records" + (f": {states}" if states else "")
