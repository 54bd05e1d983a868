"""Quotation marks of every kind, paired."""

import re

from hudna.model.annotations import Segment, Span

_PAIRS = re.compile(r"«([^«»\n]+)»|“([^“”\n]+)”|\"([^\"\n]+)\"|„([^„“”\n]+)[“”]")


def quotations(text: str, segments: tuple[Segment, ...]) -> tuple[Span, ...]:
    """Published spans of the words inside quotation marks, furniture left out."""
    found = []
    for part in segments:
        if part.kind == "furniture":
            continue
        for match in _PAIRS.finditer(text, part.start, part.end):
            group = match.lastindex or 0
            found.append(Span(match.start(group), match.end(group)))
    return tuple(found)
