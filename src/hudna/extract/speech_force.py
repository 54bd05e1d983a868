"""What somebody does in saying it: the force that the content shows beside the verb."""

from collections.abc import Sequence

from hudna.extract.scene import Scene, actor_of
from hudna.extract.speaker_houses import governor
from hudna.extract.speakers import sides
from hudna.extract.speech import Speech
from hudna.model.assertions import Actor, Force
from hudna.model.frozen import frozen

GROUP: dict[str, str] = {
    "claim": "say", "confirm": "say", "question": "say", "express-concern": "judge", "condemn": "judge",
    "accuse": "judge", "warn": "threat", "threaten": "threat", "promise": "promise", "deny": "deny",
    "demand": "demand",
}  # fmt: skip
_NEAR = 45
"""Folded characters from the beginning of the content within which a phrase colours the whole of it."""
_NEAR_JUDGING = 90
_NOT_PARTIES = ("MED", "ACT", "CVL", "NGO", "IGO")


@frozen
class Shown:
    """A force that the content shows, from the token `at` on; `words` are those that show it, at `place`."""

    force: Force
    at: int
    words: str
    place: int


def shown(
    scene: Scene, speech: Speech, first: int, last: int, speakers: Sequence[Actor], judged: bool = False
) -> list[Shown]:
    """The forces that the content at tokens `[first, last)` shows, in order, one phrase each.

    `judged` content stands after a verb that calls something by a name («وصف», «اعتبر»).
    """
    tokens = scene.reading.tokens
    low, high = tokens[first].at, tokens[last - 1].at + len(tokens[last - 1].norm)
    text = scene.reading.folded.text
    accused = _other(scene, first, last, speakers)
    found = _own(scene, speech, first, last)
    may_show = frozenset[int]().union(*(speech.showing(token.norm) for token in tokens[first:last]))
    for cue in (speech.forces[n] for n in sorted(may_show)):
        if (cue.party and accused is None) or (cue.judged and not judged):
            continue
        match = cue.pattern.search(
            text, low if accused is None or not cue.party else tokens[accused].at, high
        )
        if match is None or (cue.first and match.start() - low > _NEAR):
            continue
        at = next(i for i in range(first, last) if tokens[i].at + len(tokens[i].norm) > match.start())
        if cue.force == "promise" and cue.first and _of_others(scene, at, speakers):
            continue  # «أعلن المكتب أن إسرائيل ستفرج», «ستفرج إسرائيل»: foretold of another
        if cue.party and accused is not None:
            at = accused
        found.append(Shown(cue.force, at, match.group(), match.start()))
    found.sort(key=lambda s: (s.place, -len(s.words)))
    kept: list[Shown] = []
    for show in found:
        if not kept or show.place >= kept[-1].place + len(kept[-1].words):
            kept.append(show)
    return kept


def _own(scene: Scene, speech: Speech, first: int, last: int) -> list[Shown]:
    """What speakers say of themselves: «إنه لم …» denies, «إنها ستدعم …» promises."""
    tokens = scene.reading.tokens
    if last - first < 3 or not speech.phrase("himself", tokens, first):
        return []
    at = next((i for i in range(first + 1, last) if tokens[i].kind == "word"), first)
    norm = tokens[at].norm
    if norm == "لم":
        return [Shown("deny", first, norm, tokens[at].at)]
    if len(norm) > 4 and norm[:2] in ("سي", "ست", "سن") and not speech.phrase("foretold", tokens, at):
        return [Shown("promise", first, norm, tokens[at].at)]
    return []


def is_near(scene: Scene, first: int, show: Shown) -> bool:
    """Whether a shown force stands close enough to the content's beginning to be the force of all of it."""
    tokens = scene.reading.tokens
    limit = _NEAR_JUDGING if GROUP[show.force] == "judge" else _NEAR
    return tokens[show.at].at - tokens[first].at <= limit


def _of_others(scene: Scene, verb: int, speakers: Sequence[Actor]) -> bool:
    """Whether the subject right before or after a verb is another than the speakers."""
    for at in (verb + 1, verb - 1):
        for mention in scene.mention_at.get(at, ()):
            beside = mention.first == at if at > verb else mention.last == verb
            if beside and mention.code and mention.type != "place" and not governor(mention):
                return not sides([actor_of(mention)]) & sides(speakers)
    return False


def _other(scene: Scene, first: int, last: int, speakers: Sequence[Actor]) -> int | None:
    """The token of the first actor of the content if it is another party than the speakers."""
    own = sides(speakers)
    if not own or any(part in _NOT_PARTIES for a in speakers for part in (a.code or "").split(".")):
        return None
    for i in range(first, min(last, first + 14)):
        for mention in scene.mention_at.get(i, ()):
            if mention.type == "place" or not mention.code or governor(mention) not in ("", "ل"):
                continue
            if sides([actor_of(mention)]) <= own or mention.code.split(".")[-1] in _NOT_PARTIES:
                return None
            return mention.first
    return None
