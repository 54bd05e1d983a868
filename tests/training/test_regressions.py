"""Regressions over words and states; only where the group `train` is installed."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the group train is not installed")
regressions = pytest.importorskip("hudna.training.regressions")

TOLD = ["قصفت الطائرات بلدة سرمين", "قصفت المدفعية بلدة أريحا", "قصفت الطائرات مدينة طبرق"]
QUIET = ["اجتمع الوزير مع السفير", "زار الوزير مدينة طبرق", "اجتمع السفير مع الوفد"]


def test_words_part_what_they_part() -> None:
    shares = np.array([1.0, 1.0, 0.67, 0.0, 0.0, 0.33])
    new = ["قصفت الطائرات القرية", "اجتمع الوزير بالوفد"]
    shelled, met = regressions.over_words([*TOLD, *QUIET], shares, new)
    assert shelled > 0 > met


def test_states_part_what_they_part() -> None:
    states = torch.tensor([[1.0, 0.1], [0.9, -0.1], [-1.0, 0.1], [-0.8, 0.0]])
    shares = np.array([1.0, 1.0, 0.0, 0.0])
    high, low = regressions.over_states(states, shares, torch.tensor([[0.7, 0.0], [-0.7, 0.0]]))
    assert high > low
