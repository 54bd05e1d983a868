"""A text cut into pieces that carry the marks of the records over them, for pages and terminals.

The pieces put together are the text again, except where a private person's name is masked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from hudna.export.labels import Both
from hudna.export.privacy import MASK, NOTHING_HIDDEN, Privacy
from hudna.model.annotations import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A record over a stretch of the text. `kind` names its colour; `label` says what it is; `row` is the
    record's id where it has a row of its own to lead back to."""

    start: int
    end: int
    kind: str
    label: Both | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text with the marks over it; of these `begins` begin here and `ends` end here.

    `start` is the offset in the text as published; `text` may be a mask.
    """

    start: int
    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def pieces(text: str, marks: Iterable[Mark], privacy: Privacy = NOTHING_HIDDEN) -> Iterator[Piece]:
    """Cut `text` wherever a mark begins or ends; marks that are empty or outside the text are left out."""
    inside = sorted(
        (m for m in marks if 0 <= m.start < m.end <= len(text)), key=lambda m: (m.start, -m.end, m.kind)
    )
    cuts = {0, len(text), *(m.start for m in inside), *(m.end for m in inside)}
    cuts.update(at for span in privacy.spans for at in (span.start, span.end))
    ordered = sorted(cuts)
    active: list[Mark] = []
    waiting = iter(inside)
    upcoming = next(waiting, None)
    for start, end in pairwise(ordered):
        active = [m for m in active if m.end > start]
        begins: list[Mark] = []
        while upcoming is not None and upcoming.start == start:
            begins.append(upcoming)
            upcoming = next(waiting, None)
        active.extend(begins)
        ends = tuple(m for m in active if m.end == end)
        yield Piece(start, _shown(text, start, end, privacy), tuple(active), tuple(begins), ends)


def _shown(text: str, start: int, end: int, privacy: Privacy) -> str:
    """The words of a piece, or the mask: once for each hidden name, however many pieces it falls into."""
    hidden: Span | None = next(privacy.within(start, end), None)
    if hidden is None:
        return text[start:end]
    return MASK if hidden.start == start else ""
