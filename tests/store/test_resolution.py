"""Comparing what is new in a ledger, in any batches, with the same links in the end."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from sqlalchemy import event

from hudna.compose.resolution import Resolved, resolve
from hudna.model.assertions import Event
from hudna.model.errors import LedgerError
from hudna.model.links import Feature, Link
from hudna.model.records import Analysis
from hudna.model.rows import Row
from hudna.store.base import Compared, Writer
from tests.store import builders as b
from tests.store.comparing import SameDay, SameLength
from tests.store.conftest import Store

BOTH = (SameDay(), SameLength())


def resolved(store: Store, batch: int = 2, by: Sequence[SameDay | SameLength] = BOTH) -> Resolved:
    with store.writer() as writer:
        return resolve(writer, store.view(), by, batch=batch)


def test_records_that_share_a_key_are_compared(store: Store) -> None:
    store.put(b.analysis(), b.analysis(b.TEXT + " ", "b.txt"), b.analysis(b.TEXT + "\n", "c.txt"))
    told = resolved(store)
    assert told == Resolved("lengths/1", reports=6, pairs=4, links=4)
    view = store.view()
    links = view.links()
    assert [link.id for link in links] == sorted(link.id for link in links)
    assert {link.kind for link in links} == {"event", "copy"}
    assert links[0].features or links[-1].features
    events = {row.id for row in view.timeline()}
    for link in view.links(kinds=["event"]):
        assert {link.left, link.right} <= events
        assert link.features == (
            Feature("date", "2020-02-21", "2020-02-21", 1.0, "اليوم نفسه", "the same day"),
        )


def test_links_of_a_record(store: Store) -> None:
    store.put(*(b.analysis(b.TEXT + " " * n, f"{n}.txt") for n in range(4)))
    resolved(store)
    view = store.view()
    one = view.timeline()[0].id
    assert len(view.links()) == 6
    assert len(view.links(records=[one])) == 3
    assert all(one in (link.left, link.right) for link in view.links(records=[one]))
    assert view.links(kinds=["copy"], records=[one]) == ()
    assert view.links(records=[]) == ()


def test_nothing_is_compared_twice(store: Store) -> None:
    store.put(*b.many(3))
    first = resolved(store)
    assert first.reports == 6
    assert resolved(store) == Resolved("")


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_and_batches_leave_no_trace(store: Store, order: tuple[int, ...]) -> None:
    items = [b.analysis(b.TEXT + " " * n, f"{n}.txt") for n in range(3)]
    store.put(*items)
    resolved(store, batch=100)
    together = store.view().content_hash()
    store.remove()
    for number in order:
        store.put(items[number])
        resolved(store, batch=1 + number)
    assert store.view().content_hash() == together


def test_links_are_part_of_the_hash(store: Store) -> None:
    store.put(b.analysis(), b.analysis(b.TEXT + " ", "b.txt"))
    before = store.view().content_hash()
    resolved(store)
    assert store.view().content_hash() != before


def test_what_is_no_longer_said_has_no_links(store: Store) -> None:
    first, second = b.analysis(), b.analysis(b.TEXT + " ", "b.txt")
    store.put(first, second)
    resolved(store, by=[SameDay()])
    assert len(store.view().links()) == 1
    moved = replace(first.assertions, events=(b.event(first.report, date="2020-02-20"),))
    store.put(Analysis(first.report, first.annotations, moved), versions={"hudna": "2"})
    assert store.view().links() == ()
    assert resolved(store, by=[SameDay()]).reports == 1
    assert store.view().links() == ()
    again = replace(first.assertions, events=(b.event(first.report, date="2020-02-21", status="claimed"),))
    store.put(Analysis(first.report, first.annotations, again), versions={"hudna": "3"})
    resolved(store, by=[SameDay()])
    assert [link.verdict for link in store.view().links()] == ["same"]


def test_a_newer_step_compares_everything_anew_and_speaks_alone(store: Store) -> None:
    store.put(b.analysis(), b.analysis(b.TEXT + " ", "b.txt"))
    resolved(store)
    assert resolved(store, by=[SameDay("days/2")]).reports == 2
    assert {link.step for link in store.view().links()} == {"days/2"}
    assert resolved(store, by=[SameDay("days/10")]).reports == 2
    assert {link.step for link in store.view().links()} == {"days/10"}


def test_rows_and_documents_come_in_the_order_asked(store: Store) -> None:
    store.put(*b.many(3))
    view = store.view()
    ids = [row.id for row in view.assertions()][::-1]
    assert [row.id for row in view.rows([ids[0], "none", *ids[1:]])] == ids
    assert all(row.current for row in view.rows(ids))
    reports = [row.id for row in view.reports()][::-1]
    assert [document.id for document in view.documents(reports)] == reports
    assert view.texts(reports) == {d.id: d.text for d in view.documents(reports)}
    assert view.documents(reports)[0].layout.segments[0].kind == "title"


def test_credits_are_given_for_the_reports_that_have_any(store: Store) -> None:
    told, plain = b.analysis(), b.bare("خبر بلا مصدر", "plain.txt")
    store.put(told, plain)
    found = store.view().credits([told.report.id, plain.report.id, "none"])
    assert found == {told.report.id: told.annotations.credits}
    (document,) = store.view().documents([told.report.id])
    assert document.layout.credits == told.annotations.credits


def test_a_batch_is_refused_where_another_was_faster(store: Store) -> None:
    store.put(*b.many(2))
    view = store.view()
    with store.writer() as writer:
        theirs, mine = view.uncompared("days/1", 10)
        before = view.compared_by("days/1")
        assert writer.compared("days/1", [Compared(theirs, {}, ())], before)
        assert not writer.compared("days/1", [Compared(theirs, {"x": ("k",)}, ())], before)
        assert view.blocked("days/1", ["k"]) == {"k": ()}
        assert view.uncompared("days/1", 10) == (mine,)


def test_a_batch_is_refused_where_a_reading_was_replaced(store: Store) -> None:
    """A newer reading comes between looking up and writing: the old one must not be marked."""
    item = b.analysis()
    store.put(item)
    view = store.view()
    with store.writer() as writer:
        (old,) = view.uncompared("days/1", 10)
        store.put(item, versions={"step": "2"})
        assert not writer.compared("days/1", [Compared(old, {}, ())], 0)
        (new,) = view.uncompared("days/1", 10)
        assert new.reading > old.reading
        assert writer.compared("days/1", [Compared(new, {}, ())], 0)
        assert view.uncompared("days/1", 10) == ()


class Meddling:
    """A writer beside which somebody else resolves everything once."""

    def __init__(self, writer: Writer, meddle: object) -> None:
        self._writer, self._meddle = writer, [meddle]

    def compared(self, step: str, batch: Sequence[Compared], before: int) -> bool:
        if self._meddle:
            self._meddle.pop()()  # type: ignore[operator]
        return self._writer.compared(step, batch, before)


def test_two_at_once_miss_no_pair(store: Store) -> None:
    items = [b.analysis(b.TEXT + " " * n, f"{n}.txt") for n in range(5)]
    store.put(*items)
    with store.writer() as writer:
        resolve(
            Meddling(writer, lambda: resolved(store, by=[SameDay()])),  # type: ignore[arg-type]
            store.view(),
            [SameDay()],
            batch=3,
        )
    assert len(store.view().links()) == 10


def test_a_step_has_a_version(store: Store) -> None:
    store.put(b.analysis())
    with pytest.raises(LedgerError, match="a name and a version"):
        resolved(store, by=[SameDay("days")])


def test_a_link_of_another_step_is_refused(store: Store) -> None:
    store.put(b.analysis(), b.analysis(b.TEXT + " ", "b.txt"))

    class Wrong(SameDay):
        def compare(self, left: Row[Event], right: Row[Event]) -> Link | None:
            link = super().compare(left, right)
            return link and replace(link, step="other/1")

    with pytest.raises(LedgerError, match="must be the same"):
        resolved(store, by=[Wrong()])
    assert len(store.view().uncompared("days/1", 9)) == 2


@pytest.mark.parametrize("ask", ["said", "of_reports"])
def test_records_of_a_few_reports_are_found_by_their_reports(store: Store, ask: str) -> None:
    """The plan of the database: not by kind, which would read every event for a few reports."""
    if store.url:
        pytest.skip("SQLite's own words for a plan")
    store.put(*b.many(5))
    view = store.view()
    plans: list[str] = []

    @event.listens_for(view.backend.engine, "before_cursor_execute")  # type: ignore[attr-defined]
    def explain(
        _: object, cursor: sqlite3.Cursor, statement: str, given: Sequence[object], *rest: object
    ) -> None:
        if "kind" in statement:
            found = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", given)
            plans.extend(row[3] for row in found)

    waiting = view.uncompared("days/1", 9)
    if ask == "said":
        rows = view.said([*(w.reading for w in waiting), *range(1000, 1250)], ["event"])
    else:
        rows = view.of_reports([*(w.report for w in waiting), *map(str, range(250))], ["event"])
    assert len(rows) == 40
    assert plans
    assert not [plan for plan in plans if "kind_date" in plan or plan.startswith("SCAN assertion")]


class Asks(SameDay):
    """Stands under one key and looks under another: the later record must find the earlier one."""

    def keys(self, record: Row[Event]) -> tuple[str, ...]:
        return (f"at {record.start % 2}",)

    def asks(self, record: Row[Event]) -> tuple[str, ...]:
        return (f"at {1 - record.start % 2}",)


@pytest.mark.parametrize("batch", [1, 100])
def test_records_may_look_elsewhere_than_they_stand(store: Store, batch: int) -> None:
    items = [b.analysis(" " * n + b.TEXT, f"{n}.txt") for n in range(4)]
    store.put(*items)
    resolved(store, by=[Asks()], batch=batch)
    starts = {row.id: row.start for row in store.view().timeline()}
    pairs = [sorted((starts[link.left] % 2, starts[link.right] % 2)) for link in store.view().links()]
    assert pairs == [[0, 1]] * 4
