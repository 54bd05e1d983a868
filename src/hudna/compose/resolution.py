"""The composer of ledger and store: what is new in a ledger is compared with what it may have to do with.

A comparator names the keys a record is looked for under and compares two records that share one; both depend
on the records alone. The ledger keeps keys, links and marks of what has been compared, so that a report added
later is compared with what shares its keys and with nothing else.
"""

import gc
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Literal, Protocol, cast, runtime_checkable

from hudna.ledger import copies
from hudna.ledger.carrying import Carried, carry, successor
from hudna.ledger.comparators import claims
from hudna.model.judgement import Judgement
from hudna.model.links import Link
from hudna.model.rows import Document, Row
from hudna.packs.schema import Pack
from hudna.store.base import Compared, Pending, View, Writer
from hudna.text.index import prose_words

RecordKind = Literal["report", "statement", "event", "figure", "agreement"]
Record = Any
"""A `Document`, a `Row`, or what a comparator gathers of these; it has an `id`."""
BATCH = 512
"""Reports in one transaction."""
_KEPT = 16_000
"""Records of each comparator kept in memory between batches, about 3 kB each."""
_REPORTS_KEPT = 2_048
"""The same of a comparator of reports, about 20 kB each."""


class Comparator(Protocol):
    """One way of comparing, a pure one: `keys` and `compare` look at their records (and the pack) alone.

    `kinds` are what it compares; a comparator of («report»,) gets `Document`s, any other `Row`s of these
    kinds. `step` is its name and version, «events/1»: with a greater version everything is compared anew.
    """

    @property
    def kinds(self) -> tuple[RecordKind, ...]:
        """What is compared."""
        ...

    @property
    def step(self) -> str:
        """Name and version."""
        ...

    def keys(self, record: Any) -> tuple[str, ...]:
        """Two records are compared where they share a key; none: it is compared with nothing."""
        ...

    def compare(self, left: Any, right: Any) -> Link | None:
        """What two records have to do with each other (of one report, too), None for nothing worth keeping.
        `left` has the smaller id."""
        ...


@runtime_checkable
class Gathering(Protocol):
    """A comparator whose records are made of several rows of one report: an event with the figures told with
    it, a report as its words. `keys` and `compare` get what `gather` makes, which has the `id` of one of the
    rows, or the report's."""

    def gather(self, rows: Sequence[Any]) -> Sequence[Any]:
        """The records of one report, from its rows of `kinds` in order of the text, or from its document."""
        ...


@runtime_checkable
class Asking(Protocol):
    """A comparator whose records look under other keys than they stand under. Two records are compared where
    the later one looks under a key of the earlier one, so whichever comes later must find the other."""

    def asks(self, record: Any) -> tuple[str, ...]:
        """The keys a record looks under."""
        ...


class CopyComparator:
    """Reports that are near-copies of one another, by their words outside headline and furniture."""

    kinds: tuple[RecordKind, ...] = ("report",)
    step = copies.STEP

    def gather(self, documents: Sequence[Document]) -> tuple[copies.Words, ...]:
        """The words of each report."""
        return tuple(words_of(document) for document in documents)

    def keys(self, record: copies.Words) -> tuple[str, ...]:
        """Bands of MinHash."""
        return copies.keys(record)

    def compare(self, left: copies.Words, right: copies.Words) -> Link | None:
        """How much of the shorter text stands in the other."""
        return copies.compare(left, right)


def words_of(document: Document) -> copies.Words:
    """The words of a report as its copies have them."""
    found = prose_words(document.text, document.layout)
    return copies.Words.of(document.id, document.report.published.date, document.text, found)


def comparators(pack: Pack) -> tuple[Comparator, ...]:
    """Every comparison of the ledger, in the order they are made in."""
    return (CopyComparator(), *claims(pack))


@dataclass(frozen=True, slots=True)
class Resolved:
    """How far resolving has come: the step at work («» where nothing waited), and of all steps so far the
    readings compared, the pairs that shared a key, and the links found."""

    step: str
    reports: int = 0
    pairs: int = 0
    links: int = 0

    def and_then(self, step: str, reports: int, pairs: int, links: int) -> "Resolved":
        """After one batch more."""
        return Resolved(step, self.reports + reports, self.pairs + pairs, self.links + links)


