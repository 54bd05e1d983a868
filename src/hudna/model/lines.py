"""Line numbers of a text."""

from bisect import bisect_right


class Lines:
    """Where the lines of a text begin; cut at newlines only, as editors and `sed -n` count them."""

    def __init__(self, text: str) -> None:
        starts = [0]
        at = text.find("\n")
        while at != -1:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def number(self, offset: int) -> int:
        """The line an offset stands on, from 1."""
        return bisect_right(self._starts, offset)

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = self.number(offset)
        return line, offset - self._starts[line - 1] + 1
