"""Names no pack knows, told by the learned tagger: mentions with a provisional id."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from hudna.annotate.provisional import Namer
from hudna.model.annotations import Annotations, Mention, MentionType, Span
from hudna.models.tagging import Tag, Tags
from hudna.text.reading import Reading

LAYER = "names"
_SHORTEST = 3
"""Letters; what is shorter is a clitic that stands alone in a badly set text."""
_TYPES: dict[str, MentionType] = {"person": "person", "organisation": "organisation", "place": "place"}


def with_names(
    reading: Reading, notes: Annotations, tags: Tags, threshold: float, namer: Namer
) -> Annotations:
    """The annotations and the names that share no word with a mention; persons among them are private.

    They are added when the rules are done: a rule that meets a name without a code cannot tell whose act it
    reads, and on the develop texts rules read less with these names than without.
    """
    taken = {i for mention in notes.mentions for i in range(mention.first, mention.last)}
    starts = [token.start for token in reading.tokens]
    found: list[Mention] = []
    for tag in _sure(tags, reading, threshold):
        first, last = bisect_right(starts, tag.start) - 1, bisect_left(starts, tag.end)
        if 0 <= first < last and taken.isdisjoint(range(first, last)):
            found.append(_mention(reading, tag, first, last, namer))
    if not found:
        return notes
    hidden = [Span(m.start, m.end) for m in found if m.type == "person"]
    new = [s for s in hidden if not any(p.start < s.end and s.start < p.end for p in notes.persons)]
    return replace(
        notes,
        mentions=tuple(sorted((*notes.mentions, *found), key=lambda m: m.start)),
        persons=tuple(sorted((*notes.persons, *new), key=lambda s: s.start)),
    )


def _sure(tags: Tags, reading: Reading, threshold: float) -> list[Tag]:
    every = (tag for n in range(len(reading.sentences)) for tag in tags.layer(n, LAYER))
    return [tag for tag in every if tag.probability >= threshold and tag.end - tag.start >= _SHORTEST]


def _mention(reading: Reading, tag: Tag, first: int, last: int, namer: Namer) -> Mention:
    """A person is private: neither the id nor a spelling in Latin letters may give the name away."""
    text = reading.text[tag.start : tag.end]
    type_ = _TYPES[tag.label]
    private = type_ == "person"
    entity = namer.entity(tag.label, text, readable=not private)
    latin = None if private else namer.latin(text)
    reason = f"name by the tagger ({tag.label} {tag.probability:.2f})"
    return Mention(tag.start, tag.end, text, type_, entity, None, text, latin, first, last, reason=reason)
