"""Judgements appended to a ledger: one after another, each by somebody who saw the one before."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from hudna.model.errors import LedgerError
from hudna.model.judgement import Judgement
from hudna.model.records import Analysis
from tests.store import builders as b
from tests.store.conftest import Store

EVENT = b.analysis().assertions.events[0].id
FIGURE = b.analysis().assertions.figures[0].id
FIRST = Judgement("confirm", EVENT, "رأيت المصدر", "سلمى", "2020-03-06T12:00:00+00:00")
SECOND = Judgement(
    "correct", EVENT, "the town is named", "Omar", "2020-03-06T12:05:00+00:00",
    field="date", value="2020-02-20", supersedes=FIRST.id,
)  # fmt: skip


@pytest.fixture
def judge(store: Store) -> Callable[[Judgement], None]:
    """Appends to a ledger with one report."""
    store.put(b.analysis())

    def append(judgement: Judgement) -> None:
        with store.writer() as writer:
            writer.judge(judgement)

    return append


Append = Callable[[Judgement], None]


def test_judgements_come_back_in_order(store: Store, judge: Append) -> None:
    other = replace(FIRST, target=FIGURE, comment="قبل\ud800بعد")
    for one in (FIRST, other, SECOND):
        judge(one)
    view = store.view()
    assert view.judgements() == (FIRST, other, SECOND)
    assert view.judgements([FIGURE]) == (other,)
    assert view.judgements([]) == ()


def test_judgements_are_part_of_the_hash(store: Store, judge: Append) -> None:
    before = store.view().content_hash()
    judge(FIRST)
    assert store.view().content_hash() != before


@pytest.mark.parametrize("seen", [None, "0" * 24])
def test_who_has_not_seen_the_latest_is_refused(store: Store, judge: Append, seen: str | None) -> None:
    judge(FIRST)
    with pytest.raises(
        LedgerError, match=r"سلمى has judged this record since .* at 2020-03-06T12:00"
    ) as told:
        judge(replace(SECOND, supersedes=seen))
    assert "look again" in str(told.value)
    assert store.view().judgements() == (FIRST,)


def test_the_same_judgement_twice_is_refused(judge: Append) -> None:
    judge(FIRST)
    with pytest.raises(LedgerError, match="has judged this record since"):
        judge(FIRST)


def test_nothing_to_supersede(judge: Append) -> None:
    with pytest.raises(LedgerError, match=r"no judgement .* to supersede"):
        judge(SECOND)


def test_joining_is_another_matter_than_the_record(store: Store, judge: Append) -> None:
    judge(FIRST)
    left, right = sorted((EVENT, FIGURE))
    judge(Judgement("join", left, "one strike", "Omar", "2020-03-06T12:06:00+00:00", other=right))
    assert len(store.view().judgements([EVENT])) == 2
    assert len(store.view().judgements([FIGURE])) == 1


def test_a_record_that_never_was(judge: Append) -> None:
    with pytest.raises(LedgerError, match="no record ffff in this ledger"):
        judge(replace(FIRST, target="ffff"))
    with pytest.raises(LedgerError, match="no contradiction ffff to settle"):
        judge(replace(FIRST, act="settle", target="ffff", value="settled"))


def test_a_record_that_is_gone(store: Store, judge: Append) -> None:
    whole = b.analysis()
    without = replace(whole.assertions, events=())
    store.put(Analysis(whole.report, whole.annotations, without), versions={"hudna": "2"})
    with pytest.raises(LedgerError, match=r"is gone: a newer reading .* no longer says it"):
        judge(FIRST)
    assert store.view().judgements() == ()


def test_of_many_at_once_one_is_heard(store: Store, judge: Append) -> None:
    def attempt(number: int) -> str:
        try:
            judge(replace(FIRST, user=f"user {number}"))
        except LedgerError as error:
            return str(error)
        return ""

    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(attempt, range(6)))
    [heard] = store.view().judgements()
    assert sum(not words for words in told) == 1
    assert all(f"{heard.user} has judged" in words for words in told if words)
