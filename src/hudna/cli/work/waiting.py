"""Why a list may hold less than is asked for: reports not compared yet, names that no record has."""

from hudna.cli.errors import say
from hudna.ledger import accord_dates, copies, incidents, sayings, scopes
from hudna.model.filters import Filter
from hudna.store.base import View

COPIES = (copies.STEP,)
EVENTS = (incidents.STEP,)
FIGURES = (scopes.STEP,)
CLAIMS = (incidents.STEP, scopes.STEP, accord_dates.STEP, sayings.STEP)


def tell_waiting(view: View, steps: tuple[str, ...]) -> None:
    """Say that a list leaves something out because reports wait to be compared, if any do."""
    if any(view.uncompared(step, 1) for step in steps):
        say("reports of this ledger wait to be compared, what is told here is not all: run hudna resolve")


def tell_unknown(view: View, chosen: Filter) -> None:
    """Say of a place or an actor asked for that no record names it: the spelling may be another."""
    asked = (
        ("place", chosen.place, Filter(place=chosen.place)),
        ("actor", chosen.actor, Filter(actor=chosen.actor)),
    )
    for what, name, alone in asked:
        if name and not any(view.counts(alone).assertions.values()):
            say(f"no record of this ledger names the {what} «{name}»; try another spelling, or an id")
