"""A statement while it is being read, and what becomes of it when its sentence is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hudna.extract.scene import Scene
from hudna.extract.speech import COMMAS, Speech
from hudna.extract.speech_force import GROUP, Shown, is_near, shown
from hudna.model.annotations import Span
from hudna.model.assertions import Actor, Force, Statement

VERSION = "statements/1"


@dataclass(slots=True)
class Draft:
    """Token indices, `end` exclusive: `first` and `cue` of the reporting words, `content` of what is said."""

    cue: int
    first: int
    content: int
    end: int
    speakers: tuple[Actor, ...]
    force: Force
    reason: str
    score: float
    how: str
    chain: list[Actor] = field(default_factory=list)
    addressees: list[Actor] = field(default_factory=list)
    channel: str | None = None
    date: str | None = None
    judges: bool = False


class Finisher:
    """Turns the drafts of a sentence into statements."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene, self.speech = scene, speech
        self.tokens = scene.reading.tokens
        self.seen: dict[tuple[int, int, tuple[Actor, ...], bool], list[Shown]] = {}

    def force_of(self, draft: Draft) -> tuple[Force, str]:
        """The force of the whole draft and why."""
        if draft.force not in ("claim", "confirm"):
            return draft.force, draft.reason
        found = self._shown(draft)
        main = next((s for s in found if self._colours(draft, s)), None)
        return (main.force, f"{draft.reason}, with «{main.words}»") if main else (draft.force, draft.reason)

    def finish(self, drafts: Sequence[Draft]) -> Iterator[Statement]:
        """The statements of one sentence: one a draft, and what later clauses add in another force."""
        done: set[tuple[tuple[Actor, ...], str]] = set()
        for draft in drafts:
            force, reason = self.force_of(draft)
            group = (draft.speakers, GROUP[force])
            if force != "deny" or group not in done:
                done.add(group)
                yield self._statement(draft, draft.first, draft.content, draft.end, force, reason)
            yield from self._further(draft, force, done)

    def _further(
        self, draft: Draft, force: Force, done: set[tuple[tuple[Actor, ...], str]]
    ) -> Iterator[Statement]:
        for show in self._shown(draft):
            group = (draft.speakers, GROUP[show.force])
            if group in done or (self._colours(draft, show) and not self._new_clause(draft, show)):
                continue
            done.add(group)
            reason = f"{draft.reason}; then «{show.words}»"
            yield self._statement(draft, show.at, show.at, draft.end, show.force, reason)
        at = self._second_clause(draft) if GROUP[force] not in ("say", "deny") else None
        if at is not None:
            yield self._statement(draft, at, at + 1, draft.end, "claim", f"{draft.reason}; then «وأن»")

    def _new_clause(self, draft: Draft, show: Shown) -> bool:
        """Whether a comma parts the words from the beginning of the content."""
        return any(t.norm in COMMAS for t in self.tokens[draft.content + 2 : show.at])

    def _second_clause(self, draft: Draft) -> int | None:
        """«حذر من …، وأن الأمر …»: a clause after «وأن» that no longer demands or warns."""
        for i in range(draft.content + 3, draft.end - 2):
            if self.tokens[i].norm in ("وان", "وبان") and self.tokens[i + 1].norm[0] not in "يت":
                return i
        return None

    def _shown(self, draft: Draft) -> list[Shown]:
        key = (draft.content, draft.end, draft.speakers, draft.judges)
        if key not in self.seen:
            self.seen[key] = shown(self.scene, self.speech, *key[:3], judged=draft.judges)
        return self.seen[key]

    def _colours(self, draft: Draft, show: Shown) -> bool:
        if show.words.startswith("و") and show.at > draft.content:
            return False  # «…، وندين …»: a clause of its own
        return is_near(self.scene, draft.content, show) or (
            draft.judges and GROUP[show.force] in ("judge", "deny")
        )

    def _statement(
        self, draft: Draft, first: int, content: int, end: int, force: Force, reason: str
    ) -> Statement:
        said = Span(*self.scene.reading.words(content, end))
        start = self.tokens[first].start
        stop = max(said.end, self.tokens[first].end)
        if content < first:
            stop = max(self.tokens[first].end, *(a.end for a in draft.speakers))
        return Statement(
            self.scene.report, start, stop, draft.speakers, force, said, tuple(draft.addressees),
            tuple(draft.chain), draft.channel, draft.date, self._is_quoted(said), VERSION,
            round(draft.score, 2), reason,
        )  # fmt: skip

    def _is_quoted(self, said: Span) -> bool:
        inside = sum(max(0, min(q.end, said.end) - max(q.start, said.start)) for q in self.scene.quotes)
        return inside > 0.6 * (said.end - said.start)
