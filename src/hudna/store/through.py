"""A View that asks another View: what is not said otherwise is answered as that one answers."""

from collections.abc import Iterator, Mapping, Sequence

from hudna.model.annotations import Credit
from hudna.model.assertions import AgreementMention, Assertion, Event, Figure, Statement
from hudna.model.filters import ALL, Filter
from hudna.model.judgement import Judgement
from hudna.model.links import Link, LinkKind, Verdict
from hudna.model.rows import Document, ReportRow, Row
from hudna.model.run import Run
from hudna.store.base import Counts, Dossier, Hit, Pending, RejectedRow, View


class ThroughView:
    """`View` over another View; what each method gives stands there."""

    def __init__(self, view: View) -> None:
        self._view = view

    def reports(self, filter: Filter = ALL) -> tuple[ReportRow, ...]:
        return self._view.reports(filter)

    def timeline(self, filter: Filter = ALL) -> tuple[Row[Event], ...]:
        return self._view.timeline(filter)

    def figures(self, filter: Filter = ALL) -> tuple[Row[Figure], ...]:
        return self._view.figures(filter)

    def agreements(self, filter: Filter = ALL) -> tuple[Row[AgreementMention], ...]:
        return self._view.agreements(filter)

    def statements(self, filter: Filter = ALL) -> tuple[Row[Statement], ...]:
        return self._view.statements(filter)

    def assertions(self, filter: Filter = ALL) -> Iterator[Row[Assertion]]:
        return self._view.assertions(filter)

    def search(self, words: str, filter: Filter = ALL) -> tuple[Hit, ...]:
        return self._view.search(words, filter)

    def report(self, key: str) -> Dossier:
        return self._view.report(key)

    def assertion(self, key: str) -> Row[Assertion]:
        return self._view.assertion(key)

    def link(self, key: str) -> Link:
        return self._view.link(key)

    def runs(self) -> tuple[Run, ...]:
        return self._view.runs()

    def rejected(self, run: str | None = None) -> tuple[RejectedRow, ...]:
        return self._view.rejected(run)

    def counts(self, filter: Filter = ALL) -> Counts:
        return self._view.counts(filter)

    def rows(self, ids: Sequence[str]) -> tuple[Row[Assertion], ...]:
        return self._view.rows(ids)

    def documents(self, ids: Sequence[str]) -> tuple[Document, ...]:
        return self._view.documents(ids)

    def credits(self, ids: Sequence[str]) -> Mapping[str, tuple[Credit, ...]]:
        return self._view.credits(ids)

    def texts(self, ids: Sequence[str]) -> Mapping[str, str]:
        return self._view.texts(ids)

    def uncompared(self, step: str, limit: int) -> tuple[Pending, ...]:
        return self._view.uncompared(step, limit)

    def said(self, readings: Sequence[int], kinds: Sequence[str]) -> tuple[Row[Assertion], ...]:
        return self._view.said(readings, kinds)

    def of_reports(self, reports: Sequence[str], kinds: Sequence[str]) -> tuple[Row[Assertion], ...]:
        return self._view.of_reports(reports, kinds)

    def compared_by(self, step: str) -> int:
        return self._view.compared_by(step)

    def blocked(self, step: str, keys: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        return self._view.blocked(step, keys)

    def links(
        self,
        kinds: Sequence[LinkKind] | None = None,
        records: Sequence[str] | None = None,
        verdicts: Sequence[Verdict] | None = None,
    ) -> tuple[Link, ...]:
        return self._view.links(kinds, records, verdicts)

    def linked(self, ids: Sequence[str]) -> Mapping[str, Link]:
        return self._view.linked(ids)

    def judgements(self, targets: Sequence[str] | None = None) -> tuple[Judgement, ...]:
        return self._view.judgements(targets)

    def content_hash(self) -> str:
        return self._view.content_hash()

    def close(self) -> None:
        self._view.close()
