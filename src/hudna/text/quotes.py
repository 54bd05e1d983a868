"""Quotation marks of every kind, paired: « », “ ”, " ", „ “, ‹ ›, ' ', ‘ ’, '' '', (( )).

Writers mix marks, turn them round and leave some open, so a mark's part is told by what stands beside it
where its shape does not tell. A quotation never goes beyond its paragraph; quotations may nest.
"""

import re
from dataclasses import dataclass, field

from hudna.model.annotations import Segment, Span
from hudna.text.normalise import TATWEEL

_MARKS = re.compile(r"''|``|\(\(|\)\)|[\"“”„‟«»‹›'‘’‚＂]")
_FAMILY = {
    **dict.fromkeys(["''", "``", '"', "“", "”", "„", "‟", "＂"], "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "small angle"),
    **dict.fromkeys("'‘’‚", "single"),
    **dict.fromkeys(["((", "))"], "bracket"),
}
_OPENS = frozenset(["«", "‹", "“", "„", "‘", "‚", "((", "``"])
_CLOSES = frozenset(["»", "›", "”", "’", "))"])
_BEFORE = frozenset("([{:،؛,;=-–—/|" + TATWEEL)
_AFTER = frozenset(")]}.،؛,;:!?؟…-–—/|")
_CLITICS = frozenset("وفبلك")
_QUIET = 3
"""Words an unclosed quotation must have to be taken to the end of its paragraph."""


@dataclass(slots=True)
class _Stack:
    """The marks open at one place of a paragraph."""

    open: list[tuple[str, int, int]] = field(default_factory=list)
    """Family, offset of the mark, offset behind it."""
    count: dict[str, int] = field(default_factory=dict)

    def push(self, family: str, start: int, end: int) -> None:
        self.open.append((family, start, end))
        self.count[family] = self.count.get(family, 0) + 1

    def pop(self, family: str) -> int | None:
        """Close the innermost mark of a family and forget what is open inside it; where its words begin."""
        if not self.count.get(family):
            return None
        while True:
            found, _, end = self.open.pop()
            self.count[found] -= 1
            if found == family:
                return end


def quotations(text: str, segments: tuple[Segment, ...]) -> tuple[Span, ...]:
    """Published spans of the words inside quotation marks, in order, outer before inner; not in furniture."""
    found: list[Span] = []
    for part in segments:
        if part.kind != "furniture":
            found.extend(_in_paragraph(text, part.start, part.end))
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    marks = list(_MARKS.finditer(text, start, end))
    if not marks:
        return []
    found: list[Span] = []
    stack = _Stack()
    for mark in marks:
        family = _FAMILY[mark.group()]
        if _is_opening(text, mark, start, end, stack):
            stack.push(family, mark.start(), mark.end())
            continue
        inside = stack.pop(family)
        if inside is not None:
            _add(found, text, inside, mark.start())
    for _, at, inside in stack.open:
        # Quotations of several paragraphs open each of them and close the last only.
        if (at == start or text[start:at].rstrip().endswith(":")) and text[at] not in "'(":
            _add(found, text, inside, end, words=_QUIET)
            break
    return sorted(found, key=lambda span: (span.start, -span.end))


def _add(found: list[Span], text: str, start: int, end: int, words: int = 1) -> None:
    """Add a stretch without the blanks around it, if it has at least so many words."""
    body = text[start:end]
    if len(body.split(None, words)) >= words and body.strip():
        found.append(Span(start + len(body) - len(body.lstrip()), start + len(body.rstrip())))


def _is_opening(text: str, mark: re.Match[str], start: int, end: int, stack: _Stack) -> bool:
    """Whether a mark opens a quotation: by its shape, unless what stands beside it says the contrary."""
    shape = mark.group()
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    opened = stack.count.get(_FAMILY[shape], 0) > 0
    looks_open = _looks_open(text, mark.start(), start, before) and not (after.isspace() or after in _AFTER)
    looks_closed = (after.isspace() or after in _AFTER or after in "\"”»’'“)") and not before.isspace()
    if shape in "«»‹›" or shape in ("((", "))"):
        return shape in _OPENS
    if _FAMILY[shape] == "single":
        if shape == "’" and not opened and not looks_open:
            return False
        return looks_open and not looks_closed
    if shape in _OPENS:
        return not (opened and looks_closed and not looks_open)
    if shape in _CLOSES:
        return not opened and looks_open
    if looks_open != looks_closed:
        return looks_open
    return not opened


def _looks_open(text: str, at: int, start: int, before: str) -> bool:
    """Whether a quotation may begin at `at`: after a blank, a mark, a tatweel or a clitic («لـ"…», «و"…»)."""
    if before.isspace() or before in _BEFORE or before in "\"“«'‘":
        return True
    return before in _CLITICS and (at - 2 < start or text[at - 2].isspace())
