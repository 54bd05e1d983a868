"""Names no pack knows, told by the learned tagger: mentions without an id."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hudna.model.annotations import Mention, MentionType, Span
from hudna.models.tagging import Tag, Tags
from hudna.text.reading import Reading

LAYER = "names"
_TYPES: dict[str, MentionType] = {"person": "person", "organisation": "organisation", "place": "place"}


def with_names(
    reading: Reading, mentions: Sequence[Mention], tags: Tags, threshold: float
) -> tuple[Mention, ...]:
    """The mentions and the names that share no word with any, in order of start."""
    taken = {i for mention in mentions for i in range(mention.first, mention.last)}
    starts = [token.start for token in reading.tokens]
    found = list(mentions)
    for tag in _sure(tags, reading, threshold):
        first, last = bisect_right(starts, tag.start) - 1, bisect_left(starts, tag.end)
        if first >= 0 and first < last and taken.isdisjoint(range(first, last)):
            found.append(_mention(reading, tag, first, last))
    return tuple(sorted(found, key=lambda m: m.start))


def persons_with(
    reading: Reading, known: Sequence[Mention], persons: Sequence[Span], tags: Tags, threshold: float
) -> tuple[Span, ...]:
    """The private persons the rules found and those the tagger names that share no letter with these or
    with an actor of a pack; what pages hide."""
    spans = [Span(m.start, m.end) for m in known if m.entity is not None]
    found = list(persons)
    for tag in _sure(tags, reading, threshold):
        if tag.label == "person" and not any(
            s.start < tag.end and tag.start < s.end for s in (*spans, *found)
        ):
            found.append(Span(tag.start, tag.end))
    return tuple(sorted(found, key=lambda s: s.start))


def _sure(tags: Tags, reading: Reading, threshold: float) -> list[Tag]:
    every = (tag for n in range(len(reading.sentences)) for tag in tags.layer(n, LAYER))
    return [tag for tag in every if tag.probability >= threshold]


def _mention(reading: Reading, tag: Tag, first: int, last: int) -> Mention:
    text = reading.text[tag.start : tag.end]
    reason = f"name by the tagger ({tag.label} {tag.probability:.2f})"
    return Mention(
        tag.start, tag.end, text, _TYPES[tag.label], None, None, None, None, first, last, reason=reason
    )
