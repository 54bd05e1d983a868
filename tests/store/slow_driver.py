"""Resolving and upgrading in a process of its own, slowly, for tests that kill or stop it.

`python -m tests.store.slow_driver resolve LEDGER [--pause S]` compares in batches of 4 and prints the
readings done after each; `… upgrade LEDGER [--pause S]` opens an older ledger and prints each
table as it is made.
"""

import argparse
import time
from pathlib import Path
from typing import Any

from alembic import op

from hudna.compose.resolution import Resolved, resolve
from hudna.model.assertions import Event
from hudna.model.links import Link
from hudna.model.rows import Row
from hudna.store.opening import open_view, open_writer
from hudna.text.index import ArabicIndexer
from tests.store.comparing import SameDay, SameLength


class Slow(SameDay):
    """As its parent, with a pause before each comparison."""

    pause = 0.0

    def compare(self, left: Row[Event], right: Row[Event]) -> Link | None:
        """After a pause."""
        time.sleep(self.pause)
        return super().compare(left, right)


def resolve_slowly(ledger: Path | str, pause: float) -> None:
    """Compare everything."""

    def said(told: Resolved) -> None:
        print(told.reports, flush=True)

    slow = Slow()
    slow.pause = pause
    with open_writer(ledger, ArabicIndexer()) as writer, open_view(ledger, ArabicIndexer()) as view:
        resolve(writer, view, [slow, SameLength()], said, batch=4)


def upgrade_slowly(ledger: Path | str, pause: float) -> None:
    """Open an older ledger."""
    create = op.create_table

    def slowly(name: str, *rest: Any, **options: Any) -> Any:
        made = create(name, *rest, **options)
        print(name, flush=True)
        time.sleep(pause)
        return made

    vars(op)["create_table"] = slowly
    open_writer(ledger, ArabicIndexer()).close()


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("resolve", "upgrade"))
    parser.add_argument("ledger")
    parser.add_argument("--pause", type=float, default=0.0)
    given = parser.parse_args()
    (resolve_slowly if given.what == "resolve" else upgrade_slowly)(given.ledger, given.pause)


if __name__ == "__main__":
    main()
