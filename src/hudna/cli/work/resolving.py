"""Comparing what is new in a ledger, at the end of an ingest and on its own."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hudna.cli.errors import say
from hudna.cli.work.opening import ledger_path, open_view, open_writer, shown
from hudna.export.jsonl import line
from hudna.store.base import Writer

if TYPE_CHECKING:
    from hudna.compose.resolution import Resolved


def resolve(ledger: Path | None, packs: Sequence[Path], as_json: bool) -> None:
    """Compare what is waiting and print how much it was."""
    path = ledger_path(ledger)
    with open_view(ledger):
        pass  # a ledger that is not there is told, not made
    writer = open_writer(path)
    try:
        told = compare(path, writer, packs)
    finally:
        writer.close()
    print(line({"ledger": shown(path), **data(told)}) if as_json else f"{shown(path)}: {summary(told)}")


def compare(path: Path, writer: Writer, packs: Sequence[Path]) -> "Resolved":
    """Compare everything that waits in the ledger at `path`, which `writer` has open."""
    resolution = import_module("hudna.compose.resolution")
    pack = import_module("hudna.packs.load").load_pack(extra=packs)
    try:
        with open_view(path) as view, _progress() as show:
            done: Resolved = resolution.resolve(writer, view, resolution.comparators(pack), show)
            lost = resolution.carry_on(writer, view)
    except KeyboardInterrupt:
        say("stopped while comparing; what was compared is kept, «hudna resolve» goes on from there")
        raise
    if lost:
        say(
            f"{len(lost)} judged records are no longer read as they were judged; list them: hudna review lost"
        )
    return done


def data(told: "Resolved") -> Mapping[str, Any]:
    """What was compared, for a summary as JSON."""
    return {"compared": told.reports, "pairs": told.pairs, "links": told.links}


def summary(told: "Resolved") -> str:
    """The same for a reader; readings count once for each comparison."""
    return f"readings compared {told.reports}, pairs {told.pairs}, links {told.links}"


@contextmanager
def _progress() -> Iterator[Any]:
    """A progress line on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("comparing", total=None)
        yield lambda told: progress.update(task, description=f"{told.step}: {summary(told)}")
