"""Analysis without a ledger."""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Literal

from hudna.cli.streams import is_terminal
from hudna.cli.work import text_view
from hudna.cli.work.inputs import Refusals
from hudna.cli.work.opening import NO_MODELS, load_pipeline
from hudna.cli.work.table import emit
from hudna.export.contents import from_analyses, rows_of
from hudna.export.jsonl import analysis_lines
from hudna.export.page import Language, PageOptions, render
from hudna.model.assertions import Assertion
from hudna.model.records import Analysis
from hudna.model.rejected import Rejected
from hudna.model.report import Report
from hudna.model.rows import Row
from hudna.store.base import RejectedRow

Format = Literal["text", "jsonl", "html"]


def analyse(
    paths: Sequence[str],
    published: str | None,
    publisher: str | None,
    format: Format,
    lang: Language,
    show_private: bool,
    packs: Sequence[Path] = (),
    models: str = NO_MODELS,
) -> int:
    """Print what the reports claim; the exit code."""
    refusals = Refusals()
    rejected: list[RejectedRow] = []
    found = _analyses(paths, published, publisher, packs, models, refusals, rejected)
    if format == "jsonl":
        for line in analysis_lines(found):
            print(line)
    elif format == "html":
        contents = from_analyses(found, rejected)
        sys.stdout.writelines(render(contents, PageOptions(lang, show_private)))
    elif is_terminal():
        for analysis in found:
            text_view.draw(analysis)
    else:
        _lines(found)
    return refusals.close()


def _analyses(
    paths: Sequence[str],
    published: str | None,
    publisher: str | None,
    packs: Sequence[Path],
    models: str,
    refusals: Refusals,
    rejected: list[RejectedRow],
) -> Iterator[Analysis]:
    """The reports analysed, one at a time; what gives no report goes to `refusals` and `rejected`."""
    inputs: Iterator[Report | Rejected] = import_module("hudna.sources.paths").read_paths(
        paths, published=published, publisher=publisher
    )
    pipeline = load_pipeline(packs, models)
    for item in inputs:
        if isinstance(item, Rejected):
            refusals.add(item)
            rejected.append(RejectedRow("", item.uri, item.reason, item.message))
        else:
            refusals.reports += 1
            yield pipeline.analyse(item)


def _lines(analyses: Iterator[Analysis]) -> None:
    """One tab-separated line a record."""
    speakers: dict[str, str] = {}

    def rows() -> Iterator[Row[Assertion]]:
        for analysis in analyses:
            found = rows_of(analysis)
            speakers.clear()
            speakers.update(text_view.speakers(found))
            yield from found

    emit(text_view.sheet(text_view.looked_up(speakers)), rows(), as_json=False)
