"""Telling titles, headings, prose and furniture apart, line by line."""

import re

from hudna.model.annotations import Segment, SegmentKind

_LINE = re.compile(r"[^\n\r]+")
_FURNITURE = re.compile(r"^\s*(?:اقرأ|إقرأ|المصدر|مقالات ذات صلة|اترك تعليق)")


def segment(text: str, title: str | None = None) -> tuple[Segment, ...]:
    """One segment a line that is not blank, in order."""
    found: list[Segment] = []
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        kind: SegmentKind = "furniture" if _FURNITURE.match(match.group()) else "paragraph"
        found.append(Segment(match.start(), match.end(), kind))
    return tuple(found)
