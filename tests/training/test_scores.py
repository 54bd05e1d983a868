"""Scores of spans and classes."""

import numpy as np
import pytest

from hudna.training.scores import average_precision, class_f1, exact, nested, overlap, threshold

GOLD = [(0, 2, "source"), (3, 4, "trigger")]


def test_exact_asks_for_both_ends_and_the_label() -> None:
    assert exact([(GOLD, [(0, 2, "source"), (3, 5, "trigger")])]) == {
        "source": 1.0,
        "trigger": 0.0,
        "all": 0.5,
    }


def test_overlap_asks_for_one_word_and_the_label() -> None:
    assert overlap([(GOLD, [(1, 3, "source"), (3, 5, "target")])]) == {
        "source": 1.0, "trigger": 0.0, "all": 0.5,
    }  # fmt: skip


def test_nothing_found_scores_nothing() -> None:
    assert overlap([(GOLD, [])])["all"] == 0.0


def test_a_threshold_parts_what_can_be_parted() -> None:
    scores = np.linspace(0, 1, 50)
    gold = scores > 0.8
    assert class_f1(scores >= threshold(scores, gold), gold) > 0.9


def test_a_fold_has_no_say_in_its_own_threshold() -> None:
    scores = np.linspace(0, 1, 100)
    folds = np.arange(100) % 5
    gold = scores > 0.7
    other = np.where(folds == 0, ~gold, gold)
    assert (nested(scores, gold, folds)[folds == 0] == nested(scores, other, folds)[folds == 0]).all()


def test_average_precision() -> None:
    assert average_precision(np.array([0.9, 0.8, 0.1]), np.array([True, False, True])) == pytest.approx(
        0.8333
    )
