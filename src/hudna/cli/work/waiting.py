"""What a list cannot know yet: reports that no comparison has looked at."""

from hudna.cli.errors import say
from hudna.ledger import accord_dates, copies, incidents, sayings, scopes
from hudna.store.base import View

COPIES = (copies.STEP,)
EVENTS = (incidents.STEP,)
FIGURES = (scopes.STEP,)
CLAIMS = (incidents.STEP, scopes.STEP, accord_dates.STEP, sayings.STEP)


def tell_waiting(view: View, steps: tuple[str, ...]) -> None:
    """Say that a list leaves something out because reports wait to be compared, if any do."""
    if any(view.uncompared(step, 1) for step in steps):
        say("reports of this ledger wait to be compared, what is told here is not all: run hudna resolve")
