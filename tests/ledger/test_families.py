"""The generator that the ledger is measured on: the same for a seed, its truth about what is there."""

import pytest
from benchmarks.families import Families, families


@pytest.fixture(scope="module")
def made() -> Families:
    return families(12, seed=3)


def test_the_same_seed_gives_the_same_reports(made: Families) -> None:
    again = families(12, seed=3)
    assert [told.id for told in again.told] == [told.id for told in made.told]
    assert again.truth == made.truth
    assert [told.id for told in families(12, seed=4).told] != [told.id for told in made.told]


def test_five_to_twenty_reports_tell_an_event(made: Families) -> None:
    assert len(made.happenings) >= 12
    for event in made.happenings:
        assert 5 <= sum(told.family == event.number for told in made.told) <= 20


def test_near_misses_differ_in_day_weapon_or_place(made: Families) -> None:
    near = [event for event in made.happenings if event.near_miss_of is not None]
    assert near
    for event in near:
        first = made.happenings[event.near_miss_of or 0]
        assert (event.day, event.weapon, event.town) != (first.day, first.weapon, first.town)
        assert abs(event.killed - first.killed) > 7


def test_every_assertion_spans_words_of_its_report(made: Families) -> None:
    for told in made.told:
        text = told.analysis.report.text
        for assertion in told.assertions:
            words = text[assertion.start : assertion.end]
            assert words
            assert words == words.strip()
            assert assertion.report == told.id


def test_truth_is_about_what_was_written(made: Families) -> None:
    truth = made.truth
    reports = {told.id for told in made.told}
    written = {assertion.id for told in made.told for assertion in told.assertions}
    assert len(reports) == len(made.told)
    grouped = [report for group in truth.copies for report in group]
    assert len(grouped) == len(set(grouped))
    assert reports >= set(grouped)
    assert written >= set(truth.events) | set(truth.variants)
    said = set(truth.variants.values())
    for pair in truth.verdicts:
        assert list(pair) == sorted(pair)
        assert said >= set(pair)


def test_copies_keep_what_they_claim(made: Families) -> None:
    """A copy may lose claims with its tail and never gains one."""
    variants = made.truth.variants
    by_id = {told.id: told for told in made.told}
    for group in made.truth.copies:
        claims = [{variants[a.id] for a in by_id[r].assertions if a.id in variants} for r in group]
        widest = max(claims, key=len)
        assert all(widest >= claim for claim in claims)
