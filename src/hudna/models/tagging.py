"""What the learned tagger says of sentences, as stretches of the text as published.

The tagger reads a sentence as it was meant: broken-up words are given to it restored. It is asked only about
the sentences somebody needs, all of a report at once, because batches are what makes it fast.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hudna.model.annotations import Mention
from hudna.models.tagger import More, Tagged
from hudna.text.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Tag:
    """Words `start:end` of the text as published and what the tagger takes them for.

    `sentence` is an index into the sentences of the reading.
    """

    start: int
    end: int
    layer: str
    label: str
    probability: float
    sentence: int


@dataclass(frozen=True, slots=True)
class Tags:
    """What a tagger said of a report, by sentence and layer; empty where it was not asked."""

    of: Mapping[tuple[int, str], tuple[Tag, ...]]
    classes: Mapping[int, Mapping[str, float]]

    def layer(self, sentence: int, layer: str, *labels: str) -> tuple[Tag, ...]:
        """The tags of one layer of a sentence, of these labels (all if none is given), in order of start."""
        found = self.of.get((sentence, layer), ())
        return tuple(tag for tag in found if tag.label in labels) if labels else found


NOTHING = Tags({}, {})
_NAMING = ("source", "target", "place", "speaker", "addressee", "relay")
"""Labels of words that stand for somebody or some place."""


class Reader(Protocol):
    """What is asked of a tagger."""

    def tag(
        self, sentences: Sequence[str], heads: Sequence[str] | None = None, more: More | None = None
    ) -> list[Tagged]:
        """What the heads named say of each sentence, in order; `more` narrows the heads after the first."""
        ...


@dataclass(frozen=True, slots=True)
class TagStep:
    """Asks one tagger."""

    tagger: Reader

    def __call__(
        self, reading: Reading, wanted: Iterable[int], heads: Sequence[str], known: Sequence[Mention] = ()
    ) -> Tags:
        """What these heads say of the sentences `wanted`, indices into the sentences of the reading.

        The heads after the first are asked where it sees somebody or some place that no mention of `known`
        names: they tell names, and names that are known need no second reading.
        """
        numbers = sorted(set(wanted))
        texts = [meant(reading, reading.sentences[number]) for number in numbers]

        def more(at: int, parts: Sequence[Tagged]) -> bool:
            spans = [tag for tagged in parts for tag in _tags(tagged, texts[at][1], at)]
            return any(tag.label in _NAMING and _unnamed(tag, known) for tag in spans)

        found = self.tagger.tag([text for text, _ in texts], heads, more)
        tags: dict[tuple[int, str], tuple[Tag, ...]] = {}
        for number, (_, places), tagged in zip(numbers, texts, found, strict=True):
            for tag in _tags(tagged, places, number):
                tags[number, tag.layer] = (*tags.get((number, tag.layer), ()), tag)
        return Tags(tags, {n: tagged.classes for n, tagged in zip(numbers, found, strict=True)})


def meant(reading: Reading, sentence: Sentence) -> tuple[str, list[tuple[int, int]]]:
    """The sentence with broken-up words restored, and the published stretch of each of its characters."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    at = sentence.start
    for word in reading.restorations:
        if at <= word.start and word.end <= sentence.end:
            letters += reading.text[at : word.start] + word.restored
            places += [(i, i + 1) for i in range(at, word.start)]
            places += [(word.start, word.end)] * len(word.restored)
            at = word.end
    letters += reading.text[at : sentence.end]
    places += [(i, i + 1) for i in range(at, sentence.end)]
    return "".join(letters), places


def _unnamed(tag: Tag, known: Iterable[Mention]) -> bool:
    return not any(mention.start < tag.end and tag.start < mention.end for mention in known)


def _tags(tagged: Tagged, places: Sequence[tuple[int, int]], number: int) -> Iterable[Tag]:
    for span in tagged.spans:
        start, end = places[span.start][0], places[span.end - 1][1]
        yield Tag(start, end, span.layer, span.label, span.probability, number)
