"""A ledger copied from one kind to the other and back: nothing missing, nothing changed."""

from pathlib import Path

import pytest

from hudna.compose.resolution import resolve
from hudna.model.errors import LedgerError
from hudna.model.judgement import Judgement
from hudna.model.rejected import Rejected
from hudna.store import opening
from hudna.text.index import ArabicIndexer
from tests.store import builders as b
from tests.store.comparing import SameDay, SameLength
from tests.store.conftest import Store

INDEXER = ArabicIndexer()
ODD = "قبل\ud800و\x00و\x1a0041بعد"


@pytest.fixture
def full(store: Store) -> Store:
    """A ledger with a row in every table, and text that no database likes."""
    store.put(b.analysis(), b.analysis(f"{ODD}\n{b.TEXT}", f"{ODD}.txt", title=ODD, author=ODD))
    store.put(b.analysis(), Rejected(ODD, "binary", ODD), versions={"hudna": "2"})
    with store.writer() as writer:
        resolve(writer, store.view(), [SameDay(), SameLength()])
        event = b.analysis().assertions.events[0].id
        writer.judge(Judgement("confirm", event, ODD, "salma", "2020-03-06T12:00:00+00:00"))
    return store


def everything(store_or_view: Store) -> list[object]:
    """All that a reader can see."""
    view = store_or_view.view()
    return [
        view.reports(), list(view.assertions()), view.runs(), view.rejected(), view.counts(), view.links(),
        view.judgements(), [h.report.uri for h in view.search("قصف -أخرى")],
        [view.report(r.id) for r in view.reports()], view.uncompared("days/1", 9), view.content_hash(),
    ]  # fmt: skip


def test_there_and_back(full: Store, database: str, tmp_path: Path) -> None:
    there, back = Store(tmp_path / "x", url=database), Store(tmp_path / "back.hudna")
    found = opening.copy(full.ledger, there.ledger, INDEXER)
    assert opening.copy(there.ledger, back.ledger, INDEXER) == found == full.view().content_hash()
    assert everything(full) == everything(there) == everything(back)
    back.runs = full.runs
    full.put(b.analysis(uri="later.txt", text=b.TEXT + "\nلاحقاً"))
    back.put(b.analysis(uri="later.txt", text=b.TEXT + "\nلاحقاً"))
    assert full.view().content_hash() == back.view().content_hash()
    there.close()
    back.close()


def test_from_file_to_file_and_what_is_heard(full: Store, tmp_path: Path) -> None:
    heard: list[tuple[str, int]] = []
    copy = Store(tmp_path / "copy.hudna")
    opening.copy(full.path, copy.path, INDEXER, lambda table, done: heard.append((table, done)))
    assert everything(full) == everything(copy)
    assert ("report", 2) in heard
    assert heard[-1] == ("words", 2)
    copy.close()


def test_only_into_a_new_one(full: Store, tmp_path: Path) -> None:
    other = Store(tmp_path / "other.hudna")
    other.put(b.bare("نص آخر", "other.txt"))
    before = other.view().content_hash()
    with pytest.raises(LedgerError, match="is not empty"):
        opening.copy(full.path, other.path, INDEXER)
    assert other.view().content_hash() == before
    other.close()


def test_a_copy_that_breaks_off_leaves_nothing(full: Store, tmp_path: Path) -> None:
    def stop(table: str, done: int) -> None:
        if table == "link":
            raise KeyboardInterrupt

    target = tmp_path / "copy.hudna"
    with pytest.raises(KeyboardInterrupt):
        opening.copy(full.path, target, INDEXER, stop)
    copy = Store(target)
    assert copy.view().reports() == ()
    assert opening.copy(full.path, target, INDEXER) == full.view().content_hash()
    copy.close()


def test_no_ledger_to_copy(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        opening.copy(tmp_path / "none.hudna", tmp_path / "copy.hudna", INDEXER)
