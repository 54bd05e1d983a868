"""Line numbers of a text."""

from hudna.model.lines import Lines


def test_lines() -> None:
    lines = Lines("ab\nc\n\nd")
    assert [lines.number(i) for i in range(7)] == [1, 1, 1, 2, 2, 3, 4]
    assert Lines("").number(0) == 1
