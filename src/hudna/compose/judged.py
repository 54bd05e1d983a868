"""The composer of records and judgements: a View that gives the ledger as people left it.

The one place that says what a judgement does to what is listed and compared, so that it does the same
everywhere (docs/ledger.md, «Judgements»): corrected values stand in for what was read, in filters too; what
is rejected is compared with nothing; what was compared before a correction is compared again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from heapq import merge
from itertools import chain, islice
from typing import Any, TypeVar, cast

from hudna.compose.resolution import Asking, Comparator, Gathering, comparators
from hudna.ledger.corrections import Entities, effective, entities
from hudna.ledger.judgements import Standing, link_of, paired, stands
from hudna.model.assertions import AgreementMention, Assertion, Event, Figure, Statement
from hudna.model.errors import LedgerError
from hudna.model.filters import ALL, Filter
from hudna.model.judgement import Judgement
from hudna.model.links import Link, LinkKind, Verdict
from hudna.model.rows import Row
from hudna.packs.schema import Pack
from hudna.store.base import Counts, Dossier, View
from hudna.store.fitting import fits, in_text, order
from hudna.store.rows import UNDATED
from hudna.store.through import ThroughView
from hudna.text.index import ArabicIndexer

R = TypeVar("R", bound=Row[Any])
Rows = tuple[Row[Assertion], ...]
_PLACED = ("event", "figure", "agreement")
"""What may say where a statement is."""


class JudgedView(ThroughView):
    """`View` of a ledger with its judgements.

    Records have their corrected values. Rejected ones are left out of every list; with `keep_rejected` they
    stay (for a reader who is shown that they are rejected). A record asked for by its id is given whatever
    stands of it. Links never touch a rejected record, and those of a corrected one are made anew from what it
    says now. What a person joined or split (two reports, two events) is linked as that person says, whatever
    comparing found. Reports and searches are chosen by what was read.
    """

    def __init__(self, view: View, pack: Callable[[], Pack], keep_rejected: bool = False) -> None:
        super().__init__(view)
        self._pack = pack
        self._keep = keep_rejected
        self._fold = ArabicIndexer().fold
        judgements = view.judgements()
        self.standings: Mapping[str, Standing] = stands(judgements)
        """Where the judged records stand, by id."""
        self.paired: Mapping[tuple[str, str], Judgement] = paired(judgements)
        """What people joined or split: who has the last word on each pair, the smaller id first."""

    def left_out(self, filter: Filter, *kinds: str) -> int:
        """How many rejected records of some kinds a filter would let through."""
        rejected = (row for row in self._changed.values() if row.id in self._gone)
        return sum(row.assertion.KIND in kinds for row in self._fitting(filter, self._now(rejected)))

    @property
    def judged_copies(self) -> tuple[Link, ...]:
        """The pairs of reports that a person joined or split."""
        return tuple(link for link in self._pairs.values() if link.kind == "copy")

    def timeline(self, filter: Filter = ALL) -> tuple[Row[Event], ...]:
        """Events by date, undated last."""
        return self._listed(self._view.timeline, "event", filter)

    def figures(self, filter: Filter = ALL) -> tuple[Row[Figure], ...]:
        """Figures by the beginning of their scope, undated last."""
        return self._listed(self._view.figures, "figure", filter)

    def agreements(self, filter: Filter = ALL) -> tuple[Row[AgreementMention], ...]:
        """Mentions of agreements by date, undated last."""
        return self._listed(self._view.agreements, "agreement", filter)

    def statements(self, filter: Filter = ALL) -> tuple[Row[Statement], ...]:
        """Statements by date, undated last."""
        return self._listed(self._view.statements, "statement", filter)

    def assertions(self, filter: Filter = ALL) -> Iterator[Row[Assertion]]:
        """All kinds in one stream, report by report in order of the text."""
        whole = replace(filter, limit=None, offset=0)
        kept: Iterator[Row[Any]] = (
            row for row in self._view.assertions(whole) if row.id not in self._changed
        )
        own: list[Row[Any]] = sorted(self._fitting(filter, self._shown(self._changed.values())), key=in_text)
        last = None if filter.limit is None else filter.offset + filter.limit
        return islice(merge(kept, own, key=in_text), filter.offset, last)

    def report(self, key: str) -> Dossier:
        """A report; its `analysis` stays as it was read."""
        dossier = self._view.report(key)
        return replace(dossier, rows=self._shown(dossier.rows))

    def assertion(self, key: str) -> Row[Assertion]:
        """An assertion by id or its beginning, current or not, rejected or not."""
        return self._now([self._view.assertion(key)])[0]

    def counts(self, filter: Filter = ALL) -> Counts:
        """How much there is under a filter."""
        found = self._view.counts(filter)
        assertions, undated = dict(found.assertions), dict(found.undated)
        read = self._fitting(filter, self._changed.values())
        now = self._fitting(filter, self._shown(self._changed.values()))
        for step, some in ((-1, read), (1, now)):
            for row in some:
                kind = row.assertion.KIND
                assertions[kind] = assertions.get(kind, 0) + step
                undated[kind] = undated.get(kind, 0) + step * (order(row)[0] == UNDATED)
        return replace(found, assertions=_counted(assertions), undated=_counted(undated))

    def rows(self, ids: Sequence[str]) -> Rows:
        """Assertions of these ids, rejected or not."""
        return self._now(self._view.rows(ids))

    def said(self, readings: Sequence[int], kinds: Sequence[str]) -> Rows:
        """The assertions of some kinds in readings, by reading and position."""
        return self._shown(self._view.said(readings, kinds))

    def of_reports(self, reports: Sequence[str], kinds: Sequence[str]) -> Rows:
        """The assertions of some kinds in the current readings of these reports, by report and position."""
        return self._shown(self._view.of_reports(reports, kinds))

    def link(self, key: str) -> Link:
        """A link by id or its beginning, as it is after corrections."""
        anew = [link for link in self._anew[1] if link.id.startswith(key)]
        try:
            found = self._view.link(key)
        except LedgerError:
            if len(anew) != 1:
                raise
            return anew[0]
        return next((link for link in anew if link.id == found.id), found)

    def links(
        self,
        kinds: Sequence[LinkKind] | None = None,
        records: Sequence[str] | None = None,
        verdicts: Sequence[Verdict] | None = None,
    ) -> tuple[Link, ...]:
        """Links of these kinds and verdicts that touch these records (None: all), by id."""
        gone, again = self._anew
        kept = [
            link
            for link in self._view.links(kinds, records, verdicts)
            if link.left not in gone and link.right not in gone and link.id not in self._pairs
        ]
        anew = (link for link in again if link.id not in self._pairs)
        judged = (link for link in self._pairs.values() if not {link.left, link.right} & self._gone)
        wanted = None if records is None else frozenset(records)
        kept += [
            link
            for link in (*anew, *judged)
            if (kinds is None or link.kind in kinds)
            and (wanted is None or link.left in wanted or link.right in wanted)
            and (verdicts is None or link.verdict in verdicts)
        ]
        return tuple(sorted(kept, key=lambda link: (link.id, link.step)))

    # What people changed

    @cached_property
    def _known(self) -> Entities:
        return entities(self._pack(), any_id=True)

    @cached_property
    def _gone(self) -> frozenset[str]:
        """What a person rejected."""
        return frozenset(record for record, now in self.standings.items() if now.state == "rejected")

    @cached_property
    def _changed(self) -> dict[str, Row[Assertion]]:
        """The current records that a person has rejected or corrected, and the statements that say them, as
        they were read, by id."""
        judged = [id for id, now in self.standings.items() if now.values or now.state == "rejected"]
        rows = [row for row in self._view.rows(judged) if row.current]
        saying = {said for row in rows if (said := getattr(row.assertion, "said_by", None))}
        rows += self._view.rows(sorted(saying - {row.id for row in rows}))
        return {row.id: row for row in rows}

    def _now(self, rows: Iterable[R]) -> tuple[R, ...]:
        """Rows with their corrected values, rejected or not."""
        return self._left(rows, rejected=True)

    def _shown(self, rows: Iterable[R]) -> tuple[R, ...]:
        """As `_now`, rejected ones only where they are to be shown."""
        return self._left(rows, rejected=self._keep)

    def _left(self, rows: Iterable[R], rejected: bool) -> tuple[R, ...]:
        if not self._changed:
            return tuple(rows)
        return cast(tuple[R, ...], effective(rows, self.standings, self._known, rejected))

    def _fitting(self, filter: Filter, rows: Iterable[Row[Assertion]]) -> list[Row[Assertion]]:
        return [row for row in rows if fits(filter, row, self._said_in(row, filter), self._fold)]

    def _said_in(self, row: Row[Assertion], filter: Filter) -> list[Assertion]:
        """What a statement says, where its place is asked for."""
        if not filter.place or not isinstance(row.assertion, Statement):
            return []
        told = self.of_reports([row.report], _PLACED)
        return [one.assertion for one in told if getattr(one.assertion, "said_by", None) == row.id]

    def _listed(self, read: Callable[[Filter], tuple[R, ...]], kind: str, filter: Filter) -> tuple[R, ...]:
        """A page of a list. As many rows more are read as may fall out of it."""
        own = [row for row in self._changed.values() if kind == row.assertion.KIND]
        if not own:
            return read(filter)
        last = None if filter.limit is None else filter.offset + filter.limit
        wider = replace(filter, limit=None if last is None else last + len(own), offset=0)
        kept = [row for row in read(wider) if row.id not in self._changed]
        mine = cast(list[R], self._fitting(filter, self._shown(own)))
        return tuple(sorted([*kept, *mine], key=order))[filter.offset : last]

    @cached_property
    def _pairs(self) -> dict[str, Link]:
        """The pairs of reports, and of events, that a person joined or split, by the id of their link."""
        ids = sorted(set(chain.from_iterable(self.paired)))
        rows = {row.id: row for row in self._view.rows(ids) if row.current}
        kinds: dict[str, LinkKind] = {
            id: "event" for id, row in rows.items() if isinstance(row.assertion, Event)
        }
        kinds.update(dict.fromkeys(self._view.texts([id for id in ids if id not in rows]), "copy"))
        links = (
            link_of(kinds[left], said)
            for (left, right), said in self.paired.items()
            if left in kinds and kinds[left] == kinds.get(right)
        )
        return {link.id: link for link in links}

    # What is compared again

    @cached_property
    def _anew(self) -> tuple[frozenset[str], tuple[Link, ...]]:
        """The records whose links no longer hold, and the links in place of theirs."""
        gone = set(self._gone)
        anew: dict[str, Link] = {}
        reports = sorted({row.report for row in self._changed.values()})
        for by in comparators(self._pack()) if reports else ():
            if by.kinds == ("report",) or not self._view.compared_by(by.step):
                continue
            again = _Again(by, self._view, self._compared)
            lost, links = again.of(reports)
            gone |= lost
            anew.update((link.id, link) for link in links)
        return frozenset(gone), tuple(anew.values())

    def _compared(self, reports: Sequence[str], kinds: Sequence[str]) -> Rows:
        """The rows of reports that are compared: none that is rejected."""
        return self._left(self._view.of_reports(reports, kinds), rejected=False)


def _counted(numbers: Mapping[str, int]) -> dict[str, int]:
    return {kind: number for kind, number in sorted(numbers.items()) if number}


class _Again:
    """One comparison made again for what judgements changed. Keys that a correction leaves behind lead
    nowhere new; those it brings are looked up in the ledger."""

    def __init__(
        self, by: Comparator, view: View, compared: Callable[[Sequence[str], Sequence[str]], Rows]
    ) -> None:
        self._by = by
        self._view = view
        self._compared = compared

    def of(self, reports: Sequence[str]) -> tuple[set[str], list[Link]]:
        """The records of these reports that are no longer what was compared, and their links."""
        before = self._gathered(self._view.of_reports(reports, self._by.kinds))
        after = self._gathered(self._compared(reports, self._by.kinds))
        changed = {id: one for id, one in after.items() if before.get(id) != one}
        gone = (before.keys() - after.keys()) | changed.keys()
        keys = {id: self._by.keys(one) for id, one in changed.items()}
        if isinstance(self._by, Asking):
            asks = {id: self._by.asks(one) for id, one in changed.items()}
        else:
            asks = keys
        under = self._view.blocked(self._by.step, sorted(set(chain.from_iterable(asks.values()))))
        others = self._others({id for ids in under.values() for id in ids} - gone)
        return gone, list(self._links(changed, (keys, asks), under, others))

    def _links(
        self,
        changed: Mapping[str, Any],
        sought: tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]],
        under: Mapping[str, Sequence[str]],
        others: Mapping[str, Any],
    ) -> Iterator[Link]:
        keys, asks = sought
        for id, one in changed.items():
            near = {other for key in asks[id] for other in under.get(key, ()) if other in others}
            met = [others[other] for other in sorted(near)]
            met += [two for other, two in changed.items() if other > id and set(keys[other]) & set(asks[id])]
            for two in met:
                left, right = (one, two) if one.id < two.id else (two, one)
                link = self._by.compare(left, right)
                if link is not None:
                    yield link

    def _others(self, ids: Iterable[str]) -> dict[str, Any]:
        """Records of the ledger by id, made ready with what their reports say now."""
        reports = sorted({row.report for row in self._view.rows(sorted(ids)) if row.current})
        wanted = frozenset(ids)
        found = self._gathered(self._compared(reports, self._by.kinds))
        return {id: one for id, one in found.items() if id in wanted}

    def _gathered(self, rows: Iterable[Row[Any]]) -> dict[str, Any]:
        by_report: dict[str, list[Row[Any]]] = {}
        for row in rows:
            by_report.setdefault(row.report, []).append(row)
        gather = self._by.gather if isinstance(self._by, Gathering) else tuple
        return {one.id: one for some in by_report.values() for one in gather(some)}