Progress = Callable[[Resolved], None]


def resolve(
    writer: Writer,
    view: View,
    comparators: Sequence[Comparator],
    on_progress: Progress | None = None,
    batch: int = BATCH,
) -> Resolved:
    """Compare every current reading that a comparator has not compared, `batch` of them in one transaction.

    Whatever stops it, what was done before is whole and the next call goes on from there. Another process
    may resolve or ingest the same ledger meanwhile.
    """
    told = Resolved("")
    shelf = _Shelf(view, comparators)
    working = [_Work(writer, view, comparator, shelf) for comparator in comparators]
    with _no_collections():
        # Side by side, so that a report's records are read once for all of them.
        while working:
            for work in tuple(working):
                done = work.batch(batch)
                if done is None:
                    working.remove(work)
                    continue
                told = told.and_then(work.step, *done)
                if on_progress:
                    on_progress(told)
    return told


@contextmanager
def _no_collections() -> Iterator[None]:
    """Records by the ten thousand, none of them in a cycle, would be walked for garbage again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def carry_on(writer: Writer, view: View) -> tuple[Judgement, ...]:
    """Move judgements on to the records that newer readings have in place of those judged, where words and
    meaning are the same; gives the last judgement of each chain that could not be moved."""
    carried = _carried(view)
    for judgement in carried.new:
        writer.judge(judgement)
    return carried.lost


def not_carried(view: View) -> tuple[Judgement, ...]:
    """The last judgement of each chain whose record is gone and has no successor."""
    return _carried(view).lost


def _carried(view: View) -> Carried:
    judgements = view.judgements()
    return carry(judgements, _successors(view, judgements))


def _successors(view: View, judgements: Sequence[Judgement]) -> dict[str, str | None]:
    """What stands in the place of each judged record, or link, that no current reading says any more."""
    settled = view.linked([j.target for j in judgements if j.act == "settle"])
    ends = [end for link in settled.values() for end in (link.left, link.right)]
    judged = [end for j in judgements for end in (j.target, j.other) if end]
    found: dict[str, str | None] = {}
    for row in view.rows(list(dict.fromkeys((*judged, *ends)))):
        if not row.current:
            now = successor(row, view.report(row.report).rows)
            found[row.id] = now.id if now else None
    for identity, link in settled.items():
        if link.left in found or link.right in found:
            found[identity] = _moved_link(view, link, found)
    return found


def _moved_link(view: View, link: Link, found: Mapping[str, str | None]) -> str | None:
    left, right = (found.get(end, end) for end in (link.left, link.right))
    if left is None or right is None or left == right:
        return None
    moved = replace(link, left=min(left, right), right=max(left, right)).id
    return moved if moved in view.linked([moved]) else None


class _Shelf:
    """The assertions of the readings at work, read once for all comparators."""

    def __init__(self, view: View, comparators: Sequence[Comparator]) -> None:
        self._view = view
        self._kinds = tuple(sorted({kind for one in comparators for kind in one.kinds} - {"report"}))
        self._readings: tuple[int, ...] = ()
        self._rows: tuple[Row[Any], ...] = ()

    def rows(self, readings: Sequence[int], kinds: Sequence[str]) -> Iterator[Row[Any]]:
        """The assertions of some kinds, by reading and position."""
        if self._readings != tuple(readings):
            self._readings, self._rows = tuple(readings), self._view.said(readings, self._kinds)
        return (row for row in self._rows if row.assertion.KIND in kinds)


class _Work:
    """One comparator going through a ledger."""

    def __init__(self, writer: Writer, view: View, comparator: Comparator, shelf: _Shelf) -> None:
        self._writer = writer
        self._view = view
        self._by = comparator
        self._shelf = shelf
        self._kept: OrderedDict[str, Record | None] = OrderedDict()
        self._gathers = isinstance(comparator, Gathering)

    @property
    def step(self) -> str:
        """The comparator's."""
        return self._by.step

    def batch(self, size: int) -> tuple[int, int, int] | None:
        """Compare the next readings and give how many readings, pairs and links there were; None where
        nothing waits. Where another process was faster, what waits now is compared."""
        while True:
            before = self._view.compared_by(self._by.step)
            waiting = self._view.uncompared(self._by.step, size)
            if not waiting:
                return None
            done, pairs = self._compare(waiting)
            if self._writer.compared(self._by.step, done, before):
                return len(waiting), pairs, sum(len(one.links) for one in done)

    def _compare(self, waiting: Sequence[Pending]) -> tuple[list[Compared], int]:
        """Each reading's records, compared with the ledger's and with those of the readings before it."""
        said = self._said(waiting)
        every = [record for records in said.values() for record in records]
        keys = {record.id: self._by.keys(record) for record in every}
        look = self._by.asks if isinstance(self._by, Asking) else None
        asks = {record.id: look(record) for record in every} if look else keys
        under: defaultdict[str, list[str]] = defaultdict(list)
        for key, records in self._view.blocked(self._by.step, _distinct(asks.values())).items():
            under[key].extend(records)
        self._fetch(identity for records in under.values() for identity in records)
        done, pairs = [], 0
        for pending in waiting:
            links: list[Link] = []
            for record in said[pending.report]:
                candidates = self._candidates(record.id, asks[record.id], under)
                pairs += len(candidates)
                for other in candidates:
                    left, right = (record, other) if record.id < other.id else (other, record)
                    if (link := self._by.compare(left, right)) is not None:
                        links.append(link)
                for key in keys[record.id]:
                    under[key].append(record.id)
            own = {record.id: keys[record.id] for record in said[pending.report]}
            done.append(Compared(pending, own, tuple(links)))
        return done, pairs

    def _candidates(self, own: str, keys: Iterable[str], under: dict[str, list[str]]) -> list[Record]:
        """What is there under some keys, beside the record itself, each once."""
        found = dict.fromkeys(chain.from_iterable(under[key] for key in keys))
        found.pop(own, None)
        return [other for identity in found if (other := self._kept.get(identity)) is not None]

    def _said(self, waiting: Sequence[Pending]) -> dict[str, list[Record]]:
        """The records of each report, which are kept for those that come after them."""
        said: dict[str, list[Record]] = {pending.report: [] for pending in waiting}
        self._forget()
        if self._by.kinds == ("report",):
            for document in self._view.documents(list(said)):
                said[document.id].append(document)
        else:
            for row in self._shelf.rows([pending.reading for pending in waiting], self._by.kinds):
                said[row.report].append(row)
        said = {report: self._gathered(found) for report, found in said.items()}
        for records in said.values():
            self._kept.update((record.id, record) for record in records)
        return said

    def _fetch(self, ids: Iterable[str]) -> None:
        """Bring records to memory; one that no current reading says any more is None."""
        missing = []
        for identity in dict.fromkeys(ids):
            if identity in self._kept:
                self._kept.move_to_end(identity)
            else:
                missing.append(identity)
        if self._by.kinds == ("report",):
            documents = self._view.documents(missing)
            self._kept.update((record.id, record) for record in self._gathered(documents))
            return
        rows = self._view.rows(missing)
        self._kept.update((row.id, row if row.current else None) for row in rows)
        if self._gathers:
            self._fetch_gathered(rows)

    def _fetch_gathered(self, rows: Sequence[Row[Any]]) -> None:
        """The records of all reports these rows stand in: a record is made of a report's rows together."""
        reports: dict[str, list[Any]] = {row.report: [] for row in rows if row.current}
        for row in self._view.of_reports(list(reports), self._by.kinds):
            reports[row.report].append(row)
        self._kept.update((row.id, None) for row in rows)
        for found in reports.values():
            self._kept.update((record.id, record) for record in self._gathered(found))

    def _gathered(self, found: Sequence[Any]) -> list[Record]:
        return list(cast(Gathering, self._by).gather(found) if self._gathers else found)

    def _forget(self) -> None:
        """Let go of what was longest not asked for."""
        most = _REPORTS_KEPT if self._by.kinds == ("report",) else _KEPT
        while len(self._kept) > most:
            self._kept.popitem(last=False)


def _distinct(keys: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(key for some in keys for key in some))
