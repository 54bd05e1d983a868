"""An input that gave no report: told, counted, never dropped in silence."""

from dataclasses import dataclass

HARMLESS = frozenset({"skipped", "duplicate"})
"""Reasons that call for no action: files that are no reports, paths given twice."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that gave no report: where it came from, the word it is counted under, what to tell.

    `uri` is the address or path (a line of a file as `path:line`); `message` says what was expected, what
    came and what to do.
    """

    uri: str
    reason: str
    message: str
