"""The comparators remember what came of a pair of marks: that must never change what is found."""

from collections import defaultdict
from itertools import combinations
from typing import Any

import pytest
from benchmarks.families import Families, families

from hudna.ledger import incidents, sayings, scopes
from hudna.ledger.comparators import claims
from hudna.model.assertions import Assertion
from hudna.model.records import Analysis
from hudna.model.rows import Row
from hudna.packs.load import load_pack

EVENTS, FIGURES, _, STATEMENTS = claims(load_pack())
LORE = EVENTS.lore


@pytest.fixture(scope="module")
def made() -> Families:
    return families(12, seed=8)


def rows_of(analysis: Analysis) -> list[Row[Any]]:
    """The rows a ledger would have of a report."""
    report, found = analysis.report, analysis.assertions
    every: list[Assertion] = [*found.statements, *found.events, *found.figures, *found.agreements]
    return [
        Row(
            a.id, a, report.text[a.start : a.end], 1, 1, report.id, report.uri, report.publisher,
            report.title, report.published, "run",
        )
        for a in every
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("by", "plainly"),
    [(EVENTS, incidents.compare), (FIGURES, scopes.compare), (STATEMENTS, sayings.compare)],
)
def test_what_is_remembered_is_what_would_be_found(made: Families, by: Any, plainly: Any) -> None:
    under: defaultdict[str, list[Any]] = defaultdict(list)
    for told in made.told:
        rows = [row for row in rows_of(told.analysis) if row.assertion.KIND in by.kinds]
        for record in by.gather(rows):
            for key in by.keys(record):
                under[key].append(record)
    pairs = {
        (left.id, right.id): (left, right)
        for records in under.values()
        for left, right in combinations(sorted(records, key=lambda r: r.id), 2)
        if left.id < right.id
    }
    assert len(pairs) > 100
    assert {key: by.compare(*pair) for key, pair in pairs.items()} == {
        key: plainly(*pair, LORE) for key, pair in pairs.items()
    }
