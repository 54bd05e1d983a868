"""Where sentences end.

Arabic news prose joins clauses with commas for a whole paragraph, so only full stops, question and
exclamation marks end a sentence; the text is folded and restored, so none stands inside «إطـ.لاق». Quoted
words are not cut.
"""

import re
from collections.abc import Iterator, Sequence

_END = re.compile(r"[.!?؟…]+[\"”»’')\]›“]*")
_GLUED = re.compile(r"[^\W\d_a-z]{3}\.[^\W\d_a-z]{2}|.{3}[!?؟][^\W\d_a-z]{2}", re.S)
"""A full stop between two words without a blank, or a question mark before a word."""
_LAST_WORD = re.compile(r"(?:^|[\s(\"«“.])([^\W\d_]+)$")
_NUMBERED = re.compile(r"\s*[(\[]?\d{1,3}$")
_SPACED_DATE = re.compile(r"\s?\d{1,2} \. ?(?:\d{1,2} ?\. ?)?\d{4}(?!\d)")
"""«09 . 07 . 2017»: blanks around the points of a date."""
_TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "vs", "no", "jr", "sr", "inc")
)
_LEAD_WORDS = 3
"""Words before «..» that are the theme of what follows («العراق.. 4 قتلى»), at most."""


def sentence_ends(folded: str, start: int, end: int, quotes: Sequence[tuple[int, int]] = ()) -> Iterator[int]:
    """Folded indices just after each sentence end inside `[start, end)`, the last one not included.

    `quotes` are the folded ranges of quoted words, in order; nothing inside them ends a sentence, but a full
    stop before the closing mark does.
    """
    quoted = _outer(quotes)
    here, cut = 0, start
    for match in _END.finditer(folded, start, end):
        at = match.end()
        if at >= end:
            return
        if not folded[at].isspace() and not _GLUED.match(folded, max(start, match.start() - 3)):
            continue
        while here < len(quoted) and quoted[here][1] < at:
            here += 1
        if here < len(quoted) and quoted[here][0] <= match.start() and at <= quoted[here][1]:
            continue
        if _is_end(folded, cut, match):
            cut = at
            yield cut


def _outer(quotes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges that lie in no other."""
    found: list[tuple[int, int]] = []
    for low, high in quotes:
        if not found or low >= found[-1][1]:
            found.append((low, high))
    return found


def _is_end(folded: str, cut: int, match: "re.Match[str]") -> bool:
    """Whether a mark ends a sentence that begins at `cut`."""
    marks = match.group()
    before = folded[max(cut, match.start() - 60) : match.start()]
    if marks.startswith(("..", "…")):
        return len(before.split()) > _LEAD_WORDS
    if marks[0] != ".":
        return not before.endswith("(")
    if marks == "." and _SPACED_DATE.match(folded, max(cut, match.start() - 3)):
        return False
    if match.start() - cut < 8 and _NUMBERED.fullmatch(before):
        return False
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    if word.group(1) in _TITLES:
        return False
    # A single letter is a title or an initial («د. أحمد»), but for the era after a year («1441 هـ.»).
    return len(word.group(1)) > 1 or before[: word.start(1)].rstrip()[-1:].isdigit()
