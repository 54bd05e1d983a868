"""The loop that carries analyses into the ledger."""

import threading
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from hudna.model.assertions import Assertions
from hudna.model.records import Analysis
from hudna.model.rejected import Rejected
from hudna.model.run import Indexed, Item, Run, Tally
from hudna.store.ingest import ingest
from tests.store import builders as b
from tests.store.conftest import Store


def test_progress_is_told_after_each_batch(store: Store) -> None:
    heard: list[Tally] = []
    items: list[Item] = [*b.many(7), Rejected("x", "empty", "nothing")]
    with store.writer() as writer:
        done = ingest(items, writer, b.run(), heard.append, batch=3)
    assert [t.done for t in heard] == [3, 6, 8]
    assert heard[-1] == done.tally == Tally(7, 0, 0, 105, {"empty": 1})


def test_nothing_to_ingest_is_a_finished_run(store: Store) -> None:
    assert store.put().status == "finished"
    assert store.view().counts().runs == {"finished": 1}


def unstorable(uri: str) -> Analysis:
    """An analysis with a number that JSON cannot spell: a defect of some step."""
    of = b.report("نص فيه عدد\n" + b.TEXT, uri)
    return Analysis(of, b.notes(of.text), Assertions(figures=(b.figure(of, lower=float("nan")),)))


def test_one_bad_report_does_not_take_the_others_along(store: Store) -> None:
    done = store.put(*b.many(3), unstorable("bad.txt"), b.analysis())
    assert done.status == "finished"
    assert (done.tally.new, done.tally.rejected) == (4, {"unstorable": 1})
    view = store.view()
    assert len(view.reports()) == 4
    [row] = view.rejected()
    assert (row.uri, row.reason) == ("bad.txt", "unstorable")
    assert "report it as a bug" in row.message


def test_a_number_too_large_for_the_database_is_rejected_too(store: Store) -> None:
    of = b.report()
    far = replace(b.event(of), start=2**70, end=2**70 + 1)
    good = Indexed(b.bare("نص", "n"), store.indexer.index("نص"))
    done = store.put(Analysis(of, b.notes(of.text), Assertions(events=(far,))), good)
    assert done.tally.rejected == {"unstorable": 1}
    assert done.tally.new == 1


def failing(after: int) -> Iterator[Analysis]:
    yield from b.many(after)
    raise RuntimeError("the source broke")


def test_a_source_that_fails_marks_the_run(store: Store) -> None:
    with store.writer() as writer, pytest.raises(RuntimeError, match="the source broke"):
        ingest(failing(5), writer, b.run(), batch=2)
    [run] = store.view().runs()
    assert (run.status, run.message) == ("failed", "the source broke")
    assert run.tally.new == len(store.view().reports()) == 4


def stopping(after: int) -> Iterator[Analysis]:
    yield from b.many(after)
    raise KeyboardInterrupt


def test_ctrl_c_keeps_what_was_read(store: Store) -> None:
    with store.writer() as writer:
        done = ingest(stopping(5), writer, b.run(), batch=2)
    assert done.status == "interrupted"
    assert done.tally.new == len(store.view().reports()) == 5
    assert store.view().runs() == (done,)


def test_it_works_off_the_main_thread(store: Store) -> None:
    done: list[Run] = []
    thread = threading.Thread(target=lambda: done.append(store.put(*b.many(3))))
    thread.start()
    thread.join()
    assert done[0].tally.new == 3


def test_memory_does_not_grow_with_the_reports(store: Store) -> None:
    if store.url:
        pytest.skip("the same writer as for a file; tracing memory makes the driver slow")
    peaks: list[int] = []

    def heard(tally: Tally) -> None:
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.reset_peak()

    with store.writer() as writer:
        ingest(b.many(64), writer, b.run(0), batch=16)
        tracemalloc.start()
        ingest(b.many(400, events=2), writer, b.run(1), heard, batch=16)
        tracemalloc.stop()
    assert max(peaks[12:]) < max(peaks[:12]) * 1.3
