"""What the learned tagger adds to what the rules found, field by field.

Rules come first: nothing they found is changed, only what they left empty is filled, and only with somebody
or something the annotations name at the tagger's words. Each use has a threshold of its own in the model's
manifest; a use without one is off. What the tagger added says so in `reason`, with its probability.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from hudna.extract.scene import Scene, actor_of, place_of, sayer_of
from hudna.model.annotations import Mention
from hudna.model.assertions import Actor, Event, EventType, Statement, Status
from hudna.model.frozen import frozen
from hudna.models.tagging import Tag, Tags

STEP = "default/1"
_NEVER = 2.0
_CONFLICT = ("ASSAULT", "COERCE", "PROTEST", "DISPLACEMENT", "RETREAT", "AGREE", "CONSULT", "MOBILIZE", "AID")
"""Types of events the tagger may add by itself; what statements do is told by their force."""

_WHO = ("person", "organisation", "group", "country", "role", "place")
"""Types of mentions that may be who does or suffers something."""

HEADS = ("events", "names")
"""What is asked of the tagger, in this order: names only where events left somebody unnamed."""


def wanted(scene: Scene, events: Sequence[Event]) -> list[int]:
    """The sentences the tagger is asked about, by index.

    Those with an event nobody is said to have done that name somebody who is in none of their events, as
    only such a one can be filled in; and those that name somebody or some place and tell no event. It takes
    far longer over a sentence than all the rules, and adds little to the others.
    """
    told: dict[int, list[Event]] = {}
    for event in events:
        told.setdefault(_sentence(scene, event.start), []).append(event)
    named: dict[int, set[str]] = {}
    for mention in scene.notes.mentions:
        codes = named.setdefault(scene.reading.tokens[mention.first].sentence, set())
        codes.update([mention.code] if mention.code and mention.type in _WHO else [])
    undone = {number for number, here in told.items() if not all(event.actors for event in here)}
    free = {number for number in undone if named.get(number, set()) - _codes(told[number])}
    return sorted((named.keys() - told.keys() | free) - {-1})


def _codes(events: Iterable[Event]) -> set[str | None]:
    """The codes of all who are in these events."""
    return {actor.code for event in events for actor in (*event.actors, *event.recipients)}


@frozen
class Completer:
    """Fills and adds with these thresholds, by use: `actor`, `recipient`, `place`, `event`, `names`."""

    thresholds: Mapping[str, float]

    def threshold(self, use: str) -> float:
        """The probability from which a use counts; more than 1 where it is off."""
        return self.thresholds.get(use, _NEVER)

    def events(
        self, scene: Scene, events: tuple[Event, ...], statements: tuple[Statement, ...], tags: Tags
    ) -> tuple[Event, ...]:
        """Events with the doers, sufferers and places the rules left open, and those no rule saw."""
        asked = {number for number, _ in tags.of}
        by_sentence: dict[int, list[Event]] = {number: [] for number in asked}
        for event in events:
            by_sentence.setdefault(_sentence(scene, event.start), []).append(event)
        for number in asked:
            here = by_sentence[number]
            for tag in tags.layer(number, "types", *_CONFLICT):
                made = self._event(scene, tag, tags, statements, here)
                if made:
                    here.append(made)
            by_sentence[number] = [self._filled(scene, event, here, tags, number) for event in here]
        found = [event for here in by_sentence.values() for event in here]
        return tuple(sorted(found, key=lambda e: (e.start, e.end, e.type)))

    def _sure(self, use: str, tag: Tag) -> bool:
        return tag.probability >= self.threshold(use)

    def _event(
        self, scene: Scene, tag: Tag, tags: Tags, statements: tuple[Statement, ...], known: Sequence[Event]
    ) -> Event | None:
        if not self._sure("event", tag) or any(_told(e, tag) for e in known):
            return None
        said_by = sayer_of(statements, tag.start, tag.end)
        status: Status = "claimed" if said_by else "reported"
        for other in tags.layer(tag.sentence, "status", *get_args(Status)):
            if _meets(other, tag.start, tag.end) and other.label not in ("reported", "claimed"):
                status = next(s for s in get_args(Status) if s == other.label)
        background = tags.layer(tag.sentence, "status", "background")
        if any(_meets(other, tag.start, tag.end) for other in background):
            return None
        type_: EventType = next(t for t in get_args(EventType) if t == tag.label)
        return Event(
            scene.report, tag.start, tag.end, type_, None, (), (), None, None, status,
            said_by.id if said_by else None, STEP, round(tag.probability, 2), _why("event", tag),
        )  # fmt: skip

    def _filled(self, scene: Scene, event: Event, here: Sequence[Event], tags: Tags, number: int) -> Event:
        """The event with what the tagger's words nearest to it name."""
        if not event.actors:
            tag = self._own("actor", event, here, tags.layer(number, "roles", "source"))
            actor = _actor(scene, tag, event.recipients)
            if tag and actor:
                event = replace(event, actors=(actor,), **_said(event, "actor", tag))
        if not event.recipients:
            tag = self._own("recipient", event, here, tags.layer(number, "roles", "target"))
            actor = _actor(scene, tag, event.actors)
            if tag and actor:
                event = replace(event, recipients=(actor,), **_said(event, "recipient", tag))
        if event.place is None:
            tag = self._own("place", event, here, tags.layer(number, "setting", "place"))
            mention = _mention(scene, tag, ("place", "country")) if tag else None
            if tag and mention:
                event = replace(event, place=place_of(mention), **_said(event, "place", tag))
        return event

    def _own(self, use: str, event: Event, here: Sequence[Event], found: Iterable[Tag]) -> Tag | None:
        """The nearest tag that is sure and nearer to this event than to any other of the sentence."""
        for tag in _nearest([t for t in found if self._sure(use, t)], event.start):
            if all(_distance(tag, event) <= _distance(tag, other) for other in here):
                return tag
        return None


