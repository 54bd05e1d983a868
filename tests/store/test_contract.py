"""What every ledger does, whatever it is kept in."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from hudna.model.assertions import Assertions
from hudna.model.errors import LedgerError
from hudna.model.filters import Filter
from hudna.model.records import Analysis, record
from hudna.model.rejected import Rejected
from hudna.model.report import Published
from hudna.model.run import Indexed, Known
from hudna.store.base import View, Writer
from tests.store import builders as b
from tests.store.conftest import Store


def test_the_protocols_are_kept(store: Store) -> None:
    writer: Writer = store.writer()
    writer.close()
    view: View = store.view()
    assert view.reports() == ()


class TestAppending:
    def test_a_report_comes_back_as_it_went_in(self, store: Store) -> None:
        store.put(b.analysis())
        found = store.view().report(b.report().id)
        assert found.analysis == b.analysis()
        assert record(found.analysis) == record(b.analysis())
        assert [row.words for row in found.rows] == [
            "قال المتحدث", "يقصف", "12 مدنياً قتلوا", "اتفاق سوتشي",
        ]  # fmt: skip
        assert found.uris == ("a.txt",)

    def test_twice_is_the_same(self, store: Store) -> None:
        first = store.put(b.analysis(), b.analysis())
        before = store.view().content_hash()
        second = store.put(b.analysis())
        assert (first.tally.new, first.tally.same, first.tally.assertions) == (1, 1, 4)
        assert (second.tally.new, second.tally.same, second.tally.assertions) == (0, 1, 0)
        assert store.view().content_hash() == before

    def test_the_same_text_at_another_address_is_noted(self, store: Store) -> None:
        store.put(b.analysis(), b.analysis(uri="copy.txt"))
        store.put(b.analysis(uri="again.txt"), Known(b.report(uri="known.txt")))
        found = store.view().report("copy.txt")
        assert found.report.uri == "a.txt"
        assert found.uris == ("a.txt", "again.txt", "copy.txt", "known.txt")

    def test_order_of_arrival_leaves_no_trace_in_the_hash(self, store: Store) -> None:
        items = list(b.many(5))
        store.put(*items)
        there = store.view().content_hash()
        store.remove()
        store.put(*reversed(items))
        assert store.view().content_hash() == there

    def test_a_newer_version_adds_a_reading_and_keeps_the_old(self, store: Store) -> None:
        first = store.put(b.analysis())
        old = b.analysis()
        changed = replace(old.assertions, figures=(b.figure(old.report, lower=13),), agreements=())
        second = store.put(replace(old, assertions=changed), versions={"hudna": "2"})
        assert (second.tally.reread, second.tally.assertions) == (1, 1)
        view = store.view()
        found = view.report("a.txt")
        assert [f.lower for f in found.analysis.assertions.figures] == [13]
        assert found.report.counts == {"statement": 1, "event": 1, "figure": 1}
        assert [(r.run, r.assertions, r.current) for r in found.readings] == [
            (first.id, 4, False), (second.id, 3, True),
        ]  # fmt: skip
        assert [row.assertion.lower for row in view.figures()] == [13]
        assert view.agreements() == ()
        gone = view.assertion(old.assertions.figures[0].id)
        assert not gone.current
        assert gone.assertion == old.assertions.figures[0]
        assert view.assertion(old.assertions.events[0].id).current

    def test_a_reading_of_known_versions_is_not_made_again(self, store: Store) -> None:
        store.put(b.analysis())
        store.put(b.analysis(), versions={"hudna": "2"})
        assert store.put(b.analysis()).tally.same == 1
        assert [r.current for r in store.view().report("a.txt").readings] == [False, True]

    def test_what_is_known_can_be_asked_before_reading(self, store: Store) -> None:
        store.put(b.analysis())
        with store.writer() as writer:
            writer.begin(b.run(50))
            assert writer.known(b.report().id)
            assert not writer.known(b.report("نص آخر").id)
        with store.writer() as writer:
            writer.begin(b.run(51, {"hudna": "2"}))
            assert not writer.known(b.report().id)

    def test_known_of_an_unknown_report_is_refused(self, store: Store) -> None:
        with pytest.raises(LedgerError, match="ingest it again"):
            store.put(Known(b.report()))

    def test_an_index_made_elsewhere_is_taken(self, store: Store) -> None:
        made = b.analysis()
        store.put(Indexed(made, store.indexer.index("كلمات أخرى")))
        assert len(store.view().search("أخرى")) == 1
        assert store.view().search("سراقب") == ()

    def test_nothing_is_appended_outside_a_run(self, store: Store) -> None:
        with store.writer() as writer, pytest.raises(LedgerError, match="begin"):
            writer.append([b.analysis()])

    def test_the_same_assertion_twice_in_a_report_counts_once(self, store: Store) -> None:
        of = b.report()
        twice = Assertions(events=(b.event(of), replace(b.event(of), step="other@2", score=0.1)))
        assert store.put(Analysis(of, b.notes(of.text), twice)).tally.assertions == 1
        assert len(store.view().timeline()) == 1

    @pytest.mark.parametrize("odd", ["قبل\ud800بعد", "قبل\x00بعد", "قبل\u2028\r\nبعد", "😀𞤀"])
    def test_any_text_is_kept_exactly(self, store: Store, odd: str) -> None:
        text = f"{odd}\n{b.TEXT}"
        changes = {"publisher": odd, "title": odd, "author": odd}
        store.put(b.analysis(text, uri=f"{odd}.txt", **changes), Rejected(odd, "binary", odd))
        found = store.view().report(f"{odd}.txt")
        assert found.analysis == b.analysis(text, uri=f"{odd}.txt", **changes)
        assert store.view().rejected()[0].message == odd
        for row in found.rows:
            assert row.words == text[row.start : row.end]
        assert [r.publisher for r in store.view().reports(Filter(publisher=odd))] == [odd]


class TestRuns:
    def test_a_run_tells_what_it_did(self, store: Store) -> None:
        done = store.put(b.analysis(), b.analysis(), Rejected("x.bin", "binary", "no text in it"))
        assert store.view().runs() == (done,)
        assert done.status == "finished"
        assert done.finished is not None
        assert done.tally.rejected == {"binary": 1}
        assert done.tally.done == 3

    def test_rejected_inputs_can_be_listed(self, store: Store) -> None:
        first = store.put(Rejected("x.bin", "binary", "no text"), Rejected("y", "empty", "nothing in it"))
        second = store.put(Rejected("z", "empty", "nothing in it"))
        view = store.view()
        assert [(r.run, r.uri, r.reason) for r in view.rejected()] == [
            (first.id, "x.bin", "binary"), (first.id, "y", "empty"), (second.id, "z", "empty"),
        ]  # fmt: skip
        assert [r.uri for r in view.rejected(second.id[:10])] == ["z"]
        assert view.counts().rejected == {"binary": 1, "empty": 2}

    def test_a_run_is_finished_once(self, store: Store) -> None:
        done = store.put(b.analysis())
        with store.writer() as writer:
            writer.finish(replace(done, status="failed"))
        assert store.view().runs()[0].status == "finished"

    def test_latest_first(self, store: Store) -> None:
        ids = [store.put().id for _ in range(3)]
        assert [r.id for r in store.view().runs()] == ids[::-1]


class TestLists:
    def test_by_date_and_undated_last(self, store: Store) -> None:
        of = b.report()
        dates = [
            "2020-02-21T14:00",
            None,
            "2019-12-15",
            "2020-02",
            "2020-02-21",
            "2018-09-17/..",
            "../2017-01-01",
        ]
        found = Assertions(events=tuple(b.event(of, date=d) for d in (*dates, "../2017-01-01")))
        store.put(Analysis(of, b.notes(of.text), found))
        assert [r.assertion.date for r in store.view().timeline()] == [
            "../2017-01-01", "2018-09-17/..", "2019-12-15", "2020-02", "2020-02-21", "2020-02-21T14:00", None,
        ]  # fmt: skip

    def test_reports_by_date_and_undated_last(self, store: Store) -> None:
        days = {"a": "2020-03-01", "b": None, "c": "2019-12", "d": "2020-02-29"}
        store.put(*(b.bare(f"نص {k}", k, published=Published(d, "metadata")) for k, d in days.items()))
        assert [r.uri for r in store.view().reports()] == ["c", "d", "a", "b"]

    def test_pages(self, store: Store) -> None:
        store.put(*b.many(3))
        view = store.view()
        for give in (view.timeline, view.statements, view.reports, view.figures):
            everything = give()
            assert give(Filter(limit=2, offset=1)) == everything[1:3]
            assert give(Filter(limit=0)) == ()
            assert give(Filter(offset=1)) == everything[1:]

    def test_line_and_column_count_from_one(self, store: Store) -> None:
        store.put(b.analysis())
        row = store.view().figures()[0]
        line = b.TEXT.split("\n")[row.line - 1]
        assert line[row.column - 1 :].startswith(row.words)

    def test_the_stream_gives_everything(self, store: Store) -> None:
        store.put(*b.many(3))
        view = store.view()
        rows = list(view.assertions())
        assert len(rows) == sum(view.counts().assertions.values()) == 45
        assert rows == sorted(rows, key=lambda r: (r.report, r.start, r.end, r.assertion.KIND, r.id))
        assert len(list(view.assertions(Filter(kind="figure")))) == len(view.figures()) == 9

    def test_words_that_state_the_date(self, store: Store) -> None:
        at = b.where(b.TEXT, "21 شباط 2020")
        store.put(b.analysis(published=Published("2020-02-21", "stated", *at, how="stated")))
        assert store.view().reports()[0].published_words == "21 شباط 2020"

    @pytest.mark.parametrize("key", ["ffff", "zz", "nowhere.txt", ""])
    def test_a_key_nobody_answers_to(self, store: Store, key: str) -> None:
        store.put(b.analysis())
        with pytest.raises(LedgerError, match="no report answers"):
            store.view().report(key)
        with pytest.raises(LedgerError, match="no assertion answers"):
            store.view().assertion(key)

    def test_a_key_several_answer_to(self, store: Store) -> None:
        store.put(b.bare("نص أول", "same.txt"), b.bare("نص ثان", "same.txt"))
        with pytest.raises(LedgerError, match="several reports"):
            store.view().report("same.txt")

    def test_an_assertion_by_the_beginning_of_its_id(self, store: Store) -> None:
        store.put(b.analysis())
        wanted = b.analysis().assertions.events[0]
        assert store.view().assertion(wanted.id[:12]).assertion == wanted


def test_one_view_serves_many_threads_while_a_writer_works(store: Store) -> None:
    store.put(*b.many(5))
    view = store.view()
    lists: list[Callable[[], Sequence[object]]] = [view.timeline, view.reports, lambda: view.search("قصف")]
    asked = lists * 8
    expected = [ask() for ask in asked]
    with ThreadPoolExecutor(6) as pool:
        answers = [pool.submit(ask) for ask in asked]
        store.put(b.analysis(uri="meanwhile.txt", publisher="جهة أخرى"))
        for answer, before in zip(answers, expected, strict=True):
            assert len(answer.result()) >= len(before)
    assert len(view.reports()) == 6
