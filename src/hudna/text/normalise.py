"""Folding Arabic spelling for matching, with the way back to the text as published.

`fold` removes what writers leave out or vary: short vowels, tatweel, zero-width and direction marks, the
hamza on alef, waw and ya, the dots of final ya and ta marbuta; it also turns Arabic-Indic digits and
presentation forms into plain ones. It serves matching only; the words shown are always those published.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Mapping

from hudna.model.frozen import frozen

TATWEEL = "\u0640"
_DELETED = frozenset(
    [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x064B, 0x0660)]
    + ["\u0670", TATWEEL, "\u00ad", "\u061c", "\ufeff"]
    + [chr(c) for c in range(0x06D6, 0x06ED) if unicodedata.category(chr(c)) == "Mn"]
    + [chr(c) for c in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))]
)
_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیې", "ي"),
    **dict.fromkeys("ةۀہە", "ه"),
    "ؤ": "و",
    "ئ": "ي",
    "ک": "ك",
    "گ": "ك",
    "\u00a0": " ",
    "\u202f": " ",
    "٫": ".",
    "٬": ",",
}
_DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}


def _presentation_forms() -> dict[str, str]:
    found = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code) and plain.strip():
            found[chr(code)] = "".join("" if c in _DELETED else _LETTERS.get(c, c) for c in plain)
    return found


_TABLE: dict[str, str] = {
    **dict.fromkeys(_DELETED, ""),
    **_presentation_forms(),
    **_LETTERS,
    **_DIGITS,
    **{c: c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
}
_TRANSLATE = str.maketrans(_TABLE)
# Characters that do not fold to exactly one.
_SPECIAL = re.compile("[" + "".join(re.escape(c) for c, to in _TABLE.items() if len(to) != 1) + "]")


def fold(text: str) -> str:
    """The text as the lexicons and rules spell it; not for display."""
    return text.translate(_TRANSLATE)


@frozen
class Folded:
    """A folded text with, for each of its characters, the published characters it stands for."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Published offsets of the folded slice `[start, end)`; `start < end` is required."""
        return self.starts[start], self.ends[end - 1]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Folded indices of the published stretch `[start, end)`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def fold_with_offsets(text: str, replaced: Mapping[int, str] | None = None) -> Folded:
    """Fold `text`, first putting `replaced[i]` in the place of the character at `i` ("" drops it).

    A mark that folding deletes belongs to the letter before it, so a word's slice keeps its vowels.
    """
    special = [match.start() for match in _SPECIAL.finditer(text)]
    if replaced:
        special = sorted({*special, *replaced})
    out: list[str] = []
    starts, ends = array("I"), array("I")
    every = array("I", range(len(text) + 1))
    done = 0
    for i in special:
        if i > done:
            out.append(text[done:i].translate(_TRANSLATE))
            starts += every[done:i]
            ends += every[done + 1 : i + 1]
        done = i + 1
        char = text[i] if replaced is None else replaced.get(i, text[i])
        folded = char.translate(_TRANSLATE)
        if folded:
            out.append(folded)
            starts.extend([i] * len(folded))
            ends.extend([i + 1] * len(folded))
        elif ends and ends[-1] == i and text[i] in _DELETED and not out[-1][-1].isspace():
            ends[-1] = i + 1
    out.append(text[done:].translate(_TRANSLATE))
    starts += every[done : len(text)]
    ends += every[done + 1 :]
    return Folded("".join(out), starts, ends)
