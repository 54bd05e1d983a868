"""Words as the taggers count them: a run of letters, marks and digits, or one sign."""

import re

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u064b-\u065f\u0670])*|[^\s\w]|_")


def words(text: str) -> list[tuple[int, int]]:
    """(start, end) of each word of `text`, in order."""
    return [match.span() for match in _WORD.finditer(text)]
