"""Search in the texts of a ledger."""

from pathlib import Path
from typing import Any

from hudna.cli.work.opening import open_view
from hudna.cli.work.table import ID_SHOWN, Sheet, Standing, emit
from hudna.model.assertions import plain
from hudna.model.filters import Filter
from hudna.store.base import Hit


def search(ledger: Path | None, words: str, chosen: Filter, as_json: bool) -> None:
    """Print the reports that hold the words, best first."""
    sheet: Sheet[Hit] = Sheet(
        "reports",
        (
            ("report", lambda hit: hit.report.id[:ID_SHOWN]),
            ("title", lambda hit: hit.report.title or ""),
            ("score", lambda hit: f"{hit.score:.3g}"),
        ),
        _standing,
        _data,
    )
    with open_view(ledger) as view:
        emit(sheet, view.search(words, chosen), as_json)


def _standing(hit: Hit) -> Standing:
    inside = [(m.start - hit.start, m.end - hit.start) for m in hit.marks]
    return Standing(
        words=hit.snippet,
        outlet=hit.report.publisher,
        date=hit.report.published.date,
        line=hit.line,
        start=hit.marks[0].start if hit.marks else hit.start,
        report=hit.report.id,
        marks=[(start, end) for start, end in inside if 0 <= start < end <= len(hit.snippet)],
    )


def _data(hit: Hit) -> dict[str, Any]:
    return {
        "report": hit.report.id,
        "uri": hit.report.uri,
        "publisher": hit.report.publisher,
        "title": hit.report.title,
        "published": plain(hit.report.published),
        "score": hit.score,
        "snippet": hit.snippet,
        "start": hit.start,
        "line": hit.line,
        "marks": plain(hit.marks),
    }
