"""The targets of comparing, on a small set of families: what the benchmark measures at large."""

from benchmarks.ledger import scores


def test_families_are_compared_as_well_as_asked() -> None:
    _, ledger, naive = scores(14, seed=8)
    assert ledger.copy_precision >= 0.99
    assert ledger.copy_recall >= 0.98
    assert ledger.incident_f1 >= 0.90
    assert ledger.over_count <= 1.15
    assert ledger.conflict_recall >= 0.95
    assert ledger.false_compatible == 0
    assert ledger.incident_f1 > naive.incident_f1
    assert ledger.conflict_recall > naive.conflict_recall
