"""Carrying a stream of analyses into a ledger, a batch at a time, with memory that does not grow."""

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime

from hudna.model.errors import LedgerError
from hudna.model.records import Analysis
from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.model.run import Indexed, Item, Known, Run, RunStatus, Tally
from hudna.store.base import UnstorableError, Writer

BATCH = 64
_BATCH_CHARACTERS = 2_000_000
_BATCH_SECONDS = 2.0
Progress = Callable[[Tally], None]


def ingest(
    items: Iterable[Item], writer: Writer, run: Run, on_progress: Progress | None = None, batch: int = BATCH
) -> Run:
    """Append every item under `run` and give the run back finished, with its tally.

    A batch is one transaction of whole reports; `on_progress` hears the tally after each. Ctrl-C ends the run
    as «interrupted»: what was read by then is written, and the run is given back (its status tells). When the
    ledger or the source fails, the run is marked «failed» where that can still be written, and the error goes
    on. Ingesting the same items again continues where an ended run stopped.
    """
    writer.begin(run)
    loop = _Loop(writer, on_progress or (lambda tally: None), batch)
    try:
        try:
            for item in items:
                loop.take(item)
        except KeyboardInterrupt:
            loop.flush()
            return loop.end(run, "interrupted", "stopped by the user; the same command goes on from here")
        loop.flush()
        return loop.end(run, "finished")
    except BaseException as error:
        with suppress(LedgerError):  # a ledger that has just refused may refuse this too
            loop.end(run, "failed", str(error) or type(error).__name__)
        raise


class _Loop:
    """The batch in the making and the tally so far."""

    def __init__(self, writer: Writer, on_progress: Progress, batch: int) -> None:
        self._writer = writer
        self._on_progress = on_progress
        self._batch = batch
        self._tally = Tally()
        self._start()

    def take(self, item: Item) -> None:
        """Add an item; write the batch when it is full, long or old."""
        self._waiting.append(item)
        self._characters += _characters(item)
        full = len(self._waiting) >= self._batch or self._characters >= _BATCH_CHARACTERS
        if full or time.monotonic() - self._since > _BATCH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        if self._waiting:
            with _undisturbed():
                self._tally = _append(self._writer, self._waiting, self._tally)
                self._start()
            self._on_progress(self._tally)

    def end(self, run: Run, status: RunStatus, message: str = "") -> Run:
        """Finish the run's row."""
        finished = datetime.now(UTC).isoformat(timespec="microseconds")
        run = replace(run, finished=finished, status=status, tally=self._tally, message=message)
        with _undisturbed():
            self._writer.finish(run)
        return run

    def _start(self) -> None:
        self._waiting: list[Item] = []
        self._characters = 0
        self._since = time.monotonic()


def _append(writer: Writer, items: Sequence[Item], tally: Tally) -> Tally:
    """Append a batch; where one of it cannot be stored, the others are, and it is rejected."""
    try:
        outcomes = writer.append(items)
    except (UnstorableError, ValueError, TypeError, OverflowError) as error:
        if len(items) == 1:
            return _append(writer, [_refused(items[0], error)], tally)
        for item in items:
            tally = _append(writer, [item], tally)
        return tally
    for item, (outcome, assertions) in zip(items, outcomes, strict=True):
        tally = tally.plus(outcome, assertions, item.reason if isinstance(item, Rejected) else "")
    return tally


def _refused(item: Item, error: Exception) -> Rejected:
    if isinstance(item, Rejected):  # its own row cannot be written: nothing is left to fall back on
        raise error
    message = f"the ledger cannot store this report: {error}; please report it as a bug"
    return Rejected(_report(item).uri, "unstorable", message)


def _report(item: Analysis | Indexed | Known) -> Report:
    return item.analysis.report if isinstance(item, Indexed) else item.report


def _characters(item: Item) -> int:
    return len(item.message) if isinstance(item, Rejected) else len(_report(item).text)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back until the block is done, so that a transaction and its tally stay together."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt
