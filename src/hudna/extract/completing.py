"""What the learned tagger adds to what the rules found, field by field.

Rules come first: nothing they found is changed, only what they left empty is filled, and only with somebody
or something the annotations name at the tagger's words. Each use has a threshold of its own in the model's
manifest; a use without one is off. What the tagger added says so in `reason`, with its probability.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from hudna.extract.scene import Scene, actor_of, place_of, sayer_of
from hudna.model.annotations import Mention, Span
from hudna.model.assertions import Actor, Event, EventType, Force, Statement, Status
from hudna.models.tagging import Tag, Tags

STEP = "default/1"
_NEVER = 2.0
_CONFLICT = ("ASSAULT", "COERCE", "PROTEST", "DISPLACEMENT", "RETREAT", "AGREE", "CONSULT", "MOBILIZE", "AID")
"""Types of events the tagger may add by itself; what statements do is told by their force."""


@dataclass(frozen=True, slots=True)
class Completer:
    """Fills and adds with these thresholds, by use: `speaker`, `statement`, `actor`, `recipient`, `place`,
    `event`."""

    thresholds: Mapping[str, float]

    def threshold(self, use: str) -> float:
        """The probability from which a use counts; more than 1 where it is off."""
        return self.thresholds.get(use, _NEVER)

    def statements(
        self, scene: Scene, statements: tuple[Statement, ...], tags: Tags
    ) -> tuple[Statement, ...]:
        """Statements with the speakers the rules left open, and those whose cue they do not know."""
        filled = [s if s.speakers else self._spoken_by(scene, s, tags) for s in statements]
        for number in range(len(scene.reading.sentences)):
            for cue in tags.layer(number, "speech", "cue"):
                made = self._statement(scene, cue, tags, filled)
                if made:
                    filled.append(made)
        return tuple(sorted(filled, key=lambda s: (s.start, s.end)))

    def events(
        self, scene: Scene, events: tuple[Event, ...], statements: tuple[Statement, ...], tags: Tags
    ) -> tuple[Event, ...]:
        """Events with the doers, sufferers and places the rules left open, and those no rule saw."""
        found = list(events)
        for number, sentence in enumerate(scene.reading.sentences):
            for tag in tags.layer(number, "types", *_CONFLICT):
                made = self._event(scene, tag, tags, statements, found)
                if made:
                    found.append(made)
            here = [e for e in found if sentence.start <= e.start < sentence.end]
            for event in here:
                found[found.index(event)] = self._filled(scene, event, here, tags, number)
        return tuple(sorted(found, key=lambda e: (e.start, e.end, e.type)))

    def _sure(self, use: str, tag: Tag) -> bool:
        return tag.probability >= self.threshold(use)

    def _spoken_by(self, scene: Scene, statement: Statement, tags: Tags) -> Statement:
        number = _sentence(scene, statement.start)
        for tag in _nearest(tags.layer(number, "speech", "speaker"), statement.start):
            actor = _actor(scene, tag) if self._sure("speaker", tag) else None
            if actor and not _inside(tag, statement.content):
                return replace(statement, speakers=(actor,), reason=_why(statement.reason, "speaker", tag))
        return statement

    def _statement(self, scene: Scene, cue: Tag, tags: Tags, known: Sequence[Statement]) -> Statement | None:
        if not self._sure("statement", cue) or any(_speaks(s, cue) for s in known):
            return None
        contents = [t for t in tags.layer(cue.sentence, "content") if not _meets(t, cue.start, cue.end)]
        content = next(iter(_nearest(contents, cue.start)), None)
        if content is None or not self._sure("statement", content):
            return None
        speakers = [t for t in tags.layer(cue.sentence, "speech", "speaker") if self._sure("statement", t)]
        outside = [t for t in speakers if not _meets(t, content.start, content.end)]
        for tag in _nearest(outside, cue.start):
            actor = _actor(scene, tag)
            if actor:
                return Statement(
                    scene.report,
                    min(cue.start, tag.start, content.start),
                    max(cue.end, tag.end, content.end),
                    (actor,),
                    _force(tags, cue),
                    Span(content.start, content.end),
                    step=STEP,
                    score=round(min(cue.probability, tag.probability), 2),
                    reason=_why("", "statement", cue),
                )
        return None

    def _event(
        self, scene: Scene, tag: Tag, tags: Tags, statements: tuple[Statement, ...], known: Sequence[Event]
    ) -> Event | None:
        if not self._sure("event", tag) or any(_same_event(e, tag, scene) for e in known):
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
            said_by.id if said_by else None, STEP, round(tag.probability, 2), _why("", "event", tag),
        )  # fmt: skip

    def _filled(self, scene: Scene, event: Event, here: Sequence[Event], tags: Tags, number: int) -> Event:
        """The event with what the tagger's words nearest to it name."""
        if not event.actors:
            tag = self._own("actor", event, here, tags.layer(number, "roles", "source"), scene)
            actor = _actor(scene, tag) if tag else None
            if tag and actor and actor.code not in {a.code for a in event.recipients}:
                event = replace(event, actors=(actor,), reason=_why(event.reason, "actor", tag))
        if not event.recipients:
            tag = self._own("recipient", event, here, tags.layer(number, "roles", "target"), scene)
            actor = _actor(scene, tag) if tag else None
            if tag and actor and actor.code not in {a.code for a in event.actors}:
                event = replace(event, recipients=(actor,), reason=_why(event.reason, "recipient", tag))
        if event.place is None:
            tag = self._own("place", event, here, tags.layer(number, "setting", "place"), scene)
            mention = _mention(scene, tag, ("place", "country")) if tag else None
            if tag and mention:
                event = replace(event, place=place_of(mention), reason=_why(event.reason, "place", tag))
        return event

    def _own(
        self, use: str, event: Event, here: Sequence[Event], found: Iterable[Tag], scene: Scene
    ) -> Tag | None:
        """The nearest tag that is sure and nearer to this event than to any other of the sentence."""
        for tag in _nearest([t for t in found if self._sure(use, t)], event.start):
            if all(_distance(tag, event) <= _distance(tag, other) for other in here):
                return tag
        return None


def _why(reason: str, use: str, tag: Tag) -> str:
    said = f"{use} by the tagger ({tag.label} {tag.probability:.2f})"
    return f"{reason}, {said}" if reason else said


def _sentence(scene: Scene, offset: int) -> int:
    """The index of the sentence at a published offset; -1 for none."""
    for number, sentence in enumerate(scene.reading.sentences):
        if sentence.start <= offset < sentence.end:
            return number
    return -1


def _nearest(tags: Iterable[Tag], offset: int) -> list[Tag]:
    return sorted(tags, key=lambda tag: min(abs(tag.start - offset), abs(tag.end - offset)))


def _distance(tag: Tag, event: Event) -> int:
    return max(0, tag.start - event.end, event.start - tag.end)


def _meets(tag: Tag, start: int, end: int) -> bool:
    return tag.start < end and start < tag.end


def _inside(tag: Tag, span: Span) -> bool:
    return span.start <= tag.start and tag.end <= span.end


def _speaks(statement: Statement, cue: Tag) -> bool:
    """Whether a statement already stands for the cue: it holds it outside what is said."""
    return statement.start <= cue.start and cue.end <= statement.end and not _inside(cue, statement.content)


def _same_event(event: Event, tag: Tag, scene: Scene) -> bool:
    """Whether a rule told this event: at the same words, or of the same type in the same sentence."""
    if _meets(tag, event.start, event.end):
        return True
    return event.type == tag.label and _sentence(scene, event.start) == tag.sentence


def _force(tags: Tags, cue: Tag) -> Force:
    for tag in tags.layer(cue.sentence, "force"):
        if _meets(tag, cue.start, cue.end):
            return next(force for force in get_args(Force) if force == tag.label)
    return "claim"


def _actor(scene: Scene, tag: Tag) -> Actor | None:
    """Whom the annotations name at the tagger's words; nobody where they know nobody."""
    mention = _mention(scene, tag, ("person", "organisation", "group", "country", "role", "place"))
    return actor_of(mention) if mention and mention.code else None


def _mention(scene: Scene, tag: Tag, types: Sequence[str]) -> Mention | None:
    """The mention of one of these types that shares most characters with a tag, the first of equals."""
    near = [m for m in scene.notes.mentions if _meets(tag, m.start, m.end) and m.type in types]
    return max(
        near, key=lambda m: (bool(m.code), min(m.end, tag.end) - max(m.start, tag.start)), default=None
    )
