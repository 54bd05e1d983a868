"""Text to pieces of words, each with its place in the text.

The unigram model of SentencePiece (Kudo 2018), as XLM-R uses it: characters are normalised one by one, words
are cut at blanks and get a "▁" in front, and each word falls into the pieces with the highest sum of scores.
No piece holds a "▁" behind its first character, so a search word by word is exact.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

BOS, PAD, EOS, UNKNOWN = 0, 1, 2, 3
_MARK = "▁"
_CACHED_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text: `ids[i]` stands for the characters `starts[i]:ends[i]`.

    A "▁" on its own has no characters: its start is its end. No marks of beginning or end are among them.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Pieces with their scores (log probabilities), by id, and what single characters are replaced by.

    `floor` is the score of an unknown character: a constant of the model, not of the pieces that were kept.
    """

    pieces: Sequence[str]
    scores: Sequence[float]
    floor: float
    changes: Mapping[str, str]
    _ids: Mapping[str, int] = field(init=False, repr=False, compare=False)
    _longest: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ids", {p: i for i, p in enumerate(self.pieces) if i > UNKNOWN})
        object.__setattr__(self, "_longest", max(map(len, self.pieces), default=1))

    def best(self, word: str) -> tuple[tuple[int, int], ...]:
        """The best pieces of one word that begins with "▁": (id, length in characters) each."""
        scores, ids, longest = self.scores, self._ids, self._longest
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        step: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for end in range(1, size + 1):
            for start in range(max(0, end - longest), end):
                known = ids.get(word[start:end])
                if known is None and end - start > 1:
                    continue
                score = best[start] + (self.floor if known is None else scores[known])
                if score > best[end]:
                    best[end] = score
                    step[end] = (UNKNOWN if known is None else known, start)
        found: list[tuple[int, int]] = []
        while size:
            piece, start = step[size]
            found.append((piece, size - start))
            size = start
        return tuple(reversed(found))


class Tokeniser:
    """Cuts texts with one vocabulary and remembers the words it has cut, up to a bound."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._changes = vocabulary.changes
        self._best = lru_cache(_CACHED_WORDS)(vocabulary.best)

    def __call__(self, text: str) -> Pieces:
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for word, places in self._words(text):
            at = 0
            for piece, length in self._best(_MARK + word):
                first, last = max(at - 1, 0), at + length - 2
                at += length
                start = places[first]
                ids.append(piece)
                starts.append(start)
                ends.append(start if last < 0 else places[last] + 1)
        return Pieces(tuple(ids), tuple(starts), tuple(ends))

    def _words(self, text: str) -> Iterator[tuple[str, list[int]]]:
        """Normalised words with the index in `text` that each of their characters comes from."""
        word: list[str] = []
        places: list[int] = []
        for at, source in enumerate(text):
            for character in self._changes.get(source, source):
                if not character.isspace():
                    word.append(character)
                    places.append(at)
                elif word:
                    yield "".join(word), places
                    word, places = [], []
        if word:
            yield "".join(word), places


def word_pieces(pieces: Pieces, words: Sequence[tuple[int, int]]) -> list[int | None]:
    """For each word (start, end), in order, the first piece with a character of it; None without one."""
    found: list[int | None] = []
    at = 0
    for start, end in words:
        while at < len(pieces.ids) and pieces.ends[at] <= start:
            at += 1
        found.append(at if at < len(pieces.ids) and pieces.starts[at] < end else None)
    return found


def read_vocabulary(path: Path) -> Vocabulary:
    """Read what `write_vocabulary` wrote."""
    floor, pieces, changes = path.read_text("utf-8").split("\n\n")
    rows = [line.rsplit("\t", 1) for line in pieces.split("\n")]
    pairs = (line.split(" ") for line in changes.split("\n") if line)
    return Vocabulary(
        [piece for piece, _ in rows],
        [float(score) for _, score in rows],
        float(floor),
        {chr(int(first, 16)): "".join(chr(int(c, 16)) for c in rest) for first, *rest in pairs},
    )


def write_vocabulary(vocabulary: Vocabulary, path: Path) -> None:
    """Three paragraphs: the floor; a piece, a tab and its score a line; code points in hexadecimal a line."""
    pieces = (
        f"{piece}\t{score:.6g}" for piece, score in zip(vocabulary.pieces, vocabulary.scores, strict=True)
    )
    changes = (
        " ".join(f"{ord(c):x}" for c in source + target)
        for source, target in sorted(vocabulary.changes.items())
    )
    path.write_text("\n\n".join((repr(vocabulary.floor), "\n".join(pieces), "\n".join(changes))), "utf-8")
