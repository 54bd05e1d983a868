"""Texts made to be slow or deep: no full stop at all, one word over and over, marks nested without end."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import Pipeline
from hudna.text.reading import LONGEST, read


@pytest.mark.parametrize(
    "words",
    ["هدنة ", "اتفاق وقف إطلاق النار ", "قصف ", "5 قتلى و", "قال بوتين إن ", "«قال ", "روسيا وتركيا "],
)
def test_one_phrase_over_and_over_is_read_to_its_end(pipeline: Pipeline, words: str) -> None:
    """«هدنة» two thousand times once ran into the recursion limit."""
    text = words * (10_000 // len(words))
    analysis = pipeline.analyse(Report("hostile.txt", text))
    assert analysis.report.text == text


def test_a_text_without_full_stops_is_cut_into_sentences() -> None:
    reading = read("كلمة " * 1_000)
    lengths = [sentence.last - sentence.first for sentence in reading.sentences]
    assert max(lengths) <= LONGEST
    assert sum(lengths) == len(reading.tokens) == 1_000


def test_an_overlong_sentence_is_cut_at_a_comma_where_it_has_one() -> None:
    reading = read("كلمة " * 150 + "، " + "كلمة " * 150)
    assert [sentence.last - sentence.first for sentence in reading.sentences] == [151, 150]
    assert [token.sentence for token in reading.tokens] == [0] * 151 + [1] * 150


def test_a_long_but_natural_sentence_stays_whole() -> None:
    reading = read("كلمة " * LONGEST)
    assert len(reading.sentences) == 1
