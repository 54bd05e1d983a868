"""What a page is made from, out of a ledger and out of analyses: the same."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hudna.export.contents import from_analyses, from_view, rows_of
from hudna.export.jsonl import analysis_lines, row_data
from hudna.model.filters import Filter
from hudna.model.records import record
from hudna.model.rejected import Rejected
from hudna.model.run import Item, Run
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_view, open_writer
from hudna.text.index import ArabicIndexer
from tests.export.made import TEXT, analysis

OTHER = analysis(publisher=None, title=None, uri="https://example.org/1", date=None)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contents") / "l.sqlite"
    writer = open_writer(path, ArabicIndexer())
    for minute in range(2):
        items: list[Item] = [
            Rejected("b.md", "skipped", "b.md: passed over"),
            Rejected("a.txt", "empty", "a.txt: holds no text"),
            analysis(),
            OTHER,
        ]
        run = Run.start({}, {"hudna": "test"}, datetime(2020, 3, 1, 0, minute, tzinfo=UTC), "host:1")
        ingest(items, writer, run)
    writer.close()
    return path


def test_a_ledger_and_analyses_give_the_same_rows(ledger: Path) -> None:
    here = from_analyses([analysis(), OTHER])
    view = open_view(ledger, ArabicIndexer())
    there = from_view(view)
    for kind in ("events", "figures", "agreements", "statements"):
        mine, theirs = getattr(here, kind), getattr(there, kind)
        assert {(r.id, r.words, r.line, r.column) for r in mine} == {
            (r.id, r.words, r.line, r.column) for r in theirs
        }
    assert set(here.reports) == set(there.reports)
    assert (here.documents, here.publishers, here.unnamed) == (
        there.documents,
        there.publishers,
        there.unnamed,
    )
    assert there.fingerprint
    assert there.load(there.reports[0]).report.text == TEXT
    view.close()


def test_rejected_inputs_stand_once_whatever_the_runs(ledger: Path) -> None:
    view = open_view(ledger, ArabicIndexer())
    assert [(r.uri, r.reason) for r in from_view(view).rejected] == [("a.txt", "empty"), ("b.md", "skipped")]
    view.close()


def test_a_filter_for_one_kind_leaves_the_others_out(ledger: Path) -> None:
    view = open_view(ledger, ArabicIndexer())
    contents = from_view(view, Filter(kind="figure"))
    assert (len(contents.figures), len(contents.events), len(contents.statements)) == (2, 0, 0)
    nothing = from_view(view, Filter(place="place/none"))
    assert not nothing.reports
    assert nothing.documents == 2
    view.close()


def test_rows_are_in_order_of_the_text_and_hold_its_words() -> None:
    rows = rows_of(analysis())
    assert [r.start for r in rows] == sorted(r.start for r in rows)
    for row in rows:
        assert TEXT[row.start : row.end] == row.words
        assert TEXT.split("\n")[row.line - 1][row.column - 1 :].startswith(row.words.split("\n")[0])


def test_lines_are_records() -> None:
    import json

    (only,) = analysis_lines([analysis()])
    assert "\n" not in only
    assert json.loads(only) == record(analysis())
    data = row_data(rows_of(analysis())[0])
    assert json.loads(json.dumps(data)) == data
