"""How an event is told: for the first time or again, as the news or as what was known before.

A heading announces what the body tells, a later sentence comes back to it («القصف الذي …»): one event with
several tellings. Each telling stays an assertion of its own, with its own words; `repeats` names the first.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hudna.extract.arguments import Syntax
from hudna.extract.scene import Scene
from hudna.model.assertions import Actor, Event
from hudna.text.clitics import leads
from hudna.text.reading import Token

_OLD = timedelta(days=14)
"""An event that ended longer ago than this is no news of a report that tells it in passing."""
_REACH_RECALLING = 3
_REACH_AGAIN = 3
"""Sentences back that a definite noun («الهجوم») may refer to."""
_TOLD = frozenset({"reported", "claimed", "alleged"})


def told(scene: Scene, syntax: Syntax, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, in order of `start`, with `background` and `repeats` set."""
    kept: list[Event] = []
    announced: set[int] = set()
    for event in events:
        first = next(iter(scene.reading.within(event.start, event.start + 1)), None)
        if first is not None and _is_background(scene, syntax, first, event):
            event = replace(event, background=True)
        open_ = [n for n in range(len(kept)) if n not in announced]
        earlier = _told_before(scene, kept, open_, event, first)
        if earlier is not None and _in_heading(scene, kept[earlier]):
            announced.add(earlier)  # a heading announces one event of the body
        kept.append(event if earlier is None else replace(event, repeats=kept[earlier].id))
    return tuple(kept)


def _is_background(scene: Scene, syntax: Syntax, first: int, event: Event) -> bool:
    """«في ذكرى …», «منذ …», «كانت … قد …», or a day long before the report's."""
    if event.status not in _TOLD:
        return False
    day, published = last_day(event.date), last_day(scene.published.date)
    if day and published and published - day > _OLD:
        return True
    low, _ = syntax.sentence_range(first)
    if syntax.near("recalling", max(first - _REACH_RECALLING, low), first):
        return True
    opening = scene.reading.tokens[low].norm in ("وكان", "وكانت", "وكانوا", "كان", "كانت")
    return opening and any(_had(scene.reading.tokens, i) for i in range(low, first))


def _had(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].norm == "قد"


def last_day(value: str | None) -> date | None:
    """The last day of an EDTF value, months and years to their 28th or December; None where none is told."""
    text = (value or "").split("/")[-1][:10].rstrip("~?")
    parts = text.split("T")[0].split("-")
    try:
        numbers = [int(part) for part in parts]
        return date(*(numbers + [12, 28][len(numbers) - 1 :])) if len(numbers) <= 3 else None
    except ValueError:
        return None  # seasons («2015-21»), weeks, years left open


def _told_before(
    scene: Scene, kept: Sequence[Event], open_: Sequence[int], event: Event, first: int | None
) -> int | None:
    """The index in `kept`, one of `open_`, of the first telling of an event already told, or None."""
    if first is None or event.type == "DISPLACEMENT":
        return None
    sentence = scene.reading.tokens[first].sentence
    definite = scene.reading.tokens[first].norm.startswith("ال")
    for n in open_:
        other = kept[n]
        if other.repeats or other.type != event.type or not _agree(other, event):
            continue
        at = _sentence(scene, other)
        if at == sentence or at is None:
            continue
        announces = _in_heading(scene, other) and _announces(scene, other, event, at, sentence)
        near = 0 < sentence - at <= _REACH_AGAIN
        again = near and definite and not event.place and _names(scene, at, scene.reading.tokens[first].norm)
        if announces or again or _same_scene(other, event):
            return n
    return None


def _announces(scene: Scene, heading: Event, event: Event, at: int, sentence: int) -> bool:
    """Whether a heading tells of an event of the body: of what it shares a side or a place with, in words of
    its own; of the lead whatever its words, for that is what a heading announces."""
    if _is_lead(scene, sentence):
        bare = not (heading.place or heading.actors or heading.recipients or heading.date)
        return _shares(heading, event) or (bare and heading.mode == event.mode)
    return _shares(heading, event) and _alike(scene, at, sentence)


def _is_lead(scene: Scene, sentence: int) -> bool:
    """Whether a sentence is the first of the body."""
    reading = scene.reading
    body = (
        n for n, s in enumerate(reading.sentences)
        if reading.segments[s.segment].kind not in ("title", "heading", "furniture")
    )  # fmt: skip
    return next(body, None) == sentence


def _alike(scene: Scene, heading: int, sentence: int) -> bool:
    """Whether a third of a heading's words come again in a sentence."""
    ours, theirs = _words(scene, heading), _words(scene, sentence)
    return len(ours & theirs) * 3 >= len(ours)


def _names(scene: Scene, sentence: int, definite: str) -> bool:
    """Whether the noun that «الهجوم» takes up, or its verb, stands in an earlier sentence."""
    noun = definite.removeprefix("ال")
    return len(noun) > 2 and any(word.startswith(noun) for word in _words(scene, sentence))


def _words(scene: Scene, sentence: int) -> set[str]:
    """The words of a sentence without article and clitics, short ones left out."""
    part = scene.reading.sentences[sentence]
    stems = {
        leads(token.norm)[-1][1].removeprefix("ال") for token in scene.reading.tokens[part.first : part.last]
    }
    return {stem for stem in stems if len(stem) > 2}


def _same_scene(a: Event, b: Event) -> bool:
    """Whether two tellings name a side, a means, a place and a day, and all are the same."""
    named = a.place and b.place and a.date and b.date and a.mode and b.mode
    return bool(named) and bool(_codes(a.actors) & _codes(b.actors))


def _in_heading(scene: Scene, event: Event) -> bool:
    return any(
        segment.kind in ("title", "heading") and segment.start <= event.start < segment.end
        for segment in scene.reading.segments
    )


def _sentence(scene: Scene, event: Event) -> int | None:
    sentences = scene.reading.sentences
    n = bisect_right(sentences, event.start, key=lambda s: s.start) - 1
    return n if n >= 0 and event.start < sentences[n].end else None


def _shares(a: Event, b: Event) -> bool:
    """Whether two tellings name a side or a place in common."""
    sides = _codes(a.actors) & _codes(b.actors) or _codes(a.recipients) & _codes(b.recipients)
    return bool(sides) or bool(a.place and b.place and _place(a) == _place(b))


def _agree(a: Event, b: Event) -> bool:
    """Whether nothing that two tellings say differs: unknown agrees with anything."""
    return (
        (a.status == b.status or (a.status in _TOLD and b.status in _TOLD))
        and (not a.mode or not b.mode or a.mode == b.mode)
        and (not a.date or not b.date or a.date[:10] == b.date[:10])
        and (not a.place or not b.place or _place(a) == _place(b))
        and _one_side(a.actors, b.actors)
        and _one_side(a.recipients, b.recipients)
    )


def _place(event: Event) -> str | None:
    return (event.place.entity or event.place.text) if event.place else None


def _one_side(a: Iterable[Actor], b: Iterable[Actor]) -> bool:
    left, right = _codes(a), _codes(b)
    return not left or not right or bool(left & right)


def _codes(actors: Iterable[Actor]) -> set[str]:
    return {actor.code.split(".")[0] for actor in actors if actor.code}
