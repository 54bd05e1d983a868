"""Lists whose doer is told once, at their head: «خروقات قوات …: 1- قصف مدفعي على … 2- …».

A lead is a line that names attacks or breaches with their doer and ends in a colon, or a title of that kind
over marked items; the items are the lines below it, as long as they look like items.
"""

from collections.abc import Iterator

from hudna.extract.arguments import Syntax
from hudna.extract.scene import Scene
from hudna.model.annotations import Mention
from hudna.text.reading import Sentence

_BULLETS = frozenset("-–—•*▪●◾◼■♦+")
_MARKED = 3
"""Tokens in which the mark of a numbered item ends: «1 -», «( 1 )»."""
_ITEM = 30
"""Tokens of an unmarked item at most."""
_SUBHEADING = 7


def lead_doers(scene: Scene, syntax: Syntax) -> dict[int, tuple[Mention, ...]]:
    """The doers that a list's lead tells, by each token of its items."""
    return _Lists(scene, syntax).read()


class _Lists:
    """Reads the sentences of one report in order. Dropped with it."""

    def __init__(self, scene: Scene, syntax: Syntax) -> None:
        self.scene, self.syntax = scene, syntax
        self.tokens = scene.reading.tokens
        self.lead: tuple[Mention, ...] = ()
        self.colon = False
        self.marked: bool | None = None
        self.found: dict[int, tuple[Mention, ...]] = {}

    def read(self) -> dict[int, tuple[Mention, ...]]:
        if not any(t.norm == ":" or t.norm in _BULLETS for t in self.tokens):
            return self.found
        for sentence in self.scene.reading.sentences:
            if sentence.last > sentence.first:
                self._read(sentence)
        return self.found

    def _read(self, sentence: Sentence) -> None:
        kind = self.scene.reading.segments[sentence.segment].kind
        ends = self.tokens[sentence.last - 1].norm == ":"
        if ends or (kind in ("title", "heading") and not self._is_marked(sentence)):
            self._begin(sentence, ends)
        elif self.lead and self._is_item(sentence):
            self._give(sentence.first, sentence.last)
        else:
            self._read_inside(sentence)

    def _begin(self, sentence: Sentence, colon: bool) -> None:
        doers = self._announced(sentence.first, sentence.last)
        if doers:
            self.lead, self.colon, self.marked = doers, colon, None
        elif sentence.last - sentence.first > _SUBHEADING or self._names_actor(sentence):
            self.lead = ()

    def _read_inside(self, sentence: Sentence) -> None:
        """«خروقات قوات …: قصف … وغارة …» in one sentence; numbered sentences of that line may follow."""
        self.lead = ()
        for j in range(sentence.first, sentence.last - 1):
            if self.tokens[j].norm == ":":
                self.lead, self.colon, self.marked = self._announced(sentence.first, j), True, True
                marked = self._mark_at(j + 1) or j + 1 in self.syntax.hit_at
                if self.lead and marked:
                    self._give(j + 1, sentence.last)
                return

    def _give(self, first: int, last: int) -> None:
        self.found.update(dict.fromkeys(range(first, last), self.lead))

    def _is_item(self, sentence: Sentence) -> bool:
        marked = self._is_marked(sentence)
        if self.marked is None:
            self.marked = marked
        if self.marked or not self.colon:
            return marked
        label = any(t.norm == ":" for t in self.tokens[sentence.first + 1 : sentence.first + 4])
        opens = label or sentence.first in self.syntax.place_at or sentence.first in self.syntax.hit_at
        return opens and sentence.last - sentence.first <= _ITEM

    def _is_marked(self, sentence: Sentence) -> bool:
        return self._mark_at(sentence.first)

    def _mark_at(self, i: int) -> bool:
        """Whether an item's mark stands at token `i`: «-», «•», «1-», «(2)»."""
        if self.tokens[i].norm in _BULLETS:
            return True
        near = self.tokens[i : i + _MARKED]
        number = any(t.kind == "number" for t in near[:2])
        return number and near[0].norm in ("(", near[0].norm) and any(t.norm in "-–—.)/" for t in near[1:])

    def _names_actor(self, sentence: Sentence) -> bool:
        return any(j in self.syntax.actor_at for j in range(sentence.first, sentence.last))

    def _announced(self, first: int, last: int) -> tuple[Mention, ...]:
        """The doers of the attacks or breaches named in a lead, all of them by one."""
        told = [doers for j in self._heads(first, last) if (doers := self._doers_of(j, last))]
        return told[0] if told and all(_codes(t) == _codes(told[0]) for t in told) else ()

    def _heads(self, first: int, last: int) -> Iterator[int]:
        return (j for j in range(first, last) if "list-heads" in self.syntax.classes[j])

    def _doers_of(self, j: int, last: int) -> tuple[Mention, ...]:
        found = self.syntax.genitive(j + 1, last) or self.syntax.carrier_of(j, j + 1)
        found = found or self.syntax.after_phrase("agent-by", j + 1, min(j + 6, last))
        return tuple(m for m in found if m.code and not m.code.endswith((".CVL", ".MED", ".ACT")))


def _codes(mentions: tuple[Mention, ...]) -> frozenset[str]:
    return frozenset((m.code or "").split(".")[0] for m in mentions)
