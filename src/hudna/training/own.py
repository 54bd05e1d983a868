"""The project's own annotated sentences (corpus/sentences) as examples for every layer and class."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

from hudna.model.assertions import EventType, Force
from hudna.models.spans import tags_of
from hudna.models.words import words
from hudna.training.examples import Example
from hudna.training.sentences import Sentence, Who, Words, load_sentences

TYPES: tuple[str, ...] = get_args(EventType)
STATUSES = (
    "reported", "claimed", "alleged", "denied", "planned", "negated", "hypothetical", "background",
)  # fmt: skip
FORCES: tuple[str, ...] = get_args(Force)
LAYERS: dict[str, Sequence[str]] = {
    "roles": ("source", "trigger", "target"),
    "setting": ("place", "instrument"),
    "types": TYPES,
    "status": STATUSES,
    "speech": ("speaker", "cue", "addressee", "relay"),
    "force": FORCES,
    "content": ("content",),
}
_NAMES = {"group": "organisation", "country": "place"}
_NO_EVENT = ("denied", "planned", "negated", "hypothetical")

Labelled = tuple[Words, str]


def read(path: Path) -> list[Example]:
    """Every sentence of a file; raises ReadError where it is broken."""
    return [example(sentence) for sentence in load_sentences(path)]


def example(sentence: Sentence) -> Example:
    """One sentence with tags in every layer. Where spans of one layer overlap, the first stands."""
    spots = words(sentence.text)
    layers: dict[str, list[Labelled]] = {"names": _names(sentence), "roles": [], "setting": []}
    layers |= {"types": [], "status": [], **_sayings(sentence)}
    for deed in sentence.events:
        layers["roles"].append((deed.trigger, "trigger"))
        layers["types"].append((deed.trigger, deed.type))
        layers["status"].append((deed.trigger, deed.status))
    for deed in sentence.events:
        layers["roles"] += [*_all(deed.actors, "source"), *_all(deed.recipients, "target")]
        layers["setting"] += [(deed.place.words, "place")] if deed.place else []
        layers["setting"] += [(deed.instrument, "instrument")] if deed.instrument else []
    told = {deed.type for deed in sentence.events if deed.status not in _NO_EVENT}
    return Example(
        sentence.text,
        spots,
        {name: tags_of(len(spots), _indices(spots, spans)) for name, spans in layers.items()},
        {name: float(name in told) for name in TYPES},
        document=sentence.id,
    )


def _names(sentence: Sentence) -> list[Labelled]:
    return [(name.words, _NAMES.get(name.type, name.type)) for name in sentence.names]


def _sayings(sentence: Sentence) -> dict[str, list[Labelled]]:
    speech: list[Labelled] = []
    for saying in sentence.statements:
        speech += [(saying.cue, "cue")] if saying.cue else []
        speech += [*_all(saying.speakers, "speaker"), *_all(saying.addressees, "addressee")]
        speech += _all(saying.chain, "relay")
    content = [(saying.content, "content") for saying in sentence.statements if saying.content]
    force: list[Labelled] = [(saying.cue, saying.force) for saying in sentence.statements if saying.cue]
    return {"speech": speech, "force": force, "content": content}


def _all(people: Iterable[Who], label: str) -> list[Labelled]:
    return [(who.words, label) for who in people]


def _indices(spots: Sequence[tuple[int, int]], spans: Iterable[Labelled]) -> Iterable[tuple[int, int, str]]:
    """Spans of characters as spans of words: every word they touch."""
    for span, label in spans:
        inside = [i for i, (start, end) in enumerate(spots) if start < span.end and span.start < end]
        if inside:
            yield inside[0], inside[-1] + 1, label
