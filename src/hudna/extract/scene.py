"""What every extracting step looks at: one report's reading and annotations, indexed by token."""

from bisect import bisect_right
from dataclasses import field

from hudna.model.annotations import Annotations, Mention, Quantity, Span, TimeExpression
from hudna.model.assertions import Actor, Place, Statement
from hudna.model.frozen import frozen
from hudna.model.report import Published
from hudna.text.reading import Reading

_LONGEST_STATEMENT = 20_000
"""Characters; the longest quotation of a head of state in full is shorter."""


@frozen
class Scene:
    """One report ready for extraction.

    `mention_at[i]`, `time_at[i]` and `quantity_at[i]` hold what covers token `i`; a token may lie in several
    mentions («الرئيسان التركي والروسي»). `quotes` are the published spans of quoted words, without the marks.
    """

    report: str
    reading: Reading
    notes: Annotations
    published: Published
    quotes: tuple[Span, ...]
    mention_at: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    time_at: dict[int, TimeExpression] = field(default_factory=dict)
    quantity_at: dict[int, Quantity] = field(default_factory=dict)

    def quote_at(self, offset: int) -> Span | None:
        """The innermost quotation around a published offset."""
        around = [q for q in self.quotes if q.start <= offset < q.end]
        return min(around, key=lambda q: q.end - q.start) if around else None


def scene(report: str, reading: Reading, notes: Annotations, published: Published) -> Scene:
    """Index a report's annotations by token."""
    mention_at: dict[int, tuple[Mention, ...]] = {}
    for mention in notes.mentions:
        for i in range(mention.first, mention.last):
            mention_at[i] = (*mention_at.get(i, ()), mention)
    time_at = {i: time for time in notes.times for i in reading.within(time.start, time.end)}
    quantity_at = {i: q for q in notes.quantities for i in range(q.first, q.last)}
    return Scene(report, reading, notes, published, reading.quotes, mention_at, time_at, quantity_at)


def actor_of(mention: Mention) -> Actor:
    """A mention as the actor of an assertion."""
    return Actor(
        mention.text,
        mention.start,
        mention.end,
        mention.entity,
        mention.code,
        mention.name_en,
        mention.name_ar,
    )


def place_of(mention: Mention) -> Place:
    """A mention of a place as the place of an assertion."""
    return Place(
        mention.text,
        mention.start,
        mention.end,
        mention.entity,
        mention.name_en,
        mention.name_ar,
        mention.lat,
        mention.lon,
        mention.precision,
    )


def sayer_of(statements: tuple[Statement, ...], start: int, end: int) -> Statement | None:
    """The innermost statement whose content holds the published stretch `[start, end)`, or None.

    `statements` are in order of `start`, as the statements step gives them.
    """
    around: list[Statement] = []
    for n in range(bisect_right(statements, end, key=lambda s: s.start) - 1, -1, -1):
        statement = statements[n]
        if statement.start < start - _LONGEST_STATEMENT:
            break
        if statement.content.start <= start and end <= statement.content.end:
            around.append(statement)
    return min(around, key=lambda s: (s.content.end - s.content.start, -s.start)) if around else None
