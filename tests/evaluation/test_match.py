"""Matching one to one, counting, and intervals."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.evaluation.bootstrap import f1_interval
from hudna.evaluation.match import Counts, match


@dataclass(frozen=True, slots=True)
class Fact:
    value: int
    optional: bool = False


def same(fact: Fact, record: int) -> bool:
    return fact.value == record


def test_a_record_serves_one_fact() -> None:
    found = match([Fact(1), Fact(1), Fact(2)], [1, 3], same)
    assert (found.pairs, found.missed, found.spurious) == (((Fact(1), 1),), (Fact(1), Fact(2)), (3,))
    assert found.counts == Counts(tp=1, fp=1, fn=2)


def test_optional_facts_come_last_and_are_never_missed() -> None:
    found = match([Fact(1, optional=True), Fact(1), Fact(2, optional=True)], [1], same)
    assert found.pairs == ((Fact(1), 1),)
    assert found.counts == Counts(tp=1)


def test_scores() -> None:
    counts = Counts(tp=6, fp=2, fn=6)
    assert (counts.precision, counts.recall) == (0.75, 0.5)
    assert counts.f1 == pytest.approx(0.6)
    assert Counts().f1 is None
    assert Counts(fp=1).f1 == Counts(fn=1).f1 == 0.0
    assert Counts(1, 2, 3) + Counts(1, 1, 1) == Counts(2, 3, 4)


def test_an_interval_holds_the_score_and_repeats() -> None:
    reports = [Counts(8, 1, 1), Counts(5, 5, 2), Counts(9, 0, 3), Counts(2, 2, 2), Counts()]
    interval = f1_interval(reports)
    assert interval is not None
    f1 = sum(reports, Counts()).f1
    assert f1 is not None
    assert interval.low < f1 < interval.high
    assert f1_interval(reports) == interval
    assert f1_interval(reports, level=0.5) != interval


def test_one_report_has_no_interval() -> None:
    assert f1_interval([Counts(8, 1, 1), Counts()]) is None


counts = st.builds(Counts, *[st.integers(0, 30)] * 3)


@given(st.lists(counts, min_size=2, max_size=6))
def test_intervals_stay_within_their_bounds_property(reports: list[Counts]) -> None:
    interval = f1_interval(reports, draws=60)
    if interval is not None:
        assert 0.0 <= interval.low <= interval.high <= 1.0
