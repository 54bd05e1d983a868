"""An incident as an entry: what its tellings vote for."""

from hudna.ledger.incident_entries import entry
from hudna.model.assertions import Event
from hudna.model.entries import Incident, Support
from hudna.model.rows import Row
from tests.ledger.claims import event, row


def of(*rows: Row[Event]) -> Incident:
    return entry(rows, (), Support(1, 1, ()))


def test_what_only_the_body_states_is_stated_of_the_incident() -> None:
    heading = row(event("ASSAULT", at="town"))
    body = row(event("ASSAULT", "RUS.MIL", at="town", on="2020-02-16", mode="aerial", repeats=heading.id))
    found = of(heading, body)
    assert (found.date, found.mode, found.place) == ("2020-02-16", "aerial", "town")


def test_a_report_that_tells_it_twice_votes_once() -> None:
    first = row(event("ASSAULT", at="town", on="2020-02-16"))
    again = row(event("ASSAULT", at="town", on="2020-02-16", repeats=first.id))
    others = [row(event("ASSAULT", at="town", on="2020-02-15", report=name)) for name in ("r2", "r3")]
    assert of(first, again, *others).date == "2020-02-15"


def test_a_denial_votes_only_where_nobody_tells() -> None:
    told = row(event("ASSAULT", at="town", on="2020-02-16"))
    denied = row(event("ASSAULT", at="other", on="2020-02-15", status="denied", report="r2"))
    assert of(told, denied).date == "2020-02-16"
    assert of(denied).date == "2020-02-15"
