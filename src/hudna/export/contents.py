"""What a page is made from: rows, and the analysis of each report on demand.

A ledger's View and a handful of analyses that never saw a ledger give the same Contents.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hudna.export.wording import date_key
from hudna.model.assertions import AgreementMention, Assertion, Event, Figure, Statement
from hudna.model.filters import ALL, Filter
from hudna.model.lines import Lines
from hudna.model.records import Analysis
from hudna.model.rejected import HARMLESS
from hudna.model.rows import Row
from hudna.store.base import RejectedRow, View


@dataclass(frozen=True, slots=True)
class Contents:
    """Rows chosen by a filter, the reports they and the filter name in order, and where they come from.

    `load` gives a report's analysis by id, so that no more than one text need be held at a time.
    `documents` and `publishers` count the whole ledger; `unnamed` the reports without a publisher. `review`
    tells how judged records stand («corrected»), by id; `corrected` are the judged statements with the values
    people put in (rows have theirs already).
    """

    events: Sequence[Row[Event]]
    figures: Sequence[Row[Figure]]
    agreements: Sequence[Row[AgreementMention]]
    statements: Sequence[Row[Statement]]
    reports: Sequence[str]
    load: Callable[[str], Analysis]
    rejected: Sequence[RejectedRow]
    documents: int
    publishers: int
    unnamed: int = 0
    fingerprint: str | None = None
    filter: Filter = ALL
    review: Mapping[str, str] = field(default_factory=dict)
    corrected: Mapping[str, Statement] = field(default_factory=dict)


def from_view(view: View, chosen: Filter = ALL, review: Mapping[str, str] | None = None) -> Contents:
    """What a ledger holds under a filter; its `limit` cuts each list and the reports. `review` is how judged
    records stand, by id."""
    everything = view.reports(ALL)
    judged = view.rows(list(review or ()))
    named = {r.publisher for r in everything if r.publisher}
    return Contents(
        events=view.timeline(_of(chosen, "event")),
        figures=view.figures(_of(chosen, "figure")),
        agreements=view.agreements(_of(chosen, "agreement")),
        statements=view.statements(_of(chosen, "statement")),
        reports=[r.id for r in (everything if chosen == ALL else view.reports(chosen))],
        load=lambda report: view.report(report).analysis,
        rejected=_once(view.rejected()),
        documents=len(everything),
        publishers=len(named),
        unnamed=sum(1 for r in everything if not r.publisher),
        fingerprint=view.content_hash(),
        filter=chosen,
        review=review or {},
        corrected={row.id: row.assertion for row in judged if isinstance(row.assertion, Statement)},
    )


def _once(rejected: Iterable[RejectedRow]) -> list[RejectedRow]:
    """Rejected inputs of all runs, each once, those that call for no action last."""
    found = {(r.uri, r.reason, r.message): r for r in rejected}
    return sorted(found.values(), key=lambda r: r.reason in HARMLESS)


def _of(chosen: Filter, kind: str) -> Filter:
    """The filter for one list; a filter for another kind leaves the list empty."""
    return replace(chosen, limit=0) if chosen.kind not in (None, kind) else chosen


def from_analyses(analyses: Iterable[Analysis], rejected: Iterable[RejectedRow] = ()) -> Contents:
    """The same from analyses at hand; a report given twice counts once."""
    known: dict[str, Analysis] = {}
    for analysis in analyses:
        known.setdefault(analysis.report.id, analysis)
    rows = [row for analysis in known.values() for row in rows_of(analysis)]
    return Contents(
        events=_chosen(rows, Event),
        figures=_chosen(rows, Figure),
        agreements=_chosen(rows, AgreementMention),
        statements=_chosen(rows, Statement),
        reports=list(known),
        load=known.__getitem__,
        rejected=tuple(rejected),
        documents=len(known),
        publishers=len({a.report.publisher for a in known.values() if a.report.publisher}),
        unnamed=sum(1 for a in known.values() if not a.report.publisher),
    )


def _chosen(rows: Sequence[Row[Any]], cls: type) -> list[Row[Any]]:
    found = [row for row in rows if isinstance(row.assertion, cls)]
    return sorted(found, key=lambda row: (date_key(_date(row.assertion)), row.report, row.start))


def _date(assertion: Any) -> str | None:
    """What a list is ordered by, as in a View."""
    if isinstance(assertion, Figure):
        return assertion.since or assertion.until
    if isinstance(assertion, AgreementMention):
        return assertion.date or assertion.in_force_from
    date: str | None = assertion.date
    return date


def rows_of(analysis: Analysis) -> list[Row[Any]]:
    """An analysis's assertions with their words and lines, in order of the text; `run` is empty."""
    report, found = analysis.report, analysis.assertions
    lines = Lines(report.text)
    assertions: list[Assertion] = [*found.statements, *found.events, *found.figures, *found.agreements]
    rows: list[Row[Any]] = []
    for assertion in sorted(assertions, key=lambda a: (a.start, a.end, a.KIND)):
        line, column = lines.at(assertion.start)
        rows.append(
            Row(
                id=assertion.id,
                assertion=assertion,
                words=report.text[assertion.start : assertion.end],
                line=line,
                column=column,
                report=report.id,
                uri=report.uri,
                publisher=report.publisher,
                title=report.title,
                published=report.published,
                run="",
            )
        )
    return rows
