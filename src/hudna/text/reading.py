"""One text made ready for the rules: folded words with the way back to the text as published.

`read` is the one door: it restores broken-up words, folds spelling, marks the layout and cuts sentences and
tokens. Rules match on `Reading.folded.text` (grammars of characters) or on `Reading.tokens` (grammars of
words) and give back published offsets.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from operator import attrgetter
from typing import Literal

from hudna.model.annotations import Restoration, Segment, Span
from hudna.model.frozen import frozen
from hudna.text.normalise import Folded, fold_with_offsets
from hudna.text.quotes import quotations
from hudna.text.restore import restore
from hudna.text.segments import Layout, segment
from hudna.text.sentences import sentence_ends

LONGEST = 200
"""Tokens of the longest sentence. The longest of 35 annotated texts has 106; a hostile text has no full stop
at all, and some rules look at every pair of words of a sentence."""
TokenKind = Literal["word", "number", "mark"]
_TOKEN = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s]|_)")


@frozen
class Token:
    """A word, number or punctuation mark: published offsets, folded `norm`, sentence index.

    `at` is where `norm` begins in the folded text.
    """

    start: int
    end: int
    norm: str
    kind: TokenKind
    sentence: int
    at: int


_start = attrgetter("start")


@frozen
class Sentence:
    """A sentence: published offsets, token indices (`last` exclusive), the segment it stands in."""

    start: int
    end: int
    first: int
    last: int
    segment: int


@frozen
class Reading:
    """A text as published with everything the rules match on. Furniture has no tokens.

    `quotes` are the published spans of quoted words, without the marks, in order; they may nest.
    """

    text: str
    folded: Folded
    segments: tuple[Segment, ...]
    restorations: tuple[Restoration, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotes: tuple[Span, ...]

    def within(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in the published stretch `[start, end)`."""
        first = bisect_left(self.tokens, start, key=_start)
        return range(first, bisect_left(self.tokens, end, first, key=_start))

    def words(self, first: int, last: int) -> tuple[int, int]:
        """Published offsets of the tokens `[first, last)`."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def slice(self, first: int, last: int) -> str:
        """The words as published of the tokens `[first, last)`."""
        start, end = self.words(first, last)
        return self.text[start:end]


def tokens_in(folded: Folded, low: int, high: int, sentence: int) -> Iterator[Token]:
    """The tokens of the folded range `[low, high)`, all of one sentence."""
    for match in _TOKEN.finditer(folded.text, low, high):
        start, end = folded.span(match.start(), match.end())
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        yield Token(start, end, match.group(), kind, sentence, match.start())


def _renumbered(tokens: list[Token], number: int) -> list[Token]:
    """The tokens of an overlong run with the sentences it is cut into numbered from `number`."""
    found: list[Token] = []
    cut = 0
    for i, token in enumerate(tokens):
        if i - cut == LONGEST or (i - cut > LONGEST // 2 and tokens[i - 1].norm == "،"):
            number, cut = number + 1, i
        found.append(replace(token, sentence=number))
    return found


def _sentence_end(tokens: list[Token], first: int) -> int:
    """The index after the last token of the sentence that begins at `first`."""
    if len(tokens) - first <= LONGEST:
        return len(tokens) if tokens[-1].sentence == tokens[first].sentence else _change(tokens, first)
    return _change(tokens, first)


def _change(tokens: list[Token], first: int) -> int:
    number = tokens[first].sentence
    return next((i for i in range(first, len(tokens)) if tokens[i].sentence != number), len(tokens))


def read(
    text: str,
    title: str | None = None,
    layout: Layout | None = None,
    known: AbstractSet[str] = frozenset(),
) -> Reading:
    """Restore, fold, segment and tokenise `text`; never raises, whatever the text.

    `title` helps telling the title line where it is known. `layout` and `known` are the lexicon's phrases of
    site furniture and words often broken up (`hudna.packs.layout` loads both); a few built-in phrases and
    none where they are not given.
    """
    restorations, replaced = restore(text, known)
    folded = fold_with_offsets(text, replaced)
    segments = segment(text, title, layout, folded)
    quotes = quotations(text, segments)
    quoted = [folded.range(quote.start, quote.end) for quote in quotes]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, part in enumerate(segments):
        if part.kind == "furniture":
            continue
        lo, hi = folded.range(part.start, part.end)
        cut = lo
        for end in (*sentence_ends(folded.text, lo, hi, quoted), hi):
            first = len(tokens)
            tokens.extend(tokens_in(folded, cut, end, len(sentences)))
            if len(tokens) > first + LONGEST:
                tokens[first:] = _renumbered(tokens[first:], len(sentences))
            while first < len(tokens):
                last = _sentence_end(tokens, first)
                sentences.append(Sentence(tokens[first].start, tokens[last - 1].end, first, last, number))
                first = last
            cut = end
    return Reading(text, folded, segments, restorations, tuple(sentences), tuple(tokens), quotes)
