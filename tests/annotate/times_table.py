"""What the table-driven tests of time share."""

from functools import cache
from itertools import pairwise

from hudna.annotate.times import TimeStep
from hudna.model.annotations import TimeExpression
from hudna.model.edtf import is_edtf
from hudna.model.report import Published
from hudna.text.reading import read

WEDNESDAY = "2021-06-09"
"""The dateline of most tables: a Wednesday."""


@cache
def step() -> TimeStep:
    return TimeStep.load()


def analyse(text: str, published: str | None = WEDNESDAY) -> tuple[Published, tuple[TimeExpression, ...]]:
    """A text's publication date and times, with every promise about them checked."""
    given = Published(published, "metadata", how="given") if published else Published()
    found, times, _ = step()(read(text), given)
    for time in times:
        assert text[time.start : time.end] == time.text
        assert time.timex
        assert time.date is None or is_edtf(time.date), time
    for first, second in pairwise(times):
        assert first.end <= second.start
    return found, times


def times_of(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """Words and EDTF of every time in a text."""
    return [(time.text, time.date) for time in analyse(text, published)[1]]


def timexes_of(text: str, published: str | None = None) -> list[tuple[str, str]]:
    """Words and TIMEX3 of every time in a text, undated unless said otherwise."""
    return [(time.text, time.timex) for time in analyse(text, published)[1]]
