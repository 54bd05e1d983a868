"""Hiding private persons: people named in a report who are no public actors of a pack.

Masking works on what is shown; offsets keep counting the text as published.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from hudna.model.annotations import PROVISIONAL, Annotations, Mention, Span

MASK = "شخص"
"""What stands in a shown text in the place of a private person's name («a person»)."""

_SHORTEST = 3
"""Letters of the shortest name looked for elsewhere in the text: shorter ones are common words."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """What to hide in one report: stretches of its text, in order and apart, and names in other strings."""

    spans: tuple[Span, ...] = ()
    names: re.Pattern[str] | None = None

    def hides(self, start: int, end: int) -> bool:
        """Whether the words `[start, end)` of the text touch a hidden name."""
        return next(self.within(start, end), None) is not None

    def within(self, start: int, end: int) -> Iterator[Span]:
        """The hidden stretches that touch `[start, end)`, in order."""
        first = bisect_left(self.spans, start, key=lambda s: s.end)
        for span in self.spans[first:]:
            if span.start >= end:
                return
            if span.end > start:
                yield span

    def slice(self, text: str, start: int, end: int) -> str:
        """`text[start:end]` with hidden names replaced by the mask; `text` is the report's."""
        out: list[str] = []
        at = start
        for span in self.within(start, end):
            out.extend((text[at : max(span.start, at)], MASK))
            at = span.end
        out.append(text[at:end] if at < end else "")
        return "".join(out)

    def other(self, text: str) -> str:
        """A string that is no slice of the text (a title, a name of an accord) with hidden names replaced."""
        return self.names.sub(rf"\1{MASK}", text) if self.names else text


NOTHING_HIDDEN = Privacy()


def is_private(mention: Mention) -> bool:
    """Whether a mention names a person no pack knows; an office with a code («ناطق باسم …») is no name."""
    known = mention.entity is not None and not mention.entity.startswith(PROVISIONAL)
    return mention.type == "person" and not known and mention.code is None


def privacy_of(text: str, notes: Annotations) -> Privacy:
    """What to hide in a report: its private persons and every other place their names stand at.

    Besides full names these are the last word of one («وأضاف درويش»). A part of a public actor's name is
    left alone even where it equals a private name («محمد»).
    """
    found = [Span(m.start, m.end) for m in notes.mentions if is_private(m)]
    found.extend(notes.persons)
    if not found:
        return NOTHING_HIDDEN
    public = [m for m in notes.mentions if not is_private(m)]
    full = {text[span.start : span.end] for span in found}
    full.update(m.text for m in notes.mentions if is_private(m))
    pattern = _pattern(full)
    for wanted in (pattern, _pattern(_last_words(full))):
        for match in wanted.finditer(text) if wanted else ():
            start, end = match.end(1), match.end()
            if not any(m.start < end and start < m.end for m in public):
                found.append(Span(start, end))
    return Privacy(_apart(found), pattern)


def _last_words(names: set[str]) -> set[str]:
    """Family names, as far as they are long enough to be told from common words."""
    return {words[-1] for words in map(str.split, names) if len(words) > 1 and len(words[-1]) > _SHORTEST}


def _pattern(names: set[str]) -> re.Pattern[str] | None:
    """Full names, the longest first, after a blank or the clitics و ف ب ل ك."""
    kept = sorted((n for n in names if len(n.strip()) >= _SHORTEST), key=lambda n: (-len(n), n))
    if not kept:
        return None
    spelled = (r"\s+".join(map(re.escape, name.split())) for name in kept)
    return re.compile(rf"(?<!\w)([وفبلك]{{0,2}})(?:{'|'.join(spelled)})(?!\w)")


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order, overlapping ones joined."""
    joined: list[Span] = []
    for span in sorted((s for s in spans if s.start < s.end), key=lambda s: (s.start, s.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