def _said(event: Event, use: str, tag: Tag) -> dict[str, Any]:
    """Step and reason of an event the tagger added something to."""
    step = event.step if event.step.endswith(STEP) else f"{event.step}+{STEP}"
    return {"step": step, "reason": f"{event.reason}, {_why(use, tag)}"}


def _why(use: str, tag: Tag) -> str:
    return f"{use} by the tagger ({tag.label} {tag.probability:.2f})"


def _sentence(scene: Scene, offset: int) -> int:
    """The index of the sentence at a published offset; -1 for none."""
    sentences = scene.reading.sentences
    number = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
    return number if number >= 0 and offset < sentences[number].end else -1


def _nearest(tags: Iterable[Tag], offset: int) -> list[Tag]:
    return sorted(tags, key=lambda tag: min(abs(tag.start - offset), abs(tag.end - offset)))


def _distance(tag: Tag, event: Event) -> int:
    return max(0, tag.start - event.end, event.start - tag.end)


def _meets(tag: Tag, start: int, end: int) -> bool:
    return tag.start < end and start < tag.end


def _told(event: Event, tag: Tag) -> bool:
    """Whether an event of the sentence is the one a tag tells: at the same words, or of the same type."""
    return event.type == tag.label or _meets(tag, event.start, event.end)


def _actor(scene: Scene, tag: Tag | None, others: Sequence[Actor]) -> Actor | None:
    """Whom the annotations name at the tagger's words: nobody where they know nobody, and none of
    `others`."""
    mention = _mention(scene, tag, _WHO) if tag else None
    known = mention is not None and mention.code and mention.code not in {other.code for other in others}
    return actor_of(mention) if mention and known else None


def _mention(scene: Scene, tag: Tag, types: Sequence[str]) -> Mention | None:
    """The mention of one of these types that shares most characters with a tag, the first of equals."""
    near = [m for m in scene.notes.mentions if _meets(tag, m.start, m.end) and m.type in types]
    return max(
        near, key=lambda m: (bool(m.code), min(m.end, tag.end) - max(m.start, tag.start)), default=None
    )
