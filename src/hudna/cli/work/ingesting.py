"""Reports into a ledger."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from hudna.cli.errors import INTERRUPTED, say
from hudna.cli.work import resolving
from hudna.cli.work.inputs import Refusals, by_reason
from hudna.cli.work.opening import NO_MODELS, ledger_path, load_pipeline, open_writer, shown
from hudna.export.jsonl import line
from hudna.model.records import Analysis
from hudna.model.rejected import HARMLESS, Rejected
from hudna.model.report import Report
from hudna.model.run import Item, Known, Run, Tally
from hudna.store.base import Writer

if TYPE_CHECKING:
    from hudna.compose.resolution import Resolved


class Analyser(Protocol):
    """What this command asks of the pipeline."""

    def analyse(self, report: Report) -> Analysis:
        """Everything read out of one report."""
        ...


def ingest(
    paths: Sequence[str],
    ledger: Path | None,
    published: str | None,
    publisher: str | None,
    as_json: bool,
    packs: Sequence[Path] = (),
    models: str = NO_MODELS,
    comparing: bool = True,
) -> int:
    """Read the inputs into the ledger, compare what is new, print the summary; the exit code."""
    path = ledger_path(ledger)
    inputs: Iterator[Report | Rejected] = import_module("hudna.sources.paths").read_paths(
        paths, published=published, publisher=publisher
    )
    pipeline = load_pipeline(packs, models)
    refusals = Refusals()
    arguments = {"paths": paths, "published": published, "publisher": publisher, "models": models}
    writer = open_writer(path)
    try:
        process = import_module("hudna.store.writer").this_process()
        run = Run.start(arguments, pipeline.versions, datetime.now(UTC), process)
        with _progress() as show:
            run = import_module("hudna.store.ingest").ingest(
                _items(inputs, pipeline, writer, refusals), writer, run, show
            )
        compared = None
        if comparing and run.status == "finished":
            compared = resolving.compare(path, writer, packs)
    finally:
        writer.close()
    _summary(run, path, compared, as_json)
    code = refusals.close()
    if run.status == "interrupted":
        return INTERRUPTED
    return code


def _items(
    inputs: Iterator[Report | Rejected], pipeline: Analyser, writer: Writer, refusals: Refusals
) -> Iterator[Item]:
    """What the ledger is given: a report it has in the present reading is not analysed again."""
    for item in inputs:
        if isinstance(item, Rejected):
            refusals.add(item)
            yield item
        elif writer.known(item.id):
            refusals.reports += 1
            yield Known(item)
        else:
            refusals.reports += 1
            yield pipeline.analyse(item)


@contextmanager
def _progress() -> Iterator[Any]:
    """A progress line on standard error where that is a terminal; a function that takes the tally."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), BarColumn(20), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        yield lambda tally: progress.update(task, description=_counts(tally), completed=tally.done)


def _counts(tally: Tally) -> str:
    parts = [f"new {tally.new}", f"same {tally.same}"]
    if tally.reread:
        parts.append(f"read anew {tally.reread}")
    refused = {reason: n for reason, n in tally.rejected.items() if reason not in HARMLESS}
    passed = {reason: n for reason, n in tally.rejected.items() if reason in HARMLESS}
    parts.append(f"rejected {sum(refused.values())}" + (f" ({by_reason(refused)})" if refused else ""))
    if passed:
        parts.append(f"passed over {sum(passed.values())} ({by_reason(passed)})")
    parts.append(f"new records {tally.assertions}")
    return ", ".join(parts)


def _summary(run: Run, path: Path, compared: "Resolved | None", as_json: bool) -> None:
    tally = run.tally
    if as_json:
        print(line({**_data(run, path), **(resolving.data(compared) if compared else {})}))
    elif run.status == "interrupted":
        say(f"stopped; kept in {shown(path)}: {_counts(tally)}. The same command goes on from there")
    else:
        print(f"{shown(path)}: {_counts(tally)}" + (f"; {resolving.summary(compared)}" if compared else ""))


def _data(run: Run, path: Path) -> Mapping[str, Any]:
    tally = run.tally
    return {
        "ledger": shown(path),
        "run": run.id,
        "status": run.status,
        "new": tally.new,
        "same": tally.same,
        "reread": tally.reread,
        "rejected": dict(tally.rejected),
        "assertions": tally.assertions,
    }
