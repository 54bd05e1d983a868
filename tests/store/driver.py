"""A small ingest in a process of its own, for tests that kill, stop, starve or race it.

`python -m tests.store.driver LEDGER FIRST LAST [--pause S] [--file-limit BYTES] [--nobody]` ingests the made
reports FIRST to LAST and prints the number done after each batch; errors go to standard error, exit code 1.
"""

import argparse
import os
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from hudna.model.errors import LedgerError
from hudna.model.records import Analysis
from hudna.model.run import Run, Tally
from hudna.store.ingest import ingest
from hudna.store.opening import open_writer
from hudna.store.writer import this_process
from hudna.text.index import ArabicIndexer
from tests.store.builders import many


def feed(first: int, last: int, pause: float) -> Iterator[Analysis]:
    """The made reports, one each `pause` seconds."""
    for item in islice(many(last), first, None):
        time.sleep(pause)
        yield item


def said(tally: Tally) -> None:
    """Progress for the test that watches."""
    print(tally.done, flush=True)


def main() -> int:
    """Ingest and say how it went."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ledger")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--pause", type=float, default=0.0)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--file-limit", type=int)
    parser.add_argument("--nobody", action="store_true")
    given = parser.parse_args()
    indexer = ArabicIndexer()
    indexer.index("كلمة")
    if given.nobody:
        os.setgid(65534)
        os.setuid(65534)
    if given.file_limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (given.file_limit, given.file_limit))
    try:
        with open_writer(given.ledger, indexer) as writer:
            begun = Run.start({"last": given.last}, {"hudna": "1"}, datetime.now(UTC), this_process())
            done = ingest(feed(given.first, given.last, given.pause), writer, begun, said, given.batch)
    except LedgerError as error:
        print(error, file=sys.stderr)
        return 1
    if done.status == "interrupted":
        print(f"interrupted after {done.tally.done} reports: {done.message}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
