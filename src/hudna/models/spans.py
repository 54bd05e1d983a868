"""Labels of words to spans and back: B- opens a span, I- goes on in one of the same label, O is outside."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

OUTSIDE = "O"


def tag_set(labels: Sequence[str]) -> tuple[str, ...]:
    """O, then B- and I- of each label."""
    return (OUTSIDE, *(f"{mark}-{label}" for label in labels for mark in "BI"))


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first word, last word exclusive, label) of each span; an I- with no span to go on in opens one."""
    start, open_label = 0, ""
    for at, tag in enumerate((*tags, OUTSIDE)):
        mark, _, label = tag.partition("-")
        if open_label and not (mark == "I" and label == open_label):
            yield start, at, open_label
            open_label = ""
        if label and not open_label:
            start, open_label = at, label


def tags_of(size: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Tags of `size` words; a span over words that already have one is left out."""
    tags = [OUTSIDE] * size
    for first, last, label in spans:
        if last > first and all(tag == OUTSIDE for tag in tags[first:last]):
            tags[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
    return tags


def best_tags(scores: "NDArray[np.float32]") -> list[int]:
    """The best allowed sequence for logits [words, tags] in the order of `tag_set`.

    I- of a label follows B- or I- of the same label only; everything else may follow everything. Mostly each
    word's own best tag is allowed, and then no other sequence can be better.
    """
    words, _ = scores.shape
    if not words:
        return []
    alone = scores.argmax(axis=1)
    before = np.concatenate(([0], alone[:-1]))
    inner = (alone > 0) & (alone % 2 == 0)
    if (~inner | (before == alone) | (before == alone - 1)).all():
        return [int(tag) for tag in alone]
    return _viterbi(scores)


def _viterbi(scores: "NDArray[np.float32]") -> list[int]:
    words, tags = scores.shape
    inner = np.arange(2, tags, 2)
    best = scores[0].astype(np.float64)
    best[inner] = -np.inf
    back = np.zeros((words, tags), np.int64)
    for word in range(1, words):
        top = int(best.argmax())
        from_ = np.full(tags, top)
        carried = np.full(tags, best[top])
        opened = best[inner - 1] >= best[inner]
        from_[inner] = np.where(opened, inner - 1, inner)
        carried[inner] = np.maximum(best[inner - 1], best[inner])
        back[word] = from_
        best = carried + scores[word]
    path = [int(best.argmax())]
    for word in range(words - 1, 0, -1):
        path.append(int(back[word, path[-1]]))
    return path[::-1]
