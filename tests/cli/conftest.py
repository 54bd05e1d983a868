"""A ledger made by hand, so that the lists can be tested without the analysis."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hudna.model.rejected import Rejected
from hudna.model.run import Item, Run
from hudna.pipeline import Pipeline
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_writer
from hudna.text.index import ArabicIndexer
from tests.export.made import analysis


@pytest.fixture(scope="session")
def made_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports, of which one undated and of no named outlet, and a rejected input; never written to."""
    path = tmp_path_factory.mktemp("ledger") / "made.sqlite"
    writer = open_writer(path, ArabicIndexer())
    items: list[Item] = [
        analysis(),
        analysis(publisher=None, title=None, uri="https://example.org/one?a=1&b=2", date=None),
        Rejected("/home/somebody/empty.txt", "empty", "/home/somebody/empty.txt: holds no text"),
    ]
    run = Run.start({"paths": ["reports"]}, {"hudna": "test"}, datetime(2020, 3, 1, tzinfo=UTC), "host:1")
    ingest(items, writer, run)
    writer.close()
    return path


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The whole analysis, loaded once: it takes a second or two."""
    return Pipeline.load()


@pytest.fixture
def loaded(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run inside the test's process use the pipeline that is loaded already."""
    for module in ("analysing", "ingesting", "checks"):
        monkeypatch.setattr(
            f"hudna.cli.work.{module}.load_pipeline", lambda packs=(), models="none": pipeline
        )


@pytest.fixture(autouse=True)
def _no_ledger_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Commands of a test see neither the tester's HUDNA_LEDGER nor a ledger in the working folder."""
    monkeypatch.delenv("HUDNA_LEDGER", raising=False)
    monkeypatch.chdir(tmp_path)
