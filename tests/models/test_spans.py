"""Spans to tags and back, and the best allowed sequence of tags."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.models.spans import best_tags, spans_of, tag_set, tags_of

LABELS = ("person", "place")
TAGS = tag_set(LABELS)


def test_spans_of_tags() -> None:
    tags = ["B-place", "I-place", "B-place", "O", "I-person", "I-place"]
    assert list(spans_of(tags)) == [(0, 2, "place"), (2, 3, "place"), (4, 5, "person"), (5, 6, "place")]


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3), st.sampled_from(LABELS)), max_size=4))
def test_property_spans_survive(given_spans: list[tuple[int, int, str]]) -> None:
    kept: list[tuple[int, int, str]] = []
    for start, length, label in given_spans:
        if length and start + length <= 10 and all(start + length <= a or b <= start for a, b, _ in kept):
            kept.append((start, start + length, label))
    assert sorted(spans_of(tags_of(10, kept))) == sorted(kept)


def allowed(path: tuple[int, ...]) -> bool:
    names = [TAGS[i] for i in path]
    return all(
        not tag.startswith("I-") or (at and names[at - 1][2:] == tag[2:]) for at, tag in enumerate(names)
    )


@pytest.mark.parametrize("seed", range(12))
def test_best_tags_is_the_best_allowed_path(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, len(TAGS))).astype(np.float32)
    paths = [path for path in product(range(len(TAGS)), repeat=4) if allowed(path)]
    best = max(paths, key=lambda path: sum(scores[i, tag] for i, tag in enumerate(path)))
    assert tuple(best_tags(scores)) == best


def test_no_words_have_no_tags() -> None:
    assert best_tags(np.zeros((0, len(TAGS)), np.float32)) == []
