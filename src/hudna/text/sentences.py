"""Where sentences end."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?؟…]+[\"”»’')\]]*(?=\s|$)")


def sentence_ends(folded: str, start: int, end: int) -> Iterator[int]:
    """Folded indices just after each sentence end inside `[start, end)`, the last one not included."""
    for match in _END.finditer(folded, start, end):
        if match.end() < end:
            yield match.end()
