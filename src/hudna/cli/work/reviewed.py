"""How the records of a list stand in the eyes of people: in words, as JSON, and as a share of the list."""

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from hudna.cli.errors import say
from hudna.export.jsonl import row_data
from hudna.ledger.judgements import OPEN, Share, Standing, share
from hudna.model.assertions import plain
from hudna.model.filters import Filter
from hudna.model.judgement import Judgement
from hudna.model.rows import Row

if TYPE_CHECKING:
    from hudna.compose.judged import JudgedView

RowData = Callable[[Row[Any]], dict[str, Any]]


def row_data_of(view: "JudgedView") -> RowData:
    """A function that gives a row as JSON data with `review`, where it stands."""
    return lambda row: {**row_data(row), "review": review_data(standing_of(view, row))}


def column(view: "JudgedView") -> tuple[str, Callable[[Row[Any]], str]]:
    """The column of a list that tells where each record stands; empty for those nobody has judged."""

    def value(row: Row[Any]) -> str:
        now = standing_of(view, row)
        return told(now) if now.last else ""

    return "review", value


def standing_of(view: "JudgedView", row: Row[Any]) -> Standing:
    """Where a row stands."""
    return view.standings.get(row.id, OPEN)


def tell_share(view: "JudgedView", ids: Iterable[str]) -> None:
    """Say how many of the records of a list a person has reviewed."""
    counted = share(ids, view.standings)
    if counted.total:
        sys.stdout.flush()  # a reader that has left must end the command before it says more
        say(summary(counted))


def tell_left_out(view: "JudgedView", chosen: Filter, *kinds: str) -> None:
    """Say how many records of some kinds are left out because a person rejected them."""
    number = view.left_out(chosen, *kinds)
    if number:
        say(f"left out, because a person rejected them: {number} (hudna review list --all shows them)")


def share_data(view: "JudgedView", ids: Iterable[str]) -> dict[str, Any]:
    """The reviewed share of the records something is made of, as JSON data."""
    counted = share(ids, view.standings)
    return {"records": counted.total, "reviewed": counted.reviewed, "states": dict(counted.states)}


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
